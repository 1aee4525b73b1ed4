"""The folder of the spool: made, locked against a second daemon, and every file in it opened by name, never through a link.

    lock                    held for as long as the daemon lives; says the format's version and the process
    <first position>.seg    Envelopes, in 20 digits
    cursor-<16 hex digits>  how far one destination is

Anything else is somebody else's: it is left alone, with one warning.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import logging
import os
import re
from pathlib import Path

from xtcp_ebpf.errors import UsageError, errno_text

log = logging.getLogger(__name__)

LOCK = "lock"
SEGMENT = re.compile(r"\d{20}\.seg")
CURSOR = re.compile(r"cursor-[0-9a-f]{16}")
UNFINISHED = re.compile(CURSOR.pattern + r"\.new")

_MODE = 0o600
_CLAIM = b"xtcp-ebpf spool, format 1, process %010d\n"
_VERSION = re.compile(rb"xtcp-ebpf spool, format (\d+), process (\d{10})\n")

REASONS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EIO: "io",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "read_only",
    errno.ENOENT: "missing",
    errno.EMFILE: "descriptors",
    errno.ENFILE: "descriptors",
    errno.ENOMEM: "memory",
}

HINTS = {
    errno.ENOENT: "the folder in which it is to be made does not exist: make that first",
    errno.ENOTDIR: "it is not a folder: name one, or a name that is free",
    errno.EACCES: "give this user a folder of its own",
    errno.EPERM: "give this user a folder of its own",
    errno.EROFS: "name a folder on a disk that can be written",
}


def reason_of(error: OSError) -> str:
    """A word for counters."""
    return REASONS.get(error.errno or 0, "other")


class Folder:
    """Open and locked from the beginning. Raises UsageError, whose text begins `-spoolDir PATH: `."""

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            with contextlib.suppress(FileExistsError):
                Path(path).mkdir(0o700)
            self._fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except OSError as error:
            raise self._unusable(error) from error
        self._lock = -1
        try:
            self._lock = self.open(LOCK, os.O_RDWR | os.O_CREAT)
            if not os.access(".", os.W_OK | os.X_OK, dir_fd=self._fd, effective_ids=True):
                raise UsageError(f"-spoolDir {path}: this user may not write there: give it a folder of its own")
            self._claim()
        except OSError as error:
            self.close()
            raise self._unusable(error) from error
        except UsageError:
            self.close()
            raise
        self._look_around()

    def names(self, pattern: re.Pattern[str]) -> list[str]:
        """Sorted."""
        return sorted(name for name in self._all() if pattern.fullmatch(name))

    def open(self, name: str, flags: int) -> int:
        """A descriptor; never one of a link, nor after waiting for a pipe. Raises OSError."""
        return os.open(name, flags | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK, _MODE, dir_fd=self._fd)

    def rename(self, old: str, new: str) -> None:
        """Raises OSError."""
        os.rename(old, new, src_dir_fd=self._fd, dst_dir_fd=self._fd)

    def remove(self, name: str) -> None:
        """A file that is gone already is removed. Raises OSError."""
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name, dir_fd=self._fd)

    def sync(self, name: str) -> None:
        """Returns when the disk has the file's content; one that was removed meanwhile needs none. Raises OSError."""
        try:
            fd = self.open(name, os.O_RDONLY)
        except FileNotFoundError:
            return
        try:
            os.fdatasync(fd)
        finally:
            os.close(fd)

    def sync_names(self) -> None:
        """Returns when the disk has the names of all files. Raises OSError."""
        os.fsync(self._fd)

    def close(self) -> None:
        """Lets another daemon in."""
        for fd in (self._lock, self._fd):
            if fd >= 0:
                os.close(fd)
        self._lock = self._fd = -1

    def _all(self) -> set[str]:
        with os.scandir(self._fd) as found:
            return {entry.name for entry in found}

    def _claim(self) -> None:
        found = os.pread(self._lock, 100, 0)
        said = _VERSION.fullmatch(found)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            who = f" (process {int(said[2])})" if said else ""
            raise UsageError(f"-spoolDir {self.path}: another daemon uses it{who}: give each daemon a folder of its own") from error
        if found and (said is None or said[1] != b"1"):
            what = f"format {said[1].decode()}" if said else "a file `lock` that is not ours"
            raise UsageError(
                f"-spoolDir {self.path}: it has {what}, and this version reads format 1: let the version that wrote it send what is there,"
                " or name another folder"
            )
        with contextlib.suppress(OSError):  # on a full disk what waits there can be sent all the same
            os.pwrite(self._lock, _CLAIM % os.getpid(), 0)

    def _look_around(self) -> None:
        for name in self.names(UNFINISHED):
            self.remove(name)
        ours = {LOCK, *self.names(SEGMENT), *self.names(CURSOR)}
        foreign = sorted(self._all() - ours)
        if foreign:
            log.warning("-spoolDir %s: %d files there are not ours and are left alone: %s", self.path, len(foreign), ", ".join(foreign[:5]))

    def _unusable(self, error: OSError) -> UsageError:
        hint = HINTS.get(error.errno or 0)
        return UsageError(f"-spoolDir {self.path}: {errno_text(error.errno or 0)}" + (f": {hint}" if hint else ""))
