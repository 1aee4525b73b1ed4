LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:9703 sk:132 cgroup:/ <-> tos:0 class_id:0 inet-sockopt: ( is_icsk mc_loop mc_all) skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::1]:20002 [::]:* ino:9710 sk:137 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0 inet-sockopt: ( is_icsk mc_loop) skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
CLOSE-WAIT 1 0 127.0.0.1:20001 127.0.0.1:55584 ino:9709 sk:133 cgroup:/ --> tos:0 class_id:0 inet-sockopt: ( is_icsk mc_loop mc_all) skmem:(r1280,rb131072,t0,tb2626560,f2816,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.062/0.031 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 42281290323bps lastsnd:564 lastrcv:564 lastack:564 pacing_rate 84562580640bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.062 snd_wnd:65536
TIME-WAIT 0 0 127.0.0.1:55580 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:134
TIME-WAIT 0 0 [::1]:35966 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:138
TIME-WAIT 0 0 [::1]:35950 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:139
FIN-WAIT-2 0 0 [::1]:35982 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13a
FIN-WAIT-2 0 0 127.0.0.1:55584 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:135
TIME-WAIT 0 0 127.0.0.1:55582 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:136
CLOSE-WAIT 1 0 [::1]:20002 [::1]:35982 ino:9716 sk:13b cgroup:/ --> tos:0 tclass:0 class_id:0 inet-sockopt: ( is_icsk mc_loop) skmem:(r1280,rb131072,t0,tb2626560,f2816,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:204 rtt:0.154/0.077 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 17022337662bps lastsnd:556 lastrcv:556 lastack:556 pacing_rate 34044675320bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.154 snd_wnd:65536
