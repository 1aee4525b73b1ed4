"""What each stage of a poll costs, in this process, on real sockets: each variant does one thing more than the last.

    python -m bench.loop [--sockets 20000] [--rounds 7] [--json]       as root

CPU of the whole process, so that what other threads do counts. The variants follow one another in every round, and a stage's own cost is
the median of the differences.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bench import floor, room
from bench.table import Section
from bench.world import World
from xtcp_ebpf.abc import Namespace, Plan, Sealed
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collector.pool import GrowingDoor, Pool
from xtcp_ebpf.collector.reading import Deliver, Poll, Reading
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.destinations import registry
from xtcp_ebpf.kernel import memory
from xtcp_ebpf.kernel.discovery.search import Discovery
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.record.batch import Batch
from xtcp_ebpf.record.stamp import Identity, Numbering
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire import request
from xtcp_ebpf.wire.dump import Dump
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.groups import groups, idiag_ext
from xtcp_ebpf.wire.layout import layout

_DONE = b"\3\0"
_WAIT_SECONDS = 0.001


class Stage(NamedTuple):
    """One line of the answer."""

    name: str
    run: Callable[[], None]


class Reader:
    """The parts of a poll, put together step by step."""

    def __init__(self, engine: str = "auto") -> None:
        knobs = Knobs()
        enabled = groups(knobs.deserializers)
        self._engine = choose(engine, layout(enabled))[0]
        self._ext = idiag_ext(enabled)
        self._clock = SystemClock()
        self._tally = Tally()
        self._identity = Identity("bench", "bench 0", "00000000-0000-0000-0000-000000000000")
        inode = Path("/proc/thread-self/ns/net").stat().st_ino
        self._here = Namespace(inode, "default", "", "own")
        self._buffer = bytearray(floor.RECEIVE_BYTES)
        self._gate = Gate(self._buffer)
        self._door = GrowingDoor(Gate, floor.RECEIVE_BYTES)
        self._reading = Reading(self._engine, self._identity.stamp, self._clock, self._tally, ext=self._ext)
        self._marshaller = formats.create("protobufList")
        self._drop = Batch(knobs.envelope_flush_rows, knobs.envelope_flush_bytes, lambda _sealed: None)
        target = registry.parse("null")
        self._sender = Sender(target, registry.find(target.scheme), self._marshaller, self._tally, self._clock, knobs.queue_bytes)
        self._sender.start()
        self._pool = Pool(min(4, os.cpu_count() or 1), self._reading, Gate, self._clock, self._tally, buffer_size=floor.RECEIVE_BYTES)
        self._discovery = Discovery()
        self._ship = Batch(knobs.envelope_flush_rows, knobs.envelope_flush_bytes, self._sender.offer)
        self._encode = Batch(knobs.envelope_flush_rows, knobs.envelope_flush_bytes, self._marshal)

    def stages(self) -> tuple[Stage, ...]:
        """In order; each does what the one before it does, and more."""
        return (
            Stage("bare receive", lambda: floor.discard(self._buffer)),
            Stage("+ DiagSocket.receive", self.receive),
            Stage("+ Dump.feed (decode)", self.decode),
            Stage("+ Reading (loop, hold)", lambda: self.read(lambda _chunks: None)),
            Stage("+ Batch", lambda: self.batch(self._drop)),
            Stage("+ protobufList", lambda: self.batch(self._encode)),
            Stage("+ Pool (reader threads)", lambda: self.pool(self._encode)),
            Stage("+ Sender (its thread)", self.send),
            Stage("+ Discovery", self.find),
        )

    def receive(self) -> None:
        transport = self._gate.open(self._here)
        transport.send(request.legacy(1, self._ext))
        while transport.receive(1.0)[4:6] != _DONE:
            pass
        transport.close()

    def decode(self) -> None:
        transport = self._gate.open(self._here)
        stamp = self._identity.stamp(self._here, transport.namespace, self._clock.now_ns(), 1, transport.fd, 0)
        dump = Dump(self._engine, 1, transport.portid, stamp, Numbering().reserve)
        transport.send(request.legacy(1, self._ext))
        while not dump.ended:
            dump.feed(transport.receive(1.0))
        transport.close()

    def read(self, deliver: Deliver) -> None:
        poll = Poll(1, Numbering().reserve, self._clock.monotonic() + 60, deliver)
        report = self._reading.read(self._door, self._here, 0, poll)
        if not report.complete:
            raise SystemExit(f"bench: the dump is not whole: {report.text}")

    def batch(self, batch: Batch) -> None:
        self.read(batch.add)
        batch.flush("poll_end")

    def pool(self, batch: Batch) -> None:
        plan = Plan(1, (self._here,), self._clock.monotonic() + 60)
        (report,) = self._pool.poll(plan, batch.add)
        if not report.complete:
            raise SystemExit(f"bench: the dump is not whole: {report.text}")
        batch.flush("poll_end")

    def send(self) -> None:
        self.pool(self._ship)
        while self._sender.waiting().rows:
            time.sleep(_WAIT_SECONDS)

    def find(self) -> None:
        self._discovery.find()
        self.send()

    def close(self) -> None:
        self._pool.close()
        self._sender.close(1.0)
        self._door.close()
        self._gate.close()

    def _marshal(self, sealed: Sealed) -> None:
        self._marshaller.encode(sealed)


def measure(reader: Reader, rounds: int, dumps: int = 3) -> dict[str, list[float]]:
    """Stage -> CPU seconds of one dump, for each round."""
    taken: dict[str, list[float]] = {stage.name: [] for stage in reader.stages()}
    for _ in range(rounds):
        for stage in reader.stages():
            stage.run()
            start = time.process_time_ns()
            for _ in range(dumps):
                stage.run()
            taken[stage.name].append((time.process_time_ns() - start) / dumps / 1e9)
    return taken


def section(rounds: int, sockets: int, engine: str = "auto") -> Section:
    """One row for each stage: us for a socket so far; what the stage itself adds, for a socket and for a datagram; ratio to the first."""
    datagrams = len(floor.datagrams())
    memory.keep()  # as the daemon does
    reader = Reader(engine)
    gc.freeze()
    try:
        taken = measure(reader, rounds)
    finally:
        reader.close()
    rows = []
    first = previous = next(iter(taken.values()))
    for name, seconds in taken.items():
        total = statistics.median(seconds)
        own = total if seconds is first else statistics.median(b - a for a, b in zip(previous, seconds, strict=True))
        ratio = statistics.median(b / a for a, b in zip(first, seconds, strict=True))
        rows.append((name, total / sockets * 1e6, own / sockets * 1e6, own / datagrams * 1e6, ratio))
        previous = seconds
    columns = ("us a socket", "own, a socket", "own, datagram", "x bare")
    return Section("stages", f"Stages of a poll, in one process ({datagrams} datagrams)", columns, rows)


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.loop", description="CPU of each stage of a poll, on real sockets.")
    parser.add_argument("--sockets", type=int, default=20000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--engine", choices=("auto", "c", "python"), default="auto")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(words)
    if not room.inside():
        return room.run("bench.loop", words)
    room.furnish()
    with World() as world:
        world.grow(asked.sockets)
        found = section(asked.rounds, world.sockets, asked.engine)
    print(json.dumps(found.plain()) if asked.json else f"{world.sockets} sockets, {asked.rounds} rounds\n{found.text()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
