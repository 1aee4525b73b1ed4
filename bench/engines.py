"""Decoding alone: both engines on datagrams that the kernel sent in this run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence

from bench.table import Section
from xtcp_ebpf.abc import Engine, Namespace, NamespaceId
from xtcp_ebpf.errors import EngineUnavailable
from xtcp_ebpf.record.stamp import Identity, Numbering
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.groups import groups
from xtcp_ebpf.wire.layout import layout

PYTHON_DATAGRAMS = 16
HOT_REPEATS = 200
_HERE = Namespace(1, "default", "", "own")
STAMP = Identity("bench", "bench 0", "00000000-0000-0000-0000-000000000000").stamp(_HERE, NamespaceId(1, 1), time.time_ns(), 1, 9, 0)


def engine(name: str) -> Engine:
    """With what the daemon decodes by default."""
    return choose(name, layout(groups("default")))[0]


def chunks(datagrams: Sequence[bytes]) -> list[tuple[bytes, int]]:
    """What the best engine there is makes of them: rows and how many, for each datagram that has any."""
    decoder, numbering = engine("auto"), Numbering()
    made = (decoder.decode(datagram, None, None, STAMP, numbering.reserve) for datagram in datagrams)
    return [(one.chunk, one.rows) for one in made if one.rows]


def measure(datagrams: Sequence[bytes], rounds: int) -> tuple[Section, list[str]]:
    """us of CPU for a row. `hot`: one datagram again and again, so that all of it is in the processor's caches."""
    few = datagrams[:PYTHON_DATAGRAMS]
    plans: list[tuple[str, Engine, Sequence[bytes]]] = [("python", engine("python"), few)]
    notes = []
    try:
        fast = engine("c")
        plans = [("c", fast, datagrams), ("c, hot", fast, [datagrams[len(datagrams) // 2]] * HOT_REPEATS), *plans]
    except EngineUnavailable as error:
        notes.append(f"no row for the C engine: {error}")
    taken: dict[str, list[float]] = {name: [] for name, _, _ in plans}
    counts: dict[str, tuple[int, int]] = {}
    for _ in range(rounds):
        for name, decoder, these in plans:
            seconds, rows, size = _decode(decoder, these)
            taken[name].append(seconds / rows * 1e6)
            counts[name] = rows, size
    first = taken[plans[0][0]]
    rows_out = [
        (
            name,
            float(counts[name][0]),
            statistics.median(us),
            counts[name][1] / counts[name][0],
            statistics.median(u / f for u, f in zip(us, first, strict=True)),
        )
        for name, us in taken.items()
    ]
    return Section("engines", "Engines, decoding only", ("rows", "us a row", "bytes a row", f"x {plans[0][0]}"), rows_out), notes


def _decode(decoder: Engine, datagrams: Sequence[bytes]) -> tuple[float, int, int]:
    """(CPU seconds, rows, bytes of rows)."""
    decode, reserve = decoder.decode, Numbering().reserve
    rows = size = 0
    start = time.thread_time_ns()
    for datagram in datagrams:
        made = decode(datagram, None, None, STAMP, reserve)
        rows += made.rows
        size += len(made.chunk)
    return (time.thread_time_ns() - start) / 1e9, rows, size
