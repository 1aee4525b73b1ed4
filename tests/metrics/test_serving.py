"""All of it together, at real sockets and before a real Prometheus."""

from __future__ import annotations

import json
import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest
from asking import ANYWHERE, CLOCK, PATIENCE, get, said, sources
from servers.process import until
from servers.prometheus import Prometheus

from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.metrics.listen_address import Address
from xtcp_ebpf.metrics.serving import Serving, serve


def test_pages_at_a_port(caplog: pytest.LogCaptureFixture) -> None:
    """Metrics at their path, health beside them, and the start says where."""
    caplog.set_level(logging.INFO)
    of = sources()
    of.tally.add("polls", 3)
    serving = Serving(ANYWHERE, "/m", of, CLOCK)
    assert caplog.messages == [f"metrics: http://{serving.address}/m"]
    status, _, body = get(serving.address, "/m")
    assert status == 200
    assert b"\nxtcp_polls_total 3.0\n" in body
    assert get(serving.address, "/readyz")[2] == b"ready\n"
    serving.close()


def test_pages_at_a_unix_socket(tmp_path: Path) -> None:
    """The same by unix:PATH; the file goes with it."""
    serving = Serving(Address("", 0, str(tmp_path / "s")), "/metrics", sources(), CLOCK)
    assert said(serving.address, b"GET /healthz HTTP/1.0\r\n\r\n").endswith(b"\r\n\r\nok\n")
    serving.close()
    assert not (tmp_path / "s").exists()


def test_a_taken_port(caplog: pytest.LogCaptureFixture) -> None:
    """By default it is a warning, that names it; when the operator asked for it, nothing starts."""
    first = Serving(ANYWHERE, "/metrics", sources(), CLOCK)
    text = str(first.address)
    assert serve(text, "/metrics", sources(), CLOCK, written=False) is None
    assert [r.getMessage().startswith(f"no metrics: -promListen {text}: EADDRINUSE") for r in caplog.records] == [True]
    with pytest.raises(UsageError, match="EADDRINUSE"):
        serve(text, "/metrics", sources(), CLOCK, written=True)
    assert serve("", "/metrics", sources(), CLOCK, written=True) is None
    assert serve(text, "/metrics", sources(), CLOCK, written=False, max_loops=1) is None
    first.close()
    second = serve(text, "/metrics", sources(), CLOCK, written=True)
    assert second
    second.close()


def test_who_does_not_listen_does_not_pay() -> None:
    """The library of Prometheus is loaded with the first listener, not before."""
    words = "import sys, xtcp_ebpf.metrics.serving; assert not [m for m in sys.modules if m.startswith('prometheus')]"
    subprocess.run([sys.executable, "-c", words], check=True, timeout=60)


@pytest.mark.long
def test_prometheus_scrapes_it(tmp_path: Path) -> None:
    """A real one finds the target up, and has the number that the daemon gave."""
    of = sources()
    of.tally.add("polls", 42)
    serving = Serving(ANYWHERE, "/metrics", of, CLOCK)
    try:
        with Prometheus(tmp_path / "prometheus", str(serving.address)) as server:

            def found() -> list[dict[str, list[object]]]:
                answer = json.loads(server.asked("/api/v1/query?query=xtcp_polls_total"))
                return list(answer["data"]["result"])

            until(found, "a scrape", 6 * PATIENCE)
            assert found()[0]["value"][1] == "42"
            targets = json.loads(server.asked("/api/v1/targets"))["data"]["activeTargets"]
            assert [(t["health"], t["lastError"]) for t in targets] == [("up", "")]
    finally:
        serving.close()


def test_profiles_are_for_this_host_alone(tmp_path: Path) -> None:
    """On loopback and at a Unix socket they are there; on any other address nothing is, not the metrics either; nor without a listener."""
    for where in (ANYWHERE, Address("localhost", 0), Address("", 0, str(tmp_path / "s"))):
        serving = Serving(where, "/metrics", sources(), CLOCK, pprof=True)
        assert b"/debug/pprof/heap" in said(serving.address, b"GET /debug/pprof/ HTTP/1.0\r\n\r\n")
        serving.close()
    for text in ("0.0.0.0:0", ":0", "[::]:0"):
        with pytest.raises(
            UsageError, match=rf"^-pprof: profiles are for this host alone: -promListen .*{re.escape(text)} is open to others"
        ):
            serve(text, "/metrics", sources(), CLOCK, written=True, pprof=True)
    with pytest.raises(UsageError, match="-pprof: nothing listens"):
        serve("", "/metrics", sources(), CLOCK, written=True, pprof=True)


def test_who_asks_for_profiles_wants_a_listener() -> None:
    """With -pprof a taken port is an error even by default, and a run of so many polls listens."""
    first = serve("127.0.0.1:0", "/metrics", sources(), CLOCK, written=False, max_loops=1, pprof=True)
    assert first
    with pytest.raises(UsageError, match="EADDRINUSE"):
        serve(str(first.address), "/metrics", sources(), CLOCK, written=False, pprof=True)
    first.close()
