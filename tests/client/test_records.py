"""Streams from a real server: ours, the predecessor's kind, and one that sends nonsense."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent import futures
from contextlib import contextmanager
from typing import Any

import grpc
import pytest
from client.record_server import RecordServer, message, rows
from conformance.peers import until

from xtcp_ebpf.client import server_address
from xtcp_ebpf.client.call_failed import CallFailed
from xtcp_ebpf.client.channel import Connection
from xtcp_ebpf.client.inbox import Arrived
from xtcp_ebpf.client.reach import Access
from xtcp_ebpf.client.records import SERVICE, Stream
from xtcp_ebpf.pb import xtcp_flat_record_service_pb2 as pb
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope

ALL = pb.RecordFilter()


@contextmanager
def stream(server: Any, wanted: pb.RecordFilter = ALL, poll_seconds: float | None = None) -> Iterator[Stream]:
    with Connection(Access(server_address.read(server.target, 0))) as connection:
        reading = Stream(connection, wanted, poll_seconds)
        try:
            yield reading
        finally:
            reading.close()
            assert not reading._reader.is_alive()


def take(reading: Stream, count: int) -> list[Arrived]:
    found: list[Arrived] = []
    until(lambda: found.extend(reading.take(0.1)) or sum(one.rows for one in found) >= count, f"{count} rows")
    return found


def counters(found: list[Arrived]) -> list[int]:
    return [row.record_counter for one in found for row in Envelope.FromString(one.chunk).row]


def test_envelopes() -> None:
    """Rows byte for byte, the poll's number and its end; the filter is in the request."""
    wanted = pb.RecordFilter(netns=["a"], every_nth=3)
    with RecordServer() as server, stream(server, wanted) as reading:
        server.streams()
        sent = rows(1, 2, label="x")
        server.send(message(sent, 7), message([], 7, end=True), message(rows(3), 8))
        found = take(reading, 3)
        assert [(one.rows, one.poll, one.poll_end) for one in found] == [(2, 7, False), (0, 7, True), (1, 8, False)]
        assert found[0].chunk == Envelope(row=sent).SerializeToString()
        assert counters(found) == [1, 2, 3]
        assert server.requests[0].filter == wanted
        assert not reading.one_by_one


def test_polling() -> None:
    """At once, and again so often, until it is closed; the filter is in the first request."""
    with RecordServer() as server:
        server.on_poll = lambda number: server.send(message(rows(number), number, end=True))
        with stream(server, pb.RecordFilter(ports=[1]), 0.05) as reading:
            assert counters(take(reading, 3))[:3] == [1, 2, 3]
        assert server.requests[0].filter.ports == [1]
        asked = server.polls_asked
        assert asked >= 3


@pytest.mark.parametrize("poll_seconds", [None, 0.05])
def test_a_server_of_the_predecessors(poll_seconds: float | None) -> None:
    """It knows no Envelopes: record by record, each once."""
    with RecordServer(old=True) as server:
        made = pb.FlatRecordsResponse if poll_seconds is None else pb.PollFlatRecordsResponse
        with stream(server, ALL, poll_seconds) as reading:
            server.streams()
            server.send(*(made(xtcp_flat_record=row) for row in rows(*range(1, 200))))
            assert counters(take(reading, 199)) == list(range(1, 200))
            assert reading.one_by_one
        assert type(server.requests[0]) is (pb.FlatRecordsRequest if poll_seconds is None else pb.PollFlatRecordsRequest)


def test_how_it_ends() -> None:
    """With the server's words, behind what it had sent; and when the server goes."""
    with RecordServer() as server, stream(server) as reading:
        server.streams()
        server.send(message(rows(1), 1), (grpc.StatusCode.RESOURCE_EXHAUSTED, "too slow: 17 rows missed"))
        take(reading, 1)
        with pytest.raises(CallFailed, match="too slow: 17 rows missed") as caught:
            take(reading, 1)
        assert (caught.value.code, caught.value.final) == ("RESOURCE_EXHAUSTED", False)
    with RecordServer() as server, stream(server) as reading:
        server.streams()
        server.send(None)
        with pytest.raises(CallFailed, match="the server has ended the stream"):
            take(reading, 1)


def test_neither_method() -> None:
    """Another program: that is final."""
    with nonsense({}) as server, stream(server) as reading, pytest.raises(CallFailed, match="does not know this call") as caught:
        take(reading, 1)
    assert caught.value.final


@pytest.mark.parametrize("bad", [b"\x0a\x05abc", b"\xff" * 20, b"\x0a\x03\x52\x09x", b"\x0a\x02\x0a\x00"])
def test_what_is_no_envelope(bad: bytes) -> None:
    """The stream ends, and it is told."""
    with nonsense({"Envelopes": [bad]}) as server, stream(server) as reading, pytest.raises(CallFailed, match="no record of ours"):
        take(reading, 1)


def test_closed_at_once() -> None:
    """Before there was an answer, or a call."""
    with RecordServer() as server:
        for _ in range(5):
            with stream(server):
                pass


class _Target:
    def __init__(self, port: int) -> None:
        self.target = f"127.0.0.1:{port}"


@contextmanager
def nonsense(answers: dict[str, list[bytes]]) -> Iterator[_Target]:
    """A server that answers with these bytes."""
    server = grpc.server(futures.ThreadPoolExecutor(2))

    def handler(found: list[bytes]) -> Any:
        return grpc.unary_stream_rpc_method_handler(lambda _request, _context: iter(found))

    name = SERVICE.strip("/")
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(name, {m: handler(found) for m, found in answers.items()}),))
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        yield _Target(port)
    finally:
        server.stop(0).wait()
