"""What sockets do, and what is told of them, for tests of the programs that watch single sockets."""

from __future__ import annotations

import socket
import struct
import time
from array import array

from activity.watched import PATIENCE, Watched

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.activity import sockets_layout
from xtcp_ebpf.activity.sockets import SocketWatch

EXTENSIONS = 0x2A
"""Of all requests in which births are told here."""
SO_COOKIE = 57
ABORT = struct.pack("ii", 1, 0)
"""SO_LINGER with which close() sends a reset."""


def cookie(sock: socket.socket) -> int:
    """What the kernel calls it."""
    return int(struct.unpack("=Q", sock.getsockopt(socket.SOL_SOCKET, SO_COOKIE, 8))[0])


def requests(packed: bytes) -> list[bytes]:
    """One after the other."""
    return [packed[at : at + sockets_layout.REQUEST_BYTES] for at in range(0, len(packed), sockets_layout.REQUEST_BYTES)]


def born(watch: SocketWatch, namespace: Namespace, count: int) -> list[bytes]:
    """The births of a namespace, so many of them and not one more."""
    found: list[bytes] = []
    until = time.monotonic() + PATIENCE
    while len(found) < count:
        assert time.monotonic() < until, f"{len(found)} of {count}"
        drained = watch.drain(active=False)
        assert not drained.lost
        found += requests(drained.births.get(namespace.cookie, b""))
    assert len(found) == count
    return found


def many(world: Watched, count: int) -> None:
    """So many connections that are born and reset, one after the other."""

    def run() -> None:
        with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
            at = listener.getsockname()
            for _ in range(count):
                near = socket.create_connection(at)
                near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
                near.close()
                listener.accept()[0].close()

    world.spaces.inside(world.namespace, run)


def active(watch: SocketWatch, namespace: Namespace) -> array[int]:
    """Cookies of sockets that were active there since the last time."""
    marks = watch.drain().active
    assert marks is not None
    return marks.get(namespace.cookie, array("Q"))


def until_active(watch: SocketWatch, namespace: Namespace, wanted: set[int]) -> None:
    """These and no others, sooner or later."""
    seen: set[int] = set()
    until = time.monotonic() + PATIENCE
    while not wanted <= seen:
        assert time.monotonic() < until, f"{seen} of {wanted}"
        time.sleep(0.005)  # a bounded poll
        seen |= set(active(watch, namespace))
    assert seen == wanted


def rested(watch: SocketWatch, world: Watched) -> None:
    """Until nothing happens any more: acknowledgements are delayed by 40 ms."""
    world.rows()  # now each has a cookie
    until = time.monotonic() + PATIENCE
    quiet = 0
    while quiet < 4:
        assert time.monotonic() < until
        quiet = 0 if active(watch, world.namespace) else quiet + 1
        time.sleep(0.02)  # a bounded poll
