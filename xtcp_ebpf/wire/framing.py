"""Rows inside a chunk: Envelope field 10, one after the other, nothing between.

0x52  varint(length of row)  row        (tag 0x52 = field 10, wire type 2)
"""

from __future__ import annotations

from collections.abc import Iterator

from xtcp_ebpf.abc import Sealed

ROW_TAG = 0x52


def varint(value: int) -> bytes:
    """The base-128 varint of an unsigned number below 2**64."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def read_varint(data: bytes | memoryview, at: int) -> tuple[int, int]:
    """(value, offset behind it). Raises ValueError when it is cut off or longer than ten bytes."""
    value = shift = 0
    for offset in range(at, min(at + 10, len(data))):
        byte = data[offset]
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, offset + 1
        shift += 7
    raise ValueError(f"no varint at byte {at}")


def rows(chunk: bytes | memoryview) -> Iterator[memoryview]:
    """Each row of the chunk, frame included, in order. Raises ValueError at the first thing that is no framed row."""
    view = memoryview(chunk)
    at = 0
    while at < len(view):
        if view[at] != ROW_TAG:
            raise ValueError(f"tag {view[at]:#x} instead of {ROW_TAG:#x} at byte {at} of a chunk")
        size, start = read_varint(view, at + 1)
        end = start + size
        if end > len(view):
            raise ValueError(f"the row at byte {at} of a chunk is cut off: {size} bytes announced, {len(view) - start} there")
        yield view[at:end]
        at = end


def records(chunk: bytes | memoryview) -> Iterator[memoryview]:
    """Each serialised XtcpFlatRecord of the chunk, without its frame."""
    for row in rows(chunk):
        yield row[read_varint(row, 1)[1] :]


def split(sealed: Sealed, max_rows: int) -> Iterator[Sealed]:
    """The same rows in Envelopes of at most `max_rows` each, in order."""
    kept: list[memoryview] = []
    for chunk in sealed.chunks:
        for row in rows(chunk):
            kept.append(row)
            if len(kept) == max_rows:
                yield _part(kept)
                kept = []
    if kept:
        yield _part(kept)


def _part(kept: list[memoryview]) -> Sealed:
    body = b"".join(kept)
    return Sealed((body,), len(kept), len(body), "split")
