"""Both sides of the maps mean the same bytes: activity/sockets_layout.py against bpf/sockets.h, and what is made of them."""

from __future__ import annotations

import ctypes
import re
import struct
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.activity import sockets_layout as layout

HEADER = re.sub(r"/\*.*?\*/", "", (Path(__file__).resolve().parents[2] / "bpf/sockets.h").read_text(), flags=re.DOTALL)
WIDTHS: dict[str, type] = {
    "__u8": ctypes.c_uint8,
    "__u32": ctypes.c_uint32,
    "__u64": ctypes.c_uint64,
    "__be16": ctypes.c_uint16,
    "__be32": ctypes.c_uint32,
}
BUSY = 1 << 31
WORD = st.integers(1, 2**64 - 1)


def built(name: str) -> type[ctypes.Structure]:
    """A struct of the header, as a C compiler lays it out."""
    body = re.search(rf"^struct {name} {{\n(.*?)^}};", HEADER, re.DOTALL | re.MULTILINE)
    assert body, f"no struct {name}"
    members = re.findall(r"^\t(\w+|struct \w+) (\w+)(?:\[(\d+)\])?; *$", body[1], re.MULTILINE)
    assert len(members) == body[1].count(";"), f"struct {name} has a member that this test does not understand"
    fields: list[tuple[str, type]] = []
    for kind, member, times in members:
        width = built(kind.removeprefix("struct ")) if kind.startswith("struct ") else WIDTHS[kind]
        fields.append((member, width * int(times) if times else width))
    return type(name, (ctypes.Structure,), {"_fields_": fields})


def test_a_request_is_what_the_kernel_takes() -> None:
    """struct inet_diag_req_v2: four bytes, the states, then the id of 48 bytes with ports, addresses, device and cookie."""
    request = built("socket_request")
    assert ctypes.sizeof(request) == layout.REQUEST_BYTES
    offsets = {name: getattr(request, name).offset for name, *_ in request._fields_}
    id_at = {"source_port": 8, "destination_port": 10, "source": 12, "destination": 28, "device": 44, "cookie": layout.COOKIE_AT}
    assert offsets == {"family": layout.FAMILY_AT, "protocol": 1, "extensions": 2, "unused": 3, "states": 4, **id_at}
    assert len(layout.ANY_COOKIE) == layout.REQUEST_BYTES - layout.COOKIE_AT


def test_a_birth_and_a_record_of_the_ring() -> None:
    """The namespace stands first; a record is a birth behind a header of 8 bytes."""
    birth = built("birth")
    assert ctypes.sizeof(birth) == layout.BIRTH.size == layout.RECORD.size - 8
    assert (birth.network.offset, birth.request.offset) == (0, 8)
    assert layout.RECORD.size % 8 == 0, "the kernel begins each record at a whole word"


def test_constants_and_numbers() -> None:
    """As the header has them."""
    made = built("socket_constants")(1, 2, 3)
    assert layout.CONSTANTS.unpack(bytes(made)) == (1, 2, 3)
    assert [name for name, *_ in made._fields_] == ["states", "extensions", "marks"]
    found = re.search(r"^#define RECENT_SOCKETS (\d+)$", HEADER, re.MULTILINE)
    assert found
    assert int(found[1]) == layout.RECENT_SOCKETS
    assert layout.RECENT_SOCKETS & layout.RECENT_SOCKETS - 1 == 0, "the low bits of a cookie choose the slot"
    assert set(re.findall(r"^struct (\w+) {", HEADER, re.MULTILINE)) == {"socket_request", "birth", "socket_constants"}


def record(network: int, request: bytes, flags: int = 0) -> bytes:
    """As the kernel writes it."""
    return layout.RECORD.pack(layout.BIRTH.size | flags, network, request)


@given(st.lists(st.tuples(st.sampled_from([3, 4, 2**64 - 1]), st.binary(min_size=56, max_size=56))))
def test_births_by_namespace_in_their_order(told: list[tuple[int, bytes]]) -> None:
    """Each request once, behind those of the same namespace that came before it; all is taken."""
    raw = b"".join(record(*each) for each in told)
    found, taken = layout.births(memoryview(raw))
    assert taken == len(raw)
    assert found == {network: b"".join(request for other, request in told if other == network) for network, _ in told}


@pytest.mark.parametrize("unfinished", [record(4, bytes(56), BUSY), record(4, bytes(56))[:-1], b"\0" * 8])
def test_births_end_before_what_is_still_being_written(unfinished: bytes) -> None:
    """What stands behind it waits too: records are passed in their order."""
    whole = record(3, b"a" * 56)
    raw = whole + unfinished + (whole if len(unfinished) == len(whole) else b"")
    assert layout.births(memoryview(raw)) == ({3: b"a" * 56}, len(whole))


@given(st.dictionaries(WORD, st.sampled_from([1, 2, 2**64 - 1])))
def test_active_sockets_by_namespace(marks: dict[int, int]) -> None:
    """Each cookie stands with its namespace, in order."""
    found = layout.by_namespace(array("Q", marks), array("Q", marks.values()))
    assert {network: list(cookies) for network, cookies in found.items()} == {
        network: sorted(cookie for cookie, other in marks.items() if other == network) for network in marks.values()
    }
    assert all(cookies.typecode == "Q" for cookies in found.values())


def test_states_whose_sockets_are_marked() -> None:
    """As the kernel numbers them: those in which a segment passes tcp_probe, or whose every change is one of state or a retransmission."""
    assert {1, 2} == layout.MARKED_STATES
    assert struct.unpack("=I", layout.WATCHED_VALUE) == (1,)
