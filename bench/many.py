"""Network namespaces and processes in number, inside the room: bind mounts of /run/netns, and forked sleepers.

One thread makes all namespaces, one unshare each: the mount alone keeps it. They end with the room.
"""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

T = TypeVar("T")

PLACE = Path("/run/netns")
OWN_HASH = Path("/proc/sys/net/ipv4/tcp_child_ehash_entries")
"""Buckets of the established hash of namespaces made from here; 0: they share the host's (Linux 6.1)."""
_CLONE_NEWNET = 0x40000000
_MS_BIND = 0x1000
_HERE = "/proc/thread-self/ns/net"
_END_SECONDS = 30.0

_libc = ctypes.CDLL(None, use_errno=True)


def place() -> None:
    """/run/netns as the room's own empty directory: room.furnish() has mounted one only where the host has the directory."""
    if not PLACE.is_dir():
        PLACE.mkdir(0o755)
        subprocess.run(["mount", "-t", "tmpfs", "bench", str(PLACE)], check=True)


def in_thread(work: Callable[[], T]) -> T:
    """Run in a fresh thread, which may leave its namespace, and hand on what it answers or raises."""
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


def enter(descriptor: int) -> None:
    """The calling thread goes into a namespace."""
    _check(_libc.setns(descriptor, _CLONE_NEWNET))


def inside(name: str, work: Callable[[], T]) -> T:
    """Run in the namespace of that name."""

    def run() -> T:
        descriptor = os.open(PLACE / name, os.O_RDONLY | os.O_CLOEXEC)
        try:
            enter(descriptor)
        finally:
            os.close(descriptor)
        return work()

    return in_thread(run)


class Many:
    """Grows only."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.names: list[str] = []
        self._say = say
        self._sockets: list[socket.socket] = []

    def grow(self, count: int) -> None:
        """Make as many more as are missing to this number. SystemExit when the host cannot hold them."""
        for limit in ("user/max_net_namespaces", "fs/mount-max"):
            if (most := int(Path("/proc/sys", limit).read_text())) < count:
                raise SystemExit(f"bench: {count} namespaces are more than this host allows: sysctl {limit.replace('/', '.')} is {most}")
        names = [f"many{number}" for number in range(len(self.names), count)]

        def run() -> None:
            for name in names:
                self._make(name)

        in_thread(run)

    def make(self, name: str, own_hash: int = 0) -> None:
        """One with a name of its own, and where asked with its own established hash."""
        if own_hash:
            OWN_HASH.write_text(str(own_hash))
        try:
            in_thread(lambda: self._make(name))
        finally:
            if own_hash:
                OWN_HASH.write_text("0")

    def fill(self, name: str, pairs: int) -> None:
        """So many connections over its loopback, a listener besides; this process holds them."""
        subprocess.run(["ip", "-n", name, "link", "set", "lo", "up"], check=True)

        def run() -> None:
            door = socket.create_server(("127.0.0.1", 0))
            self._sockets.append(door)
            for _ in range(pairs):
                self._sockets.append(socket.create_connection(door.getsockname()))
                self._sockets.append(door.accept()[0])

        inside(name, run)

    def _make(self, name: str) -> None:
        try:
            _check(_libc.unshare(_CLONE_NEWNET))
            path = PLACE / name
            path.touch()
            _check(_libc.mount(_HERE.encode(), str(path).encode(), None, _MS_BIND, None))
        except OSError as error:
            raise SystemExit(f"bench: namespace {len(self.names) + 1} could not be made: {error.strerror}; ask for fewer") from error
        self.names.append(name)
        if len(self.names) % 1000 == 0:
            self._say(f"{len(self.names)} namespaces")


class Sleepers:
    """`with Sleepers(5000):` so many processes that do nothing, ended with the block."""

    def __init__(self, count: int) -> None:
        self._holder = subprocess.Popen([sys.executable, "-m", "bench.many", str(count)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        if self._holder.stdout is None or self._holder.stdout.readline() != b"ready\n":
            raise SystemExit(
                f"bench: {count} processes could not be made (exit {self._holder.wait()}): the message is above; ask for fewer"
            )

        self.pid = self._holder.pid
        """Their parent's."""

    def __enter__(self) -> Sleepers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            self._holder.communicate(timeout=_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._holder.kill()
            self._holder.wait()


def _hold(count: int) -> None:
    """Fork so many, say `ready`, end with standard input. Their end is the end of a pipe: it comes however this process ends."""
    read, write = os.pipe()
    for number in range(count):
        try:
            child = os.fork()
        except OSError as error:
            raise SystemExit(f"bench: process {number + 1} could not be made: {error.strerror}") from error
        if not child:
            os.close(write)
            os.read(read, 1)
            os._exit(0)
    os.write(1, b"ready\n")
    sys.stdin.read()
    os.close(write)
    for _ in range(count):
        os.wait()


def _check(result: int) -> None:
    if result:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


if __name__ == "__main__":
    _hold(int(sys.argv[1]))
