"""`make demo-metrics` in small: every question has an answer, and nothing stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench.demo_metrics import PREFIX, QUESTIONS

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.kernel
def test_a_short_demonstration() -> None:
    """A real Prometheus, a real daemon, real traffic."""
    words = [sys.executable, "-m", "bench.demo_metrics", "--seconds", "4", "--count", "2"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert all(question.text in done.stdout for question in QUESTIONS)
    assert not list(Path("/run/netns").glob(f"{PREFIX}-*"))
