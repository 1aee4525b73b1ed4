"""The ways that a daemon has follow from what it is told, and what does not go together is refused by name."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from opening.hiring import rights, until

from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.kernel import caps
from xtcp_ebpf.kernel.discovery.search import Discovery
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.opening.offered import OfferedSearch, OfferGate
from xtcp_ebpf.opening.remote_gate import RemoteGate
from xtcp_ebpf.opening.remote_search import RemoteSearch
from xtcp_ebpf.opening.roles import EVERY
from xtcp_ebpf.opening.ways import Ways, start_openers, users, ways_of
from xtcp_ebpf.tally import Tally

OWN = Knobs(namespaces="own")


def test_by_itself() -> None:
    """Without anything special: as ever."""
    ways = ways_of(OWN, None, SystemClock(), Tally())
    assert ways == Ways()
    assert ways.effective == caps.read().effective
    search, gate = ways.search(OWN, SystemClock(), Tally()), ways.make_gate(bytearray(16))
    assert (type(search), type(gate)) == (Discovery, Gate)
    gate.close()
    search.close()
    ways.close()


def test_users() -> None:
    """Root, whoever runs this, and those that are named, by number or name; one that is nobody is refused."""
    assert users(()) == {0, os.geteuid()}
    assert users(("root", "54321")) == {0, os.geteuid(), 54321}
    with pytest.raises(BadFlag, match="-acceptOffersFrom: there is no user 'nobody at all'"):
        users(("nobody at all",))


@pytest.mark.kernel
def test_by_others(tmp_path: Path) -> None:
    """Openers for all that takes rights, offers beside; with what they were started with BPF is judged; at the end nobody is left."""
    openers = start_openers(OWN)
    knobs = replace(OWN, accept_offers=str(tmp_path / "o"), privsep=True)
    for wrong in (replace(knobs, populate_nsid=True), replace(knobs, bpf_loader="bcc")):
        with pytest.raises(BadFlag, match="does not go with -privsep"):
            ways_of(wrong, openers, SystemClock(), Tally())
    tally = Tally()
    ways = ways_of(knobs, openers, SystemClock(), tally)
    until(lambda: rights(openers.pid) <= EVERY)
    assert (ways.effective, ways.enters) == (caps.read().effective, True)
    assert ways.loaders.keys() == {"libbpf"}
    search, gate = ways.search(knobs, SystemClock(), tally), ways.make_gate(bytearray(16))
    assert (type(search), type(gate)) == (OfferedSearch, OfferGate)
    assert isinstance(search, OfferedSearch)
    assert isinstance(gate, OfferGate)
    assert (type(search._inner), type(gate._gate)) == (RemoteSearch, RemoteGate)
    assert [n.found_by for n in search.find().namespaces] == ["own"]
    assert tally["openers_started:search"] == tally["openers_started:visit"] == 1
    gate.close()
    search.close()
    ways.close()
    assert not openers.alive
    assert not (tmp_path / "o").exists()
