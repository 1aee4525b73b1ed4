"""Responses as bytes: what protobuf would have made."""

from __future__ import annotations

from framed_rows import numbered, record, sealed
from hypothesis import given, settings
from hypothesis import strategies as st

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.api import responses
from xtcp_ebpf.api.record_filter import read
from xtcp_ebpf.api.responses import Chooser, Piece, pieces
from xtcp_ebpf.api.selection import choose
from xtcp_ebpf.api.subscription import Item
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope
from xtcp_ebpf.pb.xtcp_flat_record_service_pb2 import EnvelopesResponse, FlatRecordsResponse, PollFlatRecordsResponse, RecordFilter


@given(st.lists(st.integers(0, 7), max_size=6), st.booleans(), st.integers(1, 2**63), st.integers(1, 2000))
@settings(deadline=None, max_examples=60)
def test_bytes_are_those_of_protobuf(counts: list[int], ends: bool, poll: int, most: int) -> None:
    """Any Envelopes cut into any messages: every record once, in order, byte for byte as protobuf writes the same message."""
    rows, items, first = [], [], 0
    for count in counts:
        rows += numbered(first, count)
        items.append(Item(poll, sealed(numbered(first, count))))
        first += count
    items += [Item(poll, None)] * ends
    cut = list(pieces(items, most))
    envelopes = [message for piece in cut for message in responses.envelope(piece, poll)]
    flat = [message for piece in cut for message in responses.flat(piece, poll)]
    read_back = [EnvelopesResponse.FromString(message.data) for message in envelopes]
    assert [row for one in read_back for row in one.envelope.row] == rows
    assert [message.rows for message in envelopes] == [len(one.envelope.row) for one in read_back]
    assert all(one.SerializeToString() == message.data for one, message in zip(read_back, envelopes, strict=True))
    assert [one.poll_end for one in read_back] == [False] * (len(envelopes) - 1) + [ends] * bool(envelopes)
    assert {one.poll_number for one in read_back} <= {poll}
    for response in (FlatRecordsResponse, PollFlatRecordsResponse):
        assert [message.data for message in flat] == [response(xtcp_flat_record=row).SerializeToString() for row in rows]


def test_messages_are_bounded() -> None:
    """A huge Envelope, and a huge chunk, are cut; only a single row can be larger than the bound."""
    most = 4000
    huge = sealed(numbered(0, 200), 7)
    one_chunk = Sealed((huge.body(),), huge.rows, huge.size, huge.reason)
    large = sealed([record(1, hostname="h" * 9000), *numbered(2, 2)])
    for item in (huge, one_chunk):
        cut = list(pieces([Item(1, item)], most))
        assert max(sum(map(len, piece.chunks)) for piece in cut) <= most
        assert sum(piece.rows for piece in cut) == 200
    assert [piece.rows for piece in pieces([Item(1, large)], most)] == [1, 2]


def test_an_end_without_rows() -> None:
    """An empty envelope that says so; nothing at all when there is nothing to say."""
    (piece,) = pieces([Item(3, None)])
    (message,) = responses.envelope(piece, 3)
    assert EnvelopesResponse.FromString(message.data) == EnvelopesResponse(envelope=Envelope(), poll_number=3, poll_end=True)
    assert list(pieces([])) == []
    assert list(responses.envelope(Piece((), 0), 3)) == []


def test_what_a_filter_leaves() -> None:
    """Its rows, in a piece that still knows that the poll has ended; without a filter the piece itself."""
    rows = numbered(0, 5)
    (piece,) = pieces([Item(1, sealed(rows)), Item(1, None)])
    assert Chooser(choose()[0], read(RecordFilter())).choose(piece) is piece
    chosen = Chooser(choose()[0], read(RecordFilter(every_nth=2))).choose(piece)
    (message,) = responses.envelope(chosen, 1)
    assert [row.record_counter for row in EnvelopesResponse.FromString(message.data).envelope.row] == [0, 2, 4]
    assert (chosen.rows, chosen.ends_poll) == (3, True)
    none = Chooser(choose()[0], read(RecordFilter(states=[12]))).choose(piece)
    assert none == Piece((), 0, True)
