"""Payloads of protobufList become one Parquet file in memory, a row group at a time: it takes one group's columns and the compressed part.

Every field of the record is a column with the .proto's name, none has nulls; `event_date` is the last. Each column carries its field number
as Parquet's field id.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from inspect import signature
from typing import Any, NamedTuple

from xtcp_ebpf.destinations._extra import need
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.marshal.columns import COLUMNS, DATE, Damaged, Group, Reader, choose, groups
from xtcp_ebpf.wire.framing import read_varint

log = logging.getLogger(__name__)

GROUP_ROWS = 65536

DICTIONARY_BYTES = 32768
"""A column whose distinct values take more goes on without a dictionary: for counters and rates it would be a loss."""


ORDERED = [column.name for column in COLUMNS if not column.text or column.kind == DATE]
"""Columns with least and greatest value for each row group. For the others they cost more than readers gain."""


class Encoded(NamedTuple):
    """A whole file, and what could not go in."""

    data: Any
    """A pyarrow.Buffer; None when there is no row."""
    rows: int
    refused: dict[int, SendError]
    """The payload's place -> why, without retry."""


class Encoder:
    """Makes files. Raises SendError `missing_extra` without pyarrow."""

    def __init__(self, where: str, reader: Reader | None = None) -> None:
        self._arrow: Any = need("pyarrow", "s3")
        self._parquet: Any = need("pyarrow.parquet", "s3")
        # Of late a page has 20,000 rows at most; without that bound the file is smaller, as it was with older versions.
        bound = "max_rows_per_page"
        self._pages = {bound: GROUP_ROWS} if bound in signature(self._parquet.ParquetWriter.__init__).parameters else {}
        self._where = where
        self._reader, said = (reader, "") if reader else choose()
        if said:
            log.warning("%s: %s", where, said)
        self._types = {column.type: getattr(self._arrow, column.type)() for column in COLUMNS}
        self.schema: Any = self._arrow.schema([self._field(c.name, c.type, c.number) for c in COLUMNS])

    def _field(self, name: str, kind: str, number: int) -> Any:
        identity = {"PARQUET:field_id": str(number)} if number else None
        return self._arrow.field(name, self._types[kind], nullable=False, metadata=identity)

    def encode(self, payloads: Sequence[bytes]) -> Encoded:
        """One file of all payloads that are whole. Raises SendError `memory`, which is worth another try."""
        refused: dict[int, SendError] = {}
        try:
            while True:
                try:
                    return self._encode(payloads, refused)
                except Damaged as error:  # begun again without it: what has gone into the file cannot be taken out
                    text = f"{self._where}: a payload is damaged and cannot become columns: {error}"
                    refused[error.piece] = SendError("damaged", text, retry=False)
        except MemoryError as error:
            raise SendError("memory", f"{self._where}: no memory for an object of {len(payloads)} envelopes") from error

    def _encode(self, payloads: Sequence[bytes], refused: dict[int, SendError]) -> Encoded:
        out = self._arrow.BufferOutputStream()
        rows = 0
        with self._parquet.ParquetWriter(
            out,
            self.schema,
            compression="zstd",
            use_dictionary=True,
            dictionary_pagesize_limit=DICTIONARY_BYTES,
            write_statistics=ORDERED,
            write_page_checksum=True,
            store_schema=False,
            **self._pages,
        ) as writer:
            for group in groups(_bodies(payloads, refused), self._reader, GROUP_ROWS):
                writer.write_batch(self._batch(group), row_group_size=group.rows)
                rows += group.rows
        return Encoded(out.getvalue() if rows else None, rows, refused)

    def _batch(self, group: Group) -> Any:
        buffer = self._arrow.py_buffer
        arrays = []
        for column, numbers, text in group.buffers():
            buffers = [None, buffer(numbers)] if text is None else [None, buffer(numbers), buffer(text)]
            arrays.append(self._arrow.Array.from_buffers(self._types[column.type], group.rows, buffers))
        return self._arrow.RecordBatch.from_arrays(arrays, schema=self.schema)

    def release(self) -> None:
        """Give memory that Arrow keeps for later back to the system: the next object is half an hour away."""
        self._arrow.default_memory_pool().release_unused()


def _bodies(payloads: Sequence[bytes], refused: dict[int, SendError]) -> Iterator[bytes | memoryview]:
    """The Envelope of each payload; nothing for one that is refused. Raises Damaged."""
    for place, payload in enumerate(payloads):
        if place in refused:
            yield b""
            continue
        try:
            size, start = read_varint(payload, 0)
        except ValueError as error:
            raise Damaged(str(error), place, 0) from None
        if size != len(payload) - start:
            raise Damaged(f"{size} bytes announced, {len(payload) - start} there", place, 0)
        yield memoryview(payload)[start:]
