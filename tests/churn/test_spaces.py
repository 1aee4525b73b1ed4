"""Namespaces and links as `ip` has them, and none of them left."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel.real_namespaces import in_thread, refuse

from xtcp_ebpf.churn import spaces
from xtcp_ebpf.errors import Stranded, UsageError
from xtcp_ebpf.kernel.nsfs import CLONE_NEWNET

pytestmark = pytest.mark.kernel

PREFIX = f"xc{os.getpid() % 10000}"


@pytest.fixture
def name() -> Iterator[str]:
    """One that is gone at the end, whatever the test does."""
    yield f"{PREFIX}-1"
    spaces.remove(f"{PREFIX}-1")


def test_made_and_removed(name: str) -> None:
    """What works inside is there: another namespace with lo up, known to `ip netns`; the caller is at home; then it is gone."""
    home = os.readlink("/proc/thread-self/ns/net")  # noqa: PTH115  the text of the link

    def inside() -> str:
        with socket.create_server(("127.0.0.1", 0)) as door, socket.create_connection(door.getsockname()):
            return os.readlink("/proc/thread-self/ns/net")  # noqa: PTH115  the same

    inode, cookie, place = spaces.make(name, inside)
    assert place == f"net:[{inode}]" != home == os.readlink("/proc/thread-self/ns/net")  # noqa: PTH115  the same
    assert cookie
    assert (Path("/run/netns") / name).stat().st_ino == inode
    assert name in subprocess.run(["ip", "netns"], capture_output=True, text=True, check=True).stdout
    assert spaces.leftovers(PREFIX) == [name]
    spaces.remove(name)
    spaces.remove(name)
    assert spaces.leftovers(PREFIX) == []


def test_work_that_fails_leaves_nothing(name: str) -> None:
    """The namespace is removed, the error is the work's own, and the thread is at home."""
    home = os.readlink("/proc/thread-self/ns/net")  # noqa: PTH115  the text of the link

    def fails() -> None:
        raise OSError(24, "no descriptor")

    with pytest.raises(OSError, match="no descriptor"):
        spaces.make(name, fails)
    assert spaces.leftovers(PREFIX) == []
    assert os.readlink("/proc/thread-self/ns/net") == home  # noqa: PTH115  the same


def test_links(name: str) -> None:
    """A pair whose host end has the namespace's name, and goes when it is told; a namespace that is not there is said."""
    spaces.make(name, lambda: None)
    links = spaces.Links()
    try:
        links.make(name)
        host_end = Path("/sys/class/net") / name
        assert host_end.exists()
        links.remove(name)
        end = time.monotonic() + 5
        while host_end.exists():
            assert time.monotonic() < end
            time.sleep(0.005)
        links.remove(name)
        with pytest.raises(OSError, match="No such file"):
            links.make("xc-none")
    finally:
        links.close()


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("xc-1-1", "xc-1-1"),
        ("xtcp-nstest-4711-12", "-nstest-4711-12"[1:]),
        ("xtcp-nstest-4194304-1234567", "4194304-1234567"),
        ("a-" + 14 * "1", 14 * "1"),
    ],
)
def test_host_end(name: str, end: str) -> None:
    """It is never longer than a link's name may be, and the numbers that tell one from another are in it."""
    assert spaces.host_end(name) == end
    assert len(end) <= 15


def test_the_way_home_fails(name: str) -> None:
    """That is no failed birth among others: Stranded, and the namespace is removed."""

    def work() -> None:
        refuse("setns", 1, CLONE_NEWNET, errno.EPERM)
        spaces.make(name, lambda: None)

    with pytest.raises(Stranded, match=r"the way home .*EPERM"):
        in_thread(work)
    assert spaces.leftovers(PREFIX) == []


def test_without_pyroute2(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the extra."""
    monkeypatch.setattr(spaces, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"pip install 'xtcp-ebpf\[netns\]'"):
        spaces.require_pyroute2()
