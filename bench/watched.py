"""The daemon in a process of its own, looked at while it runs: threads, descriptors, memory, what it logs, and CPU at the end."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

END_SECONDS = 15.0
_SAMPLE_SECONDS = 0.02
_POLL = re.compile(r" poll (\d+): \d+ namespaces, .* (\d+) ms$")
_OVERRUN = "longer than -frequency"
_IN_PART = "missing or in part"
_SWITCH = "switching to"
_END = re.compile(r" end: (\d+) polls, (\d+) rows sent, (\d+) dropped$")


class Sample(NamedTuple):
    """One look at the process."""

    threads: int
    descriptors: int
    rss_mib: float


class Said(NamedTuple):
    """What its log comes to."""

    polls: int
    longest_ms: int
    """The longest poll."""
    overruns: int
    """Polls that took longer than -frequency."""
    switches: int
    """Times that another source took over (bench.switching)."""
    in_part: int
    """Warnings of namespaces that a poll could not read whole."""
    warnings: int
    troubles: tuple[str, ...]
    """Lines of errors and tracebacks, the first few."""
    sent: int | None
    """Rows, as its last line says; None: it did not say."""
    dropped: int | None


class Watched:
    """`with Watched("-dest", "null") as daemon:` it runs from here on, and is ended with the block.

    `program`: the module that is it, and what that takes before the flags.
    """

    def __init__(self, *flags: str, program: Sequence[str] = ("xtcp_ebpf",)) -> None:
        self._log = tempfile.TemporaryFile("w+", errors="replace")  # noqa: SIM115  open as long as this object
        command = [sys.executable, "-m", *program, "-pollJitterPct", "0", "-d", "11", *flags]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self._log)
        self._proc = Path(f"/proc/{self.process.pid}")

    def __enter__(self) -> Watched:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.process.returncode is None:
            self.process.kill()
            self.process.wait()
        self._log.close()

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    def sample(self) -> Sample | None:
        """Now; None when it has ended."""
        try:
            status = (self._proc / "status").read_text()
            # An iterator: a list of names would be longer than the answer.
            threads, descriptors = (sum(1 for _ in os.scandir(self._proc / what)) for what in ("task", "fd"))
        except OSError:
            return None
        resident = next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0.0)
        return Sample(threads, descriptors, resident)

    def said(self) -> Said:
        """The log so far."""
        polls = longest = overruns = switches = in_part = warnings = 0
        troubles: list[str] = []
        sent = dropped = None
        # A handle of its own: the daemon writes at the position that it shares with ours.
        with Path(f"/proc/self/fd/{self._log.fileno()}").open(errors="replace") as log:
            for line in map(str.rstrip, log):
                if poll := _POLL.search(line):
                    polls, longest = int(poll[1]), max(longest, int(poll[2]))
                elif end := _END.search(line):
                    sent, dropped = int(end[2]), int(end[3])
                overruns += _OVERRUN in line
                switches += _SWITCH in line
                in_part += _IN_PART in line
                warnings += " WARNING " in line
                if (" ERROR " in line or " CRITICAL " in line or "Traceback" in line) and len(troubles) < 5:
                    troubles.append(line)
        return Said(polls, longest, overruns, switches, in_part, warnings, tuple(troubles), sent, dropped)

    def tail(self) -> str:
        """The end of the log, for a message."""
        return Path(f"/proc/self/fd/{self._log.fileno()}").read_text(errors="replace")[-1500:]

    def finish(self, seconds: float) -> float:
        """Wait until it ends by itself: CPU seconds, user and system. SystemExit when it fails or takes longer."""
        end = time.monotonic() + seconds
        while True:
            pid, status, used = os.wait4(self.process.pid, os.WNOHANG)
            if pid:
                self.process.returncode = os.waitstatus_to_exitcode(status)
                break
            if time.monotonic() > end:
                raise SystemExit(f"bench: the daemon has not ended within {seconds:.0f} s: {self.tail()}")
            time.sleep(_SAMPLE_SECONDS)
        if self.process.returncode:
            raise SystemExit(f"bench: the daemon ended with {self.process.returncode}: {self.tail()}")
        return used.ru_utime + used.ru_stime

    def stop(self) -> int:
        """As Ctrl-C does; the exit code. -9: it did not end in time."""
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


def polled(polls: int, interval: float, flags: Sequence[str]) -> float:
    """CPU seconds of the whole daemon for so many polls, nothing sent anywhere. SystemExit unless each poll was whole."""
    timing = ("-frequency", f"{interval * 1000:.0f}ms", "-timeout", f"{interval * 900:.0f}ms", "-maxLoops", str(polls))
    with Watched("-dest", "null", "-marshal", "protobufList", *timing, *flags) as daemon:
        cpu = daemon.finish(60 + 2 * polls * interval)
        if daemon.said().in_part:
            raise SystemExit(f"bench: polls {interval:.1f} s apart are too short to read everything here: ask for less: {daemon.tail()}")
    return cpu


def descriptors(needed: int, what: str) -> None:
    """Room for so many in this process and its children. SystemExit when the host does not give it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft >= needed:
        return
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (needed, max(needed, hard)))
    except (OSError, ValueError) as error:
        raise SystemExit(
            f"bench: {what} takes {needed} file descriptors, the limit is {hard}: raise it (ulimit -Hn) or ask for less"
        ) from error
