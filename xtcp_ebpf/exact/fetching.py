"""Sockets asked for one by one, in Python: what fetch() of _exact.c does is held against it.

The kernel answers each request of a send within the send. So no more are sent at once than replies fit into half of the receive buffer, as
large as replies have been so far; and reading them never waits, unless something is wrong.

The reply to a get is a row as a dump has it, or NLMSG_ERROR. ENOENT: there is no such socket, or it has another cookie.
"""

from __future__ import annotations

import errno
import select
import socket
import struct
import time
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from xtcp_ebpf.exact.bodies import BODY_BYTES, LISTEN, Counts, Raw, Unfit, check, class_of
from xtcp_ebpf.wire import uapi
from xtcp_ebpf.wire.request import NLMSGHDR

MOST: Final = 64
"""Requests in one send. From 16 on more of them gain nothing that can be measured."""
MOST_ASKED: Final = 16384
"""In one call, so that what it answers is bounded."""
ROOM: Final = 2048
"""Bytes of the area kept free for each reply that is under way; they are some 600 to 750."""
LEAST: Final = 16
"""Rather than to send fewer, a call ends, and the next has an empty area."""
FIRST_COST, LEAST_COST = 4096, 2304
"""Bytes of the receive buffer that a reply is thought to take: before any was seen, and at least."""
DEFAULT_RCVBUF: Final = 212992

DOUBTS: Final = ("", "refused", "timeout", "overrun", "truncated", "damaged", "lost", "send", "receive")
"""Why the answers do not tell which sockets there are, in the order of _exact.c.

refused: an errno other than ENOENT. timeout: a reply did not come. overrun: replies were dropped (ENOBUFS, or NLMSG_OVERRUN).
truncated: a reply was larger than the area. damaged: it was none that inet_diag sends. lost: a later one came before it.
send, receive: the system call failed.
"""

_SO_MEMINFO = 55
_AT_ONCE = socket.MSG_DONTWAIT | socket.MSG_TRUNC


class Fetched(NamedTuple):
    """What came of one call. With a doubt nothing of it may be used: dump."""

    asked: int
    """How many bodies were asked for and answered, from the first on. The next call begins behind them."""
    size: int
    """Bytes of the area that hold rows: messages one behind the other, as in one datagram of a dump."""
    rows: int
    counts: Counts
    """Of the rows."""
    gone: tuple[int, ...]
    """Numbers of the bodies, from 0, whose socket is not there any more; they rise."""
    late: int
    """Messages left aside because they answered none of these requests, or were not the kernel's."""
    doubt: str
    """One of DOUBTS; "" when each body is a row or gone."""
    errno: int
    """Of the doubt; 0: it has none."""


class _DoubtError(Exception):
    def __init__(self, word: str, number: int = 0) -> None:
        super().__init__(word)
        self.word = word
        self.number = number


def fetch(fd: int, portid: int, seq: int, bodies: Raw, buffer: bytearray | memoryview, timeout_ms: int, most: int = MOST) -> Fetched:
    """Ask for as many of the bodies as `buffer` has room for, and put the rows there.

    `fd` is a diag socket that is connected to the kernel, `portid` its own. Request n has sequence number seq + n (modulo 2**32): give the
    next call `seq + asked`, and the engine seq=None. Waits at most `timeout_ms` in all. Raises Unfit for what cannot be meant.
    """
    check(bodies, BODY_BYTES)
    if len(buffer) < ROOM or not 1 <= most <= 256 or not 0 <= seq < 1 << 32 or timeout_ms < 0:
        raise Unfit(f"a buffer of less than {ROOM} bytes, a batch that is not 1 to 256, a seq beyond 32 bits, or a time below 0")
    try:
        sock = socket.SocketType(socket.AF_NETLINK, socket.SOCK_RAW, 4, fd)
    except OSError as error:
        return Fetched(0, 0, 0, Counts(0, 0, 0, 0), (), 0, "send", error.errno or 0)
    try:
        work = _Work(sock, portid, seq, memoryview(bodies).cast("B"), memoryview(buffer).cast("B"), timeout_ms, most)
        return work.run()
    finally:
        sock.detach()


class _Work:
    def __init__(
        self, sock: socket.SocketType, portid: int, seq: int, bodies: memoryview, area: memoryview, timeout_ms: int, most: int
    ) -> None:
        self.sock = sock
        self.portid = portid
        self.seq = seq
        self.bodies = bodies
        self.area = area
        self.timeout = timeout_ms / 1000
        self.most = most
        self.deadline: float | None = None
        self.cost = FIRST_COST
        self.rcvbuf = DEFAULT_RCVBUF
        self.asked = self.used = self.rows = self.late = 0
        self.counts = [0, 0, 0, 0]
        self.gone: list[int] = []

    def run(self) -> Fetched:
        doubt, number = "", 0
        try:
            self.rcvbuf = self.sock.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)
            wanted = min(len(self.bodies) // BODY_BYTES, MOST_ASKED)
            while self.asked < wanted and (batch := self._batch(wanted - self.asked)):
                self._send(batch)
                self._receive(self.asked + batch)
        except _DoubtError as found:
            doubt, number = found.word, found.number
        return Fetched(self.asked, self.used, self.rows, Counts(*self.counts), tuple(self.gone), self.late, doubt, number)

    def _batch(self, left: int) -> int:
        """How many can be sent now; 0: the area is full."""
        fits = (len(self.area) - self.used) // ROOM
        wanted = min(left, self.most, max(1, self.rcvbuf // 2 // self.cost))
        return min(wanted, fits) if not self.asked or fits >= min(wanted, LEAST) else 0

    def _send(self, batch: int) -> None:
        requests = bytearray()
        for n in range(self.asked, self.asked + batch):
            head = NLMSGHDR.pack(
                uapi.NLMSG_HDRLEN + BODY_BYTES, uapi.SOCK_DIAG_BY_FAMILY, uapi.NLM_F_REQUEST, (self.seq + n) % (1 << 32), 0
            )
            requests += head + self.bodies[n * BODY_BYTES : (n + 1) * BODY_BYTES]
        try:
            self.sock.send(requests)
            waiting = struct.unpack_from("=I", self.sock.getsockopt(socket.SOL_SOCKET, _SO_MEMINFO, 36))[0]
        except OSError as error:
            if error.errno == errno.ENOPROTOOPT:
                return  # before Linux 4.12
            raise _DoubtError("send", error.errno or 0) from None
        if waiting:
            seen = -(-waiting // batch)
            self.cost = max(seen, LEAST_COST if self.cost == FIRST_COST else self.cost)

    def _receive(self, until: int) -> None:
        while self.asked < until:
            try:
                size, sender = self.sock.recvfrom_into(self.area[self.used :], 0, _AT_ONCE)
            except OSError as error:
                if error.errno == errno.EAGAIN:
                    self._wait()
                    continue
                raise _DoubtError("overrun" if error.errno == errno.ENOBUFS else "receive", error.errno or 0) from None
            if isinstance(sender, tuple) and sender[0]:
                self.late += 1
                continue
            if size > len(self.area) - self.used:
                raise _DoubtError("truncated")
            self._take(self.used, self.used + size, until)

    def _wait(self) -> None:
        now = time.monotonic()
        if self.deadline is None:
            self.deadline = now + self.timeout
        poll = select.poll()
        poll.register(self.sock.fileno(), select.POLLIN)
        left = self.deadline - now
        if left <= 0 or not poll.poll(max(1, left * 1000)):
            raise _DoubtError("timeout")

    def _take(self, at: int, end: int, until: int) -> None:
        """The messages of a datagram; those that are rows move together."""
        while at < end:
            length, kind, flags, seq, portid = NLMSGHDR.unpack_from(self.area, at) if end - at >= uapi.NLMSG_HDRLEN else (0, 0, 0, 0, 0)
            if not uapi.NLMSG_HDRLEN <= length <= end - at:
                raise _DoubtError("damaged")
            start = at
            at += length + 3 & ~3
            ahead = (seq - self.seq - self.asked) % (1 << 32)
            if portid != self.portid or ahead >= until - self.asked or flags & uapi.NLM_F_REQUEST or kind == uapi.NLMSG_NOOP:
                self.late += 1
                continue
            if kind == uapi.NLMSG_OVERRUN:
                raise _DoubtError("overrun")
            if ahead:
                raise _DoubtError("lost")
            body = self.area[start + uapi.NLMSG_HDRLEN : start + length]
            if kind == uapi.NLMSG_ERROR:
                self._error(body)
            elif kind in (uapi.TCPDIAG_GETSOCK, uapi.SOCK_DIAG_BY_FAMILY) and length >= uapi.NLMSG_HDRLEN + uapi.SIZEOF_INET_DIAG_MSG:
                self._row(start, length, body)
            else:
                raise _DoubtError("damaged")
            self.asked += 1

    def _error(self, body: memoryview) -> None:
        number = abs(struct.unpack_from("=i", body)[0]) if len(body) >= 4 else 0
        if number != errno.ENOENT:
            raise _DoubtError("refused" if number else "damaged", number)
        self.gone.append(self.asked)

    def _row(self, start: int, length: int, body: memoryview) -> None:
        if body[1] == LISTEN:  # it was asked for by its address alone, and the socket that had that is gone
            self.gone.append(self.asked)
            return
        self.counts[class_of(body)] += 1
        aligned = min(length + 3 & ~3, len(self.area) - self.used)
        self.area[self.used : self.used + aligned] = bytes(self.area[start : start + length]) + bytes(aligned - length)
        self.used += aligned
        self.rows += 1


def slices(ask: Callable[[int, Raw], Fetched], seq: int, bodies: Raw) -> Iterator[Fetched]:
    """Ask for all, as much at a time as one call takes. Use the area before going on; end at a doubt: it is the last."""
    view, at = memoryview(bodies).cast("B"), 0
    while at * BODY_BYTES < len(view):
        got = ask((seq + at) % (1 << 32), view[at * BODY_BYTES :])
        yield got
        if got.doubt:
            return
        at += got.asked
