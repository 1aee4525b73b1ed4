"""What this build calls itself."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from xtcp_ebpf.version import program

TOP = Path(__file__).resolve().parent.parent


def test_the_installed_version() -> None:
    """Name and version as the package's metadata has them."""
    assert program() == f"xtcp-ebpf {version('xtcp-ebpf')}"


def test_without_an_installation_it_says_so() -> None:
    """A source tree that is only on the path has no metadata, and still an answer."""
    code = f"import sys; sys.path.insert(0, {str(TOP)!r}); from xtcp_ebpf.version import program; print(program())"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True, cwd="/")
    assert done.stdout.strip() in ("xtcp-ebpf (not installed)", program())  # an egg-info beside the sources counts as installed
