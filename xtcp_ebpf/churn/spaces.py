"""Network namespaces in /run/netns, as `ip netns` has them: made and removed by pyroute2, without a child process for each.

pyroute2's own create() forks, because the thread that unshares is lost to its process. Here that thread is a fresh one, or goes home again.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import re
import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from xtcp_ebpf.errors import Stranded, UsageError, errno_text
from xtcp_ebpf.kernel.diag_socket import netns_cookie
from xtcp_ebpf.kernel.nsfs import CLONE_NEWNET

T = TypeVar("T")

PLACE = Path("/run/netns")
LONGEST_LINK = 15
"""IFNAMSIZ less its NUL."""

_libc = ctypes.PyDLL(None, use_errno=True)
_SIOCGIFFLAGS, _SIOCSIFFLAGS, _IFF_UP = 0x8913, 0x8914, 1
_IFREQ = struct.Struct("=16sH14x")


def require_pyroute2() -> None:
    """Raises UsageError when it is not installed."""
    if find_spec("pyroute2") is None:
        raise UsageError("pyroute2 is not installed, which makes namespaces and links: pip install 'xtcp-ebpf[netns]'")


def make(name: str, work: Callable[[], T]) -> tuple[int, int, T]:
    """A new namespace of that name with lo up, and what `work` does inside it: (inode, cookie, its answer).

    Moves the calling thread there and home again. Raises OSError, FileExistsError when another has the name, or Stranded; what was made
    by then is removed.
    """
    from pyroute2 import netns

    ours = False
    try:
        with _going_home():
            _check(_libc.unshare(CLONE_NEWNET), f"a network namespace for {name}")
            ours = True
            try:
                netns.attach(name, "thread-self")
            except FileExistsError as error:
                ours = False
                taken = "there is a namespace of this name; `nstest -clean` removes what a killed run left"
                raise FileExistsError(errno.EEXIST, taken, name) from error
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
                _raise_lo(control)
                cookie = netns_cookie(control)
            answer = work()
    except BaseException:
        if ours:
            remove(name)
        raise
    return (PLACE / name).stat().st_ino, cookie, answer


def remove(name: str) -> None:
    """Unmount it and remove its file; one that is not there is fine."""
    from pyroute2 import netns

    with suppress(FileNotFoundError):
        netns.remove(name)


def leftovers(prefix: str) -> list[str]:
    """Names of all that are `prefix` and numbers, with dashes."""
    if not PLACE.is_dir():
        return []
    ours = re.compile(re.escape(prefix) + "(-[0-9]+)+")
    return sorted(path.name for path in PLACE.iterdir() if ours.fullmatch(path.name))


def host_end(name: str) -> str:
    """Of the link into that namespace: its name, or the end of it, where its numbers are, when a link cannot have so long a name."""
    return name[-LONGEST_LINK:].lstrip("-")


class Links:
    """veth pairs into namespaces: the host's end is named by host_end, the other one `eth0`."""

    def __init__(self) -> None:
        from pyroute2 import IPRoute

        self._route = IPRoute()

    def make(self, name: str) -> None:
        """Raises OSError."""
        descriptor = os.open(PLACE / name, os.O_RDONLY | os.O_CLOEXEC)
        try:
            self._route.link("add", ifname=host_end(name), kind="veth", peer={"ifname": "eth0", "net_ns_fd": descriptor})
        except Exception as error:  # NetlinkError is no OSError, and only pyroute2 knows it
            raise OSError(getattr(error, "code", errno.EIO), f"no veth pair: {error}", name) from error
        finally:
            os.close(descriptor)

    def remove(self, name: str) -> None:
        """The pair goes with its namespace too, but only when the kernel comes to that."""
        for index in self._route.link_lookup(ifname=host_end(name)):
            with suppress(Exception):  # it went by itself meanwhile
                self._route.link("del", index=index)

    def close(self) -> None:
        self._route.close()


@contextmanager
def _going_home() -> Iterator[None]:
    home = os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC)
    try:
        yield
    finally:
        try:
            if _libc.setns(home, CLONE_NEWNET):
                raise Stranded("stranded", "the way home from a namespace just made failed", ctypes.get_errno())
        finally:
            os.close(home)


def _raise_lo(control: socket.socket) -> None:
    """By ioctl: a netlink socket of pyroute2 for each namespace would cost more than the namespace."""
    name, flags = _IFREQ.unpack(fcntl.ioctl(control, _SIOCGIFFLAGS, _IFREQ.pack(b"lo", 0)))
    fcntl.ioctl(control, _SIOCSIFFLAGS, _IFREQ.pack(name, flags | _IFF_UP))


def _check(result: int, what: str) -> None:
    if result:
        number = ctypes.get_errno()
        advice = " (run as root)" if number == errno.EPERM else ""
        raise OSError(number, f"{what}: {errno_text(number)}{advice}")
