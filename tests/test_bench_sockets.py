"""bench/sockets.py: it runs from end to end on real connections; its lines and crossings are those of arithmetic."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.sockets import SIZES, crossing, line

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parent.parent


def test_lines_and_their_crossing() -> None:
    """A line through its own points is found again; two cross where they cost the same."""
    dumps, gets = (400e-6, 1.3e-6), (80e-6, 4e-6)
    found = [line([(size, at + each * size) for size in (50, 100, 400, 900)]) for at, each in (dumps, gets)]
    assert found == [pytest.approx(dumps), pytest.approx(gets)]
    assert crossing(*found) == pytest.approx(320 / 2.7)


@pytest.mark.kernel
def test_it_runs() -> None:
    """Every table is there, in both ways; whether so few sockets reach the bars is no matter."""
    few = ("--others", "400", "--few-others", "300", "--count", "4", "--active", "20", "--rounds", "1", "--learning", "4", "--json")
    done = subprocess.run([sys.executable, "-m", "bench.sockets", *few], cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert done.stdout, done.stderr
    found = json.loads(done.stdout)
    assert len(found["crossover"]) == len(SIZES)
    assert [row["name"] for row in found["quiet"]] == ["dump", "-skip quiet"]
    assert [row["name"] for row in found["small"]] == ["-reads dump", "-reads auto"]
    assert all(row["ms"] > 0 for row in found["quiet"] + found["small"] + found["shards"])
    assert len({row["rows"] for row in found["shards"] if row["name"].startswith("decoded")}) == 1
