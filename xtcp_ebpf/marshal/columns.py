"""Envelopes as columns, one for each field of the record: what Parquet is made of, without a Python object for a row.

A column of numbers is an array in the machine's byte order, 4 or 8 bytes each; absent is 0. A column of text or bytes is rows + 1 offsets
of 4 bytes, and the data of all rows behind one another; absent is empty. So Arrow takes them as they are. All arrays of one group stand in
one block, the texts' data beside it. `event_date` comes last: the UTC day of timestamp_ns as YYYY-MM-DD.
"""

from __future__ import annotations

import mmap
import struct
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from itertools import accumulate
from typing import NamedTuple, Protocol

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import DecodeError

from xtcp_ebpf.marshal.rows import FIELDS
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.wire import framing

NUMBER32, NUMBER64, TEXT, BYTES, DATE = range(5)
"""Kinds, as _columns.c counts them."""

TYPES = {
    FieldDescriptor.TYPE_INT64: ("int64", NUMBER64),
    FieldDescriptor.TYPE_UINT64: ("uint64", NUMBER64),
    FieldDescriptor.TYPE_UINT32: ("uint32", NUMBER32),
    FieldDescriptor.TYPE_ENUM: ("int32", NUMBER32),
    FieldDescriptor.TYPE_STRING: ("string", TEXT),
    FieldDescriptor.TYPE_BYTES: ("binary", BYTES),
}
"""Protobuf's type -> Arrow's, and the kind."""

CODES = {"int64": "q", "uint64": "Q", "uint32": "I", "int32": "i"}

LINE = 64
EPOCH = date(1970, 1, 1).toordinal()
NS_A_DAY = 86400 * 10**9

Raw = bytes | memoryview


class Column(NamedTuple):
    """One column. `number` is the field's; 0: it is made of another one."""

    name: str
    number: int
    type: str
    """As Arrow calls it."""
    kind: int

    @property
    def text(self) -> bool:
        return self.kind >= TEXT

    def room(self, rows: int) -> int:
        """Bytes in the block: whole cache lines, and one between, so that columns do not push each other out of the cache."""
        size = (rows + 1) * 4 if self.text else rows * (8 if self.kind == NUMBER64 else 4)
        return -(-size // LINE) * LINE + LINE


COLUMNS = (*(Column(f.name, f.number, *TYPES[f.type]) for f in FIELDS), Column("event_date", 0, "string", DATE))
"""In the order in which the .proto declares them; event_date last."""

_TIME = next(place for place, column in enumerate(COLUMNS) if column.name == "timestamp_ns")


class Damaged(ValueError):
    """What is no Envelope of valid rows: the number of the piece, and in it the offset of the row that is wrong."""

    def __init__(self, problem: str, piece: int, offset: int) -> None:
        super().__init__(f"the row at byte {offset} of envelope {piece}: {problem}")
        self.problem = problem
        self.piece = piece
        self.offset = offset


class Reader(Protocol):
    """Reads rows into columns. Stateless: one serves all threads."""

    name: str
    """`c` or `python`."""

    def count(self, body: Raw, start: int, most: int) -> tuple[int, int]:
        """(rows from offset `start` on, at most `most`; the offset behind them). Only frames are looked at. Raises Damaged, piece 0."""
        ...

    def read(self, pieces: tuple[Raw, ...], rows: int, out: memoryview) -> list[bytes]:
        """Fills the block `out` with the rows of all pieces; answers the data of each column of text. Raises Damaged."""
        ...


class Group(NamedTuple):
    """The columns of some rows. The block is used again for the next group."""

    rows: int
    block: memoryview
    texts: list[bytes]
    """For each column of text its data, in order."""

    def buffers(self) -> Iterator[tuple[Column, memoryview, bytes | None]]:
        """Each column with its numbers or offsets, and the data of a text."""
        texts, at = iter(self.texts), 0
        for column in COLUMNS:
            size = (self.rows + 1) * 4 if column.text else self.rows * (8 if column.kind == NUMBER64 else 4)
            yield column, self.block[at : at + size], next(texts) if column.text else None
            at += column.room(self.rows)


def pack() -> bytes:
    """The table for _columns.c."""
    return b"".join(struct.pack("=HBx", column.number or _TIME, column.kind) for column in COLUMNS)


class CReader:
    """Reader in C. Raises ImportError where it was not built."""

    name = "c"

    def __init__(self) -> None:
        from xtcp_ebpf.marshal import _columns

        self._c = _columns
        self._packed = pack()

    def count(self, body: Raw, start: int, most: int) -> tuple[int, int]:
        return self._c.count(Damaged, body, start, most)

    def read(self, pieces: tuple[Raw, ...], rows: int, out: memoryview) -> list[bytes]:
        return self._c.read(self._packed, Damaged, pieces, rows, out)


class PythonReader:
    """The same by protobuf's own parser: defines what is right, some thirty times slower."""

    name = "python"

    def count(self, body: Raw, start: int, most: int) -> tuple[int, int]:
        rows, end = 0, start
        try:
            for row in framing.rows(memoryview(body)[start:]):
                if rows == most:
                    break
                rows, end = rows + 1, end + len(row)
        except ValueError as error:
            if rows < most:
                raise Damaged(str(error), 0, end) from None
        return rows, end

    def read(self, pieces: tuple[Raw, ...], rows: int, out: memoryview) -> list[bytes]:
        records = [record for number, piece in enumerate(pieces) for record in _records(piece, number)]
        if len(records) != rows:
            raise Damaged(f"{len(records)} rows, and {rows} were counted", len(pieces), 0)
        texts, at = [], 0
        for column in COLUMNS:
            if column.text:
                values = [_text(column, record) for record in records]
                texts.append(b"".join(values))
                numbers = array("I", accumulate(map(len, values), initial=0)).tobytes()
            else:
                numbers = array(CODES[column.type], [getattr(record, column.name) for record in records]).tobytes()
            room = column.room(rows)
            out[at : at + room] = numbers.ljust(room, b"\0")
            at += room
        return texts


def _records(piece: Raw, number: int) -> Iterator[XtcpFlatRecord]:
    at = 0
    try:
        for row in framing.rows(piece):
            yield XtcpFlatRecord.FromString(bytes(row[framing.read_varint(row, 1)[1] :]))
            at += len(row)
    except (ValueError, DecodeError) as error:
        raise Damaged(str(error), number, at) from None


def _text(column: Column, record: XtcpFlatRecord) -> bytes:
    if column.kind == DATE:
        return date.fromordinal(EPOCH + record.timestamp_ns // NS_A_DAY).isoformat().encode()
    value: str | bytes = getattr(record, column.name)
    return value.encode() if isinstance(value, str) else value


def choose(c: Callable[[], Reader] = CReader) -> tuple[Reader, str]:
    """The reader in C, or the other with what has to be said about that."""
    try:
        return c(), ""
    except ImportError as error:
        return PythonReader(), (
            f"columns are read in Python, some thirty times slower: the part in C is not there ({error}): install a C compiler and the"
            " package again"
        )


def groups(bodies: Iterable[Raw], reader: Reader, most_rows: int) -> Iterator[Group]:
    """The rows of these Envelopes in groups of `most_rows`, the last one smaller. Raises Damaged with the Envelope's place in `bodies`."""
    block = _block(_room(most_rows))
    pieces: list[tuple[int, int, Raw]] = []
    held = 0
    for number, body in enumerate(bodies):
        start = 0
        while start < len(body):
            try:
                rows, end = reader.count(body, start, most_rows - held)
            except Damaged as error:
                raise Damaged(error.problem, number, error.offset) from None
            pieces.append((number, start, memoryview(body)[start:end]))
            held, start = held + rows, end
            if held == most_rows:
                yield _group(pieces, held, reader, block)
                pieces, held = [], 0
    if held:
        yield _group(pieces, held, reader, block)


def _block(size: int) -> memoryview:
    """A mapping of its own: it goes back to the system as soon as nobody needs it. Columns are many and far apart: few pages are best."""
    mapped = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    with suppress(OSError):  # a kernel without large pages
        mapped.madvise(mmap.MADV_HUGEPAGE)
    return memoryview(mapped)


def _room(rows: int) -> int:
    return sum(column.room(rows) for column in COLUMNS)


def _group(pieces: list[tuple[int, int, Raw]], rows: int, reader: Reader, block: memoryview) -> Group:
    out = block[: _room(rows)]
    try:
        return Group(rows, out, reader.read(tuple(piece for _, _, piece in pieces), rows, out))
    except Damaged as error:
        number, start, _piece = pieces[min(error.piece, len(pieces) - 1)]
        raise Damaged(error.problem, number, start + error.offset) from None
