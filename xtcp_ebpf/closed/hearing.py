"""The socket by which the ends of connections are heard: those of our own namespace, and of all that have an id in it."""

from __future__ import annotations

import errno
import socket
import struct
from pathlib import Path
from typing import Final

from xtcp_ebpf.closed.messages import NETLINK_LISTEN_ALL_NSID, SOL_NETLINK
from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.kernel.diag_socket import NETLINK_INET_DIAG

SKNLGRP_INET_TCP_DESTROY: Final = 1
SKNLGRP_INET6_TCP_DESTROY: Final = 3
_NETLINK_ADD_MEMBERSHIP = 1
_SO_RCVBUFFORCE = 33
_SO_MEMINFO = 55
"""Linux 4.12."""
_MEMINFO = struct.Struct("=9I")
_SK_MEMINFO_DROPS = 8


class Hearing:
    """`everywhere`: other namespaces too, which takes CAP_NET_BROADCAST. Raises OpenError.

    It is in the namespace of the thread that makes it, which must be the daemon's own.
    """

    def __init__(self, buffer_bytes: int, everywhere: bool) -> None:
        try:
            self.socket = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_INET_DIAG)
        except OSError as error:
            raise OpenError("no_diag", "-closed: no diag socket", error.errno or 0) from None
        self.buffer_bytes = 0
        """What the kernel counts: a message of 380 bytes takes some 1,300 of it."""
        try:
            self._prepare(buffer_bytes, everywhere)
        except BaseException:
            self.socket.close()
            raise
        self._dropped = 0

    @property
    def fd(self) -> int:
        return self.socket.fileno()

    def dropped(self) -> int:
        """Messages since the last time that the kernel dropped because they found no room; 0 before Linux 4.12, which does not tell."""
        try:
            total = _MEMINFO.unpack(self.socket.getsockopt(socket.SOL_SOCKET, _SO_MEMINFO, _MEMINFO.size))[_SK_MEMINFO_DROPS]
        except OSError as error:
            if error.errno != errno.ENOPROTOOPT:
                raise
            return 0
        dropped, self._dropped = total - self._dropped & 0xFFFFFFFF, total
        return int(dropped)

    def close(self) -> None:
        """Hear nothing more."""
        self.socket.close()

    def _prepare(self, buffer_bytes: int, everywhere: bool) -> None:
        # The kernel doubles what it is asked for.
        half = max(1, buffer_bytes // 2)
        try:
            self.socket.setsockopt(socket.SOL_SOCKET, _SO_RCVBUFFORCE, half)
        except PermissionError:  # without CAP_NET_ADMIN: as far as net.core.rmem_max allows
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, half)
        self.buffer_bytes = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)
        self.socket.bind((0, 0))  # before the groups: a bind with none takes memberships away
        if everywhere:
            self._set(NETLINK_LISTEN_ALL_NSID, 1, "ends of connections in other namespaces take CAP_NET_BROADCAST")
        for group in (SKNLGRP_INET_TCP_DESTROY, SKNLGRP_INET6_TCP_DESTROY):
            self._set(_NETLINK_ADD_MEMBERSHIP, group, "the kernel does not tell of closed sockets")

    def _set(self, option: int, value: int, problem: str) -> None:
        try:
            self.socket.setsockopt(SOL_NETLINK, option, value)
        except OSError as error:
            reason = "permission" if error.errno == errno.EPERM else "system"
            raise OpenError(reason, f"-closed: {problem}", error.errno or 0) from None


def own_inode() -> int:
    """Of the namespace where the calling thread is. Raises OSError."""
    return Path("/proc/thread-self/ns/net").stat().st_ino
