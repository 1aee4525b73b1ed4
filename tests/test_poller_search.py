"""When a poller with marks searches for namespaces, and what it makes of what BPF has seen: at polls, in mid-poll, when the bell rings."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace

import pytest
from collector.doors import space
from polled_world import IDLE, N0, N1, N2, World, Worlds, marks

from xtcp_ebpf.abc import NamespaceId
from xtcp_ebpf.marks import Marks
from xtcp_ebpf.poller import POLLS_BETWEEN_SEARCHES


@pytest.fixture
def make() -> Iterator[Worlds]:
    """Makes worlds, which end with the test."""
    made = Worlds()
    yield made
    made.close()


def test_with_a_whole_list_it_does_not_search(make: Worlds) -> None:
    """But for the thorough search, and what taking in the list makes of what is new."""
    world, _ = make(marks(N0, N1, N2, whole=True))
    asked = []
    for ahead in (0, 0, IDLE.reconcile_frequency):
        world.clock.ahead += ahead
        world.poll()
        asked.append(world.known.asked[:])
    assert asked == [["find thorough", "seen whole names"], ["seen whole names"], ["find thorough", "seen whole names"]]


def searches(world: World, polls: int) -> list[bool]:
    """In which of the next polls it searches; what was seen is taken in after that in each."""
    made = []
    for _ in range(polls):
        world.poll()
        assert world.known.asked[1:] == ["seen names"]
        made.append(world.known.asked[0] != "current")
    return made


def test_with_marks_it_searches_now_and_then(make: Worlds) -> None:
    """They tell of every namespace that comes to life; a search finds out which are no more. The thorough one counts."""
    world, source = make(marks(N0))
    every = [False] * (POLLS_BETWEEN_SEARCHES - 1) + [True]
    assert searches(world, 1 + 2 * len(every)) == [True, *every, *every]
    searches(world, 3)
    source.marks = marks(N0)._replace(doubted=True)
    assert searches(world, 1) == [True]
    source.marks = marks(N0)
    assert searches(world, len(every)) == every
    world.poller.knobs = replace(IDLE, reconcile_before_poll=False)
    assert not any(searches(world, 2 * len(every)))


@pytest.mark.parametrize("blind", [marks(N0)._replace(otherwise=None), marks(N0)._replace(doubted=True)], ids=["unknown", "doubted"])
def test_what_marks_may_not_tell_of_is_searched_for(make: Worlds, blind: Marks) -> None:
    """Before each poll, for as long as it is so."""
    world, _ = make(blind)
    assert all(searches(world, 4))
    world.poller.knobs = replace(IDLE, reconcile_before_poll=False)
    assert not any(searches(world, 4))


def test_all_is_searched_for_when_nothing_is_left_out(make: Worlds) -> None:
    """-skip none dumps also what has no sockets, of which no mark tells."""
    world, _ = make(marks(N0))
    world.poller.knobs = replace(IDLE, skip="none")
    assert all(searches(world, 4))


def test_where_nothing_was_seen_nothing_is_taken_in(make: Worlds) -> None:
    """Then it is the search alone that tells."""
    world, _ = make()
    world.poll()
    world.poll()
    assert world.known.asked == ["current"]


def test_the_bell(make: Worlds, caplog: pytest.LogCaptureFixture) -> None:
    """What was not known is found and looked at, not dumped; what was known is left alone; the next poll dumps it."""
    world, source = make()
    world.poll()
    world.looked.clear()
    fresh = space(3)
    world.sockets["n3"], world.known.by_bpf = 2, (fresh,)
    source.marks = marks(N0, fresh)
    world.known.asked.clear()
    world.poller.answer()
    assert (world.looked, world.tally["namespaces_rung"], world.known.asked) == (["n3"], 1, ["current", "seen"])
    world.poller.answer()
    assert (world.looked, world.tally["namespaces_rung"]) == (["n3"], 1)
    assert sorted(world.dumped()) == ["n0", "n3"]
    assert caplog.messages == []


def test_the_bell_tells_of_what_cannot_be_opened(make: Worlds, caplog: pytest.LogCaptureFixture) -> None:
    """By name, with the reason; one that died meanwhile is no news."""
    world, source = make()
    world.poll()
    world.known.by_bpf = (space(3), space(4))
    world.sockets["n3"] = -1
    source.marks = marks(space(3), space(4))
    caplog.set_level(logging.WARNING)
    world.poller.answer()
    assert caplog.messages == ["namespace n3 was seen by BPF and cannot be opened: n3 may not be entered"]
    assert world.tally["namespaces_rung"] == 2


@pytest.mark.parametrize("lost", ["", "torn"])
def test_searched_again_with_a_whole_list(make: Worlds, lost: str) -> None:
    """What was born since is not in the list: it is read anew, and what it has now is dumped, with its mark; a loss is kept in mind."""
    world, source = make(marks(N0, N1, N2, whole=True))
    world.poll()
    fresh = space(3)
    world.sockets |= {"n3": 2}
    world.known.by_bpf = (fresh,)

    def dies() -> None:
        world.sockets.pop("n2", None)

    def born() -> None:
        if source.reads == reads + 2:
            world.known.namespaces = (N0, N1)
            source.marks = marks(N0, N1, fresh, whole=True, lost=lost)

    reads = source.reads
    world.known.each, source.each = dies, born
    source.marks = marks(N0, N1, N2, whole=True, later=N2)
    assert world.dumped() == {"n2": "gone", "n3": ""}
    assert world.known.asked == ["seen whole names", "seen whole", "find"]
    assert (source.reads - reads, world.known.forgotten, world.tally["searches_again"]) == (2, ["n2"], 1)
    world.known.each = source.each = lambda: None
    source.marks = marks(N0, N1, fresh, whole=True)
    assert sorted(world.dumped()) == (["n0", "n3"] if lost else [])
    assert world.dumped() == {}


def test_searched_again_by_marks(make: Worlds) -> None:
    """Marks are no list: those of the beginning hold for what the second search finds, and are not read again."""
    world, source = make()
    world.poll()
    other = replace(N2, name="elsewhere", path="/proc/2/ns/net", first_seen=1.0)
    world.sockets["elsewhere"] = 2
    del world.sockets["n2"]
    source.marks = marks(N2)
    reads = source.reads

    def lives_on() -> None:
        if world.known.asked[-1] == "find":
            world.known.namespaces = (N0, N1, other)

    world.known.each = lives_on
    assert world.dumped() == {"n2": "gone", "elsewhere": ""}
    assert (source.reads - reads, world.known.asked) == (1, ["current", "seen names", "find"])
    assert world.dumped() == {}


def test_what_both_searches_leave_out_is_told(make: Worlds) -> None:
    """All that a poll has skipped, by reason, whichever of its searches found it."""
    world, _ = make()
    other = replace(N2, name="elsewhere", first_seen=1.0)
    world.sockets["elsewhere"] = 0
    del world.sockets["n2"]

    def lives_on() -> None:
        if len(world.known.asked) > 1:
            world.known.namespaces = (N0, N1, other)

    world.known.each = lives_on
    assert world.skipped() == {"n1": "empty", "elsewhere": "empty"}


def test_the_dead_are_forgotten(make: Worlds) -> None:
    """Those that the search finds no more, and those that are dead by their handles; nothing is asked when all are as they were."""
    world, source = make(marks(N0, N1, N2))
    world.poll()
    world.poll()
    assert source.forgotten == []
    world.known.namespaces = (N0, N1)
    world.known.died = frozenset({NamespaceId(9, 99)})
    world.poll()
    assert source.forgotten == [NamespaceId(9, 99), NamespaceId(N2.inode, 0)]
    assert set(world.poller.pasts) == {N0.key, N1.key}


def test_what_nobody_can_open_is_named(make: Worlds, caplog: pytest.LogCaptureFixture) -> None:
    """Once, for as long as it is so."""
    world, source = make(marks(N0, N1, N2))
    world.known.hidden = frozenset({NamespaceId(9, 0)})
    for _ in range(3):
        world.poll()
    assert [message[:19] for message in caplog.messages] == ["namespace net:[9] h"]
    assert source.forgotten == [NamespaceId(9, 0)] * 2  # it has no mark any more, so it rests
