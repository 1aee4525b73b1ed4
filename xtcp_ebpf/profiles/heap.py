"""What memory was allocated where and is still in use: traced by Python itself (tracemalloc), for as long as somebody asks.

To trace makes each allocation several times dearer and takes some 60 bytes for each that lives: so it begins with the first who asks and
ends with the last. What was there before is not seen. Memory of C libraries is not Python's and not seen either.
"""

from __future__ import annotations

import threading
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Final

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.profiles.functions import Functions
from xtcp_ebpf.profiles.profile import Kind, Profile, Stack, Wait

KINDS: Final = (Kind("inuse_objects", "count"), Kind("inuse_space", "bytes"))
FRAMES: Final = 16
"""Calls that are kept of each allocation: 16 cost a tenth more than 8."""

_OURS: Final = frozenset({__file__, tracemalloc.__file__})
"""What tracing itself takes."""

_lock = threading.Lock()
_users = 0


@contextmanager
def tracing() -> Iterator[bool]:
    """Tracing is on; afterwards off again, unless another needs it or had it on before. Says whether it was on already."""
    global _users
    with _lock:
        was_on = tracemalloc.is_tracing()
        if not was_on:
            tracemalloc.start(FRAMES)
            _users = 0
        ours = not was_on or _users > 0
        _users += ours
    try:
        yield was_on
    finally:
        with _lock:
            _users -= ours
            if ours and not _users:
                tracemalloc.stop()


def taken(began_ns: int, duration_ns: int) -> Callable[[], Profile]:
    """What is in use now of what was allocated since tracing began. What is answered makes the profile of it, when tracing may be over.

    Raises RuntimeError when nothing traces.
    """
    current, peak = tracemalloc.get_traced_memory()
    remark = f"{current} bytes in use of those allocated since tracing began, {peak} at most"
    return partial(_profile, tracemalloc.take_snapshot(), began_ns, duration_ns, remark)


def trace(seconds: float, wait: Wait, clock: Clock) -> Profile:
    """What was allocated in so many seconds, or until `wait` says that it is enough, and is in use at their end.

    Where it is traced already, as with -profile.mode mem, since that began, and at once.
    """
    began_ns, began = clock.now_ns(), clock.monotonic()
    with tracing() as was_on:
        if not was_on:
            wait(seconds)
        profile = taken(began_ns, int((clock.monotonic() - began) * 1e9))
    return profile()


def _profile(snapshot: tracemalloc.Snapshot, began_ns: int, duration_ns: int, remark: str) -> Profile:
    functions = Functions()
    samples: dict[tuple[str, Stack], tuple[int, ...]] = {}
    for statistic in snapshot.statistics("traceback"):
        where = statistic.traceback
        if where[-1].filename not in _OURS:
            stack = tuple(functions.frame(one.filename, one.lineno) for one in reversed(where))
            count, size = samples.get(("", stack), (0, 0))
            samples["", stack] = count + statistic.count, size + statistic.size
    return Profile(KINDS, samples, began_ns, duration_ns, remarks=(remark,))
