"""What has come and was not taken yet: bounded, so that a reader of ours that is slow slows the server."""

from __future__ import annotations

import threading
from collections import deque
from typing import NamedTuple

MOST_BYTES = 8 << 20


class Arrived(NamedTuple):
    """Some rows, or the end of a poll, or both."""

    chunk: bytes
    """Framed as in an Envelope."""
    rows: int
    poll: int = 0
    """The poll's number since the daemon's start; 0: the server does not say."""
    poll_end: bool = False


class Inbox:
    """One thread puts, one takes."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._changed = threading.Condition()
        self._waiting: deque[Arrived] = deque()
        self._bytes = 0
        self._closed = False
        self._error: Exception | None = None

    def put(self, arrived: Arrived) -> bool:
        """Waits for room; one that is larger than all the room is taken alone. False: nobody will take it."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or not self._waiting or self._bytes + len(arrived.chunk) <= self._most_bytes)
            if self._closed:
                return False
            self._waiting.append(arrived)
            self._bytes += len(arrived.chunk)
            self._changed.notify_all()
            return True

    def fail(self, error: Exception) -> None:
        """Nothing comes any more: `take` raises this when all has been taken."""
        with self._changed:
            self._error = error
            self._changed.notify_all()

    def take(self, seconds: float) -> list[Arrived]:
        """All that waits; nothing when nothing came within so many seconds. Raises what fail() was told."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._error, seconds)
            if not self._waiting and self._error:
                raise self._error
            taken = list(self._waiting)
            self._waiting.clear()
            self._bytes = 0
            self._changed.notify_all()
            return taken

    def close(self) -> None:
        """Nothing will be taken any more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
