"""protobufList read back: varint length, Envelope, one after the other. Rows are looked at and handed on byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from google.protobuf.message import DecodeError
from google.protobuf.unknown_fields import UnknownFieldSet

from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.unmarshal.reader import Rows
from xtcp_ebpf.unmarshal.stream_pieces import Frames
from xtcp_ebpf.wire import framing

_TAG = bytes((framing.ROW_TAG,))
_NO_ROW = "an Envelope holds nothing but rows, and here stands something else"


class ListReader:
    """A frame is an Envelope."""

    def __init__(self) -> None:
        self._frames = Frames()
        self.frames = 0
        self.strange = 0

    @property
    def pending(self) -> int:
        return self._frames.pending

    def feed(self, data: bytes) -> Iterator[Rows]:
        for at, body in self._frames.feed(data):
            yield from self._rows(body, at, whole=True)
        at, first = self._frames.begun(1)
        if first not in (b"", _TAG):  # what is no Envelope is not waited for
            raise CaptureError(_NO_ROW, at)

    def end(self) -> Iterator[Rows]:
        if self._frames.pending:
            at, body = self._frames.begun()
            with suppress(CaptureError):  # its last row is cut too
                yield from self._rows(body, at, whole=False)
            raise self._frames.torn()

    def _rows(self, body: bytes, at: int, whole: bool) -> Iterator[Rows]:
        good = rows = 0
        problem = ""
        try:
            for row in framing.rows(body):
                record = XtcpFlatRecord.FromString(bytes(row[framing.read_varint(row, 1)[1] :]))
                self.strange += len(UnknownFieldSet(record)) > 0
                good += len(row)
                rows += 1
        except DecodeError:
            problem = "the row here is no XtcpFlatRecord"
        except ValueError:
            problem = _NO_ROW
        self.frames += whole and not problem
        if rows:
            yield body[:good], rows
        if problem:
            raise CaptureError(problem, at + good)
