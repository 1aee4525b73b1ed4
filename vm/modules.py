"""The kernel modules that a guest loads, with those that they need, in an order in which they can be loaded. No depmod, and no modprobe."""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Final

from vm.store import Unavailable

NEEDED: Final = ("virtio_mmio", "virtio_blk", "virtio_console", "ext4", "overlay", "tcp_diag")
"""Without one of these there is no guest."""
WANTED: Final = (
    *("veth", "nlmon", "dummy", "macvlan", "sch_netem", "sch_fq", "cls_cgroup", "mptcp_diag", "udp_diag"),
    *("tls", "ctr", "gcm", "ghash_generic", "ccm", "seqiv", "aes_generic"),  # what TLS in the kernel is made of
)
"""Loaded where the kernel has them."""
CONGESTION: Final = "kernel/net/ipv4/tcp_*.ko*"
"""And every congestion control there is."""
NOT_CONGESTION: Final = frozenset({"tcp_diag"})
_SUFFIXES: Final = (".ko", ".ko.xz")


class Tree:
    """The modules of one kernel: the folder /lib/modules/VERSION of its package."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = {_plain(path): path for path in folder.rglob("*.ko*") if path.name.endswith(_SUFFIXES)}
        listed = folder / "modules.builtin"
        self._builtin = {_plain(PurePath(line.strip())) for line in listed.read_text().splitlines()} if listed.exists() else set()

    def congestion(self) -> list[str]:
        """Names of the modules that are congestion controls."""
        return sorted({_plain(path) for path in self._folder.glob(CONGESTION)} - NOT_CONGESTION)

    def closure(self, needed: Iterable[str], wanted: Iterable[str]) -> dict[str, bytes]:
        """Name -> module, in the order of loading; what is built in is left out. Raises Unavailable when a needed one is nowhere."""
        found: dict[str, bytes] = {}
        for name in needed:
            if missing := [each for each in self._add(name, found) if each == name]:
                raise Unavailable(f"the kernel in {self._folder} has no module {missing[0]}")
        for name in wanted:
            list(self._add(name, found))
        return found

    def _add(self, name: str, found: dict[str, bytes]) -> Iterator[str]:
        """Adds one and what it depends on; yields what there is not."""
        if name in found or name in self._builtin:
            return
        if name not in self._files:
            yield name
            return
        data = _read(self._files[name])
        for each in depends(data):
            yield from self._add(each, found)
        found[name] = data


def depends(module: bytes) -> list[str]:
    """What a module says that it needs."""
    for start in (b"\0depends=", b"depends="):
        at = module.find(start)
        if at >= 0:
            value = module[at + len(start) : module.index(b"\0", at + len(start))].decode()
            return [name.replace("-", "_") for name in value.split(",") if name]
    return []


def _read(path: Path) -> bytes:
    data = path.read_bytes()
    return lzma.decompress(data) if path.suffix == ".xz" else data


def _plain(path: PurePath) -> str:
    return path.name.split(".ko")[0].replace("-", "_")
