"""A visit survives being sent, and whatever else comes is refused as a ValueError."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress

import pytest

from xtcp_ebpf.kernel import nsfs, presence
from xtcp_ebpf.kernel.visit import Step, Visit
from xtcp_ebpf.opening.visit_frames import MOST_PATH, Asked, pack_answer, pack_ask, read_answer, read_ask

HANDLE = nsfs.pack_handle((1 << 64) - 2, (1 << 32) - 3)
ASKED = [
    Asked(b"/run/netns/a", None, 5, (), True, True),
    Asked(None, HANDLE, 0, presence.FILES, False, False),
    Asked(b"/\xff" * 9, HANDLE, 1 << 40, (presence.COUNTERS_FILE, *presence.FILES, presence.HASH_FILE), False, True),
]
ANSWERS = [
    Visit(Step.DONE, 0, 4026531840, 7, (b"", None, b"x" * 8192, b"y"), -1, 4242, 1 << 63),
    Visit(Step.OPEN, 13, 0, 0, (), -1, 0, 0),
]


@pytest.mark.parametrize("asked", ASKED)
def test_a_question_comes_as_it_was_put(asked: Asked) -> None:
    """Path, handle, inode, files, flags."""
    assert read_ask(pack_ask(asked)) == asked


@pytest.mark.parametrize("visit", ANSWERS)
def test_an_answer_comes_as_it_was_given(visit: Visit) -> None:
    """All fields, absent files too; the descriptor comes beside it."""
    assert read_answer(pack_answer(visit), ()) == visit
    if visit.step == Step.DONE:
        assert read_answer(pack_answer(visit), (9,)) == visit._replace(fd=9)


def test_a_file_that_is_not_for_the_asking() -> None:
    """Neither by name nor by number: four files are read in a namespace, and no other."""
    with pytest.raises(ValueError, match="not in"):
        pack_ask(ASKED[0]._replace(files=(b"/etc/shadow",)))
    body = bytearray(pack_ask(ASKED[1]))
    body[-1] = 4
    with pytest.raises(ValueError, match="not for the asking"):
        read_ask(bytes(body))


@pytest.mark.parametrize("path", [b"/a\0b", b"/" * (MOST_PATH + 1), b""])
def test_a_path_that_is_none(path: bytes) -> None:
    """With a NUL in it, too long, or empty."""
    with pytest.raises(ValueError, match="path"):
        read_ask(pack_ask(ASKED[0]._replace(path=path)))


def answered(body: bytes) -> object:
    """An answer without a descriptor."""
    return read_answer(body, ())


@pytest.mark.parametrize(
    ("whole", "read"), [*((pack_ask(one), read_ask) for one in ASKED), *((pack_answer(one), answered) for one in ANSWERS)]
)
def test_what_is_cut_off_or_changed(whole: bytes, read: Callable[[bytes], object]) -> None:
    """Every shorter one is refused; one with other bytes is read or refused, and raises nothing else."""
    dice = random.Random(3)
    for length in [*range(40), *range(40, len(whole), 97)]:
        if length < len(whole):
            with pytest.raises(ValueError):
                read(whole[:length])
    for _ in range(500):
        changed = bytearray(whole)
        for _ in range(dice.randrange(1, 4)):
            changed[dice.randrange(min(len(changed), 48))] = dice.randrange(256)
        with suppress(ValueError):
            read(bytes(changed))


def test_an_answer_that_contradicts_itself() -> None:
    """A descriptor with a failure, or more than one."""
    for visit, numbers in ((ANSWERS[1], (3,)), (ANSWERS[0], (3, 4))):
        with pytest.raises(ValueError, match="contradicts"):
            read_answer(pack_answer(visit), numbers)
