"""Fixtures of the room that hears of closed connections."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from closed.heard import KNOBS, Heard
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.closed import closed
from xtcp_ebpf.knobs import Knobs


@pytest.fixture
def hear(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Heard]]:
    """Makes those that hear, and deliver soon; all are closed when the test ends."""
    monkeypatch.setattr(closed, "HOLD_SECONDS", 0.02)
    monkeypatch.setattr(closed, "LOOK_SECONDS", 0.02)
    monkeypatch.setattr(closed, "GATHER_SECONDS", 0.01)
    made: list[Heard] = []

    def make(*namespaces: Namespace, knobs: Knobs = KNOBS) -> Heard:
        made.append(Heard(*namespaces, knobs=knobs))
        return made[-1]

    yield make
    for each in made:
        each.closed.close()


@pytest.fixture
def space(spaces: Spaces) -> Namespace:
    """One whose loopback is up."""
    namespace = spaces.make("there")
    spaces.loopback(namespace)
    return namespace
