"""Rows of chunks as sums, in C or in Python: both take any bytes, and give the same numbers or refuse.

A row's fields stand in the order of their numbers, as the engines write them: it is read up to the last that is counted, and a field that
stands behind one with a larger number is not seen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from xtcp_ebpf.tcp_stats import picture
from xtcp_ebpf.tcp_stats.picture import (
    BOUNDS_US,
    COUNTED,
    ESTABLISHED,
    EVER,
    LAST_STATE,
    LOSING,
    OWNER,
    PLACES,
    RETRANSMITTING,
    RTT,
    RTT_SUM_US,
    SEGMENTS,
    TIMEOUTS,
)
from xtcp_ebpf.wire.framing import ROW_TAG

Raw = bytes | memoryview

_BITS32, _BITS64 = (1 << 32) - 1, (1 << 64) - 1
_VARINT, _FIXED64, _LENGTH, _FIXED32 = 0, 1, 2, 5


class Sums(NamedTuple):
    """What some rows of one namespace come to."""

    inode: int
    """Of the namespace, as the first row has it."""
    cookie: int
    array: bytes
    """See picture.py."""


class Accumulator(Protocol):
    """Adds rows up. Stateless: one serves all threads."""

    name: str
    """`c` or `python`."""

    def add(self, chunks: tuple[Raw, ...]) -> Sums:
        """All rows of these chunks, which are of one namespace. Raises ValueError when there is anything that is no row."""
        ...


class CAccumulator:
    """Accumulator in C. Raises ImportError where it was not built."""

    name = "c"

    def __init__(self) -> None:
        from xtcp_ebpf.tcp_stats import _accumulate

        self._c = _accumulate
        self._packed = picture.pack()

    def add(self, chunks: tuple[Raw, ...]) -> Sums:
        return Sums(*self._c.accumulate(self._packed, chunks))


class PythonAccumulator:
    """The same in Python: defines what is right, some five hundred times slower."""

    name = "python"

    def add(self, chunks: tuple[Raw, ...]) -> Sums:
        numbers = [0] * PLACES
        owner: list[int] = []
        for chunk in chunks:
            at = 0
            while at < len(chunk):
                start, at = _frame(chunk, at)
                record = memoryview(chunk)[start:at]
                owner = owner or _values(record, OWNER)
                _count(numbers, _values(record, COUNTED))
        inode, cookie = owner or (0, 0)
        return Sums(inode, cookie, picture.array(numbers))


def _frame(chunk: Raw, at: int) -> tuple[int, int]:
    """Where the record of the row at `at` begins and ends."""
    if chunk[at] != ROW_TAG:
        raise ValueError(f"tag {chunk[at]:#x} instead of {ROW_TAG:#x} at byte {at} of a chunk")
    size, start = _varint(chunk, at + 1, 10)
    if size > len(chunk) - start:
        raise ValueError(f"the row at byte {at} of a chunk is cut off")
    return start, start + size


def _varint(data: Raw, at: int, most: int) -> tuple[int, int]:
    """(value, offset behind it). Bits beyond 64 are lost, as in protobuf."""
    value = shift = 0
    for offset in range(at, min(at + most, len(data))):
        byte = data[offset]
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value & _BITS64, offset + 1
        shift += 7
    raise ValueError(f"no varint at byte {at}")


def _values(record: memoryview, wanted: Sequence[int]) -> list[int]:
    """The numbers in the wanted fields, whose own numbers rise; 0 for one that is not there."""
    values = [0] * len(wanted)
    at = place = 0
    while at < len(record) and place < len(wanted):
        tag, at = _varint(record, at, 5)
        number, kind = tag >> 3, tag & 7
        if not 0 < tag <= _BITS32 or not number:
            raise ValueError("a field has no valid tag")
        while place < len(wanted) and number > wanted[place]:
            place += 1
        if place == len(wanted):
            break
        if kind == _VARINT:
            value, at = _varint(record, at, 10)
            if number == wanted[place]:
                values[place] = value
                place += 1
            continue
        if kind == _LENGTH:
            size, at = _varint(record, at, 10)
        elif kind in (_FIXED64, _FIXED32):
            size = 8 if kind == _FIXED64 else 4
        else:
            raise ValueError(f"a field of kind {kind}")
        if size > len(record) - at:
            raise ValueError("a field is cut off")
        at += size
    return values


def _count(numbers: list[int], values: Sequence[int]) -> None:
    state, timeouts, lost, retrans, rtt, total = (value & _BITS32 for value in values)
    numbers[state if state <= LAST_STATE else 0] += 1
    numbers[SEGMENTS] += total
    numbers[EVER] += total > 0
    numbers[TIMEOUTS] += timeouts > 0
    numbers[RETRANSMITTING] += retrans > 0
    numbers[LOSING] += lost > 0
    if state == ESTABLISHED and rtt:
        numbers[RTT_SUM_US] += rtt
        numbers[RTT + bisect_left(BOUNDS_US, rtt)] += 1


def choose(c: Callable[[], Accumulator] = CAccumulator) -> tuple[Accumulator, str]:
    """The one in C, or the other with what has to be said about that."""
    try:
        return c(), ""
    except ImportError as error:
        return PythonAccumulator(), (
            "rows are counted for -promTcpStats in Python, some five hundred times slower: the part in C is not there"
            f" ({error}): install a C compiler and the package again"
        )
