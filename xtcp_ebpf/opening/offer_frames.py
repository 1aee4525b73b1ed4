"""What a daemon and one that offers it a namespace say to each other, and the check of what is handed over."""

from __future__ import annotations

import enum
import errno
import fcntl
import os
import re
import socket
import struct
from typing import Final, NamedTuple

from xtcp_ebpf.abc import NamespaceId, Presence
from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.kernel.diag_socket import NETLINK_INET_DIAG, netns_cookie

SIOCGSKNS: Final = 0x894C
"""ioctl: a descriptor of the namespace in which a socket is (Linux 4.10). It takes CAP_NET_ADMIN over that namespace."""
LONGEST_NAME: Final = 64
VERSION: Final = 1


class Kind(enum.IntEnum):
    """Of frames."""

    HELLO = 1
    """The first, by the one that offers: version (one byte), name; with a diag socket."""
    WELCOME = 2
    REFUSED = 3
    """Why, as text; then the connection ends."""
    OPEN = 4
    """Open a diag socket, and hand it over."""
    SOCKET = 5
    LOOK = 6
    """How many sockets are there? One byte: the counters too."""
    PRESENCE = 7
    FAILED = 8
    """errno and text."""


_PRESENCE = struct.Struct("=6q")
_ERRNO = struct.Struct("=H")
_BAD: Final = re.compile(r"[^A-Za-z0-9._:@/+-]")
_TAKEN: Final = frozenset({"default", ".", ".."})


class Taken(NamedTuple):
    """A diag socket that was handed over, and is checked: the receiver's from here on."""

    descriptor: int
    portid: int
    namespace: NamespaceId


def hello(name: str) -> bytes:
    """The body of HELLO."""
    return bytes([VERSION]) + name.encode(errors="replace")[: 4 * LONGEST_NAME]


def read_hello(body: bytes) -> str:
    """The name as it was given. Raises ValueError."""
    if not body or body[0] != VERSION:
        raise ValueError(f"version {body[0] if body else 'none'} of the protocol, and this daemon speaks {VERSION}: use the same release")
    return body[1:].decode(errors="replace")


def clean(name: str, inode: int) -> str:
    """A name for rows: what is unusual becomes _, and what says nothing, or is ours, the inode's."""
    found = _BAD.sub("_", name)[:LONGEST_NAME]
    return f"netns:[{inode}]" if not found.strip("_") or found in _TAKEN else found


def take(descriptor: int, inode: int = 0, cookie: int = 0) -> Taken:
    """Check a descriptor that somebody handed over: a diag socket, of which namespace? The kernel says that, of the socket itself.

    With a cookie that is known: it is the one that has this inode and cookie, or an error. The descriptor is closed when it is refused.
    Raises OpenError: `not_a_diag_socket`, `recycled`, `permission`, `system`.
    """
    try:
        sock = socket.SocketType(fileno=descriptor)
    except OSError as error:
        os.close(descriptor)
        raise OpenError("not_a_diag_socket", "what was handed over is no socket") from error
    try:
        protocol = sock.getsockopt(socket.SOL_SOCKET, socket.SO_PROTOCOL)
        if (sock.family, protocol) != (socket.AF_NETLINK, NETLINK_INET_DIAG):
            raise OpenError("not_a_diag_socket", f"what was handed over is a socket of family {int(sock.family)}, protocol {protocol}")
        sock.connect((0, 0))  # from now on nobody but the kernel is heard on it, if that was not so before
        found = netns_cookie(sock)
        if cookie and found != cookie:
            raise OpenError("recycled", f"it is of another namespace than the one that was offered: cookie {found}, not {cookie}")
        taken = Taken(sock.fileno(), sock.getsockname()[0], NamespaceId(inode if cookie else inode_of(sock), found))
        if not cookie and inode not in (0, taken.namespace.inode):
            raise OpenError("recycled", f"it is of another namespace than the one that was offered: net:[{taken.namespace.inode}]")
    except OpenError:
        sock.close()
        raise
    except OSError as error:
        sock.close()
        reason = "permission" if error.errno == errno.EPERM else "system"
        raise OpenError(reason, "of which namespace the socket is cannot be told; it takes CAP_NET_ADMIN", error.errno or 0) from error
    sock.detach()
    return taken


def inode_of(sock: socket.SocketType) -> int:
    """Of the namespace in which a socket is. Raises OSError."""
    namespace = fcntl.ioctl(sock.fileno(), SIOCGSKNS)
    try:
        return os.fstat(namespace).st_ino
    finally:
        os.close(namespace)


def pack_presence(seen: Presence) -> bytes:
    """The body of PRESENCE."""
    segments = -1 if seen.segments is None else seen.segments & 0x7FFFFFFFFFFFFFFF
    return _PRESENCE.pack(seen.tcp, seen.time_wait, seen.tcp6, seen.used, seen.own_hash, segments)


def read_presence(body: bytes) -> Presence:
    """Raises ValueError."""
    if len(body) != _PRESENCE.size:
        raise ValueError(f"{len(body)} bytes are no presence")
    counts = _PRESENCE.unpack(body)
    if min(counts[:-1]) < 0:
        raise ValueError("fewer than no sockets")
    found = Presence(*counts)
    return found if counts[-1] >= 0 else found._replace(segments=None)


def pack_failure(error: OpenError) -> bytes:
    """The body of FAILED."""
    return _ERRNO.pack(error.errno) + str(error).encode(errors="replace")[:400]


def read_failure(body: bytes) -> tuple[int, str]:
    """errno and text. Raises ValueError."""
    if len(body) < _ERRNO.size:
        raise ValueError("a failure without an errno")
    return _ERRNO.unpack_from(body)[0], printable(body[_ERRNO.size :])


def printable(text: bytes) -> str:
    """What a stranger says, for a log: one line."""
    return "".join(c if c.isprintable() else " " for c in text.decode(errors="replace"))[:400]
