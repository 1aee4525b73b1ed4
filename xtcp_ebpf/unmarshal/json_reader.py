"""jsonl, humanize and protoJson read back: a JSON object a line. Which way a value is written shows in the value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.marshal.rows import BY_COLUMN
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.unmarshal.field_values import from_json, record
from xtcp_ebpf.unmarshal.reader import Rows, gathered
from xtcp_ebpf.unmarshal.stream_pieces import Ended, Piece

_SPACE = re.compile(r"[ \t\r\n]*")
_ENVELOPE = re.compile(r'[ \t\r]*\{[ \t\r]*"row"[ \t\r]*:[ \t\r]*\[[ \t\r]*')
_EMPTY = re.compile(r'[ \t\r]*\{[ \t\r]*(?:"row"[ \t\r]*:[ \t\r]*\[[ \t\r]*\][ \t\r]*)?\}[ \t\r]*')
_END = re.compile(r"[ \t\r]*\][ \t\r]*\}[ \t\r]*")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in an object")
    return found


class JsonReader:
    """A frame is a line; `envelopes`: a line is an Envelope, else a row."""

    def __init__(self, envelopes: bool) -> None:
        self._lines = Ended(b"\n", "a line")
        self._decoder = json.JSONDecoder(object_pairs_hook=_object)
        self._read = self._envelope if envelopes else self._row
        self.frames = 0
        self.strange = 0

    @property
    def pending(self) -> int:
        return self._lines.pending

    def feed(self, data: bytes) -> Iterator[Rows]:
        return gathered(row for piece in self._lines.feed(data) for row in self._line(piece))

    def end(self) -> Iterator[Rows]:
        piece = self._lines.rest()
        try:
            yield from gathered(self._line(piece))
        except CaptureError:
            raise CaptureError("the last line is cut off", piece[0]) from None

    def _line(self, piece: Piece) -> Iterator[XtcpFlatRecord]:
        at, line = piece
        if not line.strip():
            return
        try:
            yield from self._read(line.decode())
        except json.JSONDecodeError as error:
            raise CaptureError(f"this line is no whole JSON object: {error.msg} at its character {error.pos + 1}", at) from error
        except UnicodeDecodeError as error:
            raise CaptureError("this line is not UTF-8", at + error.start) from error
        except RecursionError as error:
            raise CaptureError("this line is no row: it is nested too deeply", at) from error
        except ValueError as error:
            raise CaptureError(f"this line is no {'row' if self._read == self._row else 'Envelope'}: {error}", at) from error
        self.frames += 1

    def _row(self, text: str) -> Iterator[XtcpFlatRecord]:
        yield _record(self._decoder.decode(text))

    def _envelope(self, text: str) -> Iterator[XtcpFlatRecord]:
        """Row by row: an Envelope of objects takes many times the memory of its text; and rows before a damage are good."""
        if _EMPTY.fullmatch(text):
            return
        head = _ENVELOPE.match(text)
        if not head:
            raise ValueError('it does not begin with {"row":[')
        at = head.end()
        while True:
            value, at = self._decoder.raw_decode(text, at)
            yield _record(value)
            if _END.fullmatch(text, at):
                return
            at = _gap(text, at)
            if text[at : at + 1] != ",":
                raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
            at = _gap(text, at + 1)


def _gap(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _record(value: object) -> XtcpFlatRecord:
    if not isinstance(value, dict):
        raise ValueError("a row is an object")
    values = {}
    for key, item in value.items():
        field = BY_COLUMN.get(key)
        if field is None:
            raise ValueError(f"there is no field {key[:60]!r}" + (": this is protoJson" if key == "row" else ""))
        try:
            values[field.name] = from_json(field.name, item)
        except ValueError as error:
            raise ValueError(f"{key}: {error}") from None
    return record(values)
