"""-d as levels of the log."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from xtcp_ebpf.log_level import level, set_level


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    before = [(name, logging.getLogger(name).level) for name in (None, "xtcp_ebpf.collector")]
    yield
    for name, was in before:
        logging.getLogger(name).setLevel(was)


@pytest.mark.parametrize(
    ("d", "polls", "namespaces"), [(0, False, False), (10, False, False), (11, True, False), (100, True, False), (111, True, True)]
)
def test_levels(d: int, polls: bool, namespaces: bool) -> None:
    """From 11 on each poll is told of, from 101 on each namespace."""
    set_level(d)
    assert logging.getLogger("xtcp_ebpf.daemon").isEnabledFor(logging.DEBUG) == polls == (level(d) == logging.DEBUG)
    assert logging.getLogger("xtcp_ebpf.collector.pool").isEnabledFor(logging.DEBUG) == namespaces
    assert logging.getLogger("xtcp_ebpf.collector.pool").isEnabledFor(logging.INFO)
