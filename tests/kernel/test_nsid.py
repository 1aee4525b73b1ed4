"""The ids are those that `ip netns` shows."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.churn import spaces
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.kernel import nsfs, nsid
from xtcp_ebpf.kernel.nsid import NsidTable

pytestmark = pytest.mark.kernel

PREFIX = f"xi{os.getpid() % 10000}"
_numbers = itertools.count(4711)
"""An id is free again only when the kernel has buried its namespace."""


@pytest.fixture
def made() -> Iterator[list[Namespace]]:
    """Three, without ids."""
    names = [f"{PREFIX}-{n}" for n in range(3)]
    try:
        found = []
        for name in names:
            inode, cookie, _ = spaces.make(name, lambda: None)
            found.append(Namespace(inode, name, f"/run/netns/{name}", "mount", cookie))
        yield found
    finally:
        for name in names:
            spaces.remove(name)


def assign(namespace: Namespace) -> int:
    """Give it an id."""
    number = next(_numbers)
    subprocess.run(["ip", "netns", "set", namespace.name, str(number)], check=True)
    return number


def test_ids(made: list[Namespace]) -> None:
    """By handle, by path where no cookie is known; our own has none; what was given later is seen by a thorough search."""
    table, second = NsidTable(), assign(made[1])
    own = Namespace(Path("/proc/self/ns/net").stat().st_ino, "default", "", "own")
    try:
        table.refresh([own, *made], True)
        assert [table.known(n) for n in (own, *made)] == [0, 0, second, 0]
        first = assign(made[0])
        table.refresh([own, *made], False)
        assert table.known(made[0]) == 0
        table.refresh([own, *(replace(n, cookie=0) for n in made)], True)
        assert [table.known(n) for n in made] == [first, second, 0]
        shown = subprocess.run(["ip", "netns", "list-id"], capture_output=True, text=True, check=True).stdout
        assert {str(first), str(second)} <= set(re.findall(r"nsid (\d+)", shown))
    finally:
        table.close()


def test_one_that_is_gone(made: list[Namespace]) -> None:
    """No id, and no error: its poll says what is wrong with it. What is no more is forgotten."""
    table = NsidTable()
    try:
        spaces.remove(made[1].name)
        table.refresh([replace(made[1], cookie=0)], True)
        assert table.known(made[1]) == 0
        table.refresh([], False)
        assert table._ids == {}
    finally:
        table.close()


def test_another_at_its_place(made: list[Namespace]) -> None:
    """The id of what has taken a namespace's name is not its own, whether its cookie is known or only its inode."""
    old = made[0]
    spaces.remove(old.name)
    spaces.make(old.name, lambda: None)
    assign(old)
    table = NsidTable()
    try:
        recycled = replace(old, inode=(spaces.PLACE / old.name).stat().st_ino)
        # Before Linux 6.18 a path does not tell a cookie, so one that has taken the inode too is not told apart.
        for known in (old, replace(old, cookie=0, inode=1), *((recycled,) if nsfs.opens_handles("/proc/self/ns/net") else ())):
            table.refresh([known], True)
            assert table.known(known) == 0
    finally:
        table.close()


def test_nothing_stays(made: list[Namespace]) -> None:
    """No thread, no descriptor, and the namespaces are held by nothing of it."""
    NsidTable().close()
    threads, files = threading.active_count(), len(list(Path("/proc/self/fd").iterdir()))
    table = NsidTable()
    table.refresh(made, True)
    links = {os.readlink(path) for path in Path("/proc/self/fd").iterdir() if path.is_symlink()}  # noqa: PTH115  the text
    assert not links & {f"net:[{n.inode}]" for n in made}
    table.close()
    assert (threading.active_count(), len(list(Path("/proc/self/fd").iterdir()))) == (threads, files)


def test_without_pyroute2(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names flag and extra."""
    monkeypatch.setattr(nsid, "find_spec", lambda _: None)
    with pytest.raises(BadFlag, match=r"-populateNsid: needs pyroute2.*xtcp-ebpf\[netns\]"):
        NsidTable()
