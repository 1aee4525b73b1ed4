"""The array of numbers: where each stands, and how several are added."""

from __future__ import annotations

from itertools import pairwise

from counted_rows import row
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.tcp_stats import picture
from xtcp_ebpf.tcp_stats.picture import BOUNDS_US, COUNTED, EMPTY, FIRST_OF_ITS_OWN, OWNER, PLACES, added, array, sockets_of


def test_numbers_of_fields_rise() -> None:
    """The part in C reads a row once, from its start on."""
    assert all(a < b for a, b in pairwise((FIRST_OF_ITS_OWN, *COUNTED)))
    assert OWNER[0] < FIRST_OF_ITS_OWN and OWNER[0] < OWNER[1]
    assert all(a < b for a, b in pairwise(BOUNDS_US))


def test_both_engines_write_fields_in_that_order() -> None:
    """Protobuf too, so that rows that others made can be counted."""
    data = row().SerializeToString()
    assert data == b"".join(
        XtcpFlatRecord(**{field.name: value}).SerializeToString()
        for field, value in sorted(row().ListFields(), key=lambda pair: pair[0].number)
    )


@given(st.lists(st.lists(st.integers(0, 2**56), min_size=PLACES, max_size=PLACES), max_size=5))
def test_arrays_are_added_number_by_number(parts: list[list[int]]) -> None:
    """No number spills into its neighbour."""
    total = picture.picture(added([array(numbers) for numbers in parts]))
    assert list(total.numbers) == [sum(column) for column in zip(*parts, strict=True)] or (not parts and not any(total.numbers))


def test_what_a_picture_says() -> None:
    """Sockets are those of all states; the buckets stand last."""
    found = picture.picture(array(range(PLACES)))
    assert found.sockets == sockets_of(array(range(PLACES))) == sum(range(16))
    assert found.by_state == tuple(range(16))
    assert found.buckets == tuple(range(PLACES - len(BOUNDS_US) - 1, PLACES))
    assert sockets_of(EMPTY) == 0


def test_nothing_added_is_the_empty_one() -> None:
    """The very one: a namespace without sockets is told by it."""
    assert added([]) is EMPTY
    assert added([EMPTY]) is EMPTY
