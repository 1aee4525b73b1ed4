"""How an Envelope stands in the spool: a header of 44 bytes, then its bytes.

     0  magic `XSP1`: the digit is the version          4  rows, u32              8  size of the Envelope in bytes, u32
    12  position, u64     20  rows before it, u64      28  bytes before it, u64   36  crc32 of the Envelope
    40  crc32 of these 40 bytes; all little-endian

A header that is whole tells how much it stands for, so a damaged body costs only itself. Rows and bytes before it are counted since
the spool began: whatever is missing between two headers, how much that was is their difference.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

MAGIC = b"XSP1"
HEAD_BYTES = 44

_FIELDS = struct.Struct("<4sIIQQQI")
_CHECK = struct.Struct("<I")


class Mark(NamedTuple):
    """A place in the spool: before the Envelope of this position."""

    position: int
    rows: int
    """Of all Envelopes before it, since the spool began."""
    bytes: int


class Head(NamedTuple):
    """What a header says."""

    at: Mark
    rows: int
    size: int
    crc: int

    @property
    def after(self) -> Mark:
        return Mark(self.at.position + 1, self.at.rows + self.rows, self.at.bytes + self.size)


def checksum(chunks: Iterable[bytes]) -> int:
    """crc32 of all chunks, as if they were joined."""
    crc = 0
    for chunk in chunks:
        crc = zlib.crc32(chunk, crc)
    return crc


def pack(head: Head) -> bytes:
    """The 44 bytes."""
    fields = _FIELDS.pack(MAGIC, head.rows, head.size, *head.at, head.crc)
    return fields + _CHECK.pack(zlib.crc32(fields))


def unpack(raw: bytes) -> Head | None:
    """None: that is no header, or a damaged one, or one of another version."""
    if len(raw) != HEAD_BYTES or not raw.startswith(MAGIC) or _CHECK.unpack_from(raw, _FIELDS.size)[0] != zlib.crc32(raw[: _FIELDS.size]):
        return None
    _, rows, size, position, rows_before, bytes_before, crc = _FIELDS.unpack_from(raw)
    return Head(Mark(position, rows_before, bytes_before), rows, size, crc)
