"""-destWriteFiles: the first payloads as files, to see what really goes out."""

from __future__ import annotations

import logging
import os

log = logging.getLogger(__name__)


class FirstPayloads:
    """-destWriteFiles: the first `count` payloads that were sent, each with its preamble in a file `prefix0001` and so on, mode 0600.

    The first file that cannot be written ends it, with one line in the log.
    """

    def __init__(self, prefix: str, count: int) -> None:
        self._prefix = prefix
        self._left = count
        self._written = 0

    def keep(self, payload: bytes) -> None:
        """Never raises OSError."""
        if not self._left:
            return
        path = f"{self._prefix}{self._written + 1:04d}"
        try:
            fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
            with os.fdopen(fd, "wb") as file:
                file.write(payload)
        except OSError as error:
            self._left = 0
            log.warning("-destWriteFiles: %s: %s; no more payloads are written to files", path, error.strerror)
            return
        self._left -= 1
        self._written += 1
