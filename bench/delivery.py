"""What delivery costs, by destination and format: rows a second, CPU and bytes a row, at servers that run in this moment.

    make bench-delivery            python -m bench.delivery [--rows 200000] [--rounds 3] [--only null,tcp,kafka] [--json] [--record]

The rows are real: captured replies of a kernel, decoded once. Senders are the daemon's. CPU is that of this process with all its threads,
the client library's too; the servers are other processes. The brokers' servers are those of tests/servers.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from bench import engines, parquet, table
from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.targets import outputs
from xtcp_ebpf.wire.pcap import Capture

TOP = Path(__file__).resolve().parent.parent
CAPTURES = TOP / "pcaps"
ENVELOPE_BYTES = 786432
ENVELOPE_ROWS = 10000
PATIENCE_SECONDS = 300.0
TEXT = ("jsonl", "csv", "msgpack")
"""Formats besides protobufList, by the destinations that are not bound to one."""


class Way(NamedTuple):
    """One line of the table."""

    name: str
    options: str
    """What stands in front of the destination."""
    receiver: Callable[[Path], AbstractContextManager[str]]
    """Gives the destination while it is open."""
    rows: int


class Taken(NamedTuple):
    """One run of it."""

    rows: int
    seconds: float
    cpu: float
    sent_bytes: int


def envelopes(rows: int) -> list[Sealed]:
    """So many rows of this project's captures, again and again, in Envelopes as the daemon seals them."""
    chunks: list[tuple[bytes, int]] = []
    for capture in sorted(CAPTURES.glob("**/*.pcap")):
        with capture.open("rb") as file:
            chunks += engines.chunks([packet.data for packet in Capture(file.read)])
    made: list[Sealed] = []
    kept: list[bytes] = []
    count = size = total = 0
    while total < rows:
        for chunk, held in chunks:
            if kept and (size + len(chunk) > ENVELOPE_BYTES or count + held > ENVELOPE_ROWS):
                made.append(Sealed(tuple(kept), count, size, "bytes"))
                total += count
                kept, count, size = [], 0, 0
                if total >= rows:
                    break
            kept.append(chunk)
            count, size = count + held, size + len(chunk)
    return made


def run(way: Way, dest: str, sealed: list[Sealed]) -> Taken:
    """All of them through one sender. SystemExit unless all arrive."""
    (output,) = outputs(Knobs(dest=(way.options + dest,), queue_bytes=1 << 30, s3_flush_interval=1.0))
    sender = Sender(output.target, output.destination, output.marshaller(), Tally(), SystemClock(), 1 << 30)
    sender.start()
    sender.offer(sealed[0])
    sender.wake()
    _until(sender, sealed[0].rows)
    before, sent = sender.tally["sent_rows"], sender.tally["sent_bytes"]
    rows = sum(one.rows for one in sealed)
    start, cpu = time.monotonic(), time.process_time()
    for one in sealed:
        sender.offer(one)
    sender.end()
    _until(sender, before + rows)
    taken = Taken(rows, time.monotonic() - start, time.process_time() - cpu, sender.tally["sent_bytes"] - sent)
    sender.close(5)
    return taken


def _until(sender: Sender, rows: int) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while sender.tally["sent_rows"] < rows:
        if time.monotonic() > end or any(name.startswith("dropped") for name in sender.tally.read()):
            raise SystemExit(f"bench: {sender.name}: {sender.tally.read()}")
        time.sleep(0.002)


@contextmanager
def sink(scheme: str, folder: Path) -> Iterator[str]:
    """Somebody who takes everything, in another process."""
    path = [str(folder / f"{scheme}.sock")] if scheme.startswith("unix") else []
    command = [sys.executable, "-m", "bench.sinks", scheme, *path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=TOP) as process:
        assert process.stdout is not None and process.stdin is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()


@contextmanager
def server(kind: str, name: str, address: Callable[[Any], str], folder: Path) -> Iterator[str]:
    """A real one of tests/servers."""
    sys.path.insert(0, str(TOP / "tests"))
    with getattr(import_module(f"servers.{kind}"), name)(folder / kind) as running:
        yield address(running)


def ways(rows: int) -> list[Way]:
    """Every line. Formats of text get fewer rows: they are slower by two orders."""
    some = max(ENVELOPE_ROWS, rows // 20)
    here: Callable[[str], Callable[[Path], AbstractContextManager[str]]] = lambda dest: lambda folder: nullcontext(dest.format(folder))  # noqa: E731  a table reads better
    made = [Way("null", "", here("null"), rows), Way("file", "", here("file:{}/out"), rows)]
    made += [Way(f"file {name}", f"marshal={name},", here("file:{}/out." + name), some) for name in TEXT]
    made += [Way(scheme, "", partial(sink, scheme), rows) for scheme in ("tcp", "unix", "udp", "unixgram", "http")]
    made += [Way("http gzip", "httpCompression=gzip,", partial(sink, "http"), rows // 2)]
    made += [Way("tcp jsonl", "marshal=jsonl,", partial(sink, "tcp"), some)]
    made += [
        Way(f"kafka {name}", f"kafkaCompression={name},", partial(server, "kafka", "Kafka", _broker("kafka")), rows)
        for name in ("none", "zstd")
    ]
    made += [
        Way("nats", "", partial(server, "nats", "Nats", _broker("nats")), rows),
        Way("nsq", "", partial(server, "nsqd", "Nsqd", _broker("nsq")), rows),
        Way("valkey", "", partial(server, "valkey", "Valkey", _broker("valkey")), rows),
        Way("valkey stream", "valkeyStream=true,valkeyMaxlen=100,", partial(server, "valkey", "Valkey", _broker("valkey")), rows),
        Way("parquet", "", here("parquet:{}"), rows),
        Way("s3parquet", _keys(), partial(server, "s3", "S3", lambda running: f"s3parquet:{running.url}"), rows),
    ]
    return made


def _keys() -> str:
    """Those of the server that tests use."""
    return "s3Bucket=rows,s3AccessKey=xtcptests,s3SecretKey=tests/secret+key,"


def _broker(scheme: str) -> Callable[[Any], str]:
    return lambda running: f"{scheme}:127.0.0.1:{running.port}"


def measure(chosen: list[Way], rounds: int) -> table.Section:
    """Medians; every round runs every way once."""
    taken: dict[str, list[Taken]] = {way.name: [] for way in chosen}
    made = {rows: envelopes(rows) for rows in {way.rows for way in chosen}}
    for _ in range(rounds):
        for way in chosen:
            _say(way.name)
            with tempfile.TemporaryDirectory(prefix="xtcp-bench-") as folder, way.receiver(Path(folder)) as dest:
                taken[way.name].append(run(way, dest, made[way.rows]))
    rows = [
        (
            name,
            statistics.median(one.rows / one.seconds for one in runs) / 1000,
            statistics.median(one.cpu / one.rows for one in runs) * 1e6,
            statistics.median(one.sent_bytes / one.rows for one in runs),
        )
        for name, runs in taken.items()
    ]
    return table.Section("delivery", "Delivery, one sender", ("1,000 rows/s", "us CPU a row", "bytes a row"), rows)


def main(words: list[str]) -> int:
    """The exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.delivery", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=200000, help="rows of a run in protobufList (200000)")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured, in turn (3)")
    parser.add_argument("--only", default="", help="these lines, with commas between")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    parser.add_argument("--record", nargs="?", type=Path, const=table.FIGURES, help="append the table to this page (docs/figures.md)")
    asked = parser.parse_args(words)
    if asked.rows < ENVELOPE_ROWS or asked.rounds < 1:
        parser.error(f"--rows takes {ENVELOPE_ROWS} or more, --rounds 1 or more")
    all_ways = ways(asked.rows)
    names = [name for name in asked.only.split(",") if name] or [way.name for way in all_ways]
    if unknown := set(names) - {way.name for way in all_ways}:
        parser.error(f"--only: there is no {', '.join(sorted(unknown))}; there are {', '.join(way.name for way in all_ways)}")
    head = table.header(0, asked.rounds, (), engines.engine("auto").name)
    sections = [measure([way for way in all_ways if way.name in names], asked.rounds)]
    if "parquet" in names:
        _say("parquet, by columns and by dicts")
        sections.append(parquet.section(envelopes(asked.rows // 4), asked.rounds))
    body = table.text(head, sections, [])
    print(table.as_json(head, sections, []) if asked.json else body)
    if asked.record:
        table.record(asked.record, head, words, body, "bench.delivery")
    return 0


def _say(what: str) -> None:
    print(f"bench: {what}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
