"""bench/delivery.py: it runs from end to end, says what it measured, and leaves nothing behind."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from test_bench import ROOT

from bench import delivery

pytestmark = pytest.mark.long


def bench(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bench.delivery", *words], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )


def test_a_small_run_measures_and_records(tmp_path: Path) -> None:
    """Each line has figures above zero, a payload of protobufList has the rows' bytes, and the page gets its entry."""
    page = tmp_path / "figures.md"
    page.write_text("# Figures\n")
    names = ["null", "file csv", "tcp", "unix", "udp", "unixgram", "http", "valkey stream", "parquet"]
    done = bench("--rows", "10000", "--rounds", "1", "--only", ",".join(names), "--json", "--record", str(page))
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    lines = {row["name"]: row for row in answer["delivery"]}
    ours, dicts = answer["parquet"]
    assert (ours["x columns"], ours["name"], dicts["name"]) == (1, "parquet, from columns", "parquet, from dicts")
    assert dicts["x columns"] > 1
    assert sorted(lines) == sorted(names)
    assert all(row["1,000 rows/s"] > 0 and row["us CPU a row"] > 0 and row["bytes a row"] > 0 for row in lines.values())
    assert lines["null"]["bytes a row"] == pytest.approx(lines["tcp"]["bytes a row"], rel=0.001)
    assert lines["http"]["bytes a row"] == pytest.approx(lines["tcp"]["bytes a row"], rel=0.001)
    assert "`python -m bench.delivery --rows 10000" in page.read_text()


def test_wrong_words() -> None:
    """An unknown line is answered with those that there are; too few rows are refused."""
    assert "there are null, file" in bench("--only", "pigeon").stderr
    assert bench("--rows", "5").returncode == 2


def test_envelopes_are_as_the_daemon_seals_them() -> None:
    """At least the rows asked for, none above the bounds of -envelopeFlushRows and -envelopeFlushBytes."""
    made = delivery.envelopes(25000)
    assert sum(one.rows for one in made) >= 25000
    assert all(one.rows <= delivery.ENVELOPE_ROWS and one.size <= delivery.ENVELOPE_BYTES for one in made)
    assert all(one.size == sum(map(len, one.chunks)) for one in made)
