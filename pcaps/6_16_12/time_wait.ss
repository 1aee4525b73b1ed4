LISTEN 0 5 [::1]:20002 [::]:* ino:1484 sk:139 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0 inet-sockopt: ( is_icsk mc_loop) skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:1477 sk:134 cgroup:/ <-> tos:0 class_id:0 inet-sockopt: ( is_icsk mc_loop mc_all) skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
TIME-WAIT 0 0 127.0.0.1:38806 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:135
TIME-WAIT 0 0 127.0.0.1:38822 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:136 fwmark:0x7
FIN-WAIT-2 0 0 127.0.0.1:38836 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:137
CLOSE-WAIT 1 0 [::1]:20002 [::1]:43548 ino:1490 sk:13a cgroup:/ --> tos:0 tclass:0 class_id:0 inet-sockopt: ( is_icsk mc_loop) skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:4/2 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 655360000bps lastsnd:744 lastrcv:744 lastack:744 pacing_rate 1310720000bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:4 snd_wnd:65536
TIME-WAIT 0 0 [::1]:43530 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13b
TIME-WAIT 0 0 [::1]:43536 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13c fwmark:0x7
FIN-WAIT-2 0 0 [::1]:43548 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13d
CLOSE-WAIT 1 0 127.0.0.1:20001 127.0.0.1:38836 ino:1483 sk:138 cgroup:/ --> tos:0 class_id:0 inet-sockopt: ( is_icsk mc_loop mc_all) skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 lastsnd:752 lastrcv:752 lastack:752 pacing_rate 41943040000000bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:4 snd_wnd:65536
