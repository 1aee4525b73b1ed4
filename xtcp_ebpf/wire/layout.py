"""The table made ready for an interpreter: slots (where an attribute lands) and operations (what is written, in field order).

Both engines run this. The C engine gets it packed (`pack`) and knows no field names.

    slot 0 is struct inet_diag_msg; the others are attributes, parents before children
    operations are sorted by field number, with the identity stamp and record_counter in their places
"""

from __future__ import annotations

import struct as struct_module
from functools import lru_cache
from typing import NamedTuple

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.wire import schema
from xtcp_ebpf.wire.framing import varint
from xtcp_ebpf.wire.groups import KNOWN

KINDS = (
    "stamp",  # splice in a part of the identity stamp; `offset` says which
    "counter",  # record_counter
    "u8",
    "u16",
    "u32",
    "u64",
    "be16",
    "le16",
    "cookie",  # two host-order u32, the lower first
    "bytes16",
    "cstr",  # text up to the first NUL
    "enum",  # such a text by EnumName
    "flag",  # 1 because the attribute is there
    "count100",  # length of the attribute divided by 100
    "attributes",  # bit n: attribute n was there
    "length",  # bytes of the attribute
)
"""In the order in which the C engine numbers them."""

WIDTHS = {"u8": 1, "u16": 2, "u32": 4, "u64": 8, "be16": 2, "le16": 2, "cookie": 8, "bytes16": 16}
WIDTHS |= dict.fromkeys(("cstr", "enum", "flag", "count100"), 0)
_ALIGNS = {"cookie": 4, "bytes16": 4, "le16": 1}

HEAD_END, MIDDLE_END, TAIL_FIRST, TAIL_END = 60, 1000, 3000, 3100
"""Identity fields: the head is below HEAD_END, the middle below MIDDLE_END, the tail from TAIL_FIRST to below TAIL_END."""


class Slot(NamedTuple):
    """An attribute that the table knows."""

    parent: int
    """Slot of the attribute around it; 0 for the outermost."""
    number: int
    size: int
    """Bytes of the structure as far as the table knows it; 0: any length is right."""
    least: int
    """Bytes of its first member."""
    container: bool


class Operation(NamedTuple):
    """One field of a row."""

    kind: str
    slot: int
    offset: int
    width: int
    """Bytes that must be there behind `offset`."""
    shift: int
    bits: int
    """For bit fields; 0: the whole member."""
    tag: bytes
    number: int


class EnumName(NamedTuple):
    text: bytes
    value: int


class Layout(NamedTuple):
    slots: tuple[Slot, ...]
    operations: tuple[Operation, ...]
    enum: tuple[EnumName, ...]


class Placed(NamedTuple):
    """A member with its offset."""

    struct: schema.Struct
    member: schema.Member
    offset: int


@lru_cache
def placed() -> tuple[Placed, ...]:
    """Every member of the table at its computed offset: natural alignment; bit fields that follow one another share a byte."""
    found = []
    for struct in schema.STRUCTS:
        at = byte = used = 0
        for member in struct.members:
            width = WIDTHS[member.kind]
            if member.bits and member.bits[0] and member.bits[0] == used:
                found.append(Placed(struct, member, byte))
                used = sum(member.bits)
                continue
            align = _ALIGNS.get(member.kind, width) or 1
            at = -(-at // align) * align
            found.append(Placed(struct, member, at))
            byte, used = at, sum(member.bits or (0, 0))
            at += width
    return tuple(found)


def sizes() -> dict[tuple[int, ...], int]:
    """Attribute path -> bytes of its structure as far as the table knows it."""
    return {s.path: max((p.offset + WIDTHS[p.member.kind] for p in placed() if p.struct is s), default=0) for s in schema.STRUCTS}


def _slots() -> tuple[Slot, ...]:
    index = {s.path: i for i, s in enumerate(schema.STRUCTS)}
    parents = {s.path[:-1] for s in schema.STRUCTS if len(s.path) > 1}
    known = sizes()
    made = []
    for s in schema.STRUCTS:
        least = WIDTHS[s.members[0].kind] if s.members else 0
        number = s.path[-1] if s.path else 0
        made.append(Slot(index[s.path[:-1]] if s.path else 0, number, known[s.path], least, s.path in parents))
    return tuple(made)


def _tag(number: int, kind: str) -> bytes:
    return varint(number << 3 | (2 if kind in ("bytes16", "cstr") else 0))


@lru_cache
def layout(enabled: frozenset[str] = frozenset(KNOWN)) -> Layout:
    """What the engines run when these decoder groups are on."""
    numbers = {f.name: f.number for f in XtcpFlatRecord.DESCRIPTOR.fields}
    index = {s.path: i for i, s in enumerate(schema.STRUCTS)}

    def operation(kind: str, field: str, slot: int = 0, offset: int = 0, bits: tuple[int, int] | None = None) -> Operation:
        shift, width = bits or (0, 0)
        return Operation(kind, slot, offset, WIDTHS.get(kind, 0), shift, width, _tag(numbers[field], kind), numbers[field])

    made = [
        Operation("stamp", 0, 0, 0, 0, 0, b"", 0),
        operation("counter", "record_counter"),
        Operation("stamp", 0, 1, 0, 0, 0, b"", HEAD_END + 1),
        Operation("stamp", 0, 2, 0, 0, 0, b"", TAIL_FIRST),
        operation("attributes", "kernel_attributes"),
    ]
    if "info" in enabled:
        made.append(operation("length", "tcp_info_bytes", index[schema.TCP_INFO.path]))
    made += (
        operation(p.member.kind, p.member.field, index[p.struct.path], p.offset, p.member.bits)
        for p in placed()
        if p.member.field and (not p.struct.group or p.struct.group in enabled)
    )
    enum = tuple(EnumName(name.encode(), value) for name, value in sorted(schema.CONGESTION_ENUM.items()))
    return Layout(_slots(), tuple(sorted(made, key=lambda op: op.number)), enum)


def pack(plan: Layout) -> bytes:
    """The layout as the C engine reads it, in host order: counts, slots, operations, names."""
    parts = [struct_module.pack("=HHH", len(plan.slots), len(plan.operations), len(plan.enum))]
    parts += (struct_module.pack("=HHHHH", *slot) for slot in plan.slots)
    parts += (
        struct_module.pack("=BBHBBBB4s", KINDS.index(op.kind), op.slot, op.offset, op.width, op.shift, op.bits, len(op.tag), op.tag)
        for op in plan.operations
    )
    parts += (struct_module.pack("=BB14s", name.value, len(name.text), name.text) for name in plan.enum)
    return b"".join(parts)
