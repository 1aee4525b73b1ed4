"""Listening sockets of our own namespace, by TCP or by a Unix socket."""

from __future__ import annotations

import errno
import os
import socket
import stat
from pathlib import Path

from xtcp_ebpf.errors import UsageError, errno_text
from xtcp_ebpf.metrics.listen_address import Address

BACKLOG = 64


class Listener:
    """One address; several sockets where a name stands for several. Raises UsageError when it cannot be had."""

    def __init__(self, address: Address, flag: str, ttl: int = 0, hop_limit: int = 0) -> None:
        """`ttl` and `hop_limit` of what goes out from here; 0: the system's. `flag` is what messages begin with."""
        self.sockets: list[socket.socket] = []
        self._file: tuple[bytes, int] | None = None
        try:
            if address.path:
                self._open_unix(address)
                self.address = address
            else:
                self._open_tcp(address, ttl, hop_limit)
                self.address = address._replace(port=int(self.sockets[0].getsockname()[1]))
        except OSError as error:
            self.close()
            number = error.errno or 0
            why = f"no such host ({error.strerror})" if isinstance(error, socket.gaierror) else errno_text(number)
            remedy = "; another program, or another daemon, has it" if number == errno.EADDRINUSE else ""
            raise UsageError(f"{flag} {address}: {why}{remedy}") from error

    def close(self) -> None:
        """Give the address back."""
        for each in self.sockets:
            each.close()
        self.sockets.clear()
        if self._file:
            path, inode = self._file
            self._file = None
            try:
                if os.lstat(path).st_ino == inode:  # nobody else has put his there since
                    Path(os.fsdecode(path)).unlink()
            except FileNotFoundError:
                pass

    def _open_tcp(self, address: Address, ttl: int, hop_limit: int) -> None:
        wanted: list[tuple[int, tuple[str | int | bytes, ...]]]
        if address.host:
            flags = socket.AI_PASSIVE
            found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM, flags=flags)
            wanted = list(dict.fromkeys((family, tuple(where)) for family, _, _, _, where in found))
        else:
            wanted = [(socket.AF_INET6, ("::", address.port)), (socket.AF_INET, ("0.0.0.0", address.port))]
        missing: OSError | None = None
        for family, where in wanted:
            try:
                self._bind(family, where, both=not address.host, ttl=ttl, hop_limit=hop_limit)
            except OSError as error:
                # A host without IPv6, or a name with an address that this host has not: the others will do.
                if error.errno not in (errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL):
                    raise
                missing = error
            if self.sockets and not address.host:
                break  # the one for IPv6 takes both
        if not self.sockets and missing:
            raise missing

    def _bind(self, family: int, where: tuple[str | int | bytes, ...], *, both: bool, ttl: int, hop_limit: int) -> None:
        sock = socket.socket(family, socket.SOCK_STREAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK)
        try:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, int(not both))
                if hop_limit:
                    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_UNICAST_HOPS, hop_limit)
            if ttl and (both or family == socket.AF_INET):
                sock.setsockopt(socket.IPPROTO_IP, socket.IP_TTL, ttl)
            sock.bind(where)
            sock.listen(BACKLOG)
        except OSError:
            sock.close()
            raise
        self.sockets.append(sock)

    def _open_unix(self, address: Address) -> None:
        path = address.sun_path
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK)
        self.sockets.append(sock)
        try:
            sock.bind(path)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or not _left_behind(path):
                raise
            Path(os.fsdecode(path)).unlink()
            sock.bind(path)
        if not path.startswith(b"\0"):
            self._file = path, os.lstat(path).st_ino
        sock.listen(BACKLOG)


def _left_behind(path: bytes) -> bool:
    """Is it a socket's file at which nobody listens any more, as a daemon leaves it that was killed?"""
    if path.startswith(b"\0") or not stat.S_ISSOCK(os.lstat(path).st_mode):
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK) as probe:
        return probe.connect_ex(path) == errno.ECONNREFUSED
