/* SPDX-License-Identifier: MIT OR GPL-2.0
 *
 * What happens to single sockets, in those namespaces that user space watches; an event in any other costs a look into a hash at most.
 *
 *   inet_sock_set_state     a socket is born: the request that finds it goes into the ring; any other change marks it
 *   tcp_retransmit_synack   a connection has been half-open for a second: its namespace is marked
 *   tcp_probe               a segment came on an established connection \
 *   tcp_retransmit_skb      a segment was sent again                     > the socket is marked, if that is wanted
 *   tcp_rcv_space_adjust    an application has read                     /
 *
 * A mark is for user space to know what to read again, so a socket that nobody has read yet needs none: it has no cookie. User space takes
 * the marks away, then begins an epoch, then reads those sockets. A socket that is found marked in the epoch that is about to end
 * is one of those, or its mark came behind the taking and stays; the read waits for the socket's lock, which the event holds.
 */
#include "kernel_sockets.h"

#include <bpf/bpf_core_read.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

#include "activity.h"
#include "sockets.h"

#define AF_INET6 10
#define IPPROTO_TCP 6
#define EEXIST 17
#define ANY_COOKIE (~0ULL)

/* include/net/tcp_states.h */
#define TCP_SYN_SENT 2
#define TCP_SYN_RECV 3
#define TCP_CLOSE 7

char LICENSE[] SEC("license") = "Dual MIT/GPL";

const volatile struct socket_constants constants = {.states = ~0U, .marks = 1};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct control);
} control SEC(".maps");

/* Keys: cookies of namespaces. Written by user space. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16384); /* -bpfMapSize */
	__type(key, __u64);
	__type(value, __u32);
} watched SEC(".maps");

/* Keys: cookies of namespaces; as many as are watched. User space takes them away. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16384); /* -bpfMapSize */
	__type(key, __u64);
	__type(value, __u32);
} half_open SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 1 << 20);
} births SEC(".maps");

/* Key: a socket's cookie, value: that of its namespace. User space takes them away. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 65536);
	__type(key, __u64);
	__type(value, __u64);
} active SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, RECENT_SOCKETS);
	__type(key, __u32);
	__type(value, __u64);
} recent SEC(".maps");

static __always_inline struct control *state_of_all(void)
{
	__u32 zero = 0;

	return bpf_map_lookup_elem(&control, &zero);
}

static __always_inline __u64 recent_word(__u64 cookie, __u32 epoch)
{
	return cookie << RECENT_SOCKETS_EPOCH_BITS | (epoch & ((1 << RECENT_SOCKETS_EPOCH_BITS) - 1));
}

/* `epoch` is one that was read before: should the next have begun, the word in `recent` is of no use, and no harm. It is written for sockets
 * of other namespaces too: watching one more begins an epoch.
 */
static __noinline int mark_slowly(struct control *state, __u64 *known, __u64 cookie, __u64 network, __u32 epoch)
{
	if (!state || !known)
		return 0;
	if (bpf_map_lookup_elem(&watched, &network) && !bpf_map_lookup_elem(&active, &cookie)) {
		long failed = bpf_map_update_elem(&active, &cookie, &network, BPF_NOEXIST);

		if (failed && failed != -EEXIST) {
			__sync_fetch_and_add(&state->lost, 1);
			return 0;
		}
	}
	*known = recent_word(cookie, epoch);
	return 0;
}

static __always_inline void mark_half_open(__u64 network)
{
	__u32 one = 1;
	struct control *state;

	if (!bpf_map_lookup_elem(&watched, &network) || bpf_map_lookup_elem(&half_open, &network))
		return;
	if (bpf_map_update_elem(&half_open, &network, &one, BPF_ANY) && (state = state_of_all()))
		__sync_fetch_and_add(&state->unrung, 1);
}

static __always_inline void tell(struct birth *birth)
{
	struct control *state = state_of_all();

	if (!state)
		return; /* never: it is an array */
	if (bpf_ringbuf_output(&births, birth, sizeof(*birth), BPF_RB_NO_WAKEUP))
		__sync_fetch_and_add(&state->unrung, 1);
	else
		__sync_fetch_and_add(&state->created, 1);
}

/* From states in which a socket is not remembered: it has no port when it enters SYN_SENT, and a dump shows SYN_RECV as half-open. With
 * TCP Fast Open, an application may close a socket in SYN_RECV, which then never is ESTABLISHED.
 */
static __always_inline int born(int before, int after)
{
	return (before == TCP_SYN_SENT || before == TCP_SYN_RECV) && after != TCP_CLOSE && after != TCP_SYN_RECV;
}

/* What can be loaded as it stands, because the verifier knows the type of sk, and what must be read by address. */
#define LOADED(from, member) ((from)->member)
#define READ(from, member) BPF_CORE_READ(from, member)

/* The kernel gives it a cookie if it has none yet; a raw_tp program has no such helper. */
static __always_inline __u64 cookie_btf(struct sock *sk)
{
	return bpf_get_socket_cookie(sk);
}

static __always_inline __u64 cookie_raw(struct sock *sk)
{
	return READ(sk, __sk_common.skc_cookie.counter) ?: ANY_COOKIE;
}

#define ADDRESS(GET, to, sk, member)                                                                                                       \
	do {                                                                                                                               \
		(to)[0] = GET(sk, __sk_common.member.in6_u.u6_addr32[0]);                                                                  \
		(to)[1] = GET(sk, __sk_common.member.in6_u.u6_addr32[1]);                                                                  \
		(to)[2] = GET(sk, __sk_common.member.in6_u.u6_addr32[2]);                                                                  \
		(to)[3] = GET(sk, __sk_common.member.in6_u.u6_addr32[3]);                                                                  \
	} while (0)

/* One program for each way to be attached; the loader keeps one of the two. */
#define PROGRAMS(kind, section, GET)                                                                                                       \
	static __always_inline __u64 network_##kind(const struct sock *sk)                                                                 \
	{                                                                                                                                  \
		struct net *net = GET(sk, __sk_common.skc_net.net);                                                                        \
                                                                                                                                           \
		return GET(net, net_cookie);                                                                                               \
	}                                                                                                                                  \
                                                                                                                                           \
	static __always_inline void mark_##kind(struct sock *sk)                                                                           \
	{                                                                                                                                  \
		__u64 cookie = GET(sk, __sk_common.skc_cookie.counter);                                                                    \
		__u32 slot = cookie & (RECENT_SOCKETS - 1);                                                                                \
		struct control *state = state_of_all();                                                                                    \
		__u64 *known = bpf_map_lookup_elem(&recent, &slot);                                                                        \
		__u32 epoch;                                                                                                               \
                                                                                                                                           \
		if (!cookie || !state || !known)                                                                                           \
			return;                                                                                                            \
		epoch = *(volatile __u32 *)&state->epoch;                                                                                  \
		if (*known != recent_word(cookie, epoch))                                                                                  \
			mark_slowly(state, known, cookie, network_##kind(sk), epoch);                                                      \
	}                                                                                                                                  \
                                                                                                                                           \
	static __always_inline void birth_##kind(struct sock *sk)                                                                          \
	{                                                                                                                                  \
		struct birth birth = {.network = network_##kind(sk)};                                                                      \
		struct socket_request *request = &birth.request;                                                                           \
		__u64 cookie;                                                                                                              \
                                                                                                                                           \
		if (!bpf_map_lookup_elem(&watched, &birth.network))                                                                        \
			return;                                                                                                            \
		cookie = cookie_##kind(sk);                                                                                                \
		request->family = GET(sk, __sk_common.skc_family);                                                                         \
		request->protocol = IPPROTO_TCP;                                                                                           \
		request->extensions = constants.extensions;                                                                                \
		request->states = constants.states;                                                                                        \
		request->source_port = bpf_htons(GET(sk, __sk_common.skc_num));                                                            \
		request->destination_port = GET(sk, __sk_common.skc_dport);                                                                \
		if (request->family == AF_INET6) {                                                                                         \
			ADDRESS(GET, request->source, sk, skc_v6_rcv_saddr);                                                               \
			ADDRESS(GET, request->destination, sk, skc_v6_daddr);                                                              \
		} else {                                                                                                                   \
			request->source[0] = GET(sk, __sk_common.skc_rcv_saddr);                                                           \
			request->destination[0] = GET(sk, __sk_common.skc_daddr);                                                          \
		}                                                                                                                          \
		request->device = GET(sk, __sk_common.skc_bound_dev_if);                                                                   \
		request->cookie[0] = (__u32)cookie;                                                                                        \
		request->cookie[1] = cookie >> 32;                                                                                         \
		tell(&birth);                                                                                                              \
	}                                                                                                                                  \
                                                                                                                                           \
	SEC(section "/inet_sock_set_state")                                                                                                \
	int BPF_PROG(state_##kind, struct sock *sk, int before, int after)                                                                 \
	{                                                                                                                                  \
		if (GET(sk, sk_protocol) != IPPROTO_TCP)                                                                                   \
			return 0;                                                                                                          \
		if (born(before, after))                                                                                                   \
			birth_##kind(sk);                                                                                                  \
		else if (constants.marks)                                                                                                  \
			mark_##kind(sk);                                                                                                   \
		return 0;                                                                                                                  \
	}                                                                                                                                  \
                                                                                                                                           \
	SEC(section "/tcp_retransmit_synack")                                                                                              \
	int BPF_PROG(synack_##kind, struct sock *sk)                                                                                       \
	{                                                                                                                                  \
		mark_half_open(network_##kind(sk));                                                                                        \
		return 0;                                                                                                                  \
	}                                                                                                                                  \
                                                                                                                                           \
	SEC(section "/tcp_probe")                                                                                                          \
	int BPF_PROG(probe_##kind, struct sock *sk)                                                                                        \
	{                                                                                                                                  \
		mark_##kind(sk);                                                                                                           \
		return 0;                                                                                                                  \
	}                                                                                                                                  \
                                                                                                                                           \
	SEC(section "/tcp_retransmit_skb")                                                                                                 \
	int BPF_PROG(retransmit_##kind, struct sock *sk)                                                                                   \
	{                                                                                                                                  \
		mark_##kind(sk);                                                                                                           \
		return 0;                                                                                                                  \
	}                                                                                                                                  \
                                                                                                                                           \
	SEC(section "/tcp_rcv_space_adjust")                                                                                               \
	int BPF_PROG(adjust_##kind, struct sock *sk)                                                                                       \
	{                                                                                                                                  \
		mark_##kind(sk);                                                                                                           \
		return 0;                                                                                                                  \
	}

PROGRAMS(btf, "tp_btf", LOADED)
PROGRAMS(raw, "raw_tp", READ)
