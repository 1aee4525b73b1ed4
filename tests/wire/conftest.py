"""One suite, both engines. A test that asks for `engine` runs once with each; the C engine may only be missing where XTCP_PURE says so."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))  # fake_kernel.py stands there for several folders

from messages import Pair, both_engines, live_datagram

from xtcp_ebpf.abc import Engine

PURE = bool(os.environ.get("XTCP_PURE"))


@pytest.fixture(scope="session")
def engines() -> Pair:
    """Both engines over the whole table; under XTCP_PURE the Python one twice."""
    return both_engines(pure=PURE)


@pytest.fixture(params=["python"] if PURE else ["c", "python"])
def engine(request: pytest.FixtureRequest, engines: Pair) -> Engine:
    return engines.c if request.param == "c" else engines.python


@pytest.fixture(scope="session")
def live() -> Iterator[tuple[int, int, bytes]]:
    """(seq, portid, datagram) with a few sockets of our own, as the running kernel answers."""
    with live_datagram() as answer:
        yield answer
