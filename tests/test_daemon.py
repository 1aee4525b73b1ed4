"""The daemon in this process: what it polls in which order, what it says, and how it ends."""

from __future__ import annotations

import json
import logging
import socket
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from daemon_here import OWN, Known, knobs
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.collector import pool
from xtcp_ebpf.daemon import SWITCH_SECONDS, Daemon
from xtcp_ebpf.errors import EngineUnavailable, OpenError, UsageError
from xtcp_ebpf.kernel import diag_socket
from xtcp_ebpf.kernel.discovery.note import Note
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.layout import layout

pytestmark = pytest.mark.kernel


def to_file(path: Path, *flags: str) -> Knobs:
    """jsonl."""
    return knobs("-dest", f"file:{path}", "-marshal", "jsonl", *flags)


def rows(path: Path) -> list[dict[str, object]]:
    """What stands in the file."""
    return [json.loads(line) for line in path.read_text().splitlines()]


def sending(daemon: Daemon) -> dict[str, int]:
    """What its one sender counts."""
    (sender,) = daemon._outlets.senders
    return sender.tally.read()


@pytest.fixture(autouse=True)
def _log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "xtcp_ebpf")


@pytest.fixture
def listener() -> Iterator[int]:
    """A socket of our own namespace: its port."""
    with socket.create_server(("127.0.0.1", 0)) as made:
        yield made.getsockname()[1]


def test_polls_and_end(tmp_path: Path, listener: int, caplog: pytest.LogCaptureFixture) -> None:
    """-maxLoops 2: two polls, every row sent, exit code 0, the threads gone; counters and the last line agree."""
    daemon = Daemon(to_file(tmp_path / "rows", "-maxLoops", "2"), discovery=Known(OWN))
    assert daemon.run() == 0
    found = rows(tmp_path / "rows")
    mine = [row for row in found if row["inetDiagMsgSocketSourcePort"] == listener]
    assert [row["pollNumber"] for row in mine] == ["1", "2"]
    assert {row["hostname"] for row in found} == {"here"}
    counts = daemon.tally.read()
    assert (counts["polls"], counts["dumps"], sending(daemon)["sent_rows"]) == (2, 2, len(found))
    assert caplog.messages[-1] == f"end: 2 polls, {len(found)} rows sent, 0 dropped"
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith(("reader-", "send-"))]


def test_readers_get_the_interpreter_soon(tmp_path: Path) -> None:
    """A thread that computes keeps it for no longer than that from the others."""
    sys.setswitchinterval(0.005)
    Daemon(to_file(tmp_path / "rows", "-maxLoops", "1"), discovery=Known(OWN)).run()
    assert sys.getswitchinterval() == pytest.approx(SWITCH_SECONDS)


def test_the_first_poll_waits_for_its_jitter(tmp_path: Path) -> None:
    """With -pollJitterPct the first poll comes within the jitter's share of an interval, and a daemon stopped before it has none."""
    daemon = Daemon(
        replace(to_file(tmp_path / "rows"), frequency=1000.0, poll_jitter_pct=100), discovery=(seen := Known(OWN)), clock=Late()
    )
    timer = threading.Timer(0.05, daemon.stop)
    timer.start()
    assert daemon.run() == 0
    timer.join()
    assert seen.polls == 0


class Late:
    """A clock whose dice show most."""

    now_ns = staticmethod(time.time_ns)
    monotonic = staticmethod(time.monotonic)

    def random(self) -> float:
        return 0.99


def test_what_fails_is_said_once(tmp_path: Path, listener: int, caplog: pytest.LogCaptureFixture) -> None:
    """A namespace that cannot be opened: one line while that lasts, a line when it is back, none for one that died."""
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    bad = [Namespace(n, f"bad{n}", str(loop), "mount") for n in (1, 2)]
    gone = Namespace(3, "gone", str(tmp_path / "gone"), "mount")

    def each(poll: int) -> None:
        known.namespaces = (OWN, gone) if poll == 4 else (OWN, gone, *bad)

    known = Known(each=each)
    daemon = Daemon(to_file(tmp_path / "rows", "-maxLoops", "6"), discovery=known)
    assert daemon.run() == 0
    said = [message for message in caplog.messages if "missing or in part" in message]
    assert [message.split(":")[0] for message in said] == ["poll 1", "poll 5"]
    assert all("(system): bad1 and 1 more: namespace bad1" in message for message in said)
    counts = daemon.tally.read()
    assert (counts["dumps"], counts["dumps_failed:system"], counts["dumps_skipped:backoff"]) == (6, 8, 2)
    assert counts["dumps_failed:gone"] == 2 * counts["searches_again"] == 12  # searched for, and tried, once more in each poll
    assert len([row for row in rows(tmp_path / "rows") if row["inetDiagMsgSocketSourcePort"] == listener]) == 6


def test_notes_of_the_search_are_said_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """What looked like a namespace and is none is told when it appears, not with each poll."""
    daemon = Daemon(to_file(tmp_path / "rows", "-maxLoops", "3"), discovery=Known(OWN, notes=(Note("stale", "/run/netns/x"),)))
    assert daemon.run() == 0
    assert len([message for message in caplog.messages if "/run/netns/x is no namespace" in message]) == 1


def test_a_search_that_fails_costs_its_poll(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It is counted and told, and the next poll tries again."""

    def each(poll: int) -> None:
        if poll == 2:
            raise OpenError("no_proc", "is procfs mounted?")

    daemon = Daemon(to_file(tmp_path / "rows", "-maxLoops", "3"), discovery=Known(OWN, each=each))
    assert daemon.run() == 0
    assert (daemon.tally["polls"], daemon.tally["polls_failed:discovery"]) == (2, 1)
    assert "poll 2: is procfs mounted?" in caplog.messages
    assert {row["pollNumber"] for row in rows(tmp_path / "rows")} == {"1", "3"}


def test_a_poll_that_is_too_short_begins_with_others_next_time(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A timeout in which not even one dump is whole: what came is sent, the rest is named, and comes first in the next poll."""
    monkeypatch.setattr(diag_socket, "_receive", None)  # one datagram at a time: the last one, without a row, is missing
    spaces = Spaces(tmp_path / "netns")
    try:
        made = [spaces.make(name) for name in "abc"]
        for namespace in made:
            spaces.listen(namespace, 2)
        clock = Steps(4)
        known = Known(*made, each=lambda _poll: clock.rewind())
        daemon = Daemon(
            replace(to_file(tmp_path / "rows", "-skip", "none"), max_loops=3, timeout=100.0, frequency=0.05), clock=clock, discovery=known
        )
        assert daemon.run() == 0
    finally:
        spaces.remove_all()
    assert [(row["pollNumber"], row["netns"]) for row in rows(tmp_path / "rows")] == [(str(n), "abc"[n - 1]) for n in (1, 1, 2, 2, 3, 3)]
    assert any("poll 1: missing or in part (poll_timeout)" in message for message in caplog.messages)
    assert daemon.tally["dumps_failed:poll_timeout"] == 9


class Steps:
    """A clock that jumps a thousand seconds after so many looks of a reader."""

    def __init__(self, looks: int) -> None:
        self._looks = self._left = looks
        self._ahead = 0.0

    def rewind(self) -> None:
        self._left = self._looks

    def monotonic(self) -> float:
        if threading.current_thread().name.startswith("reader-"):
            self._left -= 1
            if self._left == 0:
                self._ahead += 1000.0
        return time.monotonic() + self._ahead

    now_ns = staticmethod(time.time_ns)
    cpu = staticmethod(time.thread_time)

    def random(self) -> float:
        return 0.5


def test_a_hung_reader_seals_the_poll(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """A namespace behind a FIFO would block; here a clock does: the poll ends without it and says so."""
    monkeypatch.setattr(pool, "GRACE_SECONDS", 0.05)
    stuck = threading.Event()

    class Blocking(Steps):
        def monotonic(self) -> float:
            if threading.current_thread().name.startswith("reader-"):
                stuck.wait(10)
            return time.monotonic()

    daemon = Daemon(to_file(tmp_path / "rows", "-maxLoops", "1", "-skip", "none"), clock=Blocking(0), discovery=Known(OWN))
    begun = time.monotonic()
    assert daemon.run() == 0
    stuck.set()
    assert time.monotonic() - begun < 5
    assert any("poll 1: missing or in part (hung): default" in message for message in caplog.messages)
    assert daemon.tally["dumps_failed:hung"] == 1


def test_polls_that_overrun_are_counted(tmp_path: Path) -> None:
    """A search that takes longer than -frequency: the next poll follows at once, once, and the overrun is counted."""
    daemon = Daemon(
        to_file(tmp_path / "rows", "-maxLoops", "3"), discovery=Known(OWN, each=lambda poll: time.sleep(0.12) if poll == 1 else None)
    )
    assert daemon.run() == 0
    assert daemon.tally["polls_overrun"] == 1
    assert daemon.tally["polls"] == 3


def test_stopped_in_mid_poll(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """What came is sent, and nothing is said of what could not be dumped any more: the operator wanted it so."""
    daemon = Daemon(to_file(tmp_path / "rows"), discovery=Known(OWN, each=lambda poll: daemon.stop() if poll == 2 else None))
    assert daemon.run() == 0
    assert {row["pollNumber"] for row in rows(tmp_path / "rows")} == {"1"}
    assert daemon.tally["dumps_failed:poll_timeout"] == 1
    assert not [message for message in caplog.messages if "missing or in part" in message]


def test_a_destination_that_is_gone_ends_it(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A file that cannot be made: exit code 1, with the reason as the last line."""
    path = tmp_path / "no" / "such" / "rows"
    assert Daemon(to_file(path), discovery=Known(OWN)).run() == 1
    assert str(path) in caplog.messages[-1]


def test_a_destination_that_never_answers_holds_the_end_no_longer_than_asked(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Nobody at the socket: after -drainTimeout without progress the rows are dropped, counted and told."""
    daemon = Daemon(knobs("-dest", f"unix:{tmp_path}/nobody", "-maxLoops", "1", "-drainTimeout", "200ms"), discovery=Known(OWN))
    begun = time.monotonic()
    daemon.run()
    assert time.monotonic() - begun < 5
    counts = sending(daemon)
    assert counts["offered_rows"] == counts["dropped_rows:shutdown"] > 0
    assert any("could not be sent before the end" in message for message in caplog.messages)


def test_it_cannot_be_built() -> None:
    """Unknown destinations and engines that are not there are errors of the start, not of the run."""
    with pytest.raises(UsageError):
        Daemon(replace(knobs(), dest=("pigeon:coop",)))
    if not _has_c():
        with pytest.raises(EngineUnavailable):
            Daemon(knobs("-dest", "null", "-engine", "c"))


def _has_c() -> bool:
    return choose("auto", layout())[0].name == "c"


def test_the_first_line_says_what_runs(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Version, engine, format, destination without its address, readers."""
    daemon = Daemon(to_file(tmp_path / "rows", "-maxLoops", "1", "-engine", "python"), discovery=Known(OWN))
    assert daemon.run() == 0
    assert caplog.messages[0].endswith("engine python, jsonl to file, 1 readers")
