/* SPDX-License-Identifier: MIT OR GPL-2.0
 *
 * What closing.bpf.c and user space share. xtcp_ebpf/activity/closing.py is the other side.
 */
#ifndef XTCP_CLOSING_H
#define XTCP_CLOSING_H

/* Map `saved`, key: a socket's cookie; value: what the kernel forgets of a connection that is cut off (tcp_disconnect). Times are those of
 * struct tcp_sock: srtt_us is eight times the round trip time, mdev_us four times its deviation. What a kernel has not got is 0.
 */
struct saved {
	__u64 bytes_acked;
	__u64 bytes_received;
	__u64 bytes_sent;
	__u64 bytes_retrans;
	__u32 segs_out;
	__u32 segs_in;
	__u32 data_segs_out;
	__u32 data_segs_in;
	__u32 delivered;
	__u32 delivered_ce;
	__u32 total_retrans;
	__u32 dsack_dups;
	__u32 reord_seen;
	__u32 rcv_ooopack;
	__u32 snd_cwnd;
	__u32 snd_ssthresh;
	__u32 srtt_us;
	__u32 mdev_us;
	__u32 rcv_mss;
	__u32 rqueue; /* received and not read */
	__u32 wqueue; /* written and not acknowledged */
	__u16 total_rto;
	__u16 total_rto_recoveries;
	__u32 total_rto_time;
	__u16 family;
	__u16 dport;       /* in network order */
	__u8 source[16];   /* as struct inet_diag_sockid has it */
	__u8 destination[16];
};

#endif
