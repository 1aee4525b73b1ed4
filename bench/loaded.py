"""Sources of BPF assist whose programs are in the kernel and not attached: what is measured attaches them for as long as it lasts.

python -m bench.loaded SOURCE LOADER       in a fresh process: what it takes to start that source, as one JSON object
"""

from __future__ import annotations

import json
import logging
import os
import resource
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

from bench import runs
from xtcp_ebpf.activity import bpf, map_layout, probe, rules, tracepoints, walk
from xtcp_ebpf.activity.hooks import TP_BTF
from xtcp_ebpf.activity.objects import Objects
from xtcp_ebpf.activity.sources import LOADERS, reasons
from xtcp_ebpf.activity.start import start
from xtcp_ebpf.errors import AssistUnavailable
from xtcp_ebpf.kernel import caps
from xtcp_ebpf.tally import Tally

SLOTS = 16384
"""The default of -bpfMapSize."""
_FIRST_KEY = bytes(4)


class Source(NamedTuple):
    """A way to get marks by BPF."""

    title: str
    source: str
    loader: str

    @property
    def flags(self) -> tuple[str, ...]:
        """That ask the daemon for this one."""
        return "-bpfSource", self.source, "-bpfLoader", self.loader


WALK = Source("walk, libbpf", "walk", "libbpf")
SOURCES = (WALK, Source("tracepoints, libbpf", "tracepoints", "libbpf"), Source("tracepoints, bcc", "tracepoints", "bcc"))


class Load(NamedTuple):
    """What the start of a source takes, its probe included."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, children included."""
    child_mib: float
    """Peak of the largest child; 0: there was none."""


class Loaded:
    """`with Loaded(WALK) as loaded:` its objects are in the kernel. Raises AssistUnavailable."""

    def __init__(self, source: Source) -> None:
        self.source = source
        facts = probe.collect(caps.read().effective)
        choice = rules.choose(facts, source.source, source.loader, SLOTS)
        if not choice.tries:
            raise AssistUnavailable(*reasons(choice, ())[0])
        how = choice.tries[0]
        self.objects: Objects = LOADERS[how.loader](how.source, how.kind, SLOTS, facts.ring_buffers)
        self.tracepoints: Sequence[str] = walk.TRACEPOINTS if source.source == "walk" else tracepoints.TRACEPOINTS
        self._epoch = 0
        if source.source == "walk" and bpf.run(self.objects.programs["measure"], self.objects.maps["yardstick"]) != 1:
            self.objects.close()
            raise AssistUnavailable("cpus", "where each CPU keeps its counters could not be found out on this kernel")

    def __enter__(self) -> Loaded:
        return self

    def __exit__(self, *_: object) -> None:
        self.objects.close()

    @contextmanager
    def attached(self) -> Iterator[None]:
        """Its programs run, in a new epoch: each namespace is marked the slow way once."""
        self._epoch += 1
        bpf.update(self.objects.maps["control"], _FIRST_KEY, map_layout.CONTROL.pack(self._epoch, 0, 0, 0))
        with ExitStack() as links:
            for name in self.tracepoints:
                links.callback(os.close, bpf.attach(self.objects.programs[name], None if self.objects.kind == TP_BTF else name))
            yield

    def walk(self) -> None:
        """Once along the list of namespaces, as at each poll; nothing for a source that does not walk."""
        if program := self.objects.programs.get("walk"):
            bpf.run(program, SLOTS + walk.SPARE_STEPS)


def available(notes: list[str]) -> list[Source]:
    """Those that this host loads; of the others the notes say why not."""
    found = []
    for source in SOURCES:
        try:
            with Loaded(source):
                found.append(source)
        except AssistUnavailable as error:
            notes.append(f"{source.title}: {error.text}: no row for it")
    return found


def load(source: Source, times: int) -> Load:
    """The median of so many starts, each in a process of its own. SystemExit when one fails."""
    command = [sys.executable, "-m", "bench.loaded", source.source, source.loader]
    taken = [Load(**json.loads(runs.run(command, keep_output=True).output)) for _ in range(times)]
    return Load(*(statistics.median(each) for each in zip(*taken, strict=True)))


def start_here(source: str, loader: str) -> Load:
    """In this process, once."""
    logging.basicConfig(level=logging.WARNING)
    effective = caps.read().effective
    begun, before = time.perf_counter(), _cpu()
    started = start("require", source, loader, SLOTS, effective, Tally())
    took, used = time.perf_counter() - begun, _cpu() - before
    started.close()
    # ru_maxrss also counts what this process had when it forked: that is far below what a child with LLVM has.
    return Load(took, used, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    print(json.dumps(start_here(*sys.argv[1:])._asdict()))
