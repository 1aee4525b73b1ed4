"""What to dump and when: pure functions of what is known.

namespaces --due--> not in backoff --to_look--> those whose presence decides --plan--> Plan(dumps, skipped) --reports--> after --> Past
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Final

from xtcp_ebpf.abc import DumpReport, Namespace, NamespaceKey, Plan, Presence, Skipped

OUT_OF_TIME: Final = frozenset({"poll_timeout", "hung"})
DIED: Final = frozenset({"gone", "recycled", "not_a_namespace"})
"""It was a namespace when it was found: search again."""
BLAMELESS: Final = DIED | {"poll_timeout", "descriptors", "memory"}
"""Reasons that say nothing about the namespace: it is tried again at the next poll."""
CHEAP_BUCKETS: Final = 16384
"""An established hash of its own up to this size makes a namespace's dump cheap."""
LONGEST_BACKOFF: Final = 60.0
"""Seconds between two tries at a namespace that fails each time; never less than the interval of polls."""


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier polls left of one namespace."""

    began: float = -inf
    """Monotonic seconds when its last turn began."""
    sockets: int | None = None
    """Of its last complete dump; 0 also after a look that showed none; None: neither was had yet."""
    own_hash: int = 0
    """Buckets of its own established hash: then its dumps cost next to nothing. 0: it shares the host's, or nobody looked."""
    failures: int = 0
    """Dumps in a row that failed by a fault of its own."""
    retry: float = -inf
    """Monotonic seconds before which it is left alone."""
    last: DumpReport | None = None


NEVER: Final = Past()


def due(namespaces: Iterable[Namespace], pasts: Mapping[NamespaceKey, Past], now: float) -> tuple[list[Namespace], list[Skipped]]:
    """Those that may be dumped now, and those whose failures are too fresh."""
    ready: list[Namespace] = []
    waiting: list[Skipped] = []
    for n in namespaces:
        if pasts.get(n.key, NEVER).retry > now:
            waiting.append(Skipped(n, "backoff"))
        else:
            ready.append(n)
    return ready, waiting


def to_look(namespaces: Iterable[Namespace], pasts: Mapping[NamespaceKey, Past], skip: str) -> list[Namespace]:
    """Those at which a look pays before a dump: new ones, and those that had no sockets when they were last seen. `skip`: none, empty.

    One that had sockets is dumped without a look. So the dump that finds none is always made, and only from then on is it looked at.
    """
    return [] if skip == "none" else [n for n in namespaces if not pasts.get(n.key, NEVER).sockets]


def plan(
    poll: int,
    deadline: float,
    namespaces: Sequence[Namespace],
    pasts: Mapping[NamespaceKey, Past],
    seen: Mapping[NamespaceKey, Presence],
    waiting: Sequence[Skipped] = (),
) -> Plan:
    """All are dumped but those that were seen to be empty.

    Those never dumped come first, then those whose last dump began longest ago: a poll that runs out of time leaves out others than the
    poll before it. One that time cut off has had its turn, or a namespace too large for the timeout would be first for ever and keep all
    others out. Among equals one with a small hash of its own goes first: most namespaces for the time there is.
    """
    dumps: list[Namespace] = []
    skipped = list(waiting)
    for n in namespaces:
        presence = seen.get(n.key)
        if presence is not None and presence.empty:
            skipped.append(Skipped(n, "empty"))
        else:
            dumps.append(n)

    def turn(n: Namespace) -> tuple[float, bool, str, int]:
        past, presence = pasts.get(n.key, NEVER), seen.get(n.key)
        buckets = past.own_hash or (presence.own_hash if presence else 0)
        return past.began, not 0 < buckets <= CHEAP_BUCKETS, n.name, n.inode

    dumps.sort(key=turn)
    return Plan(poll, tuple(dumps), deadline, tuple(skipped))


def looked(past: Past, presence: Presence) -> Past:
    """After a look."""
    return replace(past, own_hash=presence.own_hash or past.own_hash, sockets=0 if presence.empty else past.sockets)


def after(past: Past, report: DumpReport, frequency: float) -> Past:
    """After a dump, or after the try at one. A namespace that time ran out for before it gave a row has had no turn."""
    began = report.started if report.sockets or report.reason not in OUT_OF_TIME else past.began
    if report.complete:
        return replace(past, began=began, sockets=report.sockets, failures=0, retry=-inf, last=report)
    if report.reason in BLAMELESS:
        return replace(past, began=began, last=report)
    failures = past.failures + 1
    return replace(past, began=began, failures=failures, retry=report.started + backoff(failures, frequency), last=report)


def backoff(failures: int, frequency: float) -> float:
    """Seconds until a namespace that failed so often in a row is tried again: first at the next poll, then twice as long each time."""
    if failures < 2:
        return 0.0
    # Half an interval less, so that the beat's own jitter does not cost a whole poll more.
    return min(frequency * 2.0 ** min(failures - 1, 32), max(LONGEST_BACKOFF, frequency)) - frequency / 2


def first_delay(frequency: float, jitter_pct: int, random: float) -> float:
    """Seconds before the first poll: anything up to the jitter's share of the interval, so that a fleet does not poll in step."""
    return frequency * jitter_pct / 100 * random


def next_start(due: float, now: float, frequency: float, jitter_pct: int, random: float) -> float:
    """When the poll after the one that was due at `due` starts: an interval later, half the jitter's share up or down.

    A poll that overran its interval is followed at once, and the beats that it missed are not made up for.
    """
    return max(now, due + frequency * (1 + jitter_pct / 100 * (random - 0.5)))
