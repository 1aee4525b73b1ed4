"""The namespaces that are mounted in directories, or linked to from there: one system call for each entry that is looked at."""

from __future__ import annotations

import errno
import fcntl
import fnmatch
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.discovery.note import EXHAUSTED, GONE, Note

SETTLE_SECONDS = 1.0
"""A plain file is worth a note when it has been one for so long: each namespace's is one for a moment before the mount and after it."""

_DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_MAGIC = frozenset("*?[")


class Mount(NamedTuple):
    """A network namespace at a path."""

    path: str
    inode: int
    cookie: int
    """0: the kernel has no file handles for namespaces."""
    born: int
    """Its ctime in ns where there is no cookie, else 0. A mount pins the nsfs inode, whose ctime is when that came to be."""
    link: bool
    """A symbolic link: what it leads to may change and nobody tells."""


class Stray(NamedTuple):
    """An entry that is no network namespace."""

    reason: str
    since: float
    """Monotonic seconds."""


class Mounts:
    """What was last seen in each directory. `patterns` are directories, or hold * for any name."""

    def __init__(self, patterns: Sequence[str], clock: Clock) -> None:
        self._patterns = patterns
        self._clock = clock
        self.device = 0
        """Of nsfs: the kernel has one superblock of it, so the device tells a namespace from any other file."""
        self.handles = False
        """Has the kernel file handles for namespaces?"""
        self._mounts: dict[str, dict[str, Mount]] = {}
        self._strays: dict[str, dict[str, Stray]] = {}
        self._closed: set[str] = set()
        self._unlisted: set[str] = set()
        """Where a * should have been found out."""

    @property
    def directories(self) -> tuple[str, ...]:
        """Those of the last expand(), existing or not, each once however it is spelt."""
        return tuple(self._mounts)

    def expand(self) -> None:
        """Find out which directories are meant. Raises OSError when descriptors or memory have run out."""
        self._unlisted.clear()
        meant = dict.fromkeys(str(Path(path).resolve()) for pattern in self._patterns for path in self._expanded(pattern))
        self._mounts = {directory: self._mounts.get(directory, {}) for directory in meant}
        self._strays = {directory: self._strays.get(directory, {}) for directory in meant}
        self._closed &= meant.keys()

    def look(self, directory: str) -> None:
        """Look at every entry. Raises OSError when descriptors or memory have run out; what was seen before stays then."""
        self._closed.discard(directory)
        names: set[str] = set()
        try:
            folder = os.open(directory, _DIRECTORY)
        except OSError as error:
            if error.errno in EXHAUSTED:
                raise
            if error.errno not in GONE:
                self._closed.add(directory)
        else:
            try:
                names.update(os.listdir(folder))  # noqa: PTH208  a descriptor, not a path
                self._look_at(directory, folder, names)
            finally:
                os.close(folder)
        for table in (self._mounts[directory], self._strays[directory]):
            for name in table.keys() - names:
                del table[name]

    def look_at(self, directory: str, names: Iterable[str]) -> None:
        """Look at these entries, which may have gone. Raises as look() does."""
        try:
            folder = os.open(directory, _DIRECTORY)
        except OSError as error:
            if error.errno in EXHAUSTED:
                raise
            return  # the watch tells of a directory that has gone
        try:
            self._look_at(directory, folder, names)
        finally:
            os.close(folder)

    def loose(self, directory: str) -> list[str]:
        """The entries that can become another thing although neither the directory nor the mounts have changed: links."""
        return [name for name, mount in self._mounts[directory].items() if mount.link]

    def strays(self, directory: str) -> list[str]:
        """The entries that a mount could make a namespace."""
        return list(self._strays[directory])

    def mounts(self) -> Iterator[Mount]:
        """By directory in the order given, then by name: of several mounts of one namespace the first gives the name."""
        for table in self._mounts.values():
            for name in sorted(table):
                yield table[name]

    def notes(self) -> Iterator[Note]:
        """What could not be taken for a namespace."""
        for directory in sorted(self._unlisted):
            yield Note("unreadable", directory)
        settled = self._clock.monotonic() - SETTLE_SECONDS
        for directory, table in self._strays.items():
            if directory in self._closed:
                yield Note("unreadable", directory)
            for name, stray in sorted(table.items()):
                if stray.reason != "stale" or stray.since <= settled:
                    yield Note(stray.reason, f"{directory}/{name}")

    def _expanded(self, pattern: str) -> list[str]:
        """The paths that a pattern stands for: glob.glob() would take a folder that may not be read for an empty one."""
        paths = [""]
        for part in str(Path(pattern).absolute()).split("/")[1:]:
            if _MAGIC.isdisjoint(part):
                paths = [f"{path}/{part}" for path in paths]
            else:
                paths = [f"{path}/{name}" for path in paths for name in fnmatch.filter(self._names(path or "/"), part)]
        return paths

    def _names(self, directory: str) -> list[str]:
        try:
            return sorted(os.listdir(directory))  # noqa: PTH208  names are wanted, not a Path for each
        except OSError as error:
            if error.errno in EXHAUSTED:
                raise
            if error.errno not in (*GONE, errno.ENOTDIR):
                self._unlisted.add(directory)
            return []

    def _look_at(self, directory: str, folder: int, names: Iterable[str]) -> None:
        mounts, strays = self._mounts[directory], self._strays[directory]
        for name in names:
            before = mounts.get(name)
            entry = self._mount(directory, folder, name, before)
            if isinstance(entry, Mount):
                mounts[name] = entry
                strays.pop(name, None)
                continue
            mounts.pop(name, None)
            known = strays.pop(name, None)
            if entry:
                strays[name] = known if known and known.reason == entry else Stray(entry, self._since(folder, name, before))

    def _mount(self, directory: str, folder: int, name: str, before: Mount | None) -> Mount | str | None:
        """The namespace, or why it is none, or None: the entry has gone. Nothing but a file of nsfs is opened."""
        path = f"{directory}/{name}"
        if self.handles and (handle := nsfs.handle_of(name, folder)):
            if handle.kind != nsfs.CLONE_NEWNET:
                return "not_network"
            if before and (before.inode, before.cookie) == (handle.inode, handle.cookie):
                return before
            return Mount(path, handle.inode, handle.cookie, 0, _is_link(folder, name))
        link = False
        try:
            status = os.stat(name, dir_fd=folder, follow_symlinks=False)
            if stat.S_ISLNK(status.st_mode):
                link = True
                status = os.stat(name, dir_fd=folder)
        except OSError as error:
            if error.errno in EXHAUSTED:
                raise
            if error.errno not in GONE:
                return "unreadable"
            return "stale" if link else None
        if status.st_dev != self.device:
            return "stale"
        # Behind a link into procfs no mount pins the nsfs inode: it is made anew for each who looks.
        mount = Mount(path, status.st_ino, 0, 0 if link else status.st_ctime_ns, link)
        if before == mount and not link:
            return before
        try:
            kind = _kind(folder, name)
        except OSError as error:
            if error.errno in EXHAUSTED:
                raise
            return None if error.errno in GONE else "unreadable"
        return mount if kind == nsfs.CLONE_NEWNET else "not_network"

    def _since(self, folder: int, name: str, before: Mount | None) -> float:
        """Since when an entry is no namespace: now if it was one, else as old as its file is."""
        now = self._clock.monotonic()
        if before:
            return now
        try:
            changed = os.stat(name, dir_fd=folder, follow_symlinks=False).st_ctime_ns
        except OSError:
            return now
        return now - max(0, self._clock.now_ns() - changed) / 1e9


def _is_link(folder: int, name: str) -> bool:
    try:
        return stat.S_ISLNK(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)
    except OSError:
        return False


def _kind(folder: int, name: str) -> int:
    """The CLONE_ flag of a file of nsfs."""
    handle = os.open(name, nsfs.HANDLE_FLAGS, dir_fd=folder)
    try:
        return fcntl.ioctl(handle, nsfs.NS_GET_NSTYPE)
    finally:
        os.close(handle)
