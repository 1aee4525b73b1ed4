"""Real network namespaces and real lack of rights for tests, each in a thread of its own that ends with the call."""

from __future__ import annotations

import ctypes
import fcntl
import os
import resource
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.diag_socket import connected

T = TypeVar("T")

_libc = ctypes.CDLL(None, use_errno=True)
_CLONE_NEWNET = 0x40000000
_MS_BIND = 0x1000
_MNT_DETACH = 2
_CAPABILITY_V3 = 0x20080522


def in_thread(work: Callable[[], T]) -> T:
    """Run in a fresh thread, whose namespace and rights may be changed, and hand on what it answers or raises."""
    answers: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            answers.append(work())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return answers[0]


def without(*capabilities: int, work: Callable[[], T]) -> T:
    """Run with these capabilities (by number) taken from the thread's effective set."""

    def run() -> T:
        header = (ctypes.c_uint32 * 2)(_CAPABILITY_V3, 0)
        sets = (ctypes.c_uint32 * 6)()
        _check(_libc.capget(header, sets))
        for number in capabilities:
            sets[number // 32 * 3] &= ~(1 << number % 32)
        _check(_libc.capset(header, sets))
        return work()

    return in_thread(run)


SYSCALLS = {
    "x86_64": {"socket": 41, "getsockopt": 55, "openat": 257, "open_by_handle_at": 304, "setns": 308},
    "aarch64": {"socket": 198, "getsockopt": 209, "openat": 56, "open_by_handle_at": 265, "setns": 268},
}


def refuse(call: str, argument: int, value: int, number: int) -> None:
    """From now on the kernel answers one system call of this thread with an errno, where that argument has that value (seccomp).

    There is no way back: use it in a thread that ends.
    """
    program = b"".join(
        struct.pack("=HBBI", *line)
        for line in (
            (0x20, 0, 0, 0),  # load the number of the call
            (0x15, 0, 3, SYSCALLS[os.uname().machine][call]),
            (0x20, 0, 0, 16 + 8 * argument),  # load the low half of the argument
            (0x15, 0, 1, value & 0xFFFFFFFF),
            (0x06, 0, 0, 0x00050000 | number),  # an errno
            (0x06, 0, 0, 0x7FFF0000),  # go on
        )
    )
    code = ctypes.create_string_buffer(program, len(program))
    described = ctypes.create_string_buffer(struct.pack("@HP", len(program) // 8, ctypes.addressof(code)))
    _check(_libc.prctl(38, 1, 0, 0, 0))  # PR_SET_NO_NEW_PRIVS
    _check(_libc.prctl(22, 2, described))  # PR_SET_SECCOMP, SECCOMP_MODE_FILTER


def descriptors() -> int:
    """How many this process has open."""
    return len(list(Path("/proc/self/fd").iterdir()))


@contextmanager
def few_descriptors(free: int) -> Iterator[None]:
    """Let this process open so many more, and check at the end that none of them is open."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    held = [os.open("/dev/null", os.O_RDONLY | os.O_CLOEXEC)]
    highest = max(int(entry.name) for entry in Path("/proc/self/fd").iterdir())
    while held[-1] < highest:  # fill the gaps below, so that the limit counts
        held.append(os.open("/dev/null", os.O_RDONLY | os.O_CLOEXEC))
    before = descriptors()
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(held) + 1 + free, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        after = descriptors()
        for descriptor in held:
            os.close(descriptor)
    assert after == before


def where() -> str:
    """`net:[inode]` of the calling thread."""
    return str(Path("/proc/thread-self/ns/net").readlink())


class Spaces:
    """Namespaces as bind mounts in a directory of the test."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        directory.mkdir()
        self._mounts: list[Path] = []
        self._sockets: list[socket.socket] = []

    def make(self, name: str) -> Namespace:
        """A new namespace, held by its mount only."""

        def unshare() -> None:
            _check(_libc.unshare(_CLONE_NEWNET))
            self.mount("/proc/thread-self/ns/net", self.directory / name)

        in_thread(unshare)
        path = self.directory / name
        return Namespace(path.stat().st_ino, name, str(path), "mount")

    def mount(self, source: str, target: Path) -> None:
        """Bind-mount any file."""
        target.touch()
        _check(_libc.mount(source.encode(), str(target).encode(), None, _MS_BIND, None))
        self._mounts.append(target)

    def inside(self, namespace: Namespace, work: Callable[[], T]) -> T:
        """Run in that namespace."""

        def run() -> T:
            handle = os.open(namespace.path, os.O_RDONLY)
            try:
                _check(_libc.setns(handle, _CLONE_NEWNET))
            finally:
                os.close(handle)
            return work()

        return in_thread(run)

    def known(self, namespace: Namespace) -> Namespace:
        """The same with its cookie."""

        def cookie() -> int:
            diag, _, found = connected()
            diag.close()
            return found

        return replace(namespace, cookie=self.inside(namespace, cookie))

    def loopback(self, namespace: Namespace) -> None:
        """Set `lo` up."""

        def up() -> None:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
                fcntl.ioctl(sock, 0x8914, struct.pack("16sH14x", b"lo", 1))  # SIOCSIFFLAGS, IFF_UP

        self.inside(namespace, up)

    def keep(self, sock: socket.socket) -> None:
        """Close it when the test ends."""
        self._sockets.append(sock)

    def listen(self, namespace: Namespace, count: int = 1, family: int = socket.AF_INET) -> list[int]:
        """So many listening sockets there, open until the test ends; answers their ports."""

        def run() -> list[int]:
            return [listening(self._sockets, family) for _ in range(count)]

        return self.inside(namespace, run)

    def remove(self, namespace: Namespace) -> None:
        """Take the mount and its file away, as `ip netns del` does."""
        path = Path(namespace.path)
        _check(_libc.umount2(str(path).encode(), _MNT_DETACH))
        self._mounts.remove(path)
        path.unlink()

    def remove_all(self) -> None:
        for sock in self._sockets:
            sock.close()
        for path in self._mounts:
            _libc.umount2(str(path).encode(), _MNT_DETACH)


def listening(keep: list[socket.socket], family: int = socket.AF_INET) -> int:
    """A listening socket where the thread is; its port."""
    sock = socket.socket(family, socket.SOCK_STREAM)
    keep.append(sock)
    sock.bind(("", 0))
    sock.listen()
    port: int = sock.getsockname()[1]
    return port


def _check(result: int) -> None:
    if result:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def left_to_its_sockets(spaces: Spaces, namespace: Namespace) -> None:
    """Nothing but sockets holds it any more. Where it then opens for nobody (Linux 6.19), that has come about."""
    spaces.remove(namespace)
    until = time.monotonic() + 10
    while not nsfs.opens_unheld(os.uname().release) and nsfs.lives("/proc/thread-self/ns/net", namespace.cookie, namespace.inode):
        assert time.monotonic() < until, "its handle goes on to open it"
        time.sleep(0.01)  # a bounded poll
