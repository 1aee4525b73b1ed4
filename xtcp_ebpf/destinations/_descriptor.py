"""Whole payloads into a file descriptor: what could not be written whole is taken back where that can be done."""

from __future__ import annotations

import errno
import fcntl
import os
import select
import stat

from xtcp_ebpf.destinations._failure import NEVER, failure
from xtcp_ebpf.errors import SendError

PATIENCE_SECONDS = 10.0
"""How long a non-blocking pipe may stay full before the write counts as failed."""


class Writer:
    """Writes to one descriptor, which stays the caller's. `never`: the errnos that are not worth another try."""

    def __init__(self, fd: int, where: str, never: frozenset[int] = NEVER, patience: float = PATIENCE_SECONDS) -> None:
        self.fd = fd
        self.regular = stat.S_ISREG(os.fstat(fd).st_mode)
        self._where = where
        self._never = never
        self._patience = patience
        self._appends = bool(fcntl.fcntl(fd, fcntl.F_GETFL) & os.O_APPEND)

    def write(self, data: bytes) -> None:
        """All of `data`, or SendError: then a regular file is as it was, or the error says that it is torn."""
        start = self._end() if self.regular else 0
        view = memoryview(data)
        done = 0
        try:
            while done < len(view):
                done += self._some(view[done:])
        except OSError as error:
            problem = failure(self._where, error, self._never)
            if done and not self._take_back(start, done):
                raise SendError("torn", f"{problem}; {done} of {len(view)} bytes of a payload stay there", problem.retry) from error
            raise problem from error

    def _end(self) -> int:
        return os.fstat(self.fd).st_size if self._appends else os.lseek(self.fd, 0, os.SEEK_CUR)

    def _some(self, view: memoryview) -> int:
        while True:
            try:
                return os.write(self.fd, view)
            except BlockingIOError:
                poll = select.poll()
                poll.register(self.fd, select.POLLOUT)
                if not poll.poll(self._patience * 1000):
                    raise

    def _take_back(self, start: int, done: int) -> bool:
        # Another writer may have appended behind us: its bytes are not ours to cut.
        if not self.regular or os.fstat(self.fd).st_size != start + done:
            return False
        try:
            os.ftruncate(self.fd, start)
            os.lseek(self.fd, start, os.SEEK_SET)
        except OSError:
            return False
        return True


CLOSED = frozenset({errno.EPIPE, errno.EBADF, errno.ECONNRESET})
"""What a descriptor says whose other side is gone."""
