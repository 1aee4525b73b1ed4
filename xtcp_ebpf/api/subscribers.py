"""Who wants the records as they are collected. Nobody is waited for: who cannot keep up is ended, and told how much was missed."""

from __future__ import annotations

import threading
from queue import SimpleQueue
from typing import Final

from xtcp_ebpf.abc import Clock, Sealed
from xtcp_ebpf.api.subscription import LATEST_SECONDS, Subscription
from xtcp_ebpf.errors import XtcpError
from xtcp_ebpf.tally import Tally

PATIENCE_SECONDS: Final = 5.0
"""How long a client that has fallen behind may take for what is under way to it, so that it can be told; then its call is cut."""
LOOK_SECONDS: Final = 0.1
"""How soon the end of the daemon is seen meanwhile."""
STREAMS: Final = 20


class TooManyStreams(XtcpError):
    """There are as many as there may be."""


class Closed(XtcpError):
    """The daemon ends."""


class Subscribers:
    """All streams of records. offer() is called in the order of sealing, by one thread at a time; poll_began and poll_ended between them.

    `streams`: the most at a time; `queue_bytes`: the most that waits for each of them. They share what waits: memory holds it once.
    """

    def __init__(
        self, queue_bytes: int, tally: Tally, clock: Clock, streams: int = STREAMS, patience_seconds: float = PATIENCE_SECONDS
    ) -> None:
        self.tally = tally
        self._queue_bytes = queue_bytes
        self._streams = streams
        self._clock = clock
        self._patience = patience_seconds
        self._lock = threading.Lock()
        self._open: set[Subscription] = set()
        self._listening: tuple[Subscription, ...] = ()
        self._poll = 1
        self._polling = False
        self._calm_until = 0.0
        self._slow: SimpleQueue[tuple[float, Subscription] | None] = SimpleQueue()
        self._usher: threading.Thread | None = None
        self._closed = False

    def bound(self, queue_bytes: int, streams: int) -> None:
        """Other limits, for streams that open from now on."""
        with self._lock:
            self._queue_bytes, self._streams = queue_bytes, streams

    # What the collection calls.

    def offer(self, sealed: Sealed) -> None:
        """Never waits; without subscribers it does nothing."""
        for subscription in self._listening:
            before = subscription.ending
            if missed := subscription.offer(self._poll, sealed):
                self.tally.add("grpc_rows_missed", missed)
                if not before:
                    self._slow.put((self._clock.monotonic() + self._patience, subscription))

    def poll_began(self, number: int) -> None:
        """What is offered from now on is of this poll. A poll before it that nobody has ended is over."""
        if self._polling:
            self.poll_ended(self._poll)
        self._calm_until = self._clock.monotonic() + LATEST_SECONDS
        self._poll, self._polling = number, True

    def poll_ended(self, number: int) -> None:
        """Nothing more of this poll is offered: also when it failed."""
        self._poll, self._polling = number + 1, False
        for subscription in self._listening:
            subscription.mark(number)

    def end_all(self) -> None:
        """End the streams that there are: they shall come again, perhaps elsewhere."""
        with self._lock:
            open_ones = tuple(self._open)
        for subscription in open_ones:
            subscription.end("closing")

    def close(self) -> None:
        """End all streams, for good."""
        with self._lock:
            self._closed = True
            usher, self._usher = self._usher, None
        self.end_all()
        if usher:
            self._slow.put(None)
            usher.join()

    # What the streams call.

    @property
    def count(self) -> int:
        """Streams that are open."""
        return len(self._open)

    @property
    def next_poll(self) -> int:
        """The number of the first poll that has not begun."""
        return self._poll + self._polling

    def open(self, method: str, one_by_one: bool = False) -> Subscription:
        """A place among the streams; it gets nothing before listen(). Raises TooManyStreams, Closed."""
        with self._lock:
            if self._closed:
                raise Closed("the daemon ends")
            if len(self._open) >= self._streams:
                self.tally.add("grpc_streams_refused:too_many")
                raise TooManyStreams(
                    f"{len(self._open)} streams of records are open, the most that -grpcStreams allows: close one, or raise it"
                )
            if not self._usher:
                self._usher = threading.Thread(target=self._see_out, name="grpc-usher", daemon=True)
                self._usher.start()
            subscription = Subscription(method, self._queue_bytes, self._clock, one_by_one)
            self._open.add(subscription)
        self.tally.add(f"grpc_streams_opened:{method}")
        return subscription

    def listen(self, subscription: Subscription) -> None:
        """From now on it gets what is offered."""
        with self._lock:
            if subscription in self._open:
                self._listening = (*self._listening, subscription)

    def let_poll(self, subscription: Subscription) -> None:
        """Before each piece of work: a poll that is under way comes first, for a second at most and as long as the queue allows."""
        while self._polling and (left := self._calm_until - self._clock.monotonic()) > 0 and subscription.rest(left):
            pass

    def leave(self, subscription: Subscription) -> None:
        """Its place is free. May be called several times, by any thread."""
        with self._lock:
            if subscription not in self._open:
                return
            self._open.remove(subscription)
            self._listening = tuple(other for other in self._listening if other is not subscription)
        subscription.end("gone")  # unless there is a reason
        subscription.left.set()
        self.tally.add(f"grpc_streams_ended:{subscription.ending}")

    def finish(self, subscription: Subscription) -> None:
        """Its call has ended."""
        subscription.over.set()
        self.leave(subscription)

    def _see_out(self) -> None:
        """In a thread of its own: those that have fallen behind get so much time and no more, the first of them first."""
        while slow := self._slow.get():
            deadline, subscription = slow
            while not self._closed and (left := deadline - self._clock.monotonic()) > 0:
                if subscription.over.wait(min(left, LOOK_SECONDS)):
                    break
            subscription.give_up()
