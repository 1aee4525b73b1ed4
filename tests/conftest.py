"""What holds for all tests. Those marked `kernel` make network namespaces: without root they fail, as a skip would pass for a proof."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces

# Before anybody imports grpc: after each fork it would start threads in the child, and some of our children have to be alone.
os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "0")


def pytest_collection_finish() -> None:
    """What was collected stays to the end: no collection of garbage shall walk over it again, of thousands that the tests ask for."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _root_for_kernel_tests(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("kernel") and os.geteuid() != 0:
        pytest.fail("this test makes network namespaces: run as root, or leave such tests out with -m 'not kernel'", pytrace=False)


@pytest.fixture
def spaces(tmp_path: Path) -> Iterator[Spaces]:
    """Namespaces in a directory of the test, which go with it."""
    made = Spaces(tmp_path / "netns")
    try:
        yield made
    finally:
        made.remove_all()
