"""What others want of the thread that polls: other knobs, a poll now, a burst of polls. Asked by any thread, done by that one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from math import inf
from typing import NamedTuple

from xtcp_ebpf.api.control import Busy, TooLate
from xtcp_ebpf.knobs import Knobs

LONGEST_CHANGE_SECONDS = 60.0
"""How long who asked for a change waits for one that has begun: it drains destinations, and loads programs."""


class Asked(NamedTuple):
    """A change that somebody waits for."""

    change: Callable[[Knobs], Knobs]
    """From the knobs that are in effect when its turn comes."""
    done: Future[Knobs]


class Steering:
    """Holds the wishes until their turn comes. `attend` wakes the thread that polls. Times are monotonic seconds."""

    def __init__(self, attend: Callable[[], None]) -> None:
        self._attend = attend
        self._lock = threading.Lock()
        # Guarded by _lock.
        self._asked: list[Asked] = []
        self._now = False
        self._burst_left = 0
        self._burst_due = inf
        self._burst_every = 0.0

    def ask(self, change: Callable[[Knobs], Knobs], timeout: float) -> Knobs:
        """Have the knobs changed, and wait for it, `timeout` seconds for its turn. Raises what the change raises, and TooLate."""
        asked = Asked(change, Future())
        with self._lock:
            self._asked.append(asked)
        self._attend()
        try:
            return asked.done.result(timeout)
        except TimeoutError:
            if asked.done.cancel():
                raise TooLate(f"its turn did not come within {timeout:.1f} s, a poll is under way; nothing was changed") from None
        try:
            return asked.done.result(LONGEST_CHANGE_SECONDS)
        except TimeoutError:
            raise TooLate(f"it has begun, and has taken more than {LONGEST_CHANGE_SECONDS:.0f} s: it goes on") from None

    def trigger(self) -> None:
        """A poll soon."""
        with self._lock:
            self._now = True
        self._attend()

    def burst(self, count: int, interval: float, now: float) -> None:
        """So many polls, the first soon. Raises Busy."""
        with self._lock:
            if self._burst_left:
                raise Busy(f"a burst is under way, {self._burst_left} polls of it are to come")
            self._burst_left, self._burst_every, self._burst_due = count, interval, now
        self._attend()

    def take(self) -> list[Asked]:
        """The changes whose turn it is, in the order in which they were asked for: each is to be given an answer."""
        with self._lock:
            asked, self._asked = self._asked, []
        return [each for each in asked if each.done.set_running_or_notify_cancel()]

    def due(self, otherwise: float) -> float:
        """When the next poll is, if the beat alone would have it at `otherwise`."""
        with self._lock:
            return -inf if self._now else min(otherwise, self._burst_due)

    def began(self, now: float) -> None:
        """A poll begins: it is the one that was asked for."""
        with self._lock:
            self._now = False
            if self._burst_due <= now:
                self._burst_left -= 1
                self._burst_due = max(now, self._burst_due + self._burst_every) if self._burst_left else inf

    def close(self) -> None:
        """Nothing is done any more: who waits is told."""
        for asked in self.take():
            asked.done.set_exception(TooLate("the daemon ends; nothing was changed"))
