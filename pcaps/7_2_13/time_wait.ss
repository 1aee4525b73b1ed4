LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:1523 sk:138 cgroup:/ <-> tos:0 class_id:0 inet-sockopt: ( is_icsk mc_loop mc_all) skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::1]:20002 [::]:* ino:1530 sk:13d cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0 inet-sockopt: ( is_icsk mc_loop) skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
CLOSE-WAIT 1 0 [::1]:20002 [::1]:51372 ino:1536 sk:13e cgroup:/ --> tos:0 tclass:0 class_id:0 inet-sockopt: ( is_icsk mc_loop) skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.155/0.077 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 16912516129bps lastsnd:808 lastrcv:808 lastack:808 pacing_rate 33825032256bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.155 snd_wnd:65536
TIME-WAIT 0 0 127.0.0.1:36554 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:139
TIME-WAIT 0 0 127.0.0.1:36560 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:13a fwmark:0x7
FIN-WAIT-2 0 0 127.0.0.1:36576 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:13b
TIME-WAIT 0 0 [::1]:51366 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13f
TIME-WAIT 0 0 [::1]:51370 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:140 fwmark:0x7
FIN-WAIT-2 0 0 [::1]:51372 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:141
CLOSE-WAIT 1 0 127.0.0.1:20001 127.0.0.1:36576 ino:1529 sk:13c cgroup:/ --> tos:0 class_id:0 inet-sockopt: ( is_icsk mc_loop mc_all) skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.327/0.163 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 8016636086bps lastsnd:828 lastrcv:828 lastack:824 pacing_rate 16033272168bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.327 snd_wnd:65536
