"""One poll: read the marks, search, look, plan, dump, remember.

assist --marks--> discovery --namespaces--> scheduler.due --to_look--> pool.look --presence--> scheduler.plan --Plan--> pool.poll
                                                                                              Past <--after-- reports <--'
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from typing import Protocol

from xtcp_ebpf import scheduler
from xtcp_ebpf.abc import Clock, DumpReport, Namespace, NamespaceId, NamespaceKey, Presence
from xtcp_ebpf.assist import Assist
from xtcp_ebpf.collector.pool import Pool
from xtcp_ebpf.collector.reading import Deliver
from xtcp_ebpf.kernel.discovery.search import Discovery, Found
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.marks import UNKNOWN, Mark
from xtcp_ebpf.reads import Reads
from xtcp_ebpf.record.stamp import Numbering
from xtcp_ebpf.scheduler import DIED, NEVER, OUT_OF_TIME, Past, Policy
from xtcp_ebpf.sorting import Sorting
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

SETTLING_SECONDS = 0.002
"""Between reading the marks and dumping: the kernel counts a segment, and runs our program, before it is done with the socket."""
POLLS_BETWEEN_SEARCHES = 10
"""Of /proc, while marks tell of each namespace that is born."""
COUNTING_SECONDS = 10.0
"""Between two times that the kernel is asked what our programs have cost: asking costs more than they do in an idle poll."""
ANSWER_SECONDS = 1.0
"""How long a look may take at what the bell has told of."""


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
    skipped: dict[str, list[Namespace]] = field(default_factory=dict)
    """By reason."""

    @property
    def late(self) -> bool:
        """Did time run out?"""
        return any(report.reason in OUT_OF_TIME for report in self.reports)

    @property
    def rows(self) -> int:
        return sum(report.rows for report in self.reports)


class Poller:
    """Polls, one after the other, and what they leave for the next. One thread uses it."""

    def __init__(
        self,
        knobs: Knobs,
        discovery: Discovery,
        pool: Pool,
        assist: Assist,
        clock: Clock,
        tally: Tally,
        nsids: Nsids | None = None,
        reads: Reads | None = None,
    ) -> None:
        self.knobs = knobs
        """May be replaced between polls: all that it reads here is live."""
        self.pasts: dict[NamespaceKey, Past] = {}
        self.found: tuple[Namespace, ...] = ()
        """Namespaces, as of the last search or look around. Any thread may ask."""
        self.reads = reads or Reads("dump", None, tally)
        """May be exchanged between polls."""
        self._discovery = discovery
        self._pool = pool
        self._assist = assist
        self._clock = clock
        self._tally = tally
        self._nsids = nsids
        self._searched = -inf
        self._marks = UNKNOWN
        self._read_at = self._counted = -inf
        self._missed = False
        """Something was missed between two polls."""
        self._until_search = 0
        self._seen: Mapping[int, int] = {}
        """What the search has heard from the marks."""
        self._namespaces: tuple[Namespace, ...] = ()
        self._noted: set[tuple[str, str]] = set()
        self._failing: dict[NamespaceKey, str] = {}
        self._sorting = Sorting()

    def poll(self, number: int, deliver: Deliver) -> Outcome:
        """Rows go to `deliver` while it runs. Raises OpenError when nothing can be found at all."""
        deadline = self._clock.monotonic() + self.knobs.timeout
        numbering = Numbering()
        self._read_marks(doubted=self._missed)
        self.reads.drain()
        self._missed = self._marks.doubted  # if the search fails, the next poll is to doubt too
        outcome = Outcome(self._search())
        self._missed = False
        self._round(number, deadline, outcome.namespaces, outcome, numbering, deliver)
        died = [report.namespace for report in outcome.reports if report.reason in DIED]
        if died and self._clock.monotonic() < deadline and not self._pool.stopping:
            # What held it, or what had its place, may have gone between the search and us, and the namespace live on elsewhere.
            self._again(died, number, deadline, outcome, numbering, deliver)
        self._forget(outcome.namespaces)
        self._count_costs()
        return outcome

    @property
    def policy(self) -> Policy:
        """What may be left out, as things are."""
        # With -skip quiet the marks of sockets tell what those of namespaces would, where there are none.
        skip = self.knobs.skip if self.knobs.skip not in ("auto", "quiet") else "idle" if self._assist.bpf else "empty"
        return Policy(skip, self.knobs.max_stale, counters=skip == "idle" and not self._assist.bpf)

    def compare_anew(self) -> None:
        """Another source tells the marks: none of the old ones compares with its."""
        self.pasts = {key: replace(past, mark=None) for key, past in self.pasts.items()}
        self._discovery.seen({}, False, names=False)
        self._seen = {}

    @property
    def fds(self) -> tuple[int, ...]:
        """Readable when there is something to heed() between two polls."""
        return self._discovery.fds + self._assist.fds

    def heed(self, readable: Collection[int]) -> None:
        """Some of `fds` are readable. What is mounted now is no news to a list of all namespaces that was read before: read it again."""
        if self._marks.whole or not set(self._assist.fds).isdisjoint(readable):
            self.answer()
        else:
            self.watch()

    def watch(self) -> None:
        """Something changed where namespaces are mounted: take it in now, before the next poll."""
        self._note(self._discovery.current())

    def answer(self) -> None:
        """The bell rang: a namespace that was not marked before became active. If nobody knew it, find it and look whether it opens."""
        marks = self._assist.read()
        self._missed = self._missed or bool(marks.lost)
        known = {n.key for n in self._discovery.current().namespaces}
        found = self._note(self._discovery.seen(marks.seen, marks.whole, names=False))
        if fresh := [n for n in found if n.key not in known]:
            self._tally.add("namespaces_rung", len(fresh))
            for looked in self._pool.look(fresh, self._clock.monotonic() + ANSWER_SECONDS):
                if looked.presence is None and looked.reason not in DIED:
                    log.warning("namespace %s was seen by BPF and cannot be opened: %s", looked.namespace.name, looked.text)

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

    def _read_marks(self, doubted: bool) -> None:
        marks = self._assist.read()
        self._read_at = self._clock.monotonic()
        self._marks = marks._replace(doubted=True) if doubted else marks

    def _search(self) -> tuple[Namespace, ...]:
        now, marks = self._clock.monotonic(), self._marks
        every = self.knobs.reconcile_frequency or inf
        thorough = now - self._searched >= every or self._searched == -inf
        seen = marks.seen or (self._seen if marks.lost else {})
        listens = bool(seen or self._seen)  # a list ends with its source
        if thorough:
            self._searched = now
            found = self._discovery.find(thorough=True, descriptors=self.knobs.scan_descriptors)
            self._until_search = POLLS_BETWEEN_SEARCHES
        elif not marks.whole and self._search_is_due():
            found = self._discovery.find()
        elif not (marks.whole and listens):
            found = self._discovery.current()
        if listens:
            self._seen = seen
            found = self._discovery.seen(seen, marks.whole, names=True)
            self._assist.forget(self._discovery.dead)
            self._assist.unopenable(self._discovery.unopenable, marks)
        if self._nsids:
            self._nsids.refresh(found.namespaces, thorough)
        return self._note(found)

    def _search_is_due(self) -> bool:
        """Marks tell of every namespace that comes to life, so that a search only has to find out which are no more, and names."""
        if not self.knobs.reconcile_before_poll:
            return False
        told = self.policy.skip != "none" and not (self._marks.doubted or self._marks.otherwise is None)
        self._until_search = self._until_search - 1 if told else 0
        if self._until_search > 0:
            return False
        self._until_search = POLLS_BETWEEN_SEARCHES
        return True

    def _note(self, found: Found) -> tuple[Namespace, ...]:
        for note in found.notes:
            if (note.reason, note.path) not in self._noted:  # how many are invisible changes all the time
                log.warning("%s", note.text())
        self._noted = {(note.reason, note.path) for note in found.notes}
        self.found = found.namespaces
        return found.namespaces

    def _again(
        self, died: Sequence[Namespace], number: int, deadline: float, outcome: Outcome, numbering: Numbering, deliver: Deliver
    ) -> None:
        handled = {n.key for n in outcome.namespaces}
        for namespace in died:
            self._discovery.forget(namespace)
            handled.discard(namespace.key)
        self._tally.add("searches_again")
        if self._marks.whole:  # what was born since that list was read is not in it
            self._read_marks(doubted=self._marks.doubted)
            self._missed = self._missed or bool(self._marks.lost)
            self._discovery.seen(self._marks.seen, self._marks.whole, names=False)
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
        policy, marks = self.policy, self._marks
        sorted_out = self._sorting.sort_out(number, namespaces, self.pasts, self._clock.monotonic(), policy, marks)
        seen, failed = self._look(number, sorted_out.to_look, deadline, policy)
        plan = scheduler.plan(number, deadline, sorted_out, self.pasts, seen, policy)
        plan = self.reads.arrange(plan, self.pasts, policy.max_stale)
        if plan.dumps and (policy.skip == "idle" or self.reads.quiet):
            self._let_settle()
        reports = failed + self._pool.poll(plan, deliver, numbering)
        for report in reports:
            namespace = report.namespace
            mark = self._mark_of(namespace, seen, policy)
            self.pasts[namespace.key] = scheduler.after(self._past(namespace), report, self.knobs.frequency, number, mark)
            if report.seen and report.seen.cookie and report.seen.cookie != namespace.cookie:
                self._discovery.learned(namespace, report.seen.cookie)
        self.reads.learn(number, reports, self.pasts)
        for reason, left_out in plan.skipped.items():
            self._tally.add(f"dumps_skipped:{reason}", len(left_out))
            outcome.skipped.setdefault(reason, []).extend(left_out)
        outcome.reports += reports
        dumped = {n.key for n in plan.dumps}
        self._assist.saved(self._past(n).last for _, n in sorted_out.at_rest if n.key not in dumped)

    def _look(
        self, number: int, namespaces: Sequence[Namespace], deadline: float, policy: Policy
    ) -> tuple[dict[NamespaceKey, Presence], list[DumpReport]]:
        """What was seen in each, and reports of those that could not be looked at."""
        seen: dict[NamespaceKey, Presence] = {}
        failed: list[DumpReport] = []
        for namespace, presence, reason, text in self._pool.look(namespaces, deadline, policy.counters):
            if presence is not None:
                seen[namespace.key] = presence
                mark = self._mark_of(namespace, seen, policy)
                self.pasts[namespace.key] = scheduler.looked(self._past(namespace), presence, number, mark)
            else:
                self._tally.add(f"dumps_failed:{reason}")
                self.pasts[namespace.key] = replace(self._past(namespace), mark=None)
                failed.append(DumpReport(namespace, self._clock.monotonic(), 0.0, 0, 0, False, reason, text))
        self._read_at = self._clock.monotonic() if policy.counters else self._read_at
        return seen, failed

    def _mark_of(self, namespace: Namespace, seen: Mapping[NamespaceKey, Presence], policy: Policy) -> Mark | None:
        if not policy.counters:
            return self._marks.of(namespace)
        presence = seen.get(namespace.key)
        return presence.mark if presence else None

    def _let_settle(self) -> None:
        time.sleep(max(0.0, min(SETTLING_SECONDS, self._read_at + SETTLING_SECONDS - self._clock.monotonic())))

    def _count_costs(self) -> None:
        if (now := self._clock.monotonic()) - self._counted >= COUNTING_SECONDS:
            self._counted = now
            self._assist.count()
            self.reads.count()

    def _past(self, namespace: Namespace) -> Past:
        return self.pasts.get(namespace.key, NEVER)

    def _forget(self, namespaces: tuple[Namespace, ...]) -> None:
        """Nothing is remembered of namespaces that are no more."""
        if namespaces is self._namespaces:
            return
        live = {n.key for n in namespaces}
        self._assist.forget([NamespaceId(n.inode, n.cookie) for n in self._namespaces if n.key not in live])
        self.pasts = {key: past for key, past in self.pasts.items() if key in live}
        self.reads.keep(namespaces)
        self._namespaces = namespaces
