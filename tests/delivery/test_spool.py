"""The spool as a whole: its bound, its destinations that come and go, its thread. What it survives is in test_spool_survives.py."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from spooling import ROOMY, Said, bodies, envelope, fill, opened, rest, segments, wait_until

from xtcp_ebpf.delivery.spool import SEGMENTS
from xtcp_ebpf.delivery.spool_entry import HEAD_BYTES
from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.tally import Tally

ENTRY = HEAD_BYTES + 100
SRC = Path(__file__).parent


def test_the_folder_is_taken_away(tmp_path: Path) -> None:
    """rm -rf under the daemon's hands: the open segment goes on until it is full, then rows are counted as not written: no crash."""
    tally = Tally()
    with opened(tmp_path / "spool", 8 * 2 * ENTRY, tally=tally) as spool:
        fill(spool, 0, 1)
        for path in (tmp_path / "spool").iterdir():
            path.unlink()
        (tmp_path / "spool").rmdir()
        fill(spool, 1, 1)
        assert spool.append(envelope(2)) is None
        assert tally["spool_failed_rows:missing"] == 1


def test_one_that_is_too_large(tmp_path: Path) -> None:
    """An Envelope beyond the bound is counted and drops nothing that is there; so is one after the end."""
    tally = Tally()
    with opened(tmp_path, 1000, tally=tally) as spool:
        cursor = spool.cursor("a", "tcp:a", Tally())
        fill(spool, 0, 2)
        assert spool.append(envelope(2, 1000, 7)) is None
        assert rest(cursor) == bodies(0, 2)
    assert spool.append(envelope(2, 100, 3)) is None
    assert tally.read() == {
        "spool_failed_bytes:closed": 100,
        "spool_failed_bytes:too_large": 1000,
        "spool_failed_rows:closed": 3,
        "spool_failed_rows:too_large": 7,
    }


def test_two_daemons_on_one_folder(tmp_path: Path) -> None:
    """The second does not start, and the first goes on."""
    with opened(tmp_path) as spool:
        with pytest.raises(UsageError, match=r"-spoolDir .*: another daemon uses it"), opened(tmp_path):
            pass
        fill(spool, 0, 1)
    with opened(tmp_path) as spool:
        fill(spool, 1, 1)


def test_another_version(tmp_path: Path) -> None:
    """A spool of another format is left as it is."""
    (tmp_path / "lock").write_bytes(b"xtcp-ebpf spool, format 9, process 0000000001\n")
    with pytest.raises(UsageError, match="format 9, and this version reads format 1"), opened(tmp_path):
        pass


def test_what_cannot_be_read_at_the_start(tmp_path: Path) -> None:
    """A folder under a segment's name, or a cursor's: the error names -spoolDir, and the lock is given back."""
    for name in ("00000000000000000000.seg", "cursor-0123456789abcdef"):
        (tmp_path / name).mkdir()
        with pytest.raises(UsageError, match=r"-spoolDir .*: cannot read what is there: EISDIR"), opened(tmp_path):
            pass
        (tmp_path / name).rmdir()
    with opened(tmp_path) as spool:
        fill(spool, 0, 1)


def test_the_bound_holds_and_the_slow_one_loses(tmp_path: Path) -> None:
    """Beyond the bound the oldest segment goes, an eighth at most at once; who had got it loses nothing."""
    most = SEGMENTS * 4 * ENTRY
    fast, slow = Tally(), Tally()
    with opened(tmp_path, most) as spool:
        quick, tardy = spool.cursor("quick", "tcp:q", fast), spool.cursor("tardy", "tcp:t", slow)
        least = most
        for n in range(200):
            assert spool.append(envelope(n)) == n
            assert quick.read(n) is not None
            quick.confirm(n + 1)
            assert spool.used_bytes() <= most
            least = min(least, spool.used_bytes()) if n > 40 else least
        assert least >= most * (SEGMENTS - 1) // SEGMENTS
        assert not fast.read()
        assert tardy.position + len(rest(tardy)) == 200
        assert slow.read() == {"dropped_bytes:spool_full": tardy.position * 100, "dropped_rows:spool_full": tardy.position}
        assert rest(tardy) == bodies(tardy.position, 200)


def test_segments_that_all_have_got_are_removed(tmp_path: Path) -> None:
    """When the slowest has passed a segment it goes, soon; the last one stays to be written to."""
    with opened(tmp_path, SEGMENTS * 4 * ENTRY) as spool:
        a, b = spool.cursor("a", "tcp:a", Tally()), spool.cursor("b", "tcp:b", Tally())
        fill(spool, 0, 14)
        a.confirm(14)
        b.confirm(4)
        wait_until(lambda: [int(path.stem) for path in segments(tmp_path)] == [4, 8, 12])
        b.confirm(14)
        wait_until(lambda: [int(path.stem) for path in segments(tmp_path)] == [12])
        assert spool.used_bytes() == 2 * ENTRY


def test_without_destinations_it_does_not_grow(tmp_path: Path) -> None:
    """Nobody waits for anything: finished segments go."""
    with opened(tmp_path, SEGMENTS * 4 * ENTRY) as spool:
        fill(spool, 0, 14)
        wait_until(lambda: [int(path.stem) for path in segments(tmp_path)] == [12])


def test_destinations_come_and_go(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A known one goes on where it was, also after a run without it; a new one begins at the end; one that was given up is forgotten."""
    tally = Tally()
    with opened(tmp_path) as spool:
        a = spool.cursor("a", "tcp:a", Tally())
        b = spool.cursor("b", "tcp:***@b", Tally())
        fill(spool, 0, 5)
        a.confirm(3)
        b.confirm(1)
        with pytest.raises(UsageError, match="-dest tcp:a2: given twice"):
            spool.cursor("a", "tcp:a2", Tally())
    with opened(tmp_path) as spool:
        fill(spool, 5, 1)
        assert rest(spool.cursor("a", "tcp:a", Tally())) == bodies(3, 6)
        assert spool.cursor("c", "tcp:c", Tally()).position == 6
    with opened(tmp_path, tally=tally) as spool:
        assert rest(spool.cursor("b", "tcp:b", Tally())) == bodies(1, 6)
        spool.forget_others(["b", "new"])
    assert sorted(record.getMessage() for record in caplog.records) == [
        f"-spoolDir {tmp_path}: tcp:a is no longer a destination: 3 rows (300 bytes) it had not got",
        f"-spoolDir {tmp_path}: tcp:c is no longer a destination: 0 rows (0 bytes) it had not got",
    ]
    assert tally.read() == {"spool_forgotten_bytes": 300, "spool_forgotten_rows": 3}
    with opened(tmp_path) as spool:
        assert spool.cursor("a", "tcp:a", Tally()).position == 6
        assert spool.cursor("b", "tcp:b", Tally()).position == 1


def test_the_one_that_was_forgotten_holds_nothing_back(tmp_path: Path) -> None:
    """Segments that only a destination of the past had not got are removed."""
    with opened(tmp_path, SEGMENTS * 4 * ENTRY) as spool:
        spool.cursor("gone", "tcp:gone", Tally())
        spool.cursor("gone before", "tcp:gone", Tally())
        fill(spool, 0, 6)
    with opened(tmp_path, SEGMENTS * 4 * ENTRY) as spool:
        spool.cursor("gone", "tcp:gone", Tally())
        fill(spool, 6, 8)
        assert len(segments(tmp_path)) == 4
        spool.forget_others([])
        wait_until(lambda: [int(path.stem) for path in segments(tmp_path)] == [12])


def test_a_damaged_cursor_begins_with_the_oldest(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Both slots spoilt: rows go out twice rather than not at all, and the log says so."""
    with opened(tmp_path) as spool:
        cursor = spool.cursor("a", "tcp:a", Tally())
        fill(spool, 0, 3)
        cursor.confirm(2)
    place = next(tmp_path.glob("cursor-*"))
    place.write_bytes(place.read_bytes().replace(b"crc", b"CRC"))
    with opened(tmp_path) as spool:
        assert rest(spool.cursor("a", "tcp:a", Tally())) == bodies(0, 3)
        assert f"{place.name} is damaged: tcp:a gets all that is here, some of it twice" in caplog.text


@pytest.mark.parametrize("sync_seconds", [0.0, 0.02])
def test_forced_to_disk(tmp_path: Path, sync_seconds: float) -> None:
    """Every so often, or only when a segment is full; the thread rests when there is nothing to do, and ends with the spool."""
    with opened(tmp_path, SEGMENTS * 4 * ENTRY, sync_seconds) as spool:
        spool.cursor("a", "tcp:a", Tally())
        fill(spool, 0, 3)
        if sync_seconds:
            wait_until(lambda: not spool._journal.unsynced)
        assert bool(spool._journal.unsynced) == (not sync_seconds)
        fill(spool, 3, 2)
        wait_until(lambda: not spool._journal.unsynced)
        fill(spool, 5, 1)
    assert not spool._journal.unsynced
    assert not [thread for thread in threading.enumerate() if thread.name == "spool"]
    spool.close()


def test_what_cannot_be_forced_to_disk(tmp_path: Path) -> None:
    """It is counted, said once, and said when it works again; appending goes on."""
    tally, said = Tally(), Said()
    with said, opened(tmp_path, sync_seconds=0.005, tally=tally) as spool:
        spool.cursor("a", "tcp:a", Tally())
        fill(spool, 0, 1)
        wait_until(lambda: not spool._journal.unsynced)
        segment = segments(tmp_path)[0]
        segment.rename(tmp_path / "aside")
        os.mkfifo(segment)  # which cannot be synced: EINVAL
        for n in (1, 2):
            fill(spool, n, 1)
            wait_until(lambda: tally["spool_sync_errors:other"] == n)  # noqa: B023  # waited for within the turn
        (tmp_path / "aside").rename(segment)
        fill(spool, 3, 1)
        wait_until(lambda: len(said.lines) == 2)
    assert said.lines == [
        f"-spoolDir {tmp_path}: forcing to disk: EINVAL (Invalid argument): power lost may cost more",
        f"-spoolDir {tmp_path}: forcing to disk works again",
    ]


def test_threads_append_at_the_same_time(tmp_path: Path) -> None:
    """Each Envelope gets a position of its own, and stands there."""
    with opened(tmp_path, ROOMY) as spool:
        cursor = spool.cursor("a", "tcp:a", Tally())
        places: dict[int, int] = {}

        def writer(first: int) -> None:
            for n in range(first, first + 200):
                position = spool.append(envelope(n))
                assert position is not None
                places[position] = n

        threads = [threading.Thread(target=writer, args=(first,)) for first in (1000, 2000, 3000)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(places) == list(range(600))
        assert rest(cursor) == [envelope(places[position]).body() for position in range(600)]


def test_a_bound_that_was_lowered(tmp_path: Path) -> None:
    """What is beyond a smaller -spoolBytes goes with the next Envelope, counted."""
    tally = Tally()
    with opened(tmp_path, SEGMENTS * 4 * ENTRY) as spool:
        spool.cursor("a", "tcp:a", Tally())
        fill(spool, 0, 32)
    with opened(tmp_path, SEGMENTS * 2 * ENTRY) as spool:
        cursor = spool.cursor("a", "tcp:a", tally)
        assert rest(cursor) == bodies(0, 32)
    with opened(tmp_path, SEGMENTS * 2 * ENTRY) as spool:
        cursor = spool.cursor("a", "tcp:a", tally)
        fill(spool, 32, 1)
        assert spool.used_bytes() <= SEGMENTS * 2 * ENTRY
        assert rest(cursor) == bodies(20, 33)
        assert tally["dropped_rows:spool_full"] == 20


def test_what_cannot_be_removed(tmp_path: Path) -> None:
    """What does not let itself be removed is counted and said once; the spool goes on, and removes it when it can."""
    tally, said = Tally(), Said()
    with said, opened(tmp_path, SEGMENTS * 4 * ENTRY, tally=tally) as spool:
        cursor = spool.cursor("a", "tcp:a", Tally())
        fill(spool, 0, 6)
        segment, place = segments(tmp_path)[0], next(tmp_path.glob("cursor-*"))
        segment.unlink()
        segment.mkdir()
        for times, position in ((1, 5), (2, 6)):
            cursor.confirm(position)
            wait_until(lambda: tally["spool_remove_errors:other"] >= times)  # noqa: B023  # waited for within the turn
        place.unlink()
        place.mkdir()
        spool.forget_others([])
        wait_until(lambda: tally["spool_remove_errors:other"] >= 3)
        segment.rmdir()
        fill(spool, 6, 4)
        wait_until(lambda: [int(path.stem) for path in segments(tmp_path)] == [8])
    name = f"-spoolDir {tmp_path}"
    assert said.lines == [
        f"{name}: what all have got cannot be removed: EISDIR (Is a directory)",
        f"{name}: tcp:a is no longer a destination: 0 rows (0 bytes) it had not got",
        f"{name}: {place.name} cannot be removed: EISDIR (Is a directory)",
    ]
