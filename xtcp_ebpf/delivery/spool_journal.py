"""The segments in their order: what stands where, where the next Envelope goes, which segment has to go. The spool's lock guards it.

Positions between two segments are a gap: what stood there was damaged. The space is not allocated beforehand: the length of a file is
what was written, so that a torn write shows as a file that ends too early.
"""

from __future__ import annotations

import contextlib
import logging
import os
from bisect import bisect_right

from xtcp_ebpf.delivery import spool_segment
from xtcp_ebpf.delivery.spool_entry import HEAD_BYTES, Head, Mark, pack
from xtcp_ebpf.delivery.spool_folder import SEGMENT, Folder
from xtcp_ebpf.delivery.spool_segment import Segment
from xtcp_ebpf.errors import UsageError

log = logging.getLogger(__name__)

NOWHERE = Mark(0, 0, 0)


class Journal:
    """All segments of a folder. What is torn at the end is cut. Raises OSError, and UsageError for a segment that cannot be from here."""

    def __init__(self, folder: Folder, most_bytes: int, segment_bytes: int) -> None:
        self.end = NOWHERE
        """Before the next Envelope to be written."""
        self.file_bytes = 0
        self.torn_bytes = 0
        """Cut when the daemon started."""
        self.unsynced: set[str] = set()
        """Segments of which the disk may lack something."""
        self.unsynced_names = False
        self._folder = folder
        self.most_bytes = most_bytes
        self._segment_bytes = segment_bytes
        self._segments: list[Segment] = []
        self._fd = -1
        self._load()

    @property
    def start(self) -> Mark:
        """Before the first that is still there."""
        return self._segments[0].start if self._segments else self.end

    def find(self, position: int) -> Segment | None:
        """The segment in which it stands; None: it is in none."""
        i = bisect_right(self._segments, position, key=_first) - 1
        return self._segments[i] if i >= 0 and position < self._segments[i].end.position else None

    def mark(self, position: int) -> Mark | None:
        """The place before this position; None: it is not known."""
        if position == self.end.position:
            return self.end
        i = bisect_right(self._segments, position, key=_first) - 1
        return self._segments[i].mark(position) if i >= 0 and position <= self._segments[i].end.position else None

    def gap(self, position: int) -> tuple[Mark, Mark] | None:
        """Both ends of the gap in which it lies; None: it lies in none."""
        i = bisect_right(self._segments, position, key=_first)
        if not i or not self._segments[i - 1].end.position <= position < self.end.position:
            return None
        return self._segments[i - 1].end, self._segments[i].start if i < len(self._segments) else self.end

    def raise_to(self, mark: Mark) -> None:
        """Positions before it were given away once, although what stood there is no longer here."""
        if mark.position > self.end.position:
            self._leave()
            self.end = Mark(*map(max, self.end, mark))

    def too_large(self, size: int) -> bool:
        """An Envelope of so many bytes will never fit."""
        return HEAD_BYTES + size > min(self.most_bytes, 2**32 - 1)

    def full_for(self, size: int) -> bool:
        """The oldest segment has to go before it fits."""
        return bool(self._segments) and self.file_bytes + HEAD_BYTES + size > self.most_bytes

    def after_oldest(self) -> Mark:
        """What `start` will be without the oldest segment."""
        return self._segments[1].start if len(self._segments) > 1 else self.end

    def passed(self, position: int) -> bool:
        """The oldest segment is finished, and all in it stands before this position."""
        return len(self._segments) > 1 and self._segments[1].start.position <= position

    def remove_oldest(self) -> None:
        """Raises OSError; then it is still there."""
        oldest = self._segments[0]
        self._folder.remove(oldest.name)
        if len(self._segments) == 1:
            self._leave()
        del self._segments[0]
        self.file_bytes -= oldest.file_bytes
        self.unsynced.discard(oldest.name)

    def append(self, rows: int, chunks: tuple[bytes, ...], size: int, crc: int) -> int:
        """Its position. Raises OSError; then all is as it was."""
        segment = self._segment_for(HEAD_BYTES + size)
        head = Head(self.end, rows, size, crc)
        try:
            spool_segment.write(self._fd, (pack(head), *chunks), segment.size)
        except OSError:
            with contextlib.suppress(OSError):  # what stays behind is overwritten by the next one, or cut at the next start
                os.ftruncate(self._fd, segment.size)
            raise
        segment.add(rows, size)
        self.file_bytes += HEAD_BYTES + size
        self.end = head.after
        self.unsynced.add(segment.name)
        return head.at.position

    def close(self) -> None:
        self._leave()

    def _segment_for(self, size: int) -> Segment:
        if self._fd >= 0 and (not self._segments[-1].size or self._segments[-1].size + size <= self._segment_bytes):
            return self._segments[-1]
        segment = Segment(self.end)
        fd = self._folder.open(segment.name, os.O_RDWR | os.O_CREAT | os.O_EXCL)
        self._leave()
        self._fd = fd
        self.unsynced_names = True
        self._segments.append(segment)
        return segment

    def _leave(self) -> None:
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _load(self) -> None:
        names = self._folder.names(SEGMENT)
        for name in names:
            fd = self._folder.open(name, os.O_RDWR)
            try:
                self._take(fd, name, name == names[-1])
            finally:
                os.close(fd)
        self.file_bytes = sum(segment.file_bytes for segment in self._segments)
        self.end = self._segments[-1].end if self._segments else NOWHERE
        if self._segments and self._segments[-1].start.position == int(names[-1][:20]):
            self._fd = self._folder.open(names[-1], os.O_RDWR)
            self.unsynced.add(names[-1])

    def _take(self, fd: int, name: str, last: bool) -> None:
        before = self._segments[-1].end if self._segments else NOWHERE
        size = os.fstat(fd).st_size
        segment = spool_segment.load(fd, int(name[:20]), before)
        while last and segment is not None and segment.size and spool_segment.read(fd, *_last(segment)) is None:
            segment.pop()
        whole = segment.size if segment is not None else 0
        if segment is None or not whole:
            if size:
                log.warning("-spoolDir %s: %s has nothing that is whole: its %d bytes are removed", self._folder.path, name, size)
            self._folder.remove(name)
        elif any(map(int.__lt__, segment.start, before)):
            raise UsageError(f"-spoolDir {self._folder.path}: {name} overlaps the segment before it, so it is not from here: move it away")
        else:
            if last and whole < size:
                log.warning("-spoolDir %s: the last %d bytes of %s are torn and cut off", self._folder.path, size - whole, name)
                os.ftruncate(fd, whole)
                segment.file_bytes = whole
            self._segments.append(segment)
        self.torn_bytes += size - whole if last or not whole else 0


def _first(segment: Segment) -> int:
    return segment.start.position


def _last(segment: Segment) -> tuple[int, int]:
    position = segment.end.position - 1
    return segment.offset(position), position
