"""-reads and -skip quiet on the live kernel, as the daemon has them: changed while it runs, and refused where BPF cannot run."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from activity.watched_sockets import ABORT, cookie
from collector.doors import Rows
from exact.made_states import States
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import DumpReport, Namespace
from xtcp_ebpf.activity import probe
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collection import Collection
from xtcp_ebpf.config import load
from xtcp_ebpf.errors import AssistUnavailable, BadFlag
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.tally import Tally

pytestmark = pytest.mark.kernel

REST = 0.05
"""Longer than an acknowledgement is delayed."""


class Polled:
    """A namespace with ten connections, and a collection that polls it."""

    def __init__(self, folder: Path, flags: str) -> None:
        self.spaces, self.states, self.tally = Spaces(folder), States(), Tally()
        self.namespace: Namespace = self.spaces.known(self.spaces.make("a"))
        self.spaces.loopback(self.namespace)
        self.listener, self.pairs = self.inside(self._pairs)
        usual = f"-dest null -frequency 60s -timeout 50s -netnsDirs {folder} -maxStale 100"
        self.knobs: Knobs = load(f"{usual} {flags}".split(), {}).knobs
        self.collection = Collection(self.knobs, SystemClock(), self.tally)
        self._number = 0

    def _pairs(self) -> tuple[socket.socket, list[tuple[socket.socket, socket.socket]]]:
        listener = self.states.listener()
        return listener, [self.states.pair(listener) for _ in range(10)]

    def inside(self, work):  # type: ignore[no-untyped-def]  # as Spaces.inside
        return self.spaces.inside(self.namespace, work)

    def change(self, **more: object) -> None:
        self.knobs = replace(self.knobs, **more)  # type: ignore[arg-type]  # of any kind
        self.collection.change(self.knobs)

    def poll(self) -> tuple[DumpReport | None, set[int]]:
        """Report and sockets of the namespace; no report: it was left out."""
        self._number += 1
        rows = Rows()
        outcome = self.collection.poller.poll(self._number, rows)
        reports = [r for r in outcome.reports if r.namespace.inode == self.namespace.inode]
        cookies = [row.inet_diag_msg_socket_cookie for row in rows.records if row.netns_inode == self.namespace.inode]
        assert len(set(cookies)) == len(cookies)
        assert all(report.complete for report in reports)
        return (reports[0] if reports else None), set(cookies)

    def until(self, way: str) -> set[int]:
        """Polls until the namespace is read so; the sockets."""
        for _ in range(6):
            report, cookies = self.poll()
            if (report.way if report else "") == way:
                return cookies
            time.sleep(REST)
        raise AssertionError(f"never {way}: {report}")

    def close(self) -> None:
        self.collection.close()
        self.states.close()
        self.spaces.remove_all()


@pytest.fixture
def quiet(tmp_path: Path) -> Iterator[Polled]:
    """With -skip quiet, and without marks of namespaces."""
    made = Polled(tmp_path / "netns", "-bpf off -skip quiet")
    yield made
    made.close()


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Polled]:
    """Dumps alone."""
    made = Polled(tmp_path / "netns", "-bpf off -skip none -reads dump")
    yield made
    made.close()


def test_a_record_of_a_quiet_socket_is_not_repeated(quiet: Polled) -> None:
    """Only who talks has a record, at both ends; then nobody has."""
    whole = quiet.until("dump")
    assert len(whole) == 21
    assert quiet.until("") == set()
    near, far = quiet.pairs[3]
    near.send(b"x" * 100)
    far.recv(1000)
    time.sleep(REST)
    assert quiet.until("active") == {cookie(near), cookie(far)}
    assert quiet.until("") == set()
    assert quiet.tally.read()["dumps_skipped:quiet"] >= 2


def test_births_ends_and_time_wait(quiet: Polled) -> None:
    """What is born has a record; what is in TIME_WAIT has one at each poll; what is reset has none any more."""
    quiet.until("dump")
    quiet.until("")
    near, far = quiet.inside(lambda: quiet.states.pair(quiet.listener))
    born = {cookie(near), cookie(far)}
    time.sleep(REST)
    assert born <= quiet.until("active")
    for sock in quiet.pairs[0]:
        sock.close()
    time.sleep(REST)
    waiting = quiet.until("active")
    assert len(waiting) == 1, "one end is in TIME_WAIT"
    assert quiet.until("active") == waiting
    for sock in quiet.pairs[1]:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
        sock.close()
    time.sleep(REST)
    assert quiet.until("active") == waiting
    births = quiet.collection.poller.reads.births
    assert births
    assert births.known.sockets >= 2 * 10 - 1 - 2 + 2 - 2


def test_listeners(quiet: Polled) -> None:
    """One that ends was active, and is none of those that are asked for one by one: all are read. One that comes has no cookie yet, by
    which it could be marked: it has its first record when its namespace is read as a whole."""
    quiet.until("dump")
    quiet.until("")
    quiet.listener.close()
    report, cookies = quiet.poll()
    assert report
    assert (report.way in ("dump", "exact"), len(cookies)) == (True, 20)
    quiet.until("")
    made = quiet.inside(quiet.states.listener)
    assert quiet.poll() == (None, set())
    quiet.collection.poller.knobs = replace(quiet.knobs, max_stale=1)
    report, cookies = quiet.poll()
    assert cookie(made) in cookies


def test_ways_change_while_it_runs(plain: Polled) -> None:
    """dump, exact, auto, quiet, and back: each from the next poll on, and no socket is missing at any of them."""
    assert len(plain.until("dump")) == 21
    assert plain.collection.poller.reads.births is None
    plain.change(reads="exact")
    assert len(plain.until("exact")) == 21
    watched = plain.collection.poller.reads.births
    plain.change(tag="x")
    assert plain.collection.poller.reads.births is watched
    plain.change(reads="exact", exact_sockets=5)
    assert plain.collection.poller.reads.births is not watched
    assert len(plain.until("dump")) == 21
    plain.change(reads="dump", exact_sockets=1000, skip="quiet")
    assert len(plain.until("dump")) == 21
    assert plain.until("") == set()
    plain.change(skip="none")
    for _ in range(3):
        report, cookies = plain.poll()
        assert (report and report.way, len(cookies)) == ("dump", 21)


def test_what_cannot_be_had_changes_nothing(plain: Polled, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused with its name and the reason; the polls go on as before. A start with it is refused too."""
    real = probe.collect
    monkeypatch.setattr(probe, "collect", lambda effective: replace(real(effective), btf=False, names=frozenset()))
    before = plain.knobs
    for name, more in (("-reads exact", {"reads": "exact"}), ("-skip quiet", {"skip": "quiet"})):
        with pytest.raises(AssistUnavailable, match=name) as caught:
            plain.change(**more)
        assert caught.value.reason == "no_btf"
        with pytest.raises(AssistUnavailable, match=name):
            Collection(plain.knobs, SystemClock(), Tally())
        plain.knobs = before
        assert plain.collection.poller.knobs == before
        assert len(plain.until("dump")) == 21


def test_not_with_pictures() -> None:
    """-promTcpStats wants all rows."""
    with pytest.raises(BadFlag, match="-skip: pictures of all sockets"):
        load(["-skip", "quiet", "-promTcpStats"], {})
