"""One stream's queue: what it holds, when its thread is woken, and how it ends."""

from __future__ import annotations

import threading

import pytest
from framed_rows import numbered, sealed

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.api.subscription import LATEST_SECONDS, Item, Subscription
from xtcp_ebpf.clock import SystemClock

BOUND = 10.0
ONE = sealed(numbered(0, 3))


class JumpingClock(SystemClock):
    """Each time that it is asked a second and more has passed."""

    def __init__(self) -> None:
        self._now = 0.0

    def monotonic(self) -> float:  # type: ignore[override]  # a static method there
        self._now += LATEST_SECONDS + 0.1
        return self._now


def made(queue_bytes: int = 1 << 20, one_by_one: bool = False) -> Subscription:
    return Subscription("Envelopes", queue_bytes, SystemClock(), one_by_one)


def rows(items: list[Item]) -> int:
    return sum(item.sealed.rows for item in items if item.sealed)


def test_a_poll_comes_with_its_end() -> None:
    """All Envelopes of one poll that fit into a message, and with the last of them that the poll has ended; then the next poll's."""
    one = made()
    for poll in (1, 2):
        for _ in range(3):
            assert one.offer(poll, ONE) == 0
        one.mark(poll)
    assert one.take(2 * ONE.size) == [Item(1, ONE), Item(1, ONE)]
    assert one.take(2 * ONE.size) == [Item(1, ONE), Item(1, None)]
    assert one.take(1) == [Item(2, ONE)]
    assert one.take(1 << 20) == [Item(2, ONE), Item(2, ONE), Item(2, None)]
    assert one.waiting_bytes == 2 * ONE.size
    one.end("closing")
    assert one.take(1) == []
    assert one.waiting_bytes == 0


def test_nothing_waits_longer_than_a_second_for_more() -> None:
    """A poll that lasts does not keep back what there is."""
    one = Subscription("Envelopes", 1 << 20, JumpingClock())
    one.offer(1, ONE)
    assert one.take(1 << 20) == [Item(1, ONE)]


def test_half_a_queue_is_enough() -> None:
    """Then its thread is woken before the poll has ended; with less it rests."""
    one = made(8 * ONE.size)
    one.offer(1, ONE)
    assert one.rest(0.0)
    for _ in range(3):
        one.offer(1, ONE)
    assert not one.rest(BOUND)
    assert rows(one.take(1 << 20)) == 4 * ONE.rows


def test_one_by_one_rests_however_much_waits() -> None:
    """It could not catch up anyway; but not when it is to end."""
    one = made(4 * ONE.size, one_by_one=True)
    for _ in range(4):
        one.offer(1, ONE)
    assert one.rest(0.0)
    one.end("gone")
    assert not one.rest(BOUND)


def test_falling_behind() -> None:
    """The Envelope that does not fit ends it: what waited and what comes later is counted, and given back at once."""
    one = made(2 * ONE.size)
    assert [one.offer(1, ONE) for _ in range(5)] == [0, 0, 9, 3, 3]
    assert (one.ending, one.missed_rows) == ("behind", 15)
    assert one.take(1) == []
    one.end("gone")
    assert one.ending == "behind"


def test_what_is_in_hand_counts() -> None:
    """Bytes that its thread has taken and not yet sent are still waiting."""
    one = made(2 * ONE.size)
    one.offer(1, ONE)
    one.offer(1, ONE)
    assert len(one.take(2 * ONE.size)) == 2
    assert one.waiting_bytes == 2 * ONE.size
    assert one.offer(1, ONE) == ONE.rows


def test_a_single_larger_one_comes_alone() -> None:
    """An Envelope above the bound is not refused by an empty queue."""
    one = made(ONE.size - 1)
    assert one.offer(1, ONE) == 0
    assert one.take(1) == [Item(1, ONE)]
    assert one.offer(1, ONE) == ONE.rows


@pytest.mark.parametrize("first_asked", [True, False])
def test_the_end_of_requests(first_asked: bool) -> None:
    """It ends when the poll that was asked for is through, whichever comes first; the next poll's rows are not for it."""
    one = made()
    if first_asked:
        one.finish_after(2)
    for poll in (1, 2, 3):
        one.offer(poll, ONE)
        one.mark(poll)
    assert one.take(1 << 20) == [Item(1, ONE), Item(1, None)]
    if not first_asked:
        one.finish_after(2)
    assert one.take(1 << 20) == [Item(2, ONE), Item(2, None)]
    assert one.take(1 << 20) == []
    assert one.ending == "done"


def test_an_end_wakes_its_thread() -> None:
    """Whoever waits for rows does not wait for ever."""
    one, answers = made(), []
    thread = threading.Thread(target=lambda: answers.append(one.take(1)))
    thread.start()
    one.end("gone")
    thread.join(BOUND)
    assert answers == [[]]
    assert one.offer(1, ONE) == 0


@pytest.mark.parametrize(
    ("left", "over", "ending", "cut"), [(False, False, "stalled", 1), (True, False, "behind", 1), (True, True, "behind", 0)]
)
def test_giving_up(left: bool, over: bool, ending: str, cut: int) -> None:
    """The call is cut unless it has ended: its thread may wait for the client, or the news that it left may lie unread."""
    cuts: list[int] = []
    one = made(1)
    one.cancel = lambda: cuts.append(1)
    one.offer(1, ONE)
    one.offer(1, ONE)
    if left:
        one.left.set()
    if over:
        one.over.set()
    one.give_up()
    assert (one.ending, len(cuts)) == (ending, cut)


def test_offers_while_it_takes() -> None:
    """Two threads at once, thousands of times: every row is taken or counted as missed, none twice."""
    tiny = Sealed((b"\x52\x00",), 1, 2, "rows")
    one, taken = made(64), []

    def take() -> None:
        while items := one.take(4):
            taken.append(rows(items))

    thread = threading.Thread(target=take)
    thread.start()
    offered = missed = 0
    while offered < 20000 and not one.ending:
        missed += one.offer(1, tiny)
        offered += 1
    one.mark(1)
    one.finish_after(1)
    thread.join(BOUND)
    assert not thread.is_alive()
    assert sum(taken) + missed == offered
