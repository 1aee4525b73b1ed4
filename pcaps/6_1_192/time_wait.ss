LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:11464 sk:134 cgroup:/ <-> tos:0 class_id:0 inet-sockopt: ( is_icsk mc_loop mc_all) skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::1]:20002 [::]:* ino:11471 sk:139 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0 inet-sockopt: ( is_icsk mc_loop) skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
CLOSE-WAIT 1 0 [::1]:20002 [::1]:33352 ino:11477 sk:13a cgroup:/ --> tos:0 tclass:0 class_id:0 inet-sockopt: ( is_icsk mc_loop) skmem:(r1280,rb131072,t0,tb2626560,f2816,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.158/0.079 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 16591392405bps lastsnd:580 lastrcv:580 lastack:576 pacing_rate 33182784808bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.158 snd_wnd:65536
TIME-WAIT 0 0 127.0.0.1:50540 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:135
FIN-WAIT-2 0 0 [::1]:33352 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13b
TIME-WAIT 0 0 [::1]:33348 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13c fwmark:0x7
TIME-WAIT 0 0 [::1]:33334 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13d
CLOSE-WAIT 1 0 127.0.0.1:20001 127.0.0.1:50564 ino:11470 sk:136 cgroup:/ --> tos:0 class_id:0 inet-sockopt: ( is_icsk mc_loop mc_all) skmem:(r1280,rb131072,t0,tb2626560,f2816,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.162/0.081 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 16181728395bps lastsnd:588 lastrcv:588 lastack:584 pacing_rate 32363456784bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.162 snd_wnd:65536
TIME-WAIT 0 0 127.0.0.1:50550 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:137 fwmark:0x7
FIN-WAIT-2 0 0 127.0.0.1:50564 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:138
