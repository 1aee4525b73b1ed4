"""Calls to a real server of the configuration's service."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent import futures
from contextlib import contextmanager
from typing import Any

import grpc
import pytest

from xtcp_ebpf.client import server_address
from xtcp_ebpf.client.call_failed import CallFailed
from xtcp_ebpf.client.channel import Connection
from xtcp_ebpf.client.config_calls import ConfigCalls
from xtcp_ebpf.client.reach import Access
from xtcp_ebpf.pb import xtcp_config_pb2 as pb
from xtcp_ebpf.pb import xtcp_config_pb2_grpc as service


class Server(service.ConfigServiceServicer):
    """Answers Get; a TriggerPoll never."""

    def __init__(self) -> None:
        self.ended = threading.Event()

    def Get(self, request: Any, context: Any) -> pb.GetResponse:  # noqa: ARG002, N802  # gRPC's names
        return pb.GetResponse(config=pb.XtcpConfig(label="here"))

    def TriggerPoll(self, request: Any, context: Any) -> pb.TriggerPollResponse:  # noqa: ARG002, N802  # gRPC's names
        self.ended.wait(10)
        return pb.TriggerPollResponse()


@contextmanager
def calls(seconds: float = 15) -> Iterator[ConfigCalls]:
    served = Server()
    server = grpc.server(futures.ThreadPoolExecutor(2))
    service.add_ConfigServiceServicer_to_server(served, server)  # type: ignore[no-untyped-call]  # generated without types
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        with Connection(Access(server_address.read("127.0.0.1", port))) as connection:
            yield ConfigCalls(connection, seconds)
    finally:
        served.ended.set()
        server.stop(0).wait()


def test_an_answer() -> None:
    """As the server gives it."""
    with calls() as ours:
        assert ours.config().label == "here"


def test_what_it_does_not_know() -> None:
    """A daemon without Status: told, and final."""
    with calls() as ours, pytest.raises(CallFailed, match="it does not know this call") as caught:
        ours.ask("Status", pb.StatusRequest())
    assert caught.value.final


def test_no_answer() -> None:
    """Of what may have been done it is said that nobody knows."""
    with calls(0.1) as ours, pytest.raises(CallFailed, match=r"no answer within 0\.1 s: whether it was done is not known"):
        ours.ask("TriggerPoll", pb.TriggerPollRequest())
