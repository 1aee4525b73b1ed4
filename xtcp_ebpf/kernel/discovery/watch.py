"""Hearing of changes where namespaces are mounted, without looking there.

inotify tells which entries of a directory came and went. It does not tell that something was mounted on an entry, and `ip netns add` makes
the file first and mounts after; poll() on /proc/self/mountinfo tells that some mount has changed, not which.

What poll() says of mountinfo it says once for each open file. So one is for those who wait, behind an epoll because it is always readable
and only its POLLPRI counts, and another one is asked here.
"""

from __future__ import annotations

import ctypes
import errno
import os
import select
import struct
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from xtcp_ebpf.tally import Tally

IN_MOVED_FROM, IN_MOVED_TO, IN_CREATE, IN_DELETE, IN_DELETE_SELF, IN_MOVE_SELF = 0x40, 0x80, 0x100, 0x200, 0x400, 0x800
IN_Q_OVERFLOW, IN_IGNORED, IN_ONLYDIR = 0x4000, 0x8000, 0x1000000

_ENTRIES = IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE
_ITSELF = IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED
_MASK = _ENTRIES | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
_EVENT = struct.Struct("=iIII")
"""struct inotify_event: watch, mask, cookie, length of the name that follows."""
_READ_BYTES = 65536
_READS = 64
"""At one time: whoever may write to a directory must not be able to keep us reading."""
_MISSING = (errno.ENOENT, errno.ENOTDIR)

# PyDLL: these calls never wait.
_libc = ctypes.PyDLL(None, use_errno=True)
_libc.inotify_add_watch.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_uint32)


@dataclass(slots=True)
class Changes:
    """What has happened since the last time."""

    directories: set[str] = field(default_factory=set)
    """In these anything may have changed."""
    names: dict[str, set[str]] = field(default_factory=dict)
    """Directory -> entries that came or went."""
    mounts: bool = False
    """Something was mounted or unmounted, somewhere."""


class _Ears(NamedTuple):
    """What is held to hear with."""

    inotify: int
    waiting: select.epoll
    """For others to wait for."""
    asking: select.poll
    """Mountinfo's, asked here."""


class Watch:
    """The watch. `mountinfo` is /proc/self/mountinfo. One thread uses it; its descriptors do not grow with the directories."""

    def __init__(self, mountinfo: str, tally: Tally) -> None:
        self._mountinfo = mountinfo
        self._tally = tally
        self.unwatched: dict[str, int] = {}
        """Directory -> errno for which it is not watched."""
        self._directories: tuple[str, ...] = ()
        self._paths: dict[int, set[str]] = {}
        """Watch -> directories, or the ancestors of some that are not there, at which it was had."""
        self._awaited: dict[str, set[str]] = {}
        """The nearest missing ancestor (or the directory itself) -> directories that wait for it."""
        self._fresh: set[str] = set()
        """Watched since the last changes() only: nobody has heard what happened there before."""
        self._failure = 0
        self._closing = ExitStack()
        self._ears = self._open()

    @property
    def fds(self) -> tuple[int, ...]:
        """Readable when changes() has something to tell; empty when nothing can be watched."""
        return (self._ears.waiting.fileno(),) if self._ears else ()

    def cover(self, directories: Sequence[str]) -> None:
        """Watch these and no others: each, or while it is not there its nearest ancestor. To call it again is cheap."""
        self._directories = tuple(directories)
        ears = self._ears = self._ears or self._open()
        if ears is None:
            self.unwatched = dict.fromkeys(directories, self._failure)
            return
        before = self._paths
        self._paths, self._awaited, self.unwatched = {}, {}, {}
        for directory in directories:
            watch = self._cover(ears.inotify, directory)
            if watch and directory not in before.get(watch, ()):
                self._fresh.add(directory)
        for watch in before.keys() - self._paths.keys():
            _libc.inotify_rm_watch(ears.inotify, watch)

    def changes(self) -> Changes:
        """What has changed since the last call. Directories that came or went are covered anew first."""
        found = Changes()
        if self._ears is None:
            return found
        found.mounts = bool(self._ears.asking.poll(0))
        # Behind a mount may be another directory than the one that is watched.
        if self._read(self._ears.inotify, found) or found.mounts:
            self.cover(self._directories)
        found.directories |= self._fresh
        self._fresh.clear()
        return found

    def close(self) -> None:
        """Give back the descriptors."""
        self._ears = None
        self._closing.close()

    def _open(self) -> _Ears | None:
        with ExitStack() as stack:
            try:
                inotify = _checked(_libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
                stack.callback(os.close, inotify)
                waiting, asking = stack.enter_context(select.epoll()), select.poll()
                waiting.register(inotify, select.EPOLLIN)
                waiting.register(self._open_mountinfo(stack), select.EPOLLPRI)
                asking.register(self._open_mountinfo(stack), select.POLLPRI)
            except OSError as error:
                self._failure = error.errno or 0
                return None
            self._paths.clear()
            self._closing = stack.pop_all()
            return _Ears(inotify, waiting, asking)

    def _open_mountinfo(self, stack: ExitStack) -> int:
        descriptor = os.open(self._mountinfo, os.O_RDONLY | os.O_CLOEXEC)
        stack.callback(os.close, descriptor)
        return descriptor

    def _cover(self, inotify: int, directory: str) -> int:
        """The watch of the directory itself; 0 when it is not there, or cannot be watched."""
        path = Path(directory)
        awaited = ""
        while True:
            watch = _libc.inotify_add_watch(inotify, os.fsencode(path), _MASK)
            if watch < 0:
                number = ctypes.get_errno()
                if number not in _MISSING or path == path.parent:
                    self.unwatched[directory] = number
                    return 0
                awaited, path = str(path), path.parent
                continue
            if awaited and os.path.isdir(awaited):  # noqa: PTH112  it came after we had asked for it; Path.is_dir may raise
                path, awaited = Path(directory), ""
                continue
            self._paths.setdefault(watch, set()).add(str(path))
            if awaited:
                self._awaited.setdefault(awaited, set()).add(directory)
                return 0
            return int(watch)

    def _read(self, inotify: int, found: Changes) -> bool:
        """Take in events; True when directories themselves came or went, or may have."""
        moved = False
        for _ in range(_READS):
            try:
                events = os.read(inotify, _READ_BYTES)
            except BlockingIOError:
                break
            position = 0
            while position < len(events):
                watch, mask, _, length = _EVENT.unpack_from(events, position)
                position += _EVENT.size + length
                name = os.fsdecode(events[position - length : position].rstrip(b"\0"))
                moved |= self._take(watch, mask, name, found)
        return moved

    def _take(self, watch: int, mask: int, name: str, found: Changes) -> bool:
        if mask & IN_Q_OVERFLOW:
            self._tally.add("watch_overflows")
            found.directories.update(self._directories)
            return True
        paths = self._paths.get(watch, set())
        if mask & _ITSELF:
            found.directories.update(paths.intersection(self._directories))
            if mask & IN_IGNORED:  # the number is dead, and what is there now has to be watched anew
                self._paths.pop(watch, None)
            return True
        awaited = False
        for path in paths:
            if path in self._directories:
                found.names.setdefault(path, set()).add(name)
            for directory in self._awaited.get(str(Path(path, name)), ()):
                found.directories.add(directory)
                awaited = True
        return awaited


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
