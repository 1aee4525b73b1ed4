"""Packed bodies, and a kernel that has answered before it is asked."""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Sequence

from fake_kernel import PORTID, error, row

from xtcp_ebpf.exact.bodies import ANY_COOKIE
from xtcp_ebpf.exact.fetching import Fetched
from xtcp_ebpf.exact.gets import CGets, Gets, PythonGets

PURE = bool(os.environ.get("XTCP_PURE"))

SEQ = 2**32 - 3
"""The sequence numbers of a call begin again at 0."""
AREA = 1 << 16


def best() -> Gets:
    """The one in C, unless XTCP_PURE says that there is none: what is missing by mistake fails."""
    return PythonGets() if PURE else CGets()


def body(cookie: int | None = 1, *, family: int = 2, port: int = 1000, interface: int = 0) -> bytes:
    """One remembered socket; None: its cookie is not known."""
    address = struct.pack(">HH", port, 2000) + bytes(range(32)) + struct.pack("=I", interface)
    packed = ANY_COOKIE if cookie is None else struct.pack("=II", cookie & 0xFFFFFFFF, cookie >> 32)
    return struct.pack("=BBBBI", family, 6, 0xFF, 0, 0x1FFF) + address + packed


def seq(n: int) -> int:
    """Of request n of a call."""
    return (SEQ + n) % 2**32


def reply(n: int, **how: int) -> bytes:
    """The row that answers request n."""
    return row(seq(n), **{"type_": 20, "flags": 0, "cookie": n + 1, **how})  # type: ignore[arg-type]  # the keywords of row


def refused(n: int, number: int) -> bytes:
    """An errno that answers request n."""
    return error(seq(n), number)


class Answered:
    """A socket whose other end has sent all replies already."""

    def __init__(self, replies: Sequence[bytes]) -> None:
        self.ours, self.kernel = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        for one in replies:
            self.kernel.send(one)

    def requests(self) -> list[bytes]:
        """What was sent, a datagram each."""
        found = []
        while True:
            try:
                found.append(self.kernel.recv(1 << 16, socket.MSG_DONTWAIT))
            except BlockingIOError:
                return found

    def close(self) -> None:
        self.ours.close()
        self.kernel.close()


def fetched(
    gets: Gets, replies: Sequence[bytes], bodies: bytes, *, size: int = AREA, most: int = 64, timeout_ms: int = 0
) -> tuple[Fetched, bytes]:
    """What came of one call against these replies, and what is in the area."""
    area, kernel = bytearray(size), Answered(replies)
    try:
        got = gets.fetch(kernel.ours.fileno(), PORTID, SEQ, bodies, area, timeout_ms, most)
    finally:
        kernel.close()
    return got, bytes(area[: got.size])
