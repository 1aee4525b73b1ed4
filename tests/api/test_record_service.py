"""Streams of records, by real clients: what they get, and how they are refused."""

from __future__ import annotations

import logging

import grpc
import pytest
from framed_rows import chunk, numbered, record, sealed
from streamed_records import BOUND, LARGE, Requests, counters, hearing, refused, streamed, stub, take, until, works

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.api import record_service
from xtcp_ebpf.pb.xtcp_flat_record_service_pb2 import (
    EnvelopesRequest,
    FlatRecordsRequest,
    PollEnvelopesRequest,
    PollFlatRecordsRequest,
    RecordFilter,
)


def test_every_record_of_every_poll_one_a_message() -> None:
    """As the predecessor's clients expect: all of them, whole, in order, from when the stream is open on."""
    rows = numbered(0, 50)
    with streamed() as world, stub(world.address) as client:
        call = client.FlatRecords(FlatRecordsRequest(), timeout=BOUND)
        call.initial_metadata()
        world.poll(1, sealed(rows[:20]), sealed(rows[20:30]))
        assert [message.xtcp_flat_record for message in take(call, 30)] == rows[:30]
        world.poll(2, sealed(rows[30:]))
        assert [message.xtcp_flat_record for message in take(call, 20)] == rows[30:]
        until(lambda: world.tally["grpc_rows_sent"] == 50)
        call.cancel()
        until(lambda: not world.hub.count)
        assert world.counts("grpc_streams", "grpc_messages") == {
            "grpc_messages_sent": 50,
            "grpc_streams_ended:gone": 1,
            "grpc_streams_opened:FlatRecords": 1,
        }


def test_whole_envelopes_with_their_polls() -> None:
    """Many records a message, which poll they are of, and with the last that nothing more comes of it; also of a poll without rows."""
    rows = numbered(0, 30)
    with streamed() as world, stub(world.address) as client:
        call = client.Envelopes(EnvelopesRequest(), timeout=BOUND)
        call.initial_metadata()
        world.poll(7, sealed(rows[:20]), sealed(rows[20:]))
        (first,) = take(call, 1)
        assert (list(first.envelope.row), first.poll_number, first.poll_end) == (rows, 7, True)
        world.poll(8)
        (second,) = take(call, 1)
        assert (len(second.envelope.row), second.poll_number, second.poll_end) == (0, 8, True)
        call.cancel()


def test_messages_stay_below_what_a_client_takes() -> None:
    """Envelopes of 5 MB, and many small ones, to a client with gRPC's own limit of 4 MiB."""
    huge = Sealed(LARGE.chunks * 5, LARGE.rows * 5, LARGE.size * 5, "rows")
    with streamed() as world, stub(world.address) as client:
        call = client.Envelopes(EnvelopesRequest(), timeout=BOUND)
        call.initial_metadata()
        world.poll(1, huge, LARGE)
        messages = []
        while not messages or not messages[-1].poll_end:
            messages += take(call, 1)
        assert sum(len(message.envelope.row) for message in messages) == 6 * LARGE.rows
        assert max(message.ByteSize() for message in messages) < 1.1 * (1 << 20)
        call.cancel()


def test_only_what_the_filter_lets_through() -> None:
    """In each of the methods; every Nth is counted for each stream over its whole life."""
    rows = [record(number, netns="ab"[number % 2]) for number in range(20)]
    wanted = RecordFilter(netns=["b"], every_nth=3)
    with streamed() as world, stub(world.address) as client:
        flat = client.FlatRecords(FlatRecordsRequest(filter=wanted), timeout=BOUND)
        envelopes = client.Envelopes(EnvelopesRequest(filter=wanted), timeout=BOUND)
        asked = Requests(PollFlatRecordsRequest(filter=wanted), PollFlatRecordsRequest(filter=RecordFilter(netns=["a"])))
        polled = client.PollFlatRecords(iter(asked), timeout=BOUND)
        asked_too = Requests(PollEnvelopesRequest(filter=wanted))
        polled_envelopes = client.PollEnvelopes(iter(asked_too), timeout=BOUND)
        for call in (flat, envelopes, polled, polled_envelopes):
            call.initial_metadata()
        until(lambda: world.asked == 3)
        world.poll(1, sealed(rows[:10]))
        world.poll(2, sealed(rows[10:]))
        for call in (flat, polled):
            assert counters(take(call, 4)) == [1, 7, 13, 19]
        for call in (envelopes, polled_envelopes):
            assert [[row.record_counter for row in message.envelope.row] for message in take(call, 2)] == [[1, 7], [13, 19]]
        asked.end()
        asked_too.end()


@pytest.mark.parametrize("method", ["FlatRecords", "Envelopes", "PollFlatRecords", "PollEnvelopes"])
def test_bad_requests_are_refused_by_name(method: str) -> None:
    """INVALID_ARGUMENT names the field; what is no such message at all is told too; no place is kept, and nothing is logged."""
    with streamed(streams=1) as world, grpc.insecure_channel(world.address) as channel:
        path = f"/{record_service.SERVICE}/{method}"
        number = 300 if "Flat" in method else 1
        field = bytes([number << 3 & 0x7F | 0x82, number >> 4]) if number > 15 else bytes([number << 3 | 2])
        bad = RecordFilter(prefixes=["10.0.0.0/99"]).SerializeToString()
        for request, said in (
            (field + bytes([len(bad)]) + bad, "filter.prefixes: '10.0.0.0/99'"),
            (b"\xff", f"no xtcp_flat_record.v1.{method}R"),
        ):
            call = channel.stream_stream(path)(iter([request])) if "Poll" in method else channel.unary_stream(path)(request)
            error = refused(call)
            assert error.code() is grpc.StatusCode.INVALID_ARGUMENT
            assert said in error.details()
            until(lambda: not world.hub.count)
        assert world.counts("grpc_streams_refused") == {"grpc_streams_refused:bad_filter": 1, "grpc_streams_refused:bad_request": 1}


def test_one_stream_too_many() -> None:
    """RESOURCE_EXHAUSTED says how many there may be; when one has gone there is room again. Who has asked nothing yet has a place too."""
    with streamed(streams=2) as world, stub(world.address) as client:
        silent = Requests()
        calls = [client.FlatRecords(FlatRecordsRequest(), timeout=BOUND), client.PollFlatRecords(iter(silent), timeout=BOUND)]
        until(lambda: world.hub.count == 2)
        error = refused(client.Envelopes(EnvelopesRequest(), timeout=BOUND))
        assert error.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
        assert "2 streams of records are open, the most that -grpcStreams allows" in error.details()
        for call in calls:
            call.cancel()
        silent.end()
        until(lambda: not world.hub.count)
        again = client.Envelopes(EnvelopesRequest(), timeout=BOUND)
        again.initial_metadata()
        again.cancel()


def test_each_request_is_a_poll_and_the_end_of_requests_is_the_end() -> None:
    """The client closes its side while a poll runs that was not asked for: it gets that one, and the whole of the one it asked for."""
    with streamed() as world, stub(world.address) as client:
        world.hub.poll_began(1)
        asked = Requests(PollFlatRecordsRequest())
        call = client.PollFlatRecords(iter(asked), timeout=BOUND)
        call.initial_metadata()
        asked.say(PollFlatRecordsRequest())
        until(lambda: world.asked == 2)
        asked.end()
        until(lambda: not hearing())
        world.hub.offer(sealed(numbered(0, 3)))
        world.hub.poll_ended(1)
        assert counters(take(call, 3)) == [0, 1, 2]
        world.poll(2, sealed(numbered(3, 3)))
        world.poll(3, sealed(numbered(6, 3)))
        assert counters(list(call)) == [3, 4, 5]
        assert call.code() is grpc.StatusCode.OK
        until(lambda: not world.hub.count)
        assert world.counts("grpc_polls", "grpc_streams_ended") == {"grpc_polls_asked": 2, "grpc_streams_ended:done": 1}


def test_closing_after_all_has_come_ends_at_once() -> None:
    """Nothing is due any more: no further poll is waited for."""
    with streamed() as world, stub(world.address) as client:
        asked = Requests(PollEnvelopesRequest())
        call = client.PollEnvelopes(iter(asked), timeout=BOUND)
        until(lambda: world.asked == 1)
        call.initial_metadata()
        world.poll(1, sealed(numbered(0, 3)))
        assert next(call).poll_end
        asked.end()
        assert list(call) == []
        assert call.code() is grpc.StatusCode.OK


def test_a_stream_that_asks_nothing() -> None:
    """Closed without a request it ends well; cancelled it is gone; its place and thread are free both times."""
    with streamed(threads=1) as world, stub(world.address) as client:
        assert list(client.PollFlatRecords(iter([]), timeout=BOUND)) == []
        until(lambda: not world.hub.count)
        silent = Requests()
        call = client.PollFlatRecords(iter(silent))
        until(lambda: world.hub.count == 1)
        call.cancel()
        silent.end()
        until(lambda: not world.hub.count)
        assert sum(world.counts("grpc_streams_ended").values()) == 2
        assert world.asked == 0
        works(world, client)


def test_a_damaged_row(caplog: pytest.LogCaptureFixture) -> None:
    """Our mistake: the filter stops at it, the client hears INTERNAL, the log says where."""
    bad = chunk([record(1)]) + b"\x51"
    with streamed() as world, stub(world.address) as client, caplog.at_level(logging.ERROR):
        call = client.FlatRecords(FlatRecordsRequest(filter=RecordFilter(states=[1])), timeout=BOUND)
        call.initial_metadata()
        world.poll(1, Sealed((bad,), 2, len(bad), "rows"))
        error = refused(call)
        assert error.code() is grpc.StatusCode.INTERNAL
        until(lambda: not world.hub.count)
        assert world.counts("grpc_streams_ended") == {"grpc_streams_ended:damaged": 1}
    assert "it does not begin with the tag 0x52" in caplog.text
