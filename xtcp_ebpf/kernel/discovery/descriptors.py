"""The namespaces that only a descriptor of a process holds, or only a thread is in: slow, every descriptor of the host is read.

The link of a descriptor reads `net:[5]` when it was opened in procfs, but as the path of the mount, or `/` when that is gone, when it was
opened there. So one that reads as a path is asked for its file handle, or before Linux 6.18 for its device where no file system is that
could make us wait.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Collection, Iterator
from typing import NamedTuple

from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.discovery.containers import container_of
from xtcp_ebpf.kernel.discovery.note import EXHAUSTED
from xtcp_ebpf.kernel.discovery.processes import inode_of

_LOCAL = ("/run/netns/", "/run/docker/netns/", "/var/run/netns/", "/proc/")
"""Where namespaces are mounted, and nothing waits for another host."""


class Holder(NamedTuple):
    """What holds a namespace."""

    path: str
    """Within procfs: `<pid>/fd/<n>`, `<pid>/task/<tid>/ns/net`."""
    inode: int
    cookie: int
    pid: int
    """The process whose thread is in it; 0: a descriptor holds it, nobody is in it."""
    container: str


class Descriptors:
    """What the last scan saw, less what is no more."""

    def __init__(self, proc: str) -> None:
        self._proc = proc
        self.found: dict[int, Holder] = {}
        """By inode."""

    def scan(self, root: int, known: Collection[int], handles: bool) -> None:
        """Look for namespaces whose inodes are not `known`. Processes that may not be looked into are passed over, and we ourselves:
        our readers visit other namespaces. Raises OSError when descriptors or memory have run out.
        """
        found: dict[int, Holder] = {}
        own = _link(root, "self")
        for pid in os.listdir(root):
            if pid.isdigit() and pid != own:
                for path, link in self._links(root, pid):
                    inode = self._inode(root, path, link, handles)
                    if (
                        inode is not None
                        and inode not in known
                        and inode not in found
                        and (holder := _look(root, pid, path, inode, handles))
                    ):
                        found[inode] = holder
        self.found = found

    def again(self, root: int, handles: bool) -> None:
        """Drop what is no longer held where it was."""
        self.found = {
            inode: holder
            for inode, holder in self.found.items()
            if self._inode(root, holder.path, _link(root, holder.path), handles) == inode
            and (not handles or ((handle := nsfs.handle_of(holder.path, root)) and handle.cookie == holder.cookie))
        }

    def _inode(self, root: int, path: str, link: str, handles: bool) -> int | None:
        """Of the network namespace behind a link; None: it is none, or it has gone."""
        if not link.startswith("/"):
            return inode_of(link)
        if handles:
            handle = nsfs.handle_of(path, root)
            return handle.inode if handle and handle.kind == nsfs.CLONE_NEWNET else None
        if link != "/" and not link.startswith(_LOCAL):
            return None
        try:
            status = os.stat(path, dir_fd=root)
            if status.st_dev != os.stat("self/ns/net", dir_fd=root).st_dev:
                return None
            descriptor = os.open(path, nsfs.HANDLE_FLAGS, dir_fd=root)
            try:
                return status.st_ino if fcntl.ioctl(descriptor, nsfs.NS_GET_NSTYPE) == nsfs.CLONE_NEWNET else None
            finally:
                os.close(descriptor)
        except OSError as error:
            if error.errno in EXHAUSTED:
                raise
            return None

    def doubt(self, inode: int) -> None:
        """Believe no longer that it is held."""
        self.found.pop(inode, None)

    def _links(self, root: int, pid: str) -> Iterator[tuple[str, str]]:
        """(path, what it points to) of each thread and of each descriptor."""
        for folder, file in (("task", "/ns/net"), ("fd", "")):
            try:
                names = os.listdir(f"{self._proc}/{pid}/{folder}")  # noqa: PTH208  a Path for each would cost more than the call
            except OSError as error:
                if error.errno in EXHAUSTED:
                    raise
                continue
            for name in names:
                path = f"{pid}/{folder}/{name}{file}"
                if link := _link(root, path):
                    yield path, link


def _link(root: int, path: str) -> str:
    try:
        return os.readlink(path, dir_fd=root)
    except OSError:
        return ""


def _look(root: int, pid: str, path: str, inode: int, handles: bool) -> Holder | None:
    cookie = 0
    if handles:
        handle = nsfs.handle_of(path, root)
        if handle is None or handle.inode != inode:
            return None
        cookie = handle.cookie
    if "/fd/" in path:
        return Holder(path, inode, cookie, 0, "")
    # A thread's cgroup is its process's, but its process is elsewhere: the check by the link is the thread's.
    container = container_of(root, path.removesuffix("/ns/net"), f"net:[{inode}]")
    return None if container is None else Holder(path, inode, cookie, int(pid), container)
