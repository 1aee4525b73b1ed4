"""The real `go tool pprof`, built once from the sources that come with Go: Go ships it as sources since 1.25."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from servers.cache import GO, go, made, run


def obtain() -> Path:
    """The program. Raises CannotMake."""

    def build(folder: Path) -> None:
        command, environment = go()
        run([command, "build", "-trimpath", "-ldflags=-s -w", "-o", str(folder / "pprof"), "cmd/pprof"], folder, environment)

    return made("go-pprof", GO, build) / "pprof"


def opened(source: str | Path, *flags: str, scratch: Path) -> str:
    """What it prints of a file or URL. Raises CalledProcessError. It keeps what it fetches in `scratch`."""
    environment = {**os.environ, "PPROF_TMPDIR": str(scratch), "HOME": str(scratch)}
    done = subprocess.run([obtain(), *flags, str(source)], env=environment, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout
