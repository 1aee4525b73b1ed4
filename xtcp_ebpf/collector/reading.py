"""How one namespace is read: ask, receive, decode, hold, deliver; and what happens when it goes wrong.

open -> legacy request (both families in one walk) -> DONE -> deliver
          | refused: by family, and from then on always
          | truncated, overrun, interrupted, timeout: again, on a fresh socket, as long as nothing was delivered
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from xtcp_ebpf.abc import Clock, Datagram, DumpReport, Engine, Namespace, NamespaceId, Reserve, Stamp, Transport
from xtcp_ebpf.errors import OpenError, ReplyError, ReplyTimeout, ReplyTruncated, Stranded
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire import request, uapi
from xtcp_ebpf.wire.dump import Dump

log = logging.getLogger(__name__)

ATTEMPTS: Final = 3
HOLD_BYTES: Final = 4 << 20
"""Rows of a dump wait for its end, so that a dump that fails can be made again without a row twice; beyond this they go out at once."""

Deliver = Callable[[bytes, int], None]
MakeStamp = Callable[[Namespace, NamespaceId, int, int, int, int], Stamp]


class Tap(Protocol):
    """Sees every request and every datagram."""

    def __call__(self, datagram: Datagram, is_request: bool) -> None: ...


class Door(Protocol):
    """A reader's own way into namespaces, with its receive buffer. Raises OpenError, Stranded."""

    def open(self, namespace: Namespace) -> Transport: ...

    def grow(self, needed: int) -> None:
        """Receive into at least so many bytes from now on."""
        ...


@dataclass(frozen=True, slots=True)
class Poll:
    """What all dumps of one poll share."""

    number: int
    reserve: Reserve
    remaining: Callable[[], float]
    """Seconds until the poll must end; at or below 0: it is over."""
    deliver: Deliver


class Hold:
    """The rows of one attempt, kept back until it is whole or too large to keep."""

    def __init__(self, deliver: Deliver) -> None:
        self._deliver = deliver
        self._kept: list[tuple[bytes, int]] = []
        self._size = 0
        self.released = False

    def add(self, chunk: bytes, rows: int) -> None:
        if self.released:
            self._deliver(chunk, rows)
            return
        self._kept.append((chunk, rows))
        self._size += len(chunk)
        if self._size > HOLD_BYTES:
            self.release()

    def release(self) -> None:
        """Deliver what is kept, and all that follows."""
        self.released = True
        for chunk, rows in self._kept:
            self._deliver(chunk, rows)
        self._kept.clear()


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
        started = self.clock.monotonic()
        attempt = _Attempt(self, door, namespace, reader, poll, tap)
        for n in range(ATTEMPTS):
            if poll.remaining() <= 0:
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
        seconds = self.clock.monotonic() - started
        return DumpReport(namespace, started, seconds, attempt.sockets, attempt.rows, not attempt.reason, attempt.reason, attempt.text)

    def requests(self) -> list[tuple[int, bytes]]:
        """(sequence number, request) of what a whole dump takes."""
        if self._legacy_works:
            seq = self._next_seq()
            return [(seq, request.legacy(seq, self.ext))]
        seqs = [(self._next_seq(), family) for family in (uapi.AF_INET, uapi.AF_INET6)]
        return [(seq, request.by_family(seq, family, self.ext)) for seq, family in seqs]

    def refused(self, dump: Dump) -> bool:
        """Whether another request may be tried after this refusal."""
        if not self._legacy_works or dump.sockets:
            return False
        self._legacy_works = False
        log.warning("the kernel refuses the request for both families at once (%s): asking for each by itself", dump.explain())
        return True

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
        try:
            self._dump(transport)
        except ReplyTruncated as error:
            self._door.grow(error.needed)
            self._fail(error.reason, str(error))
        except ReplyError as error:
            over = isinstance(error, ReplyTimeout) and self._poll.remaining() <= 0
            self._fail("poll_timeout" if over else error.reason, str(error), again=not over)
        finally:
            transport.close()

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
                self._fail(dump.reason, dump.explain(), again=dump.reason != "refused" or r.refused(dump))
                return

    def _receive(self, transport: Transport, dump: Dump) -> None:
        while not dump.ended:
            timeout = min(self._reading.reply_timeout, self._poll.remaining())
            if timeout <= 0:
                raise ReplyTimeout("the poll ran out of time")
            datagram = transport.receive(timeout)
            if self._tap:
                self._tap(datagram, False)
            rows = dump.rows
            chunk = dump.feed(datagram)
            if chunk:
                self.hold.add(chunk, dump.rows - rows)

    def _fail(self, reason: str, text: str, again: bool = True) -> None:
        self.reason, self.text = reason, text
        self.again = again and not self.hold.released
