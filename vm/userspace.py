"""The root of every guest: packages of Debian 12, unpacked, with what the project and its tests import from PyPI, as one ext4 image.

No maintainer script runs, nothing is mounted, and nobody needs to be root. The same image is under every kernel.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from vm import store
from vm.archive import Suite

SUITE: Final = "bookworm"
PYTHON: Final = "3.11"
PACKAGES: Final = (
    *("python3", "iproute2", "libbpf1", "bpftool", "python3-bpfcc", "busybox-static", "libffi8"),
    *("bash", "coreutils", "dash", "findutils", "grep", "hostname", "libc-bin", "libcap2-bin", "mount", "procps", "sed", "util-linux"),
)
GROUPS, EXTRAS = ("test",), ("netns", "grpc")
"""Dependency groups and extras of pyproject.toml that go in, beside the project's own dependencies."""
PLATFORMS: Final = ("manylinux_2_36", "manylinux_2_34", "manylinux_2_28", "manylinux_2_17", "manylinux2014")
"""Of wheels that run on it: its C library is 2.36."""
LINKED: Final = ("bin", "lib", "lib64", "sbin")
SITE: Final = f"usr/local/lib/python{PYTHON}/dist-packages"
UNUSED: Final = ("usr/share/doc", "usr/share/man", "usr/share/info", "usr/share/locale", "usr/share/lintian", "usr/share/bcc")
ETC: Final = {
    "passwd": "root:x:0:0:root:/root:/bin/bash\nguest:x:1000:1000::/:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n",
    "group": "root:x:0:\nguest:x:1000:\nnogroup:x:65534:\n",
    "hosts": "127.0.0.1 localhost guest\n::1 localhost\n",
    "hostname": "guest\n",
    "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\n",
}
_LABEL: Final = "2"
"""Part of the image's name: another one makes it anew."""
_SPARE_MB: Final = 64


class Userspace(NamedTuple):
    """Files in the cache."""

    root: Path
    """ext4."""
    busybox: Path
    """For the initramfs."""


def userspace(top: Path, update: bool = False) -> Userspace:
    """The image for the project in `top`. Raises Unavailable."""
    wanted = requirements(top)
    spec = json.dumps([_LABEL, SUITE, PACKAGES, wanted, sorted(ETC.items())])
    folder = store.home() / "userspace" / f"{SUITE}-{hashlib.sha256(spec.encode()).hexdigest()[:12]}"
    if update and folder.exists():
        shutil.rmtree(folder)
    store.made(
        folder,
        f"{len(PACKAGES)} packages of Debian {SUITE} and what they need, and {len(wanted)} from PyPI",
        lambda into: _make(wanted, into),
    )
    store.verified(folder)
    return Userspace(folder / "root.ext4", folder / "busybox")


def requirements(top: Path) -> list[str]:
    """What pip installs: what the project asks for in pyproject.toml."""
    project = tomllib.loads((top / "pyproject.toml").read_text())
    groups, extras = project["dependency-groups"], project["project"]["optional-dependencies"]
    listed = [*(groups[name] for name in GROUPS), *(extras.get(name, ()) for name in EXTRAS)]
    return sorted({*project["project"]["dependencies"], *(each for names in listed for each in names)})


def _make(wanted: list[str], folder: Path) -> None:
    with TemporaryDirectory(dir=folder.parent) as scratch:
        work = Path(scratch)
        root = work / "root"
        for name in LINKED:
            (root / "usr" / name).mkdir(parents=True)
            (root / name).symlink_to(f"usr/{name}")
        store.say(f"fetching packages of {SUITE}")
        tar, dpkg = store.tool("tar", "tar"), store.tool("dpkg-deb", "dpkg")
        packages = Suite(SUITE).download_all(PACKAGES, work)
        store.say(f"unpacking {len(packages)} packages")
        for package in packages:
            line = f'"{dpkg}" --fsys-tarfile "{package}" | "{tar}" -x --keep-directory-symlink --no-same-owner -C "{root}"'
            store.run(["sh", "-c", line], work)
        shutil.rmtree(root / "var/run", ignore_errors=True)
        (root / "var/run").symlink_to("/run")
        for name in UNUSED:
            shutil.rmtree(root / name, ignore_errors=True)
        for name, text in ETC.items():
            (root / "etc" / name).write_text(text)
        store.say("installing what Python needs")
        _pip(wanted, root / SITE, work)
        _compile(root, work)
        shutil.copyfile(root / "bin/busybox", folder / "busybox")
        (folder / "packages.txt").write_text("".join(f"{package.name}\n" for package in packages))
        ext4(root, folder / "root.ext4", _SPARE_MB)


def _pip(wanted: list[str], site: Path, work: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "-q", "--root-user-action=ignore", "--no-compile"]
    platforms = [word for platform in PLATFORMS for word in ("--platform", f"{platform}_x86_64")]
    line: list[str | Path] = [
        *pip,
        "--only-binary=:all:",
        "--python-version",
        PYTHON,
        "--implementation",
        "cp",
        *platforms,
        "--target",
        site,
        *wanted,
    ]
    store.run(line, work)


def _compile(root: Path, work: Path) -> None:
    """Bytecode that needs no look at its source: Python starts in a third of the time. Only by the same Python that will run it."""
    if f"{sys.version_info[0]}.{sys.version_info[1]}" == PYTHON:
        line: list[str | Path] = [
            sys.executable,
            "-m",
            "compileall",
            "-q",
            "--invalidation-mode",
            "unchecked-hash",
            "-x",
            "lib2to3|/test/|bad_",
        ]
        store.run([*line, "-s", root, "-p", "/", root / f"usr/lib/python{PYTHON}", root / "usr/lib/python3", root / SITE], work)


def ext4(tree: Path, image: Path, spare_mb: int) -> None:
    """An image of a folder, no larger than it needs to be."""
    used = sum((path.lstat().st_size + 4095) // 4096 + 1 for path in tree.rglob("*")) * 4096
    size_mb = used // (1 << 20) * 11 // 10 + spare_mb
    form = [store.tool("mke2fs", "e2fsprogs"), "-q", "-t", "ext4", "-O", "^has_journal", "-m", "0", "-E", "root_owner=0:0"]
    store.run([*form, "-d", tree, image, f"{size_mb}M"], image.parent)
