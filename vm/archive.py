"""Debian's archive by name of suite and package: an apt of our own, whose lists and downloads are in the cache.

The machine's own is not touched.

apt verifies each list by the archive's signature and each package by the SHA-256 in the list. The mirror is the one that this machine's apt
is configured with, or XTCP_VM_MIRROR and XTCP_VM_SECURITY_MIRROR.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from vm import store
from vm.store import Unavailable

KEYRING: Final = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
FRESH_S: Final = 24 * 3600
"""So long the lists of a suite are not fetched again."""
MIRROR, SECURITY_MIRROR = "XTCP_VM_MIRROR", "XTCP_VM_SECURITY_MIRROR"
_TARGETS: Final = ("indextargets", "--format", "$(REPO_URI) $(RELEASE) $(ORIGIN)", "Created-By: Packages")


class Suite:
    """One suite."""

    def __init__(self, name: str, folder: Path | None = None, environ: Mapping[str, str] = os.environ) -> None:
        self.name = name
        self._folder = (folder or store.home() / "apt") / name
        self._environ = environ

    def packages(self) -> list[str]:
        """Names of all packages that it has now."""
        self._update()
        return self._apt("apt-cache", "pkgnames").split()

    def download(self, names: Sequence[str], into: Path) -> list[Path]:
        """These packages and no others. Raises Unavailable."""
        self._update()
        self._apt("apt-get", "-q", "download", *names, where=into)
        return sorted(into.glob("*.deb"))

    def download_all(self, names: Sequence[str], into: Path) -> list[Path]:
        """These packages and all that they depend on, as if nothing were installed."""
        self._update()
        archives = into / "archives"
        (archives / "partial").mkdir(parents=True)
        self._apt(
            *("apt-get", "-q", "install", "-y", "--no-install-recommends", "--download-only"),
            *("-o", f"Dir::Cache::archives={archives}", "-o", "Debug::NoLocking=1", *names),
        )
        return sorted(archives.glob("*.deb"))

    def _update(self) -> None:
        stamp = self._folder / "updated"
        if stamp.exists() and time.time() - stamp.stat().st_mtime < FRESH_S:
            return
        for part in ("lists/partial", "cache/archives/partial"):
            (self._folder / part).mkdir(parents=True, exist_ok=True)
        (self._folder / "status").touch()
        if not KEYRING.exists():
            raise Unavailable(f"{KEYRING} is missing, by which Debian's archive is verified: apt install debian-archive-keyring")
        (self._folder / "sources.list").write_text(f"deb [arch=amd64 signed-by={KEYRING}] {self._mirror()} {self.name} main\n")
        self._apt("apt-get", "-q", "update", "--error-on=any")
        stamp.touch()

    def _mirror(self) -> str:
        security = self.name.endswith("-security")
        variable = SECURITY_MIRROR if security else MIRROR
        if given := self._environ.get(variable):
            return given
        for line in store.run([store.tool("apt-get", "apt"), *_TARGETS], Path("/")).splitlines():
            uri, release, origin = [*line.split(maxsplit=2), "", ""][:3]
            if origin == "Debian" and release.endswith("-security") == security:
                return uri
        kind = "Debian's security archive" if security else "Debian's archive"
        raise Unavailable(f"this machine's apt knows no mirror of {kind}: name one in {variable}")

    def _apt(self, command: str, *arguments: str, where: Path = Path("/")) -> str:
        settings = {
            "Dir::Etc::sourcelist": self._folder / "sources.list",
            "Dir::Etc::sourceparts": "/dev/null",
            "Dir::Etc::preferences": "/dev/null",
            "Dir::Etc::preferencesparts": "/dev/null",
            "Dir::State": self._folder,
            "Dir::State::lists": self._folder / "lists",
            "Dir::State::status": self._folder / "status",
            "Dir::Cache": self._folder / "cache",
            "APT::Architecture": "amd64",
            "APT::Architectures": "amd64",
            "APT::Sandbox::User": "root",
            "Acquire::Languages": "none",
            "Acquire::Retries": "3",
            "DPkg::Post-Invoke": "",
        }
        options = [word for name, value in settings.items() for word in ("-o", f"{name}={value}")]
        return store.run([store.tool(command, "apt"), *options, *arguments], where)
