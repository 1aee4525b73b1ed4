State Recv-Q Send-Q Local Address:Port Peer Address:Port Process
LISTEN 0 4096 0.0.0.0:20004 0.0.0.0:* ino:10561 sk:1 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 192.0.2.1:20027 0.0.0.0:* ino:10729 sk:2 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d2) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20016 0.0.0.0:* ino:10696 sk:3 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:10558 sk:4 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20008 0.0.0.0:* ino:10650 sk:5 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o272,bl0,d0) cubic cwnd:10 md5keys:192.0.2.1/32=,127.0.0.1/32=
LISTEN 0 5 127.0.0.1:20009 0.0.0.0:* ino:10654 sk:6 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20010 0.0.0.0:* ino:10658 sk:7 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10 tcp-ulp-mptcp
LISTEN 0 5 127.0.0.1:20012 0.0.0.0:* ino:10668 sk:8 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 2 1 127.0.0.1:20013 0.0.0.0:* ino:10677 sk:9 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d6) cubic cwnd:10 unacked:2
ESTAB 0 0 127.0.0.1:57780 127.0.0.1:20001 ino:10583 sk:a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cdg wscale:7,7 rto:204 rtt:0.057/0.021 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 45990175439bps lastsnd:4740 lastrcv:4740 lastack:4740 pacing_rate 90982733184bps delivery_rate 6721641024bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.039 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57914 ino:10612 sk:b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.312/0.181 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 8402051282bps lastsnd:4712 lastrcv:4712 lastack:4712 pacing_rate 16757107464bps delivery_rate 10485760000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.025 snd_wnd:65152
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57822 ino:10594 sk:c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.346/10.513 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 490355406bps lastsnd:4736 lastrcv:4736 lastack:4692 pacing_rate 980550320bps delivery_rate 8738133328bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.03 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57822 127.0.0.1:20001 ino:10593 sk:d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack illinois wscale:7,7 rto:204 rtt:0.048/0.016 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 54613333333bps lastsnd:4736 lastrcv:4736 lastack:4736 pacing_rate 108100618552bps delivery_rate 6553600000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.04 snd_wnd:65536
SYN-SENT 0 1 127.0.0.1:60518 127.0.0.1:20013 timer:(on,2.400ms,2) ino:10681 sk:e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f2816,w1280,o0,bl0,d0) cubic rto:4000 backoff:2 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:3 lastsnd:4294682624 lastrcv:4294682624 lastack:4294682624 app_limited unacked:1 retrans:1/2 lost:1 rcv_ssthresh:65495
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57808 ino:10592 sk:f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.449/10.728 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 481086438bps lastsnd:4736 lastrcv:4736 lastack:4692 pacing_rate 962040456bps delivery_rate 8738133328bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.03 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57930 ino:10614 sk:10 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.097/0.054 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 27025154639bps lastsnd:4712 lastrcv:4712 lastack:4712 pacing_rate 54050309272bps delivery_rate 9709037032bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.027 snd_wnd:65152
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57826 ino:10596 sk:11 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.259/10.276 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 498467389bps lastsnd:4736 lastrcv:4736 lastack:4692 pacing_rate 996792616bps delivery_rate 9709037032bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.027 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20012 127.0.0.1:39636 ino:10674 sk:12 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.077/0.038 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 34044675325bps lastsnd:4632 lastrcv:4632 lastack:4632 pacing_rate 68089350648bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.077 snd_wnd:65536
ESTAB 0 2507233 127.0.0.1:36084 127.0.0.1:20016 timer:(persist,2.176ms,0) ino:10697 sk:13 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f3359,w2605793,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 backoff:4 rtt:4.603/8.822 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:112074 bytes_retrans:32741 bytes_acked:79334 segs_out:17 segs_in:13 data_segs_out:11 send 569037584bps lastsnd:4368 lastrcv:4624 lastack:1152 pacing_rate 1138013360bps delivery_rate 391521672bps delivered:12 busy:4624ms rwnd_limited:4620ms(99.9%) retrans:0/1 dsack_dups:1 rcv_space:65495 rcv_ssthresh:65495 notsent:2507233 minrtt:0.017
ESTAB 79333 0 127.0.0.1:20016 127.0.0.1:36084 ino:10698 sk:14 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r80613,rb131072,t0,tb2626560,f1307,w0,o0,bl0,d5) ts sack cubic wscale:7,7 rto:200 rtt:0.231/0.115 ato:80 mss:32768 pmtu:65535 rcvmss:32741 advmss:65483 cwnd:10 bytes_received:79333 segs_out:12 segs_in:17 data_segs_in:11 send 11348225108bps lastsnd:4624 lastrcv:4368 lastack:4368 pacing_rate 22696450216bps delivered:1 app_limited rcv_rtt:1 rcv_space:65483 rcv_ssthresh:65483 minrtt:0.231 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57770 127.0.0.1:20001 ino:10579 sk:15 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:7,7 rto:204 rtt:0.085/0.047 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:6241515624bps,mrtt:0.042,pacing_gain:2.88672,cwnd_gain:2.88672) send 40092611765bps lastsnd:4744 lastrcv:4744 lastack:4744 pacing_rate 81364257128bps delivery_rate 6241523808bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.042 snd_wnd:65536
ESTAB 0 0 127.0.0.1:40384 127.0.0.1:20010 ino:10660 sk:16 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.621/0.356 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 4221320451bps lastsnd:4640 lastrcv:4636 lastack:4636 pacing_rate 8430761808bps delivery_rate 801663608bps delivered:4 busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.178 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/9e306668(id:0) seq:6694efb7120e2be9 sfseq:321 ssnoff:6b13484f maplen:190
ESTAB 0 0 127.0.0.1:57862 127.0.0.1:20001 ino:10601 sk:17 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack vegas wscale:7,7 rto:204 rtt:0.083/0.032 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 40960000000bps lastsnd:4724 lastrcv:4724 lastack:4724 pacing_rate 62977537536bps delivery_rate 4161015872bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.063 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57990 127.0.0.1:20001 timer:(keepalive,1min14sec,0) ino:10629 sk:18 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.06/0.03 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:3 segs_in:2 send 43690666667bps lastsnd:4704 lastrcv:4704 lastack:512 pacing_rate 87309333328bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.06 snd_wnd:65536
ESTAB 0 0 127.0.0.1:48848 127.0.0.1:20008 ino:10651 sk:19 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:7,7 rto:204 rtt:1.137/0.861 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 2305576077bps lastsnd:4652 lastrcv:4652 lastack:4652 pacing_rate 4608112496bps delivery_rate 4443118640bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.059 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 0 0 127.0.0.1:38240 127.0.0.1:20003 ino:10569 sk:1a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.153/0.107 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 17133594771bps lastsnd:4760 lastrcv:4760 lastack:4760 pacing_rate 34183406680bps delivery_rate 6721641024bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.039 snd_wnd:65536
SYN-SENT 0 1 127.0.0.1:60506 127.0.0.1:20013 timer:(on,2.400ms,2) ino:10680 sk:1b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f2816,w1280,o0,bl0,d0) cubic rto:4000 backoff:2 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:3 lastsnd:4294682624 lastrcv:4294682624 lastack:4294682624 app_limited unacked:1 retrans:1/2 lost:1 rcv_ssthresh:65495
ESTAB 0 0 127.0.0.1:57908 127.0.0.1:20001 ino:10609 sk:1c fwmark:0xbeef cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.06/0.028 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 43690666667bps lastsnd:4716 lastrcv:4716 lastack:4716 pacing_rate 86587768592bps delivery_rate 6096372088bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.043 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57740 ino:10564 sk:1d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:212 rtt:8.167/11.19 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 320979552bps lastsnd:4772 lastrcv:4772 lastack:4728 pacing_rate 641939448bps delivery_rate 3318278480bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.079 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57788 127.0.0.1:20001 ino:10585 sk:1e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack dctcp-reno wscale:7,7 rto:204 rtt:0.103/0.068 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 dctcp:fallback_mode send 25450873786bps lastsnd:4740 lastrcv:4740 lastack:4740 pacing_rate 50778498784bps delivery_rate 6898526312bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.038 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57780 ino:10584 sk:1f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.815/11.381 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 450806535bps lastsnd:4740 lastrcv:4740 lastack:4696 pacing_rate 901477416bps delivery_rate 8456258064bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.031 snd_wnd:65536
TIME-WAIT 0 0 127.0.0.1:39644 127.0.0.1:20012 timer:(timewait,55sec,0) ino:0 sk:20

ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57772 ino:10582 sk:21 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.335/10.5 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 491366448bps lastsnd:4744 lastrcv:4744 lastack:4700 pacing_rate 982686840bps delivery_rate 9362285712bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.028 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57988 ino:10626 sk:22 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.059/0.032 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 44431186441bps lastsnd:4708 lastrcv:4708 lastack:4708 pacing_rate 88862372880bps delivery_rate 10922666664bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.024 snd_wnd:65152
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57946 ino:10618 sk:23 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.124/0.068 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 21140645161bps lastsnd:4708 lastrcv:4712 lastack:4708 pacing_rate 42027094184bps delivery_rate 5698782608bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.046 snd_wnd:65152
ESTAB 0 0 127.0.0.1:57984 127.0.0.1:20001 ino:10623 sk:24 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop transparent mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.049/0.02 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 53498775510bps lastsnd:4708 lastrcv:4708 lastack:4708 pacing_rate 106909387752bps delivery_rate 6241523808bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.042 snd_wnd:65536
LAST-ACK 1 1 192.0.2.1:43978 192.0.2.2:20017 timer:(on,2.208ms,4) ino:0 sk:25 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f2816,w1280,o0,bl0,d0) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.229/0.123 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:11 segs_in:4 data_segs_out:1 data_segs_in:1 send 50585153bps lastsnd:4584 lastrcv:4584 lastack:4580 pacing_rate 1008400432bps delivery_rate 99862064bps delivered:2 app_limited busy:4404ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.116 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57940 ino:10616 sk:26 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.064/0.035 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 40960000000bps lastsnd:4712 lastrcv:4712 lastack:4712 pacing_rate 81601245136bps delivery_rate 10922666664bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.024 snd_wnd:65152
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57962 ino:10620 sk:27 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.077/0.043 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 34044675325bps lastsnd:4708 lastrcv:4708 lastack:4708 pacing_rate 67650064512bps delivery_rate 10485760000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.025 snd_wnd:65152
ESTAB 0 30000 192.0.2.1:56370 192.0.2.2:20020 timer:(on,2.020ms,4) ino:10709 sk:28 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f464,w36400,o0,bl0,d0) ts sack reno wscale:7,7 rto:3264 backoff:4 rtt:0.063/0.034 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:5 bytes_sent:22120 bytes_retrans:5792 bytes_acked:401 bytes_received:400 segs_out:19 segs_in:3 data_segs_out:16 data_segs_in:1 send 183873016bps lastsnd:1244 lastrcv:4584 lastack:4584 pacing_rate 3634196072bps delivery_rate 429037032bps delivered:2 app_limited busy:4404ms unacked:11 retrans:1/4 lost:11 rcv_space:14480 rcv_ssthresh:64088 notsent:14072 minrtt:0.027 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:58002 ino:10636 sk:29 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.066/0.033 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 39718787879bps lastsnd:4704 lastrcv:4704 lastack:4704 pacing_rate 79437575752bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.066 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57978 127.0.0.1:20001 ino:10621 sk:2a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk freebind mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.046/0.019 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 56987826087bps lastsnd:4708 lastrcv:4708 lastack:4708 pacing_rate 113266162160bps delivery_rate 6393756096bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.041 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57802 ino:10590 sk:2b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.628/11.007 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 465785359bps lastsnd:4736 lastrcv:4736 lastack:4692 pacing_rate 931467272bps delivery_rate 4161015872bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.063 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57992 127.0.0.1:20001 timer:(keepalive,25sec,0) ino:10631 sk:2c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.051/0.025 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 51358431373bps lastsnd:4704 lastrcv:4704 lastack:4704 pacing_rate 102716862744bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.051 snd_wnd:65483
ESTAB 0 0 127.0.0.1:57914 127.0.0.1:20001 ino:10611 sk:2d cgroup:/ <-> tos:0 class_id:0x5
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.055/0.024 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 47662545455bps lastsnd:4712 lastrcv:4712 lastack:4712 pacing_rate 94601534984bps delivery_rate 5957818176bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.044 snd_wnd:65536
SYN-SENT 0 1 192.0.2.1:57898 192.0.2.2:9 timer:(on,2.624ms,2) ino:10739 sk:2e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f2816,w1280,o0,bl0,d0) cubic rto:4000 backoff:2 mss:524 pmtu:1500 rcvmss:88 advmss:1460 cwnd:1 ssthresh:7 segs_out:3 lastsnd:4294682624 lastrcv:4294682624 lastack:4294682624 app_limited unacked:1 retrans:1/2 lost:1 rcv_ssthresh:64240
SYN-RECV 0 0 192.0.2.1:20027 192.0.2.2:36678 timer:(on,2.624ms,4) ino:0 sk:2f

ESTAB 0 0 127.0.0.1:58002 127.0.0.1:20001 timer:(keepalive,119min,0) ino:10635 sk:30 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.062/0.031 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 42246451613bps lastsnd:4704 lastrcv:4704 lastack:4704 pacing_rate 84492903224bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.062 snd_wnd:65483
ESTAB 0 0 127.0.0.1:57894 127.0.0.1:20001 ino:10605 sk:31 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack westwood wscale:7,7 rto:204 rtt:0.054/0.025 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 655360000bps lastsnd:4716 lastrcv:4716 lastack:4716 pacing_rate 95979496560bps delivery_rate 5825422216bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.045 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57756 ino:10576 sk:32 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.229/10.189 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 501327214bps lastsnd:4748 lastrcv:4748 lastack:4704 pacing_rate 1002510632bps delivery_rate 7084972968bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.037 snd_wnd:65536
SYN-SENT 0 -1436922520 127.0.0.1:49820 127.0.0.1:20009 ino:10657 sk:33 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all defer_connect)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic rto:1000 mss:536 cwnd:10 lastsnd:4294682624 lastrcv:4294682624 lastack:4294682624 app_limited
ESTAB 0 0 127.0.0.1:57898 127.0.0.1:20001 ino:10607 sk:34 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack yeah wscale:7,7 rto:204 rtt:0.075/0.045 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 68985263158bps lastsnd:4716 lastrcv:4716 lastack:4716 pacing_rate 69788752072bps delivery_rate 7084972968bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.037 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:60496 ino:0 sk:35 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.123/0.061 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 21312520325bps lastsnd:4628 lastrcv:4628 lastack:4628 pacing_rate 42625040648bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.123 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57894 ino:10606 sk:36 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.585/10.901 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 469371531bps lastsnd:4716 lastrcv:4716 lastack:4672 pacing_rate 938722048bps delivery_rate 6721641024bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.039 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57962 127.0.0.1:20001 ino:10619 sk:37 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( recverr is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.058/0.028 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 45197241379bps lastsnd:4708 lastrcv:4708 lastack:4708 pacing_rate 89739785864bps delivery_rate 6553600000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.04 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57788 ino:10586 sk:38 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.734/11.153 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 457174747bps lastsnd:4740 lastrcv:4740 lastack:4696 pacing_rate 914209984bps delivery_rate 10485760000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.025 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57978 ino:10622 sk:39 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.061/0.033 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 42974426230bps lastsnd:4708 lastrcv:4708 lastack:4708 pacing_rate 84904939264bps delivery_rate 10485760000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.025 snd_wnd:65152
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57908 ino:10610 sk:3a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.08/0.044 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 32768000000bps lastsnd:4716 lastrcv:4716 lastack:4716 pacing_rate 65433759744bps delivery_rate 10485760000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.025 snd_wnd:65152
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57998 ino:10634 sk:3b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.059/0.029 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 44431186441bps lastsnd:4704 lastrcv:4704 lastack:4704 pacing_rate 88862372880bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.059 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57940 127.0.0.1:20001 ino:10615 sk:3c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.051/0.023 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 51400784314bps lastsnd:4712 lastrcv:4712 lastack:4712 pacing_rate 100000000bps/100000000bps delivery_rate 6898526312bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.038 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57770 ino:10580 sk:3d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.851/11.147 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 448032815bps lastsnd:4744 lastrcv:4744 lastack:4700 pacing_rate 895950776bps delivery_rate 7710117640bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49818 127.0.0.1:20009 ino:10655 sk:3e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack fastopen cubic wscale:7,7 rto:204 rtt:1.156/0.578 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:7 bytes_acked:8 segs_out:2 segs_in:1 data_segs_out:1 send 2265813149bps lastsnd:4648 lastrcv:4648 lastack:4648 pacing_rate 4531626296bps delivered:1 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:1.156 snd_wnd:65483
ESTAB 0 0 127.0.0.1:57830 127.0.0.1:20001 ino:10597 sk:3f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack nv wscale:7,7 rto:204 rtt:0.1/0.045 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 36921690141bps lastsnd:4728 lastrcv:4728 lastack:4728 pacing_rate 51974027256bps delivery_rate 6393756096bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.041 snd_wnd:65536
FIN-WAIT-1 0 1 192.0.2.1:49104 192.0.2.2:20018 timer:(on,2.208ms,4) ino:0 sk:40 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f2816,w1280,o0,bl0,d0) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.09/0.05 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:10 segs_in:3 data_segs_out:1 data_segs_in:1 send 128711111bps lastsnd:4584 lastrcv:4584 lastack:4584 pacing_rate 2552947656bps delivery_rate 351030296bps delivered:2 app_limited busy:4404ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.033 snd_wnd:64768
ESTAB 0 0 127.0.0.1:57808 127.0.0.1:20001 ino:10591 sk:41 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack hybla wscale:7,7 rto:204 rtt:0.067/0.043 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:2 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 7825194030bps lastsnd:4736 lastrcv:4736 lastack:4736 pacing_rate 15563280144bps delivery_rate 4854518512bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.051 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20010 127.0.0.1:40384 ino:10662 sk:42 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:6.658/11.603 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 393727846bps lastsnd:4636 lastrcv:4640 lastack:4592 pacing_rate 787352216bps delivery_rate 5784800bps delivered:4 busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.105 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/1a1ae348(id:0) seq:8856d06a34024ec4 sfseq:321 ssnoff:a17bc17 maplen:190
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57846 ino:10600 sk:43 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.585/10.997 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 469371531bps lastsnd:4724 lastrcv:4724 lastack:4680 pacing_rate 938596008bps delivery_rate 4854518512bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.054 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57826 127.0.0.1:20001 ino:10595 sk:44 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack lp wscale:7,7 rto:204 rtt:0.065/0.034 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 40329846154bps lastsnd:4736 lastrcv:4736 lastack:4736 pacing_rate 80659692304bps delivery_rate 6898526312bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.038 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57772 127.0.0.1:20001 ino:10581 sk:45 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack bic wscale:7,7 rto:204 rtt:0.049/0.018 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 53498775510bps lastsnd:4744 lastrcv:4744 lastack:4744 pacing_rate 106454416240bps delivery_rate 6898526312bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.038 snd_wnd:65536
ESTAB 0 0 192.0.2.1:44782 192.0.2.2:20021 ino:10712 sk:46 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.059/0.032 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 1963389831bps lastsnd:4584 lastrcv:4584 lastack:4584 pacing_rate 3910210968bps delivery_rate 445538456bps delivered:2 app_limited rcv_space:14480 rcv_ssthresh:64088 minrtt:0.026 snd_wnd:64768
ESTAB 0 0 127.0.0.1:57846 127.0.0.1:20001 ino:10599 sk:47 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack scalable wscale:7,7 rto:204 rtt:0.105/0.079 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 24966095238bps lastsnd:4724 lastrcv:4724 lastack:4724 pacing_rate 49519527744bps delivery_rate 5825422216bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.045 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57946 127.0.0.1:20001 ino:10617 sk:48 cgroup:/ <-> tos:0x48 class_id:0x2
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.114/0.06 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 22995087719bps lastsnd:4712 lastrcv:4708 lastack:4708 pacing_rate 45651938992bps delivery_rate 4096000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.064 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:58028 ino:10641 sk:49 cgroup:/ <-> tos:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:7,7 rto:208 rtt:5.486/10.487 ato:40 mss:32768 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 477841779bps lastsnd:4688 lastrcv:4688 lastack:4644 pacing_rate 955531152bps delivery_rate 6553600000bps delivered:4 app_limited busy:44ms rcv_rtt:1 rcv_space:65483 rcv_ssthresh:65483 minrtt:0.04 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57862 ino:10602 sk:4a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.44/10.607 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 481882353bps lastsnd:4724 lastrcv:4724 lastack:4680 pacing_rate 963698272bps delivery_rate 5349877544bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.049 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:58018 ino:10638 sk:4b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.063/0.031 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 41610158730bps lastsnd:4704 lastrcv:4704 lastack:4704 pacing_rate 83220317456bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.063 snd_wnd:65536
FIN-WAIT-2 0 0 127.0.0.1:39628 127.0.0.1:20012 timer:(timewait,55sec,0) ino:0 sk:4c

ESTAB 0 0 127.0.0.1:20008 127.0.0.1:48848 ino:10652 sk:4d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:7,7 rto:208 rtt:5.776/10.98 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 453850416bps lastsnd:4652 lastrcv:4652 lastack:4608 pacing_rate 907582976bps delivery_rate 4096000000bps delivered:4 app_limited busy:48ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.064 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 0 0 127.0.0.1:57762 127.0.0.1:20001 ino:10577 sk:4e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.063/0.033 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 41610158730bps lastsnd:4744 lastrcv:4744 lastack:4744 pacing_rate 82402829072bps delivery_rate 7084972968bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.037 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57878 ino:10604 sk:4f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.245/10.316 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 499797903bps lastsnd:4724 lastrcv:4724 lastack:4680 pacing_rate 999429072bps delivery_rate 9362285712bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.028 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57802 127.0.0.1:20001 ino:10589 sk:50 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack htcp wscale:7,7 rto:204 rtt:0.046/0.014 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 56987826087bps lastsnd:4736 lastrcv:4736 lastack:4736 pacing_rate 112447828416bps delivery_rate 6393756096bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.041 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57990 ino:10630 sk:51 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d1) ts sack cubic wscale:7,7 rto:204 rtt:0.083/0.041 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_out:1 segs_in:3 send 31583614458bps lastsnd:4708 lastrcv:4708 lastack:4708 pacing_rate 63167228912bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.083 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57878 127.0.0.1:20001 ino:10603 sk:52 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack veno wscale:7,7 rto:204 rtt:0.112/0.074 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 23405714286bps lastsnd:4728 lastrcv:4728 lastack:4728 pacing_rate 46500044344bps delivery_rate 7281777776bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.036 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57992 ino:10632 sk:53 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.066/0.033 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 39718787879bps lastsnd:4708 lastrcv:4708 lastack:4708 pacing_rate 79437575752bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.066 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57762 ino:10578 sk:54 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.822/11.512 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 450264514bps lastsnd:4748 lastrcv:4748 lastack:4704 pacing_rate 900509688bps delivery_rate 10922666664bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.024 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57898 ino:10608 sk:55 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.401/10.574 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 485361970bps lastsnd:4720 lastrcv:4720 lastack:4676 pacing_rate 970701472bps delivery_rate 9039448272bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.029 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57984 ino:10624 sk:56 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.06/0.033 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 43690666667bps lastsnd:4712 lastrcv:4712 lastack:4712 pacing_rate 86125338808bps delivery_rate 10485760000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.025 snd_wnd:65152
ESTAB 0 0 127.0.0.1:57998 127.0.0.1:20001 timer:(keepalive,1min25sec,0) ino:10633 sk:57 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.044/0.022 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 59529090909bps lastsnd:4708 lastrcv:4708 lastack:4708 pacing_rate 119058181816bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.044 snd_wnd:65483
ESTAB 0 0 127.0.0.1:58028 127.0.0.1:20001 ino:10640 sk:58 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:7,7 rto:204 rtt:0.481/0.304 ato:40 mss:32768 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 5449979210bps lastsnd:4692 lastrcv:4692 lastack:4692 pacing_rate 10897126520bps delivery_rate 1358259064bps delivered:4 app_limited rcv_rtt:1 rcv_space:65495 rcv_ssthresh:65495 minrtt:0.193 snd_wnd:65536
ESTAB 0 0 192.0.2.1:38238 192.0.2.2:20006 ino:10645 sk:59 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:2.019/1.648 ato:40 mss:1448 pmtu:1500 rcvmss:1448 advmss:1448 cwnd:34 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:49 segs_in:48 data_segs_out:42 data_segs_in:42 send 195074789bps lastsnd:4676 lastrcv:4676 lastack:4676 pacing_rate 390028840bps delivery_rate 2106181816bps delivered:43 app_limited busy:4ms rcv_rtt:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.077 snd_wnd:64128
ESTAB 0 0 127.0.0.1:39636 127.0.0.1:20012 ino:10673 sk:5a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.054/0.027 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 48505185185bps lastsnd:4636 lastrcv:4636 lastack:4636 pacing_rate 97010370368bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.054 snd_wnd:65483
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:39612 ino:10670 sk:5b cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r1280,rb131072,t0,tb2626560,f2816,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.109/0.054 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 24049908257bps lastsnd:4640 lastrcv:4640 lastack:4636 pacing_rate 48099816512bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.109 snd_wnd:65536
FIN-WAIT-2 0 0 127.0.0.1:39612 127.0.0.1:20012 ino:10669 sk:5c cgroup:/ <-- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.583/1.022 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 4496466552bps lastsnd:4640 lastrcv:4640 lastack:4632 pacing_rate 8985227072bps delivery_rate 64806920bps delivered:2 busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.089 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57830 ino:10598 sk:5d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.486/10.505 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 477841779bps lastsnd:4732 lastrcv:4732 lastack:4688 pacing_rate 955596464bps delivery_rate 6898526312bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.038 snd_wnd:65536
CLOSING 1 1 192.0.2.1:33084 192.0.2.2:20019 timer:(on,2.204ms,4) ino:0 sk:5e cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r1280,rb131072,t0,tb46080,f1536,w1280,o0,bl0,d5) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.071/0.039 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:16 segs_in:9 data_segs_out:1 data_segs_in:1 send 163154930bps lastsnd:4588 lastrcv:4588 lastack:1060 pacing_rate 322898952bps delivery_rate 413714280bps delivered:2 app_limited busy:4408ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.028 snd_wnd:64768
ESTAB 0 0 127.0.0.1:57792 127.0.0.1:20001 ino:10587 sk:5f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack highspeed wscale:7,7 rto:204 rtt:0.046/0.016 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 56987826087bps lastsnd:4744 lastrcv:4744 lastack:4744 pacing_rate 113666775064bps delivery_rate 7084972968bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.037 snd_wnd:65536
ESTAB 7 0 127.0.0.1:20009 127.0.0.1:49818 ino:10656 sk:60 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r1280,rb131072,t0,tb2626560,f2816,w0,o0,bl0,d0) ts sack fastopen cubic wscale:7,7 rto:204 rtt:0.582/0.291 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:7 segs_in:2 data_segs_in:1 send 4504192440bps lastsnd:4652 lastrcv:4656 lastack:4652 pacing_rate 9008384872bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.582 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57756 127.0.0.1:20001 ino:10575 sk:61 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack reno wscale:7,7 rto:204 rtt:0.166/0.099 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 15791807229bps lastsnd:4752 lastrcv:4752 lastack:4752 pacing_rate 31441559216bps delivery_rate 6393756096bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.041 snd_wnd:65536
ESTAB 0 0 127.0.0.1%lo:57930 127.0.0.1:20001 ino:10613 sk:62 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.077/0.04 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 34044675325bps lastsnd:4716 lastrcv:4716 lastack:4716 pacing_rate 67922982168bps delivery_rate 6096372088bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.043 snd_wnd:65536
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:39628 ino:10672 sk:63 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r1280,rb131072,t0,tb2626560,f2816,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.083/0.041 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 31583614458bps lastsnd:4636 lastrcv:4636 lastack:4636 pacing_rate 63167228912bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.083 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57740 127.0.0.1:20001 ino:10563 sk:64 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:3.442/2.575 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 761603719bps lastsnd:4776 lastrcv:4776 lastack:4776 pacing_rate 1522986200bps delivery_rate 3744914280bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.07 snd_wnd:65536
ESTAB 0 0 127.0.0.1:60496 127.0.0.1:20013 ino:10678 sk:65 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.086/0.043 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 30456744186bps lastsnd:4632 lastrcv:4632 lastack:4632 pacing_rate 60913488368bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.086 snd_wnd:65483
ESTAB 0 0 127.0.0.1:58018 127.0.0.1:20001 uid:1000 ino:10637 sk:66 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.048/0.024 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 54568333333bps lastsnd:4708 lastrcv:4708 lastack:4708 pacing_rate 109136666664bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.048 snd_wnd:65483
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:60498 ino:0 sk:67 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.06/0.03 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 43690666667bps lastsnd:4632 lastrcv:4632 lastack:4632 pacing_rate 87381333328bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.06 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57792 ino:10588 sk:68 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.523/10.918 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 474640594bps lastsnd:4744 lastrcv:4744 lastack:4700 pacing_rate 949281184bps delivery_rate 9362285712bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.028 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57988 127.0.0.1:20001 ino:10625 sk:69 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all bind_addr_no_port)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.045/0.02 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 58254222222bps lastsnd:4712 lastrcv:4712 lastack:4712 pacing_rate 114504043712bps delivery_rate 7084972968bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.037 snd_wnd:65536
ESTAB 0 0 127.0.0.1:60498 127.0.0.1:20013 ino:10679 sk:6a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.047/0.023 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 55729361702bps lastsnd:4632 lastrcv:4632 lastack:4632 pacing_rate 111458723400bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.047 snd_wnd:65483
LISTEN 0 5 [2001:db8::1]:20028 [::]:* ino:10730 sk:6b cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d2) cubic cwnd:10
LISTEN 0 5 [::]:20005 [::]:* ino:10562 sk:6c cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 *:20003 *:* ino:10560 sk:6d cgroup:/ v6only:0 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::1]:20011 [::]:* ino:10663 sk:6e cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10 tcp-ulp-mptcp
LISTEN 2 1 [::1]:20015 [::]:* ino:10691 sk:6f cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d6) cubic cwnd:10 unacked:2
LISTEN 0 5 [::1]:20014 [::]:* ino:10682 sk:70 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::1]:20002 [::]:* ino:10559 sk:71 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
ESTAB 0 0 [::1]:55268 [::1]:20011 ino:10665 sk:72 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.195/0.132 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 13443282051bps lastsnd:4640 lastrcv:4640 lastack:4640 pacing_rate 26852138280bps delivery_rate 4519724136bps delivered:4 rcv_space:65476 rcv_ssthresh:65476 minrtt:0.058 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/cd0e929(id:0) seq:ae34267c6034d409 sfseq:321 ssnoff:7ebf6d58 maplen:190
SYN-SENT 0 1 [::1]:53616 [::1]:20015 timer:(on,2.396ms,2) ino:10695 sk:73 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f2816,w1280,o0,bl0,d0) cubic rto:4000 backoff:2 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:3 lastsnd:4294682628 lastrcv:4294682628 lastack:4294682628 app_limited unacked:1 retrans:1/2 lost:1 rcv_ssthresh:65476
ESTAB 0 0 [::1]:53604 [::1]:20015 ino:10693 sk:74 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.046/0.023 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 56925217391bps lastsnd:4628 lastrcv:4628 lastack:4628 pacing_rate 113850434776bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.046 snd_wnd:65464
ESTAB 0 0 [::1]:20002 [::1]:42912 ino:10566 sk:75 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:6.423/11.449 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 408133271bps lastsnd:4768 lastrcv:4768 lastack:4720 pacing_rate 816234768bps delivery_rate 5242880000bps delivered:4 app_limited busy:48ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.05 snd_wnd:65536
FIN-WAIT-2 0 0 [::1]:42856 [::1]:20014 timer:(timewait,55sec,0) ino:0 sk:76

SYN-SENT 0 1 [::1]:53606 [::1]:20015 timer:(on,2.396ms,2) ino:10694 sk:77 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f2816,w1280,o0,bl0,d0) cubic rto:4000 backoff:2 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:3 lastsnd:4294682628 lastrcv:4294682628 lastack:4294682628 app_limited unacked:1 retrans:1/2 lost:1 rcv_ssthresh:65476
ESTAB 0 0 [::1]:42928 [::1]:20002 ino:10627 sk:78 cgroup:/ <-> tos:0 tclass:0x20 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.111/0.06 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 23616576577bps lastsnd:4712 lastrcv:4712 lastack:4712 pacing_rate 46864608496bps delivery_rate 4854518512bps delivered:2 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.054 snd_wnd:65536
FIN-WAIT-1 0 1 [2001:db8::1]:42774 [2001:db8::2]:20023 timer:(on,2.204ms,4) ino:0 sk:79 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f2816,w1280,o0,bl0,d0) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.082/0.045 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:10 segs_in:3 data_segs_out:1 data_segs_in:1 send 139317073bps lastsnd:4588 lastrcv:4588 lastack:4588 pacing_rate 2769454544bps delivery_rate 380800000bps delivered:2 app_limited busy:4404ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.03 snd_wnd:64128
SYN-RECV 0 0 [2001:db8::1]:20028 [2001:db8::2]:35362 timer:(on,2.620ms,4) ino:0 sk:7a

ESTAB 0 0 [::1]:36228 [::1]:20003 ino:10567 sk:7b cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.117/0.056 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 22405470085bps lastsnd:4764 lastrcv:4764 lastack:4764 pacing_rate 44763116328bps delivery_rate 5957818176bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.044 snd_wnd:65536
LAST-ACK 1 1 [2001:db8::1]:38974 [2001:db8::2]:20022 timer:(on,2.204ms,4) ino:0 sk:7c cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f2816,w1280,o0,bl0,d0) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.122/0.067 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:11 segs_in:4 data_segs_out:1 data_segs_in:1 send 93639344bps lastsnd:4588 lastrcv:4588 lastack:4584 pacing_rate 1865142856bps delivery_rate 233142856bps delivered:2 app_limited busy:4404ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.049 snd_wnd:64128
ESTAB 0 0 [::1]:42912 [::1]:20002 ino:10565 sk:7d cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:1.701/1.329 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 1541116990bps lastsnd:4768 lastrcv:4768 lastack:4768 pacing_rate 3082233976bps delivery_rate 6393756096bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.041 snd_wnd:65536
ESTAB 0 0 [2001:db8::1]:37256 [2001:db8::2]:20026 ino:10727 sk:7e cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.061/0.033 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 1872786885bps lastsnd:4588 lastrcv:4588 lastack:4588 pacing_rate 3745573768bps delivery_rate 439384608bps delivered:2 app_limited rcv_space:14280 rcv_ssthresh:64108 minrtt:0.026 snd_wnd:64128
ESTAB 0 0 [::1]:20014 [::1]:42864 ino:10688 sk:7f cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.138/0.069 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 18995942029bps lastsnd:4632 lastrcv:4632 lastack:4632 pacing_rate 37991884056bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.138 snd_wnd:65536
CLOSE-WAIT 1 0 [::1]:20014 [::1]:42852 ino:10684 sk:80 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r1280,rb131072,t0,tb2626560,f2816,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.103/0.051 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 25450873786bps lastsnd:4632 lastrcv:4632 lastack:4632 pacing_rate 50901747568bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.103 snd_wnd:65536
ESTAB 0 0 [::1]:53588 [::1]:20015 ino:10692 sk:81 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.058/0.029 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 45147586207bps lastsnd:4628 lastrcv:4628 lastack:4628 pacing_rate 90295172408bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.058 snd_wnd:65464
TIME-WAIT 0 0 [::1]:42874 [::1]:20014 timer:(timewait,55sec,0) ino:0 sk:82

CLOSE-WAIT 1 0 [::1]:20014 [::1]:42856 ino:10686 sk:83 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r1280,rb131072,t0,tb2626560,f2816,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.073/0.036 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 35910136986bps lastsnd:4632 lastrcv:4632 lastack:4632 pacing_rate 71820273968bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.073 snd_wnd:65536
ESTAB 0 0 [::1]:42864 [::1]:20014 ino:10687 sk:84 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.049/0.024 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 53440000000bps lastsnd:4632 lastrcv:4632 lastack:4632 pacing_rate 106880000000bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.049 snd_wnd:65464
ESTAB 0 0 [2001:db8::1]:43386 [2001:db8::2]:20007 ino:10648 sk:85 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:1.629/1.491 ato:40 mss:1428 pmtu:1500 rcvmss:1428 advmss:1428 cwnd:40 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:52 segs_in:52 data_segs_out:45 data_segs_in:45 send 280515654bps lastsnd:4668 lastrcv:4668 lastack:4668 pacing_rate 560816136bps delivery_rate 5192727272bps delivered:46 app_limited busy:4ms rcv_rtt:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.033 snd_wnd:103936
ESTAB 0 0 [::ffff:127.0.0.1]:38250 [::ffff:127.0.0.1]:20003 ino:10571 sk:86 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.06/0.031 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 43690666667bps lastsnd:4764 lastrcv:4764 lastack:4764 pacing_rate 86659173552bps delivery_rate 7281777776bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.036 snd_wnd:65536
ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:38250 ino:10572 sk:87 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.156/10.183 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 508425136bps lastsnd:4764 lastrcv:4764 lastack:4720 pacing_rate 1016727024bps delivery_rate 10922666664bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.024 snd_wnd:65536
ESTAB 0 0 [::1]:20002 [::1]:42930 ino:10643 sk:88 cgroup:/ <-> tos:0x2 tclass:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:7,7 rto:208 rtt:5.574/10.816 ato:40 mss:32768 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 470297811bps lastsnd:4688 lastrcv:4688 lastack:4644 pacing_rate 940469072bps delivery_rate 6553600000bps delivered:4 app_limited busy:44ms rcv_rtt:1 rcv_space:65464 rcv_ssthresh:65464 minrtt:0.04 snd_wnd:65536
ESTAB 0 0 [::1]:42930 [::1]:20002 ino:10642 sk:89 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:7,7 rto:204 rtt:0.165/0.095 ato:40 mss:32768 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 15887515152bps lastsnd:4688 lastrcv:4688 lastack:4688 pacing_rate 31775030296bps delivery_rate 1180828824bps delivered:4 app_limited busy:4ms rcv_rtt:1 rcv_space:65476 rcv_ssthresh:65476 minrtt:0.122 snd_wnd:65536
ESTAB 0 30000 [2001:db8::1]:45844 [2001:db8::2]:20025 timer:(on,2.016ms,4) ino:10724 sk:8a cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f464,w36400,o0,bl0,d0) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.064/0.035 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:21820 bytes_retrans:5712 bytes_acked:401 bytes_received:400 segs_out:19 segs_in:3 data_segs_out:16 data_segs_in:1 send 178500000bps lastsnd:1248 lastrcv:4588 lastack:4588 pacing_rate 3535473880bps delivery_rate 423111104bps delivered:2 app_limited busy:4404ms unacked:11 retrans:1/4 lost:11 rcv_space:14280 rcv_ssthresh:64108 notsent:14292 minrtt:0.027 snd_wnd:64128
FIN-WAIT-2 0 0 [::1]:42852 [::1]:20014 ino:10683 sk:8b cgroup:/ <-- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.288/0.415 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 9102222222bps lastsnd:4632 lastrcv:4632 lastack:4628 pacing_rate 18196546632bps delivery_rate 162620344bps delivered:2 busy:4ms rcv_space:65476 rcv_ssthresh:65476 minrtt:0.099 snd_wnd:65536
ESTAB 0 0 [::1]:20003 [::1]:36228 ino:10568 sk:8c cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.654/10.832 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 463643438bps lastsnd:4764 lastrcv:4764 lastack:4720 pacing_rate 927184384bps delivery_rate 6721641024bps delivered:4 app_limited busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.039 snd_wnd:65536
ESTAB 0 0 [::1]:20015 [::1]:53588 ino:0 sk:8d cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.07/0.035 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 37449142857bps lastsnd:4628 lastrcv:4628 lastack:4628 pacing_rate 74898285712bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.07 snd_wnd:65536
ESTAB 0 0 [::1]:20011 [::1]:55268 ino:10667 sk:8e cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.407/10.493 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 484823377bps lastsnd:4640 lastrcv:4640 lastack:4596 pacing_rate 969579504bps delivery_rate 6273336bps delivered:4 busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.046 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/e648f854(id:0) seq:3e0766aafeb8a663 sfseq:321 ssnoff:591608a2 maplen:190
SYN-SENT 0 1 [2001:db8::1]:47952 [2001:db8::2]:9 timer:(on,2.620ms,2) ino:10740 sk:8f cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f2816,w1280,o0,bl0,d0) cubic rto:4000 backoff:2 mss:1208 pmtu:1500 rcvmss:88 advmss:1440 cwnd:1 ssthresh:7 segs_out:3 lastsnd:4294682628 lastrcv:4294682628 lastack:4294682628 app_limited unacked:1 retrans:1/2 lost:1 rcv_ssthresh:64800
ESTAB 0 0 [::1]:20002 [::1]:42928 ino:10628 sk:90 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.096/0.053 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 27306666667bps lastsnd:4712 lastrcv:4712 lastack:4712 pacing_rate 54471480512bps delivery_rate 9362285712bps delivered:2 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.028 snd_wnd:65152
CLOSING 1 1 [2001:db8::1]:41874 [2001:db8::2]:20024 timer:(on,2.204ms,4) ino:0 sk:91 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r1280,rb131072,t0,tb46080,f1536,w1280,o0,bl0,d5) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.064/0.034 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:16 segs_in:9 data_segs_out:1 data_segs_in:1 send 178500000bps lastsnd:4588 lastrcv:4588 lastack:1060 pacing_rate 357000000bps delivery_rate 393931032bps delivered:2 app_limited busy:4404ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.029 snd_wnd:64128
ESTAB 0 0 [::1]:20015 [::1]:53604 ino:0 sk:92 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.061/0.03 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 42974426230bps lastsnd:4628 lastrcv:4628 lastack:4628 pacing_rate 85948852456bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.061 snd_wnd:65536
ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:38240 ino:10570 sk:93 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.374/10.441 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 487800521bps lastsnd:4764 lastrcv:4764 lastack:4720 pacing_rate 975510280bps delivery_rate 9709037032bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.027 snd_wnd:65536
