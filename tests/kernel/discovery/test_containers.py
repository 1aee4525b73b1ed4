"""The container of a process, or nothing; never another process's."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from xtcp_ebpf.kernel.discovery.containers import container_of

ID = "a1" * 32


@pytest.fixture
def root(tmp_path: Path) -> Iterator[int]:
    """A procfs with process 30 in namespace 5."""
    (tmp_path / "30/ns").mkdir(parents=True)
    (tmp_path / "30/ns/net").symlink_to("net:[5]")
    (tmp_path / "30/cgroup").write_text(f"0::/system.slice/docker-{ID}.scope\n")
    descriptor = os.open(tmp_path, os.O_RDONLY)
    yield descriptor
    os.close(descriptor)


def test_the_container(root: int) -> None:
    """The 64 hex digits in its cgroup path."""
    assert container_of(root, "30", "net:[5]") == ID


def test_one_that_moved(root: int) -> None:
    """When the process is in another namespace by now nothing is said of the one before."""
    assert container_of(root, "30", "net:[6]") is None


def test_one_that_is_gone(root: int) -> None:
    """No file, no container."""
    assert container_of(root, "31", "net:[5]") == ""


def test_no_descriptor_left(root: int) -> None:
    """That says nothing about the process, so it is an error."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, before[1]))
    try:
        with pytest.raises(OSError, match="Too many open files"):
            container_of(root, "30", "net:[5]")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
