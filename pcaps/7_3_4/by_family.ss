State Recv-Q Send-Q Local Address:Port Peer Address:Port Process
LISTEN 0 5 192.0.2.1:20027 0.0.0.0:* ino:781 sk:1 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d6) cubic cwnd:10
LISTEN 0 4096 0.0.0.0:20004 0.0.0.0:* ino:609 sk:2 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20016 0.0.0.0:* ino:748 sk:3 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20012 0.0.0.0:* ino:720 sk:4 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 2 1 127.0.0.1:20013 0.0.0.0:* ino:729 sk:5 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d14) cubic cwnd:10 unacked:2
LISTEN 0 5 127.0.0.1:20010 0.0.0.0:* ino:710 sk:6 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10 tcp-ulp-mptcp
LISTEN 0 5 127.0.0.1:20008 0.0.0.0:* ino:702 sk:7 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o272,bl0,d0) cubic cwnd:10 md5keys:192.0.2.1/32=,127.0.0.1/32=
LISTEN 0 5 127.0.0.1:20009 0.0.0.0:* ino:706 sk:8 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:606 sk:9 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
ESTAB 0 0 127.0.0.1:48056 127.0.0.1:20003 ino:617 sk:a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.755/1.249 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 3472105960bps lastsnd:8208 lastrcv:8208 lastack:8208 pacing_rate 6940764520bps delivery_rate 4599017536bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.057 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57756 ino:630 sk:b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.287/16.169 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 316331604bps lastsnd:8168 lastrcv:8168 lastack:8124 pacing_rate 632596408bps delivery_rate 6393756096bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.041 snd_wnd:65536
LAST-ACK 1 1 192.0.2.1:37242 192.0.2.2:20017 timer:(on,6.096ms,5) ino:0 sk:c cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:6528 backoff:5 rtt:0.42/0.198 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:12 segs_in:4 data_segs_out:1 data_segs_in:1 send 27580952bps lastsnd:7656 lastrcv:7656 lastack:7636 pacing_rate 551619040bps delivery_rate 38485048bps delivered:2 app_limited busy:7208ms unacked:1 retrans:1/6 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.301 snd_wnd:64768
ESTAB 0 0 127.0.0.1:50646 127.0.0.1:20013 ino:730 sk:d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.225/0.112 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 11641244444bps lastsnd:7748 lastrcv:7748 lastack:7748 pacing_rate 23282488888bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.225 snd_wnd:65483
ESTAB 0 0 127.0.0.1:50648 127.0.0.1:20013 ino:731 sk:e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.065/0.032 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 40296615385bps lastsnd:7748 lastrcv:7748 lastack:7748 pacing_rate 80593230768bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.065 snd_wnd:65483
SYN-SENT 0 1 127.0.0.1:50654 127.0.0.1:20013 timer:(on,3.376ms,6) ino:732 sk:f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:4000 backoff:2 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:7 lastsnd:4294697392 lastrcv:4294697392 lastack:4294697392 app_limited unacked:1 retrans:1/6 lost:1 rcv_ssthresh:65495
SYN-SENT 0 1 127.0.0.1:50664 127.0.0.1:20013 timer:(on,3.376ms,6) ino:733 sk:10 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:4000 backoff:2 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:7 lastsnd:4294697392 lastrcv:4294697392 lastack:4294697392 app_limited unacked:1 retrans:1/6 lost:1 rcv_ssthresh:65495
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57912 ino:664 sk:11 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:3.179/1.863 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 824611513bps lastsnd:8016 lastrcv:8016 lastack:8016 pacing_rate 1649223024bps delivery_rate 2849391304bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.092 snd_wnd:65280
ESTAB 112256 0 127.0.0.1:20016 127.0.0.1:48626 ino:750 sk:12 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r113152,rb131072,t0,tb2626560,f1536,w0,o0,bl0,d6) ts sack cubic wscale:8,8 rto:200 rtt:0.307/0.153 ato:80 mss:32768 pmtu:65535 rcvmss:51840 advmss:65483 cwnd:10 bytes_received:112256 segs_out:13 segs_in:18 data_segs_in:11 send 8538892508bps lastsnd:7696 lastrcv:7416 lastack:7416 pacing_rate 17077785016bps delivered:1 app_limited rcv_rtt:1 rcv_space:65483 rcv_ssthresh:103425 minrtt:0.307 snd_wnd:65536
SYN-SENT 0 1 192.0.2.1:51218 192.0.2.2:9 timer:(on,3.924ms,6) ino:791 sk:13 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:4000 backoff:2 mss:524 pmtu:1500 rcvmss:88 advmss:1460 cwnd:1 ssthresh:7 segs_out:7 lastsnd:4294697392 lastrcv:4294697392 lastack:4294697392 app_limited unacked:1 retrans:1/6 lost:1 rcv_ssthresh:64240
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57840 ino:648 sk:14 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:6.987/13.743 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 375188207bps lastsnd:8132 lastrcv:8132 lastack:8084 pacing_rate 750295872bps delivery_rate 3855058816bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.068 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57932 ino:672 sk:15 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.29/0.165 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 9039448276bps lastsnd:7996 lastrcv:7996 lastack:7996 pacing_rate 18024512240bps delivery_rate 5041230768bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.052 snd_wnd:65280
SYN-RECV 0 0 192.0.2.1:20027 192.0.2.2:48448 timer:(on,3.928ms,8) ino:0 sk:16

ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57746 ino:624 sk:17 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:9.103/17.93 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 287975393bps lastsnd:8180 lastrcv:8180 lastack:8132 pacing_rate 575934968bps delivery_rate 5825422216bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.045 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57906 ino:660 sk:18 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.206/0.115 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 12725436893bps lastsnd:8060 lastrcv:8060 lastack:8060 pacing_rate 25358548968bps delivery_rate 4032984608bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.065 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57788 ino:636 sk:19 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.549/16.842 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 306637034bps lastsnd:8156 lastrcv:8156 lastack:8108 pacing_rate 613265096bps delivery_rate 7084972968bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.037 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20012 127.0.0.1:45056 ino:726 sk:1a cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.178/0.089 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 14727191011bps lastsnd:7756 lastrcv:7756 lastack:7756 pacing_rate 29454382016bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.178 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57862 ino:652 sk:1b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:7.503/14.697 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 349385579bps lastsnd:8084 lastrcv:8092 lastack:8040 pacing_rate 698747872bps delivery_rate 7710117640bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.034 snd_wnd:65536
ESTAB 0 2512512 127.0.0.1:48626 127.0.0.1:20016 timer:(persist,6.612ms,0) ino:749 sk:1c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f384,w2555520,o0,bl0,d0) ts sack cubic wscale:8,8 rto:220 backoff:5 rtt:19.807/37.287 mss:51840 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:164096 bytes_retrans:51840 bytes_acked:112257 segs_out:18 segs_in:14 data_segs_out:11 send 209380522bps lastsnd:7420 lastrcv:7696 lastack:428 pacing_rate 418753112bps delivery_rate 95316016bps delivered:12 busy:7692ms rwnd_limited:7688ms(99.9%) retrans:0/1 dsack_dups:1 rcv_space:65495 rcv_ssthresh:65495 notsent:2512512 minrtt:0.019
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57814 ino:642 sk:1d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:7.699/15.175 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 340490973bps lastsnd:8144 lastrcv:8144 lastack:8100 pacing_rate 680915608bps delivery_rate 4161015872bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.063 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:50646 ino:0 sk:1e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.222/0.111 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 11808288288bps lastsnd:7748 lastrcv:7748 lastack:7748 pacing_rate 23616576576bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.222 snd_wnd:65536
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:45044 ino:724 sk:1f cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.204/0.102 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 12850196078bps lastsnd:7764 lastrcv:7764 lastack:7756 pacing_rate 25700392152bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.204 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57958 ino:684 sk:20 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.327/0.163 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 8016636086bps lastsnd:7980 lastrcv:7980 lastack:7980 pacing_rate 16033272168bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.327 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57942 ino:680 sk:21 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.111/0.055 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 23616576577bps lastsnd:7992 lastrcv:7992 lastack:7992 pacing_rate 47233153152bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.111 snd_wnd:65536
ESTAB 0 30000 192.0.2.1:41092 192.0.2.2:20020 timer:(on,5.840ms,5) ino:761 sk:22 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f2384,w34480,o0,bl0,d0) ts sack reno wscale:8,8 rto:6528 backoff:5 rtt:0.133/0.063 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:5 bytes_sent:23568 bytes_retrans:7240 bytes_acked:401 bytes_received:400 segs_out:20 segs_in:3 data_segs_out:17 data_segs_in:1 send 87097744bps lastsnd:688 lastrcv:7644 lastack:7644 pacing_rate 1741954880bps delivery_rate 61291000bps delivered:2 app_limited busy:7204ms unacked:11 retrans:1/5 lost:11 rcv_space:14480 rcv_ssthresh:64088 notsent:14072 minrtt:0.125 snd_wnd:64768
ESTAB 0 0 127.0.0.1:36180 127.0.0.1:20008 ino:703 sk:23 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:8,8 rto:208 rtt:4.591/3.467 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 570995426bps lastsnd:7812 lastrcv:7812 lastack:7812 pacing_rate 1141897576bps delivery_rate 2520615384bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.104 snd_wnd:65536 md5keys:127.0.0.1/32=
CLOSING 1 1 192.0.2.1:42532 192.0.2.2:20019 timer:(on,6.096ms,5) ino:0 sk:24 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb46080,f2304,w896,o0,bl0,d6) ts sack cubic wscale:8,8 rto:6528 backoff:5 rtt:0.178/0.1 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:18 segs_in:10 data_segs_out:1 data_segs_in:1 send 65078652bps lastsnd:7656 lastrcv:7652 lastack:432 pacing_rate 130157296bps delivery_rate 304842104bps delivered:2 app_limited busy:7204ms unacked:1 retrans:1/6 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.038 snd_wnd:64768
ESTAB 7 0 127.0.0.1:20009 127.0.0.1:52488 ino:708 sk:25 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r903,rb131072,t0,tb2626560,f3193,w0,o0,bl0,d0) ts sack fastopen cubic wscale:8,8 rto:204 rtt:1.45/0.725 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:7 segs_in:2 data_segs_in:1 send 1807889655bps lastsnd:7804 lastrcv:7808 lastack:7804 pacing_rate 3615779304bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:1.45 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57834 ino:646 sk:26 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:7.301/14.069 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 359052185bps lastsnd:8140 lastrcv:8140 lastack:8096 pacing_rate 718092072bps delivery_rate 8192000000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.032 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20010 127.0.0.1:45744 ino:714 sk:27 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f208,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:10.411/16.471 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 251795217bps lastsnd:7776 lastrcv:7776 lastack:7732 pacing_rate 503548112bps delivery_rate 4163656bps delivered:4 busy:52ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.403 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/5802dc28(id:0) seq:740657b4a30742eb sfseq:321 ssnoff:aa3a553e maplen:190
ESTAB 0 0 127.0.0.1:52488 127.0.0.1:20009 ino:707 sk:28 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack fastopen cubic wscale:8,8 rto:204 rtt:2.401/1.2 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:7 bytes_acked:8 segs_out:2 segs_in:1 data_segs_out:1 send 1090912120bps lastsnd:7804 lastrcv:7804 lastack:7804 pacing_rate 2181824232bps delivered:1 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:2.401 snd_wnd:65483
SYN-SENT 0 481912484 127.0.0.1:52504 127.0.0.1:20009 ino:709 sk:29 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all defer_connect)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic rto:1000 mss:536 cwnd:10 lastsnd:4294697392 lastrcv:4294697392 lastack:4294697392 app_limited notsent:481912484
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57904 ino:658 sk:2a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.244/0.127 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 10743606557bps lastsnd:8064 lastrcv:8068 lastack:8064 pacing_rate 21421368736bps delivery_rate 660312336bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.223 snd_wnd:65280
ESTAB 0 0 192.0.2.1:55278 192.0.2.2:20021 ino:764 sk:2b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.344/0.192 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 336744186bps lastsnd:7644 lastrcv:7644 lastack:7644 pacing_rate 672266952bps delivery_rate 119422680bps delivered:2 app_limited rcv_space:14480 rcv_ssthresh:64088 minrtt:0.097 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57928 ino:670 sk:2c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.094/0.037 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 27887659574bps lastsnd:7996 lastrcv:8000 lastack:7996 pacing_rate 55627374000bps delivery_rate 2545087376bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.093 snd_wnd:65280
ESTAB 0 0 192.0.2.1:56742 192.0.2.2:20006 ino:697 sk:2d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:3.809/3.51 ato:40 mss:1448 pmtu:1500 rcvmss:1448 advmss:1448 cwnd:38 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:50 segs_in:51 data_segs_out:42 data_segs_in:42 send 115566290bps lastsnd:7872 lastrcv:7868 lastack:7868 pacing_rate 231132576bps delivery_rate 3003259256bps delivered:43 app_limited rcv_space:14480 rcv_ssthresh:102589 minrtt:0.054 snd_wnd:127488
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57806 ino:640 sk:2e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:7.89/15.401 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 332248416bps lastsnd:8148 lastrcv:8148 lastack:8104 pacing_rate 664496824bps delivery_rate 4766254544bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.055 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57828 ino:644 sk:2f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:7.576/14.78 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 346019007bps lastsnd:8144 lastrcv:8144 lastack:8100 pacing_rate 691980928bps delivery_rate 8738133328bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.03 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57874 ino:654 sk:30 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:7.566/14.078 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 346476342bps lastsnd:8080 lastrcv:8080 lastack:8032 pacing_rate 692906888bps delivery_rate 4161015872bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.063 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57794 ino:638 sk:31 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.11/15.396 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 323235512bps lastsnd:8152 lastrcv:8152 lastack:8108 pacing_rate 646431168bps delivery_rate 2097152000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.125 snd_wnd:65536
FIN-WAIT-2 0 0 127.0.0.1:45038 127.0.0.1:20012 ino:721 sk:32 cgroup:/ <-- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.786/1.217 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 3335165394bps lastsnd:7768 lastrcv:7768 lastack:7760 pacing_rate 6665030984bps delivery_rate 55072264bps delivered:2 busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.219 snd_wnd:65536
FIN-WAIT-2 0 0 127.0.0.1:45044 127.0.0.1:20012 timer:(timewait,52sec,0) ino:0 sk:33

ESTAB 0 0 127.0.0.1:45056 127.0.0.1:20012 ino:725 sk:34 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.141/0.07 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 18576453901bps lastsnd:7756 lastrcv:7756 lastack:7756 pacing_rate 37152907800bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.141 snd_wnd:65483
TIME-WAIT 0 0 127.0.0.1:45066 127.0.0.1:20012 timer:(timewait,52sec,0) ino:0 sk:35

ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57730 ino:612 sk:36 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:232 rtt:28.106/20.581 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 93269764bps lastsnd:8240 lastrcv:8240 lastack:8192 pacing_rate 186535376bps delivery_rate 498372616bps delivered:4 app_limited busy:52ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.526 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57888 ino:656 sk:37 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:7.144/13.794 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 366942889bps lastsnd:8068 lastrcv:8068 lastack:8024 pacing_rate 733834416bps delivery_rate 5041230768bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.052 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57966 ino:686 sk:38 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.309/0.154 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 8483624595bps lastsnd:7976 lastrcv:7976 lastack:7976 pacing_rate 16967249184bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.309 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57940 ino:678 sk:39 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d1) ts sack cubic wscale:8,8 rto:204 rtt:0.155/0.077 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_out:1 segs_in:3 send 16912516129bps lastsnd:7992 lastrcv:7992 lastack:7992 pacing_rate 33825032256bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.155 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57730 127.0.0.1:20001 ino:611 sk:3a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:236 rtt:34.141/26.274 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 76782754bps lastsnd:8240 lastrcv:8240 lastack:8240 pacing_rate 153565504bps delivery_rate 680893504bps delivered:4 app_limited busy:12ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.385 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57978 ino:689 sk:3b cgroup:/ <-> tos:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:220 rtt:16.151/18.513 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 261214785bps lastsnd:7932 lastrcv:7932 lastack:7888 pacing_rate 522409352bps delivery_rate 3668591304bps delivered:4 app_limited busy:48ms rcv_rtt:4 rcv_space:65483 rcv_ssthresh:105441 minrtt:0.115 snd_wnd:105472
ESTAB 0 0 127.0.0.1:57746 127.0.0.1:20001 ino:623 sk:3c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack reno wscale:8,8 rto:204 rtt:0.583/0.932 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 4496466552bps lastsnd:8180 lastrcv:8180 lastack:8180 pacing_rate 8981379008bps delivery_rate 6898526312bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.038 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57750 127.0.0.1:20001 ino:625 sk:3d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.108/0.067 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 24272592593bps lastsnd:8180 lastrcv:8180 lastack:8180 pacing_rate 48489063576bps delivery_rate 7084972968bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.037 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57752 127.0.0.1:20001 ino:627 sk:3e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:8,8 rto:204 rtt:0.097/0.067 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:3971875000bps,mrtt:0.066,pacing_gain:2.88672,cwnd_gain:2.88672) send 35132701031bps lastsnd:8172 lastrcv:8172 lastack:8172 pacing_rate 103965424792bps delivery_rate 3971878784bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.066 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57756 127.0.0.1:20001 ino:629 sk:3f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack bic wscale:8,8 rto:204 rtt:0.188/0.127 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 13943829787bps lastsnd:8168 lastrcv:8168 lastack:8168 pacing_rate 27758464592bps delivery_rate 4599017536bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.057 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57770 127.0.0.1:20001 ino:631 sk:40 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cdg wscale:8,8 rto:204 rtt:0.075/0.035 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 34952533333bps lastsnd:8164 lastrcv:8164 lastack:8164 pacing_rate 69672823920bps delivery_rate 5140078424bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.051 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57776 127.0.0.1:20001 ino:633 sk:41 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack dctcp-reno wscale:8,8 rto:204 rtt:0.567/0.77 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 dctcp:fallback_mode send 4623350970bps lastsnd:8160 lastrcv:8160 lastack:8160 pacing_rate 9240590432bps delivery_rate 5957818176bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.044 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57788 127.0.0.1:20001 ino:635 sk:42 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack highspeed wscale:8,8 rto:204 rtt:0.114/0.073 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 22995087719bps lastsnd:8156 lastrcv:8156 lastack:8156 pacing_rate 45889540480bps delivery_rate 6898526312bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.038 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57794 127.0.0.1:20001 ino:637 sk:43 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack htcp wscale:8,8 rto:204 rtt:1.842/1.435 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 1423148751bps lastsnd:8152 lastrcv:8152 lastack:8152 pacing_rate 2845911248bps delivery_rate 5577531912bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.047 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57806 127.0.0.1:20001 ino:639 sk:44 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack hybla wscale:8,8 rto:204 rtt:0.173/0.083 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:2 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 3030566474bps lastsnd:8148 lastrcv:8148 lastack:8148 pacing_rate 6043665704bps delivery_rate 5825422216bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.045 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57814 127.0.0.1:20001 ino:641 sk:45 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack illinois wscale:8,8 rto:204 rtt:0.081/0.051 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 32363456790bps lastsnd:8144 lastrcv:8144 lastack:8144 pacing_rate 64726913576bps delivery_rate 6721641024bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.039 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57828 127.0.0.1:20001 ino:643 sk:46 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack lp wscale:8,8 rto:204 rtt:0.081/0.049 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 32363456790bps lastsnd:8144 lastrcv:8144 lastack:8144 pacing_rate 64231301680bps delivery_rate 7489828568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57834 127.0.0.1:20001 ino:645 sk:47 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack nv wscale:8,8 rto:204 rtt:0.924/1.724 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 1292623274bps lastsnd:8140 lastrcv:8140 lastack:8140 pacing_rate 5671810680bps delivery_rate 5698782608bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.046 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57840 127.0.0.1:20001 ino:647 sk:48 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack scalable wscale:8,8 rto:204 rtt:0.123/0.063 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 21312520325bps lastsnd:8132 lastrcv:8132 lastack:8132 pacing_rate 42452469632bps delivery_rate 4443118640bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.059 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20008 127.0.0.1:36180 ino:704 sk:49 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:8,8 rto:212 rtt:8.755/14.029 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 299422045bps lastsnd:7812 lastrcv:7812 lastack:7768 pacing_rate 598809888bps delivery_rate 2240547008bps delivered:4 app_limited busy:44ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.117 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 0 0 127.0.0.1:57852 127.0.0.1:20001 ino:649 sk:4a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack vegas wscale:8,8 rto:204 rtt:1.769/2.744 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 6153615023bps lastsnd:8092 lastrcv:8092 lastack:8092 pacing_rate 2963753528bps delivery_rate 616809408bps delivered:4 app_limited busy:16ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.194 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57862 127.0.0.1:20001 ino:651 sk:4b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack veno wscale:8,8 rto:204 rtt:1.241/2.27 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 2112360999bps lastsnd:8096 lastrcv:8088 lastack:8088 pacing_rate 4221745344bps delivery_rate 6393756096bps delivered:4 app_limited busy:8ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.041 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57874 127.0.0.1:20001 ino:653 sk:4c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack westwood wscale:8,8 rto:208 rtt:4.433/3.498 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 655360000bps lastsnd:8084 lastrcv:8084 lastack:8084 pacing_rate 1182493368bps delivery_rate 3404467528bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.077 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57888 127.0.0.1:20001 ino:655 sk:4d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack yeah wscale:8,8 rto:204 rtt:0.28/0.185 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 31207619048bps lastsnd:8072 lastrcv:8072 lastack:8072 pacing_rate 18674550304bps delivery_rate 3158361440bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.083 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57904 127.0.0.1:20001 ino:657 sk:4e fwmark:0xbeef cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.175/0.094 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 14979657143bps lastsnd:8072 lastrcv:8068 lastack:8068 pacing_rate 29870620096bps delivery_rate 3013149424bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.087 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57906 127.0.0.1:20001 ino:659 sk:4f cgroup:/ <-> tos:0 class_id:0x5
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.258/0.097 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 10160620155bps lastsnd:8064 lastrcv:8064 lastack:8064 pacing_rate 20294663432bps delivery_rate 1012138992bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.258 snd_wnd:65536
ESTAB 0 0 127.0.0.1%lo:57910 127.0.0.1:20001 ino:661 sk:50 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:4.434/2.275 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 591213351bps lastsnd:8036 lastrcv:8036 lastack:8036 pacing_rate 1181385800bps delivery_rate 99674520bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:2.63 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57912 127.0.0.1:20001 ino:663 sk:51 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:3.334/2.523 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 786274745bps lastsnd:8024 lastrcv:8020 lastack:8020 pacing_rate 100000000bps/100000000bps delivery_rate 29728280bps delivered:2 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:2.551 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57922 127.0.0.1:20001 ino:665 sk:52 cgroup:/ <-> tos:0x48 class_id:0x2
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:2.293/1.318 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 1143235935bps lastsnd:8012 lastrcv:8012 lastack:8012 pacing_rate 2283840864bps delivery_rate 824352200bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.318 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57924 127.0.0.1:20001 ino:667 sk:53 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( recverr is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.182/0.097 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 14403516484bps lastsnd:8008 lastrcv:8008 lastack:8008 pacing_rate 28783296696bps delivery_rate 2880703296bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.091 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57928 127.0.0.1:20001 ino:669 sk:54 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk freebind mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.152/0.182 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 17246315789bps lastsnd:8004 lastrcv:8000 lastack:8000 pacing_rate 34294991816bps delivery_rate 379918840bps delivered:2 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.076 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57932 127.0.0.1:20001 ino:671 sk:55 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop transparent mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.167/0.082 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 15697245509bps lastsnd:8000 lastrcv:8000 lastack:8000 pacing_rate 31205122856bps delivery_rate 2361657656bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.111 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57938 127.0.0.1:20001 ino:673 sk:56 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all bind_addr_no_port)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.092/0.045 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 28493913043bps lastsnd:8000 lastrcv:8000 lastack:8000 pacing_rate 56480431264bps delivery_rate 4161015872bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.063 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57940 127.0.0.1:20001 timer:(keepalive,1min11sec,0) ino:677 sk:57 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.175/0.087 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:3 segs_in:2 send 14979657143bps lastsnd:7996 lastrcv:7996 lastack:3760 pacing_rate 29934628568bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.175 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57942 127.0.0.1:20001 timer:(keepalive,22sec,0) ino:679 sk:58 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.099/0.049 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 26457373737bps lastsnd:7996 lastrcv:7996 lastack:7996 pacing_rate 52914747472bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.099 snd_wnd:65483
ESTAB 0 0 127.0.0.1:57950 127.0.0.1:20001 timer:(keepalive,1min22sec,0) ino:681 sk:59 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:11.17/5.585 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 234492390bps lastsnd:7992 lastrcv:7992 lastack:7992 pacing_rate 468984776bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:11.17 snd_wnd:65483
ESTAB 0 0 127.0.0.1:57958 127.0.0.1:20001 timer:(keepalive,119min,0) ino:683 sk:5a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.353/0.176 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 7420056657bps lastsnd:7984 lastrcv:7984 lastack:7984 pacing_rate 14840113312bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.353 snd_wnd:65483
ESTAB 0 0 127.0.0.1:57966 127.0.0.1:20001 uid:1000 ino:685 sk:5b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.346/0.173 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 7570173410bps lastsnd:7980 lastrcv:7980 lastack:7980 pacing_rate 15140346816bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.346 snd_wnd:65483
ESTAB 0 0 127.0.0.1:57978 127.0.0.1:20001 ino:688 sk:5c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:204 rtt:0.922/0.884 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 4575791757bps lastsnd:7936 lastrcv:7936 lastack:7936 pacing_rate 9149102736bps delivery_rate 453643008bps delivered:4 app_limited busy:8ms rcv_rtt:1 rcv_space:65495 rcv_ssthresh:105441 minrtt:0.375 snd_wnd:105472
ESTAB 0 0 127.0.0.1:57982 127.0.0.1:20001 ino:692 sk:5d cgroup:/ <-> tos:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:204 rtt:2.325/1.66 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 1814572043bps lastsnd:7904 lastrcv:7904 lastack:7904 pacing_rate 3628948976bps delivery_rate 974337176bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:105441 minrtt:0.433 snd_wnd:105472
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57924 ino:668 sk:5e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.168/0.095 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 15603809524bps lastsnd:8008 lastrcv:8008 lastack:8008 pacing_rate 31091949592bps delivery_rate 7943757568bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.033 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57750 ino:626 sk:5f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.828/17.437 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 296946081bps lastsnd:8184 lastrcv:8184 lastack:8136 pacing_rate 593858520bps delivery_rate 9362285712bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.028 snd_wnd:65536
ESTAB 0 0 127.0.0.1:45744 127.0.0.1:20010 ino:712 sk:60 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f208,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:4.015/2.474 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 652911582bps lastsnd:7788 lastrcv:7780 lastack:7780 pacing_rate 1305741856bps delivery_rate 39580848bps delivered:4 busy:12ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.245 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/56361e43(id:0) seq:55e72a3558092177 sfseq:321 ssnoff:65c76ea2 maplen:190
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57776 ino:634 sk:61 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.018/15.542 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 326944375bps lastsnd:8164 lastrcv:8164 lastack:8120 pacing_rate 653847976bps delivery_rate 8192000000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.032 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57752 ino:628 sk:62 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:10.347/17.856 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 253352663bps lastsnd:8176 lastrcv:8176 lastack:8132 pacing_rate 506699200bps delivery_rate 3692169008bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.071 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57950 ino:682 sk:63 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:1.227/0.613 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 2136462918bps lastsnd:7992 lastrcv:7992 lastack:7992 pacing_rate 4272925832bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:1.227 snd_wnd:65536
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:45038 ino:722 sk:64 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.209/0.104 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 12542775120bps lastsnd:7772 lastrcv:7772 lastack:7768 pacing_rate 25085550232bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.209 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57770 ino:632 sk:65 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.847/17.106 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 296308353bps lastsnd:8168 lastrcv:8168 lastack:8120 pacing_rate 592566464bps delivery_rate 870910296bps delivered:4 app_limited busy:52ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.194 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57938 ino:674 sk:66 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.114/0.062 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 22995087719bps lastsnd:8000 lastrcv:8000 lastack:8000 pacing_rate 45939802840bps delivery_rate 5825422216bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.045 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57922 ino:666 sk:67 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:2.309/1.353 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 1135313989bps lastsnd:8012 lastrcv:8012 lastack:8012 pacing_rate 2270136392bps delivery_rate 3591013696bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.073 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:50648 ino:0 sk:68 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.076/0.038 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 34492631579bps lastsnd:7752 lastrcv:7752 lastack:7752 pacing_rate 68985263152bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.076 snd_wnd:65536
FIN-WAIT-1 0 1 192.0.2.1:42002 192.0.2.2:20018 timer:(on,6.092ms,5) ino:0 sk:69 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:6528 backoff:5 rtt:0.32/0.184 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:11 segs_in:3 data_segs_out:1 data_segs_in:1 send 36200000bps lastsnd:7660 lastrcv:7660 lastack:7660 pacing_rate 722307088bps delivery_rate 251826080bps delivered:2 app_limited busy:7208ms unacked:1 retrans:1/6 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.046 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57852 ino:650 sk:6a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:9.071/16.931 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 288991291bps lastsnd:8096 lastrcv:8096 lastack:8052 pacing_rate 577942760bps delivery_rate 1985939392bps delivered:4 app_limited busy:56ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.132 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57910 ino:662 sk:6b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:4.267/2.482 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 614352004bps lastsnd:8036 lastrcv:8036 lastack:8032 pacing_rate 1228488072bps delivery_rate 842906752bps delivered:2 app_limited busy:4ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.311 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:57982 ino:693 sk:6c cgroup:/ <-> tos:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:212 rtt:8.631/14.66 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 488805469bps lastsnd:7904 lastrcv:7904 lastack:7860 pacing_rate 977525992bps delivery_rate 981134880bps delivered:4 app_limited busy:48ms rcv_rtt:1 rcv_space:65483 rcv_ssthresh:105441 minrtt:0.43 snd_wnd:105472
LISTEN 0 5 [::1]:20011 [::]:* ino:715 sk:6d cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10 tcp-ulp-mptcp
LISTEN 2 1 [::1]:20015 [::]:* ino:743 sk:6e cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d14) cubic cwnd:10 unacked:2
LISTEN 0 5 [::1]:20014 [::]:* ino:734 sk:6f cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::1]:20002 [::]:* ino:607 sk:70 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::]:20005 [::]:* ino:610 sk:71 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 *:20003 *:* ino:608 sk:72 cgroup:/ v6only:0 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [2001:db8::1]:20028 [::]:* ino:782 sk:73 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d6) cubic cwnd:10
ESTAB 0 0 [::1]:54166 [::1]:20003 ino:615 sk:74 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:3.139/2.484 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 835119465bps lastsnd:8216 lastrcv:8216 lastack:8216 pacing_rate 1669972920bps delivery_rate 5957818176bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.044 snd_wnd:65536
ESTAB 0 0 [::1]:20014 [::1]:51546 ino:740 sk:75 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.147/0.073 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 17832925170bps lastsnd:7736 lastrcv:7736 lastack:7736 pacing_rate 35665850336bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.147 snd_wnd:65536
ESTAB 0 0 [::ffff:127.0.0.1]:48064 [::ffff:127.0.0.1]:20003 ino:619 sk:76 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.105/0.061 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 24966095238bps lastsnd:8208 lastrcv:8208 lastack:8208 pacing_rate 49754495848bps delivery_rate 6898526312bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.038 snd_wnd:65536
ESTAB 0 0 [2001:db8::1]:43492 [2001:db8::2]:20026 ino:779 sk:77 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:2.091/1.226 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 54634146bps lastsnd:7640 lastrcv:7640 lastack:7640 pacing_rate 109268288bps delivery_rate 211555552bps delivered:2 app_limited rcv_space:14280 rcv_ssthresh:64108 minrtt:0.054 snd_wnd:64256
CLOSING 1 1 [2001:db8::1]:52036 [2001:db8::2]:20024 timer:(on,6.092ms,5) ino:0 sk:78 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb46080,f2304,w896,o0,bl0,d6) ts sack cubic wscale:8,8 rto:6528 backoff:5 rtt:0.395/0.222 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:18 segs_in:10 data_segs_out:1 data_segs_in:1 send 28921519bps lastsnd:7640 lastrcv:7640 lastack:432 pacing_rate 57769904bps delivery_rate 108800000bps delivered:2 app_limited busy:7208ms unacked:1 retrans:1/6 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.105 snd_wnd:64256
ESTAB 0 0 [::1]:20015 [::1]:36522 ino:0 sk:79 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:3.891/1.945 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 673718838bps lastsnd:7712 lastrcv:7712 lastack:7712 pacing_rate 1347437672bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:3.891 snd_wnd:65536
ESTAB 0 0 [::1]:20002 [::1]:43756 ino:676 sk:7a cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.293/0.166 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 8946894198bps lastsnd:7996 lastrcv:7996 lastack:7996 pacing_rate 17878533672bps delivery_rate 4599017536bps delivered:2 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.057 snd_wnd:65280
ESTAB 0 0 [::1]:33364 [::1]:20011 ino:717 sk:7b cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f208,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.555/0.395 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 4723315315bps lastsnd:7772 lastrcv:7772 lastack:7772 pacing_rate 9431760736bps delivery_rate 3542486480bps delivered:4 rcv_space:65476 rcv_ssthresh:65476 minrtt:0.074 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/80234cc5(id:0) seq:287c44439995c92 sfseq:321 ssnoff:d6228f52 maplen:190
ESTAB 0 0 [::1]:20015 [::1]:36532 ino:0 sk:7c cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:1.181/0.59 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 2219678239bps lastsnd:7708 lastrcv:7708 lastack:7708 pacing_rate 4439356472bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:1.181 snd_wnd:65536
ESTAB 0 0 [::1]:20003 [::1]:54166 ino:616 sk:7d cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:10.642/15.759 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 246329637bps lastsnd:8216 lastrcv:8216 lastack:8172 pacing_rate 492618768bps delivery_rate 8192000000bps delivered:4 app_limited busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.032 snd_wnd:65536
ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:48064 ino:620 sk:7e cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:7.449/14.691 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 351918378bps lastsnd:8208 lastrcv:8208 lastack:8164 pacing_rate 703824944bps delivery_rate 9039448272bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.029 snd_wnd:65536
ESTAB 0 30000 [2001:db8::1]:60328 [2001:db8::2]:20025 timer:(on,5.836ms,5) ino:776 sk:7f cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f2384,w34480,o0,bl0,d0) ts sack cubic wscale:8,8 rto:6528 backoff:5 rtt:0.393/0.225 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:23248 bytes_retrans:7140 bytes_acked:401 bytes_received:400 segs_out:20 segs_in:3 data_segs_out:17 data_segs_in:1 send 29068702bps lastsnd:692 lastrcv:7640 lastack:7640 pacing_rate 581374040bps delivery_rate 200421048bps delivered:2 app_limited busy:7204ms unacked:11 retrans:1/5 lost:11 rcv_space:14280 rcv_ssthresh:64108 notsent:14292 minrtt:0.057 snd_wnd:64256
ESTAB 0 0 [::1]:20011 [::1]:33364 ino:719 sk:80 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f208,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:9.919/18.794 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 264284706bps lastsnd:7772 lastrcv:7772 lastack:7728 pacing_rate 528529448bps delivery_rate 3518376bps delivered:4 busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.086 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/93292e31(id:0) seq:64583aa6819fbe33 sfseq:321 ssnoff:6fc8b5aa maplen:190
CLOSE-WAIT 1 0 [::1]:20014 [::1]:51526 ino:736 sk:81 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.481/0.24 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 5449979210bps lastsnd:7744 lastrcv:7744 lastack:7744 pacing_rate 10899958416bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.481 snd_wnd:65536
ESTAB 0 0 [::1]:36522 [::1]:20015 ino:744 sk:82 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.145/0.072 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 18059034483bps lastsnd:7712 lastrcv:7716 lastack:7716 pacing_rate 36118068960bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.145 snd_wnd:65464
ESTAB 0 0 [::1]:36532 [::1]:20015 ino:745 sk:83 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:4.392/2.196 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 596211293bps lastsnd:7708 lastrcv:7708 lastack:7708 pacing_rate 1192422584bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:4.392 snd_wnd:65464
SYN-SENT 0 1 [::1]:36544 [::1]:20015 timer:(on,3.436ms,6) ino:746 sk:84 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:4000 backoff:2 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:7 lastsnd:4294697396 lastrcv:4294697396 lastack:4294697396 app_limited unacked:1 retrans:1/6 lost:1 rcv_ssthresh:65476
SYN-SENT 0 1 [::1]:36546 [::1]:20015 timer:(on,3.436ms,6) ino:747 sk:85 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:4000 backoff:2 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:7 lastsnd:4294697396 lastrcv:4294697396 lastack:4294697396 app_limited unacked:1 retrans:1/6 lost:1 rcv_ssthresh:65476
ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:48056 ino:618 sk:86 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:7.551/14.751 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 347164614bps lastsnd:8212 lastrcv:8212 lastack:8168 pacing_rate 694329224bps delivery_rate 9362285712bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.028 snd_wnd:65536
ESTAB 0 0 [2001:db8::1]:33376 [2001:db8::2]:20007 ino:700 sk:87 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:2.167/2.17 ato:40 mss:1428 pmtu:1500 rcvmss:1428 advmss:1428 cwnd:30 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:53 segs_in:52 data_segs_out:45 data_segs_in:45 send 158154130bps lastsnd:7844 lastrcv:7844 lastack:7844 pacing_rate 316308256bps delivery_rate 2954482752bps delivered:46 app_limited rcv_space:14280 rcv_ssthresh:102767 minrtt:0.058 snd_wnd:142848
ESTAB 0 0 [::1]:20002 [::1]:43772 ino:691 sk:88 cgroup:/ <-> tos:0x2 tclass:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:212 rtt:8.674/16.459 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 486382292bps lastsnd:7920 lastrcv:7928 lastack:7876 pacing_rate 972708512bps delivery_rate 5625173328bps delivered:4 app_limited busy:52ms rcv_rtt:3 rcv_space:65464 rcv_ssthresh:105441 minrtt:0.075 snd_wnd:105472
LAST-ACK 1 1 [2001:db8::1]:58904 [2001:db8::2]:20022 timer:(on,6.092ms,5) ino:0 sk:89 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:6528 backoff:5 rtt:1.485/0.855 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:12 segs_in:4 data_segs_out:1 data_segs_in:1 send 7692929bps lastsnd:7648 lastrcv:7648 lastack:7640 pacing_rate 153858584bps delivery_rate 62426224bps delivered:2 app_limited busy:7208ms unacked:1 retrans:1/6 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.183 snd_wnd:64256
FIN-WAIT-2 0 0 [::1]:51526 [::1]:20014 ino:735 sk:8a cgroup:/ <-- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.987/1.358 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 2655967579bps lastsnd:7744 lastrcv:7744 lastack:7736 pacing_rate 5310590016bps delivery_rate 49979784bps delivered:2 busy:8ms rcv_space:65476 rcv_ssthresh:65476 minrtt:0.379 snd_wnd:65536
FIN-WAIT-2 0 0 [::1]:51538 [::1]:20014 timer:(timewait,52sec,0) ino:0 sk:8b

ESTAB 0 0 [::1]:51546 [::1]:20014 ino:739 sk:8c cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.113/0.056 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 23173097345bps lastsnd:7736 lastrcv:7736 lastack:7736 pacing_rate 46346194688bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.113 snd_wnd:65464
TIME-WAIT 0 0 [::1]:51550 [::1]:20014 timer:(timewait,52sec,0) ino:0 sk:8d

ESTAB 0 0 [::1]:20002 [::1]:43776 ino:695 sk:8e cgroup:/ <-> tos:0x2 tclass:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:212 rtt:8.046/15.291 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 524345016bps lastsnd:7896 lastrcv:7896 lastack:7848 pacing_rate 1048592288bps delivery_rate 5551157888bps delivered:4 app_limited busy:48ms rcv_rtt:2 rcv_space:65464 rcv_ssthresh:105441 minrtt:0.076 snd_wnd:105472
SYN-RECV 0 0 [2001:db8::1]:20028 [2001:db8::2]:50670 timer:(on,3.924ms,8) ino:0 sk:8f

ESTAB 0 0 [::1]:20002 [::1]:43740 ino:614 sk:90 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:216 rtt:12.251/14.926 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 213977634bps lastsnd:8224 lastrcv:8224 lastack:8176 pacing_rate 427937800bps delivery_rate 5140078424bps delivered:4 app_limited busy:48ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.051 snd_wnd:65536
ESTAB 0 0 [::1]:43740 [::1]:20002 ino:613 sk:91 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:6.456/5.111 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 406047088bps lastsnd:8224 lastrcv:8224 lastack:8224 pacing_rate 812047000bps delivery_rate 6553600000bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.04 snd_wnd:65536
ESTAB 0 0 [::1]:43756 [::1]:20002 ino:675 sk:92 cgroup:/ <-> tos:0 tclass:0x20 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.413/0.228 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 6347312349bps lastsnd:7996 lastrcv:7996 lastack:7996 pacing_rate 12669174472bps delivery_rate 1833174824bps delivered:2 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.143 snd_wnd:65536
ESTAB 0 0 [::1]:43772 [::1]:20002 ino:690 sk:93 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:204 rtt:1.793/2.941 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 2352972672bps lastsnd:7928 lastrcv:7920 lastack:7920 pacing_rate 4705945336bps delivery_rate 1116105816bps delivered:4 app_limited busy:12ms rcv_rtt:11 rcv_space:65476 rcv_ssthresh:105441 minrtt:0.357 snd_wnd:105472
ESTAB 0 0 [::1]:43776 [::1]:20002 ino:694 sk:94 cgroup:/ <-> tos:0x2 tclass:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:204 rtt:0.738/0.754 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 5716639566bps lastsnd:7900 lastrcv:7896 lastack:7896 pacing_rate 11429407376bps delivery_rate 2330872928bps delivered:4 app_limited busy:4ms rcv_rtt:2 rcv_space:65476 rcv_ssthresh:105441 minrtt:0.181 snd_wnd:105472
CLOSE-WAIT 1 0 [::1]:20014 [::1]:51538 ino:738 sk:95 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.276/0.138 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 9497971014bps lastsnd:7736 lastrcv:7736 lastack:7736 pacing_rate 18995942024bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.276 snd_wnd:65536
SYN-SENT 0 1 [2001:db8::1]:43446 [2001:db8::2]:9 timer:(on,3.920ms,6) ino:792 sk:96 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:4000 backoff:2 mss:1208 pmtu:1500 rcvmss:88 advmss:1440 cwnd:1 ssthresh:7 segs_out:7 lastsnd:4294697396 lastrcv:4294697396 lastack:4294697396 app_limited unacked:1 retrans:1/6 lost:1 rcv_ssthresh:64800
FIN-WAIT-1 0 1 [2001:db8::1]:43966 [2001:db8::2]:20023 timer:(on,6.092ms,5) ino:0 sk:97 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:6528 backoff:5 rtt:1.464/2.449 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:11 segs_in:3 data_segs_out:1 data_segs_in:1 send 7803279bps lastsnd:7648 lastrcv:7640 lastack:7640 pacing_rate 156038920bps delivery_rate 1183952bps delivered:2 app_limited busy:7216ms unacked:1 retrans:1/6 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.295 snd_wnd:64256
