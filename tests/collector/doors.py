"""Doors and gates into fake kernels, for the tests of the collector."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fake_kernel import PORTID, FakeTransport, Replies
from scripted_destination import FakeClock

from xtcp_ebpf.abc import Clock, Engine, Namespace, NamespaceId, Presence, Stamp
from xtcp_ebpf.collector.reading import Poll, Reading
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.record.stamp import Numbering
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.groups import DEFAULT
from xtcp_ebpf.wire.layout import layout

BUFFER = 32768
SEEN = NamespaceId(4026531999, 77)


def space(number: int = 0) -> Namespace:
    """A namespace that a fake kernel may answer for."""
    return Namespace(4026532000 + number, f"n{number}", f"/nowhere/n{number}", "mount")


def engine() -> Engine:
    """The best that there is."""
    return choose("auto", layout(frozenset(DEFAULT)))[0]


def stamp(namespace: Namespace, seen: NamespaceId, timestamp_ns: int, poll: int, fd: int, reader: int) -> Stamp:
    """What tells dumps apart, and no more."""
    head = XtcpFlatRecord(timestamp_ns=timestamp_ns, netns=namespace.name, netns_inode=seen.inode)
    middle = XtcpFlatRecord(socket_fd=fd, netlinker_id=reader)
    tail = XtcpFlatRecord(poll_number=poll, netns_cookie=seen.cookie)
    return Stamp(head.SerializeToString(), middle.SerializeToString(), tail.SerializeToString())


def reading(tally: Tally, clock: Clock | None = None, *, modulus: int = 1, reply_timeout: float = 1.0, first_seq: int = 1) -> Reading:
    """A Reading of all the default groups."""
    return Reading(
        engine(), stamp, clock or FakeClock(), tally, ext=0xFF, modulus=modulus, reply_timeout=reply_timeout, first_seq=first_seq
    )


class Rows:
    """Takes what is delivered."""

    def __init__(self) -> None:
        self.chunks: list[bytes] = []
        self.counted = 0
        self.deliveries = 0

    def __call__(self, chunks: Sequence[tuple[bytes, int]]) -> None:
        self.deliveries += 1
        for chunk, rows in chunks:
            self.chunks.append(chunk)
            self.counted += rows

    @property
    def records(self) -> list[XtcpFlatRecord]:
        found = list(Envelope.FromString(b"".join(self.chunks)).row)
        assert len(found) == self.counted
        return found

    @property
    def cookies(self) -> list[int]:
        """Of the sockets, in the order of delivery."""
        return [row.inet_diag_msg_socket_cookie for row in self.records]


def poll(rows: Rows, deadline: float = 10.0) -> Poll:
    """Number 3."""
    return Poll(3, Numbering().reserve, deadline, rows)


class Door:
    """Each open has the next of the answers, the last one for ever; an exception is raised by the open itself."""

    def __init__(self, *answers: Replies | Exception, size: int = BUFFER, grown: Exception | None = None) -> None:
        self._answers = list(answers)
        self._buffer = bytearray(size)
        self._grown = grown
        self.opened: list[FakeTransport] = []
        self.tries = 0

    def open(self, _namespace: Namespace) -> FakeTransport:
        self.tries += 1
        answer = self._answers[0] if len(self._answers) == 1 else self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        self.opened.append(FakeTransport(answer, buffer=self._buffer, namespace=SEEN, fd=9, portid=PORTID))
        return self.opened[-1]

    def look(self, _namespace: Namespace, _counters: bool = False) -> Presence:
        return SOME

    def grow(self, needed: int) -> None:
        if self._grown:
            raise self._grown
        self._buffer = bytearray(needed)

    @property
    def requests(self) -> list[bytes]:
        """Of all transports, in their order."""
        return [request for transport in self.opened for request in transport.requests]

    def check_closed(self) -> None:
        """Nothing stays in a namespace."""
        assert all(transport.closed == 1 for transport in self.opened)


class Ticking(FakeClock):
    """Time that passes by itself: a second at each look at it."""

    def monotonic(self) -> float:
        self.time += 1.0
        return self.time


SOME = Presence(1, 0, 0, 1, 0)
NONE = Presence(0, 0, 0, 0, 0)


class FakeGate:
    """An Opener of abc.py whose `answer` says, for each namespace, what its kernel replies; it may block, and raise. `see`: for looks."""

    def __init__(
        self, buffer: bytearray, answer: Callable[[Namespace], Replies], see: Callable[[Namespace], Presence] = lambda _: SOME
    ) -> None:
        self.buffer = buffer
        self.closed = 0
        self._answer = answer
        self._see = see

    def look(self, namespace: Namespace, _counters: bool = False) -> Presence:
        assert not self.closed
        return self._see(namespace)

    def open(self, namespace: Namespace) -> FakeTransport:
        assert not self.closed
        return FakeTransport(self._answer(namespace), buffer=self.buffer, namespace=NamespaceId(namespace.inode, 0), fd=9)

    def close(self) -> None:
        self.closed += 1
