"""Captures of netlink: classic pcap and pcapng in, datagrams out; and the writer of the captures that we make ourselves.

Link type 253 (LINKTYPE_NETLINK): a cooked header of 16 bytes, big-endian, then the datagram in the order of the captured host.

    pkttype u16   ARPHRD u16 = 824   10 bytes   netlink family u16 (4 is SOCK_DIAG, of which inet_diag is a part)
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from xtcp_ebpf.abc import Datagram
from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.wire import uapi

LINKTYPE_NETLINK: Final = 253
ARPHRD_NETLINK: Final = 824
NETLINK_SOCK_DIAG: Final = 4
SNAPLEN: Final = 262144
LONGEST: Final = 1 << 24
"""Bytes of a packet or block beyond which a length is taken for damage; a datagram of inet_diag has at most 32 KiB."""

COOKED: Final = struct.Struct(">HH10xH")
_OUTGOING: Final = 4  # the pkttype that nlmon gives to every packet

_SECOND: Final = 1_000_000_000
_MICRO, _NANO = 0xA1B2C3D4, 0xA1B23C4D
_SECTION, _INTERFACE, _OLD_PACKET, _SIMPLE_PACKET, _ENHANCED_PACKET = 0x0A0D0D0A, 1, 2, 3, 6
_BYTE_ORDER_MAGIC: Final = 0x1A2B3C4D
_IF_TSRESOL, _IF_TSOFFSET = 9, 14

Read = Callable[[int], bytes]
"""The next so many bytes of the capture, fewer only at its end: `read` of a buffered file."""


class Packet(NamedTuple):
    """One netlink datagram."""

    timestamp_ns: int
    """Epoch nanoseconds; 0 in a pcapng Simple Packet Block, which has no time."""
    data: memoryview
    """Without the cooked header."""
    missing: int
    """Bytes that the capture's snaplen cut off."""
    offset: int
    """Where the packet's header stands, in bytes from the start of the capture."""


class _Interface(NamedTuple):
    """An interface of a pcapng section."""

    linktype: int
    snaplen: int
    ticks: int
    """In a second."""
    shift_ns: int


class Capture:
    """Reads a capture packet by packet, as it comes: iterate over it once.

    Raises CaptureError at the first damage, after all packets before it. A capture that ends between two packets is whole.
    """

    def __init__(self, read: Read) -> None:
        self._read = read
        self._at = 0
        self.packets = 0
        """How many were handed out."""
        self.cut = 0
        """How many of them a snaplen had cut."""
        self.skipped: Counter[str] = Counter()
        """What was passed over, by reason: `link type N`, `netlink family N`, `not netlink`, `no netlink header`."""

    def __iter__(self) -> Iterator[Packet]:
        magic = self._take(4, "a capture's magic number")
        if int.from_bytes(magic, "big") == _SECTION:
            yield from self._pcapng()
            return
        for order in "<>":
            (number,) = struct.unpack(order + "I", magic)
            if number in (_MICRO, _NANO):
                yield from self._classic(order, 1 if number == _NANO else 1000)
                return
        raise CaptureError(f"this is neither pcap nor pcapng: it starts with {magic.hex(' ')}", 0)

    def _take(self, size: int, what: str) -> bytes:
        """The next bytes, all of them."""
        data = self._read(size)
        if len(data) < size:
            raise CaptureError(f"the capture ends within {what}: {size} bytes should follow, {len(data)} do", self._at)
        self._at += size
        return data

    def _take_or_end(self, size: int, what: str) -> bytes:
        """The same, or nothing where the capture ends."""
        first = self._read(1)
        if not first:
            return b""
        self._at += 1
        return first + self._take(size - 1, what)

    def _classic(self, order: str, tick_ns: int) -> Iterator[Packet]:
        major, linktype = struct.unpack(order + "H14xI", self._take(20, "its header"))
        if major != 2:
            raise CaptureError(f"pcap version {major} is unknown: 2 is the only one", 4)
        if linktype & 0xFFFF != LINKTYPE_NETLINK:
            raise CaptureError(f"link type {linktype & 0xFFFF} is not netlink ({LINKTYPE_NETLINK}): capture on an nlmon interface", 20)
        header = struct.Struct(order + "IIII")
        while head := self._take_or_end(header.size, "a packet's header"):
            start = self._at - header.size
            seconds, fraction, length, original = header.unpack(head)
            _bound(length, f"a packet of {length} bytes", start)
            yield from self._packet(seconds * _SECOND + fraction * tick_ns, self._take(length, "a packet"), original, start)

    def _pcapng(self) -> Iterator[Packet]:
        """From behind the first block's type on."""
        kind, order = _SECTION, ""
        interfaces: list[_Interface] = []
        while True:
            start = self._at - 4
            head = self._take(4, "a block's length")
            if kind == _SECTION:
                magic = self._take(4, "a section's byte-order magic")
                order = next((o for o in "<>" if struct.unpack(o + "I", magic)[0] == _BYTE_ORDER_MAGIC), "")
                if not order:
                    raise CaptureError(f"the section's byte-order magic is {magic.hex(' ')}", start + 8)
                interfaces = []
            length = struct.unpack(order + "I", head)[0]
            _bound(length, f"a block of {length} bytes", start)
            there = self._at - start
            if length % 4 or length < there + 4:
                raise CaptureError(f"a block cannot have {length} bytes", start + 4)
            body = self._take(length - there - 4, "a block")
            if self._take(4, "a block's length at its end") != head:
                raise CaptureError(f"a block's length at its end is not the one at its start, {length}", self._at - 4)
            if kind == _INTERFACE:
                interfaces.append(_interface(order, body, start))
            elif kind in (_ENHANCED_PACKET, _OLD_PACKET, _SIMPLE_PACKET):
                yield from self._block(kind, order, body, interfaces, start)
            kind_bytes = self._take_or_end(4, "a block's type")
            if not kind_bytes:
                return
            kind = struct.unpack(order + "I", kind_bytes)[0]

    def _block(self, kind: int, order: str, body: bytes, interfaces: list[_Interface], start: int) -> Iterator[Packet]:
        form = struct.Struct(order + {_ENHANCED_PACKET: "IIIII", _OLD_PACKET: "HHIIII", _SIMPLE_PACKET: "I"}[kind])
        if len(body) < form.size:
            raise CaptureError(f"a packet block of {len(body)} bytes has no room for its header", start)
        values = form.unpack_from(body)
        number = 0 if kind == _SIMPLE_PACKET else values[0]
        if number >= len(interfaces):
            raise CaptureError(f"a packet of interface {number}, which the section does not describe", start)
        interface = interfaces[number]
        original: int = values[-1]
        ns, length = 0, min(original, interface.snaplen or original, len(body) - form.size)
        if kind != _SIMPLE_PACKET:
            high, low, length = values[-4:-1]
            ns = (high << 32 | low) * _SECOND // interface.ticks + interface.shift_ns
            if not 0 <= ns < 1 << 63:
                raise CaptureError(f"a packet's time is out of range: {ns} ns since 1970", start)
        if length > len(body) - form.size:
            raise CaptureError(f"a packet of {length} bytes does not fit its block of {len(body) + 12}", start)
        if interface.linktype != LINKTYPE_NETLINK:
            self.skipped[f"link type {interface.linktype}"] += 1
            return
        yield from self._packet(ns, body[form.size : form.size + length], original, start)

    def _packet(self, timestamp_ns: int, data: bytes, original: int, start: int) -> Iterator[Packet]:
        if len(data) < COOKED.size:
            self.skipped["no netlink header"] += 1
            return
        _, hardware, family = COOKED.unpack_from(data)
        if hardware != ARPHRD_NETLINK:
            self.skipped["not netlink"] += 1
            return
        if family != NETLINK_SOCK_DIAG:
            self.skipped[f"netlink family {family}"] += 1
            return
        missing = max(0, original - len(data))
        datagram = memoryview(data)[COOKED.size :]
        _host_order(datagram, missing, start)
        self.packets += 1
        self.cut += missing > 0
        yield Packet(timestamp_ns, datagram, missing, start)


def header() -> bytes:
    """What a capture starts with: classic pcap, nanoseconds, this host's byte order."""
    return struct.pack("=IHHiIII", _NANO, 2, 4, 0, 0, SNAPLEN, LINKTYPE_NETLINK)


def packet(timestamp_ns: int, datagram: Datagram) -> bytes:
    """One datagram of SOCK_DIAG as such a capture holds it."""
    seconds, fraction = divmod(timestamp_ns, _SECOND)
    size = COOKED.size + len(datagram)
    return struct.pack("=IIII", seconds, fraction, size, size) + COOKED.pack(_OUTGOING, ARPHRD_NETLINK, NETLINK_SOCK_DIAG) + bytes(datagram)


def _bound(length: int, what: str, start: int) -> None:
    if length > LONGEST:
        raise CaptureError(f"{what}: the capture is damaged, netlink has none above {LONGEST}", start)


def _interface(order: str, body: bytes, start: int) -> _Interface:
    if len(body) < 8:
        raise CaptureError(f"an interface block of {len(body)} bytes has no room for its header", start)
    linktype, snaplen = struct.unpack_from(order + "HxxI", body)
    ticks, shift_ns, at = 1_000_000, 0, 8
    while at + 4 <= len(body):
        code, size = struct.unpack_from(order + "HH", body, at)
        value = body[at + 4 : at + 4 + size]
        if len(value) < size:
            raise CaptureError(f"option {code} of an interface has {size} bytes, but its block ends after {len(value)}", start)
        if code == _IF_TSRESOL and size == 1:
            ticks = 2 ** (value[0] & 0x7F) if value[0] & 0x80 else 10 ** value[0]
        elif code == _IF_TSOFFSET and size == 8:
            shift_ns = struct.unpack(order + "q", value)[0] * _SECOND
        elif code == 0:
            break
        at += 4 + size + 3 & ~3
    return _Interface(linktype, snaplen, ticks, shift_ns)


def _host_order(datagram: memoryview, missing: int, start: int) -> None:
    """Refuse a datagram whose first length makes sense only when its bytes are swapped: it would decode to nothing."""
    if len(datagram) < uapi.NLMSG_HDRLEN:
        return
    length = int.from_bytes(datagram[:4], "little"), int.from_bytes(datagram[:4], "big")
    (ours,) = struct.unpack_from("=I", datagram)
    theirs = length[length[0] == ours]
    plausible = range(uapi.NLMSG_HDRLEN, len(datagram) + missing + 1)
    if ours not in plausible and theirs in plausible:
        raise CaptureError(
            "the netlink messages are in the other byte order than this host's: decode the capture on a host like its own", start
        )
