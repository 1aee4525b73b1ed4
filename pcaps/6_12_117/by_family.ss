State Recv-Q Send-Q Local Address:Port Peer Address:Port Process
LISTEN 0 4096 0.0.0.0:20004 0.0.0.0:* ino:574 sk:1 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 192.0.2.1:20027 0.0.0.0:* ino:742 sk:2 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d5) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:571 sk:3 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20010 0.0.0.0:* ino:671 sk:4 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10 tcp-ulp-mptcp
LISTEN 0 5 127.0.0.1:20009 0.0.0.0:* ino:667 sk:5 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20008 0.0.0.0:* ino:663 sk:6 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o272,bl0,d0) cubic cwnd:10 md5keys:192.0.2.1/32=,127.0.0.1/32=
LISTEN 2 1 127.0.0.1:20013 0.0.0.0:* ino:690 sk:7 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d12) cubic cwnd:10 unacked:2
LISTEN 0 5 127.0.0.1:20012 0.0.0.0:* ino:681 sk:8 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20016 0.0.0.0:* ino:709 sk:9 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
ESTAB 0 0 127.0.0.1%lo:34060 127.0.0.1:20001 ino:626 sk:a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.109/0.052 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 24049908257bps lastsnd:6036 lastrcv:6036 lastack:6036 pacing_rate 47786180152bps delivery_rate 1680410256bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.103 snd_wnd:65536
TIME-WAIT 0 0 127.0.0.1:51348 127.0.0.1:20012 timer:(timewait,54sec,0) ino:0 sk:b

ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34144 ino:645 sk:c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.096/0.048 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 27306666667bps lastsnd:6028 lastrcv:6028 lastack:6028 pacing_rate 54613333328bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.096 snd_wnd:65536
ESTAB 0 0 127.0.0.1:34038 127.0.0.1:20001 ino:622 sk:d fwmark:0xbeef cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.118/0.063 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 22215593220bps lastsnd:6040 lastrcv:6040 lastack:6040 pacing_rate 44394576264bps delivery_rate 4766254544bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.055 snd_wnd:65536
ESTAB 0 0 127.0.0.1:34144 127.0.0.1:20001 timer:(keepalive,23sec,0) ino:644 sk:e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.076/0.038 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 34464210526bps lastsnd:6028 lastrcv:6028 lastack:6028 pacing_rate 68928421048bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.076 snd_wnd:65483
ESTAB 0 0 127.0.0.1:33838 127.0.0.1:20001 ino:590 sk:f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.051/0.022 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 51400784314bps lastsnd:6068 lastrcv:6068 lastack:6068 pacing_rate 101067566264bps delivery_rate 7489828568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.035 snd_wnd:65536
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:51318 ino:683 sk:10 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.107/0.053 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 24499439252bps lastsnd:5904 lastrcv:5904 lastack:5904 pacing_rate 48998878504bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.107 snd_wnd:65536
SYN-SENT 0 1 127.0.0.1:59174 127.0.0.1:20013 timer:(on,1.224ms,5) ino:694 sk:11 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294686088 lastrcv:4294686088 lastack:4294686088 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65495
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34128 ino:643 sk:12 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d1) ts sack cubic wscale:7,7 rto:204 rtt:0.102/0.051 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_out:1 segs_in:3 send 25700392157bps lastsnd:6028 lastrcv:6028 lastack:6028 pacing_rate 51400784312bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.102 snd_wnd:65536
ESTAB 0 0 127.0.0.1:59142 127.0.0.1:20013 ino:691 sk:13 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.106/0.053 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 24710188679bps lastsnd:5900 lastrcv:5900 lastack:5900 pacing_rate 49420377352bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.106 snd_wnd:65483
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34022 ino:621 sk:14 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.892/11.4 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 444915139bps lastsnd:6040 lastrcv:6040 lastack:5996 pacing_rate 889773648bps delivery_rate 4599017536bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.057 snd_wnd:65536
ESTAB 112064 0 127.0.0.1:20016 127.0.0.1:53538 ino:711 sk:15 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r112960,rb131072,t0,tb2626560,f1728,w0,o0,bl0,d5) ts sack cubic wscale:7,7 rto:200 rtt:0.082/0.041 ato:80 mss:32768 pmtu:65535 rcvmss:51776 advmss:65483 cwnd:10 bytes_received:112064 segs_out:12 segs_in:17 data_segs_in:11 send 31968780488bps lastsnd:5892 lastrcv:5632 lastack:5632 pacing_rate 63937560968bps delivered:1 app_limited rcv_rtt:1 rcv_space:65483 rcv_ssthresh:103425 minrtt:0.082 snd_wnd:65536
ESTAB 0 0 127.0.0.1:34184 127.0.0.1:20001 ino:653 sk:16 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:7,7 rto:204 rtt:0.424/0.273 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 9950188679bps lastsnd:6008 lastrcv:6008 lastack:6008 pacing_rate 19882792336bps delivery_rate 1240847056bps delivered:4 app_limited busy:4ms rcv_rtt:1 rcv_space:65495 rcv_ssthresh:105441 minrtt:0.295 snd_wnd:105472
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33868 ino:595 sk:17 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.419/10.593 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 483749769bps lastsnd:6064 lastrcv:6064 lastack:6020 pacing_rate 967387960bps delivery_rate 10485760000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.025 snd_wnd:65536
ESTAB 0 0 127.0.0.1:34174 127.0.0.1:20001 uid:1000 ino:650 sk:18 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.056/0.028 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 46772857143bps lastsnd:6028 lastrcv:6028 lastack:6028 pacing_rate 93545714280bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.056 snd_wnd:65483
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34164 ino:649 sk:19 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.156/0.078 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 16804102564bps lastsnd:6028 lastrcv:6028 lastack:6028 pacing_rate 33608205128bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.156 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33952 ino:609 sk:1a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.549/10.689 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 472416652bps lastsnd:6056 lastrcv:6056 lastack:6012 pacing_rate 944790736bps delivery_rate 7710117640bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:34116 127.0.0.1:20001 ino:638 sk:1b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all bind_addr_no_port)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.052/0.022 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 50412307692bps lastsnd:6032 lastrcv:6032 lastack:6032 pacing_rate 99309194312bps delivery_rate 5957818176bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.044 snd_wnd:65536
ESTAB 0 0 127.0.0.1:34022 127.0.0.1:20001 ino:620 sk:1c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack yeah wscale:7,7 rto:204 rtt:0.086/0.042 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 54613333333bps lastsnd:6040 lastrcv:6040 lastack:6040 pacing_rate 60875239472bps delivery_rate 5577531912bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.047 snd_wnd:65536
ESTAB 0 0 127.0.0.1:57050 127.0.0.1:20009 ino:668 sk:1d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack fastopen cubic wscale:7,7 rto:204 rtt:3.993/1.996 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:7 bytes_acked:8 segs_out:2 segs_in:1 data_segs_out:1 send 655967944bps lastsnd:5920 lastrcv:5920 lastack:5920 pacing_rate 1311935880bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:3.993 snd_wnd:65483
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34072 ino:631 sk:1e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.073/0.04 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 35910136986bps lastsnd:6036 lastrcv:6036 lastack:6036 pacing_rate 71089898304bps delivery_rate 8738133328bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.03 snd_wnd:65152
ESTAB 0 0 127.0.0.1:33842 127.0.0.1:20008 ino:664 sk:1f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:7,7 rto:204 rtt:1.747/1.345 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 1500538065bps lastsnd:5936 lastrcv:5936 lastack:5936 pacing_rate 2999788296bps delivery_rate 3360820512bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.078 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 0 0 127.0.0.1:49140 127.0.0.1:20003 ino:582 sk:20 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.13/0.081 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 20164923077bps lastsnd:6080 lastrcv:6080 lastack:6080 pacing_rate 40291104704bps delivery_rate 7281777776bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.036 snd_wnd:65536
ESTAB 0 0 127.0.0.1:33910 127.0.0.1:20001 ino:602 sk:21 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack htcp wscale:7,7 rto:204 rtt:0.042/0.015 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 62415238095bps lastsnd:6060 lastrcv:6060 lastack:6060 pacing_rate 123725781704bps delivery_rate 7710117640bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33960 ino:611 sk:22 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.781/11.03 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 453457879bps lastsnd:6052 lastrcv:6052 lastack:6008 pacing_rate 906837320bps delivery_rate 5957818176bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.044 snd_wnd:65536
FIN-WAIT-1 0 1 192.0.2.1:40278 192.0.2.2:20018 timer:(on,1.112ms,4) ino:0 sk:23 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.107/0.059 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:10 segs_in:3 data_segs_out:1 data_segs_in:1 send 108261682bps lastsnd:5848 lastrcv:5848 lastack:5848 pacing_rate 2160186480bps delivery_rate 362000000bps delivered:2 app_limited busy:5500ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.032 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34060 ino:627 sk:24 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.123/0.069 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 21312520325bps lastsnd:6036 lastrcv:6036 lastack:6036 pacing_rate 42323955600bps delivery_rate 8192000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.032 snd_wnd:65152
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33940 ino:607 sk:25 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.851/11.481 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 448032815bps lastsnd:6056 lastrcv:6056 lastack:6012 pacing_rate 896046480bps delivery_rate 7281777776bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.036 snd_wnd:65536
ESTAB 0 0 127.0.0.1:33924 127.0.0.1:20001 ino:604 sk:26 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack hybla wscale:7,7 rto:204 rtt:0.059/0.045 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:2 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 8886237288bps lastsnd:6060 lastrcv:6060 lastack:6060 pacing_rate 17660227368bps delivery_rate 7710117640bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33828 ino:589 sk:27 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.374/10.503 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 487800521bps lastsnd:6068 lastrcv:6068 lastack:6024 pacing_rate 975464904bps delivery_rate 9039448272bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.029 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33980 ino:615 sk:28 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.273/10.349 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 497143941bps lastsnd:6052 lastrcv:6052 lastack:6008 pacing_rate 994287880bps delivery_rate 8456258064bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.031 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34104 ino:637 sk:29 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.062/0.034 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 42281290323bps lastsnd:6032 lastrcv:6032 lastack:6032 pacing_rate 83385765400bps delivery_rate 9709037032bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.027 snd_wnd:65152
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34070 ino:629 sk:2a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.083/0.045 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 31583614458bps lastsnd:6036 lastrcv:6036 lastack:6036 pacing_rate 62788982032bps delivery_rate 8456258064bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.031 snd_wnd:65152
ESTAB 0 0 127.0.0.1:34154 127.0.0.1:20001 timer:(keepalive,1min23sec,0) ino:646 sk:2b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.061/0.03 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 42939016393bps lastsnd:6028 lastrcv:6028 lastack:6028 pacing_rate 85878032784bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.061 snd_wnd:65483
ESTAB 0 0 127.0.0.1:33906 127.0.0.1:20001 ino:600 sk:2c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack highspeed wscale:7,7 rto:204 rtt:0.078/0.05 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 33608205128bps lastsnd:6060 lastrcv:6060 lastack:6060 pacing_rate 66894800632bps delivery_rate 8192000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.032 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34046 ino:625 sk:2d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.072/0.039 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 36408888889bps lastsnd:6040 lastrcv:6040 lastack:6040 pacing_rate 72067079032bps delivery_rate 9039448272bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.029 snd_wnd:65152
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34076 ino:633 sk:2e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.08/0.044 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 32768000000bps lastsnd:6032 lastrcv:6032 lastack:6032 pacing_rate 65128944096bps delivery_rate 9362285712bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.028 snd_wnd:65152
ESTAB 0 0 127.0.0.1:33996 127.0.0.1:20001 ino:616 sk:2f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack veno wscale:7,7 rto:204 rtt:0.063/0.024 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 41610158730bps lastsnd:6048 lastrcv:6048 lastack:6048 pacing_rate 83055524752bps delivery_rate 4681142856bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.056 snd_wnd:65536
ESTAB 0 0 127.0.0.1:33854 127.0.0.1:20001 ino:592 sk:30 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:7,7 rto:204 rtt:0.204/0.137 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:7281765624bps,mrtt:0.036,pacing_gain:2.88672,cwnd_gain:2.88672) send 16705254902bps lastsnd:6064 lastrcv:6064 lastack:6064 pacing_rate 27930996992bps delivery_rate 7281777776bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.036 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33826 ino:577 sk:31 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:212 rtt:9.085/12.849 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 288545955bps lastsnd:6088 lastrcv:6088 lastack:6040 pacing_rate 577044272bps delivery_rate 2496609520bps delivered:4 app_limited busy:52ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.105 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20010 127.0.0.1:42942 ino:675 sk:32 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:6.358/10.912 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 412305757bps lastsnd:5908 lastrcv:5908 lastack:5864 pacing_rate 824579088bps delivery_rate 6169104bps delivered:4 busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.127 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/10bc2809(id:0) seq:ab3acf5b5317adfb sfseq:321 ssnoff:91cf4bd0 maplen:190
FIN-WAIT-2 0 0 127.0.0.1:51332 127.0.0.1:20012 timer:(timewait,54sec,0) ino:0 sk:33

LAST-ACK 1 1 192.0.2.1:53064 192.0.2.2:20017 timer:(on,1.112ms,4) ino:0 sk:34 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.501/0.282 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:11 segs_in:4 data_segs_out:1 data_segs_in:1 send 23121756bps lastsnd:5848 lastrcv:5848 lastack:5844 pacing_rate 461743896bps delivery_rate 94950816bps delivered:2 app_limited busy:5516ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.122 snd_wnd:64768
ESTAB 0 0 192.0.2.1:47020 192.0.2.2:20021 ino:725 sk:35 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.059/0.032 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 1963389831bps lastsnd:5848 lastrcv:5848 lastack:5848 pacing_rate 3926779656bps delivery_rate 482666664bps delivered:2 app_limited rcv_space:14480 rcv_ssthresh:64088 minrtt:0.024 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33924 ino:605 sk:36 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.238/10.319 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 500465827bps lastsnd:6060 lastrcv:6060 lastack:6016 pacing_rate 1000859992bps delivery_rate 9709037032bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.027 snd_wnd:65536
SYN-RECV 0 0 192.0.2.1:20027 192.0.2.2:33960 timer:(on,1.612ms,6) ino:0 sk:37

ESTAB 0 0 127.0.0.1:33868 127.0.0.1:20001 ino:594 sk:38 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack bic wscale:7,7 rto:204 rtt:0.048/0.02 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 54613333333bps lastsnd:6064 lastrcv:6064 lastack:6064 pacing_rate 108100618552bps delivery_rate 7710117640bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:34128 127.0.0.1:20001 timer:(keepalive,1min13sec,0) ino:642 sk:39 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.092/0.046 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:3 segs_in:2 send 28493913043bps lastsnd:6028 lastrcv:6028 lastack:1928 pacing_rate 56940869560bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.092 snd_wnd:65536
ESTAB 0 0 127.0.0.1:33980 127.0.0.1:20001 ino:614 sk:3a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack vegas wscale:7,7 rto:204 rtt:0.06/0.022 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 54613333333bps lastsnd:6052 lastrcv:6052 lastack:6052 pacing_rate 86125338808bps delivery_rate 5577531912bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.047 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20012 127.0.0.1:51344 ino:687 sk:3b cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.07/0.035 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 37449142857bps lastsnd:5904 lastrcv:5904 lastack:5904 pacing_rate 74898285712bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.07 snd_wnd:65536
ESTAB 0 0 127.0.0.1:33898 127.0.0.1:20001 ino:598 sk:3c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack dctcp-reno wscale:7,7 rto:204 rtt:0.1/0.066 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 dctcp:fallback_mode send 26214400000bps lastsnd:6060 lastrcv:6060 lastack:6060 pacing_rate 52363345816bps delivery_rate 7943757568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.033 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34174 ino:651 sk:3d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.072/0.036 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 36408888889bps lastsnd:6028 lastrcv:6028 lastack:6028 pacing_rate 72817777776bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.072 snd_wnd:65536
ESTAB 0 0 192.0.2.1:48852 192.0.2.2:20006 ino:658 sk:3e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:2.152/2.04 ato:40 mss:1448 pmtu:1500 rcvmss:1448 advmss:1448 cwnd:30 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:50 segs_in:49 data_segs_out:42 data_segs_in:42 send 161486989bps lastsnd:5980 lastrcv:5980 lastack:5980 pacing_rate 322973976bps delivery_rate 3955512192bps delivered:43 app_limited rcv_space:14480 rcv_ssthresh:102589 minrtt:0.041 snd_wnd:114688
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34012 ino:619 sk:3f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.461/10.527 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 480029299bps lastsnd:6048 lastrcv:6048 lastack:6004 pacing_rate 960058592bps delivery_rate 5957818176bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.044 snd_wnd:65536
SYN-SENT 0 1 192.0.2.1:60440 192.0.2.2:9 timer:(on,1.612ms,5) ino:752 sk:40 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:524 pmtu:1500 rcvmss:88 advmss:1460 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294686088 lastrcv:4294686088 lastack:4294686088 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:64240
ESTAB 0 0 127.0.0.1:34070 127.0.0.1:20001 ino:628 sk:41 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.073/0.033 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 35910136986bps lastsnd:6036 lastrcv:6036 lastack:6036 pacing_rate 100000000bps/100000000bps delivery_rate 4599017536bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.057 snd_wnd:65536
ESTAB 0 0 127.0.0.1:51344 127.0.0.1:20012 ino:686 sk:42 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.054/0.027 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 48505185185bps lastsnd:5904 lastrcv:5904 lastack:5904 pacing_rate 97010370368bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.054 snd_wnd:65483
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33884 ino:597 sk:43 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.25/10.285 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 499321905bps lastsnd:6064 lastrcv:6064 lastack:6020 pacing_rate 998572480bps delivery_rate 9709037032bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.027 snd_wnd:65536
ESTAB 0 0 127.0.0.1:33828 127.0.0.1:20001 ino:588 sk:44 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack reno wscale:7,7 rto:204 rtt:0.224/0.159 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 11702857143bps lastsnd:6068 lastrcv:6068 lastack:6068 pacing_rate 23405714280bps delivery_rate 7489828568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.035 snd_wnd:65536
ESTAB 7 0 127.0.0.1:20009 127.0.0.1:57050 ino:669 sk:45 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r903,rb131072,t0,tb2626560,f3193,w0,o0,bl0,d0) ts sack fastopen cubic wscale:7,7 rto:204 rtt:0.605/0.302 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:7 segs_in:2 data_segs_in:1 send 4332958678bps lastsnd:5920 lastrcv:5920 lastack:5920 pacing_rate 8665917352bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.605 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33898 ino:599 sk:46 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.79/11.086 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 452753022bps lastsnd:6060 lastrcv:6060 lastack:6016 pacing_rate 905506040bps delivery_rate 12483047616bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.021 snd_wnd:65536
ESTAB 0 0 127.0.0.1:34076 127.0.0.1:20001 ino:632 sk:47 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( recverr is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.069/0.032 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 37991884058bps lastsnd:6032 lastrcv:6032 lastack:6032 pacing_rate 75510774768bps delivery_rate 5140078424bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.051 snd_wnd:65536
ESTAB 0 0 127.0.0.1:34104 127.0.0.1:20001 ino:636 sk:48 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop transparent mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.056/0.023 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 46811428571bps lastsnd:6032 lastrcv:6032 lastack:6032 pacing_rate 93545714280bps delivery_rate 5349877544bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.049 snd_wnd:65536
ESTAB 0 0 127.0.0.1:34164 127.0.0.1:20001 timer:(keepalive,119min,0) ino:648 sk:49 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.05/0.025 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 52385600000bps lastsnd:6028 lastrcv:6028 lastack:6028 pacing_rate 104771200000bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.05 snd_wnd:65483
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33910 ino:603 sk:4a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.412/10.6 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 484375462bps lastsnd:6060 lastrcv:6060 lastack:6016 pacing_rate 968594320bps delivery_rate 11915636360bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.022 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:59142 ino:0 sk:4b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.14/0.07 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 18724571429bps lastsnd:5900 lastrcv:5900 lastack:5900 pacing_rate 37449142856bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.14 snd_wnd:65536
ESTAB 0 2509504 127.0.0.1:53538 127.0.0.1:20016 timer:(persist,892ms,0) ino:710 sk:4c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f3392,w2552512,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 backoff:4 rtt:4.956/9.425 mss:51776 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:163840 bytes_retrans:51776 bytes_acked:112065 segs_out:17 segs_in:13 data_segs_out:11 send 835770783bps lastsnd:5632 lastrcv:5892 lastack:2436 pacing_rate 1671415096bps delivery_rate 468561080bps delivered:12 busy:5892ms rwnd_limited:5892ms(100.0%) retrans:0/1 dsack_dups:1 rcv_space:65495 rcv_ssthresh:65495 notsent:2509504 minrtt:0.014
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33906 ino:601 sk:4d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.46/10.798 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 480117216bps lastsnd:6060 lastrcv:6060 lastack:6016 pacing_rate 960102544bps delivery_rate 11397565216bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.023 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34116 ino:639 sk:4e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.063/0.034 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 41610158730bps lastsnd:6032 lastrcv:6032 lastack:6032 pacing_rate 83220317456bps delivery_rate 9362285712bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.028 snd_wnd:65152
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:59152 ino:0 sk:4f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.115/0.057 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 22795130435bps lastsnd:5900 lastrcv:5900 lastack:5900 pacing_rate 45590260864bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.115 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33996 ino:617 sk:50 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.649/11.073 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 464053815bps lastsnd:6052 lastrcv:6052 lastack:6008 pacing_rate 927984424bps delivery_rate 5577531912bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.047 snd_wnd:65536
ESTAB 0 0 127.0.0.1:34092 127.0.0.1:20001 ino:634 sk:51 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk freebind mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.066/0.032 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 39718787879bps lastsnd:6036 lastrcv:6036 lastack:6036 pacing_rate 78923691144bps delivery_rate 2702515456bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.062 snd_wnd:65536
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:51332 ino:685 sk:52 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.074/0.037 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 35424864865bps lastsnd:5908 lastrcv:5908 lastack:5908 pacing_rate 70849729728bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.074 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34038 ino:623 sk:53 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.136/0.077 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 19275294118bps lastsnd:6044 lastrcv:6044 lastack:6044 pacing_rate 38339159048bps delivery_rate 8738133328bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.03 snd_wnd:65152
ESTAB 0 0 127.0.0.1:42942 127.0.0.1:20010 ino:673 sk:54 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.667/0.377 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 3930194903bps lastsnd:5912 lastrcv:5912 lastack:5912 pacing_rate 7853031264bps delivery_rate 3236345672bps delivered:4 rcv_space:65495 rcv_ssthresh:65495 minrtt:0.081 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/469278b9(id:0) seq:2c4385c4b47a0b4d sfseq:321 ssnoff:93b6cae3 maplen:190
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34154 ino:647 sk:55 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.075/0.037 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 34952533333bps lastsnd:6032 lastrcv:6032 lastack:6032 pacing_rate 69905066664bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.075 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34184 ino:654 sk:56 cgroup:/ <-> tos:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:7,7 rto:208 rtt:5.508/10.557 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 765954975bps lastsnd:6012 lastrcv:6012 lastack:5968 pacing_rate 1531875184bps delivery_rate 6804645160bps delivered:4 app_limited busy:44ms rcv_rtt:4 rcv_space:65483 rcv_ssthresh:105441 minrtt:0.062 snd_wnd:105472
SYN-SENT 0 1556050609 127.0.0.1:57054 127.0.0.1:20009 ino:670 sk:57 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all defer_connect)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic rto:1000 mss:536 cwnd:10 lastsnd:4294686092 lastrcv:4294686092 lastack:4294686092 app_limited notsent:1556050609
ESTAB 0 0 127.0.0.1:33960 127.0.0.1:20001 ino:610 sk:58 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack nv wscale:7,7 rto:204 rtt:0.06/0.021 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 39125970149bps lastsnd:6056 lastrcv:6056 lastack:6056 pacing_rate 87199667352bps delivery_rate 5349877544bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.049 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33838 ino:591 sk:59 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.179/10.257 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 506167214bps lastsnd:6072 lastrcv:6072 lastack:6028 pacing_rate 1012309992bps delivery_rate 12483047616bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.021 snd_wnd:65536
ESTAB 0 0 127.0.0.1:33952 127.0.0.1:20001 ino:608 sk:5a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack lp wscale:7,7 rto:204 rtt:0.121/0.063 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 21664793388bps lastsnd:6060 lastrcv:6060 lastack:6060 pacing_rate 43062669400bps delivery_rate 5140078424bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.051 snd_wnd:65536
ESTAB 0 0 127.0.0.1:34072 127.0.0.1:20001 ino:630 sk:5b cgroup:/ <-> tos:0x48 class_id:0x2
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.067/0.029 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 39125970149bps lastsnd:6040 lastrcv:6040 lastack:6040 pacing_rate 77896802968bps delivery_rate 4766254544bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.055 snd_wnd:65536
ESTAB 0 30000 192.0.2.1:40822 192.0.2.2:20020 timer:(on,884ms,4) ino:722 sk:5c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f2384,w34480,o0,bl0,d0) ts sack reno wscale:7,7 rto:3264 backoff:4 rtt:0.107/0.06 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:5 bytes_sent:22120 bytes_retrans:5792 bytes_acked:401 bytes_received:400 segs_out:19 segs_in:3 data_segs_out:16 data_segs_in:1 send 108261682bps lastsnd:2380 lastrcv:5852 lastack:5852 pacing_rate 2160186480bps delivery_rate 463360000bps delivered:2 app_limited busy:5504ms unacked:11 retrans:1/4 lost:11 rcv_space:14480 rcv_ssthresh:64088 notsent:14072 minrtt:0.025 snd_wnd:64768
ESTAB 0 0 127.0.0.1:33976 127.0.0.1:20001 ino:612 sk:5d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack scalable wscale:7,7 rto:204 rtt:0.077/0.038 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 34044675325bps lastsnd:6056 lastrcv:6056 lastack:6056 pacing_rate 67432540192bps delivery_rate 5461333328bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.048 snd_wnd:65536
ESTAB 0 0 127.0.0.1:59152 127.0.0.1:20013 ino:692 sk:5e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.099/0.049 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 26457373737bps lastsnd:5904 lastrcv:5904 lastack:5904 pacing_rate 52914747472bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.099 snd_wnd:65483
FIN-WAIT-2 0 0 127.0.0.1:51318 127.0.0.1:20012 ino:682 sk:5f cgroup:/ <-- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.542/0.917 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 4836605166bps lastsnd:5908 lastrcv:5908 lastack:5904 pacing_rate 9664294928bps delivery_rate 72435472bps delivered:2 busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.103 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33976 ino:613 sk:60 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.405/10.635 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 485002775bps lastsnd:6056 lastrcv:6056 lastack:6012 pacing_rate 970005544bps delivery_rate 5041230768bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.052 snd_wnd:65536
ESTAB 0 0 127.0.0.1:33940 127.0.0.1:20001 ino:606 sk:61 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack illinois wscale:7,7 rto:204 rtt:0.066/0.023 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 39718787879bps lastsnd:6060 lastrcv:6060 lastack:6060 pacing_rate 78692382736bps delivery_rate 3640888888bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.06 snd_wnd:65536
SYN-SENT 0 1 127.0.0.1:59166 127.0.0.1:20013 timer:(on,1.220ms,5) ino:693 sk:62 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294686092 lastrcv:4294686092 lastack:4294686092 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65495
CLOSING 1 1 192.0.2.1:54678 192.0.2.2:20019 timer:(on,1.108ms,4) ino:0 sk:63 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb46080,f2304,w896,o0,bl0,d5) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.075/0.041 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:16 segs_in:9 data_segs_out:1 data_segs_in:1 send 154453333bps lastsnd:5852 lastrcv:5852 lastack:2156 pacing_rate 308392672bps delivery_rate 429037032bps delivered:2 app_limited busy:5504ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.027 snd_wnd:64768
ESTAB 0 0 127.0.0.1:33826 127.0.0.1:20001 ino:576 sk:64 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:3.631/2.702 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 721960892bps lastsnd:6092 lastrcv:6092 lastack:6092 pacing_rate 1443623592bps delivery_rate 3013149424bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.087 snd_wnd:65536
ESTAB 0 0 127.0.0.1:34012 127.0.0.1:20001 ino:618 sk:65 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack westwood wscale:7,7 rto:204 rtt:0.143/0.176 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 655360000bps lastsnd:6052 lastrcv:6052 lastack:6052 pacing_rate 36631475976bps delivery_rate 5349877544bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.049 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:33854 ino:593 sk:66 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.734/10.903 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 457174747bps lastsnd:6068 lastrcv:6068 lastack:6024 pacing_rate 914249840bps delivery_rate 9039448272bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.029 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20008 127.0.0.1:33842 ino:665 sk:67 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:7,7 rto:208 rtt:5.418/10.263 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 483839055bps lastsnd:5940 lastrcv:5940 lastack:5896 pacing_rate 967611136bps delivery_rate 5825422216bps delivered:4 app_limited busy:44ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.045 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 0 0 127.0.0.1:34046 127.0.0.1:20001 ino:624 sk:68 cgroup:/ <-> tos:0 class_id:0x5
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.057/0.025 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 45990175439bps lastsnd:6044 lastrcv:6044 lastack:6044 pacing_rate 91303877992bps delivery_rate 5698782608bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.046 snd_wnd:65536
ESTAB 0 0 127.0.0.1:33884 127.0.0.1:20001 ino:596 sk:69 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cdg wscale:7,7 rto:204 rtt:0.045/0.015 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 58254222222bps lastsnd:6068 lastrcv:6068 lastack:6068 pacing_rate 114286212528bps delivery_rate 7281777776bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.036 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:34092 ino:635 sk:6a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.068/0.036 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 38550588235bps lastsnd:6036 lastrcv:6036 lastack:6036 pacing_rate 77101176464bps delivery_rate 7943757568bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.033 snd_wnd:65152
LISTEN 0 5 [::1]:20002 [::]:* ino:572 sk:6b cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::1]:20011 [::]:* ino:676 sk:6c cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10 tcp-ulp-mptcp
LISTEN 2 1 [::1]:20015 [::]:* ino:704 sk:6d cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d12) cubic cwnd:10 unacked:2
LISTEN 0 5 [::1]:20014 [::]:* ino:695 sk:6e cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::]:20005 [::]:* ino:575 sk:6f cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 *:20003 *:* ino:573 sk:70 cgroup:/ v6only:0 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [2001:db8::1]:20028 [::]:* ino:743 sk:71 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d5) cubic cwnd:10
ESTAB 0 0 [::1]:20003 [::1]:46178 ino:581 sk:72 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.539/10.886 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 473269543bps lastsnd:6084 lastrcv:6084 lastack:6040 pacing_rate 946539080bps delivery_rate 10485760000bps delivered:4 app_limited busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.025 snd_wnd:65536
ESTAB 0 30000 [2001:db8::1]:55774 [2001:db8::2]:20025 timer:(on,884ms,4) ino:737 sk:73 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f2384,w34480,o0,bl0,d0) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.069/0.038 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:21820 bytes_retrans:5712 bytes_acked:401 bytes_received:400 segs_out:19 segs_in:3 data_segs_out:16 data_segs_in:1 send 165565217bps lastsnd:2380 lastrcv:5852 lastack:5852 pacing_rate 3275698920bps delivery_rate 439384608bps delivered:2 app_limited busy:5504ms unacked:11 retrans:1/4 lost:11 rcv_space:14280 rcv_ssthresh:64108 notsent:14292 minrtt:0.026 snd_wnd:64128
SYN-SENT 0 1 [::1]:54598 [::1]:20015 timer:(on,1.220ms,5) ino:708 sk:74 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294686092 lastrcv:4294686092 lastack:4294686092 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65476
FIN-WAIT-1 0 1 [2001:db8::1]:44622 [2001:db8::2]:20023 timer:(on,1.108ms,4) ino:0 sk:75 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.073/0.04 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:10 segs_in:3 data_segs_out:1 data_segs_in:1 send 156493151bps lastsnd:5852 lastrcv:5852 lastack:5852 pacing_rate 3098033896bps delivery_rate 380800000bps delivered:2 app_limited busy:5504ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.03 snd_wnd:64128
ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:49144 ino:585 sk:76 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.21/10.309 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 503155470bps lastsnd:6084 lastrcv:6084 lastack:6040 pacing_rate 1006190232bps delivery_rate 13107200000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.02 snd_wnd:65536
LAST-ACK 1 1 [2001:db8::1]:52938 [2001:db8::2]:20022 timer:(on,1.108ms,4) ino:0 sk:77 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.131/0.058 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:11 segs_in:4 data_segs_out:1 data_segs_in:1 send 87206107bps lastsnd:5852 lastrcv:5852 lastack:5848 pacing_rate 1744122136bps delivery_rate 110912616bps delivered:2 app_limited busy:5504ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.103 snd_wnd:64128
ESTAB 0 0 [::1]:20011 [::1]:40366 ino:680 sk:78 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.691/11.026 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 460629063bps lastsnd:5908 lastrcv:5908 lastack:5864 pacing_rate 921197424bps delivery_rate 5971384bps delivered:4 busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.061 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/e3653cf5(id:0) seq:bc2bbc5363ad07b0 sfseq:321 ssnoff:76a21a9f maplen:190
ESTAB 0 0 [::1]:20002 [::1]:45364 ino:641 sk:79 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.131/0.072 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 20010992366bps lastsnd:6032 lastrcv:6032 lastack:6032 pacing_rate 40021984728bps delivery_rate 5577531912bps delivered:2 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.047 snd_wnd:65152
ESTAB 0 0 [::1]:20015 [::1]:54578 ino:0 sk:7a cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.051/0.025 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 51400784314bps lastsnd:5900 lastrcv:5900 lastack:5900 pacing_rate 102801568624bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.051 snd_wnd:65536
ESTAB 0 0 [::1]:20002 [::1]:45378 ino:656 sk:7b cgroup:/ <-> tos:0x2 tclass:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:7,7 rto:208 rtt:5.986/11.348 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 704791179bps lastsnd:6004 lastrcv:6004 lastack:5956 pacing_rate 1409405768bps delivery_rate 4905674416bps delivered:4 app_limited busy:48ms rcv_rtt:8 rcv_space:65464 rcv_ssthresh:105441 minrtt:0.086 snd_wnd:105472
CLOSE-WAIT 1 0 [::1]:20014 [::1]:37004 ino:697 sk:7c cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.099/0.049 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 26479191919bps lastsnd:5900 lastrcv:5900 lastack:5900 pacing_rate 52958383832bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.099 snd_wnd:65536
CLOSING 1 1 [2001:db8::1]:33004 [2001:db8::2]:20024 timer:(on,1.108ms,4) ino:0 sk:7d cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb46080,f2304,w896,o0,bl0,d5) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.07/0.035 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:16 segs_in:9 data_segs_out:1 data_segs_in:1 send 163200000bps lastsnd:5852 lastrcv:5852 lastack:2156 pacing_rate 326400000bps delivery_rate 272000000bps delivered:2 app_limited busy:5504ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.042 snd_wnd:64128
ESTAB 0 0 [::1]:40366 [::1]:20011 ino:678 sk:7e cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.238/0.164 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 11014453782bps lastsnd:5908 lastrcv:5908 lastack:5908 pacing_rate 22005792232bps delivery_rate 4766254544bps delivered:4 rcv_space:65476 rcv_ssthresh:65476 minrtt:0.055 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/8b5d7018(id:0) seq:6fa25130d71b52c sfseq:321 ssnoff:1377a2c0 maplen:190
ESTAB 0 0 [::ffff:127.0.0.1]:49144 [::ffff:127.0.0.1]:20003 ino:584 sk:7f cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.056/0.03 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 46811428571bps lastsnd:6084 lastrcv:6084 lastack:6084 pacing_rate 92385550656bps delivery_rate 7943757568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.033 snd_wnd:65536
ESTAB 0 0 [2001:db8::1]:57302 [2001:db8::2]:20026 ino:740 sk:80 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.056/0.03 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 2040000000bps lastsnd:5852 lastrcv:5848 lastack:5848 pacing_rate 4043893800bps delivery_rate 456960000bps delivered:2 app_limited rcv_space:14280 rcv_ssthresh:64108 minrtt:0.025 snd_wnd:64128
ESTAB 0 0 [::1]:37026 [::1]:20014 ino:700 sk:81 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.053/0.026 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 49406792453bps lastsnd:5900 lastrcv:5900 lastack:5900 pacing_rate 98813584904bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.053 snd_wnd:65464
SYN-SENT 0 1 [2001:db8::1]:44434 [2001:db8::2]:9 timer:(on,1.608ms,5) ino:753 sk:82 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:1208 pmtu:1500 rcvmss:88 advmss:1440 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294686092 lastrcv:4294686092 lastack:4294686092 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:64800
ESTAB 0 0 [2001:db8::1]:38550 [2001:db8::2]:20007 ino:661 sk:83 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.194/5.356 ato:40 mss:1428 pmtu:1500 rcvmss:1428 advmss:1428 cwnd:30 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:55 segs_in:55 data_segs_out:45 data_segs_in:45 send 65983827bps lastsnd:5964 lastrcv:5964 lastack:5964 pacing_rate 131958120bps delivery_rate 2004210520bps delivered:46 app_limited rcv_space:14280 rcv_ssthresh:95523 minrtt:0.046 snd_wnd:87936
ESTAB 0 0 [::1]:54578 [::1]:20015 ino:706 sk:84 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.043/0.021 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 60896744186bps lastsnd:5900 lastrcv:5900 lastack:5900 pacing_rate 121793488368bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.043 snd_wnd:65464
ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:49140 ino:583 sk:85 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.399/10.549 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 485541767bps lastsnd:6084 lastrcv:6084 lastack:6040 pacing_rate 971038568bps delivery_rate 9362285712bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.028 snd_wnd:65536
FIN-WAIT-2 0 0 [::1]:37012 [::1]:20014 timer:(timewait,54sec,0) ino:0 sk:86

ESTAB 0 0 [::1]:45362 [::1]:20002 ino:578 sk:87 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:1.61/1.256 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 1628223602bps lastsnd:6088 lastrcv:6088 lastack:6088 pacing_rate 3255436192bps delivery_rate 7084972968bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.037 snd_wnd:65536
ESTAB 0 0 [::1]:45378 [::1]:20002 ino:655 sk:88 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:7,7 rto:204 rtt:0.345/0.087 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 12228637681bps lastsnd:6004 lastrcv:6004 lastack:6004 pacing_rate 24430720224bps delivery_rate 1318400000bps delivered:4 app_limited busy:4ms rcv_space:65476 rcv_ssthresh:105441 minrtt:0.32 snd_wnd:105472
ESTAB 0 0 [::1]:54570 [::1]:20015 ino:705 sk:89 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.061/0.03 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 42927213115bps lastsnd:5900 lastrcv:5900 lastack:5900 pacing_rate 85854426224bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.061 snd_wnd:65464
ESTAB 0 0 [::1]:20002 [::1]:45362 ino:579 sk:8a cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.859/10.467 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 447421062bps lastsnd:6088 lastrcv:6088 lastack:6044 pacing_rate 894765760bps delivery_rate 6393756096bps delivered:4 app_limited busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.041 snd_wnd:65536
FIN-WAIT-2 0 0 [::1]:37004 [::1]:20014 ino:696 sk:8b cgroup:/ <-- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.536/0.891 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 4890746269bps lastsnd:5904 lastrcv:5904 lastack:5900 pacing_rate 9767824864bps delivery_rate 74684896bps delivered:2 busy:4ms rcv_space:65476 rcv_ssthresh:65476 minrtt:0.112 snd_wnd:65536
CLOSE-WAIT 1 0 [::1]:20014 [::1]:37012 ino:699 sk:8c cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.26/0.13 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 10082461538bps lastsnd:5904 lastrcv:5904 lastack:5904 pacing_rate 20164923072bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.26 snd_wnd:65536
TIME-WAIT 0 0 [::1]:37032 [::1]:20014 timer:(timewait,54sec,0) ino:0 sk:8d

ESTAB 0 0 [::1]:20015 [::1]:54570 ino:0 sk:8e cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.068/0.034 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 38550588235bps lastsnd:5904 lastrcv:5904 lastack:5904 pacing_rate 77101176464bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.068 snd_wnd:65536
ESTAB 0 0 [::1]:20014 [::1]:37026 ino:701 sk:8f cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.065/0.032 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 40329846154bps lastsnd:5904 lastrcv:5904 lastack:5904 pacing_rate 80659692304bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.065 snd_wnd:65536
ESTAB 0 0 [::1]:46178 [::1]:20003 ino:580 sk:90 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.118/0.079 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 22215593220bps lastsnd:6088 lastrcv:6088 lastack:6088 pacing_rate 44431186440bps delivery_rate 6898526312bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.038 snd_wnd:65536
SYN-SENT 0 1 [::1]:54582 [::1]:20015 timer:(on,1.216ms,5) ino:707 sk:91 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294686096 lastrcv:4294686096 lastack:4294686096 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65476
ESTAB 0 0 [::1]:45364 [::1]:20002 ino:640 sk:92 cgroup:/ <-> tos:0 tclass:0x20 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.162/0.087 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 16181728395bps lastsnd:6036 lastrcv:6036 lastack:6036 pacing_rate 32228430768bps delivery_rate 3196878048bps delivered:2 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.082 snd_wnd:65536
SYN-RECV 0 0 [2001:db8::1]:20028 [2001:db8::2]:40712 timer:(on,1.604ms,6) ino:0 sk:93

