State Recv-Q Send-Q Local Address:Port Peer Address:Port Process
LISTEN 0 5 192.0.2.1:20027 0.0.0.0:* ino:1158357 sk:3ec4a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d2) bbr cwnd:10
LISTEN 0 4096 0.0.0.0:20004 0.0.0.0:* ino:1158217 sk:3ec4b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) bbr cwnd:10
LISTEN 0 5 127.0.0.1:20016 0.0.0.0:* ino:1158324 sk:3ec4c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) bbr cwnd:10
LISTEN 2 1 127.0.0.1:20013 0.0.0.0:* ino:1158305 sk:3ec4d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d8) bbr cwnd:10 unacked:2
LISTEN 0 5 127.0.0.1:20012 0.0.0.0:* ino:1158296 sk:3ec4e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) bbr cwnd:10
LISTEN 0 5 127.0.0.1:20009 0.0.0.0:* ino:1158282 sk:3ec4f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) bbr cwnd:10
LISTEN 0 5 127.0.0.1:20008 0.0.0.0:* ino:1158278 sk:3ec50 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o272,bl0,d0) bbr cwnd:10 md5keys:192.0.2.1/32=,127.0.0.1/32=
LISTEN 0 5 127.0.0.1:20010 0.0.0.0:* ino:1158286 sk:3ec51 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) bbr cwnd:10 tcp-ulp-mptcp
LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:1158214 sk:3ec52 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) bbr cwnd:10
ESTAB 0 0 127.0.0.1:20012 127.0.0.1:45964 ino:1158302 sk:3ec53 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.006/0.003 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 bbr:(bw:0bps,mrtt:0.006) send 436906666667bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1248614370224bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.006 snd_wnd:65536
FIN-WAIT-1 0 1 192.0.2.1:49056 192.0.2.2:20018 timer:(on,288ms,3) ino:0 sk:3ec54 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb69120,f3264,w832,o0,bl0,d0) ts sack bbr wscale:10,10 rto:1632 backoff:3 rtt:0.005/0.002 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:9 segs_in:3 data_segs_out:1 data_segs_in:1 bbr:(bw:2316799856bps,mrtt:0.005,pacing_gain:2.88672,cwnd_gain:2.88672) send 2316800000bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 55175586184bps delivery_rate 2316800000bps delivered:2 app_limited busy:3028ms unacked:1 retrans:1/4 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.005 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52318 ino:1158238 sk:3ec55 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 576716800000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1248614370224bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52358 ino:1158248 sk:3ec56 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 576716800000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1248614370224bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52346 ino:1158246 sk:3ec57 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.004/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 720896000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1498337280000bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52370 ino:1158252 sk:3ec58 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.003 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 bbr:(bw:87381328120bps,mrtt:0.003,pacing_gain:2.88672,cwnd_gain:2.88672) send 576716800000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1248614370224bps delivery_rate 87381333328bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.003 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52360 ino:1158250 sk:3ec59 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.004/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 bbr:(bw:87381328120bps,mrtt:0.003,pacing_gain:2.88672,cwnd_gain:2.88672) send 720896000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1498337280000bps delivery_rate 87381333328bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.003 snd_wnd:65536
LAST-ACK 1 1 192.0.2.1:38706 192.0.2.2:20017 timer:(on,288ms,3) ino:0 sk:3ec5a cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb69120,f3264,w832,o0,bl0,d0) ts sack bbr wscale:10,10 rto:1632 backoff:3 rtt:0.061/0.035 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:10 segs_in:4 data_segs_out:1 data_segs_in:1 send 189901639bps lastsnd:3136 lastrcv:3136 lastack:3132 pacing_rate 4797876024bps delivery_rate 965333328bps delivered:2 app_limited busy:3028ms unacked:1 retrans:1/4 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.012 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52372 ino:1158254 sk:3ec5b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 576716800000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1248614370224bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52308 ino:1158236 sk:3ec5c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:208 rtt:5.17/10.331 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 bbr:(bw:87381328120bps,mrtt:0.003,pacing_gain:2.88672,cwnd_gain:2.88672) send 659162863bps lastsnd:3140 lastrcv:3140 lastack:3096 pacing_rate 1248614370224bps delivery_rate 87381333328bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.003 snd_wnd:65536
ESTAB 0 30000 192.0.2.1:34800 192.0.2.2:20020 timer:(on,064ms,3) ino:1158337 sk:3ec5d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb69120,f2704,w34160,o0,bl0,d0) ts sack reno wscale:10,10 rto:1632 backoff:3 rtt:0.005/0.002 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:5 bytes_sent:20672 bytes_retrans:4344 bytes_acked:401 bytes_received:400 segs_out:18 segs_in:3 data_segs_out:15 data_segs_in:1 send 2316800000bps lastsnd:1568 lastrcv:3136 lastack:3136 pacing_rate 55175586184bps delivery_rate 2316800000bps delivered:2 app_limited busy:3028ms unacked:11 retrans:1/3 lost:11 rcv_space:14480 rcv_ssthresh:64088 notsent:14072 minrtt:0.005 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52388 ino:1158258 sk:3ec5e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.006/0.003 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 bbr:(bw:0bps,mrtt:0.006) send 436906666667bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1248614370224bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.006 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:38544 ino:0 sk:3ec5f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:200 rtt:0.006/0.003 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 bbr:(bw:0bps,mrtt:0.006) send 436906666667bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1248614370224bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.006 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52426 ino:1158269 sk:3ec60 cgroup:/ <-> tos:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack ecn ecnseen bbr wscale:10,10 rto:208 rtt:5.08/10.148 ato:40 mss:53248 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:13 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 bbr:(bw:106496000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 1090116535bps lastsnd:3140 lastrcv:3140 lastack:3096 pacing_rate 936460800000bps delivery_rate 106496000000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:105503 minrtt:0.004 snd_wnd:106496
SYN-SENT 0 1 192.0.2.1:45012 192.0.2.2:9 timer:(on,008ms,2) ino:1158366 sk:3ec61 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3264,w832,o0,bl0,d0) bbr rto:1000 mss:524 pmtu:1500 rcvmss:88 advmss:1460 cwnd:1 segs_out:3 bbr:(bw:0bps,mrtt:0) lastsnd:3063872 lastrcv:3063872 lastack:3063872 app_limited unacked:1 retrans:1/2 lost:1 rcv_ssthresh:64240
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52296 ino:1158234 sk:3ec62 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:208 rtt:5.181/10.35 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 657763366bps lastsnd:3140 lastrcv:3140 lastack:3096 pacing_rate 1070240895144bps delivery_rate 65536000000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52336 ino:1158244 sk:3ec63 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 576716800000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1248614370224bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:38536 127.0.0.1:20013 ino:1158306 sk:3ec64 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:200 rtt:0.005/0.002 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 bbr:(bw:0bps,mrtt:0.005,pacing_gain:1,cwnd_gain:1) send 523856000000bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1497102688120bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.005 snd_wnd:65483
ESTAB 0 0 127.0.0.1:38544 127.0.0.1:20013 ino:1158307 sk:3ec65 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:200 rtt:0.005/0.002 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 bbr:(bw:0bps,mrtt:0.005,pacing_gain:1,cwnd_gain:1) send 523856000000bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1497102688120bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.005 snd_wnd:65483
SYN-SENT 0 1 127.0.0.1:38558 127.0.0.1:20013 timer:(on,936ms,3) ino:1158308 sk:3ec66 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3264,w832,o0,bl0,d0) bbr rto:1000 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 segs_out:4 bbr:(bw:0bps,mrtt:0) lastsnd:3063872 lastrcv:3063872 lastack:3063872 app_limited unacked:1 retrans:1/3 lost:1 rcv_ssthresh:65495
SYN-SENT 0 1 127.0.0.1:38560 127.0.0.1:20013 timer:(on,936ms,3) ino:1158309 sk:3ec67 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3264,w832,o0,bl0,d0) bbr rto:1000 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 segs_out:4 bbr:(bw:0bps,mrtt:0) lastsnd:3063872 lastrcv:3063872 lastack:3063872 app_limited unacked:1 retrans:1/3 lost:1 rcv_ssthresh:65495
ESTAB 0 0 127.0.0.1:38180 127.0.0.1:20009 ino:1158283 sk:3ec68 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack fastopen bbr wscale:10,10 rto:204 rtt:0.012/0.006 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:7 bytes_acked:8 segs_out:2 segs_in:1 data_segs_out:1 bbr:(bw:0bps,mrtt:0.012,pacing_gain:1,cwnd_gain:1) send 218273333333bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 623792771840bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.012 snd_wnd:65483
SYN-SENT 0 1796625455 127.0.0.1:38192 127.0.0.1:20009 ino:1158285 sk:3ec69 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all defer_connect)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) bbr rto:1000 mss:536 cwnd:10 bbr:(bw:0bps,mrtt:0) lastsnd:3063872 lastrcv:3063872 lastack:3063872 app_limited notsent:1796625455
ESTAB 0 0 127.0.0.1:20008 127.0.0.1:39690 ino:1158280 sk:3ec6a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o136,bl0,d0) sack bbr wscale:10,10 rto:208 rtt:5.461/10.903 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:13 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 bbr:(bw:32768000000bps,mrtt:0.008,pacing_gain:2.88672,cwnd_gain:2.88672) send 624038088bps lastsnd:3136 lastrcv:3136 lastack:3092 pacing_rate 681062375640bps delivery_rate 32768000000bps delivered:4 app_limited busy:44ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.008 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52270 ino:1158220 sk:3ec6b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:208 rtt:5.259/10.497 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 bbr:(bw:52428796872bps,mrtt:0.005,pacing_gain:2.88672,cwnd_gain:2.88672) send 648007606bps lastsnd:3140 lastrcv:3140 lastack:3096 pacing_rate 468230400000bps delivery_rate 52428800000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.005 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52280 ino:1158232 sk:3ec6c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:208 rtt:5.19/10.368 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 656622736bps lastsnd:3140 lastrcv:3140 lastack:3096 pacing_rate 936460800000bps delivery_rate 65536000000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52396 ino:1158262 sk:3ec6d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.006/0.003 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 bbr:(bw:0bps,mrtt:0.006) send 436906666667bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1248614370224bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.006 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49768 127.0.0.1:20003 ino:1158225 sk:3ec6e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.006/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 567978666667bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1247585543688bps delivery_rate 65536000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52330 ino:1158242 sk:3ec6f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 576716800000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1248614370224bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:39690 127.0.0.1:20008 ino:1158279 sk:3ec70 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o136,bl0,d0) sack bbr wscale:10,10 rto:204 rtt:0.013/0.004 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:29127109368bps,mrtt:0.009,pacing_gain:2.88672,cwnd_gain:2.88672) send 262144000000bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 534777483072bps delivery_rate 29127111104bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.009 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52394 ino:1158260 sk:3ec71 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.006/0.003 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 bbr:(bw:0bps,mrtt:0.006) send 436906666667bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1248614370224bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.006 snd_wnd:65536
ESTAB 0 0 192.0.2.1:47860 192.0.2.2:20021 ino:1158340 sk:3ec72 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb69120,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.002 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:11 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 bbr:(bw:2316799856bps,mrtt:0.005,pacing_gain:2.88672,cwnd_gain:2.88672) send 25484800000bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 55175586184bps delivery_rate 2316800000bps delivered:2 app_limited rcv_space:14480 rcv_ssthresh:64088 minrtt:0.005 snd_wnd:65536
CLOSING 1 1 192.0.2.1:55594 192.0.2.2:20019 timer:(on,288ms,3) ino:0 sk:3ec73 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r832,rb131072,t0,tb69120,f2432,w832,o0,bl0,d4) ts sack bbr wscale:10,10 rto:1632 backoff:3 rtt:0.005/0.002 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:14 segs_in:8 data_segs_out:1 data_segs_in:1 send 2316800000bps lastsnd:3136 lastrcv:3136 lastack:1344 pacing_rate 66210705000bps delivery_rate 2316800000bps delivered:2 app_limited busy:3028ms unacked:1 retrans:1/4 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.005 snd_wnd:65536
SYN-RECV 0 0 192.0.2.1:20027 192.0.2.2:57588 timer:(on,1.008ms,3) ino:0 sk:3ec74

ESTAB 114176 0 127.0.0.1:20016 127.0.0.1:55062 ino:1158326 sk:3ec75 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r115008,rb131072,t0,tb3939840,f3776,w0,o0,bl0,d4) ts sack bbr wscale:10,10 rto:200 rtt:0.006/0.003 ato:80 mss:32768 pmtu:65535 rcvmss:52736 advmss:65483 cwnd:10 bytes_received:114176 segs_out:11 segs_in:16 data_segs_in:11 bbr:(bw:0bps,mrtt:0.006) send 436906666667bps lastsnd:3136 lastrcv:2880 lastack:2880 pacing_rate 1248614370224bps delivered:1 app_limited rcv_rtt:0.077 rcv_space:65483 rcv_ssthresh:104463 minrtt:0.006 snd_wnd:65536
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:45958 ino:1158300 sk:3ec76 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r832,rb131072,t0,tb3939840,f3264,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.006/0.003 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 436906666667bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1248614370224bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.006 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:38536 ino:0 sk:3ec77 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:200 rtt:0.006/0.003 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 bbr:(bw:0bps,mrtt:0.006) send 436906666667bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1248614370224bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.006 snd_wnd:65536
ESTAB 0 0 127.0.0.1:59956 127.0.0.1:20010 ino:1158288 sk:3ec78 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f400,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.014/0.007 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:32768000000bps,mrtt:0.008,pacing_gain:2.88672,cwnd_gain:2.88672) send 243419428571bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 440324293784bps delivery_rate 29127111104bps delivered:4 rcv_space:65495 rcv_ssthresh:65495 minrtt:0.008 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/471d4e95(id:0) seq:b51ff812c53c0d5b sfseq:321 ssnoff:ff59774a maplen:190
ESTAB 0 0 127.0.0.1:20010 127.0.0.1:59956 ino:1158290 sk:3ec79 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f400,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:208 rtt:5.419/10.82 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 bbr:(bw:43690656248bps,mrtt:0.006,pacing_gain:2.88672,cwnd_gain:2.88672) send 628874700bps lastsnd:3136 lastrcv:3136 lastack:3092 pacing_rate 624307185112bps delivery_rate 6057064bps delivered:4 busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.006 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/18a8bca8(id:0) seq:de815275b2ea6d10 sfseq:321 ssnoff:27c5754 maplen:190
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52412 ino:1158264 sk:3ec7a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.006/0.003 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 bbr:(bw:0bps,mrtt:0.006) send 436906666667bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1248614370224bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.006 snd_wnd:65536
ESTAB 0 0 127.0.0.1:52270 127.0.0.1:20001 ino:1158219 sk:3ec7b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.018/0.012 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:37449140624bps,mrtt:0.007,pacing_gain:2.88672,cwnd_gain:2.88672) send 189326222222bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 311896363608bps delivery_rate 37449142856bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.007 snd_wnd:65536
ESTAB 0 0 127.0.0.1:52280 127.0.0.1:20001 ino:1158231 sk:3ec7c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack reno wscale:10,10 rto:204 rtt:0.006/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 436906666667bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 762600727272bps delivery_rate 52428800000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.005 snd_wnd:65536
ESTAB 0 0 127.0.0.1:52296 127.0.0.1:20001 ino:1158233 sk:3ec7d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 681574400000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1497102688120bps delivery_rate 65536000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:52308 127.0.0.1:20001 ino:1158235 sk:3ec7e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:10,10 rto:204 rtt:0.004/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 655360000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1133595675672bps delivery_rate 65536000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:52318 127.0.0.1:20001 ino:1158237 sk:3ec7f fwmark:0xbeef cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.004/0.001 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 720896000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1871378360152bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52414 ino:1158266 sk:3ec80 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.006/0.003 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 bbr:(bw:0bps,mrtt:0.006) send 436906666667bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1248614370224bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.006 snd_wnd:65536
ESTAB 0 0 127.0.0.1:52328 127.0.0.1:20001 ino:1158239 sk:3ec81 cgroup:/ <-> tos:0 class_id:0x5
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.004/0.001 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 720896000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1871378360152bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1%lo:52330 127.0.0.1:20001 ino:1158241 sk:3ec82 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.004/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 720896000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1497102688120bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:52336 127.0.0.1:20001 ino:1158243 sk:3ec83 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.004/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 720896000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 100000000bps/100000000bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:52346 127.0.0.1:20001 ino:1158245 sk:3ec84 cgroup:/ <-> tos:0x48 class_id:0x2
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.004/0.001 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 720896000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1871378360152bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:52358 127.0.0.1:20001 ino:1158247 sk:3ec85 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( recverr is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.004/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 720896000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1497102688120bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:52360 127.0.0.1:20001 ino:1158249 sk:3ec86 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk freebind mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.004/0.001 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 720896000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1871378360152bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:52370 127.0.0.1:20001 ino:1158251 sk:3ec87 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop transparent mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.004/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 720896000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1497102688120bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:52372 127.0.0.1:20001 ino:1158253 sk:3ec88 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all bind_addr_no_port)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.004/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 720896000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1497102688120bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 127.0.0.1:52388 127.0.0.1:20001 timer:(keepalive,860ms,0) ino:1158257 sk:3ec89 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.002 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 bbr:(bw:0bps,mrtt:0.005,pacing_gain:1,cwnd_gain:1) send 523856000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1497102688120bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.005 snd_wnd:65483
ESTAB 0 0 127.0.0.1:52394 127.0.0.1:20001 timer:(keepalive,26sec,0) ino:1158259 sk:3ec8a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.004/0.002 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 bbr:(bw:0bps,mrtt:0.004,pacing_gain:1,cwnd_gain:1) send 654820000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1871378360152bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.004 snd_wnd:65483
ESTAB 0 0 127.0.0.1:52396 127.0.0.1:20001 timer:(keepalive,1min26sec,0) ino:1158261 sk:3ec8b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.002 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 bbr:(bw:0bps,mrtt:0.005,pacing_gain:1,cwnd_gain:1) send 523856000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1497102688120bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.005 snd_wnd:65483
ESTAB 0 0 127.0.0.1:52412 127.0.0.1:20001 timer:(keepalive,119min,0) ino:1158263 sk:3ec8c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.002 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 bbr:(bw:0bps,mrtt:0.005,pacing_gain:1,cwnd_gain:1) send 523856000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1497102688120bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.005 snd_wnd:65483
ESTAB 0 0 127.0.0.1:52414 127.0.0.1:20001 uid:1000 ino:1158265 sk:3ec8d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.004/0.002 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 bbr:(bw:0bps,mrtt:0.004,pacing_gain:1,cwnd_gain:1) send 654820000000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1871378360152bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.004 snd_wnd:65483
ESTAB 0 0 127.0.0.1:52426 127.0.0.1:20001 ino:1158268 sk:3ec8e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack ecn ecnseen bbr wscale:10,10 rto:204 rtt:0.007/0.003 ato:40 mss:53248 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:13 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:85196794920bps,mrtt:0.005,pacing_gain:2.88672,cwnd_gain:2.88672) send 791113142857bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1069359043824bps delivery_rate 85196800000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:105503 minrtt:0.005 snd_wnd:106496
ESTAB 0 0 192.0.2.1:50620 192.0.2.2:20006 ino:1158273 sk:3ec8f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb69120,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.019/0.011 ato:40 mss:1448 pmtu:1500 rcvmss:1448 advmss:1448 cwnd:52 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:50 segs_in:49 data_segs_out:42 data_segs_in:42 bbr:(bw:23168000000bps,mrtt:0.005,pacing_gain:2.88672,cwnd_gain:2.88672) send 31703578947bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 66210705000bps delivery_rate 23168000000bps delivered:43 app_limited rcv_space:14480 rcv_ssthresh:100960 minrtt:0.005 snd_wnd:101376
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:45952 ino:1158298 sk:3ec90 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r832,rb131072,t0,tb3939840,f3264,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.007/0.003 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 374491428571bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1070240895144bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.007 snd_wnd:65536
FIN-WAIT-2 0 0 127.0.0.1:45952 127.0.0.1:20012 ino:1158297 sk:3ec91 cgroup:/ <-- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.386/0.762 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_acked:2 segs_out:3 segs_in:2 bbr:(bw:86000000bps,mrtt:0.006,pacing_gain:2.88672,cwnd_gain:2.88672) send 7470424870bps lastsnd:3136 lastrcv:3136 lastack:3132 pacing_rate 1247585543688bps delivery_rate 86005248bps delivered:2 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.006 snd_wnd:65536
FIN-WAIT-2 0 0 127.0.0.1:45958 127.0.0.1:20012 timer:(timewait,56sec,0) ino:0 sk:3ec92

ESTAB 0 0 127.0.0.1:45964 127.0.0.1:20012 ino:1158301 sk:3ec93 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.002 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 bbr:(bw:0bps,mrtt:0.005,pacing_gain:1,cwnd_gain:1) send 523856000000bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1497102688120bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.005 snd_wnd:65483
TIME-WAIT 0 0 127.0.0.1:45974 127.0.0.1:20012 timer:(timewait,56sec,0) ino:0 sk:3ec94

ESTAB 0 0 127.0.0.1:20001 127.0.0.1:52328 ino:1158240 sk:3ec95 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:11 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 576716800000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1248614370224bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.004 snd_wnd:65536
ESTAB 0 3821056 127.0.0.1:55062 127.0.0.1:20016 timer:(persist,288ms,0) ino:1158325 sk:3ec96 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb4194304,f2048,w3880960,o0,bl0,d0) ts sack bbr wscale:10,10 rto:208 backoff:3 rtt:4.713/9.393 mss:52736 pmtu:65535 rcvmss:536 advmss:65483 cwnd:17 bytes_sent:166912 bytes_retrans:52736 bytes_acked:114177 segs_out:16 segs_in:12 data_segs_out:11 bbr:(bw:105472000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 1521768725bps lastsnd:2880 lastrcv:3136 lastack:1376 pacing_rate 1497102688120bps delivery_rate 7812740736bps delivered:12 busy:3136ms rwnd_limited:3136ms(100.0%) retrans:0/1 dsack_dups:1 rcv_space:65495 rcv_ssthresh:65495 notsent:3821056 minrtt:0.004
ESTAB 7 0 127.0.0.1:20009 127.0.0.1:38180 ino:1158284 sk:3ec97 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r839,rb131072,t0,tb3939840,f3257,w0,o0,bl0,d0) ts sack fastopen bbr wscale:10,10 rto:204 rtt:0.008/0.004 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:7 segs_in:2 data_segs_in:1 bbr:(bw:0bps,mrtt:4.29497e+06) send 327680000000bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 14971241224bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.008 snd_wnd:65536
LISTEN 0 5 *:20003 *:* ino:1158216 sk:3ec98 cgroup:/ v6only:0 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) bbr cwnd:10
LISTEN 0 5 [::]:20005 [::]:* ino:1158218 sk:3ec99 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) bbr cwnd:10
LISTEN 0 5 [::1]:20002 [::]:* ino:1158215 sk:3ec9a cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) bbr cwnd:10
LISTEN 0 5 [::1]:20014 [::]:* ino:1158310 sk:3ec9b cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) bbr cwnd:10
LISTEN 2 1 [::1]:20015 [::]:* ino:1158319 sk:3ec9c cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d8) bbr cwnd:10 unacked:2
LISTEN 0 5 [::1]:20011 [::]:* ino:1158291 sk:3ec9d cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) bbr cwnd:10 tcp-ulp-mptcp
LISTEN 0 5 [2001:db8::1]:20028 [::]:* ino:1158358 sk:3ec9e cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d2) bbr cwnd:10
ESTAB 0 0 [::1]:20002 [::1]:45678 ino:1158222 sk:3ec9f cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:208 rtt:5.241/10.471 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:13 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 650233162bps lastsnd:3140 lastrcv:3140 lastack:3096 pacing_rate 936460800000bps delivery_rate 65536000000bps delivered:4 app_limited busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.004 snd_wnd:65536
CLOSE-WAIT 1 0 [::1]:20014 [::1]:36292 ino:1158314 sk:3eca0 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r832,rb131072,t0,tb3939840,f3264,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.006/0.003 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 436906666667bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1248614370224bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.006 snd_wnd:65536
FIN-WAIT-2 0 0 [::1]:36280 [::1]:20014 ino:1158311 sk:3eca1 cgroup:/ <-- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.356/0.702 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:11 bytes_acked:2 segs_out:3 segs_in:2 bbr:(bw:93375000bps,mrtt:0.006,pacing_gain:2.88672,cwnd_gain:2.88672) send 8099955056bps lastsnd:3136 lastrcv:3136 lastack:3132 pacing_rate 1247242601512bps delivery_rate 93389376bps delivered:2 app_limited busy:4ms rcv_space:65476 rcv_ssthresh:65476 minrtt:0.006 snd_wnd:65536
FIN-WAIT-2 0 0 [::1]:36292 [::1]:20014 timer:(timewait,56sec,0) ino:0 sk:3eca2

ESTAB 0 0 [::1]:36306 [::1]:20014 ino:1158315 sk:3eca3 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.006/0.003 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 bbr:(bw:0bps,mrtt:0.006,pacing_gain:1,cwnd_gain:1) send 436426666667bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1247242601512bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.006 snd_wnd:65464
TIME-WAIT 0 0 [::1]:36320 [::1]:20014 timer:(timewait,56sec,0) ino:0 sk:3eca4

ESTAB 0 0 [::1]:20014 [::1]:36306 ino:1158316 sk:3eca5 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.006/0.003 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 bbr:(bw:0bps,mrtt:0.006) send 436906666667bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1248614370224bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.006 snd_wnd:65536
ESTAB 0 0 [::1]:20002 [::1]:45690 ino:1158256 sk:3eca6 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.006/0.003 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:11 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 480597333333bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1070240895144bps delivery_rate 65536000000bps delivered:2 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 [2001:db8::1]:42708 [2001:db8::2]:20026 ino:1158355 sk:3eca7 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb69120,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.002 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:11 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 bbr:(bw:2856000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 25132800000bps lastsnd:3132 lastrcv:3132 lastack:3132 pacing_rate 54413492448bps delivery_rate 2856000000bps delivered:2 app_limited rcv_space:14280 rcv_ssthresh:64108 minrtt:0.004 snd_wnd:64512
ESTAB 0 0 [::1]:20015 [::1]:36226 ino:0 sk:3eca8 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.007/0.003 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 bbr:(bw:0bps,mrtt:0.007) send 374491428571bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1070240895144bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.007 snd_wnd:65536
CLOSE-WAIT 1 0 [::1]:20014 [::1]:36280 ino:1158312 sk:3eca9 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r832,rb131072,t0,tb3939840,f3264,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.007/0.003 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 374491428571bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1070240895144bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.007 snd_wnd:65536
FIN-WAIT-1 0 1 [2001:db8::1]:42224 [2001:db8::2]:20023 timer:(on,288ms,3) ino:0 sk:3ecaa cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb69120,f3264,w832,o0,bl0,d0) ts sack bbr wscale:10,10 rto:1632 backoff:3 rtt:0.005/0.002 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:9 segs_in:3 data_segs_out:1 data_segs_in:1 bbr:(bw:2284799856bps,mrtt:0.005,pacing_gain:2.88672,cwnd_gain:2.88672) send 2284800000bps lastsnd:3132 lastrcv:3132 lastack:3132 pacing_rate 54413492448bps delivery_rate 2284800000bps delivered:2 app_limited busy:3028ms unacked:1 retrans:1/4 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.005 snd_wnd:64512
ESTAB 0 0 [::1]:20002 [::1]:45696 ino:1158271 sk:3ecab cgroup:/ <-> tos:0x2 tclass:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack ecn ecnseen bbr wscale:10,10 rto:208 rtt:5.067/10.122 ato:40 mss:53248 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:13 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 bbr:(bw:85196794920bps,mrtt:0.005,pacing_gain:2.88672,cwnd_gain:2.88672) send 1092913361bps lastsnd:3140 lastrcv:3140 lastack:3096 pacing_rate 1070240895144bps delivery_rate 85196800000bps delivered:4 app_limited busy:44ms rcv_space:65464 rcv_ssthresh:105503 minrtt:0.005 snd_wnd:106496
ESTAB 0 0 [::ffff:127.0.0.1]:49778 [::ffff:127.0.0.1]:20003 ino:1158227 sk:3ecac cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.002 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 681574400000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1497102688120bps delivery_rate 65536000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:49778 ino:1158228 sk:3ecad cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:208 rtt:5.213/10.417 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 653725686bps lastsnd:3140 lastrcv:3140 lastack:3096 pacing_rate 1248614370224bps delivery_rate 65536000000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 [::1]:36226 [::1]:20015 ino:1158320 sk:3ecae cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:200 rtt:0.005/0.002 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 bbr:(bw:0bps,mrtt:0.005,pacing_gain:1,cwnd_gain:1) send 523712000000bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1496691157496bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.005 snd_wnd:65464
ESTAB 0 0 [::1]:36240 [::1]:20015 ino:1158321 sk:3ecaf cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:200 rtt:0.005/0.002 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 bbr:(bw:0bps,mrtt:0.005,pacing_gain:1,cwnd_gain:1) send 523712000000bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1496691157496bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.005 snd_wnd:65464
SYN-SENT 0 1 [::1]:36256 [::1]:20015 timer:(on,936ms,3) ino:1158322 sk:3ecb0 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3264,w832,o0,bl0,d0) bbr rto:1000 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 segs_out:4 bbr:(bw:0bps,mrtt:0) lastsnd:3063872 lastrcv:3063872 lastack:3063872 app_limited unacked:1 retrans:1/3 lost:1 rcv_ssthresh:65476
SYN-SENT 0 1 [::1]:36270 [::1]:20015 timer:(on,936ms,3) ino:1158323 sk:3ecb1 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3264,w832,o0,bl0,d0) bbr rto:1000 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 segs_out:4 bbr:(bw:0bps,mrtt:0) lastsnd:3063872 lastrcv:3063872 lastack:3063872 app_limited unacked:1 retrans:1/3 lost:1 rcv_ssthresh:65476
SYN-RECV 0 0 [2001:db8::1]:20028 [2001:db8::2]:33430 timer:(on,1.008ms,3) ino:0 sk:3ecb2

ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:49768 ino:1158226 sk:3ecb3 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:208 rtt:5.223/10.435 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 bbr:(bw:87381328120bps,mrtt:0.003,pacing_gain:2.88672,cwnd_gain:2.88672) send 652474057bps lastsnd:3140 lastrcv:3140 lastack:3096 pacing_rate 1070240895144bps delivery_rate 87381333328bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.003 snd_wnd:65536
ESTAB 0 0 [::1]:53524 [::1]:20003 ino:1158223 sk:3ecb4 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.006/0.002 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:52428796872bps,mrtt:0.005,pacing_gain:2.88672,cwnd_gain:2.88672) send 567978666667bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1247242601512bps delivery_rate 52428800000bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.005 snd_wnd:65536
ESTAB 0 0 [::1]:45678 [::1]:20002 ino:1158221 sk:3ecb5 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.01/0.005 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 340787200000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 575650410880bps delivery_rate 65536000000bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.004 snd_wnd:65536
ESTAB 0 0 [::1]:45690 [::1]:20002 ino:1158255 sk:3ecb6 cgroup:/ <-> tos:0 tclass:0x20 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.005/0.002 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:11 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 bbr:(bw:52428796872bps,mrtt:0.005,pacing_gain:2.88672,cwnd_gain:2.88672) send 576716800000bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1247242601512bps delivery_rate 52428800000bps delivered:2 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.005 snd_wnd:65536
ESTAB 0 0 [::1]:45696 [::1]:20002 ino:1158270 sk:3ecb7 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack ecn ecnseen bbr wscale:10,10 rto:204 rtt:0.007/0.003 ato:40 mss:53248 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:13 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:85196794920bps,mrtt:0.005,pacing_gain:2.88672,cwnd_gain:2.88672) send 791113142857bps lastsnd:3140 lastrcv:3140 lastack:3140 pacing_rate 1069065093376bps delivery_rate 85196800000bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:105503 minrtt:0.005 snd_wnd:106496
CLOSING 1 1 [2001:db8::1]:36960 [2001:db8::2]:20024 timer:(on,288ms,3) ino:0 sk:3ecb8 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r832,rb131072,t0,tb69120,f2432,w832,o0,bl0,d4) ts sack bbr wscale:10,10 rto:1632 backoff:3 rtt:0.005/0.002 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:14 segs_in:8 data_segs_out:1 data_segs_in:1 send 2284800000bps lastsnd:3132 lastrcv:3132 lastack:1344 pacing_rate 54413492448bps delivery_rate 2284800000bps delivered:2 app_limited busy:3028ms unacked:1 retrans:1/4 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.005 snd_wnd:64512
SYN-SENT 0 1 [2001:db8::1]:49408 [2001:db8::2]:9 timer:(on,008ms,2) ino:1158367 sk:3ecb9 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3264,w832,o0,bl0,d0) bbr rto:1000 mss:1208 pmtu:1500 rcvmss:88 advmss:1440 cwnd:1 segs_out:3 bbr:(bw:0bps,mrtt:0) lastsnd:3063872 lastrcv:3063872 lastack:3063872 app_limited unacked:1 retrans:1/2 lost:1 rcv_ssthresh:64800
ESTAB 0 0 [::1]:20011 [::1]:51860 ino:1158295 sk:3ecba cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f400,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:208 rtt:5.4/10.785 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:13 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 bbr:(bw:52428796872bps,mrtt:0.005,pacing_gain:2.88672,cwnd_gain:2.88672) send 631087407bps lastsnd:3136 lastrcv:3136 lastack:3092 pacing_rate 681062375640bps delivery_rate 6077144bps delivered:4 busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.005 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/d0dfed97(id:0) seq:a0061ecc174e6db6 sfseq:321 ssnoff:f2234561 maplen:190
ESTAB 0 0 [::1]:51860 [::1]:20011 ino:1158293 sk:3ecbb cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f400,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.014/0.007 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:37449140624bps,mrtt:0.007,pacing_gain:2.88672,cwnd_gain:2.88672) send 243419428571bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 440203255376bps delivery_rate 29127111104bps delivered:4 rcv_space:65476 rcv_ssthresh:65476 minrtt:0.007 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/6f99327e(id:0) seq:bb03190365ba2bea sfseq:321 ssnoff:4b662935 maplen:190
ESTAB 0 0 [::1]:20003 [::1]:53524 ino:1158224 sk:3ecbc cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:208 rtt:5.232/10.453 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:13 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 bbr:(bw:65536000000bps,mrtt:0.004,pacing_gain:2.88672,cwnd_gain:2.88672) send 651351682bps lastsnd:3140 lastrcv:3140 lastack:3096 pacing_rate 1070240895144bps delivery_rate 65536000000bps delivered:4 app_limited busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.004 snd_wnd:65536
ESTAB 0 30000 [2001:db8::1]:37476 [2001:db8::2]:20025 timer:(on,064ms,3) ino:1158352 sk:3ecbd cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb69120,f2704,w34160,o0,bl0,d0) ts sack cubic wscale:10,10 rto:1632 backoff:3 rtt:0.005/0.002 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:20392 bytes_retrans:4284 bytes_acked:401 bytes_received:400 segs_out:18 segs_in:3 data_segs_out:15 data_segs_in:1 send 2284800000bps lastsnd:1568 lastrcv:3132 lastack:3132 pacing_rate 54413492448bps delivery_rate 2284800000bps delivered:2 app_limited busy:3028ms unacked:11 retrans:1/3 lost:11 rcv_space:14280 rcv_ssthresh:64108 notsent:14292 minrtt:0.005 snd_wnd:64512
ESTAB 0 0 [2001:db8::1]:43084 [2001:db8::2]:20007 ino:1158276 sk:3ecbe cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb69120,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:204 rtt:0.021/0.01 ato:40 mss:1428 pmtu:1500 rcvmss:1428 advmss:1428 cwnd:55 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:53 segs_in:52 data_segs_out:45 data_segs_in:45 bbr:(bw:24479999896bps,mrtt:0.005,pacing_gain:2.88672,cwnd_gain:2.88672) send 29920000000bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 69960205968bps delivery_rate 24480000000bps delivered:46 app_limited rcv_space:14280 rcv_ssthresh:101175 minrtt:0.005 snd_wnd:101376
ESTAB 0 0 [::1]:20015 [::1]:36240 ino:0 sk:3ecbf cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:10,10 rto:200 rtt:0.006/0.003 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 bbr:(bw:0bps,mrtt:0.006) send 436906666667bps lastsnd:3136 lastrcv:3136 lastack:3136 pacing_rate 1248614370224bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.006 snd_wnd:65536
LAST-ACK 1 1 [2001:db8::1]:40002 [2001:db8::2]:20022 timer:(on,288ms,3) ino:0 sk:3ecc0 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb69120,f3264,w832,o0,bl0,d0) ts sack bbr wscale:10,10 rto:1632 backoff:3 rtt:0.012/0.006 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:10 segs_in:4 data_segs_out:1 data_segs_in:1 send 952000000bps lastsnd:3136 lastrcv:3136 lastack:3132 pacing_rate 25113918688bps delivery_rate 1428000000bps delivered:2 app_limited busy:3028ms unacked:1 retrans:1/4 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.008 snd_wnd:64512
