/* SPDX-License-Identifier: MIT OR GPL-2.0
 *
 * The few members of kernel structures that the programs read. Only their names count: libbpf finds where each stands (CO-RE).
 */
#ifndef XTCP_KERNEL_H
#define XTCP_KERNEL_H

#include <linux/bpf.h>
#include <linux/types.h>

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct list_head {
	struct list_head *next;
};

struct proc_ns_operations;

struct ns_common {
	const struct proc_ns_operations *ops;
	unsigned int inum;
};

struct netns_mib {
	void *tcp_statistics; /* per CPU: unsigned long mibs[TCP_MIB_MAX] */
};

struct net {
	struct list_head list;
	struct ns_common ns;
	__u64 net_cookie; /* another type before 5.12, which CO-RE takes for absent */
	struct netns_mib mib;
};

typedef struct {
	struct net *net;
} possible_net_t;

struct sock_common {
	possible_net_t skc_net;
};

struct sock {
	struct sock_common __sk_common;
};

struct nsproxy {
	struct net *net_ns;
};

struct file {
	void *private_data;
};

struct fdtable {
	struct file **fd;
};

struct files_struct {
	struct fdtable *fdt;
};

struct task_struct {
	struct nsproxy *nsproxy;
	struct files_struct *files;
};

struct bpf_array {
	void *pptrs[0];
};

#pragma clang attribute pop

#endif
