"""The pages: the metrics, /healthz, /readyz, profiles if wanted. A path, an Accept and an Accept-Encoding in, an Answer out."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.openmetrics import exposition as openmetrics
from prometheus_client.registry import CollectorRegistry

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.metrics.health import Verdict
from xtcp_ebpf.metrics.http_head import TEXT, Answer, Refused, Request, Slow, accepts
from xtcp_ebpf.metrics.listen_address import HEALTHZ, PPROF, READYZ

OPENMETRICS: Final = "application/openmetrics-text"
JSON: Final = "application/json"
REST: Final = 20
"""A page of metrics is shown again for so many times what it took to make: scrapes never cost more than a twentieth of a core."""


class Pages:
    """Called by one thread, that of the server."""

    def __init__(
        self,
        path: str,
        registry: CollectorRegistry,
        ready: Callable[[], Verdict],
        clock: Clock,
        profiles: Callable[[Request], Answer | Slow] | None = None,
    ) -> None:
        """`profiles`: what answers below /debug/pprof."""
        self._path = path
        self._registry = registry
        self._ready = ready
        self._clock = clock
        self._profiles = profiles
        self._made: dict[tuple[bool, bool], Answer] = {}
        self._good_until = 0.0

    def __call__(self, request: Request) -> Answer | Slow:
        """Raises Refused for what is not here."""
        accept = request.headers.get("accept", "")
        if request.path == self._path:
            return self._metrics(accepts(accept, OPENMETRICS), accepts(request.headers.get("accept-encoding", ""), "gzip"))
        if request.path == HEALTHZ:
            return Answer(200, b"ok\n")
        if request.path == READYZ:
            verdict, as_json = self._ready(), accepts(accept, JSON)
            return Answer(verdict.status, (verdict.json() if as_json else verdict.text()).encode(), JSON if as_json else TEXT)
        if self._profiles and (request.path + "/").startswith(PPROF + "/"):
            return self._profiles(request)
        also = f", and {PPROF}/" if self._profiles else ""
        raise Refused(HTTPStatus.NOT_FOUND, f"there are {self._path}, {HEALTHZ} and {READYZ}{also}")

    def _metrics(self, as_openmetrics: bool, zipped: bool) -> Answer:
        began, which = self._clock.monotonic(), (as_openmetrics, zipped)
        if began >= self._good_until:
            self._made.clear()
        if which not in self._made:
            make: Callable[[CollectorRegistry], bytes] = openmetrics.generate_latest if as_openmetrics else generate_latest
            body = make(self._registry)
            headers = {"Vary": "Accept, Accept-Encoding"}
            if zipped:
                body, headers["Content-Encoding"] = gzip.compress(body, 1, mtime=0), "gzip"
            kind = openmetrics.CONTENT_TYPE_LATEST if as_openmetrics else CONTENT_TYPE_PLAIN_0_0_4
            self._made[which] = Answer(200, body, kind, headers)
            ended = self._clock.monotonic()
            self._good_until = ended + REST * (ended - began)
        return self._made[which]
