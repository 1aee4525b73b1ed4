"""When an object is closed, what it is called, and what its envelopes are answered."""

from __future__ import annotations

import re
from typing import Any

import pytest
from parquet_world import KEY, START_NS, SetClock, damaged, payloads

from xtcp_ebpf.abc import Batching, BatchingSink, Target
from xtcp_ebpf.destinations._object_sink import Cut, ObjectSink
from xtcp_ebpf.destinations._parquet_file import Encoder
from xtcp_ebpf.errors import BadAddress, SendError
from xtcp_ebpf.knobs import Knobs

MIB = 1 << 20


def cut(**knobs: Any) -> Cut:
    return Cut.of(Target("parquet", "/data", knobs=Knobs(**{"hostname": "web-1", **knobs})))


@pytest.mark.parametrize(
    ("knobs", "key"),
    [
        ({}, "host=web-1/date=2025-11-21/hour=03/1763696542_00c0ffee.parquet"),
        ({"s3_prefix": "/a/b c/"}, "a/b c/host=web-1/date=2025-11-21/hour=03/1763696542_00c0ffee.parquet"),
        ({"hostname": "Ä/../x y"}, "host=____x_y/date"),
        ({"hostname": ""}, "host=unknown/"),
        ({"hostname": ".."}, "host=_/"),
    ],
)
def test_keys(knobs: dict[str, Any], key: str) -> None:
    """Hive-style, in UTC; a host's name cannot leave its place."""
    made = cut(**knobs).key(START_NS, "00c0ffee")
    assert made.startswith(key)


@pytest.mark.parametrize("prefix", ["a//b", "..", "a/../b", ".", "a/./b", "a\nb"])
def test_prefixes_that_are_no_paths(prefix: str) -> None:
    """Refused by a message that names the flag."""
    with pytest.raises(BadAddress, match=r"^-dest parquet:/data: -s3Prefix "):
        cut(s3_prefix=prefix)


@pytest.mark.parametrize(
    ("knobs", "jitter", "first", "later"),
    [
        ({}, 0.0, Batching(63 * MIB, 0.0, 63 * MIB + 786432), Batching(63 * MIB, 1620.0, 63 * MIB + 786432)),
        ({}, 0.5, Batching(int(63 * MIB * 0.9), 900.0, 63 * MIB + 786432), Batching(int(63 * MIB * 0.9), 1800.0, 63 * MIB + 786432)),
        ({"frequency": 7200.0, "s3_flush_jitter_pct": 0}, 0.1, None, Batching(int(63 * MIB * 0.98), 7200.0, 63 * MIB + 786432)),
        (
            {"s3_flush_interval": 60.0, "s3_parquet_flush_bytes": 1000, "s3_flush_threshold_jitter_pct": 0},
            1.0,
            None,
            Batching(1000, 66.0, 787432),
        ),
        ({"s3_flush_interval": 60.0, "s3_flush_jitter_pct": 0}, 0.7, Batching(int(63 * MIB * 0.86), 60.0, 63 * MIB + 786432), None),
    ],
)
def test_bounds_of_an_object(knobs: dict[str, Any], jitter: float, first: Batching | None, later: Batching | None) -> None:
    """Size with jitter downward, age with half of its jitter either way; half an hour unless told otherwise; the first: any age."""
    clock = SetClock(jitter=jitter)
    for wanted, drawn in ((first, cut(**knobs).draw(clock, True)), (later, cut(**knobs).draw(clock, False))):
        if wanted:
            assert (drawn.want_bytes, drawn.most_bytes) == (wanted.want_bytes, wanted.most_bytes)
            assert drawn.want_seconds == pytest.approx(wanted.want_seconds)


class Shelf:
    """Keeps what is stored, or fails as it is told to."""

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}
        self.failure: SendError | None = None
        self.closed = False

    def close(self) -> None:
        self.closed = True

    def store(self, key: str, data: Any) -> None:
        if self.failure:
            raise self.failure
        self.kept[key] = data


def test_one_batch_is_one_object() -> None:
    """All envelopes of a batch are answered alike; what is damaged has its own answer; bounds are drawn anew after each object only."""
    shelf, clock = Shelf(), SetClock()
    sink = ObjectSink(cut(), Encoder("w"), shelf.store, shelf.close, clock)
    assert isinstance(sink, BatchingSink)
    bounds = sink.batching
    clock.jitter = 0.9
    assert sink.batching == bounds
    assert sink.send_all(payloads(0, 5, 3)) == [None] * 3
    assert sink.batching != bounds
    shelf.failure = SendError("refused", "not now")
    answers = sink.send_all([*payloads(0, 5, 2), damaged()])
    assert [answer.reason for answer in answers if answer] == ["refused", "refused", "damaged"]
    shelf.failure = None
    sink.send(payloads(0, 5, 1)[0])
    with pytest.raises(SendError, match="damaged"):
        sink.send(damaged())
    sink.close()
    assert (len(shelf.kept), shelf.closed) == (2, True)
    assert all(re.fullmatch(KEY, key) for key in shelf.kept)
