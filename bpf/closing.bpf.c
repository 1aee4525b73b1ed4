/* SPDX-License-Identifier: MIT OR GPL-2.0
 *
 * For -closed: when a TCP socket gets into state CLOSE and a process still holds it, or nobody has accepted it yet, its counters are saved.
 * The kernel may set them to 0 (tcp_disconnect: after SO_LINGER 0, a connect() that failed, a listener that took its queue with it) before
 * it tells that the socket is gone. Of a socket that no process holds any more (SOCK_DEAD) nothing is forgotten, so those cost one test.
 *
 * Type tp_btf only: raw_tp programs cannot give a socket its cookie (bpf_get_socket_cookie), by which user space finds what was saved.
 */
#include <linux/bpf.h>
#include <linux/types.h>

#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

#include "closing.h"

#define AF_INET 2
#define IPPROTO_TCP 6
#define TCP_CLOSE 7
#define TCP_LISTEN 10
#define SOCK_DEAD 1 /* bit 0 of skc_flags */

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct in6_addr {
	__u8 bytes[16];
};

struct sock_common {
	__u32 skc_daddr;
	__u32 skc_rcv_saddr;
	__u16 skc_dport;
	unsigned short skc_family;
	unsigned long skc_flags;
	struct in6_addr skc_v6_daddr;
	struct in6_addr skc_v6_rcv_saddr;
};

struct sock {
	struct sock_common __sk_common;
	__u16 sk_protocol;
};

struct delayed_ack {
	__u16 rcv_mss;
};

struct inet_connection_sock {
	struct delayed_ack icsk_ack;
};

struct tcp_sock {
	struct inet_connection_sock inet_conn;
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
	__u32 rcv_nxt;
	__u32 copied_seq;
	__u32 write_seq;
	__u32 snd_una;
	__u16 total_rto;
	__u16 total_rto_recoveries;
	__u32 total_rto_time;
};

#pragma clang attribute pop

char LICENSE[] SEC("license") = "Dual MIT/GPL";

/* The oldest make room: most of what is saved is never asked for. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 8192);
	__type(key, __u64);
	__type(value, struct saved);
} saved SEC(".maps");

#define KEEP(member)                                                                                                                       \
	do {                                                                                                                               \
		if (bpf_core_field_exists(tp->member))                                                                                     \
			to.member = BPF_CORE_READ(tp, member);                                                                             \
	} while (0)

SEC("tp_btf/inet_sock_set_state")
int BPF_PROG(closing_btf, struct sock *sk, int before, int after)
{
	struct tcp_sock *tp = (struct tcp_sock *)sk;
	struct saved to = {};
	__u64 cookie;

	if (after != TCP_CLOSE || before == TCP_LISTEN || sk->sk_protocol != IPPROTO_TCP || sk->__sk_common.skc_flags & SOCK_DEAD)
		return 0;
	KEEP(bytes_acked);
	KEEP(bytes_received);
	KEEP(bytes_sent);
	KEEP(bytes_retrans);
	KEEP(segs_out);
	KEEP(segs_in);
	KEEP(data_segs_out);
	KEEP(data_segs_in);
	KEEP(delivered);
	KEEP(delivered_ce);
	KEEP(total_retrans);
	KEEP(dsack_dups);
	KEEP(reord_seen);
	KEEP(rcv_ooopack);
	KEEP(snd_cwnd);
	KEEP(snd_ssthresh);
	KEEP(srtt_us);
	KEEP(mdev_us);
	KEEP(total_rto);
	KEEP(total_rto_recoveries);
	KEEP(total_rto_time);
	to.rcv_mss = BPF_CORE_READ(tp, inet_conn.icsk_ack.rcv_mss);
	to.rqueue = BPF_CORE_READ(tp, rcv_nxt) - BPF_CORE_READ(tp, copied_seq);
	to.wqueue = BPF_CORE_READ(tp, write_seq) - BPF_CORE_READ(tp, snd_una);
	to.family = sk->__sk_common.skc_family;
	to.dport = sk->__sk_common.skc_dport;
	if (to.family == AF_INET) {
		bpf_core_read(to.source, 4, &sk->__sk_common.skc_rcv_saddr);
		bpf_core_read(to.destination, 4, &sk->__sk_common.skc_daddr);
	} else if (bpf_core_field_exists(sk->__sk_common.skc_v6_daddr)) {
		bpf_core_read(to.source, 16, &sk->__sk_common.skc_v6_rcv_saddr);
		bpf_core_read(to.destination, 16, &sk->__sk_common.skc_v6_daddr);
	}
	cookie = bpf_get_socket_cookie(sk);
	bpf_map_update_elem(&saved, &cookie, &to, BPF_ANY);
	return 0;
}
