"""Batches: nothing is lost, nothing is doubled, the thresholds hold."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.record.batch import Batch
from xtcp_ebpf.wire.framing import rows as framed_rows


def _chunk(first: int, sizes: list[int]) -> bytes:
    """Rows numbered from `first` on, each with a label so long."""
    return Envelope(
        row=[XtcpFlatRecord(record_counter=n, label="x" * size) for n, size in enumerate(sizes, start=first)]
    ).SerializeToString()


def _numbers(delivered: list[Sealed]) -> list[int]:
    return [row.record_counter for sealed in delivered for row in Envelope.FromString(sealed.body()).row]


@given(
    st.lists(st.lists(st.sampled_from([0, 5, 200]), max_size=9), max_size=12), st.integers(1, 12), st.integers(1, 900), st.integers(1, 3)
)
def test_every_row_is_delivered_once_in_order(chunks: list[list[int]], max_rows: int, max_bytes: int, together: int) -> None:
    """Whatever the thresholds: all rows, in order; counts and sizes are right; no Envelope is too large unless one row alone is."""
    delivered: list[Sealed] = []
    batch = Batch(max_rows, max_bytes, delivered.append)
    pending: list[tuple[bytes, int]] = []
    first = 1
    for sizes in chunks:
        pending.append((_chunk(first, sizes), len(sizes)))
        first += len(sizes)
        if len(pending) == together:
            batch.add(pending)
            pending = []
    batch.add(pending)
    batch.flush("poll_end")
    assert _numbers(delivered) == list(range(1, first))
    for sealed in delivered:
        assert sealed.rows == len(list(framed_rows(sealed.body()))) > 0
        assert sealed.size == len(sealed.body())
        assert sealed.rows <= max_rows
        assert sealed.size <= max_bytes or sealed.rows == 1
        assert sealed.reason in ("rows", "bytes", "poll_end")


@pytest.mark.parametrize("reason", ["poll_end", "poll_timeout", "shutdown"])
def test_a_flush_tells_its_reason(reason: str) -> None:
    """What is there is sealed with the reason given; nothing there, nothing sealed."""
    delivered: list[Sealed] = []
    batch = Batch(10, 1000, delivered.append)
    batch.flush(reason)
    batch.add([])
    batch.flush(reason)
    assert delivered == []
    batch.add([(_chunk(1, [3, 3]), 2)])
    assert delivered == []
    batch.flush(reason)
    assert [(sealed.reason, sealed.rows) for sealed in delivered] == [(reason, 2)]
    batch.flush(reason)
    assert len(delivered) == 1


def test_a_full_envelope_leaves_at_once() -> None:
    """The row that reaches the threshold seals it; nobody waits for the next row or for the poll's end."""
    delivered: list[Sealed] = []
    batch = Batch(4, 10_000, delivered.append)
    batch.add([(_chunk(1, [1, 1]), 2)])
    batch.add([(_chunk(3, [1, 1]), 2)])
    assert [(sealed.rows, sealed.reason) for sealed in delivered] == [(4, "rows")]


def test_fifteen_thousand_rows_at_the_default_thresholds() -> None:
    """A flush in mid-poll loses nothing, by rows as by bytes."""
    for size, reason in ((1, "rows"), (300, "bytes")):
        delivered: list[Sealed] = []
        batch = Batch(10_000, 768 * 1024, delivered.append)
        for first in range(1, 15_001, 60):
            batch.add([(_chunk(first, [size] * 60), 60)])
        batch.flush("poll_end")
        assert _numbers(delivered) == list(range(1, 15_001))
        assert {sealed.reason for sealed in delivered[:-1]} == {reason}
        assert delivered[-1].reason == "poll_end"


def test_a_chunk_that_passes_a_threshold_alone_is_taken_apart() -> None:
    """A chunk of 7 rows at 3 rows an Envelope, and one row larger than the bytes allowed."""
    delivered: list[Sealed] = []
    batch = Batch(3, 100, delivered.append)
    batch.add([(_chunk(1, [1] * 7), 7)])
    batch.add([(_chunk(8, [500]), 1)])
    batch.flush("shutdown")
    assert [sealed.rows for sealed in delivered] == [3, 3, 1, 1]
    assert _numbers(delivered) == list(range(1, 9))


def test_readers_add_at_once() -> None:
    """Four threads: each row once, and each thread's rows in its order."""
    delivered: list[Sealed] = []
    batch = Batch(7, 2_000, delivered.append)

    def reader(base: int) -> None:
        for first in range(base, base + 600, 3):
            batch.add([(_chunk(first, [1, 2, 3]), 3)])

    threads = [threading.Thread(target=reader, args=(base,)) for base in (1000, 2000, 3000, 4000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    batch.flush("poll_end")
    numbers = _numbers(delivered)
    for base in (1000, 2000, 3000, 4000):
        assert [n for n in numbers if base <= n < base + 1000] == list(range(base, base + 600))
