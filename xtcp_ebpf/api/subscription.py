"""What waits for one stream of records: Envelopes that all streams share, bounded in bytes, and never waited for.

Two threads have to do with it, and neither waits for the other: the collection puts in (offer, mark), the stream's own takes out. Anybody
may end it. Each counts its bytes for itself, so no lock is needed: what waits is the difference.

The stream's thread sleeps until the poll has ended, half of the queue is full, or LATEST_SECONDS have passed: what it does for a message
needs the interpreter, and so do the readers of the poll. The bell only says: look again.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Final, Literal, NamedTuple

from xtcp_ebpf.abc import Clock, Sealed

LATEST_SECONDS: Final = 1.0
"""Nothing waits longer than this for more, or for a poll to end."""

Ending = Literal["done", "gone", "behind", "stalled", "closing", "damaged"]
"""Why a stream ended: the client had closed its side and has what it asked for; went away or cancelled; was too slow; was too slow, and did
not even take the news; the daemon ends, or serves elsewhere; rows that are none, which would be our mistake."""


class Item(NamedTuple):
    """An Envelope of a poll, or that nothing more comes of it."""

    poll: int
    sealed: Sealed | None


class Subscription:
    """One stream's queue. `queue_bytes`: the most that may wait; a single larger Envelope comes alone.

    `one_by_one`: a message for each row. It could not catch up with a poll by hurrying, and is in nobody's way when it rests.
    """

    def __init__(self, method: str, queue_bytes: int, clock: Clock, one_by_one: bool = False) -> None:
        self.method = method
        self.one_by_one = one_by_one
        self.queue_bytes = queue_bytes
        self.missed_rows = 0
        """Since it fell behind, those that waited included."""
        self.cancel: Callable[[], None] = lambda: None
        """Ends the call without the help of its own thread, which may be waiting for the client."""
        self.left = threading.Event()
        """Nobody serves it any more."""
        self.over = threading.Event()
        """The call has ended: all that was to be said has left."""
        self._plenty = queue_bytes // 2
        self._clock = clock
        self._ending: Ending | None = None
        self._items: deque[Item] = deque()
        self._bell: SimpleQueue[None] = SimpleQueue()
        self._put_bytes = self._put_marks = 0
        self._taken_bytes = self._taken_marks = self._in_hand = 0
        self._last_whole = 0
        self._finish_after: int | None = None

    @property
    def ending(self) -> Ending | None:
        """None: it goes on."""
        return self._ending

    @property
    def waiting_bytes(self) -> int:
        """Those in the hands of its thread included."""
        return self._put_bytes - self._taken_bytes

    def offer(self, poll: int, sealed: Sealed) -> int:
        """Put one in. How many rows the client misses by what happened now: 0 when all is well."""
        if self._ending:
            return self._miss(sealed.rows) if self._ending == "behind" else 0
        waiting = self.waiting_bytes
        if waiting and waiting + sealed.size > self.queue_bytes:
            self.end("behind")
            return self._miss(self._clear() + sealed.rows)
        self._items.append(Item(poll, sealed))
        self._put_bytes += sealed.size
        # The first one starts the stream's watch; then it sleeps on until there is enough.
        if len(self._items) == 1 or waiting + sealed.size >= self._plenty:
            self._bell.put(None)
        return 0

    def mark(self, poll: int) -> None:
        """Nothing more comes of this poll."""
        if not self._ending:
            self._items.append(Item(poll, None))
            self._put_marks += 1
            self._bell.put(None)

    def take(self, most_bytes: int) -> list[Item]:
        """The next Envelopes of one poll, at least one and at most so many bytes, and its end if that follows. Waits; none: it has ended.

        Those of the call before are done with.
        """
        self._taken_bytes += self._in_hand
        self._in_hand = 0
        first = 0.0
        while not self._ending:
            if self._finish_after is not None and self._last_whole >= self._finish_after:
                self.end("done")
                break
            patience = None
            if self._items:
                first = first or self._clock.monotonic()
                patience = first + LATEST_SECONDS - self._clock.monotonic()
                if patience <= 0 or self._put_marks > self._taken_marks or self.waiting_bytes >= self._plenty:
                    return self._pop(most_bytes)
            with suppress(Empty):
                self._bell.get(timeout=patience)
        return []

    def rest(self, seconds: float) -> bool:
        """Let others work, until something happens; False: there is no time for that, as too much waits or the stream ends."""
        if self._ending or (self.waiting_bytes >= self._plenty and not self.one_by_one):
            return False
        with suppress(Empty):
            self._bell.get(timeout=seconds)
        return True

    def finish_after(self, poll: int) -> None:
        """The client asks for no more: end when it has this poll's rows."""
        self._finish_after = poll
        self._bell.put(None)

    def end(self, why: Ending) -> None:
        """Take nothing more, and give back what waits. The first reason holds."""
        if not self._ending:
            self._ending = why
        if self._ending != "behind":  # then who counts the rows clears
            self._clear()
        self._bell.put(None)

    def give_up(self) -> None:
        """It has fallen behind, and its client does not even take that news: end the call without more words."""
        if not self.left.is_set():
            self._ending = "stalled"
        if not self.over.is_set():
            self.cancel()

    def _pop(self, most_bytes: int) -> list[Item]:
        taken: list[Item] = []
        try:
            while not taken or (self._items[0].poll == taken[0].poll and self._fits(self._items[0], most_bytes)):
                item = self._items.popleft()
                taken.append(item)
                if item.sealed:
                    self._in_hand += item.sealed.size
                else:
                    self._taken_marks += 1
                    self._last_whole = item.poll
                    break
        except IndexError:  # that was all, or it has been ended in this moment
            pass
        return taken

    def _fits(self, item: Item, most_bytes: int) -> bool:
        return not item.sealed or self._in_hand + item.sealed.size <= most_bytes

    def _miss(self, rows: int) -> int:
        self.missed_rows += rows
        return rows

    def _clear(self) -> int:
        """Rows that waited."""
        rows = 0
        while True:
            try:
                item = self._items.popleft()
            except IndexError:
                return rows
            rows += item.sealed.rows if item.sealed else 0
