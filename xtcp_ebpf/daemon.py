"""The one place that builds things and knows their order.

build   engine, sender, batch, readers          run   find -> plan -> dump -> seal, at each beat
close   cut the poll, seal what there is, drain the sender, end the readers
"""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
from collections import Counter

from xtcp_ebpf import scheduler
from xtcp_ebpf.abc import Clock, DumpReport, Namespace
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collector.capture import Capture
from xtcp_ebpf.collector.pool import Pool
from xtcp_ebpf.collector.reading import Reading
from xtcp_ebpf.destinations import registry
from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.kernel import memory
from xtcp_ebpf.kernel.discover import Discovery, Note
from xtcp_ebpf.kernel.host import boot_id
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.record.batch import Batch
from xtcp_ebpf.record.stamp import Identity
from xtcp_ebpf.sender import FirstPayloads, Sender
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.version import program
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.groups import groups, idiag_ext
from xtcp_ebpf.wire.layout import layout

log = logging.getLogger(__name__)

PROGRESS_SECONDS = 0.05
GATHER_BYTES = 4 << 20
"""What may wait for the end of its poll before it is sent."""
USUAL_COLUMNS = 80
"""Of a terminal that does not know its width: it says 0."""
_OUT_OF_TIME = ("poll_timeout", "hung")
_DIED = ("gone", "recycled", "not_a_namespace")
"""What was a namespace when it was found: a file that never was one is not found, but noted."""


def output(knobs: Knobs) -> tuple[str, str, int | None]:
    """(destination, format, width) of what the knobs leave open: a table for a terminal, jsonl for a pipe, protobufList with -dest."""
    dest = knobs.dest or "stdout"
    terminal = dest.startswith("stdout") and sys.stdout is not None and sys.stdout.isatty()  # None: closed when the process started
    marshal = knobs.marshal or ("table" if terminal else "protobufList" if knobs.dest else "jsonl")
    return dest, marshal, (os.get_terminal_size(sys.stdout.fileno()).columns or USUAL_COLUMNS) if terminal else None


class Daemon:
    """Built from knobs that `config.load` has checked. Raises UsageError, EngineUnavailable, OpenError when it cannot be built."""

    def __init__(self, knobs: Knobs, clock: Clock | None = None, discovery: Discovery | None = None) -> None:
        self._knobs = knobs
        self._clock = clock or SystemClock()
        self._discovery = discovery or Discovery()
        self.tally = Tally()
        self._stopping = threading.Event()
        self._dumped: dict[int, float] = {}
        self._failing: dict[int, str] = {}
        self._noted: set[Note] = set()

        enabled = groups(knobs.deserializers)
        engine, remark = choose(knobs.engine, layout(enabled))
        if remark:
            log.warning("%s", remark)
        dest, marshal, width = output(knobs)
        target = registry.parse(dest)
        copies = FirstPayloads(f"{knobs.capture_path}payload.", knobs.dest_write_files) if knobs.dest_write_files else None
        self._sender = Sender(
            target,
            registry.find(target.scheme),
            formats.create(marshal, knobs.columns, width),
            self.tally,
            self._clock,
            knobs.queue_bytes,
            copies=copies,
            gone=self._stopping,
            gather_bytes=min(GATHER_BYTES, knobs.queue_bytes // 2),
        )
        self._batch = Batch(knobs.envelope_flush_rows, knobs.envelope_flush_bytes, self._sender.offer)
        identity = Identity(knobs.hostname, program(), boot_id(), knobs.location, knobs.label, knobs.tag)
        reading = Reading(
            engine,
            identity.stamp,
            self._clock,
            self.tally,
            ext=idiag_ext(enabled),
            modulus=knobs.modulus,
            reply_timeout=knobs.nltimeout / 1000,
            first_seq=knobs.nlmsg_seq,
        )
        self._taps = [
            Capture(knobs.capture_path, knobs.write_files, index, self._clock, self.tally)
            for index in range(knobs.netlinkers if knobs.write_files else 0)
        ]
        size = knobs.packet_size * knobs.packet_size_mply
        self._pool = Pool(knobs.netlinkers, reading, Gate, self._clock, self.tally, buffer_size=size, taps=self._taps)
        log.info("%s: engine %s, %s to %s, %d readers", program(), engine.name, marshal, dest.partition(":")[0], knobs.netlinkers)

    def run(self) -> int:
        """Poll until stopped, or as often as -maxLoops says; then send what there is.

        The process's exit code: 0; 1 when the destination is gone, or when it did not take all of what -maxLoops asked for.
        """
        knobs, clock = self._knobs, self._clock
        memory.keep()
        # Collect between polls, never in one; and what was imported and built stays: no collection needs to look at it again.
        gc.disable()
        gc.freeze()
        self._sender.start()
        due = clock.monotonic() + scheduler.first_delay(knobs.frequency, knobs.poll_jitter_pct, clock.random())
        poll = 0
        while not self._stopping.wait(max(0.0, due - clock.monotonic())):
            poll += 1
            self._poll(poll)
            gc.collect()
            if poll == knobs.max_loops:
                break
            late = clock.monotonic() - due - knobs.frequency
            if late > 0:
                self.tally.add("polls_overrun")
                log.debug("poll %d took %.1f s longer than -frequency", poll, late)
            due = scheduler.next_start(due, clock.monotonic(), knobs.frequency, knobs.poll_jitter_pct, clock.random())
        return self._close()

    def stop(self) -> None:
        """End soon, in order. Safe in a signal handler."""
        self._stopping.set()
        self._pool.cut()

    def _poll(self, number: int) -> None:
        clock = self._clock
        started = clock.monotonic()
        try:
            namespaces = self._find()
        except OpenError as error:
            self.tally.add("polls_failed:discovery")
            log.error("poll %d: %s", number, error)
            return
        plan = scheduler.plan(number, started, self._knobs.timeout, namespaces, self._dumped)
        reports = self._pool.poll(plan, self._batch.add)
        missing = [r for r in reports if not r.complete]
        self._remember(reports)
        late = any(r.reason in _OUT_OF_TIME for r in missing)
        self._batch.flush("shutdown" if self._stopping.is_set() else "poll_timeout" if late else "poll_end")
        self._sender.wake()
        self.tally.add("polls")
        self._tell(number, missing)
        rows = sum(r.rows for r in reports)
        log.debug("poll %d: %d namespaces, %d rows, %.0f ms", number, len(reports), rows, (clock.monotonic() - started) * 1000)

    def _remember(self, reports: list[DumpReport]) -> None:
        """When each namespace had its turn; one that time ran out for before it gave a row has had none."""
        before, self._dumped = self._dumped, {}
        for inode, report in ((report.namespace.inode, report) for report in reports):
            if report.sockets or report.reason not in _OUT_OF_TIME:
                self._dumped[inode] = report.started
            elif inode in before:
                self._dumped[inode] = before[inode]

    def _find(self) -> tuple[Namespace, ...]:
        found = self._discovery.find()
        for note in found.notes:
            if note not in self._noted:
                log.warning("%s", note.text())
        self._noted = set(found.notes)
        return found.namespaces

    def _tell(self, number: int, missing: list[DumpReport]) -> None:
        """Say which namespaces are missing: each once, until it is there again; one that died is no news."""
        if self._stopping.is_set():
            return
        failing = {r.namespace.inode: r.reason for r in missing if r.reason not in _DIED}
        fresh = [r for r in missing if failing.get(r.namespace.inode, "") not in ("", self._failing.get(r.namespace.inode))]
        self._failing = failing
        for reason, count in Counter(r.reason for r in fresh).items():
            first = next(r for r in fresh if r.reason == reason)
            others = f" and {count - 1} more" if count > 1 else ""
            log.warning("poll %d: missing or in part (%s): %s%s: %s", number, reason, first.namespace.name, others, first.text or reason)

    def _close(self) -> int:
        gc.enable()
        gc.unfreeze()
        self._pool.close()
        self._batch.flush("shutdown")
        for tap in self._taps:
            tap.close()
        finished = not self._stopping.is_set()
        if finished:
            self._drain()
        left = self._sender.close(self._knobs.drain_timeout)
        counts = self.tally.read()
        log.info("end: %d polls, %d rows sent, %d dropped", counts.get("polls", 0), counts.get("sent_rows", 0), self._dropped())
        if self._sender.gone_because:
            log.error("%s", self._sender.gone_because)
            return 1
        return int(finished and left.rows > 0)

    def _drain(self) -> None:
        """Wait for the sender as long as it gets on: a run of so many polls ends when all of them are sent."""
        settled, since = -1, self._clock.monotonic()
        while (left := self._sender.waiting().rows) and not self._stopping.wait(PROGRESS_SECONDS):
            if left != settled:
                settled, since = left, self._clock.monotonic()
            elif self._clock.monotonic() - since > self._knobs.drain_timeout:
                return

    def _dropped(self) -> int:
        return sum(n for name, n in self.tally.read().items() if name.startswith("dropped_rows"))
