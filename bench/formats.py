"""Formats: what turning sealed rows into a payload costs, and how large it is."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable

from bench.table import Section
from xtcp_ebpf.abc import Marshaller, Sealed
from xtcp_ebpf.marshal import formats

ROWS = 2000
WIDTH = 200
"""Places of a line of the table."""


def seal(chunks: Iterable[tuple[bytes, int]], most: int = ROWS) -> Sealed:
    """An Envelope of the first rows, whole chunks, no more than `most` unless the first chunk alone has more."""
    kept: list[bytes] = []
    rows = 0
    for chunk, count in chunks:
        if kept and rows + count > most:
            break
        kept.append(chunk)
        rows += count
    return Sealed(tuple(kept), rows, sum(map(len, kept)), "rows")


def measure(sealed: Sealed, rounds: int) -> Section:
    """us of CPU and bytes of payload for a row, in each format; the first payload of a format, which imports things, is not counted."""
    rows = []
    first = 0.0
    for name in formats.FORMATS:
        marshaller = formats.create(name, (), WIDTH)
        size = len(marshaller.encode(sealed))
        us = statistics.median(_encode(marshaller, sealed) for _ in range(rounds))
        first = first or us
        rows.append((name, us, size / sealed.rows, us / first))
    return Section("formats", f"Formats, marshalling only ({sealed.rows} rows)", ("us a row", "bytes a row", "x protobufList"), rows)


def _encode(marshaller: Marshaller, sealed: Sealed) -> float:
    """us a row. Repeated until it is long enough for the clock."""
    start = time.thread_time_ns()
    times = 0
    while times == 0 or time.thread_time_ns() - start < 2_000_000:
        marshaller.encode(sealed)
        times += 1
    return (time.thread_time_ns() - start) / 1e3 / times / sealed.rows
