"""CPU per socket: the kernel's floor, the daemon, `ss`, pyroute2, in turn on the same sockets."""

from __future__ import annotations

import importlib
import json
import shutil
import socket
import statistics
import sys
import time
from importlib.util import find_spec
from typing import NamedTuple

from bench import floor, runs
from bench.table import Section

FEW, MANY = 3, 13
"""Polls of the daemon's two runs: their difference has no start-up in it."""
IDLE_INTERVAL_SECONDS = 0.1
SS = ("ss", "-tinoem")
FLOOR, DAEMON, SS_NAME, PYROUTE2 = "receive and discard", "xtcp-ebpf", " ".join(SS), "pyroute2 (IPv6 only)"


class Cost(NamedTuple):
    """One measurement."""

    cpu: float
    """Seconds of one dump."""
    sockets: int


def interval_for(sockets: int, asked: float) -> float:
    """Seconds between the daemon's polls: as asked, but never so short that a poll cannot end."""
    return max(asked, sockets * 5e-6)


def measure(sockets: int, rounds: int, interval: float) -> tuple[Section, list[str]]:
    """The section, and what has to be said about it."""
    taken: dict[str, list[Cost]] = {}
    notes = []
    with_ss, with_pyroute2 = shutil.which(SS[0]) is not None, find_spec("pyroute2") is not None
    if not with_ss:
        notes.append("ss is not installed (package iproute2): no row for it")
    if not with_pyroute2:
        notes.append("pyroute2 is not installed (pip install --group bench): no row for it")
    interval = interval_for(sockets, interval)
    for _ in range(rounds):
        taken.setdefault(FLOOR, []).append(Cost(floor.cpu(MANY - FEW), sockets))
        taken.setdefault(DAEMON, []).append(Cost(daemon_cpu(interval), sockets))
        if with_ss:
            taken.setdefault(SS_NAME, []).append(Cost(runs.run(SS).cpu, sockets))
        if with_pyroute2:
            taken.setdefault(PYROUTE2, []).append(
                Cost(**json.loads(runs.run([sys.executable, "-m", "bench.rivals"], keep_output=True).output))
            )
    return section(taken), notes


def daemon_cpu(interval: float) -> float:
    """CPU seconds of one poll of the daemon."""
    few, many = (runs.daemon(polls, interval).cpu for polls in (FEW, MANY))
    return (many - few) / (MANY - FEW)


def idle(rounds: int) -> Section:
    """What a poll and a dump cost where there is no socket at all: call it before there are any."""
    taken = [(floor.cpu(MANY - FEW), daemon_cpu(IDLE_INTERVAL_SECONDS)) for _ in range(rounds)]
    rows = [(name, statistics.median(costs) * 1e3) for name, costs in zip((FLOOR, DAEMON), zip(*taken, strict=True), strict=True)]
    return Section("idle", "CPU of a poll without sockets", ("ms",), rows)


def section(taken: dict[str, list[Cost]]) -> Section:
    """Medians of the rounds; ratios are taken within each round first."""
    each = {name: [cost.cpu / cost.sockets * 1e6 for cost in costs] for name, costs in taken.items()}
    base, ours = each[FLOOR], [max(d - f, 1e-6) for d, f in zip(each[DAEMON], each[FLOOR], strict=True)]
    rows: list[tuple[str, *tuple[float | None, ...]]] = []
    for name, us in each.items():
        above = [u - b for u, b in zip(us, base, strict=True)]
        rows.append(
            (
                name,
                float(taken[name][0].sockets),
                statistics.median(us),
                None if name == FLOOR else statistics.median(above),
                statistics.median(u / b for u, b in zip(us, base, strict=True)),
                None if name == FLOOR else statistics.median(a / o for a, o in zip(above, ours, strict=True)),
                (max(us) - min(us)) / statistics.median(us) * 100,
            )
        )
    columns = ("sockets", "us a socket", "above floor", "x floor", "above, x ours", "spread %")
    return Section("cpu", "CPU of a whole process for one dump, children included", columns, rows)


def pyroute2_dump() -> Cost:
    """All that DiagSocket tells of the IPv6 sockets (a quarter: it keeps some 10 kB of objects for each), in this process."""
    diag = importlib.import_module("pyroute2").DiagSocket()
    diag.bind()
    try:
        start = time.process_time()
        found = diag.get_sock_stats(family=socket.AF_INET6, extensions=0xFF)
        return Cost(time.process_time() - start, len(found))
    finally:
        diag.close()


if __name__ == "__main__":
    print(json.dumps(pyroute2_dump()._asdict()))
