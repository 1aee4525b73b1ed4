"""Which network namespaces there are: our own, those mounted, those of processes, those that only descriptors hold. Each one once.

    own          handle of self/ns/net                    each search
    mounts       handle or stat of each entry             where the watch heard of a change, or cannot hear; thorough: everywhere
    processes    readlink of each <pid>/ns/net            each search
    descriptors  readlink of each <pid>/fd/<n> and task   when asked for; else those that were found are looked at again
    BPF          told by whoever asks (seen)              then a search is made only for what is new; it completes and corrects the others

They are merged by inode. A mount wins over a process, because its name says more and its path outlives processes. Names: the mount's
file name, else the container id in the process's cgroup, else `netns:[inode]`; our own is `default` however it was found.
"""

from __future__ import annotations

import errno
import os
import select
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from xtcp_ebpf import errors
from xtcp_ebpf.abc import Clock, Namespace, NamespaceId
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.discovery.containers import container_of
from xtcp_ebpf.kernel.discovery.descriptors import Descriptors
from xtcp_ebpf.kernel.discovery.identity import Claim, Known
from xtcp_ebpf.kernel.discovery.listed import Listed
from xtcp_ebpf.kernel.discovery.mounted import Mounted
from xtcp_ebpf.kernel.discovery.note import EXHAUSTED, Note
from xtcp_ebpf.kernel.discovery.processes import Processes, inode_of
from xtcp_ebpf.tally import Tally

__all__ = ["DIRECTORIES", "Discovery", "Found", "Note"]

DIRECTORIES = ("/run/netns", "/run/docker/netns")

NAMING_SECONDS = 0.05
"""How long a namespace that is new and has a process, but neither mount nor container, is waited for to be mounted."""

NAMING_SEARCHES = 2
"""How often the names of new namespaces are searched for: a process may get into its container a moment after it got its namespace."""

_DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


class Found(NamedTuple):
    """What there is."""

    namespaces: tuple[Namespace, ...]
    """Sorted by name, then inode."""
    notes: tuple[Note, ...]


class Discovery:
    """The search, and what it remembers. One thread uses it.

    `proc` is a procfs, `directories` are where namespaces are bind-mounted; one that is missing is fine, and one may hold * for any name.
    own_only: our own namespace and nothing else, for which no right is needed.
    Counts searches, searches_failed:REASON, namespaces_appeared:WAY, namespaces_gone, watch_overflows.
    """

    def __init__(
        self,
        proc: str = "/proc",
        directories: Sequence[str] = DIRECTORIES,
        *,
        own_only: bool = False,
        clock: Clock | None = None,
        tally: Tally | None = None,
    ) -> None:
        self._proc = proc
        self._clock = clock or SystemClock()
        self._tally = tally or Tally()
        self._mounted = None if own_only else Mounted(f"{proc}/self/mountinfo", directories, self._clock, self._tally)
        self._listed = Listed(f"{proc}/self/ns/net")
        self._naming = 0
        self._processes = Processes()
        self._descriptors = Descriptors(proc)
        self._known = Known(self._clock, self._tally)
        self._own: tuple[int, Claim] | None = None
        self._unsettled = True
        """What was seen is not taken in yet."""

    @property
    def fds(self) -> tuple[int, ...]:
        """Descriptors to poll for POLLIN: readable means that current() has something to look at. Empty before the first search."""
        return self._mounted.fds if self._mounted and self._own else ()

    def find(self, thorough: bool = False, descriptors: bool = False) -> Found:
        """Search. thorough: nothing that was seen before is believed; descriptors: also what nothing but a descriptor or a thread holds.

        When no search can be made (no descriptor left), what was known is answered, and a note says so. Raises OpenError when it is so
        the first time.
        """
        self._tally.add("searches")
        first = self._own is None
        try:
            root = os.open(self._proc, _DIRECTORY)
            try:
                changed = self._search(root, thorough, descriptors)
                self._await_mounts()
            finally:
                os.close(root)
        except OSError as error:
            if first:
                self._own = None
            return self._blind(error)
        return self._found(changed or self._known.doubting)

    def current(self) -> Found:
        """What is known, after a look at where something changed since the last time. The first time it searches."""
        if self._own is None:
            return self.find()
        try:
            changed = self._mounted.current() if self._mounted else False
        except OSError as error:
            return self._blind(error)
        return self._found(changed)

    def seen(self, seen: Mapping[int, int], whole: bool, names: bool) -> Found:
        """BPF has seen these namespaces (inode -> cookie, 0: the kernel has none); whole: and there are no others.

        Only for those that are new a search is made: at once when no handle opens them, else when there is time for their names (`names`).
        """
        if self._own is None:
            self.find()
        if self._mounted is None:
            return self.current()
        changed = self._listed.take(seen, whole)
        if changed and any(not self._known.has(inode, cookie) for inode, cookie in seen.items()):
            self._naming = NAMING_SEARCHES
            names = names or not self._listed.handles
        self._unsettled = self._unsettled or changed
        if self._naming and names:
            self._naming -= 1
            return self.find()
        return self.current()

    @property
    def unopenable(self) -> frozenset[NamespaceId]:
        """Namespaces that BPF has seen, and that can be neither found nor opened."""
        return self._listed.unopenable

    @property
    def dead(self) -> frozenset[NamespaceId]:
        """Namespaces that BPF has seen, and that are no more."""
        return self._listed.dead

    def learned(self, namespace: Namespace, cookie: int) -> None:
        """A diag socket told this namespace's cookie; if another one was known, it is not the namespace that it was taken for."""
        if namespace in self._known and not self._known.learned(namespace, cookie):
            self.forget(namespace)

    def forget(self, namespace: Namespace) -> None:
        """Believe nothing of this one: it was gone or another when we came. The next find() says whether it is there."""
        if namespace in self._known and namespace.found_by != "own":
            self._known.doubt(namespace)
            self._processes.doubt(namespace.inode)
            self._descriptors.doubt(namespace.inode)
            self._listed.doubt(namespace.inode)
            if self._mounted:
                self._mounted.doubt(namespace.path)

    def _await_mounts(self) -> None:
        """`ip netns add` enters its new namespace and mounts it a moment later: found in between, it would not have its name."""
        end = self._clock.monotonic() + NAMING_SECONDS
        while self._mounted and self.fds and self._nameless(self._mounted) and (left := end - self._clock.monotonic()) > 0:
            select.select(self.fds, [], [], left)
            self._mounted.current()

    def _nameless(self, mounted: Mounted) -> bool:
        new = {p.inode for p in self._processes.found.values() if not p.container and not self._known.has(p.inode, p.cookie)}
        return bool(new) and not new.issubset(mount.inode for mount in mounted.mounts())

    def close(self) -> None:
        """Give back what the watch holds."""
        if self._mounted:
            self._mounted.close()

    def _search(self, root: int, thorough: bool, descriptors: bool) -> bool:
        """Did anything change?"""
        handle = nsfs.handle_of("self/ns/net", root)
        handles = handle is not None
        own = handle.inode if handle else inode_of(os.readlink("self/ns/net", dir_fd=root))
        if own is None:
            raise OSError(errno.EINVAL, "no namespace")
        if self._own is None or self._own[0] != own:
            self._own = own, _own_claim(root, own, handle.cookie if handle else 0)
            self._unsettled = True
        if self._mounted is None:
            return False
        try:
            device = os.stat("self/ns/net", dir_fd=root).st_dev
        except OSError:
            device = 0  # a procfs of another place, in which we cannot be followed
        before = self._processes.found, self._descriptors.found
        changed = self._mounted.search(device, handles, thorough)
        self._processes.scan(root, f"net:[{own}]", handles, thorough)
        if descriptors:
            known = {own, *self._processes.found, *(mount.inode for mount in self._mounted.mounts())}
            self._descriptors.scan(root, known, handles)
        else:
            self._descriptors.again(root, handles)
        return changed or before != (self._processes.found, self._descriptors.found)

    def _claims(self) -> dict[int, Claim]:
        assert self._own
        own, claim = self._own
        claims = {own: claim}
        processes = self._processes.found
        for mount in self._mounted.mounts() if self._mounted else ():
            inode = mount.inode
            if inode in claims:
                continue
            process = processes.get(inode)
            if process and process.cookie != mount.cookie:
                # One of the two is of a namespace that is no more: the process, which is not asked again while it is the same.
                self._processes.doubt(inode)
                process = None
            pid, container = (process.pid, process.container) if process else (0, "")
            claims[inode] = Claim("mount", mount.path.rpartition("/")[2], mount.path, mount.cookie, mount.born, pid, container)
        for inode, process in processes.items():
            if inode not in claims:
                path = f"{self._proc}/{process.pid}/ns/net"
                name = process.container or f"netns:[{inode}]"
                claims[inode] = Claim("proc", name, path, process.cookie, 0, process.pid, process.container)
        for inode, holder in self._descriptors.found.items():
            if inode not in claims:
                name, path = holder.container or f"netns:[{inode}]", f"{self._proc}/{holder.path}"
                claims[inode] = Claim("descriptor", name, path, holder.cookie, 0, holder.pid, holder.container)
        return claims

    def _found(self, changed: bool) -> Found:
        if changed or self._unsettled:
            self._known.settle(self._listed.settle(self._claims(), self._own[0] if self._own else 0))
            self._unsettled = False
        return Found(self._known.namespaces, self._notes())

    def _notes(self) -> tuple[Note, ...]:
        notes = list(self._mounted.notes()) if self._mounted else []
        if self._processes.invisible:
            notes.append(Note("invisible", self._proc, self._processes.invisible))
        return tuple(notes)

    def _blind(self, error: OSError) -> Found:
        number = error.errno or 0
        reason = "no_proc" if number not in EXHAUSTED else "memory" if number == errno.ENOMEM else "descriptors"
        self._tally.add(f"searches_failed:{reason}")
        self._unsettled = True
        if self._own is None:
            what = f"cannot read {self._proc}/self/ns/net, our own namespace: is procfs mounted?"
            if reason != "no_proc":
                what = f"no {reason} left to search {self._proc}: raise the limit (ulimit -n, LimitNOFILE=)"
            raise errors.OpenError(reason, what, number) from error
        return Found(self._known.namespaces, (*self._notes(), Note("blind", self._proc, errno=number)))


def _own_claim(root: int, inode: int, cookie: int) -> Claim:
    try:
        pid = int(os.readlink("self", dir_fd=root))
    except (OSError, ValueError):
        pid = 0
    return Claim("own", "default", "", cookie, 0, pid, container_of(root, "self", f"net:[{inode}]") or "")
