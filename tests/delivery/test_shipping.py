"""All destinations together: one that is slow or dead harms no other; one deadline, one spool."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripted_destination import Box, Crate, FakeClock, envelope, sent, until

from xtcp_ebpf.abc import Batching, Sealed, Target
from xtcp_ebpf.delivery.backlog import Held
from xtcp_ebpf.delivery.sender import Sender, Status
from xtcp_ebpf.delivery.shipping import Shipping
from xtcp_ebpf.delivery.spool import Spool
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.tally import Tally

SIZE = envelope(1, 1).size
AWAY = SendError("refused", "box: nobody there")
NO_FOLDER = SendError("directory", "box: no such folder", retry=False)


class Blocked(Box):
    """Takes the first payload and is not heard of again."""

    def __init__(self) -> None:
        super().__init__()
        self.gate.clear()


class Nobody(Box):
    """Cannot be reached until `there` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.there = threading.Event()

    def open(self, target: Target) -> Box:
        if not self.there.is_set():
            raise AWAY
        super().open(target)
        return self


def sender(box: Box, number: int, queue_bytes: int, spool: Spool | None, gather_bytes: int) -> Sender:
    name, tally = f"b{number}", Tally()
    cursor = spool.cursor(name, f"box:{name}", tally) if spool else None
    marshaller = formats.create("protobufList")
    return Sender(Target("box", name), box, marshaller, tally, FakeClock(0.01), queue_bytes, cursor=cursor, gather_bytes=gather_bytes)


@contextmanager
def shipping(*boxes: Box, queue_bytes: int = 1 << 20, spool: Spool | None = None, gather_bytes: int = 0) -> Iterator[Shipping]:
    """Started, and closed at the end."""
    made = Shipping([sender(box, number, queue_bytes, spool, gather_bytes) for number, box in enumerate(boxes)], spool)
    made.start()
    try:
        yield made
    finally:
        for box in boxes:
            box.gate.set()
        made.close(1.0)


def offer(to: Shipping, first: int, end: int) -> None:
    for number in range(first, end):
        to.offer(envelope(number, 1))


def counts(one: Sender) -> tuple[int, int, int]:
    """Rows offered, sent, dropped."""
    read = one.tally.read()
    return read.get("offered_rows", 0), read.get("sent_rows", 0), sum(n for name, n in read.items() if name.startswith("dropped_rows"))


def states(of: Shipping) -> list[str]:
    return [status.state for status in of.status()]


def test_each_gets_all() -> None:
    """The same Envelopes, in the same order, counted for each on its own."""
    boxes = Box(), Box(), Box()
    with shipping(*boxes) as road:
        offer(road, 1, 11)
        until(lambda: road.waiting() == Held(0, 0))
    assert [sent(box) for box in boxes] == [list(range(1, 11))] * 3
    assert [counts(one) for one in road.senders] == [(10, 10, 0)] * 3


def test_a_dead_one_harms_no_other() -> None:
    """One that blocks and one that cannot be reached: the third gets each row at once; theirs are dropped beyond their own queues."""
    blocked, nobody, well = Blocked(), Nobody(), Box()
    with shipping(blocked, nobody, well, queue_bytes=5 * SIZE) as road:
        for number in range(1, 101):
            road.offer(envelope(number, 1))
            until(lambda: counts(road.senders[2])[1] == number)  # noqa: B023  # waited for within the turn
        assert [counts(one) for one in road.senders] == [(100, 0, 95), (100, 0, 95), (100, 100, 0)]
        assert road.waiting() == Held(10, 10 * SIZE)
        nobody.there.set()
        until(lambda: counts(road.senders[1])[1] == 5)
    assert sent(nobody) == list(range(96, 101))
    assert sent(well) == list(range(1, 101))


def test_offering_waits_for_nobody() -> None:
    """With every destination blocked a thousand Envelopes are taken in less time than one send would be given."""
    with shipping(Blocked(), Blocked(), queue_bytes=20 * SIZE) as road:
        begun = time.monotonic()
        offer(road, 1, 1001)
        assert time.monotonic() - begun < 5
        assert [counts(one)[0] for one in road.senders] == [1000, 1000]


def test_with_a_spool_a_dead_one_loses_nothing(tmp_path: Path) -> None:
    """One write for both: the well one is not slower for it, the dead one gets all later, in order."""
    nobody, well = Nobody(), Box()
    spool = Spool(str(tmp_path), 1 << 30, 0.0, Tally())
    with shipping(nobody, well, queue_bytes=5 * SIZE, spool=spool) as road:
        offer(road, 1, 101)
        until(lambda: counts(road.senders[1])[1] == 100)
        assert road.waiting() == Held(100, 100 * SIZE)
        assert states(road) == ["retrying", "sending"]
        nobody.there.set()
        until(lambda: road.waiting() == Held(0, 0))
    assert sent(nobody) == sent(well) == list(range(1, 101))
    assert [counts(one) for one in road.senders] == [(100, 100, 0)] * 2


def test_the_spool_has_it_first(tmp_path: Path) -> None:
    """When a sender is offered an Envelope, it stands in the spool already, at the position that comes with it."""
    seen = []

    class Seeing(Sender):
        def offer(self, sealed: Sealed, position: int | None = None) -> None:
            assert position is not None
            seen.append((position, cursor.end()))
            super().offer(sealed, position)

    spool, tally = Spool(str(tmp_path), 1 << 30, 0.0, Tally()), Tally()
    cursor = spool.cursor("x", "box:x", tally)
    one = Seeing(Target("box", "x"), Box(), formats.create("protobufList"), tally, FakeClock(), 100, cursor=cursor)
    road = Shipping([one], spool)
    road.start()
    offer(road, 1, 4)
    road.close(5)
    assert seen == [(0, 1), (1, 2), (2, 3)]


def test_what_is_empty_goes_nowhere(tmp_path: Path) -> None:
    """An Envelope without rows takes no place in the spool."""
    spool = Spool(str(tmp_path), 1 << 30, 0.0, Tally())
    with shipping(Box(), spool=spool) as road:
        road.offer(Sealed((), 0, 0, "poll_end"))
        assert spool.used_bytes() == 0
    assert counts(road.senders[0]) == (0, 0, 0)


def test_one_deadline_for_all() -> None:
    """Three that never answer hold the end no longer than one; what each could not send is lost, counted and summed up."""
    boxes = Blocked(), Nobody(), Blocked()
    with shipping(*boxes) as road:
        offer(road, 1, 5)
        begun = time.monotonic()
        left = road.close(1.0)
        took = time.monotonic() - begun
        assert states(road) == ["closed"] * 3
    assert 1.0 <= took < 2.5
    assert left == Held(12, 12 * SIZE)
    assert [counts(one) for one in road.senders] == [(4, 0, 4)] * 3


def test_they_drain_side_by_side() -> None:
    """A first one that takes nothing leaves the others their time: all is sent that can be."""

    class Slow(Box):
        def send(self, payload: bytes) -> None:
            time.sleep(0.02)
            super().send(payload)

    slow, waits = Slow(), Crate(Batching(10**9, 10.0**9))
    with shipping(Blocked(), slow, waits) as road:
        offer(road, 1, 11)
        left = road.close(1.0)
    assert left.rows == 10
    assert sent(slow) == sent(waits) == list(range(1, 11))


def test_end_sends_what_is_held_and_takes_no_more() -> None:
    """Offered later it is dropped as what came too late, and close() has nothing left to wait for."""
    box = Box()
    with shipping(box) as road:
        offer(road, 1, 4)
        road.end()
        offer(road, 4, 6)
        until(lambda: counts(road.senders[0])[1] == 3)
        begun = time.monotonic()
        assert road.close(30) == Held(0, 0)
        assert time.monotonic() - begun < 5
    assert road.senders[0].tally["dropped_rows:shutdown"] == 2


def test_wake_reaches_all() -> None:
    """The end of a poll: what is too little to be sent alone goes out to each."""
    boxes = Box(), Box()
    with shipping(*boxes, gather_bytes=1 << 20) as road:
        until(lambda: states(road) == ["sending"] * 2)
        offer(road, 1, 3)
        time.sleep(0.05)  # nothing may happen: there is no event to wait for
        assert road.waiting().rows == 4
        road.wake()
        until(lambda: road.waiting() == Held(0, 0))
    assert [sent(box) for box in boxes] == [[1, 2]] * 2


def test_reopen_reaches_all() -> None:
    """Before the next payload of each, once."""
    boxes = Box(), Box()
    with shipping(*boxes) as road:
        offer(road, 1, 2)
        until(lambda: road.waiting() == Held(0, 0))
        road.reopen()
        offer(road, 2, 4)
        until(lambda: road.waiting() == Held(0, 0))
    assert [(box.opened, box.closed, sent(box)) for box in boxes] == [(2, 2, [1, 2, 3])] * 2


def test_states_of_a_life() -> None:
    """connecting until it is open, sending, retrying while tries fail, sending again; gone with a reason; closed in the end."""
    opening = threading.Event()

    class Tardy(Nobody):
        def open(self, target: Target) -> Box:
            opening.wait(10)
            return super().open(target)

    tardy, never = Tardy(), Box(opens=[NO_FOLDER])
    with shipping(tardy, never) as road:
        until(lambda: states(road) == ["connecting", "gone"])
        offer(road, 1, 2)
        opening.set()
        until(lambda: road.status()[0].failures > 3)
        assert road.status()[0]._replace(failures=0) == Status("box:b0", "retrying", Held(1, SIZE), Held(1, SIZE), 0)
        tardy.there.set()
        until(lambda: road.status()[0] == Status("box:b0", "sending", Held(0, 0), Held(0, 0), 0))
        tardy.sends.append(AWAY)
        tardy.there.clear()
        offer(road, 2, 3)
        until(lambda: states(road)[0] == "retrying")
        tardy.there.set()
        until(lambda: states(road)[0] == "sending")
    assert states(road) == ["closed", "gone"]
    assert [one.gone_because for one in road.senders] == ["", str(NO_FOLDER)]


def test_waiting_ignores_the_gone(tmp_path: Path) -> None:
    """What the spool keeps for one that will never take it is nothing to wait for."""
    spool = Spool(str(tmp_path), 1 << 30, 0.0, Tally())
    with shipping(Box(opens=[NO_FOLDER]), Box(), spool=spool) as road:
        assert road.senders[0].gone.wait(5)
        offer(road, 1, 4)
        until(lambda: road.waiting() == Held(0, 0))
        assert road.senders[0].waiting() == Held(3, 3 * SIZE)
        assert road.close(5) == Held(0, 0)


def test_close_lets_the_spool_go(tmp_path: Path) -> None:
    """After it another daemon may have the folder, and begins where each destination was."""
    spool = Spool(str(tmp_path), 1 << 30, 0.0, Tally())
    with shipping(Nobody(), Box(), spool=spool) as road:
        offer(road, 1, 4)
        until(lambda: counts(road.senders[1])[1] == 3)
        assert road.close(0) == Held(0, 0)
    late, well = Box(), Box()
    with shipping(late, well, spool=Spool(str(tmp_path), 1 << 30, 0.0, Tally())) as road:
        until(lambda: road.waiting() == Held(0, 0))
    assert (sent(late), sent(well)) == ([1, 2, 3], [])
