"""Slots, operations and their packed form."""

from __future__ import annotations

import struct

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.record.stamp import FIELDS
from xtcp_ebpf.wire.groups import KNOWN
from xtcp_ebpf.wire.layout import HEAD_END, KINDS, MIDDLE_END, TAIL_END, TAIL_FIRST, layout, pack, placed, sizes
from xtcp_ebpf.wire.schema import STRUCTS

FULL = layout()


def test_operations_are_in_field_order_with_the_stamp_in_its_places() -> None:
    """Head, counter, middle, then kernel fields below 3000, the tail, and the rest: the order in which Google serialises."""
    numbers = [op.number for op in FULL.operations]
    assert numbers == sorted(numbers)
    assert [(op.kind, op.offset) for op in FULL.operations][:3] == [("stamp", 0), ("counter", 0), ("stamp", 1)]
    at = next(i for i, op in enumerate(FULL.operations) if (op.kind, op.offset) == ("stamp", 2))
    assert all(MIDDLE_END < op.number < TAIL_FIRST for op in FULL.operations[3:at])
    assert all(op.number >= TAIL_END for op in FULL.operations[at + 1 :])


def test_identity_fields_are_where_the_stamp_is_spliced() -> None:
    """No field that the stamp has is between fields that an operation writes: the three parts have ranges of their own."""
    written = {op.number for op in FULL.operations if op.tag}
    for field in XtcpFlatRecord.DESCRIPTOR.fields:
        if field.number not in written:
            assert field.number < MIDDLE_END or TAIL_FIRST <= field.number < TAIL_END or field.name.endswith("_asn"), field.name
        elif field.name in FIELDS:
            assert field.number == HEAD_END or field.number >= TAIL_END, field.name


def test_tags_say_field_and_wire_type() -> None:
    """Addresses and text are length-delimited (2), everything else is a varint (0)."""
    names = {f.number: f for f in XtcpFlatRecord.DESCRIPTOR.fields}
    for op in FULL.operations:
        if not op.tag:
            continue
        key = shift = 0
        for byte in op.tag:
            key |= (byte & 0x7F) << shift
            shift += 7
        assert key >> 3 == op.number
        assert key & 7 == (2 if names[op.number].type in (names[op.number].TYPE_STRING, names[op.number].TYPE_BYTES) else 0)


def test_slots_have_parents_before_children() -> None:
    """The first is the header; a container is what has slots inside."""
    assert FULL.slots[0].parent == FULL.slots[0].number == 0
    assert FULL.slots[0].size == 72
    for i, slot in enumerate(FULL.slots[1:], start=1):
        assert slot.parent < i
        assert slot.container == any(other.parent == i for other in FULL.slots[1:])


def test_offsets_are_aligned_as_a_compiler_does() -> None:
    """A member stands behind the one before it, at a multiple of its width; only bit fields share a byte."""
    before: dict[str, int] = {}
    for p in placed():
        last = before.get(p.struct.name, -1)
        assert p.offset > last or (p.member.bits and p.offset == last) or p.member.kind == "enum"
        before[p.struct.name] = p.offset
    assert sizes()[()] == 72
    assert sizes()[(2,)] == 280


def test_groups_leave_operations_out_and_slots_in() -> None:
    """Without groups only the header, the identity and what the kernel sent remain; the slots stay, so that nothing becomes unknown."""
    bare = layout(frozenset())
    assert bare.slots == FULL.slots
    assert {op.slot for op in bare.operations} == {0}
    every = sum(len(layout(frozenset({group})).operations) - len(bare.operations) for group in KNOWN)
    assert every == len(FULL.operations) - len(bare.operations)


def test_the_packed_form_can_be_read_back() -> None:
    """Counts, slots of ten bytes, operations of twelve, names of sixteen, nothing behind them."""
    raw = pack(FULL)
    slots, operations, names = struct.unpack_from("=HHH", raw)
    assert (slots, operations, names) == (len(FULL.slots), len(FULL.operations), len(FULL.enum))
    assert len(raw) == 6 + slots * 10 + operations * 12 + names * 16
    at = 6 + slots * 10
    for op in FULL.operations:
        kind, slot, offset, width, shift, bits, length, tag = struct.unpack_from("=BBHBBBB4s", raw, at)
        assert (KINDS[kind], slot, offset, width, shift, bits, tag[:length]) == (
            op.kind,
            op.slot,
            op.offset,
            op.width,
            op.shift,
            op.bits,
            op.tag,
        )
        at += 12


def test_every_group_of_the_table_can_be_laid_out() -> None:
    """Each group alone gives its struct's fields and no other's."""
    for group in KNOWN:
        fields = {p.member.field for p in placed() if p.struct.group == group}
        numbers = {XtcpFlatRecord.DESCRIPTOR.fields_by_name[name].number for name in fields}
        bare = {op.number for op in layout(frozenset()).operations}
        assert {op.number for op in layout(frozenset({group})).operations} - bare - {3102} == numbers
    assert {s.group for s in STRUCTS} - {""} == set(KNOWN)
