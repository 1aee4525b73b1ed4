"""Frames between two processes of one host, each with the descriptors that it hands over: SOCK_SEQPACKET and SCM_RIGHTS.

    kind (1 byte), descriptors (1 byte), length of the body (2 bytes), number (4 bytes), body

Nothing that comes is believed: a frame of another length than it says, or with more descriptors than are wanted, is refused whole, and
what it brought is closed.
"""

from __future__ import annotations

import errno
import os
import socket
import struct
from collections.abc import Sequence
from typing import Final, NamedTuple

MOST_BODY: Final = 48 << 10
MOST_DESCRIPTORS: Final = 16

_HEAD = struct.Struct("=BBHI")
_INT_BYTES: Final = 4
_TIMEVAL = struct.Struct("@ll")
_FLAGS: Final = socket.MSG_CMSG_CLOEXEC


class Frame(NamedTuple):
    """One message."""

    kind: int
    number: int
    """The answer to a question has the question's."""
    body: bytes
    descriptors: tuple[int, ...]
    """Close-on-exec, and the receiver's from here on."""


class Handover:
    """One end of a connection. One thread at a time uses it. `most` is how many descriptors a frame that comes may bring."""

    def __init__(self, sock: socket.socket, most: int = 0) -> None:
        self._socket = sock
        self._buffer = bytearray(_HEAD.size + MOST_BODY)
        self._view = memoryview(self._buffer)
        # Exact: with room for one more the kernel would use it.
        self._room = socket.CMSG_LEN(most * _INT_BYTES) if most else 0

    def fileno(self) -> int:
        return self._socket.fileno()

    def within(self, seconds: float) -> None:
        """From now on send and receive wait at most so long; 0: for ever."""
        whole = int(seconds)
        packed = _TIMEVAL.pack(whole, max(1, round((seconds - whole) * 1e6)) if seconds else 0)
        for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            self._socket.setsockopt(socket.SOL_SOCKET, option, packed)

    def send(self, kind: int, number: int = 0, body: bytes = b"", descriptors: Sequence[int] = ()) -> None:
        """The descriptors stay the sender's too. Raises OSError (BlockingIOError: time is up), ValueError for a frame that is too large."""
        if len(body) > MOST_BODY or len(descriptors) > MOST_DESCRIPTORS:
            raise ValueError(f"a frame of {len(body)} bytes and {len(descriptors)} descriptors is too large")
        head = _HEAD.pack(kind, len(descriptors), len(body), number)
        if not descriptors:
            self._socket.send(head + body, socket.MSG_NOSIGNAL)
            return
        rights = struct.pack(f"@{len(descriptors)}i", *descriptors)
        self._socket.sendmsg([head, body], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)], socket.MSG_NOSIGNAL)

    def receive(self) -> Frame:
        """The next frame. Raises OSError: BlockingIOError when time is up; ConnectionError when the other end is gone, or sends what
        cannot be meant; EMFILE when there was no descriptor left for one that came."""
        size, ancillary, flags, _ = self._socket.recvmsg_into([self._buffer], self._room, _FLAGS)
        came = _descriptors(ancillary)
        try:
            if not size:
                raise ConnectionResetError(errno.ECONNRESET, "the other end is gone")
            if size < _HEAD.size or flags & socket.MSG_TRUNC:
                raise ConnectionAbortedError(errno.EBADMSG, f"a frame of {size} bytes that cannot be meant")
            kind, told, length, number = _HEAD.unpack_from(self._buffer)
            if length != size - _HEAD.size:
                raise ConnectionAbortedError(errno.EBADMSG, f"a frame of {size} bytes that says it has {_HEAD.size + length}")
            if told != len(came) or flags & socket.MSG_CTRUNC:
                if len(came) < told <= self._most:
                    raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
                raise ConnectionAbortedError(errno.EBADMSG, f"a frame with {len(came)} descriptors that says it has {told}")
            return Frame(kind, number, bytes(self._view[_HEAD.size : size]), came)
        except BaseException:
            close_all(came)
            raise

    @property
    def _most(self) -> int:
        return (self._room - socket.CMSG_LEN(0)) // _INT_BYTES if self._room else 0

    def close(self) -> None:
        self._socket.close()


def close_all(descriptors: Sequence[int]) -> None:
    """Give them back."""
    for descriptor in descriptors:
        os.close(descriptor)


def _descriptors(ancillary: Sequence[tuple[int, int, bytes]]) -> tuple[int, ...]:
    found: list[int] = []
    for level, kind, data in ancillary:
        if (level, kind) == (socket.SOL_SOCKET, socket.SCM_RIGHTS):
            whole = len(data) - len(data) % _INT_BYTES
            found += struct.unpack(f"@{whole // _INT_BYTES}i", data[:whole])
    return tuple(found)
