"""What others have the daemon do while it runs: other knobs between two polls, and polls out of turn."""

from __future__ import annotations

import json
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest
from daemon_here import OWN, Known, knobs

from xtcp_ebpf.api.control import Busy, Refused, TooLate
from xtcp_ebpf.daemon import Daemon
from xtcp_ebpf.knobs import Knobs

pytestmark = pytest.mark.kernel
QUIET = ("-promListen", "", "-grpcListen", "")


@contextmanager
def alive(wanted: Knobs, **more: Any) -> Iterator[Daemon]:
    """A daemon that polls; it must end well."""
    daemon = Daemon(wanted, **more)
    codes: list[int] = []
    thread = threading.Thread(target=lambda: codes.append(daemon.run()))
    thread.start()
    try:
        yield daemon
    finally:
        daemon.stop()
        thread.join(20)
    assert codes == [0]


def until(true: Callable[[], bool], seconds: float = 20.0) -> None:
    """Waits for it."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.005)


def rows(path: Path) -> list[dict[str, Any]]:
    """Whole lines of a file of jsonl."""
    return [json.loads(line) for line in path.read_text().splitlines(keepends=True) if line.endswith("\n")] if path.exists() else []


@pytest.fixture(autouse=True)
def _log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "xtcp_ebpf")


@pytest.fixture(autouse=True)
def _listener() -> Iterator[None]:
    """A socket of our own namespace, so that each poll has a row."""
    with socket.create_server(("127.0.0.1", 0)):
        yield


def test_rows_are_the_same_before_and_after(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Another tag and another number of readers: from the next poll on, no poll is left out, none has both."""
    before = knobs("-dest", f"file:{tmp_path / 'rows'}", "-marshal", "jsonl", "-namespaces", "own", *QUIET)
    with alive(before) as daemon:
        until(lambda: daemon.tally["polls"] >= 2)
        after = daemon.change(replace(before, tag="new", netlinkers=2), 10.0)
        assert after == daemon.knobs() == replace(before, tag="new", netlinkers=2)
        polls = daemon.tally["polls"]
        until(lambda: daemon.tally["polls"] >= polls + 2)
    seen = sorted({(int(row["pollNumber"]), row.get("tag", "")) for row in rows(tmp_path / "rows")})
    assert [number for number, _ in seen] == list(range(1, len(seen) + 1))
    assert [tag for tag, _ in groupby(tag for _, tag in seen)] == ["", "new"]
    assert "changed: -tag, -netlinkers" in caplog.messages


def test_another_destination(tmp_path: Path) -> None:
    """The first poll that the one has not is the first that the other has."""
    one, other = tmp_path / "one", tmp_path / "other"
    before = knobs("-dest", f"file:{one}", "-marshal", "jsonl", *QUIET)
    with alive(before, discovery=Known(OWN)) as daemon:
        until(lambda: len(rows(one)) > 0)
        daemon.change(replace(before, dest=(f"file:{other}",)), 10.0)
        until(lambda: len(rows(other)) > 0)
        assert daemon.standing().destinations[0].status.name == f"file:{other}"
    polls = [{int(row["pollNumber"]) for row in rows(path)} for path in (one, other)]
    assert max(polls[0]) + 1 == min(polls[1])
    assert polls[0] | polls[1] == set(range(1, max(polls[1]) + 1))


def test_the_beat_changes_at_once() -> None:
    """From once in an hour to ten times a second: nobody waits for the hour."""
    before = replace(knobs("-dest", "null", *QUIET), frequency=3600.0)
    with alive(before, discovery=Known(OWN)) as daemon:
        until(lambda: daemon.tally["polls"] == 1)
        daemon.change(replace(before, frequency=0.1), 10.0)
        until(lambda: daemon.tally["polls"] >= 4)


def test_envelopes_and_the_log() -> None:
    """Smaller ones, and more words, from the next poll on."""
    before = knobs("-dest", "null", *QUIET)
    level = logging.getLogger().level
    try:
        with alive(before, discovery=Known(OWN)) as daemon:
            daemon.change(replace(before, envelope_flush_rows=1, d=11), 10.0)
            assert logging.getLogger().level == logging.DEBUG
            sent, polls = sum(one.counts.get("sent_payloads", 0) for one in daemon.standing().destinations), daemon.tally["polls"]
            until(lambda: daemon.tally["polls"] >= polls + 2)
            until(lambda: sum(one.counts["sent_payloads"] for one in daemon.standing().destinations) >= sent + 2)
    finally:
        logging.getLogger().setLevel(level)
        logging.getLogger("xtcp_ebpf.collector").setLevel(logging.NOTSET)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"dest": ("pigeon:coop",), "tag": "x"}, "-dest"),
        ({"marshal": "morse", "netlinkers": 3}, "-marshal"),
        ({"timeout": 9.0, "frequency": 3.0}, "-timeout"),
        ({"log_format": "json", "tag": "x"}, "-logFormat"),
        ({"spool_dir": "/no/such", "netlinkers": 3}, "-spoolDir"),
        ({"prom_listen": "127.0.0.1:TAKEN", "tag": "x", "bpf": "auto"}, "-promListen"),
        ({"bpf": "require", "bpf_source": "walk", "bpf_loader": "bcc"}, "-bpf"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_what_cannot_be_changes_nothing(wrong: dict[str, Any], told: str, tmp_path: Path) -> None:
    """Whatever else was to be changed with it: the same knobs, the same readers, the same destinations, and it polls on."""
    before = knobs("-dest", f"file:{tmp_path / 'rows'}", "-marshal", "jsonl", "-namespaces", "own", *QUIET)
    with socket.create_server(("127.0.0.1", 0)) as taken, alive(before) as daemon:
        wrong = {
            name: value.replace("TAKEN", str(taken.getsockname()[1])) if name == "prom_listen" else value for name, value in wrong.items()
        }
        until(lambda: daemon.tally["polls"] >= 1)
        parts = daemon._collection, daemon._outlets.senders, daemon._collection.assist.source
        with pytest.raises(Refused, match=told) as refused:
            daemon.change(replace(before, **wrong), 10.0)
        assert any(told in str(problem) for problem in refused.value.problems)
        assert daemon.knobs() == daemon._collection.poller.knobs == before
        assert (daemon._collection, daemon._outlets.senders) == parts[:2]
        assert daemon._collection.assist.source.name == parts[2].name
        polls = daemon.tally["polls"]
        until(lambda: daemon.tally["polls"] >= polls + 2)


def test_a_change_does_not_wait_for_a_long_poll_for_ever() -> None:
    """Its time is over while a poll is under way: TooLate, and it is not made later."""
    held, seen = threading.Event(), threading.Event()

    def hold(poll: int) -> None:
        if poll == 2:
            seen.set()
            held.wait(20)

    before = knobs("-dest", "null", *QUIET)
    with alive(before, discovery=Known(OWN, each=hold)) as daemon:
        assert seen.wait(20)
        try:
            with pytest.raises(TooLate):
                daemon.change(replace(before, tag="late"), 0.1)
        finally:
            held.set()
        until(lambda: daemon.tally["polls"] >= 3)
        assert daemon.knobs() == before


def test_who_waits_at_the_end_is_told() -> None:
    """A change that comes when the daemon ends does not hang."""
    held, seen = threading.Event(), threading.Event()

    def hold(poll: int) -> None:
        if poll == 2:
            seen.set()
            held.wait(20)

    before = knobs("-dest", "null", *QUIET)
    failed: list[BaseException] = []

    def ask() -> None:
        try:
            daemon.change(replace(before, tag="late"), 15.0)
        except TooLate as error:
            failed.append(error)

    with alive(before, discovery=Known(OWN, each=hold)) as daemon:
        assert seen.wait(20)
        asks = threading.Thread(target=ask)
        asks.start()
        until(lambda: bool(daemon._steering._asked))
        daemon.stop()
        held.set()
        asks.join(10)
    assert "the daemon ends" in str(failed[0])


def test_a_poll_now_and_a_burst() -> None:
    """Out of turn, the beat goes on as it was; a second burst meanwhile is refused."""
    times: list[float] = []
    before = replace(knobs("-dest", "null", *QUIET), frequency=3600.0)
    with alive(before, discovery=Known(OWN, each=lambda _: times.append(time.monotonic()))) as daemon:
        until(lambda: daemon.tally["polls"] == 1)
        daemon.trigger()
        until(lambda: daemon.tally["polls"] == 2)
        daemon.burst(3, 0.3)
        with pytest.raises(Busy):
            daemon.burst(1, 1.0)
        until(lambda: daemon.tally["polls"] == 5)
        daemon.burst(1, 1.0)
        until(lambda: daemon.tally["polls"] == 6)
        time.sleep(0.1)
        assert daemon.tally["polls"] == 6
    assert all(0.25 < later - earlier < 5 for earlier, later in pairwise(times[2:5]))


def test_how_it_stands(tmp_path: Path) -> None:
    """The last polls, newest first, ready, engine, source, destinations."""
    with alive(knobs("-dest", f"file:{tmp_path / 'rows'}", *QUIET), discovery=Known(OWN)) as daemon:
        until(lambda: daemon.tally["polls"] >= 12 and not daemon.standing().not_ready)
        standing = daemon.standing()
    assert [poll.ended for poll in standing.polls] == list(range(standing.polls[0].ended, standing.polls[0].ended - 10, -1))
    assert standing.polls[0].rows > 0
    assert (standing.ready, standing.facts.source, standing.facts.refused, standing.source_remark) == (True, "always", "", "")
    assert standing.started_ns <= standing.now_ns
    assert standing.destinations[0].counts["sent_rows"] > 0
