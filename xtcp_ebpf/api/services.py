"""All that is served, behind a gate: our two services, grpc.health.v1, reflection."""

from __future__ import annotations

from collections.abc import Callable

import grpc
from grpc_health.v1 import health, health_pb2_grpc
from grpc_health.v1.health_pb2 import HealthCheckResponse
from grpc_reflection.v1alpha import reflection

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.api.access import CONFIG, HEALTH, RECORDS
from xtcp_ebpf.api.config_service import ConfigService
from xtcp_ebpf.api.control import Control
from xtcp_ebpf.api.gate import Gate
from xtcp_ebpf.api.limits import SharedTrigger
from xtcp_ebpf.api.record_service import RecordService
from xtcp_ebpf.api.subscribers import Subscribers
from xtcp_ebpf.pb.xtcp_config_pb2_grpc import add_ConfigServiceServicer_to_server

NAMES = (CONFIG, RECORDS, HEALTH, reflection.SERVICE_NAME)


class Services:
    """One for all listeners. It is not ready until ready() says so."""

    def __init__(self, control: Control, subscribers: Subscribers, shared: SharedTrigger, clock: Clock) -> None:
        self._control = control
        self._subscribers = subscribers
        self._shared = shared
        self._config = ConfigService(control, clock)
        self._health = health.HealthServicer()
        self.ready(False)

    def add_to(self, server: grpc.Server, gate: Gate) -> None:
        """Before its start."""
        add_ConfigServiceServicer_to_server(self._config, server)  # type: ignore[no-untyped-call]  # generated
        RecordService(self._subscribers, self._trigger(gate)).add_to(server)
        health_pb2_grpc.add_HealthServicer_to_server(self._health, server)
        reflection.enable_server_reflection(NAMES, server)

    def ready(self, yes: bool) -> None:
        """What health answers, of the whole and of each service."""
        for service in ("", CONFIG, RECORDS):
            self._health.set(service, HealthCheckResponse.SERVING if yes else HealthCheckResponse.NOT_SERVING)

    def _trigger(self, gate: Gate) -> Callable[[grpc.ServicerContext], None]:
        def trigger(context: grpc.ServicerContext) -> None:
            if gate.may_control(context):
                self._control.trigger()
            else:
                self._shared()

        return trigger
