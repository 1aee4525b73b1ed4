"""Memory that was allocated while somebody asked."""

from __future__ import annotations

import threading
import tracemalloc
from pathlib import Path

import pytest
from servers.go_pprof import opened

from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.profiles import heap, pprof
from xtcp_ebpf.profiles.profile import Profile

CLOCK = SystemClock()
EACH, COUNT = 1000, 2000


def hold(kept: list[bytes]) -> None:
    """Allocates, and lets half of it go."""
    kept.extend(bytes(EACH) for _ in range(2 * COUNT))
    del kept[::2]


def of_hold(profile: Profile) -> tuple[int, int]:
    """Objects and bytes that hold() holds."""
    found = [values for (_, stack), values in profile.samples.items() if any(frame.name.endswith("test_heap.hold") for frame in stack)]
    return sum(values[0] for values in found), sum(values[1] for values in found)


def test_what_is_in_use(tmp_path: Path) -> None:
    """What was allocated meanwhile and lives still, where it was; the real pprof agrees. Then nothing traces any more."""
    kept: list[bytes] = []

    def wait(_seconds: float) -> bool:
        hold(kept)
        return False

    assert not tracemalloc.is_tracing()
    profile = heap.trace(1.0, wait, CLOCK)
    assert not tracemalloc.is_tracing()
    objects, size = of_hold(profile)
    assert COUNT <= objects < COUNT + 10
    assert COUNT * EACH < size < 1.3 * COUNT * EACH
    (file := tmp_path / "heap.pprof").write_bytes(pprof.encode(profile))
    top = opened(file, "-top", "-sample_index=inuse_objects", scratch=tmp_path)
    assert any(
        line.split()[-1].endswith("test_heap.hold") and float(line.split()[0]) >= COUNT for line in top.splitlines() if "hold" in line
    )
    assert "Type: inuse_space" in opened(file, "-top", scratch=tmp_path)


def test_who_traces_already_goes_on() -> None:
    """What another has switched on stays on, and is told at once, from its begin."""
    kept: list[bytes] = []
    waited = []
    tracemalloc.start(4)
    try:
        hold(kept)
        profile = heap.trace(60.0, lambda seconds: bool(waited.append(seconds)), CLOCK)
        assert of_hold(profile)[0] >= COUNT
        assert not waited
        assert tracemalloc.is_tracing()
    finally:
        tracemalloc.stop()


def test_the_last_one_switches_it_off() -> None:
    """Of two at a time, in whatever order they end."""
    with heap.tracing() as was_on:
        assert not was_on
        with heap.tracing() as was_on:
            assert was_on
        assert tracemalloc.is_tracing()
    assert not tracemalloc.is_tracing()


def test_the_end_comes_when_it_is_asked_for() -> None:
    """Nobody waits for the time that was planned."""
    enough = threading.Event()
    enough.set()
    assert heap.trace(3600.0, enough.wait, CLOCK).duration_ns < 10e9


def test_nothing_to_take() -> None:
    """Without tracing there is no profile, and no empty one either."""
    with pytest.raises(RuntimeError, match="tracemalloc"):
        heap.taken(0, 0)
