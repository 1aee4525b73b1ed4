"""What others are told of the daemon, from its parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from xtcp_ebpf.abc import DumpReport, Namespace
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collection import Collection
from xtcp_ebpf.config import load
from xtcp_ebpf.outlets import Outlets
from xtcp_ebpf.poller import Outcome
from xtcp_ebpf.sight import Sight
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.version import program

A, B, C = (Namespace(number, f"n{number}", "", "mount") for number in (1, 2, 3))


@pytest.fixture
def sight(tmp_path: Path) -> Iterator[Sight]:
    """Of parts that were built and do not run."""
    line = ["-bpf", "off", "-namespaces", "own", "-netlinkers", "2", "-engine", "python", "-dest", f"file:{tmp_path}/a", "-dest", "null"]
    knobs, clock, tally = load(line, {}).knobs, SystemClock(), Tally()
    outlets, collection = Outlets(knobs, clock, tally, lambda: None), Collection(knobs, clock, tally)
    outlets.start()
    yield Sight(knobs, clock, outlets, collection, lambda: False)
    collection.close()
    outlets.close(1.0)


def test_a_poll(sight: Sight) -> None:
    """Its numbers are those of the facts, and its dumps stand in the histogram."""
    reports = [DumpReport(A, 0.0, 0.25, 5, 4, True), DumpReport(B, 0.0, 0.5, 2, 2, False, "timeout")]
    sight.ended(Outcome((A, B, C), reports, {"empty": [C]}), 0.75)
    facts = sight.facts()
    assert (facts.known, facts.dumped, facts.failed, facts.skipped, facts.poll_seconds) == (3, 1, 1, {"empty": 1}, 0.75)
    assert (facts.engine, facts.source, facts.loader, facts.refused, facts.readers) == ("python", "always", "", "", 2)
    assert facts.version == program().rpartition(" ")[2]
    (poll,) = sight.polls.recent()
    assert (poll.ended, poll.rows, poll.known) == (1, 6, 3)


def test_ready_or_why_not(sight: Sight, tmp_path: Path) -> None:
    """Before the first poll it is not; destinations stand in their order."""
    standing = sight.standing()
    assert not standing.ready
    assert "no poll has ended yet" in standing.not_ready
    assert [one.status.name for one in standing.destinations] == [f"file:{tmp_path}/a", "null:"]
    assert standing.polls == ()
    assert standing.facts.spool_bytes is None
    assert 0 < standing.started_ns <= standing.now_ns
