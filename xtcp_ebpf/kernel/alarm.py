"""Waiting for a moment, for descriptors and for the word to end, all at once."""

from __future__ import annotations

import os
import select
import threading
import weakref
from collections.abc import Sequence


class Alarm(threading.Event):
    """An Event that ends a wait for descriptors too."""

    def __init__(self) -> None:
        super().__init__()
        self._bell = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)
        # Not when the wait is over: a signal handler may still call set().
        weakref.finalize(self, os.close, self._bell)

    def set(self) -> None:
        super().set()
        os.eventfd_write(self._bell, 1)

    def watch(self, seconds: float, descriptors: Sequence[int]) -> tuple[int, ...]:
        """Wait until one of the descriptors is readable, for set(), or until the time is over: those that are readable."""
        poll = select.poll()
        poll.register(self._bell, select.POLLIN)
        for descriptor in descriptors:
            poll.register(descriptor, select.POLLIN)
        return tuple(descriptor for descriptor, _ in poll.poll(seconds * 1000) if descriptor != self._bell)
