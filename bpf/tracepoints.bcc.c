/* SPDX-License-Identifier: MIT OR GPL-2.0
 *
 * Source `tracepoints`, for bcc: mark.h and tracepoints.bpf.c step by step, in the C that bcc takes.
 *
 * xtcp_ebpf/activity/bcc.py compiles it on the host, and defines: SLOTS (of `marks`), BELL_PAGES (0: no bell), and where the kernel has the
 * members that are read, in bytes, as its BTF says: SOCK_NET, NET_INUM, NET_COOKIE (not defined: it has none of use).
 */
#define BPF_LICENSE Dual MIT/GPL

#include <activity.h>

BPF_F_TABLE("array", u32, struct control, control, 1, BPF_F_MMAPABLE);
BPF_TABLE("array", u32, u64, recent, RECENT_SLOTS);
BPF_TABLE("hash", struct namespace_key, struct mark, marks, SLOTS);
#if BELL_PAGES
BPF_RINGBUF_OUTPUT(bell, BELL_PAGES);
#endif

/* Not bcc's bpf_probe_read_kernel: where it cannot read /proc/kallsyms, that is bpf_probe_read, which some machines do not have. */
static long (*read_kernel)(void *to, u32 bytes, const void *from) = (void *)BPF_FUNC_probe_read_kernel;

static void mark_slowly(struct control *state, u32 epoch, u64 cookie, u32 inode)
{
	struct namespace_key key = {.cookie = cookie, .inode = inode};
	struct mark fresh = {.even = epoch & 1 ? 0 : epoch, .odd = epoch & 1 ? epoch : 0};
	struct mark *mark = marks.lookup(&key);

	if (!mark) {
		if (!marks.insert(&key, &fresh)) {
			__sync_fetch_and_add(&state->created, 1);
#if BELL_PAGES
			if (bell.ringbuf_output(&key, sizeof(key), 0))
				__sync_fetch_and_add(&state->unrung, 1);
#endif
			return;
		}
		/* Another processor may have been first; else there is no room. */
		mark = marks.lookup(&key);
		if (!mark) {
			__sync_fetch_and_add(&state->lost, 1);
			return;
		}
	}
	/* volatile: else clang chooses between two pointers, which the verifier refuses. */
	if (epoch & 1)
		*(volatile u32 *)&mark->odd = epoch;
	else
		*(volatile u32 *)&mark->even = epoch;
}

static void mark(u64 cookie, u32 inode)
{
	u32 zero = 0;
	struct control *state = control.lookup(&zero);
	u64 number = cookie ? cookie : inode;
	u32 slot = number & (RECENT_SLOTS - 1);
	u64 *known = recent.lookup(&slot);
	u32 epoch;
	u64 word;

	if (!state || !known)
		return; /* never: both are arrays */
	epoch = *(volatile u32 *)&state->epoch;
	word = number << RECENT_EPOCH_BITS | (epoch & ((1 << RECENT_EPOCH_BITS) - 1));
	if (*known == word)
		return;
	mark_slowly(state, epoch, cookie, inode);
	*known = word;
}

static int mark_raw(u64 sk)
{
	u64 net = 0, cookie = 0;
	u32 inode = 0;

	read_kernel(&net, sizeof(net), (void *)(sk + SOCK_NET));
#ifdef NET_COOKIE
	read_kernel(&cookie, sizeof(cookie), (void *)(net + NET_COOKIE));
#endif
	read_kernel(&inode, sizeof(inode), (void *)(net + NET_INUM));
	mark(cookie, inode);
	return 0;
}

/* No name begins with raw_tracepoint__, which bcc would attach. */
int state_raw(struct bpf_raw_tracepoint_args *ctx)
{
	return mark_raw(ctx->args[0]);
}

int probe_raw(struct bpf_raw_tracepoint_args *ctx)
{
	return mark_raw(ctx->args[0]);
}

int retransmit_raw(struct bpf_raw_tracepoint_args *ctx)
{
	return mark_raw(ctx->args[0]);
}
