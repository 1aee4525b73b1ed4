"""A socket that listens where a destination sends to."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import stat
import struct
from pathlib import Path

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import registry
from xtcp_ebpf.errors import BadAddress, UsageError, errno_text

SCHEMES = ("tcp", "udp", "unix", "unixgram")
STREAMS = ("tcp", "unix")

MODE = 0o600
RECEIVE_BUFFER = 32 << 20
"""Bytes asked for behind a UDP socket: what comes while the reader of stdout takes nothing."""

_SO_RCVBUFFORCE = 33
_SO_MEMINFO = 55
_MEMINFO = struct.Struct("=9I")
_DROPS = 8


class Listening:
    """Owns `sock`, which does not block, and the file at `path` if there is one."""

    def __init__(self, scheme: str, where: str, sock: socket.socket, path: str = "") -> None:
        self.scheme = scheme
        self.where = where
        self.sock = sock
        self._path = path
        self._inode = _inode(path) if path else None
        sock.setblocking(False)

    @property
    def dropped(self) -> int:
        """Datagrams that the kernel had no room for, so far.

        The count behind SO_RXQ_OVFL, asked for: a datagram brings it only as it was when that one came, and the last losses are not told.
        """
        found: int = _MEMINFO.unpack(self.sock.getsockopt(socket.SOL_SOCKET, _SO_MEMINFO, _MEMINFO.size))[_DROPS]
        return found

    def close(self) -> None:
        """The file goes too, unless another has taken its place."""
        self.sock.close()
        if self._inode and _inode(self._path) == self._inode:
            with contextlib.suppress(OSError):
                Path(self._path).unlink()


def listen(dest: str) -> Listening:
    """Listen on SCHEME:ADDRESS, written as for -dest. Raises BadAddress, and UsageError when it cannot be had."""
    scheme, _, address = dest.partition(":")
    if scheme not in SCHEMES:
        raise BadAddress(f"{dest[:80]!r}: write {', '.join(f'{one}:ADDRESS' for one in SCHEMES)}")
    try:
        registry.find(scheme).check(Target(scheme, address))
    except BadAddress as error:
        raise BadAddress(str(error).removeprefix("-dest ")) from None
    try:
        if scheme in ("tcp", "udp"):
            return Listening(scheme, dest, _internet(address, scheme == "tcp"))
        return _unix(scheme, dest, address)
    except OSError as error:
        text = error.strerror if isinstance(error, socket.gaierror) else errno_text(error.errno or 0)
        raise UsageError(f"cannot listen on {dest}: {text}") from error


def _internet(address: str, stream: bool) -> socket.socket:
    host, _, port = address.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    kind = socket.SOCK_STREAM if stream else socket.SOCK_DGRAM
    family, _, protocol, _, found = socket.getaddrinfo(host, int(port), type=kind)[0]
    sock = socket.socket(family, kind, protocol)
    try:
        if stream:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        else:
            try:
                sock.setsockopt(socket.SOL_SOCKET, _SO_RCVBUFFORCE, RECEIVE_BUFFER)
            except PermissionError:  # then as much as net.core.rmem_max allows
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER)
        sock.bind(found)
        if stream:
            sock.listen()
    except OSError:
        sock.close()
        raise
    return sock


def _unix(scheme: str, where: str, path: str) -> Listening:
    kind = socket.SOCK_STREAM if scheme == "unix" else socket.SOCK_DGRAM
    named = not path.startswith("@")
    if named:
        _make_room(where, path, kind)
    sock = socket.socket(socket.AF_UNIX, kind)
    before = os.umask(0o777 & ~MODE)  # with chmod behind bind, others could connect in between
    try:
        sock.bind(os.fsencode(path) if named else b"\0" + os.fsencode(path[1:]))
        if kind == socket.SOCK_STREAM:
            sock.listen()
    except OSError:
        sock.close()
        raise
    finally:
        os.umask(before)
    return Listening(scheme, where, sock, path if named else "")


def _make_room(where: str, path: str, kind: socket.SocketKind) -> None:
    """Remove a socket on which nobody listens any more. Raises UsageError when something else stands there."""
    try:
        mode = Path(path).lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISSOCK(mode):
        raise UsageError(f"cannot listen on {where}: there is something that is no socket; it is left alone")
    with socket.socket(socket.AF_UNIX, kind) as probe:
        probe.setblocking(False)
        if probe.connect_ex(path) != errno.ECONNREFUSED:
            raise UsageError(f"cannot listen on {where}: somebody listens there")
    Path(path).unlink()


def _inode(path: str) -> tuple[int, int] | None:
    try:
        status = Path(path).lstat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
