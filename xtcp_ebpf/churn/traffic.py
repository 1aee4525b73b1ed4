"""TCP connections over loopback, and one thread that sends over all of them whichever namespace they are in."""

from __future__ import annotations

import heapq
import itertools
import random
import select
import socket
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

PAYLOADS = (16, 256, 4096, 16384, 65536)
"""Bytes of one sending."""
GAPS = (0.001, 0.01, 0.1, 0.5)
"""Seconds between two sendings of a connection."""
_IDLE_SECONDS = 0.05
_READ_BYTES = 1 << 18


@dataclass(slots=True)
class Bundle:
    """The sockets of one namespace."""

    listeners: list[socket.socket] = field(default_factory=list)
    pairs: list[tuple[socket.socket, socket.socket]] = field(default_factory=list)
    """(client, server)."""

    @property
    def sockets(self) -> int:
        return len(self.listeners) + 2 * len(self.pairs)

    @property
    def ports(self) -> tuple[int, ...]:
        """Of the listeners."""
        return tuple(listener.getsockname()[1] for listener in self.listeners)

    def close(self) -> None:
        """All at once, with resets: nothing of it stays in TIME_WAIT."""
        for sock in (*itertools.chain(*self.pairs), *self.listeners):
            with suppress(OSError):
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            sock.close()


def connect(count: int) -> Bundle:
    """So many connections where the thread is, every other one IPv6, each family with its listener. Raises OSError."""
    made = Bundle()
    try:
        for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
            if family == socket.AF_INET6 and count < 2:
                break
            listener = socket.socket(family)
            made.listeners.append(listener)
            listener.bind((host, 0))
            listener.listen(128)
        for number in range(count):
            listener = made.listeners[number % len(made.listeners)]
            client = socket.socket(listener.family)
            try:
                client.connect(listener.getsockname())
                server = listener.accept()[0]
            except BaseException:
                client.close()
                raise
            client.setblocking(False)
            server.setblocking(False)
            made.pairs.append((client, server))
    except BaseException:
        made.close()
        raise
    return made


class Traffic:
    """The thread. Sends at most what a peer takes, and reads all that comes; a connection that fails is counted and left."""

    def __init__(self, payloads: Sequence[int] = PAYLOADS, gaps: Sequence[float] = GAPS, seed: int = 0) -> None:
        self.sent_bytes = self.received_bytes = self.errors = 0
        self._payloads = [bytes(size) for size in payloads]
        self._gaps = tuple(gaps)
        self._random = random.Random(seed)
        self._lock = threading.Lock()
        self._due: list[tuple[float, int, socket.socket]] = []
        self._order = itertools.count()
        self._servers: dict[int, socket.socket] = {}
        self._poll = select.epoll()
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, name="traffic", daemon=True)
        self._thread.start()

    def add(self, bundle: Bundle) -> None:
        """Send over these from now on."""
        with self._lock:
            for client, server in bundle.pairs:
                self._servers[server.fileno()] = server
                self._poll.register(server, select.EPOLLIN)
                self._push(client)

    def drop(self, bundle: Bundle) -> None:
        """Leave these alone from now on: they may be closed after it."""
        with self._lock:
            gone = {client for client, _ in bundle.pairs}
            for _, server in bundle.pairs:
                if self._servers.pop(server.fileno(), None):
                    with suppress(OSError):  # one that failed is out already
                        self._poll.unregister(server)
            self._due = [entry for entry in self._due if entry[2] not in gone]
            heapq.heapify(self._due)

    def close(self) -> None:
        """End the thread."""
        self._end.set()
        self._thread.join()
        self._poll.close()

    def _run(self) -> None:
        while not self._end.is_set():
            with self._lock:
                self._receive()
                self._send()
                wait = self._due[0][0] - time.monotonic() if self._due else _IDLE_SECONDS
            self._end.wait(min(max(wait, 0.001), _IDLE_SECONDS))

    def _receive(self) -> None:
        for descriptor, _ in self._poll.poll(0):
            server = self._servers[descriptor]
            try:
                data = server.recv(_READ_BYTES)
            except OSError:
                data = b""
            self.received_bytes += len(data)
            if not data:
                self.errors += 1
                self._poll.unregister(descriptor)
                del self._servers[descriptor]

    def _send(self) -> None:
        now = time.monotonic()
        while self._due and self._due[0][0] <= now:
            client = heapq.heappop(self._due)[2]
            try:
                self.sent_bytes += client.send(self._random.choice(self._payloads))
            except BlockingIOError:
                pass  # the peer has not read yet
            except OSError:
                self.errors += 1
                continue
            self._push(client)

    def _push(self, client: socket.socket) -> None:
        heapq.heappush(self._due, (time.monotonic() + self._random.choice(self._gaps), next(self._order), client))
