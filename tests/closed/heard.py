"""Closed over real namespaces, what it made of them, and connections that end in every way there is."""

from __future__ import annotations

import ctypes
import os
import socket
import struct
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.closed.closed import Closed
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.record.stamp import Identity
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.framing import records
from xtcp_ebpf.wire.layout import layout

PATIENCE = 10.0
KNOBS = replace(Knobs(), closed=True)
ENGINE = choose("auto", layout())[0]
IPPROTO_MPTCP = 262


def until(done: Callable[[], object], what: str) -> None:
    """Wait for it, not for ever."""
    deadline = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < deadline, what
        time.sleep(0.005)


class Heard:
    """One that hears. `namespaces` may be replaced; `rows` are those of all namespaces."""

    def __init__(self, *namespaces: Namespace, knobs: Knobs = KNOBS) -> None:
        self.namespaces: Sequence[Namespace] = namespaces
        self.chunks: list[tuple[bytes, int]] = []
        self.tally = Tally()
        identity = Identity("here", "test 1", "boot")
        self.closed = Closed(knobs, ENGINE, identity, SystemClock(), self.tally, self.chunks.extend, lambda: self.namespaces)
        self.closed.start()
        until(lambda: all(self.closed.known(n) for n in namespaces if n.found_by != "own"), "no ids")

    def rows(self, name: str) -> list[XtcpFlatRecord]:
        """So far, of the namespace of this name."""
        return self._of(self.chunks, name)

    def held(self, name: str) -> list[XtcpFlatRecord]:
        """Those that were made and wait for others."""
        return self._of(self.closed._held, name)

    @staticmethod
    def _of(chunks: Sequence[tuple[bytes, int]], name: str) -> list[XtcpFlatRecord]:
        made = [XtcpFlatRecord.FromString(bytes(record)) for chunk, _ in list(chunks) for record in records(chunk)]
        return [row for row in made if row.netns == name]

    def wait(self, name: str, count: int) -> list[XtcpFlatRecord]:
        """That many, or more."""
        until(lambda: len(self.rows(name)) >= count, f"not {count} rows of {name}: {self.rows(name)} {self.tally.read()}")
        return self.rows(name)


class End(NamedTuple):
    """What is to be told of one end of a connection."""

    near: int
    """Port."""
    far: int
    sent: int
    received: int
    """One more when the peer's FIN came in time: the kernel counts it."""
    address: bytes = socket.inet_aton("127.0.0.1")


def told(row: XtcpFlatRecord, end: End) -> bool:
    """Does the row tell of this end, and rightly?"""
    ports = row.inet_diag_msg_socket_source_port, row.inet_diag_msg_socket_destination_port
    address = end.address.ljust(16, b"\0")
    return (
        ports == (end.near, end.far)
        and row.tcp_info_bytes_sent == end.sent
        and row.tcp_info_bytes_received in (end.received, end.received + 1)
        and row.inet_diag_msg_socket_source == row.inet_diag_msg_socket_destination == address
    )


def listener(family: int = socket.AF_INET, address: str = "127.0.0.1", protocol: int = 0) -> socket.socket:
    """One that waits."""
    made = socket.socket(family, socket.SOCK_STREAM, protocol)
    made.bind((address, 0))
    made.listen()
    return made


def pair(waiting: socket.socket, protocol: int = 0) -> tuple[socket.socket, socket.socket]:
    """(the side that asked, the side that was asked)."""
    near = socket.socket(waiting.family, socket.SOCK_STREAM, protocol)
    near.connect(waiting.getsockname()[:2])
    return near, waiting.accept()[0]


def talk(near: socket.socket, far: socket.socket, there: int = 100, back: int = 1000) -> list[End]:
    """Send so many bytes there and back; what is to be told of both ends."""
    for source, target, count in ((near, far, there), (far, near, back)):
        source.sendall(b"x" * count)
        while count:
            count -= len(target.recv(count))
    host, port, *_ = near.getsockname()
    family = near.family
    address = socket.inet_pton(family, host)
    other = far.getsockname()[1]
    return [End(port, other, there, back, address), End(other, port, back, there, address)]


def cut(sock: socket.socket) -> None:
    """Close it with a RST, at once."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()


def disconnect(sock: socket.socket) -> None:
    """connect() to no address: the connection is cut off, the socket stays."""
    libc = ctypes.CDLL(None, use_errno=True)
    assert not libc.connect(sock.fileno(), struct.pack("=H14x", socket.AF_UNSPEC), 16), os.strerror(ctypes.get_errno())


def crowd_here(count: int) -> None:
    """So many connections where the thread is, each closed at once, every third with a RST."""
    with listener() as waiting:
        for number in range(count):
            near, far = pair(waiting)
            if number % 3:
                near.close()
            else:
                cut(near)
            far.close()
