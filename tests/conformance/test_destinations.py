"""One suite that every destination passes, against the real thing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conformance.all_peers import PEERS
from conformance.peers import Peer, PipePeer, counters, road, sealed, until

from xtcp_ebpf.delivery.backlog import Held
from xtcp_ebpf.destinations import registry, stdio
from xtcp_ebpf.errors import BadAddress, SendError
from xtcp_ebpf.mask import masked


def name(kind: type[Peer]) -> str:
    return kind.__name__.removesuffix("Peer").lower()


def only(which: Callable[[type[Peer]], object]) -> pytest.MarkDecorator:
    """For what only some destinations can be asked."""
    return pytest.mark.parametrize("peer", [kind for kind in PEERS if which(kind)], ids=name, indirect=True)


@pytest.fixture(params=PEERS, ids=name)
def peer(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Peer]:
    """A receiver that does not listen yet."""
    stdio._begun.clear()  # each test is a process of its own to stdout
    peer = request.param(tmp_path)
    yield peer
    peer.flow.set()
    peer.rest()


def test_delivers_in_order(peer: Peer) -> None:
    """What is offered arrives once, in order, and both ends count the same rows."""
    peer.listen()
    with road(peer) as way:
        for first in range(1, 1001, 50):
            way.sender.offer(sealed(first, 50))
        assert way.sender.close(8) == Held(0, 0)
        assert way.tally["sent_rows"] == 1000
        assert way.tally["sent_payloads"] == 20
        if peer.keeps:
            until(lambda: len(peer.counters()) == 1000, "all rows at the far end")
            assert peer.counters() == list(range(1, 1001))


def test_large_envelopes(peer: Peer) -> None:
    """An envelope of more than a megabyte arrives whole; where payloads are bounded, in parts that are valid in themselves."""
    peer.listen()
    with road(peer) as way:
        way.sender.offer(sealed(1, 20000, "h" * 60))
        way.sender.offer(sealed(20001, 5, "h" * 60))
        assert way.sender.close(8) == Held(0, 0)
        if peer.keeps:
            until(lambda: len(peer.counters()) == 20005, "all rows at the far end")
            assert peer.counters() == list(range(1, 20006))
        if peer.limit:
            assert way.tally["sent_payloads"] > 2
            assert max(map(len, peer.streams())) <= peer.limit
            assert sum(map(bool, map(counters, peer.streams()))) == way.tally["sent_payloads"] == len(peer.streams())


@only(lambda kind: kind.limit)
def test_largest_payload_is_what_is_taken(peer: Peer) -> None:
    """max_payload is exact: that many bytes go out in one send, one more does not."""
    assert peer.limit
    peer.listen()
    target = registry.parse(peer.dest, peer.knobs)
    sink = registry.find(target.scheme).open(target)
    try:
        assert sink.max_payload == peer.limit
        sink.send(b"x" * peer.limit)
        until(lambda: list(map(len, peer.streams())) == [peer.limit], "the largest datagram")
        with pytest.raises(SendError, match=peer.too_large) as refused:
            sink.send(b"x" * (peer.limit + 1))
        assert (refused.value.reason, refused.value.retry) == ("too_large", False)
    finally:
        sink.close()


@only(lambda kind: not kind.only_protobuf_list)
def test_preamble(peer: Peer) -> None:
    """A csv header stands once at the start of each stream and file, and in each datagram."""
    peer.listen()
    with road(peer, marshal="csv", columns=("recordCounter",)) as way:
        for first in (1, 3, 5):
            way.sender.offer(sealed(first, 2))
        assert way.sender.close(8) == Held(0, 0)
        if peer.keeps:
            until(lambda: sum(stream.count(b"\n") for stream in peer.streams()) == 6 + len(peer.streams()), "six rows, and the headers")
        for stream in peer.streams():
            assert stream.startswith(b"recordCounter\n")
            assert stream.count(b"recordCounter") == 1


@only(lambda kind: kind.returns)
def test_receiver_goes_and_comes_back(peer: Peer) -> None:
    """A receiver that closes in mid-stream and opens again gets what was offered meanwhile: nothing is lost where that can be known."""
    peer.listen()
    with road(peer) as way:
        for number in range(1, 11):
            way.sender.offer(sealed(number, 1))
        until(lambda: len(peer.counters()) == 10, "the first ten")
        peer.shut()
        way.sender.offer(sealed(11, 1))
        way.sender.offer(sealed(12, 1))
        until(lambda: sum(n for name, n in way.tally.read().items() if name.startswith("send_errors:")), "the sender notices")
        peer.listen()
        for number in range(13, 21):
            way.sender.offer(sealed(number, 1))
        assert way.sender.close(8) == Held(0, 0)
        until(lambda: peer.counters()[-1:] == [20], "the last row")
        assert way.tally["retries"] > 0
        assert way.dropped() == 0
        if peer.confirms:
            assert peer.counters() == list(range(1, 21))
        else:
            assert peer.counters() == sorted(set(peer.counters()))
            assert set(peer.counters()) >= {*range(1, 11), *range(14, 21)}


@only(lambda kind: kind.returns and kind.waits)
def test_receiver_comes_late(peer: Peer) -> None:
    """A receiver that is not there at the start is waited for, with an error counted."""
    peer.shut()
    with road(peer) as way:
        way.sender.offer(sealed(1, 3))
        until(lambda: way.tally["retries"] > 1, "the sender tries")
        assert way.tally["sent_rows"] == 0
        peer.listen()
        until(lambda: peer.counters() == [1, 2, 3], "the rows")


def test_slow_receiver(peer: Peer) -> None:
    """A receiver that takes nothing never stalls the one who offers; the bound holds, the oldest go, and what was sent arrives."""
    peer.listen()
    peer.flow.clear()
    with road(peer, queue_bytes=2 << 20) as way:
        began = time.monotonic()
        for first in range(1, 40001, 500):
            way.sender.offer(sealed(first, 500, "h" * 250))
            assert way.sender.waiting().bytes <= 2 << 20
        assert time.monotonic() - began < 5
        if peer.waits:
            assert way.tally["dropped_rows:queue_full"] > 0
        peer.flow.set()
        assert way.sender.close(8) == Held(0, 0)
        if peer.keeps and peer.confirms:
            until(lambda: len(peer.counters()) == way.tally["sent_rows"], "all that was sent")
            assert peer.counters() == sorted(set(peer.counters()))


def test_row_too_large(peer: Peer) -> None:
    """One row that no payload can carry is dropped and counted, its neighbours arrive; elsewhere it arrives too."""
    peer.listen()
    with road(peer) as way:
        small, huge = sealed(1, 3), sealed(4, 1, "x" * max(300_000, peer.limit or 0))
        chunks = (*small.chunks, *huge.chunks, *sealed(5, 2).chunks)
        way.sender.offer(type(small)(chunks, 6, sum(map(len, chunks)), "rows"))
        assert way.sender.close(8) == Held(0, 0)
        assert way.tally["dropped_rows:row_too_large"] == (1 if peer.limit else 0)
        if peer.keeps:
            want = [1, 2, 3, 5, 6] if peer.limit else [1, 2, 3, 4, 5, 6]
            until(lambda: peer.counters() == want, "the rows")


def test_close_with_data_in_flight(peer: Peer) -> None:
    """close() keeps its deadline when the receiver takes nothing, says what remained and counts it."""
    peer.listen()
    peer.flow.clear()
    with road(peer) as way:
        for first in range(1, 20001, 500):
            way.sender.offer(sealed(first, 500, "h" * 250))
        began = time.monotonic()
        left = way.sender.close(0.1)
        assert time.monotonic() - began < 2
        assert way.tally["dropped_rows:shutdown"] == left.rows
        assert way.tally["dropped_bytes:shutdown"] == left.bytes
        assert way.tally["sent_rows"] + left.rows == 20000
        if peer.waits:
            assert left.rows > 0


def test_wrong_addresses(peer: Peer) -> None:
    """An address that cannot be meant is refused before anything is opened, by a message that names it."""
    assert peer.wrong
    for dest in peer.wrong:
        with pytest.raises(BadAddress) as refused:
            registry.parse(dest)
        assert str(refused.value).startswith(f"-dest {masked(dest if ':' in dest else dest + ':')}: ")


@only(lambda kind: issubclass(kind, PipePeer))
def test_reader_of_a_pipe_leaves(peer: Peer) -> None:
    """When the reader of stdout goes, the sender says so once, sets `gone`, and drops with that reason what comes later."""
    assert isinstance(peer, PipePeer)
    peer.listen()
    with road(peer) as way:
        way.sender.offer(sealed(1, 1))
        until(lambda: peer.counters() == [1], "the first row")
        peer.leave()
        way.sender.offer(sealed(2, 2))
        assert way.sender.gone.wait(5)
        assert "closed" in way.sender.gone_because
        way.sender.offer(sealed(4, 3))
        assert way.tally["dropped_rows:closed"] == 5
        assert way.tally["send_errors:closed"] == 1
