"""What a reader of a format promises, and what readers have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.wire.framing import ROW_TAG, varint

Rows = tuple[bytes, int]
"""Rows framed as in an Envelope, and how many they are: what record.Batch takes."""

LONGEST: Final = 64 << 20
"""Bytes of a frame, line or map beyond which its length is taken for damage: the most that a reader holds."""

_AT_ONCE = 1000


class Reader(Protocol):
    """Bytes of one stream in, as they come and cut anywhere; rows out. Touches nothing."""

    frames: int
    """Whole frames so far: what the format has as its smallest piece that stands alone (an Envelope, a map, a line)."""
    strange: int
    """Rows with fields that this version does not know: only protobufList hands those on."""

    @property
    def pending(self) -> int:
        """Bytes of a frame that is not whole yet."""
        ...

    def feed(self, data: bytes) -> Iterator[Rows]:
        """The rows that are complete now. Raises CaptureError at the first damage, behind all rows before it; then it is of no more use."""
        ...

    def end(self) -> Iterator[Rows]:
        """The stream is over: what is left. Raises CaptureError when the last frame is cut, behind its rows that are whole."""
        ...


def framed(record: XtcpFlatRecord) -> bytes:
    """The record as a row of an Envelope."""
    body = record.SerializeToString()
    return bytes((ROW_TAG,)) + varint(len(body)) + body


def gathered(records: Iterable[XtcpFlatRecord]) -> Iterator[Rows]:
    """The same in few pieces. What came before a CaptureError goes out before it."""
    parts: list[bytes] = []
    try:
        for record in records:
            parts.append(framed(record))
            if len(parts) == _AT_ONCE:
                yield b"".join(parts), len(parts)
                parts.clear()
    except CaptureError:
        if parts:
            yield b"".join(parts), len(parts)
        raise
    if parts:
        yield b"".join(parts), len(parts)
