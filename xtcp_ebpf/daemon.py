"""The one place that builds things and knows their order.

build   engine, sender, batch, readers          run   find -> plan -> dump -> seal, at each beat
close   cut the poll, seal what there is, drain the sender, end the readers
"""

from __future__ import annotations

import gc
import logging
import threading
from dataclasses import replace
from functools import partial

from xtcp_ebpf import scheduler
from xtcp_ebpf.abc import Clock
from xtcp_ebpf.activity.start import start
from xtcp_ebpf.assist import Assist
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collector.capture import Capture
from xtcp_ebpf.collector.pool import Pool
from xtcp_ebpf.collector.reading import Reading
from xtcp_ebpf.delivery.copies import FirstPayloads
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.delivery.shipping import Shipping
from xtcp_ebpf.delivery.spool import Spool
from xtcp_ebpf.errors import AssistUnavailable, OpenError
from xtcp_ebpf.kernel import caps, memory
from xtcp_ebpf.kernel.alarm import Alarm
from xtcp_ebpf.kernel.discovery.search import Discovery
from xtcp_ebpf.kernel.host import boot_id
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.kernel.nsid import NsidTable
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.marks import Activity
from xtcp_ebpf.metrics import listen_address
from xtcp_ebpf.metrics.daemon_facts import Destination, Facts
from xtcp_ebpf.metrics.dump_times import DumpTimes
from xtcp_ebpf.metrics.health import Health, health
from xtcp_ebpf.metrics.polls import Polls
from xtcp_ebpf.metrics.serving import Serving, Sources, serve
from xtcp_ebpf.poller import Poller
from xtcp_ebpf.record.batch import Batch
from xtcp_ebpf.record.stamp import Identity
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.targets import Output, outputs
from xtcp_ebpf.version import program
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.groups import groups, idiag_ext
from xtcp_ebpf.wire.layout import layout

log = logging.getLogger(__name__)

PROGRESS_SECONDS = 0.05
GATHER_BYTES = 4 << 20
"""What may wait for the end of its poll before it is sent."""
GARBAGE = 2000
"""New objects after which those that only hold each other are looked for: an idle poll makes next to none."""
REST_SECONDS = 0.05
"""Between two times that something new is taken in between polls: births come in crowds."""
LIVE = frozenset({"bpf", "bpf_source", "bpf_loader", "skip", "max_stale"})
"""Knobs that change() takes."""


class Collection:
    """What a poll takes, put together: discovery, readers, poller. The daemon has one, and so has `ns`."""

    def __init__(self, knobs: Knobs, clock: Clock, tally: Tally, discovery: Discovery | None = None) -> None:
        """Raises UsageError, EngineUnavailable, AssistUnavailable, OpenError when it cannot be built."""
        enabled = groups(knobs.deserializers)
        engine, remark = choose(knobs.engine, layout(enabled))
        if remark:
            log.warning("%s", remark)
        self.engine = engine.name
        self._nsids = nsids = NsidTable() if knobs.populate_nsid else None
        identity = Identity(
            knobs.hostname,
            program(),
            boot_id(),
            knobs.location,
            knobs.label,
            knobs.tag,
            nsid=nsids.known if nsids else None,
        )
        reading = Reading(
            engine,
            identity.stamp,
            clock,
            tally,
            ext=idiag_ext(enabled),
            modulus=knobs.modulus,
            reply_timeout=knobs.nltimeout / 1000,
            first_seq=knobs.nlmsg_seq,
        )
        self._taps = [
            Capture(knobs.capture_path, knobs.write_files, index, clock, tally)
            for index in range(knobs.netlinkers if knobs.write_files else 0)
        ]
        self.discovery = discovery or Discovery(directories=knobs.netns_dirs, own_only=knobs.namespaces == "own", clock=clock, tally=tally)
        size = knobs.packet_size * knobs.packet_size_mply
        self.pool = Pool(knobs.netlinkers, reading, Gate, clock, tally, buffer_size=size, taps=self._taps)
        self._tally = tally
        try:
            self.assist = Assist(self._starter(knobs), tally)
        except BaseException:
            self.pool.close()
            self.discovery.close()
            raise
        self.poller = Poller(knobs, self.discovery, self.pool, self.assist, clock, tally, nsids)

    def change(self, knobs: Knobs) -> None:
        """Go on with these: between two polls. Raises AssistUnavailable when they require what cannot be had; then all stays as it was."""
        before = self.poller.knobs
        if _assist_of(knobs) != _assist_of(before):
            self.assist.reopen(self._starter(knobs))
            self.poller.compare_anew()
        self.poller.knobs = knobs

    def _starter(self, knobs: Knobs) -> partial[Activity]:
        return partial(start, *_assist_of(knobs), caps.read().effective, self._tally)

    def close(self) -> None:
        """End the readers, give back what is held."""
        self.pool.close()
        self.assist.close()
        self.discovery.close()
        if self._nsids:
            self._nsids.close()
        for tap in self._taps:
            tap.close()


def _assist_of(knobs: Knobs) -> tuple[str, str, str, int]:
    return knobs.bpf, knobs.bpf_source, knobs.bpf_loader, knobs.bpf_map_size


class LastGone:
    """Called by each destination that is gone for good: without any there is nothing to go on for."""

    def __init__(self, destinations: int, stopping: Alarm) -> None:
        self._left = destinations
        self._stopping = stopping
        self._lock = threading.Lock()

    def __call__(self) -> None:
        with self._lock:
            self._left -= 1
            if not self._left:
                self._stopping.set()


class Daemon:
    """Built from knobs that `config.load` has checked. Raises UsageError, EngineUnavailable, OpenError when it cannot be built."""

    def __init__(self, knobs: Knobs, clock: Clock | None = None, discovery: Discovery | None = None) -> None:
        self._knobs = knobs
        self._clock = clock or SystemClock()
        self.tally = Tally()
        self._stopping = Alarm()
        self._changes: dict[str, str | int] = {}
        self._changing = threading.Lock()
        self._rests_until = 0.0
        self._polls = Polls(self._clock)
        self._dump_times = DumpTimes()
        self._serving: Serving | None = None
        chosen = outputs(knobs)
        self._gone = LastGone(len(chosen), self._stopping)
        spool = Spool(knobs.spool_dir, knobs.spool_bytes, knobs.spool_sync, self.tally) if knobs.spool_dir else None
        try:
            self._shipping = Shipping([self._sender(output, number, spool) for number, output in enumerate(chosen, 1)], spool)
            self._batch = Batch(knobs.envelope_flush_rows, knobs.envelope_flush_bytes, self._shipping.offer)
            self._collection = Collection(knobs, self._clock, self.tally, discovery)
        except BaseException:
            if spool:
                spool.close()
            raise
        if spool:
            spool.forget_others([output.spool_name for output in chosen])
        self._poller = self._collection.poller
        ways = ", ".join(f"{output.marshal} to {output.target.scheme}" for output in chosen)
        log.info("%s: engine %s, %s, %d readers", program(), self._collection.engine, ways, knobs.netlinkers)

    def _sender(self, output: Output, number: int, spool: Spool | None) -> Sender:
        knobs, tally = self._knobs, Tally()
        which = f"{number}." if len(knobs.dest) > 1 else ""
        copies = FirstPayloads(f"{knobs.capture_path}payload.{which}", knobs.dest_write_files) if knobs.dest_write_files else None
        return Sender(
            output.target,
            output.destination,
            output.marshaller(),
            tally,
            self._clock,
            output.queue_bytes,
            cursor=spool.cursor(output.spool_name, output.target.where, tally) if spool else None,
            copies=copies,
            on_gone=self._gone,
            gather_bytes=min(GATHER_BYTES, output.queue_bytes // 2),
        )

    def run(self) -> int:
        """Poll until stopped, or as often as -maxLoops says; then send what there is.

        The process's exit code: 0; 1 when a destination is gone, or when one did not take all of what -maxLoops asked for.
        """
        knobs, clock = self._knobs, self._clock
        try:
            self._serving = serve(
                knobs.prom_listen,
                knobs.prom_path,
                Sources(self.tally, self._facts, self._destinations, self._health, self._dump_times),
                clock,
                written=knobs.prom_listen != listen_address.DEFAULT,
                max_loops=knobs.max_loops,
                ttl=knobs.ipv4_ttl,
                hop_limit=knobs.ipv6_hop_limit,
            )
        except BaseException:
            self._collection.close()
            self._shipping.close(0.0)
            raise
        memory.keep()
        # Collect between polls, never in one; and what was imported and built stays: no collection needs to look at it again.
        gc.disable()
        gc.freeze()
        self._shipping.start()
        due = clock.monotonic() + scheduler.first_delay(knobs.frequency, knobs.poll_jitter_pct, clock.random())
        poll = 0
        while self._wait(due):
            poll += 1
            self._poll(poll)
            if gc.get_count()[0] >= GARBAGE:
                gc.collect()
            if poll == knobs.max_loops:
                break
            late = clock.monotonic() - due - knobs.frequency
            if late > 0:
                self.tally.add("polls_overrun")
                log.debug("poll %d took %.1f s longer than -frequency", poll, late)
            due = scheduler.next_start(due, clock.monotonic(), knobs.frequency, knobs.poll_jitter_pct, clock.random())
        return self._close()

    def change(self, **changes: str | int) -> None:
        """Other values for bpf, bpf_source, bpf_loader, skip or max_stale, from the next poll on. Any thread may call it.

        The values are those that config.load would take. What cannot be had then is told in the log, and all stays as it was.
        """
        if unknown := changes.keys() - LIVE:
            raise ValueError(f"not to be changed while it runs: {', '.join(sorted(unknown))}")
        with self._changing:
            self._changes.update(changes)

    def reopen(self) -> None:
        """Close and open every destination before its next payload: files that were moved, names and secrets that changed."""
        log.info("every destination is closed and opened anew before its next payload")
        self._shipping.reopen()

    def say_status(self) -> None:
        """Say how it stands with each destination."""
        for name, state, waiting, held, failures in self._shipping.status():
            log.info(
                "%s: %s, %d rows wait (%d bytes, %d of them in memory), %d failures in a row", name, state, *waiting, held.bytes, failures
            )

    def stop(self) -> None:
        """End soon, in order. Safe in a signal handler."""
        self._stopping.set()
        self._collection.pool.cut()

    def _wait(self, due: float) -> bool:
        """Until a poll is due, taking in what appears meanwhile, where namespaces are mounted and by the bell; False: end now."""
        while not self._stopping.is_set():
            now = self._clock.monotonic()
            if now >= due:
                return True
            if now < self._rests_until:
                self._stopping.wait(min(due, self._rests_until) - now)
            elif readable := self._stopping.watch(due - now, self._poller.fds):
                self._poller.heed(readable)
                self._rests_until = self._clock.monotonic() + REST_SECONDS
        return False

    def _take_changes(self) -> None:
        with self._changing:
            changes, self._changes = self._changes, {}
        if changes:
            try:
                self._collection.change(replace(self._poller.knobs, **changes))  # type: ignore[arg-type]  # change() knows the names
            except AssistUnavailable as error:
                log.error("not changed: %s", error)

    def _poll(self, number: int) -> None:
        clock = self._clock
        self._take_changes()
        started = clock.monotonic()
        try:
            outcome = self._poller.poll(number, self._batch.add)
        except OpenError as error:
            self._polls.failed()
            self.tally.add("polls_failed:discovery")
            log.error("poll %d: %s", number, error)
            return
        self._batch.flush("shutdown" if self._stopping.is_set() else "poll_timeout" if outcome.late else "poll_end")
        self._shipping.wake()
        self.tally.add("polls")
        if not self._stopping.is_set():
            self._poller.tell(number, outcome.reports)
        found, dumped = len(outcome.namespaces), len(outcome.reports)
        for report in outcome.reports:
            self._dump_times.observe(report.seconds)
        whole = sum(report.complete for report in outcome.reports)
        skipped = {reason: len(those) for reason, those in outcome.skipped.items()}
        self._polls.ended(clock.monotonic() - started, found, whole, dumped - whole, skipped, self._destinations())
        took = (clock.monotonic() - started) * 1000
        log.debug("poll %d: %d namespaces, %d dumped, %d rows, %.0f ms", number, found, dumped, outcome.rows, took)

    def _close(self) -> int:
        gc.enable()
        gc.unfreeze()
        self._collection.close()
        self._batch.flush("shutdown")
        finished = not self._stopping.is_set()
        if finished:
            self._drain()
        left = self._shipping.close(self._knobs.drain_timeout)
        if self._serving:
            self._serving.close()
            self._serving = None  # it knows our methods: who is done with both shall need no collector to be rid of them
        counts = self.tally.read()
        if idle := counts.get("dumps_skipped:idle"):
            saved, spent = counts.get("dumps_saved_cpu_us", 0) / 1e6, counts.get("bpf_run_time_ns", 0) / 1e9
            told = f", BPF programs ran for {spent:.3f} s" if spent else ""
            log.info("idle: %d dumps left out, %.2f s of CPU by what each took last%s", idle, saved, told)
        for sender in self._shipping.senders:
            sent = sender.tally.read()
            dropped = sum(n for name, n in sent.items() if name.startswith("dropped_rows"))
            which = f": {sender.name}" if len(self._shipping.senders) > 1 else ""
            log.info("end: %d polls, %d rows sent, %d dropped%s", counts.get("polls", 0), sent.get("sent_rows", 0), dropped, which)
            if sender.gone_because:
                log.error("%s", sender.gone_because)
        if any(sender.gone_because for sender in self._shipping.senders):
            return 1
        return int(finished and left.rows + self._shipping.waiting().rows > 0)

    def _destinations(self) -> list[Destination]:
        return [Destination(sender.status(), sender.tally.read()) for sender in self._shipping.senders]

    def _facts(self) -> Facts:
        last, source = self._polls.read(), self._collection.assist.source
        return Facts(
            program().rpartition(" ")[2],
            self._collection.engine,
            source.name,
            source.loader,
            known=last.known,
            dumped=last.dumped,
            failed=last.failed,
            skipped=last.skipped,
            poll_seconds=last.seconds,
            readers=self._collection.pool.alive,
            spool_bytes=self._shipping.spool_bytes,
        )

    def _health(self) -> Health:
        knobs = self._poller.knobs
        return health(
            self._polls.read(),
            self._destinations(),
            self._clock.monotonic(),
            frequency=knobs.frequency,
            timeout=knobs.timeout,
            readers_alive=self._collection.pool.alive,
            spooled=bool(knobs.spool_dir),
            stopping=self._stopping.is_set(),
        )

    def _drain(self) -> None:
        """Wait for the senders as long as they get on: a run of so many polls ends when all of them are sent."""
        self._shipping.end()
        settled, since = -1, self._clock.monotonic()
        while (left := self._shipping.waiting().rows) and not self._stopping.wait(PROGRESS_SECONDS):
            if left != settled:
                settled, since = left, self._clock.monotonic()
            elif self._clock.monotonic() - since > self._knobs.drain_timeout:
                return
