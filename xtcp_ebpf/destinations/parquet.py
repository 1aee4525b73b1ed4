"""`parquet:DIR`: Parquet files below a folder that is there, named as s3parquet names its objects.

A file is written under another name, forced to disk, then renamed: who reads sees it whole or not at all, a power cut included. What a
killed daemon left half-way (`.xtcp-ebpf-*.part` in DIR) is removed at the next opening. New folders and files get DIR's own mode.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import re
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Any

from xtcp_ebpf.abc import Clock, Target
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.destinations._failure import failure
from xtcp_ebpf.destinations._object_sink import Cut, ObjectSink
from xtcp_ebpf.destinations._parquet_file import Encoder
from xtcp_ebpf.errors import BadAddress, SendError

MARSHAL = "protobufList"

CANNOT_OPEN = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.ELOOP, errno.ENAMETOOLONG})
"""What only the operator can mend."""

_PART = re.compile(r"\.xtcp-ebpf-[0-9a-f]{8}\.part")


@dataclass(frozen=True, slots=True)
class Options:
    folder: str
    cut: Cut

    @classmethod
    def of(cls, target: Target) -> Options:
        """Raises BadAddress."""
        if not target.address or "\0" in target.address:
            problem = "there is a NUL in the path" if target.address else "a folder is missing: write parquet:/PATH"
            raise BadAddress(f"-dest {target.where}: {problem}")
        return cls(target.address, Cut.of(target))


class Folder:
    """Where the files go."""

    def __init__(self, path: str, where: str) -> None:
        """Raises SendError, without retry where only the operator can mend it."""
        self._path = Path(path)
        self._where = where
        try:
            fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except OSError as error:
            raise failure(where, error, CANNOT_OPEN) from error
        self._mode = os.fstat(fd).st_mode & 0o777
        os.close(fd)
        if not os.access(path, os.W_OK | os.X_OK):
            raise SendError("denied", f"{where}: the folder may not be written to: chown or chmod it, or name another", retry=False)
        self._sweep()

    def store(self, key: str, data: Any) -> None:
        """The file DIR/`key`, on disk when this returns. Raises SendError, always worth another try."""
        part = self._path / f".xtcp-ebpf-{token_hex(4)}.part"
        try:
            try:
                self._write(part, data)
                self._publish(part, self._path / key)
            finally:
                part.unlink(missing_ok=True)
        except OSError as error:
            raise failure(self._where, error) from error

    def _write(self, part: Path, data: Any) -> None:
        fd = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX)
            left = memoryview(data)
            while left:
                left = left[os.write(fd, left) :]
            os.fchmod(fd, self._mode & 0o666)
            os.fsync(fd)
        finally:
            os.close(fd)

    def _publish(self, part: Path, path: Path) -> None:
        missing = [folder for folder in path.parents if not folder.is_dir()]
        for folder in reversed(missing):
            folder.mkdir(exist_ok=True)
            folder.chmod(self._mode)
            _force(folder.parent)
        part.rename(path)
        _force(path.parent)

    def _sweep(self) -> None:
        """Removes what nobody writes any more: its lock is free."""
        with contextlib.suppress(OSError):  # a folder that may not be listed keeps what lies there
            for path in self._path.iterdir():
                if _PART.fullmatch(path.name):
                    with contextlib.suppress(OSError), path.open("rb") as file:
                        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                        path.unlink()


def _force(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def check(target: Target) -> None:
    """Raises BadAddress. The file system is not looked at."""
    Options.of(target)


def open(target: Target, clock: Clock | None = None) -> ObjectSink:
    """Raises SendError, without retry where only the operator can mend it."""
    options = Options.of(target)
    encoder = Encoder(target.where)
    folder = Folder(options.folder, target.where)
    return ObjectSink(options.cut, encoder, folder.store, lambda: None, clock or SystemClock())
