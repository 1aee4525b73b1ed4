"""bench/outage.py: it runs from end to end, its figures hang together, and it leaves nothing behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_bench import ROOT

pytestmark = pytest.mark.long

QUEUE = 4 << 20


def bench(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bench.outage", *words]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **more}, capture_output=True, text=True, check=False, timeout=120)


def test_a_small_run_measures_and_records(tmp_path: Path) -> None:
    """Without a spool rows are lost, with one none; what is lost and kept adds up, the bounds hold, and the page gets its entry."""
    page, folder = tmp_path / "figures.md", tmp_path / "tmp"
    page.write_text("# Figures\n")
    folder.mkdir()
    words = ("--seconds", "0.5", "--rate", "200000", "--queue-bytes", str(QUEUE), "--json", "--record", str(page))
    done = bench(*words, TMPDIR=str(folder))
    assert done.returncode == 0, done.stderr
    lines = {row["name"]: row for row in json.loads(done.stdout)["outage"]}
    assert list(lines) == ["memory", "spool", "half a spool"]
    assert (lines["memory"]["MiB spool"], lines["spool"]["rows lost"]) == (0, 0)
    assert lines["memory"]["rows lost"] > 0
    for row in lines.values():
        assert row["MiB queue"] == QUEUE / (1 << 20)
        assert row["rows/s"] > 0
        assert row["us CPU a row"] > 0
        assert row["s to catch up"] > 0
        assert row["MiB more RSS"] < 30
    assert 16 < lines["spool"]["MiB offered"] * 0.9 < lines["spool"]["MiB spool"]
    assert 13 < lines["half a spool"]["MiB spool"] <= 16
    assert lines["half a spool"]["rows lost"] > 0
    assert "`python -m bench.outage --seconds 0.5" in page.read_text()
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--only", "pigeon"), "there are memory, spool, half a spool"),
        (("--seconds", "0"), "--seconds and --rate must be above 0"),
        (("--rate", "-1"), "--seconds and --rate must be above 0"),
        (("--queue-bytes", "1000"), "--queue-bytes: at least 1572864"),
        (("--record", "/nowhere/at/all.md"), "--record: /nowhere/at/all.md is not there"),
    ],
)
def test_what_cannot_be_measured_is_refused(words: tuple[str, str], says: str) -> None:
    """At once, with code 2 and the name of the flag."""
    done = bench(*words)
    assert done.returncode == 2
    assert says in done.stderr
