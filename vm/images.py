"""A kernel's files in the cache: vmlinuz, and its modules as a part of the initramfs."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from vm import archive, cpio, modules, store
from vm.archive import Suite
from vm.kernels import Kernel, newest
from vm.store import Unavailable

VMLINUZ, MODULES = "vmlinuz", "modules.cpio"
INSIDE: Final = "modules"
"""Folder of the initramfs; the file `order` in it says in which order they are loaded."""
SPEC: Final = hashlib.sha256(repr((modules.NEEDED, modules.WANTED, modules.CONGESTION)).encode()).hexdigest()[:6]
"""Part of the folder's name: with other modules it is made anew."""


class NotInArchive(Unavailable):
    """The suite has no package of that line."""


class Image(NamedTuple):
    """What boots."""

    version: str
    vmlinuz: Path
    modules: Path


def image(kernel: Kernel, update: bool = False) -> Image:
    """The kernel's files; those that are here, unless `update` asks the archive for newer ones. Raises Unavailable."""
    kept = [] if update else sorted(_folder().glob(f"{kernel.name}@*@{SPEC}"), key=lambda path: path.stat().st_mtime)
    folder = kept[-1] if kept else _fetched(kernel)
    store.verified(folder)
    return Image(folder.name.split("@")[1], folder / VMLINUZ, folder / MODULES)


def _folder() -> Path:
    return store.home() / "kernels"


def _fetched(kernel: Kernel) -> Path:
    suite = Suite(kernel.suite)
    version, packages = newest(kernel, suite.packages())
    if not packages:
        raise NotInArchive(f"{kernel.suite} has no kernel {kernel.name} any more")
    what = f"kernel {version} from Debian's {kernel.suite} ({', '.join(packages)})"
    return store.made(_folder() / f"{kernel.name}@{version}@{SPEC}", what, lambda folder: _make(suite, packages, folder))


def _make(suite: archive.Suite, packages: tuple[str, ...], folder: Path) -> None:
    with TemporaryDirectory(dir=folder.parent) as work:
        unpacked = Path(work) / "unpacked"
        for package in suite.download(packages, Path(work)):
            store.run([store.tool("dpkg-deb", "dpkg"), "-x", package, unpacked], Path(work))
        shutil.copyfile(_one(unpacked, "boot/vmlinuz-*", "usr/lib/modules/*/vmlinuz"), folder / VMLINUZ)
        tree = modules.Tree(_one(unpacked, "lib/modules/*", "usr/lib/modules/*"))
        found = tree.closure(modules.NEEDED, (*modules.WANTED, *tree.congestion()))
    order = "".join(f"{name}.ko\n" for name in found).encode()
    entries = [cpio.Entry(f"{INSIDE}/order", order), *(cpio.Entry(f"{INSIDE}/{name}.ko", data) for name, data in found.items())]
    (folder / MODULES).write_bytes(cpio.archive(entries))


def _one(folder: Path, *patterns: str) -> Path:
    for pattern in patterns:
        if found := sorted(folder.glob(pattern)):
            return found[0]
    raise Unavailable(f"the kernel's packages have no {' or '.join(patterns)}")
