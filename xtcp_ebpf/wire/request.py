"""Dump requests as bytes.

The legacy request (type 18) has both families in one walk of the host's hash; the one by family (type 20) costs a walk each and is what
remains where a kernel refuses the other.
"""

from __future__ import annotations

import struct

from xtcp_ebpf.wire import uapi

NLMSGHDR = struct.Struct("=IHHII")
INET_DIAG_REQ = struct.Struct("=BBBB48xII")
INET_DIAG_REQ_V2 = struct.Struct("=BBBBI48x")

_FLAGS = uapi.NLM_F_REQUEST | uapi.NLM_F_DUMP


def legacy(seq: int, ext: int, states: int = uapi.ALL_STATES) -> bytes:
    """struct inet_diag_req (76 bytes in all): IPv4 and IPv6 together. `ext` is idiag_ext, eight bits."""
    body = INET_DIAG_REQ.pack(0, 0, 0, ext, states, 0)
    return NLMSGHDR.pack(uapi.NLMSG_HDRLEN + len(body), uapi.TCPDIAG_GETSOCK, _FLAGS, seq, 0) + body


def by_family(seq: int, family: int, ext: int, states: int = uapi.ALL_STATES) -> bytes:
    """struct inet_diag_req_v2 (72 bytes in all) for AF_INET (2) or AF_INET6 (10)."""
    body = INET_DIAG_REQ_V2.pack(family, uapi.IPPROTO_TCP, ext, 0, states)
    return NLMSGHDR.pack(uapi.NLMSG_HDRLEN + len(body), uapi.SOCK_DIAG_BY_FAMILY, _FLAGS, seq, 0) + body
