State Recv-Q Send-Q Local Address:Port Peer Address:Port Process
LISTEN 0 5 127.0.0.1:20016 0.0.0.0:* ino:717 sk:1 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:579 sk:2 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20012 0.0.0.0:* ino:689 sk:3 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 2 1 127.0.0.1:20013 0.0.0.0:* ino:698 sk:4 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d12) cubic cwnd:10 unacked:2
LISTEN 0 5 127.0.0.1:20008 0.0.0.0:* ino:671 sk:5 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o272,bl0,d0) cubic cwnd:10 md5keys:192.0.2.1/32=,127.0.0.1/32=
LISTEN 0 5 127.0.0.1:20009 0.0.0.0:* ino:675 sk:6 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20010 0.0.0.0:* ino:679 sk:7 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10 tcp-ulp-mptcp
LISTEN 0 4096 0.0.0.0:20004 0.0.0.0:* ino:582 sk:8 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 192.0.2.1:20027 0.0.0.0:* ino:750 sk:9 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d4) cubic cwnd:10
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:37554 ino:693 sk:a cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.099/0.049 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 26479191919bps lastsnd:5404 lastrcv:5404 lastack:5404 pacing_rate 52958383832bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.099 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44080 ino:609 sk:b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.595/11.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 468532618bps lastsnd:5748 lastrcv:5748 lastack:5704 pacing_rate 937002432bps delivery_rate 4599017536bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.057 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44068 ino:607 sk:c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:6.433/12.485 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 407498834bps lastsnd:5752 lastrcv:5752 lastack:5704 pacing_rate 814965992bps delivery_rate 5461333328bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.048 snd_wnd:65536
ESTAB 112256 0 127.0.0.1:20016 127.0.0.1:59842 ino:719 sk:d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r113152,rb131072,t0,tb2626560,f1536,w0,o0,bl0,d5) ts sack cubic wscale:8,8 rto:200 rtt:0.197/0.098 ato:80 mss:32768 pmtu:65535 rcvmss:51840 advmss:65483 cwnd:10 bytes_received:112256 segs_out:12 segs_in:17 data_segs_in:11 send 13306802030bps lastsnd:5348 lastrcv:5080 lastack:5080 pacing_rate 26613604056bps delivered:1 app_limited rcv_rtt:1 rcv_space:65483 rcv_ssthresh:103425 minrtt:0.197 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44290 ino:651 sk:e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d1) ts sack cubic wscale:8,8 rto:204 rtt:0.122/0.061 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_out:1 segs_in:3 send 21487213115bps lastsnd:5604 lastrcv:5604 lastack:5604 pacing_rate 42974426224bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.122 snd_wnd:65536
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:37544 ino:691 sk:f cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.206/0.103 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 12725436893bps lastsnd:5404 lastrcv:5404 lastack:5404 pacing_rate 25450873784bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.206 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44276 ino:647 sk:10 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.155/0.088 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 16912516129bps lastsnd:5612 lastrcv:5612 lastack:5612 pacing_rate 33635156368bps delivery_rate 9039448272bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.029 snd_wnd:65280
ESTAB 0 0 127.0.0.1:47618 127.0.0.1:20008 ino:672 sk:11 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:8,8 rto:208 rtt:6.254/4.94 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 419162136bps lastsnd:5468 lastrcv:5468 lastack:5468 pacing_rate 838223744bps delivery_rate 4369066664bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.06 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 0 30000 192.0.2.1:33500 192.0.2.2:20020 timer:(on,1.556ms,4) ino:730 sk:12 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f2384,w34480,o0,bl0,d0) ts sack reno wscale:8,8 rto:3264 backoff:4 rtt:0.277/0.16 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:5 bytes_sent:22120 bytes_retrans:5792 bytes_acked:401 bytes_received:400 segs_out:19 segs_in:3 data_segs_out:16 data_segs_in:1 send 41819495bps lastsnd:1708 lastrcv:5192 lastack:5192 pacing_rate 834131408bps delivery_rate 373677416bps delivered:2 app_limited busy:4884ms unacked:11 retrans:1/4 lost:11 rcv_space:14480 rcv_ssthresh:64088 notsent:14072 minrtt:0.031 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:48482 ino:0 sk:13 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.098/0.049 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 26749387755bps lastsnd:5376 lastrcv:5376 lastack:5376 pacing_rate 53498775504bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.098 snd_wnd:65536
SYN-RECV 0 0 192.0.2.1:20027 192.0.2.2:53368 timer:(on,1.216ms,5) ino:0 sk:14

ESTAB 0 0 127.0.0.1:20012 127.0.0.1:37560 ino:695 sk:15 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.569/0.284 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 4607100176bps lastsnd:5396 lastrcv:5396 lastack:5396 pacing_rate 9214200344bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.569 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44248 ino:641 sk:16 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.137/0.077 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 19134598540bps lastsnd:5624 lastrcv:5624 lastack:5624 pacing_rate 38060834840bps delivery_rate 8456258064bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.031 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44144 ino:621 sk:17 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.426/10.593 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 483125691bps lastsnd:5708 lastrcv:5708 lastack:5664 pacing_rate 966184600bps delivery_rate 4096000000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.064 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44312 ino:655 sk:18 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.207/0.103 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 12663961353bps lastsnd:5600 lastrcv:5600 lastack:5600 pacing_rate 25327922704bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.207 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44196 ino:631 sk:19 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.416/0.229 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 6301538462bps lastsnd:5648 lastrcv:5652 lastack:5648 pacing_rate 12576623688bps delivery_rate 1669707000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.157 snd_wnd:65280
ESTAB 0 0 127.0.0.1:60512 127.0.0.1:20003 ino:590 sk:1a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.162/0.08 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 16181728395bps lastsnd:5820 lastrcv:5820 lastack:5820 pacing_rate 32338504240bps delivery_rate 6721641024bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.039 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44120 ino:617 sk:1b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:10.137/13.732 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 258601164bps lastsnd:5732 lastrcv:5732 lastack:5680 pacing_rate 517164064bps delivery_rate 4519724136bps delivered:4 app_limited busy:52ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.058 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44324 ino:657 sk:1c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.173/0.086 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 15152832370bps lastsnd:5600 lastrcv:5600 lastack:5600 pacing_rate 30305664736bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.173 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44306 ino:653 sk:1d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.138/0.069 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 18995942029bps lastsnd:5608 lastrcv:5608 lastack:5608 pacing_rate 37991884056bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.138 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44052 ino:605 sk:1e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:6.761/12.923 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 387729626bps lastsnd:5760 lastrcv:5760 lastack:5708 pacing_rate 775459248bps delivery_rate 1069975504bps delivered:4 app_limited busy:52ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.245 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44230 ino:637 sk:1f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.372/0.215 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 7046881720bps lastsnd:5632 lastrcv:5632 lastack:5632 pacing_rate 14070124112bps delivery_rate 6393756096bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.041 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44212 ino:633 sk:20 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.175/0.099 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 14979657143bps lastsnd:5648 lastrcv:5648 lastack:5648 pacing_rate 29810262968bps delivery_rate 6241523808bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.042 snd_wnd:65280
ESTAB 0 0 127.0.0.1:44006 127.0.0.1:20001 ino:584 sk:21 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:7.732/5.966 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 339037765bps lastsnd:5844 lastrcv:5844 lastack:5844 pacing_rate 678009760bps delivery_rate 2595485144bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.101 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44018 127.0.0.1:20001 ino:596 sk:22 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack reno wscale:8,8 rto:204 rtt:0.156/0.103 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 16804102564bps lastsnd:5788 lastrcv:5788 lastack:5788 pacing_rate 33581297032bps delivery_rate 7084972968bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.037 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44024 127.0.0.1:20001 ino:598 sk:23 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.416/0.705 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 6301538462bps lastsnd:5788 lastrcv:5788 lastack:5788 pacing_rate 12584170416bps delivery_rate 4946113200bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.053 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44040 127.0.0.1:20001 ino:600 sk:24 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:8,8 rto:204 rtt:0.123/0.058 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:3971875000bps,mrtt:0.066,pacing_gain:2.88672,cwnd_gain:2.88672) send 27706276423bps lastsnd:5788 lastrcv:5788 lastack:5788 pacing_rate 54638770552bps delivery_rate 3971878784bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.066 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44044 127.0.0.1:20001 ino:602 sk:25 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack bic wscale:8,8 rto:204 rtt:0.086/0.045 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 30481860465bps lastsnd:5772 lastrcv:5772 lastack:5772 pacing_rate 60436657056bps delivery_rate 5041230768bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.052 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44052 127.0.0.1:20001 ino:604 sk:26 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cdg wscale:8,8 rto:204 rtt:0.3/0.216 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 8738133333bps lastsnd:5760 lastrcv:5760 lastack:5760 pacing_rate 17432684952bps delivery_rate 4519724136bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.058 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44068 127.0.0.1:20001 ino:606 sk:27 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack dctcp-reno wscale:8,8 rto:204 rtt:0.165/0.111 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 dctcp:fallback_mode send 15887515152bps lastsnd:5756 lastrcv:5756 lastack:5756 pacing_rate 31702978080bps delivery_rate 6898526312bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.038 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44080 127.0.0.1:20001 ino:608 sk:28 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack highspeed wscale:8,8 rto:204 rtt:0.064/0.025 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 40960000000bps lastsnd:5752 lastrcv:5752 lastack:5752 pacing_rate 81284961240bps delivery_rate 6553600000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.04 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44086 127.0.0.1:20001 ino:610 sk:29 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack htcp wscale:8,8 rto:204 rtt:0.742/1.286 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 3532938005bps lastsnd:5744 lastrcv:5744 lastack:5744 pacing_rate 7063496120bps delivery_rate 3360820512bps delivered:4 app_limited busy:8ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.078 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44090 127.0.0.1:20001 ino:612 sk:2a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack hybla wscale:8,8 rto:204 rtt:0.124/0.084 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:2 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 4228129032bps lastsnd:5740 lastrcv:5740 lastack:5740 pacing_rate 8405418832bps delivery_rate 6393756096bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.041 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44104 127.0.0.1:20001 ino:614 sk:2b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack illinois wscale:8,8 rto:204 rtt:0.076/0.032 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 34492631579bps lastsnd:5740 lastrcv:5740 lastack:5740 pacing_rate 68311140064bps delivery_rate 6393756096bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.041 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44120 127.0.0.1:20001 ino:616 sk:2c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack lp wscale:8,8 rto:204 rtt:0.094/0.058 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 27887659574bps lastsnd:5732 lastrcv:5732 lastack:5732 pacing_rate 55260922264bps delivery_rate 4519724136bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.058 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44134 127.0.0.1:20001 ino:618 sk:2d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack nv wscale:8,8 rto:204 rtt:0.544/0.881 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 2271611785bps lastsnd:5724 lastrcv:5724 lastack:5724 pacing_rate 9624378152bps delivery_rate 3912597008bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.067 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44144 127.0.0.1:20001 ino:620 sk:2e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack scalable wscale:8,8 rto:204 rtt:0.141/0.068 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 18591773050bps lastsnd:5708 lastrcv:5708 lastack:5708 pacing_rate 37052155472bps delivery_rate 4946113200bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.053 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44156 127.0.0.1:20001 ino:622 sk:2f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack vegas wscale:8,8 rto:204 rtt:0.157/0.079 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 39125970149bps lastsnd:5704 lastrcv:5704 lastack:5704 pacing_rate 33235372424bps delivery_rate 3971878784bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.066 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44170 127.0.0.1:20001 ino:624 sk:30 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack veno wscale:8,8 rto:204 rtt:0.168/0.105 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 15603809524bps lastsnd:5692 lastrcv:5692 lastack:5692 pacing_rate 31115014832bps delivery_rate 4369066664bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.06 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44172 127.0.0.1:20001 ino:626 sk:31 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack westwood wscale:8,8 rto:204 rtt:0.167/0.078 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 655360000bps lastsnd:5676 lastrcv:5676 lastack:5676 pacing_rate 31230856288bps delivery_rate 4443118640bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.059 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44184 127.0.0.1:20001 ino:628 sk:32 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack yeah wscale:8,8 rto:204 rtt:0.241/0.151 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 45197241379bps lastsnd:5656 lastrcv:5656 lastack:5656 pacing_rate 21675989664bps delivery_rate 4599017536bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.057 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44196 127.0.0.1:20001 ino:630 sk:33 fwmark:0xbeef cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.217/0.111 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 12080368664bps lastsnd:5652 lastrcv:5648 lastack:5648 pacing_rate 24085333328bps delivery_rate 2016492304bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.13 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44212 127.0.0.1:20001 ino:632 sk:34 cgroup:/ <-> tos:0 class_id:0x5
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.161/0.077 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 16282236025bps lastsnd:5648 lastrcv:5648 lastack:5648 pacing_rate 32361760616bps delivery_rate 2340571424bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.112 snd_wnd:65536
ESTAB 0 0 127.0.0.1%lo:44216 127.0.0.1:20001 ino:634 sk:35 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.316/0.158 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 8295696203bps lastsnd:5640 lastrcv:5640 lastack:5640 pacing_rate 16564616600bps delivery_rate 1317306528bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.199 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44230 127.0.0.1:20001 ino:636 sk:36 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:4.712/2.762 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 556332767bps lastsnd:5632 lastrcv:5632 lastack:5632 pacing_rate 100000000bps/100000000bps delivery_rate 1956298504bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.134 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44246 127.0.0.1:20001 ino:638 sk:37 cgroup:/ <-> tos:0x48 class_id:0x2
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.123/0.067 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 21312520325bps lastsnd:5624 lastrcv:5624 lastack:5624 pacing_rate 42546680200bps delivery_rate 1219274416bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.11 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44248 127.0.0.1:20001 ino:640 sk:38 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( recverr is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.132/0.066 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 19859393939bps lastsnd:5624 lastrcv:5624 lastack:5624 pacing_rate 39424722480bps delivery_rate 3158361440bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.083 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44256 127.0.0.1:20001 ino:642 sk:39 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk freebind mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.091/0.043 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 28807032967bps lastsnd:5620 lastrcv:5620 lastack:5620 pacing_rate 57408876712bps delivery_rate 4032984608bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.065 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44272 127.0.0.1:20001 ino:644 sk:3a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop transparent mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.537/0.962 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 4881638734bps lastsnd:5620 lastrcv:5616 lastack:5616 pacing_rate 9750693344bps delivery_rate 68714016bps delivered:2 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.069 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44276 127.0.0.1:20001 ino:646 sk:3b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all bind_addr_no_port)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.125/0.064 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 20971520000bps lastsnd:5616 lastrcv:5616 lastack:5616 pacing_rate 41617159880bps delivery_rate 3449263152bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.076 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44290 127.0.0.1:20001 timer:(keepalive,1min13sec,0) ino:650 sk:3c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.14/0.07 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:3 segs_in:2 send 18724571429bps lastsnd:5608 lastrcv:5608 lastack:1364 pacing_rate 37418285712bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.14 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44306 127.0.0.1:20001 timer:(keepalive,24sec,0) ino:652 sk:3d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.072/0.036 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 36378888889bps lastsnd:5608 lastrcv:5608 lastack:5608 pacing_rate 72757777776bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.072 snd_wnd:65483
ESTAB 0 0 127.0.0.1:44312 127.0.0.1:20001 timer:(keepalive,1min24sec,0) ino:654 sk:3e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.21/0.105 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 12472761905bps lastsnd:5600 lastrcv:5600 lastack:5600 pacing_rate 24945523808bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.21 snd_wnd:65483
ESTAB 0 0 127.0.0.1:44324 127.0.0.1:20001 timer:(keepalive,119min,0) ino:656 sk:3f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.081/0.04 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 32336790123bps lastsnd:5600 lastrcv:5600 lastack:5600 pacing_rate 64673580240bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.081 snd_wnd:65483
ESTAB 0 0 127.0.0.1:44328 127.0.0.1:20001 uid:1000 ino:658 sk:40 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.079/0.039 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 33155443038bps lastsnd:5600 lastrcv:5600 lastack:5600 pacing_rate 66310886072bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.079 snd_wnd:65483
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44134 ino:619 sk:41 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.963/10.952 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 439617642bps lastsnd:5724 lastrcv:5724 lastack:5680 pacing_rate 879106280bps delivery_rate 1885928056bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.139 snd_wnd:65536
ESTAB 0 0 127.0.0.1:44342 127.0.0.1:20001 ino:661 sk:42 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:204 rtt:0.886/1.205 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 4761715576bps lastsnd:5568 lastrcv:5568 lastack:5568 pacing_rate 9519402056bps delivery_rate 1119066312bps delivered:4 app_limited busy:8ms rcv_rtt:1 rcv_space:65495 rcv_ssthresh:105441 minrtt:0.291 snd_wnd:105472
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44044 ino:603 sk:43 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.279/10.258 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 496578898bps lastsnd:5772 lastrcv:5772 lastack:5728 pacing_rate 993063736bps delivery_rate 5698782608bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.046 snd_wnd:65536
ESTAB 0 0 127.0.0.1:48472 127.0.0.1:20013 ino:699 sk:44 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.53/0.265 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 4942037736bps lastsnd:5376 lastrcv:5376 lastack:5376 pacing_rate 9884075464bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.53 snd_wnd:65483
ESTAB 0 0 127.0.0.1:48482 127.0.0.1:20013 ino:700 sk:45 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.093/0.046 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 28164301075bps lastsnd:5376 lastrcv:5376 lastack:5376 pacing_rate 56328602144bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.093 snd_wnd:65483
SYN-SENT 0 1 127.0.0.1:48484 127.0.0.1:20013 timer:(on,1.724ms,5) ino:701 sk:46 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294685524 lastrcv:4294685524 lastack:4294685524 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65495
SYN-SENT 0 1 127.0.0.1:48494 127.0.0.1:20013 timer:(on,1.724ms,5) ino:702 sk:47 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294685524 lastrcv:4294685524 lastack:4294685524 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65495
FIN-WAIT-2 0 0 127.0.0.1:37544 127.0.0.1:20012 ino:690 sk:48 cgroup:/ <-- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:1.217/2.069 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 2154018077bps lastsnd:5408 lastrcv:5408 lastack:5400 pacing_rate 4306709104bps delivery_rate 32109744bps delivered:2 busy:8ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.225 snd_wnd:65536
FIN-WAIT-2 0 0 127.0.0.1:37554 127.0.0.1:20012 timer:(timewait,54sec,0) ino:0 sk:49

ESTAB 0 0 127.0.0.1:37560 127.0.0.1:20012 ino:694 sk:4a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.251/0.125 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 10435378486bps lastsnd:5396 lastrcv:5400 lastack:5400 pacing_rate 20870756968bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.251 snd_wnd:65483
TIME-WAIT 0 0 127.0.0.1:37574 127.0.0.1:20012 timer:(timewait,54sec,0) ino:0 sk:4b

ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44018 ino:597 sk:4c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.707/11.162 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 459337656bps lastsnd:5788 lastrcv:5788 lastack:5744 pacing_rate 918655184bps delivery_rate 7489828568bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44256 ino:643 sk:4d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.095/0.053 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 27594105263bps lastsnd:5620 lastrcv:5620 lastack:5620 pacing_rate 54971218872bps delivery_rate 9362285712bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.028 snd_wnd:65280
ESTAB 0 0 127.0.0.1:53514 127.0.0.1:20009 ino:676 sk:4e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack fastopen cubic wscale:8,8 rto:204 rtt:1.91/0.955 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:7 bytes_acked:8 segs_out:2 segs_in:1 data_segs_out:1 send 1371350785bps lastsnd:5456 lastrcv:5456 lastack:5456 pacing_rate 2742701568bps delivered:1 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:1.91 snd_wnd:65483
SYN-SENT 0 394659279 127.0.0.1:53520 127.0.0.1:20009 ino:678 sk:4f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all defer_connect)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic rto:1000 mss:536 cwnd:10 lastsnd:4294685524 lastrcv:4294685524 lastack:4294685524 app_limited notsent:394659279
ESTAB 0 2564352 127.0.0.1:59842 127.0.0.1:20016 timer:(persist,1.456ms,0) ino:718 sk:50 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f896,w2608256,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 backoff:4 rtt:5.307/10.103 mss:51840 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:164096 bytes_retrans:51840 bytes_acked:112257 segs_out:17 segs_in:13 data_segs_out:11 send 781458451bps lastsnd:5084 lastrcv:5352 lastack:1872 pacing_rate 1562659256bps delivery_rate 493127224bps delivered:12 busy:5344ms rwnd_limited:5340ms(99.9%) retrans:0/1 dsack_dups:1 rcv_space:65495 rcv_ssthresh:65495 notsent:2564352 minrtt:0.018
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44184 ino:629 sk:51 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.872/10.69 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 446430518bps lastsnd:5656 lastrcv:5656 lastack:5612 pacing_rate 892785008bps delivery_rate 3236345672bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.081 snd_wnd:65536
FIN-WAIT-1 0 1 192.0.2.1:43720 192.0.2.2:20018 timer:(on,1.708ms,4) ino:0 sk:52 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.423/0.245 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:10 segs_in:3 data_segs_out:1 data_segs_in:1 send 27385343bps lastsnd:5208 lastrcv:5208 lastack:5208 pacing_rate 546576224bps delivery_rate 304842104bps delivered:2 app_limited busy:4892ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.038 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44170 ino:625 sk:53 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.448/10.469 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 481174743bps lastsnd:5692 lastrcv:5692 lastack:5648 pacing_rate 962261168bps delivery_rate 3276800000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.08 snd_wnd:65536
ESTAB 0 0 192.0.2.1:55394 192.0.2.2:20006 ino:666 sk:54 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:4.965/2.763 ato:40 mss:1448 pmtu:1500 rcvmss:1448 advmss:1448 cwnd:38 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:50 segs_in:51 data_segs_out:42 data_segs_in:42 send 88659013bps lastsnd:5528 lastrcv:5528 lastack:5528 pacing_rate 177304632bps delivery_rate 876627024bps delivered:43 app_limited busy:8ms rcv_space:14480 rcv_ssthresh:102589 minrtt:0.185 snd_wnd:88320
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44172 ino:627 sk:55 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.899/11.226 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 444387184bps lastsnd:5676 lastrcv:5676 lastack:5632 pacing_rate 888774368bps delivery_rate 4519724136bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.058 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:48472 ino:0 sk:56 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.569/0.284 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 4607100176bps lastsnd:5376 lastrcv:5376 lastack:5376 pacing_rate 9214200344bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.569 snd_wnd:65536
CLOSING 1 1 192.0.2.1:50134 192.0.2.2:20019 timer:(on,1.708ms,4) ino:0 sk:57 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb46080,f2304,w896,o0,bl0,d5) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.167/0.094 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:16 segs_in:9 data_segs_out:1 data_segs_in:1 send 69365269bps lastsnd:5208 lastrcv:5208 lastack:1556 pacing_rate 138523168bps delivery_rate 321777776bps delivered:2 app_limited busy:4892ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.036 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44090 ino:613 sk:58 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:6.396/12.373 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 409856160bps lastsnd:5740 lastrcv:5740 lastack:5692 pacing_rate 819648240bps delivery_rate 7281777776bps delivered:4 app_limited busy:52ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.036 snd_wnd:65536
SYN-SENT 0 1 192.0.2.1:34042 192.0.2.2:9 timer:(on,212ms,4) ino:760 sk:59 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:1000 mss:524 pmtu:1500 rcvmss:88 advmss:1460 cwnd:1 ssthresh:7 segs_out:5 lastsnd:4294685524 lastrcv:4294685524 lastack:4294685524 app_limited unacked:1 retrans:1/4 lost:1 rcv_ssthresh:64240
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44216 ino:635 sk:5a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.358/0.205 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 7322458101bps lastsnd:5640 lastrcv:5640 lastack:5640 pacing_rate 14609209328bps delivery_rate 4599017536bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.057 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20008 127.0.0.1:47618 ino:673 sk:5b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:8,8 rto:208 rtt:5.786/10.715 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 453066021bps lastsnd:5472 lastrcv:5472 lastack:5428 pacing_rate 906014600bps delivery_rate 4297442616bps delivered:4 app_limited busy:44ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.061 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44328 ino:659 sk:5c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.087/0.043 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 30131494253bps lastsnd:5600 lastrcv:5600 lastack:5600 pacing_rate 60262988504bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.087 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44086 ino:611 sk:5d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:6.771/13.039 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 387156993bps lastsnd:5744 lastrcv:5744 lastack:5692 pacing_rate 774213936bps delivery_rate 7281777776bps delivered:4 app_limited busy:52ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.036 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20010 127.0.0.1:48846 ino:683 sk:5e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:6.505/11.09 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 402988470bps lastsnd:5428 lastrcv:5428 lastack:5384 pacing_rate 805868536bps delivery_rate 6069408bps delivered:4 busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.196 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/1c32a544(id:0) seq:e1dbf9a5bd20f112 sfseq:321 ssnoff:4c8820f maplen:190
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44272 ino:645 sk:5f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.076/0.033 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 34492631579bps lastsnd:5616 lastrcv:5616 lastack:5616 pacing_rate 68985263152bps delivery_rate 4228129032bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.062 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44006 ino:585 sk:60 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:220 rtt:16.876/14.707 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 155335388bps lastsnd:5844 lastrcv:5844 lastack:5800 pacing_rate 310656968bps delivery_rate 1008246152bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.26 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44246 ino:639 sk:61 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.112/0.062 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 23405714286bps lastsnd:5624 lastrcv:5624 lastack:5624 pacing_rate 46500044344bps delivery_rate 6393756096bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.041 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44024 ino:599 sk:62 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.443/10.534 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 481616755bps lastsnd:5788 lastrcv:5788 lastack:5744 pacing_rate 963167152bps delivery_rate 10485760000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.025 snd_wnd:65536
ESTAB 0 0 127.0.0.1:48846 127.0.0.1:20010 ino:681 sk:63 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.886/0.554 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 2958735892bps lastsnd:5428 lastrcv:5428 lastack:5428 pacing_rate 5914134232bps delivery_rate 1771243240bps delivered:4 busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.148 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/bf023bad(id:0) seq:969929dc05868e7 sfseq:321 ssnoff:e02124f7 maplen:190
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44040 ino:601 sk:64 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.069/9.438 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 517151312bps lastsnd:5788 lastrcv:5788 lastack:5744 pacing_rate 1034200608bps delivery_rate 6553600000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.04 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44156 ino:623 sk:65 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.53/10.594 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 474039783bps lastsnd:5704 lastrcv:5704 lastack:5660 pacing_rate 947993848bps delivery_rate 4854518512bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.054 snd_wnd:65536
ESTAB 7 0 127.0.0.1:20009 127.0.0.1:53514 ino:677 sk:66 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r903,rb131072,t0,tb2626560,f3193,w0,o0,bl0,d0) ts sack fastopen cubic wscale:8,8 rto:204 rtt:1.304/0.652 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:7 segs_in:2 data_segs_in:1 send 2010306748bps lastsnd:5456 lastrcv:5460 lastack:5456 pacing_rate 4020613496bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:1.304 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44342 ino:662 sk:67 cgroup:/ <-> tos:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:208 rtt:5.667/10.835 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 744464443bps lastsnd:5568 lastrcv:5568 lastack:5524 pacing_rate 1488830360bps delivery_rate 8789333328bps delivered:4 app_limited busy:44ms rcv_rtt:2 rcv_space:65483 rcv_ssthresh:105441 minrtt:0.048 snd_wnd:105472
ESTAB 0 0 192.0.2.1:46610 192.0.2.2:20021 ino:733 sk:68 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.271/0.151 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 427453875bps lastsnd:5196 lastrcv:5196 lastack:5196 pacing_rate 854119808bps delivery_rate 150441552bps delivered:2 app_limited rcv_space:14480 rcv_ssthresh:64088 minrtt:0.077 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:44104 ino:615 sk:69 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:6.014/11.794 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 435889591bps lastsnd:5740 lastrcv:5740 lastack:5692 pacing_rate 871652360bps delivery_rate 7943757568bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.033 snd_wnd:65536
LAST-ACK 1 1 192.0.2.1:56422 192.0.2.2:20017 timer:(on,1.708ms,4) ino:0 sk:6a cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.374/0.183 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:11 segs_in:4 data_segs_out:1 data_segs_in:1 send 30973262bps lastsnd:5208 lastrcv:5208 lastack:5196 pacing_rate 618019336bps delivery_rate 46709672bps delivered:2 app_limited busy:4892ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.248 snd_wnd:64768
LISTEN 0 5 [2001:db8::1]:20028 [::]:* ino:751 sk:6b cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d4) cubic cwnd:10
LISTEN 0 5 *:20003 *:* ino:581 sk:6c cgroup:/ v6only:0 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::]:20005 [::]:* ino:583 sk:6d cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 2 1 [::1]:20015 [::]:* ino:712 sk:6e cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d12) cubic cwnd:10 unacked:2
LISTEN 0 5 [::1]:20014 [::]:* ino:703 sk:6f cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::1]:20011 [::]:* ino:684 sk:70 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10 tcp-ulp-mptcp
LISTEN 0 5 [::1]:20002 [::]:* ino:580 sk:71 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
ESTAB 0 0 [::1]:20015 [::1]:39964 ino:0 sk:72 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.112/0.056 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 23405714286bps lastsnd:5352 lastrcv:5352 lastack:5352 pacing_rate 46811428568bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.112 snd_wnd:65536
ESTAB 0 0 [::1]:20002 [::1]:54468 ino:587 sk:73 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.356/14.198 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 313719483bps lastsnd:5828 lastrcv:5828 lastack:5772 pacing_rate 627392032bps delivery_rate 5349877544bps delivered:4 app_limited busy:56ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.049 snd_wnd:65536
ESTAB 0 0 [::1]:20003 [::1]:55338 ino:589 sk:74 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:6.798/13.348 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 385619300bps lastsnd:5824 lastrcv:5824 lastack:5772 pacing_rate 771196056bps delivery_rate 8192000000bps delivered:4 app_limited busy:52ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.032 snd_wnd:65536
ESTAB 0 0 [::1]:20002 [::1]:54470 ino:649 sk:75 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.294/0.168 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 8916462585bps lastsnd:5608 lastrcv:5608 lastack:5608 pacing_rate 17825346360bps delivery_rate 6096372088bps delivered:2 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.043 snd_wnd:65280
ESTAB 0 0 [::ffff:127.0.0.1]:60524 [::ffff:127.0.0.1]:20003 ino:592 sk:76 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.118/0.07 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 22215593220bps lastsnd:5812 lastrcv:5812 lastack:5812 pacing_rate 44243713080bps delivery_rate 7489828568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 [::1]:20014 [::1]:34238 ino:709 sk:77 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.1/0.05 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 26214400000bps lastsnd:5368 lastrcv:5368 lastack:5368 pacing_rate 52428800000bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.1 snd_wnd:65536
CLOSE-WAIT 1 0 [::1]:20014 [::1]:34210 ino:705 sk:78 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.215/0.107 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 12192744186bps lastsnd:5368 lastrcv:5368 lastack:5368 pacing_rate 24385488368bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.215 snd_wnd:65536
ESTAB 0 0 [2001:db8::1]:32816 [2001:db8::2]:20007 ino:669 sk:79 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:1.452/1.457 ato:40 mss:1428 pmtu:1500 rcvmss:1428 advmss:1428 cwnd:30 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:53 segs_in:52 data_segs_out:45 data_segs_in:45 send 236033058bps lastsnd:5520 lastrcv:5520 lastack:5520 pacing_rate 471822400bps delivery_rate 2254736840bps delivered:46 app_limited rcv_space:14280 rcv_ssthresh:102767 minrtt:0.044 snd_wnd:102912
ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:60512 ino:591 sk:7a cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.93/12.622 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 293554311bps lastsnd:5820 lastrcv:5820 lastack:5772 pacing_rate 587108616bps delivery_rate 5825422216bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.045 snd_wnd:65536
ESTAB 0 0 [::1]:20015 [::1]:39950 ino:0 sk:7b cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.24/0.12 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 10922666667bps lastsnd:5352 lastrcv:5352 lastack:5352 pacing_rate 21845333328bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.24 snd_wnd:65536
ESTAB 0 0 [::1]:50204 [::1]:20011 ino:686 sk:7c cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.306/0.215 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 8566797386bps lastsnd:5420 lastrcv:5420 lastack:5420 pacing_rate 17098671008bps delivery_rate 4681142856bps delivered:4 rcv_space:65476 rcv_ssthresh:65476 minrtt:0.056 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/2e5de3f4(id:0) seq:330c011744d02e25 sfseq:321 ssnoff:4848fdcb maplen:190
ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:60524 ino:593 sk:7d cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.337/10.467 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 491182312bps lastsnd:5812 lastrcv:5812 lastack:5768 pacing_rate 982295600bps delivery_rate 6393756096bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.041 snd_wnd:65536
ESTAB 0 0 [::1]:39950 [::1]:20015 ino:713 sk:7e cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.248/0.124 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 10558709677bps lastsnd:5356 lastrcv:5356 lastack:5356 pacing_rate 21117419352bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.248 snd_wnd:65464
ESTAB 0 0 [::1]:39964 [::1]:20015 ino:714 sk:7f cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.111/0.055 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 23590630631bps lastsnd:5356 lastrcv:5356 lastack:5356 pacing_rate 47181261256bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.111 snd_wnd:65464
SYN-SENT 0 1 [::1]:39978 [::1]:20015 timer:(on,1.752ms,5) ino:715 sk:80 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294685528 lastrcv:4294685528 lastack:4294685528 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65476
SYN-SENT 0 1 [::1]:39994 [::1]:20015 timer:(on,1.752ms,5) ino:716 sk:81 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294685528 lastrcv:4294685528 lastack:4294685528 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65476
FIN-WAIT-2 0 0 [::1]:34210 [::1]:20014 ino:704 sk:82 cgroup:/ <-- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:1.136/1.895 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 2307605634bps lastsnd:5372 lastrcv:5372 lastack:5364 pacing_rate 4614195816bps delivery_rate 35111704bps delivered:2 busy:8ms rcv_space:65476 rcv_ssthresh:65476 minrtt:0.232 snd_wnd:65536
FIN-WAIT-2 0 0 [::1]:34226 [::1]:20014 timer:(timewait,54sec,0) ino:0 sk:83

ESTAB 0 0 [::1]:34238 [::1]:20014 ino:708 sk:84 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.08/0.04 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 32732000000bps lastsnd:5372 lastrcv:5372 lastack:5372 pacing_rate 65464000000bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.08 snd_wnd:65464
TIME-WAIT 0 0 [::1]:34240 [::1]:20014 timer:(timewait,54sec,0) ino:0 sk:85

FIN-WAIT-1 0 1 [2001:db8::1]:49116 [2001:db8::2]:20023 timer:(on,1.704ms,4) ino:0 sk:86 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.093/0.051 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:10 segs_in:3 data_segs_out:1 data_segs_in:1 send 122838710bps lastsnd:5200 lastrcv:5200 lastack:5200 pacing_rate 2453476504bps delivery_rate 368516128bps delivered:2 app_limited busy:4892ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.031 snd_wnd:64256
ESTAB 0 0 [::1]:20011 [::1]:50204 ino:688 sk:87 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.438/10.401 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 482059581bps lastsnd:5424 lastrcv:5424 lastack:5380 pacing_rate 964074840bps delivery_rate 6345768bps delivered:4 busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.055 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/231d6d9d(id:0) seq:2f3cdbe29a12e809 sfseq:321 ssnoff:b0e6062 maplen:190
LAST-ACK 1 1 [2001:db8::1]:41366 [2001:db8::2]:20022 timer:(on,1.704ms,4) ino:0 sk:88 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.175/0.086 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:11 segs_in:4 data_segs_out:1 data_segs_in:1 send 65280000bps lastsnd:5200 lastrcv:5200 lastack:5200 pacing_rate 1304668088bps delivery_rate 101097344bps delivered:2 app_limited busy:4892ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.113 snd_wnd:64256
SYN-RECV 0 0 [2001:db8::1]:20028 [2001:db8::2]:56462 timer:(on,1.212ms,5) ino:0 sk:89

ESTAB 0 0 [::1]:20002 [::1]:54476 ino:664 sk:8a cgroup:/ <-> tos:0x2 tclass:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:208 rtt:5.527/10.674 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 763321874bps lastsnd:5568 lastrcv:5568 lastack:5524 pacing_rate 1526643744bps delivery_rate 7533714280bps delivered:4 app_limited busy:44ms rcv_rtt:2 rcv_space:65464 rcv_ssthresh:105441 minrtt:0.056 snd_wnd:105472
ESTAB 0 0 [2001:db8::1]:59188 [2001:db8::2]:20026 ino:748 sk:8b cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.24/0.138 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 476000000bps lastsnd:5200 lastrcv:5200 lastack:5200 pacing_rate 950020784bps delivery_rate 423111104bps delivered:2 app_limited rcv_space:14280 rcv_ssthresh:64108 minrtt:0.027 snd_wnd:64256
CLOSING 1 1 [2001:db8::1]:53916 [2001:db8::2]:20024 timer:(on,1.704ms,4) ino:0 sk:8c cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb46080,f2304,w896,o0,bl0,d5) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.212/0.121 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:16 segs_in:9 data_segs_out:1 data_segs_in:1 send 53886792bps lastsnd:5200 lastrcv:5200 lastack:1560 pacing_rate 107583280bps delivery_rate 346181816bps delivered:2 app_limited busy:4892ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.033 snd_wnd:64256
ESTAB 0 30000 [2001:db8::1]:54730 [2001:db8::2]:20025 timer:(on,1.548ms,4) ino:745 sk:8d cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f2384,w34480,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.105/0.058 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:21820 bytes_retrans:5712 bytes_acked:401 bytes_received:400 segs_out:19 segs_in:3 data_segs_out:16 data_segs_in:1 send 108800000bps lastsnd:1716 lastrcv:5200 lastack:5200 pacing_rate 2173412600bps delivery_rate 393931032bps delivered:2 app_limited busy:4892ms unacked:11 retrans:1/4 lost:11 rcv_space:14280 rcv_ssthresh:64108 notsent:14292 minrtt:0.029 snd_wnd:64256
CLOSE-WAIT 1 0 [::1]:20014 [::1]:34226 ino:707 sk:8e cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.121/0.06 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 21664793388bps lastsnd:5372 lastrcv:5372 lastack:5372 pacing_rate 43329586776bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.121 snd_wnd:65536
SYN-SENT 0 1 [2001:db8::1]:43646 [2001:db8::2]:9 timer:(on,208ms,4) ino:761 sk:8f cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:1000 mss:1208 pmtu:1500 rcvmss:88 advmss:1440 cwnd:1 ssthresh:7 segs_out:5 lastsnd:4294685528 lastrcv:4294685528 lastack:4294685528 app_limited unacked:1 retrans:1/4 lost:1 rcv_ssthresh:64800
ESTAB 0 0 [::1]:55338 [::1]:20003 ino:588 sk:90 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.154/0.104 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 17022337662bps lastsnd:5828 lastrcv:5828 lastack:5828 pacing_rate 33907065480bps delivery_rate 6553600000bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.04 snd_wnd:65536
ESTAB 0 0 [::1]:54468 [::1]:20002 ino:586 sk:91 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.669/3.485 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 462416652bps lastsnd:5832 lastrcv:5832 lastack:5832 pacing_rate 924812912bps delivery_rate 6721641024bps delivered:4 app_limited busy:8ms rcv_space:65476 rcv_ssthresh:65476 minrtt:0.039 snd_wnd:65536
ESTAB 0 0 [::1]:54470 [::1]:20002 ino:648 sk:92 cgroup:/ <-> tos:0 tclass:0x20 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:3.952/2.318 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 663319838bps lastsnd:5612 lastrcv:5612 lastack:5612 pacing_rate 1324972640bps delivery_rate 2449943920bps delivered:2 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.107 snd_wnd:65536
ESTAB 0 0 [::1]:54476 [::1]:20002 ino:663 sk:93 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:204 rtt:0.275/0.13 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 15341381818bps lastsnd:5568 lastrcv:5568 lastack:5568 pacing_rate 30627078032bps delivery_rate 1795268080bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:105441 minrtt:0.232 snd_wnd:105472
