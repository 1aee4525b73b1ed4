State Recv-Q Send-Q Local Address:Port Peer Address:Port Process
LISTEN 0 5 127.0.0.1:20008 0.0.0.0:* ino:8878 sk:1 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o272,bl0,d0) cubic cwnd:10 md5keys:192.0.2.1/32=,127.0.0.1/32=
LISTEN 0 5 127.0.0.1:20009 0.0.0.0:* ino:8882 sk:2 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20010 0.0.0.0:* ino:8887 sk:3 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 2 1 127.0.0.1:20011 0.0.0.0:* ino:8896 sk:4 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d6) cubic cwnd:10 unacked:2
LISTEN 0 5 127.0.0.1:20014 0.0.0.0:* ino:8915 sk:5 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 192.0.2.1:20025 0.0.0.0:* ino:8948 sk:6 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d2) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:8782 sk:7 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 4096 0.0.0.0:20004 0.0.0.0:* ino:8785 sk:8 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
ESTAB 0 0 127.0.0.1:47064 127.0.0.1:20001 ino:8847 sk:9 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop transparent mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.054/0.022 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 48545185185bps lastsnd:4644 lastrcv:4644 lastack:4644 pacing_rate 96563317968bps delivery_rate 5349877544bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.049 snd_wnd:65536
ESTAB 0 0 127.0.0.1:46970 127.0.0.1:20001 ino:8827 sk:a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack veno wscale:7,7 rto:204 rtt:0.06/0.019 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 43690666667bps lastsnd:4652 lastrcv:4652 lastack:4652 pacing_rate 86480494840bps delivery_rate 5140078424bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.051 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:47134 ino:8862 sk:b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.071/0.035 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 36921690141bps lastsnd:4636 lastrcv:4636 lastack:4636 pacing_rate 73843380280bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.071 snd_wnd:65536
ESTAB 0 0 127.0.0.1:46914 127.0.0.1:20001 ino:8815 sk:c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack hybla wscale:7,7 rto:204 rtt:0.193/0.127 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:2 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 2716518135bps lastsnd:4660 lastrcv:4660 lastack:4660 pacing_rate 5429519736bps delivery_rate 3692169008bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.071 snd_wnd:65536
ESTAB 0 0 127.0.0.1:46982 127.0.0.1:20001 ino:8831 sk:d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack yeah wscale:7,7 rto:204 rtt:0.078/0.04 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 49461132075bps lastsnd:4652 lastrcv:4652 lastack:4652 pacing_rate 67001661336bps delivery_rate 5349877544bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.049 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46914 ino:8816 sk:e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.659/10.929 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 463233787bps lastsnd:4660 lastrcv:4660 lastack:4616 pacing_rate 926324344bps delivery_rate 6898526312bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.038 snd_wnd:65536
FIN-WAIT-1 0 1 192.0.2.1:53242 192.0.2.2:20016 timer:(on,2.452ms,4) ino:0 sk:f cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f2816,w1280,o0,bl0,d0) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.107/0.06 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:10 segs_in:3 data_segs_out:1 data_segs_in:1 send 108261682bps lastsnd:4424 lastrcv:4420 lastack:4424 pacing_rate 2155162784bps delivery_rate 429037032bps delivered:2 app_limited busy:4148ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.027 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46838 ino:8800 sk:10 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.271/10.214 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 497332574bps lastsnd:4676 lastrcv:4676 lastack:4632 pacing_rate 994594384bps delivery_rate 6393756096bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.041 snd_wnd:65536
ESTAB 0 0 127.0.0.1:46958 127.0.0.1:20001 ino:8825 sk:11 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack vegas wscale:7,7 rto:204 rtt:0.141/0.113 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 5851428571bps lastsnd:4656 lastrcv:4652 lastack:4652 pacing_rate 37183546096bps delivery_rate 3084047056bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.085 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46934 ino:8820 sk:12 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.337/10.353 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 491182312bps lastsnd:4660 lastrcv:4660 lastack:4616 pacing_rate 982364624bps delivery_rate 7710117640bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:47134 127.0.0.1:20001 uid:1000 ino:8861 sk:13 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.057/0.028 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 45952280702bps lastsnd:4636 lastrcv:4636 lastack:4636 pacing_rate 91904561400bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.057 snd_wnd:65483
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:47104 ino:8858 sk:14 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.109/0.054 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 24049908257bps lastsnd:4636 lastrcv:4636 lastack:4636 pacing_rate 48099816512bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.109 snd_wnd:65536
ESTAB 0 30000 192.0.2.1:41186 192.0.2.2:20018 timer:(on,2.260ms,4) ino:8928 sk:15 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f464,w36400,o0,bl0,d0) ts sack reno wscale:7,7 rto:3264 backoff:4 rtt:0.056/0.03 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:5 bytes_sent:22120 bytes_retrans:5792 bytes_acked:401 bytes_received:400 segs_out:19 segs_in:3 data_segs_out:16 data_segs_in:1 send 206857143bps lastsnd:1004 lastrcv:4420 lastack:4420 pacing_rate 4137142856bps delivery_rate 551619040bps delivered:2 app_limited busy:4148ms unacked:11 retrans:1/4 lost:11 rcv_space:14480 rcv_ssthresh:64088 notsent:14072 minrtt:0.021 snd_wnd:64768
SYN-SENT 0 1 192.0.2.1:57332 192.0.2.2:9 timer:(on,2.900ms,2) ino:8958 sk:16 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f2816,w1280,o0,bl0,d0) cubic rto:4000 backoff:2 mss:524 pmtu:1500 rcvmss:88 advmss:1460 cwnd:1 ssthresh:7 segs_out:3 lastsnd:4294680620 lastrcv:4294680620 lastack:4294680620 app_limited unacked:1 retrans:1/2 lost:1 rcv_ssthresh:64240
ESTAB 0 0 127.0.0.1:46930 127.0.0.1:20001 ino:8817 sk:17 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack illinois wscale:7,7 rto:204 rtt:0.058/0.015 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 45197241379bps lastsnd:4660 lastrcv:4660 lastack:4660 pacing_rate 90006523600bps delivery_rate 5140078424bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.051 snd_wnd:65536
CLOSING 1 1 192.0.2.1:56718 192.0.2.2:20017 timer:(on,2.452ms,4) ino:0 sk:18 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r1280,rb131072,t0,tb46080,f1536,w1280,o0,bl0,d5) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.058/0.031 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:16 segs_in:9 data_segs_out:1 data_segs_in:1 send 199724138bps lastsnd:4420 lastrcv:4420 lastack:812 pacing_rate 398589240bps delivery_rate 482666664bps delivered:2 app_limited busy:4148ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.024 snd_wnd:64768
ESTAB 0 0 127.0.0.1:46940 127.0.0.1:20001 ino:8821 sk:19 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack nv wscale:7,7 rto:204 rtt:0.071/0.027 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 46811428571bps lastsnd:4656 lastrcv:4656 lastack:4656 pacing_rate 73843380280bps delivery_rate 5140078424bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.051 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:47078 ino:8854 sk:1a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d1) ts sack cubic wscale:7,7 rto:204 rtt:0.075/0.037 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_out:1 segs_in:3 send 34952533333bps lastsnd:4640 lastrcv:4640 lastack:4640 pacing_rate 69905066664bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.075 snd_wnd:65536
ESTAB 0 0 127.0.0.1:36012 127.0.0.1:20008 ino:8879 sk:1b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:7,7 rto:204 rtt:1.53/1.163 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 1713359477bps lastsnd:4552 lastrcv:4552 lastack:4552 pacing_rate 3426439016bps delivery_rate 3318278480bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.079 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 79333 0 127.0.0.1:20014 127.0.0.1:33356 ino:8917 sk:1c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r80613,rb131072,t0,tb2626560,f1307,w0,o0,bl0,d5) ts sack cubic wscale:7,7 rto:200 rtt:0.102/0.051 ato:80 mss:32768 pmtu:65535 rcvmss:32741 advmss:65483 cwnd:10 bytes_received:79333 segs_out:12 segs_in:17 data_segs_in:11 send 25700392157bps lastsnd:4484 lastrcv:4228 lastack:4228 pacing_rate 51400784312bps delivered:1 app_limited rcv_rtt:1 rcv_space:65483 rcv_ssthresh:65483 minrtt:0.102 snd_wnd:65536
ESTAB 0 0 127.0.0.1:46934 127.0.0.1:20001 ino:8819 sk:1d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack lp wscale:7,7 rto:204 rtt:0.06/0.018 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 43690666667bps lastsnd:4660 lastrcv:4660 lastack:4660 pacing_rate 87381333328bps delivery_rate 4946113200bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.053 snd_wnd:65536
ESTAB 0 0 127.0.0.1%lo:47016 127.0.0.1:20001 ino:8837 sk:1e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.082/0.04 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 31968780488bps lastsnd:4648 lastrcv:4648 lastack:4648 pacing_rate 63884878048bps delivery_rate 4854518512bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.054 snd_wnd:65536
FIN-WAIT-2 0 0 127.0.0.1:43168 127.0.0.1:20010 ino:8888 sk:1f cgroup:/ <-- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.337/0.294 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 7778753709bps lastsnd:4504 lastrcv:4504 lastack:4500 pacing_rate 15517217904bps delivery_rate 247773152bps delivered:2 busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.235 snd_wnd:65536
ESTAB 0 0 127.0.0.1:43158 127.0.0.1:20011 ino:8897 sk:20 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.108/0.054 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 24252592593bps lastsnd:4492 lastrcv:4492 lastack:4496 pacing_rate 48505185184bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.108 snd_wnd:65483
ESTAB 0 0 127.0.0.1:47078 127.0.0.1:20001 timer:(keepalive,1min14sec,0) ino:8853 sk:21 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.058/0.029 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:3 segs_in:2 send 45197241379bps lastsnd:4640 lastrcv:4640 lastack:556 pacing_rate 90320000000bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.058 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46948 ino:8824 sk:22 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.308/10.491 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 493865863bps lastsnd:4656 lastrcv:4656 lastack:4612 pacing_rate 987592176bps delivery_rate 7489828568bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46980 ino:8830 sk:23 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.447/10.542 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 481263081bps lastsnd:4652 lastrcv:4652 lastack:4608 pacing_rate 962371560bps delivery_rate 7489828568bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 127.0.0.1:46850 127.0.0.1:20001 ino:8803 sk:24 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:7,7 rto:204 rtt:0.076/0.041 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:5140078120bps,mrtt:0.051,pacing_gain:2.88672,cwnd_gain:2.88672) send 44840421053bps lastsnd:4672 lastrcv:4672 lastack:4672 pacing_rate 102541245776bps delivery_rate 5140078424bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.051 snd_wnd:65536
ESTAB 0 0 127.0.0.1:47138 127.0.0.1:20001 ino:8864 sk:25 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:7,7 rto:204 rtt:0.38/0.325 ato:40 mss:32768 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 6898526316bps lastsnd:4620 lastrcv:4616 lastack:4616 pacing_rate 13792515616bps delivery_rate 1134822504bps delivered:4 app_limited busy:4ms rcv_rtt:1 rcv_space:65495 rcv_ssthresh:65495 minrtt:0.231 snd_wnd:65536
SYN-SENT 0 1 127.0.0.1:43172 127.0.0.1:20011 timer:(on,2.548ms,2) ino:8899 sk:26 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f2816,w1280,o0,bl0,d0) cubic rto:4000 backoff:2 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:3 lastsnd:4294680620 lastrcv:4294680620 lastack:4294680620 app_limited unacked:1 retrans:1/2 lost:1 rcv_ssthresh:65495
ESTAB 0 0 127.0.0.1:47154 127.0.0.1:20001 ino:8868 sk:27 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.199/0.101 ato:40 mss:32768 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 13173065327bps lastsnd:4608 lastrcv:4608 lastack:4608 pacing_rate 26247209008bps delivery_rate 2730666664bps delivered:4 app_limited rcv_rtt:1 rcv_space:65495 rcv_ssthresh:65495 minrtt:0.096 snd_wnd:65536
ESTAB 0 0 192.0.2.1:48836 192.0.2.2:20006 ino:8873 sk:28 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb1629360,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:2.964/2.476 ato:40 mss:1448 pmtu:1500 rcvmss:1448 advmss:1448 cwnd:34 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:49 segs_in:49 data_segs_out:42 data_segs_in:42 send 132879892bps lastsnd:4584 lastrcv:4584 lastack:4584 pacing_rate 265748576bps delivery_rate 1501629624bps delivered:43 app_limited rcv_rtt:1 rcv_space:52760 rcv_ssthresh:64088 minrtt:0.108 snd_wnd:104192
ESTAB 0 0 127.0.0.1:46838 127.0.0.1:20001 ino:8799 sk:29 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack reno wscale:7,7 rto:204 rtt:0.24/0.166 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 10922666667bps lastsnd:4676 lastrcv:4676 lastack:4676 pacing_rate 21845333328bps delivery_rate 5140078424bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.051 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20010 127.0.0.1:43178 ino:8893 sk:2a cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.1/0.05 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 26214400000bps lastsnd:4500 lastrcv:4500 lastack:4500 pacing_rate 52428800000bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.1 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:47052 ino:8844 sk:2b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.072/0.039 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 36408888889bps lastsnd:4644 lastrcv:4644 lastack:4644 pacing_rate 71943464832bps delivery_rate 8738133328bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.03 snd_wnd:65152
ESTAB 0 0 127.0.0.1:46900 127.0.0.1:20001 ino:8813 sk:2c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack htcp wscale:7,7 rto:204 rtt:0.079/0.026 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 33182784810bps lastsnd:4664 lastrcv:4664 lastack:4664 pacing_rate 66052031496bps delivery_rate 4766254544bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.055 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:47074 ino:8850 sk:2d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.071/0.038 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 36921690141bps lastsnd:4640 lastrcv:4640 lastack:4640 pacing_rate 73843380280bps delivery_rate 9039448272bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.029 snd_wnd:65152
ESTAB 0 0 127.0.0.1:47060 127.0.0.1:20001 ino:8845 sk:2e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk freebind mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.061/0.029 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 42974426230bps lastsnd:4644 lastrcv:4644 lastack:4644 pacing_rate 85179837392bps delivery_rate 5957818176bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.044 snd_wnd:65536
SYN-RECV 0 0 192.0.2.1:20025 192.0.2.2:50684 timer:(on,2.904ms,4) ino:0 sk:2f

ESTAB 0 0 127.0.0.1:20001 127.0.0.1:47012 ino:8836 sk:30 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.073/0.04 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 35910136986bps lastsnd:4648 lastrcv:4648 lastack:4648 pacing_rate 71089898304bps delivery_rate 8738133328bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.03 snd_wnd:65152
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46900 ino:8814 sk:31 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.304/10.266 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 494238311bps lastsnd:4664 lastrcv:4664 lastack:4620 pacing_rate 988336864bps delivery_rate 7281777776bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.036 snd_wnd:65536
CLOSE-WAIT 1 0 127.0.0.1:20010 127.0.0.1:43168 ino:8889 sk:32 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r1280,rb131072,t0,tb2626560,f2816,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.405/0.202 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 6472691358bps lastsnd:4504 lastrcv:4504 lastack:4504 pacing_rate 12945382712bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.405 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:47060 ino:8846 sk:33 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.071/0.038 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 36921690141bps lastsnd:4644 lastrcv:4644 lastack:4644 pacing_rate 73713602808bps delivery_rate 8738133328bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.03 snd_wnd:65152
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:47120 ino:8860 sk:34 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.087/0.043 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 30131494253bps lastsnd:4636 lastrcv:4636 lastack:4636 pacing_rate 60262988504bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.087 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:47040 ino:8842 sk:35 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.078/0.042 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 33608205128bps lastsnd:4644 lastrcv:4644 lastack:4644 pacing_rate 67001661336bps delivery_rate 6898526312bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.038 snd_wnd:65152
SYN-SENT 0 -818038474 127.0.0.1:46518 127.0.0.1:20009 ino:8885 sk:36 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all defer_connect)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic rto:1000 mss:536 cwnd:10 lastsnd:4294680620 lastrcv:4294680620 lastack:4294680620 app_limited
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:47138 ino:8865 sk:37 cgroup:/ <-> tos:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:7,7 rto:208 rtt:5.799/11.174 ato:40 mss:32768 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 452050354bps lastsnd:4616 lastrcv:4620 lastack:4572 pacing_rate 904022760bps delivery_rate 5242880000bps delivered:4 app_limited busy:44ms rcv_rtt:2 rcv_space:65483 rcv_ssthresh:65483 minrtt:0.05 snd_wnd:65536
ESTAB 0 0 192.0.2.1:55906 192.0.2.2:20019 ino:8931 sk:38 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.181/0.104 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 640000000bps lastsnd:4420 lastrcv:4420 lastack:4420 pacing_rate 1279116632bps delivery_rate 551619040bps delivered:2 app_limited rcv_space:14480 rcv_ssthresh:64088 minrtt:0.021 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46940 ino:8822 sk:39 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:6.246/11.129 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 419699007bps lastsnd:4656 lastrcv:4656 lastack:4612 pacing_rate 839330824bps delivery_rate 7084972968bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.037 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:47064 ino:8848 sk:3a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.067/0.036 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 39125970149bps lastsnd:4644 lastrcv:4644 lastack:4644 pacing_rate 77528724584bps delivery_rate 8738133328bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.03 snd_wnd:65152
FIN-WAIT-2 0 0 127.0.0.1:43170 127.0.0.1:20010 timer:(timewait,55sec,0) ino:0 sk:3b

ESTAB 0 0 127.0.0.1:46980 127.0.0.1:20001 ino:8829 sk:3c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack westwood wscale:7,7 rto:204 rtt:0.059/0.018 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 655360000bps lastsnd:4652 lastrcv:4652 lastack:4652 pacing_rate 88115630248bps delivery_rate 5140078424bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.051 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20011 127.0.0.1:43158 ino:0 sk:3d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.35/0.175 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 7489828571bps lastsnd:4492 lastrcv:4492 lastack:4492 pacing_rate 14979657136bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.35 snd_wnd:65536
ESTAB 0 0 127.0.0.1:47012 127.0.0.1:20001 ino:8835 sk:3e cgroup:/ <-> tos:0 class_id:0x5
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.086/0.045 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 30481860465bps lastsnd:4648 lastrcv:4648 lastack:4648 pacing_rate 60649030384bps delivery_rate 5577531912bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.047 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46850 ino:8804 sk:3f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.637/10.636 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 465041689bps lastsnd:4672 lastrcv:4672 lastack:4628 pacing_rate 930000880bps delivery_rate 6721641024bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.039 snd_wnd:65536
ESTAB 0 2539974 127.0.0.1:33356 127.0.0.1:20014 timer:(persist,2.292ms,0) ino:8916 sk:40 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f2106,w2639814,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 backoff:4 rtt:5.051/9.277 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:112074 bytes_retrans:32741 bytes_acked:79334 segs_out:17 segs_in:13 data_segs_out:11 send 518566620bps lastsnd:4228 lastrcv:4484 lastack:1036 pacing_rate 1036953600bps delivery_rate 174851800bps delivered:12 busy:4484ms rwnd_limited:4484ms(100.0%) retrans:0/1 dsack_dups:1 rcv_space:65495 rcv_ssthresh:65495 notsent:2539974 minrtt:0.025
ESTAB 0 0 127.0.0.1:46840 127.0.0.1:20001 ino:8801 sk:41 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.081/0.044 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 32363456790bps lastsnd:4672 lastrcv:4672 lastack:4672 pacing_rate 64231301680bps delivery_rate 5461333328bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.048 snd_wnd:65536
ESTAB 7 0 127.0.0.1:20009 127.0.0.1:46502 ino:8884 sk:42 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r1280,rb131072,t0,tb2626560,f2816,w0,o0,bl0,d0) ts sack fastopen cubic wscale:7,7 rto:204 rtt:0.73/0.365 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:7 segs_in:2 data_segs_in:1 send 3591013699bps lastsnd:4544 lastrcv:4544 lastack:4544 pacing_rate 7182027392bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.73 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20008 127.0.0.1:36012 ino:8880 sk:43 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:7,7 rto:208 rtt:5.803/10.942 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 451738756bps lastsnd:4552 lastrcv:4552 lastack:4508 pacing_rate 903458048bps delivery_rate 4228129032bps delivered:4 app_limited busy:44ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.062 snd_wnd:65536 md5keys:127.0.0.1/32=
CLOSE-WAIT 1 0 127.0.0.1:20010 127.0.0.1:43170 ino:8891 sk:44 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r1280,rb131072,t0,tb2626560,f2816,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.098/0.049 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 26749387755bps lastsnd:4500 lastrcv:4500 lastack:4500 pacing_rate 53498775504bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.098 snd_wnd:65536
ESTAB 0 0 127.0.0.1:58674 127.0.0.1:20003 ino:8793 sk:45 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.984/0.745 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 2664065041bps lastsnd:4736 lastrcv:4736 lastack:4736 pacing_rate 5324748000bps delivery_rate 3495253328bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.075 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:47154 ino:8869 sk:46 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.422/10.564 ato:40 mss:32768 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 483482110bps lastsnd:4608 lastrcv:4608 lastack:4564 pacing_rate 966919632bps delivery_rate 6721641024bps delivered:4 app_limited busy:44ms rcv_rtt:1 rcv_space:65483 rcv_ssthresh:65483 minrtt:0.039 snd_wnd:65536
SYN-SENT 0 1 127.0.0.1:43182 127.0.0.1:20011 timer:(on,2.548ms,2) ino:8900 sk:47 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f2816,w1280,o0,bl0,d0) cubic rto:4000 backoff:2 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:3 lastsnd:4294680620 lastrcv:4294680620 lastack:4294680620 app_limited unacked:1 retrans:1/2 lost:1 rcv_ssthresh:65495
ESTAB 0 0 127.0.0.1:20011 127.0.0.1:43166 ino:0 sk:48 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.079/0.039 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 33182784810bps lastsnd:4492 lastrcv:4492 lastack:4492 pacing_rate 66365569616bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.079 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46970 ino:8828 sk:49 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.492/10.805 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 477319738bps lastsnd:4652 lastrcv:4652 lastack:4608 pacing_rate 954617744bps delivery_rate 7710117640bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:43178 127.0.0.1:20010 ino:8892 sk:4a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.07/0.035 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 37418285714bps lastsnd:4500 lastrcv:4500 lastack:4500 pacing_rate 74836571424bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.07 snd_wnd:65483
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46826 ino:8788 sk:4b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:212 rtt:11.318/14.919 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 231616893bps lastsnd:4856 lastrcv:4856 lastack:4800 pacing_rate 463197976bps delivery_rate 2595485144bps delivered:4 app_limited busy:56ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.101 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46958 ino:8826 sk:4c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.641/11.075 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 464711931bps lastsnd:4652 lastrcv:4656 lastack:4608 pacing_rate 929403264bps delivery_rate 7084972968bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.037 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46888 ino:8810 sk:4d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.583/10.882 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 469539674bps lastsnd:4664 lastrcv:4664 lastack:4620 pacing_rate 939058320bps delivery_rate 7489828568bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 127.0.0.1:47040 127.0.0.1:20001 ino:8841 sk:4e cgroup:/ <-> tos:0x48 class_id:0x2
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.085/0.045 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 30840470588bps lastsnd:4644 lastrcv:4644 lastack:4644 pacing_rate 61180262768bps delivery_rate 5461333328bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.048 snd_wnd:65536
ESTAB 0 0 127.0.0.1:46826 127.0.0.1:20001 ino:8787 sk:4f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.637/4.256 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 465041689bps lastsnd:4856 lastrcv:4856 lastack:4856 pacing_rate 930042128bps delivery_rate 2114064512bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.124 snd_wnd:65536
ESTAB 0 0 127.0.0.1:47094 127.0.0.1:20001 timer:(keepalive,25sec,0) ino:8855 sk:50 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.06/0.03 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 43654666667bps lastsnd:4640 lastrcv:4640 lastack:4640 pacing_rate 87309333328bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.06 snd_wnd:65483
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:47026 ino:8840 sk:51 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.068/0.037 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 38550588235bps lastsnd:4644 lastrcv:4644 lastack:4644 pacing_rate 76121669688bps delivery_rate 7943757568bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.033 snd_wnd:65152
ESTAB 0 0 127.0.0.1:43166 127.0.0.1:20011 ino:8898 sk:52 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.064/0.032 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 40926250000bps lastsnd:4492 lastrcv:4492 lastack:4492 pacing_rate 81852500000bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.064 snd_wnd:65483
ESTAB 0 0 127.0.0.1:46502 127.0.0.1:20009 ino:8883 sk:53 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack fastopen cubic wscale:7,7 rto:204 rtt:1.506/0.753 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:7 bytes_acked:8 segs_out:2 segs_in:1 data_segs_out:1 send 1739229748bps lastsnd:4544 lastrcv:4544 lastack:4544 pacing_rate 3478459488bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:1.506 snd_wnd:65483
ESTAB 0 0 127.0.0.1:47074 127.0.0.1:20001 ino:8849 sk:54 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all bind_addr_no_port)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.06/0.027 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 43690666667bps lastsnd:4640 lastrcv:4640 lastack:4640 pacing_rate 87127817040bps delivery_rate 5577531912bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.047 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46840 ino:8802 sk:55 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.92/11.7 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 442810811bps lastsnd:4672 lastrcv:4672 lastack:4624 pacing_rate 885490736bps delivery_rate 8456258064bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.031 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:47094 ino:8856 sk:56 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.076/0.038 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 34492631579bps lastsnd:4640 lastrcv:4640 lastack:4640 pacing_rate 68985263152bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.076 snd_wnd:65536
ESTAB 0 0 127.0.0.1:46864 127.0.0.1:20001 ino:8805 sk:57 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack bic wscale:7,7 rto:204 rtt:0.108/0.067 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 24272592593bps lastsnd:4668 lastrcv:4668 lastack:4668 pacing_rate 48155040176bps delivery_rate 5140078424bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.051 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:47016 ino:8838 sk:58 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.096/0.052 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 27306666667bps lastsnd:4648 lastrcv:4648 lastack:4648 pacing_rate 54542314688bps delivery_rate 6393756096bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.041 snd_wnd:65152
ESTAB 0 0 127.0.0.1:46880 127.0.0.1:20001 ino:8807 sk:59 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cdg wscale:7,7 rto:204 rtt:0.089/0.034 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 29454382022bps lastsnd:4668 lastrcv:4668 lastack:4668 pacing_rate 58826143056bps delivery_rate 4681142856bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.056 snd_wnd:65536
TIME-WAIT 0 0 127.0.0.1:43188 127.0.0.1:20010 timer:(timewait,55sec,0) ino:0 sk:5a

ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46864 ino:8806 sk:5b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.588/10.794 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 469119542bps lastsnd:4668 lastrcv:4668 lastack:4624 pacing_rate 938239080bps delivery_rate 6898526312bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.038 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46894 ino:8812 sk:5c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.372/10.583 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 487982130bps lastsnd:4664 lastrcv:4664 lastack:4620 pacing_rate 975964256bps delivery_rate 7489828568bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 127.0.0.1:47104 127.0.0.1:20001 timer:(keepalive,1min25sec,0) ino:8857 sk:5d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.097/0.048 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 27002886598bps lastsnd:4636 lastrcv:4636 lastack:4636 pacing_rate 54005773192bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.097 snd_wnd:65483
ESTAB 0 0 127.0.0.1:46948 127.0.0.1:20001 ino:8823 sk:5e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack scalable wscale:7,7 rto:204 rtt:0.066/0.023 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 39718787879bps lastsnd:4656 lastrcv:4656 lastack:4656 pacing_rate 78840300744bps delivery_rate 4854518512bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.054 snd_wnd:65536
ESTAB 0 0 127.0.0.1:46998 127.0.0.1:20001 ino:8833 sk:5f fwmark:0xbeef cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.067/0.032 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 39125970149bps lastsnd:4648 lastrcv:4648 lastack:4648 pacing_rate 78041862192bps delivery_rate 5577531912bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.047 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46998 ino:8834 sk:60 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.078/0.042 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 33608205128bps lastsnd:4648 lastrcv:4648 lastack:4648 pacing_rate 67108864000bps delivery_rate 8738133328bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.03 snd_wnd:65152
LAST-ACK 1 1 192.0.2.1:46332 192.0.2.2:20015 timer:(on,2.452ms,4) ino:0 sk:61 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f2816,w1280,o0,bl0,d0) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.357/0.201 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:11 segs_in:4 data_segs_out:1 data_segs_in:1 send 32448179bps lastsnd:4424 lastrcv:4424 lastack:4420 pacing_rate 648963584bps delivery_rate 137904760bps delivered:2 app_limited busy:4148ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.084 snd_wnd:64768
ESTAB 0 0 127.0.0.1:46894 127.0.0.1:20001 ino:8811 sk:62 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack highspeed wscale:7,7 rto:204 rtt:0.072/0.032 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 36408888889bps lastsnd:4664 lastrcv:4664 lastack:4664 pacing_rate 72440483592bps delivery_rate 5041230768bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.052 snd_wnd:65536
ESTAB 0 0 127.0.0.1:47026 127.0.0.1:20001 ino:8839 sk:63 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.078/0.035 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 33608205128bps lastsnd:4644 lastrcv:4644 lastack:4644 pacing_rate 100000000bps/100000000bps delivery_rate 4161015872bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.063 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46930 ino:8818 sk:64 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.408/10.613 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 484733728bps lastsnd:4660 lastrcv:4660 lastack:4616 pacing_rate 969377824bps delivery_rate 7281777776bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.036 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46880 ino:8808 sk:65 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.306/10.285 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 494052017bps lastsnd:4668 lastrcv:4668 lastack:4624 pacing_rate 987964384bps delivery_rate 5349877544bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.049 snd_wnd:65536
ESTAB 0 0 127.0.0.1:46888 127.0.0.1:20001 ino:8809 sk:66 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack dctcp-reno wscale:7,7 rto:204 rtt:0.337/0.242 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 dctcp:fallback_mode send 7778753709bps lastsnd:4664 lastrcv:4664 lastack:4664 pacing_rate 15557507416bps delivery_rate 4854518512bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.054 snd_wnd:65536
ESTAB 0 0 127.0.0.1:47120 127.0.0.1:20001 timer:(keepalive,119min,0) ino:8859 sk:67 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.057/0.028 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 45952280702bps lastsnd:4636 lastrcv:4636 lastack:4636 pacing_rate 91904561400bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.057 snd_wnd:65483
ESTAB 0 0 127.0.0.1:47052 127.0.0.1:20001 ino:8843 sk:68 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( recverr is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.059/0.025 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 44431186441bps lastsnd:4644 lastrcv:4644 lastack:4644 pacing_rate 87858448632bps delivery_rate 5242880000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.05 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:46982 ino:8832 sk:69 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.222/10.269 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 501999234bps lastsnd:4652 lastrcv:4652 lastack:4608 pacing_rate 1003974432bps delivery_rate 7710117640bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.034 snd_wnd:65536
LISTEN 0 5 [::1]:20012 [::]:* ino:8901 sk:6a cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 2 1 [::1]:20013 [::]:* ino:8910 sk:6b cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d6) cubic cwnd:10 unacked:2
LISTEN 0 5 [2001:db8::1]:20026 [::]:* ino:8949 sk:6c cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d2) cubic cwnd:10
LISTEN 0 5 [::1]:20002 [::]:* ino:8783 sk:6d cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 *:20003 *:* ino:8784 sk:6e cgroup:/ v6only:0 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::]:20005 [::]:* ino:8786 sk:6f cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
CLOSE-WAIT 1 0 [::1]:20012 [::1]:50886 ino:8905 sk:70 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r1280,rb131072,t0,tb2626560,f2816,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.08/0.04 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 32768000000bps lastsnd:4496 lastrcv:4496 lastack:4496 pacing_rate 65536000000bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.08 snd_wnd:65536
SYN-SENT 0 1 [::1]:58952 [::1]:20013 timer:(on,2.544ms,2) ino:8913 sk:71 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f2816,w1280,o0,bl0,d0) cubic rto:4000 backoff:2 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:3 lastsnd:4294680624 lastrcv:4294680624 lastack:4294680624 app_limited unacked:1 retrans:1/2 lost:1 rcv_ssthresh:65476
ESTAB 0 0 [::1]:52962 [::1]:20003 ino:8791 sk:72 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:3.551/2.707 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 738225852bps lastsnd:4748 lastrcv:4748 lastack:4748 pacing_rate 1476139928bps delivery_rate 3013149424bps delivered:4 app_limited busy:4ms rcv_space:65476 rcv_ssthresh:65476 minrtt:0.087 snd_wnd:65536
ESTAB 0 0 [2001:db8::1]:54122 [2001:db8::2]:20024 ino:8946 sk:73 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.051/0.028 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 2240000000bps lastsnd:4424 lastrcv:4424 lastack:4424 pacing_rate 4404433728bps delivery_rate 496695648bps delivered:2 app_limited rcv_space:14280 rcv_ssthresh:64108 minrtt:0.023 snd_wnd:64128
ESTAB 0 0 [::1]:20002 [::1]:53540 ino:8790 sk:74 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:7.113/11.423 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:5 segs_in:7 data_segs_out:3 data_segs_in:3 send 368542106bps lastsnd:4792 lastrcv:4792 lastack:4748 pacing_rate 737019448bps delivery_rate 1149754384bps delivered:4 app_limited busy:64ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.228 snd_wnd:65536
FIN-WAIT-2 0 0 [::1]:50886 [::1]:20012 timer:(timewait,55sec,0) ino:0 sk:75

ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:58674 ino:8794 sk:76 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:6.19/10.5 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 423495961bps lastsnd:4740 lastrcv:4740 lastack:4696 pacing_rate 846923504bps delivery_rate 4766254544bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.055 snd_wnd:65536
ESTAB 0 0 [::1]:20012 [::1]:50894 ino:8907 sk:77 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.084/0.042 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 31207619048bps lastsnd:4496 lastrcv:4496 lastack:4496 pacing_rate 62415238088bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.084 snd_wnd:65536
TIME-WAIT 0 0 [::1]:50902 [::1]:20012 timer:(timewait,55sec,0) ino:0 sk:78

ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:58684 ino:8796 sk:79 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.865/11.429 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 446963342bps lastsnd:4732 lastrcv:4732 lastack:4684 pacing_rate 893888576bps delivery_rate 5140078424bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.051 snd_wnd:65536
ESTAB 0 0 [::1]:53546 [::1]:20002 ino:8851 sk:7a cgroup:/ <-> tos:0 tclass:0x20 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.151/0.083 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 17360529801bps lastsnd:4644 lastrcv:4644 lastack:4644 pacing_rate 34625586776bps delivery_rate 4766254544bps delivered:2 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.055 snd_wnd:65536
LAST-ACK 1 1 [2001:db8::1]:56168 [2001:db8::2]:20020 timer:(on,2.448ms,4) ino:0 sk:7b cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f2816,w1280,o0,bl0,d0) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.109/0.06 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:11 segs_in:4 data_segs_out:1 data_segs_in:1 send 104807339bps lastsnd:4424 lastrcv:4424 lastack:4424 pacing_rate 2091350112bps delivery_rate 278634144bps delivered:2 app_limited busy:4152ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.041 snd_wnd:64128
ESTAB 0 0 [::1]:58950 [::1]:20013 ino:8912 sk:7c cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.071/0.035 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 36881126761bps lastsnd:4492 lastrcv:4492 lastack:4492 pacing_rate 73762253520bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.071 snd_wnd:65464
ESTAB 0 0 [2001:db8::1]:41724 [2001:db8::2]:20007 ino:8876 sk:7d cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb1670400,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:2.87/2.554 ato:40 mss:1428 pmtu:1500 rcvmss:1428 advmss:1428 cwnd:35 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:52 segs_in:52 data_segs_out:45 data_segs_in:45 send 139317073bps lastsnd:4572 lastrcv:4572 lastack:4572 pacing_rate 278597744bps delivery_rate 1543783776bps delivered:46 rcv_rtt:1 rcv_space:52860 rcv_ssthresh:64108 minrtt:0.037 snd_wnd:64128
ESTAB 0 0 [::1]:20003 [::1]:52962 ino:8792 sk:7e cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:212 rtt:8.666/11.565 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 302497115bps lastsnd:4748 lastrcv:4748 lastack:4704 pacing_rate 604985496bps delivery_rate 3318278480bps delivered:4 app_limited busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.079 snd_wnd:65536
ESTAB 0 30000 [2001:db8::1]:34540 [2001:db8::2]:20023 timer:(on,2.256ms,4) ino:8943 sk:7f cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f464,w36400,o0,bl0,d0) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.048/0.026 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:21820 bytes_retrans:5712 bytes_acked:401 bytes_received:400 segs_out:19 segs_in:3 data_segs_out:16 data_segs_in:1 send 238000000bps lastsnd:1008 lastrcv:4424 lastack:4424 pacing_rate 4735336784bps delivery_rate 519272720bps delivered:2 app_limited busy:4152ms unacked:11 retrans:1/4 lost:11 rcv_space:14280 rcv_ssthresh:64108 notsent:14292 minrtt:0.022 snd_wnd:64128
SYN-RECV 0 0 [2001:db8::1]:20026 [2001:db8::2]:50472 timer:(on,2.900ms,4) ino:0 sk:80

CLOSING 1 1 [2001:db8::1]:58938 [2001:db8::2]:20022 timer:(on,2.448ms,4) ino:0 sk:81 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r1280,rb131072,t0,tb46080,f1536,w1280,o0,bl0,d5) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.055/0.03 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:16 segs_in:9 data_segs_out:1 data_segs_in:1 send 207709091bps lastsnd:4424 lastrcv:4424 lastack:816 pacing_rate 411675672bps delivery_rate 476000000bps delivered:2 app_limited busy:4152ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.024 snd_wnd:64128
ESTAB 0 0 [::1]:53548 [::1]:20002 ino:8866 sk:82 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:7,7 rto:204 rtt:0.199/0.1 ato:40 mss:32768 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 13173065327bps lastsnd:4620 lastrcv:4620 lastack:4620 pacing_rate 26247209008bps delivery_rate 2299508768bps delivered:4 app_limited rcv_rtt:1 rcv_space:65476 rcv_ssthresh:65476 minrtt:0.114 snd_wnd:65536
ESTAB 0 0 [::1]:58948 [::1]:20013 ino:8911 sk:83 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.074/0.037 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 35385945946bps lastsnd:4492 lastrcv:4492 lastack:4492 pacing_rate 70771891888bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.074 snd_wnd:65464
ESTAB 0 0 [::1]:20002 [::1]:53546 ino:8852 sk:84 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.106/0.059 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 24730566038bps lastsnd:4644 lastrcv:4644 lastack:4644 pacing_rate 49228920184bps delivery_rate 7943757568bps delivered:2 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.033 snd_wnd:65152
FIN-WAIT-1 0 1 [2001:db8::1]:44032 [2001:db8::2]:20021 timer:(on,2.448ms,4) ino:0 sk:85 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f2816,w1280,o0,bl0,d0) ts sack cubic wscale:7,7 rto:3264 backoff:4 rtt:0.067/0.036 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:10 segs_in:3 data_segs_out:1 data_segs_in:1 send 170507463bps lastsnd:4424 lastrcv:4424 lastack:4424 pacing_rate 3410149248bps delivery_rate 456960000bps delivered:2 app_limited busy:4152ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.025 snd_wnd:64128
ESTAB 0 0 [::1]:50894 [::1]:20012 ino:8906 sk:86 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.057/0.028 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 45939649123bps lastsnd:4496 lastrcv:4496 lastack:4496 pacing_rate 91879298240bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.057 snd_wnd:65464
ESTAB 0 0 [::1]:20002 [::1]:53548 ino:8867 sk:87 cgroup:/ <-> tos:0x2 tclass:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:7,7 rto:208 rtt:5.454/10.415 ato:40 mss:32768 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 480645398bps lastsnd:4620 lastrcv:4620 lastack:4576 pacing_rate 961180648bps delivery_rate 5698782608bps delivered:4 app_limited busy:44ms rcv_rtt:1 rcv_space:65464 rcv_ssthresh:65464 minrtt:0.046 snd_wnd:65536
ESTAB 0 0 [::1]:20013 [::1]:58948 ino:0 sk:88 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.115/0.057 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 22795130435bps lastsnd:4492 lastrcv:4492 lastack:4492 pacing_rate 45590260864bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.115 snd_wnd:65536
SYN-SENT 0 1 [2001:db8::1]:34768 [2001:db8::2]:9 timer:(on,2.896ms,2) ino:8959 sk:89 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f2816,w1280,o0,bl0,d0) cubic rto:4000 backoff:2 mss:1208 pmtu:1500 rcvmss:88 advmss:1440 cwnd:1 ssthresh:7 segs_out:3 lastsnd:4294680624 lastrcv:4294680624 lastack:4294680624 app_limited unacked:1 retrans:1/2 lost:1 rcv_ssthresh:64800
ESTAB 0 0 [::1]:53540 [::1]:20002 ino:8789 sk:8a cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:2.36/1.757 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:6 data_segs_out:3 data_segs_in:3 send 1110779661bps lastsnd:4792 lastrcv:4792 lastack:4792 pacing_rate 2221559320bps delivery_rate 1186171944bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.221 snd_wnd:65536
ESTAB 0 0 [::1]:53552 [::1]:20002 ino:8870 sk:8b cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.188/0.132 ato:40 mss:32768 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 13943829787bps lastsnd:4608 lastrcv:4608 lastack:4608 pacing_rate 27850624168bps delivery_rate 4297442616bps delivered:4 app_limited rcv_rtt:1 rcv_space:65476 rcv_ssthresh:65476 minrtt:0.061 snd_wnd:65536
FIN-WAIT-2 0 0 [::1]:50884 [::1]:20012 ino:8902 sk:8c cgroup:/ <-- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.431/0.527 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 6082227378bps lastsnd:4496 lastrcv:4496 lastack:4492 pacing_rate 12157402896bps delivery_rate 130549800bps delivered:2 busy:4ms rcv_space:65476 rcv_ssthresh:65476 minrtt:0.206 snd_wnd:65536
ESTAB 0 0 [::1]:20002 [::1]:53552 ino:8871 sk:8d cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:208 rtt:5.726/11.224 ato:40 mss:32768 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 457813482bps lastsnd:4608 lastrcv:4608 lastack:4564 pacing_rate 915547016bps delivery_rate 4443118640bps delivered:4 app_limited busy:44ms rcv_rtt:1 rcv_space:65464 rcv_ssthresh:65464 minrtt:0.059 snd_wnd:65536
ESTAB 0 0 [::ffff:127.0.0.1]:58684 [::ffff:127.0.0.1]:20003 ino:8795 sk:8e cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.18/0.099 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 14563555556bps lastsnd:4732 lastrcv:4732 lastack:4732 pacing_rate 29066555784bps delivery_rate 5242880000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.05 snd_wnd:65536
CLOSE-WAIT 1 0 [::1]:20012 [::1]:50884 ino:8903 sk:8f cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r1280,rb131072,t0,tb2626560,f2816,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.143/0.071 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 18331748252bps lastsnd:4496 lastrcv:4496 lastack:4496 pacing_rate 36663496496bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.143 snd_wnd:65536
ESTAB 0 0 [::1]:20013 [::1]:58950 ino:0 sk:90 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.082/0.041 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 31968780488bps lastsnd:4492 lastrcv:4492 lastack:4492 pacing_rate 63937560968bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.082 snd_wnd:65536
SYN-SENT 0 1 [::1]:58956 [::1]:20013 timer:(on,2.544ms,2) ino:8914 sk:91 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f2816,w1280,o0,bl0,d0) cubic rto:4000 backoff:2 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:3 lastsnd:4294680624 lastrcv:4294680624 lastack:4294680624 app_limited unacked:1 retrans:1/2 lost:1 rcv_ssthresh:65476
