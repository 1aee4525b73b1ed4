"""grpc is asked for by name, with what to install."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from xtcp_ebpf.client import library
from xtcp_ebpf.errors import UsageError

WITHOUT = """
import sys
sys.modules["grpc"] = None
from xtcp_ebpf.cli import {0}
sys.exit({0}.main({1}))
"""


def test_it_is_there() -> None:
    """Then nothing happens, but that its own log is off."""
    library.need()
    assert os.environ["GRPC_VERBOSITY"]


def test_it_is_not_there() -> None:
    """The message names the extra."""

    def absent(_name: str) -> object:
        raise ImportError("No module named 'grpc'")

    with pytest.raises(UsageError, match=r"grpc cannot be loaded \(No module named 'grpc'\): pip install 'xtcp-ebpf\[grpc\]'"):
        library.need(absent)


@pytest.mark.parametrize(("command", "argv"), [("client", ["-polls", "1"]), ("ctl", ["get"])])
def test_commands_without_it(command: str, argv: list[str]) -> None:
    """-help works; the rest is one line and exit code 1, no traceback."""
    asked = subprocess.run([sys.executable, "-c", WITHOUT.format(command, argv)], capture_output=True, text=True)
    assert (asked.returncode, asked.stdout, asked.stderr.count("\n")) == (1, "", 1), asked.stderr
    assert "pip install 'xtcp-ebpf[grpc]'" in asked.stderr
    helped = subprocess.run([sys.executable, "-c", WITHOUT.format(command, ["-help"])], capture_output=True, text=True)
    assert (helped.returncode, helped.stderr) == (0, "")
