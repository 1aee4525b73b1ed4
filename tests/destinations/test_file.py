"""Appending to files, full disks included."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from xtcp_ebpf.abc import Sealed, Target
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.destinations import file
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire.framing import ROW_TAG, varint


def target(path: Path | str, preamble: bytes = b"") -> Target:
    return Target("file", str(path), preamble)


def test_appends_and_creates_for_the_owner_only(tmp_path: Path) -> None:
    """A new file has mode 0600; an old one keeps what it has; the descriptor is close-on-exec."""
    path = tmp_path / "out"
    for word in (b"one", b"two"):
        sink = file.open(target(path))
        sink.send(word)
        assert not os.get_inheritable(sink._fd)
        sink.close()
    assert path.read_bytes() == b"onetwo"
    assert path.stat().st_mode & 0o777 == 0o600


def test_preamble_only_in_an_empty_file(tmp_path: Path) -> None:
    """The header comes first in an empty file, never again, also after the file was opened anew or emptied by its owner."""
    path = tmp_path / "out.csv"
    for row in (b"1\n", b"2\n"):
        sink = file.open(target(path, b"head\n"))
        sink.send(row)
        sink.send(row)
        sink.close()
    assert path.read_bytes() == b"head\n1\n1\n2\n2\n"
    sink = file.open(target(path, b"head\n"))
    os.truncate(path, 0)
    sink.send(b"3\n")
    sink.close()
    assert path.read_bytes() == b"head\n3\n"


def test_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path is relative to where the daemon was started."""
    monkeypatch.chdir(tmp_path)
    file.check(target("rel"))
    sink = file.open(target("rel"))
    sink.send(b"x")
    sink.close()
    assert (tmp_path / "rel").read_bytes() == b"x"


@pytest.mark.parametrize(("name", "reason"), [("", "directory"), ("none/out", "missing"), ("plain/out", "missing")])
def test_what_only_the_operator_can_mend(tmp_path: Path, name: str, reason: str) -> None:
    """A directory, a missing folder, a folder that is a file: SendError without retry that names the path."""
    (tmp_path / "plain").write_bytes(b"")
    path = f"{tmp_path}/{name}".rstrip("/")
    with pytest.raises(SendError) as refused:
        file.open(target(path))
    assert (refused.value.reason, refused.value.retry) == (reason, False)
    assert f"file:{path}: " in str(refused.value)


def test_a_removed_file_is_noticed_before_the_next_payload(tmp_path: Path) -> None:
    """Nothing is written into a file that has no name any more."""
    path = tmp_path / "out"
    sink = file.open(target(path))
    sink.send(b"1")
    path.unlink()
    with pytest.raises(SendError) as removed:
        sink.send(b"2")
    assert (removed.value.reason, removed.value.retry) == ("removed", True)
    sink.close()


def test_named_pipe(tmp_path: Path) -> None:
    """A pipe without a reader is refused for now; with one it gets preamble and payload; when the reader goes, `closed`, with retry."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(SendError, match="nobody has the pipe open") as early:
        file.open(target(path))
    assert (early.value.reason, early.value.retry) == ("no_reader", True)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    sink = file.open(target(path, b"head\n"))
    sink.send(b"1\n")
    sink.send(b"2\n")
    assert os.read(reader, 100) == b"head\n1\n2\n"
    os.close(reader)
    with pytest.raises(SendError) as gone:
        sink.send(b"3\n")
    assert (gone.value.reason, gone.value.retry) == ("closed", True)
    sink.close()


def test_dev_full() -> None:
    """A device that is always full says so, with retry."""
    sink = file.open(target("/dev/full"))
    with pytest.raises(SendError) as full:
        sink.send(b"x")
    assert (full.value.reason, full.value.retry) == ("disk_full", True)
    sink.close()


def rotating(path: Path, preamble: bytes = b"", size: int = 10, keep: int = 0, interval: float = 0.0) -> Target:
    return Target("file", str(path), preamble, knobs=Knobs(file_rotate_bytes=size, file_keep=keep, file_rotate_interval=interval))


def others(path: Path) -> list[Path]:
    """What was put aside, the oldest first."""
    found = [entry for entry in path.parent.iterdir() if entry != path]
    return sorted(found, key=lambda entry: (entry.name[:-2], entry.name) if "-" in entry.name else (entry.name, ""))


def test_rotates_between_payloads(tmp_path: Path) -> None:
    """Each file begins with the preamble and holds whole payloads; together they are what was sent, in order; the rest is removed."""
    path = tmp_path / "out.csv"
    sink = file.open(rotating(path, b"head\n", size=20))
    for number in range(9):
        sink.send(b"row %d\n" % number)
    old = [entry.read_bytes() for entry in [*others(path), path]]
    assert [content[:5] for content in old] == [b"head\n"] * len(old)
    assert b"".join(content[5:] for content in old) == b"".join(b"row %d\n" % number for number in range(9))
    assert max(map(len, old)) <= 20
    assert sink.counts == {"file_rotations": 4}
    sink.close()
    few = file.open(rotating(path, b"head\n", size=20, keep=2))
    few.send(b"row 9\n")
    few.send(b"row 10\n")
    few.close()
    assert len(others(path)) == 2


def test_an_old_file_rotates_at_the_start(tmp_path: Path) -> None:
    """A file of an earlier hour is put aside by the first payload of this one."""
    path = tmp_path / "out"
    path.write_bytes(b"old")
    os.utime(path, (1000, 1000))
    sink = file.open(rotating(path, size=0, interval=3600.0))
    sink.send(b"new")
    sink.close()
    assert path.read_bytes() == b"new"
    assert [entry.read_bytes() for entry in others(path)] == [b"old"]


def test_a_rotation_that_fails_stops_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Where the file cannot be put aside it grows on, whole; that is said once, with the cause, and counted."""
    path = tmp_path / ("x" * 250)  # with the time behind it the name is too long, whoever we are
    sink = file.open(rotating(path))
    for number in range(5):
        sink.send(b"payload %d\n" % number)
    sink.close()
    assert path.read_bytes() == b"".join(b"payload %d\n" % number for number in range(5))
    assert sink.counts == {"file_rotation_errors": 1}
    (said,) = caplog.messages
    assert said.startswith(f"file:{path}: cannot be put aside for a new file, and grows on: ENAMETOOLONG")


def test_an_old_file_that_cannot_be_removed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It is counted each time and said once; the rotation itself is done."""
    path = tmp_path / "out"
    (tmp_path / "out.20200101T000000Z").mkdir()
    sink = file.open(rotating(path, keep=1))
    for _ in range(3):
        sink.send(b"0123456789")
    sink.close()
    assert sink.counts == {"file_rotations": 2, "file_rotation_errors": 2}
    (said,) = caplog.messages
    assert said.startswith(f"file:{path}: old files cannot be removed, and are too many: E")


def test_only_files_rotate(tmp_path: Path) -> None:
    """A named pipe is a stream: it has no size and no second one."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    sink = file.open(rotating(path))
    for _ in range(3):
        sink.send(b"0123456789")
    assert os.read(reader, 100) == b"0123456789" * 3
    sink.close()
    os.close(reader)
    assert not others(path)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A tmpfs of 64 KiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], check=True)
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


class Quick(SystemClock):
    def random(self) -> float:
        return 0.02


@pytest.mark.kernel
def test_full_disk(tiny_disk: Path) -> None:
    """On a disk that fills up and gets room again every line arrives once and whole; the outage is counted."""
    ballast, out = tiny_disk / "ballast", tiny_disk / "out"
    ballast.write_bytes(bytes(40_000))
    tally = Tally()
    sender = Sender(target(out), file, formats.create("jsonl"), tally, Quick(), 1 << 20)
    sender.start()
    for number in range(1, 41):
        row = XtcpFlatRecord(record_counter=number, hostname="h" * 900).SerializeToString()
        sender.offer(Sealed((bytes([ROW_TAG]) + varint(len(row)) + row,), 1, len(row) + 3, "rows"))
    end = time.monotonic() + 5
    while not tally["retries"]:
        assert time.monotonic() < end
        time.sleep(0.005)
    assert out.read_bytes().endswith(b"\n")
    ballast.unlink()
    assert sender.close(5) == (0, 0)
    lines = out.read_text().splitlines()
    assert [f'"recordCounter":"{n}"' in line.replace(" ", "") for n, line in enumerate(lines, 1)] == [True] * 40
    assert tally["send_errors:disk_full"] == tally["retries"] > 0
    assert tally["sent_rows"] == 40
