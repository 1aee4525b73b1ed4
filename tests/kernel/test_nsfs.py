"""File handles of namespaces: what they say, what they open, and that a dead one opens nothing."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces, descriptors, few_descriptors, in_thread, left_to_its_sockets, where, without

from xtcp_ebpf.kernel import nsfs

pytestmark = pytest.mark.kernel

OWN = "/proc/self/ns/net"
with_handles = pytest.mark.skipif(not nsfs.handle_of(OWN), reason="no nsfs file handles before Linux 6.18")


@pytest.fixture
def own() -> Iterator[int]:
    """A descriptor of our own namespace."""
    descriptor = os.open(OWN, nsfs.HANDLE_FLAGS)
    yield descriptor
    os.close(descriptor)


@with_handles
def test_handle_says_who_it_is(spaces: Spaces, own: int) -> None:
    """Inode, kind and cookie of a namespace, through a mount or a link; and it can be built from cookie and inode alone."""
    namespace = spaces.known(spaces.make("a"))
    link = spaces.directory / "link"
    link.symlink_to(namespace.path)
    for path in (namespace.path, str(link)):
        assert nsfs.handle_of(path) == nsfs.Handle(namespace.cookie, nsfs.CLONE_NEWNET, namespace.inode)
    directory = os.open(spaces.directory, os.O_RDONLY)
    assert nsfs.handle_of("a", directory) == nsfs.handle_of(namespace.path)
    os.close(directory)
    opened = nsfs.open_handle(own, namespace.cookie, namespace.inode)
    assert os.fstat(opened).st_ino == namespace.inode
    assert not os.get_inheritable(opened)
    os.close(opened)


def test_what_has_no_handle(tmp_path: Path) -> None:
    """Other files, and what is not there, have none."""
    (tmp_path / "plain").touch()
    for path in (tmp_path / "plain", tmp_path / "missing", tmp_path, Path("/dev/null")):
        assert nsfs.handle_of(str(path)) is None


@with_handles
def test_a_dead_namespace_is_stale(spaces: Spaces, own: int) -> None:
    """ESTALE for one that has died, for a cookie that never was, and for the right cookie with another inode."""
    namespace = spaces.known(spaces.make("a"))
    spaces.remove(namespace)
    deadline = time.monotonic() + 10
    with pytest.raises(OSError, match=r"[Ss]tale") as caught:
        while time.monotonic() < deadline:  # the kernel takes namespaces apart in a worker of its own
            os.close(nsfs.open_handle(own, namespace.cookie, namespace.inode))
            time.sleep(0.02)
    assert caught.value.errno == errno.ESTALE
    other = spaces.known(spaces.make("b"))
    for cookie, inode in ((1 << 40, other.inode), (other.cookie, other.inode + 1)):
        with pytest.raises(OSError, match=r"[Ss]tale"):
            nsfs.open_handle(own, cookie, inode)


@with_handles
def test_whether_one_lives(spaces: Spaces) -> None:
    """One that something holds does, and one that died does not, nor one whose cookie or inode is another; nothing stays open."""
    namespace = spaces.known(spaces.make("a"))
    holder = os.open(namespace.path, nsfs.HANDLE_FLAGS)
    before = descriptors()
    assert nsfs.lives("/proc/self/ns/net", namespace.cookie, namespace.inode)
    assert not nsfs.lives("/proc/self/ns/net", namespace.cookie, namespace.inode + 1)
    assert not nsfs.lives("/proc/self/ns/net", 1 << 40, namespace.inode)
    spaces.remove(namespace)
    assert nsfs.lives("/proc/self/ns/net", namespace.cookie, namespace.inode)
    assert descriptors() == before
    os.close(holder)
    deadline = time.monotonic() + 10
    while nsfs.lives("/proc/self/ns/net", namespace.cookie, namespace.inode) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not nsfs.lives("/proc/self/ns/net", namespace.cookie, namespace.inode)


@with_handles
def test_in_doubt_it_lives(tmp_path: Path) -> None:
    """No descriptor left, for the file or for the namespace; no such file; a file of no namespace: nothing says that it is dead."""
    for free in (0, 1):
        with few_descriptors(free):
            assert nsfs.lives("/proc/self/ns/net", 1 << 40, 1) == (free == 0)
    own = nsfs.handle_of("/proc/self/ns/net")
    assert own
    with few_descriptors(1):
        assert nsfs.lives("/proc/self/ns/net", own.cookie, own.inode)
    assert nsfs.lives(str(tmp_path / "missing"), 1 << 40, 1)


@with_handles
def test_whether_handles_can_be_used(tmp_path: Path) -> None:
    """They can here, and for a thread that may not enter namespaces they cannot; nor where there is no namespace."""
    assert nsfs.opens_handles("/proc/thread-self/ns/net")
    assert not without(21, work=lambda: nsfs.opens_handles("/proc/thread-self/ns/net"))  # CAP_SYS_ADMIN
    assert not nsfs.opens_handles(str(tmp_path))


def test_who_opens_what_only_a_socket_holds(spaces: Spaces) -> None:
    """Up to Linux 6.18; and this kernel does as its release says."""
    assert [nsfs.opens_unheld(release) for release in ("6.18.44", "6.19.0-rc1", "7.3.2+deb13-cloud-amd64", "5.10", "strange")] == [
        True,
        False,
        False,
        True,
        True,
    ]
    if not nsfs.opens_handles(OWN):
        return
    namespace = spaces.known(spaces.make("a"))
    spaces.listen(namespace)
    left_to_its_sockets(spaces, namespace)
    assert nsfs.lives(OWN, namespace.cookie, namespace.inode) is nsfs.opens_unheld(os.uname().release)


def test_enter(spaces: Spaces) -> None:
    """The calling thread moves, and no other; what is no namespace is refused."""
    namespace = spaces.make("a")

    def work() -> str:
        descriptor = os.open(namespace.path, nsfs.HANDLE_FLAGS)
        nsfs.enter(descriptor)
        os.close(descriptor)
        return where()

    home = where()
    assert in_thread(work) == f"net:[{namespace.inode}]"
    assert where() == home
    null = os.open("/dev/null", os.O_RDONLY)
    with pytest.raises(OSError, match="Invalid argument"):
        nsfs.enter(null)
    os.close(null)
