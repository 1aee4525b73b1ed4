"""The dangers of the reader of columns in C: what it is given may be anything, and it writes nowhere else."""

from __future__ import annotations

import mmap
import os
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from growth import growths
from hypothesis import given, settings
from hypothesis import strategies as st
from made_rows import a_row, sealed

from xtcp_ebpf.marshal import columns
from xtcp_ebpf.marshal.columns import COLUMNS, CReader, Damaged, choose, groups, pack
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.wire.framing import varint

needs_c = pytest.mark.skipif(bool(os.environ.get("XTCP_PURE")), reason="XTCP_PURE: there is nothing in C here")
BAD_ROW = b"\x52" + varint(1) + b"\xff"


@needs_c
def test_the_part_in_c_is_there() -> None:
    """Tests that ran without it would prove nothing about it; under XTCP_SANITIZE it is the build with sanitizers."""
    from xtcp_ebpf.marshal import _columns

    chosen, said = choose()
    assert (chosen.name, said) == ("c", "")
    assert (b"__asan_init" in Path(_columns.__file__).read_bytes()) == bool(os.environ.get("XTCP_SANITIZE"))


def c() -> Any:
    from xtcp_ebpf.marshal import _columns

    return _columns


def block(rows: int) -> mmap.mmap:
    return mmap.mmap(-1, sum(column.room(rows) for column in COLUMNS), flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)


@needs_c
@pytest.mark.parametrize("change", [-64, -1, 1, 64])
def test_a_block_of_another_size_is_refused(change: int) -> None:
    """The part in C writes where the block has places, or not at all."""
    out = bytearray(sum(column.room(1) for column in COLUMNS) + change)
    with pytest.raises(ValueError, match="another number of bytes"):
        c().read(pack(), Damaged, (b"\x52\x00",), 1, out)


@needs_c
@pytest.mark.parametrize(("rows", "what"), [(0, "more rows"), (1, "more rows"), (3, "fewer rows")])
def test_another_number_of_rows_than_counted(rows: int, what: str) -> None:
    """Never written beyond the rows that the block was made for."""
    with pytest.raises(Damaged, match=f"there are {what} than were counted"):
        c().read(pack(), Damaged, (b"\x52\x00\x52\x00",), rows, block(rows))


@needs_c
@pytest.mark.parametrize("rows", [-1, 2**31, 2**62])
def test_numbers_of_rows_that_no_column_can_have(rows: int) -> None:
    """Refused before anything is computed with them."""
    with pytest.raises(ValueError, match="offsets of one column"):
        c().read(pack(), Damaged, (), rows, bytearray(8))


@needs_c
@pytest.mark.parametrize(
    "table",
    [
        pack()[:-1],
        struct.pack("=HBx", 1, 9),
        struct.pack("=HBx", 0, columns.NUMBER32),
        struct.pack("=HBx", 65535, columns.NUMBER32),
        struct.pack("=HBx", 7, columns.TEXT) * 2,
        struct.pack("=HBx", 0, columns.DATE),
        struct.pack("=HBxHBx", 7, columns.NUMBER32, 0, columns.DATE),
        struct.pack("=HBxHBx", 7, columns.NUMBER64, 1, columns.DATE),
        struct.pack("=HBx", 7, columns.NUMBER32) * 1025,
    ],
)
def test_a_wrong_table_is_refused(table: bytes) -> None:
    """Each index in it is checked before it is used."""
    with pytest.raises(ValueError, match="the table of columns has a wrong"):
        c().read(table, Damaged, (), 0, bytearray(8))


@needs_c
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8))
@settings(deadline=None, max_examples=150)
def test_a_damaged_table_is_refused_or_harmless(damage: list[tuple[int, int]]) -> None:
    """What is taken may read a row wrongly, but writes not one byte out of bounds."""
    table = bytearray(pack())
    for at, value in damage:
        table[at % len(table)] = value
    for size in (block(1), bytearray(12345)):
        with suppress(ValueError):
            c().read(bytes(table), Damaged, (sealed([a_row()]).body(),), 1, size)


@needs_c
def test_a_block_that_holds_rubbish() -> None:
    """What stood in it is gone."""
    body, clean, used = sealed([a_row(), XtcpFlatRecord()]).body(), bytearray(block(2)), bytearray(b"\x7f" * len(block(2)))
    assert c().read(pack(), Damaged, (body,), 2, clean) == c().read(pack(), Damaged, (body,), 2, used)
    assert clean == used


@needs_c
def test_no_object_is_left_behind() -> None:
    """Hundreds of times through every way out, the number of Python's memory blocks stays as it was."""
    good, out = sealed([a_row(), a_row()]).body(), block(2)
    read, count = c().read, c().count

    def refused(call: Callable[[], object]) -> Callable[[], object]:
        def run() -> None:
            with suppress(ValueError, TypeError, BufferError):
                call()

        return run

    ways: list[Callable[[], object]] = [
        lambda: read(pack(), Damaged, (good,), 2, out),
        lambda: count(Damaged, good, 0, 9),
        refused(lambda: read(pack(), Damaged, (good, "text"), 2, out)),
        refused(lambda: read(pack(), Damaged, [good], 2, out)),
        refused(lambda: read(pack(), Damaged, (good,), 2, b"")),
        refused(lambda: read(pack(), Damaged, (good,), 2, bytearray(9))),
        refused(lambda: read(pack()[:-1], Damaged, (good,), 2, out)),
        refused(lambda: read(pack(), Damaged, (good + BAD_ROW,), 3, block(3))),
        refused(lambda: read(pack(), int, (b"\x51",), 1, block(1))),
        refused(lambda: count(Damaged, b"\x51", 0, 9)),
        refused(lambda: count(Damaged, good, "x", 9)),
        lambda: count(Damaged, good, -5, 9),
        lambda: count(Damaged, good, 10**9, 9),
    ]
    assert [place for place, growth in enumerate(growths(ways, 300)) if growth >= 150] == []


@needs_c
def test_rows_that_change_while_they_are_read() -> None:
    """Nobody may do that; who does gets nonsense or an error, and no write out of bounds."""
    few, many = sealed([a_row(hostname="h")] * 60).body(), sealed([a_row(hostname="h" * 300)] * 60).body()
    buffer, over = bytearray(max(few, many, key=len)), threading.Event()
    reader = CReader()

    def change() -> None:
        while not over.is_set():
            buffer[: len(many)] = many
            buffer[: len(few)] = few

    thread = threading.Thread(target=change)
    thread.start()
    try:
        for _ in range(300):
            with suppress(Damaged):
                assert sum(group.rows for group in groups([memoryview(buffer)], reader, 50)) <= len(buffer)
    finally:
        over.set()
        thread.join()
