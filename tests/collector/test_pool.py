"""N readers for any number of namespaces: each dumped once a poll, whatever becomes of a reader."""

from __future__ import annotations

import os
import socket
import threading
import time
from pathlib import Path

import pytest
from doors import FakeGate, Rows, reading, space
from fake_kernel import Replies, seq_of
from kernel.real_namespaces import Spaces, in_thread, where
from pools import by_name, plan, readers_alive, running, sockets

from xtcp_ebpf.abc import Datagram, Namespace, Opener, Plan, Presence
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collector import pool as module
from xtcp_ebpf.collector.pool import GrowingDoor, Pool
from xtcp_ebpf.errors import OpenError, Stranded
from xtcp_ebpf.kernel import netns
from xtcp_ebpf.tally import Tally


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "GRACE_SECONDS", 0.1)


@pytest.mark.parametrize("readers", [1, 4])
def test_every_namespace_once(readers: int) -> None:
    """Forty namespaces by few threads: each reported once, every row there, record_counter 1 to N across them."""
    rows, tally = Rows(), Tally()
    with running(readers=readers, tally=tally) as pool:
        assert len(readers_alive()) == readers
        reports = pool.poll(plan(40, poll=7), rows)
        assert len(readers_alive()) == readers
    assert by_name(reports) == {f"n{n}": "" for n in range(40)}
    assert sorted(rows.cookies) == sorted(n * 1000 + i for n in range(40) for i in range(5))
    assert sorted(row.record_counter for row in rows.records) == list(range(1, 201))
    assert {row.poll_number for row in rows.records} == {7}
    assert {row.netlinker_id for row in rows.records} <= set(range(readers))
    assert tally.read() == {"dumps": 40}


def test_each_poll_counts_from_one() -> None:
    """record_counter belongs to its poll."""
    with running() as pool:
        for number in (1, 2):
            rows = Rows()
            pool.poll(plan(3, poll=number), rows)
            assert sorted(row.record_counter for row in rows.records) == list(range(1, 16))


def test_a_plan_of_nothing() -> None:
    """No namespace, no waiting."""
    with running() as pool:
        assert pool.poll(plan(0), Rows()) == []


def test_a_defect_does_not_end_a_reader(caplog: pytest.LogCaptureFixture) -> None:
    """An error that nobody thought of costs its namespace, with a trace in the log; the same reader goes on."""

    def answer(namespace: Namespace) -> Replies:
        if namespace.name == "n1":
            raise ZeroDivisionError("a defect")
        return sockets()(namespace)

    rows, tally = Rows(), Tally()
    with running(answer, readers=1, tally=tally) as pool:
        threads = list(pool._threads)
        reports = pool.poll(plan(4), rows)
        assert pool._threads == threads
    assert by_name(reports) == {"n0": "", "n1": "defect", "n2": "", "n3": ""}
    assert rows.counted == 15
    assert tally["dumps_failed:defect"] == 1
    assert "a defect" in caplog.text


@pytest.mark.parametrize("readers", [1, 3])
def test_a_stranded_reader_is_replaced(readers: int, caplog: pytest.LogCaptureFixture) -> None:
    """Its namespace is reported, a new thread takes its place in the same poll and does the rest: with one reader too."""

    def answer(namespace: Namespace) -> Replies:
        if namespace.name == "n2":
            raise Stranded("stranded", "the way home failed")
        return sockets()(namespace)

    rows, tally = Rows(), Tally()
    with running(answer, readers=readers, tally=tally) as pool:
        before = set(pool._threads)
        reports = pool.poll(plan(12), rows)
        assert len(set(pool._threads) - before) == 1
        assert by_name(pool.poll(plan(2), rows)) == {"n0": "", "n1": ""}
    assert by_name(reports) == {f"n{n}": "stranded" if n == 2 else "" for n in range(12)}
    assert (tally["readers_replaced"], tally["dumps_failed:stranded"], tally["dumps"]) == (1, 1, 13)
    assert "is replaced: the way home failed" in caplog.text


@pytest.mark.kernel
def test_a_replaced_reader_is_at_home(tmp_path: Path) -> None:
    """A thread is born where the one is that starts it: the new reader is not where the stranded one was left, and so dumps our own."""
    made = Spaces(tmp_path / "netns")
    own = Namespace(Path("/proc/self/ns/net").stat().st_ino, "default", "", "own")
    gates: list[netns.Gate] = []

    def make_gate(buffer: bytearray) -> Opener:
        gates.append(netns.Gate(buffer))
        if len(gates) == 1:
            lost = os.open(trap.path, os.O_RDONLY)
            os.dup2(lost, gates[0]._home.descriptor)  # its way home leads elsewhere from now on
            os.close(lost)
        return gates[-1]

    def both() -> Plan:
        return Plan(1, (trap, own), time.monotonic() + 10)

    try:
        trap = made.make("trap")
        with socket.create_server(("127.0.0.1", 0)) as listener, running(readers=1, make_gate=make_gate) as pool:
            assert by_name(pool.poll(both(), Rows())) == {"trap": "stranded", "default": ""}
            rows = Rows()
            assert by_name(pool.poll(both(), rows)) == {"trap": "", "default": ""}
            assert (listener.getsockname()[1], "default") in {(r.inet_diag_msg_socket_source_port, r.netns) for r in rows.records}
        assert {gate._home.inode for gate in gates} == {own.inode}
        assert in_thread(where) == f"net:[{own.inode}]"
    finally:
        made.remove_all()


def test_a_defect_at_the_start_is_not_waited_for() -> None:
    """Whatever keeps a reader from starting ends the making of the pool, and is not waited for."""

    def make_gate(_buffer: bytearray) -> Opener:
        raise ZeroDivisionError("a defect")

    with pytest.raises(ZeroDivisionError), running(make_gate=make_gate):
        pass
    assert not readers_alive()


def test_a_reader_that_cannot_be_replaced(caplog: pytest.LogCaptureFixture) -> None:
    """The log says so, the others go on; when none is left, the namespaces are reported; and the next poll tries again."""
    gates: list[FakeGate] = []
    short = threading.Event()

    def answer(namespace: Namespace) -> Replies:
        if namespace.name == "n0" and not short.is_set():
            short.set()
            raise Stranded("stranded", "the way home failed")
        return sockets()(namespace)

    def make_gate(buffer: bytearray) -> Opener:
        if gates and short.is_set() and "cannot start" not in caplog.text:
            raise OpenError("descriptors", "no descriptor is left")
        gates.append(FakeGate(buffer, answer))
        return gates[-1]

    with running(readers=1, make_gate=make_gate) as pool:
        assert by_name(pool.poll(plan(3, 0.2), Rows())) == {"n0": "stranded", "n1": "poll_timeout", "n2": "poll_timeout"}
        assert "reader 0 cannot start: no descriptor is left" in caplog.text
        assert by_name(pool.poll(plan(3), Rows())) == {"n0": "", "n1": "", "n2": ""}
    assert [gate.closed for gate in gates] == [1, 1]


def test_looks() -> None:
    """Each namespace looked at once, with what was seen, or why it was not; a stranded reader is replaced; time that ran out is said."""
    seen = {f"n{n}": Presence(n, 0, 0, n, 0) for n in range(4)}

    def see(namespace: Namespace) -> Presence:
        if namespace.name == "n4":
            raise OpenError("gone", "it is no more")
        if namespace.name == "n5":
            raise Stranded("stranded", "the way home failed")
        return seen[namespace.name]

    tally, spaces = Tally(), [space(n) for n in range(6)]
    with running(make_gate=lambda buffer: FakeGate(buffer, sockets(), see), tally=tally) as pool:
        found = {looked.namespace.name: looked for looked in pool.look(spaces, time.monotonic() + 10)}
        assert {name: looked.presence for name, looked in found.items() if looked.presence} == seen
        assert {(name, looked.reason) for name, looked in found.items() if looked.reason} == {("n4", "gone"), ("n5", "stranded")}
        assert (tally["looks"], tally["looks_failed:gone"], tally["looks_failed:stranded"]) == (6, 1, 1)
        assert [looked.reason for looked in pool.look(spaces[:4], time.monotonic() - 1)] == ["poll_timeout"] * 4
        assert pool.look([], time.monotonic()) == []


def test_a_poll_that_runs_out_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What came is there, the others are named; the next poll begins clean and is whole."""
    monkeypatch.setattr(module, "GRACE_SECONDS", 5.0)
    late = threading.Event()

    def answer(namespace: Namespace) -> Replies:
        def replies(request: bytes) -> list[bytes]:
            if namespace.name == "n2" and not late.is_set():
                late.wait(0.4)
                late.set()
            return list(sockets(200)(namespace)(request))

        return replies

    rows, tally = Rows(), Tally()
    with running(answer, readers=1, tally=tally) as pool:
        reports = pool.poll(plan(5, 0.3), rows)
        assert by_name(reports) == {"n0": "", "n1": "", "n2": "poll_timeout", "n3": "poll_timeout", "n4": "poll_timeout"}
        assert rows.counted == sum(report.rows for report in reports) >= 400
        again = Rows()
        assert set(by_name(pool.poll(plan(5, poll=2), again)).values()) == {""}
    assert again.counted == 1000
    assert sorted(row.record_counter for row in again.records) == list(range(1, 1001))
    assert (tally["dumps_failed:poll_timeout"], tally["dropped_rows:late"]) == (3, 0)


def test_cut_in_mid_dump() -> None:
    """The dump under way ends at the next datagram, those that wait are not begun, and later polls end at once."""
    seen: list[bool] = []

    def cut(_datagram: Datagram, is_request: bool) -> None:
        seen.append(is_request)
        if not is_request:
            pool.cut()

    rows = Rows()
    with running(sockets(1000), readers=1, taps=(cut,)) as pool:
        reports = pool.poll(plan(3, 60), rows)
        assert by_name(reports) == dict.fromkeys(("n0", "n1", "n2"), "poll_timeout")
        assert seen == [True, False]
        assert rows.counted == 63
        assert set(by_name(pool.poll(plan(2, 60), rows)).values()) == {"poll_timeout"}
        assert (seen, rows.counted) == ([True, False], 63)


def test_a_reader_that_cannot_start() -> None:
    """Then there is no pool: the error comes out, and the readers that had started end."""
    made: list[FakeGate] = []
    lock = threading.Lock()

    def make_gate(buffer: bytearray) -> Opener:
        with lock:
            if len(made) == 2:
                raise OpenError("no_proc", "is procfs mounted?")
            made.append(FakeGate(buffer, sockets()))
            return made[-1]

    with pytest.raises(OpenError, match="procfs"):
        Pool(4, reading(Tally()), make_gate, SystemClock(), Tally())
    assert not readers_alive()
    assert [gate.closed for gate in made] == [1, 1]


def test_each_reader_has_its_tap() -> None:
    """By the reader's index."""
    seen: list[set[int]] = [set(), set()]
    taps = tuple(lambda data, _is_request, mine=mine: mine.add(seq_of(bytes(data))) for mine in seen)
    with running(taps=taps) as pool:
        pool.poll(plan(30), Rows())
    assert len(seen[0]) + len(seen[1]) == len(seen[0] | seen[1]) == 30


def test_buffers_grow_and_stay_large() -> None:
    """A datagram beyond the buffer costs one more dump, once for each reader, and no row."""
    tally = Tally()
    with running(sockets(63), readers=1, tally=tally, buffer_size=4096) as pool:
        for number in (1, 2):
            rows = Rows()
            assert set(by_name(pool.poll(plan(3, poll=number), rows)).values()) == {""}
            assert len(set(rows.cookies)) == rows.counted == 189
    assert tally["dump_retries:truncated"] == 1


def test_a_door_that_cannot_grow_is_as_it_was() -> None:
    """Its gate is neither closed nor lost."""
    made: list[FakeGate] = []

    def make_gate(buffer: bytearray) -> Opener:
        if made:
            raise OpenError("descriptors", "none is left")
        made.append(FakeGate(buffer, sockets()))
        return made[0]

    door = GrowingDoor(make_gate, 4096)
    door.grow(4096)
    with pytest.raises(OpenError):
        door.grow(8192)
    door.open(space()).close()
    door.close()
    assert made[0].closed == 1


def test_a_door_that_grows_closes_what_it_had() -> None:
    """One gate is open at a time, with the buffer that was asked for."""
    made: list[FakeGate] = []

    def make_gate(buffer: bytearray) -> Opener:
        made.append(FakeGate(buffer, sockets()))
        return made[-1]

    door = GrowingDoor(make_gate, 4096)
    door.grow(5000)
    assert [(len(gate.buffer), gate.closed) for gate in made] == [(4096, 1), (5000, 0)]
    door.close()
    assert made[1].closed == 1
