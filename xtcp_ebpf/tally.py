"""Counters as plain ints: bumped where things happen, read when somebody asks."""

from __future__ import annotations

import threading
from collections import Counter


class Tally:
    """Named counters. A name is `noun`, or `noun:reason` where a loss or a trouble has one.

    The lock makes an increment exact whichever thread does it; nothing on the hot path calls this more than once for a datagram.
    """

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._lock = threading.Lock()

    def add(self, name: str, n: int = 1) -> None:
        with self._lock:
            self._counts[name] += n

    def merge(self, counts: dict[str, int]) -> None:
        with self._lock:
            self._counts.update(counts)

    def read(self) -> dict[str, int]:
        """A copy, sorted by name."""
        with self._lock:
            return dict(sorted(self._counts.items()))

    def __getitem__(self, name: str) -> int:
        with self._lock:
            return self._counts[name]
