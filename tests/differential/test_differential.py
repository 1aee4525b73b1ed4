"""The differential test itself: short runs with fixed seeds are clean and skip a good share, and it finds what is left out wrongly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from activity.full_dumps import CLOCKS, IGNORED, WHOSE_DUMP
from differential.comparing import SOURCES, Comparison, Difference, run
from differential.excuses import excuse

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.marks import Marks
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord

pytestmark = [pytest.mark.kernel, pytest.mark.long]

TOP = Path(__file__).resolve().parents[2]
STEPS = 14
SECONDS = 60.0
"""A limit for slow hosts."""


@pytest.mark.parametrize("seed", [1, 4])
@pytest.mark.parametrize("source", SOURCES)
def test_a_short_run(source: str, seed: int) -> None:
    """Nothing is left out that had changed, much had changed, and most dumps were spared."""
    found = run(source, seed, SECONDS, STEPS)
    assert found.counts["changes"] > STEPS, found.line()
    assert found.counts["compared"] > 5 * STEPS, found.line()
    assert found.counts["skipped"] > 2 * found.counts["dumped"] > 0, found.line()
    assert found.counts["restless"] < STEPS, found.line()
    assert 10 * sum(found.excused.values()) <= found.counts["changes"], found.line()


class Blind:
    """A source that says nothing of what it is told to be blind to."""

    def __init__(self, comparison: Comparison) -> None:
        self._source = comparison._idle.assist.source
        self._read = self._source.read
        self._first: dict[int, object] = {}
        self._source.read = self.read  # type: ignore[method-assign]  # a source with a defect

    def read(self) -> Marks:
        marks = self._read()
        return marks._replace(by_number={number: self._first.setdefault(number, mark) for number, mark in marks.by_number.items()})


@pytest.mark.parametrize("source", ["walk", "tracepoints"])
def test_a_source_that_is_blind_is_found(source: str) -> None:
    """Marks that never change: the first change that is left out is a Difference, with seed, step, namespace, socket and fields."""
    comparison = Comparison(source, 1)
    try:
        Blind(comparison)
        with pytest.raises(Difference, match=rf"--source {source} --seed 1, step \d+, poll \d+, namespace n\d+: ") as caught:
            for _ in range(STEPS):
                comparison.step()
    finally:
        comparison.close()
    assert "socket" in str(caught.value)


def test_a_namespace_that_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that the search has lost is a Difference too."""
    comparison = Comparison("counters", 1)
    try:
        none: tuple[Namespace, ...] = ()
        monkeypatch.setattr(comparison._idle.poller, "_search", lambda: none)
        with pytest.raises(Difference, match="was not found"):
            comparison.step()
    finally:
        comparison.close()


def test_a_seed_repeats_the_churn() -> None:
    """The same seed does the same things."""
    runs = [run("counters", 3, SECONDS, 6).done for _ in range(2)]
    assert runs[0] == runs[1]


def row(state: int, **fields: int) -> XtcpFlatRecord:
    """One of a socket in that state."""
    return XtcpFlatRecord(inet_diag_msg_state=state, **fields)  # type: ignore[arg-type]  # numbers all


@pytest.mark.parametrize("source", ["walk", "tracepoints", "counters"])
def test_what_is_no_excuse(source: str) -> None:
    """Births, deaths, changes of state and counters of an established connection have to be seen by every source."""
    assert not excuse(source, None, row(1))
    assert not excuse(source, row(1), None)
    assert not excuse(source, row(1), row(8))
    assert not excuse(source, row(1, tcp_info_bytes_received=1), row(1, tcp_info_bytes_received=2))
    assert not excuse(source, row(1, inet_diag_msg_rqueue=1), row(1, inet_diag_msg_rqueue=0, tcp_info_segs_in=1))
    assert not excuse(source, row(10), None)


def test_what_is_an_excuse() -> None:
    """What no source can see is excused for all; what one source sees and another does not, for that other only."""
    over = row(6, inet_diag_msg_timer=3)
    assert [excuse(source, over, None) for source in ("walk", "tracepoints", "counters")] == ["time_wait_ran_out"] * 2 + [""]
    half = row(8, tcp_info_bytes_acked=1), row(8, tcp_info_bytes_acked=2)
    assert [excuse(source, *half) for source in ("walk", "tracepoints", "counters")] == ["", "half_closed", ""]
    for change in ((None, row(10)), (row(10), None)):
        assert [excuse(source, *change, True) for source in ("walk", "tracepoints", "counters")] == ["", "", "listener_for_another"]
        assert not excuse("counters", *change, False)
    assert excuse("walk", row(1, inet_diag_msg_rqueue=1), row(1)) == "read_or_accepted"
    assert excuse("walk", row(10, inet_diag_msg_rqueue=1, tcp_info_unacked=1), row(10)) == "accept"


def test_clocks_are_fields() -> None:
    """What is not compared are fields of the record, and few."""
    assert {*XtcpFlatRecord.DESCRIPTOR.fields_by_name} >= IGNORED
    assert len(CLOCKS) == len(WHOSE_DUMP) == 5


def test_the_command_line() -> None:
    """It says what it did, and with which seed."""
    command = [sys.executable, "-m", "tests.differential", "--seconds", "1", "--seed", "2", "--source", "walk"]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "walk: " in done.stdout
    assert "seed 2" in done.stdout
