"""How each namespace of a poll is read: by a dump, or socket by socket; and what its reports teach about that.

drain --births--> known sockets          plan --Standing--> scheduler.manner --Manner--> Plan          reports --> cost model, doubts
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from xtcp_ebpf import quiet, scheduler
from xtcp_ebpf.abc import DumpReport, Manner, Namespace, NamespaceKey, Plan
from xtcp_ebpf.exact.births import Births
from xtcp_ebpf.exact.bodies import BODY_BYTES
from xtcp_ebpf.exact.cost import Cost, Way
from xtcp_ebpf.scheduler import CHEAP_BUCKETS, NEVER, Past, Standing
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

WORTH: Final = 1.5
"""Sockets are remembered where gets are thought to cost at most so many times what a dump does: the model may yet learn otherwise."""
GIVEN_UP: Final = 3.0
"""... and forgotten where they cost more than this."""
ROW_BYTES: Final = 720
"""What the kernel says of a socket, more or less: an exact read is held as a whole."""
MOST_AT_ONCE: Final = (16 << 20) // ROW_BYTES
"""Sockets of a namespace that is read exactly."""


class Reads:
    """Owned by the thread that polls; the readers share its births and what is known. Without births all is dumped.

    Counts exact_doubts:REASON (by the readers), births_lost:REASON, exact_unwatched.
    """

    def __init__(self, mode: str, births: Births | None, tally: Tally, cost: Cost | None = None, quiet: bool = False) -> None:
        self.mode = mode if births else "dump"
        self.quiet = quiet and births is not None
        """Only sockets that were active are read (quiet.py)."""
        self.births = births
        self.cost = cost or Cost()
        self._tally = tally
        self._doubts: dict[NamespaceKey, tuple[int, int]] = {}
        """In a row, and the poll until which it rests."""
        self._before: dict[NamespaceKey, Way] = {}
        self._told: frozenset[str] = frozenset()
        self._costs: Mapping[str, int] = {}
        self._host_sockets = 0
        """Of the poll that was arranged last, until its reports are learned from."""

    def drain(self) -> None:
        """At the beginning of a poll: take in what was born since the last one. What may be missing is counted, and told once."""
        if not self.births:
            return
        reasons = self.births.drain()
        for reason, text in reasons.items():
            self._tally.add(f"births_lost:{reason}")
            if reason not in self._told:
                log.warning("single sockets: %s", text)
        self._told = frozenset(reasons)

    def arrange(self, plan: Plan, pasts: Mapping[NamespaceKey, Past], max_stale: int = 1) -> Plan:
        """The plan with the manner of each reading. Those that are to be remembered are watched when it answers."""
        births = self.births
        if not births or not plan.dumps or (self.mode == "dump" and not self.quiet):
            return plan
        host = self._host_sockets = self._host(pasts)
        worth = {n.key for n in plan.dumps if self._worth(n, pasts, host)}
        given_up = [n for n in plan.dumps if n.key not in worth and births.watches(n) and self._too_dear(n, pasts, host)]
        self._unwatch(given_up)
        births.watch(n for n in plan.dumps if n.key in worth)
        manners: dict[NamespaceKey, Manner] = {}
        for n in plan.dumps:
            standing = self._standing(n, births, pasts, host, plan.poll)
            manner = scheduler.manner(self.mode, standing)
            if self.quiet and standing.watched:
                manner = manner._replace(remember=True)
            if manner.remember:
                manners[n.key] = manner
                self._before[n.key] = "exact" if manner.way == "exact" else "dump"
        plan = replace(plan, manners=manners)
        return quiet.arrange(plan, pasts, births, max_stale) if self.quiet else plan

    def learn(self, poll: int, reports: Iterable[DumpReport], pasts: Mapping[NamespaceKey, Past]) -> None:
        """What the readings cost, and which of them were in doubt."""
        if not self.births or (self.mode == "dump" and not self.quiet):
            return
        host, self._host_sockets = self._host_sockets, 0
        for report in reports:
            host = host or self._host(pasts)
            key = report.namespace.key
            if report.doubt:
                doubts = self._doubts.get(key, (0, 0))[0] + 1
                self._doubts[key] = doubts, poll + scheduler.rest(doubts)
            if not report.complete:
                self.births.all_due([key])
                continue
            if report.way == "exact":
                self._doubts.pop(key, None)
            if report.tries == 1 and report.cpu > 0:
                self._measured(report, host, pasts)

    def keep(self, namespaces: Sequence[Namespace]) -> None:
        """Forget all others."""
        if self.births:
            live = {n.key for n in namespaces}
            self._or_say(lambda births: births.keep(live))
            self._doubts = {key: doubts for key, doubts in self._doubts.items() if key in live}
            self._before = {key: way for key, way in self._before.items() if key in live}

    def count(self) -> None:
        """Put what the programs have cost since the last time into the tally."""
        if self.births:
            try:
                costs = self.births.cost()
            except OSError as error:
                log.debug("what watching sockets costs is not told: %s", error)
                return
            self._tally.merge({name: total - self._costs.get(name, 0) for name, total in costs.items()})
            self._costs = costs

    def close(self) -> None:
        """Leave nothing in the kernel."""
        if self.births:
            self.count()
            self.births.close()

    def _standing(self, n: Namespace, births: Births, pasts: Mapping[NamespaceKey, Past], host: int, poll: int) -> Standing:
        packed = births.known.bodies(n.key)
        asked = len(packed) // BODY_BYTES if packed is not None else 0
        cheaper: Way = "dump"
        if packed is not None and asked <= MOST_AT_ONCE:
            before = self._before.get(n.key)
            cheaper = self.cost.choose(asked, self._sockets(n, pasts) or asked, host, self._own_hash(n, pasts), before)
        return Standing(
            watched=births.watches(n),
            known=packed is not None,
            half_open=births.half_open(n.key),
            resting=self._doubts.get(n.key, (0, 0))[1] >= poll,
            cheaper=cheaper,
        )

    def _worth(self, n: Namespace, pasts: Mapping[NamespaceKey, Past], host: int) -> bool:
        """Is it to be remembered, or thought about?"""
        sockets, births = self._sockets(n, pasts), self.births
        assert births
        if not n.cookie:
            return False
        if sockets is None:
            return True
        packed = births.known.bodies(n.key)
        others = births.known.sockets - (len(packed) // BODY_BYTES if packed else 0)
        if sockets + others > births.known.most_sockets:
            return False
        if self.quiet:
            return True
        return sockets <= MOST_AT_ONCE and (self.mode == "exact" or self._ratio(sockets, n, pasts, host) <= WORTH)

    def _too_dear(self, n: Namespace, pasts: Mapping[NamespaceKey, Past], host: int) -> bool:
        sockets = self._sockets(n, pasts) or 0
        assert self.births
        if self.quiet:
            return sockets > self.births.known.most_sockets
        return sockets > min(self.births.known.most_sockets, MOST_AT_ONCE) or self._ratio(sockets, n, pasts, host) > GIVEN_UP

    def _ratio(self, sockets: int, n: Namespace, pasts: Mapping[NamespaceKey, Past], host: int) -> float:
        return self.cost.exact_seconds(sockets) / self.cost.dump_seconds(sockets, host, self._own_hash(n, pasts))

    def _measured(self, report: DumpReport, host: int, pasts: Mapping[NamespaceKey, Past]) -> None:
        if report.way == "exact":
            self.cost.fetched(report.cpu, report.asked)
        elif report.way == "dump":
            self.cost.dumped(report.cpu, report.sockets, host, self._own_hash(report.namespace, pasts))

    def _unwatch(self, namespaces: Sequence[Namespace]) -> None:
        if namespaces:
            self._tally.add("exact_unwatched", len(namespaces))
            self._or_say(lambda births: births.unwatch([n.key for n in namespaces]))

    def _or_say(self, work: Callable[[Births], None]) -> None:
        assert self.births
        try:
            work(self.births)
        except OSError as error:  # they take room in the map, no more
            log.debug("namespaces are watched on: %s", error)

    @staticmethod
    def _sockets(n: Namespace, pasts: Mapping[NamespaceKey, Past]) -> int | None:
        return pasts.get(n.key, NEVER).sockets

    @staticmethod
    def _own_hash(n: Namespace, pasts: Mapping[NamespaceKey, Past]) -> bool:
        """Has it a hash of its own? Not the host, whose is the one that the others share."""
        return n.found_by != "own" and pasts.get(n.key, NEVER).own_hash > 0

    @staticmethod
    def _host(pasts: Mapping[NamespaceKey, Past]) -> int:
        """Sockets in the hash that most namespaces share, as far as they were counted."""
        return sum(past.sockets or 0 for past in pasts.values() if past.own_hash <= 0 or past.own_hash > CHEAP_BUCKETS)
