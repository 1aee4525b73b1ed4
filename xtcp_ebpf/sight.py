"""How the daemon stands: what metrics, the page of readiness and the gRPC services are told. Any thread may ask."""

from __future__ import annotations

from collections.abc import Callable

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.api.control import Standing
from xtcp_ebpf.collection import Collection
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.metrics.daemon_facts import Destination, Facts
from xtcp_ebpf.metrics.dump_times import DumpTimes
from xtcp_ebpf.metrics.health import Health, health, readiness
from xtcp_ebpf.metrics.polls import Polls
from xtcp_ebpf.outlets import Outlets
from xtcp_ebpf.poller import Outcome
from xtcp_ebpf.version import program


class Sight:
    """`stopping`: is the daemon about to end? `collection` and `knobs` are those in effect: the daemon replaces them."""

    def __init__(self, knobs: Knobs, clock: Clock, outlets: Outlets, collection: Collection, stopping: Callable[[], bool]) -> None:
        self.knobs = knobs
        self.collection = collection
        self.polls = Polls(clock)
        self.dump_times = DumpTimes()
        self._clock = clock
        self._outlets = outlets
        self._stopping = stopping
        self._started_ns = clock.now_ns()

    def ended(self, outcome: Outcome, seconds: float) -> None:
        """A poll is over. For the thread that polls."""
        reports = outcome.reports
        for report in reports:
            self.dump_times.observe(report.seconds)
        whole = sum(report.complete for report in reports)
        skipped = {reason: len(those) for reason, those in outcome.skipped.items()}
        found = len(outcome.namespaces)
        self.polls.ended(seconds, found, whole, len(reports) - whole, skipped, self.destinations(), outcome.rows)

    def destinations(self) -> list[Destination]:
        """In the order of -dest."""
        return [Destination(sender.status(), sender.tally.read()) for sender in self._outlets.senders]

    def facts(self) -> Facts:
        """But for counters."""
        last, collection = self.polls.read(), self.collection
        source = collection.assist.source
        return Facts(
            program().rpartition(" ")[2],
            collection.engine,
            source.name,
            source.loader,
            collection.refused[0],
            known=last.known,
            dumped=last.dumped,
            failed=last.failed,
            skipped=last.skipped,
            poll_seconds=last.seconds,
            readers=collection.pool.alive,
            spool_bytes=self._outlets.shipping.spool_bytes,
        )

    def health(self) -> Health:
        """What readiness depends on."""
        return health(
            self.polls.read(),
            self.destinations(),
            self._clock.monotonic(),
            frequency=self.knobs.frequency,
            timeout=self.knobs.timeout,
            readers_alive=self.collection.pool.alive,
            spooled=bool(self.knobs.spool_dir),
            stopping=self._stopping(),
        )

    def standing(self) -> Standing:
        """All of it, for who asks by gRPC."""
        verdict = readiness(self.health())
        return Standing(
            self.facts(),
            self.destinations(),
            self.polls.recent(),
            not verdict.reasons,
            verdict.reasons,
            self._started_ns,
            self._clock.now_ns(),
            self.collection.engine_remark,
            self.collection.refused[1],
        )
