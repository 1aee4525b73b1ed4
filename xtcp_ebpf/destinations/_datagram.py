"""A connected datagram socket, one payload in each datagram, the preamble in front of it: what udp: and unixgram: share."""

from __future__ import annotations

import socket

from xtcp_ebpf.destinations._failure import failure

SEND_SECONDS = 10.0
"""How long a receiver's queue may stay full."""


class DatagramSink:
    """Owns `sock`, which is connected."""

    def __init__(self, sock: socket.socket, where: str, preamble: bytes, max_payload: int, patience: float = SEND_SECONDS) -> None:
        self.max_payload: int | None = max_payload
        self._sock = sock
        self._where = where
        self._preamble = preamble
        sock.settimeout(patience)

    def send(self, payload: bytes) -> None:
        """Raises SendError; without retry when the datagram is too large."""
        try:
            self._sock.sendmsg([self._preamble, payload], [], socket.MSG_NOSIGNAL)
        except OSError as error:
            raise failure(self._where, error) from error

    def close(self) -> None:
        self._sock.close()
