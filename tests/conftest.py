"""The two parts of the suite that run side by side (tests/side_by_side.py), and what holds for all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# Before anybody imports grpc: after each fork it would start threads in the child, and some of our children have to be alone.
os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "0")

TESTS = Path(__file__).parent
HOST_ROOMS = {"closed", "exact", "opening"}
HOST_FILES = ("test_bench", "test_soak", "test_package", "test_systemd_unit", "test_house")
"""They measure, build, or look at processes."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--part", choices=("host", "rest"), help="host: what makes namespaces, loads BPF or looks at the whole host; rest: all else"
    )


def of_the_host(item: pytest.Item) -> bool:
    """Does it belong to the part that nobody else may disturb?"""
    place = item.path.relative_to(TESTS)
    return bool(item.get_closest_marker("kernel")) or place.name.startswith(HOST_FILES) or place.parts[0] in HOST_ROOMS


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the other part."""
    if part := config.getoption("--part"):
        left_out = [item for item in items if of_the_host(item) != (part == "host")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if of_the_host(item) == (part == "host")]
