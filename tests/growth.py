"""Do calls leave objects behind? For tests of what is written in C, where a reference that is not given back stays for ever."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable


def growths(ways: Iterable[Callable[[], object]], times: int) -> list[int]:
    """Of each: the memory blocks of Python's that so many calls leave behind, beyond what the first few do."""
    gc.collect()
    gc.freeze()  # what is there by now is not walked over again and again
    return [_growth(way, times) for way in ways]


def _growth(way: Callable[[], object], times: int) -> int:
    for _ in range(20):
        way()
    gc.collect()
    before = sys.getallocatedblocks()
    for _ in range(times):
        way()
    gc.collect()
    return sys.getallocatedblocks() - before
