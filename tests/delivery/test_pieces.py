"""Envelopes become payloads: whole, or in pieces that fit, and joined only when looked at."""

from __future__ import annotations

import tracemalloc
from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripted_destination import Broken, envelope, numbers

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.delivery.pieces import Fitted, Joined, Parts, Pieces
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.wire.framing import read_varint


class Counting:
    """A format of one byte for each row and a head; remembers how often it was asked."""

    name, content_type, preamble = "counting", "text/plain", b""

    def __init__(self, head: int = 0) -> None:
        self.head = head
        self.asked: list[int] = []

    def encode(self, sealed: Sealed) -> bytes:
        self.asked.append(sealed.rows)
        return b"#" * self.head + b"." * sealed.rows


def all_of(pieces: Pieces, sealed: Sealed, room: int | None) -> list[Fitted]:
    """As the sender does it."""
    todo, done = deque([sealed]), []
    while todo:
        fitted = pieces.fit(todo.popleft(), room)
        if isinstance(fitted, Fitted):
            done.append(fitted)
        else:
            assert len(fitted) > 1
            todo.extendleft(reversed(fitted))
    return done


def test_without_a_limit_nothing_is_joined() -> None:
    """The chunks of the Envelope go out as they are, behind the length that the format puts first."""
    sealed = envelope(1, 5)
    fitted = Pieces(formats.create("protobufList")).fit(sealed, None)
    assert isinstance(fitted, Fitted)
    assert fitted.piece is sealed
    assert fitted.problem is None
    assert [id(part) for part in fitted.payload[1:]] == [id(chunk) for chunk in sealed.chunks]
    assert b"".join(fitted.payload) == formats.create("protobufList").encode(sealed)


def test_a_format_that_cannot_do_that_gives_one_part() -> None:
    """jsonl is made anew in any case."""
    sealed = envelope(1, 5)
    fitted = Pieces(formats.create("jsonl")).fit(sealed, None)
    assert isinstance(fitted, Fitted)
    assert fitted.payload == (formats.create("jsonl").encode(sealed),)


@given(st.lists(st.integers(0, 300), min_size=1, max_size=40), st.integers(1, 900))
def test_every_row_comes_out_once_in_a_payload_that_fits(lengths: list[int], room: int) -> None:
    """Rows of any sizes in any room: pieces in order, rows and bytes of all pieces those of the Envelope; what cannot fit says so."""
    rows = [envelope(n, 1, "x" * length) for n, length in enumerate(lengths)]
    sealed = Sealed(tuple(one.chunks[0] for one in rows), len(rows), sum(one.size for one in rows), "rows")
    done = all_of(Pieces(formats.create("protobufList")), sealed, room)
    assert [n for one in done for n in numbers(one.piece.body())] == list(range(len(rows)))
    assert sum(one.piece.rows for one in done) == sealed.rows
    assert sum(one.piece.size for one in done) == sealed.size
    for one in done:
        payload = b"".join(one.payload)
        if one.problem is None:
            assert len(payload) <= room
            assert payload[read_varint(payload, 0)[1] :] == one.piece.body()
        else:
            assert (one.piece.rows, one.payload, one.problem.reason, one.problem.retry) == (1, (), "row_too_large", False)
            assert len(formats.create("protobufList").encode(one.piece)) > room


def test_it_learns_how_large_rows_are() -> None:
    """The first Envelope is encoded once too often; from then on the cut is right at once."""
    marshaller = Counting()
    pieces = Pieces(marshaller)
    assert [one.piece.rows for one in all_of(pieces, envelope(1, 100), 40)] == [38, 38, 24]
    assert marshaller.asked == [100, 38, 38, 24]
    marshaller.asked.clear()
    assert [one.piece.rows for one in all_of(pieces, envelope(1, 100), 40)] == [38, 38, 24]
    assert marshaller.asked == [38, 38, 24]


@pytest.mark.parametrize("room", [0, -5])
def test_a_room_without_room(room: int) -> None:
    """A limit that the preamble fills alone: every row is too large, and it comes to an end."""
    done = all_of(Pieces(Counting(head=1)), envelope(1, 7), room)
    assert [(one.piece.rows, one.problem is not None) for one in done] == [(1, True)] * 7


def test_a_format_that_fails_is_heard() -> None:
    """Its own exception comes through: whose piece it was is the sender's to know."""
    with pytest.raises(ValueError, match="odd"):
        Pieces(Broken()).fit(envelope(1, 1), None)
    with pytest.raises(ValueError, match="odd"):
        Pieces(Broken()).fit(envelope(1, 1), 100)


@given(st.lists(st.lists(st.binary(max_size=5), min_size=1, max_size=4).map(tuple), max_size=6), st.slices(6))
def test_joined_is_a_sequence_of_whole_payloads(payloads: list[Parts], cut: slice) -> None:
    """Length, items from both ends, slices and iteration are those of a list of the joined payloads."""
    plain = [b"".join(parts) for parts in payloads]
    joined = Joined(payloads)
    assert len(joined) == len(plain)
    assert list(joined) == plain
    assert list(joined[cut]) == plain[cut]
    assert list(reversed(joined)) == plain[::-1]
    assert [joined[n] for n in range(-len(plain), len(plain))] == plain * 2
    with pytest.raises(IndexError):
        joined[len(plain)]


def test_a_payload_of_one_part_is_not_copied() -> None:
    """It is that part."""
    part = b"x" * 1000
    assert Joined([(part,)])[0] is part


def test_payloads_are_joined_one_at_a_time() -> None:
    """Going through many needs no more than the last two of them beside the parts."""
    payloads = [(bytes(1 << 20), bytes(1 << 20))] * 16
    tracemalloc.start()
    try:
        for payload in Joined(payloads):
            assert len(payload) == 2 << 20
        assert tracemalloc.get_traced_memory()[1] < 5 << 20
    finally:
        tracemalloc.stop()
