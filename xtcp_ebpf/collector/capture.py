"""-writeFiles: the first datagrams that each reader receives, and the requests before them, as a capture that `decode` reads."""

from __future__ import annotations

import contextlib
import logging
import os
from typing import BinaryIO

from xtcp_ebpf.abc import Clock, Datagram
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire import pcap
from xtcp_ebpf.wire.redact import without_keys

log = logging.getLogger(__name__)

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


class Capture:
    """One reader's file: `<prefix>netlink.<nanoseconds>.<reader>.pcap`, mode 0600, made with its first packet.

    The first error ends it, with one line in the log and a counter; the dump goes on.
    """

    def __init__(self, prefix: str, datagrams: int, reader: int, clock: Clock, tally: Tally) -> None:
        self._prefix = prefix
        self._left = datagrams
        self._reader = reader
        self._clock = clock
        self._tally = tally
        self._file: BinaryIO | None = None

    def __call__(self, datagram: Datagram, is_request: bool) -> None:
        if not self._left:
            return
        now = self._clock.now_ns()
        try:
            if self._file is None:
                path = f"{self._prefix}netlink.{now}.{self._reader}.pcap"
                self._file = os.fdopen(os.open(path, _NEW, 0o600), "wb")
                self._file.write(pcap.header())
            self._file.write(pcap.packet(now, without_keys(datagram)))
            self._file.flush()
        except OSError as error:
            log.error("-writeFiles: %s; reader %d captures no more", error, self._reader)
            self._tally.add("capture_errors")
            self._left = 0
        if not is_request and self._left:
            self._left -= 1
        if not self._left:
            self.close()

    def close(self) -> None:
        """Nothing more is captured."""
        self._left = 0
        if self._file is not None:
            with contextlib.suppress(OSError):  # what a full disk did not take has been told
                self._file.close()
            self._file = None
