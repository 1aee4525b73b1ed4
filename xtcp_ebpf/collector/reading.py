"""How one namespace is read: ask, receive, decode, hold, deliver; and what happens when it goes wrong.

open -> legacy request (both families in one walk) -> DONE -> deliver
          | refused: by family, and from then on always
          | truncated, overrun, interrupted, broken off, timeout: again, on a fresh socket, as long as nothing was delivered
     -> known sockets one by one (exact_reading.py) -> all of them -> deliver
          | doubt: a dump, at once
"""

from __future__ import annotations

import errno
import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from xtcp_ebpf.abc import (
    DUMP,
    Clock,
    Datagram,
    DumpReport,
    Engine,
    Manner,
    Namespace,
    NamespaceId,
    Presence,
    Reserve,
    Stamp,
    Transport,
    Way,
)
from xtcp_ebpf.collector.exact_reading import Doubt, ExactReading, Terms
from xtcp_ebpf.errors import OpenError, ReplyError, ReplyTimeout, ReplyTruncated, Stranded
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire import request, uapi
from xtcp_ebpf.wire.dump import Dump

log = logging.getLogger(__name__)

ATTEMPTS: Final = 3
HOLD_BYTES: Final = 1 << 20
"""Rows of a dump wait for its end, so that a dump that fails can be made again without a row twice; beyond this they go out before."""
GROUP_BYTES: Final = 256 << 10
"""... in groups of this size."""
AREA_BYTES: Final = 128 << 10
"""What is received, and decoded, at once: four datagrams, some 250 sockets. With more their rows fill Envelopes less evenly."""

_PASSING: Final = frozenset({errno.ENOMEM, errno.ENOBUFS, errno.EAGAIN, errno.EINTR, errno.EBUSY})
"""Errnos that say nothing about what the kernel can do."""

Deliver = Callable[[Sequence[tuple[bytes, int]]], None]
"""Takes chunks, each with its number of rows."""
Note = Callable[[Datagram, int], None]
"""Takes each datagram of a dump, with the sequence number of its request."""
MakeStamp = Callable[[Namespace, NamespaceId, int, int, int, int], Stamp]


class Tap(Protocol):
    """Sees every request and every datagram."""

    def __call__(self, datagram: Datagram, is_request: bool) -> None: ...


class Door(Protocol):
    """A reader's own way into namespaces, with its receive buffer. Raises OpenError, Stranded."""

    def open(self, namespace: Namespace) -> Transport: ...

    def look(self, namespace: Namespace, counters: bool) -> Presence: ...

    def grow(self, needed: int) -> None:
        """Receive into at least so many bytes from now on. Raises OpenError, and all is as it was."""
        ...


@dataclass(slots=True)
class Poll:
    """What all dumps of one poll share."""

    number: int
    reserve: Reserve
    deadline: float
    """Monotonic seconds at which the poll must end. Whoever wants it to end sooner sets it back."""
    deliver: Deliver


class Hold:
    """The rows of one attempt, kept back until it is whole or too large to keep."""

    def __init__(self, deliver: Deliver) -> None:
        self._deliver = deliver
        self._kept: list[tuple[bytes, int]] = []
        self._size = 0
        self._limit = HOLD_BYTES
        self.released = False

    def add(self, chunk: bytes, rows: int) -> None:
        self._kept.append((chunk, rows))
        self._size += len(chunk)
        if self._size > self._limit:
            self.release()

    def release(self) -> None:
        """Deliver what is kept; from now on the attempt cannot be undone."""
        if self._kept:
            self._deliver(self._kept)
            self.released = True
            self._kept = []
            self._size = 0
            self._limit = GROUP_BYTES


class Reading:
    """Reads namespaces. One for all readers: what it learns of the kernel holds for all."""

    def __init__(
        self,
        engine: Engine,
        stamp: MakeStamp,
        clock: Clock,
        tally: Tally,
        *,
        ext: int,
        modulus: int = 1,
        reply_timeout: float = 1.0,
        first_seq: int = 1,
    ) -> None:
        self.engine = engine
        self.stamp = stamp
        self.clock = clock
        self.tally = tally
        self.ext = ext
        self.modulus = modulus
        self.reply_timeout = reply_timeout
        self.exact: ExactReading | None = None
        """By whom known sockets are read; exchanged between two polls."""
        self._seq = first_seq
        self._taking = threading.Lock()
        self._areas = threading.local()
        self._legacy_works = True

    def read(self, door: Door, namespace: Namespace, reader: int, poll: Poll, tap: Tap | None = None, manner: Manner = DUMP) -> DumpReport:
        """Read one namespace. Raises Stranded, when the calling thread must end; everything else ends in the report."""
        started, cpu = self.clock.monotonic(), self.clock.cpu()
        attempt = _Attempt(self, door, namespace, reader, poll, tap, manner if self.exact else DUMP)
        n = 0 if attempt.way == "dump" else -1  # a dump for a doubt is no second try
        tries = 0
        while n < ATTEMPTS:
            if self.clock.monotonic() >= poll.deadline:
                if n <= 0 or not attempt.reason:
                    attempt.reason, attempt.text = "poll_timeout", ""
                break
            if n > 0:
                self.tally.add(f"dump_retries:{attempt.reason}")
            attempt.run()
            n, tries = n + 1, tries + 1
            if not attempt.reason or not attempt.again:
                break
        attempt.hold.release()
        if attempt.reason:
            self.tally.add(f"dumps_failed:{attempt.reason}")
            log.debug("namespace %s: %s", namespace.name, attempt.text or attempt.reason)
        else:
            if attempt.way == "active":
                self.tally.add("active_reads")
            else:
                exactly = attempt.way == "exact"
                self.tally.add("exact_reads" if exactly else "dumps")
            log.debug("namespace %s: %d sockets, %d rows (%s)", namespace.name, attempt.sockets, attempt.rows, attempt.way)
        return DumpReport(
            namespace,
            started,
            self.clock.monotonic() - started,
            attempt.sockets,
            attempt.rows,
            not attempt.reason,
            attempt.reason,
            attempt.text,
            attempt.seen,
            self.clock.cpu() - cpu,
            attempt.way,
            attempt.asked,
            attempt.doubt,
            tries,
        )

    def requests(self, states: int = uapi.ALL_STATES) -> list[tuple[int, bytes]]:
        """(sequence number, request) of what a whole dump takes, or one of sockets in these states."""
        if self._legacy_works:
            seq = self.take_seqs(1)
            return [(seq, request.legacy(seq, self.ext, states))]
        seqs = [(self.take_seqs(1), family) for family in (uapi.AF_INET, uapi.AF_INET6)]
        return [(seq, request.by_family(seq, family, self.ext, states)) for seq, family in seqs]

    def refused(self, dump: Dump) -> None:
        """Learn from a refusal that the request for both families is not to be had here."""
        if self._legacy_works and not dump.sockets and dump.errno not in _PASSING:
            self._legacy_works = False
            log.warning("the kernel refuses the request for both families at once (%s): asking for each by itself", dump.explain())

    def area(self) -> memoryview:
        """Where the calling thread receives."""
        try:
            area: memoryview = self._areas.area
        except AttributeError:
            area = self._areas.area = memoryview(bytearray(AREA_BYTES))
        return area

    def take_seqs(self, count: int) -> int:
        """The first of so many sequence numbers in a row."""
        with self._taking:
            first, self._seq = self._seq, (self._seq + count) % (1 << 32)
        return first


class _Attempt:
    """One try after the other at one namespace."""

    def __init__(
        self, reading: Reading, door: Door, namespace: Namespace, reader: int, poll: Poll, tap: Tap | None, manner: Manner
    ) -> None:
        self._reading = reading
        self._door = door
        self._namespace = namespace
        self._reader = reader
        self._poll = poll
        self._tap = tap
        self._remember = manner.remember
        self._bodies = manner.bodies
        self.way: Way = manner.way
        self.doubt = ""
        self.asked = 0
        self.hold = Hold(poll.deliver)
        self.reason = ""
        self.text = ""
        self.again = True
        self.sockets = self.rows = 0
        self.seen: NamespaceId | None = None

    def run(self) -> None:
        """Open, read, close. Leaves the verdict in `reason`, `text` and `again`."""
        self.hold = Hold(self._poll.deliver)
        self.reason = self.text = ""
        self.sockets = self.rows = 0
        try:
            transport = self._door.open(self._namespace)
        except OpenError as error:
            self._fail(error.reason, str(error), again=False)
            if isinstance(error, Stranded):
                raise
            return
        self.seen = transport.namespace
        try:
            if self.way != "dump":
                self._exact(transport)
            elif self._remember and self.seen.cookie == self._namespace.cookie:
                self._dump_and_remember(transport)
            else:
                self._dump(transport)
        except ReplyTruncated as error:
            self._fail(error.reason, str(error))
            self._grow(error.needed)
        except ReplyError as error:
            over = isinstance(error, ReplyTimeout) and self._reading.clock.monotonic() >= self._poll.deadline
            self._fail("poll_timeout" if over else error.reason, str(error), again=not over)
        finally:
            transport.close()

    def _grow(self, needed: int) -> None:
        try:
            self._door.grow(needed)
        except OpenError as error:
            self._fail(error.reason, str(error), again=False)

    def _exact(self, transport: Transport) -> None:
        """Socket by socket; with any doubt the next run dumps."""
        r = self._reading
        try:
            if not r.exact or transport.namespace.cookie != self._namespace.cookie:
                raise Doubt("recycled", "another namespace has its place now")
            terms = self._terms(transport)
            found = r.exact.read_some(terms, self._bodies) if self.way == "active" else r.exact.read(terms)
        except (Doubt, ReplyError, OpenError) as error:
            if isinstance(error, Stranded):
                raise
            self.way, self.doubt = "dump", error.word if isinstance(error, Doubt) else error.reason
            r.tally.add(f"exact_doubts:{self.doubt}")
            log.debug("namespace %s: dumped, as the exact read is in doubt: %s", self._namespace.name, error)
            self._fail(self.doubt, str(error))
            return
        self.sockets, self.rows, self.asked = found.sockets, found.rows, found.asked
        for dump in found.parts:
            self._tell_trouble(dump)
        for chunk, rows in found.chunks:
            self.hold.add(chunk, rows)

    def _terms(self, transport: Transport) -> Terms:
        r = self._reading
        return Terms(
            self._namespace.key,
            transport,
            r.engine,
            self._stamp(transport),
            self._poll.reserve,
            r.modulus,
            r.requests,
            r.take_seqs,
            self._left,
            lambda: self._door.look(self._namespace, False),
            self._tap,
        )

    def _dump_and_remember(self, transport: Transport) -> None:
        r = self._reading
        assert r.exact
        noting = r.exact.begin(self._namespace.key, transport.portid)
        try:
            self._dump(transport, noting.note)
        except BaseException:
            noting.abandon()
            raise
        if self.reason:
            noting.abandon()
        elif not noting.settle():
            r.tally.add("exact_forgotten")

    def _stamp(self, transport: Transport) -> Stamp:
        r = self._reading
        return r.stamp(self._namespace, transport.namespace, r.clock.now_ns(), self._poll.number, transport.fd, self._reader)

    def _dump(self, transport: Transport, note: Note | None = None) -> None:
        r = self._reading
        stamp = self._stamp(transport)
        for seq, message in r.requests():
            dump = Dump(r.engine, seq, transport.portid, stamp, self._poll.reserve, r.modulus, self.sockets)
            if self._tap:
                self._tap(message, True)
            transport.send(message)
            try:
                self._receive(transport, dump, seq, note)
            finally:
                self.sockets += dump.sockets
                self.rows += dump.rows
                self._tell_trouble(dump)
            if dump.reason:
                if dump.reason == "refused":
                    r.refused(dump)
                self._fail(dump.reason, dump.explain())
                return

    def _tell_trouble(self, dump: Dump) -> None:
        if dump.trouble:
            told = {f"trouble_{kind}:{number}" if number else f"trouble_{kind}": n for (kind, number), n in dump.trouble.items()}
            self._reading.tally.merge(told)

    def _left(self) -> float:
        """Seconds that the next reply may take."""
        left = self._poll.deadline - self._reading.clock.monotonic()
        if left <= 0:
            raise ReplyTimeout("the poll ran out of time")
        return min(left, self._reading.reply_timeout)

    def _receive(self, transport: Transport, dump: Dump, seq: int, note: Note | None) -> None:
        """Until the dump has ended. Once for each few datagrams (some 63 sockets each): every step here counts."""
        tap, left, area = self._tap, self._left, self._reading.area()
        feed, add = dump.feed, self.hold.add
        while not dump.ended:
            if tap:
                datagrams = transport.receive(left())  # each one by itself
                tap(datagrams, False)
            else:
                datagrams = transport.receive_several(left(), area)
            if note:
                note(datagrams, seq)
            chunk, rows = feed(datagrams)
            if rows:
                add(chunk, rows)

    def _fail(self, reason: str, text: str, again: bool = True) -> None:
        self.reason, self.text = reason, text
        self.again = again and not self.hold.released
