"""The threads of this process: their names, their CPU time, and where each is."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Final

_PER_THREAD: Final = 0b110
"""CPUCLOCK_PERTHREAD and CPUCLOCK_SCHED of include/linux/posix-timers.h: a thread's own clock stands at ~tid << 3 | 0b110."""
DEEPEST: Final = 128
"""Calls of a stack that are looked at, from the innermost."""


def cpu_ns(tid: int) -> int | None:
    """CPU time of a thread of this process, the kernel's included; None: it is gone.

    By the kernel's number and not by pthread_getcpuclockid, which may crash when the thread has ended.
    """
    try:
        return time.clock_gettime_ns(~tid << 3 | _PER_THREAD)
    except OSError:
        return None


def tasks() -> list[int]:
    """All threads that the kernel knows, those of libraries too."""
    return [int(name) for name in os.listdir("/proc/self/task")]  # noqa: PTH208  a tenth of what Path takes


def comm(tid: int) -> str:
    """What the kernel calls it; empty: it is gone."""
    try:
        return Path(f"/proc/self/task/{tid}/comm").read_text(errors="replace").strip()
    except OSError:
        return ""


def calls(frame: FrameType | None) -> Iterator[tuple[CodeType, int, FrameType]]:
    """The calls of a stack with their lines, the innermost first."""
    for _ in range(DEEPEST):
        if frame is None:
            return
        yield frame.f_code, frame.f_lineno or 0, frame
        frame = frame.f_back


def name(code: CodeType, frame: FrameType) -> str:
    """`xtcp_ebpf.poller.Poller.poll`."""
    return f"{frame.f_globals.get('__name__', '?')}.{code.co_qualname}"


def dump() -> str:
    """Each thread with its name, number, CPU time and stack, the innermost call first; those without Python too."""
    frames = sys._current_frames()
    blocks, known = [], set()
    for thread in sorted(threading.enumerate(), key=lambda one: one.native_id or 0):
        if thread.ident is None or thread.native_id is None or thread.ident not in frames:
            continue  # it begins or ends just now
        known.add(thread.native_id)
        lines = [_head(thread.name, thread.native_id)]
        lines += [f"  {name(code, frame)} ({code.co_filename}:{line})" for code, line, frame in calls(frames[thread.ident])]
        blocks.append("\n".join(lines))
    del frames  # each keeps all that its function holds
    others = [tid for tid in tasks() if tid not in known]
    blocks += [_head(comm(tid) or "ended", tid) + "\n  no Python" for tid in others]
    return f"{len(known)} threads, and {len(others)} without Python\n\n" + "\n\n".join(blocks) + "\n"


def _head(called: str, tid: int) -> str:
    return f"{called} (thread {tid}), CPU {(cpu_ns(tid) or 0) / 1e9:.3f} s"
