"""Streams over outages, at a real server: what is told, and what is known to be missed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import grpc
import pytest
from client.record_server import RecordServer, message, rows
from conformance.peers import QuickClock, until

from xtcp_ebpf.client import server_address
from xtcp_ebpf.client.call_failed import CallFailed
from xtcp_ebpf.client.channel import Connection
from xtcp_ebpf.client.following import Reading
from xtcp_ebpf.client.inbox import Arrived
from xtcp_ebpf.client.reach import Access
from xtcp_ebpf.client.records import Stream
from xtcp_ebpf.pb import xtcp_flat_record_service_pb2 as pb
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope

AWAY = (grpc.StatusCode.UNAVAILABLE, "the daemon ends")
SLOW = (grpc.StatusCode.RESOURCE_EXHAUSTED, "you have missed 12 records")


class Follower:
    """What came, and what was told, one batch at a time."""

    def __init__(self, target: str, pick: Callable[[bytes], tuple[bytes, int]] | None = None) -> None:
        self.target = target
        self.told: list[str] = []
        self.came: list[Arrived] = []
        self.reading = Reading(self._connect, QuickClock(), self.told.append, pick)
        self.batches = self.reading.batches()

    @contextmanager
    def _connect(self) -> Iterator[Stream]:
        with Connection(Access(server_address.read(self.target, 0))) as connection:
            stream = Stream(connection, pb.RecordFilter())
            try:
                yield stream
            finally:
                stream.close()

    def until(self, condition: Callable[[], object], what: str) -> None:
        def met() -> object:
            self.came += next(self.batches)
            return condition()

        until(met, what)

    def rows(self, count: int) -> list[int]:
        self.until(lambda: sum(one.rows for one in self.came) >= count, f"{count} rows")
        return [row.record_counter for one in self.came for row in Envelope.FromString(one.chunk).row]


@pytest.fixture
def server() -> Iterator[RecordServer]:
    with RecordServer() as made:
        yield made


def connected(follower: Follower, server: RecordServer) -> None:
    follower.until(lambda: server._streams, "a stream")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (message(rows(1), 5, True), message(rows(2), 9), "; missed 3 polls (6 to 8)"),
        (message(rows(1), 5, True), message(rows(2), 7), "; missed poll 6"),
        (message(rows(1), 5), message(rows(2), 7), "; missed a part of poll 5 and poll 6"),
        (message(rows(1), 5), message(rows(2), 5), "; missed a part of poll 5"),
        (message(rows(1), 5, True), message(rows(2), 6), "; no poll was missed"),
        (message(rows(1), 5, True), message(rows(2), 1), "; the daemon was started anew: what was missed is not known"),
    ],
    ids=["several", "one", "part-and-one", "part", "none", "anew"],
)
def test_an_outage(server: RecordServer, before: pb.EnvelopesResponse, after: pb.EnvelopesResponse, told: str) -> None:
    """One line when it begins, one when it is over, with the polls that were missed; each row once."""
    follower = Follower(server.target)
    connected(follower, server)
    server.send(before, AWAY)
    follower.until(lambda: follower.told, "a word of it")
    connected(follower, server)
    server.send(after)
    assert follower.rows(2) == [1, 2]
    assert follower.told[0] == f"{server.target}: the daemon ends; trying on"
    assert follower.told[1].startswith("reading again after ")
    assert follower.told[1].endswith(told)
    assert (len(follower.told), follower.reading.outages) == (2, 1)
    follower.batches.close()  # type: ignore[attr-defined]  # a generator's


def test_nobody_there_at_first() -> None:
    """It waits for a daemon, and says so once, however often it tries; of an end that never was there is nothing missed."""
    with RecordServer() as gone:
        pass
    follower = Follower(gone.target)
    for _ in range(8):
        next(follower.batches)
    assert len(follower.told) == 1
    assert follower.told[0].endswith("onnection refused; trying on")
    with RecordServer(gone.target) as server:
        connected(follower, server)
        server.send(message(rows(1), 4))
        assert follower.rows(1) == [1]
        assert follower.told[1].endswith(" s")
        follower.reading.stop()
        assert list(follower.batches) in ([], [[]])


def test_too_slow(server: RecordServer) -> None:
    """It is told why, and reading goes on."""
    follower = Follower(server.target)
    connected(follower, server)
    server.send(message(rows(1), 1), SLOW)
    follower.until(lambda: follower.told, "a word of it")
    assert follower.told == [f"{server.target}: you have missed 12 records (this client was too slow); trying on"]
    connected(follower, server)
    server.send(message(rows(2), 2))
    assert follower.rows(2) == [1, 2]
    follower.batches.close()  # type: ignore[attr-defined]  # a generator's


@pytest.mark.parametrize("code", ["UNAUTHENTICATED", "PERMISSION_DENIED", "INVALID_ARGUMENT"])
def test_what_trying_cannot_mend(server: RecordServer, code: str) -> None:
    """It is raised, not tried again."""
    server.refusal = (grpc.StatusCode[code], "no")
    follower = Follower(server.target)
    with pytest.raises(CallFailed) as caught:
        follower.rows(1)
    assert (caught.value.code, len(server.requests), follower.told) == (code, 1, [])


def test_the_predecessors() -> None:
    """Polls are told by the silence between them; what is not wanted is left out here; outages say that nothing is known."""

    def only_even(chunk: bytes) -> tuple[bytes, int]:
        kept = [row for row in Envelope.FromString(chunk).row if row.record_counter % 2 == 0]
        return Envelope(row=kept).SerializeToString(), len(kept)

    with RecordServer(old=True) as server:
        follower = Follower(server.target, only_even)
        connected(follower, server)
        server.send(*(pb.FlatRecordsResponse(xtcp_flat_record=row) for row in rows(1, 2, 3, 4)))
        assert follower.rows(2) == [2, 4]
        follower.until(lambda: follower.came[-1].poll_end, "the end of a poll")
        assert "the server knows no Envelopes" in follower.told[0]
        server.send(AWAY)
        follower.until(lambda: len(follower.told) == 2, "a word of it")
        connected(follower, server)
        server.send(pb.FlatRecordsResponse(xtcp_flat_record=rows(6)[0]))
        assert follower.rows(3) == [2, 4, 6]
        assert follower.told[2].endswith("; what was missed is not known")
        assert [one.poll_end for one in follower.came].count(True) == 1
        follower.batches.close()  # type: ignore[attr-defined]  # a generator's
