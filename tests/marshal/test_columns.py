"""Rows as columns: both readers against each other, against protobuf, and the dangers of the one in C."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made_rows import a_row, records, sealed

from xtcp_ebpf import marshal
from xtcp_ebpf.marshal import columns
from xtcp_ebpf.marshal.columns import COLUMNS, CReader, Damaged, Group, PythonReader, Reader, choose, groups
from xtcp_ebpf.marshal.rows import FIELDS
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.wire.framing import varint

needs_c = pytest.mark.skipif(bool(os.environ.get("XTCP_PURE")), reason="XTCP_PURE: there is nothing in C here")
READERS: tuple[Reader, ...] = (PythonReader(),) if os.environ.get("XTCP_PURE") else (PythonReader(), CReader())

Taken = list[tuple[int, bytes, list[bytes]]] | tuple[int, int]
"""The groups, or where it was damaged: (envelope, offset)."""


def framed(record: bytes) -> bytes:
    return b"\x52" + varint(len(record)) + record


def take(reader: Reader, bodies: Sequence[bytes], most: int = 1000) -> Taken:
    try:
        return [(group.rows, bytes(group.block), group.texts) for group in groups(bodies, reader, most)]
    except Damaged as error:
        return error.piece, error.offset


def agreed(bodies: Sequence[bytes], most: int = 1000) -> Taken:
    """What both readers make of it."""
    first, *others = [take(reader, bodies, most) for reader in READERS]
    assert all(other == first for other in others)
    return first


def values(group: Group) -> Iterator[tuple[str, list[Any]]]:
    """Each column as Python values."""
    for column, numbers, text in group.buffers():
        if text is None:
            yield column.name, list(numbers.cast(columns.CODES[column.type]))
            continue
        ends = list(numbers.cast("I"))
        cells = [text[start:end] for start, end in pairwise(ends)]
        yield column.name, [cell.decode() for cell in cells] if column.type == "string" else cells


@pytest.fixture(params=READERS, ids=lambda reader: str(reader.name))
def reader(request: pytest.FixtureRequest) -> Reader:
    return request.param  # type: ignore[no-any-return]  # pytest does not know


def test_every_field_is_a_column() -> None:
    """In the .proto's order and with its names; event_date is the last; all types are those of the predecessor's Parquet."""
    assert [column.name for column in COLUMNS] == [*(field.name for field in FIELDS), "event_date"]
    types = {column.name: column.type for column in COLUMNS}
    assert types["timestamp_ns"] == "int64"
    assert types["netns_inode"] == "uint64"
    assert types["tcp_info_rtt"] == "uint32"
    assert types["congestion_algorithm_enum"] == "int32"
    assert types["inet_diag_msg_socket_source"] == "binary"
    assert types["hostname"] == types["event_date"] == "string"
    assert len({column.number for column in COLUMNS}) == len(COLUMNS)


def test_without_the_part_in_c(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python reads in its place, and what has to be done about it is said."""
    monkeypatch.delattr(marshal, "_columns", raising=False)
    monkeypatch.setitem(sys.modules, "xtcp_ebpf.marshal._columns", None)
    chosen, said = choose()
    assert chosen.name == "python"
    assert "C compiler" in said and "slower" in said


@given(st.lists(records(), max_size=9), st.integers(1, 4), st.integers(1, 10))
@settings(deadline=None, max_examples=50)
def test_columns_hold_what_the_records_hold(rows: list[XtcpFlatRecord], per_chunk: int, most: int) -> None:
    """Any rows, cut into any groups: each cell is the record's value, zero or empty where it has none."""
    body = sealed(rows, per_chunk).body()
    for reader in READERS:
        seen: dict[str, list[Any]] = {column.name: [] for column in COLUMNS}
        sizes = []
        for group in groups([body], reader, most):
            sizes.append(group.rows)
            for name, cells in values(group):
                seen[name] += cells
        assert sizes == [len(rows[at : at + most]) for at in range(0, len(rows), most)]
        for field in FIELDS:
            assert seen[field.name] == [getattr(row, field.name) for row in rows]
    agreed([body], most)


def test_envelopes_are_one_behind_another(reader: Reader) -> None:
    """A group ends where its rows are enough, in the middle of an Envelope too; nothing is left out between two."""
    bodies = [sealed([a_row(record_counter=number) for number in range(start, start + 7)]).body() for start in (0, 7, 14)]
    made = [dict(values(group))["record_counter"] for group in groups([bodies[0], b"", *bodies[1:]], reader, 4)]
    assert [len(numbers) for numbers in made] == [4, 4, 4, 4, 4, 1]
    assert [number for numbers in made for number in numbers] == list(range(21))


@pytest.mark.parametrize(
    ("ns", "day"),
    [
        (0, "1970-01-01"),
        (-1, "1969-12-31"),
        (86400 * 10**9 - 1, "1970-01-01"),
        (951_782_400 * 10**9, "2000-02-29"),
        (4_107_542_400 * 10**9, "2100-03-01"),
        (1_763_696_542_120_000_000, "2025-11-21"),
        (2**63 - 1, "2262-04-11"),
        (-(2**63), "1677-09-21"),
    ],
)
def test_the_day_of_a_row(reader: Reader, ns: int, day: str) -> None:
    """event_date is the UTC day of timestamp_ns, over all that 64 bits can say."""
    (group,) = groups([sealed([a_row(timestamp_ns=ns)]).body()], reader, 1)
    assert dict(values(group))["event_date"] == [day]


@given(st.lists(st.integers(-(2**63), 2**63 - 1), min_size=1, max_size=40))
@settings(deadline=None, max_examples=100)
def test_readers_agree_on_any_day(times: list[int]) -> None:
    """The calendar in C is Python's."""
    agreed([sealed([XtcpFlatRecord(timestamp_ns=ns) for ns in times]).body()])


RTT = b"\xf0\x4c"
"""Tag of field 1230, a varint."""
ODD = {
    "twice, the last holds": b"\xa2\x01\x03abc\xa2\x01\x01z" + RTT + b"\x05" + RTT + b"\x07",
    "twice, the last is empty": b"\xa2\x01\x03abc\xa2\x01\x00",
    "a number of ten bytes": b"\x08" + b"\xff" * 9 + b"\x7f",
    "a number of eleven bytes": b"\x08" + b"\xff" * 10 + b"\x01",
    "64 bits in a field of 32": b"\x08\xff\xff\xff\xff\xff\x01",
    "a padded tag": b"\x88\x80\x80\x80\x00\x05",
    "a tag of six bytes": b"\x88\x80\x80\x80\x80\x00\x05",
    "a tag beyond 32 bits": b"\x88\x80\x80\x80\x1f\x05",
    "the largest tag": b"\x88\x80\x80\x80\x0f\x05",
    "field 0": b"\x00\x05",
    "wire type 6": b"\x0e\x05",
    "wire type 7": b"\x0f\x05",
    "a padded length": b"\xa2\x01\x81\x80\x80\x80\x80\x00a",
    "a length that loses its bits": b"\xa2\x01" + b"\x80" * 9 + b"\x02",
    "a length of 2**63": b"\xa2\x01" + b"\x80" * 9 + b"\x01",
    "text where a number is wanted": b"\x0a\x01a",
    "a number where text is wanted": b"\xa0\x01\x05",
    "fixed 32": b"\x0d1234",
    "fixed 32 cut": b"\x0d123",
    "fixed 64": b"\x0912345678",
    "fixed 64 cut": b"\x091234567",
    "text cut": b"\xa2\x01\x05abc",
    "no UTF-8": b"\xa2\x01\x01\xff",
    "overlong UTF-8": b"\xa2\x01\x02\xc0\x80",
    "half a surrogate": b"\xa2\x01\x03\xed\xa0\x80",
    "beyond Unicode": b"\xa2\x01\x04\xf4\x90\x80\x80",
    "UTF-8 cut": b"\xa2\x01\x09aaaaaaaa\xe2",
    "no UTF-8 in bytes": b"\xfa\x3e\x02\xff\xfe",
    "a group": b"\xa3\x06\x08\x01\xa4\x06",
    "a group in a known field": b"\x0b\x08\x01\x0c",
    "a group that ends as another": b"\x0b\x08\x01\x14",
    "a group that does not end": b"\x0b\x08\x01",
    "the end of no group": b"\x0c",
    "field 0 in a group": b"\x0b\x00\x01\x0c",
    "groups 100 deep": b"\x0b" * 100 + b"\x0c" * 100,
    "groups 101 deep": b"\x0b" * 101 + b"\x0c" * 101,
    "an unknown field": b"\xf8\xff\x07\x05",
    "a tag cut": b"\xf0",
    "a number cut": RTT + b"\x80",
}


@pytest.mark.parametrize("record", ODD.values(), ids=ODD)
def test_readers_agree_on_odd_records(record: bytes) -> None:
    """Taken or refused as protobuf's own parser does it, with the same values; a refusal names the row's offset in its Envelope."""
    before = framed(a_row().SerializeToString())
    taken = agreed([before, before + framed(record) + before])
    assert isinstance(taken, list) or taken == (1, len(before))


@pytest.mark.parametrize(
    ("body", "offset"),
    [
        (b"\x0a\x00", 0),
        (b"\x52", 0),
        (b"\x52\x80", 0),
        (b"\x52\x05abc", 0),
        (b"\x52\x00\x52\x00\x53\x00", 4),
        (b"\x52\x00\x52" + b"\x80" * 9 + b"\x02", 2),
        (b"\x52" + b"\x80" * 10 + b"\x00", 0),
        (b"\x52" + b"\xff" * 9 + b"\x01", 0),
    ],
)
def test_frames_that_are_none(reader: Reader, body: bytes, offset: int) -> None:
    """The error names the Envelope and the offset of the row, and both stand in its text."""
    with pytest.raises(Damaged) as damaged:
        list(groups([b"\x52\x00", body], reader, 100))
    assert (damaged.value.piece, damaged.value.offset) == (1, offset)
    assert f"the row at byte {offset} of envelope 1: " in str(damaged.value)


def test_an_offset_behind_the_first_group(reader: Reader) -> None:
    """It counts from the start of its Envelope, wherever groups end."""
    row = framed(a_row().SerializeToString())
    wrong = row * 5 + framed(b"\x00")
    with pytest.raises(Damaged) as damaged:
        list(groups([row * 3, wrong], reader, 4))
    assert (damaged.value.piece, damaged.value.offset) == (1, len(row) * 5)


@st.composite
def hostile(draw: st.DrawFn) -> bytes:
    """Envelopes with bytes changed, cut out and put in, and lengths that lie."""
    body = bytearray(sealed(draw(st.lists(records(), min_size=1, max_size=4))).body())
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(body)))
        how = draw(st.sampled_from(["change", "cut", "insert", "end"]))
        if how == "change" and at < len(body):
            body[at] = draw(st.integers(0, 255))
        elif how == "cut":
            del body[at : at + draw(st.integers(1, 9))]
        elif how == "insert":
            body[at:at] = draw(st.binary(max_size=9))
        else:
            del body[at:]
    return bytes(body)


@given(hostile())
@settings(deadline=None, max_examples=150)
def test_readers_agree_on_damaged_envelopes(body: bytes) -> None:
    """The same columns, or the same row is refused."""
    agreed([body], 2)


@given(st.binary(max_size=200))
@settings(deadline=None, max_examples=150)
@example(b"\xa2\x01\x80\x80\x80\x80\x80\x80\x80\x80\x80\x02")
def test_readers_agree_on_any_record(record: bytes) -> None:
    """A right frame with anything at all in it."""
    agreed([framed(record)])
