"""One destination's side of the road: a queue bounded by bytes, a thread that marshals and sends, retries, counters, a drain.

    offer(sealed) -> queue -> split to what fits -> marshal -> Sink.send -> settled
                       |            |                            |
                   queue_full   row_too_large, marshal      retry, or dropped:<reason>

An envelope leaves the queue when the destination took it. Every row offered ends in exactly one of `sent_rows`, `dropped_rows:<reason>`
and what close() says remained (which is `dropped_rows:shutdown`). Bytes of drops and of the bound are Envelope bytes; `sent_bytes`
are bytes of payload.
"""

from __future__ import annotations

import logging
import os
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from xtcp_ebpf.abc import Clock, Destination, GatheringMarshaller, GatheringSink, Marshaller, Sealed, Sink, Target
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire.framing import split

log = logging.getLogger(__name__)

RETRY_BASE_SECONDS = 0.25
RETRY_CAP_SECONDS = 10.0
DRAIN_CAP_SECONDS = 1.0
"""The longest wait between two tries once close() has set a deadline."""
GRACE_SECONDS = 0.25
"""How long close() waits, its deadline over, for a thread that is between two sends."""


Payload = tuple[bytes, ...]
"""In parts, where the format has them ready and the destination can send them so; else one."""


class Remaining(NamedTuple):
    """What the destination had not taken."""

    rows: int
    bytes: int


def backoff(failures: int, random: float, cap: float = RETRY_CAP_SECONDS) -> float:
    """Seconds to wait after so many failures in a row (from 1), full jitter: anything below the doubled base, up to the cap."""
    return random * min(cap, RETRY_BASE_SECONDS * 2.0 ** min(failures - 1, 60))


class FirstPayloads:
    """-destWriteFiles: the first `count` payloads that were sent, each with its preamble in a file `prefix0001` and so on, mode 0600.

    The first file that cannot be written ends it, with one line in the log.
    """

    def __init__(self, prefix: str, count: int) -> None:
        self._prefix = prefix
        self._left = count
        self._written = 0

    def keep(self, payload: bytes) -> None:
        """Never raises OSError."""
        if not self._left:
            return
        path = f"{self._prefix}{self._written + 1:04d}"
        try:
            fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
            with os.fdopen(fd, "wb") as file:
                file.write(payload)
        except OSError as error:
            self._left = 0
            log.warning("-destWriteFiles: %s: %s; no more payloads are written to files", path, error.strerror)
            return
        self._left -= 1
        self._written += 1


class Outage:
    """What is said of trouble: one line when it begins, one when it is over, however often it comes back in between.

    It is over when a payload goes out at the first try: one that needed a second may be the luck of a flapping connection.
    """

    def __init__(self, clock: Clock, name: str) -> None:
        self._clock = clock
        self._name = name
        self._began: float | None = None
        self._healed: float | None = None
        self._failures = 0
        self._lost_before = 0

    def failed(self, error: SendError, lost_rows: int) -> None:
        """`lost_rows`: the rows dropped in all, before what this error may cost."""
        if self._began is None:
            self._began = self._clock.monotonic()
            self._failures = 0
            self._lost_before = lost_rows
            log.warning("sending is interrupted: %s", error)
        self._failures += 1
        self._healed = None

    def worked(self, first_try: bool, lost_rows: int) -> None:
        if self._began is not None:
            if self._healed is None:
                self._healed = self._clock.monotonic()
            if first_try:
                self.finish(lost_rows)

    def finish(self, lost_rows: int) -> None:
        """Says that it works again, if it does: also when nothing more will be sent."""
        if self._began is not None and self._healed is not None:
            seconds, lost = self._healed - self._began, lost_rows - self._lost_before
            log.warning("sending works again: %s: after %.1f s, %d failures, %d rows dropped", self._name, seconds, self._failures, lost)
            self._began = self._healed = None


class Sender:
    """One destination with its thread. `queue_bytes` bounds the envelopes held, the one under way included.

    `gone` is set when the destination will never take anything again (the reader of a pipe left; a file that cannot be opened at the
    start): all that is held and offered later is dropped and counted, and `gone_because` says why. Waits are real time and end at
    once on close(). With `gather_bytes` the thread is woken only when so much is held, or by wake(): to wake it for each Envelope of a
    dump costs more than to send it. The clock gives the jitter and the times that are reported. The marshaller is this sender's alone.
    """

    def __init__(
        self,
        target: Target,
        destination: Destination,
        marshaller: Marshaller,
        tally: Tally,
        clock: Clock,
        queue_bytes: int,
        *,
        copies: FirstPayloads | None = None,
        gone: threading.Event | None = None,
        gather_bytes: int = 0,
    ) -> None:
        self.gone = gone or threading.Event()
        self.gone_because = ""
        self.name = f"{target.scheme}:{target.address}"
        self._target = replace(target, preamble=marshaller.preamble, content_type=marshaller.content_type)
        self._destination = destination
        self._marshaller = marshaller
        self._encode: Callable[[Sealed], Payload] = (
            marshaller.parts if isinstance(marshaller, GatheringMarshaller) else lambda sealed: (marshaller.encode(sealed),)
        )
        self._tally = tally
        self._clock = clock
        self._queue_bytes = queue_bytes
        self._gather_bytes = gather_bytes
        self._copies = copies
        self._state = threading.Condition()
        # Guarded by _state.
        self._waiting: deque[Sealed] = deque()
        self._held = Remaining(0, 0)
        self._lost_rows = 0
        self._behind = 0
        self._closing = False
        self._over = ""
        # The thread's own.
        self._thread = threading.Thread(target=self._run, name=f"send-{target.scheme}", daemon=True)
        self._sink: Sink | None = None
        self._gathering: GatheringSink | None = None
        self._was_open = False
        self._failures = 0
        self._row_bytes = 0.0
        self._outage = Outage(clock, self.name)
        self._said: set[str] = set()

    def start(self) -> None:
        """Opens the destination at once, so that what is wrong with it is said at the start."""
        self._thread.start()

    def waiting(self) -> Remaining:
        """What is held now, the envelope under way included."""
        with self._state:
            return self._held

    def offer(self, sealed: Sealed) -> None:
        """Take an envelope. Never blocks: when it does not fit, the oldest that wait make room, or it is dropped itself."""
        if not sealed.rows:
            return
        lost: list[Sealed] = []
        with self._state:
            reason = self._over or ("shutdown" if self._closing else "")
            while not reason and self._waiting and self._held.bytes + sealed.size > self._queue_bytes:
                lost.append(self._waiting.popleft())
                self._release(lost[-1])
            if reason or self._held.bytes + sealed.size > self._queue_bytes:
                lost.append(sealed)
            else:
                self._waiting.append(sealed)
                self._held = Remaining(self._held.rows + sealed.rows, self._held.bytes + sealed.size)
                if self._held.bytes >= self._gather_bytes:
                    self._state.notify_all()
            rows, size = sum(s.rows for s in lost), sum(s.size for s in lost)
            self._lost_rows += rows
            falls_behind = bool(rows) and not reason and not self._behind
            self._behind += 0 if reason else rows
        self._tally.add("offered_rows", sealed.rows)
        if rows:
            self._count_dropped(reason or "queue_full", rows, size)
        if falls_behind:
            log.warning(
                "%s takes less than there is: the queue of %d bytes is full, the oldest rows are dropped", self.name, self._queue_bytes
            )

    def wake(self) -> None:
        """Send what is held, however little: nothing more comes for now."""
        with self._state:
            self._state.notify_all()

    def close(self, deadline_seconds: float) -> Remaining:
        """Send what is held until the deadline, then end the thread; what remained is counted as dropped (`shutdown`) and returned.

        A send that the destination blocks is left behind: the thread is a daemon and counts nothing any more.
        """
        with self._state:
            self._closing = True
            self._state.notify_all()
        started = self._thread.ident is not None
        if started:
            self._thread.join(deadline_seconds)
        left = self._end("shutdown")
        if started:
            self._thread.join(GRACE_SECONDS)
        if left.rows:
            log.warning("%s: %d rows (%d bytes) could not be sent before the end and are dropped", self.name, *left)
        return left

    def _end(self, reason: str) -> Remaining:
        """Nothing is sent or counted as sent from here on. All that is held is dropped, for this reason."""
        with self._state:
            left, self._held = self._held, Remaining(0, 0)
            self._waiting.clear()
            self._lost_rows += left.rows
            self._over = self._over or reason
            self._state.notify_all()
        if left.rows:
            self._count_dropped(reason, *left)
        return left

    def _run(self) -> None:
        self._connected()
        while (sealed := self._next()) is not None:
            self._ship(sealed)
        self._outage.finish(self._lost_rows)
        self._disconnect()

    def _next(self) -> Sealed | None:
        with self._state:
            caught_up = self._behind if not self._waiting and not self._over else 0
            self._behind -= caught_up
        if caught_up:
            log.warning("%s has caught up: %d rows were dropped meanwhile", self.name, caught_up)
        with self._state:
            self._state.wait_for(lambda: self._waiting or self._closing or self._over)
            return self._waiting.popleft() if self._waiting else None

    def _ship(self, envelope: Sealed) -> None:
        """Returns when every row is settled, or when it is over: then whoever ended it has counted what was left."""
        todo = deque([envelope])
        while todo and not self._over and (sink := self._connected()) is not None:
            piece = todo.popleft()
            room = None if sink.max_payload is None else sink.max_payload - len(self._target.preamble)
            try:
                payload = self._fit(piece, room, todo)
            except Exception as error:  # a marshaller's own mistake costs this piece, never the thread
                self._say_once(f"marshal {type(error).__name__}", f"{self._marshaller.name} failed on {piece.rows} rows: {error!r}", error)
                self._drop(piece, "marshal")
                continue
            if payload is not None and (problem := self._try(sink, payload)):
                self._mishap(problem, piece, todo)
            elif payload is not None:
                self._sent(piece, payload)

    def _fit(self, piece: Sealed, room: int | None, todo: deque[Sealed]) -> Payload | None:
        """The payload; None when the piece went back to `todo` in pieces, or was one row too large."""
        if room is None:
            return self._encode(piece)
        fitting = max(1, int(room / self._row_bytes * 0.95)) if self._row_bytes else piece.rows
        if piece.rows <= fitting:
            payload = self._marshaller.encode(piece)
            if len(payload) <= room:
                self._row_bytes = len(payload) / piece.rows
                return (payload,)
            if piece.rows == 1:
                text = (
                    f"a row of {len(payload)} bytes as {self._marshaller.name} does not fit into a payload of {room}; such rows are dropped"
                )
                self._say_once("row_too_large", text)
                self._drop(piece, "row_too_large")
                return None
            fitting = max(1, min(piece.rows - 1, int(room * piece.rows / len(payload) * 0.95)))
        todo.extendleft(reversed(list(split(piece, fitting))))
        return None

    def _try(self, sink: Sink, payload: Payload) -> SendError | None:
        try:
            if self._gathering is not None:
                self._gathering.send_parts(payload)
            else:
                sink.send(payload[0] if len(payload) == 1 else b"".join(payload))
        except SendError as error:
            return error
        except Exception as error:  # a sink's own mistake costs this payload, never the thread
            log.exception("%s: unexpected", self.name)
            return SendError("internal", f"{self.name}: {error!r}", retry=False)
        return None

    def _mishap(self, problem: SendError, piece: Sealed, todo: deque[Sealed]) -> None:
        if not problem.retry and problem.reason == "closed":
            self._gone(problem)
        elif problem.retry:
            todo.appendleft(piece)
            self._wait_after(problem)
        else:
            self._note(problem)
            self._drop(piece, problem.reason)

    def _connected(self) -> Sink | None:
        """The open sink, waited for; None when it is over, or when closing finds nothing left to send."""
        while self._sink is None and not self._over and not (self._closing and not self._held.rows):
            try:
                self._sink = sink = self._destination.open(self._target)
                self._gathering = sink if isinstance(sink, GatheringSink) else None
                self._was_open = True
            except Exception as error:
                problem = error if isinstance(error, SendError) else SendError("internal", f"{self.name}: {error!r}", retry=False)
                if not problem.retry and (not self._was_open or problem.reason == "closed"):
                    self._gone(problem)
                else:
                    self._wait_after(problem)
        return self._sink

    def _gone(self, problem: SendError) -> None:
        self._tally.add(f"send_errors:{problem.reason}")
        left = self._end(problem.reason)
        log.error("sending has ended: %s; %d rows dropped", problem, left.rows)
        self.gone_because = str(problem)
        self.gone.set()

    def _note(self, problem: SendError) -> None:
        self._disconnect()
        self._failures += 1
        self._tally.add(f"send_errors:{problem.reason}")
        self._outage.failed(problem, self._lost_rows)

    def _wait_after(self, problem: SendError) -> None:
        self._note(problem)
        with self._state:
            closing = self._closing
            seconds = backoff(self._failures, self._clock.random(), DRAIN_CAP_SECONDS if closing else RETRY_CAP_SECONDS)
            self._state.wait_for(lambda: self._over or self._closing != closing, seconds)
            if not self._over:
                self._tally.add("retries")

    def _disconnect(self) -> None:
        if self._sink is not None:
            self._sink.close()
            self._sink = None

    def _sent(self, piece: Sealed, payload: Payload) -> None:
        with self._state:
            if self._over:
                return
            self._release(piece)
            self._tally.merge({"sent_rows": piece.rows, "sent_bytes": sum(map(len, payload)), "sent_payloads": 1})
        self._outage.worked(not self._failures, self._lost_rows)
        self._failures = 0
        if self._copies is not None:
            self._copies.keep(b"".join((self._target.preamble, *payload)))

    def _drop(self, piece: Sealed, reason: str) -> None:
        with self._state:
            if self._over:
                return
            self._release(piece)
            self._lost_rows += piece.rows
            self._count_dropped(reason, piece.rows, piece.size)

    def _release(self, piece: Sealed) -> None:
        self._held = Remaining(self._held.rows - piece.rows, self._held.bytes - piece.size)

    def _count_dropped(self, reason: str, rows: int, size: int) -> None:
        self._tally.merge({f"dropped_rows:{reason}": rows, f"dropped_bytes:{reason}": size})

    def _say_once(self, what: str, text: str, error: Exception | None = None) -> None:
        if what not in self._said:
            self._said.add(what)
            log.error("%s: %s", self.name, text, exc_info=error)
