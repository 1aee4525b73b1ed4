"""The sender before the real spool: an outage longer than memory, the end, a restart, kill -9, and what the spool loses."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripted_destination import Box, Crate, FakeClock, envelope, sent, until

from xtcp_ebpf.abc import Batching, Sealed, Sink, Target
from xtcp_ebpf.delivery.backlog import Held
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.delivery.spool import Spool
from xtcp_ebpf.delivery.spool_entry import HEAD_BYTES
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.tally import Tally

AWAY = SendError("refused", "box:x: nobody there")
NO_FOLDER = SendError("directory", "box:x: no such folder", retry=False)
SIZE = envelope(1, 1).size
"""Of each Envelope of one row below 128."""
ROOMY = 1 << 30


class Dead(Box):
    """Nobody is there, ever; or from the end of the script on."""

    def __init__(self, sends: list[SendError | None] | None = None, limit: int | None = None) -> None:
        super().__init__(limit, sends=[*(sends or [])])
        self._begins = bool(sends)

    def open(self, target: Target) -> Sink:
        if not self._begins:
            raise AWAY
        return super().open(target)

    def send(self, payload: bytes) -> None:
        if not self.sends:
            raise AWAY
        super().send(payload)


class Road:
    """One life of a daemon: a spool, and a sender before a box."""

    def __init__(self, folder: Path, box: Box, queue_bytes: int, most_bytes: int = ROOMY, gather_bytes: int = 0) -> None:
        self.spool_tally, self.tally = Tally(), Tally()
        self.spool = Spool(str(folder), most_bytes, 0.0, self.spool_tally)
        self.cursor = self.spool.cursor("box", "box:x", self.tally)
        target, marshaller, clock = Target("box", "x"), formats.create("protobufList"), FakeClock(0.01)
        self.sender = Sender(target, box, marshaller, self.tally, clock, queue_bytes, cursor=self.cursor, gather_bytes=gather_bytes)

    def offer(self, first: int, end: int, rows: int = 1) -> None:
        """Envelopes of rows from `first` on, the last one before `end`."""
        for number in range(first, end, rows):
            sealed = envelope(number, rows)
            self.sender.offer(sealed, self.spool.append(sealed))

    def dropped(self) -> dict[str, int]:
        return {name.partition(":")[2]: n for name, n in self.tally.read().items() if name.startswith("dropped_rows:")}

    def balanced(self, before: int = 0) -> bool:
        """What was offered, and what was there before, is sent, dropped for a reason, or kept."""
        kept = self.sender.waiting().rows
        return before + self.tally["offered_rows"] == self.tally["sent_rows"] + sum(self.dropped().values()) + kept


@contextmanager
def life(
    folder: Path, box: Box, queue_bytes: int = 1 << 20, most_bytes: int = ROOMY, drain: float = 5.0, gather_bytes: int = 0
) -> Iterator[Road]:
    road = Road(folder, box, queue_bytes, most_bytes, gather_bytes)
    road.sender.start()
    try:
        yield road
    finally:
        road.sender.close(drain)
        road.spool.close()


def test_what_memory_cannot_hold_comes_back_in_order(tmp_path: Path) -> None:
    """A queue of three, an outage of fifty: memory keeps its bound, nothing is dropped, all arrive once and in order."""
    box = Box()
    box.gate.clear()
    with life(tmp_path, box, 3 * SIZE) as road:
        road.offer(1, 51)
        assert box.at_gate.wait(5)
        status = road.sender.status()
        assert (status.in_memory.bytes, status.waiting) == (3 * SIZE, Held(50, 50 * SIZE))
        box.gate.set()
        until(lambda: road.sender.waiting() == Held(0, 0))
        road.offer(51, 61)
    assert sent(box) == list(range(1, 61))
    assert road.dropped() == {}
    assert road.tally["sent_rows"] == road.tally["offered_rows"] == 60
    assert road.cursor.position == road.cursor.end() == 60


def test_offers_while_the_spool_is_being_read(tmp_path: Path) -> None:
    """A destination that is behind and goes on taking: memory and disk take turns without a gap or a double."""
    box = Box()
    with life(tmp_path, box, 2 * SIZE) as road:
        for first in range(1, 2001, 10):
            road.offer(first, first + 10)
    assert sent(box) == list(range(1, 2001))
    assert road.balanced()


def test_the_end_in_an_outage_and_the_next_start(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """close() returns nothing as lost and says what waits; the next process begins with it, then sends its own."""
    with life(tmp_path, Dead(), 3 * SIZE, drain=0.1) as road:
        road.offer(1, 21)
        assert road.sender.close(0.1) == Held(0, 0)
        assert (road.dropped(), road.sender.waiting(), road.balanced()) == ({}, Held(20, 20 * SIZE), True)
        assert road.sender.status().state == "closed"
    assert f"box:x: 20 rows ({20 * SIZE} bytes) could not be sent before the end and wait in the spool" in caplog.messages
    box = Box()
    with life(tmp_path, box) as road:
        road.offer(21, 31)
    assert sent(box) == list(range(1, 31))
    assert (road.tally["offered_rows"], road.tally["sent_rows"], road.balanced(20)) == (10, 30, True)


def test_what_comes_after_the_end_began_is_kept_too(tmp_path: Path) -> None:
    """Rows that are sealed while it closes are in the spool: not dropped, and there at the next start."""
    with life(tmp_path, Box()) as road:
        road.offer(1, 3)
        road.sender.close(5)
        road.offer(3, 5)
        assert (road.dropped(), road.tally["sent_rows"], road.balanced()) == ({}, 2, True)
    box = Box()
    with life(tmp_path, box):
        pass
    assert sent(box) == [3, 4]


def test_a_destination_that_is_gone_keeps_its_rows(tmp_path: Path) -> None:
    """Nothing is dropped for it, before or after; when it can be had again, at another start, it gets all."""
    with life(tmp_path, Box(opens=[NO_FOLDER]), 3 * SIZE) as road:
        road.offer(1, 6)
        assert road.sender.gone.wait(5)
        road.offer(6, 11)
        assert (road.dropped(), road.sender.waiting(), road.balanced()) == ({}, Held(10, 10 * SIZE), True)
        assert road.sender.status().state == "gone"
    box = Box()
    with life(tmp_path, box):
        pass
    assert sent(box) == list(range(1, 11))


def test_a_blocked_send_is_kept_and_goes_out_again(tmp_path: Path) -> None:
    """Left behind at the deadline: it may arrive, so it is there twice, never not at all; and it confirms nothing any more."""
    box = Box()
    box.gate.clear()
    with life(tmp_path, box) as road:
        road.offer(1, 4)
        assert box.at_gate.wait(5)
        assert road.sender.close(0) == Held(0, 0)
        box.gate.set()
        road.sender._thread.join(5)
        assert (road.cursor.position, road.tally["sent_rows"]) == (0, 0)
    again = Box()
    with life(tmp_path, again):
        pass
    assert sent(box)[:1] == [1]
    assert sent(again) == [1, 2, 3]


def test_what_a_blocked_send_says_later_is_not_heard(tmp_path: Path) -> None:
    """After the end it counts nothing: no error, no retry, and the destination is not called gone."""
    for error in (AWAY, NO_FOLDER, SendError("closed", "box:x: left", retry=False)):
        box = Box(sends=[error])
        box.gate.clear()
        with life(tmp_path, box) as road:
            road.offer(1, 2)
            assert box.at_gate.wait(5)
            road.sender.close(0)
            box.gate.set()
            road.sender._thread.join(5)
            assert not road.sender.gone.is_set()
            assert road.sender.status().state == "closed"
            assert not [name for name in road.tally.read() if name.startswith(("send_errors", "retries", "dropped"))]


def test_a_read_that_ends_after_the_end(tmp_path: Path) -> None:
    """What a slow disk gives then is nobody's any more: it stays in the spool, and not in memory."""
    with life(tmp_path, Dead(), drain=0) as road:
        road.offer(1, 3)
    box, go_on, reading = Box(), threading.Event(), threading.Event()
    road = Road(tmp_path, box, 1 << 20)
    read = road.cursor.read

    def slowly(position: int) -> Sealed | None:
        reading.set()
        go_on.wait(10)
        return read(position)

    road.cursor.read = slowly  # type: ignore[method-assign]  # the real one behind a slow disk
    road.sender.start()
    assert reading.wait(5)
    road.sender.close(0)
    go_on.set()
    road.sender._thread.join(5)
    assert road.sender.status()[1:4] == ("closed", Held(2, 2 * SIZE), Held(0, 0))
    road.spool.close()
    assert sent(box) == []


def test_one_that_is_larger_than_the_queue(tmp_path: Path) -> None:
    """It goes by way of the disk, at once, though so little is held that nobody would be woken for it."""
    box = Box()
    with life(tmp_path, box, 3 * SIZE, gather_bytes=ROOMY) as road:
        until(lambda: road.sender.status().state == "sending")
        road.offer(1, 21, rows=20)
        until(lambda: road.tally["sent_rows"] == 20)
    assert sent(box) == list(range(1, 21))


def test_an_envelope_that_went_in_part(tmp_path: Path) -> None:
    """In pieces, and the end comes between two: it stays in the spool whole, as some rows twice are better than none."""
    box = Dead([None], limit=60)
    with life(tmp_path, box) as road:
        road.offer(1, 21, rows=20)
        until(lambda: road.tally["sent_rows"])
        assert road.sender.waiting() == Held(20, envelope(1, 20).size)
        assert road.sender.close(0) == Held(0, 0)
    again = Box()
    with life(tmp_path, again):
        pass
    assert sent(again) == list(range(1, 21))


def test_the_oldest_that_the_spool_had_to_give_up(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """An outage beyond -spoolBytes: what went is counted under spool_full, the rest arrives in order, memory's own included."""
    box = Box()
    box.gate.clear()
    with life(tmp_path, box, 3 * SIZE, most_bytes=16 * (HEAD_BYTES + SIZE)) as road:
        road.offer(1, 2)
        assert box.at_gate.wait(5)
        road.offer(2, 101)
        box.gate.set()
    got = sent(box)
    lost = road.dropped()["spool_full"]
    assert got == [1, 2, 3, *range(lost + 4, 101)]
    assert 80 < lost < 90
    assert road.dropped() == {"spool_full": lost}
    assert road.tally["dropped_bytes:spool_full"] == lost * SIZE
    assert road.balanced()
    assert sum("the spool is full" in line for line in caplog.messages) == 1


def test_what_the_spool_lost_while_nobody_ran(tmp_path: Path) -> None:
    """Segments that were removed by hand: counted at the next start, and what is left arrives."""
    with life(tmp_path, Dead(), 3 * SIZE, most_bytes=16 * (HEAD_BYTES + SIZE), drain=0) as road:
        road.offer(1, 13)
    min(tmp_path.glob("*.seg")).unlink()
    box = Box()
    with life(tmp_path, box, most_bytes=16 * (HEAD_BYTES + SIZE)) as road:
        pass
    assert sent(box) == list(range(3, 13))
    assert road.dropped() == {"spool_full": 2}
    assert road.balanced(12)


def test_a_damaged_entry_costs_itself(tmp_path: Path) -> None:
    """Its rows are counted under spool_damaged; all others arrive in order."""
    with life(tmp_path, Dead(), drain=0) as road:
        road.offer(1, 13)
    (segment,) = tmp_path.glob("*.seg")
    raw = bytearray(segment.read_bytes())
    raw[4 * (HEAD_BYTES + SIZE) + HEAD_BYTES + 2] ^= 1
    segment.write_bytes(raw)
    box = Box()
    with life(tmp_path, box) as road:
        pass
    assert sent(box) == [1, 2, 3, 4, *range(6, 13)]
    assert (road.dropped(), road.balanced(12)) == ({"spool_damaged": 1}, True)


def test_what_the_spool_could_not_take_waits_in_memory(tmp_path: Path) -> None:
    """An Envelope beyond -spoolBytes: memory alone has it; it goes out, or is counted as dropped, as without a spool."""
    box = Box()
    box.gate.clear()
    large = envelope(200, 50)
    with life(tmp_path, box, 2 * large.size, most_bytes=large.size) as road:
        road.offer(1, 3)
        assert box.at_gate.wait(5)
        for sealed in (large, large, envelope(300, 50)):
            position = road.spool.append(sealed)
            assert position is None
            road.sender.offer(sealed, position)
        assert road.dropped() == {"queue_full": 100}
        assert road.sender.waiting().rows == 2 + 50
        box.gate.set()
    assert sorted(sent(box)) == [1, 2, *range(300, 350)]
    assert road.balanced()


def test_a_batch_from_the_spool_is_within_the_queue(tmp_path: Path) -> None:
    """A destination that takes batches larger than the queue gets what the queue may hold, in order, and memory keeps its bound."""
    with life(tmp_path, Dead(), drain=0) as road:
        road.offer(1, 41)
    crate = Crate(Batching(most_bytes=1 << 20))
    crate.gate.clear()
    with life(tmp_path, crate, 5 * SIZE) as road:
        assert crate.at_gate.wait(5)
        assert road.sender.status().in_memory == Held(5, 5 * SIZE)
        crate.gate.set()
    assert sent(crate) == list(range(1, 41))
    assert [len(batch) for batch in crate.batches] == [5] * 8


def test_a_defect_of_the_spool_ends_the_sender_in_words(caplog: pytest.LogCaptureFixture) -> None:
    """Whatever it is: the destination is gone, with a traceback in the log, and the daemon does not wait for its thread in vain."""

    class Odd:
        position = 0

        def end(self) -> int:
            return 1

        def size(self, _position: int) -> int:
            return 1

        def read(self, _position: int) -> Sealed:
            raise ZeroDivisionError("oops")

        def waiting(self) -> tuple[int, int]:
            return 0, 0

    sender = Sender(Target("box", "x"), Box(), formats.create("protobufList"), Tally(), FakeClock(), 100, cursor=Odd())  # type: ignore[arg-type]
    sender.start()
    assert sender.gone.wait(5)
    assert sender.gone_because == "box:x: ZeroDivisionError('oops')"
    assert "Traceback" in caplog.text
    assert sender.close(5) == Held(0, 0)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([None, None, None, AWAY]), max_size=30), st.integers(1, 40), st.integers(0, 60))
def test_kill_at_any_moment(tmp_path_factory: pytest.TempPathFactory, script: list[SendError | None], rows: int, after: int) -> None:
    """The folder as it stands at any moment of an outage has all that was sealed and not confirmed: none lost, order kept."""
    folder = tmp_path_factory.mktemp("spool")
    box = Dead(script)
    with life(folder / "a", box, 3 * SIZE, drain=0) as road:
        road.offer(1, rows + 1)
        until(lambda: len(box.got) >= min(after, script.count(None), rows))
        shutil.copytree(folder / "a", folder / "b")
    again = Box()
    with life(folder / "b", again) as road:
        pass
    first = sent(again)[0] if again.got else rows + 1
    assert sent(again) == list(range(first, rows + 1))
    assert set(sent(box)) | set(sent(again)) == set(range(1, rows + 1))
    assert not road.dropped()
