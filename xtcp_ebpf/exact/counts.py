"""Is an exact read complete? Its rows, class by class, against the kernel's own numbers. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from xtcp_ebpf.abc import Presence
from xtcp_ebpf.exact.bodies import Counts

NONE = Counts(0, 0, 0, 0)


class Verdict(NamedTuple):
    """Whether the read may be used."""

    reason: str
    """A word for counters: `fewer` (the kernel has sockets that were not read), `more` (rows of sockets that are not there any more),
    `moved` (as many in all, but in other classes); "" when they agree."""
    text: str
    """The same for a person."""

    @property
    def agreed(self) -> bool:
        return not self.reason


def total(parts: Iterable[Counts]) -> Counts:
    """Of several slices and the dump of the listeners."""
    tcp = tcp6 = time_wait = half_open = 0
    for part in parts:
        tcp += part.tcp
        tcp6 += part.tcp6
        time_wait += part.time_wait
        half_open += part.half_open
    return Counts(tcp, tcp6, time_wait, half_open)


def verdict(rows: Counts, presence: Presence) -> Verdict:
    """Rows of one exact read (listeners included) against what the kernel counted when it was over.

    Half-open rows are left aside, because the kernel counts them nowhere. It does count a half-open socket that is a whole one (TCP Fast
    Open, or both ends at once): then the numbers differ, and the namespace is dumped.
    """
    read, there = rows[:3], (presence.tcp, presence.tcp6, presence.time_wait)
    if read == there:
        return Verdict("", "")
    words = (
        f"{name} {got} read, {kernel} there" for name, got, kernel in zip(("tcp", "tcp6", "tw"), read, there, strict=True) if got != kernel
    )
    missing = sum(there) - sum(read)
    return Verdict("fewer" if missing > 0 else "more" if missing < 0 else "moved", "; ".join(words))
