"""Every way in which a connection can end, done where the thread is; each answers what is to be told of it."""

from __future__ import annotations

import os
import signal
import socket

import pytest
from closed.heard import IPPROTO_MPTCP, End, cut, disconnect, listener, pair, talk, until


def orderly() -> list[End]:
    """Both sides close, one after the other: the first goes into TIME_WAIT."""
    with listener() as waiting:
        near, far = pair(waiting)
        ends = talk(near, far)
        near.close()
        assert far.recv(1) == b""
        far.close()
    return ends


def half_closed() -> list[End]:
    """shutdown() first: nothing is told while a process holds the socket, whatever its state."""
    with listener() as waiting:
        near, far = pair(waiting)
        ends = talk(near, far)
        near.shutdown(socket.SHUT_WR)
        assert far.recv(1) == b""
        far.close()
        assert near.recv(1) == b""
        near.close()
    return ends


def cut_by_asker() -> list[End]:
    """RST from the side that asked, which had bound to no address."""
    with listener() as waiting:
        near, far = pair(waiting)
        ends = talk(near, far)
        cut(near)
        far.close()
    return ends


def cut_by_asked() -> list[End]:
    """RST from the side that was asked."""
    with listener(address="0.0.0.0") as waiting:
        near, far = pair(waiting)
        ends = talk(near, far)
        cut(far)
        near.close()
    return ends


def unread() -> list[End]:
    """A side that closes with data unread sends RST."""
    with listener() as waiting:
        near, far = pair(waiting)
        first, second = talk(near, far)
        near.sendall(b"y" * 50)
        until(lambda: len(far.recv(100, socket.MSG_PEEK | socket.MSG_DONTWAIT)) == 50, "not there")
        far.close()
        near.close()
    return [first._replace(sent=150), second._replace(received=150)]


def not_accepted() -> list[End]:
    """The listener is closed with a connection in its queue, which is cut off."""
    waiting = listener()
    near = socket.create_connection(waiting.getsockname())
    port, other = near.getsockname()[1], waiting.getsockname()[1]
    near.sendall(b"z" * 10)
    waiting.close()
    near.close()
    return [End(port, other, 10, 0), End(other, port, 0, 10)]


def disconnected() -> list[End]:
    """connect() to no address, and then close: one end, told with the close."""
    with listener() as waiting:
        near, far = pair(waiting)
        ends = talk(near, far)
        disconnect(near)
        near.close()
        far.close()
    return ends


def refused() -> list[End]:
    """Nobody listens: connect() fails, at once or later."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        address = bound.getsockname()
        ends = []
        for blocking in (True, False):
            near = socket.socket()
            near.bind(("127.0.0.1", 0))
            near.setblocking(blocking)
            with pytest.raises(ConnectionRefusedError if blocking else BlockingIOError):
                near.connect(address)
            until(lambda near=near: near.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) or blocking, "not refused")  # noqa: B023  called here
            ends.append(End(near.getsockname()[1], address[1], 0, 0))
            near.close()
    return ends


def given_up() -> list[End]:
    """Closed in SYN_SENT: the listener's queue is full, so that nobody answers."""
    with socket.socket() as waiting:
        waiting.bind(("127.0.0.1", 0))
        waiting.listen(0)
        filler = socket.create_connection(waiting.getsockname())
        near = socket.socket()
        near.setblocking(False)
        with pytest.raises(BlockingIOError):
            near.connect(waiting.getsockname())
        port, other = near.getsockname()[1], waiting.getsockname()[1]
        near.close()
        first, _ = filler.getsockname()[1], filler.close()
        far, _ = waiting.accept()
        far.close()
    return [End(port, other, 0, 0), End(first, other, 0, 0), End(other, first, 0, 0)]


def never_whole() -> list[End]:
    """A request in SYN_RECV goes with its listener: there was no connection on that side, so only the other is told."""
    with listener() as waiting:
        waiting.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, 30)
        near = socket.create_connection(waiting.getsockname())
        port, other = near.getsockname()[1], waiting.getsockname()[1]
    near.close()
    return [End(port, other, 0, 0)]


def sixth() -> list[End]:
    """IPv6, in order, and cut off."""
    with listener(socket.AF_INET6, "::1") as waiting:
        near, far = pair(waiting)
        ends = talk(near, far)
        near.close()
        far.close()
        near, far = pair(waiting)
        ends += talk(near, far, 7, 8)
        cut(near)
        far.close()
    return ends


def mapped() -> list[End]:
    """An IPv4 connection to an IPv6 listener, cut off by its IPv6 side."""
    with listener(socket.AF_INET6, "::") as waiting:
        near = socket.create_connection(("127.0.0.1", waiting.getsockname()[1]))
        far, _ = waiting.accept()
        first, second = talk(near, far)
        cut(far)
        near.close()
    return [first, second._replace(address=bytes(10) + b"\xff\xff" + first.address)]


def multipath() -> list[End]:
    """MPTCP: each subflow is a connection; the socket above them is none. The kernel cuts off the subflow of the side that was asked."""
    with listener(protocol=IPPROTO_MPTCP) as waiting:
        near, far = pair(waiting, IPPROTO_MPTCP)
        ends = talk(near, far, 5, 6)
        near.close()
        assert far.recv(1) == b""
        far.close()
    return ends


def killed() -> list[End]:
    """The process that holds it is killed."""
    with listener() as waiting:
        child = os.fork()
        if not child:
            near = socket.create_connection(waiting.getsockname())
            near.sendall(b"k" * 7)
            signal.pause()
        far, (_, port) = waiting.accept()
        assert far.recv(7) == b"k" * 7
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert far.recv(1) == b""
        far.close()
        other = waiting.getsockname()[1]
    return [End(port, other, 7, 0), End(other, port, 0, 7)]


WAYS = (
    orderly,
    half_closed,
    cut_by_asker,
    cut_by_asked,
    unread,
    not_accepted,
    disconnected,
    refused,
    given_up,
    never_whole,
    sixth,
    mapped,
    multipath,
    killed,
)
