"""Tests marked `kernel` make real network namespaces. Without root they fail: a skip would pass for a proof."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "golden"))  # ss.py, the oracle, stands there

from street import Street


@pytest.fixture(autouse=True)
def _root_for_kernel_tests(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("kernel") and os.geteuid() != 0:
        pytest.fail("this test makes network namespaces: run as root, or leave such tests out with -m 'not kernel'", pytrace=False)


@pytest.fixture(scope="module")
def street() -> Iterator[Street]:
    """Namespaces that are gone when the module's tests are over."""
    made = Street()
    try:
        yield made
    finally:
        made.close()
