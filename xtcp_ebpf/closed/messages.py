"""What the kernel says of closed sockets, taken from the socket many datagrams at a time and sorted by namespace: in C, and its twin here.

Each datagram is one netlink message: inet_diag_msg, PROTOCOL, INFO. A socket that never was a connection (a listener, one that was never
connected) has neither a peer's port nor a path MTU. One that was cut off (tcp_disconnect) has lost the port and kept the path MTU.
"""

from __future__ import annotations

import errno
import socket
import struct
from collections.abc import Iterator
from typing import Final, NamedTuple, Protocol

from xtcp_ebpf.wire import uapi
from xtcp_ebpf.wire.layout import placed

BATCH: Final = 64
"""Datagrams that are taken at once."""
SLOT_BYTES: Final = 2048
"""Of one datagram: 380 on Linux 6.18."""
OWN: Final = -1
"""Instead of an nsid: our own namespace."""
SOL_NETLINK: Final = 270
NETLINK_LISTEN_ALL_NSID: Final = 8

_OFFSETS = {p.member.name: p.offset for p in placed()}
DPORT_AT: Final = uapi.NLMSG_HDRLEN + _OFFSETS["idiag_dport"]
"""In the message."""
PMTU_AT: Final = _OFFSETS["tcpi_pmtu"]
"""In struct tcp_info."""
INFO: Final = uapi.INET_DIAG["INFO"]
_ATTRIBUTES_AT = uapi.NLMSG_HDRLEN + uapi.SIZEOF_INET_DIAG_MSG
_NLA = struct.Struct("=HH")
_U16 = struct.Struct("=H")
_U32 = struct.Struct("=I")
_INT = struct.Struct("=i")
_ANCILLARY_BYTES = socket.CMSG_SPACE(_INT.size)


class Group(NamedTuple):
    """Ended connections of one namespace."""

    nsid: int
    """By which our own namespace knows it; OWN."""
    messages: bytearray
    """One behind the other."""
    rows: int
    cut_off: tuple[int, ...]
    """Where in `messages` those begin of which the kernel has forgotten much."""


class Received(NamedTuple):
    """What was taken at once."""

    groups: tuple[Group, ...]
    datagrams: int
    """BATCH: there may be more."""
    unconnected: int
    """Of sockets that never were a connection: in no group."""
    strange: int
    """Not from the kernel, or cut short: in no group."""
    overrun: bool
    """The kernel has dropped some since the last time (ENOBUFS)."""


class Receive(Protocol):
    """Takes what is there, and never waits. Raises OSError."""

    def __call__(self, diag: socket.SocketType) -> Received: ...


def in_python(diag: socket.SocketType) -> Received:
    """As Receive: defines what is right."""
    found: dict[int, list[bytes]] = {}
    datagrams = unconnected = strange = 0
    overrun = False
    while datagrams < BATCH:
        try:
            data, ancillary, flags, sender = diag.recvmsg(SLOT_BYTES, _ANCILLARY_BYTES, socket.MSG_DONTWAIT)
        except OSError as error:
            if error.errno == errno.ENOBUFS:
                overrun = True
            elif error.errno not in (errno.EAGAIN, errno.EINTR):
                raise
            break
        datagrams += 1
        if flags & socket.MSG_TRUNC or sender[0] or len(data) < _ATTRIBUTES_AT:
            strange += 1
        elif not _port(data) and not path_mtu(data):
            unconnected += 1
        else:
            nsid = next((_INT.unpack(value)[0] for level, kind, value in ancillary if (level, kind) == _NSID), OWN)
            found.setdefault(nsid, []).append(data + bytes(-len(data) % 4))
    return Received(tuple(_group(nsid, those) for nsid, those in found.items()), datagrams, unconnected, strange, overrun)


def info_of(message: bytes | bytearray, at: int = 0) -> tuple[int, int]:
    """(offset, length) of struct tcp_info in `message`, which begins at `at`; (0, 0): there is none."""
    stop = min(len(message), at + _U32.unpack_from(message, at)[0])
    at += _ATTRIBUTES_AT
    while stop - at >= uapi.NLA_HDRLEN:
        length, kind = _NLA.unpack_from(message, at)
        if not uapi.NLA_HDRLEN <= length <= stop - at:
            break
        if kind & uapi.NLA_TYPE_MASK == INFO:
            return at + uapi.NLA_HDRLEN, length - uapi.NLA_HDRLEN
        at += length + 3 & ~3
    return 0, 0


def path_mtu(message: bytes | bytearray) -> int:
    """0 where nothing was ever sent to a peer."""
    at, length = info_of(message)
    return int(_U32.unpack_from(message, at + PMTU_AT)[0]) if length >= PMTU_AT + _U32.size else 0


def starts(messages: bytes | bytearray) -> Iterator[int]:
    """Where each of them begins, and at last where they end."""
    at = 0
    while at < len(messages):
        yield at
        at += _U32.unpack_from(messages, at)[0] + 3 & ~3
    yield at


def choose() -> Receive:
    """The one in C; in_python where that was not built."""
    try:
        from xtcp_ebpf.closed import _messages
    except ImportError:
        return in_python

    def in_c(diag: socket.SocketType) -> Received:
        groups, datagrams, unconnected, strange, overrun = _messages.receive(diag.fileno(), DPORT_AT, PMTU_AT)
        return Received(tuple(map(Group._make, groups)), datagrams, unconnected, strange, overrun)

    return in_c


receive = choose()

_NSID = SOL_NETLINK, NETLINK_LISTEN_ALL_NSID


def _port(message: bytes) -> int:
    return int(_U16.unpack_from(message, DPORT_AT)[0])


def _group(nsid: int, those: list[bytes]) -> Group:
    cut_off, at = [], 0
    for message in those:
        if not _port(message):
            cut_off.append(at)
        at += len(message)
    return Group(nsid, bytearray(b"".join(those)), len(those), tuple(cut_off))
