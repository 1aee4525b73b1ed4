"""Both sides of the BPF maps mean the same bytes: activity/map_layout.py against the header that the programs are built from."""

from __future__ import annotations

import ctypes
import re
import struct
from pathlib import Path

import pytest

from xtcp_ebpf.activity import map_layout

HEADER = (Path(__file__).resolve().parents[2] / "bpf/activity.h").read_text()
WIDTHS: dict[str, type] = {"__u8": ctypes.c_uint8, "__u16": ctypes.c_uint16, "__u32": ctypes.c_uint32, "__u64": ctypes.c_uint64}


def members(name: str) -> list[tuple[str, str]]:
    """(type, name) of each member of a struct of the header."""
    body = re.search(rf"^struct {name} {{\n(.*?)^}};", re.sub(r"/\*.*?\*/", "", HEADER, flags=re.DOTALL), re.DOTALL | re.MULTILINE)
    assert body, f"no struct {name}"
    found = re.findall(r"^\t(\w+|struct \w+) (\w+); *$", body[1], re.MULTILINE)
    assert len(found) == body[1].count(";"), f"struct {name} has a member that this test does not understand"
    return found


def built(name: str) -> type[ctypes.Structure]:
    """The struct, as a C compiler lays it out."""
    types = {member: built(kind.removeprefix("struct ")) if kind.startswith("struct ") else WIDTHS[kind] for kind, member in members(name)}
    return type(name, (ctypes.Structure,), {"_fields_": list(types.items())})


def constant(name: str) -> int:
    """A number that the header defines."""
    found = re.search(rf"^#define {name} (\d+)$", HEADER, re.MULTILINE)
    assert found, f"no {name}"
    return int(found[1])


STRUCTS = {
    "namespace_key": (map_layout.KEY, ["cookie", "inode"]),
    "control": (map_layout.CONTROL, ["epoch", "lost", "created", "unrung"]),
    "walked": (map_layout.WALKED, ["cookie", "inode", "segments"]),
    "outcome": (map_layout.OUTCOME, ["listed", "whole", "full"]),
    "constants": (map_layout.CONSTANTS, ["rings", "cpus"]),
}
"""Struct of the header -> how user space reads it, and what it takes from it, in its order."""


@pytest.mark.parametrize("name", STRUCTS)
def test_each_value_stands_where_the_programs_have_it(name: str) -> None:
    """Size, and every value at its own offset: numbers that are written as C lays them out are read as they were."""
    form, taken = STRUCTS[name]
    made = built(name)()
    assert form.size == ctypes.sizeof(made)
    for number, member in enumerate(taken, 1):
        setattr(made, member, number)
    values = form.unpack(bytes(made))
    if name == "walked":  # its last 16 bytes are compared as they are
        values = (*values[:2], struct.unpack("=QQ", values[2])[0])
    assert values == tuple(range(1, len(taken) + 1))
    assert {member for _, member in members(name)} - set(taken) <= {"unused", "mark"}


def test_what_a_walk_compares() -> None:
    """The counters and then the mark, whose last bytes they are: what Walk takes off to tell namespaces that were never marked."""
    made = built("walked")
    offset = made.segments.offset
    assert made.mark.offset == offset + 8 == ctypes.sizeof(made) - map_layout.MARK_BYTES
    raw = bytes(range(ctypes.sizeof(made)))
    assert map_layout.WALKED.unpack(raw)[2] == raw[offset:]


def test_a_mark() -> None:
    """Two epochs of 32 bits; zeros are what an untouched one holds."""
    assert [kind for kind, _ in members("mark")] == ["__u32", "__u32"]
    assert ctypes.sizeof(built("mark")) == map_layout.MARK_BYTES
    assert bytes(built("mark")()) == map_layout.UNMARKED


def test_numbers() -> None:
    """Sizes that both sides rely on."""
    assert constant("RECENT_SLOTS") == map_layout.RECENT_SLOTS
    assert constant("BELL_BYTES") == map_layout.BELL_BYTES
    assert constant("MAX_CPUS") == map_layout.MAX_CPUS
    assert map_layout.RECENT_SLOTS & map_layout.RECENT_SLOTS - 1 == 0, "the low bits of a number choose the slot"


def test_control_has_names() -> None:
    """In the order in which they are read."""
    read = map_layout.Control._make(map_layout.CONTROL.unpack(struct.pack("=IIQQQ", 1, 0, 2, 3, 4)))
    assert read == map_layout.Control(epoch=1, lost=2, created=3, unrung=4)


def test_every_struct_is_read() -> None:
    """No struct of the header that user space does not know."""
    assert set(re.findall(r"^struct (\w+) {", HEADER, re.MULTILINE)) == STRUCTS.keys() | {"mark"}
