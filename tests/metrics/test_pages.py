"""Which page is where, in which form."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable

import pytest
from asking import sources, well
from scripted_destination import FakeClock

from xtcp_ebpf.metrics.collector import Collector, registry
from xtcp_ebpf.metrics.health import readiness
from xtcp_ebpf.metrics.http_head import Answer, Refused, Request
from xtcp_ebpf.metrics.pages import REST, Pages
from xtcp_ebpf.metrics.serving import Sources


class SlowClock(FakeClock):
    """Each look at it takes 10 ms."""

    def monotonic(self) -> float:
        self.time += 0.01
        return self.time


def pages(of: Sources, clock: FakeClock | None = None) -> Callable[[Request], Answer]:
    """At /m, where no answer takes its time."""
    collector = Collector(of.tally, of.facts, of.destinations, of.dump_times)
    made = Pages("/m", registry(collector), lambda: readiness(of.health()), clock or FakeClock())

    def at_once(request: Request) -> Answer:
        answer = made(request)
        assert isinstance(answer, Answer)
        return answer

    return at_once


def asked(path: str, **headers: str) -> Request:
    return Request("GET", path, {name.replace("_", "-"): value for name, value in headers.items()})


def test_forms_of_metrics() -> None:
    """The text format, OpenMetrics for who names it, each gzipped for who takes that."""
    made = pages(sources())
    plain, strict = made(asked("/m")), made(asked("/m", accept="application/openmetrics-text;version=1.0.0,text/plain;q=0.5"))
    assert plain.content_type.startswith("text/plain; version=0.0.4")
    assert strict.content_type.startswith("application/openmetrics-text; version=1.0.0")
    assert strict.body.endswith(b"# EOF\n")
    assert b"xtcp_polls_total 0.0\n" in plain.body
    for form, accept in ((plain, ""), (strict, "application/openmetrics-text")):
        zipped = made(asked("/m", accept=accept, accept_encoding="gzip"))
        assert zipped.headers["Content-Encoding"] == "gzip"
        assert len(gzip.decompress(zipped.body).splitlines()) == len(form.body.splitlines())
        assert len(zipped.body) < len(form.body) / 3


def test_a_page_is_made_anew_only_so_often() -> None:
    """Not before twenty times what it took have passed: whoever asks all the time gets the same page."""
    of, clock = sources(), SlowClock()
    made = pages(of, clock)
    first = made(asked("/m"))
    of.tally.add("polls")
    assert made(asked("/m")) is first
    clock.time += 0.01 * REST
    assert b"xtcp_polls_total 1.0\n" in made(asked("/m")).body


def test_health_and_readiness() -> None:
    """The one as long as it answers; the other by what health says, with reasons, as text and as JSON."""
    assert pages(sources())(asked("/healthz")).body == b"ok\n"
    assert pages(sources())(asked("/readyz"))[:2] == (200, b"ready\n")
    waiting = pages(sources()._replace(health=lambda: well([], polls=0)))
    assert waiting(asked("/healthz")).status == 200
    assert waiting(asked("/readyz"))[:2] == (503, b"not ready\nno poll has ended yet\n")
    answer = waiting(asked("/readyz", accept="application/json"))
    assert json.loads(answer.body) == {"ready": False, "reasons": ["no poll has ended yet"]}
    assert answer.content_type == "application/json"


def test_nothing_else_is_there() -> None:
    """404 says what is; there are no profiles, unless they were asked for."""
    for path in ("/metrics", "/debug/pprof", "/debug/pprof/profile", "/debug/pprof/heap"):
        with pytest.raises(Refused, match=r"/m, /healthz and /readyz$") as caught:
            pages(sources())(asked(path))
        assert caught.value.status == 404


def test_profiles_that_were_asked_for() -> None:
    """What is below /debug/pprof goes to them, and nothing else."""
    of = sources()
    collector = Collector(of.tally, of.facts, of.destinations, of.dump_times)
    made = Pages("/m", registry(collector), lambda: readiness(of.health()), FakeClock(), lambda request: Answer(200, request.path.encode()))
    for path in ("/debug/pprof", "/debug/pprof/", "/debug/pprof/profile"):
        assert made(asked(path)) == Answer(200, path.encode())
    assert made(asked("/healthz")) == Answer(200, b"ok\n")
    with pytest.raises(Refused, match=r"/m, /healthz and /readyz, and /debug/pprof/$"):
        made(asked("/debug/pprofs"))
