"""What to dump and when: pure, so every rule is a property."""

from __future__ import annotations

from math import inf

from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.abc import DumpReport, Namespace, NamespaceKey, Presence, Skipped
from xtcp_ebpf.scheduler import (
    BLAMELESS,
    DIED,
    LONGEST_BACKOFF,
    NEVER,
    Past,
    after,
    backoff,
    due,
    first_delay,
    looked,
    next_start,
    plan,
    to_look,
)

UNIT = st.floats(0, 1, exclude_max=True)
SECONDS = st.floats(0.01, 1e6)
EMPTY = Presence(0, 0, 0, 5, 0)
COUNTS = st.integers(0, 3)
PRESENCES = st.builds(Presence, COUNTS, COUNTS, COUNTS, COUNTS, st.sampled_from((0, 1024)))
SOCKETS = st.one_of(st.none(), st.integers(0, 3))
PASTS = st.builds(
    Past, st.floats(0, 1e6), SOCKETS, st.sampled_from((0, 1024)), st.integers(0, 9), st.one_of(st.just(-inf), st.floats(0, 1e6))
)
WORLDS = st.dictionaries(st.integers(0, 30), st.tuples(st.one_of(st.none(), PASTS), st.one_of(st.none(), PRESENCES)))


def space(number: int, first_seen: float = 0.0) -> Namespace:
    """Namespace n."""
    return Namespace(number, f"n{number}", f"/run/netns/n{number}", "mount", first_seen=first_seen)


def key(number: int) -> NamespaceKey:
    """Its key."""
    return space(number).key


def report(reason: str = "", sockets: int = 0, started: float = 100.0) -> DumpReport:
    """Of namespace 1."""
    return DumpReport(space(1), started, 0.5, sockets, sockets, not reason, reason)


def names(namespaces: tuple[Namespace, ...]) -> list[int]:
    """Their numbers."""
    return [n.inode for n in namespaces]


def test_everything_is_dumped_until_the_deadline() -> None:
    """Each namespace once, by name when nothing else tells them apart."""
    made = plan(7, 105.0, [space(n) for n in (3, 1, 2)], {}, {})
    assert (made.poll, names(made.dumps), made.deadline, made.skipped) == (7, [1, 2, 3], 105.0, ())


def test_those_that_were_left_out_come_first() -> None:
    """Never dumped before dumped long ago before dumped just now: a poll that is too short does not always lose the same ones."""
    pasts = {key(0): Past(began=9.0), key(1): Past(began=4.0)}
    assert names(plan(2, 0.0, [space(0), space(1), space(2)], pasts, {}).dumps) == [2, 1, 0]


def test_a_hash_of_its_own_goes_first_among_equals() -> None:
    """Of those never dumped, cheap ones first, whether an earlier look told or this one; a large one is not cheap; age counts more."""
    pasts = {key(3): Past(own_hash=512), key(1): Past(own_hash=262144), key(4): Past(began=1.0, own_hash=512)}
    seen = {key(2): Presence(1, 0, 0, 1, 1024)}
    assert names(plan(2, 0.0, [space(n) for n in (1, 2, 3, 4)], pasts, seen).dumps) == [2, 3, 1, 4]


@given(WORLDS, st.sampled_from(("none", "empty")), st.floats(0, 1e6))
def test_each_namespace_is_dumped_or_skipped_with_a_reason(
    world: dict[int, tuple[Past | None, Presence | None]], skip: str, now: float
) -> None:
    """Whatever is known, every namespace is in the plan exactly once; one is skipped only as empty, seen so in this poll, or in backoff."""
    spaces = [space(n) for n in world]
    pasts = {key(n): past for n, (past, _) in world.items() if past}
    ready, waiting = due(spaces, pasts, now)
    asked = to_look(ready, pasts, skip)
    seen = {n.key: presence for n in asked if (presence := world[n.inode][1])}
    made = plan(1, now, ready, pasts, seen, waiting)
    assert sorted([*names(made.dumps), *(s.namespace.inode for s in made.skipped)]) == sorted(world)
    for namespace, reason in made.skipped:
        if reason == "empty":
            assert skip == "empty"
            assert seen[namespace.key].empty
            assert not pasts.get(namespace.key, NEVER).sockets
        else:
            assert reason == "backoff"
            assert pasts[namespace.key].retry > now
    ages = [pasts.get(n.key, NEVER).began for n in made.dumps]
    assert ages == sorted(ages)


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=40, max_size=40), st.integers(1, 6))
def test_no_namespace_starves(events: list[tuple[int, bool]], room: int) -> None:
    """With time for `room` dumps a poll, each of six namespaces has its turn within six polls divided by the room, whatever came before."""
    pasts: dict[NamespaceKey, Past] = {}
    last = dict.fromkeys(range(6), 0)
    for poll, (odd, fails) in enumerate(events, 1):
        made = plan(poll, 0.0, [space(n) for n in range(6)], pasts, {})
        for place, n in enumerate(made.dumps):
            reason = "poll_timeout" if place >= room else "memory" if fails and n.inode == odd else ""
            past = pasts.get(n.key, NEVER)
            pasts[n.key] = after(past, DumpReport(n, float(poll), 0.1, 0, 0, not reason, reason), 1.0)
            if place < room:
                last[n.inode] = poll
        assert poll - min(last.values()) <= -(-6 // room)


def test_what_had_sockets_is_dumped_without_a_look() -> None:
    """So the dump that finds none is always made. New ones and empty ones are looked at, with -skip none nothing is."""
    spaces = [space(n) for n in range(3)]
    pasts = {key(0): Past(sockets=4), key(1): Past(sockets=0)}
    assert names(tuple(to_look(spaces, pasts, "empty"))) == [1, 2]
    assert to_look(spaces, pasts, "none") == []


@given(PRESENCES)
def test_empty_is_three_zeros(presence: Presence) -> None:
    """No IPv4, no TIME_WAIT, no IPv6: what else the namespace has does not count."""
    assert presence.empty == (presence[:3] == (0, 0, 0))


def test_a_look_is_remembered() -> None:
    """That it was empty, and its own hash; one that was not empty still has no dump."""
    assert looked(NEVER, EMPTY) == Past(sockets=0)
    assert looked(NEVER, Presence(1, 0, 0, 1, 1024)) == Past(own_hash=1024)
    assert looked(Past(own_hash=1024, sockets=0), EMPTY) == Past(own_hash=1024, sockets=0)


def test_a_recycled_inode_has_no_past() -> None:
    """The same inode first seen at another time is another namespace: never dumped."""
    pasts = {key(1): Past(began=5.0, sockets=3, failures=3, retry=99.0)}
    other = space(1, first_seen=7.0)
    assert due([other], pasts, 6.0) == ([other], [])
    assert to_look([other], pasts, "empty") == [other]


def test_failures_wait_longer_each_time() -> None:
    """Tried again at the next poll, then after two, four, eight intervals, at most a minute; a dump that works ends that."""
    past, waits = NEVER, []
    for _ in range(9):
        past = after(past, report("permission"), 1.0)
        waits.append(past.retry - 100.0)
    assert waits == [0.0, 1.5, 3.5, 7.5, 15.5, 31.5, 59.5, 59.5, 59.5]
    assert due([space(1)], {key(1): past}, 110.0) == ([], [Skipped(space(1), "backoff")])
    assert due([space(1)], {key(1): past}, 160.0) == ([space(1)], [])
    assert after(past, report(sockets=3), 1.0) == Past(100.0, 3, 0, 0, -inf, report(sockets=3))


def test_no_blame_no_backoff() -> None:
    """A poll too short, no descriptor left, no memory, a death: none of these is the namespace's fault."""
    for reason in BLAMELESS:
        past = after(NEVER, report(reason), 1.0)
        assert (past.failures, past.retry) == (0, -inf)
    assert DIED < BLAMELESS


def test_a_turn_that_was_none() -> None:
    """A namespace for which time ran out before it gave a row keeps its place in the order; one that gave rows, or failed, had its turn."""
    before = Past(began=5.0)
    assert after(before, report("poll_timeout"), 1.0).began == 5.0
    assert after(before, report("poll_timeout", sockets=3), 1.0).began == 100.0
    assert after(before, report("permission"), 1.0).began == 100.0
    assert after(before, report("poll_timeout", sockets=3), 1.0).sockets is None


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
