"""The sender: bound, order, splitting, retry, drain, and what it says."""

from __future__ import annotations

import csv
import io
import json
import logging
import threading
import time

import msgpack
import pytest
from google.protobuf import json_format, text_format
from hypothesis import given
from hypothesis import strategies as st
from scripted_destination import Box, Broken, FakeClock, envelope, numbers, sent, until

from xtcp_ebpf.abc import Marshaller, Sealed, Target
from xtcp_ebpf.delivery import sender as module
from xtcp_ebpf.delivery.backlog import Held
from xtcp_ebpf.delivery.copies import FirstPayloads
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.destinations import null
from xtcp_ebpf.errors import BadAddress, SendError
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire.framing import read_varint, varint


def make(
    box: Box, marshal: str | Marshaller = "protobufList", queue_bytes: int = 1 << 20, jitter: float = 0.0, **more: FirstPayloads
) -> tuple[Sender, Tally]:
    tally = Tally()
    marshaller = formats.create(marshal) if isinstance(marshal, str) else marshal
    return Sender(Target("box", "x"), box, marshaller, tally, FakeClock(jitter), queue_bytes, **more), tally


def dropped(tally: Tally) -> dict[str, int]:
    return {name.partition(":")[2]: n for name, n in tally.read().items() if name.startswith("dropped_rows:") and n}


def lost(tally: Tally) -> int:
    return sum(dropped(tally).values())


def test_sends_in_order_and_the_thread_ends() -> None:
    """Envelopes offered before and after start arrive in order, all are counted, and the thread and the sink are closed."""
    box = Box()
    sender, tally = make(box)
    sender.offer(envelope(1, 3))
    sender.start()
    sender.offer(envelope(4, 2))
    assert sender.close(5) == Held(0, 0)
    assert sent(box) == [1, 2, 3, 4, 5]
    assert tally.read() == {"offered_rows": 5, "sent_bytes": sum(map(len, box.got)), "sent_payloads": 2, "sent_rows": 5}
    assert not [t for t in threading.enumerate() if t.name == "send-box"]
    assert box.opened == box.closed == 1
    assert sender.close(5) == Held(0, 0)


def test_target_has_the_formats_preamble_and_type() -> None:
    """The destination is opened with the preamble and content type of the format that is really sent."""
    box = Box()
    sender, _ = make(box, "csv")
    sender.start()
    sender.close(5)
    csv_format = formats.create("csv")
    assert [(t.preamble, t.content_type) for t in box.targets] in ([], [(csv_format.preamble, csv_format.content_type)])


@given(st.lists(st.integers(0, 40), max_size=30), st.integers(1, 3000))
def test_queue_is_bounded_and_drops_the_oldest(sizes: list[int], bound: int) -> None:
    """Whatever is offered: the bound holds, what is kept is the newest run that fits, and every row is accounted for."""
    sender, tally = make(Box(), queue_bytes=bound)
    offered = [envelope(i * 100 + 1, size) for i, size in enumerate(sizes)]
    for one in offered:
        sender.offer(one)
        assert sender.waiting().bytes <= bound
    held = sender.waiting()
    assert tally["offered_rows"] == sum(sizes) == held.rows + lost(tally)
    assert set(dropped(tally)) <= {"queue_full"}
    assert tally["dropped_bytes:queue_full"] == sum(one.size for one in offered) - held.bytes
    if offered and offered[-1].size <= bound:
        assert held.bytes >= offered[-1].size
    assert sender.close(0) == held
    assert tally["dropped_rows:shutdown"] == held.rows


def test_the_envelope_under_way_counts_and_is_not_dropped() -> None:
    """While a send blocks, newer envelopes push out those that wait, never the one that is being sent."""
    box = Box()
    box.gate.clear()
    one = envelope(1, 10)
    sender, tally = make(box, queue_bytes=one.size * 2 + 10)
    sender.start()
    sender.offer(one)
    assert box.at_gate.wait(5)
    for first in (11, 21, 31):
        sender.offer(envelope(first, 10))
    assert dropped(tally) == {"queue_full": 20}
    box.gate.set()
    assert sender.close(5) == Held(0, 0)
    assert sent(box) == [*range(1, 11), *range(31, 41)]


def test_falling_behind_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    """A full queue is one line however much it drops, and one more when it has caught up, with the rows lost."""
    box = Box()
    box.gate.clear()
    one = envelope(1, 10)
    sender, _ = make(box, queue_bytes=one.size + 5)
    sender.start()
    sender.offer(one)
    assert box.at_gate.wait(5)
    for first in (11, 21, 31):
        sender.offer(envelope(first, 10))
    box.gate.set()
    sender.close(5)
    assert [r.message.split(": ", 1)[0] for r in caplog.records].count("box:x has caught up") == 1
    assert "30 rows" in caplog.text
    assert len(caplog.records) == 2


def read_rows(name: str, payload: bytes) -> int:
    """How many rows an independent reader of the format finds."""
    if name == "protobufList":
        size, start = read_varint(payload, 0)
        assert start + size == len(payload)
        return len(Envelope.FromString(payload[start:]).row)
    text = "" if name == "msgpack" else payload.decode()
    if name == "msgpack":
        return len(msgpack.unpackb(payload)["Row"])
    if name == "protoJson":
        return len(json_format.Parse(text, Envelope()).row)
    if name == "protoText":
        return len(text_format.Parse(text, Envelope()).row)
    if name in ("jsonl", "humanize"):
        return len([json.loads(line) for line in text.splitlines()])
    return len(list(csv.reader(io.StringIO(text), delimiter="\t" if name == "tsv" else ",")))


@pytest.mark.parametrize("name", ["protobufList", "protoJson", "protoText", "msgpack", "jsonl", "humanize", "csv", "tsv"])
def test_pieces_are_valid_in_every_format(name: str) -> None:
    """An envelope too large for the sink goes out in payloads that each fit, preamble included, and parse on their own."""
    preamble = len(formats.create(name).preamble)
    box = Box(limit=12000 + preamble)
    sender, tally = make(box, name)
    sender.start()
    for first in (1, 501):
        sender.offer(envelope(first, 500, "host" * 20))
    assert sender.close(10) == Held(0, 0)
    assert lost(tally) == 0
    assert max(map(len, box.got)) <= 12000
    assert sum(read_rows(name, payload) for payload in box.got) == tally["sent_rows"] == 1000
    assert len(box.got) == tally["sent_payloads"] > 2


@given(st.lists(st.integers(0, 400), min_size=1, max_size=60), st.integers(40, 600))
def test_splitting_loses_only_rows_that_cannot_fit(lengths: list[int], limit: int) -> None:
    """Rows of any sizes, any limit: each row that fits alone arrives, in order; each that does not is counted."""
    box = Box(limit=limit)
    sender, tally = make(box)
    parts = [envelope(i + 1, 1, "x" * n) for i, n in enumerate(lengths)]
    fitting = [i + 1 for i, part in enumerate(parts) if len(varint(part.size)) + part.size <= limit]
    sender.start()
    sender.offer(Sealed(tuple(p.chunks[0] for p in parts), len(parts), sum(p.size for p in parts), "rows"))
    assert sender.close(10) == Held(0, 0)
    assert sent(box) == fitting
    assert all(len(payload) <= limit for payload in box.got)
    assert tally["dropped_rows:row_too_large"] == len(lengths) - len(fitting)


def test_retries_until_taken_on_a_new_sink(caplog: pytest.LogCaptureFixture) -> None:
    """Each failure closes the sink and opens another; nothing is lost; the log has one line for the outage and one for its end."""
    away = SendError("refused", "box:x: nobody there")
    box = Box(opens=[away, away, None, away], sends=[None, away, away])
    sender, tally = make(box)
    sender.start()
    for first in range(1, 5):
        sender.offer(envelope(first, 1))
    assert sender.close(5) == Held(0, 0)
    assert sent(box) == [1, 2, 3, 4]
    assert tally["retries"] == tally["send_errors:refused"] == 5
    assert box.opened == box.closed == 3
    lines = [r.message for r in caplog.records]
    assert lines[0] == "sending is interrupted: box:x: nobody there"
    assert sum("interrupted" in line for line in lines) == sum("works again" in line for line in lines) <= 2


def test_what_may_be_lost_of_earlier_payloads_is_counted() -> None:
    """Bytes that a destination without receipts had taken before it broke: told, and nothing is sent again for them."""
    box = Box(sends=[None, SendError("reset", "box:x: cut", unconfirmed_bytes=7), SendError("reset", "box:x: cut", unconfirmed_bytes=5)])
    sender, tally = make(box)
    sender.start()
    for first in (1, 2):
        sender.offer(envelope(first, 1))
    assert sender.close(5) == Held(0, 0)
    assert sent(box) == [1, 2]
    assert (tally["unconfirmed_bytes"], tally["send_errors:reset"], lost(tally)) == (12, 2, 0)


def test_a_destination_that_asks_for_a_rest_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is left alone for that long, however little our own wait would be; up to a cap; and the end does not wait for it."""
    box = Box(sends=[SendError("busy", "box:x: later", after_seconds=30.0)])
    sender, tally = make(box)
    sender.start()
    sender.offer(envelope(1, 1))
    until(lambda: tally["send_errors:busy"])
    time.sleep(0.05)  # nothing may happen: there is no event to wait for
    assert tally["retries"] == 0
    assert sender.close(20) == Held(0, 0)
    assert sent(box) == [1]

    monkeypatch.setattr(module, "ASKED_CAP_SECONDS", 0.01)
    box = Box(sends=[SendError("busy", "box:x: later", after_seconds=1e9)])
    sender, tally = make(box)
    sender.start()
    sender.offer(envelope(1, 1))
    until(lambda: tally["sent_rows"])
    assert sender.close(5) == Held(0, 0)


def test_a_payload_that_can_never_be_taken_is_dropped() -> None:
    """retry False costs that payload only, counted by its reason; the next goes out on a new sink."""
    box = Box(sends=[None, SendError("too_large", "box:x: no", retry=False)])
    sender, tally = make(box)
    sender.start()
    for first in (1, 2, 3):
        sender.offer(envelope(first, 1))
    assert sender.close(5) == Held(0, 0)
    assert sent(box) == [1, 3]
    assert dropped(tally) == {"too_large": 1}
    assert tally["send_errors:too_large"] == 1
    assert not sender.gone.is_set()


@pytest.mark.parametrize(
    "error", [SendError("directory", "box:x: is a directory", retry=False), BadAddress("-dest box:x: no"), OSError(5, "odd")]
)
def test_what_cannot_be_opened_at_the_start_is_gone(error: Exception, caplog: pytest.LogCaptureFixture) -> None:
    """A destination that can never be opened ends the sender with one line, and everything is counted."""
    stop = threading.Event()
    tally = Tally()
    sender = Sender(Target("box", "x"), Box(opens=[error]), formats.create("protobufList"), tally, FakeClock(), 1000, on_gone=stop.set)
    sender.offer(envelope(1, 2))
    sender.start()
    assert stop.wait(5)
    sender.offer(envelope(3, 1))
    assert sender.close(5) == Held(0, 0)
    assert lost(tally) == 3
    assert len(caplog.records) == 1
    assert "box:x" in sender.gone_because


def test_what_was_open_once_is_tried_again() -> None:
    """The same error on reopening is an outage, not the end: directories come and go."""
    denied = SendError("denied", "box:x: denied", retry=False)
    box = Box(opens=[None, denied, denied], sends=[SendError("disk_full", "box:x: full")])
    sender, tally = make(box)
    sender.start()
    sender.offer(envelope(1, 1))
    assert sender.close(5) == Held(0, 0)
    assert sent(box) == [1]
    assert not sender.gone.is_set()
    assert tally["send_errors:denied"] == 2


def test_closed_is_the_end() -> None:
    """`closed` without retry drops what is held under that reason and sets gone."""
    box = Box(sends=[None, SendError("closed", "stdout: the reader has closed it", retry=False)])
    sender, tally = make(box)
    for first in (1, 2, 3):
        sender.offer(envelope(first, 1))
    sender.start()
    assert sender.gone.wait(5)
    assert sender.close(5) == Held(0, 0)
    assert dropped(tally) == {"closed": 2}
    assert sender.gone_because == "stdout: the reader has closed it"


def test_marshal_errors_cost_an_envelope(caplog: pytest.LogCaptureFixture) -> None:
    """A format that fails is counted and said once; the thread goes on with the next envelope."""
    box = Box()
    sender, tally = make(box, Broken())
    sender.start()
    for first in range(1, 7):
        sender.offer(envelope(first, 1))
    assert sender.close(5) == Held(0, 0)
    assert [numbers(payload) for payload in box.got] == [[2], [4], [6]]
    assert dropped(tally) == {"marshal": 3}
    assert [r.levelno for r in caplog.records] == [logging.ERROR]
    assert "broken failed on 1 rows: ValueError('odd')" in caplog.text


def test_a_sinks_own_mistake_costs_a_payload(caplog: pytest.LogCaptureFixture) -> None:
    """An exception that is no SendError is logged with its traceback and counted as `internal`."""
    box = Box(sends=[ZeroDivisionError("oops")])
    sender, tally = make(box)
    sender.start()
    for first in (1, 2):
        sender.offer(envelope(first, 1))
    assert sender.close(5) == Held(0, 0)
    assert sent(box) == [2]
    assert dropped(tally) == {"internal": 1}
    assert "oops" in caplog.text


def test_close_interrupts_a_long_wait() -> None:
    """close() ends a wait between two tries at once, tries once more, and keeps its deadline."""
    away = SendError("refused", "box:x: nobody there")
    box = Box(opens=[away] * 5 + [None], sends=[])
    sender, tally = make(box, jitter=0.0)
    sender.offer(envelope(1, 1))
    sender.start()
    assert sender.close(5) == Held(0, 0)
    assert tally["sent_rows"] == 1

    box = Box(opens=[away] * 1000)
    sender, tally = make(box, jitter=0.999)
    sender.offer(envelope(1, 4))
    sender.start()
    began = time.monotonic()
    left = sender.close(0.2)
    assert time.monotonic() - began < 2
    assert left.rows == 4
    assert dropped(tally) == {"shutdown": 4}
    assert not [t for t in threading.enumerate() if t.name == "send-box"]


def test_close_with_nothing_held_does_not_wait_for_a_destination() -> None:
    """A destination that never came does not hold up an end at which there is nothing to send."""
    sender, tally = make(Box(opens=[SendError("refused", "box:x: no")] * 1000), jitter=0.999)
    sender.start()
    began = time.monotonic()
    assert sender.close(30) == Held(0, 0)
    assert time.monotonic() - began < 5
    assert lost(tally) == 0


def test_close_leaves_a_blocked_send_behind() -> None:
    """A send that blocks beyond the deadline is counted as dropped once, also when it succeeds later."""
    box = Box()
    box.gate.clear()
    sender, tally = make(box)
    sender.start()
    sender.offer(envelope(1, 2))
    sender.offer(envelope(3, 2))
    assert box.at_gate.wait(5)
    assert sender.close(0).rows == 4
    box.gate.set()
    sender._thread.join(5)
    sender.offer(envelope(5, 1))
    assert dropped(tally) == {"shutdown": 5}
    assert tally["sent_rows"] == 0
    assert tally["offered_rows"] == 5


def test_empty_envelopes_are_nothing() -> None:
    """An envelope without rows is not sent and not counted."""
    tally = Tally()
    sender = Sender(Target("null", ""), null, formats.create("protobufList"), tally, FakeClock(), 100)
    sender.start()
    sender.offer(Sealed((), 0, 0, "poll_end"))
    assert sender.close(5) == Held(0, 0)
    assert tally.read() == {}
