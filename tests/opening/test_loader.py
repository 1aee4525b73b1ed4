"""BPF programs that another process loads run here, without any right to load; what was refused is told."""

from __future__ import annotations

import socket
import struct
from functools import partial

import pytest
from kernel.real_namespaces import Spaces, descriptors, without
from opening.hiring import hired

from xtcp_ebpf.activity.objects import Objects
from xtcp_ebpf.activity.sockets import SocketWatch
from xtcp_ebpf.activity.sockets_loading import Wanted
from xtcp_ebpf.activity.tracepoints import Tracepoints
from xtcp_ebpf.activity.walk import Walk
from xtcp_ebpf.errors import AssistUnavailable
from xtcp_ebpf.exact.bodies import BODY_BYTES
from xtcp_ebpf.opening import loader
from xtcp_ebpf.opening.handover import Handover
from xtcp_ebpf.opening.roles import Kind, Role

pytestmark = pytest.mark.kernel


@pytest.mark.parametrize(("source", "kind"), [("walk", "tp_btf"), ("tracepoints", "tp_btf"), ("tracepoints", "raw_tp")])
def test_they_run_without_a_right(source: str, kind: str) -> None:
    """Attached, run and read by a thread that has no capability at all; closed, nothing is left here."""
    before = descriptors()
    with hired({Role.LOAD: loader.serve}) as openers:
        load = loader.remote(openers)

        def work() -> tuple[str, bool]:
            objects = load(source, kind, 64, True)
            made: Walk | Tracepoints = Walk(objects, 64) if source == "walk" else Tracepoints(objects, 64)
            marks = made.read()
            made.close()
            return marks.lost, marks.whole

        lost, whole = without(*range(41), work=work)
        assert (lost in ("", "no_room"), whole or lost == "no_room" or source != "walk") == (True, True)
        assert openers.tally.read() == {"openers_started:load": 1}
    assert descriptors() <= before


@pytest.mark.parametrize("marks", [False, True])
@pytest.mark.parametrize("kind", ["tp_btf", "raw_tp"])
def test_sockets_are_watched_without_a_right(spaces: Spaces, kind: str, marks: bool) -> None:
    """Births of a namespace are told to a thread that has no capability at all, and the sockets that were active."""
    namespace = spaces.known(spaces.make("a"))
    spaces.loopback(namespace)
    before = descriptors()
    with hired({Role.LOAD: loader.serve}) as openers:
        wanted = Wanted(marks, namespaces=64, ring_bytes=8192, sockets=64)
        watch = without(*range(41), work=lambda: SocketWatch(loader.remote_sockets(openers)(wanted, kind), wanted))
        assert without(*range(41), work=lambda: watch.watch([namespace.cookie])) == {namespace.cookie}
        ends = spaces.inside(namespace, connected_pair)
        drained = without(*range(41), work=watch.drain)
        assert (drained.lost, len(drained.births[namespace.cookie])) == (False, 2 * BODY_BYTES)
        assert (drained.active is not None) is marks
        without(*range(41), work=watch.close)
        for end in ends:
            end.close()
        assert openers.tally.read() == {"openers_started:load": 1}
    assert descriptors() <= before


def connected_pair() -> tuple[socket.socket, socket.socket]:
    """Two ends of a connection where we are."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        near = socket.create_connection(door.getsockname())
        return near, door.accept()[0]


def test_a_refusal_is_told() -> None:
    """Its word and its text are those of the loader there."""

    def refuse(*_: object) -> Objects:
        raise AssistUnavailable("verifier", "the kernel says no\udcff" * 9000)

    with hired({Role.LOAD: partial(loader.serve, load=refuse)}) as openers, pytest.raises(AssistUnavailable, match="says no") as caught:
        loader.remote(openers)("walk", "tp_btf", 64, True)
    assert caught.value.reason == "verifier"


@pytest.mark.parametrize(("body", "brought"), [(b"{}", 0), (b"[", 0), (b'{"maps":["a"],"programs":["b"]}', 1)])
def test_nobody_loads(body: bytes, brought: int) -> None:
    """One that answers nonsense, or ends, is no loader; what it brought is closed."""

    def lie(connection: Handover) -> None:
        connection.send(Kind.READY)
        frame = connection.receive()
        connection.send(Kind.ANSWER, frame.number, body, (0,) * brought)

    with hired({Role.LOAD: lie}) as openers:
        before = descriptors()
        with pytest.raises(AssistUnavailable):
            loader.remote(openers)("walk", "tp_btf", 64, True)
        assert descriptors() <= before


def test_it_loads_nothing_but_ours() -> None:
    """A source, a kind or a size that is none ends the loader."""
    with hired({Role.LOAD: loader.serve}) as openers:
        small = struct.pack("=BB?BIIII", 255, 0, False, 0, 64, 4096, 64, 0)
        huge = (struct.pack("=BB?BIIII", 255, 0, False, 0, *room, 0) for room in ((0, 4096, 64), (64, 1 << 27, 64), (64, 4096, 1 << 21)))
        sockets = (*huge, small[:-1], small + b"\0", b"\xff\7" + small[2:])
        for body in (*sockets, b"", b"\2\0\0\1\0\0\0", b"\0\2\0\1\0\0\0", b"\0\0\0\0\0\0\0", b"\0\0\0\xff\xff\xff\xff"):
            connection, _ = openers.hire(Role.LOAD, 16, 5.0)
            connection.send(Kind.ASK, 1, body)
            with pytest.raises(ConnectionResetError):
                connection.receive()
            connection.close()
        with pytest.raises(AssistUnavailable):
            loader.remote(openers)("walk", "tp_btf", 0, True)
