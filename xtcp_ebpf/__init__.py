"""xtcp_ebpf: every TCP socket of every network namespace of a Linux host, as flat protobuf records."""
