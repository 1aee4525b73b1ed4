"""Readers that hang in a system call: reported, replaced within bounds, welcome back."""

from __future__ import annotations

import threading
import time

import pytest
from doors import Rows
from fake_kernel import Replies
from pools import by_name, plan, readers_alive, running, sockets

from xtcp_ebpf.abc import Datagram, Namespace
from xtcp_ebpf.collector import pool as module
from xtcp_ebpf.collector.pool import Pool
from xtcp_ebpf.tally import Tally


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "GRACE_SECONDS", 0.1)


@pytest.mark.parametrize("readers", [1, 2])
def test_a_hung_reader_holds_up_nothing(readers: int) -> None:
    """One namespace blocks in a system call: the poll ends soon after its deadline and names it. While that lasts, another reader does
    the work of the one that hangs, and the namespace is not entered again; when it comes back, all is as before.
    """
    release, entered = threading.Event(), threading.Event()

    def answer(namespace: Namespace) -> Replies:
        def replies(request: bytes) -> list[bytes]:
            if namespace.name == "n3" and not release.is_set():
                assert not entered.is_set()
                entered.set()
                release.wait(10)
            return list(sockets(200)(namespace)(request))

        return replies

    rows, tally = Rows(), Tally()
    with running(answer, readers=readers, tally=tally) as pool:
        begun = time.monotonic()
        reports = pool.poll(plan(4, 0.3), rows)
        assert 0.3 <= time.monotonic() - begun < 3.0
        assert by_name(reports) == {"n0": "", "n1": "", "n2": "", "n3": "hung"}
        assert "system call" in next(report.text for report in reports if report.reason == "hung")
        assert (rows.counted, tally["dumps_failed:hung"]) == (600, 1)

        again, begun = Rows(), time.monotonic()
        assert by_name(pool.poll(plan(5, poll=2), again)) == {"n0": "", "n1": "", "n2": "", "n3": "hung", "n4": ""}
        assert time.monotonic() - begun < 3.0
        assert (again.counted, tally["readers_replaced"]) == (800, 1)
        assert len(readers_alive()) == readers + 1

        release.set()
        returned(pool)
        whole = Rows()
        assert set(by_name(pool.poll(plan(4, poll=3), whole)).values()) == {""}
        assert len(readers_alive()) == readers
        assert (whole.counted, rows.counted) == (800, 600)


def returned(pool: Pool) -> None:
    """Wait until nothing hangs any more, and those readers have ended."""
    end = time.monotonic() + 10
    while pool._hanging or len(readers_alive()) > len(pool._threads):
        assert time.monotonic() < end
        time.sleep(0.002)


def test_too_many_hung_readers() -> None:
    """Places are taken again as often as there are readers, not for ever: threads stay bounded, and what nobody can read is reported."""
    release = threading.Event()

    def answer(namespace: Namespace) -> Replies:
        release.wait(10)
        return sockets()(namespace)

    with running(answer, readers=2) as pool:
        for poll in range(1, 6):
            assert set(by_name(pool.poll(plan(12, 0.02, poll=poll), Rows())).values()) == {"hung", "poll_timeout"}
            assert len(readers_alive()) <= 4
        release.set()
        returned(pool)
        assert set(by_name(pool.poll(plan(12, poll=6), Rows())).values()) == {""}


def test_rows_that_come_after_the_poll_are_counted() -> None:
    """A reader that hangs in mid-dump has rows: its poll has been sealed, so they are dropped, and the counter says how many."""
    release = threading.Event()
    tally, rows = Tally(), Rows()

    def hang(_datagram: Datagram, is_request: bool) -> None:
        if not is_request:
            release.wait(10)

    with running(sockets(50), readers=1, tally=tally, taps=(hang,)) as pool:
        assert by_name(pool.poll(plan(1, 0.05), rows)) == {"n0": "hung"}
        release.set()
        returned(pool)
        assert by_name(pool.poll(plan(1, poll=2), rows)) == {"n0": ""}
    assert {row.poll_number for row in rows.records} == {2}
    assert tally["dropped_rows:late"] == 50
