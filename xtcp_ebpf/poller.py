"""One poll: search, look, plan, dump, remember.

discovery --namespaces--> scheduler.due --to_look--> pool.look --presence--> scheduler.plan --Plan--> pool.poll --reports--> Past
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Protocol

from xtcp_ebpf import scheduler
from xtcp_ebpf.abc import Clock, DumpReport, Namespace, NamespaceKey, Presence, Skipped
from xtcp_ebpf.collector.pool import Pool
from xtcp_ebpf.collector.reading import Deliver
from xtcp_ebpf.kernel.discovery.search import Discovery, Found
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.record.stamp import Numbering
from xtcp_ebpf.scheduler import DIED, NEVER, OUT_OF_TIME, Past
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)


class Nsids(Protocol):
    """What -populateNsid asks of the search: the ids that our namespace has for others."""

    def refresh(self, namespaces: Sequence[Namespace], thorough: bool) -> None: ...


@dataclass(slots=True)
class Outcome:
    """What one poll did."""

    namespaces: tuple[Namespace, ...] = ()
    """All there are."""
    reports: list[DumpReport] = field(default_factory=list)
    """Of dumps, and of looks that failed."""
    skipped: list[Skipped] = field(default_factory=list)

    @property
    def late(self) -> bool:
        """Did time run out?"""
        return any(report.reason in OUT_OF_TIME for report in self.reports)

    @property
    def rows(self) -> int:
        return sum(report.rows for report in self.reports)


class Poller:
    """Polls, one after the other, and what they leave for the next. One thread uses it."""

    def __init__(self, knobs: Knobs, discovery: Discovery, pool: Pool, clock: Clock, tally: Tally, nsids: Nsids | None = None) -> None:
        self.knobs = knobs
        """May be replaced between polls: all that it reads here is live."""
        self.pasts: dict[NamespaceKey, Past] = {}
        self._discovery = discovery
        self._pool = pool
        self._clock = clock
        self._tally = tally
        self._nsids = nsids
        self._searched = -inf
        self._noted: set[tuple[str, str]] = set()
        self._failing: dict[NamespaceKey, str] = {}

    def poll(self, number: int, deliver: Deliver) -> Outcome:
        """Rows go to `deliver` while it runs. Raises OpenError when nothing can be found at all."""
        deadline = self._clock.monotonic() + self.knobs.timeout
        numbering = Numbering()
        outcome = Outcome(self._search())
        self._round(number, deadline, outcome.namespaces, outcome, numbering, deliver)
        died = [report.namespace for report in outcome.reports if report.reason in DIED]
        if died and self._clock.monotonic() < deadline and not self._pool.stopping:
            # What held it, or what had its place, may have gone between the search and us, and the namespace live on elsewhere.
            self._again(died, number, deadline, outcome, numbering, deliver)
        self._forget(outcome.namespaces)
        return outcome

    def watch(self) -> None:
        """Something changed where namespaces are mounted: take it in now, before the next poll."""
        self._note(self._discovery.current())

    def tell(self, number: int, reports: Sequence[DumpReport]) -> None:
        """Say which namespaces are missing: each once, until it is there again; one that died is no news."""
        missing = [r for r in reports if not r.complete and r.reason not in DIED]
        before = self._failing
        resting = {key: reason for key, reason in before.items() if self.pasts.get(key, NEVER).failures}
        self._failing = resting | {r.namespace.key: r.reason for r in missing}
        fresh = [r for r in missing if before.get(r.namespace.key) != r.reason]
        for reason, count in Counter(r.reason for r in fresh).items():
            first = next(r for r in fresh if r.reason == reason)
            others = f" and {count - 1} more" if count > 1 else ""
            log.warning("poll %d: missing or in part (%s): %s%s: %s", number, reason, first.namespace.name, others, first.text or reason)

    def _search(self) -> tuple[Namespace, ...]:
        now = self._clock.monotonic()
        every = self.knobs.reconcile_frequency or inf
        thorough = now - self._searched >= every or self._searched == -inf
        if thorough:
            self._searched = now
            found = self._discovery.find(thorough=True, descriptors=self.knobs.scan_descriptors)
        else:
            found = self._discovery.find() if self.knobs.reconcile_before_poll else self._discovery.current()
        if self._nsids:
            self._nsids.refresh(found.namespaces, thorough)
        return self._note(found)

    def _note(self, found: Found) -> tuple[Namespace, ...]:
        for note in found.notes:
            if (note.reason, note.path) not in self._noted:  # how many are invisible changes all the time
                log.warning("%s", note.text())
        self._noted = {(note.reason, note.path) for note in found.notes}
        return found.namespaces

    def _again(
        self, died: Sequence[Namespace], number: int, deadline: float, outcome: Outcome, numbering: Numbering, deliver: Deliver
    ) -> None:
        handled = {n.key for n in outcome.namespaces}
        for namespace in died:
            self._discovery.forget(namespace)
            handled.discard(namespace.key)
        self._tally.add("searches_again")
        outcome.namespaces = self._note(self._discovery.find())
        if fresh := tuple(n for n in outcome.namespaces if n.key not in handled):
            if self._nsids:
                self._nsids.refresh(fresh, False)
            self._round(number, deadline, fresh, outcome, numbering, deliver)

    def _round(
        self,
        number: int,
        deadline: float,
        namespaces: tuple[Namespace, ...],
        outcome: Outcome,
        numbering: Numbering,
        deliver: Deliver,
    ) -> None:
        """Each of the namespaces is dumped, or skipped, or reported as failed."""
        due, waiting = scheduler.due(namespaces, self.pasts, self._clock.monotonic())
        seen: dict[NamespaceKey, Presence] = {}
        failed: list[DumpReport] = []
        for looked in self._pool.look(scheduler.to_look(due, self.pasts, self.knobs.skip), deadline):
            namespace, presence, reason, text = looked
            if presence is not None:
                seen[namespace.key] = presence
                self.pasts[namespace.key] = scheduler.looked(self._past(namespace), presence)
            else:
                self._tally.add(f"dumps_failed:{reason}")
                failed.append(DumpReport(namespace, self._clock.monotonic(), 0.0, 0, 0, False, reason, text))
        lost = {report.namespace.key for report in failed}
        plan = scheduler.plan(number, deadline, [n for n in due if n.key not in lost], self.pasts, seen, waiting)
        reports = failed + self._pool.poll(plan, deliver, numbering)
        for report in reports:
            self.pasts[report.namespace.key] = scheduler.after(self._past(report.namespace), report, self.knobs.frequency)
            if report.seen and report.seen.cookie and report.seen.cookie != report.namespace.cookie:
                self._discovery.learned(report.namespace, report.seen.cookie)
        self._tally.merge({f"dumps_skipped:{reason}": n for reason, n in Counter(s.reason for s in plan.skipped).items()})
        outcome.reports += reports
        outcome.skipped += plan.skipped

    def _past(self, namespace: Namespace) -> Past:
        return self.pasts.get(namespace.key, NEVER)

    def _forget(self, namespaces: Sequence[Namespace]) -> None:
        """Nothing is remembered of namespaces that are no more."""
        live = {n.key for n in namespaces}
        self.pasts = {key: past for key, past in self.pasts.items() if key in live}
