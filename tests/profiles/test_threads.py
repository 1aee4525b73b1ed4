"""Threads of this process, real ones."""

from __future__ import annotations

import sys
import threading
import time

from profiles.spenders import at_work, burn
from servers.process import until

from xtcp_ebpf.profiles import threads


def test_cpu_of_each_thread() -> None:
    """By the thread's own clock, whoever asks; of one that has ended there is none."""
    with at_work():
        found = {thread.name: thread.native_id or 0 for thread in threading.enumerate()}
        tasks = set(threads.tasks())
        ours = {thread.native_id for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)}
        assert ours & set(found.values()) <= tasks  # another may have ended meanwhile; of a library's nobody is told
        until(lambda: (threads.cpu_ns(found["burner"]) or 0) > 50_000_000, "50 ms of CPU", 10)
        assert (threads.cpu_ns(found["sleeper"]) or 0) < 20_000_000
        assert threads.comm(found["sleeper"])
    until(lambda: threads.cpu_ns(found["burner"]) is None, "the thread's end", 10)
    assert threads.comm(found["burner"]) == ""
    own = threads.cpu_ns(threading.get_native_id())
    assert own is not None
    assert abs(own - time.thread_time_ns()) < 50_000_000


def test_where_each_is() -> None:
    """Name, number, CPU and stack of each; the innermost call first."""
    with at_work():
        told = threads.dump()
    blocks = {block.split(" (thread")[0]: block for block in told.split("\n\n")[1:]}
    assert told.startswith(f"{len(blocks)} threads, and 0 without Python\n") or " without Python\n" in told
    assert f"  {burn.__module__}.burn (" in blocks["burner"]
    assert "  threading.Condition.wait (" in blocks["sleeper"].splitlines()[1]
    assert "  xtcp_ebpf.profiles.threads.dump (" in blocks["MainThread"].splitlines()[1]


def test_a_deep_stack_is_cut() -> None:
    """What stands deeper than so many calls is not looked at."""

    def deeper(depth: int) -> int:
        return deeper(depth - 1) if depth else len(list(threads.calls(sys._getframe())))

    assert deeper(3 * threads.DEEPEST) == threads.DEEPEST
