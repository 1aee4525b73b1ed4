"""A visit to another network namespace: enter, read and open what is wanted, go home, in one call.

From Python these are ten system calls, and with several readers each of them is a fight for the interpreter's lock (24 us of CPU for a
diag socket with one thread, 130 us with four). So it is done in C, with the lock given up once; in_python() is the same where that was not
built, and says what is right.

setns moves the calling thread only. Whatever fails, the thread goes home: only BACK leaves it elsewhere.
"""

from __future__ import annotations

import enum
import errno
import os
import sys
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.diag_socket import connected

MAX_FILES = 4
MAX_BYTES = 8192

_HANDLE_HEAD = 8
_MAX_HANDLE = 128


class Step(enum.IntEnum):
    """Where a visit ended."""

    DONE = 0
    AT_HOME = 1
    """The descriptor of home is not home's (any more). Nothing was entered; there would have been no way back."""
    OPEN = 2
    """The path or the handle."""
    STAT = 3
    KIND = 4
    """It is no file of nsfs."""
    INODE = 5
    """It is another namespace than the one asked for."""
    ENTER = 6
    PLACE = 7
    """/proc does not confirm that the thread is there."""
    FILES = 8
    """The file after those that were read."""
    SOCKET = 9
    BACK = 10
    """The thread could not go home."""


class Home(NamedTuple):
    """Where a thread comes from: descriptors that hold no namespace but its own."""

    descriptor: int
    """Of its own namespace."""
    inode: int
    nsfs: int
    """The device of nsfs. The kernel has one, so it tells a namespace from any other file."""
    links: int
    """/proc/thread-self/ns."""
    net: int
    """/proc/thread-self/net: names are looked up in it where the thread is at that moment."""


class Visit(NamedTuple):
    """What came of it."""

    step: int
    errno: int
    """0 where the step failed for what it found."""
    inode: int
    """Of what was found at the path, or behind the handle."""
    place: int
    """Where the thread was, as /proc says; 0 when that was not asked, or not told."""
    files: tuple[bytes | None, ...]
    """Their contents; None: there is no such file."""
    fd: int
    """The diag socket, connected to the kernel and close-on-exec: the caller's. -1: none."""
    portid: int
    cookie: int
    """Of the namespace where the socket is; 0: the kernel has none, or there is no socket."""


class Visiting(Protocol):
    """How a visit is made; `visit` is the best way that there is."""

    def __call__(
        self,
        home: Home,
        path: bytes | None,
        handle: bytes | None,
        inode: int,
        files: tuple[bytes, ...] = (),
        diag: bool = False,
        confirm: bool = False,
    ) -> Visit:
        """Go there by `handle` (nsfs.pack_handle), else by `path`; with neither of them the thread stays at home.

        `inode` is the one that must be found there; 0: any. `files` are names in /proc/net or absolute paths, each of at most 4096
        bytes (else EFBIG), at most four. `diag`: open a diag socket. `confirm`: ask /proc whether the thread is there. A handle
        that is ESTALE is dead; when it fails for another reason the path is tried. Raises ValueError or TypeError for arguments
        that cannot be meant, before anything is done.
        """
        ...


def in_python(
    home: Home,
    path: bytes | None,
    handle: bytes | None,
    inode: int,
    files: tuple[bytes, ...] = (),
    diag: bool = False,
    confirm: bool = False,
) -> Visit:
    """As Visiting."""
    _check_arguments(path, handle, files)
    visit = _Visit(home, inode)
    try:
        if path is None and handle is None:
            visit.inode = home.inode
            visit.stay(files, diag, confirm)
        else:
            visit.go(path, handle, files, diag, confirm)
    except _EndError as end:
        return visit.answer(end.step, end.errno)
    return visit.answer(Step.DONE, 0)


class _EndError(Exception):
    def __init__(self, step: Step, number: int = 0) -> None:
        super().__init__(step)
        self.step = step
        self.errno = number


class _Visit:
    def __init__(self, home: Home, wanted: int) -> None:
        self.home = home
        self.wanted = wanted
        self.inode = self.place = self.portid = self.cookie = 0
        self.fd = -1
        self.files: list[bytes | None] = []

    def answer(self, step: Step, number: int) -> Visit:
        return Visit(step, number, self.inode, self.place, tuple(self.files), self.fd, self.portid, self.cookie)

    def go(self, path: bytes | None, handle: bytes | None, files: Sequence[bytes], diag: bool, confirm: bool) -> None:
        try:
            home = os.fstat(self.home.descriptor)
        except OSError:
            raise _EndError(Step.AT_HOME) from None
        if (home.st_dev, home.st_ino) != (self.home.nsfs, self.home.inode):
            raise _EndError(Step.AT_HOME)
        descriptor = self._open(path, handle)
        try:
            self._check(descriptor)
            try:
                nsfs.enter(descriptor)
            except OSError as error:
                raise _EndError(Step.ENTER, error.errno or 0) from None
            try:
                self.stay(files, diag, confirm)
            finally:
                self._back()
        finally:
            os.close(descriptor)

    def stay(self, files: Sequence[bytes], diag: bool, confirm: bool) -> None:
        """What is done where the thread is."""
        if confirm:
            self._confirm()
        for name in files:
            try:
                self.files.append(_read(self.home.net, name))
            except OSError as error:
                raise _EndError(Step.FILES, error.errno or 0) from None
        if diag:
            try:
                opened, self.portid, self.cookie = connected()
                self.fd = opened.detach()
            except OSError as error:
                raise _EndError(Step.SOCKET, error.errno or 0) from None

    def _open(self, path: bytes | None, handle: bytes | None) -> int:
        try:
            if handle is not None:
                try:
                    return nsfs.open_packed(self.home.descriptor, handle)
                except OSError as error:
                    if error.errno == errno.ESTALE or path is None:
                        raise
            return os.open(path or b"", nsfs.HANDLE_FLAGS)
        except OSError as error:
            raise _EndError(Step.OPEN, error.errno or 0) from None

    def _check(self, descriptor: int) -> None:
        try:
            found = os.fstat(descriptor)
        except OSError as error:
            raise _EndError(Step.STAT, error.errno or 0) from None
        self.inode = found.st_ino
        if found.st_dev != self.home.nsfs:
            raise _EndError(Step.KIND)
        if self.wanted not in (0, found.st_ino):
            raise _EndError(Step.INODE)

    def _confirm(self) -> None:
        try:
            link = os.readlink(b"net", dir_fd=self.home.links)
        except OSError as error:
            raise _EndError(Step.PLACE, error.errno or 0) from None
        self.place = int(link[5:-1]) if link.startswith(b"net:[") else 0
        if self.place != self.inode:
            raise _EndError(Step.PLACE)

    def _back(self) -> None:
        try:
            nsfs.enter(self.home.descriptor)
        except OSError as error:
            if self.fd >= 0:
                os.close(self.fd)
                self.fd = -1
            raise _EndError(Step.BACK, error.errno or 0) from None


def choose() -> Visiting:
    """The visit in C; in_python where that was not built."""
    try:
        from xtcp_ebpf.kernel import _visit
    except ImportError:
        return in_python

    def in_c(
        home: Home,
        path: bytes | None,
        handle: bytes | None,
        inode: int,
        files: tuple[bytes, ...] = (),
        diag: bool = False,
        confirm: bool = False,
    ) -> Visit:
        return Visit._make(_visit.visit(home, path, handle, inode, files, diag, confirm))

    return in_c


visit = choose()


def _check_arguments(path: bytes | None, handle: bytes | None, files: tuple[bytes, ...]) -> None:
    if not isinstance(files, tuple) or not all(isinstance(given, bytes) for given in (path or b"", handle or b"", *files)):
        raise TypeError("path, handle and the names in the tuple of files are bytes")
    for name in (path or b"", *files):
        if b"\0" in name:
            raise ValueError("a name with a NUL in it")
    if len(files) > MAX_FILES:
        raise ValueError(f"more than {MAX_FILES} files")
    if handle is not None:
        inside = len(handle) - _HANDLE_HEAD
        if not 0 <= inside <= _MAX_HANDLE or int.from_bytes(handle[:4], sys.byteorder) != inside:
            raise ValueError("the file handle has not the length that it says")


def _read(directory: int, name: bytes) -> bytes | None:
    """All of it; None: it does not exist."""
    try:
        descriptor = os.open(name, nsfs.HANDLE_FLAGS, dir_fd=directory)
    except FileNotFoundError:
        return None
    found = b""
    try:
        while more := os.read(descriptor, MAX_BYTES + 1 - len(found)):
            found += more
    finally:
        os.close(descriptor)
    if len(found) > MAX_BYTES:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return found
