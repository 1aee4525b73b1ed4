"""Run a command to its end and say what it took."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

LIMIT_SECONDS = 600.0
SAMPLE_SECONDS = 0.02


class Used(NamedTuple):
    """What one process and the children that it waited for took."""

    cpu: float
    """Seconds, user and system."""
    peak_mib: float
    """Highest resident memory of the process itself."""
    output: str
    """Standard output, where it was wanted."""


def run(command: Sequence[str], *, keep_output: bool = False) -> Used:
    """Standard output goes to /dev/null unless it is kept.

    Raises SystemExit with the end of its messages when it fails or takes longer than LIMIT_SECONDS.
    """
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as messages:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out if keep_output else subprocess.DEVNULL, stderr=messages)
        end = time.monotonic() + LIMIT_SECONDS
        peak = 0.0
        try:
            while True:
                peak = max(peak, _peak_mib(process.pid))
                pid, status, used = os.wait4(process.pid, os.WNOHANG)
                if pid:
                    process.returncode = os.waitstatus_to_exitcode(status)
                    break
                if time.monotonic() > end:
                    process.kill()
                time.sleep(SAMPLE_SECONDS)
        finally:
            if process.returncode is None:
                process.kill()
                process.wait()
        if process.returncode:
            messages.seek(0)
            raise SystemExit(f"bench: {' '.join(command)} ended with {process.returncode}: {messages.read()[-1500:]}")
        out.seek(0)
        return Used(used.ru_utime + used.ru_stime, peak, out.read())


def daemon(polls: int, interval: float, extra: Sequence[str] = ()) -> Used:
    """The daemon for so many polls, `interval` seconds apart, nothing sent anywhere."""
    timing = (
        "-frequency",
        f"{interval * 1000:.0f}ms",
        "-timeout",
        f"{interval * 900:.0f}ms",
        "-pollJitterPct",
        "0",
        "-maxLoops",
        str(polls),
    )
    return run([sys.executable, "-m", "xtcp_ebpf", "-dest", "null", "-marshal", "protobufList", *timing, *extra])


def _peak_mib(pid: int) -> float:
    """VmHWM. Not ru_maxrss: that also counts what the parent had in memory when it forked."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)
