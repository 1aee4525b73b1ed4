"""BPF programs that another process loads run here, without any right to load; what was refused is told."""

from __future__ import annotations

from functools import partial

import pytest
from kernel.real_namespaces import descriptors, without
from opening.hiring import hired

from xtcp_ebpf.activity.objects import Objects
from xtcp_ebpf.activity.tracepoints import Tracepoints
from xtcp_ebpf.activity.walk import Walk
from xtcp_ebpf.errors import AssistUnavailable
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
        for body in (b"", b"\2\0\0\1\0\0\0", b"\0\2\0\1\0\0\0", b"\0\0\0\0\0\0\0", b"\0\0\0\xff\xff\xff\xff"):
            connection, _ = openers.hire(Role.LOAD, 16, 5.0)
            connection.send(Kind.ASK, 1, body)
            with pytest.raises(ConnectionResetError):
                connection.receive()
            connection.close()
        with pytest.raises(AssistUnavailable):
            loader.remote(openers)("walk", "tp_btf", 0, True)
