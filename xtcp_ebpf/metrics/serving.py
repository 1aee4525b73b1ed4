"""Listener, server, pages and collector put together: what the daemon starts and closes."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from ipaddress import ip_address
from typing import NamedTuple

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.metrics import listen_address
from xtcp_ebpf.metrics.daemon_facts import Destination, Facts
from xtcp_ebpf.metrics.dump_times import DumpTimes
from xtcp_ebpf.metrics.health import Health, readiness
from xtcp_ebpf.metrics.http_head import Answer, Request, Slow
from xtcp_ebpf.metrics.listener import Listener
from xtcp_ebpf.metrics.server import Server
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.tcp_stats.pictures import Pictures

log = logging.getLogger(__name__)

FLAG = "-promListen"
PPROF_FLAG = "-pprof"


class Sources(NamedTuple):
    """What the pages are made of. The callables are called by the server's thread, each time that somebody asks."""

    tally: Tally
    facts: Callable[[], Facts]
    destinations: Callable[[], list[Destination]]
    health: Callable[[], Health]
    dump_times: DumpTimes
    pictures: Pictures | None = None
    """Of the host's sockets: with -promTcpStats."""
    tcp_namespaces: int = 0
    """So many namespaces have series of their own there."""


class Serving:
    """Answers from the start to close(). Raises UsageError when the address cannot be had."""

    def __init__(
        self,
        where: listen_address.Address,
        path: str,
        sources: Sources,
        clock: Clock,
        ttl: int = 0,
        hop_limit: int = 0,
        *,
        pprof: bool = False,
    ) -> None:
        # Not needed by who does not listen: 3 MB and 30 ms.
        from xtcp_ebpf.metrics.collector import Collector, registry
        from xtcp_ebpf.metrics.pages import Pages
        from xtcp_ebpf.tcp_stats.families import TcpCollector

        def outcomes() -> dict[str, int]:
            return self._server.outcomes()

        collector = Collector(sources.tally, sources.facts, sources.destinations, sources.dump_times, outcomes)
        of_sockets = [TcpCollector(sources.pictures.read, sources.tcp_namespaces)] if sources.pictures else []
        profiles = _profile_pages(clock) if pprof else None
        pages = Pages(path, registry(collector, *of_sockets), lambda: readiness(sources.health()), clock, profiles)
        self._listener = Listener(where, FLAG, ttl, hop_limit)
        if pprof and not all(map(_stays_here, self._listener.sockets)):
            self._listener.close()
            text = f"profiles are for this host alone: {FLAG} {where} is open to others; write a loopback address or unix:/PATH there"
            raise UsageError(f"{PPROF_FLAG}: {text}")
        self.address = self._listener.address
        """With the port that it really is."""
        self._server = Server(self._listener.sockets, pages, clock)
        self._server.start()
        url = f"http://{self.address.reached_at}{path}" if not where.path else f"{path} at {where}"
        log.info("metrics: %s%s", url, ", from all addresses of this host" if self.address.open_to_all else "")
        if pprof:
            log.info("profiles: %s/ there", listen_address.PPROF)

    def close(self) -> None:
        """No answer is given after this."""
        self._server.close()
        self._listener.close()


def serve(
    text: str,
    path: str,
    sources: Sources,
    clock: Clock,
    *,
    written: bool,
    max_loops: int = 0,
    ttl: int = 0,
    hop_limit: int = 0,
    pprof: bool = False,
) -> Serving | None:
    """What -promListen `text` comes to by listen_address.decide; None: nothing listens. Raises UsageError when it must and cannot.

    `pprof`: profiles too. Who asks for them wants a listener.
    """
    if pprof and not text:
        raise UsageError(f"{PPROF_FLAG}: nothing listens, as {FLAG} is empty")
    decision = listen_address.decide(text, written or pprof, max_loops)
    if not decision.listen:
        return None
    try:
        return Serving(listen_address.read(text), path, sources, clock, ttl, hop_limit, pprof=pprof)
    except UsageError as error:
        if decision.must:
            raise
        log.warning("no metrics: %s", error)
        return None


def _profile_pages(clock: Clock) -> Callable[[Request], Answer | Slow]:
    from xtcp_ebpf.metrics.profile_pages import ProfilePages

    return ProfilePages(clock)


def _stays_here(sock: socket.socket) -> bool:
    """Can nobody but this host reach it?"""
    return sock.family == socket.AF_UNIX or ip_address(sock.getsockname()[0].partition("%")[0]).is_loopback
