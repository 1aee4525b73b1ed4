"""The hub of the streams: who gets what, how many there may be, and what the collection notices of them."""

from __future__ import annotations

import threading
import time

import pytest
from framed_rows import numbered, sealed

from xtcp_ebpf.api.subscribers import Closed, Subscribers, TooManyStreams
from xtcp_ebpf.api.subscription import Item, Subscription
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.tally import Tally

BOUND = 10.0
ONE = sealed(numbered(0, 3))


def made(queue_bytes: int = 1 << 20, streams: int = 3, patience: float = BOUND) -> Subscribers:
    return Subscribers(queue_bytes, Tally(), SystemClock(), streams, patience)


def listening(hub: Subscribers) -> Subscription:
    subscription = hub.open("Envelopes")
    hub.listen(subscription)
    return subscription


def test_all_get_the_same_envelopes() -> None:
    """Shared, not copied; who only has a place gets nothing yet."""
    hub = made()
    first, second, waiting = listening(hub), listening(hub), hub.open("PollEnvelopes")
    hub.poll_began(7)
    hub.offer(ONE)
    hub.poll_ended(7)
    for one in (first, second):
        (item, end) = one.take(1 << 20)
        assert item.sealed is ONE
        assert end == Item(7, None)
    assert waiting.waiting_bytes == 0
    hub.close()


def test_numbers_of_polls() -> None:
    """A request that comes while a poll runs is for the next one; a poll that nobody ended is over when another begins."""
    hub = made()
    assert hub.next_poll == 1
    one = listening(hub)
    hub.poll_began(1)
    assert hub.next_poll == 2
    hub.poll_began(2)
    assert one.take(1) == [Item(1, None)]
    assert hub.next_poll == 3
    hub.poll_ended(2)
    assert hub.next_poll == 3
    hub.close()


def test_no_more_than_there_may_be() -> None:
    """One too many is refused and counted; a place that is left is free, once."""
    hub = made(streams=2)
    first, second = hub.open("Envelopes"), listening(hub)
    with pytest.raises(TooManyStreams, match="2 streams of records are open, the most that -grpcStreams allows"):
        hub.open("FlatRecords")
    for _ in range(3):
        hub.leave(first)
    hub.listen(first)
    hub.offer(ONE)
    assert (hub.count, first.waiting_bytes, second.waiting_bytes) == (1, 0, ONE.size)
    hub.open("FlatRecords")
    hub.bound(1 << 20, 3)
    hub.open("FlatRecords")
    assert hub.tally.read() == {
        "grpc_streams_ended:gone": 1,
        "grpc_streams_opened:Envelopes": 2,
        "grpc_streams_opened:FlatRecords": 2,
        "grpc_streams_refused:too_many": 1,
    }
    hub.close()


def test_who_is_slow_is_dropped_and_others_are_not() -> None:
    """Its queue is given back, its rows are counted, and the other one's come."""
    hub = made(2 * ONE.size)
    slow, quick = listening(hub), listening(hub)
    hub.poll_began(1)
    for _ in range(4):
        hub.offer(ONE)
        quick.take(1)
    assert (slow.ending, slow.waiting_bytes > 0, quick.ending) == ("behind", True, None)
    assert hub.tally["grpc_rows_missed"] == 4 * ONE.rows == slow.missed_rows
    hub.leave(slow)
    assert hub.tally["grpc_streams_ended:behind"] == 1
    hub.close()


def test_who_does_not_even_take_the_news_is_cut() -> None:
    """Within the patience, by a thread that is not the collection's."""
    hub = made(1, patience=0.05)
    slow, cut = listening(hub), threading.Event()
    slow.cancel = cut.set
    hub.offer(ONE)
    hub.offer(ONE)
    assert cut.wait(BOUND)
    hub.leave(slow)
    assert hub.tally["grpc_streams_ended:stalled"] == 1
    hub.close()


def test_all_can_be_sent_away() -> None:
    """Those that there are end, and new ones may come."""
    hub = made()
    one = listening(hub)
    hub.end_all()
    assert (one.take(1), one.ending) == ([], "closing")
    hub.leave(one)
    again = listening(hub)
    hub.poll_began(1)
    hub.poll_ended(1)
    assert again.take(1) == [Item(1, None)]
    hub.close()


def test_the_end_waits_for_nobody() -> None:
    """One that has fallen behind has no more time then."""
    hub = made(1, patience=1000.0)
    slow, cut = listening(hub), threading.Event()
    slow.cancel = cut.set
    hub.offer(ONE)
    hub.offer(ONE)
    hub.close()
    assert cut.is_set()


def test_the_end() -> None:
    """All streams end, none opens, and no thread is left."""
    before = threading.active_count()
    hub = made()
    one = listening(hub)
    hub.close()
    assert (one.take(1), one.ending) == ([], "closing")
    with pytest.raises(Closed):
        hub.open("Envelopes")
    hub.leave(one)
    hub.close()
    assert threading.active_count() == before
    made().close()


@pytest.mark.parametrize("wakes", ["the poll's end", "half a queue", "its own end"])
def test_a_poll_comes_first_but_not_for_ever(wakes: str) -> None:
    """While one runs a stream rests; between polls nothing holds it."""
    hub = made(4 * ONE.size)
    one = listening(hub)
    hub.let_poll(one)
    hub.poll_began(1)
    rested = threading.Event()

    def rest() -> None:
        hub.let_poll(one)
        rested.set()

    thread = threading.Thread(target=rest)
    thread.start()
    hub.offer(ONE)
    assert not rested.wait(0.05)
    if wakes == "the poll's end":
        hub.poll_ended(1)
    elif wakes == "half a queue":
        hub.offer(ONE)
    else:
        hub.leave(one)
    assert rested.wait(BOUND)
    thread.join()
    hub.close()


def test_a_poll_that_lasts_does_not_hold_a_stream() -> None:
    """It rests for a second of it at most."""
    hub = made()
    one = listening(hub)
    hub.poll_began(1)
    start = time.monotonic()
    hub.let_poll(one)
    assert 0.9 < time.monotonic() - start < BOUND
    hub.close()


def test_offers_without_subscribers_cost_next_to_nothing() -> None:
    """A microsecond each, with room for a loaded machine: some ten for a second of 100,000 rows."""
    hub = made()
    start = time.thread_time()
    for _ in range(10000):
        hub.offer(ONE)
    assert time.thread_time() - start < 0.1
    hub.close()
