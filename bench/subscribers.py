"""What streams of records cost the collection: the time of a poll with none, one and twenty subscribers, side by side.

    python -m bench.subscribers [--rows 100000] [--polls 5] [--rounds 3] [--subscribers 0,1,20] [--queue-bytes N] [--beat 1]
                                [--json] [--record]

Once a second two readers decode --rows real rows from captured datagrams, as the daemon's do, and offer them to the hub of the streams. For
the kernel's share of a dump stands a checksum of as much time, without the interpreter's lock. The subscribers are two other processes on
the same host, made as nice as can be. Twenty are 7 of whole Envelopes, 4 of Envelopes by port, 4 of one socket in 100, 3 of records of one
in 100, and 2 of every record one a message, who cannot keep up with 100,000 a second, are dropped, and come again.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import sys
import threading
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import grpc

from bench import engines, one_stream, table
from bench.subscribed import WAYS, Clients
from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.api.record_service import RecordService
from xtcp_ebpf.api.subscribers import Subscribers
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.kernel import memory
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.record.batch import Batch
from xtcp_ebpf.record.stamp import Numbering
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire.pcap import Capture

CAPTURES = Path(__file__).resolve().parent.parent / "pcaps"
READERS = 2
GROUP_BYTES = 256 << 10
KERNEL_US = 1.45
"""A socket of a dump, in the kernel (docs/figures.md)."""
QUEUE_BYTES = 64 << 20
MIX = ("envelopes",) * 7 + ("envelopes, port",) * 4 + ("envelopes, 1 of 100",) * 4 + ("records, 1 of 100",) * 3 + ("records",) * 2


class Poll(NamedTuple):
    """How one went."""

    seconds: float
    cpu: float
    """Of this process, until the next one begins."""


class Producer:
    """Polls as the daemon's: readers that decode and hold, one batch, one hub."""

    def __init__(self, hub: Subscribers, rows: int) -> None:
        self._hub = hub
        self._engine = engines.engine("auto")
        self._plan = _plan(rows)
        self.rows = sum(rows for _, rows in self._plan)
        self.bytes = 0
        self._block = bytes(_checked_in(KERNEL_US))
        knobs = Knobs()
        self._batch = Batch(knobs.envelope_flush_rows, knobs.envelope_flush_bytes, self._offer)
        self._number = 0
        self._pool = ThreadPoolExecutor(READERS)

    def poll(self) -> float:
        """Its seconds."""
        self._number += 1
        self.bytes = 0
        start = time.monotonic()
        self._hub.poll_began(self._number)
        shares, numbering = iter(self._plan), Numbering()
        lock = threading.Lock()
        done = [self._pool.submit(self._read, shares, numbering, lock) for _ in range(READERS)]
        for one in done:
            one.result()
        self._batch.flush("poll_end")
        self._hub.poll_ended(self._number)
        return time.monotonic() - start

    def close(self) -> None:
        self._pool.shutdown()

    def _offer(self, sealed: Sealed) -> None:
        self.bytes += sealed.size
        self._hub.offer(sealed)

    def _read(self, shares: Iterator[tuple[bytes, int]], numbering: Numbering, lock: threading.Lock) -> None:
        held: list[tuple[bytes, int]] = []
        size = 0
        while True:
            with lock:
                share = next(shares, None)
            if share is None:
                break
            datagram, rows = share
            zlib.crc32(memoryview(self._block)[: rows * len(self._block) // _BLOCK_SOCKETS])
            made = self._engine.decode(datagram, None, None, engines.STAMP, numbering.reserve)
            held.append((made.chunk, made.rows))
            size += len(made.chunk)
            if size >= GROUP_BYTES:
                self._batch.add(held)
                held, size = [], 0
        self._batch.add(held)


_BLOCK_SOCKETS = 1000


def _checked_in(us: float) -> int:
    """Bytes whose checksum takes as long as the kernel takes for _BLOCK_SOCKETS sockets."""
    trial = bytes(8 << 20)
    times = []
    for _ in range(5):
        start = time.perf_counter()
        zlib.crc32(trial)
        times.append(time.perf_counter() - start)
    return int(len(trial) * us * _BLOCK_SOCKETS / 1e6 / min(times))


def _plan(rows: int) -> list[tuple[bytes, int]]:
    """Datagrams of captures, again and again, with their numbers of rows, until there are so many."""
    engine, numbering = engines.engine("auto"), Numbering()
    found: list[tuple[bytes, int]] = []
    for path in sorted(CAPTURES.glob("**/*.pcap")):
        with path.open("rb") as file:
            for packet in Capture(file.read):
                made = engine.decode(packet.data, None, None, engines.STAMP, numbering.reserve)
                if made.rows >= 10:
                    found.append((bytes(packet.data), made.rows))
    plan: list[tuple[bytes, int]] = []
    total = 0
    for datagram, held in itertools.cycle(found):
        if total >= rows:
            return plan
        plan.append((datagram, held))
        total += held
    raise AssertionError("no capture has rows")


class Stage(NamedTuple):
    """Some polls with so many subscribers."""

    polls: list[Poll]
    offered_rows: int
    offered_bytes: int
    counts: Counter[str]
    """Of the hub."""
    arrived: Counter[str]
    """At the clients."""


class World:
    """A hub that is served, and what polls into it."""

    def __init__(self, rows: int, queue_bytes: int, beat: float) -> None:
        self._beat = beat
        self.tally = Tally()
        self._hub = Subscribers(queue_bytes, self.tally, SystemClock(), streams=len(MIX))
        self._server = grpc.server(ThreadPoolExecutor(len(MIX) + 4))
        RecordService(self._hub, lambda _context: None).add_to(self._server)
        self._address = f"127.0.0.1:{self._server.add_insecure_port('127.0.0.1:0')}"
        self._server.start()
        self._producer = Producer(self._hub, rows)

    def stage(self, subscribers: int, polls: int) -> Stage:
        names = list(MIX[:subscribers])
        self._producer.poll()  # nobody hears it: it warms up
        clients = Clients(self._address, names) if names else None
        before = Counter(self.tally.read())
        taken, offered = [], 0
        for _ in range(polls):
            start, cpu = time.monotonic(), time.process_time()
            seconds = self._producer.poll()
            offered += self._producer.bytes
            time.sleep(max(0.0, start + self._beat - time.monotonic()))
            taken.append(Poll(seconds, time.process_time() - cpu))
        arrived = clients.read() if clients else Counter[str]()
        if clients:
            clients.close()
        _until_none(self._hub)
        counts = Counter(self.tally.read()) - before
        return Stage(taken, polls * self._producer.rows, offered, counts, arrived)

    def close(self) -> None:
        self._producer.close()
        self._hub.close()
        self._server.stop(1).wait()


def _until_none(hub: Subscribers) -> None:
    end = time.monotonic() + 10
    while hub.count:
        if time.monotonic() > end:
            raise SystemExit(f"bench: {hub.count} streams do not end")
        time.sleep(0.01)


@contextmanager
def world(rows: int, queue_bytes: int, beat: float) -> Iterator[World]:
    """Closed at the end."""
    made = World(rows, queue_bytes, beat)
    try:
        yield made
    finally:
        made.close()


def sections(stages: dict[int, list[Stage]]) -> list[table.Section]:
    """The polls by number of subscribers; and what the largest number got, by what was asked for."""
    base = statistics.median(poll.seconds for stage in next(iter(stages.values())) for poll in stage.polls)
    rows: list[table.Row] = []
    for subscribers, those in stages.items():
        polls = [poll for stage in those for poll in stage.polls]
        offered, counts = sum(stage.offered_rows for stage in those), sum((stage.counts for stage in those), Counter[str]())
        rows.append(
            (
                f"{subscribers} subscribers",
                statistics.median(poll.seconds for poll in polls) * 1000,
                max(poll.seconds for poll in polls) * 1000,
                statistics.median(poll.seconds for poll in polls) / base,
                sum(poll.cpu for poll in polls) / offered * 1e6,
                counts["grpc_rows_sent"] / len(polls) / 1000,
                counts["grpc_rows_missed"] / len(polls) / 1000,
                counts["grpc_streams_ended:behind"] + counts["grpc_streams_ended:stalled"],
            )
        )
    columns = ("poll ms", "worst ms", "x the first", "us CPU a row", "k rows sent", "k rows missed", "dropped")
    made = [table.Section("subscribers", "Polls, by subscribers (rows: thousands a poll, of all together)", columns, rows)]
    most = stages[max(stages)]
    arrived = sum((stage.arrived for stage in most), Counter[str]())
    polls_made = sum(len(stage.polls) for stage in most)
    share = sum(stage.offered_bytes for stage in most)
    kinds = Counter(MIX[: max(stages)])
    lines: list[table.Row] = [
        (
            name,
            kinds[name],
            arrived[f"messages:{name}"] / polls_made / kinds[name],
            arrived[f"bytes:{name}"] / share / kinds[name] * 100,
            arrived[f"ended:{name}"] / kinds[name],
        )
        for name in WAYS
        if kinds[name]
    ]
    heads = ("streams", "messages a poll", "% of all bytes", "times dropped")
    return [*made, table.Section("streams", f"What each stream got, of {max(stages)}", heads, lines)]


def main(words: list[str]) -> int:
    """The exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.subscribers", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=100000, help="rows of a poll, one poll a second (100000)")
    parser.add_argument("--polls", type=int, default=5, help="of one round (5)")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured, in turn (3)")
    parser.add_argument("--subscribers", default="0,1,20", help="numbers of them, at most 20, with commas between (0,1,20)")
    parser.add_argument("--queue-bytes", type=int, default=QUEUE_BYTES, help=f"-grpcQueueBytes ({QUEUE_BYTES})")
    parser.add_argument("--beat", type=float, default=1.0, help="seconds from poll to poll (1)")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    parser.add_argument("--record", nargs="?", type=Path, const=table.FIGURES, help="append the table to this page (docs/figures.md)")
    asked = parser.parse_args(words)
    numbers = [int(word) for word in asked.subscribers.split(",") if word.isdecimal()]
    if not numbers or max(numbers) > len(MIX) or min(asked.rows, asked.polls, asked.rounds, asked.queue_bytes) < 1:
        parser.error(f"--subscribers takes numbers up to {len(MIX)}; all others 1 or more")
    memory.keep()
    head = table.header(0, asked.rounds, (), engines.engine("auto").name)
    stages: dict[int, list[Stage]] = {number: [] for number in numbers}
    alone = one_stream.section(asked.rows)
    with world(asked.rows, asked.queue_bytes, asked.beat) as made:
        for _ in range(asked.rounds):
            for number in numbers:
                print(f"bench: {number} subscribers", file=sys.stderr)
                stages[number].append(made.stage(number, asked.polls))
    answer = [*sections(stages), alone]
    body = table.text(head, answer, [])
    print(table.as_json(head, answer, []) if asked.json else body)
    if asked.record:
        table.record(asked.record, head, words, body, "bench.subscribers")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
