State Recv-Q Send-Q Local Address:Port Peer Address:Port Process
LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:571 sk:1 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20012 0.0.0.0:* ino:681 sk:2 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 2 1 127.0.0.1:20013 0.0.0.0:* ino:690 sk:3 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d12) cubic cwnd:10 unacked:2
LISTEN 0 5 127.0.0.1:20008 0.0.0.0:* ino:663 sk:4 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o272,bl0,d0) cubic cwnd:10 md5keys:192.0.2.1/32=,127.0.0.1/32=
LISTEN 0 5 127.0.0.1:20009 0.0.0.0:* ino:667 sk:5 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20010 0.0.0.0:* ino:671 sk:6 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10 tcp-ulp-mptcp
LISTEN 0 5 127.0.0.1:20016 0.0.0.0:* ino:709 sk:7 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 192.0.2.1:20027 0.0.0.0:* ino:742 sk:8 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d5) cubic cwnd:10
LISTEN 0 4096 0.0.0.0:20004 0.0.0.0:* ino:574 sk:9 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57832 ino:647 sk:a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 lastsnd:6096 lastrcv:6096 lastack:6096 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57856 127.0.0.1:20008 ino:664 sk:b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:8,8 rto:208 rtt:5.36/4.274 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 489074627bps lastsnd:6012 lastrcv:6012 lastack:6012 pacing_rate 978103632bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57650 ino:603 sk:c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.5/11 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 476625455bps lastsnd:6156 lastrcv:6156 lastack:6112 pacing_rate 953164256bps delivery_rate 5957408bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 192.0.2.1:45934 192.0.2.2:20021 ino:725 sk:d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 lastsnd:5908 lastrcv:5908 lastack:5908 pacing_rate 1853440000000bps delivered:2 app_limited rcv_space:14480 rcv_ssthresh:64088 minrtt:4 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57722 ino:617 sk:e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.5/11 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 476625455bps lastsnd:6132 lastrcv:6132 lastack:6088 pacing_rate 953164256bps delivery_rate 5957408bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41906 127.0.0.1:20010 ino:673 sk:f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:2.679/2.137 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 978514371bps lastsnd:5992 lastrcv:5992 lastack:5992 pacing_rate 1956481008bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/77674e70(id:0) seq:d709fe1be3743022 sfseq:321 ssnoff:18a1a330 maplen:190
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57800 ino:637 sk:10 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 lastsnd:6112 lastrcv:6112 lastack:6112 pacing_rate 41943040000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57744 ino:625 sk:11 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 lastsnd:6120 lastrcv:6120 lastack:6120 pacing_rate 41943040000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65280
ESTAB 0 0 127.0.0.1:36092 127.0.0.1:20003 ino:582 sk:12 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 lastsnd:6208 lastrcv:6208 lastack:6208 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57682 ino:611 sk:13 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.18/11.815 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 320469438bps lastsnd:6144 lastrcv:6144 lastack:6100 pacing_rate 640880112bps delivery_rate 5957544bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57730 ino:621 sk:14 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.5/11 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 476625455bps lastsnd:6128 lastrcv:6128 lastack:6084 pacing_rate 953185912bps delivery_rate 5957544bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:33000 127.0.0.1:20013 ino:691 sk:15 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 lastsnd:5980 lastrcv:5980 lastack:5980 pacing_rate 41908480000000bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65483
ESTAB 0 0 127.0.0.1:33012 127.0.0.1:20013 ino:692 sk:16 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 lastsnd:5980 lastrcv:5980 lastack:5980 pacing_rate 41908480000000bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65483
SYN-SENT 0 1 127.0.0.1:33020 127.0.0.1:20013 timer:(on,1.124ms,5) ino:693 sk:17 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294691628 lastrcv:4294691628 lastack:4294691628 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65495
SYN-SENT 0 1 127.0.0.1:33026 127.0.0.1:20013 timer:(on,1.124ms,5) ino:694 sk:18 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294691628 lastrcv:4294691628 lastack:4294691628 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65495
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57602 ino:591 sk:19 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.5/11 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 476625455bps lastsnd:6180 lastrcv:6180 lastack:6136 pacing_rate 953164256bps delivery_rate 5957408bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57840 ino:651 sk:1a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 lastsnd:6092 lastrcv:6092 lastack:6092 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57624 ino:595 sk:1b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.18/11.815 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 320469438bps lastsnd:6172 lastrcv:6176 lastack:6128 pacing_rate 640929080bps delivery_rate 5957408bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57574 127.0.0.1:20001 ino:576 sk:1c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.36/4.274 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 489074627bps lastsnd:6236 lastrcv:6236 lastack:6236 pacing_rate 978103632bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:53594 ino:685 sk:1d cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 lastsnd:5988 lastrcv:5988 lastack:5988 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57586 127.0.0.1:20001 ino:588 sk:1e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack reno wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 lastsnd:6184 lastrcv:6184 lastack:6184 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57602 127.0.0.1:20001 ino:590 sk:1f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 lastsnd:6184 lastrcv:6184 lastack:6184 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57616 127.0.0.1:20001 ino:592 sk:20 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:0bps,mrtt:0,pacing_gain:2.88672,cwnd_gain:2.88672) lastsnd:6180 lastrcv:6180 lastack:6180 pacing_rate 7485513440624bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57624 127.0.0.1:20001 ino:594 sk:21 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack bic wscale:8,8 rto:204 rtt:0.5/1 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 5242880000bps lastsnd:6176 lastrcv:6172 lastack:6172 pacing_rate 10483139208bps delivery_rate 65536000bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57628 127.0.0.1:20001 ino:596 sk:22 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cdg wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 lastsnd:6168 lastrcv:6168 lastack:6168 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57640 127.0.0.1:20001 ino:598 sk:23 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack dctcp-reno wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 dctcp:fallback_mode lastsnd:6164 lastrcv:6164 lastack:6164 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57644 127.0.0.1:20001 ino:600 sk:24 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack highspeed wscale:8,8 rto:204 rtt:2.679/2.137 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 978514371bps lastsnd:6160 lastrcv:6160 lastack:6160 pacing_rate 1956481008bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57650 127.0.0.1:20001 ino:602 sk:25 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack htcp wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 lastsnd:6160 lastrcv:6160 lastack:6160 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57664 127.0.0.1:20001 ino:604 sk:26 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack hybla wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:2 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 lastsnd:6156 lastrcv:6156 lastack:6156 pacing_rate 8388608000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57678 127.0.0.1:20001 ino:606 sk:27 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack illinois wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 lastsnd:6152 lastrcv:6152 lastack:6152 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57680 127.0.0.1:20001 ino:608 sk:28 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack lp wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 lastsnd:6152 lastrcv:6152 lastack:6152 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57682 127.0.0.1:20001 ino:610 sk:29 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack nv wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 lastsnd:6148 lastrcv:6148 lastack:6148 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57698 127.0.0.1:20001 ino:612 sk:2a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack scalable wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 lastsnd:6144 lastrcv:6144 lastack:6144 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57712 127.0.0.1:20001 ino:614 sk:2b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack vegas wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 2621440000000bps lastsnd:6136 lastrcv:6136 lastack:6136 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57722 127.0.0.1:20001 ino:616 sk:2c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack veno wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 lastsnd:6136 lastrcv:6136 lastack:6136 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57726 ino:619 sk:2d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.5/11 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 476625455bps lastsnd:6132 lastrcv:6132 lastack:6088 pacing_rate 953185912bps delivery_rate 5957544bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57726 127.0.0.1:20001 ino:618 sk:2e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack westwood wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 131072bps lastsnd:6132 lastrcv:6132 lastack:6132 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57730 127.0.0.1:20001 ino:620 sk:2f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack yeah wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 2621440000000bps lastsnd:6132 lastrcv:6132 lastack:6132 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57734 127.0.0.1:20001 ino:622 sk:30 fwmark:0xbeef cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 lastsnd:6128 lastrcv:6128 lastack:6128 pacing_rate 41908480000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57744 127.0.0.1:20001 ino:624 sk:31 cgroup:/ <-> tos:0 class_id:0x5
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:3.5/2.062 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 748982857bps lastsnd:6124 lastrcv:6124 lastack:6124 pacing_rate 1496731424bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1%lo:57746 127.0.0.1:20001 ino:626 sk:32 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 lastsnd:6120 lastrcv:6120 lastack:6120 pacing_rate 41908480000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57754 127.0.0.1:20001 ino:628 sk:33 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 lastsnd:6120 lastrcv:6120 lastack:6120 pacing_rate 100000000bps/100000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57770 127.0.0.1:20001 ino:630 sk:34 cgroup:/ <-> tos:0x48 class_id:0x2
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 lastsnd:6120 lastrcv:6120 lastack:6120 pacing_rate 41908480000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57784 127.0.0.1:20001 ino:632 sk:35 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( recverr is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 lastsnd:6120 lastrcv:6120 lastack:6120 pacing_rate 41908480000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57792 127.0.0.1:20001 ino:634 sk:36 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk freebind mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 lastsnd:6120 lastrcv:6116 lastack:6120 pacing_rate 41908480000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57800 127.0.0.1:20001 ino:636 sk:37 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop transparent mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 lastsnd:6116 lastrcv:6116 lastack:6116 pacing_rate 41908480000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57808 127.0.0.1:20001 ino:638 sk:38 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all bind_addr_no_port)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 lastsnd:6116 lastrcv:6116 lastack:6116 pacing_rate 41908480000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57820 127.0.0.1:20001 timer:(keepalive,1min12sec,0) ino:642 sk:39 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:3 segs_in:2 lastsnd:6100 lastrcv:6100 lastack:2096 pacing_rate 41908480000000bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57822 127.0.0.1:20001 timer:(keepalive,23sec,0) ino:644 sk:3a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 lastsnd:6100 lastrcv:6100 lastack:6100 pacing_rate 41908480000000bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65483
ESTAB 0 0 127.0.0.1:57832 127.0.0.1:20001 timer:(keepalive,1min23sec,0) ino:646 sk:3b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 lastsnd:6100 lastrcv:6100 lastack:6100 pacing_rate 41908480000000bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65483
ESTAB 0 0 127.0.0.1:57836 127.0.0.1:20001 timer:(keepalive,119min,0) ino:648 sk:3c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 lastsnd:6096 lastrcv:6096 lastack:6096 pacing_rate 41908480000000bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65483
ESTAB 0 0 127.0.0.1:57840 127.0.0.1:20001 uid:1000 ino:650 sk:3d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 lastsnd:6096 lastrcv:6096 lastack:6096 pacing_rate 41908480000000bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65483
ESTAB 0 0 127.0.0.1:57844 127.0.0.1:20001 ino:653 sk:3e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:204 rtt:0.5/1 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 8437760000bps lastsnd:6076 lastrcv:6072 lastack:6072 pacing_rate 16871302168bps delivery_rate 105472000bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:105441 minrtt:4 snd_wnd:105472
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57770 ino:631 sk:3f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 lastsnd:6120 lastrcv:6120 lastack:6120 pacing_rate 41943040000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65280
FIN-WAIT-2 0 0 127.0.0.1:53578 127.0.0.1:20012 ino:682 sk:40 cgroup:/ <-- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.5/1 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 5242880000bps lastsnd:5992 lastrcv:5992 lastack:5988 pacing_rate 10480519736bps delivery_rate 65519616bps delivered:2 busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
FIN-WAIT-2 0 0 127.0.0.1:53594 127.0.0.1:20012 timer:(timewait,54sec,0) ino:0 sk:41

ESTAB 0 0 127.0.0.1:53598 127.0.0.1:20012 ino:686 sk:42 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 lastsnd:5988 lastrcv:5988 lastack:5988 pacing_rate 41908480000000bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65483
TIME-WAIT 0 0 127.0.0.1:53608 127.0.0.1:20012 timer:(timewait,54sec,0) ino:0 sk:43

ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57820 ino:643 sk:44 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d1) ts sack cubic wscale:8,8 rto:200 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_out:1 segs_in:3 lastsnd:6100 lastrcv:6100 lastack:6100 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57792 ino:635 sk:45 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.5/1 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 5242880000bps lastsnd:6120 lastrcv:6120 lastack:6116 pacing_rate 10480519736bps delivery_rate 65519616bps delivered:2 app_limited busy:4ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65280
ESTAB 0 2512512 127.0.0.1:44196 127.0.0.1:20016 timer:(persist,848ms,0) ino:710 sk:46 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f384,w2555520,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 backoff:4 rtt:6.515/9.826 mss:51840 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:164096 bytes_retrans:51840 bytes_acked:112257 segs_out:17 segs_in:13 data_segs_out:11 send 636561781bps lastsnd:5692 lastrcv:5964 lastack:2480 pacing_rate 1273025856bps delivery_rate 103680000bps delivered:12 busy:5952ms rwnd_limited:5952ms(100.0%) retrans:0/1 dsack_dups:1 rcv_space:65495 rcv_ssthresh:65495 notsent:2512512 minrtt:4
FIN-WAIT-1 0 1 192.0.2.1:55584 192.0.2.2:20018 timer:(on,848ms,4) ino:0 sk:47 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3200 backoff:4 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:10 segs_in:3 data_segs_out:1 data_segs_in:1 lastsnd:5912 lastrcv:5912 lastack:5912 pacing_rate 1853440000000bps delivered:2 app_limited busy:5640ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:4 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57808 ino:639 sk:48 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 lastsnd:6116 lastrcv:6116 lastack:6116 pacing_rate 41943040000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65280
SYN-RECV 0 0 192.0.2.1:20027 192.0.2.2:37924 timer:(on,1.508ms,6) ino:0 sk:49

ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57844 ino:654 sk:4a cgroup:/ <-> tos:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:208 rtt:5.938/11.625 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 710488380bps lastsnd:6072 lastrcv:6072 lastack:6028 pacing_rate 1420976752bps delivery_rate 105472000bps delivered:4 app_limited busy:48ms rcv_rtt:4 rcv_space:65483 rcv_ssthresh:105441 minrtt:4 snd_wnd:105472
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57746 ino:627 sk:4b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 lastsnd:6120 lastrcv:6120 lastack:6120 pacing_rate 41943040000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57586 ino:589 sk:4c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:6/12 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 436906667bps lastsnd:6184 lastrcv:6184 lastack:6136 pacing_rate 873740520bps delivery_rate 5460992bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57644 ino:601 sk:4d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.18/11.815 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 320469438bps lastsnd:6160 lastrcv:6160 lastack:6116 pacing_rate 640929080bps delivery_rate 5957408bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20010 127.0.0.1:41906 ino:675 sk:4e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.18/11.815 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 320469438bps lastsnd:5996 lastrcv:5996 lastack:5952 pacing_rate 640929080bps delivery_rate 5957408bps delivered:4 busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/4a42e1fb(id:0) seq:d3baa875439d6b4f sfseq:321 ssnoff:d84c5f4d maplen:190
ESTAB 0 30000 192.0.2.1:43266 192.0.2.2:20020 timer:(on,656ms,4) ino:722 sk:4f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f2384,w34480,o0,bl0,d0) ts sack reno wscale:8,8 rto:3200 backoff:4 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:5 bytes_sent:22120 bytes_retrans:5792 bytes_acked:401 bytes_received:400 segs_out:19 segs_in:3 data_segs_out:16 data_segs_in:1 lastsnd:2544 lastrcv:5912 lastack:5912 pacing_rate 1853440000000bps delivered:2 app_limited busy:5640ms unacked:11 retrans:1/4 lost:11 rcv_space:14480 rcv_ssthresh:64088 notsent:14072 minrtt:4 snd_wnd:64768
ESTAB 0 0 127.0.0.1:53780 127.0.0.1:20009 ino:668 sk:50 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack fastopen cubic wscale:8,8 rto:200 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:7 bytes_acked:8 segs_out:2 segs_in:1 data_segs_out:1 lastsnd:6012 lastrcv:6012 lastack:6012 pacing_rate 41908480000000bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65483
SYN-SENT 0 -516810438 127.0.0.1:53790 127.0.0.1:20009 ino:670 sk:51 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all defer_connect)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic rto:1000 mss:536 cwnd:10 lastsnd:4294691632 lastrcv:4294691632 lastack:4294691632 app_limited
SYN-SENT 0 1 192.0.2.1:43348 192.0.2.2:9 timer:(on,1.472ms,5) ino:752 sk:52 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:524 pmtu:1500 rcvmss:88 advmss:1460 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294691632 lastrcv:4294691632 lastack:4294691632 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:64240
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:33012 ino:0 sk:53 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 lastsnd:5984 lastrcv:5984 lastack:5984 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57712 ino:615 sk:54 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.5/11 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 476625455bps lastsnd:6136 lastrcv:6136 lastack:6092 pacing_rate 953164256bps delivery_rate 5957408bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57664 ino:605 sk:55 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.18/11.815 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 320469438bps lastsnd:6156 lastrcv:6156 lastack:6112 pacing_rate 640929080bps delivery_rate 5957408bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20008 127.0.0.1:57856 ino:665 sk:56 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:8,8 rto:212 rtt:8.18/11.815 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 320469438bps lastsnd:6016 lastrcv:6016 lastack:5972 pacing_rate 640929080bps delivery_rate 5957408bps delivered:4 app_limited busy:44ms rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57616 ino:593 sk:57 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.18/11.815 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 320469438bps lastsnd:6180 lastrcv:6180 lastack:6136 pacing_rate 640880112bps delivery_rate 5957544bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 7 0 127.0.0.1:20009 127.0.0.1:53780 ino:669 sk:58 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r903,rb131072,t0,tb2626560,f3193,w0,o0,bl0,d0) ts sack fastopen cubic wscale:8,8 rto:200 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:7 segs_in:2 data_segs_in:1 lastsnd:6012 lastrcv:6012 lastack:6012 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
LAST-ACK 1 1 192.0.2.1:41386 192.0.2.2:20017 timer:(on,848ms,4) ino:0 sk:59 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3200 backoff:4 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:11 segs_in:4 data_segs_out:1 data_segs_in:1 lastsnd:5912 lastrcv:5912 lastack:5912 pacing_rate 1853440000000bps delivered:2 app_limited busy:5640ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:4 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:33000 ino:0 sk:5a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 lastsnd:5984 lastrcv:5984 lastack:5984 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 192.0.2.1:43692 192.0.2.2:20006 ino:658 sk:5b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:2.051/2.159 ato:40 mss:1448 pmtu:1500 rcvmss:1448 advmss:1448 cwnd:30 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:50 segs_in:49 data_segs_out:42 data_segs_in:42 send 169439298bps lastsnd:6044 lastrcv:6044 lastack:6044 pacing_rate 338734080bps delivered:43 app_limited busy:4ms rcv_space:14480 rcv_ssthresh:102589 minrtt:4 snd_wnd:102656
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57628 ino:597 sk:5c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.883/11.547 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 445595784bps lastsnd:6168 lastrcv:6168 lastack:6124 pacing_rate 891134760bps delivery_rate 65536000bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:53578 ino:683 sk:5d cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 lastsnd:5992 lastrcv:5992 lastack:5992 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
CLOSING 1 1 192.0.2.1:37256 192.0.2.2:20019 timer:(on,848ms,4) ino:0 sk:5e cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb46080,f2304,w896,o0,bl0,d5) ts sack cubic wscale:8,8 rto:3200 backoff:4 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:16 segs_in:9 data_segs_out:1 data_segs_in:1 lastsnd:5912 lastrcv:5912 lastack:2348 pacing_rate 185344000000bps delivered:2 app_limited busy:5640ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:4 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57678 ino:607 sk:5f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.5/11 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 476625455bps lastsnd:6152 lastrcv:6152 lastack:6108 pacing_rate 953164256bps delivery_rate 5957408bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57836 ino:649 sk:60 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 lastsnd:6096 lastrcv:6096 lastack:6096 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57640 ino:599 sk:61 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.18/11.815 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 320469438bps lastsnd:6164 lastrcv:6164 lastack:6120 pacing_rate 640880112bps delivery_rate 5957544bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57754 ino:629 sk:62 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 lastsnd:6120 lastrcv:6120 lastack:6120 pacing_rate 41943040000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65280
ESTAB 112256 0 127.0.0.1:20016 127.0.0.1:44196 ino:711 sk:63 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r113152,rb131072,t0,tb2626560,f1536,w0,o0,bl0,d5) ts sack cubic wscale:8,8 rto:200 ato:80 mss:32768 pmtu:65535 rcvmss:51840 advmss:65483 cwnd:10 bytes_received:112256 segs_out:12 segs_in:17 data_segs_in:11 lastsnd:5968 lastrcv:5696 lastack:5696 pacing_rate 41943040000000bps delivered:1 app_limited rcv_rtt:0.001 rcv_space:65483 rcv_ssthresh:103425 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20012 127.0.0.1:53598 ino:687 sk:64 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 lastsnd:5992 lastrcv:5992 lastack:5992 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57698 ino:613 sk:65 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.5/11 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 476625455bps lastsnd:6148 lastrcv:6148 lastack:6104 pacing_rate 953164256bps delivery_rate 5957408bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57574 ino:577 sk:66 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:11.359/13.63 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 230780879bps lastsnd:6240 lastrcv:6240 lastack:6192 pacing_rate 461531280bps delivery_rate 5460992bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57784 ino:633 sk:67 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 lastsnd:6124 lastrcv:6124 lastack:6124 pacing_rate 41943040000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57680 ino:609 sk:68 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.5/11 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 476625455bps lastsnd:6156 lastrcv:6156 lastack:6112 pacing_rate 953164256bps delivery_rate 5957408bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57822 ino:645 sk:69 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 lastsnd:6104 lastrcv:6104 lastack:6104 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57734 ino:623 sk:6a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 lastsnd:6132 lastrcv:6132 lastack:6132 pacing_rate 41943040000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65280
LISTEN 2 1 [::1]:20015 [::]:* ino:704 sk:6b cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d12) cubic cwnd:10 unacked:2
LISTEN 0 5 [::1]:20014 [::]:* ino:695 sk:6c cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::1]:20011 [::]:* ino:676 sk:6d cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10 tcp-ulp-mptcp
LISTEN 0 5 [::1]:20002 [::]:* ino:572 sk:6e cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [2001:db8::1]:20028 [::]:* ino:743 sk:6f cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d5) cubic cwnd:10
LISTEN 0 5 [::]:20005 [::]:* ino:575 sk:70 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 *:20003 *:* ino:573 sk:71 cgroup:/ v6only:0 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
ESTAB 0 0 [::1]:60836 [::1]:20002 ino:578 sk:72 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.36/4.274 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 489074627bps lastsnd:6228 lastrcv:6228 lastack:6228 pacing_rate 978103632bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:4 snd_wnd:65536
ESTAB 0 0 [::1]:60838 [::1]:20002 ino:640 sk:73 cgroup:/ <-> tos:0 tclass:0x20 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.5/1 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 5242880000bps lastsnd:6112 lastrcv:6104 lastack:6104 pacing_rate 10471622088bps delivery_rate 65536000bps delivered:2 app_limited busy:4ms rcv_space:65476 rcv_ssthresh:65476 minrtt:4 snd_wnd:65536
ESTAB 0 0 [::1]:60848 [::1]:20002 ino:655 sk:74 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:200 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 lastsnd:6076 lastrcv:6076 lastack:6076 pacing_rate 67502080000000bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:105441 minrtt:4 snd_wnd:105472
ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:36092 ino:583 sk:75 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.5/11 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 476625455bps lastsnd:6216 lastrcv:6216 lastack:6172 pacing_rate 953185912bps delivery_rate 5957544bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
CLOSE-WAIT 1 0 [::1]:20014 [::1]:34472 ino:699 sk:76 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 lastsnd:5980 lastrcv:5980 lastack:5980 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:4 snd_wnd:65536
ESTAB 0 0 [::ffff:127.0.0.1]:36102 [::ffff:127.0.0.1]:20003 ino:584 sk:77 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 lastsnd:6216 lastrcv:6216 lastack:6216 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:4 snd_wnd:65536
SYN-RECV 0 0 [2001:db8::1]:20028 [2001:db8::2]:53470 timer:(on,1.500ms,6) ino:0 sk:78

SYN-SENT 0 1 [2001:db8::1]:50848 [2001:db8::2]:9 timer:(on,1.468ms,5) ino:753 sk:79 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:1208 pmtu:1500 rcvmss:88 advmss:1440 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294691636 lastrcv:4294691636 lastack:4294691636 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:64800
ESTAB 0 0 [2001:db8::1]:43664 [2001:db8::2]:20026 ino:740 sk:7a cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 lastsnd:5916 lastrcv:5916 lastack:5916 pacing_rate 1827840000000bps delivered:2 app_limited rcv_space:14280 rcv_ssthresh:64108 minrtt:4 snd_wnd:64256
ESTAB 0 0 [::1]:38460 [::1]:20015 ino:705 sk:7b cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 lastsnd:5972 lastrcv:5972 lastack:5972 pacing_rate 41896960000000bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:4 snd_wnd:65464
ESTAB 0 0 [::1]:38470 [::1]:20015 ino:706 sk:7c cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 lastsnd:5972 lastrcv:5972 lastack:5972 pacing_rate 41896960000000bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:4 snd_wnd:65464
SYN-SENT 0 1 [::1]:38474 [::1]:20015 timer:(on,1.148ms,5) ino:707 sk:7d cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294691636 lastrcv:4294691636 lastack:4294691636 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65476
SYN-SENT 0 1 [::1]:38490 [::1]:20015 timer:(on,1.148ms,5) ino:708 sk:7e cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294691636 lastrcv:4294691636 lastack:4294691636 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65476
ESTAB 0 0 [::1]:50628 [::1]:20011 ino:678 sk:7f cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 lastsnd:5996 lastrcv:5996 lastack:5996 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:4 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/5cbbff33(id:0) seq:9f1c3d183edd5eb8 sfseq:321 ssnoff:478765df maplen:190
ESTAB 0 0 [::1]:20014 [::1]:34486 ino:701 sk:80 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 lastsnd:5980 lastrcv:5980 lastack:5980 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:4 snd_wnd:65536
ESTAB 0 0 [::1]:20002 [::1]:60836 ino:579 sk:81 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.18/11.815 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 320469438bps lastsnd:6228 lastrcv:6228 lastack:6184 pacing_rate 640929080bps delivery_rate 5957408bps delivered:4 app_limited busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:4 snd_wnd:65536
ESTAB 0 30000 [2001:db8::1]:53150 [2001:db8::2]:20025 timer:(on,652ms,4) ino:737 sk:82 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f2384,w34480,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3200 backoff:4 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:21820 bytes_retrans:5712 bytes_acked:401 bytes_received:400 segs_out:19 segs_in:3 data_segs_out:16 data_segs_in:1 lastsnd:2548 lastrcv:5916 lastack:5916 pacing_rate 1827840000000bps delivered:2 app_limited busy:5632ms unacked:11 retrans:1/4 lost:11 rcv_space:14280 rcv_ssthresh:64108 notsent:14292 minrtt:4 snd_wnd:64256
LAST-ACK 1 1 [2001:db8::1]:35022 [2001:db8::2]:20022 timer:(on,844ms,4) ino:0 sk:83 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3200 backoff:4 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:11 segs_in:4 data_segs_out:1 data_segs_in:1 lastsnd:5916 lastrcv:5916 lastack:5916 pacing_rate 1827840000000bps delivered:2 app_limited busy:5644ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:4 snd_wnd:64256
ESTAB 0 0 [::1]:20015 [::1]:38470 ino:0 sk:84 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 lastsnd:5972 lastrcv:5972 lastack:5972 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:4 snd_wnd:65536
FIN-WAIT-1 0 1 [2001:db8::1]:34712 [2001:db8::2]:20023 timer:(on,844ms,4) ino:0 sk:85 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3200 backoff:4 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:10 segs_in:3 data_segs_out:1 data_segs_in:1 lastsnd:5916 lastrcv:5916 lastack:5916 pacing_rate 1827840000000bps delivered:2 app_limited busy:5644ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:4 snd_wnd:64256
ESTAB 0 0 [::1]:20011 [::1]:50628 ino:680 sk:86 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.5/11 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 476625455bps lastsnd:5996 lastrcv:5996 lastack:5952 pacing_rate 953164256bps delivery_rate 5957408bps delivered:4 busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:4 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/55431838(id:0) seq:74971a8218edb7ff sfseq:321 ssnoff:ac7da0ff maplen:190
ESTAB 0 0 [::1]:36548 [::1]:20003 ino:580 sk:87 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 lastsnd:6216 lastrcv:6216 lastack:6216 pacing_rate 41943040000000bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:4 snd_wnd:65536
ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:36102 ino:585 sk:88 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.5/11 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 476625455bps lastsnd:6216 lastrcv:6216 lastack:6172 pacing_rate 953185912bps delivery_rate 5957544bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
ESTAB 0 0 [::1]:20002 [::1]:60838 ino:641 sk:89 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:4/1.5 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 655360000bps lastsnd:6108 lastrcv:6108 lastack:6104 pacing_rate 1310679040bps delivery_rate 65519616bps delivered:2 app_limited busy:4ms rcv_space:65464 rcv_ssthresh:65464 minrtt:4 snd_wnd:65280
CLOSE-WAIT 1 0 [::1]:20014 [::1]:34460 ino:697 sk:8a cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 lastsnd:5984 lastrcv:5984 lastack:5980 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:4 snd_wnd:65536
ESTAB 0 0 [::1]:20002 [::1]:60848 ino:656 sk:8b cgroup:/ <-> tos:0x2 tclass:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:208 rtt:5.5/11 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 767069091bps lastsnd:6076 lastrcv:6076 lastack:6032 pacing_rate 1533998720bps delivery_rate 9587704bps delivered:4 app_limited busy:44ms rcv_space:65464 rcv_ssthresh:105441 minrtt:4 snd_wnd:105472
ESTAB 0 0 [::1]:20015 [::1]:38460 ino:0 sk:8c cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 lastsnd:5972 lastrcv:5972 lastack:5972 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:4 snd_wnd:65536
ESTAB 0 0 [::1]:20003 [::1]:36548 ino:581 sk:8d cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.5/11 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 476625455bps lastsnd:6216 lastrcv:6216 lastack:6172 pacing_rate 953185912bps delivery_rate 5957544bps delivered:4 app_limited busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:4 snd_wnd:65536
ESTAB 0 0 [2001:db8::1]:52338 [2001:db8::2]:20007 ino:661 sk:8e cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:2.051/2.159 ato:40 mss:1428 pmtu:1500 rcvmss:1428 advmss:1428 cwnd:30 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:53 segs_in:52 data_segs_out:45 data_segs_in:45 send 167098976bps lastsnd:6040 lastrcv:6040 lastack:6040 pacing_rate 334055432bps delivered:46 app_limited rcv_space:14280 rcv_ssthresh:102767 minrtt:4 snd_wnd:102912
CLOSING 1 1 [2001:db8::1]:32986 [2001:db8::2]:20024 timer:(on,844ms,4) ino:0 sk:8f cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb46080,f2304,w896,o0,bl0,d5) ts sack cubic wscale:8,8 rto:3200 backoff:4 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:16 segs_in:9 data_segs_out:1 data_segs_in:1 lastsnd:5916 lastrcv:5916 lastack:2352 pacing_rate 182784000000bps delivered:2 app_limited busy:5644ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:4 snd_wnd:64256
FIN-WAIT-2 0 0 [::1]:34460 [::1]:20014 ino:696 sk:90 cgroup:/ <-- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.5/1 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 5242880000bps lastsnd:5984 lastrcv:5984 lastack:5976 pacing_rate 10480519736bps delivery_rate 65519616bps delivered:2 busy:4ms rcv_space:65476 rcv_ssthresh:65476 minrtt:4 snd_wnd:65536
FIN-WAIT-2 0 0 [::1]:34472 [::1]:20014 timer:(timewait,54sec,0) ino:0 sk:91

ESTAB 0 0 [::1]:34486 [::1]:20014 ino:700 sk:92 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 lastsnd:5980 lastrcv:5980 lastack:5980 pacing_rate 41896960000000bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:4 snd_wnd:65464
TIME-WAIT 0 0 [::1]:34492 [::1]:20014 timer:(timewait,54sec,0) ino:0 sk:93

