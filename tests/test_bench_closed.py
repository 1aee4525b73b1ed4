"""bench/closed.py: it runs from end to end on real connections, and holds each record against its end."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.kernel
def test_it_holds_records_against_ends() -> None:
    """With BPF every end has one right record; without it those that were cut off are wrong."""
    line = [sys.executable, "-m", "bench.closed", "--connections", "40", "--rate", "200", "--exact", "--json"]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert [list(each.values())[1:] for each in found["closed"]] == [[80, 80, 0, 0, 0], [80, 72, 8, 0, 0]]
