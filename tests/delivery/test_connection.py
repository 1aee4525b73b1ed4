"""One destination, open or not: which way a payload goes out, and whose mistake is whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from scripted_destination import Box, Crate

from xtcp_ebpf.abc import Batching, Target
from xtcp_ebpf.delivery.connection import ONE_AT_A_TIME, Connection
from xtcp_ebpf.errors import BadAddress, SendError
from xtcp_ebpf.tally import Tally

TARGET = Target("tcp", "user:secret@h:1", preamble=b"head\n")


class Gathering(Box):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[tuple[bytes, ...]] = []

    def send_parts(self, parts: tuple[bytes, ...]) -> None:
        self.parts.append(parts)


def opened(box: Box, tally: Tally | None = None) -> Connection:
    made = Connection(TARGET, box, tally or Tally())
    made.open()
    return made


def test_three_ways_out() -> None:
    """Joined for a plain one, as parts for one that gathers, all together for one that takes batches."""
    plain, gathering, crate = Box(), Gathering(), Crate(Batching())
    assert [list(opened(box).send([(b"a", b"b")])) for box in (plain, gathering)] == [[None], [None]]
    assert list(opened(crate).send([(b"a", b"b"), (b"c",)])) == [None, None]
    assert (plain.got, gathering.parts, crate.batches) == ([b"ab"], [(b"a", b"b")], [[b"ab", b"c"]])


def test_what_it_takes() -> None:
    """Room is without the preamble; batching is asked for each time, and is known while it is closed."""
    assert (opened(Box()).room, opened(Box(limit=100)).room) == (None, 95)
    assert opened(Box()).batching is ONE_AT_A_TIME
    crate = Crate(Batching(5, 1.0, 10))
    way = opened(crate)
    assert way.batching == Batching(5, 1.0, 10)
    crate.batching = Batching(7, 2.0, 10)
    way.close()
    assert way.batching == Batching(7, 2.0, 10)
    closed = Connection(TARGET, crate, Tally())
    assert (closed.is_open, closed.room, closed.batching) == (False, None, ONE_AT_A_TIME)


def test_open_and_close() -> None:
    """Closed once, however often it is asked, and open again with the same target."""
    box = Box()
    way = opened(box)
    assert way.is_open
    way.close()
    way.close()
    assert not way.is_open
    way.open()
    assert (box.opened, box.closed, box.targets) == (2, 1, [TARGET, TARGET])


@pytest.mark.parametrize("error", [BadAddress("-dest x: no"), OSError(5, "odd"), ZeroDivisionError()])
def test_what_cannot_be_opened(error: Exception) -> None:
    """A SendError comes through as it is; anything else is a defect, told under the masked address, and is not tried again."""
    away = SendError("refused", "nobody")
    way = Connection(TARGET, Box(opens=[away, error]), Tally())
    with pytest.raises(SendError) as caught:
        way.open()
    assert caught.value is away
    with pytest.raises(SendError) as caught:
        way.open()
    assert (caught.value.reason, caught.value.retry, str(caught.value)) == ("internal", False, f"tcp:user:***@h:1: {error!r}")
    assert not way.is_open


def test_an_answer_for_each() -> None:
    """What a batch raises counts for all of it; what each got stands at its place."""
    one = SendError("busy", "later")
    way = opened(Crate(Batching(), [one, [None, one]]))
    assert list(way.send([(b"a",), (b"b",)])) == [one, one]
    assert list(way.send([(b"a",), (b"b",)])) == [None, one]


@pytest.mark.parametrize("answers", [[], [None], [None] * 3])
def test_the_wrong_number_of_answers(answers: Sequence[None], caplog: pytest.LogCaptureFixture) -> None:
    """Nobody can know which is whose: all are refused as a defect of the destination, with its traceback in the log."""
    way = opened(Crate(Batching(), [list(answers)]))
    got = way.send([(b"a",), (b"b",)])
    assert [(one.reason, one.retry) for one in got if one] == [("internal", False)] * 2
    assert f"{len(answers)} answers for 2 payloads" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize(
    "box", [Box(sends=[ZeroDivisionError("oops")]), Crate(Batching(), [ZeroDivisionError("oops")])], ids=["one", "many"]
)
def test_a_defect_of_a_destination(box: Box, caplog: pytest.LogCaptureFixture) -> None:
    """It costs what was under way, and is in the log with its traceback."""
    (answer,) = opened(box).send([(b"a",)])
    assert answer
    assert (answer.reason, answer.retry) == ("internal", False)
    assert "Traceback" in caplog.text
    assert "oops" in str(answer)


class Counting(Box):
    """Notes what it did beside sending; more of it as it closes."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()

    def send(self, payload: bytes) -> None:
        super().send(payload)
        self.counts["rotations"] += 1

    def close(self) -> None:
        super().close()
        self.counts["rotations"] += 10


def test_what_a_sink_counts_itself_is_taken_over() -> None:
    """Once each, after a send and at the close."""
    tally = Tally()
    way = opened(Counting(), tally)
    for _ in range(2):
        way.send([(b"a",)])
    assert tally.read() == {"rotations": 2}
    way.close()
    assert tally.read() == {"rotations": 12}
