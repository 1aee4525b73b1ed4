"""The sender and a destination that takes several at once: when a batch goes, what is in it, and what its answers do."""

from __future__ import annotations

import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripted_destination import Box, Broken, Crate, FakeClock, envelope, numbers, sent, until

from xtcp_ebpf.abc import Batching, Clock, Marshaller, Sealed, Target
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.delivery.backlog import Held
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire.framing import read_varint

ONE = envelope(1, 1)
"""Each of one row below 128 has its size."""
WHILE = 10**9
LATER = SendError("busy", "box:x: later")
NEVER = SendError("poison", "box:x: never this one", retry=False)
CLOSED = SendError("closed", "box:x: the reader has left", retry=False)


class Road:
    """A started sender before a crate, closed again at the end of the block."""

    def __init__(
        self,
        crate: Box,
        queue_bytes: int = 1 << 20,
        clock: Clock | None = None,
        marshaller: Marshaller | None = None,
        gather_bytes: int = 0,
    ) -> None:
        self.crate = crate
        self.tally = Tally()
        self.clock = clock or FakeClock()
        marshaller = marshaller or formats.create("protobufList")
        self.sender = Sender(Target("box", "x"), crate, marshaller, self.tally, self.clock, queue_bytes, gather_bytes=gather_bytes)

    def __enter__(self) -> Road:
        self.sender.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.crate.gate.set()
        self.sender.close(5)

    def offer(self, first: int, end: int) -> None:
        """Rows from `first` to the one before `end`, an Envelope for each."""
        for number in range(first, end):
            self.sender.offer(envelope(number, 1))

    def batches(self) -> list[list[int]]:
        return [[n for payload in batch for n in rows_of(payload)] for batch in self.crate.batches]

    def dropped(self) -> dict[str, int]:
        return {name.partition(":")[2]: n for name, n in self.tally.read().items() if name.startswith("dropped_rows:")}


def rows_of(payload: bytes) -> list[int]:
    return numbers(payload[read_varint(payload, 0)[1] :])


def test_what_waits_goes_together() -> None:
    """While one batch is under way the next one gathers; each goes whole, in the order of offering."""
    crate = Crate(Batching())
    crate.gate.clear()
    with Road(crate) as road:
        road.offer(1, 2)
        assert crate.at_gate.wait(5)
        road.offer(2, 8)
        crate.gate.set()
        until(lambda: road.tally["sent_rows"] == 7)
    assert road.batches() == [[1], [2, 3, 4, 5, 6, 7]]
    assert road.tally["sent_payloads"] == 7
    assert road.tally["sent_bytes"] == sum(map(len, crate.got))


def test_it_waits_for_enough_bytes() -> None:
    """Below want_bytes nothing goes, however many polls end; at it all that is held goes as one."""
    with Road(Crate(Batching(5 * ONE.size, WHILE))) as road:
        road.offer(1, 5)
        road.sender.wake()
        time.sleep(0.05)  # nothing may happen: there is no event to wait for
        assert road.crate.batches == []
        assert road.sender.status().in_memory == Held(4, 4 * ONE.size)
        road.offer(5, 6)
        until(lambda: road.tally["sent_rows"] == 5)
    assert road.batches() == [[1, 2, 3, 4, 5]]


def test_it_waits_for_the_oldest_to_be_old_enough() -> None:
    """The age is that of the oldest, by the sender's clock."""
    clock = FakeClock()
    with Road(Crate(Batching(WHILE, 60.0)), clock=clock) as road:
        road.offer(1, 2)
        clock.time = 59.0
        road.offer(2, 3)
        time.sleep(0.05)  # nothing may happen: there is no event to wait for
        assert road.crate.batches == []
        clock.time = 60.0
        road.sender.wake()
        until(lambda: road.tally["sent_rows"] == 2)
        assert road.batches() == [[1, 2]]


def test_nobody_needs_to_wake_it_when_the_time_has_come() -> None:
    """It wakes by itself, also when the only Envelope was too small to wake it and the end of the poll did."""
    with Road(Crate(Batching(WHILE, 0.05)), clock=SystemClock(), gather_bytes=WHILE) as road:
        road.offer(1, 2)
        road.sender.wake()
        until(lambda: road.tally["sent_rows"] == 1)


def test_the_bounds_are_asked_for_before_each_batch() -> None:
    """What a destination draws anew holds for the next one."""
    crate = Crate(Batching(2 * ONE.size, WHILE))
    with Road(crate) as road:
        road.offer(1, 2)
        crate.gate.clear()
        road.offer(2, 3)
        assert crate.at_gate.wait(5)
        crate.batching = Batching(4 * ONE.size, WHILE)
        crate.gate.set()
        until(lambda: road.tally["sent_rows"] == 2)
        road.offer(3, 6)
        time.sleep(0.05)  # nothing may happen: there is no event to wait for
        assert road.tally["sent_rows"] == 2
        road.offer(6, 7)
        until(lambda: road.tally["sent_rows"] == 6)
    assert road.batches() == [[1, 2], [3, 4, 5, 6]]


def test_no_more_than_most_bytes_at_once() -> None:
    """A long queue goes in batches of at most so much; a larger Envelope goes alone."""
    crate = Crate(Batching(0, 0.0, 3 * ONE.size))
    crate.gate.clear()
    with Road(crate) as road:
        road.offer(1, 2)
        assert crate.at_gate.wait(5)
        road.offer(2, 7)
        road.sender.offer(envelope(7, 9))
        road.offer(16, 17)
        crate.gate.set()
        until(lambda: road.tally["sent_rows"] == 16)
    assert all(len(batch) == 1 or sum(map(len, batch)) <= 3 * ONE.size + 9 for batch in crate.batches)
    assert [list(range(7, 16))] == [batch for batch in road.batches() if 7 in batch]
    assert sent(crate) == list(range(1, 17))
    assert len(crate.batches) <= 6


def test_a_queue_that_fills_up_does_not_wait() -> None:
    """Half a queue goes at once, whatever the destination would like: it would have to drop instead."""
    with Road(Crate(Batching(WHILE, WHILE)), queue_bytes=10 * ONE.size) as road:
        road.offer(1, 5)
        time.sleep(0.05)  # nothing may happen: there is no event to wait for
        assert road.crate.batches == []
        road.offer(5, 6)
        until(lambda: road.tally["sent_rows"] == 5)
    assert road.batches() == [[1, 2, 3, 4, 5]]
    assert not road.dropped()


def test_the_end_sends_what_there_is() -> None:
    """close() does not wait for the size or the age, and loses nothing."""
    with Road(Crate(Batching(WHILE, WHILE))) as road:
        road.offer(1, 4)
    assert road.batches() == [[1, 2, 3]]
    assert road.tally["offered_rows"] == road.tally["sent_rows"] == 3


def test_reopening_closes_an_object_early() -> None:
    """SIGHUP: what is held goes out at once, through the destination that was opened anew; the next one waits again."""
    crate = Crate(Batching(WHILE, WHILE))
    with Road(crate) as road:
        until(lambda: crate.opened == 1)
        road.offer(1, 3)
        time.sleep(0.05)  # nothing may happen: there is no event to wait for
        assert crate.batches == []
        road.sender.reopen()
        until(lambda: road.tally["sent_rows"] == 2)
        assert (crate.opened, crate.closed) == (2, 1)
        road.offer(3, 4)
        time.sleep(0.05)  # nothing may happen: there is no event to wait for
        assert len(crate.batches) == 1
    assert road.batches() == [[1, 2], [3]]
    assert (crate.opened, crate.closed) == (2, 2)


def blocked(answers: list[list[SendError | None] | Exception]) -> tuple[Crate, Callable[[Road, int], None]]:
    """A crate, and what makes it get so many rows as its second batch, for which the answers are; the first is row 1 alone."""
    crate = Crate(Batching(), [[None], *answers])
    crate.gate.clear()

    def begin(road: Road, rows: int) -> None:
        road.offer(1, 2)
        assert crate.at_gate.wait(5)
        road.offer(2, 2 + rows)
        crate.gate.set()

    return crate, begin


def test_some_are_to_be_tried_again() -> None:
    """Only those go again, in their order and before what came later; each arrives once; one failure, one retry."""
    crate, begin = blocked([[None, LATER, None, LATER], [LATER, None]])
    with Road(crate) as road:
        begin(road, 4)
        until(lambda: road.tally["sent_rows"] == 5)
        road.offer(6, 7)
    assert road.batches() == [[1], [2, 3, 4, 5], [3, 5], [3], [6]]
    assert sorted(sent(crate)) == [1, 2, 3, 4, 5, 6]
    assert road.tally["retries"] == road.tally["send_errors:busy"] == 2
    assert (crate.opened, crate.closed) == (3, 3)
    assert not road.dropped()


def test_some_can_never_be_taken() -> None:
    """They alone are dropped, by their reason; the others count as sent, and nothing goes twice."""
    crate, begin = blocked([[None, NEVER, None, LATER]])
    with Road(crate) as road:
        begin(road, 4)
        until(lambda: road.tally["sent_rows"] == 4)
    assert road.batches() == [[1], [2, 3, 4, 5], [5]]
    assert road.dropped() == {"poison": 1}
    assert road.tally["dropped_bytes:poison"] == ONE.size
    assert (road.tally["send_errors:poison"], road.tally["send_errors:busy"]) == (1, 1)


def test_closed_in_the_middle_of_a_batch() -> None:
    """What was taken counts as sent wherever it stands; all else is dropped, and it is the end."""
    crate, begin = blocked([[LATER, CLOSED, None, NEVER]])
    with Road(crate) as road:
        begin(road, 4)
        assert road.sender.gone.wait(5)
        road.offer(6, 7)
    assert sent(crate) == [1, 4]
    assert road.dropped() == {"poison": 1, "closed": 3}
    assert road.tally["sent_rows"] == 2
    assert road.tally["offered_rows"] == 6
    assert road.sender.gone_because == str(CLOSED)
    assert crate.opened == crate.closed


@pytest.mark.parametrize(("error", "again", "reason"), [(LATER, 2, ""), (NEVER, 1, "poison"), (ZeroDivisionError("oops"), 1, "internal")])
def test_a_batch_that_fails_as_a_whole(error: Exception, again: int, reason: str) -> None:
    """Raised instead of answered: the same for each of it; a defect costs the batch, never the thread."""
    crate, begin = blocked([error])
    with Road(crate) as road:
        begin(road, 3)
        until(lambda: len(crate.batches) > again - 1 and road.sender.waiting() == Held(0, 0))
        road.offer(9, 10)
    assert [batch for batch in road.batches() if 2 in batch] == [[2, 3, 4]] * again
    assert road.dropped() == ({reason: 3} if reason else {})
    assert sent(crate)[-1] == 9


def test_answers_that_do_not_fit_the_batch() -> None:
    """A destination that answers for fewer than it got: nobody knows for which, so it is a defect, counted, and the thread lives."""
    crate, begin = blocked([[None]])
    with Road(crate) as road:
        begin(road, 3)
        until(lambda: road.dropped() == {"internal": 3})
        road.offer(9, 10)
    assert sent(crate)[-1] == 9


def test_pieces_of_envelopes_in_a_batch() -> None:
    """With a limit an Envelope is several payloads of a batch; it is settled when the last of them is."""

    class Scripted(Crate):
        def send_all(self, payloads: Sequence[bytes]) -> Sequence[SendError | None]:
            if not self.batches:
                self.answers = [[None, LATER, NEVER, *[None] * (len(payloads) - 3)]]
            return super().send_all(payloads)

    crate = Scripted(Batching(), limit=40)
    with Road(crate) as road:
        road.sender.offer(envelope(10, 40))
        until(lambda: road.sender.waiting() == Held(0, 0))
    first, second = crate.batches
    lost = rows_of(first[2])
    assert second == [first[1]]
    assert max(map(len, first)) <= 40
    assert sorted(sent(crate)) == [n for n in range(10, 50) if n not in lost]
    assert road.dropped() == {"poison": len(lost)}
    assert road.tally["sent_rows"] == 40 - len(lost)


def test_pieces_keep_their_order() -> None:
    """A piece that failed goes again before the pieces behind it."""
    box = Box(limit=40, sends=[None, LATER])
    with Road(box) as road:
        road.sender.offer(envelope(10, 40))
        until(lambda: road.sender.waiting() == Held(0, 0))
    assert sent(box) == list(range(10, 50))


def test_marshal_errors_in_a_batch() -> None:
    """A format that fails on some costs those; the others of the batch go."""
    crate = Crate(Batching())
    crate.gate.clear()
    with Road(crate, marshaller=Broken()) as road:
        road.offer(2, 3)
        assert crate.at_gate.wait(5)
        road.offer(3, 8)
        crate.gate.set()
        until(lambda: road.sender.waiting() == Held(0, 0))
    assert [[numbers(payload) for payload in batch] for batch in crate.batches] == [[[2]], [[4], [6]]]
    assert road.dropped() == {"marshal": 3}


ANSWER = st.sampled_from([None, None, None, LATER, NEVER])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(ANSWER, min_size=30, max_size=30), max_size=8), st.integers(1, 30), st.integers(1, 2000))
def test_whatever_it_answers_every_row_ends_once(script: list[list[SendError | None]], rows: int, most: int) -> None:
    """Any answers, any size of batches: what was taken arrived exactly once, what was refused is counted, nothing else is missing."""

    class Scripted(Crate):
        refused = 0

        def send_all(self, payloads: Sequence[bytes]) -> Sequence[SendError | None]:
            answers = script.pop(0)[: len(payloads)] if script else []
            self.answers = [[*answers, *[None] * (len(payloads) - len(answers))]]
            self.refused += answers.count(NEVER)
            return super().send_all(payloads)

    crate = Scripted(Batching(0, 0.0, most))
    with Road(crate) as road:
        road.offer(1, rows + 1)
    assert len(sent(crate)) == len(set(sent(crate))) == road.tally["sent_rows"] == rows - crate.refused
    assert road.dropped().get("poison", 0) == crate.refused


def test_a_batch_is_joined_as_it_is_looked_at() -> None:
    """Envelopes of many chunks: a destination that goes through them one by one never has the whole batch in memory a second time."""
    peaks = []

    class Looking(Crate):
        def send_all(self, payloads: Sequence[bytes]) -> Sequence[SendError | None]:
            tracemalloc.start()
            total = sum(len(payload) for payload in payloads)
            peaks.append((tracemalloc.get_traced_memory()[1], total))
            tracemalloc.stop()
            return [None] * len(payloads)

    chunk = ONE.chunks[0] * 20000
    big = Sealed((chunk, chunk), 40000, 2 * len(chunk), "bytes")
    with Road(Looking(Batching(10 * big.size, WHILE, 100 * big.size)), queue_bytes=100 * big.size) as road:
        for _ in range(10):
            road.sender.offer(big)
        until(lambda: road.tally["sent_rows"] == 400000)
    ((peak, total),) = peaks
    assert total > 10 * big.size
    assert peak < 3 * big.size


def test_what_was_sent_is_not_kept() -> None:
    """An idle sender holds no Envelope of its last batch."""
    kept = [envelope(n, 1) for n in range(3)]
    before = [sys.getrefcount(sealed) for sealed in kept]
    with Road(Crate(Batching())) as road:
        for n in range(3):
            road.sender.offer(kept[n])
        until(lambda: road.tally["sent_rows"] == 3)
        until(lambda: [sys.getrefcount(sealed) for sealed in kept] == before)
