/* SPDX-License-Identifier: MIT OR GPL-2.0
 *
 * What sockets.bpf.c and user space share. xtcp_ebpf/activity/sockets_layout.py is the other side.
 *
 * Map `control` is struct control of activity.h; there `lost` counts marks of sockets that found no place, `created` births that were told,
 * and `unrung` births and half-open namespaces that could not be told.
 */
#ifndef XTCP_SOCKETS_H
#define XTCP_SOCKETS_H

/* The request by which sock_diag finds one socket: struct inet_diag_req_v2, ready to be sent. */
struct socket_request {
	__u8 family;
	__u8 protocol;
	__u8 extensions;
	__u8 unused;
	__u32 states;
	__be16 source_port;
	__be16 destination_port;
	__be32 source[4];
	__be32 destination[4];
	__u32 device; /* to which it is bound; 0: none */
	__u32 cookie[2]; /* low half first; all bits set: any socket there will do */
};

/* Ring buffer `births`: a socket that no dump could have shown before. Of 64 bytes, all of them. */
struct birth {
	__u64 network; /* cookie of its namespace */
	struct socket_request request;
};

/* Map `recent`: sockets that are marked in this epoch already, or need no mark because nobody watches their namespace, by the low bits of
 * their cookie: cookie << 24 | low bits of the epoch. A hit is one load instead of a look into two hashes.
 */
#define RECENT_SOCKETS 16384
#define RECENT_SOCKETS_EPOCH_BITS 24

/* Constants of the programs, written before they are loaded: the verifier leaves out what they rule out. */
struct socket_constants {
	__u32 states;     /* of each request */
	__u32 extensions; /* likewise */
	__u32 marks;      /* 1: active sockets are marked */
};

#endif
