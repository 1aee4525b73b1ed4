"""N reader threads for any number of namespaces, and the poll that waits for them."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from xtcp_ebpf.abc import DUMP, Clock, DumpReport, Looked, Namespace, NamespaceKey, Opener, Plan, Presence, Transport
from xtcp_ebpf.collector.reading import Deliver, Door, Poll, Reading, Tap
from xtcp_ebpf.collector.round import Round
from xtcp_ebpf.errors import OpenError, Stranded
from xtcp_ebpf.record.stamp import Numbering
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

T = TypeVar("T")

GRACE_SECONDS = 2.0
"""How long after its deadline a poll waits for a reader that hangs in a system call."""

MakeGate = Callable[[bytearray], Opener]


class GrowingDoor:
    """Door of reading.py over gates: a larger buffer takes a new gate."""

    def __init__(self, make_gate: MakeGate, size: int) -> None:
        self._make_gate = make_gate
        self._size = size
        self._gate = make_gate(bytearray(size))

    def open(self, namespace: Namespace) -> Transport:
        return self._gate.open(namespace)

    def look(self, namespace: Namespace, counters: bool) -> Presence:
        return self._gate.look(namespace, counters)

    def grow(self, needed: int) -> None:
        if needed > self._size:
            larger = self._make_gate(bytearray(needed))
            self._gate.close()
            self._gate = larger
            self._size = needed

    def close(self) -> None:
        self._gate.close()


class _Reader:
    """One reader thread's place: what it is at, and whether it still counts."""

    def __init__(self, index: int) -> None:
        self.index = index
        self.at: Namespace | None = None
        self.given_up = False
        """It hangs and another has its place; it ends when it comes back."""


class Pool:
    """The readers. `look` and `poll` are called by one thread at a time. Raises OpenError when a reader cannot start."""

    def __init__(
        self,
        readers: int,
        reading: Reading,
        make_gate: MakeGate,
        clock: Clock,
        tally: Tally,
        *,
        buffer_size: int = 32768,
        taps: Sequence[Tap] = (),
    ) -> None:
        self._reading = reading
        self._make_gate = make_gate
        self._clock = clock
        self._tally = tally
        self._buffer_size = buffer_size
        self._taps = taps
        self._rounds: queue.SimpleQueue[Round[Any] | None] = queue.SimpleQueue()
        self._lost: queue.SimpleQueue[_Reader] = queue.SimpleQueue()
        self._hanging: dict[NamespaceKey, _Reader] = {}
        self._stopping = threading.Event()
        self._current: Poll | None = None
        self._started: queue.SimpleQueue[Exception | None] = queue.SimpleQueue()
        self._readers: list[_Reader] = []
        self._threads: list[threading.Thread] = []
        for index in range(readers):
            self._readers.append(_Reader(index))
            self._threads.append(self._start(index))
        for problem in [self._started.get() for _ in self._threads]:
            if problem:
                self.close()
                raise problem

    def look(self, namespaces: Sequence[Namespace], deadline: float, counters: bool = False) -> list[Looked]:
        """Have one reader look at each, in this order, at the counters too if asked; answers when all are looked at or the time is over."""

        def look(door: Door, namespace: Namespace, _reader: int, _tap: Tap | None) -> Looked:
            if self._clock.monotonic() >= deadline:
                return failed(namespace, "poll_timeout", "the poll ran out of time before its turn")
            self._tally.add("looks")
            try:
                presence = door.look(namespace, counters)
                if presence.empty:
                    log.debug("namespace %s: no sockets", namespace.name)
                return Looked(namespace, presence)
            except Stranded:
                raise
            except OpenError as error:
                return failed(namespace, error.reason, str(error))

        def failed(namespace: Namespace, reason: str, text: str) -> Looked:
            self._tally.add(f"looks_failed:{reason}")
            return Looked(namespace, None, reason, text)

        # One: without the C visit a second reader would cost more in the fight for the interpreter than it saves.
        return self._carry(Round(namespaces, look, failed), 1, lambda: deadline)

    def poll(self, plan: Plan, deliver: Deliver, numbering: Numbering | None = None) -> list[DumpReport]:
        """Read every namespace of the plan; answers when all are reported. What is not done at the deadline is reported so.

        `numbering` is shared by all calls of one poll; without it record_counter begins with 1.
        """
        gate = _Delivery(deliver, self._tally)
        poll = self._current = Poll(plan.poll, (numbering or Numbering()).reserve, plan.deadline, gate)
        if self._stopping.is_set():
            self.cut()

        def read(door: Door, namespace: Namespace, reader: int, tap: Tap | None) -> DumpReport:
            return self._reading.read(door, namespace, reader, poll, tap, plan.manners.get(namespace.key, DUMP))

        def failed(namespace: Namespace, reason: str, text: str) -> DumpReport:
            self._tally.add(f"dumps_failed:{reason}")
            return DumpReport(namespace, self._clock.monotonic(), 0.0, 0, 0, False, reason, text)

        reports = self._carry(Round(plan.dumps, read, failed), len(self._threads), lambda: poll.deadline)
        gate.close()
        return reports

    @property
    def alive(self) -> int:
        """How many readers live. Any thread may ask."""
        return sum(thread.is_alive() for thread in self._threads)

    @property
    def stopping(self) -> bool:
        """Has cut() been called?"""
        return self._stopping.is_set()

    def cut(self) -> None:
        """The poll under way ends at the next datagram, and every poll from now on at once."""
        self._stopping.set()
        if self._current:
            self._current.deadline = 0.0

    def close(self) -> None:
        """End the readers; waits for each at most a moment."""
        self.cut()
        for _ in self._threads:
            self._rounds.put(None)
        for thread in self._threads:
            thread.join(GRACE_SECONDS)

    def _carry(self, work: Round[T], readers: int, deadline: Callable[[], float]) -> list[T]:
        """Have the work done by so many readers; what they do not do in time is failed here."""
        work.refuse(self._hanging, "hung", "a reader still hangs in it since an earlier poll")
        self._replace(None)
        for _ in range(min(readers, work.left)):
            self._rounds.put(work)
        while work.left:
            if not work.news.wait(max(0.0, deadline() - self._clock.monotonic()) + GRACE_SECONDS):
                break
            work.news.clear()
            self._replace(work)
        if work.left:
            self._give_up(work)
        return work.end("poll_timeout", "the poll ran out of time before its turn")

    def _give_up(self, work: Round[Any]) -> None:
        """Report what hangs, and have others take the places of those readers, for as long as there are not too many."""
        for reader in self._readers:
            namespace = reader.at
            if namespace is not None and work.fail(namespace, "hung", "its reader does not come back from a system call"):
                self._hanging[namespace.key] = reader
                if len(self._hanging) <= len(self._readers):
                    reader.given_up = True
                    self._lost.put(reader)

    def _replace(self, work: Round[Any] | None) -> None:
        """By the thread that polls: a thread is born into the namespace of the one that starts it, and a stranded one is not at home."""
        for _ in range(0 if self._stopping.is_set() else self._lost.qsize()):
            index = self._lost.get().index
            self._readers[index] = _Reader(index)
            self._threads[index] = self._start(index)
            self._tally.add("readers_replaced")
            if work is not None:
                self._rounds.put(work)

    def _start(self, index: int) -> threading.Thread:
        thread = threading.Thread(target=self._work, args=(self._readers[index],), name=f"reader-{index}", daemon=True)
        thread.start()
        return thread

    def _work(self, reader: _Reader) -> None:
        try:
            door = GrowingDoor(self._make_gate, self._buffer_size)
        except Exception as error:  # whatever it is: somebody waits to be told
            log.error("reader %d cannot start: %s", reader.index, error)
            self._started.put(error)
            self._lost.put(reader)  # tried again with the next round
            return
        self._started.put(None)
        tap = self._taps[reader.index] if self._taps else None
        try:
            while not reader.given_up and (work := self._rounds.get()):
                while not reader.given_up and (namespace := work.take()):
                    reader.at = namespace
                    self._do(work, door, namespace, reader, tap)
                    reader.at = None
                    if self._hanging.get(namespace.key) is reader:
                        del self._hanging[namespace.key]
        except Stranded as error:
            log.error("reader %d is replaced: %s", reader.index, error)
        finally:
            door.close()

    def _do(self, work: Round[Any], door: Door, namespace: Namespace, reader: _Reader, tap: Tap | None) -> None:
        try:
            work.done(namespace, work.do(door, namespace, reader.index, tap))
        except Stranded as error:
            work.fail(namespace, error.reason, str(error))
            self._lost.put(reader)
            work.news.set()
            raise
        except Exception as error:  # a defect must not end the reader: the namespace is reported, the others go on
            log.exception("namespace %s", namespace.name)
            work.fail(namespace, "defect", repr(error))


class _Delivery:
    """Passes rows on until the poll is over; what a reader that hung brings later is counted and dropped: its poll has been sealed."""

    def __init__(self, deliver: Deliver, tally: Tally) -> None:
        self._deliver = deliver
        self._tally = tally
        self._open = True
        self._lock = threading.Lock()

    def __call__(self, chunks: Sequence[tuple[bytes, int]]) -> None:
        with self._lock:
            if self._open:
                self._deliver(chunks)
            else:
                self._tally.add("dropped_rows:late", sum(rows for _, rows in chunks))

    def close(self) -> None:
        with self._lock:
            self._open = False
