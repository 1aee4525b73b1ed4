"""What -promTcpStats costs: counting rows beside decoding them, the end of a poll, a scrape.

    python -m bench.tcp_stats [--sockets 8000] [--rounds 7] [--json]       as root

Rows are those of real sockets in a room of their own. CPU of the calling thread; what follows one another in a round is compared there.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from prometheus_client import CollectorRegistry, generate_latest

from bench import engines, floor, room
from bench.table import Row, Section
from bench.world import World
from xtcp_ebpf.abc import DumpReport, Namespace, NamespaceId
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.tcp_stats.accumulate import Accumulator, PythonAccumulator, choose
from xtcp_ebpf.tcp_stats.families import TcpCollector
from xtcp_ebpf.tcp_stats.picture import ESTABLISHED
from xtcp_ebpf.tcp_stats.pictures import draw

GROUP_ROWS = 2000
"""What a dump delivers at once: some 1 MiB."""
PYTHON_ROWS = 500
NAMESPACES = 1000
MOST = 20

Chunks = list[tuple[bytes, int]]


class Poll(NamedTuple):
    """Outcome of poller.py, as far as it is read."""

    namespaces: tuple[Namespace, ...]
    reports: Sequence[DumpReport]
    skipped: dict[str, Sequence[Namespace]]


def groups(chunks: Chunks, most: int) -> list[Chunks]:
    """As Hold of reading.py gives them on."""
    made: list[Chunks] = [[]]
    for chunk in chunks:
        if made[-1] and sum(rows for _, rows in made[-1]) + chunk[1] > most:
            made.append([])
        made[-1].append(chunk)
    return made


def seconds(work: Callable[[], object]) -> float:
    start = time.thread_time_ns()
    work()
    return (time.thread_time_ns() - start) / 1e9


def rows_section(datagrams: Sequence[bytes], rounds: int) -> Section:
    """us a row: decoding, then counting what was decoded."""
    decoder, chunks = engines.engine("auto"), engines.chunks(datagrams)
    rows = sum(n for _, n in chunks)
    size = sum(len(chunk) for chunk, _ in chunks)
    fast, few = choose()[0], chunks[: max(1, PYTHON_ROWS * len(chunks) // rows)]
    plans: list[tuple[str, Callable[[], object], int]] = [
        (f"decoding ({decoder.name})", lambda: [decoder.decode(d, None, None, engines.STAMP, lambda _: 1) for d in datagrams], rows),
        (f"counting ({fast.name}), {GROUP_ROWS} rows", _counting(fast, groups(chunks, GROUP_ROWS)), rows),
        (f"counting ({fast.name}), a datagram", _counting(fast, groups(chunks, 1)), rows),
        ("counting (python)", _counting(PythonAccumulator(), [few]), sum(n for _, n in few)),
    ]
    taken: dict[str, list[float]] = {name: [] for name, _, _ in plans}
    for _ in range(rounds):
        for name, work, count in plans:
            taken[name].append(seconds(work) / count * 1e6)
    first = taken[plans[0][0]]
    lines: list[Row] = [
        (name, statistics.median(us), min(us), statistics.median(a / b for a, b in zip(us, first, strict=True)))
        for name, us in taken.items()
    ]
    return Section(
        "tcp_stats", f"-promTcpStats, a row ({rows} rows of {size // rows} bytes)", ("us a row", "the least", "x decoding"), lines
    )


def _counting(accumulator: Accumulator, these: list[Chunks]) -> Callable[[], object]:
    return lambda: [accumulator.add(tuple([chunk for chunk, _ in group])) for group in these]


def polls_section(rounds: int) -> Section:
    """ms of a poll in which all are dumped, of one in which none is, and of a scrape; a namespace has one socket."""
    spaces = tuple(Namespace(1000 + n, f"namespace-{n}", "", "mount", cookie=n, first_seen=1.0) for n in range(NAMESPACES))
    delivered = [[_row(namespace)] for namespace in spaces]
    reports = [DumpReport(n, 1.0, 0.1, 1, 1, True, seen=NamespaceId(n.inode, n.cookie)) for n in spaces]
    pictures = draw(Tally())
    deliver = pictures.before(lambda _: None)
    registry = CollectorRegistry(auto_describe=False)
    registry.register(TcpCollector(pictures.read, MOST))
    idle, dumped = Poll(spaces, [], {"idle": spaces}), Poll(spaces, reports, {})
    taken: dict[str, list[float]] = {"rows of all pass by": [], "all dumped": [], "all idle": [], "a scrape": []}
    for _ in range(rounds):
        for name, work in (
            ("rows of all pass by", lambda: [deliver(chunks) for chunks in delivered]),
            ("all dumped", lambda: pictures.ended(dumped)),
            ("all idle", lambda: pictures.ended(idle)),
            ("a scrape", lambda: generate_latest(registry)),
        ):
            taken[name].append(seconds(work) * 1e3)
    lines: list[Row] = [(name, statistics.median(ms)) for name, ms in taken.items()]
    return Section("tcp_stats_polls", f"-promTcpStats, {NAMESPACES} namespaces", ("ms",), lines)


def _row(namespace: Namespace) -> tuple[bytes, int]:
    record = XtcpFlatRecord(
        hostname="bench",
        netns_inode=namespace.inode,
        netns_cookie=namespace.cookie,
        inet_diag_msg_state=ESTABLISHED,
        tcp_info_rtt=1 + namespace.cookie,
    )
    return Envelope(row=[record]).SerializeToString(), 1


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.tcp_stats", description="CPU of counting rows for -promTcpStats.")
    parser.add_argument("--sockets", type=int, default=8000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(words)
    if not room.inside():
        return room.run("bench.tcp_stats", words)
    room.furnish()
    with World() as world:
        world.grow(asked.sockets)
        found = [rows_section(floor.datagrams(), asked.rounds), polls_section(asked.rounds)]
    print(json.dumps({one.key: one.plain() for one in found}) if asked.json else "\n\n".join(one.text() for one in found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
