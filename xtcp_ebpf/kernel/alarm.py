"""Waiting for a moment, for descriptors and for the word to end, all at once."""

from __future__ import annotations

import contextlib
import os
import select
import threading
import weakref
from collections.abc import Sequence
from typing import Final

SIGNAL_SECONDS: Final = 1.0
"""No wait of the first thread is longer. A signal that comes right before one begins, or that another thread takes, does not end it,
and only this thread runs the handlers."""


class Alarm(threading.Event):
    """An Event that ends a wait for descriptors too; and so does a nudge, once."""

    def __init__(self) -> None:
        super().__init__()
        self._bell, self._nudge = (os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK) for _ in range(2))
        # Not when the wait is over: a signal handler may still call set().
        for descriptor in (self._bell, self._nudge):
            weakref.finalize(self, os.close, descriptor)

    def set(self) -> None:
        super().set()
        os.eventfd_write(self._bell, 1)

    def nudge(self) -> None:
        """End the watch that is under way, or the next one. Any thread may call it."""
        os.eventfd_write(self._nudge, 1)

    def watch(self, seconds: float, descriptors: Sequence[int]) -> tuple[int, ...]:
        """Wait until one of the descriptors is readable, for set(), for a nudge, or until the time is over: those that are readable."""
        poll = select.poll()
        for descriptor in (self._bell, self._nudge, *descriptors):
            poll.register(descriptor, select.POLLIN)
        readable = {descriptor for descriptor, _ in poll.poll(seconds * 1000)}
        if self._nudge in readable:
            with contextlib.suppress(BlockingIOError):
                os.eventfd_read(self._nudge)
        return tuple(descriptor for descriptor in descriptors if descriptor in readable)
