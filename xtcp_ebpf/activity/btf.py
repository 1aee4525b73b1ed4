"""The kernel's own description of its types (BTF, /sys/kernel/btf/vmlinux), as far as we need it: structures and enumerations.

Format: Documentation/bpf/btf.rst of the kernel. Of 130,000 types only the places are kept; what is asked for is read then.
"""

from __future__ import annotations

import mmap
import struct
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

VMLINUX: Final = Path("/sys/kernel/btf/vmlinux")

INT, PTR, ARRAY, STRUCT, UNION, ENUM, ENUM64 = 1, 2, 3, 4, 5, 6, 19
_ALIASES = (8, 9, 10, 11, 18)  # typedef, volatile, const, restrict, type tag
_EXTRA = {INT: 4, ARRAY: 12, 14: 4, 17: 4}
_EACH = {STRUCT: 12, UNION: 12, ENUM: 8, 13: 8, 15: 12, ENUM64: 12}
_FIXED: Final = [12 + _EXTRA.get(kind, 0) for kind in range(32)]
_GROWING: Final = [_EACH.get(kind, 0) for kind in range(32)]
_TYPE: Final = struct.Struct("=III")
"""name, info, size or the number of the type that it refers to."""
_MEMBER: Final = struct.Struct("=III")
"""name, type, offset."""
_POINTER_BITS: Final = 64


class Field(NamedTuple):
    """A member; those of a structure inside stand for themselves."""

    name: str
    bit: int
    """From the start of the outermost structure."""
    bits: int
    """How wide it is."""
    bitfield: bool


class Member(NamedTuple):
    """Where a member stands that was asked for by its path."""

    byte: int
    """From the start of the outermost structure."""
    kind: int
    """INT, PTR, STRUCT, ...: of its type, typedefs resolved."""
    size: int
    """In bytes."""


class _Type(NamedTuple):
    name: int
    kind: int
    kind_flag: bool
    length: int
    size: int
    """Or the number of the type that it refers to."""
    at: int
    """Where what follows the type's header stands."""


class _Inside(NamedTuple):
    name: str
    type: int
    bit: int
    bits: int
    """0: as wide as its type."""


@contextmanager
def opened(path: Path = VMLINUX) -> Iterator[Btf]:
    """A Btf whose 5 MB are given back at once, as no allocator would. Raises OSError, and ValueError for what is no BTF."""
    with path.open("rb", buffering=0) as file, mmap.mmap(-1, max(path.stat().st_size, 1)) as data:
        with memoryview(data) as room:
            at = 0
            while count := file.readinto(room[at:]):
                at += count
        yield Btf(data)


class Btf:
    """Raises ValueError for what is no BTF."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        try:
            magic, version, _, header = struct.unpack_from("=HBBI", data)
            if magic != 0xEB9F or version != 1:
                raise ValueError("no BTF of this machine's byte order")
            types, types_len, strings, strings_len = struct.unpack_from("=IIII", data, 8)
            self._data = data
            self._text_at = header + strings
            self._text_end = header + strings + strings_len
            self._at = array("I", [0])
            """By number of type: where its header stands; type 0 is void."""
            self._structs: dict[str, int] = {}
            self._scan(header + types, header + types + types_len)
        except struct.error as error:
            raise ValueError(f"BTF that is cut off: {error}") from None

    def _scan(self, at: int, end: int) -> None:
        read, keep, data = _TYPE.unpack_from, self._at.append, self._data
        while at < end:
            name, info, _ = read(data, at)
            kind = info >> 24 & 0x1F
            if kind > ENUM64:
                raise ValueError(f"BTF with types of kind {kind}, which came after this program")
            if kind == STRUCT and name:
                self._structs.setdefault(self._text(name), len(self._at))
            keep(at)
            at += _FIXED[kind] + _GROWING[kind] * (info & 0xFFFF)

    def _text(self, at: int) -> str:
        start = self._text_at + at
        end = self._data.find(b"\0", start, self._text_end)
        if end < 0:
            raise ValueError("BTF with a name that has no end")
        return self._data[start:end].decode()

    def _type(self, number: int) -> _Type:
        if not number:
            return _Type(0, 0, False, 0, 0, 0)
        at = self._at[number]
        name, info, size = _TYPE.unpack_from(self._data, at)
        return _Type(name, info >> 24 & 0x1F, bool(info >> 31), info & 0xFFFF, size, at + _TYPE.size)

    def _resolved(self, number: int) -> _Type:
        found = self._type(number)
        while found.kind in _ALIASES:
            found = self._type(found.size)
        return found

    def _bits(self, found: _Type) -> int:
        if found.kind == ARRAY:
            element, _, count = struct.unpack_from("=III", self._data, found.at)
            return self._bits(self._resolved(element)) * int(count)
        return _POINTER_BITS if found.kind == PTR else found.size * 8

    def size(self, name: str) -> int:
        """Bytes of a structure. Raises KeyError for one that the kernel does not have."""
        return self._type(self._structs[name]).size

    def fields(self, name: str) -> list[Field]:
        """The members of a structure, in its order. Raises KeyError as size does."""
        return list(self._fields(self._type(self._structs[name]), 0))

    def member(self, name: str, *path: str) -> Member:
        """`member("sock", "__sk_common", "skc_net")`; members of nameless structures inside are found too.

        Raises KeyError, with the name, for a structure or a member that the kernel does not have.
        """
        outer, bit = self._type(self._structs[name]), 0
        for step in path:
            found = next((each for each in self._named(outer, bit) if each.name == step), None)
            if found is None:
                raise KeyError(step)
            outer, bit = self._resolved(found.type), found.bit
        return Member(bit // 8, outer.kind, self._bits(outer) // 8)

    def _inside(self, outer: _Type, base: int) -> Iterator[_Inside]:
        for i in range(outer.length):
            name, number, offset = _MEMBER.unpack_from(self._data, outer.at + _MEMBER.size * i)
            bits = offset >> 24 if outer.kind_flag else 0
            yield _Inside(self._text(name), number, base + (offset & 0xFFFFFF if outer.kind_flag else offset), bits)

    def _named(self, outer: _Type, base: int) -> Iterator[_Inside]:
        if outer.kind in (STRUCT, UNION):
            for each in self._inside(outer, base):
                if each.name:
                    yield each
                else:
                    yield from self._named(self._resolved(each.type), each.bit)

    def _fields(self, outer: _Type, base: int) -> Iterator[Field]:
        for each in self._inside(outer, base):
            inside = self._resolved(each.type)
            if inside.kind in (STRUCT, UNION):
                yield from self._fields(inside, each.bit)
            else:
                yield Field(each.name, each.bit, each.bits or self._bits(inside), bool(each.bits))

    def constants(self, *prefixes: str) -> dict[str, int]:
        """Every enumerator whose name begins so, of all enumerations."""
        found: dict[str, int] = {}
        for number in range(1, len(self._at)):
            each = self._type(number)
            if each.kind == ENUM:
                for i in range(each.length):
                    name, value = struct.unpack_from("=Ii", self._data, each.at + 8 * i)
                    text = self._text(name)
                    if text.startswith(prefixes):
                        found[text] = value
        return found
