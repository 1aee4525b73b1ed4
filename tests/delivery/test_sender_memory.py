"""What memory an outage takes: the queue, and next to nothing beside it, however many rows come."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parents[2]
QUEUE_MIB = 24
SMALL_MIB = 12
"""What the allocator and the threads may add."""


def test_a_dead_destination_at_100000_rows_a_second() -> None:
    """Four seconds of it, with a spool and without, the real sender, each in a process of its own: resident memory grows by the queue."""
    words = ("--seconds", "4", "--rate", "100000", "--queue-bytes", str(QUEUE_MIB << 20), "--json")
    running = {
        name: subprocess.Popen(
            [sys.executable, "-m", "bench.outage", "--only", name, *words],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("memory", "spool")
    }
    for name, process in running.items():
        out, said = process.communicate(timeout=120)
        assert process.returncode == 0, said
        (row,) = json.loads(out)["outage"]
        assert row["MiB offered"] > 3 * QUEUE_MIB
        assert row["MiB more RSS"] < QUEUE_MIB + SMALL_MIB
        assert (row["rows lost"] == 0) == (name == "spool")
