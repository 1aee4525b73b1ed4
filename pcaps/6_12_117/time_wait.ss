LISTEN 0 5 [::1]:20002 [::]:* ino:1484 sk:139 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0 inet-sockopt: ( is_icsk mc_loop) skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:1477 sk:134 cgroup:/ <-> tos:0 class_id:0 inet-sockopt: ( is_icsk mc_loop mc_all) skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
TIME-WAIT 0 0 [::1]:49006 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13a fwmark:0x7
TIME-WAIT 0 0 127.0.0.1:47008 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:135 fwmark:0x7
CLOSE-WAIT 1 0 127.0.0.1:20001 127.0.0.1:47012 ino:1483 sk:136 cgroup:/ --> tos:0 class_id:0 inet-sockopt: ( is_icsk mc_loop mc_all) skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.101/0.05 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 25954851485bps lastsnd:620 lastrcv:620 lastack:620 pacing_rate 51909702968bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.101 snd_wnd:65536
FIN-WAIT-2 0 0 [::1]:49008 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13b
TIME-WAIT 0 0 [::1]:48992 [::1]:20002 timer:(timewait,59sec,0) ino:0 sk:13c
FIN-WAIT-2 0 0 127.0.0.1:47012 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:137
CLOSE-WAIT 1 0 [::1]:20002 [::1]:49008 ino:1490 sk:13d cgroup:/ --> tos:0 tclass:0 class_id:0 inet-sockopt: ( is_icsk mc_loop) skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:7,7 rto:200 rtt:0.069/0.034 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 37991884058bps lastsnd:620 lastrcv:620 lastack:620 pacing_rate 75983768112bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.069 snd_wnd:65536
TIME-WAIT 0 0 127.0.0.1:47004 127.0.0.1:20001 timer:(timewait,59sec,0) ino:0 sk:138
