"""Which network namespaces there are: our own, those mounted in directories, those of processes. Each one once.

They are merged by inode. A mount wins over a process, because its name says more and its path outlives processes. Names: the mount's
file name, else the container id in the process's cgroup, else `net`'s own `netns:[inode]`; our own is `default` however it was found.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from xtcp_ebpf import errors
from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.kernel.netns import CLONE_NEWNET, HANDLE_FLAGS

NS_GET_NSTYPE = 0xB703
DIRECTORIES = ("/run/netns", "/run/docker/netns")

_LINK = re.compile(r"net:\[(\d+)\]")
_CONTAINER = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_GONE = (errno.ENOENT, errno.ESRCH)


class Note(NamedTuple):
    """Something that looked like a namespace and could not be taken for one."""

    reason: str
    """`stale` (a plain file), `not_network` (a namespace of another kind), `unreadable` (no right to look), `invisible` (processes)."""
    path: str
    times: int = 1
    """Above 1 for `invisible` only: how many processes."""

    def text(self) -> str:
        """For the log: what it is and what to do."""
        return {
            "stale": f"{self.path} is no namespace, only a file, maybe what a removed one left behind: delete it",
            "not_network": f"{self.path} is a namespace of another kind than network: not dumped",
            "unreadable": f"{self.path} may not be read: run as root or grant CAP_DAC_READ_SEARCH",
            "invisible": f"{self.times} processes in {self.path} may not be looked into, namespaces that only they hold stay unseen: "
            "grant CAP_SYS_PTRACE (a process with more rights than ours may stay closed even then)",
        }[self.reason]


class Found(NamedTuple):
    """What one search found."""

    namespaces: tuple[Namespace, ...]
    """Sorted by name, then inode."""
    notes: tuple[Note, ...]


class Discovery:
    """The search. `proc` is a procfs, `directories` are where namespaces are bind-mounted; one that is missing is fine."""

    def __init__(self, proc: str = "/proc", directories: Sequence[str] = DIRECTORIES) -> None:
        self._proc = proc
        self._directories = directories

    def find(self) -> Found:
        """Look now. Raises OpenError when `proc` does not even show our own namespace."""
        try:
            root = os.open(self._proc, _DIRECTORY)
        except OSError as error:
            raise self._blind(error) from error
        try:
            own = self._own(root)
            found = {own: Namespace(own, "default", "", "own")}
            notes: list[Note] = []
            for directory in dict.fromkeys(Path(d).resolve() for d in self._directories):
                for inode, path in self._mounts(str(directory), notes):
                    found.setdefault(inode, Namespace(inode, Path(path).name, path, "mount"))
            for inode, pid in self._processes(root, set(found), notes):
                name = _container(root, pid, inode) or f"netns:[{inode}]"
                found[inode] = Namespace(inode, name, f"{self._proc}/{pid}/ns/net", "proc")
        finally:
            os.close(root)
        return Found(tuple(sorted(found.values(), key=lambda n: (n.name, n.inode))), tuple(notes))

    def _own(self, root: int) -> int:
        try:
            inode = _inode(os.readlink("self/ns/net", dir_fd=root))
        except OSError as error:
            raise self._blind(error) from error
        if inode is None:
            raise self._blind(OSError(errno.EINVAL, "no namespace"))
        return inode

    def _blind(self, error: OSError) -> errors.OpenError:
        return errors.OpenError("no_proc", f"cannot read {self._proc}/self/ns/net, our own namespace: is procfs mounted?", error.errno or 0)

    def _mounts(self, directory: str, notes: list[Note]) -> Iterator[tuple[int, str]]:
        """(inode, path) of each network namespace mounted, or linked to, in a directory."""
        try:
            folder = os.open(directory, _DIRECTORY)
        except OSError as error:
            if error.errno not in _GONE:
                notes.append(Note("unreadable", directory))
            return
        try:
            for name in sorted(os.listdir(folder)):  # noqa: PTH208  a descriptor, not a path
                path = f"{directory}/{name}"
                try:
                    inode = _network_namespace(name, folder)
                except _NotOneError as why:
                    notes.append(Note(why.reason, path))
                else:
                    if inode is not None:
                        yield inode, path
        finally:
            os.close(folder)

    def _processes(self, root: int, known: set[int], notes: list[Note]) -> Iterator[tuple[int, str]]:
        """(inode, pid) of each namespace not known yet, by the first process in it. One readlink a process, nothing is opened."""
        links = {f"net:[{inode}]" for inode in known}
        invisible = 0
        for entry in os.listdir(root):
            if not entry.isdigit():
                continue
            try:
                link = os.readlink(f"{entry}/ns/net", dir_fd=root)
            except OSError as error:
                invisible += error.errno not in _GONE  # a zombie has no namespaces: ENOENT
                continue
            if link not in links:
                links.add(link)
                inode = _inode(link)
                if inode is not None:
                    yield inode, entry
        if invisible:
            notes.append(Note("invisible", self._proc, invisible))


class _NotOneError(Exception):
    """A directory entry that is no network namespace."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _network_namespace(name: str, folder: int) -> int | None:
    """The inode of a network namespace in a directory; None when the entry has gone. Nothing but a regular file, as nsfs has, is opened."""
    try:
        if not stat.S_ISREG(os.stat(name, dir_fd=folder).st_mode):
            raise _NotOneError("stale")
        handle = os.open(name, HANDLE_FLAGS, dir_fd=folder)
    except OSError as error:
        if error.errno not in _GONE:
            raise _NotOneError("unreadable") from error
        if _dangling(name, folder):
            raise _NotOneError("stale") from error
        return None
    try:
        if fcntl.ioctl(handle, NS_GET_NSTYPE) != CLONE_NEWNET:
            raise _NotOneError("not_network")
        return os.fstat(handle).st_ino
    except OSError as error:
        raise _NotOneError("stale") from error
    finally:
        os.close(handle)


def _dangling(name: str, folder: int) -> bool:
    """Is it a symbolic link to a namespace that is no more?"""
    try:
        return stat.S_ISLNK(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)
    except OSError:
        return False


def _inode(link: str) -> int | None:
    match = _LINK.fullmatch(link)
    return int(match[1]) if match else None


def _container(root: int, pid: str, inode: int) -> str:
    """The container id (64 hex digits) in a process's cgroup path; empty when there is none, or when the process has gone meanwhile."""
    try:
        descriptor = os.open(f"{pid}/cgroup", os.O_RDONLY | os.O_CLOEXEC, dir_fd=root)
        try:
            lines = os.read(descriptor, 65536).decode(errors="replace").splitlines()
        finally:
            os.close(descriptor)
        # The pid may be another process's by now; then that one's container is not this namespace's.
        if _inode(os.readlink(f"{pid}/ns/net", dir_fd=root)) != inode:
            return ""
    except OSError:
        return ""
    # In a path of nested containers the last is the one that the process is in.
    return next((ids[-1] for line in lines if (ids := _CONTAINER.findall(line))), "")
