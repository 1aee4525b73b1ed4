"""`file:PATH` appends. Created with mode 0600, opened once; the preamble comes first in an empty file only.

A write that fails half-way is taken back, so that no record is torn; a file that was removed under us is made anew. There is no
fsync: what the system had not written when the machine lost its power is lost. A named pipe works too.
"""

from __future__ import annotations

import contextlib
import errno
import os

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _address
from xtcp_ebpf.destinations._descriptor import Writer
from xtcp_ebpf.destinations._failure import NEVER, failure
from xtcp_ebpf.errors import SendError

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


class FileSink:
    max_payload = None

    def __init__(self, fd: int, where: str, preamble: bytes) -> None:
        self._fd = fd
        self._where = where
        self._preamble = preamble
        self._begun = False
        self._named = os.fstat(fd).st_nlink > 0
        self._writer = Writer(fd, where)

    def send(self, payload: bytes) -> None:
        """Raises SendError, always worth another try: disks get room and readers come back."""
        status = os.fstat(self._fd)
        if self._named and not status.st_nlink:
            raise SendError("removed", f"{self._where}: the file was removed; it is made anew")
        fresh = not status.st_size if self._writer.regular else not self._begun
        self._writer.write(self._preamble + payload if fresh else payload)
        self._begun = True

    def close(self) -> None:
        with contextlib.suppress(OSError):  # only network file systems say something here, of bytes long accepted
            os.close(self._fd)


def check(target: Target) -> None:
    """Raises BadAddress when the path is empty or plainly a directory. The file system is not looked at."""
    _address.path(target)


def open(target: Target) -> FileSink:
    """Raises SendError, without retry where only the operator can mend it."""
    path, where = _address.path(target), _address.where(target)
    try:
        fd = os.open(path, FLAGS, MODE)
    except OSError as error:
        raise failure(where, error, CANNOT_OPEN) from error
    return FileSink(fd, where, target.preamble)
