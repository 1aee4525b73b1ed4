"""grpcurl, the client that people use by hand, built from its Go module."""

from __future__ import annotations

import subprocess
from pathlib import Path

from servers.cache import go_program

VERSION = "1.9.3"


def obtain() -> Path:
    """The program. Raises CannotMake."""
    return go_program("grpcurl", "github.com/fullstorydev/grpcurl", f"v{VERSION}", "cmd/grpcurl")


def grpcurl(*words: str) -> tuple[int, str]:
    """What it ended with, and said. A Unix socket is `unix:///PATH` to it: its flag -unix does not work in this version."""
    done = subprocess.run([obtain(), "-max-time", "20", *words], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout + done.stderr
