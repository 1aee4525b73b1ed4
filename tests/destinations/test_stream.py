"""Whole payloads over a connection, and noticing that it is cut."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from xtcp_ebpf.destinations._stream import StreamSink
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.wire.framing import varint

Pair = tuple[socket.socket, socket.socket]


@pytest.fixture(params=["tcp", "unix"])
def pair(request: pytest.FixtureRequest) -> Iterator[Pair]:
    """(near, far) ends of a connection."""
    if request.param == "unix":
        near, far = socket.socketpair()
    else:
        with socket.create_server(("127.0.0.1", 0)) as server:
            near = socket.create_connection(server.getsockname())
            far = server.accept()[0]
    yield near, far
    near.close()
    far.close()


def read_all(far: socket.socket) -> bytes:
    out = b""
    while data := far.recv(65536):
        out += data
    return out


@pytest.mark.parametrize("size", [0, 1, 127, 128, 5_000_000])
def test_frame_preamble_payload(pair: Pair, size: int) -> None:
    """The first payload has the preamble inside its frame, the others none, whatever part the kernel takes at a time."""
    near, far = pair
    payload = bytes(range(256)) * (size // 256 + 1)
    payload = payload[:size]
    sink = StreamSink(near, "unix:x", b"head\n", varint)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(read_all(far)))
    reader.start()
    sink.send(payload)
    sink.send(b"again")
    sink.close()
    reader.join()
    assert got[0] == varint(size + 5) + b"head\n" + payload + varint(5) + b"again"


@pytest.mark.parametrize("count", [0, 1, 5, 3000])
def test_parts_arrive_joined(pair: Pair, count: int) -> None:
    """However many parts there are, more than one sendmsg takes too, empty ones among them: the receiver sees one frame."""
    near, far = pair
    parts = tuple(bytes([i % 256]) * (i % 700) for i in range(count))
    sink = StreamSink(near, "unix:x", b"head\n", varint)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(read_all(far)))
    reader.start()
    sink.send_parts(parts)
    sink.close()
    reader.join()
    payload = b"head\n" + b"".join(parts)
    assert got[0] == varint(len(payload)) + payload


def test_a_cut_is_noticed_before_the_next_payload(pair: Pair) -> None:
    """After the receiver closed, not one byte more goes into the connection."""
    near, far = pair
    sink = StreamSink(near, "tcp:h:1", b"", lambda _: b"")
    sink.send(b"1")
    assert far.recv(10) == b"1"
    far.close()
    with pytest.raises(SendError) as gone:
        sink.send(b"2")
    assert gone.value.retry
    assert gone.value.reason in ("closed", "reset")


def test_what_the_receiver_says_is_ignored(pair: Pair) -> None:
    """A receiver that talks back neither fills a buffer nor counts as gone."""
    near, far = pair
    sink = StreamSink(near, "tcp:h:1", b"", lambda _: b"")
    for _ in range(3):
        far.sendall(b"hello" * 1000)
        sink.send(b"1")
    assert far.recv(3, socket.MSG_WAITALL) == b"111"


def test_a_receiver_that_shuts_down_its_side_counts_as_gone(pair: Pair) -> None:
    """An end of file from the receiver is a cut: whether it still reads cannot be known."""
    near, far = pair
    sink = StreamSink(near, "tcp:h:1", b"", lambda _: b"")
    far.shutdown(socket.SHUT_WR)
    with pytest.raises(SendError, match="tcp:h:1: the receiver has closed the connection"):
        sink.send(b"2")


def test_a_receiver_that_takes_nothing_times_out(pair: Pair) -> None:
    """A send that makes no progress is given up after the patience, with retry."""
    near, _far = pair
    sink = StreamSink(near, "tcp:h:1", b"", lambda _: b"", patience=0.02)
    with pytest.raises(SendError) as stuck:
        sink.send(bytes(20_000_000))
    assert (stuck.value.reason, stuck.value.retry) == ("timeout", True)
