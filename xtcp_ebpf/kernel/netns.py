"""How a thread gets a diag socket of another network namespace, or a look at it, as one visit (visit.py), and what a failed one means.

    open   by file handle where the kernel has them and the cookie is known, else by path: is it nsfs, is it the inode that was asked for?
    enter  setns; where no cookie is known yet, /proc confirms the place
    stay   read, or open a diag socket: it stays in that namespace, and tells its cookie
    home   setns; if that fails: Stranded, and the thread must end

setns moves the calling thread only, so a Gate belongs to the thread that made it.
"""

from __future__ import annotations

import errno
import os
import threading
from contextlib import ExitStack

from xtcp_ebpf import errors
from xtcp_ebpf.abc import Namespace, NamespaceId, NamespaceKey, Presence
from xtcp_ebpf.kernel import nsfs, presence
from xtcp_ebpf.kernel.diag_socket import DiagSocket
from xtcp_ebpf.kernel.visit import Home, Step, Visit, Visiting, visit

_REASONS = {
    errno.ENOENT: "gone",
    errno.ESRCH: "gone",
    errno.ESTALE: "gone",
    errno.EPERM: "permission",
    errno.EACCES: "permission",
    errno.EMFILE: "descriptors",
    errno.ENFILE: "descriptors",
    errno.ENOMEM: "memory",
    errno.ENOBUFS: "memory",
    errno.EPROTONOSUPPORT: "no_diag",
    errno.EAFNOSUPPORT: "no_diag",
}
_ADVICE = {
    "gone": "it ended between being found and being opened",
    "permission": "entering a network namespace takes CAP_SYS_ADMIN; `xtcp-ebpf doctor` says what is missing",
    "descriptors": "no file descriptor left: raise the limit (ulimit -n, LimitNOFILE=)",
    "memory": "the kernel had no memory for it",
    "no_diag": "this kernel has no NETLINK_SOCK_DIAG",
    "system": "the kernel refused",
}
_REMEMBERED = 10_000


class Gate:
    """Opener of abc.py for one thread.

    `buffer` takes the datagrams of every DiagSocket that this gate opens; one dump at a time uses it. Home is where the thread is now.
    Raises OpenError when /proc cannot say where that is.
    """

    def __init__(self, buffer: bytearray, way: Visiting = visit) -> None:
        self._buffer = memoryview(buffer)
        self._visit = way
        self._thread = threading.get_ident()
        directory = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
        with ExitStack() as opened:
            descriptors = []
            try:
                for path, flags in (("ns/net", nsfs.HANDLE_FLAGS), ("ns", directory), ("net", directory)):
                    descriptors.append(os.open(f"/proc/thread-self/{path}", flags))
                    opened.callback(os.close, descriptors[-1])
            except OSError as error:
                number = error.errno or 0
                what = f"cannot read /proc/thread-self/{path}, this thread's own namespace: is procfs mounted?"
                raise errors.OpenError(_REASONS.get(number, "system"), what, number) from error
            opened.pop_all()
        home, links, net = descriptors
        found = os.fstat(home)
        self._home = Home(home, found.st_ino, found.st_dev, links, net)
        self._handles = nsfs.opens_handles("/proc/thread-self/ns/net")
        self._told: set[NamespaceKey] = set()
        """Whose hash has been told: that does not change, and to read it is an eighth of a look."""

    def open(self, namespace: Namespace) -> DiagSocket:
        """A diag socket in that namespace; the thread is where it was before, or Stranded is raised.

        A mount stands for whatever namespace is mounted there now: the socket says which. For all others it is the one that was asked
        for, or an error. OpenError.reason: `gone`, `not_a_namespace`, `recycled` (another namespace has its place now), `permission`,
        `descriptors`, `memory`, `no_diag`, `elsewhere` (setns worked and led to another place), `system`.
        """
        found = self._go(namespace, (), True)
        if namespace.cookie not in (0, found.cookie) and namespace.found_by != "mount":
            os.close(found.fd)
            raise _refusal(namespace, "recycled", f"its cookie was {namespace.cookie}, and what is there now has {found.cookie}")
        try:
            return DiagSocket.adopt(found.fd, found.portid, NamespaceId(found.inode, found.cookie), self._buffer)
        except OSError as error:
            raise _failure(namespace, error.errno or 0) from error

    def look(self, namespace: Namespace, counters: bool = False) -> Presence:
        """How many sockets the kernel counts there; counters: and how much has happened (`segments`).

        Raises as open does; what cannot be read is never an empty namespace.

        The kernel adds up counters of each processor, one after the other. A socket that is born on one already passed and dies on one
        still to come makes the sum too low, and may hide another. So no sockets are believed when there are none of any kind either
        (`used`), or when a second look says the same. `own_hash` is told at the first look at a namespace.
        """
        hash_too = namespace.key not in self._told
        found = self._count(namespace, hash_too, counters)
        if found.empty and found.used:
            found = self._count(namespace, False, False)._replace(own_hash=found.own_hash, segments=found.segments)
        if hash_too:
            if len(self._told) >= _REMEMBERED:
                self._told.clear()
            self._told.add(namespace.key)
        return found

    def close(self) -> None:
        """Give back the three descriptors that it holds, all of the thread's own namespace."""
        for descriptor in (self._home.descriptor, self._home.links, self._home.net):
            os.close(descriptor)

    def _count(self, namespace: Namespace, hash_too: bool, counters: bool) -> Presence:
        names = [*presence.FILES]
        if hash_too:
            names.append(presence.HASH_FILE)
        if counters:
            names.insert(0, presence.COUNTERS_FILE)
        files = self._go(namespace, tuple(names), False).files
        try:
            if not counters:
                return presence.parse(*files)
            return presence.parse(*files[1:])._replace(segments=presence.segments(files[0]))
        except ValueError as error:
            raise _refusal(namespace, "system", f"cannot tell how many sockets it has: {error}") from error

    def _go(self, namespace: Namespace, files: tuple[bytes, ...], diag: bool) -> Visit:
        """Visit it; answers when all was well."""
        if threading.get_ident() != self._thread:
            raise RuntimeError("a Gate was used by another thread than the one that made it")
        path = os.fsencode(namespace.path) if namespace.path else None
        handle = nsfs.pack_handle(namespace.cookie, namespace.inode) if self._handles and namespace.cookie else None
        if path is None and (handle is None or namespace.inode == self._home.inode):
            if namespace.inode != self._home.inode:
                raise _refusal(namespace, "recycled", f"this thread's own namespace is net:[{self._home.inode}]")
            handle = None
        inode = 0 if namespace.found_by == "mount" else namespace.inode
        found = self._visit(self._home, path, handle, inode, files, diag, not namespace.cookie and path is not None)
        if found.step != Step.DONE:
            raise self._why(namespace, found, files)
        return found

    def _why(self, namespace: Namespace, found: Visit, files: tuple[bytes, ...]) -> errors.OpenError:
        number = found.errno
        if found.step in (Step.BACK, Step.AT_HOME):
            what = f"the way home from namespace {namespace.name} to net:[{self._home.inode}] failed; this thread must end"
            return errors.Stranded("stranded", what, number)
        if found.step == Step.KIND:
            return _refusal(namespace, "not_a_namespace", "the file is no namespace, maybe what a removed one left behind: delete it")
        if found.step == Step.INODE:
            return _refusal(namespace, "recycled", f"net:[{found.inode}] has its place now")
        if found.step == Step.ENTER and number == errno.EINVAL:
            return _refusal(namespace, "not_a_namespace", "it is a namespace of another kind than network", number)
        if found.step == Step.PLACE:
            place = f"net:[{found.place}]" if found.place else "a place that /proc does not tell"
            return _refusal(namespace, "elsewhere", f"setns led to {place}", number)
        if found.step == Step.FILES:
            name = files[len(found.files)].decode()
            return _refusal(namespace, _REASONS.get(number, "system"), f"cannot read {name} of its /proc/net", number)
        return _failure(namespace, number)


def _failure(namespace: Namespace, number: int) -> errors.OpenError:
    reason = _REASONS.get(number, "system")
    return _refusal(namespace, reason, _ADVICE[reason], number)


def _refusal(namespace: Namespace, reason: str, what: str, number: int = 0) -> errors.OpenError:
    place = f" ({namespace.path})" if namespace.path else ""
    return errors.OpenError(reason, f"namespace {namespace.name} net:[{namespace.inode}]{place}: {what}", number)
