"""Each connection that ends has one record, with right counts, in whichever way it ends."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from closed.heard import (
    ENGINE,
    KNOBS,
    Heard,
    crowd_here,
    listener,
    pair,
    talk,
    told,
    until,
)
from closed.ways import WAYS, cut_by_asked, cut_by_asker, orderly
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.closed import closed
from xtcp_ebpf.closed.closed import Closed
from xtcp_ebpf.closed.messages import Received, receive
from xtcp_ebpf.closed.stamps import FIRST_COUNTER
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import RECORD_KIND_CLOSED
from xtcp_ebpf.record.stamp import Identity
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire.layout import layout
from xtcp_ebpf.wire.reference import PythonEngine

pytestmark = pytest.mark.kernel

Hear = Callable[..., Heard]


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")  # the child of `killed` only uses sockets
def test_every_way_to_end(spaces: Spaces, space: Namespace, hear: Hear) -> None:
    """One record of each end of each connection, with the bytes that it carried and its addresses; none of listeners, none twice."""
    heard = hear(space)
    socket_never_connected = spaces.inside(space, socket.socket)
    for way in WAYS:
        before = len(heard.rows("there"))
        ends = spaces.inside(space, way)
        rows = heard.wait("there", before + len(ends))[before:]
        assert len(rows) == len(ends), way.__name__
        missing = [end for end in ends if sum(told(row, end) for row in rows) != 1]
        assert not missing, f"{way.__name__}: {missing} not in {rows}"
        assert {row.inet_diag_msg_state for row in rows} == {7}
    socket_never_connected.close()
    until(lambda: heard.tally["closed_left_out:unconnected"] > len(WAYS), "listeners are left out")
    heard.closed.close()
    rows = heard.rows("there")
    assert len({row.inet_diag_msg_socket_cookie for row in rows}) == len(rows)


def test_what_a_record_is(spaces: Spaces, space: Namespace, hear: Hear) -> None:
    """Its kind, the poll, numbers of its own that go up, the moment, and which namespace: name, inode, id."""
    heard = hear(space)
    heard.closed.poll = 17
    begun = time.time_ns()
    spaces.inside(space, orderly)
    spaces.inside(space, cut_by_asker)
    rows = heard.wait("there", 4)
    assert {(row.record_kind, row.poll_number) for row in rows} == {(RECORD_KIND_CLOSED, 17)}
    assert {(row.netns_inode, row.nsid) for row in rows} == {(space.inode, heard.closed.known(space))}
    assert {(row.hostname, row.daemon_version, row.boot_id, row.schema_version) for row in rows} == {("here", "test 1", "boot", 1)}
    counters = [row.record_counter for row in rows]
    assert counters == sorted(set(counters))
    assert counters[0] > FIRST_COUNTER
    assert all(begun < row.timestamp_ns < time.time_ns() for row in rows)
    assert all(row.tcp_info_bytes and row.inet_diag_protocol == socket.IPPROTO_TCP for row in rows)


def test_our_own_namespace(hear: Hear) -> None:
    """It has no id, and needs none."""
    heard = hear(Namespace(1, "ours", "", "own"))
    ends = orderly()
    until(lambda: all(sum(told(row, end) for row in heard.rows("ours")) == 1 for end in ends), "not told")
    assert {row.nsid for row in heard.rows("ours")} == {0}


def test_only_our_own(spaces: Spaces, space: Namespace, hear: Hear) -> None:
    """-namespaces own: nothing is heard of another, and none is given an id."""
    heard = hear(knobs=replace(KNOBS, namespaces="own"))
    spaces.inside(space, cut_by_asked)
    ends = cut_by_asked()
    until(lambda: all(sum(told(row, end) for row in heard.rows("default")) == 1 for end in ends), "not told")
    assert heard.closed.known(space) == 0
    assert not heard.rows("there")
    assert heard.tally["nsids_given"] == 0


def test_a_namespace_that_goes(spaces: Spaces, space: Namespace, hear: Hear) -> None:
    """Its last connections are told though nothing but they held it; what is in TIME_WAIT goes with it and is not told again."""
    heard = hear(space)
    spaces.inside(space, orderly)
    heard.wait("there", 2)
    with spaces.inside(space, listener) as waiting:
        near, far = spaces.inside(space, lambda: pair(waiting))
    ends = talk(near, far)
    spaces.remove(space)
    heard.namespaces = (Namespace(1, "ours", "", "own"),)
    near.close()
    far.close()
    rows = heard.wait("there", 4)
    assert [sum(told(row, end) for row in rows) for end in ends] == [1, 1]
    until(lambda: not heard.closed.known(space), "still known")
    heard.closed.close()
    assert len(heard.rows("there")) == 4


def test_without_bpf(spaces: Spaces, space: Namespace, hear: Hear) -> None:
    """Cut off and not saved: the record is there, with the address of the peer, and all that is not known is empty."""
    heard = hear(space, knobs=replace(KNOBS, bpf="off"))
    near, far = spaces.inside(space, cut_by_asker)
    rows = heard.wait("there", 2)
    assert sum(told(row, far) for row in rows) == 1
    (lost,) = (row for row in rows if row.inet_diag_msg_socket_source_port == near.near)
    assert lost.inet_diag_msg_socket_destination == near.address.ljust(16, b"\0")
    assert lost.inet_diag_msg_socket_destination_port == 0
    names = ("segs_in", "bytes_acked", "rtt", "rtt_var", "rto", "snd_cwnd", "snd_ssthresh", "rcv_mss", "not_sent_bytes", "last_data_recv")
    assert {name: getattr(lost, f"tcp_info_{name}") for name in names} == dict.fromkeys(names, 0)
    assert lost.inet_diag_msg_wqueue == 0
    assert heard.tally["closed_unmended"] >= 1


def test_bpf_that_cannot_be_had(hear: Hear, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """It is said once what is lost, counted, and it goes on without."""

    def refuse() -> None:
        raise OSError(1, "refused")

    monkeypatch.setattr(closed, "Closing", refuse)
    heard = hear()
    assert heard.tally["closed_refused:attach"] == 1
    assert "stay empty, no BPF program saves them" in caplog.text


def test_a_burst_beyond_the_buffer(
    spaces: Spaces, space: Namespace, hear: Hear, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Those that the kernel drops are counted, and it is said once; every other one has its record, and what comes later too."""
    monkeypatch.setattr(closed, "GATHER_SECONDS", 0.5)
    heard = hear(space, knobs=replace(KNOBS, closed_buffer_bytes=16384))
    spaces.inside(space, lambda: crowd_here(40))
    until(lambda: heard.tally["closed_overruns"], "no overrun")
    monkeypatch.setattr(closed, "GATHER_SECONDS", 0.01)
    # Of those that were lost, some are of listeners and of other namespaces of this host.
    until(lambda: len(heard.rows("there")) + heard.tally["closed_lost:overrun"] >= 80, "not accounted for")
    assert len(heard.rows("there")) < 80

    def heard_again() -> bool:
        ends = spaces.inside(space, cut_by_asked)  # among what else this host closes, it may find no room either
        time.sleep(0.1)
        return all(sum(told(row, end) for row in heard.rows("there")) == 1 for end in ends)

    until(heard_again, "what comes later is heard")
    assert [record.message for record in caplog.records if "raise -closedBufferBytes" in record.message][1:] == []


def test_a_rate(spaces: Spaces, space: Namespace, hear: Hear, caplog: pytest.LogCaptureFixture) -> None:
    """Beyond -closedRate no records are made: how many is counted, and it is said once."""
    heard = hear(space, knobs=replace(KNOBS, closed_rate=10))
    spaces.inside(space, lambda: crowd_here(40))
    until(lambda: heard.tally["closed_rows"] + heard.tally["closed_dropped:rate"] >= 80, "not all are accounted for")
    assert heard.tally["closed_dropped:rate"] >= 30
    assert heard.tally["closed_rows"] >= 10
    assert len([record for record in caplog.records if "-closedRate" in record.message]) == 1


def test_another_engine_and_identity(spaces: Spaces, space: Namespace, hear: Hear) -> None:
    """A change takes hold with the next row, and none is lost or comes twice."""
    heard = hear(space)
    spaces.inside(space, orderly)
    heard.wait("there", 2)
    heard.closed.change(PythonEngine(layout(frozenset())), Identity("elsewhere", "test 2"))
    until(lambda: heard.closed._changed is None, "not taken")
    spaces.inside(space, orderly)
    rows = heard.wait("there", 4)
    assert [(row.hostname, bool(row.tcp_info_bytes)) for row in rows] == [("here", True)] * 2 + [("elsewhere", False)] * 2
    assert len({row.record_counter for row in rows}) == 4


def test_a_namespace_that_comes_later(spaces: Spaces, space: Namespace, hear: Hear) -> None:
    """It is heard as soon as it is known."""
    heard = hear()
    heard.namespaces = (space,)
    until(lambda: heard.closed.known(space), "no id")
    ends = spaces.inside(space, orderly)
    assert [sum(told(row, end) for row in heard.wait("there", 2)) for end in ends] == [1, 1]


def test_a_look_that_is_called_for(spaces: Spaces, space: Namespace, hear: Hear, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is taken at once, if there is anything new."""
    monkeypatch.setattr(closed, "LOOK_SECONDS", 1000.0)
    heard = hear()
    time.sleep(0.05)
    heard.namespaces = (space,)
    heard.closed.look()
    until(lambda: heard.closed.known(space), "no look")
    spaces.inside(space, orderly)
    heard.wait("there", 2)


def test_an_id_that_nobody_knows(spaces: Spaces, space: Namespace, hear: Hear) -> None:
    """Its messages have records with the id in place of a name, and are counted."""
    knows = hear(space)
    number = knows.closed.known(space)
    heard = hear()
    spaces.inside(space, orderly)
    rows = heard.wait(f"nsid:{number}", 2)
    assert {(row.netns_inode, row.netns_cookie, row.nsid) for row in rows} == {(0, 0, number)}
    assert heard.tally["closed_unplaced"] >= 2


def test_whoever_takes_the_rows_hangs(spaces: Spaces, space: Namespace, hear: Hear, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernel keeps what ends meanwhile, as far as the buffer goes; nothing is lost or comes twice when it goes on."""
    heard = hear(space)
    gate, waiting = threading.Event(), threading.Event()

    def deliver(chunks: Sequence[tuple[bytes, int]]) -> None:
        waiting.set()
        assert gate.wait(10)
        heard.chunks.extend(chunks)

    monkeypatch.setattr(heard.closed, "_deliver", deliver)
    spaces.inside(space, orderly)
    assert waiting.wait(10)
    spaces.inside(space, lambda: crowd_here(50))
    gate.set()
    heard.wait("there", 102)
    heard.closed.close()
    assert len(heard.rows("there")) == 102
    assert heard.tally["closed_lost:overrun"] == 0


def test_whoever_takes_the_rows_fails(spaces: Spaces, space: Namespace, hear: Hear, monkeypatch: pytest.MonkeyPatch) -> None:
    """A defect is logged and counted, and does not end it."""
    heard = hear(space)

    def fail(_chunks: Sequence[tuple[bytes, int]]) -> None:
        raise RuntimeError("defect")

    with monkeypatch.context() as patched:
        patched.setattr(heard.closed, "_deliver", fail)
        spaces.inside(space, orderly)
        until(lambda: heard.tally["closed_lost:defect"], "not counted")
    until(lambda: not heard.closed._held, "still held")
    spaces.inside(space, orderly)
    heard.wait("there", 2)


def test_a_socket_that_breaks(
    spaces: Spaces, space: Namespace, hear: Hear, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is made anew, and that is said and counted."""
    monkeypatch.setattr(closed, "REST_SECONDS", 0.01)
    heard = hear(space)
    broken = threading.Event()

    def take(diag: socket.SocketType) -> Received:
        if not broken.is_set():
            broken.set()
            raise OSError(5, "broken")
        return receive(diag)

    monkeypatch.setattr(heard.closed, "_take", take)
    until(lambda: heard.tally["closed_reopened"], "not made anew")
    spaces.inside(space, orderly)
    heard.wait("there", 2)
    assert "not heard until there is a socket again" in caplog.text


def test_rows_wait_for_others(spaces: Spaces, space: Namespace, hear: Hear, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are held for HOLD_SECONDS, and delivered at the end at once."""
    heard = hear(space)
    monkeypatch.setattr(closed, "HOLD_SECONDS", 1000.0)
    spaces.inside(space, orderly)
    until(lambda: len(heard.held("there")) == 2, "not read")
    assert not heard.rows("there")
    heard.closed.close()
    assert len(heard.rows("there")) == 2


def test_many_do_not_wait(spaces: Spaces, space: Namespace, hear: Hear, monkeypatch: pytest.MonkeyPatch) -> None:
    """HOLD_BYTES of them go out at once."""
    heard = hear(space)
    monkeypatch.setattr(closed, "HOLD_SECONDS", 1000.0)
    monkeypatch.setattr(closed, "HOLD_BYTES", 500)
    spaces.inside(space, orderly)
    heard.wait("there", 1)


def test_never_started(caplog: pytest.LogCaptureFixture) -> None:
    """One that was made and never read can be closed; nothing is said."""
    caplog.set_level(logging.WARNING)
    made = Closed(KNOBS, ENGINE, Identity("h", "v"), SystemClock(), Tally(), lambda _: None, tuple)
    made.close()
    assert not caplog.records
    assert not [thread for thread in threading.enumerate() if thread.name == "closed"]


def test_one_that_hangs_at_the_end(hear: Hear, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """close() comes back, and says so."""
    monkeypatch.setattr(closed, "CLOSE_SECONDS", 0.01)
    heard = hear()
    gate = threading.Event()
    monkeypatch.setattr(heard.closed, "_namespaces", gate.wait)
    time.sleep(0.05)
    heard.closed.close()
    assert "does not end" in caplog.text
    gate.set()
    heard.closed._thread.join(10)
