"""What waits for one destination, case by case. Against a model: test_backlog_model.py."""

from __future__ import annotations

from delivery.scripted_cursor import ScriptedCursor, pieces
from spooling import envelope

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.delivery.backlog import Backlog, Held


def backlog(most_bytes: int, before: int = 0) -> tuple[Backlog, ScriptedCursor]:
    """Nothing in memory; so many Envelopes of 10 bytes in the spool."""
    cursor = ScriptedCursor([envelope(n, 10) for n in range(before)])
    return Backlog(most_bytes, cursor), cursor


def spooled(log: ScriptedCursor, to: Backlog) -> list[Sealed]:
    """One more, in the spool first: what had to go for it."""
    log.log.append(envelope(len(log.log), 10))
    return to.put(log.log[-1], len(log.log) - 1, 0.0)


def all_out(of: Backlog) -> list[int | None]:
    """Take, read and settle until nothing is left: the positions, in order."""
    out: list[int | None] = []
    while True:
        items = of.take(1)
        if not items:
            position = of.wanted()
            if position is None:
                return out
            item = of.fetched(position, of.fetch(position), 0.0)
            items = [item] if item else []
        for item in items:
            out.append(item.position)
            of.settle(item, item.sealed)


def test_without_a_spool_the_oldest_go() -> None:
    """The newest are kept, and what goes is returned, also when it is the new one that can never fit."""
    waiting = Backlog(25, None)
    sent = [envelope(n, 10) for n in range(4)]
    assert [waiting.put(one, None, 0.0) for one in sent] == [[], [], [sent[0]], [sent[1]]]
    large = envelope(9, 26)
    assert waiting.put(large, None, 0.0) == [sent[2], sent[3], large]
    assert (waiting.held, waiting.oldest(), waiting.wanted()) == (Held(0, 0), None, None)


def test_beyond_the_bound_the_newest_wait_on_disk() -> None:
    """Memory keeps what it has, nothing goes, and all come out in the order of offering, each read at most once."""
    waiting, cursor = backlog(25)
    assert [spooled(cursor, waiting) for _ in range(6)] == [[]] * 6
    assert (waiting.held.bytes, waiting.on_disk, waiting.unsettled()) == (20, True, Held(6, 60))
    assert all_out(waiting) == [0, 1, 2, 3, 4, 5]
    assert cursor.reads == [2, 3, 4, 5]
    assert (cursor.position, waiting.on_disk, waiting.unsettled()) == (6, False, Held(0, 0))
    for _ in range(2):
        spooled(cursor, waiting)
    assert all_out(waiting) == [6, 7]
    assert cursor.reads == [2, 3, 4, 5]


def test_after_a_restart_it_begins_with_what_was_left() -> None:
    """The rest of the last process comes first; what is offered meanwhile waits its turn on disk."""
    waiting, cursor = backlog(100, before=3)
    spooled(cursor, waiting)
    assert (waiting.held, waiting.unsettled()) == (Held(0, 0), Held(4, 40))
    assert all_out(waiting) == [0, 1, 2, 3]


def test_what_is_offered_while_it_is_read_is_not_there_twice() -> None:
    """The spool has it before memory is asked: the reader may be faster."""
    waiting, cursor = backlog(100, before=1)
    position = waiting.wanted()
    assert position == 0
    cursor.log.append(envelope(1, 10))
    first = waiting.fetched(0, waiting.fetch(0), 0.0)
    position = waiting.wanted()
    assert position == 1
    assert waiting.put(cursor.log[1], 1, 0.0) == []
    second = waiting.fetched(1, waiting.fetch(1), 0.0)
    assert first
    assert second
    assert waiting.held == Held(2, 20)
    waiting.settle(first, first.sealed)
    waiting.settle(second, second.sealed)
    cursor.log.append(envelope(2, 10))
    assert waiting.wanted() == 2
    third = waiting.fetched(2, waiting.fetch(2), 0.0)
    assert third
    assert waiting.put(cursor.log[2], 2, 0.0) == []
    waiting.settle(third, third.sealed)
    assert (waiting.held, all_out(waiting), cursor.position) == (Held(0, 0), [], 3)


def test_a_spool_that_fails_costs_nothing_that_it_has() -> None:
    """What it could not take has memory's room before what it has, which waits on disk alone again, and comes back."""
    waiting, cursor = backlog(25)
    spooled(cursor, waiting)
    spooled(cursor, waiting)
    loose = [envelope(n, 10) for n in (7, 8, 9)]
    assert [waiting.put(one, None, 0.0) for one in loose] == [[], [], [loose[0]]]
    assert (waiting.held, waiting.unsettled()) == (Held(2, 20), Held(4, 40))
    assert all_out(waiting) == [None, None, 0, 1]
    assert cursor.position == 2


def test_confirmed_is_what_is_settled_from_the_oldest_on() -> None:
    """Answers of a batch in any order: the place in the spool moves when the oldest is settled to its last row, and over all of them."""
    waiting, cursor = backlog(100)
    for _ in range(3):
        spooled(cursor, waiting)
    first, second, third = waiting.take(100)
    waiting.settle(second, second.sealed)
    assert cursor.position == 0
    waiting.settle(first, first.sealed)
    assert cursor.position == 2
    waiting.settle(third, third.sealed)
    assert cursor.position == 3


def test_a_batch_from_the_spool_stays_within_the_bound() -> None:
    """There is room for it beside what is under way, counted before it is read; one that is larger than the bound comes alone."""
    waiting, cursor = backlog(25, before=3)
    for expected in (0, 1, None):
        position = waiting.wanted()
        assert position == expected
        if position is not None:
            waiting.fetched(position, waiting.fetch(position), 0.0)
    alone = Backlog(5, cursor)
    assert alone.wanted() == 0
    assert alone.put(envelope(9, 4), None, 0.0), "there is no room while it is read"
    assert alone.fetched(0, alone.fetch(0), 0.0)
    assert alone.wanted() is None


def test_what_the_spool_lost_is_passed_over() -> None:
    """At once, however many they are; one that is lost as it is read is no item."""
    waiting, cursor = backlog(100, before=50)
    cursor.make_room(48)
    assert waiting.wanted() == 48
    cursor.make_room(49)
    assert waiting.fetched(48, waiting.fetch(48), 0.0) is None
    assert all_out(waiting) == [49]
    assert cursor.reads == [48, 49]


def test_what_is_lost_with_the_process() -> None:
    """What no spool has, to the row: sent parts are not lost."""
    waiting, cursor = backlog(1000)
    spooled(cursor, waiting)
    loose = envelope(9, 30, 3)
    waiting.put(loose, None, 0.0)
    _, item = waiting.take(100)
    waiting.settle(item, pieces(loose)[0])
    assert waiting.unsettled() == Held(3, 30)
    assert waiting.abandon() == Held(2, 20)
    assert waiting.unsettled() == Held(1, 10)
    alone = Backlog(100, None)
    alone.put(loose, None, 0.0)
    assert alone.abandon() == Held(3, 30)
