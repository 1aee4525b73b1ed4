"""One thread that answers HTTP requests, one to a connection, whatever others do to it.

accept -> reading -> writing -> draining -> closed       each connection has one deadline for all of it

Bounds: connections (the one that has been slowest goes for a new one), bytes of a head, seconds. A request is small and an answer is made
in a few milliseconds, so one thread does: it never waits for anybody. What takes its time (Slow) is made aside, one at a time, for as long
as its connection lasts; that one goes for no other.
"""

from __future__ import annotations

import logging
import os
import selectors
import socket
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.metrics.aside import BUSY, Aside
from xtcp_ebpf.metrics.http_head import MOST_HEAD_BYTES, Answer, Refused, Request, Slow, head, parse

log = logging.getLogger(__name__)

MOST_CONNECTIONS: Final = 64
PATIENCE_SECONDS: Final = 5.0
"""From a connection's begin to its end."""
DRAIN_BYTES: Final = 1 << 18
"""What a client may still say behind its request: without taking it the answer might be lost to a reset."""
DEAF_SECONDS: Final = 1.0
"""After an accept that failed: there are no descriptors, and no reason to ask again at once."""
ACCEPTS: Final = 16
"""In a row, before others get their turn."""


@dataclass(slots=True, eq=False)
class _Connection:
    sock: socket.socket
    ends: float
    received: bytearray = field(default_factory=bytearray)
    answer: memoryview | None = None
    with_body: bool = True
    drained: int = 0


class Server:
    """Answers from start() to close(). `answer` is called by its thread alone; it may raise Refused.

    The listening sockets are the caller's to close, after close().
    """

    def __init__(
        self,
        listening: Sequence[socket.socket],
        answer: Callable[[Request], Answer | Slow],
        clock: Clock,
        *,
        most_connections: int = MOST_CONNECTIONS,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        self._answer = answer
        self._clock = clock
        self._most = most_connections
        self._patience = patience_seconds
        self._listening = tuple(listening)
        self._open: dict[_Connection, None] = {}
        """Oldest first."""
        self._waiting: _Connection | None = None
        """For what is being made aside."""
        self._deaf_until = 0.0
        self._outcomes: Counter[str] = Counter()
        self._counting = threading.Lock()
        self._failed = False
        self._selector = selectors.DefaultSelector()
        self._bell = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)
        self._closing = False
        self._aside = Aside(lambda: os.eventfd_write(self._bell, 1))
        self._thread = threading.Thread(target=self._run, name="http", daemon=True)

    def start(self) -> None:
        """From a thread that is at home: threads are born into the namespace of their parent."""
        self._selector.register(self._bell, selectors.EVENT_READ)
        self._hear(True)
        self._thread.start()

    def outcomes(self) -> dict[str, int]:
        """Connections by what became of them: the status as text, `slow`, `crowded` (had to go for another), `broken`."""
        with self._counting:
            return dict(self._outcomes)

    def close(self) -> None:
        """End the thread and every connection. A second time does nothing."""
        if self._bell < 0:
            return
        self._closing = True
        os.eventfd_write(self._bell, 1)
        if self._thread.ident is not None:
            self._thread.join()
        for connection in list(self._open):
            self._end(connection)
        self._aside.close()
        self._selector.close()
        os.close(self._bell)
        self._bell = -1

    def _run(self) -> None:
        while True:
            now = self._clock.monotonic()
            for connection in [each for each in self._open if each.ends <= now]:
                self._end(connection, "slow" if connection.answer is None or connection.answer else "")
            if self._deaf_until and now >= self._deaf_until:
                self._hear(True)
            ends = [each.ends for each in self._open] + ([self._deaf_until] if self._deaf_until else [])
            for key, _ in self._selector.select(max(0.0, min(ends) - now) if ends else None):
                if self._closing:
                    return
                try:
                    if key.fd == self._bell:
                        self._hand_over()
                    elif isinstance(key.data, _Connection):
                        if key.data in self._open:  # not ended by one before it
                            self._go_on(key.data)
                    elif isinstance(key.fileobj, socket.socket):
                        self._accept(key.fileobj)
                except Exception:  # a defect of ours costs this request, never the thread
                    if not self._failed:
                        log.exception("a request could not be answered")
                    self._failed = True
                    if isinstance(key.data, _Connection):
                        self._end(key.data, "broken")

    def _hear(self, yes: bool) -> None:
        if not yes and self._deaf_until:
            return
        self._deaf_until = 0.0 if yes else self._clock.monotonic() + DEAF_SECONDS
        for sock in self._listening:
            if yes:
                self._selector.register(sock, selectors.EVENT_READ)
            else:
                self._selector.unregister(sock)

    def _accept(self, listening: socket.socket) -> None:
        for _ in range(ACCEPTS):
            try:
                sock = listening.accept()[0]
            except (BlockingIOError, ConnectionAbortedError):
                return
            except OSError as error:
                log.debug("no connection is taken for a moment: %s", error)
                self._count("no_descriptor")
                self._hear(False)
                return
            sock.setblocking(False)
            if len(self._open) >= self._most:
                self._end(next((each for each in self._open if each is not self._waiting), next(iter(self._open))), "crowded")
            connection = _Connection(sock, self._clock.monotonic() + self._patience)
            try:
                self._selector.register(sock, selectors.EVENT_READ, connection)
            except OSError:  # no room for one more watch in the kernel
                sock.close()
                raise
            self._open[connection] = None

    def _go_on(self, connection: _Connection) -> None:
        try:
            if connection is self._waiting:
                self._attend(connection)
            elif connection.answer is None:
                self._read(connection)
            elif connection.answer:
                self._write(connection)
            else:
                self._drain(connection)
        except BlockingIOError:
            return
        except OSError:
            self._end(connection, "broken")

    def _read(self, connection: _Connection) -> None:
        data = connection.sock.recv(MOST_HEAD_BYTES)
        if not data:
            self._end(connection, "broken")
            return
        connection.received += data
        try:
            whole = head(connection.received)
            if whole is None:
                return
            request = parse(whole)
            connection.with_body = request.method != "HEAD"
            answer = self._made(request)
        except Refused as refused:
            headers = {"Allow": "GET, HEAD"} if refused.status == HTTPStatus.METHOD_NOT_ALLOWED else {}
            answer = Answer(refused.status, f"{refused}\n".encode(), headers=headers)
        connection.received.clear()
        if isinstance(answer, Slow):
            if self._waiting is None and self._aside.start(answer):
                self._waiting = connection
                connection.ends = self._clock.monotonic() + answer.seconds
                return
            answer = BUSY
        self._reply(connection, answer)

    def _reply(self, connection: _Connection, answer: Answer) -> None:
        self._count(str(int(answer.status)))
        connection.answer = memoryview(answer.wire(connection.with_body))
        self._selector.modify(connection.sock, selectors.EVENT_WRITE, connection)
        self._write(connection)

    def _attend(self, connection: _Connection) -> None:
        """Somebody who waits says more, which is of no interest, or has gone: the answer is for nobody then."""
        data = connection.sock.recv(1 << 16)
        connection.drained += len(data)
        if not data or connection.drained > DRAIN_BYTES:
            self._end(connection, "broken")

    def _hand_over(self) -> None:
        os.eventfd_read(self._bell)
        connection, answer = self._waiting, self._aside.take()
        if connection and answer:
            self._waiting = None
            connection.ends = self._clock.monotonic() + self._patience
            try:
                self._reply(connection, answer)
            except BlockingIOError:
                return
            except OSError:
                self._end(connection, "broken")

    def _made(self, request: Request) -> Answer | Slow:
        try:
            return self._answer(request)
        except Refused:
            raise
        except Exception:  # a defect of ours: whoever asks is told so
            if not self._failed:
                log.exception("%s could not be answered", request.path)
            self._failed = True
            return Answer(500, b"a defect: see the daemon's log\n")

    def _write(self, connection: _Connection) -> None:
        assert connection.answer is not None
        connection.answer = connection.answer[connection.sock.send(connection.answer) :]
        if not connection.answer:
            connection.sock.shutdown(socket.SHUT_WR)
            self._selector.modify(connection.sock, selectors.EVENT_READ, connection)

    def _drain(self, connection: _Connection) -> None:
        data = connection.sock.recv(1 << 16)
        connection.drained += len(data)
        if not data or connection.drained > DRAIN_BYTES:
            self._end(connection)

    def _end(self, connection: _Connection, outcome: str = "") -> None:
        if connection not in self._open:
            return
        del self._open[connection]
        if connection is self._waiting:
            self._waiting = None
            self._aside.give_up()
        self._selector.unregister(connection.sock)
        connection.sock.close()
        if outcome:
            self._count(outcome)

    def _count(self, outcome: str) -> None:
        with self._counting:
            self._outcomes[outcome] += 1
