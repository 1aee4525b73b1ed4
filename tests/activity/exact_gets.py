"""sock_diag asked for single sockets, and for all of one namespace: the rows as they come, for tests of what BPF tells of sockets."""

from __future__ import annotations

import socket
import struct

from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.kernel.diag_socket import connected
from xtcp_ebpf.wire import uapi
from xtcp_ebpf.wire.request import NLMSGHDR, by_family

LISTEN = 10
SYN_RECV = 3
_ID = slice(4, 52)
_COOKIE = slice(44, 52)


class Row:
    """struct inet_diag_msg of one socket."""

    def __init__(self, raw: bytes) -> None:
        self.family, self.state = raw[0], raw[1]
        self.id = raw[_ID]
        """struct inet_diag_sockid: what stands at the end of a request."""
        self.cookie = struct.unpack("<Q", raw[_COOKIE])[0] if struct.pack("=H", 1)[0] else struct.unpack(">II", raw[_COOKIE])[0]


class Diag:
    """A diag socket in one namespace, until close()."""

    def __init__(self, spaces: Spaces, namespace: Namespace) -> None:
        self._socket: socket.SocketType = spaces.inside(namespace, lambda: connected()[0])
        self._socket.settimeout(5)

    def get(self, request: bytes) -> Row | None:
        """The socket that an exact get with this body finds."""
        self._socket.send(NLMSGHDR.pack(NLMSGHDR.size + len(request), uapi.SOCK_DIAG_BY_FAMILY, uapi.NLM_F_REQUEST, 1, 0) + request)
        answer = self._socket.recv(32768)
        kind = NLMSGHDR.unpack_from(answer)[1]
        return Row(answer[NLMSGHDR.size :]) if kind == uapi.SOCK_DIAG_BY_FAMILY else None

    def dump(self) -> list[Row]:
        """All its sockets."""
        return [row for family in (socket.AF_INET, socket.AF_INET6) for row in self._of(family)]

    def _of(self, family: int) -> list[Row]:
        self._socket.send(by_family(1, family, 0))
        rows = []
        while True:
            datagram = self._socket.recv(32768)
            at = 0
            while at < len(datagram):
                length, kind = NLMSGHDR.unpack_from(datagram, at)[:2]
                if kind == uapi.NLMSG_DONE:
                    return rows
                assert kind == uapi.SOCK_DIAG_BY_FAMILY, kind
                rows.append(Row(datagram[at + NLMSGHDR.size : at + length]))
                at += length + -length % 4

    def close(self) -> None:
        self._socket.close()
