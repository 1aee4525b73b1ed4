"""Envelopes become payloads: in the destination's format, and in pieces where one payload cannot carry them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import NamedTuple, overload

from xtcp_ebpf.abc import GatheringMarshaller, Marshaller, Sealed
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.wire.framing import split

Parts = tuple[bytes, ...]
"""A payload: unjoined where the format has it so."""


class Fitted(NamedTuple):
    """A piece of an Envelope, ready to go or never to go."""

    piece: Sealed
    payload: Parts
    problem: SendError | None = None


class Joined(Sequence[bytes]):
    """Payloads that are joined only when they are looked at: a large object never stands in memory twice."""

    def __init__(self, payloads: Sequence[Parts]) -> None:
        self._payloads = payloads

    def __len__(self) -> int:
        return len(self._payloads)

    @overload
    def __getitem__(self, index: int) -> bytes: ...
    @overload
    def __getitem__(self, index: slice) -> Joined: ...
    def __getitem__(self, index: int | slice) -> bytes | Joined:
        if isinstance(index, slice):
            return Joined(self._payloads[index])
        parts = self._payloads[index]
        return parts[0] if len(parts) == 1 else b"".join(parts)


class Pieces:
    """Cuts and encodes for one destination; remembers how large its rows are, so that the next cut is right at once."""

    def __init__(self, marshaller: Marshaller) -> None:
        self._marshaller = marshaller
        self._encode: Callable[[Sealed], Parts] = (
            marshaller.parts if isinstance(marshaller, GatheringMarshaller) else lambda sealed: (marshaller.encode(sealed),)
        )
        self._row_bytes = 0.0

    def fit(self, piece: Sealed, room: int | None) -> Fitted | deque[Sealed]:
        """The payload of at most `room` bytes (None: any), or the smaller pieces to try. A marshaller's exception passes through."""
        if room is None:
            return Fitted(piece, self._encode(piece))
        fitting = max(1, int(room / self._row_bytes * 0.95)) if self._row_bytes else piece.rows
        if piece.rows <= fitting:
            payload = self._marshaller.encode(piece)
            if len(payload) <= room:
                self._row_bytes = len(payload) / piece.rows
                return Fitted(piece, (payload,))
            if piece.rows == 1:
                text = (
                    f"a row of {len(payload)} bytes as {self._marshaller.name} does not fit into a payload of {room}; such rows are dropped"
                )
                return Fitted(piece, (), SendError("row_too_large", text, retry=False))
            fitting = max(1, min(piece.rows - 1, int(room * piece.rows / len(payload) * 0.95)))
        return deque(split(piece, fitting))
