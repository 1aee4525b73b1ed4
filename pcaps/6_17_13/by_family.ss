State Recv-Q Send-Q Local Address:Port Peer Address:Port Process
LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:579 sk:1 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20008 0.0.0.0:* ino:671 sk:2 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o272,bl0,d0) cubic cwnd:10 md5keys:192.0.2.1/32=,127.0.0.1/32=
LISTEN 0 5 127.0.0.1:20009 0.0.0.0:* ino:675 sk:3 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20010 0.0.0.0:* ino:679 sk:4 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10 tcp-ulp-mptcp
LISTEN 0 5 127.0.0.1:20012 0.0.0.0:* ino:689 sk:5 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 2 1 127.0.0.1:20013 0.0.0.0:* ino:698 sk:6 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d12) cubic cwnd:10 unacked:2
LISTEN 0 5 127.0.0.1:20016 0.0.0.0:* ino:717 sk:7 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 192.0.2.1:20027 0.0.0.0:* ino:750 sk:8 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d5) cubic cwnd:10
LISTEN 0 4096 0.0.0.0:20004 0.0.0.0:* ino:582 sk:9 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41734 ino:627 sk:a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.433/10.616 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 482503221bps lastsnd:5760 lastrcv:5760 lastack:5716 pacing_rate 964895440bps delivery_rate 9362285712bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.028 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41832 ino:647 sk:b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.048/0.026 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 54613333333bps lastsnd:5748 lastrcv:5748 lastack:5748 pacing_rate 108942961032bps delivery_rate 12483047616bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.021 snd_wnd:65280
ESTAB 0 0 127.0.0.1:44352 127.0.0.1:20010 ino:681 sk:c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.64/0.397 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 4096000000bps lastsnd:5680 lastrcv:5680 lastack:5680 pacing_rate 8192000000bps delivery_rate 3404467528bps delivered:4 rcv_space:65495 rcv_ssthresh:65495 minrtt:0.077 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/401b5b49(id:0) seq:ff294ac1030a2eef sfseq:321 ssnoff:c8bb84da maplen:190
ESTAB 0 0 192.0.2.1:53730 192.0.2.2:20021 ino:733 sk:d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.068/0.037 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 1703529412bps lastsnd:5616 lastrcv:5616 lastack:5616 pacing_rate 3369890904bps delivery_rate 463360000bps delivered:2 app_limited rcv_space:14480 rcv_ssthresh:64088 minrtt:0.025 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41758 ino:633 sk:e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.054/0.027 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 48545185185bps lastsnd:5752 lastrcv:5752 lastack:5752 pacing_rate 96642949304bps delivery_rate 7489828568bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.035 snd_wnd:65280
ESTAB 0 0 127.0.0.1:44020 127.0.0.1:20008 ino:672 sk:f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:8,8 rto:204 rtt:1.193/0.901 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 2197351215bps lastsnd:5700 lastrcv:5700 lastack:5700 pacing_rate 4393321456bps delivery_rate 3276800000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.08 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41648 ino:607 sk:10 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.423/10.658 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 483392956bps lastsnd:5772 lastrcv:5772 lastack:5728 pacing_rate 966741344bps delivery_rate 11915636360bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.022 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41676 ino:611 sk:11 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.223/10.213 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 501903121bps lastsnd:5772 lastrcv:5772 lastack:5728 pacing_rate 1003758192bps delivery_rate 8192000000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.032 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41664 ino:609 sk:12 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.279/10.425 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 496578898bps lastsnd:5772 lastrcv:5772 lastack:5728 pacing_rate 993134272bps delivery_rate 8192000000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.032 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20012 127.0.0.1:55276 ino:695 sk:13 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.074/0.037 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 35424864865bps lastsnd:5676 lastrcv:5676 lastack:5676 pacing_rate 70849729728bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.074 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41682 ino:615 sk:14 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.44/10.697 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 481882353bps lastsnd:5768 lastrcv:5768 lastack:5724 pacing_rate 963742560bps delivery_rate 10485760000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.025 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:45968 ino:0 sk:15 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.18/0.09 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 14563555556bps lastsnd:5672 lastrcv:5672 lastack:5672 pacing_rate 29127111104bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.18 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41678 ino:613 sk:16 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.548/10.942 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 472501802bps lastsnd:5768 lastrcv:5768 lastack:5724 pacing_rate 944961016bps delivery_rate 9039448272bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.029 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41566 127.0.0.1:20001 ino:584 sk:17 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:4.459/3.361 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 587898632bps lastsnd:5800 lastrcv:5800 lastack:5800 pacing_rate 1175698384bps delivery_rate 3013149424bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.087 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41582 127.0.0.1:20001 ino:596 sk:18 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack reno wscale:8,8 rto:204 rtt:0.184/0.127 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 14246956522bps lastsnd:5780 lastrcv:5780 lastack:5780 pacing_rate 28359053408bps delivery_rate 7489828568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41598 127.0.0.1:20001 ino:598 sk:19 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.062/0.033 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 42281290323bps lastsnd:5780 lastrcv:5780 lastack:5780 pacing_rate 83718642712bps delivery_rate 7943757568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.033 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41614 127.0.0.1:20001 ino:600 sk:1a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:8,8 rto:204 rtt:0.067/0.037 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:6898515624bps,mrtt:0.038,pacing_gain:2.88672,cwnd_gain:2.88672) send 50863761194bps lastsnd:5776 lastrcv:5776 lastack:5776 pacing_rate 105429759224bps delivery_rate 6898526312bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.038 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41624 127.0.0.1:20001 ino:602 sk:1b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack bic wscale:8,8 rto:204 rtt:0.061/0.028 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 42974426230bps lastsnd:5776 lastrcv:5776 lastack:5776 pacing_rate 85598040816bps delivery_rate 7489828568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41632 127.0.0.1:20001 ino:604 sk:1c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cdg wscale:8,8 rto:204 rtt:0.049/0.015 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 53498775510bps lastsnd:5772 lastrcv:5772 lastack:5772 pacing_rate 105384522608bps delivery_rate 6553600000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.04 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41648 127.0.0.1:20001 ino:606 sk:1d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack dctcp-reno wscale:8,8 rto:204 rtt:0.115/0.079 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 dctcp:fallback_mode send 22795130435bps lastsnd:5772 lastrcv:5772 lastack:5772 pacing_rate 45442080168bps delivery_rate 7943757568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.033 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41664 127.0.0.1:20001 ino:608 sk:1e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack highspeed wscale:8,8 rto:204 rtt:0.069/0.042 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 37991884058bps lastsnd:5772 lastrcv:5772 lastack:5772 pacing_rate 75301687608bps delivery_rate 7710117640bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41676 127.0.0.1:20001 ino:610 sk:1f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack htcp wscale:8,8 rto:204 rtt:0.045/0.016 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 58254222222bps lastsnd:5772 lastrcv:5772 lastack:5772 pacing_rate 115545564736bps delivery_rate 7710117640bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41678 127.0.0.1:20001 ino:612 sk:20 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack hybla wscale:8,8 rto:204 rtt:0.077/0.065 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:2 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 6808935065bps lastsnd:5768 lastrcv:5768 lastack:5768 pacing_rate 13464860352bps delivery_rate 7281777776bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.036 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41682 127.0.0.1:20001 ino:614 sk:21 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack illinois wscale:8,8 rto:204 rtt:0.057/0.029 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 45990175439bps lastsnd:5768 lastrcv:5768 lastack:5768 pacing_rate 91578689952bps delivery_rate 7489828568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41698 127.0.0.1:20001 ino:616 sk:22 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack lp wscale:8,8 rto:204 rtt:0.048/0.017 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 54613333333bps lastsnd:5768 lastrcv:5768 lastack:5768 pacing_rate 107822724928bps delivery_rate 6553600000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.04 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41708 127.0.0.1:20001 ino:618 sk:23 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack nv wscale:8,8 rto:204 rtt:0.058/0.023 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 53498775510bps lastsnd:5764 lastrcv:5764 lastack:5764 pacing_rate 89813790144bps delivery_rate 6553600000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.04 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41718 127.0.0.1:20001 ino:620 sk:24 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack scalable wscale:8,8 rto:204 rtt:0.054/0.026 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 48545185185bps lastsnd:5768 lastrcv:5768 lastack:5768 pacing_rate 95760365296bps delivery_rate 7943757568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.033 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41720 127.0.0.1:20001 ino:622 sk:25 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack vegas wscale:8,8 rto:204 rtt:0.052/0.024 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 77101176471bps lastsnd:5768 lastrcv:5768 lastack:5768 pacing_rate 99391090040bps delivery_rate 7943757568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.033 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41722 127.0.0.1:20001 ino:624 sk:26 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack veno wscale:8,8 rto:204 rtt:0.108/0.063 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 24272592593bps lastsnd:5764 lastrcv:5764 lastack:5764 pacing_rate 48377208760bps delivery_rate 7710117640bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41734 127.0.0.1:20001 ino:626 sk:27 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack westwood wscale:8,8 rto:204 rtt:0.053/0.024 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 655360000bps lastsnd:5764 lastrcv:5764 lastack:5764 pacing_rate 97541953488bps delivery_rate 7489828568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.035 snd_wnd:65536
FIN-WAIT-2 0 0 127.0.0.1:55262 127.0.0.1:20012 ino:690 sk:28 cgroup:/ <-- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.6/1.003 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 4369066667bps lastsnd:5680 lastrcv:5680 lastack:5676 pacing_rate 8736313264bps delivery_rate 66298424bps delivered:2 busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.121 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41748 127.0.0.1:20001 ino:628 sk:29 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack yeah wscale:8,8 rto:204 rtt:0.046/0.017 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 74898285714bps lastsnd:5764 lastrcv:5764 lastack:5764 pacing_rate 113975652168bps delivery_rate 7710117640bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.034 snd_wnd:65536
FIN-WAIT-2 0 0 127.0.0.1:55268 127.0.0.1:20012 timer:(timewait,54sec,0) ino:0 sk:2a

ESTAB 0 0 127.0.0.1:41754 127.0.0.1:20001 ino:630 sk:2b fwmark:0xbeef cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.054/0.025 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 48545185185bps lastsnd:5764 lastrcv:5764 lastack:5764 pacing_rate 95463507968bps delivery_rate 6553600000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.04 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41758 127.0.0.1:20001 ino:632 sk:2c cgroup:/ <-> tos:0 class_id:0x5
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.062/0.052 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 42281290323bps lastsnd:5756 lastrcv:5756 lastack:5756 pacing_rate 83317057648bps delivery_rate 1394382976bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.045 snd_wnd:65536
ESTAB 0 0 127.0.0.1:55276 127.0.0.1:20012 ino:694 sk:2d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.06/0.03 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 43654666667bps lastsnd:5680 lastrcv:5680 lastack:5680 pacing_rate 87309333328bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.06 snd_wnd:65483
TIME-WAIT 0 0 127.0.0.1:55278 127.0.0.1:20012 timer:(timewait,54sec,0) ino:0 sk:2e

ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41874 ino:659 sk:2f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.055/0.027 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 47662545455bps lastsnd:5748 lastrcv:5748 lastack:5748 pacing_rate 95325090904bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.055 snd_wnd:65536
ESTAB 0 0 127.0.0.1%lo:41768 127.0.0.1:20001 ino:634 sk:30 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.119/0.052 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 22028907563bps lastsnd:5756 lastrcv:5756 lastack:5756 pacing_rate 43700187688bps delivery_rate 2674938768bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.098 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41784 127.0.0.1:20001 ino:636 sk:31 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.062/0.031 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 42281290323bps lastsnd:5756 lastrcv:5756 lastack:5756 pacing_rate 100000000bps/100000000bps delivery_rate 6721641024bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.039 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41788 127.0.0.1:20001 ino:638 sk:32 cgroup:/ <-> tos:0x48 class_id:0x2
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.058/0.027 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 45197241379bps lastsnd:5756 lastrcv:5752 lastack:5752 pacing_rate 89166978720bps delivery_rate 6096372088bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.043 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41784 ino:637 sk:33 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.067/0.036 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 39125970149bps lastsnd:5756 lastrcv:5756 lastack:5756 pacing_rate 78251940296bps delivery_rate 8192000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.032 snd_wnd:65280
ESTAB 0 0 127.0.0.1:41800 127.0.0.1:20001 ino:640 sk:34 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( recverr is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.064/0.031 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 40960000000bps lastsnd:5752 lastrcv:5752 lastack:5752 pacing_rate 81852500000bps delivery_rate 6096372088bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.043 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41810 127.0.0.1:20001 ino:642 sk:35 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk freebind mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.046/0.02 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 56987826087bps lastsnd:5752 lastrcv:5752 lastack:5752 pacing_rate 112355174256bps delivery_rate 7084972968bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.037 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41826 127.0.0.1:20001 ino:644 sk:36 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop transparent mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.049/0.021 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 53498775510bps lastsnd:5752 lastrcv:5752 lastack:5752 pacing_rate 105297688440bps delivery_rate 6393756096bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.041 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41832 127.0.0.1:20001 ino:646 sk:37 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all bind_addr_no_port)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.042/0.018 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 62415238095bps lastsnd:5752 lastrcv:5752 lastack:5752 pacing_rate 124727619040bps delivery_rate 7489828568bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41836 127.0.0.1:20001 timer:(keepalive,1min13sec,0) ino:650 sk:38 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.095/0.047 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:3 segs_in:2 send 27594105263bps lastsnd:5748 lastrcv:5748 lastack:1732 pacing_rate 55142736840bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.095 snd_wnd:65536
ESTAB 0 0 127.0.0.1:41838 127.0.0.1:20001 timer:(keepalive,24sec,0) ino:652 sk:39 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.054/0.027 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 48505185185bps lastsnd:5748 lastrcv:5748 lastack:5748 pacing_rate 97010370368bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.054 snd_wnd:65483
ESTAB 0 0 127.0.0.1:41854 127.0.0.1:20001 timer:(keepalive,1min24sec,0) ino:654 sk:3a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.047/0.023 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 55729361702bps lastsnd:5748 lastrcv:5748 lastack:5748 pacing_rate 111458723400bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.047 snd_wnd:65483
ESTAB 0 0 127.0.0.1:41870 127.0.0.1:20001 timer:(keepalive,119min,0) ino:656 sk:3b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.05/0.025 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 52385600000bps lastsnd:5748 lastrcv:5748 lastack:5748 pacing_rate 104771200000bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.05 snd_wnd:65483
ESTAB 0 0 127.0.0.1:41874 127.0.0.1:20001 uid:1000 ino:658 sk:3c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.051/0.025 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 51358431373bps lastsnd:5748 lastrcv:5748 lastack:5748 pacing_rate 102716862744bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.051 snd_wnd:65483
ESTAB 0 0 127.0.0.1:41876 127.0.0.1:20001 ino:661 sk:3d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:204 rtt:0.237/0.1 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 17801181435bps lastsnd:5736 lastrcv:5736 lastack:5736 pacing_rate 35564847200bps delivery_rate 1562548144bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:105441 minrtt:0.202 snd_wnd:105472
SYN-RECV 0 0 192.0.2.1:20027 192.0.2.2:51016 timer:(on,1.676ms,6) ino:0 sk:3e

ESTAB 0 2512512 127.0.0.1:40308 127.0.0.1:20016 timer:(persist,1.116ms,0) ino:718 sk:3f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f384,w2555520,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 backoff:4 rtt:4.95/9.453 mss:51840 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:164096 bytes_retrans:51840 bytes_acked:112257 segs_out:17 segs_in:13 data_segs_out:11 send 837818182bps lastsnd:5408 lastrcv:5668 lastack:2212 pacing_rate 1675594048bps delivery_rate 547124008bps delivered:12 busy:5668ms rwnd_limited:5668ms(100.0%) retrans:0/1 dsack_dups:1 rcv_space:65495 rcv_ssthresh:65495 notsent:2512512 minrtt:0.015
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41720 ino:623 sk:40 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.497/10.848 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 476885574bps lastsnd:5768 lastrcv:5768 lastack:5724 pacing_rate 953771144bps delivery_rate 10082461536bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.026 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41718 ino:621 sk:41 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.591/11.082 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 468867823bps lastsnd:5768 lastrcv:5768 lastack:5724 pacing_rate 937693712bps delivery_rate 10082461536bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.026 snd_wnd:65536
FIN-WAIT-1 0 1 192.0.2.1:60994 192.0.2.2:20018 timer:(on,1.180ms,4) ino:0 sk:42 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.1/0.054 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:10 segs_in:3 data_segs_out:1 data_segs_in:1 send 115840000bps lastsnd:5620 lastrcv:5620 lastack:5620 pacing_rate 2299553344bps delivery_rate 269395344bps delivered:2 app_limited busy:5428ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.043 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41768 ino:635 sk:43 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.128/0.072 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 20480000000bps lastsnd:5756 lastrcv:5756 lastack:5756 pacing_rate 40960000000bps delivery_rate 8738133328bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.03 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41722 ino:625 sk:44 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.563/10.877 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 471227755bps lastsnd:5764 lastrcv:5764 lastack:5720 pacing_rate 942391976bps delivery_rate 9039448272bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.029 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41754 ino:631 sk:45 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.065/0.035 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 40329846154bps lastsnd:5764 lastrcv:5764 lastack:5764 pacing_rate 80659692304bps delivery_rate 11397565216bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.023 snd_wnd:65280
ESTAB 0 0 127.0.0.1:50636 127.0.0.1:20003 ino:590 sk:46 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.131/0.089 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 20010992366bps lastsnd:5796 lastrcv:5796 lastack:5796 pacing_rate 39945752376bps delivery_rate 7489828568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:45978 ino:0 sk:47 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.079/0.039 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 33182784810bps lastsnd:5672 lastrcv:5672 lastack:5672 pacing_rate 66365569616bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.079 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41614 ino:601 sk:48 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.591/10.635 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 468867823bps lastsnd:5780 lastrcv:5780 lastack:5736 pacing_rate 937735640bps delivery_rate 8456258064bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.031 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41698 ino:617 sk:49 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.295/10.347 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 495078376bps lastsnd:5772 lastrcv:5772 lastack:5728 pacing_rate 990110000bps delivery_rate 9362285712bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.028 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41800 ino:641 sk:4a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.068/0.038 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 38550588235bps lastsnd:5752 lastrcv:5752 lastack:5752 pacing_rate 76678318096bps delivery_rate 11915636360bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.022 snd_wnd:65280
LAST-ACK 1 1 192.0.2.1:57514 192.0.2.2:20017 timer:(on,1.180ms,4) ino:0 sk:4b cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.237/0.107 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:11 segs_in:4 data_segs_out:1 data_segs_in:1 send 48877637bps lastsnd:5628 lastrcv:5620 lastack:5620 pacing_rate 977037424bps delivery_rate 63648344bps delivered:2 app_limited busy:5428ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.182 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41854 ino:655 sk:4c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.112/0.056 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 23405714286bps lastsnd:5748 lastrcv:5748 lastack:5748 pacing_rate 46811428568bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.112 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41876 ino:662 sk:4d cgroup:/ <-> tos:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:208 rtt:5.36/10.385 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 787104478bps lastsnd:5736 lastrcv:5736 lastack:5692 pacing_rate 1574208952bps delivery_rate 8272313720bps delivered:4 app_limited busy:44ms rcv_rtt:1 rcv_space:65483 rcv_ssthresh:105441 minrtt:0.051 snd_wnd:105472
ESTAB 0 0 192.0.2.1:55218 192.0.2.2:20006 ino:666 sk:4e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:1.7/1.596 ato:40 mss:1448 pmtu:1500 rcvmss:1448 advmss:1448 cwnd:30 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:50 segs_in:49 data_segs_out:42 data_segs_in:42 send 204423529bps lastsnd:5720 lastrcv:5720 lastack:5720 pacing_rate 408666760bps delivery_rate 2413333328bps delivered:43 app_limited busy:4ms rcv_space:14480 rcv_ssthresh:102589 minrtt:0.048 snd_wnd:102656
ESTAB 0 0 127.0.0.1:20008 127.0.0.1:44020 ino:673 sk:4f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:8,8 rto:208 rtt:6.324/11.977 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 414522454bps lastsnd:5704 lastrcv:5704 lastack:5656 pacing_rate 829028520bps delivery_rate 5349877544bps delivered:4 app_limited busy:48ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.049 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 0 0 127.0.0.1:20010 127.0.0.1:44352 ino:683 sk:50 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:6.973/12.073 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 375941489bps lastsnd:5684 lastrcv:5684 lastack:5636 pacing_rate 751829064bps delivery_rate 5567344bps delivered:4 busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.102 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/90b71753(id:0) seq:78aefce81fda2b7 sfseq:321 ssnoff:972a5577 maplen:190
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41838 ino:653 sk:51 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.062/0.031 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 42281290323bps lastsnd:5748 lastrcv:5748 lastack:5748 pacing_rate 84562580640bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.062 snd_wnd:65536
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:55268 ino:693 sk:52 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.123/0.061 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 21312520325bps lastsnd:5680 lastrcv:5680 lastack:5680 pacing_rate 42625040648bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.123 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41836 ino:651 sk:53 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d1) ts sack cubic wscale:8,8 rto:204 rtt:0.105/0.052 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_out:1 segs_in:3 send 24966095238bps lastsnd:5748 lastrcv:5748 lastack:5748 pacing_rate 49932190472bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.105 snd_wnd:65536
CLOSING 1 1 192.0.2.1:60860 192.0.2.2:20019 timer:(on,1.180ms,4) ino:0 sk:54 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb46080,f2304,w896,o0,bl0,d5) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.072/0.039 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:16 segs_in:9 data_segs_out:1 data_segs_in:1 send 160888889bps lastsnd:5620 lastrcv:5620 lastack:2080 pacing_rate 320664352bps delivery_rate 463360000bps delivered:2 app_limited busy:5428ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.025 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41598 ino:599 sk:55 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.05/9.984 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 519097030bps lastsnd:5784 lastrcv:5784 lastack:5740 pacing_rate 1038116968bps delivery_rate 11915636360bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.022 snd_wnd:65536
ESTAB 112256 0 127.0.0.1:20016 127.0.0.1:40308 ino:719 sk:56 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r113152,rb131072,t0,tb2626560,f1536,w0,o0,bl0,d5) ts sack cubic wscale:8,8 rto:200 rtt:0.076/0.038 ato:80 mss:32768 pmtu:65535 rcvmss:51840 advmss:65483 cwnd:10 bytes_received:112256 segs_out:12 segs_in:17 data_segs_in:11 send 34492631579bps lastsnd:5668 lastrcv:5408 lastack:5408 pacing_rate 68985263152bps delivered:1 app_limited rcv_rtt:1 rcv_space:65483 rcv_ssthresh:103425 minrtt:0.076 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41870 ino:657 sk:57 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.115/0.057 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 22795130435bps lastsnd:5748 lastrcv:5748 lastack:5748 pacing_rate 45590260864bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.115 snd_wnd:65536
SYN-SENT 0 1 192.0.2.1:47692 192.0.2.2:9 timer:(on,1.676ms,5) ino:760 sk:58 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:524 pmtu:1500 rcvmss:88 advmss:1460 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294683588 lastrcv:4294683588 lastack:4294683588 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:64240
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41566 ino:585 sk:59 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:9.863/12.828 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 265785258bps lastsnd:5804 lastrcv:5804 lastack:5756 pacing_rate 531550304bps delivery_rate 1608245392bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.163 snd_wnd:65536
ESTAB 0 0 127.0.0.1:56490 127.0.0.1:20009 ino:676 sk:5a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack fastopen cubic wscale:8,8 rto:204 rtt:1.278/0.639 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:7 bytes_acked:8 segs_out:2 segs_in:1 data_segs_out:1 send 2049514867bps lastsnd:5696 lastrcv:5696 lastack:5696 pacing_rate 4099029728bps delivered:1 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:1.278 snd_wnd:65483
SYN-SENT 0 -1527666231 127.0.0.1:56504 127.0.0.1:20009 ino:678 sk:5b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all defer_connect)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic rto:1000 mss:536 cwnd:10 lastsnd:4294683588 lastrcv:4294683588 lastack:4294683588 app_limited
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41810 ino:643 sk:5c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.054/0.029 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 48545185185bps lastsnd:5752 lastrcv:5752 lastack:5752 pacing_rate 96866143184bps delivery_rate 13107200000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.02 snd_wnd:65280
ESTAB 0 0 127.0.0.1:45968 127.0.0.1:20013 ino:699 sk:5d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.171/0.085 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 15317426901bps lastsnd:5676 lastrcv:5676 lastack:5676 pacing_rate 30634853800bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.171 snd_wnd:65483
ESTAB 0 0 127.0.0.1:45978 127.0.0.1:20013 ino:700 sk:5e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.076/0.038 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 34464210526bps lastsnd:5672 lastrcv:5672 lastack:5672 pacing_rate 68928421048bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.076 snd_wnd:65483
SYN-SENT 0 1 127.0.0.1:45986 127.0.0.1:20013 timer:(on,1.452ms,5) ino:701 sk:5f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294683588 lastrcv:4294683588 lastack:4294683588 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65495
SYN-SENT 0 1 127.0.0.1:46002 127.0.0.1:20013 timer:(on,1.452ms,5) ino:702 sk:60 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294683588 lastrcv:4294683588 lastack:4294683588 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65495
ESTAB 0 30000 192.0.2.1:55524 192.0.2.2:20020 timer:(on,988ms,4) ino:730 sk:61 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f2384,w34480,o0,bl0,d0) ts sack reno wscale:8,8 rto:3264 backoff:4 rtt:0.063/0.034 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:5 bytes_sent:22120 bytes_retrans:5792 bytes_acked:401 bytes_received:400 segs_out:19 segs_in:3 data_segs_out:16 data_segs_in:1 send 183873016bps lastsnd:2276 lastrcv:5620 lastack:5620 pacing_rate 3655700192bps delivery_rate 482666664bps delivered:2 app_limited busy:5428ms unacked:11 retrans:1/4 lost:11 rcv_space:14480 rcv_ssthresh:64088 notsent:14072 minrtt:0.024 snd_wnd:64768
ESTAB 7 0 127.0.0.1:20009 127.0.0.1:56490 ino:677 sk:62 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r903,rb131072,t0,tb2626560,f3193,w0,o0,bl0,d0) ts sack fastopen cubic wscale:8,8 rto:204 rtt:0.592/0.296 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:7 segs_in:2 data_segs_in:1 send 4428108108bps lastsnd:5696 lastrcv:5700 lastack:5696 pacing_rate 8856216216bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.592 snd_wnd:65536
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:55262 ino:691 sk:63 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.117/0.058 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 22405470085bps lastsnd:5680 lastrcv:5680 lastack:5680 pacing_rate 44810940168bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.117 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41632 ino:605 sk:64 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.569/10.907 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 470720057bps lastsnd:5776 lastrcv:5776 lastack:5732 pacing_rate 941376720bps delivery_rate 5825422216bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.045 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41748 ino:629 sk:65 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.328/10.386 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 492012012bps lastsnd:5764 lastrcv:5764 lastack:5720 pacing_rate 983862440bps delivery_rate 9709037032bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.027 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41708 ino:619 sk:66 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.909/11.378 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 443635133bps lastsnd:5768 lastrcv:5768 lastack:5724 pacing_rate 887232728bps delivery_rate 7281777776bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.036 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41788 ino:639 sk:67 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.138/0.165 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 18995942029bps lastsnd:5756 lastrcv:5756 lastack:5752 pacing_rate 37854729240bps delivery_rate 419430400bps delivered:2 app_limited busy:4ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.069 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41624 ino:603 sk:68 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.271/10.299 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 497332574bps lastsnd:5780 lastrcv:5780 lastack:5736 pacing_rate 994523640bps delivery_rate 9709037032bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.027 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41582 ino:597 sk:69 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.43/10.593 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 482769797bps lastsnd:5784 lastrcv:5784 lastack:5740 pacing_rate 965495136bps delivery_rate 8192000000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.032 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:41826 ino:645 sk:6a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.054/0.029 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 48545185185bps lastsnd:5752 lastrcv:5752 lastack:5752 pacing_rate 96642949304bps delivery_rate 12483047616bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.021 snd_wnd:65280
LISTEN 0 5 [2001:db8::1]:20028 [::]:* ino:751 sk:6b cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d5) cubic cwnd:10
LISTEN 0 5 [::1]:20002 [::]:* ino:580 sk:6c cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 2 1 [::1]:20015 [::]:* ino:712 sk:6d cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d12) cubic cwnd:10 unacked:2
LISTEN 0 5 [::1]:20014 [::]:* ino:703 sk:6e cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::1]:20011 [::]:* ino:684 sk:6f cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10 tcp-ulp-mptcp
LISTEN 0 5 *:20003 *:* ino:581 sk:70 cgroup:/ v6only:0 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::]:20005 [::]:* ino:583 sk:71 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
ESTAB 0 0 [::1]:34950 [::1]:20002 ino:586 sk:72 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:1.927/1.504 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 1360373638bps lastsnd:5800 lastrcv:5800 lastack:5800 pacing_rate 2720217912bps delivery_rate 4297442616bps delivered:4 app_limited busy:4ms rcv_space:65476 rcv_ssthresh:65476 minrtt:0.061 snd_wnd:65536
ESTAB 0 0 [::1]:34962 [::1]:20002 ino:648 sk:73 cgroup:/ <-> tos:0 tclass:0x20 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.084/0.038 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 31207619048bps lastsnd:5752 lastrcv:5752 lastack:5752 pacing_rate 62161661720bps delivery_rate 4032984608bps delivered:2 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.065 snd_wnd:65536
ESTAB 0 0 [::1]:34968 [::1]:20002 ino:663 sk:74 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:204 rtt:0.338/0.177 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 12481893491bps lastsnd:5736 lastrcv:5736 lastack:5736 pacing_rate 24963786976bps delivery_rate 3800792792bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:105441 minrtt:0.111 snd_wnd:105472
CLOSING 1 1 [2001:db8::1]:59608 [2001:db8::2]:20024 timer:(on,1.176ms,4) ino:0 sk:75 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb46080,f2304,w896,o0,bl0,d5) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.061/0.033 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:16 segs_in:9 data_segs_out:1 data_segs_in:1 send 187278689bps lastsnd:5624 lastrcv:5624 lastack:2088 pacing_rate 374557376bps delivery_rate 439384608bps delivered:2 app_limited busy:5432ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.026 snd_wnd:64256
ESTAB 0 30000 [2001:db8::1]:37924 [2001:db8::2]:20025 timer:(on,984ms,4) ino:745 sk:76 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f2384,w34480,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.056/0.028 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:21820 bytes_retrans:5712 bytes_acked:401 bytes_received:400 segs_out:19 segs_in:3 data_segs_out:16 data_segs_in:1 send 204000000bps lastsnd:2280 lastrcv:5624 lastack:5624 pacing_rate 4070913136bps delivery_rate 317333328bps delivered:2 app_limited busy:5432ms unacked:11 retrans:1/4 lost:11 rcv_space:14280 rcv_ssthresh:64108 notsent:14292 minrtt:0.036 snd_wnd:64256
LAST-ACK 1 1 [2001:db8::1]:45588 [2001:db8::2]:20022 timer:(on,1.176ms,4) ino:0 sk:77 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.138/0.057 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:11 segs_in:4 data_segs_out:1 data_segs_in:1 send 82782609bps lastsnd:5624 lastrcv:5624 lastack:5624 pacing_rate 1648187552bps delivery_rate 93639344bps delivered:2 app_limited busy:5432ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.122 snd_wnd:64256
CLOSE-WAIT 1 0 [::1]:20014 [::1]:37984 ino:707 sk:78 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.067/0.033 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 39125970149bps lastsnd:5676 lastrcv:5676 lastack:5676 pacing_rate 78251940296bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.067 snd_wnd:65536
CLOSE-WAIT 1 0 [::1]:20014 [::1]:37968 ino:705 sk:79 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.098/0.049 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 26749387755bps lastsnd:5676 lastrcv:5676 lastack:5676 pacing_rate 53498775504bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.098 snd_wnd:65536
ESTAB 0 0 [::1]:57850 [::1]:20003 ino:588 sk:7a cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.114/0.075 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 22995087719bps lastsnd:5800 lastrcv:5800 lastack:5800 pacing_rate 45939802840bps delivery_rate 7084972968bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.037 snd_wnd:65536
FIN-WAIT-1 0 1 [2001:db8::1]:56686 [2001:db8::2]:20023 timer:(on,1.176ms,4) ino:0 sk:7b cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.074/0.04 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:10 segs_in:3 data_segs_out:1 data_segs_in:1 send 154378378bps lastsnd:5624 lastrcv:5624 lastack:5624 pacing_rate 3072000000bps delivery_rate 408000000bps delivered:2 app_limited busy:5432ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.028 snd_wnd:64256
ESTAB 0 0 [::ffff:127.0.0.1]:50644 [::ffff:127.0.0.1]:20003 ino:592 sk:7c cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.165/0.116 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 15887515152bps lastsnd:5796 lastrcv:5796 lastack:5796 pacing_rate 31775030296bps delivery_rate 7281777776bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.036 snd_wnd:65536
ESTAB 0 0 [::1]:20015 [::1]:32984 ino:0 sk:7d cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.048/0.024 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 54613333333bps lastsnd:5672 lastrcv:5672 lastack:5672 pacing_rate 109226666664bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.048 snd_wnd:65536
ESTAB 0 0 [::1]:20002 [::1]:34968 ino:664 sk:7e cgroup:/ <-> tos:0x2 tclass:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:208 rtt:5.421/10.578 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 778247556bps lastsnd:5736 lastrcv:5736 lastack:5692 pacing_rate 1556387440bps delivery_rate 14547862064bps delivered:4 app_limited busy:44ms rcv_rtt:1 rcv_space:65464 rcv_ssthresh:105441 minrtt:0.029 snd_wnd:105472
ESTAB 0 0 [2001:db8::1]:48040 [2001:db8::2]:20026 ino:748 sk:7f cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.07/0.038 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 1632000000bps lastsnd:5624 lastrcv:5624 lastack:5624 pacing_rate 3240851056bps delivery_rate 456960000bps delivered:2 app_limited rcv_space:14280 rcv_ssthresh:64108 minrtt:0.025 snd_wnd:64256
ESTAB 0 0 [::1]:20003 [::1]:57850 ino:589 sk:80 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.398/10.605 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 485631715bps lastsnd:5800 lastrcv:5800 lastack:5756 pacing_rate 971263424bps delivery_rate 6393756096bps delivered:4 app_limited busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.041 snd_wnd:65536
ESTAB 0 0 [::1]:20014 [::1]:37990 ino:709 sk:81 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.083/0.041 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 31583614458bps lastsnd:5676 lastrcv:5676 lastack:5676 pacing_rate 63167228912bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.083 snd_wnd:65536
ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:50644 ino:593 sk:82 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.53/10.885 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 474039783bps lastsnd:5796 lastrcv:5796 lastack:5752 pacing_rate 948036704bps delivery_rate 11397565216bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.023 snd_wnd:65536
ESTAB 0 0 [::1]:50620 [::1]:20011 ino:686 sk:83 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.252/0.177 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 10402539683bps lastsnd:5688 lastrcv:5688 lastack:5688 pacing_rate 20805079360bps delivery_rate 5140078424bps delivered:4 rcv_space:65476 rcv_ssthresh:65476 minrtt:0.051 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/12f36b86(id:0) seq:77c750279baacb0c sfseq:321 ssnoff:1ba7a35f maplen:190
ESTAB 0 0 [::1]:20002 [::1]:34950 ino:587 sk:84 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:6.245/11.123 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 419766213bps lastsnd:5800 lastrcv:5800 lastack:5756 pacing_rate 839431608bps delivery_rate 4297442616bps delivered:4 app_limited busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.061 snd_wnd:65536
ESTAB 0 0 [2001:db8::1]:36844 [2001:db8::2]:20007 ino:669 sk:85 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:1.108/1.15 ato:40 mss:1428 pmtu:1500 rcvmss:1428 advmss:1428 cwnd:37 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:53 segs_in:52 data_segs_out:45 data_segs_in:45 send 381487365bps lastsnd:5716 lastrcv:5716 lastack:5716 pacing_rate 762630576bps delivery_rate 3343609752bps delivered:46 app_limited rcv_space:14280 rcv_ssthresh:102767 minrtt:0.041 snd_wnd:100352
ESTAB 0 0 [::1]:32968 [::1]:20015 ino:713 sk:86 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.067/0.033 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 39082985075bps lastsnd:5672 lastrcv:5672 lastack:5672 pacing_rate 78165970144bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.067 snd_wnd:65464
ESTAB 0 0 [::1]:32984 [::1]:20015 ino:714 sk:87 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.041/0.02 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 63867317073bps lastsnd:5672 lastrcv:5672 lastack:5672 pacing_rate 127734634144bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.041 snd_wnd:65464
SYN-SENT 0 1 [::1]:32996 [::1]:20015 timer:(on,1.448ms,5) ino:715 sk:88 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294683592 lastrcv:4294683592 lastack:4294683592 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65476
SYN-SENT 0 1 [::1]:33008 [::1]:20015 timer:(on,1.448ms,5) ino:716 sk:89 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294683592 lastrcv:4294683592 lastack:4294683592 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65476
ESTAB 0 0 [::1]:20015 [::1]:32968 ino:0 sk:8a cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.077/0.038 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 34044675325bps lastsnd:5672 lastrcv:5672 lastack:5672 pacing_rate 68089350648bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.077 snd_wnd:65536
FIN-WAIT-2 0 0 [::1]:37968 [::1]:20014 ino:704 sk:8b cgroup:/ <-- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.407/0.644 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 6440884521bps lastsnd:5676 lastrcv:5676 lastack:5672 pacing_rate 12873861264bps delivery_rate 103901704bps delivered:2 busy:4ms rcv_space:65476 rcv_ssthresh:65476 minrtt:0.105 snd_wnd:65536
FIN-WAIT-2 0 0 [::1]:37984 [::1]:20014 timer:(timewait,54sec,0) ino:0 sk:8c

ESTAB 0 0 [::1]:37990 [::1]:20014 ino:708 sk:8d cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.064/0.032 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 40915000000bps lastsnd:5676 lastrcv:5676 lastack:5676 pacing_rate 81830000000bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.064 snd_wnd:65464
TIME-WAIT 0 0 [::1]:38002 [::1]:20014 timer:(timewait,54sec,0) ino:0 sk:8e

SYN-SENT 0 1 [2001:db8::1]:55750 [2001:db8::2]:9 timer:(on,1.672ms,5) ino:761 sk:8f cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:1208 pmtu:1500 rcvmss:88 advmss:1440 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294683592 lastrcv:4294683592 lastack:4294683592 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:64800
ESTAB 0 0 [::1]:20011 [::1]:50620 ino:688 sk:90 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.559/10.761 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 471566829bps lastsnd:5688 lastrcv:5688 lastack:5644 pacing_rate 943133656bps delivery_rate 6120992bps delivered:4 busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.043 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/ea5911b5(id:0) seq:57dba469238599b8 sfseq:321 ssnoff:59a467fa maplen:190
SYN-RECV 0 0 [2001:db8::1]:20028 [2001:db8::2]:55636 timer:(on,1.672ms,6) ino:0 sk:91

ESTAB 0 0 [::1]:20002 [::1]:34962 ino:649 sk:92 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.079/0.042 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 33182784810bps lastsnd:5752 lastrcv:5752 lastack:5752 pacing_rate 65844646776bps delivery_rate 6241523808bps delivered:2 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.042 snd_wnd:65280
ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:50636 ino:591 sk:93 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.277/10.264 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 496767103bps lastsnd:5800 lastrcv:5800 lastack:5756 pacing_rate 993369488bps delivery_rate 10485760000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.025 snd_wnd:65536
