"""One file for each kind of destination; the entry points of group xtcp_ebpf.destinations name them."""
