"""protoText read back, row by row, in the layout in which it is written: `row {`, a field a line, `}`."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

from google.protobuf import text_format

from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.unmarshal.reader import Rows, gathered
from xtcp_ebpf.unmarshal.stream_pieces import Ended

_END = b"\n}\n"


class TextReader:
    """A frame is a row: a brace alone on a line ends nothing else, as texts have no line ends in them."""

    def __init__(self) -> None:
        self._rows = Ended(_END, "a row")
        self.frames = 0
        self.strange = 0

    @property
    def pending(self) -> int:
        return len(self._rows.rest()[1].strip())

    def feed(self, data: bytes) -> Iterator[Rows]:
        return gathered(row for at, text in self._rows.feed(data) for row in self._row(at, text + _END))

    def end(self) -> Iterator[Rows]:
        at, text = self._rows.rest()
        if text.strip():
            try:
                yield from gathered(self._row(at, text))
            except CaptureError:
                raise CaptureError("the last row is cut off", at) from None

    def _row(self, at: int, text: bytes) -> Iterator[XtcpFlatRecord]:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")  # of an escape that is none it only warns
                envelope = text_format.Parse(text, Envelope())
        except (text_format.ParseError, ValueError, Warning) as error:
            raise CaptureError(f"this is no row in text format: {error}", at) from error
        yield from envelope.row
        self.frames += 1
