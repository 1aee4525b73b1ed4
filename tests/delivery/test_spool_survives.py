"""What the spool survives: kill -9 while it writes, a disk without room, power that is lost."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from spooling import Said, bodies, envelope, fill, on_a_disk, opened, rest, segments

from xtcp_ebpf.delivery.spool_entry import HEAD_BYTES
from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.tally import Tally

ENTRY = HEAD_BYTES + 100
SRC = Path(__file__).parent


WRITER = """
import os, sys
sys.path.insert(0, sys.argv[2])
from spooling import envelope
from xtcp_ebpf.delivery.spool import Spool
from xtcp_ebpf.tally import Tally
spool = Spool(sys.argv[1], 1 << 20, 0.001, Tally())
cursor = spool.cursor("a", "tcp:a", Tally())
position = cursor.end()
while True:
    position = spool.append(envelope(position, position * 37 % 5000, 1 + position % 7)) + 1
    os.write(1, b"w%15d" % position)
    if position % 5 == 0:
        read = cursor.read(cursor.position)
        assert read is not None and read.body() == envelope(cursor.position, cursor.position * 37 % 5000).body()
        cursor.confirm(cursor.position + 1)
        os.write(1, b"c%15d" % cursor.position)
"""


def test_killed_while_it_writes(tmp_path: Path) -> None:
    """kill -9 at any moment, again and again on one spool: all that append() returned for is there within the bound, in order and whole."""
    chance = random.Random(6)
    for _ in range(8):
        told = {b"w": 0, b"c": 0}
        with subprocess.Popen([sys.executable, "-c", WRITER, tmp_path, SRC], stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            for _ in range(chance.randrange(1, 400)):
                report = child.stdout.read(16)
                told[report[:1]] = int(report[1:])
            child.kill()
            while len(report := child.stdout.read(16)) == 16:
                told[report[:1]] = int(report[1:])
        tally = Tally()
        with opened(tmp_path, 1 << 20, tally=tally) as spool:
            cursor = spool.cursor("a", "tcp:a", tally)
            assert told[b"w"] <= cursor.end() <= told[b"w"] + 1
            assert cursor.position >= told[b"c"]
            assert rest(cursor) == [envelope(n, n * 37 % 5000).body() for n in range(cursor.position, cursor.end())]
            assert not tally["dropped_rows:spool_damaged"]
            assert sum(path.stat().st_size for path in segments(tmp_path)) == spool.used_bytes() <= 1 << 20


def test_a_disk_without_room(tmp_path: Path) -> None:
    """ENOSPC costs what could not be written, counted and said once; with room again it goes on, and that is said too."""
    on_a_disk(tmp_path, lambda: _without_room(tmp_path))


def _without_room(disk: Path) -> None:
    tally, said = Tally(), Said()
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(100 << 10))
    with opened(disk / "spool", tally=tally) as spool, said:
        cursor = spool.cursor("a", "tcp:a", Tally())
        written = 0
        while spool.append(envelope(written, 10_000, 10)) == written:
            written += 1
        assert 8 <= written <= 16
        assert spool.append(envelope(99, 10_000, 10)) is None
        assert (tally["spool_failed_rows:disk_full"], tally["spool_failed_bytes:disk_full"]) == (20, 20_000)
        assert segments(disk / "spool")[0].stat().st_size == spool.used_bytes() == written * (10_000 + HEAD_BYTES)
        assert rest(cursor) == bodies(0, written, 10_000)
        cursor.confirm(1)
        ballast.unlink()
        fill(spool, written, 3, 10_000)
        assert rest(cursor) == bodies(1, written + 3, 10_000)
    name = f"-spoolDir {disk / 'spool'}"
    assert said.lines == [
        f"{name}: cannot be written: ENOSPC (No space left on device); rows are kept in memory only until it can be",
        f"{name}: writing works again: 20 rows were not written meanwhile",
    ]
    with opened(disk / "spool", tally=tally) as spool:
        assert rest(spool.cursor("a", "tcp:a", Tally())) == bodies(1, written + 3, 10_000)
    assert "spool_torn_bytes" not in tally.read()


def test_a_full_disk_at_the_start(tmp_path: Path) -> None:
    """What waits can be sent; a destination that is new cannot be noted, and that is said."""

    def body() -> None:
        with opened(tmp_path / "spool") as spool:
            spool.cursor("a", "tcp:a", Tally())
            fill(spool, 0, 3)
        (tmp_path / "ballast").write_bytes(b"")
        with (tmp_path / "ballast").open("wb", buffering=0) as ballast, pytest.raises(OSError, match="No space"):
            while ballast.write(bytes(4096)) == 4096 or ballast.write(b"x"):
                pass
        with opened(tmp_path / "spool") as spool:
            assert rest(spool.cursor("a", "tcp:a", Tally())) == bodies(0, 3)
            with pytest.raises(UsageError, match=r"cannot write how far -dest tcp:b is: ENOSPC .*: make room, or name another folder"):
                spool.cursor("b", "tcp:b", Tally())

    on_a_disk(tmp_path, body)


@pytest.mark.parametrize("how", ["cut", "zeroes"])
@pytest.mark.parametrize("lost", range(0, 4 * ENTRY, 97))
def test_power_lost(tmp_path: Path, lost: int, how: str) -> None:
    """The disk has less of the last segment than the cursor of a fast destination knows: no position comes twice, nobody waits for ever.

    The slow one gets all that is there and counts the rest, as far as the cursors knew of it; what comes afterwards reaches both.
    """
    with opened(tmp_path) as spool:
        fast, slow = spool.cursor("fast", "tcp:f", Tally()), spool.cursor("slow", "tcp:s", Tally())
        fill(spool, 0, 8)
        fast.confirm(7)
    data = segments(tmp_path)[0].read_bytes()
    kept = len(data) - lost
    segments(tmp_path)[0].write_bytes(data[:kept] + bytes(lost if how == "zeroes" else 0))
    whole = kept // ENTRY
    tally, general = Tally(), Tally()
    with opened(tmp_path, tally=general) as spool:
        fast, slow = spool.cursor("fast", "tcp:f", Tally()), spool.cursor("slow", "tcp:s", tally)
        assert general["spool_torn_bytes"] == (len(data) if how == "zeroes" else kept) - whole * ENTRY
        end = max(whole, 7)
        assert (fast.position, fast.end()) == (7, end)
        assert spool.append(envelope(50)) == end
        assert rest(slow) == [*bodies(0, whole), *[None] * (end - whole), envelope(50).body()]
        assert rest(fast) == [*bodies(7, end), envelope(50).body()]
        assert tally["dropped_rows:spool_damaged"] == end - whole
        slow.confirm(end + 1)
        assert slow.waiting() == (0, 0)
    with opened(tmp_path) as spool:
        assert spool.cursor("slow", "tcp:s", Tally()).position == spool.cursor("fast", "tcp:f", Tally()).end() == end + 1
