"""Where kernels and images are kept, outside the tree: made once, whole or not at all, and verified before each use.

${XDG_CACHE_HOME:-~/.cache}/xtcp-ebpf/vm
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

DIGESTS: Final = "digests.json"
UNFINISHED: Final = ".making-"
_WORDS: Final = 15


class Unavailable(RuntimeError):
    """Something that a guest is made of cannot be had, or is damaged. The message says what to do."""


def home(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of all that is kept."""
    cache = environ.get("XDG_CACHE_HOME")
    return (Path(cache) if cache else Path.home() / ".cache") / "xtcp-ebpf" / "vm"


def say(what: str) -> None:
    """Progress, on standard error."""
    sys.stderr.write(f"vm: {what}\n")
    sys.stderr.flush()


def made(folder: Path, what: str, make: Callable[[Path], None]) -> Path:
    """The folder. The first time `make` fills an empty one, which gets its name and the digests of its files when it is whole.

    `what`: what is made, for people. Two at once: the second waits. Raises Unavailable, and whatever `make` raises.
    """
    if folder.exists():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with (folder.parent / f".lock-{folder.name}").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            for left in folder.parent.glob(f"{UNFINISHED}{folder.name}@*"):
                shutil.rmtree(left)  # by a run that was killed: now we alone make it
            say(f"the first time: {what}, kept in {folder}")
            began = time.monotonic()
            with TemporaryDirectory(prefix=f"{UNFINISHED}{folder.name}@", dir=folder.parent) as work:
                (whole := Path(work) / "whole").mkdir()
                make(whole)
                seal(whole)
                whole.rename(folder)
            say(f"{folder.name} is ready after {time.monotonic() - began:.0f} s")
    return folder


def seal(folder: Path) -> None:
    """Write down the SHA-256 of each file."""
    digests = {path.name: digest(path) for path in sorted(folder.iterdir()) if path.is_file()}
    (folder / DIGESTS).write_text(json.dumps(digests, indent=1) + "\n")


def verified(folder: Path) -> Path:
    """The folder, with every file as it was made. Raises Unavailable."""
    try:
        digests = json.loads((folder / DIGESTS).read_text())
    except (OSError, ValueError) as error:
        raise Unavailable(f"{folder} has no digests that can be read ({error}): remove the folder, and it is made anew") from error
    for name, wanted in digests.items():
        if not (folder / name).is_file() or digest(folder / name) != wanted:
            raise Unavailable(f"{folder / name} is not what was fetched (wrong SHA-256): remove {folder}, and it is made anew")
    return folder


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def tool(name: str, package: str) -> str:
    """The path of a command. Raises Unavailable with the package that brings it."""
    found = shutil.which(name, path=os.environ.get("PATH", os.defpath) + ":/usr/sbin:/sbin")
    if found is None:
        raise Unavailable(f"{name} is missing: apt install {package}")
    return found


def run(command: Sequence[str | Path], where: Path, more: Mapping[str, str] | None = None) -> str:
    """What a command printed. Raises Unavailable with its last lines."""
    done = subprocess.run(
        [*map(str, command)], cwd=where, env={**os.environ, **(more or {})}, text=True, capture_output=True, stdin=subprocess.DEVNULL
    )
    if done.returncode:
        words = "\n".join((done.stdout + done.stderr).splitlines()[-_WORDS:])
        raise Unavailable(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{words}")
    return done.stdout
