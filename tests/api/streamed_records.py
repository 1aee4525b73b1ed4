"""A hub that is served on loopback, and clients of it, for the tests of streams."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import grpc
import pytest
from framed_rows import record, sealed

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.api.record_service import RecordService
from xtcp_ebpf.api.subscribers import Subscribers
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.pb.xtcp_flat_record_service_pb2 import FlatRecordsRequest
from xtcp_ebpf.pb.xtcp_flat_record_service_pb2_grpc import XTCPFlatRecordServiceStub
from xtcp_ebpf.tally import Tally

BOUND = 15.0
"""Seconds that anything may take on a loaded machine."""


LARGE = sealed([record(number, hostname="h" * 1000) for number in range(900)])
"""Just below what one message of Envelopes is filled up to."""


class Streamed:
    """The server's side, and how to reach it."""

    def __init__(self, queue_bytes: int, streams: int, patience: float, threads: int, calls: int | None) -> None:
        self.tally = Tally()
        self.hub = Subscribers(queue_bytes, self.tally, SystemClock(), streams, patience)
        self.asked = 0
        self.server = grpc.server(ThreadPoolExecutor(threads), maximum_concurrent_rpcs=calls)
        RecordService(self.hub, self._trigger).add_to(self.server)
        self.address = f"127.0.0.1:{self.server.add_insecure_port('127.0.0.1:0')}"
        self.server.start()

    def poll(self, number: int, *sealed: Sealed) -> None:
        """One poll with these Envelopes."""
        self.hub.poll_began(number)
        for one in sealed:
            self.hub.offer(one)
        self.hub.poll_ended(number)

    def counts(self, *nouns: str) -> dict[str, int]:
        """Those counters that begin so."""
        return {name: n for name, n in self.tally.read().items() if name.startswith(nouns)}

    def _trigger(self, _context: grpc.ServicerContext) -> None:
        self.asked += 1


@contextmanager
def streamed(
    queue_bytes: int = 1 << 24, streams: int = 4, patience: float = BOUND, threads: int = 6, calls: int | None = None
) -> Iterator[Streamed]:
    """Closed at the end; every stream must have ended then."""
    made = Streamed(queue_bytes, streams, patience, threads, calls)
    try:
        yield made
    finally:
        made.hub.close()
        made.server.stop(None).wait(BOUND)
        until(lambda: made.hub.count == 0)


@contextmanager
def stub(address: str, options: Sequence[tuple[str, int]] = ()) -> Iterator[XTCPFlatRecordServiceStub]:
    """A client with a connection of its own."""
    with grpc.insecure_channel(address, options=(("grpc.use_local_subchannel_pool", 1), *options)) as channel:
        yield XTCPFlatRecordServiceStub(channel)


def until(condition: Callable[[], object]) -> None:
    """AssertionError when it does not become true in time."""
    end = time.monotonic() + BOUND
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.005)


class Requests:
    """A client's side of a stream of requests: says them when told to, and ends when told to."""

    def __init__(self, *first: Any) -> None:
        self._requests: queue.SimpleQueue[Any] = queue.SimpleQueue()
        for request in first:
            self.say(request)

    def say(self, request: Any) -> None:
        self._requests.put(request)

    def end(self) -> None:
        self._requests.put(None)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._requests.get, None)


def counters(messages: list[Any]) -> list[int]:
    return [message.xtcp_flat_record.record_counter for message in messages]


def hearing() -> int:
    """Threads that wait for requests."""
    return sum(thread.name == "grpc-requests" for thread in threading.enumerate())


def take(call: Any, count: int) -> list[Any]:
    return [next(call) for _ in range(count)]


def refused(call: Any) -> grpc.RpcError:
    with pytest.raises(grpc.RpcError) as raised:
        list(call)
    return raised.value


def works(world: Streamed, client: Any) -> None:
    """Somebody else is served, by a pool that has perhaps one thread only."""
    call = client.FlatRecords(FlatRecordsRequest(), timeout=BOUND)
    call.initial_metadata()
    world.poll(1000, sealed([record(5)]))
    assert counters(take(call, 1)) == [5]
    call.cancel()
    until(lambda: not world.hub.count)
