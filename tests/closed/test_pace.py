"""A rate is kept, and bursts of one second's worth are let through."""

from __future__ import annotations

from xtcp_ebpf.closed.pace import Pace


def test_any_number() -> None:
    """Rate 0 bounds nothing."""
    assert Pace(0, 5.0).allow(10**9, 5.0) == 10**9


def test_a_second_at_once_then_the_rate() -> None:
    """What was not used is kept for a second, no longer; a part of a record is none."""
    pace = Pace(10, 100.0)
    assert pace.allow(25, 100.0) == 10
    assert pace.allow(1, 100.05) == 0
    assert pace.allow(5, 100.35) == 3
    assert pace.allow(100, 200.0) == 10


def test_over_time() -> None:
    """In the long run the rate, and the first second's burst."""
    pace = Pace(500, 0.0)
    assert 500 * 100 <= sum(pace.allow(7, step / 100) for step in range(1, 10001)) <= 500 * 101
