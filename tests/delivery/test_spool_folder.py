"""The spool's folder: who may use it, and what is said when it cannot be."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from spooling import on_a_disk

from xtcp_ebpf.delivery.spool_folder import CURSOR, SEGMENT, Folder, reason_of
from xtcp_ebpf.errors import UsageError


def said(path: Path | str) -> str:
    """What a folder that cannot be had is refused with."""
    with pytest.raises(UsageError) as refused:
        Folder(str(path))
    text = str(refused.value)
    assert text.startswith(f"-spoolDir {path}: ")
    return text


def test_made_for_the_owner_only(tmp_path: Path) -> None:
    """A new folder has mode 0700, its files 0600; every descriptor is close-on-exec."""
    folder = Folder(str(tmp_path / "spool"))
    fd = folder.open("00000000000000000000.seg", os.O_RDWR | os.O_CREAT)
    assert (tmp_path / "spool").stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "spool").iterdir()} == {0o600}
    assert not any(map(os.get_inheritable, (fd, folder._fd, folder._lock)))
    os.close(fd)
    folder.close()


def test_a_folder_whose_parent_is_missing(tmp_path: Path) -> None:
    """Only the last part of a path is made."""
    assert "make that first" in said(tmp_path / "a" / "b")
    assert not list(tmp_path.iterdir())


def test_a_file_in_its_place(tmp_path: Path) -> None:
    """A file of that name is not touched."""
    (tmp_path / "spool").write_text("mine")
    assert "it is not a folder" in said(tmp_path / "spool")
    assert (tmp_path / "spool").read_text() == "mine"


def test_without_the_right_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user who may only read there is told so, also where the lock file lets itself be written."""
    (tmp_path / "spool").mkdir(mode=0o755)
    monkeypatch.chdir(tmp_path / "spool")
    os.seteuid(65534)
    try:
        assert "EACCES (Permission denied): give this user a folder of its own" in said(".")
    finally:
        os.seteuid(0)
    Path("lock").touch()
    Path("lock").chmod(0o666)
    os.seteuid(65534)
    try:
        assert "this user may not write there: give it a folder of its own" in said(".")
    finally:
        os.seteuid(0)


def test_without_the_right_to_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for one who may not even look."""
    (tmp_path / "spool").mkdir(mode=0o700)
    monkeypatch.chdir(tmp_path / "spool")
    os.seteuid(65534)
    try:
        assert "EACCES (Permission denied): give this user a folder of its own" in said(".")
    finally:
        os.seteuid(0)


def test_a_disk_that_cannot_be_written(tmp_path: Path) -> None:
    """A file system that is mounted read-only is named as that."""
    on_a_disk(tmp_path, lambda: _read_only(tmp_path), read_only=True)


def _read_only(disk: Path) -> None:
    assert "EROFS" in said(disk)
    assert "name a folder on a disk that can be written" in said(disk / "new")


HOLD = "import sys; from xtcp_ebpf.delivery.spool_folder import Folder; Folder(sys.argv[1]); print(flush=True); sys.stdin.read()"


def test_two_daemons(tmp_path: Path) -> None:
    """The second is refused and told the first one's process, until that has ended, by whatever means; in one process too."""
    with subprocess.Popen([sys.executable, "-c", HOLD, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        first.stdout.readline()
        text = said(tmp_path)
        first.kill()
    assert f"another daemon uses it (process {first.pid}): give each daemon a folder of its own" in text
    mine = Folder(str(tmp_path))
    assert f"(process {os.getpid()})" in said(tmp_path)
    mine.close()
    Folder(str(tmp_path)).close()


@pytest.mark.parametrize(
    ("lock", "what"),
    [
        (b"xtcp-ebpf spool, format 2, process 0000000007\n", "it has format 2, and this version reads format 1"),
        (b"somebody's\n", "a file `lock` that is not ours"),
    ],
)
def test_another_version(tmp_path: Path, lock: bytes, what: str) -> None:
    """What another version wrote is not touched; the text says what to do."""
    (tmp_path / "lock").write_bytes(lock)
    (tmp_path / "00000000000000000000.seg").write_bytes(b"new ways")
    text = said(tmp_path)
    assert what in text
    assert "let the version that wrote it send what is there, or name another folder" in text
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {lock, b"new ways"}


def test_files_of_others(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """They stay, with one warning; what a daemon that was killed had begun to make does not."""
    ours = ["00000000000000000012.seg", "cursor-0123456789abcdef"]
    others = ["12.seg", "cursor-x", "notes.txt", "sub"]
    for name in (*ours, *others, "cursor-0123456789abcdef.new"):
        (tmp_path / name).touch()
    with caplog.at_level(logging.WARNING):
        folder = Folder(str(tmp_path))
    assert [record.getMessage() for record in caplog.records] == [
        f"-spoolDir {tmp_path}: 4 files there are not ours and are left alone: 12.seg, cursor-x, notes.txt, sub"
    ]
    assert (folder.names(SEGMENT), folder.names(CURSOR)) == (ours[:1], ours[1:])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*ours, *others, "lock"])
    folder.close()


def test_links_are_not_followed(tmp_path: Path) -> None:
    """A link that somebody planted in the folder is an error, not a way to another file."""
    (tmp_path / "victim").write_text("mine")
    (tmp_path / "spool").mkdir()
    (tmp_path / "spool" / "lock").symlink_to(tmp_path / "victim")
    assert "ELOOP" in said(tmp_path / "spool")
    assert (tmp_path / "victim").read_text() == "mine"


def test_a_full_disk_does_not_hinder_the_start(tmp_path: Path) -> None:
    """The line in the lock file is all that is missing: what waits in the spool can be sent."""

    def body() -> None:
        (tmp_path / "ballast").write_bytes(bytes(256 * 1024))
        folder = Folder(str(tmp_path))
        assert (tmp_path / "lock").stat().st_size == 0
        folder.close()

    on_a_disk(tmp_path, body)


def test_removing_and_syncing_what_is_gone(tmp_path: Path) -> None:
    """A file that is not there any more is removed, and needs no sync."""
    folder = Folder(str(tmp_path))
    folder.remove("00000000000000000001.seg")
    folder.sync("00000000000000000001.seg")
    folder.sync("lock")
    folder.sync_names()
    folder.close()


def test_reasons() -> None:
    """One word for each errno that is met, `other` for the rest."""
    assert [reason_of(OSError(number, "")) for number in (28, 5, 13, 30, 2, 24, 999)] == [
        "disk_full", "io", "denied", "read_only", "missing", "descriptors", "other",
    ]  # fmt: skip
    assert reason_of(OSError()) == "other"
