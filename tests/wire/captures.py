"""Captures made by hand, in every dialect, for the tests of the reader."""

from __future__ import annotations

import struct

from xtcp_ebpf.wire import pcap
from xtcp_ebpf.wire.request import NLMSGHDR

DONE = NLMSGHDR.pack(20, 3, 2, 7, 9) + bytes(4)


def cooked(datagram: bytes, family: int = 4, hardware: int = 824) -> bytes:
    """The packet of a datagram."""
    return pcap.COOKED.pack(4, hardware, family) + datagram


def classic(
    *packets: tuple[int, int, bytes], order: str = "<", magic: int = 0xA1B2C3D4, linktype: int = 253, major: int = 2, more: int = 0
) -> bytes:
    """A classic pcap of (seconds, fraction, packet); `more` is how many bytes each packet had before a snaplen cut it."""
    out = struct.pack(order + "IHHiIII", magic, major, 4, 0, 0, 65535, linktype)
    for seconds, fraction, data in packets:
        out += struct.pack(order + "IIII", seconds, fraction, len(data), len(data) + more) + data
    return out


def block(kind: int, body: bytes, order: str = "<") -> bytes:
    """A pcapng block, padded."""
    body += bytes(-len(body) % 4)
    size = struct.pack(order + "I", len(body) + 12)
    return struct.pack(order + "I", kind) + size + body + size


def section(order: str = "<") -> bytes:
    return block(0x0A0D0D0A, struct.pack(order + "IHHq", 0x1A2B3C4D, 1, 0, -1), order)


def option(code: int, value: bytes, order: str = "<") -> bytes:
    return struct.pack(order + "HH", code, len(value)) + value + bytes(-len(value) % 4)


def interface(order: str = "<", linktype: int = 253, snaplen: int = 0, options: bytes = b"") -> bytes:
    return block(1, struct.pack(order + "HxxI", linktype, snaplen) + options, order)


def enhanced(ticks: int, data: bytes, order: str = "<", number: int = 0, more: int = 0) -> bytes:
    head = struct.pack(order + "IIIII", number, ticks >> 32, ticks & 0xFFFFFFFF, len(data), len(data) + more)
    return block(6, head + data + bytes(-len(data) % 4) + option(1, b"a comment", order) + option(0, b"", order), order)
