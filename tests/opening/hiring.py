"""Processes with rights for tests, gone when the test ends; and what the kernel says of a process."""

from __future__ import annotations

import os
import signal
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from xtcp_ebpf.kernel.privileges import NUMBERS
from xtcp_ebpf.opening import hirer
from xtcp_ebpf.opening.hirer import Openers
from xtcp_ebpf.opening.roles import Role
from xtcp_ebpf.opening.supervisor import Serve

PATIENCE = 10.0


def start(work: Mapping[Role, Serve], most: int = 8) -> Openers:
    """As the daemon starts them; some tests do so beside a thread that waits, which the daemon has not yet."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return hirer.start(work, most)


@contextmanager
def hired(work: Mapping[Role, Serve], most: int = 8) -> Iterator[Openers]:
    """For the length of a test."""
    made = start(work, most)
    try:
        yield made
    finally:
        made.close()


def children(pid: int) -> list[int]:
    """Processes that it started and that have not ended, oldest first."""
    return sorted(int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split())


def status(pid: int) -> dict[str, str]:
    """/proc/<pid>/status."""
    return dict(line.split(":\t", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines() if ":\t" in line)


def rights(pid: int, which: str = "CapEff") -> set[str]:
    """Names of the capabilities that a process has; those without a name here by number."""
    mask, names = int(status(pid)[which], 16), {number: name for name, number in NUMBERS.items()}
    return {names.get(number, str(number)) for number in range(64) if mask >> number & 1}


def alive(pid: int) -> bool:
    """It is there, and no zombie."""
    try:
        return "Z" not in status(pid)["State"]
    except (FileNotFoundError, ProcessLookupError):
        return False


def stop(pid: int) -> None:
    """SIGSTOP, and wait until every thread of it has stopped: it hangs."""
    os.kill(pid, signal.SIGSTOP)
    until(lambda: all("T (stopped)" in (task / "status").read_text() for task in Path(f"/proc/{pid}/task").iterdir()))


def until(true: Callable[[], object], what: str = "") -> None:
    """Wait for it, within bounds."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, what or "it did not come true"
        time.sleep(0.005)
