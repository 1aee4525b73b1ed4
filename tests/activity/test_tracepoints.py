"""The marker on three tracepoints. What every source promises is in tests/conformance/test_activities.py."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from itertools import pairwise

import pytest
from kernel.real_namespaces import Spaces

from xtcp_ebpf.activity import libbpf
from xtcp_ebpf.activity.tracepoints import Tracepoints

pytestmark = pytest.mark.kernel


@pytest.fixture(params=["tp_btf", "raw_tp"])
def source(request: pytest.FixtureRequest) -> Iterator[Tracepoints]:
    """Attached, for both types of programs."""
    found = Tracepoints(libbpf.load("tracepoints", request.param, 1024, True), 1024)
    yield found
    found.close()


def test_a_segment_marks_and_silence_does_not(source: Tracepoints, spaces: Spaces) -> None:
    """Each message changes the mark once in an epoch, and a reading without one does not."""
    space = spaces.known(spaces.make("a"))
    spaces.loopback(space)

    def connect() -> tuple[socket.socket, socket.socket]:
        with socket.create_server(("127.0.0.1", 0)) as server:
            client = socket.create_connection(server.getsockname())
            return client, server.accept()[0]

    client, peer = spaces.inside(space, connect)
    spaces.keep(client)
    spaces.keep(peer)
    marks = [source.read().of(space)]
    for turn in range(6):
        if turn % 2:
            client.sendall(b"x")
            peer.recv(9)
        marks.append(source.read().of(space))
    changed = [before != after for before, after in pairwise(marks[1:])]
    assert changed == [True, False, True, False, True]


def test_what_was_never_marked_is_known_to_be_quiet(source: Tracepoints, spaces: Spaces) -> None:
    """No entry in the map is an answer too: nothing happened there, unless marks found no room."""
    space = spaces.known(spaces.make("a"))
    assert source.read().of(space) == source.read().of(space) is not None
    source._hooks._seen = source._hooks.control()._replace(lost=-1)
    marks = source.read()
    assert (marks.lost, marks.of(space), marks.doubted) == ("map_full", None, False)
    assert "-bpfMapSize" in marks.text
    assert source.read().lost == ""


def test_runs_that_the_kernel_left_out(source: Tracepoints, spaces: Spaces, monkeypatch: pytest.MonkeyPatch) -> None:
    """An event in the middle of its like, on one CPU, is not run: which namespace it was in nobody knows, so all are doubted, once."""
    space = spaces.known(spaces.make("a"))
    monkeypatch.setattr(source._hooks, "_missed", -3)
    marks = source.read()
    assert (marks.lost, marks.doubted) == ("missed", True)
    assert "3 runs" in marks.text
    assert marks.of(space) is not None
    assert not source.read().doubted
