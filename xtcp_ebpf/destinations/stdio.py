"""`stdout:` and `stderr:`, verbatim. A reader that has gone (`| head`) ends the destination for good: SendError `closed`, no retry."""

from __future__ import annotations

import os
import sys

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _address
from xtcp_ebpf.destinations._descriptor import CLOSED, Writer
from xtcp_ebpf.destinations._failure import NEVER
from xtcp_ebpf.errors import SendError

_begun: set[int] = set()
"""Descriptors that had their preamble: a process has one stdout, however often the sink is opened."""


class StdioSink:
    max_payload = None

    def __init__(self, fd: int, scheme: str, preamble: bytes) -> None:
        self._scheme = scheme
        self._preamble = preamble
        self._writer = Writer(fd, scheme, NEVER | CLOSED)

    def send(self, payload: bytes) -> None:
        """Blocks while the reader is slow: the descriptor is shared with other processes and must stay as it was."""
        fd = self._writer.fd
        try:
            self._writer.write(payload if fd in _begun else self._preamble + payload)
        except SendError as error:
            if isinstance(error.__cause__, OSError) and error.__cause__.errno in CLOSED:
                raise SendError("closed", f"{self._scheme}: the reader has closed it", retry=False) from error
            raise
        _begun.add(fd)

    def close(self) -> None:
        """The descriptor is the process's and stays open."""


def check(target: Target) -> None:
    """Raises BadAddress when there is an address."""
    _address.nothing(target)


def open(target: Target) -> StdioSink:
    """Raises SendError `closed` when the process was started without it."""
    _address.nothing(target)
    fd, stream = (1, sys.__stdout__) if target.scheme == "stdout" else (2, sys.__stderr__)
    # Python has no stream where the descriptor was closed at start: what has that number now is something else of ours.
    if stream is None:
        raise SendError("closed", f"{target.scheme}: it was closed when the process started", retry=False)
    try:
        os.fstat(fd)
    except OSError as error:
        raise SendError("closed", f"{target.scheme}: it is closed", retry=False) from error
    return StdioSink(fd, target.scheme, target.preamble)
