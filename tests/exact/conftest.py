"""One suite, both ways: a test that asks for `gets` runs once with each."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # made_bodies.py

from made_bodies import PURE, best

from xtcp_ebpf.exact.gets import Gets, PythonGets


@pytest.fixture(params=["python"] if PURE else ["c", "python"])
def gets(request: pytest.FixtureRequest) -> Gets:
    """Each of the two."""
    return best() if request.param == "c" else PythonGets()
