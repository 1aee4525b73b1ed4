"""Services, health, reflection, listeners and the gate put together: what the daemon starts and closes."""

from __future__ import annotations

import logging
import resource
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, NamedTuple

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.api import access, grpc_extra
from xtcp_ebpf.api.access import Rules, Trust
from xtcp_ebpf.api.certificates import Papers
from xtcp_ebpf.api.control import Control
from xtcp_ebpf.api.doors import Bound, Door, doors
from xtcp_ebpf.api.limits import LONG_CALLS, SHORT_CALLS, SharedTrigger
from xtcp_ebpf.api.subscribers import Subscribers
from xtcp_ebpf.api.tokens import Tokens
from xtcp_ebpf.errors import BadFlag, UsageError
from xtcp_ebpf.knobs import BY_ATTRIBUTE, Knobs
from xtcp_ebpf.metrics import listen_address
from xtcp_ebpf.metrics.listen_address import Address
from xtcp_ebpf.tally import Tally

if TYPE_CHECKING:
    import grpc

    from xtcp_ebpf.api.gate import Desk, Gate
    from xtcp_ebpf.api.services import Services

log = logging.getLogger(__name__)

MOST_REQUEST_BYTES: Final = 1 << 20
"""The largest request there is, a whole configuration, has some 20 KB."""
MOST_METADATA_BYTES: Final = 8 << 10
MOST_CONNECTIONS: Final = 256
"""Of one address; the next one is closed at once."""
PART_OF_DESCRIPTORS: Final = 4
"""No more than one of so many of ours is for connections, of all addresses together: the collection needs some."""
HANDSHAKE_MS: Final = 5_000
"""For TLS and the first words of HTTP/2: who connects and says nothing is gone then."""
IDLE_MS: Final = 15 * 60_000
"""A connection without calls is closed then: its client makes another when it needs one. As the predecessor."""
SPARE_THREADS: Final = 4
"""To tell those that they have no slot who come when all are taken."""
WAITING_CALLS: Final = 64
"""For a thread; more are refused by the library itself."""


def most_connections(addresses: int, descriptors: int) -> int:
    """Of one address, when there are so many addresses, and so many descriptors in all (RLIMIT_NOFILE, or -1: no limit)."""
    return MOST_CONNECTIONS if descriptors < 0 else max(8, min(MOST_CONNECTIONS, descriptors // PART_OF_DESCRIPTORS // max(1, addresses)))


def options(streams: int, connections: int = MOST_CONNECTIONS) -> list[tuple[str, int]]:
    """Of a grpc.Server."""
    return [
        ("grpc.so_reuseport", 0),  # else a second daemon would share the port and take half of the calls
        ("grpc.max_receive_message_length", MOST_REQUEST_BYTES),
        ("grpc.max_metadata_size", MOST_METADATA_BYTES),
        ("grpc.absolute_max_metadata_size", 2 * MOST_METADATA_BYTES),
        ("grpc.max_concurrent_streams", streams + 2 * LONG_CALLS + SHORT_CALLS),
        ("grpc.max_allowed_incoming_connections", connections),
        ("grpc.server_handshake_timeout_ms", HANDSHAKE_MS),
        ("grpc.max_connection_idle_ms", IDLE_MS),
        # We ask after 299 s and give 20 s, as the predecessor. His clients ask each 60 s, with calls or without; more often is no harm.
        ("grpc.keepalive_time_ms", 299_000),
        ("grpc.keepalive_timeout_ms", 20_000),
        ("grpc.keepalive_permit_without_calls", 1),
        ("grpc.http2.min_ping_interval_without_data_ms", 250),
        ("grpc.http2.max_pings_without_data", 0),
    ]


class Papered(NamedTuple):
    """What the knobs and the files that they name come to."""

    doors: tuple[Door, ...]
    tokens: Tokens
    papers: Papers | None


def read(knobs: Knobs, clock: Clock) -> Papered:
    """Nothing is opened but files. Raises UsageError where they cannot be meant."""
    found = doors(knobs.grpc_listen, knobs.grpc_port)
    for attribute, problem in access.problems(knobs, [(door.text, door.trust) for door in found]):
        raise BadFlag(BY_ATTRIBUTE[attribute].name, problem)
    return Papered(found, Tokens(knobs, clock), Papers(knobs, clock) if knobs.grpc_tls_cert else None)


def foresee(knobs: Knobs, clock: Clock, held: Collection[Address], *, written: bool) -> None:
    """Raises UsageError when an Api of these knobs could not be had once `held`, which another one serves now, are free."""
    decision = listen_address.decide(",".join(knobs.grpc_listen), written, knobs.max_loops)
    if not decision.listen:
        return
    found = read(knobs, clock).doors
    if decision.must:
        grpc_extra.load()
        for door in found:
            door.foresee(held)


class Api:
    """Answers from construction to close(). What -grpcListen says by listen_address.decide; it may come to nothing.

    Raises UsageError when an address that was asked for (`written`) cannot be had, and when knobs or files are not right in any case.
    """

    def __init__(self, knobs: Knobs, control: Control, subscribers: Subscribers, tally: Tally, clock: Clock, *, written: bool) -> None:
        self.addresses: list[Address] = []
        """Where it answers, with the ports that they really are."""
        self._servers: list[grpc.Server] = []
        self._started = False
        self._bound: list[Bound] = []
        self._pool: ThreadPoolExecutor | None = None
        self._services: Services | None = None
        self._shared = SharedTrigger(control.trigger, clock)
        decision = listen_address.decide(",".join(knobs.grpc_listen), written, knobs.max_loops)
        if not decision.listen:
            return
        found, tokens, papers = read(knobs, clock)
        try:
            grpc_extra.load()
        except UsageError as error:
            if decision.must:
                raise
            log.warning("no gRPC: %s", error)
            return
        desk = self._furnished(knobs, tokens, control, subscribers, tally, clock)
        try:
            self._open(found, knobs, desk, papers)
        except BaseException as error:
            self.close(0.0)
            if decision.must or not isinstance(error, UsageError):
                raise
            log.warning("no gRPC: %s", error)

    def _furnished(self, knobs: Knobs, tokens: Tokens, control: Control, subscribers: Subscribers, tally: Tally, clock: Clock) -> Desk:
        # Not needed by who does not listen: 25 MB and 0.2 s.
        from xtcp_ebpf.api.gate import Desk
        from xtcp_ebpf.api.services import Services

        self._services = Services(control, subscribers, self._shared, clock)
        self._desk = Desk.furnished(Rules.of(knobs), tokens, knobs.grpc_rate, knobs.grpc_streams, tally, clock)
        return self._desk

    def _open(self, found: Sequence[Door], knobs: Knobs, desk: Desk, papers: Papers | None) -> None:
        """Raises UsageError when an address cannot be had."""
        from xtcp_ebpf.api.gate import Gate

        self._pool = ThreadPoolExecutor(knobs.grpc_streams + 2 * LONG_CALLS + SHORT_CALLS + SPARE_THREADS, "grpc")
        # One server for those that are alike: a call does not say at which listener it came.
        alike: dict[tuple[Trust, bool], list[Door]] = {}
        for door in found:
            alike.setdefault((door.trust, bool(papers and door.encrypted)), []).append(door)
        count = sum(len(door.addresses) for door in found)
        given = options(knobs.grpc_streams, most_connections(count, resource.getrlimit(resource.RLIMIT_NOFILE)[0]))
        for (trust, encrypted), those in alike.items():
            gate = Gate(desk, trust, encrypted and desk.rules.certificates)
            self._serve(those, knobs, gate, papers if encrypted else None, given)
        self._start()
        self._say(desk.rules)

    def _serve(self, alike: list[Door], knobs: Knobs, gate: Gate, papers: Papers | None, given: list[tuple[str, int]]) -> None:
        import grpc

        assert self._pool
        assert self._services
        most = knobs.grpc_streams + 2 * LONG_CALLS + SHORT_CALLS + WAITING_CALLS
        server = grpc.server(self._pool, interceptors=[gate], options=given, maximum_concurrent_rpcs=most)
        self._servers.append(server)
        self._services.add_to(server, gate)
        for door in alike:
            self._bound.append(Bound(door, server, papers.credentials if papers else None, knobs.ipv4_ttl, knobs.ipv6_hop_limit))
            self.addresses += self._bound[-1].addresses

    def _start(self) -> None:
        self._started = True
        for server in self._servers:
            server.start()

    def _say(self, rules: Rules) -> None:
        for bound in self._bound:
            where = ", ".join(map(str, bound.addresses))
            how = " (TLS, with client certificates)" if rules.certificates else " (TLS)"
            log.info("gRPC: %s%s", where, how if bound.encrypted else "")
            for remark in access.remarks(rules, where, bound.door.trust):
                log.warning("%s", remark)

    def set_serving(self, ready: bool) -> None:
        """What grpc.health.v1 answers."""
        if self._services:
            self._services.ready(ready)

    def close(self, grace_seconds: float) -> None:
        """No new call is taken; those that are under way have so long to end. A second time does nothing.

        Streams of records end by Subscribers.close(): call it before.
        """
        self._shared.close()
        self.set_serving(False)
        if not self._started:  # the library gives a port back only when it has been served
            self._start()
        for ended in [server.stop(grace_seconds) for server in self._servers]:
            ended.wait(grace_seconds + 5.0)
        self._servers.clear()
        for bound in self._bound:
            bound.close()
        self._bound.clear()
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None
