"""sort_out of scheduler.py from poll to poll: namespaces that stay without sockets are not gone through again.

Most namespaces of a host are such, and most of what an idle poll costs would be to fetch into the CPU's caches what is known of each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xtcp_ebpf import scheduler
from xtcp_ebpf.abc import Namespace, NamespaceKey
from xtcp_ebpf.marks import UNKNOWN, Marks
from xtcp_ebpf.scheduler import Past, Policy, Sorted


@dataclass(slots=True)
class Sorting:
    """What the last poll sorted out. Nothing is looked at or dumped in a void namespace, so what is known of it stays as it is."""

    namespaces: tuple[Namespace, ...] = ()
    pasts: Mapping[NamespaceKey, Past] | None = None
    policy: Policy | None = None
    marks: Marks = UNKNOWN
    void: tuple[Namespace, ...] = ()
    numbers: frozenset[int] = frozenset()
    """Those of the marks of the void."""
    others: tuple[Namespace, ...] = ()

    def sort_out(
        self,
        poll: int,
        namespaces: tuple[Namespace, ...],
        pasts: Mapping[NamespaceKey, Past],
        now: float,
        policy: Policy,
        marks: Marks,
    ) -> Sorted:
        """The same as scheduler.sort_out. `pasts` is the very mapping of the last poll only if nothing else has changed it."""
        doubted = marks.doubted and not policy.counters
        if doubted or namespaces is not self.namespaces or pasts is not self.pasts or policy != self.policy or self._stirred(marks):
            self.void, self.numbers, self.others = (), frozenset(), namespaces
        found = scheduler.sort_out(poll, self.others, pasts, now, policy, marks.of, doubted)
        self.namespaces, self.pasts, self.policy, self.marks = namespaces, pasts, policy, marks
        if found.void:
            fresh = {n.key for n in found.void}
            self.others = tuple(n for n in self.others if n.key not in fresh)
            self.numbers |= {n.cookie or n.inode for n in found.void}
            self.void += tuple(found.void)
        found.void[:] = self.void
        return found

    def _stirred(self, marks: Marks) -> bool:
        """May the mark of a void namespace be another than in the last poll?"""
        before = self.marks
        if marks.otherwise != before.otherwise or (marks.seen is not before.seen and marks.seen != before.seen):
            return True
        if marks.by_number is before.by_number:
            return False
        changed = before.by_number.items() ^ marks.by_number.items()
        return not self.numbers.isdisjoint(number for number, _ in changed)
