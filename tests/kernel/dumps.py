"""Reading dumps in tests with nothing but the struct module, so that the kernel room is tested by itself."""

from __future__ import annotations

import struct

from xtcp_ebpf.abc import Transport
from xtcp_ebpf.wire import request

_HEADER = struct.Struct("=IHHII")


def messages(datagram: bytes | memoryview) -> list[tuple[int, int, int, bytes]]:
    """(type, seq, portid, payload) of each message."""
    raw, out, at = bytes(datagram), [], 0
    while at < len(raw):
        length, kind, _, seq, portid = _HEADER.unpack_from(raw, at)
        out.append((kind, seq, portid, raw[at + 16 : at + length]))
        at += length + 3 & ~3
    return out


def several(transport: Transport, area: memoryview) -> list[memoryview]:
    """Each receive of one dump of everything, copied."""
    transport.send(request.legacy(7, 0xFF))
    found: list[memoryview] = []
    while not found or messages(found[-1])[-1][0] not in (2, 3):
        found.append(memoryview(bytes(transport.receive_several(5.0, area))))
    return found


def rows(transport: Transport, ext: int = 0xFF, states: int = 0x1FFF, seq: int = 1) -> list[bytes]:
    """The payloads (inet_diag_msg and attributes) of a whole dump; fails on any message of another request."""
    transport.send(request.legacy(seq, ext, states))
    out: list[bytes] = []
    while True:
        for kind, its_seq, portid, payload in messages(transport.receive(5.0)):
            assert (its_seq, portid) == (seq, transport.portid)
            if kind == 3:
                assert payload[:4] == bytes(4)
                return out
            assert kind == 18
            out.append(payload)


def source_port(row: bytes) -> int:
    """idiag_sport."""
    return int.from_bytes(row[4:6], "big")


def attributes(row: bytes) -> dict[int, bytes]:
    """Number -> value."""
    out, at = {}, 72
    while at < len(row):
        length, number = struct.unpack_from("=HH", row, at)
        out[number] = row[at + 4 : at + length]
        at += length + 3 & ~3
    return out
