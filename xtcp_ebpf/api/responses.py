"""Responses as bytes, made of rows that are serialised already: no message of protobuf is built for them.

A row in a chunk stands as field 10 of an Envelope (0x52, varint length, record). FlatRecordsResponse and PollFlatRecordsResponse are the
same bytes with tag 0x0a, their field 1. EnvelopesResponse is chunks joined, as its field 1, and the numbers of the poll.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from xtcp_ebpf.api.record_filter import Filter
from xtcp_ebpf.api.selection import Selector
from xtcp_ebpf.api.subscription import Item
from xtcp_ebpf.wire import framing

MESSAGE_BYTES: Final = 1 << 20
"""What a message of Envelopes is filled up to. Clients take 4 MiB at most unless told otherwise."""
_FIELD_1: Final = b"\x0a"
_FIELD_2: Final = b"\x10"
_POLL_END: Final = b"\x18\x01"


class Message(NamedTuple):
    """One response, and how many rows it has."""

    data: bytes
    rows: int


class Piece(NamedTuple):
    """Rows that go into one message of Envelopes."""

    chunks: tuple[bytes | memoryview, ...]
    rows: int
    ends_poll: bool = False


class Chooser:
    """Of one stream: its filter, and where its every_nth stands."""

    def __init__(self, selector: Selector, wanted: Filter) -> None:
        self._selector = selector
        self._wanted = wanted
        self._passed = 0

    def choose(self, piece: Piece) -> Piece:
        """The rows of it that are wanted. Raises selection.Damaged."""
        if self._wanted.lets_all or not piece.chunks:
            return piece
        chunk, rows, self._passed = self._selector.select(self._wanted, piece.chunks, self._passed)
        return Piece((chunk,) if rows else (), rows, piece.ends_poll)


def pieces(items: Iterable[Item], most_bytes: int = MESSAGE_BYTES) -> Iterator[Piece]:
    """All rows in pieces of at most so many bytes, but for a single larger row; the last one knows whether the poll has ended."""
    chunks: list[bytes | memoryview] = []
    size = rows = 0
    ends_poll = False
    for item in items:
        if not item.sealed:
            ends_poll = True
            continue
        for chunk, held in _cut(item, most_bytes):
            if chunks and size + sum(map(len, chunk)) > most_bytes:
                yield Piece(tuple(chunks), rows)
                chunks, size, rows = [], 0, 0
            chunks += chunk
            size += sum(map(len, chunk))
            rows += held
    if chunks or ends_poll:
        yield Piece(tuple(chunks), rows, ends_poll)


def _cut(item: Item, most_bytes: int) -> Iterator[tuple[tuple[bytes | memoryview, ...], int]]:
    """Chunks with their number of rows. Only a larger Envelope must be looked into: -envelopeFlushBytes is mostly below a message."""
    sealed = item.sealed
    assert sealed
    if sealed.size <= most_bytes:
        yield sealed.chunks, sealed.rows
        return
    for chunk in sealed.chunks:
        rows = list(framing.rows(chunk))
        if len(chunk) <= most_bytes:
            yield (chunk,), len(rows)
        else:
            for row in rows:
                yield (row,), 1


def envelope(piece: Piece, poll: int) -> Iterator[Message]:
    """The EnvelopesResponse of it; none when it says nothing."""
    if piece.rows or piece.ends_poll:
        size = sum(map(len, piece.chunks))
        head = _FIELD_1 + framing.varint(size)
        tail = _FIELD_2 + framing.varint(poll) + _POLL_END * piece.ends_poll
        yield Message(b"".join((head, *piece.chunks, tail)), piece.rows)


def flat(piece: Piece, _poll: int) -> Iterator[Message]:
    """A FlatRecordsResponse, or PollFlatRecordsResponse, for each row."""
    for chunk in piece.chunks:
        for row in framing.rows(chunk):
            yield Message(_FIELD_1 + row[1:], 1)
