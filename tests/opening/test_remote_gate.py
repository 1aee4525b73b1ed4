"""A reader whose opener dies, hangs or is stopped for ever loses at most one namespace, once; the next opener is there."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from kernel.dumps import attributes, rows
from kernel.real_namespaces import Spaces, descriptors, without
from opening.hiring import alive, children, hired, stop, until

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.kernel.visit import Visit, visit
from xtcp_ebpf.opening import visitor
from xtcp_ebpf.opening.handover import Handover
from xtcp_ebpf.opening.hirer import Openers
from xtcp_ebpf.opening.remote_gate import RemoteGate
from xtcp_ebpf.opening.roles import Kind, Role

pytestmark = pytest.mark.kernel
CAP_NET_ADMIN = 12
INET_DIAG_MARK = 15
OWN = Namespace(Path("/proc/self/ns/net").stat().st_ino, "default", "", "own")


@pytest.fixture
def openers() -> Iterator[Openers]:
    """Those of a daemon."""
    with hired({Role.VISIT: visitor.serve}, most=4) as made:
        yield made


def gate(openers: Openers, seconds: float = 10.0) -> RemoteGate:
    return RemoteGate(bytearray(32768), openers, seconds)


def refused(made: RemoteGate, namespace: Namespace) -> OpenError:
    with pytest.raises(OpenError) as caught:
        made.open(namespace)
    return caught.value


def test_an_opener_that_died_is_replaced(openers: Openers, spaces: Spaces) -> None:
    """Between two visits: the next one is made by another, and nobody notices but a counter. Nothing is left of fifteen of them."""
    namespace = spaces.make("a")
    spaces.listen(namespace, 2)
    made = gate(openers)
    before = descriptors()
    for turn in range(1, 16):
        (pid,) = children(openers.pid)
        os.kill(pid, signal.SIGKILL)
        until(lambda pid=pid: not alive(pid))
        diag = made.open(namespace)
        assert len(rows(diag)) == 2
        diag.close()
        assert openers.tally["openers_started:visit"] == turn + 1
    assert openers.tally["openers_lost:visit:gone"] == 15
    assert descriptors() <= before
    made.close()


def test_killed_in_mid_visit(openers: Openers, spaces: Spaces) -> None:
    """The visit is made again by another."""
    namespace = spaces.make("a")
    made = gate(openers)
    (pid,) = children(openers.pid)
    stop(pid)
    killer = threading.Timer(0.1, os.kill, (pid, signal.SIGKILL))
    killer.start()
    assert made.look(namespace).empty
    killer.join()
    assert openers.tally["openers_lost:visit:gone"] == 1
    made.close()


def test_one_that_hangs(openers: Openers, spaces: Spaces) -> None:
    """That namespace alone is told as such when the time is up, other readers go on, and so does this one, with another opener."""
    namespace = spaces.make("a")
    made, other = gate(openers, 0.2), gate(openers)
    first = children(openers.pid)[0]
    stop(first)
    error = refused(made, namespace)
    assert error.reason == "opener_hung"
    other.open(namespace).close()
    until(lambda: not alive(first))
    made.open(namespace).close()
    assert openers.tally["openers_lost:visit:hung"] == 1
    made.close()
    other.close()


def test_one_that_always_dies(spaces: Spaces) -> None:
    """A visit that ends whoever makes it is tried twice, and is an error of that namespace."""
    namespace, other = spaces.make("a"), spaces.make("b")

    def deadly(home: object, path: bytes | None, handle: bytes | None, inode: int, *rest: object, **more: object) -> Visit:
        if inode == deadly_inode:
            os.kill(os.getpid(), signal.SIGKILL)
        return visit(home, path, handle, inode, *rest, **more)  # type: ignore[arg-type]  # handed on as they are

    deadly_inode = namespace.inode
    namespace, way = Namespace(namespace.inode, "a", namespace.path, "proc"), deadly
    serve = partial(visitor.serve, way=way)  # type: ignore[arg-type]  # a Visiting
    with hired({Role.VISIT: serve}) as openers:
        made = gate(openers)
        assert refused(made, namespace).reason == "opener_gone"
        made.open(other).close()
        assert openers.tally["openers_started:visit"] == 3
        made.close()


def test_nobody_has_rights_any_more(openers: Openers, spaces: Spaces) -> None:
    """When all of them are gone each namespace says that the daemon has to be restarted; its own is still read."""
    namespace = spaces.make("a")
    made = gate(openers)
    os.kill(openers.pid, signal.SIGKILL)
    until(lambda: not openers.alive)
    for _ in range(2):
        error = refused(made, namespace)
        assert (error.reason, "restart it" in str(error)) == ("opener_gone", True)
    diag = made.open(OWN)
    assert rows(diag) is not None
    diag.close()
    with pytest.raises(OpenError):
        gate(openers)
    made.close()


@pytest.mark.parametrize("answer", [(Kind.ANSWER, 1, b"?"), (Kind.ANSWER, 0, b""), (Kind.READY, 0, b"")])
def test_junk_for_an_answer(spaces: Spaces, answer: tuple[Kind, int, bytes]) -> None:
    """An opener that answers what cannot be meant is not believed, and replaced; what it brought is closed."""

    def lie(connection: Handover) -> None:
        connection.send(Kind.READY, 0, visitor.NO_HANDLES)
        kind, offset, body = answer
        frame = connection.receive()
        connection.send(kind, frame.number + offset - 1, body, (0,))

    namespace = spaces.make("a")
    with hired({Role.VISIT: lie}) as openers:
        made = gate(openers)
        before = descriptors()
        assert refused(made, namespace).reason == "opener_gone"
        assert descriptors() <= before - 1
        made.close()


@pytest.mark.parametrize(("also_without", "told"), [((), True), ((CAP_NET_ADMIN,), False)])
def test_marks_take_a_right_at_both_ends(openers: Openers, spaces: Spaces, also_without: tuple[int, ...], told: bool) -> None:
    """A thread that may enter nothing sees socket marks by a socket that was opened for it, as long as it has CAP_NET_ADMIN itself."""
    namespace = spaces.make("a")

    def listen() -> None:
        sock = socket.socket()
        spaces.keep(sock)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_MARK, 7)
        sock.listen()

    spaces.inside(namespace, listen)

    def work() -> list[dict[int, bytes]]:
        made = gate(openers)
        diag = made.open(namespace)
        found = [attributes(row) for row in rows(diag)]
        diag.close()
        made.close()
        return found

    (found,) = without(*({*range(41)} - {CAP_NET_ADMIN}), *also_without, work=work)
    assert (INET_DIAG_MARK in found) is told
    assert not told or found[INET_DIAG_MARK] == (7).to_bytes(4, sys.byteorder)
