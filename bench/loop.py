"""What each stage of a reader costs for one datagram, in this process, on real sockets: each variant does one thing more than the last.

    python -m bench.loop [--sockets 20000] [--rounds 7] [--json]       as root

`dump` is CPU of the reading thread; the stages follow one another in every round, and a stage's own cost is the median of the differences.
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
from typing import NamedTuple

from bench import floor, room
from bench.world import World
from xtcp_ebpf.abc import Namespace, Sealed
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collector.pool import GrowingDoor
from xtcp_ebpf.collector.reading import Deliver, Poll, Reading
from xtcp_ebpf.kernel import memory
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


class Stage(NamedTuple):
    """One line of the answer."""

    name: str
    run: Callable[[], None]


class Reader:
    """The parts of one reader, put together step by step."""

    def __init__(self, engine: str = "auto") -> None:
        knobs = Knobs()
        enabled = groups(knobs.deserializers)
        self._engine = choose(engine, layout(enabled))[0]
        self._ext = idiag_ext(enabled)
        self._clock = SystemClock()
        self._identity = Identity("bench", "bench 0", "00000000-0000-0000-0000-000000000000")
        inode = os.stat("/proc/thread-self/ns/net").st_ino
        self._here = Namespace(inode, "default", "", "own")
        self._buffer = bytearray(floor.RECEIVE_BYTES)
        self._gate = Gate(self._buffer)
        self._door = GrowingDoor(Gate, floor.RECEIVE_BYTES)
        self._reading = Reading(self._engine, self._identity.stamp, self._clock, Tally(), ext=self._ext)
        self._marshaller = formats.create("protobufList")
        self._drop = Batch(knobs.envelope_flush_rows, knobs.envelope_flush_bytes, lambda _sealed: None)
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

    def _marshal(self, sealed: Sealed) -> None:
        self._marshaller.encode(sealed)


def measure(reader: Reader, rounds: int, dumps: int = 3) -> dict[str, list[float]]:
    """Stage -> CPU seconds of one dump, for each round."""
    taken: dict[str, list[float]] = {stage.name: [] for stage in reader.stages()}
    for _ in range(rounds):
        for stage in reader.stages():
            stage.run()
            start = time.thread_time_ns()
            for _ in range(dumps):
                stage.run()
            taken[stage.name].append((time.thread_time_ns() - start) / dumps / 1e9)
    return taken


def report(taken: dict[str, list[float]], sockets: int, datagrams: int) -> list[dict[str, float | str]]:
    """One row for each stage: us per socket so far, the stage's own us per socket and per datagram, ratio to the first."""
    rows: list[dict[str, float | str]] = []
    first = previous = next(iter(taken.values()))
    for name, seconds in taken.items():
        own = statistics.median(b - a for a, b in zip(previous, seconds, strict=True)) if previous is not seconds else seconds_of(seconds)
        ratio = statistics.median(b / a for a, b in zip(first, seconds, strict=True))
        total = seconds_of(seconds)
        rows.append(
            {
                "stage": name,
                "us_per_socket": total / sockets * 1e6,
                "own_us_per_socket": own / sockets * 1e6,
                "own_us_per_datagram": own / datagrams * 1e6,
                "ratio": ratio,
            }
        )
        previous = seconds
    return rows


def seconds_of(seconds: list[float]) -> float:
    return statistics.median(seconds)


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.loop", description="CPU of each stage of a reader, on real sockets.")
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
        datagrams = len(floor.datagrams())
        memory.keep()
        reader = Reader(asked.engine)
        gc.freeze()
        rows = report(measure(reader, asked.rounds), world.sockets, datagrams)
    if asked.json:
        print(json.dumps({"sockets": world.sockets, "datagrams": datagrams, "stages": rows}))
        return 0
    print(f"{world.sockets} sockets, {datagrams} datagrams; us of CPU, median of {asked.rounds} rounds")
    print(f"{'':26s}{'per socket':>12s}{'this stage':>12s}{'a datagram':>12s}{'x bare':>9s}")
    for r in rows:
        print(f"{r['stage']:26s}{r['us_per_socket']:12.3f}{r['own_us_per_socket']:12.3f}{r['own_us_per_datagram']:12.2f}{r['ratio']:9.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
