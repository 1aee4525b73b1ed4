"""The last whole picture of each namespace: rows pass by before() they go on, and ended() says which of them make one.

A dump that stayed incomplete leaves the picture before it; one that was skipped, too: nothing has changed there. What is gone has none.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol

from xtcp_ebpf.abc import DumpReport, Namespace, NamespaceKey
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.tcp_stats.accumulate import Accumulator, choose
from xtcp_ebpf.tcp_stats.picture import EMPTY, added, sockets_of

log = logging.getLogger(__name__)

Chunks = Sequence[tuple[bytes, int]]
"""Each with its number of rows."""
Deliver = Callable[[Chunks], None]


class Ended(Protocol):
    """What a poll did: Outcome of poller.py."""

    @property
    def namespaces(self) -> tuple[Namespace, ...]: ...

    @property
    def reports(self) -> Sequence[DumpReport]: ...

    @property
    def skipped(self) -> Mapping[str, Sequence[Namespace]]: ...


class Kept(NamedTuple):
    """What is known of one namespace."""

    array: bytes
    """See picture.py."""
    old: bool
    """There was a dump after it, and it was not whole."""


class Shown(NamedTuple):
    """What a scrape sees. Never changed: the next poll makes another."""

    namespaces: tuple[Namespace, ...]
    """All there are."""
    pictures: Mapping[NamespaceKey, Kept]
    """Of those that have been dumped wholly, or seen to be empty."""


NOTHING: Final = Shown((), MappingProxyType({}))
_VOID: Final = Kept(EMPTY, False)


class Pictures:
    """Rows come from readers, one at a time; `ended` and `failed` from the thread that polls, when no rows come; any thread may `read`."""

    def __init__(self, accumulator: Accumulator, tally: Tally) -> None:
        self._add = accumulator.add
        self._tally = tally
        self._drawn: dict[tuple[int, int], list[bytes]] = {}
        """By inode and cookie, as the rows have them."""
        self._damage_said = False
        self._shown = NOTHING

    def before(self, pass_on: Deliver) -> Deliver:
        """For a poll whose rows go to `pass_on`: passes them on, then counts them. Those of one call are of one namespace."""

        def deliver(chunks: Chunks) -> None:
            pass_on(chunks)
            self._count(chunks)

        return deliver

    def ended(self, outcome: Ended) -> None:
        """A poll is over: take what was whole."""
        drawn, self._drawn = self._drawn, {}
        empty = outcome.skipped.get("empty", ())
        if not outcome.reports and not empty and outcome.namespaces is self._shown.namespaces:
            return
        kept = dict(self._shown.pictures)
        for namespace in empty:
            kept[namespace.key] = _VOID
        for report in outcome.reports:
            key = report.namespace.key
            array = self._whole(report, drawn) if report.complete else None
            if array is not None:
                kept[key] = Kept(array, False)
            elif key in kept:
                kept[key] = kept[key]._replace(old=True)
        self._shown = Shown(outcome.namespaces, {n.key: kept[n.key] for n in outcome.namespaces if n.key in kept})

    def failed(self) -> None:
        """A poll broke off: what it brought is no picture."""
        self._drawn = {}

    def read(self) -> Shown:
        """As of the last poll that ended."""
        return self._shown

    def _count(self, chunks: Chunks) -> None:
        try:
            inode, cookie, array = self._add(tuple([chunk for chunk, _ in chunks]))
        except ValueError as error:  # its picture will lack these rows and not be taken
            self._tally.add("tcp_rows_uncounted", sum(rows for _, rows in chunks))
            if not self._damage_said:
                self._damage_said = True
                log.error("-promTcpStats cannot count rows that were sent (a defect, told once): %s", error)
        else:
            self._drawn.setdefault((inode, cookie), []).append(array)

    def _whole(self, report: DumpReport, drawn: Mapping[tuple[int, int], Sequence[bytes]]) -> bytes | None:
        parts = drawn.get(report.seen, ()) if report.seen else ()
        array = added(parts)
        if sockets_of(array) != report.rows:
            self._tally.add("tcp_pictures_torn")
            return None
        return array


def draw(tally: Tally) -> Pictures:
    """With the fastest accumulator that there is."""
    accumulator, remark = choose()
    if remark:
        log.warning("%s", remark)
    return Pictures(accumulator, tally)
