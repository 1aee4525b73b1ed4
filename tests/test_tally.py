"""Counters."""

from __future__ import annotations

import threading

from xtcp_ebpf.tally import Tally


def test_counts() -> None:
    """What was never added is 0 and does not appear; reading gives a sorted copy."""
    tally = Tally()
    assert tally["rows"] == 0
    tally.add("rows")
    tally.add("rows", 4)
    tally.merge({"late": 2, "rows": 1})
    read = tally.read()
    assert list(read.items()) == [("late", 2), ("rows", 6)]
    read["rows"] = 0
    assert tally["rows"] == 6


def test_threads_lose_nothing() -> None:
    """Four threads add at once: the sum is exact."""
    tally = Tally()

    def work() -> None:
        for _ in range(2000):
            tally.add("one")
            tally.merge({"two": 2})

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert tally.read() == {"one": 8000, "two": 16000}
