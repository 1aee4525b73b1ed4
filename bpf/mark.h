/* SPDX-License-Identifier: MIT OR GPL-2.0
 *
 * A namespace was active: say so in the map `marks`, with as little work as can be.
 */
#ifndef XTCP_MARK_H
#define XTCP_MARK_H

#include "kernel.h"

#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

#include "activity.h"

char LICENSE[] SEC("license") = "Dual MIT/GPL";

const volatile struct constants constants = {.rings = 1, .cpus = MAX_CPUS};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct control);
} control SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, RECENT_SLOTS);
	__type(key, __u32);
	__type(value, __u64);
} recent SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16384); /* -bpfMapSize */
	__type(key, struct namespace_key);
	__type(value, struct mark);
} marks SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, BELL_BYTES);
} bell SEC(".maps");

static __noinline void mark_slowly(struct control *state, __u32 epoch, __u64 cookie, __u32 inode)
{
	struct namespace_key key = {.cookie = cookie, .inode = inode};
	struct mark fresh = {.even = epoch & 1 ? 0 : epoch, .odd = epoch & 1 ? epoch : 0};
	struct mark *mark = bpf_map_lookup_elem(&marks, &key);

	if (!mark) {
		if (!bpf_map_update_elem(&marks, &key, &fresh, BPF_NOEXIST)) {
			__sync_fetch_and_add(&state->created, 1);
			if (constants.rings && bpf_ringbuf_output(&bell, &key, sizeof(key), 0))
				__sync_fetch_and_add(&state->unrung, 1);
			return;
		}
		/* Another processor may have been first; else there is no room. */
		mark = bpf_map_lookup_elem(&marks, &key);
		if (!mark) {
			__sync_fetch_and_add(&state->lost, 1);
			return;
		}
	}
	/* volatile: else clang chooses between two pointers, which the verifier refuses. */
	if (epoch & 1)
		*(volatile __u32 *)&mark->odd = epoch;
	else
		*(volatile __u32 *)&mark->even = epoch;
}

static __always_inline void mark(__u64 cookie, __u32 inode)
{
	__u32 zero = 0;
	struct control *state = bpf_map_lookup_elem(&control, &zero);
	__u64 number = cookie ? cookie : inode;
	__u32 slot = number & (RECENT_SLOTS - 1);
	__u64 *known = bpf_map_lookup_elem(&recent, &slot);
	__u32 epoch;
	__u64 word;

	if (!state || !known)
		return; /* never: both are arrays */
	epoch = *(volatile __u32 *)&state->epoch;
	word = number << RECENT_EPOCH_BITS | (epoch & ((1 << RECENT_EPOCH_BITS) - 1));
	if (*known == word)
		return;
	mark_slowly(state, epoch, cookie, inode);
	*known = word;
}

/* For tp_btf programs: the kernel's verifier knows the type of sk, so that plain loads do. */
static __always_inline void mark_btf(const struct sock *sk)
{
	struct net *net = sk->__sk_common.skc_net.net;

	mark(bpf_core_field_exists(net->net_cookie) ? net->net_cookie : 0, net->ns.inum);
}

/* For raw_tp programs: sk is a number. */
static __always_inline void mark_raw(const struct sock *sk)
{
	struct net *net = BPF_CORE_READ(sk, __sk_common.skc_net.net);
	__u64 cookie = 0;

	if (bpf_core_field_exists(net->net_cookie))
		cookie = BPF_CORE_READ(net, net_cookie);
	mark(cookie, BPF_CORE_READ(net, ns.inum));
}

/* One program for each way to be attached; the loader keeps one of the two. */
#define MARKS_ON(tracepoint, name)                                             \
	SEC("tp_btf/" #tracepoint)                                             \
	int BPF_PROG(name##_btf, struct sock *sk)                              \
	{                                                                      \
		mark_btf(sk);                                                  \
		return 0;                                                      \
	}                                                                      \
	SEC("raw_tp/" #tracepoint)                                             \
	int BPF_PROG(name##_raw, struct sock *sk)                              \
	{                                                                      \
		mark_raw(sk);                                                  \
		return 0;                                                      \
	}

#endif
