"""The table itself: every row means a field, once."""

from __future__ import annotations

from collections import Counter

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import CongestionAlgorithm, XtcpFlatRecord
from xtcp_ebpf.wire import schema
from xtcp_ebpf.wire.layout import KINDS, WIDTHS
from xtcp_ebpf.wire.uapi import INET_DIAG

MEMBERS = [member for struct in schema.STRUCTS for member in struct.members]
FIELDS = XtcpFlatRecord.DESCRIPTOR.fields_by_name


def test_every_member_has_a_field_and_a_meaning() -> None:
    """A field of the record exists for each row of the table, and a sentence says what it is."""
    for member in MEMBERS:
        assert member.field in FIELDS, member
        assert member.meaning, member


def test_a_field_is_filled_from_one_place() -> None:
    """No two rows of the table write the same field."""
    assert [name for name, times in Counter(m.field for m in MEMBERS).items() if times > 1] == []


def test_kinds_are_those_that_the_engines_know() -> None:
    """A misspelt kind is found here and not by a decoder."""
    assert {m.kind for m in MEMBERS} <= set(KINDS) & set(WIDTHS)


def test_proto_types_can_hold_their_kind() -> None:
    """64 bits go into a 64-bit field, text into a string, addresses into bytes."""
    wide = {FIELDS[name].TYPE_UINT64 for name in FIELDS}
    for member in MEMBERS:
        field = FIELDS[member.field]
        if member.kind in ("u64", "cookie"):
            assert field.type in wide, member
        elif member.kind == "cstr":
            assert field.type == field.TYPE_STRING, member
        elif member.kind == "bytes16":
            assert field.type == field.TYPE_BYTES, member
        elif member.kind == "enum":
            assert field.enum_type is CongestionAlgorithm.DESCRIPTOR, member
        else:
            assert field.type in (field.TYPE_UINT32, field.TYPE_UINT64), member


def test_bit_fields_that_share_a_byte_do_not_overlap() -> None:
    """Bits of one byte follow one another from 0 on and end within it."""
    used = 0
    for member in MEMBERS:
        if member.bits:
            shift, width = member.bits
            assert shift in (0, used) and 0 < width <= 8 - shift, member
            used = shift + width


def test_every_attribute_of_the_kernel_is_in_the_table() -> None:
    """Also those that carry nothing for a record (LOCALS, PEERS, PAD): only what is unknown is counted as such."""
    assert {s.path[0] for s in schema.STRUCTS if s.path} == set(INET_DIAG.values())


def test_paths_are_unique_and_parents_come_first() -> None:
    """The engines rely on it: a nested attribute's slot stands behind the one around it."""
    paths = [s.path for s in schema.STRUCTS]
    assert len(paths) == len(set(paths))
    for at, path in enumerate(paths):
        assert not path or path[:-1] in paths[:at]


def test_congestion_names_have_values_of_the_proto_enum() -> None:
    """Each number that the table gives a congestion control exists in the proto, with a name that fits."""
    names = CongestionAlgorithm.DESCRIPTOR.values_by_number
    for kernel_name, number in schema.CONGESTION_ENUM.items():
        assert names[number].name.startswith("CONGESTION_ALGORITHM_" + kernel_name.upper())
