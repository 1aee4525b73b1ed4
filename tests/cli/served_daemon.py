"""A real Api on loopback, or on a Unix socket, whose daemon holds knobs and whose polls are the test's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from api.steered_daemon import Steered

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.api.grpc_server import Api
from xtcp_ebpf.api.subscribers import Subscribers
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.config import load
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.tally import Tally

BASE = load(["-dest", "http://u:hush-hush@h:9092/", "-frequency", "10s", "-label", "before"], {"XTCP_HOSTNAME": "here"}).knobs


def sealed(*records: XtcpFlatRecord) -> Sealed:
    chunk = Envelope(row=records).SerializeToString()
    return Sealed((chunk,), len(records), len(chunk), "rows")


class Served:
    """`target` is what a client is told."""

    def __init__(self, listen: str = "127.0.0.1:0", in_effect: Knobs = BASE, **knobs: Any) -> None:
        self.control = Steered(in_effect)
        self.tally = Tally()
        self.polled = 0
        chosen: dict[str, Any] = {"grpc_listen": (listen,), "grpc_rate": 1000, "grpc_control": "open"} | knobs
        self.knobs = replace(Knobs(), **chosen)
        self.subscribers = Subscribers(self.knobs.grpc_queue_bytes, self.tally, SystemClock(), self.knobs.grpc_streams)
        self.api = Api(self.knobs, self.control, self.subscribers, self.tally, SystemClock(), written=True)
        self.target = str(self.api.addresses[0])

    def poll(self, *envelopes: Sealed) -> None:
        """One whole poll, as the daemon's."""
        self.polled += 1
        self.subscribers.poll_began(self.polled)
        for one in envelopes:
            self.subscribers.offer(one)
        self.subscribers.poll_ended(self.polled)

    def close(self) -> None:
        self.subscribers.close()
        self.api.close(1.0)

    def __enter__(self) -> Served:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
