"""bench/subscribers.py: it runs from end to end, its figures hang together, and it leaves nothing behind."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from test_bench import ROOT

pytestmark = pytest.mark.long


def bench(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bench.subscribers", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


def test_a_small_run_measures_and_records(tmp_path: Path) -> None:
    """Polls with and without subscribers side by side; whole Envelopes bring every byte; and the page gets its entry."""
    page = tmp_path / "figures.md"
    page.write_text("# Figures\n")
    done = bench(
        "--rows", "2000", "--polls", "1", "--rounds", "1", "--subscribers", "0,2", "--beat", "0.3", "--json", "--record", str(page)
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    lines = {row["name"]: row for row in answer["subscribers"]}
    assert list(lines) == ["0 subscribers", "2 subscribers"]
    assert all(row["poll ms"] > 0 and row["us CPU a row"] > 0 for row in lines.values())
    assert lines["0 subscribers"]["k rows sent"] == 0
    assert lines["2 subscribers"]["k rows sent"] >= 4
    assert lines["2 subscribers"]["dropped"] == 0
    (stream,) = answer["streams"]
    assert (stream["name"], stream["streams"]) == ("envelopes", 2)
    assert stream["% of all bytes"] == pytest.approx(100, rel=0.05)
    alone = {row["name"]: row for row in answer["alone"]}
    assert alone["envelopes"]["1,000 rows/s"] > alone["records"]["1,000 rows/s"] > 0
    assert "`python -m bench.subscribers --rows 2000" in page.read_text()


@pytest.mark.parametrize("words", [("--subscribers", "21"), ("--rows", "0")])
def test_wrong_words(words: tuple[str, str]) -> None:
    """More subscribers than there are kinds for, and nothing to measure, are refused."""
    done = bench(*words)
    assert done.returncode == 2
    assert "--subscribers takes numbers up to 20" in done.stderr
