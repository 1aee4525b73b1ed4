"""A connected stream socket that carries whole payloads: what tcp: and unix: share.

Nothing here is confirmed by the receiver. A payload whose send failed is sent again whole on the next connection; what the kernel
had taken when the connection broke may be lost or may have arrived.
"""

from __future__ import annotations

import os
import select
import socket
from collections import deque
from collections.abc import Callable
from itertools import islice

from xtcp_ebpf.destinations._failure import failure
from xtcp_ebpf.errors import SendError

CONNECT_SECONDS = 5.0
SEND_SECONDS = 10.0
"""How long a receiver may take nothing at all; a slow one that goes on taking is waited for."""

MOST_PARTS = os.sysconf("SC_IOV_MAX")
"""Of one sendmsg."""

GONE = select.POLLRDHUP | select.POLLHUP | select.POLLERR | select.POLLNVAL


class StreamSink:
    """Owns `sock`. `frame` gives what goes before a payload of that many bytes (its varint, or nothing)."""

    max_payload = None

    def __init__(
        self, sock: socket.socket, where: str, preamble: bytes, frame: Callable[[int], bytes], patience: float = SEND_SECONDS
    ) -> None:
        self._sock = sock
        self._where = where
        self._preamble = preamble
        self._frame = frame
        self._poll = select.poll()
        self._poll.register(sock, select.POLLIN | select.POLLRDHUP)
        sock.settimeout(patience)

    def send(self, payload: bytes) -> None:
        """Raises SendError, after which this connection is of no use. The first payload has the preamble before it."""
        self.send_parts((payload,))

    def send_parts(self, parts: tuple[bytes, ...]) -> None:
        """The same for a payload that is not joined."""
        head = self._frame(len(self._preamble) + sum(map(len, parts))) + self._preamble
        waiting = deque(memoryview(part) for part in (head, *parts))
        try:
            self._look()
            while waiting:
                sent = self._sock.sendmsg(islice(waiting, MOST_PARTS), [], socket.MSG_NOSIGNAL)
                while waiting and sent >= len(waiting[0]):
                    sent -= len(waiting.popleft())
                if sent:
                    waiting[0] = waiting[0][sent:]
        except OSError as error:
            raise failure(self._where, error) from error
        self._preamble = b""

    def _look(self) -> None:
        # Without this, the first payload after the receiver went is taken by the kernel and lost.
        while events := self._poll.poll(0):
            if events[0][1] & GONE or not self._sock.recv(65536):
                raise SendError("closed", f"{self._where}: the receiver has closed the connection")

    def close(self) -> None:
        self._sock.close()
