"""Rows come from the tests of the formats, pools from those of the collector; and tests marked `kernel` fail without root."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces

for room in ("marshal", "collector"):  # made_rows.py; pools.py
    sys.path.insert(0, str(Path(__file__).parents[1] / room))


@pytest.fixture(autouse=True)
def _root_for_kernel_tests(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("kernel") and os.geteuid() != 0:
        pytest.fail("this test makes network namespaces: run as root, or leave such tests out with -m 'not kernel'", pytrace=False)


@pytest.fixture
def spaces(tmp_path: Path) -> Iterator[Spaces]:
    """Namespaces that are gone when the test ends."""
    made = Spaces(tmp_path / "netns")
    try:
        yield made
    finally:
        made.remove_all()
