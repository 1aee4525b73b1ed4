"""`file:PATH` appends. Created with mode 0600, opened once; the preamble comes first in an empty file only.

A write that fails half-way is taken back, so that no record is torn; a file that was removed under us is made anew. There is no
fsync: what the system had not written when the machine lost its power is lost. A named pipe works too. By -fileRotateBytes and
-fileRotateInterval the file is put aside for a new one (_rotation.py), always between two payloads.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from xtcp_ebpf.abc import Clock, Target
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.destinations import _address
from xtcp_ebpf.destinations._descriptor import Writer
from xtcp_ebpf.destinations._failure import NEVER, failure
from xtcp_ebpf.destinations._rotation import Rotation
from xtcp_ebpf.errors import SendError, errno_text

log = logging.getLogger(__name__)

MODE = 0o600

# O_NONBLOCK: a named pipe without a reader says so at once; regular files do not know it.
FLAGS = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY

CANNOT_OPEN = NEVER | {
    errno.EISDIR,
    errno.ENOTDIR,
    errno.ENOENT,
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ELOOP,
    errno.ENAMETOOLONG,
}
"""What only the operator can mend."""


@dataclass(frozen=True, slots=True)
class Options:
    path: str
    rotate_bytes: int
    rotate_interval: float
    """Seconds."""
    keep: int

    @classmethod
    def of(cls, target: Target) -> Options:
        """Raises BadAddress."""
        knobs = target.knobs
        return cls(_address.path(target), knobs.file_rotate_bytes, knobs.file_rotate_interval, knobs.file_keep)

    def rotation(self, clock: Clock) -> Rotation | None:
        """None: the file grows for ever."""
        if not self.rotate_bytes and not self.rotate_interval:
            return None
        return Rotation(Path(self.path), self.rotate_bytes, self.rotate_interval, self.keep, clock)


class FileSink:
    """Owns `fd`. Only a regular file rotates."""

    max_payload = None

    def __init__(self, fd: int, where: str, preamble: bytes, rotation: Rotation | None = None) -> None:
        self.counts: Counter[str] = Counter()
        """`file_rotations`, and `file_rotation_errors`: rotations that failed, files that could not be removed."""
        self._fd = fd
        self._where = where
        self._preamble = preamble
        self._begun = False
        self._named = os.fstat(fd).st_nlink > 0
        self._writer = Writer(fd, where)
        self._rotation = rotation if self._writer.regular else None
        self._complained = False

    def send(self, payload: bytes) -> None:
        """Raises SendError, always worth another try: disks get room and readers come back. A rotation that fails stops nothing."""
        status = os.fstat(self._fd)
        if self._named and not status.st_nlink:
            raise SendError("removed", f"{self._where}: the file was removed; it is made anew")
        if self._rotation and self._rotation.due(status, len(payload)):
            self._rotate(self._rotation)
            status = os.fstat(self._fd)
        fresh = not status.st_size if self._writer.regular else not self._begun
        self._writer.write(self._preamble + payload if fresh else payload)
        self._begun = True

    def _rotate(self, rotation: Rotation) -> None:
        try:
            fresh = rotation.rotate(self._fd, FLAGS, MODE)
        except OSError as error:
            self._complain("cannot be put aside for a new file, and grows on", error)
            return
        self.counts["file_rotations"] += 1
        self.close()
        self._fd, self._writer = fresh, Writer(fresh, self._where)
        try:
            rotation.thin()
        except OSError as error:
            self._complain("old files cannot be removed, and are too many", error)
        else:
            self._complained = False

    def _complain(self, what: str, error: OSError) -> None:
        self.counts["file_rotation_errors"] += 1
        if not self._complained:
            self._complained = True
            log.warning("%s: %s: %s: the folder must be ours to write", self._where, what, errno_text(error.errno or 0))

    def close(self) -> None:
        with contextlib.suppress(OSError):  # only network file systems say something here, of bytes long accepted
            os.close(self._fd)


def check(target: Target) -> None:
    """Raises BadAddress when the path is empty or plainly a directory. The file system is not looked at."""
    Options.of(target)


def open(target: Target) -> FileSink:
    """Raises SendError, without retry where only the operator can mend it."""
    options = Options.of(target)
    try:
        fd = os.open(options.path, FLAGS, MODE)
    except OSError as error:
        raise failure(target.where, error, CANNOT_OPEN) from error
    return FileSink(fd, target.where, target.preamble, options.rotation(SystemClock()))
