"""What the CPU time of this process goes to: a look at every thread, many times a second, by one thread and without signals.

What a thread has spent since the look before, by its own CPU clock, is put to the stack in which it is found. So the sum is exact, and a
thread that waits counts nothing. One that spends nothing for a while after it was found has waited there, and has spent somewhere else what
it had: that stands under BEFORE, at the end of the stack that waits. A signal could look closer, but would cut into system calls.

The looking thread must have the interpreter's lock, which others give up in system calls and in the C engine: so these are met more often
than what runs between them.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Collection
from dataclasses import dataclass
from types import CodeType, FrameType
from typing import Final

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.profiles.profile import Frame, Kind, Profile, Stack, Wait
from xtcp_ebpf.profiles.threads import calls, comm, cpu_ns, name, tasks

HERTZ: Final = 99
"""Not 100: what happens every 10 ms would be met each time, or never."""
MOST_HERTZ: Final = 1000
KINDS: Final = (Kind("samples", "count"), Kind("cpu", "nanoseconds"))
BEFORE: Final = Frame("[since the look before]")
NATIVE: Final = Frame("[no Python]")
WAITING_SECONDS: Final = 0.02
"""For longer than that nobody is kept from running by others."""
GRAIN_NS: Final = 100_000
"""Less than that waits until it is more: a thread that goes to sleep spends a last bit on that."""

FORGOTTEN: Final = 64
"""Threads that have ended, before they are looked for."""

_Stack = tuple[tuple[CodeType, int], ...]


@dataclass(slots=True)
class _Found:
    """Where a thread was when it had last spent something."""

    thread: str
    stack: _Stack
    spent_ns: int
    at: float
    until: float
    """When it was seen last to have spent nothing since."""


class Looks:
    """What looks at all threads come to."""

    def __init__(self) -> None:
        self._spent: dict[tuple[str, _Stack, bool], list[int]] = {}
        self._names: dict[CodeType, str] = {}
        self._before = {tid: cpu_ns(tid) or 0 for tid in tasks()}
        self._found: dict[int, _Found | None] = {}
        """Each thread that Python knows."""

    def look(self, at: float) -> None:
        """Put what each thread has spent since the last time to where it is."""
        threads = threading.enumerate()
        frames = sys._current_frames()
        for thread in threads:
            tid, ident = thread.native_id, thread.ident
            if tid is None or ident not in frames or (now := cpu_ns(tid)) is None:
                continue  # it begins or ends just now
            found = self._found.setdefault(tid, None)
            before = self._before.get(tid, 0)
            if now - before > GRAIN_NS:
                self._before[tid] = now
                self._settle(found)
                self._found[tid] = _Found(thread.name, self._stack(frames[ident]), now - before, at, at)
            elif found:
                found.until = at
        if len(self._found) > 2 * len(threads) + FORGOTTEN:
            self._forget({thread.native_id for thread in threads})

    def _forget(self, alive: Collection[int | None]) -> None:
        for tid in [tid for tid in self._found if tid not in alive]:
            self._settle(self._found.pop(tid))
            self._before.pop(tid, None)

    def _stack(self, innermost: FrameType) -> _Stack:
        stack = []
        for code, line, frame in calls(innermost):
            stack.append((code, line))
            if code not in self._names:
                self._names[code] = name(code, frame)
        return tuple(stack)

    def _settle(self, found: _Found | None) -> None:
        if found:
            waits = found.until - found.at > WAITING_SECONDS
            entry = self._spent.setdefault((found.thread, found.stack, waits), [0, 0])
            entry[0] += 1
            entry[1] += found.spent_ns

    def read(self) -> dict[tuple[str, Stack], tuple[int, ...]]:
        """Once, at the end: for each thread and stack how often it was met, and its CPU time. Threads of libraries have one stack each."""
        for tid, each in self._found.items():
            if each:
                each.spent_ns += max(0, (cpu_ns(tid) or 0) - self._before[tid])
            self._settle(each)
        found: dict[tuple[str, Stack], tuple[int, ...]] = {}
        for (thread, stack, waits), (times, spent) in self._spent.items():
            frames = tuple(Frame(self._names[code], code.co_filename, line, code.co_firstlineno) for code, line in stack)
            found[thread, (BEFORE, *frames) if waits else frames] = times, spent
        for tid in tasks():
            spent = (cpu_ns(tid) or 0) - self._before.get(tid, 0)
            if tid not in self._found and spent > 0:
                key = comm(tid), (NATIVE,)
                found[key] = 1, spent + found.get(key, (0, 0))[1]
        return found


def sample(seconds: float, wait: Wait, clock: Clock, hertz: int = HERTZ) -> Profile:
    """Look for so long, or until `wait` says that it is enough. The looking thread is among those that it sees."""
    began_ns, began = clock.now_ns(), clock.monotonic()
    ends, due, period, missed, taken = began + seconds, began, 1 / hertz, 0, 0
    looks = Looks()
    while (now := clock.monotonic()) < ends:
        due += period
        if due < now:  # it was not let in for so long: no burst of looks that all see the same
            missed += int((now - due) / period) + 1
            due = now + period
        if wait(max(0.0, min(due, ends) - now)):
            break
        looks.look(clock.monotonic())
        taken += 1
    samples = looks.read()
    return Profile(
        KINDS,
        samples,
        began_ns,
        int((clock.monotonic() - began) * 1e9),
        period_ns=round(1e9 * period),
        remarks=(f"{taken} looks at {hertz} Hz, {missed} left out",),
    )
