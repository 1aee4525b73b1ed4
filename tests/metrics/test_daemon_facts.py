"""Labels of destinations, and what this process takes."""

from __future__ import annotations

from pathlib import Path

from xtcp_ebpf.metrics.daemon_facts import LONGEST_NAME, labels, own


def test_labels_are_short_and_distinct() -> None:
    """Two destinations of one address, and long ones that begin alike, do not share their series."""
    long = "file:/" + "x" * 4000
    made = labels(["null:", "null:", long, long + "y", "null:"])
    assert made[:2] == ["null:", "null: #2"]
    assert made[4] == "null: #3"
    assert len(set(made)) == 5
    assert all(len(label) <= LONGEST_NAME + 3 for label in made)


def test_own_process() -> None:
    """CPU and memory of this process; without procfs no memory is told, rather than none."""
    now = own()
    assert now.cpu_seconds > 0
    assert now.resident_bytes
    assert now.resident_bytes > 1 << 20
    assert own(Path("/nowhere")).resident_bytes is None
