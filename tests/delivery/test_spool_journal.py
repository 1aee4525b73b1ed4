"""The segments in their order, and what becomes of them when the daemon starts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from spooling import envelope, flip, segments

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.delivery import spool_segment
from xtcp_ebpf.delivery.spool_entry import HEAD_BYTES, Mark, checksum
from xtcp_ebpf.delivery.spool_folder import Folder
from xtcp_ebpf.delivery.spool_journal import Journal
from xtcp_ebpf.errors import UsageError

ENTRY = HEAD_BYTES + 100
SEGMENT = 3 * ENTRY


@contextmanager
def journal(path: Path, most_bytes: int = 1 << 20) -> Iterator[Journal]:
    """With three Envelopes of 100 bytes to a segment."""
    folder = Folder(str(path))
    try:
        made = Journal(folder, most_bytes, SEGMENT)
        yield made
        made.close()
    finally:
        folder.close()


def put(to: Journal, *envelopes: Sealed) -> list[int]:
    return [to.append(sealed.rows, sealed.chunks, sealed.size, checksum(sealed.chunks)) for sealed in envelopes]


def body(of: Journal, path: Path, position: int) -> bytes | None:
    segment = of.find(position)
    if segment is None:
        return None
    fd = os.open(path / segment.name, os.O_RDONLY)
    try:
        found = spool_segment.read(fd, segment.offset(position), position)
    finally:
        os.close(fd)
    return found[1] if found else None


def bodies(of: Journal, path: Path) -> list[bytes | None]:
    return [body(of, path, position) for position in range(of.end.position)]


EIGHT = [envelope(n, rows=n) for n in range(8)]
WANTED = [sealed.body() for sealed in EIGHT]


def filled(path: Path) -> list[Path]:
    """Eight Envelopes in three segments: 3, 3, 2."""
    with journal(path) as made:
        assert put(made, *EIGHT) == list(range(8))
    return segments(path)


def test_segments_are_named_for_their_first(tmp_path: Path) -> None:
    """A new one begins when the next Envelope does not fit; each is found, and every place is known."""
    assert [path.name for path in filled(tmp_path)] == [f"{first:020d}.seg" for first in (0, 3, 6)]
    with journal(tmp_path) as made:
        assert bodies(made, tmp_path) == WANTED
        assert [made.mark(n) for n in range(10)] == [*(Mark(n, n * (n - 1) // 2, n * 100) for n in range(9)), None]
        assert (made.find(8), made.gap(5), made.gap(8)) == (None, None, None)
        assert (made.start, made.file_bytes) == (Mark(0, 0, 0), 8 * ENTRY)


def test_goes_on_in_the_last_segment(tmp_path: Path) -> None:
    """After a restart positions go on, in the same file until it is full."""
    filled(tmp_path)
    with journal(tmp_path) as made:
        assert put(made, envelope(8), envelope(9)) == [8, 9]
        assert [path.name[18:20] for path in segments(tmp_path)] == ["00", "03", "06", "09"]
    with journal(tmp_path) as made:
        assert bodies(made, tmp_path) == [*WANTED, envelope(8).body(), envelope(9).body()]


def test_one_larger_than_a_segment(tmp_path: Path) -> None:
    """It gets a segment of its own; one that the bound does not allow, or a header cannot tell, is too large."""
    with journal(tmp_path, 4000) as made:
        assert put(made, EIGHT[0], envelope(1, 3000), EIGHT[2]) == [0, 1, 2]
        assert len(segments(tmp_path)) == 3
        assert (made.too_large(4000 - HEAD_BYTES), made.too_large(4001 - HEAD_BYTES)) == (False, True)
    with journal(tmp_path, 1 << 40) as made:
        assert (made.too_large(2**32 - 1 - HEAD_BYTES), made.too_large(2**32 - HEAD_BYTES)) == (False, True)


def test_removing_the_oldest(tmp_path: Path) -> None:
    """The places move up; when the last one is gone the next Envelope begins a new file, with the next position."""
    with journal(tmp_path, 8 * ENTRY) as made:
        assert not made.full_for(0)
        put(made, *EIGHT)
        assert made.full_for(1)
        assert (made.passed(2), made.passed(3)) == (False, True)
        assert made.after_oldest() == Mark(3, 3, 300)
        made.remove_oldest()
        assert (made.start, made.file_bytes) == (Mark(3, 3, 300), 5 * ENTRY)
        assert (made.mark(2), made.find(2), made.gap(2)) == (None, None, None)
        made.remove_oldest()
        assert (made.passed(99), made.after_oldest()) == (False, Mark(8, 28, 800))
        made.remove_oldest()
        assert (made.start, made.end, made.file_bytes, segments(tmp_path)) == (made.end, Mark(8, 28, 800), 0, [])
        assert put(made, envelope(8)) == [8]
        assert [path.name[18:20] for path in segments(tmp_path)] == ["08"]


@pytest.mark.parametrize("end", range(ENTRY))
def test_torn_at_any_byte(tmp_path: Path, end: int) -> None:
    """What kill -9 left of the last write is cut and counted; all before it is there, and the position is given again."""
    last = filled(tmp_path)[-1]
    os.truncate(last, ENTRY + end)
    with journal(tmp_path) as made:
        assert (made.torn_bytes, made.end.position, last.stat().st_size) == (end, 7, ENTRY)
        assert put(made, envelope(70)) == [7]
        assert bodies(made, tmp_path) == [*WANTED[:7], envelope(70).body()]


@pytest.mark.parametrize("kept", range(0, ENTRY + 1, 9))
def test_a_tail_of_zeroes(tmp_path: Path, kept: int) -> None:
    """Power was lost when the length was on the disk and the content was not: the same."""
    last = filled(tmp_path)[-1]
    data = last.read_bytes()
    last.write_bytes(data[: ENTRY + kept] + bytes(ENTRY - kept) + bytes(4096))
    with journal(tmp_path) as made:
        whole = kept == ENTRY
        assert (made.torn_bytes, made.end.position) == (4096 + (0 if whole else ENTRY), 8 if whole else 7)
        assert bodies(made, tmp_path) == (WANTED if whole else WANTED[:7])


def test_a_last_segment_with_nothing_whole(tmp_path: Path) -> None:
    """It is removed and counted as torn, and so is an empty one; the positions are given again."""
    last = filled(tmp_path)[-1]
    last.write_bytes(bytes(500))
    with journal(tmp_path) as made:
        assert (made.torn_bytes, made.end.position, last.exists()) == (500, 6, False)
        assert put(made, envelope(6)) == [6]
    last.write_bytes(b"")
    with journal(tmp_path) as made:
        assert (made.torn_bytes, made.end.position, last.exists()) == (0, 6, False)


@pytest.mark.parametrize("offset", range(0, 2 * ENTRY, 5))
def test_damage_in_the_middle(tmp_path: Path, offset: int) -> None:
    """It costs the Envelope that it hit and no other, in a full segment and in the last one."""
    full, last = filled(tmp_path)[1:]
    flip(full, offset)
    if offset < ENTRY:
        flip(last, offset)
    with journal(tmp_path) as made:
        hit = {3 + offset // ENTRY, 6 if offset < ENTRY else -1}
        assert bodies(made, tmp_path) == [None if n in hit else wanted for n, wanted in enumerate(WANTED)]
        assert (made.torn_bytes, made.end) == (0, Mark(8, 28, 800))


@pytest.mark.parametrize("how", ["removed", "zeroes", "cut"])
def test_a_segment_in_the_middle_is_gone(tmp_path: Path, how: str) -> None:
    """What is missing is a gap with known ends: nothing before or behind it is lost."""
    middle = filled(tmp_path)[1]
    if how == "removed":
        middle.unlink()
    elif how == "zeroes":
        middle.write_bytes(bytes(SEGMENT))
    else:
        os.truncate(middle, ENTRY + 50)
    first = 4 if how == "cut" else 3
    with journal(tmp_path) as made:
        assert bodies(made, tmp_path) == [None if first <= n < 6 else wanted for n, wanted in enumerate(WANTED)]
        ends = Mark(first, [3, 6][first - 3], first * 100), Mark(6, 15, 600)
        assert made.gap(first) == made.gap(5) == ends
        assert made.torn_bytes == (SEGMENT if how == "zeroes" else 0)
        assert made.file_bytes == sum(path.stat().st_size for path in segments(tmp_path))


def test_positions_given_away_are_not_given_again(tmp_path: Path) -> None:
    """A cursor that is beyond the end (power was lost): what comes goes on from there, in a new segment, behind a gap."""
    filled(tmp_path)
    with journal(tmp_path) as made:
        made.raise_to(Mark(5, 99, 99))
        assert made.end == Mark(8, 28, 800)
        made.raise_to(Mark(20, 500, 700))
        assert made.end == Mark(20, 500, 800)
        assert made.gap(8) == (Mark(8, 28, 800), Mark(20, 500, 800))
        assert put(made, envelope(20)) == [20]
        assert made.gap(19) == (Mark(8, 28, 800), Mark(20, 500, 800))
    with journal(tmp_path) as made:
        assert (made.end.position, body(made, tmp_path, 20)) == (21, envelope(20).body())


def test_a_segment_from_elsewhere(tmp_path: Path) -> None:
    """One that overlaps what is here was put there by hand: the daemon does not start, and says which file it is."""
    (tmp_path / "a").mkdir()
    filled(tmp_path / "a")
    with journal(tmp_path / "b") as made:
        put(made, EIGHT[0])
    with journal(tmp_path / "b") as made:
        made.raise_to(Mark(4, 6, 400))
        put(made, EIGHT[4])
    foreign = next(path for path in segments(tmp_path / "b") if path.name[18:20] == "04")
    foreign.rename(tmp_path / "a" / foreign.name)
    with (
        pytest.raises(UsageError, match=r"-spoolDir .*: 0+4\.seg overlaps the segment before it, .*: move it away"),
        journal(tmp_path / "a"),
    ):
        pass


def test_what_the_disk_may_lack(tmp_path: Path) -> None:
    """Segments that were written to are named until somebody has synced them, or they are gone."""
    with journal(tmp_path) as made:
        assert not made.unsynced
        put(made, *EIGHT[:4])
        assert made.unsynced == {path.name for path in segments(tmp_path)}
        assert made.unsynced_names
        made.remove_oldest()
        assert made.unsynced == {path.name for path in segments(tmp_path)}
    with journal(tmp_path) as made:
        assert made.unsynced == {path.name for path in segments(tmp_path)}


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    """The kernel says EIO: the position is given to the next Envelope, nothing of the failed one stays."""
    with journal(tmp_path) as made:
        put(made, EIGHT[0])
        mine = os.dup(made._fd)
        broken = os.open("/proc/self/mem", os.O_RDWR)  # nothing is mapped at low addresses: EIO
        os.dup2(broken, made._fd, inheritable=False)
        with pytest.raises(OSError, match="Input/output error"):
            put(made, EIGHT[1])
        os.dup2(mine, made._fd, inheritable=False)
        os.close(mine)
        os.close(broken)
        assert (made.end.position, made.file_bytes, segments(tmp_path)[0].stat().st_size) == (1, ENTRY, ENTRY)
        assert put(made, EIGHT[1]) == [1]
        assert bodies(made, tmp_path) == WANTED[:2]
