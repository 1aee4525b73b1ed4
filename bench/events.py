"""What one run of each program costs, as the kernel counts it, under a load that makes them run."""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from bench.echo import Echo
from bench.loaded import Loaded
from bench.table import Row, Section
from xtcp_ebpf.activity import bpf, tracepoints

WALKS = 50
SECONDS = 0.6
"""Of round trips, and of births: together more than the second after which what was lost is sent again."""
_LOST = 64
_ENABLE_STATS: Final = 32
_RUN_TIME = struct.Struct("=I")
PROGRAMS = (*tracepoints.TRACEPOINTS, "walk")


@contextmanager
def counted() -> Iterator[None]:
    """The kernel counts runs and their time (Linux 5.8), as with kernel.bpf_stats_enabled=1; no longer, however this process ends."""
    descriptor = bpf.bpf(_ENABLE_STATS, ctypes.create_string_buffer(_RUN_TIME.pack(0), _RUN_TIME.size))
    try:
        yield
    finally:
        os.close(descriptor)


def measure(echo: Echo, loaded: Sequence[Loaded], namespaces: int) -> tuple[Section, list[str]]:
    """ns of one run by source and program, and the notes. `namespaces`: how many the walk goes along."""
    rows: list[Row] = []
    runs: list[str] = []
    with counted():
        for source in loaded:
            before = {name: bpf.runs(program) for name, program in source.objects.programs.items()}
            with source.attached():
                _load(echo, source)
                after = {name: bpf.runs(program) for name, program in source.objects.programs.items()}
            costs: list[float | None] = []
            for name in PROGRAMS:
                run = after[name].runs - before[name].runs if name in after else 0
                costs.append((after[name].nanoseconds - before[name].nanoseconds) / run if run else None)
                runs += [f"{name} {run}"] if run else []
            costs.append(costs[-1] / namespaces if costs[-1] and namespaces else None)
            rows.append((source.source.title, *costs))
    columns = ("set_state, ns", "tcp_probe, ns", "retransmit, ns", "walk, ns", "a namespace")
    text = f"runs counted, source by source: {', '.join(runs)}; in each are the two readings of the clock by which the kernel counts"
    return Section("events", "Time of one run of each program", columns, rows), [text]


def _load(echo: Echo, source: Loaded) -> None:
    echo.lose(_LOST)
    for _ in range(WALKS):
        source.walk()
    echo.trips(SECONDS)
    echo.births(SECONDS)
