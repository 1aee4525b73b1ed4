LISTEN 0 5 [::1]:20002 [::]:* ino:1492 sk:139 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0 inet-sockopt: ( is_icsk mc_loop) skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:1485 sk:134 cgroup:/ <-> tos:0 class_id:0 inet-sockopt: ( is_icsk mc_loop mc_all) skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
CLOSE-WAIT 1 0 127.0.0.1:20001 127.0.0.1:37434 ino:1491 sk:135 cgroup:/ --> tos:0 class_id:0 inet-sockopt: ( is_icsk mc_loop mc_all) skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.129/0.064 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 20321240310bps lastsnd:724 lastrcv:724 lastack:724 pacing_rate 40642480616bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.129 snd_wnd:65536
CLOSE-WAIT 1 0 [::1]:20002 [::1]:50072 ino:1498 sk:13a cgroup:/ --> tos:0 tclass:0 class_id:0 inet-sockopt: ( is_icsk mc_loop) skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.085/0.042 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 30840470588bps lastsnd:720 lastrcv:720 lastack:720 pacing_rate 61680941176bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.085 snd_wnd:65536
TIME-WAIT 0 0 127.0.0.1:37424 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:136
TIME-WAIT 0 0 127.0.0.1:37432 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:137 fwmark:0x7
FIN-WAIT-2 0 0 127.0.0.1:37434 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:138
TIME-WAIT 0 0 [::1]:50056 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13b
TIME-WAIT 0 0 [::1]:50062 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13c fwmark:0x7
FIN-WAIT-2 0 0 [::1]:50072 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13d
