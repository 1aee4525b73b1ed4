"""The dangers of selecting in C: what it is given may be anything."""

from __future__ import annotations

import os
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from framed_rows import chunk, numbered, record
from growth import growths
from hypothesis import given, settings
from hypothesis import strategies as st

from xtcp_ebpf.api.record_filter import read
from xtcp_ebpf.api.selection import Damaged, choose
from xtcp_ebpf.pb.xtcp_flat_record_service_pb2 import RecordFilter

needs_c = pytest.mark.skipif(bool(os.environ.get("XTCP_PURE")), reason="XTCP_PURE: there is nothing in C here")
WANTED = read(RecordFilter(netns=["a", "default"], ports=[443], prefixes=["192.0.2.0/24", "::/0"], states=[1], every_nth=2)).packed
ROWS = chunk(numbered(0, 4))


def c() -> Any:
    from xtcp_ebpf.api import _select

    return _select


@needs_c
def test_the_part_in_c_is_there() -> None:
    """Tests that ran without it would prove nothing about it; under XTCP_SANITIZE it is the build with sanitizers."""
    chosen, said = choose()
    assert (chosen.name, said) == ("c", "")
    assert (b"__asan_init" in Path(c().__file__).read_bytes()) == bool(os.environ.get("XTCP_SANITIZE"))


@needs_c
@pytest.mark.parametrize("size", [0, 1, 31, 32, 8223, 8224, 8243, 8244, len(WANTED) - 9, len(WANTED) - 1])
def test_a_filter_that_is_cut_off_is_refused(size: int) -> None:
    """Wherever it ends."""
    with pytest.raises(ValueError, match="the filter is cut off"):
        c().select(Damaged, WANTED[:size], (ROWS,), 0)


@needs_c
@pytest.mark.parametrize(
    ("at", "layout", "value", "said"),
    [
        (0, "H", 0, "wrong number of a field"),
        (0, "H", 4096, "wrong number of a field"),
        (2, "H", 30, "wrong number of a field"),
        (14, "H", 4096, "wrong head"),
        (18, "H", 1001, "wrong head"),
        (20, "H", 1001, "wrong head"),
        (22, "B", 8, "wrong head"),
        (24, "Q", 0, "wrong head"),
        (32 + 8192, "B", 5, "wrong prefix"),
        (33 + 8192, "B", 33, "wrong prefix"),
        (20, "H", 1, "longer than what it has"),
        (20, "H", 3, "cut off"),
        (18, "H", 900, "cut off"),
        (22, "B", 7, "cut off"),
    ],
)
def test_a_wrong_filter_is_refused(at: int, layout: str, value: int, said: str) -> None:
    """Each number in it is checked before it is used."""
    packed = bytearray(WANTED)
    struct.pack_into("=" + layout, packed, at, value)
    with pytest.raises(ValueError, match=said):
        c().select(Damaged, bytes(packed), (ROWS,), 0)


@needs_c
@given(st.lists(st.tuples(st.integers(0, 31) | st.integers(8224, 10**5), st.integers(0, 255)), min_size=1, max_size=8))
@settings(deadline=None, max_examples=150)
def test_a_damaged_filter_is_refused_or_harmless(damage: list[tuple[int, int]]) -> None:
    """What is taken may select wrongly, but reads nothing that is not there."""
    packed = bytearray(WANTED)
    for at, value in damage:
        packed[at % len(packed)] = value
    with suppress(ValueError):
        made, rows, _passed = c().select(Damaged, bytes(packed), (ROWS,), 0)
        assert rows <= 4 and len(made) <= len(ROWS)


@needs_c
def test_counters_of_any_size() -> None:
    """What every_nth has counted may be anything; it goes round at N."""
    wanted = read(RecordFilter(every_nth=2**64 - 1)).packed
    assert c().select(Damaged, wanted, (ROWS,), 2**64 - 2)[1:] == (1, 3)
    assert c().select(Damaged, read(RecordFilter(every_nth=2)).packed, (ROWS,), 2**64 - 1)[1:] == (2, 1)


@needs_c
def test_no_object_is_left_behind() -> None:
    """Hundreds of times through every way out, the number of Python's memory blocks stays as it was."""

    def refused(call: Callable[[], object]) -> Callable[[], object]:
        def run() -> None:
            with suppress(ValueError, TypeError, BufferError):
                call()

        return run

    select = c().select
    ways = [
        lambda: select(Damaged, WANTED, (ROWS, memoryview(ROWS)), 0),
        refused(lambda: select(Damaged, WANTED, (ROWS, "text"), 0)),
        refused(lambda: select(Damaged, WANTED, [ROWS], 0)),
        refused(lambda: select(Damaged, WANTED[:-1], (ROWS,), 0)),
        refused(lambda: select(Damaged, WANTED, (ROWS + b"\x51",), 0)),
        refused(lambda: select(int, WANTED, (b"\x51",), 0)),
    ]
    assert [place for place, growth in enumerate(growths(ways, 300)) if growth >= 150] == []


@needs_c
def test_rows_that_change_while_they_are_read() -> None:
    """Nobody may do that; who does gets nonsense or an error, and nothing that was not there."""
    few, many = chunk([record(1, hostname="h")] * 60), chunk([record(1, hostname="h" * 300)] * 60)
    buffer, over = bytearray(max(few, many, key=len)), threading.Event()

    def change() -> None:
        while not over.is_set():
            buffer[: len(many)] = many
            buffer[: len(few)] = few

    thread = threading.Thread(target=change)
    thread.start()
    try:
        for _ in range(150):
            with suppress(Damaged):
                made, _rows, _passed = c().select(Damaged, WANTED, (memoryview(buffer),), 0)
                assert len(made) <= len(buffer)
    finally:
        over.set()
        thread.join()
