"""When a file is put aside for a new one, under which name, and how many of those stay.

PATH                       the file that is written to
PATH.20261121T130000Z      put aside at 13:00:00 UTC
PATH.20261121T130000Z-1    the next one in the same second
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
from datetime import UTC, datetime
from pathlib import Path

from xtcp_ebpf.abc import Clock

REST_SECONDS = 60.0
"""After a rotation that failed nothing is tried for so long."""
MOST_IN_A_SECOND = 10000


class Rotation:
    """Of the file at `path`, which is resolved: rotated files stand beside the file itself, not beside a link to it.

    most_bytes: it grows no larger, but for a single payload that is. interval: seconds; it holds payloads of one interval alone, counted
    from 1970, so that 3600 makes a new one with each full hour, over restarts too. 0: not for that. keep: so many put aside; 0: all.
    """

    def __init__(self, path: Path, most_bytes: int, interval: float, keep: int, clock: Clock) -> None:
        self._path = path.resolve()
        self._most_bytes = most_bytes
        self._interval_ns = round(interval * 1e9)
        self._keep = keep
        self._clock = clock
        self._last_ns: int | None = None
        self._rests_until = float("-inf")

    def due(self, status: os.stat_result, coming: int) -> bool:
        """Whether a payload of `coming` bytes, written now, belongs into a new file. To be asked before each payload."""
        now = self._clock.now_ns()
        if not status.st_size:
            self._last_ns = now
            return False
        if self._last_ns is None:
            self._last_ns = status.st_mtime_ns
        if self._clock.monotonic() < self._rests_until:
            return False
        if self._most_bytes and status.st_size + coming > self._most_bytes:
            return True
        if self._interval_ns and now // self._interval_ns != self._last_ns // self._interval_ns:
            return True
        self._last_ns = now
        return False

    def rotate(self, fd: int, flags: int, mode: int) -> int:
        """Puts the file of `fd` aside; the descriptor of the new one, which has the old one's rights. Raises OSError: all is as it was."""
        self._rests_until = self._clock.monotonic() + REST_SECONDS
        ours = os.fstat(fd)
        aside = self._put_aside(ours, mode)
        try:
            fresh = os.open(self._path, flags, mode)
        except OSError:
            if aside and not os.path.lexists(self._path):
                aside.rename(self._path)
            raise
        with contextlib.suppress(OSError):  # another user's file: that one may set its rights
            os.fchmod(fresh, ours.st_mode & 0o777)
        self._rests_until = float("-inf")
        self._last_ns = self._clock.now_ns()
        return fresh

    def thin(self) -> None:
        """Removes the oldest that are too many. Raises OSError."""
        if not self._keep:
            return
        name = re.compile(re.escape(self._path.name) + r"\.(\d{8}T\d{6}Z)(?:-(\d+))?")
        found = [match for entry in self._path.parent.iterdir() if (match := name.fullmatch(entry.name))]
        found.sort(key=lambda match: (match[1], int(match[2] or 0)))
        for match in found[: -self._keep]:
            self._path.with_name(match[0]).unlink()

    def _put_aside(self, ours: os.stat_result, mode: int) -> Path | None:
        """Where the file is now; None: somebody else has moved it already, and only the new one is missing."""
        if not os.path.lexists(self._path) or not os.path.samestat(self._path.stat(), ours):
            return None
        stamp = datetime.fromtimestamp(self._clock.now_ns() // 10**9, UTC).strftime("%Y%m%dT%H%M%SZ")
        for number in range(MOST_IN_A_SECOND):
            aside = self._path.with_name(f"{self._path.name}.{stamp}" + (f"-{number}" if number else ""))
            try:
                # Made, not looked for: a name that was free may be another's when it is used.
                os.close(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode))
            except FileExistsError:
                continue
            try:
                return self._path.rename(aside)
            except OSError:
                aside.unlink()
                raise
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
