"""A Unix socket that nobody else can open at any moment of its life, bound by a library that takes a path and nothing else.

.xtcp-XXXXXXXX/        made with mode 0700: no other user comes in
    s                  bound there, then mode 0600, then linked to the place where it is wanted, which fails if something is there
"""

from __future__ import annotations

import errno
import os
import shutil
import socket
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from xtcp_ebpf.errors import UsageError, errno_text
from xtcp_ebpf.metrics.listen_address import SUN_PATH

MODE: Final = 0o600
PREFIX: Final = ".xtcp-"


class UnixDoor:
    """Raises UsageError when it cannot be had: what is at `path` and is not the socket of a dead one is left alone."""

    def __init__(self, path: str, flag: str, bind: Callable[[str], object]) -> None:
        """`bind` listens at the path that it is given; it answers None when it cannot. `flag` is what messages begin with."""
        self._path = Path(path)
        self._where = f"{flag} unix:{path}"
        self._made: tuple[int, int] | None = None
        try:
            self._open(bind)
        except OSError as error:
            remedy = "; another program, or another daemon, listens there" if error.errno == errno.EADDRINUSE else ""
            raise UsageError(f"{self._where}: {errno_text(error.errno or 0)}{remedy}") from error

    def _open(self, bind: Callable[[str], object]) -> None:
        room = Path(tempfile.mkdtemp(prefix=PREFIX, dir=self._path.parent))
        try:
            made = room / "s"
            if len(os.fsencode(made)) > SUN_PATH:
                most = SUN_PATH - len(os.fsencode(made)) + len(os.fsencode(self._path.parent))
                raise UsageError(f"{self._where}: its folder's path may have {most} bytes, as the socket is made in a folder in it first")
            self._clear(room)
            if bind(str(made)) is None:
                raise UsageError(f"{self._where}: gRPC cannot listen there")
            made.chmod(MODE)
            try:
                os.link(made, self._path)
            except FileExistsError:  # somebody was quicker
                raise OSError(errno.EADDRINUSE, "") from None
            made.unlink()
            self._made = _identity(self._path)
        finally:
            shutil.rmtree(room, ignore_errors=True)

    def _clear(self, room: Path) -> None:
        """Take a dead one's socket away. Whoever puts another there meanwhile keeps his place."""
        try:
            if not _is_socket(self._path):
                raise UsageError(f"{self._where}: there is a file that is no socket: name another place, or move it away")
        except FileNotFoundError:
            return
        if not _is_dead(self._path):
            raise OSError(errno.EADDRINUSE, "")
        aside = room / "old"
        self._path.rename(aside)
        if not _is_socket(aside) or not _is_dead(aside):  # it was changed since we looked: back with it
            os.link(aside, self._path, follow_symlinks=False)
            raise OSError(errno.EADDRINUSE, "")

    def close(self) -> None:
        """Take the file away, if it is still ours."""
        try:
            if self._made and _identity(self._path) == self._made:
                self._path.unlink()
        except FileNotFoundError:
            pass
        self._made = None


def _is_socket(path: Path) -> bool:
    return stat.S_ISSOCK(path.lstat().st_mode)


def _is_dead(path: Path) -> bool:
    """Does nobody listen there any more?"""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK) as probe:
        return probe.connect_ex(str(path)) == errno.ECONNREFUSED


def _identity(path: Path) -> tuple[int, int]:
    """An inode's number alone is used again at once."""
    found = path.lstat()
    return found.st_ino, found.st_ctime_ns
