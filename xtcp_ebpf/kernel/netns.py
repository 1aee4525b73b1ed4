"""How a thread gets a diag socket of another network namespace: enter, open, go home, each step verified.

    handle = open(path)   is it nsfs, is it the inode that was asked for?
    setns(handle)         is the thread there?
    DiagSocket()          stays in that namespace
    setns(home)           is the thread home? If not: Stranded, and the thread must end

setns moves the calling thread only, so a Gate belongs to the thread that made it.
"""

from __future__ import annotations

import ctypes
import errno
import os
import threading

from xtcp_ebpf import errors
from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.kernel.diag_socket import DiagSocket

CLONE_NEWNET = 0x40000000
HANDLE_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK
"""Non-blocking, because what stands where a namespace is expected may be a FIFO."""

_setns = ctypes.CDLL(None, use_errno=True).setns
_setns.argtypes = (ctypes.c_int, ctypes.c_int)
_setns.restype = ctypes.c_int

_REASONS = {
    errno.ENOENT: "gone",
    errno.ESRCH: "gone",
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


class Gate:
    """Opener of abc.py for one thread.

    `buffer` takes the datagrams of every DiagSocket that this gate opens; one dump at a time uses it. Home is where the thread is now.
    Raises OpenError when /proc cannot say where that is.
    """

    def __init__(self, buffer: bytearray) -> None:
        self._buffer = memoryview(buffer)
        self._thread = threading.get_ident()
        try:
            self._links = os.open("/proc/thread-self/ns", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                self._home = os.open("net", HANDLE_FLAGS, dir_fd=self._links)
            except OSError:
                os.close(self._links)
                raise
        except OSError as error:
            reason = _REASONS.get(error.errno or 0, "system")
            raise errors.OpenError(
                reason, "cannot read /proc/thread-self/ns/net, this thread's own namespace: is procfs mounted?", error.errno or 0
            ) from error
        home = os.fstat(self._home)
        self._home_inode = home.st_ino
        self._home_link = f"net:[{home.st_ino}]"
        self._nsfs = home.st_dev
        """The kernel has one nsfs superblock, so its device tells a namespace from any other file."""

    def open(self, namespace: Namespace) -> DiagSocket:
        """A diag socket in that namespace; the thread is where it was before, or Stranded is raised.

        OpenError.reason: `gone`, `not_a_namespace`, `recycled` (another namespace has its place now), `permission`, `descriptors`,
        `memory`, `no_diag`, `elsewhere` (setns worked and led to another place), `system`.
        """
        if threading.get_ident() != self._thread:
            raise RuntimeError("a Gate was used by another thread than the one that made it")
        try:
            if not namespace.path:
                if namespace.inode != self._home_inode:
                    raise _refusal(namespace, "recycled", f"this thread's own namespace is {self._home_link}")
                return DiagSocket(namespace.inode, self._buffer)
            handle = os.open(namespace.path, HANDLE_FLAGS)
            try:
                self._check(handle, namespace)
                return self._visit(handle, namespace)
            finally:
                os.close(handle)
        except OSError as error:
            reason = _REASONS.get(error.errno or 0, "system")
            raise _refusal(namespace, reason, _ADVICE[reason], error.errno or 0) from error

    def close(self) -> None:
        """Give back the two descriptors that it holds, both of the thread's own namespace."""
        for descriptor in (self._home, self._links):
            os.close(descriptor)

    def _check(self, handle: int, namespace: Namespace) -> None:
        """Is this the namespace that was asked for?"""
        found = os.fstat(handle)
        if found.st_dev != self._nsfs:
            raise _refusal(namespace, "not_a_namespace", "the file is no namespace, maybe what a removed one left behind: delete it")
        if found.st_ino != namespace.inode:
            raise _refusal(namespace, "recycled", f"net:[{found.st_ino}] has its place now")

    def _visit(self, handle: int, namespace: Namespace) -> DiagSocket:
        """Enter, open the socket, go home whatever happened."""
        if _setns(handle, CLONE_NEWNET):
            number = ctypes.get_errno()
            if number == errno.EINVAL:
                raise _refusal(namespace, "not_a_namespace", "it is a namespace of another kind than network", number)
            raise OSError(number, os.strerror(number))
        transport: DiagSocket | None = None
        try:
            if (link := self._where()) != f"net:[{namespace.inode}]":
                raise _refusal(namespace, "elsewhere", f"setns led to {link}")
            transport = DiagSocket(namespace.inode, self._buffer)
        finally:
            self._go_home(namespace, transport)
        return transport

    def _go_home(self, namespace: Namespace, transport: DiagSocket | None) -> None:
        number = ctypes.get_errno() if _setns(self._home, CLONE_NEWNET) else 0
        if number == 0 and self._where() == self._home_link:
            return
        if transport is not None:
            transport.close()
        what = f"the way home from namespace {namespace.name} to {self._home_link} failed; this thread must end"
        raise errors.Stranded("stranded", what, number)

    def _where(self) -> str:
        """`net:[inode]` of the namespace where this thread is; empty when /proc does not say."""
        try:
            return os.readlink("net", dir_fd=self._links)
        except OSError:
            return ""


def _refusal(namespace: Namespace, reason: str, what: str, number: int = 0) -> errors.OpenError:
    place = f" ({namespace.path})" if namespace.path else ""
    return errors.OpenError(reason, f"namespace {namespace.name} net:[{namespace.inode}]{place}: {what}", number)
