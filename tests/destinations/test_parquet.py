"""Parquet files in a local folder: whole or not there, whatever happens meanwhile."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from parquet_world import KEY, SetClock, as_columns, counters, damaged, payload, payloads, rows, table

from xtcp_ebpf.abc import Sealed, Target
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.destinations import parquet
from xtcp_ebpf.errors import BadAddress, SendError
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope
from xtcp_ebpf.tally import Tally


def target(folder: Path | str, **knobs: Any) -> Target:
    return Target("parquet", str(folder), knobs=Knobs(**{"hostname": "web-1", **knobs}))


def files(folder: Path) -> list[str]:
    """All that is there, by its path below."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def random_text(number: int) -> dict[str, str]:
    """What does not compress."""
    return {"container_id": os.urandom(number // 2).hex()}


def test_a_file_for_each_batch(tmp_path: Path) -> None:
    """Its key is Hive-style below DIR, its rows are those of the batch, and nothing else lies there."""
    sink = parquet.open(target(tmp_path))
    assert sink.send_all([payload(rows(0, 10)), payload(rows(10, 5))]) == [None, None]
    sink.send(payload(rows(15, 2)))
    sink.close()
    assert len(files(tmp_path)) == 2
    assert all(re.fullmatch(KEY, path) for path in files(tmp_path))
    assert counters(tmp_path) == list(range(17))
    (first,) = (path for path in tmp_path.rglob("*.parquet") if len(table(path)) == 15)
    assert [{**row, "event_date": None} for row in table(first)] == [{**row, "event_date": None} for row in as_columns(rows(0, 15))]


def test_prefix_and_place(tmp_path: Path) -> None:
    """-s3Prefix begins the key; day and hour are those of the clock when the file was closed."""
    sink = parquet.open(target(f"{tmp_path}/", s3_prefix="tcp/raw"), SetClock())
    sink.send(payload(rows(0, 1)))
    sink.close()
    (path,) = files(tmp_path)
    assert path.startswith("tcp/raw/host=web-1/date=2025-11-21/hour=03/1763696542_")


def test_modes_are_those_of_the_folder(tmp_path: Path) -> None:
    """What the operator allowed for DIR holds for what is made below it, whatever the umask is."""
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o775)
    before = os.umask(0o077)
    try:
        sink = parquet.open(target(tmp_path / "shared"))
        sink.send(payload(rows(0, 1)))
    finally:
        os.umask(before)
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "shared").rglob("*") if path.is_dir()}
    assert modes == {0o775}
    assert {path.stat().st_mode & 0o777 for path in tmp_path.rglob("*.parquet")} == {0o664}


def test_on_disk_before_it_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is forced to disk, then named, then its folder is forced; new folders are forced too."""
    seen: list[str] = []
    fsync, rename = os.fsync, Path.rename

    def watched_fsync(fd: int) -> None:
        seen.append("fsync " + Path(f"/proc/self/fd/{fd}").readlink().name.partition("=")[0])
        fsync(fd)

    def watched_rename(self: Path, to: Path) -> Path:
        seen.append("rename")
        return rename(self, to)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(Path, "rename", watched_rename)
    (tmp_path / "in").mkdir()
    sink = parquet.open(target(tmp_path / "in"))
    sink.send(payload(rows(0, 1)))
    assert seen[0].endswith(".part")
    assert seen[1:] == ["fsync in", "fsync host", "fsync date", "rename", "fsync hour"]
    seen.clear()
    sink.send(payload(rows(0, 1)))
    assert seen[1:] == ["rename", "fsync hour"]


def test_a_damaged_payload(tmp_path: Path) -> None:
    """It is refused for ever; the others are in the file."""
    sink = parquet.open(target(tmp_path))
    good = payloads(0, 5, 2)
    answers = sink.send_all([good[0], damaged(), good[1]])
    assert [answer and (answer.reason, answer.retry) for answer in answers] == [None, ("damaged", False), None]
    assert counters(tmp_path) == list(range(10))


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A tmpfs of 256 KiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], check=True)
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


@pytest.mark.kernel
def test_full_disk(tiny_disk: Path) -> None:
    """Nothing is seen of a file for which there is no room, and nothing stays of it; with room it is written."""
    (tiny_disk / "ballast").write_bytes(bytes(200_000))
    sink = parquet.open(target(tiny_disk))
    sent = payload(rows(0, 100, **random_text(2000)))
    sent_all = [payload([row]) for at in range(60) for row in rows(at, 1, **random_text(2000))]
    (answer, *_) = sink.send_all([sent, *sent_all])
    assert answer and (answer.reason, answer.retry) == ("disk_full", True)
    assert str(tiny_disk) in str(answer)
    assert files(tiny_disk) == ["ballast"]
    (tiny_disk / "ballast").unlink()
    assert not any(sink.send_all([sent, *sent_all]))
    assert len(counters(tiny_disk)) == 160


@pytest.mark.kernel
def test_a_disk_that_may_not_be_written_to(tiny_disk: Path) -> None:
    """At the start only the operator can mend it; later it is waited for."""
    sink = parquet.open(target(tiny_disk))
    subprocess.run(["mount", "-o", "remount,ro", tiny_disk], check=True)
    with pytest.raises(SendError) as later:
        sink.send(payload(rows(0, 1)))
    assert (later.value.reason, later.value.retry) == ("denied", True)
    with pytest.raises(SendError, match="chown or chmod it") as at_start:
        parquet.open(target(tiny_disk))
    assert (at_start.value.reason, at_start.value.retry) == ("denied", False)
    assert f"parquet:{tiny_disk}: " in str(at_start.value)


@pytest.mark.parametrize("what", ["missing", "file"])
def test_no_such_folder(tmp_path: Path, what: str) -> None:
    """A folder that is not there is not made: it may be a disk that is not mounted."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SendError, match=f"parquet:{tmp_path}/{what}: ") as refused:
        parquet.open(target(tmp_path / what))
    assert (refused.value.reason, refused.value.retry) == ("missing", False)


def test_a_folder_that_goes_and_comes_back(tmp_path: Path) -> None:
    """What could not be written is worth another try."""
    folder = tmp_path / "data"
    folder.mkdir()
    sink = parquet.open(target(folder))
    folder.rmdir()
    with pytest.raises(SendError) as gone:
        sink.send(payload(rows(0, 1)))
    assert (gone.value.reason, gone.value.retry) == ("missing", True)
    folder.mkdir()
    sink.send(payload(rows(0, 1)))
    assert counters(folder) == [0]


def test_what_was_left_half_way_is_removed(tmp_path: Path) -> None:
    """But not what another daemon is writing, and nothing with another name."""
    for name in (".xtcp-ebpf-00000001.part", ".xtcp-ebpf-00000002.part", ".xtcp-ebpf-x.part", "mine.part"):
        (tmp_path / name).write_bytes(b"half")
    with (tmp_path / ".xtcp-ebpf-00000002.part").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        parquet.open(target(tmp_path)).close()
        assert files(tmp_path) == [".xtcp-ebpf-00000002.part", ".xtcp-ebpf-x.part", "mine.part"]


ENDLESS = """
import sys
from parquet_world import payloads
from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import parquet
from xtcp_ebpf.knobs import Knobs
sink = parquet.open(Target("parquet", sys.argv[1], knobs=Knobs(hostname="web-1")))
sent = payloads(0, 500, 4)
while True:
    assert not any(sink.send_all(sent))
"""


def test_a_daemon_that_is_killed(tmp_path: Path) -> None:
    """kill -9 at any time: every file that is seen is whole, and the next daemon tidies up."""
    for times in range(3):
        child = subprocess.Popen(
            [sys.executable, "-c", ENDLESS, str(tmp_path)], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        )
        end = time.monotonic() + 20
        while len(list(tmp_path.rglob("*.parquet"))) <= times * 3 + 2:
            assert child.poll() is None and time.monotonic() < end
            time.sleep(0.003)
        child.send_signal(signal.SIGKILL)
        child.wait()
    parquet.open(target(tmp_path)).close()
    assert all(re.fullmatch(KEY, path) for path in files(tmp_path))
    assert all(len(table(path)) == 2000 for path in tmp_path.rglob("*.parquet"))


def sealed(first: int, count: int) -> Sealed:
    body = Envelope(row=rows(first, count)).SerializeToString()
    return Sealed((body,), count, len(body), "rows")


def test_through_the_sender(tmp_path: Path) -> None:
    """Envelopes are gathered to files of the wanted size, the end writes the rest; rows offered are rows in the files."""
    tally = Tally()
    size = sealed(0, 100).size
    where = target(tmp_path, s3_parquet_flush_bytes=size * 10, s3_flush_threshold_jitter_pct=0, s3_flush_jitter_pct=0)
    sender = Sender(where, parquet, formats.create(parquet.MARSHAL), tally, SystemClock(), size * 100)
    sender.start()
    for number in range(34):
        sender.offer(sealed(number * 100, 100))
    assert sender.close(10) == (0, 0)
    assert tally["sent_rows"] == 3400
    assert sorted(counters(tmp_path)) == list(range(3400))
    assert 1 <= len(files(tmp_path)) <= 4


@pytest.mark.parametrize(("address", "problem"), [("", "a folder is missing"), ("a\0b", "NUL")])
def test_wrong_addresses(address: str, problem: str) -> None:
    """Refused before anything is touched."""
    with pytest.raises(BadAddress, match=f"^-dest parquet:.*{problem}"):
        parquet.check(target(address))


def test_nothing_is_left_open(tmp_path: Path) -> None:
    """No descriptor more than before, whether it was written or not."""
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(3):
        sink = parquet.open(target(tmp_path))
        sink.send(payload(rows(0, 1)))
        sink.close()
        with pytest.raises(SendError):
            parquet.open(target(tmp_path / "none"))
    assert len(list(Path("/proc/self/fd").iterdir())) == before
