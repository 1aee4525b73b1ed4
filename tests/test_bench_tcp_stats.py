"""bench/tcp_stats.py: it runs from end to end on real sockets and says what it measured."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.kernel
def test_it_measures_rows_polls_and_scrapes() -> None:
    """A line for decoding, for counting in each way, and for each end of a poll, none of them without a price."""
    line = [sys.executable, "-m", "bench.tcp_stats", "--sockets", "400", "--rounds", "1", "--json"]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [len(found[key]) for key in ("tcp_stats", "tcp_stats_polls")] == [4, 4]
    assert all(each["us a row"] > 0 for each in found["tcp_stats"])
    assert all(each["ms"] > 0 for each in found["tcp_stats_polls"])
