"""What the daemon listens on: metrics by HTTP, and gRPC. Opened together, changed one by one, closed together."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Final

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.api.control import Control
from xtcp_ebpf.api.grpc_server import Api, foresee
from xtcp_ebpf.api.subscribers import Subscribers
from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.knobs import TABLE, Knobs
from xtcp_ebpf.metrics import listen_address
from xtcp_ebpf.metrics.serving import Serving, Sources, serve

log = logging.getLogger(__name__)

GRACE_SECONDS: Final = 2.0
"""How long calls that are under way may take to end."""
GRPC: Final = tuple(knob.attribute for knob in TABLE if knob.attribute.startswith("grpc_"))


class Listeners:
    """Raises UsageError when one that was asked for cannot be had. For the thread that polls."""

    def __init__(self, knobs: Knobs, control: Control, sources: Sources, subscribers: Subscribers, clock: Clock) -> None:
        self._control = control
        self._sources = sources
        self._subscribers = subscribers
        self._clock = clock
        self._knobs = knobs
        self._serving = self._serve(knobs)
        self._api: Api | None = None
        try:
            self._api = self._answer(knobs)
        except BaseException:
            self._close_metrics()
            raise

    def change(self, knobs: Knobs) -> Callable[[], None]:
        """Go on with these. Metrics listen there at once, or UsageError is raised and nothing has changed; also where gRPC could not.

        The answer moves gRPC, which would cut off who asked for it: to be called when that one has its answer.
        """
        grpc = [[getattr(one, name) for name in (*GRPC, "ipv4_ttl", "ipv6_hop_limit")] for one in (self._knobs, knobs)]
        if grpc[0] != grpc[1]:
            foresee(knobs, self._clock, self._api.addresses if self._api else (), written=_written(knobs))
        before, self._knobs = self._knobs, knobs
        metrics = [(one.prom_listen, one.prom_path, one.ipv4_ttl, one.ipv6_hop_limit) for one in (before, knobs)]
        if metrics[0] != metrics[1]:
            try:
                self._move_metrics(before, knobs)
            except UsageError:
                self._knobs = before
                raise
        return partial(self._move_grpc, before) if grpc[0] != grpc[1] else lambda: None

    def set_ready(self, ready: bool) -> None:
        """What grpc.health.v1 says."""
        if self._api:
            self._api.set_serving(ready)

    def close(self) -> None:
        """No answer is given after this."""
        if self._api:
            self._api.close(GRACE_SECONDS)
            self._api = None
        self._close_metrics()

    def _serve(self, knobs: Knobs) -> Serving | None:
        return serve(
            knobs.prom_listen,
            knobs.prom_path,
            self._sources,
            self._clock,
            written=knobs.prom_listen != listen_address.DEFAULT,
            max_loops=knobs.max_loops,
            ttl=knobs.ipv4_ttl,
            hop_limit=knobs.ipv6_hop_limit,
            pprof=knobs.pprof,
        )

    def _answer(self, knobs: Knobs) -> Api:
        return Api(knobs, self._control, self._subscribers, self._sources.tally, self._clock, written=_written(knobs))

    def _move_metrics(self, before: Knobs, knobs: Knobs) -> None:
        same = before.prom_listen == knobs.prom_listen
        old = self._serving
        if old and same:
            old.close()
        try:
            self._serving = self._serve(knobs)
        except UsageError:
            self._serving = self._serve(before) if old and same else old
            raise
        if old and not same:
            old.close()

    def _move_grpc(self, before: Knobs) -> None:
        old, self._api = self._api, None
        if old:
            self._subscribers.end_all()
            old.close(GRACE_SECONDS)
        try:
            self._api = self._answer(self._knobs)
        except UsageError as error:  # who asked for it has had his answer
            log.error("gRPC stays where it was: %s", error)
            try:
                self._api = self._answer(before)
            except UsageError as again:
                log.error("gRPC is not served any more: %s", again)

    def _close_metrics(self) -> None:
        if self._serving:
            self._serving.close()
            self._serving = None


def _written(knobs: Knobs) -> bool:
    """Did anybody ask for gRPC?"""
    usual = Knobs()
    return any(getattr(knobs, name) != getattr(usual, name) for name in GRPC)
