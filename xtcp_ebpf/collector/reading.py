"""How one namespace is read: ask, receive, decode, hold, deliver; and what happens when it goes wrong.

open -> legacy request (both families in one walk) -> DONE -> deliver
          | refused: by family, and from then on always
          | truncated, overrun, interrupted, broken off, timeout: again, on a fresh socket, as long as nothing was delivered
"""

from __future__ import annotations

import errno
import itertools
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from xtcp_ebpf.abc import Clock, Datagram, DumpReport, Engine, Namespace, NamespaceId, Presence, Reserve, Stamp, Transport
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

_PASSING: Final = frozenset({errno.ENOMEM, errno.ENOBUFS, errno.EAGAIN, errno.EINTR, errno.EBUSY})
"""Errnos that say nothing about what the kernel can do."""

Deliver = Callable[[Sequence[tuple[bytes, int]]], None]
"""Takes chunks, each with its number of rows."""
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
        self._seq = itertools.count(first_seq)
        self._legacy_works = True

    def read(self, door: Door, namespace: Namespace, reader: int, poll: Poll, tap: Tap | None = None) -> DumpReport:
        """Dump one namespace. Raises Stranded, when the calling thread must end; everything else ends in the report."""
        started, cpu = self.clock.monotonic(), self.clock.cpu()
        attempt = _Attempt(self, door, namespace, reader, poll, tap)
        for n in range(ATTEMPTS):
            if self.clock.monotonic() >= poll.deadline:
                attempt.reason = attempt.reason or "poll_timeout"
                break
            if n:
                self.tally.add(f"dump_retries:{attempt.reason}")
            attempt.run()
            if not attempt.reason or not attempt.again:
                break
        attempt.hold.release()
        if attempt.reason:
            self.tally.add(f"dumps_failed:{attempt.reason}")
            log.debug("namespace %s: %s", namespace.name, attempt.text or attempt.reason)
        else:
            self.tally.add("dumps")
            log.debug("namespace %s: %d sockets, %d rows", namespace.name, attempt.sockets, attempt.rows)
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
        )

    def requests(self) -> list[tuple[int, bytes]]:
        """(sequence number, request) of what a whole dump takes."""
        if self._legacy_works:
            seq = self._next_seq()
            return [(seq, request.legacy(seq, self.ext))]
        seqs = [(self._next_seq(), family) for family in (uapi.AF_INET, uapi.AF_INET6)]
        return [(seq, request.by_family(seq, family, self.ext)) for seq, family in seqs]

    def refused(self, dump: Dump) -> None:
        """Learn from a refusal that the request for both families is not to be had here."""
        if self._legacy_works and not dump.sockets and dump.errno not in _PASSING:
            self._legacy_works = False
            log.warning("the kernel refuses the request for both families at once (%s): asking for each by itself", dump.explain())

    def _next_seq(self) -> int:
        return next(self._seq) % (1 << 32)


class _Attempt:
    """One try after the other at one namespace."""

    def __init__(self, reading: Reading, door: Door, namespace: Namespace, reader: int, poll: Poll, tap: Tap | None) -> None:
        self._reading = reading
        self._door = door
        self._namespace = namespace
        self._reader = reader
        self._poll = poll
        self._tap = tap
        self.hold = Hold(poll.deliver)
        self.reason = ""
        self.text = ""
        self.again = True
        self.sockets = self.rows = 0
        self.seen: NamespaceId | None = None

    def run(self) -> None:
        """Open, dump, close. Leaves the verdict in `reason`, `text` and `again`."""
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

    def _dump(self, transport: Transport) -> None:
        r = self._reading
        stamp = r.stamp(self._namespace, transport.namespace, r.clock.now_ns(), self._poll.number, transport.fd, self._reader)
        for seq, message in r.requests():
            dump = Dump(r.engine, seq, transport.portid, stamp, self._poll.reserve, r.modulus, self.sockets)
            if self._tap:
                self._tap(message, True)
            transport.send(message)
            try:
                self._receive(transport, dump)
            finally:
                self.sockets += dump.sockets
                self.rows += dump.rows
                r.tally.merge(
                    {f"trouble_{kind}:{number}" if number else f"trouble_{kind}": n for (kind, number), n in dump.trouble.items()}
                )
            if dump.reason:
                if dump.reason == "refused":
                    r.refused(dump)
                self._fail(dump.reason, dump.explain())
                return

    def _receive(self, transport: Transport, dump: Dump) -> None:
        """Until the dump has ended. Once for each datagram (some 63 sockets): every step here counts."""
        monotonic, reply_timeout, poll, tap = self._reading.clock.monotonic, self._reading.reply_timeout, self._poll, self._tap
        receive, feed, add = transport.receive, dump.feed, self.hold.add
        while not dump.ended:
            left = poll.deadline - monotonic()
            if left <= 0:
                raise ReplyTimeout("the poll ran out of time")
            datagram = receive(left if left < reply_timeout else reply_timeout)
            if tap:
                tap(datagram, False)
            chunk, rows = feed(datagram)
            if rows:
                add(chunk, rows)

    def _fail(self, reason: str, text: str, again: bool = True) -> None:
        self.reason, self.text = reason, text
        self.again = again and not self.hold.released
