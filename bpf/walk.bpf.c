/* SPDX-License-Identifier: MIT OR GPL-2.0
 *
 * Source `walk`: nothing on the way of packets. A run of `walk` goes along the kernel's list of network namespaces and reads what each
 * one's TCP counters say; inet_sock_set_state, which is rare, stays attached, because births and deaths of listeners count nowhere.
 *
 * Its programs are of type raw_tp but never attached: BPF_PROG_TEST_RUN runs them. So the kernel holds rcu_read_lock around them
 * (__bpf_prog_test_run_raw_tp, net/bpf/test_run.c), and a namespace that is removed meanwhile stays whole, and linked to
 * the next, until the walk is over. All reads are bpf_probe_read_kernel: none can fault.
 */
#include "mark.h"

#include <linux/snmp.h>

MARKS_ON(inet_sock_set_state, state)

#define MAX_NAMESPACES 16384 /* -bpfMapSize */

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, MAX_NAMESPACES);
	__type(key, __u32);
	__type(value, struct walked);
} walked SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct outcome);
} outcome SEC(".maps");

/* Only its addresses are of use: those of one element on each CPU tell how far apart the CPUs' memories are. */
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} yardstick SEC(".maps");

/* What to add to a per-CPU pointer to have it on CPU c. */
struct distances {
	__u64 of[MAX_CPUS];
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct distances);
} distances SEC(".maps");

/* Fills `distances`, once. Its argument is this process's descriptor of `yardstick`. Returns 1 when all is known. */
SEC("raw_tp")
int BPF_PROG(measure, __u64 descriptor)
{
	__u32 zero = 0;
	struct task_struct *task = (void *)bpf_get_current_task();
	struct distances *distance = bpf_map_lookup_elem(&distances, &zero);
	struct file **table, *file = NULL;
	void *array, *base = NULL;
	__u32 cpu;

	if (!distance)
		return 0;
	/* The map's address can be had by its descriptor only: the verifier allows no arithmetic on &yardstick. */
	table = BPF_CORE_READ(task, files, fdt, fd);
	bpf_probe_read_kernel(&file, sizeof(file), table + descriptor);
	array = BPF_CORE_READ(file, private_data);
	bpf_probe_read_kernel(&base, sizeof(base), array + bpf_core_field_offset(struct bpf_array, pptrs));
	if (!base)
		return 0;
	for (cpu = 0; cpu < MAX_CPUS; cpu++) {
		void *element;
		__u64 address;

		if (cpu >= constants.cpus)
			break;
		element = bpf_map_lookup_percpu_elem(&yardstick, &zero, cpu);
		if (!element)
			return 0;
		/* By way of memory, or it would stay a pointer that must not be counted with. */
		bpf_probe_read_kernel(&address, sizeof(address), &element);
		distance->of[cpu] = address - (__u64)base;
	}
	return 1;
}

struct walk {
	struct list_head *at, *first;
	const struct proc_ns_operations *ops; /* which all network namespaces have, and the head of the list has not */
	struct outcome *outcome;
	struct distances *distance;
};

static __always_inline __u64 segments(struct distances *distance, const void *statistics)
{
	__u64 mibs[__TCP_MIB_MAX], sum = 0;
	__u32 cpu;

	for (cpu = 0; cpu < MAX_CPUS; cpu++) {
		if (cpu >= constants.cpus)
			break;
		if (bpf_probe_read_kernel(mibs, sizeof(mibs), statistics + distance->of[cpu]))
			continue;
		sum += mibs[TCP_MIB_ACTIVEOPENS] + mibs[TCP_MIB_PASSIVEOPENS] + mibs[TCP_MIB_ATTEMPTFAILS] + mibs[TCP_MIB_ESTABRESETS] +
		       mibs[TCP_MIB_INSEGS] + mibs[TCP_MIB_OUTSEGS] + mibs[TCP_MIB_RETRANSSEGS] + mibs[TCP_MIB_INERRS] +
		       mibs[TCP_MIB_OUTRSTS] + mibs[TCP_MIB_CSUMERRORS];
	}
	return sum;
}

static long step(__u32 index, struct walk *walk)
{
	struct net *net = (void *)walk->at - bpf_core_field_offset(struct net, list);
	struct outcome *outcome = walk->outcome;
	struct list_head *next = NULL;

	if (BPF_CORE_READ(net, ns.ops) == walk->ops) {
		struct namespace_key key = {};
		struct walked *walked_one;
		struct mark *mark;
		__u32 slot = outcome->listed;

		walked_one = bpf_map_lookup_elem(&walked, &slot);
		if (!walked_one) {
			outcome->full = 1;
			return 1;
		}
		key.cookie = BPF_CORE_READ(net, net_cookie);
		key.inode = BPF_CORE_READ(net, ns.inum);
		walked_one->cookie = key.cookie;
		walked_one->inode = key.inode;
		walked_one->segments = segments(walk->distance, BPF_CORE_READ(net, mib.tcp_statistics));
		mark = bpf_map_lookup_elem(&marks, &key);
		walked_one->mark.even = mark ? mark->even : 0;
		walked_one->mark.odd = mark ? mark->odd : 0;
		outcome->listed = slot + 1;
	}
	if (bpf_probe_read_kernel(&next, sizeof(next), &walk->at->next) || !next)
		return 1;
	walk->at = next;
	if (next == walk->first) {
		outcome->whole = 1;
		return 1;
	}
	return 0;
}

/* Its argument is how many steps it may take: all namespaces there can be room for, and the list's head. */
SEC("raw_tp")
int BPF_PROG(walk, __u64 steps)
{
	__u32 zero = 0;
	struct task_struct *task = (void *)bpf_get_current_task();
	struct net *net = BPF_CORE_READ(task, nsproxy, net_ns);
	struct walk state = {};

	state.at = state.first = (void *)net + bpf_core_field_offset(struct net, list);
	state.ops = BPF_CORE_READ(net, ns.ops);
	state.outcome = bpf_map_lookup_elem(&outcome, &zero);
	state.distance = bpf_map_lookup_elem(&distances, &zero);
	if (!state.outcome || !state.distance)
		return 0;
	state.outcome->listed = state.outcome->whole = state.outcome->full = 0;
	bpf_loop(steps, step, &state, 0);
	return state.outcome->whole;
}
