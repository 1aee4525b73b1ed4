"""Remembered sockets: request bodies of 56 bytes each, packed one behind the other. Pure, in Python: what _exact.c does is held against it.

    struct inet_diag_req_v2: family u8, protocol u8, idiag_ext u8, pad u8, idiag_states u32, inet_diag_sockid (48 bytes; its last 8 are
    the cookie)

Listeners are never remembered (SO_REUSEPORT: several share an address), nor are half-open connections (they are no sockets yet).
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from xtcp_ebpf.abc import Datagram
from xtcp_ebpf.wire import uapi
from xtcp_ebpf.wire.request import NLMSGHDR

BODY_BYTES: Final = 56
COOKIE_BYTES: Final = 8
ANY_COOKIE: Final = b"\xff" * COOKIE_BYTES
"""INET_DIAG_NOCOOKIE, twice: whichever socket has the address. Births whose cookie is not known yet have it."""

ANY_STATE: Final = 0xFFFFFFFF
SYN_RECV, LISTEN, NEW_SYN_RECV = 3, 10, 12
TIMER_TIME_WAIT: Final = 3
"""idiag_timer of what is no whole socket any more: TIME_WAIT, and FIN_WAIT2 without an owner, which the kernel counts with it."""

_HEAD = struct.Struct("=BBBBI")
_SOCKID = slice(4, 52)
_COOKIE = slice(BODY_BYTES - COOKIE_BYTES, BODY_BYTES)
_ADDRESS = slice(8, BODY_BYTES - COOKIE_BYTES)
Raw = bytes | bytearray | memoryview


class Counts(NamedTuple):
    """How many rows of each class, as the kernel counts sockets."""

    tcp: int
    """IPv4."""
    tcp6: int
    """IPv6, IPv4-mapped ones too."""
    time_wait: int
    """Of both families."""
    half_open: int
    """SYN_RECV: the kernel counts them nowhere."""


class Unfit(ValueError):
    """What was given cannot be packed bodies or cookies."""


def class_of(body: Raw) -> int:
    """The place in Counts of a socket's message (struct inet_diag_msg and what follows)."""
    family, state, timer = body[0], body[1], body[2]
    if timer == TIMER_TIME_WAIT or state == 6:
        return 2
    if state in (SYN_RECV, NEW_SYN_RECV):
        return 3
    return 0 if family == uapi.AF_INET else 1


def counts(datagram: Datagram, seq: int | None, portid: int | None) -> Counts:
    """Of the sockets in a datagram of a dump; only messages with this `seq` and `portid` count (None: any)."""
    found = [0, 0, 0, 0]
    for body in _sockets(datagram, seq, portid):
        found[class_of(body)] += 1
    return Counts(*found)


def bodies(datagram: Datagram, seq: int | None, portid: int | None, ext: int, states: int = ANY_STATE) -> bytes:
    """The request bodies of the sockets in a datagram, without listeners and half-open ones. `ext` is idiag_ext, eight bits.

    `states`: only of sockets whose state's bit is set there.
    """
    if not 0 <= ext <= 255:
        raise Unfit("idiag_ext has eight bits")
    out = bytearray()
    for body in _sockets(datagram, seq, portid):
        if body[1] not in (SYN_RECV, LISTEN, NEW_SYN_RECV) and (body[1] > 31 or states >> body[1] & 1):
            out += _HEAD.pack(body[0], uapi.IPPROTO_TCP, ext, 0, uapi.ALL_STATES) + body[_SOCKID]
    return bytes(out)


def cookies(numbers: Iterable[int]) -> bytes:
    """Socket cookies packed as they stand in bodies."""
    if sys.byteorder == "little":  # low half first, as the kernel has them
        return array("Q", numbers).tobytes()
    return b"".join(struct.pack("=II", number & 0xFFFFFFFF, number >> 32) for number in numbers)


def pick(packed: Raw, wanted: Raw) -> bytes:
    """The bodies whose cookie is among those wanted (packed, 8 bytes each), in their own order."""
    check(packed, BODY_BYTES)
    check(wanted, COOKIE_BYTES)
    among = {bytes(wanted[at : at + COOKIE_BYTES]) for at in range(0, len(wanted), COOKIE_BYTES)}
    return b"".join(body for body in each(packed) if body[_COOKIE] in among)


def joined(packed: Raw, births: Raw) -> bytes:
    """`packed` with the births. What is newer takes the place of what it can only have replaced.

    The same cookie is the same socket, with the address that it has now. Where one of two at the same address has any cookie, one
    request answers for both. Nothing is asked for twice, as long as nothing in `packed` was.
    """
    check(packed, BODY_BYTES)
    check(births, BODY_BYTES)
    by_cookie: dict[bytes, bytes] = {}
    by_address: dict[bytes, bytes] = {}
    kept: list[bytes] = []
    for birth in reversed(list(each(births))):
        cookie, there = birth[_COOKIE], by_address.get(_address(birth))
        if cookie in by_cookie or (there and ANY_COOKIE in (cookie, there[_COOKIE])):
            continue
        if cookie != ANY_COOKIE:
            by_cookie[cookie] = birth
        by_address.setdefault(_address(birth), birth)
        kept.append(birth)
    view, parts, placed, start = memoryview(packed), list[Raw](), set[bytes](), 0
    for at, body in zip(range(0, len(packed), BODY_BYTES), each(packed), strict=True):
        newer = by_cookie.get(body[_COOKIE])
        if newer is None:
            found = by_address.get(_address(body))
            newer = found if found and ANY_COOKIE in (body[_COOKIE], found[_COOKIE]) else None
        if newer is None:
            continue
        parts.append(view[start:at])
        if newer not in placed:
            parts.append(newer)
            placed.add(newer)
        start = at + BODY_BYTES
    parts.append(view[start:])
    return b"".join((*parts, *(birth for birth in reversed(kept) if birth not in placed)))


def without(packed: Raw, indexes: Iterable[int]) -> bytes:
    """All but those with these numbers, which rise."""
    view, parts, at = memoryview(packed), [], 0
    for index in indexes:
        if not at <= index * BODY_BYTES < len(view):
            raise Unfit("an index that does not rise, or is not there")
        parts.append(view[at : index * BODY_BYTES])
        at = (index + 1) * BODY_BYTES
    return b"".join((*parts, view[at:]))


def each(packed: Raw) -> Iterator[bytes]:
    """One after the other."""
    for at in range(0, len(packed), BODY_BYTES):
        yield bytes(packed[at : at + BODY_BYTES])


def check(packed: Raw, size: int) -> None:
    """Raise Unfit when it is not so many bytes each."""
    if len(packed) % size:
        raise Unfit(f"{len(packed)} bytes are not packed {size} by {size}")


def _address(body: bytes) -> bytes:
    return body[:1] + body[_ADDRESS]


def _sockets(datagram: Datagram, seq: int | None, portid: int | None) -> Iterator[memoryview]:
    """The messages of sockets, until the dump ends or a length is a lie; as reference.py reads them."""
    data = memoryview(datagram).cast("B")
    at = 0
    while len(data) - at >= uapi.NLMSG_HDRLEN:
        length, kind, flags, their_seq, their_portid = NLMSGHDR.unpack_from(data, at)
        if not uapi.NLMSG_HDRLEN <= length <= len(data) - at:
            return
        body = data[at + uapi.NLMSG_HDRLEN : at + length]
        at += length + 3 & ~3
        if seq not in (None, their_seq) or portid not in (None, their_portid) or (flags & uapi.NLM_F_REQUEST and kind > uapi.NLMSG_OVERRUN):
            continue
        if kind == uapi.NLMSG_DONE or (kind == uapi.NLMSG_ERROR and body[:4] != bytes(4)):
            return
        if kind in (uapi.TCPDIAG_GETSOCK, uapi.SOCK_DIAG_BY_FAMILY) and len(body) >= uapi.SIZEOF_INET_DIAG_MSG:
            yield body
