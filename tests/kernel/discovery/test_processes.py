"""One process stands for each namespace, and nothing is read twice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from xtcp_ebpf.kernel.discovery.processes import Process, Processes, inode_of

ID = "a1" * 32


@pytest.fixture
def proc(tmp_path: Path) -> Iterator[int]:
    """Processes 1 and 2 in our own namespace 1, 10 and 11 in namespace 5."""
    for pid, inode in {"1": 1, "2": 1, "10": 5, "11": 5}.items():
        add(tmp_path, pid, inode)
    descriptor = os.open(tmp_path, os.O_RDONLY)
    yield descriptor
    os.close(descriptor)


def add(root: Path, pid: str, inode: int, container: str = "") -> None:
    """A process, or what it has become."""
    (root / pid / "ns").mkdir(parents=True, exist_ok=True)
    (root / pid / "ns/net").unlink(missing_ok=True)
    (root / pid / "ns/net").symlink_to(f"net:[{inode}]")
    (root / pid / "cgroup").write_text(f"0::/docker/{container}\n")


def scanned(processes: Processes, root: int, thorough: bool = False) -> dict[int, Process]:
    """One scan without file handles."""
    processes.scan(root, "net:[1]", False, thorough)
    return processes.found


@pytest.mark.parametrize(("link", "inode"), [("net:[5]", 5), ("net:[x]", None), ("mnt:[5]", None), ("", None), ("net:[5] ", None)])
def test_inode_of(link: str, inode: int | None) -> None:
    """Only the link of a network namespace has one."""
    assert inode_of(link) == inode


def test_one_stands_for_all(proc: int) -> None:
    """Our own namespace is not among them; another has one of its processes."""
    (found,) = scanned(Processes(), proc).values()
    assert (found.inode, found.cookie, found.container) == (5, 0, "")
    assert found.pid in (10, 11)


def test_what_is_known_is_not_read_again(proc: int, tmp_path: Path) -> None:
    """The container is read when the namespace is new, when a scan is thorough, when it is doubted, when another process stands for it."""
    processes = Processes()
    pid = scanned(processes, proc)[5].pid
    for n in (10, 11):
        add(tmp_path, str(n), 5, ID)
    assert scanned(processes, proc)[5].container == ""
    assert scanned(processes, proc, thorough=True)[5].container == ID
    for n in (10, 11):
        add(tmp_path, str(n), 5)
    processes.doubt(5)
    assert scanned(processes, proc)[5].container == ""
    add(tmp_path, str(pid), 1)
    other = scanned(processes, proc)[5]
    assert {other.pid, pid} == {10, 11}


def test_those_that_may_not_be_looked_into(proc: int, tmp_path: Path) -> None:
    """They are counted; a process that ended is not one of them."""
    (tmp_path / "40").mkdir()
    (tmp_path / "50/ns").mkdir(parents=True)
    (tmp_path / "50/ns/net").write_text("not a link")
    processes = Processes()
    scanned(processes, proc)
    assert processes.invisible == 1
