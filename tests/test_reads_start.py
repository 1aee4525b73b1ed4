"""When single sockets are watched, and what is said where they are not."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from xtcp_ebpf.activity import probe
from xtcp_ebpf.activity.sockets import SocketWatch
from xtcp_ebpf.activity.sockets_loading import Wanted
from xtcp_ebpf.errors import AssistUnavailable
from xtcp_ebpf.kernel import caps
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.reads_start import FEW_POLLS, open_watch, reads_of, start
from xtcp_ebpf.tally import Tally


def never(_wanted: Wanted, _effective: int) -> SocketWatch:
    """Nobody may ask for it."""
    raise AssertionError


def refused(_wanted: Wanted, _effective: int) -> SocketWatch:
    """A host that cannot."""
    raise AssistUnavailable("no_ring", "no rings; a newer kernel")


@pytest.mark.parametrize(
    "knobs", [Knobs(reads="dump"), Knobs(bpf="off"), Knobs(max_loops=FEW_POLLS), Knobs(reads="dump", bpf="require")], ids=str
)
def test_where_nothing_is_watched(knobs: Knobs) -> None:
    """Dumps are wanted, BPF is not, or there are too few polls to gain anything: nothing is loaded."""
    assert start(knobs, 0, 0, Tally(), never) is None


def test_auto_does_without(caplog: pytest.LogCaptureFixture) -> None:
    """It says why, once, and counts it."""
    tally = Tally()
    with caplog.at_level(logging.INFO):
        assert start(Knobs(), 0, 0, tally, refused) is None
    assert [record.getMessage() for record in caplog.records] == ["reads: by dumps alone: no rings; a newer kernel"]
    assert tally.read() == {"exact_refused:no_ring": 1}


@pytest.mark.parametrize("knobs", [Knobs(reads="exact"), Knobs(reads="exact", bpf="off"), Knobs(reads="exact", max_loops=1)], ids=str)
def test_exact_requires_it(knobs: Knobs) -> None:
    """Refused with the reason; -bpf is about other programs."""
    with pytest.raises(AssistUnavailable, match=r"-reads exact: no rings") as caught:
        start(knobs, 0, 0, Tally(), refused)
    assert caught.value.reason == "no_ring"


def test_a_host_without_btf(monkeypatch: pytest.MonkeyPatch) -> None:
    """The facts of the host decide."""
    real = probe.collect
    monkeypatch.setattr(probe, "collect", lambda effective: replace(real(effective), btf=False, names=frozenset()))
    with pytest.raises(AssistUnavailable) as caught:
        open_watch(Wanted(), (1 << 41) - 1)
    assert caught.value.reason == "no_btf"


@pytest.mark.kernel
def test_this_host() -> None:
    """The programs run until it is closed; -exactSockets and -bpfMapSize are their room."""
    births = start(replace(Knobs(), exact_sockets=77), 0x2A, caps.read().effective, Tally())
    assert births
    assert births.known.most_sockets == 77
    assert births.drain() == {}
    births.close()


def test_what_it_depends_on() -> None:
    """Other knobs make nothing anew."""
    assert reads_of(Knobs()) == reads_of(Knobs(tag="x", bpf="require"))
    for other in (Knobs(reads="dump"), Knobs(exact_sockets=1), Knobs(bpf_map_size=99), Knobs(bpf="off")):
        assert reads_of(other) != reads_of(Knobs())
