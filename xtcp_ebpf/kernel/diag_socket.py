"""A NETLINK_INET_DIAG socket: one request in, datagrams out.

The kernel makes each datagram of a dump inside the call that receives the one before it, so a receive of a dump in progress never waits.
That is why it is tried at once, and polled for only when nothing is there; and why one call of C, where that was built, has several.
"""

from __future__ import annotations

import errno
import os
import select
import socket
import sys
import time

from xtcp_ebpf import errors
from xtcp_ebpf.abc import NamespaceId

try:
    from xtcp_ebpf.kernel._receive import receive as _receive
except ImportError:  # not built: one datagram at a time
    _receive = None  # type: ignore[assignment]  # an extension is there or not

NETLINK_INET_DIAG = 4
SO_NETNS_COOKIE = 71
"""Linux commit e8b9eab99232 ("net: retrieve netns cookie via getsocketopt") (in v5.14)."""

_FROM_KERNEL = (0, 0)
_AT_ONCE = socket.MSG_DONTWAIT | socket.MSG_TRUNC


class DiagSocket:
    """Transport of abc.py, in the network namespace where the calling thread is; it stays there wherever the thread goes.

    `inode` is that namespace's. Datagrams are received into `buffer`, which belongs to the caller and may be used again for the next
    dump. Raises OSError when the socket cannot be had.
    """

    __slots__ = ("_buffer", "_owed", "_poll", "_recv_into", "_size", "_socket", "fd", "namespace", "portid")

    def __init__(self, inode: int, buffer: bytearray | memoryview) -> None:
        diag, portid, cookie = connected()
        self._take(diag, portid, NamespaceId(inode, cookie), buffer)

    @classmethod
    def adopt(cls, fd: int, portid: int, namespace: NamespaceId, buffer: bytearray | memoryview) -> DiagSocket:
        """One that is open and connected already, as a visit brings it. It is closed when it cannot be taken over."""
        try:
            diag = socket.SocketType(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_INET_DIAG, fd)
        except BaseException:
            os.close(fd)
            raise
        made = cls.__new__(cls)
        made._take(diag, portid, namespace, buffer)
        return made

    def _take(self, diag: socket.SocketType, portid: int, namespace: NamespaceId, buffer: bytearray | memoryview) -> None:
        self._socket = diag
        self.portid = portid
        self.namespace = namespace
        self.fd = diag.fileno()
        self._buffer = memoryview(buffer)
        self._size = len(buffer)
        self._recv_into = diag.recv_into
        self._poll: select.poll | None = None
        self._owed: tuple[int, int] | None = None
        """What ended the last receive of several, whose datagrams were to be had first: errno, and the size of one that is lost."""

    def send(self, request: bytes) -> None:
        """Send one request. Raises ReplyError when the kernel does not take it."""
        try:
            self._socket.send(request)
        except OSError as error:
            raise errors.ReplyError(f"the kernel did not take a diag request: {errors.errno_text(error.errno or 0)}") from error

    def receive(self, timeout: float) -> memoryview:
        """The next datagram, in the buffer; the next receive overwrites it. Waits at most `timeout` seconds.

        Raises ReplyTimeout; ReplyTruncated (the rest of the datagram is lost: the dump must be made again); ReplyOverrun.
        """
        if self._owed:
            self._pay()
        try:
            size = self._recv_into(self._buffer, 0, _AT_ONCE)
        except OSError as error:
            size = self._wait(error, timeout)
        if size > self._size:
            raise errors.ReplyTruncated(size, self._size)
        return self._buffer[:size]

    def receive_several(self, timeout: float, area: memoryview) -> memoryview:
        """Whole datagrams one right after the other: at least one, and as many as are there and `area` is sure to hold.

        They are in `area`, or in the buffer. Raises as receive does, and only when it has none to give.
        """
        if _receive is None or len(area) < self._size:
            return self.receive(timeout)
        if self._owed:
            self._pay()
        size, number, needed = _receive(self.fd, area, self._size, timeout)
        if number and number != errno.EAGAIN:
            self._owed = number, needed
            if not size:
                self._pay()
        return area[:size] if size else self.receive(timeout)

    def close(self) -> None:
        """Give the socket back; from here on nothing of ours is in its namespace."""
        self._socket.close()
        self.fd = -1  # the number is soon another's

    def _wait(self, error: OSError, timeout: float) -> int:
        """The size of a datagram that did not come at once."""
        deadline = time.monotonic() + timeout
        while error.errno == errno.EAGAIN:
            if self._poll is None:
                self._poll = select.poll()
                self._poll.register(self.fd, select.POLLIN)
            left = deadline - time.monotonic()
            if left <= 0 or not self._poll.poll(left * 1000):
                raise errors.ReplyTimeout(f"no diag reply from the kernel within {timeout:g} s") from error
            try:
                return self._recv_into(self._buffer, 0, _AT_ONCE)
            except OSError as next_error:
                error = next_error
        raise _failure(error.errno or 0) from error

    def _pay(self) -> None:
        """What is owed is raised."""
        assert self._owed
        (number, needed), self._owed = self._owed, None
        raise errors.ReplyTruncated(needed, self._size) if number == errno.EMSGSIZE and needed else _failure(number)


def _failure(number: int) -> errors.ReplyError:
    if number == errno.ENOBUFS:
        return errors.ReplyOverrun("the kernel dropped diag replies (ENOBUFS): this dump is not complete")
    return errors.ReplyError(f"a diag reply could not be received: {errors.errno_text(number)}")


def connected() -> tuple[socket.SocketType, int, int]:
    """A diag socket where the thread is, its port id, and the cookie of that namespace. Raises OSError when it cannot be had."""
    # SocketType is the class below socket.socket: the same system calls, close-on-exec too, a fifth cheaper.
    diag = socket.SocketType(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_INET_DIAG)
    try:
        # Binds too; and from now on the kernel refuses what any process but itself sends here (ECONNREFUSED for the sender).
        diag.connect(_FROM_KERNEL)
        portid: int = diag.getsockname()[0]
        return diag, portid, netns_cookie(diag)
    except BaseException:
        diag.close()
        raise


def netns_cookie(sock: socket.SocketType) -> int:
    """The cookie of the namespace in which a socket lives, never reused; 0 when the kernel has none."""
    try:
        return int.from_bytes(sock.getsockopt(socket.SOL_SOCKET, SO_NETNS_COOKIE, 8), sys.byteorder)
    except OSError as error:
        if error.errno == errno.ENOPROTOOPT:
            return 0
        raise
