"""The one place that builds things and knows their order.

build   engine, senders, batch, readers         run   find -> plan -> dump -> seal, at each beat
change  between two polls, what other knobs make anew: all of it, or nothing
close   cut the poll, seal what there is, drain the senders, end the readers
"""

from __future__ import annotations

import gc
import logging
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

from xtcp_ebpf import changes, config, scheduler
from xtcp_ebpf.abc import Clock, Namespace, Sealed
from xtcp_ebpf.api.control import Refused, Standing
from xtcp_ebpf.api.subscribers import Subscribers
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.closed.closed import Closed
from xtcp_ebpf.collection import Collection
from xtcp_ebpf.errors import BadFlag, OpenError, UsageError, XtcpError
from xtcp_ebpf.kernel import caps, memory
from xtcp_ebpf.kernel.alarm import Alarm
from xtcp_ebpf.kernel.discovery.search import Discovery
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.listeners import Listeners
from xtcp_ebpf.log_level import set_level
from xtcp_ebpf.metrics.health import readiness
from xtcp_ebpf.metrics.serving import Sources
from xtcp_ebpf.opening.hirer import Openers
from xtcp_ebpf.opening.ways import ways_of
from xtcp_ebpf.outlets import Outlets
from xtcp_ebpf.profiles.run_profiles import RunProfiles
from xtcp_ebpf.record.batch import Batch
from xtcp_ebpf.sight import Sight
from xtcp_ebpf.steering import Steering
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.tcp_stats.pictures import draw
from xtcp_ebpf.version import program

log = logging.getLogger(__name__)

PROGRESS_SECONDS = 0.05
SWITCH_SECONDS = 0.001
"""So long a thread that computes, as senders do, keeps the interpreter from a reader, who asks for it twice a millisecond."""
GARBAGE = 2000
"""New objects after which those that only hold each other are looked for: an idle poll makes next to none."""
REST_SECONDS = 0.05
"""Between two times that something new is taken in between polls: births come in crowds."""


class Daemon:
    """Built from knobs that `config.load` has checked. Raises UsageError, EngineUnavailable, OpenError when it cannot be built.

    To others it is a Control of api/control.py.
    """

    def __init__(
        self, knobs: Knobs, clock: Clock | None = None, discovery: Discovery | None = None, openers: Openers | None = None
    ) -> None:
        self._knobs = knobs
        self._clock = clock or SystemClock()
        self.tally = Tally()
        self._stopping = Alarm()
        self._steering = Steering(self._stopping.nudge)
        self._rests_until = 0.0
        self._beat = 0.0
        """When the last poll of the beat was due, and then began."""
        self._listeners: Listeners | None = None
        self._profiles: RunProfiles | None = None
        self._after_answer: list[Callable[[], None]] = []
        """What is to be done once who asked for a change has been answered."""
        self._outlets = Outlets(knobs, self._clock, self.tally, self._stopping.set)
        self._subscribers = Subscribers(knobs.grpc_queue_bytes, self.tally, self._clock, knobs.grpc_streams)
        self._offering = threading.Lock()
        """Envelopes are offered by the readers in a poll, and at any time by who hears of closed connections."""
        self._batch = self._new_batch(knobs)
        self._closed: list[Closed] = []
        """With -closed one."""
        self._pictures = draw(self.tally) if knobs.prom_tcp_stats else None
        try:
            self._ways = ways_of(knobs, openers, self._clock, self.tally)
            try:
                self._collection = Collection(knobs, self._clock, self.tally, discovery, ways=self._ways, nsid=self._nsid_of(knobs))
                try:
                    self._closed += self._hear()
                except BaseException:
                    self._collection.close()
                    raise
            except BaseException:
                self._ways.close()
                raise
        except BaseException:
            self._outlets.abandon()
            raise
        self._sight = Sight(knobs, self._clock, self._outlets, self._collection, self._stopping.is_set)
        ways = ", ".join(f"{output.marshal} to {output.target.scheme}" for output in self._outlets.outputs)
        log.info("%s: engine %s, %s, %d readers", program(), self._collection.engine, ways, knobs.netlinkers)

    def run(self) -> int:
        """Poll until stopped, or as often as -maxLoops says; then send what there is.

        The process's exit code: 0; 1 when a destination is gone, or when one did not take all of what -maxLoops asked for.
        """
        sight = self._sight
        of_tcp = self._pictures, self._knobs.prom_tcp_stats_namespaces
        sources = Sources(self.tally, sight.facts, sight.destinations, sight.health, sight.dump_times, *of_tcp)
        try:
            self._profiles = RunProfiles(self._knobs, self._clock)
            self._listeners = Listeners(self._knobs, self, sources, self._subscribers, self._clock)
        except BaseException:
            if self._profiles:
                self._profiles.close()
            self._hear_no_more()
            self._collection.close()
            self._ways.close()
            self._outlets.close(0.0)
            raise
        memory.keep()
        sys.setswitchinterval(SWITCH_SECONDS)
        # Collect between polls, never in one; and what was imported and built stays: no collection needs to look at it again.
        gc.disable()
        gc.freeze()
        self._outlets.start()
        for closed in self._closed:
            closed.start()
        clock, knobs = self._clock, self._knobs
        self._due = clock.monotonic() + scheduler.first_delay(knobs.frequency, knobs.poll_jitter_pct, clock.random())
        poll = 0
        while self._wait():
            poll += 1
            self._poll(poll)
            if gc.get_count()[0] >= GARBAGE:
                gc.collect()
            if poll == self._knobs.max_loops:
                break
        return self._close()

    def knobs(self) -> Knobs:
        """In effect now."""
        return self._knobs

    def change(self, knobs: Knobs, timeout: float) -> Knobs:
        """Other knobs, between two polls. Raises Refused, TooLate."""
        return self._steering.ask(lambda _: self._change(knobs), timeout)

    def trigger(self) -> None:
        """A poll soon."""
        self._steering.trigger()

    def burst(self, count: int, interval: float) -> None:
        """So many polls, so many seconds apart. Raises Busy."""
        self._steering.burst(count, interval, self._clock.monotonic())

    def standing(self) -> Standing:
        """How it stands."""
        return self._sight.standing()

    def reopen(self) -> None:
        """Close and open every destination before its next payload: files that were moved, names and secrets that changed."""
        log.info("every destination is closed and opened anew before its next payload")
        self._outlets.shipping.reopen()

    def say_status(self) -> None:
        """Say how it stands with each destination."""
        for name, state, waiting, held, failures in self._outlets.shipping.status():
            log.info(
                "%s: %s, %d rows wait (%d bytes, %d of them in memory), %d failures in a row", name, state, *waiting, held.bytes, failures
            )

    def stop(self) -> None:
        """End soon, in order. Safe in a signal handler."""
        self._stopping.set()
        self._collection.pool.cut()

    def _new_batch(self, knobs: Knobs) -> Batch:
        outlets, subscribers, offering = self._outlets, self._subscribers, self._offering

        def deliver(sealed: Sealed) -> None:
            with offering:
                outlets.offer(sealed)
                subscribers.offer(sealed)

        return Batch(knobs.envelope_flush_rows, knobs.envelope_flush_bytes, deliver)

    def _hear(self) -> Iterator[Closed]:
        """The one that hears of connections that end, with -closed."""
        if self._knobs.closed:
            collection, common = self._collection, (self._clock, self.tally, self._take_closed)
            yield Closed(self._knobs, collection.decoder, collection.identity, *common, lambda: self._collection.poller.found)

    def _hear_no_more(self) -> None:
        while self._closed:
            self._closed.pop().close()

    def _take_closed(self, chunks: Sequence[tuple[bytes, int]]) -> None:
        """Rows of connections that have ended: they do not wait for a poll."""
        batch = self._batch
        batch.add(chunks)
        batch.flush("closed")
        self._outlets.shipping.wake()

    def _nsid_of(self, knobs: Knobs) -> Callable[[Namespace], int] | None:
        closed = self._closed  # not self: who knows us keeps us
        if not knobs.closed or knobs.namespaces == "own":
            return None
        return lambda namespace: sum(each.known(namespace) for each in closed)

    def _wait(self) -> bool:
        """Until a poll is due, taking in what appears meanwhile: where namespaces are mounted, by the bell, by gRPC. False: end now."""
        while not self._stopping.is_set():
            self._take_changes()
            now, due = self._clock.monotonic(), self._steering.due(self._due)
            if now >= due:
                return True
            if now < self._rests_until:
                self._stopping.wait(min(due, self._rests_until) - now)
            elif readable := self._stopping.watch(due - now, self._collection.poller.fds):
                self._collection.poller.heed(readable)
                for closed in self._closed:
                    closed.look()
                self._rests_until = self._clock.monotonic() + REST_SECONDS
        return False

    def _take_changes(self) -> None:
        for asked in self._steering.take():
            try:
                asked.done.set_result(asked.change(self._knobs))
            except XtcpError as error:
                log.warning("not changed: %s", error)
                asked.done.set_exception(error)
            except Exception as error:  # a mistake of ours: who waits is to hear of it, and the polls go on
                log.exception("a change failed")
                asked.done.set_exception(error)
            while self._after_answer:
                self._after_answer.pop()()

    def _change(self, knobs: Knobs) -> Knobs:
        """Make anew what other knobs make anew; or raise Refused, and all is as it was."""
        before = self._knobs
        parts = changes.parts(before, knobs)
        sources = {knob.attribute: knob.name for knob in changes.changed(before, knobs)}
        if problems := [*changes.refusals(before, knobs), *config.check(knobs, sources)]:
            raise Refused(problems)
        self._batch.flush("change")
        with ExitStack() as undo:
            collection = self._change_collection(knobs, parts, undo)
            try:
                if self._listeners:
                    then = self._listeners.change(knobs)
                    undo.callback(self._listeners.change, before)
                    self._after_answer.append(then)
                    undo.callback(self._after_answer.remove, then)
                if "delivery" in parts:
                    with self._offering:  # what ends now is offered to those before or to those after, never to neither
                        self._outlets.change(knobs)
                    self._sight.polls.other_destinations()
            except UsageError as error:
                raise _refused(error) from error
            undo.pop_all()
        if collection is not self._collection:
            old, self._collection = self._collection, collection
            old.close(but_assist=collection.assist is old.assist)
        for closed in self._closed:
            closed.change(collection.decoder, collection.identity)
        if "batch" in parts:
            before_it, self._batch = self._batch, self._new_batch(knobs)
            before_it.flush("change")
        if "grpc" in parts:
            self._subscribers.bound(knobs.grpc_queue_bytes, knobs.grpc_streams)
        if "log" in parts:
            set_level(knobs.d)
        collection.poller.knobs = self._sight.knobs = self._knobs = knobs
        self._sight.collection = collection
        if knobs.frequency != before.frequency:
            self._due = max(self._clock.monotonic(), self._beat + knobs.frequency)
        names = ", ".join(knob.name for knob in changes.changed(before, knobs))
        log.info("changed: %s", names or "nothing")
        return knobs

    def _change_collection(self, knobs: Knobs, parts: frozenset[changes.Part], undo: ExitStack) -> Collection:
        """The one that these knobs want; `undo` takes back what it did."""
        old = self._collection
        try:
            if "collection" in parts:
                if not self._ways.openers:
                    caps.require(caps.read(), caps.needs(knobs.namespaces))
                shared = None if "assist" in parts else old.assist
                made = Collection(knobs, self._clock, self.tally, assist=shared, ways=self._ways, nsid=self._nsid_of(knobs))
                undo.callback(made.close, but_assist=shared is not None)
                return made
            if "assist" in parts:
                old.change(knobs)
                undo.callback(old.change, self._knobs)
        except XtcpError as error:
            raise _refused(error) from error
        return old

    def _poll(self, number: int) -> None:
        clock, started = self._clock, self._clock.monotonic()
        self._steering.began(started)
        for closed in self._closed:
            closed.poll = number
        with self._offering:
            self._subscribers.poll_began(number)
        try:
            outcome = self._collection.poller.poll(number, self._pictures.before(self._batch.add) if self._pictures else self._batch.add)
        except OpenError as error:
            if self._pictures:
                self._pictures.failed()
            self._sight.polls.failed()
            self.tally.add("polls_failed:discovery")
            log.error("poll %d: %s", number, error)
        else:
            self._batch.flush("shutdown" if self._stopping.is_set() else "poll_timeout" if outcome.late else "poll_end")
            self._outlets.shipping.wake()
            self.tally.add("polls")
            if not self._stopping.is_set():
                self._collection.poller.tell(number, outcome.reports)
            took = clock.monotonic() - started
            self._sight.ended(outcome, took)
            if self._pictures:
                self._pictures.ended(outcome)
            told = len(outcome.namespaces), len(outcome.reports), outcome.rows, took * 1000
            log.debug("poll %d: %d namespaces, %d dumped, %d rows, %.0f ms", number, *told)
        for closed in self._closed:
            closed.look()
        with self._offering:
            self._subscribers.poll_ended(number)
        if self._listeners:
            self._listeners.set_ready(not readiness(self._sight.health()).reasons)
        if started >= self._due:
            self._next_beat(number)

    def _next_beat(self, number: int) -> None:
        knobs, now = self._knobs, self._clock.monotonic()
        late = now - self._due - knobs.frequency
        if late > 0:
            self.tally.add("polls_overrun")
            log.debug("poll %d took %.1f s longer than -frequency", number, late)
        self._beat, self._due = (
            self._due,
            scheduler.next_start(self._due, now, knobs.frequency, knobs.poll_jitter_pct, self._clock.random()),
        )

    def _close(self) -> int:
        gc.enable()
        gc.unfreeze()
        if self._profiles:
            self._profiles.close()
        self._steering.close()
        self._collection.close()
        self._hear_no_more()
        self._ways.close()
        self._batch.flush("shutdown")
        self._subscribers.close()
        finished = not self._stopping.is_set()
        if finished:
            self._drain()
        left = self._outlets.close(self._knobs.drain_timeout)
        if self._listeners:
            self._listeners.close()
            self._listeners = None  # it knows our methods: who is done with both shall need no collector to be rid of them
        counts = self.tally.read()
        if idle := counts.get("dumps_skipped:idle"):
            saved, spent = counts.get("dumps_saved_cpu_us", 0) / 1e6, counts.get("bpf_run_time_ns", 0) / 1e9
            told = f", BPF programs ran for {spent:.3f} s" if spent else ""
            log.info("idle: %d dumps left out, %.2f s of CPU by what each took last%s", idle, saved, told)
        senders = self._outlets.senders
        for sender in senders:
            sent = sender.tally.read()
            dropped = sum(n for name, n in sent.items() if name.startswith("dropped_rows"))
            which = f": {sender.name}" if len(senders) > 1 else ""
            log.info("end: %d polls, %d rows sent, %d dropped%s", counts.get("polls", 0), sent.get("sent_rows", 0), dropped, which)
            if sender.gone_because:
                log.error("%s", sender.gone_because)
        if any(sender.gone_because for sender in senders):
            return 1
        return int(finished and left.rows + self._outlets.shipping.waiting().rows > 0)

    def _drain(self) -> None:
        """Wait for the senders as long as they get on: a run of so many polls ends when all of them are sent."""
        shipping = self._outlets.shipping
        shipping.end()
        settled, since = -1, self._clock.monotonic()
        while (left := shipping.waiting().rows) and not self._stopping.wait(PROGRESS_SECONDS):
            if left != settled:
                settled, since = left, self._clock.monotonic()
            elif self._clock.monotonic() - since > self._knobs.drain_timeout:
                return


def _refused(error: XtcpError) -> Refused:
    """The same, as the answer to who asked for a change."""
    if isinstance(error, Refused):
        return error
    return Refused([error if isinstance(error, BadFlag) else BadFlag("this daemon", str(error))])
