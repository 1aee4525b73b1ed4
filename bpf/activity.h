/* SPDX-License-Identifier: MIT OR GPL-2.0
 *
 * What the BPF programs and user space share: keys and values of the maps. xtcp_ebpf/activity/map_layout.py is the other side.
 */
#ifndef XTCP_ACTIVITY_H
#define XTCP_ACTIVITY_H

/* Map `marks`, key: a network namespace. Cookies are never used again; 0 on kernels before 5.12, which have none of use. */
struct namespace_key {
	__u64 cookie;
	__u32 inode;
	__u32 unused; /* 0 */
};

/* Map `marks`, value: the last even and the last odd epoch in which something happened there.
 *
 * Never cleared: user space compares it with what it was when the last dump began. Two slots, because a program that read the epoch just
 * before it changed may write late, over the mark of the epoch that followed; so that mark stands in the other slot.
 */
struct mark {
	__u32 even;
	__u32 odd;
};

/* Map `control`, its one value. User space maps it into its memory. */
struct control {
	__u32 epoch; /* written by user space when it has read the marks: a new span of time begins */
	__u32 unused;
	__u64 lost;    /* marks that found no place */
	__u64 created; /* entries of `marks`, deleted ones included */
	__u64 unrung;  /* entries of which the bell could not tell */
};

/* Map `recent`: namespaces that are marked in this epoch already, by the low bits of their number: number << 24 | low bits of the epoch.
 * A hit is one load instead of a look into the hash.
 */
#define RECENT_SLOTS 4096
#define RECENT_EPOCH_BITS 24

/* Map `bell`, a ring buffer: a namespace was marked for the first time. User space looks into the marks and never at what is in here. */
#define BELL_BYTES 4096

/* Map `walked`: one for each namespace that the walk came by, in its order. User space maps it into its memory. */
struct walked {
	__u64 cookie;
	__u32 inode;
	__u32 unused;
	__u64 segments; /* sum of those TCP counters that only grow (net.mib.tcp_statistics) */
	struct mark mark;
};

/* Map `outcome`, its one value: how the walk went. User space maps it into its memory. */
struct outcome {
	__u32 listed; /* entries of `walked` that hold */
	__u32 whole;  /* 1: the walk came back to where it began */
	__u32 full;   /* 1: `walked` has no room for all */
	__u32 unused;
};

/* Constants of the programs, written before they are loaded: the verifier leaves out what they rule out. */
struct constants {
	__u32 rings; /* 0 on kernels before 5.8: no ring buffers */
	__u32 cpus;  /* how many CPUs there can be, at most MAX_CPUS */
};
#define MAX_CPUS 1024

#endif
