"""Profiles over HTTP: before a real `go tool pprof`, and for those who ask wrongly."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest
from asking import ANYWHERE, CLOCK, get, sources
from profiles.spenders import at_work
from servers.go_pprof import opened

from xtcp_ebpf.metrics.http_head import Answer, Refused, Request, Slow
from xtcp_ebpf.metrics.profile_pages import LONGEST_SECONDS, ProfilePages
from xtcp_ebpf.metrics.serving import Serving

LONG = "seconds=" + "9" * 1000
PAGES = ProfilePages(CLOCK)


def asked(path: str, query: str = "") -> Answer | Slow:
    return PAGES(Request("GET", f"/debug/pprof{path}", {}, query))


def made(path: str, query: str = "") -> Answer:
    """What comes of it when nobody waits for its time to be over."""
    slow = asked(path, query)
    assert isinstance(slow, Slow)
    times = iter(range(20))
    return slow.make(lambda _seconds: next(times) > 5)


@pytest.mark.long
def test_the_real_pprof_fetches_it(tmp_path: Path) -> None:
    """`go tool pprof http://...`, as an operator types it: CPU of a second, then what was allocated in one. Then nothing traces."""
    serving = Serving(ANYWHERE, "/metrics", sources(), CLOCK, pprof=True)
    try:
        with at_work():
            url = f"http://{serving.address}/debug/pprof"
            top = opened(f"{url}/profile", "-top", "-seconds=1", scratch=tmp_path)
            assert "spenders.burn" in top
            assert "Type: cpu" in top
            assert "Type: inuse_space" in opened(f"{url}/heap", "-top", "-seconds=1", scratch=tmp_path)
            assert not tracemalloc.is_tracing()
            assert b"burner (thread " in get(serving.address, "/debug/pprof/threads")[2]
    finally:
        serving.close()


def test_what_there_is() -> None:
    """The index, with or without a slash; 404 for the rest, the command line among it."""
    for path in ("", "/"):
        answer = asked(path)
        assert isinstance(answer, Answer)
        assert b"/debug/pprof/profile?seconds=30" in answer.body
    for path in ("/cmdline", "/symbol", "/trace", "/profile/x"):
        with pytest.raises(Refused) as caught:
            asked(path)
        assert caught.value.status == 404


def test_forms() -> None:
    """pprof unless speedscope is asked for, each with its type and the name of a file."""
    for path, name in (("/profile", "cpu"), ("/heap", "heap")):
        as_pprof, as_speedscope = made(path), made(path, "format=speedscope")
        assert as_pprof.body[:2] == b"\x1f\x8b"
        assert as_pprof.headers == {"Content-Disposition": f'attachment; filename="{name}.pprof"'}
        assert json.loads(as_speedscope.body)["exporter"] == "xtcp-ebpf"
        assert (as_pprof.content_type, as_speedscope.content_type) == ("application/octet-stream", "application/json")


def test_bounds() -> None:
    """From one to so many seconds, which bounds how long the connection lasts, too."""
    for seconds in (1, LONGEST_SECONDS):
        slow = asked("/profile", f"seconds={seconds}&hz=1000")
        assert isinstance(slow, Slow)
        assert seconds < slow.seconds <= seconds + 60


@pytest.mark.parametrize(
    "query",
    [
        "seconds=0",
        "seconds=121",
        "seconds=-1",
        "seconds=1.5",
        "seconds=",
        "seconds=x",
        "seconds=1&seconds=2",
        "format=svg",
        "debug=1",
        LONG,
        "seconds=٣",
    ],
)
def test_what_cannot_be_meant(query: str) -> None:
    """400, and nothing begins."""
    for path in ("/profile", "/heap"):
        with pytest.raises(Refused) as caught:
            asked(path, query)
        assert caught.value.status == 400
    with pytest.raises(Refused, match="hz is a whole number from 1 to 1000"):
        asked("/profile", "hz=1001")
