"""N reader threads for any number of namespaces, and the poll that waits for them."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple

from xtcp_ebpf.abc import Clock, DumpReport, Namespace, Opener, Plan, Transport
from xtcp_ebpf.collector.reading import Deliver, Door, Poll, Reading, Tap
from xtcp_ebpf.errors import OpenError, Stranded
from xtcp_ebpf.record.stamp import Numbering
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

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

    def grow(self, needed: int) -> None:
        if needed > self._size:
            larger = self._make_gate(bytearray(needed))
            self._gate.close()
            self._gate = larger
            self._size = needed

    def close(self) -> None:
        self._gate.close()


class _Job(NamedTuple):
    namespace: Namespace
    poll: Poll
    reports: queue.SimpleQueue[DumpReport]


class Pool:
    """The readers. `poll` is called by one thread at a time. Raises OpenError when a reader cannot start."""

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
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._lost: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._current: Poll | None = None
        self._started: queue.SimpleQueue[OpenError | None] = queue.SimpleQueue()
        self._threads = [self._start(index) for index in range(readers)]
        for problem in [self._started.get() for _ in self._threads]:
            if problem:
                self.close()
                raise problem

    def poll(self, plan: Plan, deliver: Deliver) -> list[DumpReport]:
        """Dump every namespace of the plan; answers when all are reported. What is not done at the deadline is reported so."""
        gate = _Delivery(deliver, self._tally)
        poll = self._current = Poll(plan.poll, Numbering().reserve, plan.deadline, gate)
        if self._stopping.is_set():
            self.cut()
        self._replace()
        reports: queue.SimpleQueue[DumpReport] = queue.SimpleQueue()
        waiting = {n.inode: n for n in plan.dumps}
        for namespace in plan.dumps:
            self._jobs.put(_Job(namespace, poll, reports))
        done = []
        while waiting:
            try:
                report = reports.get(timeout=max(0.0, poll.deadline - self._clock.monotonic()) + GRACE_SECONDS)
            except queue.Empty:
                break
            waiting.pop(report.namespace.inode, None)
            done.append(report)
            self._replace()
        gate.close()
        for namespace in waiting.values():
            self._tally.add("dumps_failed:hung")
            done.append(DumpReport(namespace, plan.deadline, 0.0, 0, 0, False, "hung", "its reader does not come back from a system call"))
        return done

    def cut(self) -> None:
        """The poll under way ends at the next datagram, and every poll from now on at once."""
        self._stopping.set()
        if self._current:
            self._current.deadline = 0.0

    def close(self) -> None:
        """End the readers; waits for each at most a moment."""
        self.cut()
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join(GRACE_SECONDS)

    def _replace(self) -> None:
        """By the thread that polls: a thread is born into the namespace of the one that starts it, and a stranded one is not at home."""
        while not self._lost.empty() and not self._stopping.is_set():
            index = self._lost.get()
            self._threads[index] = self._start(index)

    def _start(self, index: int) -> threading.Thread:
        thread = threading.Thread(target=self._work, args=(index,), name=f"reader-{index}", daemon=True)
        thread.start()
        return thread

    def _work(self, index: int) -> None:
        try:
            door = GrowingDoor(self._make_gate, self._buffer_size)
        except OpenError as error:
            log.error("reader %d cannot start: %s", index, error)
            self._started.put(error)
            return
        self._started.put(None)
        tap = self._taps[index] if self._taps else None
        try:
            while job := self._jobs.get():
                job.reports.put(self._read(door, job, index, tap))
        except Stranded as error:
            self._tally.add("readers_replaced")
            log.error("reader %d is replaced: %s", index, error)
        finally:
            door.close()

    def _read(self, door: Door, job: _Job, index: int, tap: Tap | None) -> DumpReport:
        try:
            return self._reading.read(door, job.namespace, index, job.poll, tap)
        except Stranded as error:
            self._tally.add(f"dumps_failed:{error.reason}")
            self._lost.put(index)
            job.reports.put(DumpReport(job.namespace, self._clock.monotonic(), 0.0, 0, 0, False, error.reason, str(error)))
            raise
        except Exception as error:  # a defect must not end the reader: the namespace is reported, the others go on
            self._tally.add("dumps_failed:defect")
            log.exception("namespace %s", job.namespace.name)
            return DumpReport(job.namespace, self._clock.monotonic(), 0.0, 0, 0, False, "defect", repr(error))


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
