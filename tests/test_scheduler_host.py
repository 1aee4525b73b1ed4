"""Courses of polls over a simulated host: nothing is left out wrongly, nothing starves, nothing gets too old, nothing comes all at once."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from math import ceil
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simulated_host import BETWEEN, DUMPED, LOOKED, SEARCHED, Event, Host

from xtcp_ebpf.scheduler import BLAMELESS

WHICH = st.integers(0, 4)
AT_ANY_TIME = ("born", "talk", "open", "close", "missed", "unplaced", "vanish")
EVENTS = st.one_of(
    st.tuples(st.sampled_from((BETWEEN, SEARCHED, LOOKED, DUMPED)), st.sampled_from(AT_ANY_TIME), WHICH),
    st.tuples(st.just(BETWEEN), st.sampled_from(("blind", "rings", "reload")), WHICH),
)
REASONS = ("permission", "interrupted", "hung", *sorted(BLAMELESS))
STEPS = st.tuples(
    st.lists(EVENTS, max_size=6),
    st.dictionaries(WHICH, st.sampled_from(REASONS), max_size=2),
    st.one_of(st.just(100), st.integers(0, 3)),
)
POLICIES = st.tuples(st.sampled_from(("none", "empty", "idle")), st.booleans(), st.integers(1, 5))
COURSES = st.lists(st.tuples(st.one_of(st.none(), POLICIES), STEPS), max_size=12)

Course = list[tuple[tuple[str, bool, int] | None, tuple[list[Event], Mapping[int, str], int]]]


def all_is_known(host: Host) -> None:
    """When nothing happens and nothing fails any more, all that has happened is known as soon as no backoff holds."""
    for _ in range(8):
        host.poll()
    assert all(space.known == space.changes for space in host.spaces.values())


@pytest.mark.parametrize("bpf", [True, False], ids=["bpf", "counters"])
@given(COURSES)
def test_nothing_is_left_out_wrongly(bpf: bool, course: Course) -> None:
    """Whatever happens, at whatever moment of a poll, is seen, doubted, lost, reloaded, fails or is switched: the host checks each skip."""
    host = Host(bpf=bpf)
    for policy, (events, fails, room) in course:
        if policy:
            host.change(*policy)
        host.poll(events, fails, room)
    all_is_known(host)


Step = tuple[list[Event], dict[int, str], int]
FATES: list[Step] = [([], {}, 1), ([], {0: "permission"}, 1), ([], {0: "gone"}, 1), ([], {}, 0)]
"""What can become of the dump of one namespace."""
LIFE: list[Step] = [([(when, what, 0)], {}, 1) for when, what in product((BETWEEN, SEARCHED, DUMPED), ("talk", "open", "close", "vanish"))]
LIFE += [([(LOOKED, what, 0)], {}, 1) for what in ("open", "close")]
"""What can happen there, at each moment of a poll; LOOKED tells from SEARCHED what makes a look go wrong."""
READINGS: list[Step] = [([(when, what, 0)], {}, 1) for when, what in product((BETWEEN, SEARCHED, DUMPED), ("missed", "unplaced"))]
READINGS += [([(BETWEEN, what, 0)], {}, 1) for what in ("blind", "rings", "reload")]
READINGS += [([(BETWEEN, what, 0), (BETWEEN, "rings", 0)], {}, 1) for what in ("missed", "unplaced", "blind")]
"""What can go wrong with the marks."""


@pytest.mark.parametrize(
    ("skip", "bpf", "steps"),
    [("idle", True, FATES + LIFE + READINGS), ("idle", False, FATES + LIFE), ("empty", True, FATES + LIFE)],
    ids=["bpf", "counters", "empty"],
)
def test_every_course_of_three_polls(skip: str, bpf: bool, steps: list[Step]) -> None:
    """All of them, of one namespace with a socket that was dumped before: each skip is right, and at the end all is known."""
    for course in product(steps, repeat=3):
        host = Host(skip, bpf)
        host.poll([(BETWEEN, "open", 0)])
        for events, fails, room in course:
            host.poll(events, fails, room)
        host.poll()
        if not any("permission" in fails.values() for _, fails, _ in course):  # else it may be in backoff
            assert all(space.known == space.changes for space in host.spaces.values()), course


def quiet(count: int, most: int, empty: int = 0, bpf: bool = True) -> Host:
    """A host of so many namespaces with sockets, and so many without, that were all dumped in its first poll."""
    host = Host(bpf=bpf, max_stale=most)
    host.poll([(BETWEEN, "open" if n < count else "born", n) for n in range(count + empty)])
    return host


@pytest.mark.parametrize("bpf", [True, False], ids=["bpf", "counters"])
def test_staleness_is_bounded_and_level(bpf: bool) -> None:
    """For any number and bound: none older than it, in no poll more than its share, and then each exactly once in so many polls."""
    for count, most in product(range(1, 24), range(1, 13)):
        host = quiet(count, most, bpf=bpf)
        dumped = [[n.inode for n in host.poll().dumps] for _ in range(5 * most)]
        assert max(map(len, dumped)) <= ceil(count / most), (count, most)
        for first in range(2 * most, 4 * most):
            assert sorted(n for poll in dumped[first : first + most] for n in poll) == list(range(count)), (count, most)


@given(st.integers(0, 10**9), st.integers(1, 30), st.integers(1, 8))
def test_stale_ones_are_level_beside_active_ones(seed: int, count: int, most: int) -> None:
    """Whoever is active when: of those at rest never more than an even share is dumped in one poll."""
    random, host = Random(seed), quiet(count, most)
    for _ in range(4 * most):
        host.poll(
            [
                (random.choice((BETWEEN, SEARCHED, LOOKED, DUMPED)), "talk", random.randrange(count))
                for _ in range(random.choice((0, 1, count)))
            ]
        )
        at_rest = {n.inode for _, n in host.found.at_rest}
        stale = [space for n, space in host.spaces.items() if n in at_rest and space.dumped == host.number]
        assert len(stale) <= ceil(count / most)


def test_void_and_inactive_is_left_alone() -> None:
    """By BPF: looked at once, then for ever neither dumped nor looked at, however many; until something happens there."""
    host = quiet(1, 3, empty=50)
    for _ in range(30):
        made = host.poll()
        assert (host.found.to_look, len(host.found.void), len(made.skipped["idle"]) + len(made.dumps)) == ([], 50, 51)
        assert {n.inode for n in made.dumps} <= {0}
    made = host.poll([(BETWEEN, "open", 7), (BETWEEN, "talk", 8)])
    assert [n.inode for n in host.found.to_look] == [7, 8]
    assert ([n.inode for n in made.skipped["empty"]], 7 in {n.inode for n in made.dumps}) == ([8], True)


def test_a_doubt_lasts_one_poll() -> None:
    """Everything with sockets is dumped and everything without is looked at; then all rests again."""
    host = quiet(5, 100, empty=5)
    host.poll()
    made = host.poll([(BETWEEN, "missed", 9)])
    assert [n.inode for n in made.dumps] == [9, 0, 1, 2, 3, 4]
    assert [n.inode for n in made.skipped["empty"]] == [5, 6, 7, 8]
    made = host.poll()
    assert (made.dumps, host.found.to_look, len(made.skipped["idle"])) == ((), [], 10)


def test_what_found_no_room_is_dumped() -> None:
    """With all others that have no mark, of which it may have been any; those that are marked are believed."""
    host = quiet(4, 100)
    host.poll([(BETWEEN, "reload", 0)])
    host.poll([(BETWEEN, "talk", 0), (BETWEEN, "talk", 1)])
    made = host.poll([(BETWEEN, "unplaced", 3)])
    assert [n.inode for n in made.dumps] == [2, 3]


def test_another_source_compares_with_nothing() -> None:
    """Switched in mid-course: one poll over everything, whichever way; then it is as idle as before. -skip alone keeps the marks."""
    host = quiet(4, 100)
    for bpf in (False, True):
        host.change("idle", bpf, 100)
        assert [len(host.poll().dumps) for _ in range(3)] == [4, 0, 0]
    for skip, dumps in (("none", 4), ("idle", 0), ("empty", 4), ("idle", 0)):
        host.change(skip, True, 100)
        assert len(host.poll().dumps) == dumps


@given(st.integers(0, 10**9), st.integers(1, 12), st.integers(1, 6), st.sampled_from(("none", "empty", "idle")), st.booleans())
def test_nothing_starves(seed: int, count: int, room: int, skip: str, bpf: bool) -> None:
    """With time for so many dumps a poll, each that is to be dumped has its turn in as many polls as all would take, whoever is busy."""
    random, host = Random(seed), Host(skip, bpf)
    host.poll([(BETWEEN, "open", n) for n in range(count)], room=room)
    for _ in range(40):
        fails = {random.randrange(count): random.choice(("memory", "permission"))} if random.random() < 0.2 else {}
        host.poll([(BETWEEN, "talk", n) for n in range(count) if random.random() < 0.8], fails, room)
        assert max(space.waits for space in host.spaces.values()) < ceil(count / room)
