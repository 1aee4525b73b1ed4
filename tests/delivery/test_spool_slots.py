"""The cursor file: two slots, of which the newer whole one counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from spooling import flip

from xtcp_ebpf.delivery.spool_entry import Mark
from xtcp_ebpf.delivery.spool_folder import Folder
from xtcp_ebpf.delivery.spool_slots import Slots

NAME = "cursor-0123456789abcdef"
LINE = 124
SECOND = 4096


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    """Closed at the end."""
    made = Folder(str(tmp_path))
    yield made
    made.close()


def loaded(folder: Folder) -> Mark | None:
    slots = Slots.load(folder, NAME)
    slots.close()
    return slots.mark


def named(folder: Folder) -> str:
    slots = Slots.load(folder, NAME)
    slots.close()
    return slots.say


def marks(n: int) -> list[Mark]:
    return [Mark(i, i * 10, i * 1000) for i in range(n)]


def write(folder: Folder, n: int) -> None:
    """Confirm n times."""
    slots = Slots.create(folder, NAME, Mark(0, 0, 0), "kafka:b1:9092")
    for mark in marks(n)[1:]:
        slots.write(mark)
    slots.close()


@pytest.mark.parametrize("n", [1, 2, 3, 10])
def test_the_last_one_counts(folder: Folder, n: int) -> None:
    """However many were written; a new one begins where it was told."""
    write(folder, n)
    assert loaded(folder) == marks(n)[-1]


def test_every_damaged_byte_of_the_newest_is_noticed(folder: Folder, tmp_path: Path) -> None:
    """Each byte of its line, each bit: then the one before counts, which is older by one."""
    write(folder, 6)
    at = next(at for at in (0, SECOND) if b"position 00000000000000000005" in (tmp_path / NAME).read_bytes()[at : at + LINE])
    for offset in range(LINE):
        for bit in range(8):
            flip(tmp_path / NAME, at + offset, 1 << bit)
            assert loaded(folder) == marks(6)[4], (offset, bit)
            flip(tmp_path / NAME, at + offset, 1 << bit)
    assert loaded(folder) == marks(6)[5]


@pytest.mark.parametrize("done", range(0, LINE, 7))
def test_a_torn_write(folder: Folder, tmp_path: Path, done: int) -> None:
    """The first bytes of a confirmation over an older one: nothing is believed of it but when all of it is there."""
    write(folder, 4)
    before = (tmp_path / NAME).read_bytes()
    write(folder, 5)
    after = (tmp_path / NAME).read_bytes()
    at = next(i for i in range(len(after)) if after[i] != before[i]) // SECOND * SECOND
    (tmp_path / NAME).write_bytes(before[:at] + after[at : at + done] + before[at + done :])
    assert loaded(folder) == marks(4)[3]


@pytest.mark.parametrize("content", [b"", b"\0" * 8192, b"position " * 900])
def test_nothing_is_whole(folder: Folder, tmp_path: Path, content: bytes) -> None:
    """No mark at all, and no error."""
    (tmp_path / NAME).write_bytes(content)
    assert loaded(folder) is None


def test_an_empty_place_can_be_written(folder: Folder, tmp_path: Path) -> None:
    """A file with both slots damaged works again from the next confirmation on."""
    (tmp_path / NAME).write_bytes(b"")
    slots = Slots.load(folder, NAME)
    slots.write(Mark(3, 30, 3000))
    slots.close()
    assert loaded(folder) == Mark(3, 30, 3000)


def test_humans_can_read_it(folder: Folder, tmp_path: Path) -> None:
    """The destination and both places are text; a new name takes the old one's place and leaves the slots alone."""
    write(folder, 3)
    assert b"position 00000000000000000002 rows 00000000000000000020 bytes" in (tmp_path / NAME).read_bytes()
    slots = Slots.load(folder, NAME)
    assert slots.say == "kafka:b1:9092"
    slots.describe("tcp:h\u00f6st:1\nx")
    slots.close()
    assert named(folder) == "tcp:h\u00f6st:1 x"
    slots = Slots.load(folder, NAME)
    slots.describe("x" * 9000)
    slots.close()
    assert (loaded(folder), named(folder)) == (Mark(2, 20, 2000), "x" * (SECOND - 256 - 1))


def test_mode_and_removal(folder: Folder, tmp_path: Path) -> None:
    """0600, nothing half-made beside it, and it can be removed once or twice."""
    write(folder, 1)
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600
    slots = Slots.load(folder, NAME)
    slots.remove()
    slots.remove()
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]
