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
from xtcp_ebpf.destinations import file
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.sender import Sender
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
