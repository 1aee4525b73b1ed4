"""The real clock."""

from __future__ import annotations

import random
import time


class SystemClock:
    """Clock of abc.py, from the system."""

    def now_ns(self) -> int:
        return time.time_ns()

    def monotonic(self) -> float:
        return time.monotonic()

    def random(self) -> float:
        return random.random()
