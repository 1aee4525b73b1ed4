"""One suite, both ways: a test that asks for `gets` runs once with each. Tests marked `kernel` fail without root."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces

sys.path.insert(0, str(Path(__file__).parent))  # made_bodies.py

from made_bodies import PURE, best

from xtcp_ebpf.exact.gets import Gets, PythonGets


@pytest.fixture(params=["python"] if PURE else ["c", "python"])
def gets(request: pytest.FixtureRequest) -> Gets:
    """Each of the two."""
    return best() if request.param == "c" else PythonGets()


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
