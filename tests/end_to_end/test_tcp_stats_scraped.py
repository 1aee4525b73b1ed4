"""-promTcpStats of the real daemon: sockets of a namespace by name, idle or not, and gone with it."""

from __future__ import annotations

import socket
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from street import PATIENCE, Street, running, ss

pytestmark = pytest.mark.kernel


def page(path: Path) -> str:
    """All metrics; empty while nobody listens there."""
    with socket.socket(socket.AF_UNIX) as sock:
        sock.settimeout(PATIENCE)
        try:
            sock.connect(str(path))
        except OSError:
            return ""
        sock.sendall(b"GET /metrics HTTP/1.0\r\n\r\n")
        return b"".join(iter(lambda: sock.recv(1 << 16), b"")).decode()


def until(done: Callable[[str], bool], path: Path) -> str:
    end = time.monotonic() + PATIENCE
    while not done(found := page(path)):
        assert time.monotonic() < end, found[-3000:]
        time.sleep(0.05)
    return found


def test_a_namespace_by_its_name(street: Street, tmp_path: Path) -> None:
    """What ss says is there at the first poll, stays while nothing happens and nothing is dumped, and goes with the namespace."""
    (name,) = street.add()
    street.hold(name, zoo=1)
    truth = Counter(line.split()[0] for line in ss(name).splitlines())
    at = tmp_path / "metrics"
    quick = ("-frequency", "200ms", "-pollJitterPct", "0", "-maxStale", "100000", "-dest", "null:")
    many = ("-promTcpStats", "-promTcpStatsNamespaces", "1000")
    with running(*quick, *many, "-promListen", f"unix:{at}"):
        for polls in (1, 4):
            found = until(lambda text, least=polls: any(f"\nxtcp_polls_total {n}.0\n" in text for n in range(least, 999)), at)
            for state, of_ss in (("LISTEN", "LISTEN"), ("ESTABLISHED", "ESTAB"), ("CLOSE_WAIT", "CLOSE-WAIT")):
                assert f'\nxtcp_tcp_sockets{{netns="{name}",state="{state}"}} {float(truth[of_ss])}\n' in found
        street.remove(name)
        until(lambda text: bool(text) and f'netns="{name}"' not in text, at)


def test_not_unless_it_is_asked_for(tmp_path: Path) -> None:
    """No series of the host's own."""
    at = tmp_path / "metrics"
    with running("-frequency", "200ms", "-pollJitterPct", "0", "-dest", "null:", "-promListen", f"unix:{at}"):
        assert "netns=" not in until(lambda text: "\nxtcp_polls_total 1" in text, at)
