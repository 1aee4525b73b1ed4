"""Streets of namespaces with known sockets."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "golden"))  # ss.py, the oracle, stands there

from street import Street


@pytest.fixture(scope="module")
def street() -> Iterator[Street]:
    """Namespaces that are gone when the module's tests are over."""
    made = Street()
    try:
        yield made
    finally:
        made.close()
