"""What tests of single sockets have in common: everything attached, and a namespace to watch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from activity.watched import Watched
from activity.watched_sockets import EXTENSIONS
from kernel.real_namespaces import Spaces

from xtcp_ebpf.activity import probe, sockets_loading
from xtcp_ebpf.activity.sockets import SocketWatch
from xtcp_ebpf.activity.sockets_loading import Wanted

ALL = (1 << 41) - 1


@pytest.fixture(scope="module", params=["tp_btf", "raw_tp"])
def attached(request: pytest.FixtureRequest) -> Iterator[SocketWatch]:
    """Everything attached, by each kind of program."""
    wanted = Wanted(marks=True, extensions=EXTENSIONS)
    found = SocketWatch(sockets_loading.load(wanted, request.param), wanted)
    yield found
    found.close()


@pytest.fixture(scope="module")
def chosen() -> Iterator[SocketWatch]:
    """Everything attached, as the daemon would."""
    found = SocketWatch.open(Wanted(marks=True), probe.collect(ALL))
    assert found.kind == "tp_btf"
    yield found
    found.close()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[Watched]:
    """A namespace with `lo` up."""
    spaces = Spaces(tmp_path / "netns")
    found = Watched(spaces, {})
    try:
        yield found
    finally:
        found.close()
        spaces.remove_all()


@pytest.fixture
def either(attached: SocketWatch, world: Watched) -> Iterator[SocketWatch]:
    """With nothing watched and nothing to tell before, and nothing watched after."""
    attached.drain()
    yield attached
    attached.unwatch([world.namespace.cookie])


@pytest.fixture
def watch(chosen: SocketWatch, world: Watched) -> Iterator[SocketWatch]:
    """The same."""
    chosen.drain()
    yield chosen
    chosen.unwatch([world.namespace.cookie])
