"""One destination's place: what it confirmed, holds and lost, and how that is counted."""

from __future__ import annotations

import logging
import os
import resource
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spooling import envelope, flip, opened, rest, segments, wait_until

from xtcp_ebpf.delivery.spool import Spool
from xtcp_ebpf.delivery.spool_entry import HEAD_BYTES
from xtcp_ebpf.tally import Tally

ENTRY = HEAD_BYTES + 100
FULL = 16 * ENTRY
"""Eight segments of two Envelopes."""


def put(spool: Spool, first: int, count: int) -> None:
    for n in range(first, first + count):
        assert spool.append(envelope(n, rows=n + 1)) == n


def rows(first: int, end: int) -> int:
    return sum(n + 1 for n in range(first, end))


def lost(tally: Tally, reason: str = "spool_full") -> tuple[int, int]:
    return tally[f"dropped_rows:{reason}"], tally[f"dropped_bytes:{reason}"]


def bodies(first: int, end: int) -> list[bytes | None]:
    return [envelope(n).body() for n in range(first, end)]


def test_reads_and_confirms(tmp_path: Path) -> None:
    """Each Envelope comes back with its rows and size, in one chunk; what is confirmed does not wait any more, over restarts too."""
    with opened(tmp_path) as spool:
        cursor = spool.cursor("a", "tcp:a", Tally())
        put(spool, 0, 10)
        sealed = cursor.read(3)
        assert sealed is not None
        assert (sealed.chunks, sealed.rows, sealed.size, sealed.reason) == ((envelope(3).body(),), 4, 100, "spool")
        assert (rest(cursor), cursor.position, cursor.end(), cursor.waiting()) == (bodies(0, 10), 0, 10, (55, 1000))
        cursor.confirm(4)
        assert (cursor.position, cursor.waiting(), cursor.read(3)) == (4, (rows(4, 10), 600), None)
        cursor.confirm(2)
        cursor.confirm(4)
        assert cursor.position == 4
    tally = Tally()
    with opened(tmp_path) as spool:
        cursor = spool.cursor("a", "tcp:a", tally)
        assert (cursor.position, cursor.waiting(), rest(cursor)) == (4, (rows(4, 10), 600), bodies(4, 10))
        cursor.confirm(99)
        assert (cursor.position, cursor.waiting(), cursor.read(10), cursor.read(-1)) == (10, (0, 0), None, None)
    assert not tally.read()


def test_what_is_on_disk_alone_is_lost_for_room(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Its rows and bytes are counted once, the cursor goes on behind them, and one line each says when it began and when it was over."""
    tally = Tally()
    with opened(tmp_path, FULL) as spool, caplog.at_level(logging.WARNING):
        cursor = spool.cursor("a", "tcp:a", tally)
        put(spool, 0, 21)
        assert (lost(tally), cursor.position) == ((rows(0, 6), 600), 6)
        assert (cursor.waiting(), rest(cursor)) == ((rows(6, 21), 1500), bodies(6, 21))
        assert [cursor.read(n) for n in range(6)] == [None] * 6
        cursor.confirm(20)
        assert len(caplog.records) == 1
        cursor.confirm(21)
        assert [record.getMessage() for record in caplog.records] == [
            "tcp:a takes less than there is: the spool is full, the oldest rows are dropped",
            f"tcp:a has caught up: {rows(0, 6)} rows were dropped meanwhile",
        ]
        assert lost(tally) == (rows(0, 6), 600)


def test_what_is_held_is_the_readers(tmp_path: Path) -> None:
    """What was read, or is in memory all the same, is not lost when its segment goes; around it everything is."""
    tally = Tally()
    with opened(tmp_path, FULL) as spool:
        cursor = spool.cursor("a", "tcp:a", tally)
        put(spool, 0, 1)
        cursor.hold(0)
        put(spool, 1, 5)
        assert cursor.read(3) is not None
        put(spool, 6, 15)
        assert (cursor.position, lost(tally)) == (0, (rows(0, 6) - 1 - 4, 400))
        assert cursor.waiting() == (1 + 4 + rows(6, 21), 1700)
        assert [cursor.read(n) for n in (1, 2, 4, 5)] == [None] * 4
        cursor.confirm(1)
        assert (cursor.position, cursor.waiting()) == (3, (4 + rows(6, 21), 1600))
        cursor.confirm(4)
        assert (cursor.position, cursor.waiting()) == (6, (rows(6, 21), 1500))
        assert rest(cursor) == bodies(6, 21)
        assert lost(tally) == (rows(0, 6) - 5, 400)


def test_what_is_held_and_asked_for_again(tmp_path: Path) -> None:
    """A reader that has not kept what it was given finds it gone: then it is lost, once."""
    tally = Tally()
    with opened(tmp_path, FULL) as spool:
        cursor = spool.cursor("a", "tcp:a", tally)
        put(spool, 0, 2)
        assert rest(cursor) == bodies(0, 2)
        put(spool, 2, 18)
        assert (cursor.position, lost(tally)) == (0, (rows(2, 4), 200))
        assert (cursor.read(1), cursor.read(1)) == (None, None)
        assert (cursor.position, lost(tally)) == (0, (rows(1, 4), 300))
        assert cursor.read(0) is None
        assert (cursor.position, lost(tally)) == (4, (rows(0, 4), 400))
        assert rest(cursor) == bodies(4, 20)


def test_confirming_in_the_middle_of_what_is_gone(tmp_path: Path) -> None:
    """A place that nobody knows any more is not believed further than what is known; nothing of that is counted twice."""
    tally = Tally()
    with opened(tmp_path, FULL) as spool:
        cursor = spool.cursor("a", "tcp:a", tally)
        put(spool, 0, 1)
        cursor.hold(0)
        put(spool, 1, 20)
        cursor.confirm(3)
        assert (cursor.position, lost(tally), cursor.waiting()) == (6, (rows(1, 6), 500), (rows(6, 21), 1500))


def test_what_was_held_when_the_daemon_was_killed(tmp_path: Path) -> None:
    """Held, then gone for room, never confirmed: the next daemon counts it as lost."""
    with opened(tmp_path, FULL) as spool:
        cursor = spool.cursor("a", "tcp:a", Tally())
        put(spool, 0, 2)
        rest(cursor)
        put(spool, 2, 18)
    tally = Tally()
    with opened(tmp_path, FULL) as spool:
        cursor = spool.cursor("a", "tcp:a", tally)
        assert (cursor.position, lost(tally), rest(cursor)) == (4, (rows(0, 4), 400), bodies(4, 20))


def test_damage_is_counted_once_for_each_destination(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Every reader finds it, each counts it in its own counters, with one line; the rest arrives."""
    tallies = {"a": Tally(), "b": Tally()}
    with opened(tmp_path) as spool:
        cursors = {name: spool.cursor(name, f"tcp:{name}", tally) for name, tally in tallies.items()}
        put(spool, 0, 5)
        flip(segments(tmp_path)[0], ENTRY + HEAD_BYTES + 7)
        flip(segments(tmp_path)[0], 3 * ENTRY + 1)
        wanted = [None if n in (1, 3) else envelope(n).body() for n in range(5)]
        for name, cursor in cursors.items():
            assert (rest(cursor), rest(cursor)) == (wanted, wanted)
            assert lost(tallies[name], "spool_damaged") == (2 + 4, 200)
            assert cursor.waiting() == (1 + 3 + 5, 300)
            cursor.confirm(1)
            assert cursor.position == 2
            cursor.confirm(5)
            assert (cursor.position, cursor.waiting()) == (5, (0, 0))
    said = [record.getMessage() for record in caplog.records]
    assert said == [f"tcp:{name}: spool: {segments(tmp_path)[0].name}: it is damaged" for name in "ab"]


def test_a_segment_that_was_removed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Under the daemon's hands and between two runs: what stood in it is counted, and the line says why."""
    tally = Tally()
    with opened(tmp_path, FULL) as spool:
        cursor = spool.cursor("a", "tcp:a", tally)
        put(spool, 0, 8)
        segments(tmp_path)[1].unlink()
        assert rest(cursor) == [*bodies(0, 2), None, None, *bodies(4, 8)]
        assert lost(tally, "spool_damaged") == (rows(2, 4), 200)
        assert "ENOENT (No such file or directory)" in caplog.text
        segments(tmp_path)[1].unlink()
    tally = Tally()
    with opened(tmp_path, FULL) as spool:
        cursor = spool.cursor("a", "tcp:a", tally)
        assert rest(cursor) == [*bodies(0, 2), None, None, None, None, *bodies(6, 8)]
        assert lost(tally, "spool_damaged") == (rows(2, 6), 400)
        assert "tcp:a: spool: the Envelopes from 2 to 5 are damaged" in caplog.text
        cursor.confirm(4)
        assert (cursor.position, cursor.waiting()) == (6, (rows(6, 8), 200))


def test_io_error(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A disk that cannot be read costs what cannot be read, counted, and says EIO."""
    tally = Tally()
    with opened(tmp_path) as spool:
        cursor = spool.cursor("a", "tcp:a", tally)
        put(spool, 0, 3)
        assert cursor.read(0) is not None
        assert cursor._file is not None
        broken = os.open("/proc/self/mem", os.O_RDONLY)  # nothing is mapped at low addresses: EIO
        os.dup2(broken, cursor._file[1], inheritable=False)
        os.close(broken)
        assert cursor.read(1) is None
        assert lost(tally, "spool_damaged") == (2, 100)
        assert "EIO (Input/output error)" in caplog.text


def test_without_a_free_descriptor(tmp_path: Path) -> None:
    """A process that has used up its descriptors waits for one: what is on disk is not lost for that."""
    with opened(tmp_path) as spool:
        cursor = spool.cursor("a", "tcp:a", Tally())
        put(spool, 0, 2)
        limits = resource.getrlimit(resource.RLIMIT_NOFILE)
        got: list[bytes | None] = []
        reader = threading.Thread(target=lambda: got.extend(rest(cursor)))
        highest = max(map(int, os.listdir("/proc/self/fd")))  # noqa: PTH208  # numbers, not paths
        filled = [os.open("/", os.O_RDONLY) for _ in range(highest + 1)]
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, limits[1]))
        try:
            reader.start()
            wait_until(cursor._reading.locked)
            reader.join(0.3)
            assert (reader.is_alive(), got) == (True, [])
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, limits)
            for fd in filled:
                os.close(fd)
        reader.join(10)
        assert got == bodies(0, 2)


def test_closing_ends_such_a_wait(tmp_path: Path) -> None:
    """A daemon that ends does not wait for descriptors; nothing is counted as lost, for it is on disk."""
    tally = Tally()
    with opened(tmp_path) as spool:
        cursor = spool.cursor("a", "tcp:a", tally)
        put(spool, 0, 1)
        limits = resource.getrlimit(resource.RLIMIT_NOFILE)
        reader = threading.Thread(target=lambda: rest(cursor))
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, limits[1]))
        try:
            reader.start()
            wait_until(cursor._reading.locked)
            cursor.close()
            reader.join(10)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, limits)
        assert not reader.is_alive()
        assert not tally.read()
        assert cursor.read(0) is None
        cursor.confirm(1)
        assert cursor.position == 0


def test_a_place_that_cannot_be_written(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The destination goes on; it is counted, and said once what that will mean."""
    tally = Tally()
    with opened(tmp_path) as spool:
        cursor = spool.cursor("a", "tcp:a", tally)
        put(spool, 0, 3)
        broken = os.open("/proc/self/mem", os.O_RDWR)
        os.dup2(broken, cursor.slots._fd, inheritable=False)
        os.close(broken)
        cursor.confirm(1)
        cursor.confirm(2)
        assert (cursor.position, tally["spool_cursor_errors:io"]) == (2, 2)
    assert [record.getMessage() for record in caplog.records] == [
        "tcp:a: spool: how far it is cannot be written (EIO (Input/output error)): after a restart rows may go out twice"
    ]
    with opened(tmp_path) as spool:
        assert spool.cursor("a", "tcp:a", tally).position == 0


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["read", "hold", "confirm", "put", "again"]), max_size=40))
def test_every_row_ends_in_one_place(tmp_path_factory: pytest.TempPathFactory, steps: list[str]) -> None:
    """Whatever a reader does in whatever order: confirmed, waiting and lost rows together are all that were written."""
    path = tmp_path_factory.mktemp("spool")
    tally = Tally()
    with opened(path, FULL) as spool:
        cursor = spool.cursor("a", "tcp:a", tally)
        written = confirmed = 0
        at = 0
        for step in steps:
            if step == "put":
                put(spool, written, 5)
                written += 5
            elif step in ("read", "hold"):
                at = max(at, cursor.position)
                if at < written:
                    cursor.hold(at) if step == "hold" else cursor.read(at)
                    at += 1
            elif step == "again":
                at = cursor.position
            else:
                before = cursor.waiting()[0]
                cursor.confirm(at)
                confirmed += before - cursor.waiting()[0]
            waiting = cursor.waiting()
            assert rows(0, written) == confirmed + waiting[0] + tally["dropped_rows:spool_full"]
            assert waiting[1] >= 0
        assert not tally["dropped_rows:spool_damaged"]


def test_reads_do_not_wait_for_each_other(tmp_path: Path) -> None:
    """Cursors at different speeds read and confirm while Envelopes are appended: each gets all, in order, once."""
    with opened(tmp_path, 1 << 22, sync_seconds=0.01) as spool:
        total = 3000
        got: dict[str, list[bytes]] = {"a": [], "b": [], "c": []}
        tallies = {name: Tally() for name in got}
        cursors = {name: spool.cursor(name, name, tallies[name]) for name in got}

        def reader(name: str, step: int) -> None:
            cursor, at = cursors[name], 0
            while at < total:
                for _ in range(step):
                    if at < cursor.end() and (sealed := cursor.read(at)):
                        got[name].append(sealed.body())
                        at += 1
                cursor.confirm(at)

        threads = [threading.Thread(target=reader, args=(name, step)) for name, step in (("a", 1), ("b", 7), ("c", 500))]
        for thread in threads:
            thread.start()
        for n in range(total):
            assert spool.append(envelope(n, 500)) == n
        for thread in threads:
            thread.join(30)
        assert all(bodies == [envelope(n, 500).body() for n in range(total)] for bodies in got.values())
        assert not any(tally.read() for tally in tallies.values())
        wait_until(lambda: len(segments(tmp_path)) == 1)


def test_how_large_the_next_one_is(tmp_path: Path) -> None:
    """Bytes of an Envelope before it is read; 0 beyond the end and for one that had to go."""
    with opened(tmp_path, 8 * 2 * (HEAD_BYTES + 100)) as spool:
        cursor = spool.cursor("a", "tcp:a", Tally())
        for n, size in enumerate((100, 7, 93)):
            assert spool.append(envelope(n, size)) == n
        assert [cursor.size(n) for n in range(4)] == [100, 7, 93, 0]
        put(spool, 3, 20)
        assert cursor.position > 0
        assert (cursor.size(0), cursor.size(22)) == (0, 100)
