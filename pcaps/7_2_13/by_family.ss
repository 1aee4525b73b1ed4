State Recv-Q Send-Q Local Address:Port Peer Address:Port Process
LISTEN 0 4096 0.0.0.0:20004 0.0.0.0:* ino:606 sk:1 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 192.0.2.1:20027 0.0.0.0:* ino:778 sk:2 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d4) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20001 0.0.0.0:* ino:603 sk:3 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20010 0.0.0.0:* ino:707 sk:4 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10 tcp-ulp-mptcp
LISTEN 0 5 127.0.0.1:20009 0.0.0.0:* ino:703 sk:5 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20008 0.0.0.0:* ino:699 sk:6 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o272,bl0,d0) cubic cwnd:10 md5keys:192.0.2.1/32=,127.0.0.1/32=
LISTEN 2 1 127.0.0.1:20013 0.0.0.0:* ino:726 sk:7 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d12) cubic cwnd:10 unacked:2
LISTEN 0 5 127.0.0.1:20012 0.0.0.0:* ino:717 sk:8 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 127.0.0.1:20016 0.0.0.0:* ino:745 sk:9 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49316 ino:641 sk:a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.756/11.219 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 455427380bps lastsnd:5472 lastrcv:5472 lastack:5428 pacing_rate 910736088bps delivery_rate 10922666664bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.024 snd_wnd:65536
FIN-WAIT-2 0 0 127.0.0.1:57852 127.0.0.1:20012 ino:718 sk:b cgroup:/ <-- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.479/0.812 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 5472734864bps lastsnd:5388 lastrcv:5388 lastack:5384 pacing_rate 10942614136bps delivery_rate 81843264bps delivered:2 busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.09 snd_wnd:65536
FIN-WAIT-2 0 0 127.0.0.1:57858 127.0.0.1:20012 timer:(timewait,54sec,0) ino:0 sk:c

ESTAB 0 0 127.0.0.1:57864 127.0.0.1:20012 ino:722 sk:d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.054/0.027 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 48505185185bps lastsnd:5388 lastrcv:5388 lastack:5388 pacing_rate 97010370368bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.054 snd_wnd:65483
TIME-WAIT 0 0 127.0.0.1:57874 127.0.0.1:20012 timer:(timewait,54sec,0) ino:0 sk:e

FIN-WAIT-1 0 1 192.0.2.1:34216 192.0.2.2:20018 timer:(on,1.480ms,4) ino:0 sk:f cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.082/0.045 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:10 segs_in:3 data_segs_out:1 data_segs_in:1 send 141268293bps lastsnd:5340 lastrcv:5340 lastack:5340 pacing_rate 2821065448bps delivery_rate 429037032bps delivered:2 app_limited busy:5120ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.027 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:33752 ino:0 sk:10 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.049/0.024 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 53498775510bps lastsnd:5384 lastrcv:5384 lastack:5384 pacing_rate 106997551016bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.049 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49438 ino:667 sk:11 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.045/0.024 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 58254222222bps lastsnd:5464 lastrcv:5464 lastack:5464 pacing_rate 115228131864bps delivery_rate 12483047616bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.021 snd_wnd:65280
ESTAB 0 0 127.0.0.1:37766 127.0.0.1:20009 ino:704 sk:12 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack fastopen cubic wscale:8,8 rto:204 rtt:0.947/0.473 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:7 bytes_acked:8 segs_out:2 segs_in:1 data_segs_out:1 send 2765871172bps lastsnd:5408 lastrcv:5408 lastack:5408 pacing_rate 5531742344bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.947 snd_wnd:65483
SYN-SENT 0 1506443953 127.0.0.1:37778 127.0.0.1:20009 ino:706 sk:13 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all defer_connect)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic rto:1000 mss:536 cwnd:10 lastsnd:4294686328 lastrcv:4294686328 lastack:4294686328 app_limited notsent:1506443953
LAST-ACK 1 1 192.0.2.1:34448 192.0.2.2:20017 timer:(on,1.480ms,4) ino:0 sk:14 cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.175/0.087 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:11 segs_in:4 data_segs_out:1 data_segs_in:1 send 66194286bps lastsnd:5340 lastrcv:5340 lastack:5340 pacing_rate 1317299216bps delivery_rate 103428568bps delivered:2 app_limited busy:5124ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.112 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49306 ino:639 sk:15 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.142/10.137 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 509809413bps lastsnd:5476 lastrcv:5476 lastack:5432 pacing_rate 1019519688bps delivery_rate 10082461536bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.026 snd_wnd:65536
SYN-RECV 0 0 192.0.2.1:20027 192.0.2.2:51592 timer:(on,988ms,5) ino:0 sk:16

ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49338 ino:647 sk:17 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.33/10.517 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 491827392bps lastsnd:5472 lastrcv:5472 lastack:5428 pacing_rate 983562512bps delivery_rate 10485760000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.025 snd_wnd:65536
ESTAB 112256 0 127.0.0.1:20016 127.0.0.1:54980 ino:747 sk:18 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r113152,rb131072,t0,tb2626560,f1536,w0,o0,bl0,d5) ts sack cubic wscale:8,8 rto:204 rtt:0.258/0.129 ato:80 mss:32768 pmtu:65535 rcvmss:51840 advmss:65483 cwnd:10 bytes_received:112256 segs_out:12 segs_in:17 data_segs_in:11 send 10160620155bps lastsnd:5372 lastrcv:5116 lastack:5116 pacing_rate 20321240304bps delivered:1 app_limited rcv_rtt:1 rcv_space:65483 rcv_ssthresh:103425 minrtt:0.258 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49286 ino:635 sk:19 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.415/10.616 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 484107110bps lastsnd:5476 lastrcv:5476 lastack:5432 pacing_rate 968102480bps delivery_rate 10485760000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.025 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49342 ino:649 sk:1a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.548/10.948 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 472501802bps lastsnd:5468 lastrcv:5468 lastack:5424 pacing_rate 944961016bps delivery_rate 10922666664bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.024 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49430 ino:665 sk:1b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.049/0.027 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 53498775510bps lastsnd:5464 lastrcv:5464 lastack:5464 pacing_rate 105120401000bps delivery_rate 12483047616bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.021 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49400 ino:659 sk:1c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.066/0.037 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 39718787879bps lastsnd:5468 lastrcv:5468 lastack:5468 pacing_rate 78840300744bps delivery_rate 12483047616bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.021 snd_wnd:65280
ESTAB 0 0 192.0.2.1:38556 192.0.2.2:20006 ino:694 sk:1d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:1.719/1.623 ato:40 mss:1448 pmtu:1500 rcvmss:1448 advmss:1448 cwnd:30 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:50 segs_in:49 data_segs_out:42 data_segs_in:42 send 202164049bps lastsnd:5424 lastrcv:5424 lastack:5424 pacing_rate 404151760bps delivery_rate 2271372544bps delivered:43 app_limited rcv_space:14480 rcv_ssthresh:102589 minrtt:0.051 snd_wnd:102656
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49508 ino:690 sk:1e cgroup:/ <-> tos:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:208 rtt:6.104/11.016 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 691166448bps lastsnd:5436 lastrcv:5436 lastack:5392 pacing_rate 1382332896bps delivery_rate 11102315784bps delivered:4 app_limited busy:44ms rcv_rtt:2 rcv_space:65483 rcv_ssthresh:105441 minrtt:0.038 snd_wnd:105472
ESTAB 7 0 127.0.0.1:20009 127.0.0.1:37766 ino:705 sk:1f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r903,rb131072,t0,tb2626560,f3193,w0,o0,bl0,d0) ts sack fastopen cubic wscale:8,8 rto:204 rtt:0.757/0.378 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:7 segs_in:2 data_segs_in:1 send 3462932629bps lastsnd:5404 lastrcv:5408 lastack:5404 pacing_rate 6925865256bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.757 snd_wnd:65536
ESTAB 0 0 192.0.2.1:48566 192.0.2.2:20021 ino:761 sk:20 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.061/0.033 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 1899016393bps lastsnd:5340 lastrcv:5340 lastack:5340 pacing_rate 3767154464bps delivery_rate 503652168bps delivered:2 app_limited rcv_space:14480 rcv_ssthresh:64088 minrtt:0.023 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49234 ino:609 sk:21 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:212 rtt:8.551/11.82 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 306565314bps lastsnd:5504 lastrcv:5508 lastack:5460 pacing_rate 613130624bps delivery_rate 2184533328bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.12 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49260 ino:625 sk:22 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.668/10.811 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 462498236bps lastsnd:5480 lastrcv:5480 lastack:5436 pacing_rate 924874088bps delivery_rate 6721641024bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.039 snd_wnd:65536
ESTAB 0 0 127.0.0.1:33746 127.0.0.1:20013 ino:727 sk:23 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.103/0.051 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 25429902913bps lastsnd:5384 lastrcv:5384 lastack:5384 pacing_rate 50859805824bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.103 snd_wnd:65483
ESTAB 0 0 127.0.0.1:33752 127.0.0.1:20013 ino:728 sk:24 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.047/0.023 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 55729361702bps lastsnd:5384 lastrcv:5384 lastack:5384 pacing_rate 111458723400bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.047 snd_wnd:65483
SYN-SENT 0 1 127.0.0.1:33754 127.0.0.1:20013 timer:(on,1.720ms,5) ino:729 sk:25 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294686328 lastrcv:4294686328 lastack:4294686328 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65495
SYN-SENT 0 1 127.0.0.1:33764 127.0.0.1:20013 timer:(on,1.720ms,5) ino:730 sk:26 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:524 pmtu:65535 rcvmss:88 advmss:65495 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294686328 lastrcv:4294686328 lastack:4294686328 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65495
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49490 ino:681 sk:27 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.051/0.025 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 51400784314bps lastsnd:5460 lastrcv:5460 lastack:5460 pacing_rate 102801568624bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.051 snd_wnd:65536
ESTAB 0 0 127.0.0.1:34984 127.0.0.1:20003 ino:614 sk:28 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.131/0.089 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 20010992366bps lastsnd:5496 lastrcv:5496 lastack:5496 pacing_rate 39983832216bps delivery_rate 7710117640bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49318 ino:643 sk:29 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.676/10.972 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 461846371bps lastsnd:5472 lastrcv:5472 lastack:5428 pacing_rate 923692736bps delivery_rate 9362285712bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.028 snd_wnd:65536
ESTAB 0 0 127.0.0.1:50058 127.0.0.1:20008 ino:700 sk:2a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:8,8 rto:204 rtt:0.838/0.635 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 3128210024bps lastsnd:5412 lastrcv:5412 lastack:5412 pacing_rate 6256420040bps delivery_rate 5957818176bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.044 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49504 ino:686 sk:2b cgroup:/ <-> tos:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:208 rtt:5.496/10.629 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 767627365bps lastsnd:5444 lastrcv:5444 lastack:5400 pacing_rate 1535080160bps delivery_rate 9375288888bps delivered:4 app_limited busy:44ms rcv_rtt:1 rcv_space:65483 rcv_ssthresh:105441 minrtt:0.045 snd_wnd:105472
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49302 ino:637 sk:2c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.251/10.351 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 499226814bps lastsnd:5476 lastrcv:5476 lastack:5432 pacing_rate 998358560bps delivery_rate 10082461536bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.026 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20008 127.0.0.1:50058 ino:701 sk:2d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o136,bl0,d0) sack cubic wscale:8,8 rto:208 rtt:5.286/10.081 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65495 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 495921302bps lastsnd:5412 lastrcv:5412 lastack:5368 pacing_rate 991725344bps delivery_rate 7281777776bps delivered:4 app_limited busy:44ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.036 snd_wnd:65536 md5keys:127.0.0.1/32=
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49358 ino:653 sk:2e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.247/10.374 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 499607395bps lastsnd:5468 lastrcv:5468 lastack:5424 pacing_rate 999214784bps delivery_rate 10082461536bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.026 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49238 ino:621 sk:2f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.371/10.488 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 488072985bps lastsnd:5484 lastrcv:5484 lastack:5440 pacing_rate 976077816bps delivery_rate 8192000000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.032 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49404 ino:661 sk:30 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.082/0.081 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 31968780488bps lastsnd:5468 lastrcv:5468 lastack:5464 pacing_rate 63743221880bps delivery_rate 870910296bps delivered:2 app_limited busy:4ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.051 snd_wnd:65280
ESTAB 0 0 127.0.0.1:41822 127.0.0.1:20010 ino:709 sk:31 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f208,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.673/0.464 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 3895156018bps lastsnd:5392 lastrcv:5392 lastack:5392 pacing_rate 7790312032bps delivery_rate 4854518512bps delivered:4 busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.054 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/cefd6d6a(id:0) seq:9c27401fb81577cf sfseq:321 ssnoff:bab7a210 maplen:190
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49500 ino:683 sk:32 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.052/0.026 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 50412307692bps lastsnd:5460 lastrcv:5460 lastack:5460 pacing_rate 100824615384bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.052 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49234 127.0.0.1:20001 ino:608 sk:33 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:4.123/3.094 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 635808877bps lastsnd:5508 lastrcv:5504 lastack:5504 pacing_rate 1271386480bps delivery_rate 1560380952bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.168 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49238 127.0.0.1:20001 ino:620 sk:34 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack reno wscale:8,8 rto:204 rtt:0.158/0.109 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 16591392405bps lastsnd:5484 lastrcv:5484 lastack:5484 pacing_rate 33052040976bps delivery_rate 7943757568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.033 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49246 127.0.0.1:20001 ino:622 sk:35 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.059/0.032 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 44431186441bps lastsnd:5484 lastrcv:5484 lastack:5484 pacing_rate 87746945600bps delivery_rate 8192000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.032 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49260 127.0.0.1:20001 ino:624 sk:36 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb3939840,f0,w0,o0,bl0,d0) ts sack bbr wscale:8,8 rto:204 rtt:0.057/0.031 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:13 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 bbr:(bw:7489828120bps,mrtt:0.035,pacing_gain:2.88672,cwnd_gain:2.88672) send 59787228070bps lastsnd:5480 lastrcv:5480 lastack:5480 pacing_rate 133669863744bps delivery_rate 7489828568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49266 127.0.0.1:20001 ino:626 sk:37 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack bic wscale:8,8 rto:204 rtt:0.052/0.026 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 50412307692bps lastsnd:5480 lastrcv:5480 lastack:5480 pacing_rate 99627173392bps delivery_rate 8192000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.032 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49270 127.0.0.1:20001 ino:628 sk:38 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cdg wscale:8,8 rto:204 rtt:0.046/0.015 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 56987826087bps lastsnd:5480 lastrcv:5480 lastack:5480 pacing_rate 112447828416bps delivery_rate 7943757568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.033 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49272 127.0.0.1:20001 ino:630 sk:39 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack dctcp-reno wscale:8,8 rto:204 rtt:0.117/0.08 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 dctcp:fallback_mode send 22405470085bps lastsnd:5476 lastrcv:5476 lastack:5476 pacing_rate 44478303280bps delivery_rate 7943757568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.033 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49278 127.0.0.1:20001 ino:632 sk:3a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack highspeed wscale:8,8 rto:204 rtt:0.053/0.032 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 49461132075bps lastsnd:5476 lastrcv:5476 lastack:5476 pacing_rate 97769324008bps delivery_rate 8192000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.032 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49286 127.0.0.1:20001 ino:634 sk:3b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack htcp wscale:8,8 rto:204 rtt:0.044/0.016 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 59578181818bps lastsnd:5476 lastrcv:5476 lastack:5476 pacing_rate 119156363632bps delivery_rate 7710117640bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49302 127.0.0.1:20001 ino:636 sk:3c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack hybla wscale:8,8 rto:204 rtt:0.063/0.05 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:2 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 8322031746bps lastsnd:5476 lastrcv:5476 lastack:5476 pacing_rate 16480565808bps delivery_rate 7943757568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.033 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49306 127.0.0.1:20001 ino:638 sk:3d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack illinois wscale:8,8 rto:204 rtt:0.046/0.018 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 56987826087bps lastsnd:5476 lastrcv:5476 lastack:5476 pacing_rate 113975652168bps delivery_rate 7710117640bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49316 127.0.0.1:20001 ino:640 sk:3e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack lp wscale:8,8 rto:204 rtt:0.041/0.013 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 63937560976bps lastsnd:5472 lastrcv:5472 lastack:5472 pacing_rate 126334457824bps delivery_rate 7710117640bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49318 127.0.0.1:20001 ino:642 sk:3f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack nv wscale:8,8 rto:204 rtt:0.09/0.059 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 72817777778bps lastsnd:5472 lastrcv:5472 lastack:5472 pacing_rate 57932375688bps delivery_rate 7710117640bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49328 127.0.0.1:20001 ino:644 sk:40 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack scalable wscale:8,8 rto:204 rtt:0.043/0.016 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 60963720930bps lastsnd:5472 lastrcv:5472 lastack:5472 pacing_rate 120873314120bps delivery_rate 8192000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.032 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49338 127.0.0.1:20001 ino:646 sk:41 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack vegas wscale:8,8 rto:204 rtt:0.043/0.017 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 79437575758bps lastsnd:5472 lastrcv:5472 lastack:5472 pacing_rate 120525977008bps delivery_rate 8192000000bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.032 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49342 127.0.0.1:20001 ino:648 sk:42 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack veno wscale:8,8 rto:204 rtt:0.053/0.023 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 49461132075bps lastsnd:5468 lastrcv:5468 lastack:5468 pacing_rate 98227259952bps delivery_rate 5140078424bps delivered:4 app_limited busy:4ms rcv_space:65495 rcv_ssthresh:65495 minrtt:0.044 snd_wnd:65536
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:57852 ino:719 sk:43 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.097/0.048 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 27025154639bps lastsnd:5388 lastrcv:5388 lastack:5388 pacing_rate 54050309272bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.097 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49352 127.0.0.1:20001 ino:650 sk:44 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack westwood wscale:8,8 rto:204 rtt:0.053/0.024 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 655360000bps lastsnd:5468 lastrcv:5468 lastack:5468 pacing_rate 97769324008bps delivery_rate 7489828568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49358 127.0.0.1:20001 ino:652 sk:45 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack yeah wscale:8,8 rto:204 rtt:0.045/0.017 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 74898285714bps lastsnd:5468 lastrcv:5468 lastack:5468 pacing_rate 114912438352bps delivery_rate 7710117640bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.034 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49372 127.0.0.1:20001 ino:654 sk:46 fwmark:0xbeef cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.047/0.02 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 55775319149bps lastsnd:5468 lastrcv:5468 lastack:5468 pacing_rate 109421618792bps delivery_rate 6553600000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.04 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49384 ino:657 sk:47 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.049/0.027 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 53498775510bps lastsnd:5468 lastrcv:5468 lastack:5468 pacing_rate 105120401000bps delivery_rate 12483047616bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.021 snd_wnd:65280
ESTAB 0 0 127.0.0.1:49384 127.0.0.1:20001 ino:656 sk:48 cgroup:/ <-> tos:0 class_id:0x5
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.045/0.02 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 58254222222bps lastsnd:5468 lastrcv:5468 lastack:5468 pacing_rate 114504043712bps delivery_rate 7084972968bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.037 snd_wnd:65536
ESTAB 0 0 127.0.0.1%lo:49400 127.0.0.1:20001 ino:658 sk:49 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.063/0.032 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 41610158730bps lastsnd:5468 lastrcv:5468 lastack:5468 pacing_rate 82823083000bps delivery_rate 7084972968bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.037 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49404 127.0.0.1:20001 ino:660 sk:4a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.043/0.018 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 60963720930bps lastsnd:5472 lastrcv:5468 lastack:5468 pacing_rate 100000000bps/100000000bps delivery_rate 7281777776bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.036 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49418 127.0.0.1:20001 ino:662 sk:4b cgroup:/ <-> tos:0x48 class_id:0x2
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.06/0.028 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 43690666667bps lastsnd:5468 lastrcv:5468 lastack:5468 pacing_rate 86231440328bps delivery_rate 5825422216bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.045 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49430 127.0.0.1:20001 ino:664 sk:4c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( recverr is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.048/0.022 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 54613333333bps lastsnd:5468 lastrcv:5468 lastack:5468 pacing_rate 108290645992bps delivery_rate 7084972968bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.037 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49438 127.0.0.1:20001 ino:666 sk:4d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk freebind mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.042/0.018 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 62415238095bps lastsnd:5468 lastrcv:5468 lastack:5468 pacing_rate 122182157432bps delivery_rate 7489828568bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49446 127.0.0.1:20001 ino:668 sk:4e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop transparent mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.045/0.018 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 58254222222bps lastsnd:5468 lastrcv:5468 lastack:5468 pacing_rate 115769281760bps delivery_rate 6553600000bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.04 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49458 127.0.0.1:20001 ino:670 sk:4f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all bind_addr_no_port)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.365/0.21 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 7182027397bps lastsnd:5464 lastrcv:5464 lastack:5464 pacing_rate 14347305712bps delivery_rate 5957818176bps delivered:2 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.044 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49470 127.0.0.1:20001 timer:(keepalive,1min13sec,0) ino:674 sk:50 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.059/0.029 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:3 segs_in:2 send 44431186441bps lastsnd:5464 lastrcv:5464 lastack:1404 pacing_rate 88789152536bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.059 snd_wnd:65536
ESTAB 0 0 127.0.0.1:49478 127.0.0.1:20001 timer:(keepalive,24sec,0) ino:676 sk:51 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.051/0.025 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 51358431373bps lastsnd:5464 lastrcv:5464 lastack:5464 pacing_rate 102716862744bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.051 snd_wnd:65483
ESTAB 0 0 127.0.0.1:49482 127.0.0.1:20001 timer:(keepalive,1min24sec,0) ino:678 sk:52 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.043/0.021 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 60913488372bps lastsnd:5464 lastrcv:5464 lastack:5464 pacing_rate 121826976744bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.043 snd_wnd:65483
ESTAB 0 0 127.0.0.1:49490 127.0.0.1:20001 timer:(keepalive,119min,0) ino:680 sk:53 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.051/0.025 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 51358431373bps lastsnd:5464 lastrcv:5464 lastack:5464 pacing_rate 102716862744bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.051 snd_wnd:65483
ESTAB 0 0 127.0.0.1:49500 127.0.0.1:20001 uid:1000 ino:682 sk:54 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.049/0.024 mss:32741 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 53454693878bps lastsnd:5464 lastrcv:5464 lastack:5464 pacing_rate 106909387752bps delivered:1 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.049 snd_wnd:65483
ESTAB 0 0 127.0.0.1:49504 127.0.0.1:20001 ino:685 sk:55 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:204 rtt:0.244/0.09 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 17290491803bps lastsnd:5448 lastrcv:5448 lastack:5448 pacing_rate 34545588536bps delivery_rate 1708048576bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:105441 minrtt:0.215 snd_wnd:105472
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49446 ino:669 sk:56 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.046/0.025 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 56987826087bps lastsnd:5468 lastrcv:5468 lastack:5468 pacing_rate 113054016168bps delivery_rate 12483047616bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.021 snd_wnd:65280
ESTAB 0 0 127.0.0.1:49508 127.0.0.1:20001 ino:689 sk:57 cgroup:/ <-> tos:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:204 rtt:0.342/0.171 ato:40 mss:52736 pmtu:65535 rcvmss:20000 advmss:65483 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 12335906433bps lastsnd:5440 lastrcv:5440 lastack:5440 pacing_rate 24617826400bps delivery_rate 2197333328bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:105441 minrtt:0.192 snd_wnd:105472
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49246 ino:623 sk:58 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.168/10.241 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 507244582bps lastsnd:5488 lastrcv:5488 lastack:5444 pacing_rate 1014341952bps delivery_rate 11397565216bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.023 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49478 ino:677 sk:59 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.053/0.026 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 49461132075bps lastsnd:5464 lastrcv:5464 lastack:5464 pacing_rate 98922264144bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.053 snd_wnd:65536
ESTAB 0 2512512 127.0.0.1:54980 127.0.0.1:20016 timer:(persist,1.412ms,0) ino:746 sk:5a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f384,w2555520,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 backoff:4 rtt:5.427/10.103 mss:51840 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:164096 bytes_retrans:51840 bytes_acked:112257 segs_out:17 segs_in:13 data_segs_out:11 send 764179104bps lastsnd:5120 lastrcv:5376 lastack:1916 pacing_rate 1528287800bps delivery_rate 346176960bps delivered:12 busy:5376ms rwnd_limited:5376ms(100.0%) retrans:0/1 dsack_dups:1 rcv_space:65495 rcv_ssthresh:65495 notsent:2512512 minrtt:0.015
ESTAB 0 30000 192.0.2.1:53992 192.0.2.2:20020 timer:(on,1.284ms,4) ino:758 sk:5b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb46080,f2384,w34480,o0,bl0,d0) ts sack reno wscale:8,8 rto:3264 backoff:4 rtt:0.066/0.036 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:5 bytes_sent:22120 bytes_retrans:5792 bytes_acked:401 bytes_received:400 segs_out:19 segs_in:3 data_segs_out:16 data_segs_in:1 send 175515152bps lastsnd:1980 lastrcv:5344 lastack:5344 pacing_rate 3470861416bps delivery_rate 503652168bps delivered:2 app_limited busy:5124ms unacked:11 retrans:1/4 lost:11 rcv_space:14480 rcv_ssthresh:64088 notsent:14072 minrtt:0.023 snd_wnd:64768
CLOSING 1 1 192.0.2.1:39968 192.0.2.2:20019 timer:(on,1.476ms,4) ino:0 sk:5c cgroup:/ --- tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb46080,f2304,w896,o0,bl0,d5) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.07/0.039 ato:40 mss:1448 pmtu:1500 rcvmss:536 advmss:1448 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:16 segs_in:9 data_segs_out:1 data_segs_in:1 send 165485714bps lastsnd:5344 lastrcv:5344 lastack:1784 pacing_rate 329793592bps delivery_rate 503652168bps delivered:2 app_limited busy:5124ms unacked:1 retrans:1/5 lost:1 rcv_space:14480 rcv_ssthresh:64088 minrtt:0.023 snd_wnd:64768
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49270 ino:629 sk:5d cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.229/10.251 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 501327214bps lastsnd:5484 lastrcv:5484 lastack:5440 pacing_rate 1002558560bps delivery_rate 9362285712bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.028 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49266 ino:627 sk:5e cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.336/10.516 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 491274363bps lastsnd:5484 lastrcv:5484 lastack:5440 pacing_rate 982456664bps delivery_rate 10922666664bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.024 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49352 ino:651 sk:5f cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.452/10.588 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 480821717bps lastsnd:5472 lastrcv:5472 lastack:5428 pacing_rate 961621384bps delivery_rate 9362285712bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.028 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20012 127.0.0.1:57864 ino:723 sk:60 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.069/0.034 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 37991884058bps lastsnd:5392 lastrcv:5392 lastack:5392 pacing_rate 75983768112bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.069 snd_wnd:65536
CLOSE-WAIT 1 0 127.0.0.1:20012 127.0.0.1:57858 ino:721 sk:61 cgroup:/ --> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.072/0.036 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 36408888889bps lastsnd:5392 lastrcv:5392 lastack:5392 pacing_rate 72817777776bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.072 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49458 ino:671 sk:62 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.373/0.217 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 7027989276bps lastsnd:5464 lastrcv:5464 lastack:5464 pacing_rate 14027772568bps delivery_rate 11915636360bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.022 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49418 ino:663 sk:63 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.059/0.032 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 44431186441bps lastsnd:5468 lastrcv:5468 lastack:5468 pacing_rate 87930901464bps delivery_rate 11915636360bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.022 snd_wnd:65280
ESTAB 0 0 127.0.0.1:20010 127.0.0.1:41822 ino:711 sk:64 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f208,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:6.637/11.62 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 394973633bps lastsnd:5396 lastrcv:5396 lastack:5352 pacing_rate 789858008bps delivery_rate 5773072bps delivered:4 busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.069 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/69238e7e(id:0) seq:abe463106b4ee306 sfseq:321 ssnoff:2b8408f8 maplen:190
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49328 ino:645 sk:65 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.388/10.697 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 486533036bps lastsnd:5476 lastrcv:5476 lastack:5432 pacing_rate 972998352bps delivery_rate 10485760000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.025 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49278 ino:633 sk:66 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.468/10.804 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 479414777bps lastsnd:5480 lastrcv:5480 lastack:5436 pacing_rate 958807632bps delivery_rate 9362285712bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.028 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20013 127.0.0.1:33746 ino:0 sk:67 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.121/0.06 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 21664793388bps lastsnd:5388 lastrcv:5388 lastack:5388 pacing_rate 43329586776bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.121 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49482 ino:679 sk:68 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.044/0.022 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_in:2 send 59578181818bps lastsnd:5464 lastrcv:5464 lastack:5464 pacing_rate 119156363632bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.044 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49470 ino:675 sk:69 cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d1) ts sack cubic wscale:8,8 rto:204 rtt:0.059/0.029 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 segs_out:1 segs_in:3 send 44431186441bps lastsnd:5464 lastrcv:5464 lastack:5464 pacing_rate 88862372880bps delivered:1 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.059 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49272 ino:631 sk:6a cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.618/11.012 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 466614454bps lastsnd:5480 lastrcv:5480 lastack:5436 pacing_rate 933104336bps delivery_rate 6898526312bps delivered:4 app_limited busy:48ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.038 snd_wnd:65536
ESTAB 0 0 127.0.0.1:20001 127.0.0.1:49372 ino:655 sk:6b cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.051/0.028 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 51400784314bps lastsnd:5472 lastrcv:5472 lastack:5472 pacing_rate 101556997576bps delivery_rate 12483047616bps delivered:2 app_limited rcv_space:65483 rcv_ssthresh:65483 minrtt:0.021 snd_wnd:65280
SYN-SENT 0 1 192.0.2.1:47388 192.0.2.2:9 timer:(on,,4) ino:788 sk:6c cgroup:/ <-> tos:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop mc_all)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:1000 mss:524 pmtu:1500 rcvmss:88 advmss:1460 cwnd:1 ssthresh:7 segs_out:5 lastsnd:4294686332 lastrcv:4294686332 lastack:4294686332 app_limited unacked:1 retrans:1/4 lost:1 rcv_ssthresh:64240
LISTEN 0 5 *:20003 *:* ino:605 sk:6d cgroup:/ v6only:0 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::]:20005 [::]:* ino:607 sk:6e cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::1]:20002 [::]:* ino:604 sk:6f cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 0 5 [::1]:20014 [::]:* ino:731 sk:70 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10
LISTEN 2 1 [::1]:20015 [::]:* ino:740 sk:71 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d12) cubic cwnd:10 unacked:2
LISTEN 0 5 [::1]:20011 [::]:* ino:712 sk:72 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) cubic cwnd:10 tcp-ulp-mptcp
LISTEN 0 5 [2001:db8::1]:20028 [::]:* ino:779 sk:73 cgroup:/ v6only:1 <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d4) cubic cwnd:10
LAST-ACK 1 1 [2001:db8::1]:58250 [2001:db8::2]:20022 timer:(on,1.476ms,4) ino:0 sk:74 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.111/0.045 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:11 segs_in:4 data_segs_out:1 data_segs_in:1 send 102918919bps lastsnd:5344 lastrcv:5344 lastack:5344 pacing_rate 2051447808bps delivery_rate 114240000bps delivered:2 app_limited busy:5120ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.1 snd_wnd:64256
ESTAB 0 0 [::1]:20014 [::1]:45782 ino:737 sk:75 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.059/0.029 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 44431186441bps lastsnd:5384 lastrcv:5384 lastack:5384 pacing_rate 88862372880bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.059 snd_wnd:65536
ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:34984 ino:615 sk:76 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.393/10.57 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 486081958bps lastsnd:5500 lastrcv:5500 lastack:5456 pacing_rate 972051264bps delivery_rate 10485760000bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.025 snd_wnd:65536
ESTAB 0 0 [::1]:43450 [::1]:20015 ino:741 sk:77 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.062/0.031 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 42234838710bps lastsnd:5384 lastrcv:5384 lastack:5384 pacing_rate 84469677416bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.062 snd_wnd:65464
ESTAB 0 0 [::1]:43456 [::1]:20015 ino:742 sk:78 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.041/0.02 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 63867317073bps lastsnd:5384 lastrcv:5384 lastack:5384 pacing_rate 127734634144bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.041 snd_wnd:65464
SYN-SENT 0 1 [::1]:43472 [::1]:20015 timer:(on,1.748ms,5) ino:743 sk:79 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294686332 lastrcv:4294686332 lastack:4294686332 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65476
SYN-SENT 0 1 [::1]:43476 [::1]:20015 timer:(on,1.748ms,5) ino:744 sk:7a cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:2000 backoff:1 mss:1208 pmtu:65536 rcvmss:88 advmss:65476 cwnd:1 ssthresh:7 segs_out:6 lastsnd:4294686332 lastrcv:4294686332 lastack:4294686332 app_limited unacked:1 retrans:1/5 lost:1 rcv_ssthresh:65476
CLOSE-WAIT 1 0 [::1]:20014 [::1]:45766 ino:733 sk:7b cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.632/0.316 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 4147848101bps lastsnd:5384 lastrcv:5384 lastack:5384 pacing_rate 8295696200bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.632 snd_wnd:65536
ESTAB 0 30000 [2001:db8::1]:59342 [2001:db8::2]:20025 timer:(on,1.284ms,4) ino:773 sk:7c cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f2384,w34480,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.06/0.033 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:21820 bytes_retrans:5712 bytes_acked:401 bytes_received:400 segs_out:19 segs_in:3 data_segs_out:16 data_segs_in:1 send 190400000bps lastsnd:1980 lastrcv:5344 lastack:5344 pacing_rate 3760987648bps delivery_rate 476000000bps delivered:2 app_limited busy:5116ms unacked:11 retrans:1/4 lost:11 rcv_space:14280 rcv_ssthresh:64108 notsent:14292 minrtt:0.024 snd_wnd:64256
FIN-WAIT-2 0 0 [::1]:45766 [::1]:20014 ino:732 sk:7d cgroup:/ <-- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:1.229/1.443 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:2 segs_out:3 segs_in:2 send 2132986168bps lastsnd:5384 lastrcv:5384 lastack:5380 pacing_rate 4264671072bps delivery_rate 48011720bps delivered:2 busy:4ms rcv_space:65476 rcv_ssthresh:65476 minrtt:0.625 snd_wnd:65536
FIN-WAIT-2 0 0 [::1]:45772 [::1]:20014 timer:(timewait,54sec,0) ino:0 sk:7e

ESTAB 0 0 [::1]:45782 [::1]:20014 ino:736 sk:7f cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.052/0.026 mss:32732 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_acked:1 segs_out:2 segs_in:1 send 50356923077bps lastsnd:5384 lastrcv:5384 lastack:5384 pacing_rate 100713846152bps delivered:1 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.052 snd_wnd:65464
TIME-WAIT 0 0 [::1]:45788 [::1]:20014 timer:(timewait,54sec,0) ino:0 sk:80

ESTAB 0 0 [::1]:20002 [::1]:33148 ino:688 sk:81 cgroup:/ <-> tos:0x2 tclass:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:208 rtt:5.608/10.976 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 752296719bps lastsnd:5444 lastrcv:5444 lastack:5400 pacing_rate 1504492832bps delivery_rate 14547862064bps delivered:4 app_limited busy:48ms rcv_space:65464 rcv_ssthresh:105441 minrtt:0.029 snd_wnd:105472
ESTAB 0 0 [::1]:20002 [::1]:33152 ino:692 sk:82 cgroup:/ <-> tos:0x2 tclass:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:208 rtt:5.3/10.356 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60000 bytes_received:60000 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 796015094bps lastsnd:5440 lastrcv:5440 lastack:5396 pacing_rate 1591804928bps delivery_rate 14547862064bps delivered:4 app_limited busy:44ms rcv_space:65464 rcv_ssthresh:105441 minrtt:0.029 snd_wnd:105472
ESTAB 0 0 [2001:db8::1]:41666 [2001:db8::2]:20026 ino:776 sk:83 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.071/0.038 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 1609014085bps lastsnd:5344 lastrcv:5344 lastack:5344 pacing_rate 3218028168bps delivery_rate 393931032bps delivered:2 app_limited rcv_space:14280 rcv_ssthresh:64108 minrtt:0.029 snd_wnd:64256
ESTAB 0 0 [::ffff:127.0.0.1]:20003 [::ffff:127.0.0.1]:34992 ino:617 sk:84 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.229/10.347 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 501327214bps lastsnd:5500 lastrcv:5500 lastack:5456 pacing_rate 1002582520bps delivery_rate 11397565216bps delivered:4 app_limited busy:44ms rcv_space:65483 rcv_ssthresh:65483 minrtt:0.023 snd_wnd:65536
CLOSE-WAIT 1 0 [::1]:20014 [::1]:45772 ino:735 sk:85 cgroup:/ --> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb2626560,f3200,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.069/0.034 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_received:1 segs_out:1 segs_in:3 send 37991884058bps lastsnd:5384 lastrcv:5384 lastack:5384 pacing_rate 75983768112bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.069 snd_wnd:65536
ESTAB 0 0 [2001:db8::1]:46044 [2001:db8::2]:20007 ino:697 sk:86 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:1.407/1.436 ato:40 mss:1428 pmtu:1500 rcvmss:1428 advmss:1428 cwnd:30 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:53 segs_in:52 data_segs_out:45 data_segs_in:45 send 243582090bps lastsnd:5424 lastrcv:5424 lastack:5424 pacing_rate 486861400bps delivery_rate 8160000000bps delivered:46 app_limited rcv_space:14280 rcv_ssthresh:102767 minrtt:0.021 snd_wnd:142848
ESTAB 0 0 [::ffff:127.0.0.1]:34992 [::ffff:127.0.0.1]:20003 ino:616 sk:87 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.061/0.035 ato:40 mss:32768 pmtu:65535 rcvmss:536 advmss:65483 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 42974426230bps lastsnd:5500 lastrcv:5500 lastack:5500 pacing_rate 85250081296bps delivery_rate 7943757568bps delivered:4 app_limited rcv_space:65495 rcv_ssthresh:65495 minrtt:0.033 snd_wnd:65536
FIN-WAIT-1 0 1 [2001:db8::1]:49520 [2001:db8::2]:20023 timer:(on,1.476ms,4) ino:0 sk:88 cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb46080,f3200,w896,o0,bl0,d0) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.065/0.036 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:10 segs_in:3 data_segs_out:1 data_segs_in:1 send 175753846bps lastsnd:5344 lastrcv:5344 lastack:5344 pacing_rate 3468387096bps delivery_rate 496695648bps delivered:2 app_limited busy:5120ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.023 snd_wnd:64256
ESTAB 0 0 [::1]:48952 [::1]:20003 ino:612 sk:89 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.135/0.093 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 19418074074bps lastsnd:5500 lastrcv:5500 lastack:5500 pacing_rate 38621583792bps delivery_rate 7281777776bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.036 snd_wnd:65536
ESTAB 0 0 [::1]:42738 [::1]:20011 ino:714 sk:8a cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f208,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.253/0.18 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 10361422925bps lastsnd:5392 lastrcv:5392 lastack:5392 pacing_rate 20661596056bps delivery_rate 5349877544bps delivered:4 rcv_space:65476 rcv_ssthresh:65476 minrtt:0.049 snd_wnd:65536 tcp-ulp-mptcp flags:Mmec token:0000(id:0)/516b78f3(id:0) seq:3406383e92796678 sfseq:321 ssnoff:ef622788 maplen:190
CLOSING 1 1 [2001:db8::1]:57056 [2001:db8::2]:20024 timer:(on,1.476ms,4) ino:0 sk:8b cgroup:/ --- tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r896,rb131072,t0,tb46080,f2304,w896,o0,bl0,d5) ts sack cubic wscale:8,8 rto:3264 backoff:4 rtt:0.063/0.034 ato:40 mss:1428 pmtu:1500 rcvmss:536 advmss:1428 cwnd:1 ssthresh:7 bytes_sent:400 bytes_acked:401 bytes_received:401 segs_out:16 segs_in:9 data_segs_out:1 data_segs_in:1 send 181333333bps lastsnd:5344 lastrcv:5344 lastack:1788 pacing_rate 359811016bps delivery_rate 456960000bps delivered:2 app_limited busy:5120ms unacked:1 retrans:1/5 lost:1 rcv_space:14280 rcv_ssthresh:64108 minrtt:0.025 snd_wnd:64256
ESTAB 0 0 [::1]:20002 [::1]:33140 ino:611 sk:8c cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:6.882/11.437 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 380912525bps lastsnd:5504 lastrcv:5504 lastack:5456 pacing_rate 761783536bps delivery_rate 6241523808bps delivered:4 app_limited busy:48ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.042 snd_wnd:65536
ESTAB 0 0 [::1]:20003 [::1]:48952 ino:613 sk:8d cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:5.553/10.918 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 472076355bps lastsnd:5500 lastrcv:5500 lastack:5456 pacing_rate 944131456bps delivery_rate 10082461536bps delivered:4 app_limited busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.026 snd_wnd:65536
ESTAB 0 0 [::1]:33140 [::1]:20002 ino:610 sk:8e cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:1.478/1.151 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1201 bytes_received:1200 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 1773640054bps lastsnd:5504 lastrcv:5504 lastack:5504 pacing_rate 3546080480bps delivery_rate 7489828568bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.035 snd_wnd:65536
ESTAB 0 0 [::1]:33144 [::1]:20002 ino:672 sk:8f cgroup:/ <-> tos:0 tclass:0x20 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.111/0.06 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:401 bytes_received:400 segs_out:4 segs_in:3 data_segs_out:1 data_segs_in:1 send 23616576577bps lastsnd:5464 lastrcv:5464 lastack:5464 pacing_rate 46864608496bps delivery_rate 5577531912bps delivered:2 app_limited rcv_space:65476 rcv_ssthresh:65476 minrtt:0.047 snd_wnd:65536
ESTAB 0 0 [::1]:33148 [::1]:20002 ino:687 sk:90 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:204 rtt:0.151/0.08 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 27939602649bps lastsnd:5444 lastrcv:5444 lastack:5444 pacing_rate 55740776216bps delivery_rate 3980075464bps delivered:4 app_limited busy:4ms rcv_space:65476 rcv_ssthresh:105441 minrtt:0.106 snd_wnd:105472
ESTAB 0 0 [::1]:33152 [::1]:20002 ino:691 sk:91 cgroup:/ <-> tos:0x2 tclass:0x2 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack ecn ecnseen cubic wscale:8,8 rto:204 rtt:0.134/0.078 ato:40 mss:52736 pmtu:65536 rcvmss:20000 advmss:65464 cwnd:10 bytes_sent:60000 bytes_acked:60001 bytes_received:60000 segs_out:7 segs_in:5 data_segs_out:3 data_segs_in:3 send 31484179104bps lastsnd:5440 lastrcv:5440 lastack:5440 pacing_rate 62734275088bps delivery_rate 8272313720bps delivered:4 app_limited rcv_space:65476 rcv_ssthresh:105441 minrtt:0.051 snd_wnd:105472
SYN-SENT 0 1 [2001:db8::1]:35836 [2001:db8::2]:9 timer:(on,,4) ino:789 sk:92 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb16384,f3200,w896,o0,bl0,d0) cubic rto:1000 mss:1208 pmtu:1500 rcvmss:88 advmss:1440 cwnd:1 ssthresh:7 segs_out:5 lastsnd:4294686332 lastrcv:4294686332 lastack:4294686332 app_limited unacked:1 retrans:1/4 lost:1 rcv_ssthresh:64800
ESTAB 0 0 [::1]:20015 [::1]:43450 ino:0 sk:93 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.065/0.032 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 40329846154bps lastsnd:5384 lastrcv:5384 lastack:5384 pacing_rate 80659692304bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.065 snd_wnd:65536
SYN-RECV 0 0 [2001:db8::1]:20028 [2001:db8::2]:45008 timer:(on,984ms,5) ino:0 sk:94

ESTAB 0 0 [::1]:20002 [::1]:33144 ino:673 sk:95 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:204 rtt:0.082/0.046 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:400 bytes_acked:400 bytes_received:400 segs_out:2 segs_in:4 data_segs_out:1 data_segs_in:1 send 31968780488bps lastsnd:5464 lastrcv:5464 lastack:5464 pacing_rate 63453918304bps delivery_rate 10922666664bps delivered:2 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.024 snd_wnd:65280
ESTAB 0 0 [::1]:20015 [::1]:43456 ino:0 sk:96 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:200 rtt:0.046/0.023 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 segs_in:2 send 56987826087bps lastsnd:5388 lastrcv:5388 lastack:5388 pacing_rate 113975652168bps delivered:1 app_limited rcv_space:65464 rcv_ssthresh:65464 minrtt:0.046 snd_wnd:65536
ESTAB 0 0 [::1]:20011 [::1]:42738 ino:716 sk:97 cgroup:/ <-> tos:0 tclass:0 class_id:0
	inet-sockopt: ( is_icsk mc_loop)
	 skmem:(r0,rb131072,t0,tb2626560,f208,w0,o0,bl0,d0) ts sack cubic wscale:8,8 rto:208 rtt:6.12/11.78 ato:40 mss:32768 pmtu:65536 rcvmss:536 advmss:65464 cwnd:10 bytes_sent:1200 bytes_acked:1200 bytes_received:1200 segs_out:4 segs_in:7 data_segs_out:3 data_segs_in:3 send 428339869bps lastsnd:5396 lastrcv:5396 lastack:5352 pacing_rate 856592256bps delivery_rate 5597776bps delivered:4 busy:44ms rcv_space:65464 rcv_ssthresh:65464 minrtt:0.042 snd_wnd:65536 tcp-ulp-mptcp flags:Mec token:0000(id:0)/b14305e1(id:0) seq:904b51b269223107 sfseq:321 ssnoff:3c112f7c maplen:190
