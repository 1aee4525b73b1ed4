"""A Unix socket for one user: its mode at every moment, and what is found at its place."""

from __future__ import annotations

import os
import socket
import stat
from pathlib import Path

import pytest

from xtcp_ebpf.api.unix_door import UnixDoor
from xtcp_ebpf.errors import UsageError


class Binder:
    """Binds as the library does, and looks at what others could do meanwhile."""

    def __init__(self) -> None:
        self.sockets: list[socket.socket] = []
        self.folder_modes: list[int] = []

    def __call__(self, path: str) -> int:
        self.folder_modes.append(stat.S_IMODE(Path(path).parent.stat().st_mode))
        made = socket.socket(socket.AF_UNIX)
        self.sockets.append(made)
        made.bind(path)
        made.listen()
        return 1

    def close(self) -> None:
        for each in self.sockets:
            each.close()


def reached(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        return client.connect_ex(str(path)) == 0


@pytest.fixture
def binder() -> Binder:
    return Binder()


def test_nobody_else_can_open_it_at_any_moment(tmp_path: Path, binder: Binder) -> None:
    """It is bound in a folder that nobody else may enter, and has its mode before it is where others look; whatever the umask."""
    before = os.umask(0)
    try:
        door = UnixDoor(str(tmp_path / "s"), "-f", binder)
    finally:
        os.umask(before)
    assert binder.folder_modes == [0o700]
    assert stat.S_IMODE((tmp_path / "s").stat().st_mode) == 0o600
    assert reached(tmp_path / "s")
    assert [path.name for path in tmp_path.iterdir()] == ["s"]
    door.close()
    door.close()
    assert not list(tmp_path.iterdir())
    binder.close()


def test_what_a_dead_one_left_is_replaced(tmp_path: Path, binder: Binder) -> None:
    """After a kill the file is there, and nobody listens."""
    path = tmp_path / "s"
    UnixDoor(str(path), "-f", binder)
    binder.close()
    assert not reached(path)
    UnixDoor(str(path), "-f", binder).close()
    binder.close()
    assert not list(tmp_path.iterdir())


def test_a_live_one_is_left_alone(tmp_path: Path, binder: Binder) -> None:
    """Whoever listens goes on, and keeps his place; a datagram socket too."""
    path = tmp_path / "s"
    first = UnixDoor(str(path), "-f", binder)
    with pytest.raises(UsageError, match=rf"^-f unix:{path}: EADDRINUSE .*another daemon, listens there"):
        UnixDoor(str(path), "-f", binder)
    assert reached(path)
    first.close()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as datagrams:
        datagrams.bind(str(path))
        with pytest.raises(UsageError, match="EADDRINUSE"):
            UnixDoor(str(path), "-f", binder)
        assert path.is_socket()
    assert [one.name for one in tmp_path.iterdir()] == ["s"]
    binder.close()


@pytest.mark.parametrize("kind", ["file", "folder", "link", "pipe"])
def test_anything_else_is_left_alone(tmp_path: Path, binder: Binder, kind: str) -> None:
    """A file that is no socket is never removed, a symbolic link is not followed."""
    path = tmp_path / "s"
    if kind == "file":
        path.write_text("mine")
    elif kind == "folder":
        path.mkdir()
    elif kind == "link":
        path.symlink_to(tmp_path / "elsewhere")
    else:
        os.mkfifo(path)
    with pytest.raises(UsageError, match=rf"^-f unix:{path}: there is a file that is no socket"):
        UnixDoor(str(path), "-f", binder)
    assert [one.name for one in tmp_path.iterdir()] == ["s"]
    assert not binder.sockets


def test_who_is_quicker_wins(tmp_path: Path, binder: Binder) -> None:
    """Another daemon that takes the place while ours is made keeps it, whether the place was free or a dead one's."""
    path = tmp_path / "s"

    def outrun(inside: str) -> int:
        with socket.socket(socket.AF_UNIX) as rival:
            rival.bind(str(path))
        return binder(inside)

    for _ in range(2):
        with pytest.raises(UsageError, match="EADDRINUSE"):
            UnixDoor(str(path), "-f", outrun)
        assert [one.name for one in tmp_path.iterdir()] == ["s"]
    binder.close()


def test_what_is_changed_between_look_and_removal_goes_back(tmp_path: Path, binder: Binder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rival's live socket is moved aside by nobody for good."""
    path = tmp_path / "s"
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(path))
    rival = Binder()
    rename = Path.rename

    def late(self: Path, target: Path) -> Path:
        path.unlink()
        rival(str(path))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", late)
    with pytest.raises(UsageError, match="EADDRINUSE"):
        UnixDoor(str(path), "-f", binder)
    assert reached(path)
    assert not binder.sockets
    rival.close()


def test_only_its_own_file_is_removed(tmp_path: Path, binder: Binder) -> None:
    """Another one that stands there since stays."""
    path = tmp_path / "s"
    door = UnixDoor(str(path), "-f", binder)
    path.unlink()
    second = UnixDoor(str(path), "-f", binder)
    door.close()
    assert path.is_socket()
    second.close()
    assert not path.exists()
    binder.close()


def test_where_it_cannot_be(tmp_path: Path, binder: Binder) -> None:
    """No such folder, a path that is too long, a library that does not bind: named, and nothing is left."""
    with pytest.raises(UsageError, match="ENOENT"):
        UnixDoor(str(tmp_path / "none" / "s"), "-f", binder)
    long = tmp_path / ("x" * (100 - len(str(tmp_path))))
    long.mkdir()
    with pytest.raises(UsageError, match=r"its folder's path may have 9\d bytes"):
        UnixDoor(str(long / "s"), "-f", binder)
    assert not list(long.iterdir())
    with pytest.raises(UsageError, match="gRPC cannot listen there"):
        UnixDoor(str(tmp_path / "s"), "-f", lambda _path: None)
    assert [one.name for one in tmp_path.iterdir()] == [long.name]
