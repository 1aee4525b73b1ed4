"""The namespaces that processes are in: one readlink a process, and nothing is opened for one that is known."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import NamedTuple

from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.discovery.containers import container_of
from xtcp_ebpf.kernel.discovery.note import GONE

_LINK = re.compile(r"net:\[(\d+)\]")


class Process(NamedTuple):
    """A process that stands for all that are in its namespace."""

    pid: int
    inode: int
    cookie: int
    """0: the kernel has no file handles for namespaces."""
    container: str


def inode_of(link: str) -> int | None:
    """5 for `net:[5]`; None when it is no link to a network namespace."""
    match = _LINK.fullmatch(link)
    return int(match[1]) if match else None


class Processes:
    """What the last scan of procfs saw. Of a namespace that still has the same process nothing but that is looked at."""

    def __init__(self) -> None:
        self.found: dict[int, Process] = {}
        """By inode."""
        self.invisible = 0
        """How many processes may not be looked into."""

    def scan(self, root: int, own: str, handles: bool, thorough: bool) -> None:
        """Look at every process in the procfs of descriptor `root`, `own` being the link of our own namespace; thorough: believe nothing.

        Raises OSError when procfs cannot be listed, or descriptors or memory have run out; what was found before stays then.
        """
        before = self.found
        entries = os.listdir(root)
        found: dict[int, Process] = {}
        invisible = _scan(root, entries, own, {} if thorough else before, found, handles)
        if before.keys() - found.keys():
            # The process of one that is missing may have ended after handing over to a child that the listing does not have.
            invisible += _scan(root, set(os.listdir(root)).difference(entries), own, {}, found, handles)
        self.found, self.invisible = found, invisible

    def doubt(self, inode: int) -> None:
        """Look again at the next scan, whichever process is in it then."""
        self.found.pop(inode, None)


def _scan(root: int, entries: Iterable[str], own: str, before: dict[int, Process], found: dict[int, Process], handles: bool) -> int:
    """Add to `found`; answers how many processes may not be looked into."""
    seen = {own, *(f"net:[{inode}]" for inode in found)}
    invisible = 0
    readlink = os.readlink
    for entry in entries:
        if not entry.isdigit():
            continue
        try:
            link = readlink(entry + "/ns/net", dir_fd=root)
        except OSError as error:
            invisible += error.errno not in GONE  # a zombie has no namespaces: ENOENT
            continue
        if link in seen:
            continue
        inode = inode_of(link)
        if inode is None:
            invisible += not link  # Linux 5.10 answers an empty link, and no error, to whoever may not look
            continue
        known = before.get(inode)
        process = known if known and known.pid == int(entry) else _look(root, entry, link, inode, handles)
        if process:
            seen.add(link)
            found[inode] = process
    return invisible


def _look(root: int, pid: str, link: str, inode: int, handles: bool) -> Process | None:
    """None: the process ended or moved meanwhile, so that another one must stand for its namespace."""
    cookie = 0
    if handles:
        handle = nsfs.handle_of(f"{pid}/ns/net", root)
        if handle is None or handle.inode != inode:
            return None
        cookie = handle.cookie
    container = container_of(root, pid, link)
    return None if container is None else Process(int(pid), inode, cookie, container)
