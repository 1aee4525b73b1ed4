"""A host in memory whose namespaces come, act and go while the scheduler polls it.

It checks at each poll that what is left out is left out rightly, by what really happened there. Tests script the events.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf

from xtcp_ebpf.abc import DumpReport, Namespace, NamespaceKey, Plan, Presence
from xtcp_ebpf.marks import Mark, Marks
from xtcp_ebpf.scheduler import NEVER, Past, Policy, Sorted, after, looked, plan, sort_out
from xtcp_ebpf.sorting import Sorting

BETWEEN, SEARCHED, LOOKED, DUMPED = range(4)
"""Moments at which something may happen: before the marks are read, before the looks, before the dumps, after them."""
FREQUENCY = 10.0
REOPENED_AFTER = 3
"""Readings that failed in a row: the source is opened anew, and counts from nothing."""

Event = tuple[int, str, int]
"""(moment, kind, namespace). Kinds: those of Host.happen."""


@dataclass
class Space:
    """One namespace, as it really is."""

    namespace: Namespace
    sockets: int = 0
    changes: int = 0
    """How often something happened there, whoever saw it."""
    marked: int = 0
    """How often BPF has marked it since its programs run."""
    unplaced: bool = False
    """BPF saw something since the last reading, and had no room for a mark."""
    known: int = -1
    """`changes` when its last complete dump, or look that found none, was made."""
    dumped: int = 0
    """The poll of its last complete dump."""
    waits: int = 0
    """Polls in a row that meant to dump it, and had no time left for it."""

    def presence(self) -> Presence:
        return Presence(self.sockets, 0, 0, self.sockets, 0, segments=self.changes)


@dataclass
class Host:
    """Polled with this policy, by BPF marks, or else by the counters where `skip` is idle."""

    skip: str = "idle"
    bpf: bool = True
    max_stale: int = 10
    spaces: dict[int, Space] = field(default_factory=dict)
    pasts: dict[NamespaceKey, Past] = field(default_factory=dict)
    number: int = 0
    found: Sorted = field(default_factory=lambda: Sorted([], [], [], [], []))
    """Of the last poll."""
    _sorting: Sorting = field(default_factory=Sorting)
    _namespaces: tuple[Namespace, ...] = ()
    _born: int = 0
    _missed: bool = False
    """Something happened, somewhere, that no mark shows: the next reading says so."""
    _doubted: bool = False
    """A reading between two polls has said so."""
    _blind: bool = False
    """The next reading fails."""
    _failed: int = 0

    @property
    def policy(self) -> Policy:
        return Policy(self.skip, self.max_stale, counters=self.skip == "idle" and not self.bpf)

    def happen(self, kind: str, which: int) -> None:
        """One event; in a namespace that is not there, it is born with it."""
        space = self.spaces.get(which)
        if space is None:  # and may have the inode of one that was
            self._born += 1
            self.spaces[which] = space = Space(Namespace(which, f"n{which}", f"/netns/n{which}", "mount", first_seen=float(self._born)))
        match kind:
            case "born":
                pass
            case "talk" | "open" | "close" | "missed" | "unplaced":
                space.sockets = max(0, space.sockets + {"talk": 0, "close": -1}.get(kind, 1))
                space.changes += 1
                space.marked += kind not in ("missed", "unplaced")
                space.unplaced |= kind == "unplaced"
                self._missed |= kind == "missed"
            case "vanish":
                del self.spaces[which]
            case "blind":
                self._blind = True
            case "rings":
                marks, doubted = self._read()
                self._doubted |= doubted or None in marks.values()
            case "reload":
                self._count_from_nothing()
                self._compare_anew()
            case _:
                raise ValueError(kind)

    def change(self, skip: str, bpf: bool, max_stale: int) -> None:
        """Another policy, between two polls."""
        if bpf != self.bpf:
            self._compare_anew()
        self.skip, self.bpf, self.max_stale = skip, bpf, max_stale

    def poll(self, events: Sequence[Event] = (), fails: Mapping[int, str] | None = None, room: float = inf) -> Plan:
        """One poll. fails: reasons for which looks and dumps of these fail; room: how many dumps there is time for."""
        self.number += 1
        fails, now, policy = fails or {}, self.number * FREQUENCY, self.policy
        self._happen(events, BETWEEN)
        marks, doubted = self._read()
        doubted, self._doubted = self.bpf and (doubted or self._doubted), False
        at_choice = {n: replace(space) for n, space in self.spaces.items()}
        live = {space.namespace.key for space in self.spaces.values()}
        if self.pasts.keys() - live:
            self.pasts = {key: past for key, past in self.pasts.items() if key in live}
        namespaces = tuple(space.namespace for space in self.spaces.values())
        self._namespaces = self._namespaces if namespaces == self._namespaces else namespaces
        self._happen(events, SEARCHED)

        self.found = sort_out(self.number, namespaces, self.pasts, now, policy, lambda n: marks[n.inode], doubted)
        self._check_sorting(now, marks, doubted)
        seen: dict[NamespaceKey, Presence] = {}
        at_look: dict[int, Space] = {}
        for n in self.found.to_look:
            if (there := self._there(n)) and n.inode not in fails:
                seen[n.key], at_look[n.inode] = there.presence(), replace(there)
                mark = seen[n.key].mark if policy.counters else marks[n.inode]
                self.pasts[n.key] = looked(self.pasts.get(n.key, NEVER), seen[n.key], self.number, mark)
            else:
                self._over(DumpReport(n, now, 0, 0, 0, False, fails.get(n.inode, "gone")), None)
        self._happen(events, LOOKED)

        made = plan(self.number, now + FREQUENCY, self.found, self.pasts, seen, policy)
        for n in made.skipped.get("idle", ()):
            assert policy.counters or (not doubted and marks[n.inode] is not None), f"{n.name} may have been active"
            self._check_idle(at_look[n.inode] if policy.counters else at_choice[n.inode])
        for n in made.skipped.get("empty", ()):
            assert not at_look[n.inode].sockets, f"{n.name} has sockets"
            if there := self._there(n):
                there.known = at_look[n.inode].changes
        late: set[int] = set()
        for place, n in enumerate(made.dumps):
            there = self._there(n)
            reason = "poll_timeout" if place >= room else fails.get(n.inode, "") if there else "gone"
            sockets = there.sockets if there and place < room else 0
            mark = marks[n.inode] if not policy.counters else seen[n.key].mark
            self._over(DumpReport(n, now + place / 1000, 0.001, sockets, sockets, not reason, reason), mark)
            if there and not reason:
                there.known, there.dumped = there.changes, self.number
            late |= {n.inode} if place >= room else set()
        for inode, space in self.spaces.items():
            space.waits = space.waits + 1 if inode in late else 0
        self._happen(events, DUMPED)
        return made

    def _check_sorting(self, now: float, marks: Mapping[int, Mark | None], doubted: bool) -> None:
        """What is remembered from poll to poll gives what is sorted out from nothing."""
        known = Marks({n: mark for n, mark in marks.items() if mark is not None}, None, dict.fromkeys(marks, 0), True, doubted)
        found = self._sorting.sort_out(self.number, self._namespaces, self.pasts, now, self.policy, known)
        assert found._replace(void=[]) == self.found._replace(void=[])
        assert {n.key for n in found.void} == {n.key for n in self.found.void}
        assert len(found.void) == len(self.found.void)

    def _check_idle(self, then: Space) -> None:
        assert self.skip == "idle"
        assert then.changes == then.known, f"{then.namespace.name} was active since its last complete dump"
        assert not then.sockets or self.number - then.dumped < self.max_stale, f"{then.namespace.name} is stale"

    def _happen(self, events: Sequence[Event], moment: int) -> None:
        for when, kind, which in events:
            if when == moment:
                self.happen(kind, which)

    def _read(self) -> tuple[dict[int, Mark | None], bool]:
        """What BPF says, as Marks.of and `doubted`; without BPF that nothing is known."""
        full = any(space.unplaced for space in self.spaces.values())
        marks: dict[int, Mark | None] = {}
        for n, space in self.spaces.items():
            # Where some found no room, any that has no mark may be one of them.
            known = self.bpf and not self._blind and not space.unplaced and (space.marked or not full)
            marks[n] = (space.marked,) if known else None
            space.unplaced = False
        doubted, self._missed = self._missed, False
        self._failed, self._blind = self._failed + 1 if self._blind else 0, False
        if self._failed == REOPENED_AFTER:
            self._failed = 0
            self._count_from_nothing()
        return marks, doubted

    def _count_from_nothing(self) -> None:
        for each in self.spaces.values():
            each.marked, each.unplaced = 0, False

    def _compare_anew(self) -> None:
        self.pasts = {key: replace(past, mark=None) for key, past in self.pasts.items()}

    def _there(self, namespace: Namespace) -> Space | None:
        """None: it is no more, and its inode may be another's."""
        there = self.spaces.get(namespace.inode)
        return there if there and there.namespace.key == namespace.key else None

    def _over(self, report: DumpReport, mark: Mark | None) -> None:
        key = report.namespace.key
        self.pasts[key] = after(self.pasts.get(key, NEVER), report, FREQUENCY, self.number, mark)
