"""The dangers of the accumulator in C: what it is given may be anything, and it reads and writes nowhere else."""

from __future__ import annotations

import os
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from counted_rows import chunk, row
from growth import growths
from hypothesis import given, settings
from hypothesis import strategies as st

from xtcp_ebpf.tcp_stats.accumulate import choose
from xtcp_ebpf.tcp_stats.picture import PLACES, array, pack, picture

needs_c = pytest.mark.skipif(bool(os.environ.get("XTCP_PURE")), reason="XTCP_PURE: there is nothing in C here")


def c(table: Any, chunks: Any) -> Any:
    from xtcp_ebpf.tcp_stats import _accumulate

    return _accumulate.accumulate(table, chunks)


@needs_c
def test_the_part_in_c_is_built() -> None:
    """Tests that ran without it would prove nothing about it; under XTCP_SANITIZE it is the build with sanitizers."""
    from xtcp_ebpf.tcp_stats import _accumulate

    chosen, said = choose()
    assert (chosen.name, said) == ("c", "")
    assert (b"__asan_init" in Path(_accumulate.__file__).read_bytes()) == bool(os.environ.get("XTCP_SANITIZE"))


def table(
    counted: tuple[int, ...] = (10, 20, 30, 40, 50, 60), owner: tuple[int, int] = (3, 70), own: int = 5, bounds: Any = (1, 2)
) -> bytes:
    return struct.pack(f"=9H2x{len(bounds)}I", *counted, *owner, own, *bounds)


@needs_c
@pytest.mark.parametrize(
    ("packed", "what"),
    [
        (b"", "a wrong length"),
        (pack()[:19], "a wrong length"),
        (pack()[:-1], "a wrong length"),
        (table(bounds=range(33)), "a wrong length"),
        (table(counted=(10, 20, 30, 30, 50, 60)), "do not rise"),
        (table(counted=(60, 50, 40, 30, 20, 10)), "do not rise"),
        (table(owner=(70, 3)), "do not rise"),
        (table(owner=(0, 3)), "do not rise"),
        (table(own=10), "do not rise"),
        (table(own=0), "do not rise"),
        (table(bounds=(2, 1)), "do not rise"),
    ],
)
def test_a_wrong_table_of_numbers_is_refused(packed: bytes, what: str) -> None:
    """Before any row is read with it."""
    with pytest.raises(ValueError, match=what):
        c(packed, (chunk([row()])[0],))


@needs_c
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8))
@settings(deadline=None, max_examples=150)
def test_a_damaged_table_of_numbers_is_harmless(damage: list[tuple[int, int]]) -> None:
    """What is taken may count wrongly, but not out of bounds."""
    packed = bytearray(pack())
    for at, value in damage:
        packed[at % len(packed)] = value
    with suppress(ValueError):
        c(bytes(packed), (chunk([row()] * 5)[0],))


@needs_c
def test_the_most_bounds_there_may_be() -> None:
    """32, and a bucket behind them."""
    _, _, sums = c(table(bounds=range(1, 33)), (b"\x52\x00",))
    assert sums == struct.pack("=55Q", 1, *[0] * 54)


@needs_c
def test_each_row_at_the_end_of_memory() -> None:
    """Each chunk is an allocation of its own, cut at each place: sanitizers see a read behind it."""
    body = chunk([row(), row(record_counter=9)])[0]
    for end in range(len(body)):
        with suppress(ValueError):
            c(pack(), (bytes(bytearray(body[:end])),))


@needs_c
def test_views_are_taken_like_bytes() -> None:
    """What has a buffer of bytes is a chunk."""
    body, rows = chunk([row()] * 4)
    assert c(pack(), (memoryview(body), bytearray(body))) == c(pack(), (body, body))
    assert picture(c(pack(), (body,))[2]).sockets == rows
    assert len(c(pack(), ())[2]) == len(array([0] * PLACES))


@needs_c
def test_no_object_of_it_is_left() -> None:
    """Hundreds of times through every way out, the number of Python's memory blocks stays as it was."""
    good = chunk([row(), row()])[0]

    def refused(packed: Any, chunks: Any) -> Callable[[], object]:
        def run() -> None:
            with suppress(ValueError, TypeError, BufferError):
                c(packed, chunks)

        return run

    ways: list[Callable[[], object]] = [
        lambda: c(pack(), (good, good)),
        lambda: c(pack(), ()),
        refused(pack(), [good]),
        refused(pack(), (good, "text")),
        refused("text", (good,)),
        refused(pack()[:-1], (good,)),
        refused(pack(), (good, b"\x51")),
        refused(pack(), (good, memoryview(good)[::2])),
    ]
    assert [place for place, growth in enumerate(growths(ways, 300)) if growth >= 150] == []


@needs_c
def test_rows_that_change_while_they_are_counted() -> None:
    """Nobody may do that; who does gets nonsense or an error, and no read out of bounds."""
    few, many = chunk([row(hostname="h")] * 60)[0], chunk([row(hostname="h" * 300)] * 60)[0]
    buffer, over = bytearray(max(few, many, key=len)), threading.Event()

    def change() -> None:
        while not over.is_set():
            buffer[: len(many)] = many
            buffer[: len(few)] = few

    thread = threading.Thread(target=change)
    thread.start()
    try:
        for _ in range(300):
            with suppress(ValueError):
                c(pack(), (memoryview(buffer),))
    finally:
        over.set()
        thread.join()
