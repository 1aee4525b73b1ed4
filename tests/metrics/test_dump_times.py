"""The histogram of dumps."""

from __future__ import annotations

import threading

from xtcp_ebpf.metrics.dump_times import BOUNDS_SECONDS, DumpTimes


def test_where_an_observation_counts() -> None:
    """In the bound that it does not exceed, and in every larger one; beyond all of them in the last."""
    times = DumpTimes()
    for seconds in (0.0, BOUNDS_SECONDS[0], BOUNDS_SECONDS[0] * 1.01, 60.0):
        times.observe(seconds)
    seen = times.read()
    assert seen.cumulative == (2, *[3] * (len(BOUNDS_SECONDS) - 1), 4)
    assert abs(seen.sum_seconds - 60 - 2.01 * BOUNDS_SECONDS[0]) < 1e-6


def test_none_is_lost_between_threads() -> None:
    """Four threads observe at once, and every observation is there."""
    times = DumpTimes()

    def observe() -> None:
        for _ in range(5000):
            times.observe(0.5)

    threads = [threading.Thread(target=observe) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert times.read().cumulative[-1] == 20000
    assert times.read().sum_seconds == 10000.0
