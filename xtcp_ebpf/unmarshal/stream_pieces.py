"""A stream cut into its pieces, as it comes: by a length in front, or by what stands behind. Each piece with its offset in the stream."""

from __future__ import annotations

from collections.abc import Iterator

from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.unmarshal.reader import LONGEST
from xtcp_ebpf.wire.framing import read_varint

_VARINT_MOST = 10

Piece = tuple[int, bytes]
"""(offset of its first byte in the stream, the bytes)"""


class Frames:
    """varint length, body, one after the other."""

    def __init__(self, longest: int = LONGEST) -> None:
        self._longest = longest
        self._held = bytearray()
        self._at = 0

    @property
    def pending(self) -> int:
        """Bytes of a frame that is not whole yet, its length included."""
        return len(self._held)

    def feed(self, data: bytes) -> Iterator[Piece]:
        """The bodies that are whole now. Raises CaptureError at a length that cannot be."""
        self._held += data
        done = 0
        try:
            while head := self._head(done):
                size, start = head
                if start + size > len(self._held):
                    break
                done = start + size
                yield self._at + start, _copy(self._held, start, done)
        finally:
            del self._held[:done]
            self._at += done

    def _head(self, at: int) -> tuple[int, int] | None:
        """(length, where the body starts) of the frame at `at`; None when its length is not there yet."""
        try:
            size, start = read_varint(bytes(self._held[at : at + _VARINT_MOST]), 0)
        except ValueError:
            if len(self._held) - at < _VARINT_MOST:
                return None
            raise CaptureError("this is no length of a frame", self._at + at) from None
        if size > self._longest:
            raise CaptureError(f"a frame of {size} bytes is announced: there is none above {self._longest}", self._at + at)
        return size, at + start

    def begun(self, most: int | None = None) -> Piece:
        """What is there of the body of the last frame, which is not whole; `most`: no more bytes of it."""
        head = self._head(0)
        start = head[1] if head else len(self._held)
        return self._at + start, _copy(self._held, start, None if most is None else start + most)

    def torn(self) -> CaptureError:
        """What there is to say of it."""
        head = self._head(0)
        there = f"{len(self._held) - head[1]} of its {head[0]} bytes are there" if head else "not even its length is there"
        return CaptureError(f"the last frame is cut off: {there}", self._at)


class Ended:
    """Pieces that each have `end` behind them, which is not part of them."""

    def __init__(self, end: bytes, what: str, longest: int = LONGEST) -> None:
        self._end = end
        self._what = what
        self._longest = longest
        self._held = bytearray()
        self._at = 0
        self._searched = 0

    @property
    def pending(self) -> int:
        """Bytes of a piece whose end is not there yet."""
        return len(self._held)

    def feed(self, data: bytes) -> Iterator[Piece]:
        """The pieces that are whole now. Raises CaptureError when one is too long."""
        self._held += data
        done = 0
        try:
            while (found := self._held.find(self._end, max(done, self._searched))) >= 0:
                piece = self._at + done, _copy(self._held, done, found)
                done = found + len(self._end)
                yield piece
        finally:
            del self._held[:done]
            self._at += done
            self._searched = max(0, len(self._held) - len(self._end) + 1)
        if len(self._held) > self._longest:
            raise CaptureError(f"{self._what} of more than {self._longest} bytes", self._at)

    def rest(self) -> Piece:
        """What stands behind the last end."""
        return self._at, bytes(self._held)


def _copy(held: bytearray, start: int, end: int | None) -> bytes:
    """The bytes from start to end: copied once, where a slice would be a second time."""
    with memoryview(held) as view, view[start:end] as part:
        return bytes(part)
