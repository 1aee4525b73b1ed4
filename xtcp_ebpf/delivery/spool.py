"""One journal on disk for all destinations: each sealed Envelope is written here before it is offered to the senders.

    append -> segment files of 8 MiB -> a cursor for each destination -> its sender

What append() returned for has been written (pwritev): it survives kill -9 of the daemon. A background thread forces it to disk
(fdatasync) every `sync_seconds` and when a segment is full: the machine's losing its power costs at most what came since. With
`sync_seconds` 0 that is done at the end of a segment and at the end of the daemon only. Cursors are written with each confirmation and
forced to disk before a segment is removed: power lost makes them older at worst, so some rows go out twice.

The space is bounded by `most_bytes` over all segments, headers included; a cursor that is reading one that was just removed may hold
that one on disk a little longer. When it is full the oldest segment goes, and each destination that had not got it counts what it lost.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Collection
from contextlib import ExitStack

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.delivery.spool_cursor import Cursor
from xtcp_ebpf.delivery.spool_entry import checksum
from xtcp_ebpf.delivery.spool_folder import CURSOR, Folder, reason_of
from xtcp_ebpf.delivery.spool_journal import Journal
from xtcp_ebpf.delivery.spool_slots import Slots
from xtcp_ebpf.errors import UsageError, errno_text
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

SEGMENT_BYTES = 8 << 20
SEGMENTS = 8
"""The least number of segments in a full spool: what goes at once is at most an eighth."""


class Spool:
    """Safe from any thread. Raises UsageError when the folder cannot be had: missing, not writable, another daemon's, of another version.

    Counts `spool_failed_rows:REASON` and `spool_failed_bytes:REASON` (could not be written), `spool_torn_bytes` (cut off at the start),
    `spool_forgotten_rows` and `spool_forgotten_bytes` (of destinations that are no longer configured), `spool_sync_errors:REASON`
    (could not be forced to disk), `spool_remove_errors:REASON` (a segment that all have got stays for now).
    """

    def __init__(self, folder: str, most_bytes: int, sync_seconds: float, tally: Tally) -> None:
        self._path = folder
        self._sync_seconds = sync_seconds
        self._tally = tally
        self._lock = threading.Lock()
        self._work = threading.Condition(self._lock)
        # Guarded by _lock.
        self._cursors: dict[str, Cursor] = {}
        self._resting: dict[str, Slots] = {}
        self._closing = False
        self._urgent = False
        self._failed_rows = 0
        self._failing = False
        self._sync_failing = False
        self._unremovable = False
        with ExitStack() as opened:
            self._folder = Folder(folder)
            opened.callback(self._folder.close)
            try:
                self._journal = Journal(self._folder, most_bytes, max(1, min(SEGMENT_BYTES, most_bytes // SEGMENTS)))
                opened.callback(self._journal.close)
                for name in self._folder.names(CURSOR):
                    opened.callback(self._rest(name).close)
            except OSError as error:
                raise UsageError(f"-spoolDir {folder}: cannot read what is there: {errno_text(error.errno or 0)}") from error
            self._opened = opened.pop_all()
        if self._journal.torn_bytes:
            tally.add("spool_torn_bytes", self._journal.torn_bytes)
        self._thread = threading.Thread(target=self._run, name="spool", daemon=True)
        self._thread.start()

    def append(self, sealed: Sealed) -> int | None:
        """Its position, from 0 upwards over restarts; None when it could not be written: counted, and the next one is tried again.

        Never raises, and waits for no destination and for no fdatasync.
        """
        crc = checksum(sealed.chunks)
        with self._lock:
            if self._closing:
                self._not_written(sealed, "closed", "the daemon ends")
                return None
            if self._journal.too_large(sealed.size):
                self._not_written(sealed, "too_large", f"an Envelope of {sealed.size} bytes is more than -spoolBytes allows")
                return None
            clean = not self._journal.unsynced
            try:
                while self._journal.full_for(sealed.size):
                    self._drop_oldest()
                position = self._journal.append(sealed.rows, sealed.chunks, sealed.size, crc)
            except OSError as error:
                self._not_written(sealed, reason_of(error), errno_text(error.errno or 0))
                return None
            if self._failing:
                self._failing = False
                log.warning("-spoolDir %s: writing works again: %d rows were not written meanwhile", self._path, self._failed_rows)
            if len(self._journal.unsynced) > 1:
                self._hurry()
            elif clean:
                self._work.notify()
            return position

    def cursor(self, name: str, say: str, tally: Tally) -> Cursor:
        """The place of the destination `name`: where it was, or at the end when it is new. `say` is what humans call it, secrets masked.

        `tally` is the destination's own. Raises UsageError.
        """
        key = _key(name)
        with self._lock:
            if key in self._cursors:
                raise UsageError(f"-dest {say}: given twice: with -spoolDir each destination has one place in it")
            try:
                slots = self._resting.get(key) or Slots.create(self._folder, key, self._journal.end, say)
                slots.describe(say)
            except OSError as error:
                raise UsageError(
                    f"-spoolDir {self._path}: cannot write how far -dest {say} is: {errno_text(error.errno or 0)}:"
                    " make room, or name another folder"
                ) from error
            self._resting.pop(key, None)
            made = self._cursors[key] = Cursor(self._folder, self._journal, slots, tally, self._lock, self._passed)
            made.begin()
            return made

    def release(self, name: str) -> None:
        """The destination `name` has no reader for now: its place stays, for the next cursor() or forget_others(). Never raises."""
        key = _key(name)
        with self._lock:
            cursor = self._cursors.pop(key)
        cursor.close()
        with self._lock:
            try:
                self._rest(key)
            except OSError as error:
                log.error("-spoolDir %s: %s cannot be read: %s", self._path, key, errno_text(error.errno or 0))

    def limit(self, most_bytes: int, sync_seconds: float) -> None:
        """Other bounds from now on. When there is more than fits, the oldest goes with the next Envelope."""
        with self._lock:
            self._journal.most_bytes = most_bytes
            self._sync_seconds = sync_seconds
            self._hurry()

    def forget_others(self, names: Collection[str]) -> None:
        """Remove the cursors of all destinations but these, with one line for each that had something to get."""
        keep = {_key(name) for name in names}
        with self._lock:
            closing = [self._cursors.pop(key) for key in sorted(self._cursors.keys() - keep)]
            gone = [(slots, *self._unsent(slots)) for slots in (self._resting.pop(key) for key in sorted(self._resting.keys() - keep))]
        for cursor in closing:
            gone.append((cursor.slots, *cursor.waiting()))
            cursor.close()
        for slots, rows, size in gone:
            log.warning("-spoolDir %s: %s is no longer a destination: %d rows (%d bytes) it had not got", self._path, slots.say, rows, size)
            self._tally.merge({"spool_forgotten_rows": rows, "spool_forgotten_bytes": size})
            try:
                slots.remove()
            except OSError as error:
                log.error("-spoolDir %s: %s cannot be removed: %s", self._path, slots.name, errno_text(error.errno or 0))
        with self._lock:
            self._passed(0)

    def used_bytes(self) -> int:
        """What the segments hold now."""
        with self._lock:
            return self._journal.file_bytes

    def close(self) -> None:
        """Forces all to disk and lets another daemon in. Nothing is appended, read or confirmed from here on."""
        with self._lock:
            self._closing = True
            self._work.notify()
        self._thread.join()
        for cursor in self._cursors.values():
            cursor.close()
        self._opened.close()

    def _rest(self, name: str) -> Slots:
        """A destination's place that nobody has asked for yet."""
        self._resting[name] = slots = Slots.load(self._folder, name)
        if slots.mark is None:
            log.warning("-spoolDir %s: %s is damaged: %s gets all that is here, some of it twice", self._path, name, slots.say)
        else:
            self._journal.raise_to(slots.mark)
        return slots

    def _unsent(self, slots: Slots) -> tuple[int, int]:
        mark = slots.mark or self._journal.start
        return self._journal.end.rows - mark.rows, self._journal.end.bytes - mark.bytes

    def _not_written(self, sealed: Sealed, reason: str, text: str) -> None:
        self._tally.merge({f"spool_failed_rows:{reason}": sealed.rows, f"spool_failed_bytes:{reason}": sealed.size})
        if not self._failing:
            self._failing = True
            self._failed_rows = 0
            log.error("-spoolDir %s: cannot be written: %s; rows are kept in memory only until it can be", self._path, text)
        self._failed_rows += sealed.rows

    def _drop_oldest(self) -> None:
        until = self._journal.after_oldest()
        for cursor in self._cursors.values():
            cursor.make_room(until)
        self._journal.remove_oldest()

    def _least(self) -> int:
        """All before this position has been confirmed to all."""
        resting = [(slots.mark or self._journal.start).position for slots in self._resting.values()]
        return min((*(cursor.position for cursor in self._cursors.values()), *resting, self._journal.end.position))

    def _passed(self, position: int) -> None:
        """A cursor has come to this position."""
        if not self._urgent and self._journal.passed(position or self._least()) and self._journal.passed(self._least()):
            self._hurry()

    def _hurry(self) -> None:
        self._urgent = True
        self._work.notify()

    def _due(self) -> bool:
        return self._closing or self._urgent

    def _run(self) -> None:
        closing = False
        while not closing:
            with self._lock:
                self._work.wait_for(lambda: self._due() or (self._sync_seconds > 0 and bool(self._journal.unsynced)))
                self._work.wait_for(self._due, self._sync_seconds)
                closing = self._closing
            self._sync()
            self._remove_passed()

    def _sync(self) -> None:
        with self._lock:
            self._urgent = False
            names, self._journal.unsynced = self._journal.unsynced, set()
            told, self._journal.unsynced_names = self._journal.unsynced_names, False
        try:
            for name in sorted(names):
                self._folder.sync(name)
            if told:
                self._folder.sync_names()
        except OSError as error:
            self._sync_failed(error)
        else:
            if names and self._sync_failing:
                self._sync_failing = False
                log.warning("-spoolDir %s: forcing to disk works again", self._path)

    def _sync_failed(self, error: OSError) -> None:
        self._tally.add(f"spool_sync_errors:{reason_of(error)}")
        if not self._sync_failing:
            self._sync_failing = True
            log.error("-spoolDir %s: forcing to disk: %s: power lost may cost more", self._path, errno_text(error.errno or 0))

    def _remove_passed(self) -> None:
        with self._lock:
            if not self._journal.passed(self._least()):
                return
            names = [*self._cursors, *self._resting]
        try:
            for name in names:
                self._folder.sync(name)
            with self._lock:
                while self._journal.passed(self._least()):
                    self._journal.remove_oldest()
            self._unremovable = False
        except OSError as error:
            self._tally.add(f"spool_remove_errors:{reason_of(error)}")
            if not self._unremovable:
                self._unremovable = True
                log.error("-spoolDir %s: what all have got cannot be removed: %s", self._path, errno_text(error.errno or 0))


def _key(name: str) -> str:
    return f"cursor-{hashlib.sha256(name.encode()).hexdigest()[:16]}"
