"""How long dumps take: a histogram of plain numbers."""

from __future__ import annotations

import threading
from bisect import bisect_left
from itertools import accumulate
from typing import Final, NamedTuple

BOUNDS_SECONDS: Final = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""From a namespace with a handful of sockets to one with half a million."""


class Histogram(NamedTuple):
    """What has been observed."""

    cumulative: tuple[int, ...]
    """How many took at most so long: for each bound, and last for infinity."""
    sum_seconds: float


class DumpTimes:
    """Any thread may observe, any may read; an observation takes less than a microsecond and none is lost."""

    __slots__ = ("_counts", "_lock", "_sum_seconds")

    def __init__(self) -> None:
        self._counts = [0] * (len(BOUNDS_SECONDS) + 1)
        self._sum_seconds = 0.0
        self._lock = threading.Lock()

    def observe(self, seconds: float) -> None:
        with self._lock:
            self._counts[bisect_left(BOUNDS_SECONDS, seconds)] += 1
            self._sum_seconds += seconds

    def read(self) -> Histogram:
        with self._lock:
            counts, total = list(self._counts), self._sum_seconds
        return Histogram(tuple(accumulate(counts)), total)
