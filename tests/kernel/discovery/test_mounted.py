"""Mounts are looked at where something was heard, and everywhere when it is asked for."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces

from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.kernel.discovery.mounted import Mounted
from xtcp_ebpf.tally import Tally

pytestmark = pytest.mark.kernel


@pytest.fixture
def mounted(spaces: Spaces) -> Iterator[Mounted]:
    """Searched once."""
    made = Mounted("/proc/self/mountinfo", [str(spaces.directory)], SystemClock(), Tally())
    search(made)
    yield made
    made.close()


def search(mounted: Mounted, thorough: bool = True) -> None:
    """On this kernel."""
    mounted.search(os.stat("/proc/self/ns/net").st_dev, True, thorough)  # noqa: PTH116  as it stands in procfs


def names(mounted: Mounted) -> set[str]:
    """Of the mounts."""
    return {Path(mount.path).name for mount in mounted.mounts()}


def heard(mounted: Mounted, wanted: set[str]) -> None:
    """Wait for the watch until these are the mounts."""
    end = time.monotonic() + 5
    while names(mounted) != wanted:
        assert time.monotonic() < end
        select.select(mounted.fds, [], [], 0.2)
        mounted.current()


def test_births_and_deaths_are_heard(spaces: Spaces, mounted: Mounted) -> None:
    """Without a search; and when nothing happens there is nothing to look at."""
    a = spaces.make("xt-a")
    heard(mounted, {"xt-a"})
    spaces.make("xt-b")
    heard(mounted, {"xt-a", "xt-b"})
    spaces.remove(a)
    heard(mounted, {"xt-b"})
    while mounted.current():
        pass
    assert not mounted.current()


def test_a_doubted_one_is_looked_at_again(spaces: Spaces, mounted: Mounted) -> None:
    """Whatever was heard."""
    a = spaces.make("xt-a")
    heard(mounted, {"xt-a"})
    while mounted.current():
        pass
    mounted.doubt(a.path)
    assert mounted.current()
    mounted.doubt("/elsewhere/xt-a")
    assert not mounted.current()


def test_unwatched_it_looks_each_time(spaces: Spaces, tmp_path: Path) -> None:
    """Without a watch (no mount table) every call looks everywhere, and notes say so."""
    made = Mounted(str(tmp_path / "none"), [str(spaces.directory)], SystemClock(), Tally())
    search(made)
    assert made.fds == ()
    spaces.make("xt-a")
    assert made.current()
    assert names(made) == {"xt-a"}
    assert [note.reason for note in made.notes()] == ["unwatched"]
    made.close()
