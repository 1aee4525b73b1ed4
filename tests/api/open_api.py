"""An Api on loopback with a daemon that a test scripts: what it was asked is remembered; services, gate, listeners and clients are real."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import grpc

from xtcp_ebpf.api.control import Standing
from xtcp_ebpf.api.grpc_server import Api
from xtcp_ebpf.api.subscribers import Subscribers
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.config import load
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.metrics.daemon_facts import Facts
from xtcp_ebpf.tally import Tally

CONFIG = "/xtcp_config.v1.ConfigService/"
RECORDS = "/xtcp_flat_record.v1.XTCPFlatRecordService/"
SECONDS = 10.0
"""For any call: on a loaded machine too."""
TOKEN, READ_TOKEN = "control-token-0123456789", "read-token-0123456789"


class ScriptedDaemon:
    """Control, as far as a call can tell."""

    def __init__(self) -> None:
        self.in_effect = load(["-dest", "null"], {}).knobs
        self.triggers = 0
        self.changes = 0
        self.bursts = 0

    def knobs(self) -> Knobs:
        return self.in_effect

    def change(self, knobs: Knobs, timeout: float) -> Knobs:  # noqa: ARG002  # as Control has it
        self.in_effect = knobs
        self.changes += 1
        return knobs

    def trigger(self) -> None:
        self.triggers += 1

    def burst(self, count: int, interval: float) -> None:  # noqa: ARG002  # as Control has it
        self.bursts += 1

    def standing(self) -> Standing:
        return Standing(Facts("v", "c"), (), (), True, (), 1, 2)


class World:
    """What opened() gives."""

    def __init__(self, **knobs: Any) -> None:
        chosen: dict[str, Any] = {"grpc_listen": ("127.0.0.1:0",), "grpc_rate": 1000} | knobs
        self.tally = Tally()
        self.daemon = ScriptedDaemon()
        self.subscribers = Subscribers(1 << 20, self.tally, SystemClock())
        self.api = Api(replace(Knobs(), **chosen), self.daemon, self.subscribers, self.tally, SystemClock(), written=True)
        self._channels: list[grpc.Channel] = []

    @property
    def where(self) -> str:
        """The first listener, as a client names it."""
        address = self.api.addresses[0]
        if address.path:
            return f"unix-abstract:{address.path[1:]}" if address.path.startswith("@") else f"unix:{address.path}"
        return str(address.reached_at)

    def channel(self, where: str = "", credentials: grpc.ChannelCredentials | None = None, **options: int) -> grpc.Channel:
        """Closed at the end."""
        given = [(f"grpc.{name}", value) for name, value in options.items()]
        where = where or self.where
        made = grpc.secure_channel(where, credentials, given) if credentials else grpc.insecure_channel(where, given)
        self._channels.append(made)
        return made

    def close(self) -> None:
        for channel in self._channels:
            channel.close()
        self.subscribers.close()
        self.api.close(1.0)


@contextmanager
def opened(**knobs: Any) -> Iterator[World]:
    """Knobs as they are, but for an address that is free and a rate that no test meets by chance."""
    world = World(**knobs)
    try:
        yield world
    finally:
        world.close()


def told(call: Callable[[], Any]) -> tuple[str, str]:
    """The code and the text with which it ended; OK and nothing when it did not fail."""
    try:
        call()
    except grpc.RpcError as error:
        return error.code().name, error.details() or ""
    return "OK", ""


def ask(channel: grpc.Channel, path: str, request: bytes = b"", token: str | None = None, seconds: float = SECONDS) -> bytes:
    """A unary call in bytes. Raises grpc.RpcError."""
    metadata = (("authorization", f"Bearer {token}"),) if token is not None else ()
    return bytes(channel.unary_unary(path)(request, timeout=seconds, metadata=metadata, wait_for_ready=True))


def code(channel: grpc.Channel, path: str, request: bytes = b"", token: str | None = None) -> str:
    """What it ends with."""
    return told(lambda: ask(channel, path, request, token))[0]
