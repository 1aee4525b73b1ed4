"""The project as guests have it: built as its users install it, with its tests beside it, as an ext4 image laid over the userspace."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from vm import store
from vm.userspace import SITE, ext4

SOURCES: Final = ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE", "xtcp_ebpf", "bpf")
"""What the package is built from."""
BESIDE: Final = ("tests", "tools", "bench", "docs", "proto", "contrib", "pcaps", "vm")
"""What else a guest may need, as it is."""
NOT_SOURCE: Final = {"__pycache__", "built"}
BUILT: Final = {".so", ".pyc"}
_SPARE_MB: Final = 8
_KEPT: Final = 4
"""Built packages in the cache."""


def project(top: Path, into: Path) -> Path:
    """The image, made in the folder `into`; the package is built only when its sources have changed. Raises Unavailable."""
    built = _package(top)
    with TemporaryDirectory(dir=into) as work:
        tree = Path(work) / "tree"
        shutil.copytree(built / "site", tree / SITE)
        for name in (*BESIDE, "pyproject.toml", "Makefile"):
            source = top / name
            if source.is_dir():
                shutil.copytree(source, tree / "project" / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc", ".hypothesis"))
            elif source.exists():
                shutil.copy2(source, tree / "project" / name)
        bin_ = tree / "usr/local/bin"
        bin_.mkdir(parents=True)
        (bin_ / "xtcp-ebpf").write_text('#!/bin/sh\nexec python3 -m xtcp_ebpf "$@"\n')
        (bin_ / "xtcp-ebpf").chmod(0o755)
        image = into / "project.ext4"
        ext4(tree, image, _SPARE_MB)
    return image


def _package(top: Path) -> Path:
    home = store.home() / "project"
    folder = store.made(home / _state(top), "the project's package for guests", lambda whole: _build(top, whole))
    old = sorted(
        (path for path in home.iterdir() if path.is_dir() and not path.name.startswith(".")), key=lambda path: path.stat().st_mtime
    )
    for path in [path for path in old if path != folder][: -(_KEPT - 1)]:
        shutil.rmtree(path, ignore_errors=True)  # another run may be at it too
    return folder


def _build(top: Path, folder: Path) -> None:
    """From a copy: the checkout keeps no trace, and what an editable install has left there is not taken."""
    with TemporaryDirectory(dir=folder.parent) as work:
        copy = Path(work) / "copy"
        for name, path in _files(top):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, copy / name)
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "-q", "--root-user-action=ignore", "--no-compile"]
        line: list[str | Path] = [*pip, "--no-deps", "--no-build-isolation", "--target", folder / "site", copy]
        store.run(line, Path(work), {"XTCP_REQUIRE_C": "1", "XTCP_REQUIRE_BPF": "1"})


def _state(top: Path) -> str:
    found = hashlib.sha256(sys.version.encode())
    for name, path in _files(top):
        found.update(f"{name}\0{store.digest(path)}\n".encode())
    return found.hexdigest()[:16]


def _files(top: Path) -> Iterator[tuple[str, Path]]:
    for source in SOURCES:
        for path in sorted((top / source).rglob("*")) if (top / source).is_dir() else [top / source]:
            name = path.relative_to(top)
            if path.is_file() and path.suffix not in BUILT and not NOT_SOURCE.intersection(name.parts):
                yield name.as_posix(), path
