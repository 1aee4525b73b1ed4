LISTEN 0 5 [::1]:20002 [::]:* ino:1533 sk:13d cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0 inet-sockopt: ( is_icsk mc_loop) skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:1526 sk:138 cgroup:/ <-> tos:0 class_id:0 inet-sockopt: ( is_icsk mc_loop mc_all) skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
CLOSE-WAIT 1 0 127.0.0.1:20001 127.0.0.1:54648 ino:1532 sk:139 cgroup:/ --> tos:0 class_id:0 inet-sockopt: ( is_icsk mc_loop mc_all) skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:216 rtt:0.187/0.093 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 14018395722bps lastsnd:712 lastrcv:712 lastack:712 pacing_rate 28036791440bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.187 snd_wnd:65536
TIME-WAIT 0 0 [::1]:47444 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13e
TIME-WAIT 0 0 [::1]:47446 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13f fwmark:0x7
FIN-WAIT-2 0 0 [::1]:47458 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:140
CLOSE-WAIT 1 0 [::1]:20002 [::1]:47458 ino:1539 sk:141 cgroup:/ --> tos:0 tclass:0 class_id:0 inet-sockopt: ( is_icsk mc_loop) skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.2/0.1 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 13107200000bps lastsnd:676 lastrcv:676 lastack:672 pacing_rate 26214400000bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.2 snd_wnd:65536
TIME-WAIT 0 0 127.0.0.1:54626 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:13a
TIME-WAIT 0 0 127.0.0.1:54640 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:13b fwmark:0x7
FIN-WAIT-2 0 0 127.0.0.1:54648 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:13c
