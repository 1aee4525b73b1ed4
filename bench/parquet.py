"""Parquet from the encoded rows, against what one would write in Python: each row parsed, made a dict, and given to pyarrow."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from importlib import import_module

from bench.table import Row, Section
from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.destinations._parquet_file import Encoder
from xtcp_ebpf.marshal.protobuf_list import ProtobufList
from xtcp_ebpf.marshal.rows import FIELDS
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope

OURS = "parquet, from columns"
DICTS = "parquet, from dicts"


def section(sealed: Sequence[Sealed], rounds: int) -> Section:
    """us of CPU for a row, all threads, and bytes of a row in the file."""
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    encoder = Encoder("bench")
    payloads = [ProtobufList().encode(one) for one in sealed]
    bodies = [one.body() for one in sealed]
    rows = sum(one.rows for one in sealed)
    names = [field.name for field in FIELDS]

    def columns() -> int:
        return int(encoder.encode(payloads).data.size)

    def dicts() -> int:
        made = [{name: getattr(row, name) for name in names} for body in bodies for row in Envelope.FromString(body).row]
        out = arrow.BufferOutputStream()
        schema = arrow.schema([encoder.schema.field(name) for name in names])
        parquet.write_table(arrow.Table.from_pylist(made, schema=schema), out, compression="zstd")
        return int(out.getvalue().size)

    taken: dict[str, list[tuple[float, float]]] = {OURS: [], DICTS: []}
    for way in (columns, dicts):
        way()  # imports and first pages do not count
    for _ in range(rounds):
        taken[OURS].append(_cost(columns, rows))
        taken[DICTS].append(_cost(dicts, rows))
    base = statistics.median(us for us, _ in taken[OURS])
    lines: list[Row] = [
        (name, statistics.median(us for us, _ in runs), runs[0][1], statistics.median(us for us, _ in runs) / base)
        for name, runs in taken.items()
    ]
    return Section("parquet", f"Parquet in memory ({rows} rows)", ("us CPU a row", "bytes a row", "x columns"), lines)


def _cost(way: Callable[[], int], rows: int) -> tuple[float, float]:
    start = time.process_time()
    size = way()
    return (time.process_time() - start) / rows * 1e6, size / rows
