"""Threads that spend, and threads that wait: what profiles are to tell apart."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


def burn(enough: threading.Event) -> None:
    """Spends CPU time, in Python and nowhere else."""
    while not enough.is_set():
        for _ in range(2000):
            pass


def rest(enough: threading.Event) -> None:
    """Spends none."""
    enough.wait()


@contextmanager
def at_work() -> Iterator[threading.Event]:
    """With a thread `burner` and a thread `sleeper`, until the event is set or the block is over."""
    enough = threading.Event()
    threads = [threading.Thread(target=task, args=(enough,), name=name) for task, name in ((burn, "burner"), (rest, "sleeper"))]
    for thread in threads:
        thread.start()
    try:
        yield enough
    finally:
        enough.set()
        for thread in threads:
            thread.join()
