"""When files are put aside, under which names, and which go."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

import pytest

from xtcp_ebpf.destinations import _rotation
from xtcp_ebpf.destinations._rotation import REST_SECONDS, Rotation
from xtcp_ebpf.destinations.file import FLAGS, MODE

NOON = 1_795_262_400  # 2026-11-21 12:00:00 UTC
HOUR = 3600


class Watch:
    """A Clock that a test sets, in seconds since the epoch."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def now_ns(self) -> int:
        return round(self.seconds * 1e9)

    def monotonic(self) -> float:
        return self.seconds

    cpu = monotonic
    random = monotonic


class Written:
    """A file with its rotation, written to as the sink does it."""

    def __init__(self, path: Path, watch: Watch, most_bytes: int = 0, interval: float = 0.0, keep: int = 0) -> None:
        self.rotation = Rotation(path, most_bytes, interval, keep, watch)
        self.fd = os.open(path, FLAGS, MODE)

    def write(self, data: bytes) -> bool:
        """Whether a new file was begun for it."""
        due = self.rotation.due(os.fstat(self.fd), len(data))
        if due:
            self.rotate()
        os.write(self.fd, data)
        return due

    def rotate(self) -> None:
        fresh = self.rotation.rotate(self.fd, FLAGS, MODE)
        os.close(self.fd)
        self.fd = fresh


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_by_size(tmp_path: Path) -> None:
    """A payload that would make the file larger than the bound begins a new one; a larger one has a file for itself."""
    file = Written(tmp_path / "out", Watch(NOON), most_bytes=10)
    assert [file.write(data) for data in (b"x" * 12, b"1234", b"123456", b"7", b"x" * 50, b"8")] == [False, True, False, True, True, True]
    os.close(file.fd)
    stamped = "out.20261121T120000Z"
    assert names(tmp_path) == ["out", stamped, f"{stamped}-1", f"{stamped}-2", f"{stamped}-3"]
    assert (tmp_path / stamped).read_bytes() == b"x" * 12
    assert (tmp_path / f"{stamped}-1").read_bytes() == b"1234123456"
    assert (tmp_path / f"{stamped}-2").read_bytes() == b"7"
    assert (tmp_path / f"{stamped}-3").read_bytes() == b"x" * 50
    assert (tmp_path / "out").read_bytes() == b"8"


def test_by_time(tmp_path: Path) -> None:
    """A file holds payloads of one interval alone, whatever the time of the first; an empty one is not put aside."""
    watch = Watch(NOON + 3500)
    file = Written(tmp_path / "out", watch, interval=HOUR)
    watch.seconds += HOUR
    begun = [file.write(b"1")]
    for after in (99, 1, 10, HOUR - 11, 1):
        watch.seconds += after
        begun.append(file.write(b"2"))
    os.close(file.fd)
    assert begun == [False, False, True, False, False, True]
    assert names(tmp_path) == ["out", "out.20261121T140000Z", "out.20261121T150000Z"]


def test_by_time_over_restarts(tmp_path: Path) -> None:
    """A file of an earlier interval is put aside by the first payload after a start: its last change says of which it is."""
    path = tmp_path / "out"
    path.write_bytes(b"old")
    os.utime(path, (NOON + 10, NOON + 10))
    same = Written(path, Watch(NOON + 3599), interval=HOUR)
    assert not same.rotation.due(os.fstat(same.fd), 1)
    later = Written(path, Watch(NOON + 3600), interval=HOUR)
    assert later.rotation.due(os.fstat(later.fd), 1)
    os.close(same.fd)
    os.close(later.fd)


def test_keeps_the_newest(tmp_path: Path) -> None:
    """Those that are too many go, the oldest first, a second's tenth after its ninth; what has another name stays."""
    watch = Watch(NOON)
    file = Written(tmp_path / "out", watch, most_bytes=1, keep=3)
    strangers = ["out.20261121T120000Z.gz", "out.20261121T120000", "outer.20261121T120000Z", "out.20261121T120000Z-x"]
    for name in strangers:
        (tmp_path / name).touch()
    for _ in range(13):
        file.write(b"x")
    file.rotation.thin()
    os.close(file.fd)
    kept = sorted(set(names(tmp_path)) - {"out", *strangers})
    assert kept == ["out.20261121T120000Z-10", "out.20261121T120000Z-11", "out.20261121T120000Z-9"]
    assert set(strangers) <= set(names(tmp_path))


def test_keep_all(tmp_path: Path) -> None:
    """0 keeps every one."""
    file = Written(tmp_path / "out", Watch(NOON), most_bytes=1)
    for _ in range(13):
        file.write(b"x")
    file.rotation.thin()
    os.close(file.fd)
    assert len(names(tmp_path)) == 13


def test_rights_stay(tmp_path: Path) -> None:
    """Who was let in to read the file may read the next one too."""
    file = Written(tmp_path / "out", Watch(NOON), most_bytes=1)
    (tmp_path / "out").chmod(0o640)
    file.write(b"x")
    file.write(b"x")
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o640
    assert not os.get_inheritable(file.fd)
    os.close(file.fd)


def test_behind_a_link(tmp_path: Path) -> None:
    """Where the path is a link, the file that it means is put aside beside itself, and the link leads to the new one."""
    (tmp_path / "data").mkdir()
    (tmp_path / "out").symlink_to("data/rows")
    file = Written(tmp_path / "out", Watch(NOON), most_bytes=1)
    file.write(b"1")
    file.write(b"2")
    os.close(file.fd)
    assert names(tmp_path / "data") == ["rows", "rows.20261121T120000Z"]
    assert (tmp_path / "out").read_bytes() == b"2"


@pytest.mark.parametrize("instead", [b"", b"another's"])
def test_moved_by_somebody_else(tmp_path: Path, instead: bytes) -> None:
    """A file that another program has put aside already is left alone: only the new one is opened, or what stands there now."""
    path = tmp_path / "out"
    file = Written(path, Watch(NOON), most_bytes=1)
    file.write(b"1")
    path.rename(tmp_path / "out.1")
    if instead:
        path.write_bytes(instead)
    file.write(b"2")
    os.close(file.fd)
    assert names(tmp_path) == ["out", "out.1"]
    assert path.read_bytes() == instead + b"2"


def test_nothing_has_changed_after_a_failure(tmp_path: Path) -> None:
    """Where the new file cannot be made the old one has its name again, and nothing is tried for a minute."""
    path, watch = tmp_path / "out", Watch(NOON)
    file = Written(path, watch, most_bytes=1)
    file.write(b"1")
    with pytest.raises(FileNotFoundError):
        file.rotation.rotate(file.fd, FLAGS & ~os.O_CREAT, MODE)
    assert (names(tmp_path), path.read_bytes()) == (["out"], b"1")
    status = os.fstat(file.fd)
    assert not file.rotation.due(status, 1)
    watch.seconds += REST_SECONDS
    assert file.rotation.due(status, 1)
    os.close(file.fd)


@pytest.mark.kernel
def test_a_file_that_is_mounted(tmp_path: Path) -> None:
    """A file that a container got as a mount cannot be put aside: nothing has changed, no empty file is left."""
    path = tmp_path / "out"
    path.touch()
    subprocess.run(["mount", "--bind", path, path], check=True)
    try:
        file = Written(path, Watch(NOON), most_bytes=1)
        file.write(b"1")
        with pytest.raises(OSError, match="busy") as busy:
            file.rotate()
        os.close(file.fd)
    finally:
        subprocess.run(["umount", path], check=True)
    assert busy.value.errno == errno.EBUSY
    assert (names(tmp_path), path.read_bytes()) == (["out"], b"1")


def test_names_run_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More in one second than there are names for is an error like others; no file is ever written over."""
    monkeypatch.setattr(_rotation, "MOST_IN_A_SECOND", 2)
    file = Written(tmp_path / "out", Watch(NOON), most_bytes=1)
    for _ in range(3):
        file.write(b"x")
    with pytest.raises(FileExistsError):
        file.write(b"x")
    os.close(file.fd)
    assert [(tmp_path / name).read_bytes() for name in names(tmp_path)] == [b"x"] * 3
