"""One segment file: the index of what stands in it, had while it is written or from its headers when the daemon starts.

A header that is damaged, or whose Envelope is not all there, is passed over up to the next one that is whole and fits: its position,
the bytes before it and its offset in the file have to agree. The Envelopes themselves are checked when they are read.
"""

from __future__ import annotations

import os
import zlib
from array import array
from collections.abc import Sequence

from xtcp_ebpf.delivery.spool_entry import HEAD_BYTES, MAGIC, Head, Mark, unpack

_MOST = 2**32 - 1
_WINDOW = 1 << 20
_IOV_MAX = 1024


class Segment:
    """For each Envelope its offset and the rows before it: 8 bytes."""

    def __init__(self, start: Mark) -> None:
        self.start = start
        self.name = f"{start.position:020d}.seg"
        self.file_bytes = 0
        """What the file holds; more than `size` when its tail is damaged."""
        self._offsets = array("I", [0])
        self._rows = array("I", [0])

    @property
    def size(self) -> int:
        """Where the next one begins."""
        return self._offsets[-1]

    @property
    def end(self) -> Mark:
        return self.mark(self.start.position + len(self._offsets) - 1)

    def mark(self, position: int) -> Mark:
        """The place before the Envelope of this position, which is here or is the end."""
        n = position - self.start.position
        return Mark(position, self.start.rows + self._rows[n], self.start.bytes + self._offsets[n] - n * HEAD_BYTES)

    def offset(self, position: int) -> int:
        """Where its header begins."""
        return self._offsets[position - self.start.position]

    def add(self, rows: int, size: int) -> None:
        """It stands in the file."""
        self._offsets.append(self._offsets[-1] + HEAD_BYTES + size)
        self._rows.append(self._rows[-1] + rows)
        self.file_bytes = max(self.file_bytes, self.size)

    def pop(self) -> None:
        """The last one is not whole."""
        self._offsets.pop()
        self._rows.pop()

    def skip(self, offset: int, at: Mark) -> None:
        """What should stand before `at` cannot be told apart: the first of the missing positions gets all their rows and bytes."""
        n = at.position - self.start.position
        for i in range(len(self._offsets), n + 1):
            self._offsets.append(offset - HEAD_BYTES * (n - i))
            self._rows.append(at.rows - self.start.rows)

    def fits(self, head: Head, offset: int) -> bool:
        """Whether this header can be the next that is whole."""
        end = self.end
        return (
            (head.at.position > end.position or head.at == end)
            and end.rows <= head.at.rows <= self.start.rows + _MOST - head.rows
            and end.bytes <= head.at.bytes
            and offset == head.at.bytes - self.start.bytes + HEAD_BYTES * (head.at.position - self.start.position)
        )


def load(fd: int, first: int, before: Mark) -> Segment | None:
    """The index of a file whose name says `first`; `before` is the end of the segment before it. None: nothing in it is whole."""
    size = os.fstat(fd).st_size
    segment: Segment | None = None
    at = 0
    while 0 <= at <= size - HEAD_BYTES:
        head = unpack(os.pread(fd, HEAD_BYTES, at))
        if head is not None and at + HEAD_BYTES + head.size <= min(size, _MOST):
            begun = segment or _begin(head, at, first, before)
            if begun is not None and begun.fits(head, at):
                segment = begun
                segment.skip(at, head.at)
                segment.add(head.rows, head.size)
                at = segment.size
                continue
        at = _search(fd, at + 1)
    if segment is not None:
        segment.file_bytes = size
    return segment


def read(fd: int, offset: int, position: int) -> tuple[Head, bytes] | None:
    """The Envelope of that position; None: it is damaged. Raises OSError."""
    head = unpack(os.pread(fd, HEAD_BYTES, offset))
    if head is None or head.at.position != position:
        return None
    body = os.pread(fd, head.size, offset + HEAD_BYTES)
    return (head, body) if len(body) == head.size and zlib.crc32(body) == head.crc else None


def write(fd: int, parts: Sequence[bytes], offset: int) -> None:
    """All parts from `offset` on, unjoined. Raises OSError; then a part of them may be there."""
    for i in range(0, len(parts), _IOV_MAX):
        group = parts[i : i + _IOV_MAX]
        wrote = os.pwritev(fd, group, offset)
        offset += wrote
        if wrote < sum(map(len, group)):  # the disk is about to be full: the next attempt says so
            rest = b"".join(group)[wrote:]
            write(fd, [rest], offset)
            offset += len(rest)


def _begin(head: Head, offset: int, first: int, before: Mark) -> Segment | None:
    """A segment in which this is the first header that is whole; None: it cannot stand there."""
    lost = head.at.position - first
    bytes_before = head.at.bytes - (offset - lost * HEAD_BYTES)
    if lost < 0 or bool(lost) != bool(offset) or lost * HEAD_BYTES > offset or bytes_before < 0:
        return None
    known = before.position == first and before.rows <= head.at.rows
    return Segment(Mark(first, before.rows if lost and known else head.at.rows, bytes_before))


def _search(fd: int, at: int) -> int:
    """Where the magic stands next; -1: nowhere."""
    while True:
        window = os.pread(fd, _WINDOW, at)
        found = window.find(MAGIC)
        if found >= 0:
            return at + found
        if len(window) < len(MAGIC):
            return -1
        at += len(window) - len(MAGIC) + 1
