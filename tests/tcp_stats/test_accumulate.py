"""Rows as sums: both accumulators against each other, against protobuf, and against whatever bytes there are."""

from __future__ import annotations

import os
import sys

import pytest
from counted_rows import chunk, numbers, row, space
from hypothesis import given, settings
from hypothesis import strategies as st
from made_rows import records

from xtcp_ebpf import tcp_stats
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.tcp_stats.accumulate import Accumulator, CAccumulator, PythonAccumulator, Sums, choose
from xtcp_ebpf.tcp_stats.picture import BOUNDS_US, EMPTY, RTT, picture
from xtcp_ebpf.wire.framing import varint

BOTH: tuple[Accumulator, ...] = (PythonAccumulator(),) if os.environ.get("XTCP_PURE") else (PythonAccumulator(), CAccumulator())
STATE, RETRANSMITS, RTT_TAG, TOTAL = (varint(number << 3) for number in (1002, 1203, 1230, 1238))


def framed(record: bytes) -> bytes:
    return b"\x52" + varint(len(record)) + record


def agreed(*chunks: bytes) -> Sums | None:
    """What both make of it; None: both refuse."""
    found: list[Sums | None] = []
    for each in BOTH:
        try:
            found.append(each.add(chunks))
        except ValueError:
            found.append(None)
    assert all(one == found[0] for one in found)
    return found[0]


def known(*chunks: bytes) -> list[int]:
    """The numbers of what nobody refuses."""
    sums = agreed(*chunks)
    assert sums is not None
    return list(picture(sums.array).numbers)


@given(st.lists(records(), min_size=1, max_size=9), st.integers(1, 4))
@settings(deadline=None, max_examples=50)
def test_sums_are_those_of_the_records(rows: list[XtcpFlatRecord], per_chunk: int) -> None:
    """Any rows with any fields, cut into any chunks, mean what their fields say."""
    chunks = [chunk(rows[at : at + per_chunk])[0] for at in range(0, len(rows), per_chunk)]
    sums = agreed(*chunks)
    assert sums is not None
    assert (sums.inode, sums.cookie) == (rows[0].netns_inode, rows[0].netns_cookie)
    assert list(picture(sums.array).numbers) == numbers(rows, BOUNDS_US)


@given(st.lists(st.tuples(st.integers(0, 15), st.integers(0, 2**32 - 1), st.integers(0, 9), st.booleans()), max_size=40))
@settings(deadline=None, max_examples=50)
def test_rows_of_one_dump(told: list[tuple[int, int, int, bool]]) -> None:
    """Rows as engines make them: all begin the same, and differ in what is counted; one of another dump among them is counted too."""
    rows = [
        row(
            record_counter=place + 120,
            inet_diag_msg_state=state,
            tcp_info_rtt=rtt,
            tcp_info_total_retrans=total,
            tcp_info_lost=total // 3,
            hostname="other" if another else "web-1",
        )
        for place, (state, rtt, total, another) in enumerate(told)
    ]
    assert known(chunk(rows)[0]) == numbers(rows, BOUNDS_US)


@pytest.mark.parametrize("bound", range(len(BOUNDS_US)))
def test_a_bucket_takes_its_own_bound(bound: int) -> None:
    """As Prometheus has it: le is less or equal."""
    for more in (0, 1):
        found = known(chunk([row(tcp_info_rtt=BOUNDS_US[bound] + more)])[0])
        assert [place for place, number in enumerate(found[RTT:]) if number] == [bound + more]


def test_no_rows() -> None:
    """Nothing is nothing, of no namespace."""
    assert agreed() == agreed(b"") == agreed(b"", b"") == Sums(0, 0, EMPTY)


def test_the_owner_is_that_of_the_first_row() -> None:
    """A dump has one namespace; who mixes two is told of the first."""
    sums = agreed(b"", chunk([row(space(3)), row(space(4))])[0], chunk([row(space(5))])[0])
    assert sums is not None
    assert (sums.inode, sums.cookie) == (1003, 3)


ODD = {
    "nothing": b"",
    "a state of 33 bits": STATE + b"\x81\x80\x80\x80\x10",
    "a state of ten bytes": STATE + b"\x81" + b"\x80" * 8 + b"\x01",
    "a state of eleven bytes": STATE + b"\x81" + b"\x80" * 9 + b"\x01",
    "a state cut": STATE + b"\x81",
    "a tag alone": STATE,
    "twice: the first is seen": STATE + b"\x01" + STATE + b"\x0a",
    "behind a larger one: not seen": RTT_TAG + b"\x05" + STATE + b"\x01",
    "as text": varint(1002 << 3 | 2) + b"\x01a",
    "as text, then as a number": varint(1002 << 3 | 2) + b"\x01a" + STATE + b"\x01",
    "as fixed 32": varint(1002 << 3 | 5) + b"1234" + RTT_TAG + b"\x05",
    "fixed 32 cut": varint(1002 << 3 | 5) + b"123",
    "fixed 64": b"\x0912345678" + STATE + b"\x01",
    "fixed 64 cut": b"\x091234567",
    "text cut": b"\xa2\x01\x05abc",
    "a length of 2**63": b"\xa2\x01" + b"\x80" * 9 + b"\x01",
    "a length that loses its bits": b"\xa2\x01" + b"\x80" * 9 + b"\x02" + STATE + b"\x01",
    "a group": b"\x0b\x08\x01\x0c",
    "kind 6": b"\x0e\x05",
    "field 0": b"\x00\x05",
    "field 0, padded": b"\x80\x00\x05" + STATE + b"\x01" + bytes(8),
    "field 0 of two bytes with a kind": b"\x82\x00\x00",
    "a padded tag": b"\x88\x00\x05" + STATE + b"\x01" + b"\x08\x01" * 4,
    "a tag of three bytes": b"\x88\x80\x00\x05" + STATE + b"\x01",
    "a tag beyond 32 bits": b"\x88\x80\x80\x80\x1f\x05",
    "a tag of six bytes": b"\x88\x80\x80\x80\x80\x00\x05",
    "the largest tag": b"\x88\x80\x80\x80\x0f\x05",
    "the largest, then a state": b"\x88\x80\x80\x80\x0f\x05" + STATE + b"\x01",
    "rubbish behind the last": TOTAL + b"\x07" + b"\xff" * 30,
    "rubbish behind what is larger": varint(1239 << 3) + b"\xff" * 30,
    "rubbish before the last": RTT_TAG + b"\x07" + b"\xff" * 30,
    "values of one to ten bytes": b"".join(varint((1204 + n) << 3) + b"\x80" * n + b"\x01" for n in range(10)) + TOTAL + b"\x09",
    "a value of eleven bytes among them": varint(1204 << 3) + b"\x80" * 10 + b"\x01" + TOTAL + b"\x09" + b"\x08\x01" * 4,
}


@pytest.mark.parametrize("record", ODD.values(), ids=ODD)
def test_both_agree_on_odd_records(record: bytes) -> None:
    """First, last, in between and twice in a row: taken with the same numbers, or refused. The first is read for its owner, to its end."""
    good, odd = chunk([row()])[0], framed(record)
    alone, later = agreed(odd), agreed(good, odd)
    assert [agreed(*around) is None for around in ((odd, good), (odd + odd, good))] == [alone is None] * 2
    assert [agreed(around) is None for around in (good + odd + good + good, good + good + good + odd, good + odd + odd)] == [
        later is None
    ] * 3


@given(st.binary(max_size=60), st.binary(max_size=60))
@settings(deadline=None, max_examples=200)
def test_both_agree_on_any_record(first: bytes, second: bytes) -> None:
    """Right frames with anything at all in them, in pairs too."""
    good = chunk([row()])[0]
    agreed(framed(first))
    agreed(good + framed(first) + framed(second) + good)


@given(st.lists(st.tuples(st.integers(1, 1300), st.sampled_from([0, 0, 0, 0, 1, 2, 5]), st.integers(0, 2**64 - 1)), max_size=30))
@settings(deadline=None, max_examples=200)
def test_both_agree_on_any_fields(fields: list[tuple[int, int, int]]) -> None:
    """Valid fields of all kinds, in any order."""
    payloads = {0: varint, 1: lambda v: v.to_bytes(8, "little"), 2: lambda v: varint(v % 20) + b"x" * (v % 20), 5: lambda _: b"abcd"}
    record = b"".join(varint(number << 3 | kind) + payloads[kind](value) for number, kind, value in fields)
    assert agreed(framed(record) * 3) is not None


@st.composite
def hostile(draw: st.DrawFn) -> bytes:
    """Chunks with bytes changed, cut out and put in."""
    body = bytearray(chunk(draw(st.lists(records(), min_size=1, max_size=4)) + [row()] * 3)[0])
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
@settings(deadline=None, max_examples=100)
def test_both_agree_on_damaged_chunks(body: bytes) -> None:
    """The same numbers, or both refuse."""
    agreed(body)
    agreed(body, chunk([row()])[0])


@pytest.mark.parametrize("accumulator", BOTH, ids=lambda each: str(each.name))
@pytest.mark.parametrize("body", [b"\x0a\x00", b"\x52", b"\x52\x80", b"\x52\x05abc", b"\x52\x00\x53\x00", b"\x52" + b"\x80" * 10 + b"\x00"])
def test_frames_that_are_none(accumulator: Accumulator, body: bytes) -> None:
    """Refused with what is wrong."""
    with pytest.raises(ValueError, match="byte"):
        accumulator.add((body,))


def test_without_the_part_in_c(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python counts in its place, and what has to be done about it is said."""
    monkeypatch.delattr(tcp_stats, "_accumulate", raising=False)
    monkeypatch.setitem(sys.modules, "xtcp_ebpf.tcp_stats._accumulate", None)
    chosen, said = choose()
    assert chosen.name == "python"
    assert "C compiler" in said and "slower" in said and "-promTcpStats" in said
