"""The rows of an Envelope that a filter lets through: as bytes, never as objects.

A row is read up to the first field beyond the last one that its filter looks at: our decoders write the fields of a row in the order of
their numbers. Of a field that comes twice before that the last one holds; one of another wire type than its own is not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from xtcp_ebpf.api import record_filter
from xtcp_ebpf.api.record_filter import Filter
from xtcp_ebpf.wire import framing

Raw = bytes | memoryview
Fields = dict[int, int | bytes]

AF_4, AF_6 = 2, 10
"""What the kernel writes into inet_diag_msg_family."""
MAPPED = bytes(10) + b"\xff\xff"
"""What an IPv4-mapped IPv6 address begins with."""

_VARINT, _FIXED64, _LENGTH, _FIXED32 = 0, 1, 2, 5
_TEXTS = frozenset({record_filter.NETNS, record_filter.SOURCE, record_filter.DESTINATION})
_64_BITS = 2**64 - 1
_32_BITS = 2**32 - 1


class Damaged(ValueError):
    """What is no chunk of valid rows: the number of the piece, and in it the offset of the row that is wrong."""

    def __init__(self, problem: str, piece: int, offset: int) -> None:
        super().__init__(f"the row at byte {offset} of chunk {piece}: {problem}")
        self.problem = problem
        self.piece = piece
        self.offset = offset


class Selected(NamedTuple):
    """What was let through."""

    chunk: bytes
    """The rows as they were, frames included."""
    rows: int
    passed: int
    """How many more than a multiple of every_nth have passed the rest of the filter: for the next call."""


class Selector(Protocol):
    """Stateless: one serves all threads."""

    name: str
    """`c` or `python`."""

    def select(self, wanted: Filter, pieces: tuple[Raw, ...], passed: int) -> Selected:
        """The rows of all pieces that the filter lets through, in their order. `passed`: of the call before, 0 at first. Raises Damaged."""
        ...


class CSelector:
    """Selector in C. Raises ImportError where it was not built."""

    name = "c"

    def __init__(self) -> None:
        from xtcp_ebpf.api import _select

        self._c = _select

    def select(self, wanted: Filter, pieces: tuple[Raw, ...], passed: int) -> Selected:
        return Selected(*self._c.select(Damaged, wanted.packed, pieces, passed))


class PythonSelector:
    """The same in Python: defines what is right, some hundred times slower."""

    name = "python"

    def select(self, wanted: Filter, pieces: tuple[Raw, ...], passed: int) -> Selected:
        kept: list[memoryview] = []
        passed %= wanted.every_nth
        for number, piece in enumerate(pieces):
            for at, record, end in _frames(number, piece):
                try:
                    fields = _fields(record, wanted.last)
                except ValueError as error:
                    raise Damaged(str(error), number, at) from None
                if _wanted(wanted, fields):
                    if not passed:
                        kept.append(memoryview(piece)[at:end])
                    passed = (passed + 1) % wanted.every_nth
        return Selected(b"".join(kept), len(kept), passed)


def choose() -> tuple[Selector, str]:
    """The selector, and what there is to say of it; nothing when all is well."""
    try:
        return CSelector(), ""
    except ImportError as error:
        return PythonSelector(), (
            f"filters of gRPC streams run in Python, some hundred times slower, because the part in C was not built ({error}):"
            " install again with a C compiler and Python's headers"
        )


def _frames(number: int, piece: Raw) -> Iterator[tuple[int, bytes, int]]:
    """Each row: where it begins, its record, where it ends."""
    view = memoryview(piece)
    at = 0
    while at < len(view):
        if view[at] != framing.ROW_TAG:
            raise Damaged("it does not begin with the tag 0x52", number, at)
        try:
            size, start = framing.read_varint(view, at + 1)
        except ValueError:
            raise Damaged("it is cut off", number, at) from None
        end = start + size
        if end > len(view):
            raise Damaged("it is cut off", number, at)
        yield at, bytes(view[start:end]), end
        at = end


def _fields(record: bytes, last: int) -> Fields:
    """The fields up to number `last` that filters look at. Raises ValueError."""
    fields: Fields = {}
    at, end = 0, len(record)
    while at < end:
        tag, at = _read(record, at, 5, "a field has no valid tag")
        number, kind = tag >> 3, tag & 7
        if tag > _32_BITS or not number:
            raise ValueError("a field has no valid tag")
        if number > last:
            break
        value: int | bytes
        if kind == _VARINT:
            value, at = _read(record, at, 10, "a number is cut off")
            value &= _32_BITS
        elif kind == _LENGTH:
            size, start = _read(record, at, 10, "a text is cut off")
            at = start + (size & _64_BITS)
            if at > end:
                raise ValueError("a text is cut off")
            value = record[start:at]
        elif kind in (_FIXED64, _FIXED32):
            at += 8 if kind == _FIXED64 else 4
            if at > end:
                raise ValueError("a number is cut off")
            continue
        else:
            raise ValueError("a field is of a kind that no row has")
        if (number in _TEXTS) == isinstance(value, bytes):
            fields[number] = value
    return fields


def _read(record: bytes, at: int, most: int, problem: str) -> tuple[int, int]:
    try:
        value, behind = framing.read_varint(record, at)
    except ValueError:
        raise ValueError(problem) from None
    if behind - at > most:
        raise ValueError(problem)
    return value, behind


def _wanted(wanted: Filter, fields: Fields) -> bool:
    source, destination = fields.get(record_filter.SOURCE_PORT, 0), fields.get(record_filter.DESTINATION_PORT, 0)
    if wanted.states and fields.get(record_filter.STATE, 0) not in wanted.states:
        return False
    if wanted.ports and source not in wanted.ports and destination not in wanted.ports:
        return False
    if wanted.source_ports and source not in wanted.source_ports:
        return False
    if wanted.destination_ports and destination not in wanted.destination_ports:
        return False
    if wanted.netns and fields.get(record_filter.NETNS, b"") not in wanted.netns:
        return False
    family = fields.get(record_filter.FAMILY, 0)
    ends = (fields.get(record_filter.SOURCE, b""), fields.get(record_filter.DESTINATION, b""))
    return not wanted.prefixes or any(_under(wanted, family, address) for address in ends if isinstance(address, bytes))


def _under(wanted: Filter, family: int | bytes, address: bytes) -> bool:
    """Whether one of the prefixes has the address: 16 bytes, of which IPv4 fills the first four."""
    if len(address) != 16:
        return False
    found = {}
    if family == AF_4:
        found[4] = address[:4]
    elif family == AF_6:
        found[6] = address
        if address.startswith(MAPPED):
            found[4] = address[len(MAPPED) :]
    for prefix in wanted.prefixes:
        if part := found.get(prefix.version):
            beyond = prefix.max_prefixlen - prefix.prefixlen
            if int.from_bytes(part, "big") >> beyond == int(prefix.network_address) >> beyond:
                return True
    return False
