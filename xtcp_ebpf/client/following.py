"""Records for as long as they are wanted: over outages, with a word at the beginning and at the end of each."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.client.call_failed import CallFailed
from xtcp_ebpf.client.inbox import Arrived
from xtcp_ebpf.client.records import Stream
from xtcp_ebpf.delivery.outage import backoff

TICK_SECONDS = 0.2
"""How soon a word to stop is heard."""
QUIET_SECONDS = 0.5
"""From a server that says nothing of polls: one is over when nothing came for so long."""

Batch = list[Arrived]
Pick = Callable[[bytes], tuple[bytes, int]]
"""A chunk in, the rows that are wanted and their number out."""


class Reading:
    """Opens streams, one after the other. `stop` may be called by a signal handler."""

    def __init__(
        self, connect: Callable[[], AbstractContextManager[Stream]], clock: Clock, tell: Callable[[str], None], pick: Pick | None = None
    ) -> None:
        """`connect` raises CallFailed when it cannot be had now. `pick`: what is wanted, of a server that does not filter."""
        self._connect = connect
        self._clock = clock
        self._tell = tell
        self._pick = pick
        self._stopped = False
        self._pause = threading.Event()  # never set: a signal handler must take no lock that this thread may hold
        self._began: float | None = None
        self._failures = 0
        self._last = 0
        self._whole = True
        self._met = False
        self._told_kind = False
        self.outages = 0

    def stop(self) -> None:
        """Within a TICK."""
        self._stopped = True

    def batches(self) -> Iterator[Batch]:
        """What has come, in order; an empty one after each TICK without any. Raises CallFailed for what trying again cannot mend."""
        while not self._stopped:
            try:
                with self._connect() as stream:
                    yield from self._of(stream)
            except CallFailed as error:
                if error.final:
                    raise
                self._failed(error)
            yield from self._rest()

    def _of(self, stream: Stream) -> Iterator[Batch]:
        quiet_since: float | None = None
        while not self._stopped:
            batch = stream.take(TICK_SECONDS)
            if batch:
                self._works(batch[0])
                self._met = True
            if stream.one_by_one:
                self._say_kind()
                if batch:
                    quiet_since, batch = self._clock.monotonic(), [self._joined(batch)]
                elif quiet_since is not None and self._clock.monotonic() - quiet_since >= QUIET_SECONDS:
                    quiet_since, batch = None, [Arrived(b"", 0, poll_end=True)]
            elif batch:
                self._last, self._whole = batch[-1].poll, batch[-1].poll_end
            yield batch

    def _rest(self) -> Iterator[Batch]:
        until = self._clock.monotonic() + backoff(max(self._failures, 1), self._clock.random())
        while not self._stopped and (left := until - self._clock.monotonic()) > 0:
            self._pause.wait(min(left, TICK_SECONDS))
            yield []

    def _failed(self, error: CallFailed) -> None:
        if self._began is None:
            self._began = self._clock.monotonic()
            self._failures = 0
            self.outages += 1
            slow = " (this client was too slow)" if error.code == "RESOURCE_EXHAUSTED" and self._met else ""
            self._tell(f"{error}{slow}; trying on")
        self._failures += 1

    def _works(self, first: Arrived) -> None:
        if self._began is None:
            return
        seconds, self._began = self._clock.monotonic() - self._began, None
        self._tell(f"reading again after {seconds:.1f} s{self._missed(first.poll)}")

    def _missed(self, poll: int) -> str:
        """Of polls, what is known."""
        if not self._met:
            return ""
        if not poll or not self._last:
            return "; what was missed is not known"
        if poll < self._last:
            return "; the daemon was started anew: what was missed is not known"
        missed = [] if self._whole else [f"a part of poll {self._last}"]
        first, last = self._last + 1, poll - 1
        if first <= last:
            missed.append(f"poll {first}" if first == last else f"{last - first + 1} polls ({first} to {last})")
        return f"; missed {' and '.join(missed)}" if missed else "; no poll was missed"

    def _say_kind(self) -> None:
        if not self._told_kind:
            self._told_kind = True
            self._tell("the server knows no Envelopes: it sends record by record, which is slower, and says nothing of polls")

    def _joined(self, batch: Batch) -> Arrived:
        chunk = b"".join(one.chunk for one in batch)
        return Arrived(*self._pick(chunk)) if self._pick else Arrived(chunk, sum(one.rows for one in batch))
