"""How streams of records end: who is slow is told, and nobody keeps a thread or a queue who is gone, or who does not read."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import grpc
import pytest
from streamed_records import BOUND, LARGE, Requests, counters, hearing, refused, streamed, stub, until, works

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.api import record_service
from xtcp_ebpf.pb.xtcp_flat_record_service_pb2 import EnvelopesRequest, FlatRecordsRequest, PollEnvelopesRequest, PollFlatRecordsRequest

TOP = Path(__file__).resolve().parents[2]

HUGE = Sealed(LARGE.chunks * 3, LARGE.rows * 3, LARGE.size * 3, "rows")
"""Several messages, whichever the method."""
NARROW = (("grpc.http2.bdp_probe", 0),)
"""A client whose window stays at HTTP/2's 64 KiB: what it does not read is never wholly on its way."""


def trailers(error: Any) -> dict[str, str]:
    return {name: value for name, value in error.trailing_metadata() if name.startswith("xtcp-")}


def test_who_cannot_keep_up_is_told_how_much_was_missed() -> None:
    """What came and what was missed make all that there was; the trailers have it as numbers; another stream loses nothing."""
    with streamed(queue_bytes=3 << 20) as world, stub(world.address) as client, stub(world.address) as other:
        slow = client.Envelopes(EnvelopesRequest(), timeout=BOUND)
        slow.initial_metadata()
        quick = other.Envelopes(EnvelopesRequest(), timeout=BOUND)
        quick.initial_metadata()
        rounds = 0
        while not world.counts("grpc_rows_missed") and rounds < 100:
            rounds += 1
            world.poll(rounds, LARGE)
            assert len(next(quick).envelope.row) == LARGE.rows
        received: list[int] = []
        with pytest.raises(grpc.RpcError) as raised:
            received.extend(len(message.envelope.row) for message in slow)
        assert raised.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
        missed = rounds * LARGE.rows - sum(received)
        assert missed >= LARGE.rows
        assert f"you have missed {missed} records" in raised.value.details()
        assert trailers(raised.value) == {"xtcp-rows-missed": str(missed), "xtcp-queue-bytes": str(3 << 20)}
        assert world.counts("grpc_rows_missed", "grpc_streams_ended") == {"grpc_rows_missed": missed, "grpc_streams_ended:behind": 1}
        quick.cancel()


def test_one_record_a_message_tells_what_was_missed_too() -> None:
    """Those of the Envelope in hand that were not sent any more are counted."""
    with streamed(queue_bytes=2 << 20) as world, stub(world.address) as client:
        slow = client.FlatRecords(FlatRecordsRequest(), timeout=BOUND)
        slow.initial_metadata()
        for number in range(1, 5):
            world.poll(number, LARGE)
        received = []
        with pytest.raises(grpc.RpcError) as raised:
            received.extend(slow)
        assert counters(received) == list(range(len(received)))
        assert trailers(raised.value)["xtcp-rows-missed"] == str(4 * LARGE.rows - len(received))


def open_flat(client: Any) -> Any:
    return client.FlatRecords(FlatRecordsRequest())


def open_envelopes(client: Any) -> Any:
    return client.Envelopes(EnvelopesRequest())


def open_poll(client: Any) -> Any:
    return client.PollEnvelopes(iter(Requests(PollEnvelopesRequest())))


@pytest.mark.parametrize("opened", [open_flat, open_envelopes, open_poll])
def test_who_stops_reading_loses_thread_and_queue(opened: Callable[[Any], Any]) -> None:
    """Without closing and for good: after the patience the call is cut, and the only thread of the pool serves the next client.

    It falls behind while its thread waits for it, or just before: then it is told, which frees the thread as well, and we try again.
    """
    with streamed(queue_bytes=HUGE.size, patience=0.1, threads=1) as world, stub(world.address) as other:
        for attempt in range(20):
            with stub(world.address, NARROW) as client:
                stuck = opened(client)
                stuck.initial_metadata()
                world.poll(1, HUGE)
                next(stuck)
                time.sleep(0.02 * attempt)
                world.poll(2, HUGE)
                until(lambda: not world.hub.count)
                works(world, other)
                stuck.cancel()
            if world.counts("grpc_streams_ended:stalled"):
                return
        raise AssertionError("its thread never waited")


def test_news_that_nobody_reads_does_not_keep_the_call() -> None:
    """The server has room for one call: the next one gets it when the patience is over, though the client before is still there."""
    with (
        streamed(queue_bytes=LARGE.size, patience=0.1, calls=1) as world,
        stub(world.address, NARROW) as client,
        stub(world.address) as other,
    ):
        unread = client.FlatRecords(FlatRecordsRequest())
        unread.initial_metadata()
        world.poll(1, LARGE)
        next(unread)
        world.poll(2, LARGE)
        until(lambda: not world.hub.count)
        until(lambda: served(other))
        unread.cancel()


def served(client: Any) -> bool:
    """Is there room for a call?"""
    call = client.FlatRecords(FlatRecordsRequest(), timeout=BOUND)
    call.initial_metadata()
    there = call.is_active()
    call.cancel()
    return bool(there)


@pytest.mark.parametrize("opened", [open_flat, open_envelopes, open_poll])
@pytest.mark.parametrize("busy", [False, True], ids=["idle", "in the middle of a message"])
def test_who_cancels_frees_thread_and_queue(opened: Callable[[Any], Any], busy: bool) -> None:
    """At once, whether the stream waits for a poll or for its client."""
    with streamed(queue_bytes=64 << 20, threads=1) as world, stub(world.address) as client:
        call = opened(client)
        call.initial_metadata()
        if busy:
            for number in range(1, 10):
                world.poll(number, LARGE)
            next(call)
        call.cancel()
        until(lambda: not world.hub.count)
        assert world.counts("grpc_streams_ended") == {"grpc_streams_ended:gone": 1}
        works(world, client)


def test_who_is_killed_frees_thread_and_queue() -> None:
    """A process that ends without a word, in the middle of its records."""
    code = (
        "import sys, grpc; call = grpc.insecure_channel(sys.argv[1]).unary_stream(sys.argv[2])(b'');"
        " call.initial_metadata(); print('up', flush=True); [None for _ in call]"
    )
    with streamed(queue_bytes=64 << 20, threads=1) as world, stub(world.address) as client:
        path = f"/{record_service.SERVICE}/FlatRecords"
        with subprocess.Popen([sys.executable, "-c", code, world.address, path], stdout=subprocess.PIPE, text=True, cwd=TOP) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "up\n"
            world.poll(1, *[LARGE] * 9)
            until(lambda: world.hub.next_poll)
            process.send_signal(signal.SIGKILL)
        until(lambda: not world.hub.count)
        works(world, client)


def test_a_deadline_frees_thread_and_queue() -> None:
    """The client's own: DEADLINE_EXCEEDED there, and nothing is left here."""
    with streamed(threads=1) as world, stub(world.address) as client:
        assert refused(client.FlatRecords(FlatRecordsRequest(), timeout=0.1)).code() is grpc.StatusCode.DEADLINE_EXCEEDED
        until(lambda: not world.hub.count)
        works(world, client)


def test_threads_that_hear_requests_end_with_their_streams() -> None:
    """One for each stream that may ask for polls, and none longer, however it ends."""
    with streamed() as world, stub(world.address) as client:
        requests = [Requests(PollFlatRecordsRequest()) for _ in range(3)]
        calls = [client.PollFlatRecords(iter(each)) for each in requests]
        until(lambda: hearing() == 3)
        calls[0].cancel()
        until(lambda: hearing() == 2)
        requests[1].end()
        until(lambda: hearing() == 1)
        world.hub.close()
        until(lambda: hearing() == 0)
        assert refused(calls[2]).code() is grpc.StatusCode.UNAVAILABLE
        for each in requests:
            each.end()


def test_the_daemons_end() -> None:
    """UNAVAILABLE, so that clients come again; who comes too late hears the same."""
    with streamed() as world, stub(world.address) as client:
        call = client.FlatRecords(FlatRecordsRequest(), timeout=BOUND)
        call.initial_metadata()
        world.hub.close()
        for one in (call, client.Envelopes(EnvelopesRequest(), timeout=BOUND)):
            error = refused(one)
            assert error.code() is grpc.StatusCode.UNAVAILABLE
            assert "the daemon ends" in error.details()
        until(lambda: not world.hub.count)
        assert world.counts("grpc_streams_ended") == {"grpc_streams_ended:closing": 1}
