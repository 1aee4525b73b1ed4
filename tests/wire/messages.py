"""Inet_diag messages for the tests of the decoders, and what is asked of every answer."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

from fake_kernel import PORTID, attribute, message, row

from xtcp_ebpf.abc import Datagram, Decoded, Engine, Reserve, Stamp
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.wire import framing, request
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.groups import KNOWN
from xtcp_ebpf.wire.layout import layout
from xtcp_ebpf.wire.schema import STRUCTS

SEQ = 7
EMPTY = Stamp(b"", b"", b"")
STAMP = Stamp(
    XtcpFlatRecord(hostname="host", netns="default", netns_inode=4026531840).SerializeToString(),
    XtcpFlatRecord(socket_fd=5, netlinker_id=1).SerializeToString(),
    XtcpFlatRecord(poll_number=3, boot_id="b007").SerializeToString(),
)
ATTRIBUTE = {s.name: s.path[-1] for s in STRUCTS if len(s.path) == 1}
"""Attribute number by the table's name of what it carries."""
ULP = ATTRIBUTE["INET_DIAG_ULP_INFO"]


class Pair(NamedTuple):
    c: Engine
    python: Engine


def both_engines(groups: Iterable[str] = KNOWN, pure: bool = False) -> Pair:
    """Raises EngineUnavailable without the C engine, unless `pure` wants the Python one alone."""
    plan = layout(frozenset(groups))
    return Pair(choose("python" if pure else "c", plan)[0], choose("python", plan)[0])


class Reserver:
    """Numbers from `first` on; remembers what was asked for."""

    def __init__(self, first: int = 1) -> None:
        self.first = first
        self.asked: list[int] = []

    def __call__(self, n: int) -> int:
        self.asked.append(n)
        return self.first


def decode(
    engine: Engine,
    datagram: Datagram,
    *,
    seq: int | None = SEQ,
    portid: int | None = PORTID,
    stamp: Stamp = EMPTY,
    reserve: Reserve | None = None,
    modulus: int = 1,
    ordinal: int = 0,
) -> Decoded:
    return engine.decode(datagram, seq, portid, stamp, reserve or Reserver(), modulus, ordinal)


def agree(engines: Pair, datagram: Datagram, **how: object) -> Decoded:
    """What both engines say. Google's parser must give every row back byte by byte, with nothing that it does not know."""
    fast = decode(engines.c, datagram, **how)  # type: ignore[arg-type]  # the keywords of decode
    assert fast == decode(engines.python, datagram, **how)  # type: ignore[arg-type]  # the keywords of decode
    found = list(framing.records(fast.chunk))
    assert len(found) == fast.rows <= fast.sockets
    for raw in found:
        record = XtcpFlatRecord.FromString(bytes(raw))
        assert record.SerializeToString(deterministic=True) == raw
        record.DiscardUnknownFields()
        assert record.ByteSize() == len(raw), "a field that the record does not know"
    return fast


def records(decoded: Decoded) -> list[XtcpFlatRecord]:
    return [XtcpFlatRecord.FromString(bytes(raw)) for raw in framing.records(decoded.chunk)]


def only(decoded: Decoded) -> XtcpFlatRecord:
    """The record of a datagram that held one socket."""
    (record,) = records(decoded)
    return record


def one(*attributes: tuple[int, bytes]) -> bytes:
    """A datagram of one socket with these attributes, in this order."""
    return row(SEQ, attributes=attributes)


def nested(*attributes: tuple[int, bytes]) -> bytes:
    """The payload of an attribute that holds others."""
    return b"".join(attribute(number, value) for number, value in attributes)


def cut_row(attributes: bytes) -> bytes:
    """A datagram of one socket whose attributes are these bytes, right or wrong."""
    return message(20, row(SEQ)[16:88] + attributes, SEQ)


def pattern(length: int) -> bytes:
    """Bytes of which no two neighbours are the same and none is 0."""
    return bytes(i % 251 + 1 for i in range(length))


@contextmanager
def live_datagram() -> Iterator[tuple[int, int, bytes]]:
    """(seq, portid, first datagram) of a dump of our own namespace while it holds a listener and a connection of each family."""
    with ExitStack() as held:
        for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
            listener = held.enter_context(socket.create_server((address, 0), family=family))
            held.enter_context(socket.create_connection(listener.getsockname()[:2]))
            held.enter_context(listener.accept()[0])
        diag = held.enter_context(socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC, 4))  # NETLINK_SOCK_DIAG
        diag.bind((0, 0))
        diag.settimeout(5)
        diag.send(request.legacy(SEQ, 0xFF))
        yield SEQ, diag.getsockname()[0], diag.recv(32768)


def first_rows(datagram: bytes, count: int) -> bytes:
    """The first messages of a datagram."""
    at = 0
    for _ in range(count):
        if at >= len(datagram):
            break
        at += struct.unpack_from("=I", datagram, at)[0] + 3 & ~3
    return datagram[:at]
