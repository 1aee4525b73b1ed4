"""One destination's side of the road: what waits, a thread that marshals and sends, retries, counters, a drain.

    offer(sealed) -> Backlog -> Pieces -> Sink.send -> settled
                       |          |           |
                   queue_full  row_too_large, retry, or dropped:<reason>
                   or spool    marshal

An Envelope leaves the backlog when the destination took it. Every row offered ends in exactly one of `sent_rows`,
`dropped_rows:<reason>`, and what the spool keeps for the next start; what close() could not send and no spool has is
`dropped_rows:shutdown`. Bytes of drops and of the bound are Envelope bytes; `sent_bytes` are bytes of payload.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from xtcp_ebpf.abc import Batching, Clock, Destination, Marshaller, Sealed, Target
from xtcp_ebpf.delivery.backlog import Backlog, Cursor, Held, Item
from xtcp_ebpf.delivery.connection import Connection
from xtcp_ebpf.delivery.copies import FirstPayloads
from xtcp_ebpf.delivery.outage import RETRY_CAP_SECONDS, Outage, backoff
from xtcp_ebpf.delivery.pieces import Fitted, Parts, Pieces
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

DRAIN_CAP_SECONDS = 1.0
"""The longest wait between two tries once close() has set a deadline."""
ASKED_CAP_SECONDS = 60.0
"""The longest that a destination is left alone because it asks for it."""
GRACE_SECONDS = 0.25
"""How long close() waits, its deadline over, for a thread that is between two sends."""


class Status(NamedTuple):
    """How it stands with one destination."""

    name: str
    state: str
    """`connecting` (not open yet), `sending`, `retrying` (the last try failed), `gone`, `closed`."""
    waiting: Held
    """Memory and spool together."""
    in_memory: Held
    failures: int
    """In a row."""


class _Open(NamedTuple):
    """A piece that is on its way."""

    item: Item
    piece: Sealed


class Sender:
    """One destination with its thread. `queue_bytes` bounds the Envelopes that memory holds, those under way included.

    `gone` is set, and `on_gone` called, when the destination will never take anything again (the reader of a pipe left; a file that
    cannot be opened at the start): all that is held and offered later is dropped and counted, and `gone_because` says why. Waits are
    real time and end at once on close(). With `gather_bytes` the thread is woken only when so much is held, or by wake(): to wake it
    for each Envelope of a dump costs more than to send it. The clock gives the jitter and the times that are reported. The marshaller
    is this sender's alone, and so is the tally.
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
        cursor: Cursor | None = None,
        copies: FirstPayloads | None = None,
        on_gone: Callable[[], None] = lambda: None,
        gather_bytes: int = 0,
    ) -> None:
        self.gone = threading.Event()
        self.gone_because = ""
        self.name = target.where
        self.tally = tally
        self._preamble = marshaller.preamble
        formatted = replace(target, preamble=marshaller.preamble, content_type=marshaller.content_type)
        self._connection = Connection(formatted, destination, tally)
        self._format = marshaller.name
        self._pieces = Pieces(marshaller)
        self._clock = clock
        self._queue_bytes = queue_bytes
        self._gather_bytes = gather_bytes
        self._copies = copies
        self._on_gone = on_gone
        self._spooled = cursor is not None
        self._state = threading.Condition()
        # Guarded by _state.
        self._backlog = Backlog(queue_bytes, cursor)
        self._lost_rows = 0
        self._behind = 0
        self._closing = False
        self._over = ""
        self._anew = False
        # The thread's own.
        self._thread = threading.Thread(target=self._run, name=f"send-{target.scheme}", daemon=True)
        self._was_open = False
        self._failures = 0
        self._outage = Outage(clock, self.name)
        self._said: set[str] = set()

    def start(self) -> None:
        """Opens the destination at once, so that what is wrong with it is said at the start."""
        self._thread.start()

    def waiting(self) -> Held:
        """What is not settled: in memory, the Envelope under way included, and in the spool."""
        with self._state:
            return self._backlog.unsettled()

    def status(self) -> Status:
        """Any thread may ask."""
        with self._state:
            failures = self._failures
            state = "retrying" if failures else "sending" if self._connection.is_open else "connecting"
            state = "gone" if self.gone_because else "closed" if self._over else state
            return Status(self.name, state, self._backlog.unsettled(), self._backlog.held, failures)

    def offer(self, sealed: Sealed, position: int | None = None) -> None:
        """Take an Envelope, which the spool has at `position`. Never blocks: what does not fit stays in the spool, else the oldest go."""
        if not sealed.rows:
            return
        with self._state:
            reason = self._over or ("shutdown" if self._closing else "")
            if reason:
                lost = [sealed] if position is None else []
            else:
                lost = self._backlog.put(sealed, position, self._clock.monotonic())
                if self._backlog.held.bytes >= self._gather_bytes or self._backlog.on_disk:
                    self._state.notify_all()
            rows, size = sum(s.rows for s in lost), sum(s.size for s in lost)
            self._lost_rows += rows
            falls_behind = bool(rows) and not reason and not self._behind
            self._behind += 0 if reason else rows
        self.tally.add("offered_rows", sealed.rows)
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

    def reopen(self) -> None:
        """Before the next payload the destination is closed and opened anew: files that were moved, secrets and names that changed."""
        with self._state:
            self._anew = True
            self._state.notify_all()

    def end(self) -> None:
        """Send what is held and take nothing more: close() will wait for it."""
        with self._state:
            self._closing = True
            self._state.notify_all()

    def close(self, deadline_seconds: float) -> Held:
        """Send what is held until the deadline, then end the thread; what remained and no spool has is dropped (`shutdown`) and returned.

        A send that the destination blocks is left behind: the thread is a daemon and counts nothing any more.
        """
        self.end()
        started = self._thread.ident is not None
        if started:
            self._thread.join(deadline_seconds)
        left = self._finish("shutdown")
        if started:
            self._thread.join(GRACE_SECONDS)
        if left.rows:
            log.warning("%s: %d rows (%d bytes) could not be sent before the end and are dropped", self.name, *left)
        if self._spooled and (kept := self.waiting()).rows:
            log.warning("%s: %d rows (%d bytes) could not be sent before the end and wait in the spool", self.name, *kept)
        return left

    def _finish(self, reason: str) -> Held:
        """Nothing is sent or counted as sent from here on. All that is held and in no spool is dropped, for this reason."""
        with self._state:
            lost = self._backlog.abandon()
            self._lost_rows += lost.rows
            self._over = self._over or reason
            self._state.notify_all()
        if lost.rows:
            self._count_dropped(reason, *lost)
        return lost

    def _run(self) -> None:
        try:
            self._connected()
            while batch := self._next():
                self._ship(batch)
            self._outage.finish(self._lost_rows)
            self._connection.close()
        except Exception as error:  # a mistake of ours: nobody shall wait for this thread in vain
            log.exception("%s: unexpected", self.name)
            self._end_of_road(SendError("internal", f"{self.name}: {error!r}", retry=False))

    def _next(self) -> list[Item]:
        """What is to be sent next, waited for; empty: it is over."""
        while True:
            with self._state:
                caught_up = self._behind if not self._backlog.held.rows and not self._over else 0
                self._behind -= caught_up
            if caught_up:
                log.warning("%s has caught up: %d rows were dropped meanwhile", self.name, caught_up)
            with self._state:
                batching = self._connection.batching
                self._await_enough(batching)
                if self._over:
                    return []
                items = self._backlog.take(batching.most_bytes)
            size = sum(item.sealed.size for item in items)
            while (not items or size < batching.most_bytes) and (item := self._from_spool()):
                items.append(item)
                size += item.sealed.size
            if items or self._closing:
                return items

    def _await_enough(self, batching: Batching) -> None:
        while not (self._closing or self._over or self._backlog.on_disk):
            oldest, held = self._backlog.oldest(), self._backlog.held.bytes
            age = 0.0 if oldest is None else self._clock.monotonic() - oldest
            # A queue that has no room for one more Envelope would have to drop instead of waiting.
            if oldest is not None and (
                held >= batching.want_bytes or age >= batching.want_seconds or held * 2 >= self._queue_bytes or self._anew
            ):
                return
            self._state.wait(None if oldest is None else max(0.0, batching.want_seconds - age))

    def _from_spool(self) -> Item | None:
        """The next that waits on disk alone, once memory is empty; None: there is none, or no room for it."""
        while True:
            with self._state:
                position = None if self._backlog.oldest() is not None or self._over else self._backlog.wanted()
            if position is None:
                return None
            sealed = self._backlog.fetch(position)
            with self._state:
                if self._over:
                    return None
                if item := self._backlog.fetched(position, sealed, self._clock.monotonic()):
                    return item

    def _ship(self, items: list[Item]) -> None:
        """Returns when every row is settled, or when it is over: then whoever ended it has counted what was left."""
        todo = deque(_Open(item, item.sealed) for item in items)
        items.clear()  # what is settled is not kept until the next batch comes
        while todo and self._connected():
            window, payloads = self._fitted(todo)
            if not window:
                continue
            answers = self._connection.send(payloads)
            again: list[_Open] = []
            worst: SendError | None = None
            end: SendError | None = None
            for part, payload, problem in zip(window, payloads, answers, strict=True):
                if problem is None:
                    self._sent(part, payload)
                elif problem.retry:
                    again.append(part)
                    worst = worst or problem
                elif problem.reason == "closed":
                    end = end or problem
                else:
                    self._note(problem)
                    self._drop(part, problem.reason)
            todo.extendleft(reversed(again))
            if end is not None:
                self._end_of_road(end)
            elif worst is not None:
                self._wait_after(worst)

    def _fitted(self, todo: deque[_Open]) -> tuple[list[_Open], list[Parts]]:
        """As much of `todo` as goes out at once: one payload, or what the destination takes together."""
        room, most = self._connection.room, self._connection.batching.most_bytes
        window: list[_Open] = []
        payloads: list[Parts] = []
        size = 0
        while todo and size < most:
            item, piece = todo.popleft()
            try:
                fitted = self._pieces.fit(piece, room)
            except Exception as error:  # a marshaller's own mistake costs this piece, never the thread
                self._say_once(f"marshal {type(error).__name__}", f"{self._format} failed on {piece.rows} rows: {error!r}", error)
                self._drop(_Open(item, piece), "marshal")
                continue
            if not isinstance(fitted, Fitted):
                todo.extendleft(reversed([_Open(item, smaller) for smaller in fitted]))
            elif fitted.problem is not None:
                self._say_once(fitted.problem.reason, str(fitted.problem))
                self._drop(_Open(item, piece), fitted.problem.reason)
            else:
                window.append(_Open(item, piece))
                payloads.append(fitted.payload)
                size += sum(map(len, fitted.payload))
        return window, payloads

    def _connected(self) -> bool:
        """Whether it is open, waited for; False when it is over, or when closing finds nothing left to send."""
        with self._state:
            anew, self._anew = self._anew, False
        if anew:
            self._connection.close()
        while not self._connection.is_open and not self._done():
            try:
                self._connection.open()
                self._was_open = True
            except SendError as problem:
                if not problem.retry and (not self._was_open or problem.reason == "closed"):
                    self._end_of_road(problem)
                else:
                    self._wait_after(problem)
        return self._connection.is_open and not self._over

    def _done(self) -> bool:
        with self._state:
            return bool(self._over) or (self._closing and not self._backlog.unsettled().rows)

    def _end_of_road(self, problem: SendError) -> None:
        self._connection.close()
        if self._over:
            return
        self.gone_because = str(problem)
        self.tally.add(f"send_errors:{problem.reason}")
        left = self._finish(problem.reason)
        log.error("sending has ended: %s; %d rows dropped", problem, left.rows)
        self.gone.set()
        self._on_gone()

    def _note(self, problem: SendError) -> None:
        self._connection.close()
        if self._over:
            return
        self._failures += 1
        self.tally.add(f"send_errors:{problem.reason}")
        if problem.unconfirmed_bytes:
            self.tally.add("unconfirmed_bytes", problem.unconfirmed_bytes)
        self._outage.failed(problem, self._lost_rows)

    def _wait_after(self, problem: SendError) -> None:
        self._note(problem)
        with self._state:
            closing = self._closing
            ours, theirs = (DRAIN_CAP_SECONDS, DRAIN_CAP_SECONDS) if closing else (RETRY_CAP_SECONDS, ASKED_CAP_SECONDS)
            seconds = max(backoff(self._failures, self._clock.random(), ours), min(problem.after_seconds, theirs))
            self._state.wait_for(lambda: self._over or self._closing != closing, seconds)
            if not self._over:
                self.tally.add("retries")

    def _sent(self, part: _Open, payload: Parts) -> None:
        with self._state:
            if self._over:
                return
            self._backlog.settle(part.item, part.piece)
            self.tally.merge({"sent_rows": part.piece.rows, "sent_bytes": sum(map(len, payload)), "sent_payloads": 1})
        self._outage.worked(not self._failures, self._lost_rows)
        self._failures = 0
        if self._copies is not None:
            self._copies.keep(b"".join((self._preamble, *payload)))

    def _drop(self, part: _Open, reason: str) -> None:
        with self._state:
            if self._over:
                return
            self._backlog.settle(part.item, part.piece)
            self._lost_rows += part.piece.rows
            self._count_dropped(reason, part.piece.rows, part.piece.size)

    def _count_dropped(self, reason: str, rows: int, size: int) -> None:
        self.tally.merge({f"dropped_rows:{reason}": rows, f"dropped_bytes:{reason}": size})

    def _say_once(self, what: str, text: str, error: Exception | None = None) -> None:
        if what not in self._said:
            self._said.add(what)
            log.error("%s: %s", self.name, text, exc_info=error)
