"""A command that goes on until it is told to end."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class GivenUp(Exception):
    """It has to end at once: nobody takes what is written."""


@contextmanager
def until_signal(stop: Callable[[], None], grace_seconds: float = 0.0) -> Iterator[None]:
    """The first SIGINT or SIGTERM calls `stop`, the second raises GivenUp wherever the main thread is. For the main thread.

    `grace_seconds` after the first it is raised too, if the block has not ended by then; 0: it may take as long as it likes.
    """
    asked = False

    def ask(number: int, _frame: object) -> None:
        nonlocal asked
        if asked or number == signal.SIGALRM:
            raise GivenUp("stdout was not read: rows that had come are not written, and the last may be cut")
        asked = True
        signal.setitimer(signal.ITIMER_REAL, grace_seconds)
        stop()

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)}
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)
