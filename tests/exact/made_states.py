"""Sockets in every state that TCP has, made where the calling thread is, and held still."""

from __future__ import annotations

import socket
import struct
from contextlib import suppress

V4, V6 = "127.0.0.1", "::1"
MAPPED = "::ffff:127.0.0.1"
IPPROTO_MPTCP = 262
_RESET = struct.pack("ii", 1, 0)


class States:
    """Keeps what it makes until it is closed, with resets."""

    def __init__(self) -> None:
        self.held: list[socket.socket] = []
        self.kinds: set[str] = set()

    def listener(
        self, address: str = V4, *, family: int = socket.AF_INET, proto: int = 0, backlog: int = 100, **options: bytes | int
    ) -> socket.socket:
        """With socket options by name; bound to a free port."""
        made = socket.socket(family, socket.SOCK_STREAM, proto)
        self.held.append(made)
        for name, value in options.items():
            level = socket.IPPROTO_TCP if name.startswith("TCP_") else socket.IPPROTO_IPV6 if name.startswith("IPV6") else socket.SOL_SOCKET
            made.setsockopt(level, getattr(socket, name), value)
        made.bind((address, 0))
        made.listen(backlog)
        return made

    def pair(self, listener: socket.socket, to: str = "", *, proto: int = 0, device: bytes = b"") -> tuple[socket.socket, socket.socket]:
        """(client, server) of a connection; its client bound to a device."""
        client = socket.socket(listener.family, socket.SOCK_STREAM, proto)
        self.held.append(client)
        if device:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, device)
        name = listener.getsockname()
        client.connect((to or name[0], name[1]))
        server = listener.accept()[0]
        self.held.append(server)
        return client, server

    def make_all(self) -> None:
        """All of them."""
        four, six = self.listener(), self.listener(V6, family=socket.AF_INET6)
        for listener in (four, six):
            self._closing_ones(listener)
        self.pair(self.listener("::", family=socket.AF_INET6, IPV6_V6ONLY=0), MAPPED)
        self.pair(self.listener(SO_BINDTODEVICE=b"lo"), device=b"lo")
        self._shared_port()
        self._syn_sent()
        self._half_open()
        with suppress(OSError):  # a kernel without MPTCP
            self.pair(self.listener(proto=IPPROTO_MPTCP), proto=IPPROTO_MPTCP)
            self.kinds.add("mptcp")

    def _closing_ones(self, listener: socket.socket) -> None:
        self.pair(listener)
        client, server = self.pair(listener)
        client.shutdown(socket.SHUT_WR)  # FIN_WAIT2 and CLOSE_WAIT
        client, server = self.pair(listener)
        self._close(client)  # FIN_WAIT2 without an owner: no whole socket any more
        client, server = self.pair(listener)
        self._close(client)
        self._close(server)  # TIME_WAIT
        client, server = self.pair(listener)
        self._fill(client)
        client.shutdown(socket.SHUT_WR)  # FIN_WAIT1: its FIN stands behind what nobody reads
        client, server = self.pair(listener)
        self._fill(client)
        client.shutdown(socket.SHUT_WR)
        server.shutdown(socket.SHUT_WR)  # CLOSING, and FIN_WAIT2
        client, server = self.pair(listener)
        self._fill(server)
        client.shutdown(socket.SHUT_WR)
        server.shutdown(socket.SHUT_WR)  # LAST_ACK

    def _shared_port(self) -> None:
        first = self.listener(SO_REUSEPORT=1)
        second = socket.socket()
        self.held.append(second)
        second.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        second.bind(first.getsockname())
        second.listen()
        for listener in (first, second):
            listener.setblocking(False)
        for _ in range(4):
            client = socket.create_connection(first.getsockname())
            self.held.append(client)
            for listener in (first, second):
                with suppress(BlockingIOError):
                    self.held.append(listener.accept()[0])

    def _syn_sent(self) -> None:
        full = self.listener(backlog=0)
        for _ in range(4):  # the first ones are taken, the others' SYNs are dropped
            client = socket.socket()
            client.setblocking(False)
            client.connect_ex(full.getsockname())
            self.held.append(client)

    def _half_open(self) -> None:
        """The listener waits for data: it keeps a request, and no socket."""
        waiting = self.listener(TCP_DEFER_ACCEPT=30)
        self.held.append(socket.create_connection(waiting.getsockname()))

    def _fill(self, sock: socket.socket) -> None:
        """Until neither end takes any more."""
        sock.setblocking(False)
        with suppress(BlockingIOError):
            while True:
                sock.send(bytes(1 << 18))

    def _close(self, sock: socket.socket) -> None:
        self.held.remove(sock)
        sock.close()

    def close(self) -> None:
        for sock in self.held:
            with suppress(OSError):
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            sock.close()
