"""Captures without secrets: the kernel sends the keys of TCP-MD5 in clear text."""

from __future__ import annotations

import sys

from xtcp_ebpf.abc import Datagram
from xtcp_ebpf.wire import uapi
from xtcp_ebpf.wire.request import NLMSGHDR

_MD5SIG = uapi.INET_DIAG["MD5SIG"]


def without_keys(datagram: Datagram) -> bytes:
    """The same bytes with every INET_DIAG_MD5SIG payload zeroed; the number of keys can still be read from its length."""
    out = bytearray(datagram)
    at = 0
    while at + uapi.NLMSG_HDRLEN <= len(out):
        length, kind, flags = NLMSGHDR.unpack_from(out, at)[:3]
        if length < uapi.NLMSG_HDRLEN:
            break
        end = min(at + length, len(out))
        if kind in (uapi.TCPDIAG_GETSOCK, uapi.SOCK_DIAG_BY_FAMILY) and not flags & uapi.NLM_F_REQUEST:
            _blank(out, at + uapi.NLMSG_HDRLEN + uapi.SIZEOF_INET_DIAG_MSG, end)
        at += length + 3 & ~3
    return bytes(out)


def _blank(out: bytearray, at: int, end: int) -> None:
    while at + uapi.NLA_HDRLEN <= end:
        length = int.from_bytes(out[at : at + 2], sys.byteorder)
        number = int.from_bytes(out[at + 2 : at + 4], sys.byteorder) & uapi.NLA_TYPE_MASK
        if length < uapi.NLA_HDRLEN:
            return
        stop = min(at + length, end)
        if number == _MD5SIG:
            out[at + uapi.NLA_HDRLEN : stop] = bytes(stop - at - uapi.NLA_HDRLEN)
        at += length + 3 & ~3
