"""Polls of everything as the daemon makes them, in this process, one after the other on command: CPU, and what each one dumped."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bench.busy import QUIET_SECONDS, Busy, touch
from bench.loaded import SLOTS, Source
from xtcp_ebpf import config
from xtcp_ebpf.abc import DumpReport
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collection import Collection
from xtcp_ebpf.daemon import GARBAGE
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.destinations import registry
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.outlets import GATHER_BYTES
from xtcp_ebpf.record.batch import Batch
from xtcp_ebpf.tally import Tally

COUNTERS = "counters"
_SETTLING_POLLS = 20
_WAIT_SECONDS = 0.001
_FLAGS = ("-frequency", "300s", "-timeout", "299s", "-maxStale", "1000000", "-bpfMapSize", str(SLOTS))
"""A poll is over when it is over; the staleness dumps of -skip idle are in none of these figures."""


class Poll(NamedTuple):
    """One of them."""

    cpu: float
    """Seconds, of all threads."""
    dumps: int
    ours: int
    """Of these, dumps of namespaces that this run has made: BPF shows those outside the room too."""


class Polling:
    """`with Polling("-skip", "none") as polling: polling.poll()`. Raises AssistUnavailable."""

    def __init__(self, *flags: str) -> None:
        asked = config.load([*_FLAGS, *flags], {}).knobs
        clock, tally = SystemClock(), Tally()
        self.collection = Collection(asked, clock, tally)
        target = registry.parse("null")
        destination, marshaller = registry.find(target.scheme), formats.create("protobufList")
        self._sender = Sender(target, destination, marshaller, tally, clock, asked.queue_bytes, gather_bytes=GATHER_BYTES)
        self._batch = Batch(asked.envelope_flush_rows, asked.envelope_flush_bytes, self._sender.offer)
        self._number = 0

    def __enter__(self) -> Polling:
        self._sender.start()
        gc.collect()
        gc.disable()
        gc.freeze()
        return self

    def __exit__(self, *_: object) -> None:
        self.collection.close()
        self._sender.close(1.0)
        gc.unfreeze()
        gc.enable()

    def poll(self) -> Poll:
        """Until all its rows are sent. SystemExit unless it was whole."""
        self._number += 1
        start = time.process_time_ns()
        outcome = self.collection.poller.poll(self._number, self._batch.add)
        self._batch.flush("poll_end")
        self._sender.wake()
        while self._sender.waiting().rows:
            time.sleep(_WAIT_SECONDS)
        if gc.get_count()[0] >= GARBAGE:
            gc.collect()
        cpu = (time.process_time_ns() - start) / 1e9
        ours = [report for report in outcome.reports if report.namespace.found_by in ("own", "mount")]
        for report in ours:
            if not report.complete:
                raise SystemExit(f"bench: {report.namespace.name} was not read whole: {report.text}")
        return Poll(cpu, len(outcome.reports), len(ours))

    def reports(self) -> list[DumpReport]:
        """Of a poll whose rows go nowhere."""
        self._number += 1
        return self.collection.poller.poll(self._number, lambda _: None).reports

    def after_talk(self, busy: Busy, polls: int) -> list[Poll]:
        """Before each of them all that are busy have talked."""
        taken = []
        for _ in range(polls):
            busy.talk()
            time.sleep(QUIET_SECONDS)
            taken.append(self.poll())
        return taken

    def settle(self) -> None:
        """Poll until nothing of ours is dumped. SystemExit when that does not come."""
        for _ in range(_SETTLING_POLLS):
            time.sleep(QUIET_SECONDS)
            if not self.poll().ours:
                return
        raise SystemExit("bench: nobody talks, and polls with -skip idle dump namespaces all the same")

    def idle(self, polls: int) -> list[Poll]:
        """Nobody talks meanwhile. They are as far apart that the caches have had other things to do."""
        taken = []
        for _ in range(polls):
            time.sleep(QUIET_SECONDS)
            taken.append(self.poll())
        return taken

    def readings(self, before: Callable[[], None], times: int) -> float:
        """us of CPU of one reading of the source alone, the median of so many."""
        taken = []
        for _ in range(times):
            before()
            start = time.thread_time_ns()
            self.collection.assist.source.read()
            taken.append((time.thread_time_ns() - start) / 1e3)
        return statistics.median(taken)


class Idle(NamedTuple):
    """What -skip idle comes to with one source."""

    active: list[Poll]
    quiet: list[Poll]
    readings: tuple[float | None, float | None]
    """us of CPU of one reading of the marks alone: in which nothing is new, after all that are busy have talked. None: nothing is read."""
    marked: int
    """Namespaces of which the last reading told."""


def with_bpf(source: Source, busy: Busy, names: Sequence[str], times: int) -> Idle:
    """Each namespace is marked once before, so that the map is as full as it gets."""
    with Polling("-bpf", "require", *source.flags, "-skip", "idle") as polling:
        touch(names)
        polling.settle()
        active = polling.after_talk(busy, times)
        polling.settle()
        quiet = polling.idle(times)
        readings = polling.readings(lambda: None, times), polling.readings(busy.talk, times)
        return Idle(active, quiet, readings, len(polling.collection.assist.source.read().by_number))


def with_counters(busy: Busy, times: int) -> Idle:
    """Without BPF."""
    with Polling("-bpf", "off", "-skip", "idle") as polling:
        polling.settle()
        active = polling.after_talk(busy, times)
        polling.settle()
        return Idle(active, polling.idle(times), (None, None), 0)


class Cost(NamedTuple):
    """Of some polls."""

    ms: float
    """CPU of one, the median."""
    mean: float
    """ms of all, divided by how many they are."""
    dumps: float
    """The median."""
    us: float
    """CPU of one poll, for each namespace."""


def cost(polls: Sequence[Poll], namespaces: int) -> Cost:
    """`namespaces`: how many there are."""
    each = [poll.cpu * 1e3 for poll in polls]
    middle = statistics.median(each)
    return Cost(middle, statistics.mean(each), float(statistics.median(poll.dumps for poll in polls)), middle / namespaces * 1e3)
