"""Whole payloads over a connection, and noticing that it is cut."""

from __future__ import annotations

import fcntl
import select
import socket
import struct
import termios
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from xtcp_ebpf.destinations._stream import StreamSink, queued
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


def reset(far: socket.socket) -> None:
    """As if its process had died without reading."""
    far.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    far.close()


def broken(sink: StreamSink, payload: bytes = b"next") -> SendError:
    """What the next send says, when the cut has been told to the kernel."""
    poll = select.poll()
    poll.register(sink._sock, select.POLLRDHUP)
    assert poll.poll(5000)
    with pytest.raises(SendError) as gone:
        sink.send(payload)
    return gone.value


@pytest.mark.parametrize("end", [reset, socket.socket.close])
def test_what_was_read_is_not_unconfirmed(pair: Pair, end: Callable[[socket.socket], None]) -> None:
    """A receiver that has read all and then goes leaves nothing in doubt."""
    near, far = pair
    sink = StreamSink(near, "tcp:h:1", b"", lambda _: b"")
    for _ in range(3):
        sink.send(bytes(10_000))
        assert len(far.recv(10_000, socket.MSG_WAITALL)) == 10_000
    end(far)
    assert broken(sink).unconfirmed_bytes == 0


def stuffed(pair: Pair) -> tuple[StreamSink, int]:
    """A sink whose receiver takes nothing more, and the bytes of the payloads that were taken whole."""
    near, _far = pair
    sink = StreamSink(near, "tcp:h:1", b"", lambda _: b"", patience=0.02)
    taken = 0
    while True:
        try:
            sink.send(bytes(7_000))
        except SendError as error:
            assert error.reason == "timeout"
            return sink, taken
        taken += 7_000


def test_bytes_in_flight_at_a_reset_are_unconfirmed(pair: Pair) -> None:
    """What the receiver did not take, of payloads whose send had ended well, is told with the error, whichever kernel queue has it."""
    sink, taken = stuffed(pair)
    if not sink._unix:
        # What has come is acknowledged a little later.
        end = time.monotonic() + 5
        while queued(pair[0]) + waiting_at(pair[1]) > taken + sink._taken:
            assert time.monotonic() < end
            time.sleep(0.005)
    read = 0 if sink._unix else waiting_at(pair[1])
    partly = 0 if sink._unix else sink._taken
    reset(pair[1])
    gone = broken(sink)
    assert gone.reason in ("closed", "reset")
    # The sender gives up a sink after a timeout: here it is used once more, and a part of the payload that failed is in the queue.
    assert gone.unconfirmed_bytes == taken + partly - read


def waiting_at(far: socket.socket) -> int:
    """Bytes that have come and were not read."""
    return int.from_bytes(fcntl.ioctl(far, termios.FIONREAD, bytes(4)), "little")


def test_the_payload_that_failed_is_not_counted(pair: Pair) -> None:
    """It is sent again whole, so that no part of it is in doubt: only the ones before are."""
    near, _far = pair
    sink = StreamSink(near, "tcp:h:1", b"", lambda _: b"", patience=0.02)
    with pytest.raises(SendError) as stuck:
        sink.send(bytes(20_000_000))
    assert (stuck.value.reason, stuck.value.unconfirmed_bytes) == ("timeout", 0)


def test_a_unix_receiver_that_read_a_part() -> None:
    """As much is in doubt as was unread at the last look, at most: what the receiver had read by then is not."""
    near, far = socket.socketpair()
    sink = StreamSink(near, "unix:x", b"", lambda _: b"")
    sink.send(bytes(10_000))
    assert len(far.recv(10_000, socket.MSG_WAITALL)) == 10_000
    sink.send(bytes(300))
    sink.send(bytes(200))
    assert len(far.recv(300, socket.MSG_WAITALL)) == 300
    far.close()
    assert broken(sink).unconfirmed_bytes == 500
    sink.close()


def test_a_unix_receiver_that_shuts_down() -> None:
    """What is still in its queue may yet be read, or not: it is in doubt."""
    near, far = socket.socketpair()
    sink = StreamSink(near, "unix:x", b"", lambda _: b"")
    sink.send(bytes(300))
    far.shutdown(socket.SHUT_RDWR)
    assert broken(sink).unconfirmed_bytes == 300
    sink.close()
    far.close()


def test_closing_loses_nothing_of_what_is_under_way() -> None:
    """A receiver that talks back and reads late gets all that was sent before the sink was closed."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        near = socket.create_connection(server.getsockname())
        far = server.accept()[0]
    sink = StreamSink(near, "tcp:h:1", b"", lambda _: b"")
    far.sendall(b"hello")
    sink.send(bytes(2_000_000))
    far.sendall(b"hello again")
    sink.close()
    assert len(read_all(far)) == 2_000_000
    far.close()
