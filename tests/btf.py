"""The kernel's own description of its types (BTF, /sys/kernel/btf/vmlinux), as far as the tests need it: structures and enumerations.

Format: Documentation/bpf/btf.rst of the kernel.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import NamedTuple

VMLINUX = Path("/sys/kernel/btf/vmlinux")

INT, ARRAY, STRUCT, UNION, ENUM, ENUM64 = 1, 3, 4, 5, 6, 19
_ALIASES = (8, 9, 10, 11, 18)  # typedef, volatile, const, restrict, type tag
_EXTRA = {INT: 4, ARRAY: 12, 14: 4, 17: 4}
_EACH = {STRUCT: 12, UNION: 12, ENUM: 8, 13: 8, 15: 12, ENUM64: 12}


class Field(NamedTuple):
    """A member; those of a structure inside stand for themselves."""

    name: str
    bit: int
    """From the start of the outermost structure."""
    bits: int
    """How wide it is."""
    bitfield: bool


class _Type(NamedTuple):
    name: int
    kind: int
    kind_flag: bool
    length: int
    size: int
    """Or the number of the type that it refers to."""
    at: int
    """Where what follows the type's header stands."""


class Btf:
    """Raises ValueError for what is no BTF."""

    def __init__(self, data: bytes) -> None:
        magic, version, _, header = struct.unpack_from("=HBBI", data)
        if magic != 0xEB9F or version != 1:
            raise ValueError("no BTF of this machine's byte order")
        types, types_len, strings, strings_len = struct.unpack_from("=IIII", data, 8)
        self._data = data
        self._strings = data[header + strings : header + strings + strings_len]
        self._types = [_Type(0, 0, False, 0, 0, 0)]
        at, end = header + types, header + types + types_len
        while at < end:
            name, info, size = struct.unpack_from("=III", data, at)
            kind, count = info >> 24 & 0x1F, info & 0xFFFF
            self._types.append(_Type(name, kind, bool(info >> 31), count, size, at + 12))
            at += 12 + _EXTRA.get(kind, 0) + _EACH.get(kind, 0) * count
        self._structs = {self._text(t.name): t for t in self._types if t.kind == STRUCT and t.name}

    def _text(self, at: int) -> str:
        return self._strings[at : self._strings.index(b"\0", at)].decode()

    def _resolved(self, number: int) -> _Type:
        found = self._types[number]
        while found.kind in _ALIASES:
            found = self._types[found.size]
        return found

    def _bits(self, found: _Type) -> int:
        if found.kind == ARRAY:
            element, _, count = struct.unpack_from("=III", self._data, found.at)
            return self._bits(self._resolved(element)) * int(count)
        return found.size * 8

    def size(self, name: str) -> int:
        """Bytes of a structure. Raises KeyError for one that the kernel does not have."""
        return self._structs[name].size

    def fields(self, name: str) -> list[Field]:
        """The members of a structure, in its order."""
        return list(self._fields(self._structs[name], 0))

    def _fields(self, outer: _Type, base: int) -> list[Field]:
        found: list[Field] = []
        for i in range(outer.length):
            name, number, offset = struct.unpack_from("=III", self._data, outer.at + 12 * i)
            bits = offset >> 24 if outer.kind_flag else 0
            offset = base + (offset & 0xFFFFFF if outer.kind_flag else offset)
            inside = self._resolved(number)
            if inside.kind in (STRUCT, UNION):
                found += self._fields(inside, offset)
            else:
                found.append(Field(self._text(name), offset, bits or self._bits(inside), bool(bits)))
        return found

    def constants(self, *prefixes: str) -> dict[str, int]:
        """Every enumerator whose name begins so, of all enumerations."""
        found: dict[str, int] = {}
        for each in self._types:
            if each.kind == ENUM:
                for i in range(each.length):
                    name, value = struct.unpack_from("=Ii", self._data, each.at + 8 * i)
                    text = self._text(name)
                    if text.startswith(prefixes):
                        found[text] = value
        return found
