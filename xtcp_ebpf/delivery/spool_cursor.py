"""One destination's place in the spool: what it has confirmed, what it holds, and what it lost.

Each position between `position` and the end is in one of three states: on disk; held (read, or taken from memory: its fate is the
reader's, also when its segment goes for room meanwhile); lost (counted in this destination's own counters, once).
"""

from __future__ import annotations

import errno
import logging
import os
import threading
from bisect import insort
from collections.abc import Callable

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.delivery import spool_segment
from xtcp_ebpf.delivery.spool_entry import Head, Mark
from xtcp_ebpf.delivery.spool_folder import Folder, reason_of
from xtcp_ebpf.delivery.spool_journal import Journal
from xtcp_ebpf.delivery.spool_slots import Slots
from xtcp_ebpf.errors import errno_text
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

FULL = "spool_full"
DAMAGED = "spool_damaged"
SHORTAGE = (errno.EMFILE, errno.ENFILE, errno.ENOMEM)
SHORTAGE_SECONDS = 0.1
"""How long read() waits before it tries again to open a segment, for as long as the system lacks descriptors or memory."""

Span = tuple[Mark, Mark]


class Cursor:
    """Safe from any thread; reads of one cursor come one at a time. Made by Spool.cursor()."""

    def __init__(
        self, folder: Folder, journal: Journal, slots: Slots, tally: Tally, lock: threading.Lock, passed: Callable[[int], None]
    ) -> None:
        self.slots = slots
        self._folder = folder
        self._journal = journal
        self._tally = tally
        self._lock = lock
        self._passed = passed
        self._closed = threading.Event()
        self._mark = slots.mark or journal.start
        self.position = self._mark.position
        """The first that is not confirmed."""
        self._held: dict[int, Span] = {}
        self._lost: list[Span] = []
        self._behind = 0
        self._said: set[str] = set()
        # Of the reading thread.
        self._reading = threading.Lock()
        self._file: tuple[str, int] | None = None

    def end(self) -> int:
        """The position that the next Envelope will have."""
        return self._journal.end.position

    def size(self, position: int) -> int:
        """Bytes of the Envelope that stands there; 0: it is not there."""
        with self._lock:
            segment = self._journal.find(position)
            return segment.mark(position + 1).bytes - segment.mark(position).bytes if segment else 0

    def hold(self, position: int) -> None:
        """The caller has this one in memory: as read(), without reading."""
        with self._lock:
            self._take(position)

    def read(self, position: int) -> Sealed | None:
        """The Envelope, one chunk, its reason `spool`; its fate is the caller's until it is confirmed.

        None: it is lost, and counted (`dropped_rows:spool_full`, `dropped_rows:spool_damaged`, the same for bytes), or it stands outside
        of what waits. While the system lacks descriptors or memory this waits.
        """
        with self._reading:
            with self._lock:
                place = self._take(position)
            if place is None:
                return None
            try:
                found = self._fetch(*place, position)
                problem = "it is damaged"
            except OSError as error:
                found, problem = None, errno_text(error.errno or 0)
            if found is not None:
                return Sealed((found[1],), found[0].rows, found[0].size, "spool")
            with self._lock:
                self._lose_held(position, f"{place[0]}: {problem}")
            return None

    def confirm(self, position: int) -> None:
        """All before `position` are settled, whatever becomes of this process. Never raises."""
        with self._lock:
            if position > self.position and not self._closed.is_set():
                self._move(self._known(position))
                self._advance()
                self._caught_up()

    def waiting(self) -> tuple[int, int]:
        """(rows, bytes of Envelopes) that are neither confirmed nor lost."""
        with self._lock:
            rows = self._journal.end.rows - self._mark.rows - sum(end.rows - start.rows for start, end in self._lost)
            size = self._journal.end.bytes - self._mark.bytes - sum(end.bytes - start.bytes for start, end in self._lost)
            return rows, size

    def begin(self) -> None:
        """What went before this process began is lost. The spool's lock is held, for this and the next."""
        self.make_room(self._journal.start)

    def make_room(self, until: Mark) -> None:
        """All before `until` goes. What is on disk alone is lost."""
        at = self._mark
        for start, end in sorted((*self._held.values(), *self._lost)):
            if at.position < min(start.position, until.position):
                self._lose(at, min(start, until), FULL)
            at = max(at, end)
        if at.position < until.position:
            self._lose(at, until, FULL)

    def close(self) -> None:
        """Nothing is read or confirmed from here on. Waits for a read that is under way."""
        self._closed.set()
        with self._reading, self._lock:
            self._forget_file()
            self.slots.close()

    def _take(self, position: int) -> tuple[str, int] | None:
        """Held from here on: (file, offset). None: nothing to be had, and what that costs is counted."""
        if self._closed.is_set() or not self.position <= position < self._journal.end.position or self._is_lost(position):
            return None
        segment = self._journal.find(position)
        if segment is not None:
            self._held[position] = segment.mark(position), segment.mark(position + 1)
            return segment.name, segment.offset(position)
        if position in self._held:
            self._lose_held(position, "")
        elif gap := self._journal.gap(position):
            self._say(DAMAGED, f"the Envelopes from {gap[0].position} to {gap[1].position - 1} are damaged")
            self._lose(max(gap[0], self._mark), gap[1], DAMAGED)
        return None

    def _fetch(self, name: str, offset: int, position: int) -> tuple[Head, bytes] | None:
        while self._file is None or self._file[0] != name:
            self._forget_file()
            try:
                self._file = name, self._folder.open(name, os.O_RDONLY)
            except OSError as error:
                if error.errno not in SHORTAGE or self._closed.wait(SHORTAGE_SECONDS):
                    raise
        return spool_segment.read(self._file[1], offset, position)

    def _forget_file(self) -> None:
        if self._file is not None:
            os.close(self._file[1])
            self._file = None

    def _lose_held(self, position: int, problem: str) -> None:
        if self._closed.is_set() or position not in self._held:
            return
        gone = position < self._journal.start.position
        if not gone:
            self._say(DAMAGED, problem)
        self._lose(*self._held.pop(position), FULL if gone else DAMAGED)

    def _lose(self, start: Mark, end: Mark, reason: str) -> None:
        rows, size = end.rows - start.rows, end.bytes - start.bytes
        self._tally.merge({f"dropped_rows:{reason}": rows, f"dropped_bytes:{reason}": size})
        if reason == FULL:
            if not self._behind:
                log.warning("%s takes less than there is: the spool is full, the oldest rows are dropped", self.slots.say)
            self._behind += rows
        insort(self._lost, (start, end))
        self._advance()

    def _advance(self) -> None:
        mark = self._mark
        while self._lost and self._lost[0][0].position <= mark.position:
            mark = max(mark, self._lost.pop(0)[1])
        if mark is not self._mark:
            self._move(mark)

    def _move(self, mark: Mark) -> None:
        for position in range(self.position, mark.position) if self._held else ():
            self._held.pop(position, None)
        self._mark = mark
        self.position = mark.position
        try:
            self.slots.write(mark)
        except OSError as error:
            reason = reason_of(error)
            self._tally.add(f"spool_cursor_errors:{reason}")
            self._say(reason, f"how far it is cannot be written ({errno_text(error.errno or 0)}): after a restart rows may go out twice")
        self._passed(mark.position)

    def _known(self, position: int) -> Mark:
        """The place before this position, or the last one before it of which rows and bytes are known."""
        mark = self._journal.mark(min(position, self._journal.end.position))
        if mark is not None:
            return mark
        ends = [span[1] for span in (*self._held.values(), *self._lost) if span[1].position <= position]
        return max((self._mark, *ends))

    def _is_lost(self, position: int) -> bool:
        return any(start.position <= position < end.position for start, end in self._lost)

    def _caught_up(self) -> None:
        if self._behind and self.position == self._journal.end.position:
            log.warning("%s has caught up: %d rows were dropped meanwhile", self.slots.say, self._behind)
            self._behind = 0

    def _say(self, what: str, problem: str) -> None:
        if what not in self._said:
            self._said.add(what)
            log.error("%s: spool: %s", self.slots.say, problem)
