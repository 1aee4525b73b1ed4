"""What to dump and when: pure, so every rule is a property."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.scheduler import first_delay, next_start, plan

SPACES = [Namespace(n, name, f"/run/netns/{name}", "mount") for n, name in enumerate("cab")]
UNIT = st.floats(0, 1, exclude_max=True)
SECONDS = st.floats(0.01, 1e6)


def test_everything_is_dumped_until_the_timeout() -> None:
    """Each namespace once, by name when nothing else tells them apart; the deadline is the timeout from now."""
    made = plan(7, 100.0, 5.0, SPACES, {})
    assert (made.poll, [n.name for n in made.dumps], made.deadline) == (7, ["a", "b", "c"], 105.0)


def test_those_that_were_left_out_come_first() -> None:
    """Never dumped before dumped long ago before dumped just now: a poll that is too short does not always lose the same ones."""
    assert [n.name for n in plan(2, 0.0, 1.0, SPACES, {0: 9.0, 1: 4.0}).dumps] == ["b", "a", "c"]


@given(st.dictionaries(st.integers(0, 30), st.floats(0, 1e6)), st.sets(st.integers(0, 30)))
def test_nothing_is_lost_or_twice(dumped: dict[int, float], inodes: set[int]) -> None:
    """Whatever was dumped before, gone namespaces included, the plan is the namespaces there are, oldest first."""
    spaces = [Namespace(n, f"n{n}", "", "proc") for n in inodes]
    dumps = plan(1, 0.0, 1.0, spaces, dumped).dumps
    assert sorted(n.inode for n in dumps) == sorted(inodes)
    ages = [dumped.get(n.inode, -1.0) for n in dumps]
    assert ages == sorted(ages)


@given(SECONDS, st.integers(0, 100), UNIT)
def test_the_first_poll_comes_within_the_jitter(frequency: float, jitter: int, random: float) -> None:
    """Between at once and the jitter's share of an interval; without jitter at once."""
    delay = first_delay(frequency, jitter, random)
    assert 0 <= delay <= frequency * jitter / 100
    assert first_delay(frequency, 0, random) == 0


@given(SECONDS, SECONDS, st.integers(0, 100), UNIT)
def test_the_next_poll_comes_an_interval_later(due: float, frequency: float, jitter: int, random: float) -> None:
    """Counted from when the last one was due, so that beats do not drift, give or take half the jitter."""
    start = next_start(due, due, frequency, jitter, random)
    assert abs(start - due - frequency) <= frequency * jitter / 200 + 1e-6
    assert next_start(due, due, frequency, 0, random) == due + frequency


@given(SECONDS, SECONDS, st.integers(0, 100), UNIT, st.floats(1.5, 1000))
def test_after_an_overrun_the_next_poll_comes_at_once(due: float, frequency: float, jitter: int, random: float, intervals: float) -> None:
    """Once: the beats that it missed are not made up for."""
    now = due + intervals * frequency
    assert next_start(due, now, frequency, jitter, random) == now
