"""The real clock."""

from __future__ import annotations

import random
import time


class SystemClock:
    """Clock of abc.py, from the system."""

    now_ns = staticmethod(time.time_ns)
    monotonic = staticmethod(time.monotonic)
    cpu = staticmethod(time.thread_time)
    random = staticmethod(random.random)
