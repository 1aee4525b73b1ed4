"""What the start of a source takes, and what the daemon that runs with it weighs."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from bench import loaded, watched
from bench.loaded import Source
from bench.table import Row, Section

OFF = "off, -skip empty"
STARTS = 3
_FIRST_POLLS = 3
"""They dump what has to be dumped once; of those that follow CPU is taken."""
_LIMIT_SECONDS = 120.0
_LOOK_SECONDS = 0.02


def section(sources: Sequence[Source], interval: float, polls: int) -> Section:
    """By source. `interval`: seconds between the daemon's polls, of which so many are measured."""
    rows: list[Row] = [(OFF, None, None, None, *_daemon(interval, polls, "-bpf", "off", "-skip", "empty"))]
    for source in sources:
        took = loaded.load(source, STARTS)
        how = ("-bpf", "require", *source.flags, "-skip", "idle", "-maxStale", "1000000")
        rows.append((source.title, took.wall * 1e3, took.cpu * 1e3, took.child_mib or None, *_daemon(interval, polls, *how)))
    columns = ("start, ms", "start CPU, ms", "its child, MiB", "daemon, MiB", "CPU a poll, ms")
    return Section("starts", "Start of a source, and a whole daemon with it in which nothing happens", columns, rows)


def _daemon(interval: float, polls: int, *flags: str) -> tuple[float, float]:
    """VmRSS in MiB, and ms of CPU for one poll of the whole process."""
    timing = ("-frequency", f"{interval * 1000:.0f}ms", "-timeout", f"{interval * 900:.0f}ms")
    with watched.Watched("-dest", "null", "-marshal", "protobufList", *timing, *flags) as daemon:
        _until(daemon, _FIRST_POLLS)
        begun, before = daemon.said().polls, _cpu(daemon)
        _until(daemon, begun + polls)
        done, after, sample = daemon.said().polls, _cpu(daemon), daemon.sample()
        if sample is None or daemon.stop():
            raise SystemExit(f"bench: the daemon ended in mid run: {daemon.tail()}")
    return sample.rss_mib, (after - before) / (done - begun) * 1e3


def _until(daemon: watched.Watched, polls: int) -> None:
    end = time.monotonic() + _LIMIT_SECONDS
    while daemon.said().polls < polls:
        if not daemon.running or time.monotonic() > end:
            raise SystemExit(f"bench: the daemon has not made {polls} polls: {daemon.tail()}")
        time.sleep(_LOOK_SECONDS)


def _cpu(daemon: watched.Watched) -> float:
    """Seconds so far of all threads that live, from the scheduler's own nanoseconds."""
    tasks = Path(f"/proc/{daemon.process.pid}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9
