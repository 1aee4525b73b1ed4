"""Namespaces and links as `ip` has them, and none of them left."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from xtcp_ebpf.churn import spaces
from xtcp_ebpf.errors import UsageError

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
    """A pair whose host end has the namespace's name, and goes when it is told; a name that is too long for a link is said."""
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
        with pytest.raises(OSError, match="at most 15 characters"):
            links.make("a-name-of-16-let")
        with pytest.raises(OSError, match="No such file"):
            links.make("xc-none")
    finally:
        links.close()


def test_without_pyroute2(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the extra."""
    monkeypatch.setattr(spaces, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"pip install 'xtcp-ebpf\[netns\]'"):
        spaces.require_pyroute2()
