"""Outages of seconds, with the daemon and a real server: what `make outages` does at length for every destination that confirms."""

from __future__ import annotations

from pathlib import Path

import pytest
from conformance.peers import Peer
from conformance.peers_http import HttpPeer
from conformance.peers_valkey import ValkeyPeer

from outages.outage import run

pytestmark = pytest.mark.long


@pytest.mark.kernel
@pytest.mark.parametrize(("kind", "spool"), [(ValkeyPeer, False), (HttpPeer, True)])
def test_nothing_is_lost(kind: type[Peer], spool: bool, tmp_path: Path) -> None:
    """Every row of the file reached the server that was away, no poll waited for it, and the daemon ended well."""
    peer = kind(tmp_path)
    try:
        outcome = run(peer, 2, spool, tmp_path)
    finally:
        peer.shut()
    assert outcome.good, outcome
