"""What to dump and when: pure, so every rule is a property. Whole courses of polls: test_scheduler_host.py."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace
from itertools import product
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.abc import DumpReport, Namespace, NamespaceKey, Plan, Presence
from xtcp_ebpf.marks import Mark
from xtcp_ebpf.scheduler import (
    BLAMELESS,
    DIED,
    LONGEST_BACKOFF,
    LONGEST_REST,
    NEVER,
    OUT_OF_TIME,
    Past,
    Policy,
    Sorted,
    Standing,
    after,
    backoff,
    first_delay,
    how_many_stale,
    looked,
    manner,
    next_start,
    plan,
    rest,
    sort_out,
)

UNIT = st.floats(0, 1, exclude_max=True)
SECONDS = st.floats(0.01, 1e6)
EMPTY = Presence(0, 0, 0, 5, 0)
SOME = Presence(1, 0, 0, 1, 0)
COUNTED = SOME._replace(segments=9)
VOID = EMPTY._replace(segments=9)
"""Looks at the counters too."""
NONE, EMPTIES, IDLE, COUNTERS = Policy("none"), Policy("empty"), Policy("idle"), Policy("idle", counters=True)

COUNTS = st.integers(0, 3)
MARKS = st.sampled_from((None, b"a", b"b", (0, 0, 0, 0), (1, 1, 0, 0)))
PRESENCES = st.builds(Presence, COUNTS, COUNTS, COUNTS, COUNTS, st.sampled_from((0, 1024)), st.sampled_from((None, 0, 1)))
PASTS = st.builds(
    Past,
    began=st.floats(0, 1e6),
    sockets=st.one_of(st.none(), COUNTS),
    mark=MARKS,
    poll=st.integers(0, 30),
    own_hash=st.sampled_from((0, 1024)),
    failures=st.integers(0, 9),
    retry=st.one_of(st.just(-inf), st.floats(0, 1e6)),
)
POLICIES = st.builds(Policy, st.sampled_from(("none", "empty", "idle")), st.integers(1, 12), st.booleans())
WORLDS = st.dictionaries(st.integers(0, 30), st.tuples(st.one_of(st.none(), PASTS), st.one_of(st.none(), PRESENCES), MARKS))


def space(number: int, first_seen: float = 0.0) -> Namespace:
    """Namespace n."""
    return Namespace(number, f"n{number}", f"/run/netns/n{number}", "mount", first_seen=first_seen)


def key(number: int) -> NamespaceKey:
    """Its key."""
    return space(number).key


def report(reason: str = "", sockets: int = 0, started: float = 100.0) -> DumpReport:
    """Of namespace 1."""
    return DumpReport(space(1), started, 0.5, sockets, sockets, not reason, reason)


def names(namespaces: Iterable[Namespace]) -> list[int]:
    """Their numbers."""
    return [n.inode for n in namespaces]


def unknown(_: Namespace) -> Mark | None:
    """Nobody knows what happened anywhere."""
    return None


def placed(found: Sorted) -> list[int]:
    """All that are in any list."""
    return names([*found.waiting, *found.to_dump, *found.to_look, *(n for _, n in found.at_rest), *found.void])


def dumped_of(numbers: Iterable[int], pasts: dict[NamespaceKey, Past], seen: dict[NamespaceKey, Presence] | None = None) -> list[int]:
    """The order in which these are dumped when nothing may be left out."""
    found = sort_out(2, [space(n) for n in numbers], pasts, 0.0, NONE, unknown)
    return names(plan(2, 0.0, found, pasts, seen or {}, NONE).dumps)


def test_everything_is_dumped_until_the_deadline() -> None:
    """Each namespace once, by name when nothing else tells them apart."""
    found = sort_out(7, [space(n) for n in (3, 1, 2)], {}, 0.0, NONE, unknown)
    assert found == Sorted([], [space(3), space(1), space(2)], [], [], [])
    made = plan(7, 105.0, found, {}, {}, NONE)
    assert (made.poll, names(made.dumps), made.deadline, made.skipped) == (7, [1, 2, 3], 105.0, {})


def test_those_that_were_left_out_come_first() -> None:
    """Never dumped before dumped long ago before dumped just now: a poll that is too short does not always lose the same ones."""
    assert dumped_of([0, 1, 2], {key(0): Past(began=9.0), key(1): Past(began=4.0)}) == [2, 1, 0]


def test_a_hash_of_its_own_goes_first_among_equals() -> None:
    """Of those never dumped, cheap ones first, whether an earlier look told or this one; a large one is not cheap; age counts more."""
    pasts = {key(3): Past(own_hash=512), key(1): Past(own_hash=262144), key(4): Past(began=1.0, own_hash=512)}
    assert dumped_of([1, 2, 3, 4], pasts, {key(2): Presence(1, 0, 0, 1, 1024)}) == [2, 3, 1, 4]


class Case:
    """One namespace in a poll: what is known of it, and what becomes of it. Its mark was b"a" at its last dump or look, if it had one."""

    def __init__(self, policy: Policy, doubted: bool, past: Past, mark: Mark | None, presence: Presence | None) -> None:
        self.policy, self.doubted, self.past, self.mark, self.presence = policy, doubted, past, mark, presence
        self.found = sort_out(5, [space(1)], {key(1): past}, 50.0, policy, lambda _: mark, doubted)
        seen = {key(1): presence} if presence and self.found.to_look else {}
        self.plan = plan(5, 0.0, self.found, {key(1): past}, seen, policy)

    @property
    def looked_at(self) -> bool:
        return bool(self.found.to_look)

    @property
    def fate(self) -> str:
        """`dump`, `failed` (the look), or why it was left out."""
        fates = ["dump"] * len(self.plan.dumps) + [reason for reason, left_out in self.plan.skipped.items() for _ in left_out]
        assert len(fates) == (0 if self.looked_at and not self.presence else 1)
        return fates[0] if fates else "failed"

    @property
    def certain(self) -> bool:
        """Is it known, whatever the policy, that nothing happened there since its last complete dump or empty look began?"""
        now = self.mark if not self.policy.counters else self.presence.mark if self.presence else None
        trusted = self.policy.counters or not self.doubted
        return trusted and None not in (self.past.mark, self.past.sockets) and self.past.mark == now


CASES = [
    Case(policy, doubted, Past(mark=had, sockets=sockets, poll=4, retry=retry), mark, presence)
    for policy, doubted, (sockets, had), mark, presence, retry in product(
        (NONE, EMPTIES, IDLE, COUNTERS, replace(IDLE, max_stale=1), replace(COUNTERS, max_stale=1)),
        (False, True),
        ((None, None), (0, None), (0, b"a"), (0, VOID.mark), (3, None), (3, b"a"), (3, COUNTED.mark)),
        (None, b"a", b"b"),
        (None, EMPTY, SOME, COUNTED, VOID),
        (-inf, 49.0, 51.0),
    )
]
"""All that can be known of one."""


def test_backoff_and_nothing_else_keeps_a_namespace_waiting() -> None:
    """Whatever is known of it; and what waits is not looked at."""
    for case in CASES:
        assert (case.fate == "backoff") == (case.past.retry > 50.0) == bool(case.found.waiting)


def test_idle_is_only_what_is_certain() -> None:
    """-skip idle, marks that are known, equal and not doubted, and a dump or look that was complete; else it is dumped or looked at."""
    idle = [case for case in CASES if case.fate == "idle"]
    assert idle
    for case in idle:
        assert case.policy.skip == "idle"
        assert case.certain


def test_what_is_certain_is_left_alone() -> None:
    """With -skip idle: no dump unless it is stale and has sockets, and by BPF no look; one that is void is neither dumped nor looked at."""
    for case in CASES:
        if case.policy.skip == "idle" and case.certain and case.fate != "backoff":
            left_alone = "dump" if case.past.sockets and case.policy.max_stale == 1 else "idle"
            assert case.fate == ("empty" if case.policy.counters and not case.past.sockets else left_alone)
            assert case.looked_at == case.policy.counters


def test_empty_is_only_what_was_seen_to_be() -> None:
    """In this poll, and with no sockets at its last dump: the dump that finds none is always made. Such a one is never dumped."""
    for case in CASES:
        seen_empty = case.looked_at and case.presence is not None and case.presence.empty
        assert (case.fate == "empty") == (seen_empty and not case.past.sockets)


def test_looks_are_made_where_they_pay() -> None:
    """Never with -skip none; else at what had no sockets, unless a mark says that it still has none; where marks take a look, at all."""
    for case in CASES:
        if case.fate != "backoff":
            known = case.policy.skip == "idle" and case.certain
            pays = case.policy.counters or (not case.past.sockets and not known)
            assert case.looked_at == (case.policy.skip != "none" and pays)


def test_skip_none_skips_nothing() -> None:
    """Whatever marks and earlier looks say: dumped, or in backoff."""
    assert {case.fate for case in CASES if case.policy.skip == "none"} == {"dump", "backoff"}


def test_what_is_not_certain_is_dumped() -> None:
    """Marked, lost, doubted, never dumped or not to its end: dumped, unless it was seen to be empty, waits, or its look failed."""
    for case in CASES:
        if not case.certain:
            assert case.fate in ("dump", "backoff", "failed", "empty")
            assert (case.fate == "failed") == (case.looked_at and case.presence is None)


World = dict[int, tuple[Past | None, Presence | None, Mark | None]]


def planned(world: World, policy: Policy, doubted: bool, now: float, poll: int = 31) -> tuple[Sorted, Plan]:
    """A poll of such a world."""
    spaces = [space(n) for n in world]
    pasts = {key(n): past for n, (past, _, _) in world.items() if past}
    found = sort_out(poll, spaces, pasts, now, policy, lambda n: world[n.inode][2], doubted)
    seen = {n.key: presence for n in found.to_look if (presence := world[n.inode][1])}
    before = deepcopy((found, pasts, seen))
    made = plan(poll, now, found, pasts, seen, policy)
    assert (found, pasts, seen) == before
    return found, made


@given(WORLDS, POLICIES, st.booleans(), st.floats(0, 1e6))
def test_every_namespace_has_one_place_and_one_end(world: World, policy: Policy, doubted: bool, now: float) -> None:
    """In exactly one list; then dumped, or skipped with one reason, or its look failed. Dumps go by age. The same again gives the same."""
    found, made = planned(world, policy, doubted, now)
    assert sorted(placed(found)) == sorted(world)
    failed = [n.inode for n in found.to_look if world[n.inode][1] is None]
    assert sorted([*names(made.dumps), *(n.inode for some in made.skipped.values() for n in some), *failed]) == sorted(world)
    assert set(made.skipped) <= {"empty", "idle", "backoff"}
    assert all(made.skipped.values())
    ages = [(world[n.inode][0] or NEVER).began for n in made.dumps]
    assert ages == sorted(ages)
    assert planned(world, policy, doubted, now) == (found, made)


@given(WORLDS, POLICIES, st.booleans(), st.floats(0, 1e6))
def test_none_is_older_than_the_policy_allows(world: World, policy: Policy, doubted: bool, now: float) -> None:
    """Of those that are idle with sockets; and those that are dumped for their age are the oldest of them."""
    _, made = planned(world, policy, doubted, now)
    ages = {n: 31 - past.poll for n, (past, _, _) in world.items() if past and past.sockets}
    left = [ages[n.inode] for n in made.skipped.get("idle", ()) if n.inode in ages]
    assert all(age < policy.max_stale for age in left)


@given(st.lists(st.integers(1, 40), max_size=30), st.integers(1, 30))
def test_how_many_are_stale(ages: list[int], most: int) -> None:
    """All whose time has come; otherwise as few as let every one be dumped in time at an even pace; never more than there are."""
    ages.sort(reverse=True)
    now = how_many_stale(ages, most)
    assert sum(age >= most for age in ages) <= now <= len(ages)
    for age in ages:
        older = sum(other >= age for other in ages)
        assert max(0, older - now) <= max(0, now + 1) * max(0, most - age), "they would have to come faster later"


@pytest.mark.parametrize(
    ("ages", "most", "now"), [([], 10, 0), ([9], 10, 0), ([10], 10, 1), ([1] * 100, 10, 10), ([1] * 9, 10, 0), ([2] * 9, 10, 1)]
)
def test_stale_ones_come_at_an_even_pace(ages: list[int], most: int, now: int) -> None:
    """A tenth of them at each poll when ten polls are left, not all at once in the tenth."""
    assert how_many_stale(ages, most) == now


@given(PRESENCES)
def test_empty_is_three_zeros(presence: Presence) -> None:
    """No IPv4, no TIME_WAIT, no IPv6: what else the namespace has does not count."""
    assert presence.empty == (presence[:3] == (0, 0, 0))


def test_a_look_is_remembered() -> None:
    """That it was empty, with the mark before it; and its own hash. One that was not empty still has no dump."""
    assert looked(NEVER, EMPTY, 4, b"a") == Past(sockets=0, poll=4, mark=b"a")
    assert looked(NEVER, Presence(1, 0, 0, 1, 1024), 4, b"a") == Past(own_hash=1024)
    assert looked(NEVER, SOME, 4, b"a") is NEVER
    void = Past(own_hash=1024, sockets=0, mark=b"a", poll=4)
    assert looked(void, EMPTY, 5, b"a") is void
    assert looked(void, EMPTY, 5, b"b") == replace(void, mark=b"b", poll=5)
    assert looked(void, EMPTY, 5, None).mark is None
    full = Past(sockets=3, mark=b"a", poll=4)
    assert looked(full, EMPTY, 5, b"b") is full, "only the dump that finds none says that there are none"


@given(PASTS, PRESENCES, MARKS)
def test_a_look_never_makes_a_past_better_than_it_saw(past: Past, presence: Presence, mark: Mark | None) -> None:
    """What it leaves says nothing that neither the past nor this look said; age of dump, failures and backoff stay."""
    left = looked(past, presence, 31, mark)
    assert (left.began, left.failures, left.retry, left.last) == (past.began, past.failures, past.retry, past.last)
    assert (left.sockets, left.mark) in ((past.sockets, past.mark), (0, mark))
    assert left.mark is None or left.sockets is not None or past.sockets is None, "a mark without a dump or look that it belongs to"
    if left.sockets != past.sockets or left.mark != past.mark:
        assert presence.empty
        assert not past.sockets


def test_a_recycled_inode_has_no_past() -> None:
    """The same inode first seen at another time is another namespace: never dumped, so looked at, whatever the mark."""
    pasts = {key(1): Past(began=5.0, sockets=3, failures=3, retry=99.0, mark=b"a")}
    other = space(1, first_seen=7.0)
    for policy in (EMPTIES, IDLE):
        assert sort_out(2, [other], pasts, 6.0, policy, lambda _: b"a").to_look == [other]


def test_failures_wait_longer_each_time() -> None:
    """Tried again at the next poll, then after two, four, eight intervals, at most a minute; a dump that works ends that."""
    past, waits = NEVER, []
    for _ in range(9):
        past = after(past, report("permission"), 1.0, 3, b"a")
        waits.append(past.retry - 100.0)
    assert waits == [0.0, 1.5, 3.5, 7.5, 15.5, 31.5, 59.5, 59.5, 59.5]
    for now, waits_still in ((110.0, True), (160.0, False)):
        found = sort_out(4, [space(1)], {key(1): past}, now, NONE, unknown)
        assert (bool(found.waiting), bool(found.to_dump)) == (waits_still, not waits_still)
    assert after(past, report(sockets=3), 1.0, 4, b"b") == Past(100.0, 3, b"b", 4, 0, 0, -inf, report(sockets=3))


def test_no_blame_no_backoff() -> None:
    """A poll too short, no descriptor left, no memory, a death: none of these is the namespace's fault."""
    for reason in BLAMELESS:
        past = after(NEVER, report(reason), 1.0, 3, b"a")
        assert (past.failures, past.retry) == (0, -inf)
    assert DIED < BLAMELESS


@given(PASTS, st.sampled_from(("", "permission", "timeout", "interrupted", *sorted(BLAMELESS | OUT_OF_TIME))), COUNTS, MARKS)
def test_only_a_complete_dump_has_a_mark(past: Past, reason: str, sockets: int, mark: Mark | None) -> None:
    """After any other there is none, so that nothing equals it: what is left of an earlier dump does not hide what came since."""
    left = after(past, report(reason, sockets), 1.0, 9, mark)
    assert left.mark == (None if reason else mark)
    assert (left.sockets, left.poll) == ((past.sockets, past.poll) if reason else (sockets, 9))
    assert left.own_hash == past.own_hash


def test_a_turn_that_was_none() -> None:
    """A namespace for which time ran out before it gave a row keeps its place in the order; one that gave rows, or failed, had its turn."""
    before = Past(began=5.0)
    for reason, sockets, began in (("poll_timeout", 0, 5.0), ("hung", 0, 5.0), ("poll_timeout", 3, 100.0), ("permission", 0, 100.0)):
        assert after(before, report(reason, sockets), 1.0, 2, None).began == began
    assert after(before, report("poll_timeout", sockets=3), 1.0, 2, None).sockets is None


@given(st.integers(0, 10**6), SECONDS)
def test_backoff_has_bounds(failures: int, frequency: float) -> None:
    """Never negative, never beyond a minute, or one interval where that is longer."""
    assert 0 <= backoff(failures, frequency) <= max(LONGEST_BACKOFF, frequency)


@given(SECONDS, st.integers(0, 100), UNIT)
def test_the_first_poll_comes_within_the_jitter(frequency: float, jitter: int, random: float) -> None:
    """Between at once and the jitter's share of an interval; without jitter at once."""
    delay = first_delay(frequency, jitter, random)
    assert 0 <= delay <= frequency * jitter / 100
    assert first_delay(frequency, 0, random) == 0


@given(SECONDS, SECONDS, st.integers(0, 100), UNIT)
def test_the_next_poll_comes_an_interval_later(due: float, frequency: float, jitter: int, random: float) -> None:
    """Counted from when the last one was due, so that beats do not drift, give or take half the jitter."""
    start = next_start(due, due, frequency, jitter, random)
    assert abs(start - due - frequency) <= frequency * jitter / 200 + 1e-6
    assert next_start(due, due, frequency, 0, random) == due + frequency


@given(SECONDS, SECONDS, st.integers(0, 100), UNIT, st.floats(1.5, 1000))
def test_after_an_overrun_the_next_poll_comes_at_once(due: float, frequency: float, jitter: int, random: float, intervals: float) -> None:
    """Once: the beats that it missed are not made up for."""
    now = due + intervals * frequency
    assert next_start(due, now, frequency, jitter, random) == now


STANDINGS = st.builds(Standing, *(st.booleans() for _ in range(4)), st.sampled_from(("dump", "exact")))


@given(st.sampled_from(("auto", "dump", "exact")), STANDINGS)
def test_manner(reads: str, standing: Standing) -> None:
    """Exactly only what is watched, known and has nothing half-open; what is watched is remembered; auto goes by cost and by doubts."""
    found = manner(reads, standing)
    sure = standing.watched and standing.known and not standing.half_open
    wanted = {"dump": False, "exact": True, "auto": standing.cheaper == "exact" and not standing.resting}[reads]
    assert (found.way == "exact") == (sure and wanted)
    assert found.remember == (standing.watched and reads != "dump")


def test_rest() -> None:
    """The first doubt costs nothing, then each twice as much, up to a bound."""
    assert [rest(doubts) for doubts in (0, 1, 2, 3, 4)] == [0, 0, 1, 3, 7]
    assert max(rest(doubts) for doubts in range(100)) == LONGEST_REST == rest(10**6)
