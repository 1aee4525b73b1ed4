"""Varints, frames, and Envelopes cut into smaller ones."""

from __future__ import annotations

import pytest
from google.protobuf.internal import encoder
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.wire.framing import read_varint, records, rows, split, varint


@given(st.integers(0, 2**64 - 1))
def test_varints_are_googles(value: int) -> None:
    """The same bytes as protobuf's own encoder, and back, wherever they stand."""
    raw = varint(value)
    assert raw == encoder._VarintBytes(value)  # type: ignore[attr-defined]  # no stub knows it
    assert read_varint(b"xx" + raw + b"y", 2) == (value, 2 + len(raw))


@pytest.mark.parametrize(("data", "at"), [(b"", 0), (b"\x80", 0), (b"\x01", 1), (b"\xff" * 10, 0), (b"\xff" * 20, 3)])
def test_no_varint(data: bytes, at: int) -> None:
    """Cut off, or longer than ten bytes: the error names the place."""
    with pytest.raises(ValueError, match=f"at byte {at}"):
        read_varint(data, at)


def _envelope(labels: list[str]) -> bytes:
    return Envelope(row=[XtcpFlatRecord(label=label) for label in labels]).SerializeToString()


@given(st.lists(st.integers(0, 300).map("x".__mul__), max_size=20))
def test_rows_are_those_of_an_envelope(labels: list[str]) -> None:
    """Rows joined are the Envelope; each record parses to what went in."""
    chunk = _envelope(labels)
    assert b"".join(rows(chunk)) == chunk
    assert [XtcpFlatRecord.FromString(bytes(raw)).label for raw in records(memoryview(chunk))] == labels


@pytest.mark.parametrize(
    ("chunk", "problem"),
    [
        (b"\x5a\x00", "tag 0x5a instead of 0x52 at byte 0"),
        (b"\x52\x01a\x08", "tag 0x8 instead of 0x52 at byte 3"),
        (b"\x52", "no varint at byte 1"),
        (b"\x52\x03ab", "the row at byte 0 of a chunk is cut off: 3 bytes announced, 2 there"),
    ],
)
def test_what_is_no_chunk(chunk: bytes, problem: str) -> None:
    """The first thing that is no framed row is named with its place."""
    with pytest.raises(ValueError, match=problem):
        list(rows(chunk))


@given(st.lists(st.lists(st.sampled_from(["", "a", "b" * 130]), max_size=7), max_size=6), st.integers(1, 9))
def test_split_loses_nothing(chunks: list[list[str]], max_rows: int) -> None:
    """The parts joined are the whole; each but the last is full; their counts are right."""
    raw = tuple(_envelope(labels) for labels in chunks)
    total = sum(map(len, chunks))
    whole = Sealed(raw, total, sum(map(len, raw)), "rows")
    parts = list(split(whole, max_rows))
    assert b"".join(part.body() for part in parts) == whole.body()
    assert [part.rows for part in parts] == [max_rows] * (total // max_rows) + [total % max_rows] * bool(total % max_rows)
    for part in parts:
        assert part.size == len(part.body())
        assert part.rows == len(Envelope.FromString(part.body()).row)
        assert part.reason == "split"
