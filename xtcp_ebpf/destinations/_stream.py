"""A connected stream socket that carries whole payloads: what tcp: and unix: share.

Nothing here is confirmed by the receiver. A payload whose send failed is sent again whole on the next connection; what the kernel had
taken of earlier ones when the connection broke may be lost or may have arrived: SendError.unconfirmed_bytes says how much that is.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import select
import socket
import termios
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

KEEP_ALIVE = (
    (socket.TCP_KEEPIDLE, 30),
    (socket.TCP_KEEPINTVL, 10),
    (socket.TCP_KEEPCNT, 3),
    (socket.TCP_USER_TIMEOUT, int(SEND_SECONDS * 1000)),
)
"""A receiver whose machine vanished is noticed within a minute, between polls too."""

GONE = select.POLLRDHUP | select.POLLHUP | select.POLLERR | select.POLLNVAL


def queued(sock: socket.socket) -> int:
    """SIOCOUTQ. TCP: bytes that the receiver's kernel has not acknowledged, also after a reset. Unix: what the receiver has not read,
    as memory, which is a little more than its bytes; 0 once it has closed.
    """
    return int.from_bytes(fcntl.ioctl(sock, termios.TIOCOUTQ, bytes(4)), "little")


def keep_alive(sock: socket.socket) -> None:
    """Sets it on a TCP connection. Raises OSError."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for option, value in KEEP_ALIVE:
        sock.setsockopt(socket.IPPROTO_TCP, option, value)


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
        self._patience = patience
        self._poll = select.poll()
        self._poll.register(sock, select.POLLIN | select.POLLRDHUP)
        self._unix = sock.family == socket.AF_UNIX
        self._unread = 0
        """Unix: at most so many bytes of whole payloads the receiver has not read."""
        self._taken = 0
        """Of the payload under way."""
        sock.settimeout(patience)

    def send(self, payload: bytes) -> None:
        """Raises SendError, after which this connection is of no use. The first payload has the preamble before it."""
        self.send_parts((payload,))

    def send_parts(self, parts: tuple[bytes, ...]) -> None:
        """The same for a payload that is not joined."""
        head = self._frame(len(self._preamble) + sum(map(len, parts))) + self._preamble
        self._taken = 0
        try:
            self._look()
            self._write((head, *parts))
        except OSError as error:
            problem = self._failure(error)
            problem.unconfirmed_bytes = self._unconfirmed()
            raise problem from error
        self._preamble = b""
        self._unread += self._taken

    def _write(self, parts: tuple[bytes, ...]) -> None:
        waiting = deque(memoryview(part) for part in parts)
        while waiting:
            sent = self._sock.sendmsg(islice(waiting, MOST_PARTS), [], socket.MSG_NOSIGNAL)
            self._taken += sent
            while waiting and sent >= len(waiting[0]):
                sent -= len(waiting.popleft())
            if sent:
                waiting[0] = waiting[0][sent:]

    def _look(self) -> None:
        # Without this, the first payload after the receiver went is taken by the kernel and lost.
        while events := self._poll.poll(0):
            if events[0][1] & GONE or not self._hear():
                raise SendError("closed", f"{self._where}: the receiver has closed the connection", unconfirmed_bytes=self._unconfirmed())
        if self._unix:
            self._unread = min(self._unread, queued(self._sock))

    def _hear(self) -> bool:
        """Whether the receiver, which had something to say, is still there; what it says is nothing to us."""
        return bool(self._sock.recv(65536))

    def _unconfirmed(self) -> int:
        """Bytes of earlier payloads that may be lost, now that the connection is of no use."""
        left = queued(self._sock)
        if not self._unix:
            return max(0, left - self._taken)
        # A receiver that closes takes its queue with it; whether it was empty is told as ECONNRESET.
        reset = any(events & select.POLLERR for _fd, events in self._poll.poll(0))
        return self._unread if reset else min(self._unread, left)

    def _failure(self, error: OSError) -> SendError:
        return failure(self._where, error)

    def close(self) -> None:
        """What the kernel has taken goes on its way."""
        with contextlib.suppress(OSError):
            # Closed with something unread, TCP resets the connection and throws away what has not left yet.
            self._sock.settimeout(0)
            while self._sock.recv(65536):
                pass
        self._sock.close()
