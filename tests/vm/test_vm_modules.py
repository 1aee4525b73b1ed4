"""Modules are found with what they need, and come in an order in which they can be loaded."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from vm.modules import Tree, depends
from vm.store import Unavailable


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """tcp_diag needs inet_diag, tcp_bbr nothing; ext4 is built in."""
    ipv4 = tmp_path / "kernel/net/ipv4"
    ipv4.mkdir(parents=True)
    (ipv4 / "tcp_diag.ko.xz").write_bytes(lzma.compress(b"ELF\0license=GPL\0depends=inet-diag,ext4\0name=tcp_diag\0"))
    (ipv4 / "inet_diag.ko").write_bytes(b"ELF\0depends=\0")
    (ipv4 / "tcp_bbr.ko").write_bytes(b"depends=\0")
    (ipv4 / "tcp_bbr.ko.sig").write_bytes(b"no module")
    (tmp_path / "modules.builtin").write_text("kernel/fs/ext4/ext4.ko\n")
    return Tree(tmp_path)


def test_the_order(tree: Tree) -> None:
    """What is needed comes first, once, unpacked; what is built in, and what there is not, is left out."""
    found = tree.closure(["ext4", "tcp_diag", "inet_diag"], ["nlmon", "tcp_bbr"])
    assert list(found) == ["inet_diag", "tcp_diag", "tcp_bbr"]
    assert found["tcp_diag"].startswith(b"ELF")


def test_congestion_controls(tree: Tree) -> None:
    """All that lie there but for what is none."""
    assert tree.congestion() == ["tcp_bbr"]


def test_one_that_is_needed(tree: Tree) -> None:
    """Without it there is no guest."""
    with pytest.raises(Unavailable, match="no module virtio_blk"):
        tree.closure(["virtio_blk"], [])


def test_depends() -> None:
    """At the start of the section, behind another line, or not at all."""
    assert depends(b"depends=a-b,c\0") == ["a_b", "c"]
    assert depends(b"x\0depends=\0") == []
    assert depends(b"nothing") == []
