/* SPDX-License-Identifier: MIT OR GPL-2.0
 *
 * The members of kernel structures that sockets.bpf.c reads: more of a socket than kernel.h, and of a namespace only its cookie.
 * Only their names count: libbpf finds where each stands (CO-RE).
 */
#ifndef XTCP_KERNEL_SOCKETS_H
#define XTCP_KERNEL_SOCKETS_H

#include <linux/bpf.h>
#include <linux/types.h>

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct net {
	__u64 net_cookie; /* Linux 5.12 */
};

typedef struct {
	struct net *net;
} possible_net_t;

typedef struct {
	__s64 counter;
} atomic64_t;

struct in6_addr {
	union {
		__be32 u6_addr32[4];
	} in6_u;
};

struct sock_common {
	__be32 skc_daddr;
	__be32 skc_rcv_saddr;
	__be16 skc_dport;
	__u16 skc_num; /* the own port, in the order of this machine */
	unsigned short skc_family;
	int skc_bound_dev_if;
	possible_net_t skc_net;
	struct in6_addr skc_v6_daddr;
	struct in6_addr skc_v6_rcv_saddr;
	atomic64_t skc_cookie; /* 0: nobody has asked for it yet */
};

struct sock {
	struct sock_common __sk_common;
	__u16 sk_protocol;
};

#pragma clang attribute pop

#endif
