"""The calls of the configuration's service: each an answer within some seconds, or CallFailed."""

from __future__ import annotations

from typing import Any, Final

import grpc

from xtcp_ebpf.client.call_failed import CallFailed, failure
from xtcp_ebpf.client.channel import Connection
from xtcp_ebpf.pb import xtcp_config_pb2 as pb
from xtcp_ebpf.pb import xtcp_config_pb2_grpc as service

ANSWER_SECONDS: Final = 15.0
"""As the predecessor's."""
READS: Final = ("Get", "Status")


class ConfigCalls:
    """One for a Connection."""

    def __init__(self, connection: Connection, seconds: float = ANSWER_SECONDS) -> None:
        self._connection = connection
        self._seconds = seconds
        self._stub: Any = service.ConfigServiceStub(connection.channel)  # type: ignore[no-untyped-call]  # generated without types

    def config(self) -> pb.XtcpConfig:
        """What is in effect."""
        answer: pb.GetResponse = self.ask("Get", pb.GetRequest())
        return answer.config

    def ask(self, method: str, request: Any) -> Any:
        """Call any of them, by its name."""
        try:
            return getattr(self._stub, method)(request, timeout=self._seconds, metadata=self._connection.metadata)
        except grpc.RpcError as error:
            failed = failure(self._connection.where, error)
            if failed.code == "DEADLINE_EXCEEDED" and method not in READS:
                unknown = f"no answer within {self._seconds:g} s: whether it was done is not known (ctl get, ctl status)"
                raise CallFailed(failed.code, f"{self._connection.where}: {unknown}") from error
            raise failed from error
