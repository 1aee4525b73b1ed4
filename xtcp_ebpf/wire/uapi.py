"""Numbers of the kernel's interface, in the kernel's spelling.

Sources: include/uapi/linux/{netlink,sock_diag,inet_diag,tls,mptcp}.h, include/net/tcp_states.h.
"""

from __future__ import annotations

NLMSG_HDRLEN = 16
NLMSG_NOOP = 1
NLMSG_ERROR = 2
NLMSG_DONE = 3
NLMSG_OVERRUN = 4

NLM_F_REQUEST = 0x1
NLM_F_DUMP_INTR = 0x10
NLM_F_DUMP = 0x300
NLA_TYPE_MASK = 0x3FFF
NLA_HDRLEN = 4

TCPDIAG_GETSOCK = 18
SOCK_DIAG_BY_FAMILY = 20

AF_INET = 2
AF_INET6 = 10
IPPROTO_TCP = 6

SIZEOF_INET_DIAG_MSG = 72

TCP_STATES = {
    1: "ESTABLISHED",
    2: "SYN_SENT",
    3: "SYN_RECV",
    4: "FIN_WAIT1",
    5: "FIN_WAIT2",
    6: "TIME_WAIT",
    7: "CLOSE",
    8: "CLOSE_WAIT",
    9: "LAST_ACK",
    10: "LISTEN",
    11: "CLOSING",
    12: "NEW_SYN_RECV",
}
ALL_STATES = 0x1FFF
"""What `ss -a` asks for. State 13 (a socket that is only bound) is left out."""
LISTEN_ONLY = 1 << 10

INET_DIAG = {
    "MEMINFO": 1,
    "INFO": 2,
    "VEGASINFO": 3,
    "CONG": 4,
    "TOS": 5,
    "TCLASS": 6,
    "SKMEMINFO": 7,
    "SHUTDOWN": 8,
    "DCTCPINFO": 9,
    "PROTOCOL": 10,
    "SKV6ONLY": 11,
    "LOCALS": 12,
    "PEERS": 13,
    "PAD": 14,
    "MARK": 15,
    "BBRINFO": 16,
    "CLASS_ID": 17,
    "MD5SIG": 18,
    "ULP_INFO": 19,
    "SK_BPF_STORAGES": 20,
    "CGROUP_ID": 21,
    "SOCKOPT": 22,
}
