"""Connections of both families, and one thread that sends over all of them."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable

import pytest

from xtcp_ebpf.churn.traffic import Traffic, connect


def until(holds: Callable[[], bool]) -> None:
    """Wait for it, ten seconds at most."""
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.002)


@pytest.mark.parametrize(("count", "listeners"), [(0, 1), (1, 1), (2, 2), (5, 2)])
def test_connections(count: int, listeners: int) -> None:
    """So many, in turn IPv4 and IPv6, each end's peer being the other; listeners have their ports; all is closed with resets."""
    bundle = connect(count)
    try:
        assert (len(bundle.listeners), len(bundle.pairs), bundle.sockets) == (listeners, count, listeners + 2 * count)
        assert all(client.getpeername() == server.getsockname() for client, server in bundle.pairs)
        assert {client.family for client, _ in bundle.pairs} == set([socket.AF_INET, socket.AF_INET6][: min(count, 2)])
        assert bundle.ports == tuple(door.getsockname()[1] for door in bundle.listeners)
    finally:
        bundle.close()
    bundle.close()
    assert all(sock.fileno() == -1 for pair in bundle.pairs for sock in pair)


def test_traffic_goes_over_all_of_them() -> None:
    """Every connection carries bytes, all that is sent comes, and one that was dropped may be closed while the rest goes on."""
    one, other = connect(3), connect(2)
    traffic = Traffic((16, 4096), (0.001,), seed=1)
    try:
        traffic.add(one)
        traffic.add(other)
        until(lambda: traffic.received_bytes > 100_000)
        traffic.drop(one)
        one.close()
        before = traffic.received_bytes
        until(lambda: traffic.received_bytes > before + 100_000)
        traffic.drop(other)
        until(lambda: not traffic._due)
        assert traffic.errors == 0
        assert 0 <= traffic.sent_bytes - traffic.received_bytes <= 5 * 4096 * 100
    finally:
        traffic.close()
        one.close()
        other.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "traffic"]


def test_a_connection_that_breaks_is_counted() -> None:
    """A reset ends its traffic, not that of the others."""
    bundle = connect(4)
    traffic = Traffic((256,), (0.001,))
    try:
        traffic.add(bundle)
        until(lambda: traffic.received_bytes > 1000)
        broken = bundle.pairs[0][0]
        broken.shutdown(socket.SHUT_RDWR)
        until(lambda: traffic.errors >= 2)  # both its ends
        before = traffic.received_bytes
        until(lambda: traffic.received_bytes > before + 10_000)
        assert traffic.errors == 2
        traffic.drop(bundle)
    finally:
        traffic.close()
        bundle.close()
