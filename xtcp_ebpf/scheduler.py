"""What to dump and when: pure functions of what is known.

namespaces, marks of BPF --sort_out--> Sorted --to_look--> presences, marks of the counters --plan--> Plan --reports--> after --> Past
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Final, NamedTuple

from xtcp_ebpf.abc import DUMP, DumpReport, Manner, Namespace, NamespaceKey, Plan, Presence, Way
from xtcp_ebpf.marks import Mark

OUT_OF_TIME: Final = frozenset({"poll_timeout", "hung"})
DIED: Final = frozenset({"gone", "recycled", "not_a_namespace"})
"""It was a namespace when it was found: search again."""
BLAMELESS: Final = DIED | {"poll_timeout", "descriptors", "memory"}
"""Reasons that say nothing about the namespace: it is tried again at the next poll."""
CHEAP_BUCKETS: Final = 16384
"""An established hash of its own up to this size makes a namespace's dump cheap."""
LONGEST_REST: Final = 63
"""Polls between two tries at exact reads of a namespace that are in doubt each time."""
LONGEST_BACKOFF: Final = 60.0
"""Seconds between two tries at a namespace that fails each time; never less than the interval of polls."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be left out."""

    skip: str
    """`none`; `empty`: namespaces without sockets; `idle`: also those in which nothing happened since their last dump began."""
    max_stale: int = 10
    """Polls after which a namespace with sockets is dumped though nothing happened there."""
    counters: bool = False
    """Marks are read by looking, so that each namespace is looked at."""


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier polls left of one namespace."""

    began: float = -inf
    """Monotonic seconds when its last turn began."""
    sockets: int | None = None
    """Of its last complete dump; 0 also after a look that showed none; None: neither was had yet."""
    mark: Mark | None = None
    """What had happened there when that dump, or that look, had not yet begun. None: not known, or the dump failed."""
    poll: int = 0
    """In which poll that was."""
    own_hash: int = 0
    """Buckets of its own established hash: then its dumps cost next to nothing. 0: it shares the host's, or nobody looked."""
    failures: int = 0
    """Dumps in a row that failed by a fault of its own."""
    retry: float = -inf
    """Monotonic seconds before which it is left alone."""
    last: DumpReport | None = None


NEVER: Final = Past()
MarkOf = Callable[[Namespace], Mark | None]
"""What had happened in a namespace when this poll began; None: it is not known."""


class Sorted(NamedTuple):
    """All namespaces, by what is to be done with them."""

    waiting: list[Namespace]
    """Their failures are too fresh."""
    to_dump: list[Namespace]
    to_look: list[Namespace]
    """Whose presence decides: new ones, and those that had no sockets when they were last seen and may have some now.

    One that had sockets is dumped without a look. So the dump that finds none is always made, and only from then on is it looked at.
    """
    at_rest: list[tuple[int, Namespace]]
    """With sockets, and certain to be as they were: polls since the last dump of each."""
    void: list[Namespace]
    """Without sockets, and certain to be as they were."""


def sort_out(
    poll: int,
    namespaces: Iterable[Namespace],
    pasts: Mapping[NamespaceKey, Past],
    now: float,
    policy: Policy,
    mark_of: MarkOf,
    doubted: bool = False,
) -> Sorted:
    """What is certain before anything is looked at. doubted: something may have happened that no mark shows."""
    found = Sorted([], [], [], [], [])
    looks, believed = policy.skip != "none", policy.skip == "idle" and not policy.counters and not doubted
    counters = policy.skip == "idle" and policy.counters
    for n in namespaces:
        past = pasts.get(n.key, NEVER)
        if past.retry > now:
            found.waiting.append(n)
        elif counters:
            found.to_look.append(n)
        elif believed and past.mark is not None and past.sockets is not None and past.mark == mark_of(n):
            if past.sockets:
                found.at_rest.append((poll - past.poll, n))
            else:
                found.void.append(n)
        elif looks and not past.sockets:
            found.to_look.append(n)
        else:
            found.to_dump.append(n)
    return found


def plan(
    poll: int,
    deadline: float,
    found: Sorted,
    pasts: Mapping[NamespaceKey, Past],
    seen: Mapping[NamespaceKey, Presence],
    policy: Policy,
) -> Plan:
    """All are dumped but those in which certainly nothing happened, and those that were seen to be empty. `seen`: what the looks gave.

    Of those at rest, those with sockets are dumped too before they are staler than the policy allows, spread over the polls until then.

    Those never dumped come first, then those whose last dump began longest ago: a poll that runs out of time leaves out others than the
    poll before it. One that time cut off has had its turn, or a namespace too large for the timeout would be first for ever and keep all
    others out. Among equals one with a small hash of its own goes first: most namespaces for the time there is.
    """
    dumps, at_rest = list(found.to_dump), list(found.at_rest)
    empty: list[Namespace] = []
    for n in found.to_look:
        past, presence = pasts.get(n.key, NEVER), seen.get(n.key)
        if presence is None:
            continue  # the look failed, and that is reported
        if presence.empty and not (policy.counters and past.sockets):
            empty.append(n)
        elif policy.counters and past.sockets and past.mark is not None and past.mark == presence.mark:
            at_rest.append((poll - past.poll, n))
        else:
            dumps.append(n)
    at_rest.sort(key=lambda one: -one[0])
    stale = how_many_stale([age for age, _ in at_rest], policy.max_stale)
    dumps += [n for _, n in at_rest[:stale]]
    idle = found.void + [n for _, n in at_rest[stale:]]

    def turn(n: Namespace) -> tuple[float, bool, str, int]:
        past, presence = pasts.get(n.key, NEVER), seen.get(n.key)
        buckets = past.own_hash or (presence.own_hash if presence else 0)
        return past.began, not 0 < buckets <= CHEAP_BUCKETS, n.name, n.inode

    dumps.sort(key=turn)
    skipped = {"empty": empty, "idle": idle, "backoff": found.waiting}
    return Plan(poll, tuple(dumps), deadline, {reason: left_out for reason, left_out in skipped.items() if left_out})


def how_many_stale(ages: Sequence[int], most: int) -> int:
    """How many of the oldest are to be dumped now. `ages`: polls since each one's last dump, the oldest first.

    None may be older than `most` when its dump comes. If n have to come within k polls from now, n // k of them come now: they do not
    all come in one poll for having been dumped in one.
    """
    now = 0
    for count, age in enumerate(ages, 1):
        polls_left = most - age + 1
        now = max(now, count if polls_left <= 1 else count // polls_left)
    return now


class Standing(NamedTuple):
    """What is known of one namespace that is to be read."""

    watched: bool
    """Births of its sockets are told."""
    known: bool
    """Its sockets are."""
    half_open: bool
    """It has half-open connections, which can only be dumped."""
    resting: bool
    """Exact reads of it were in doubt several times in a row."""
    cheaper: Way
    """By the cost model."""


def manner(reads: str, standing: Standing) -> Manner:
    """How to read it. `reads`: auto, dump or exact."""
    if reads == "dump" or not standing.watched:
        return DUMP
    wanted = reads == "exact" or (standing.cheaper == "exact" and not standing.resting)
    sure = standing.known and not standing.half_open
    return Manner("exact" if wanted and sure else "dump", remember=True)


def rest(doubts: int) -> int:
    """Polls for which a namespace is dumped after so many exact reads in a row that were in doubt."""
    return min((1 << min(max(0, doubts - 1), 16)) - 1, LONGEST_REST)


def looked(past: Past, presence: Presence, poll: int, mark: Mark | None) -> Past:
    """After a look before which the mark was read."""
    own_hash = presence.own_hash or past.own_hash
    if past.sockets == 0 and (mark, own_hash) == (past.mark, past.own_hash) and presence.empty:
        return past
    if presence.empty and not past.sockets:
        return replace(past, own_hash=own_hash, sockets=0, poll=poll, mark=mark)
    return past if own_hash == past.own_hash else replace(past, own_hash=own_hash)


def after(past: Past, report: DumpReport, frequency: float, poll: int, mark: Mark | None) -> Past:
    """After a dump, or after the try at one, before which the mark was read.

    A namespace that time ran out for before it gave a row has had no turn.
    """
    began = report.started if report.sockets or report.reason not in OUT_OF_TIME else past.began
    if report.complete and report.way == "active":  # of its other sockets nothing was said
        return replace(past, began=began, mark=mark, failures=0, retry=-inf)
    if report.complete:
        return replace(past, began=began, sockets=report.sockets, mark=mark, poll=poll, failures=0, retry=-inf, last=report)
    if report.reason in BLAMELESS:
        return replace(past, began=began, mark=None, last=report)
    failures = past.failures + 1
    retry = report.started + backoff(failures, frequency)
    return replace(past, began=began, mark=None, failures=failures, retry=retry, last=report)


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
