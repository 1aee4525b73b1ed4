"""The source of marks that runs now, and what its losses, its finds and its savings are to the daemon."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from xtcp_ebpf.abc import DumpReport, NamespaceId
from xtcp_ebpf.activity.always import Always
from xtcp_ebpf.errors import AssistUnavailable
from xtcp_ebpf.marks import Activity, Mark, Marks
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

UNREADABLE_IN_A_ROW: Final = 3
"""After so many readings in a row that failed the source is opened anew."""
UNOPENABLE: Final = (
    "namespace net:[%d]%s had TCP activity, and no mount or process shows it: mount it below -netnsDirs, or use -scanDescriptors "
    "(Linux 6.18 opens namespaces by their numbers)"
)


class Assist:
    """Owns the source. Used by the thread that polls.

    `open_source` gives a source that runs, at worst one that knows nothing; it has told the operator what it is and why.
    Counts marks_lost:REASON, assist_opened:SOURCE, namespaces_unopenable, dumps_saved_cpu_us, and what the source counts.
    """

    def __init__(self, open_source: Callable[[], Activity], tally: Tally) -> None:
        self._open = open_source
        self._tally = tally
        self._failed = 0
        self._told_lost = ""
        self._hidden: dict[NamespaceId, Mark | None] = {}
        self._costs: Mapping[str, int] = {}
        self.source = open_source()
        self._opened()

    @property
    def fds(self) -> tuple[int, ...]:
        """Readable when a namespace that was not known became active."""
        return () if self.source.bell is None else (self.source.bell,)

    @property
    def bpf(self) -> bool:
        """Do BPF programs run?"""
        return bool(self.source.loader)

    def read(self) -> Marks:
        """What has happened. What may have been missed is counted, and told once until it is over."""
        self.source.hush()
        marks = self.source.read()
        if marks.lost:
            self._tally.add(f"marks_lost:{marks.lost}")
            if marks.lost != self._told_lost:
                log.warning("%s: %s", self.source.name, marks.text)
        self._told_lost = marks.lost
        self._failed = self._failed + 1 if marks.lost == "unreadable" else 0
        if self._failed >= UNREADABLE_IN_A_ROW:
            self._failed = 0
            self._reopen_or_do_without()
        return marks

    def reopen(self, open_source: Callable[[], Activity]) -> None:
        """Another source, or the same anew: marks of the old one compare with none of the new one. Raises what open_source raises."""
        fresh = open_source()
        self.close()
        self._open, self.source = open_source, fresh
        self._told_lost, self._costs = "", {}
        self._opened()

    def unopenable(self, namespaces: frozenset[NamespaceId], marks: Marks) -> None:
        """Name, once, what BPF has seen and nobody can open. Of one at rest the marks forget, as it may be no more."""
        if fresh := namespaces - self._hidden.keys():
            self._tally.add("namespaces_unopenable", len(fresh))
            first = min(fresh)
            others = f" and {len(fresh) - 1} more" if len(fresh) > 1 else ""
            log.warning(UNOPENABLE, first.inode, others)
        before, self._hidden = self._hidden, {each: marks.by_number.get(each.cookie or each.inode) for each in namespaces}
        self.forget([each for each, mark in self._hidden.items() if before.get(each, b"") == mark])

    def saved(self, reports: Iterable[DumpReport | None]) -> None:
        """Of namespaces left out, the last dump of each: what they would have cost, by what they cost then."""
        self._tally.add("dumps_saved_cpu_us", round(sum(report.cpu for report in reports if report) * 1e6))

    def forget(self, namespaces: Collection[NamespaceId]) -> None:
        """These are no more."""
        try:
            if namespaces:
                self.source.forget(namespaces)
        except OSError as error:  # they take room in the map, no more
            log.debug("%s does not forget: %s", self.source.name, error)

    def count(self) -> None:
        """Put what the source has counted since the last time into the tally; what cannot be read now is counted another time."""
        try:
            costs = self.source.cost()
        except OSError as error:
            log.debug("%s does not tell its cost: %s", self.source.name, error)
            return
        self._tally.merge({name: total - self._costs.get(name, 0) for name, total in costs.items()})
        self._costs = costs

    def close(self) -> None:
        """Leave nothing in the kernel."""
        self.count()
        self.source.close()

    def _reopen_or_do_without(self) -> None:
        try:
            self.reopen(self._open)
        except AssistUnavailable as error:
            log.error("%s is given up, and every namespace is dumped: %s", self.source.name, error)
            self.reopen(Always)

    def _opened(self) -> None:
        self._tally.add(f"assist_opened:{self.source.name}")
