"""The real clock."""

from __future__ import annotations

import time

from xtcp_ebpf.clock import SystemClock


def test_the_clock_is_the_systems() -> None:
    """Nanoseconds of now, seconds that do not go back, and numbers in [0, 1)."""
    clock = SystemClock()
    before = time.time_ns()
    assert before <= clock.now_ns() <= time.time_ns()
    assert clock.monotonic() <= clock.monotonic() <= time.monotonic()
    drawn = {clock.random() for _ in range(50)}
    assert len(drawn) > 1
    assert all(0 <= number < 1 for number in drawn)
