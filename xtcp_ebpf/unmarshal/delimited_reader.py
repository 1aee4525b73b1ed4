"""csv and tsv read back, by their header. A field without a column stays unset."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from google.protobuf.descriptor import FieldDescriptor

from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.marshal.rows import BY_COLUMN
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.unmarshal.field_values import FROM_TEXT, FromText, record
from xtcp_ebpf.unmarshal.reader import LONGEST, Rows, gathered
from xtcp_ebpf.unmarshal.stream_pieces import Ended, Piece

_WORDS = (FieldDescriptor.TYPE_STRING, FieldDescriptor.TYPE_BYTES, FieldDescriptor.TYPE_ENUM)


class DelimitedReader:
    """A frame is a record, mostly a line. A last line without its LF counts as cut: its last number may be."""

    def __init__(self, separator: str) -> None:
        self._separator = separator
        self._lines = Ended(b"\n", "a line")
        self._begun: list[bytes] = []
        self._begun_at = self._begun_size = 0
        self._quoted = False
        self._header: list[str] = []
        self._columns: list[tuple[str, FromText, str]] = []
        self._tells_header = False
        self.frames = 0
        self.strange = 0

    @property
    def pending(self) -> int:
        return self._begun_size + self._lines.pending

    def feed(self, data: bytes) -> Iterator[Rows]:
        return gathered(row for at, line in self._records(data) for row in self._row(at, line))

    def end(self) -> Iterator[Rows]:
        at, _ = self._lines.rest()
        if self.pending:
            raise CaptureError("the last line is cut off: it has no line end", self._begun_at if self._begun else at)
        yield from ()

    def _records(self, data: bytes) -> Iterator[Piece]:
        """Lines, those joined between which a quoted cell goes on."""
        for at, line in self._lines.feed(data):
            self._quoted ^= line.count(b'"') % 2 == 1
            if not self._begun and not self._quoted:
                yield at, line
                continue
            if not self._begun:
                self._begun_at = at
            self._begun.append(line)
            self._begun_size += len(line) + 1
            if self._begun_size > LONGEST:
                raise CaptureError(f"a quoted cell of more than {LONGEST} bytes", self._begun_at)
            if not self._quoted:
                whole = b"\n".join(self._begun)
                self._begun, self._begun_size = [], 0
                yield self._begun_at, whole

    def _row(self, at: int, line: bytes) -> Iterator[XtcpFlatRecord]:
        if not line.rstrip(b"\r"):
            return
        try:
            (cells,) = csv.reader([line.decode()], delimiter=self._separator, strict=True)
            if not self._header:
                self._head(cells)
            elif cells != self._header or not self._tells_header:
                yield self._record(cells)
                self.frames += 1
        except UnicodeDecodeError as error:
            raise CaptureError("this line is not UTF-8", at + error.start) from error
        except (ValueError, csv.Error) as error:
            what = "row" if self._header else "header"
            raise CaptureError(f"this line is no {what}: {error}", at) from error

    def _head(self, cells: list[str]) -> None:
        columns = []
        for cell in cells:
            field = BY_COLUMN.get(cell)
            if field is None:
                raise ValueError(f"there is no column {cell[:60]!r}")
            empty = field.type in _WORDS and field.name != "record_kind"
            columns.append((field.name, FROM_TEXT[field.name], "" if empty else "0"))
            # Files joined have their headers among the rows; one of words alone may be a row.
            self._tells_header |= field.type not in _WORDS
        self._header, self._columns = cells, columns

    def _record(self, cells: list[str]) -> XtcpFlatRecord:
        if len(cells) != len(self._columns):
            raise ValueError(f"the header has {len(self._columns)} columns, this line {len(cells)}")
        values = {}
        for (name, read, zero), cell in zip(self._columns, cells, strict=True):
            if cell != zero:
                try:
                    values[name] = read(cell)
                except ValueError as error:
                    raise ValueError(f"{name}: {error}") from None
        return record(values)
