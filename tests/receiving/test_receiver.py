"""The receiver with real destinations as senders, and with connections that do what no sender of ours does."""

from __future__ import annotations

import os
import resource
import signal
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from xtcp_ebpf.abc import Sealed, Sink, Target
from xtcp_ebpf.destinations import registry
from xtcp_ebpf.marshal.formats import create as marshaller
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.receiving.listening import listen
from xtcp_ebpf.receiving.receiver import LAST_SECONDS, MOST_TOLD, Receiver
from xtcp_ebpf.unmarshal.reader import framed
from xtcp_ebpf.unmarshal.readers import READERS
from xtcp_ebpf.wire.framing import varint

SCHEMES = ("tcp", "udp", "unix", "unixgram")
PATIENCE = 8.0


def sealed(numbers: Sequence[int]) -> Sealed:
    """An Envelope of rows with these counters."""
    rows = tuple(framed(XtcpFlatRecord(record_counter=number, hostname="h", label='a "b",\n c')) for number in numbers)
    return Sealed(rows, len(rows), sum(map(len, rows)), "rows")


def address(scheme: str, folder: Path) -> str:
    if scheme in ("unix", "unixgram"):
        return f"{scheme}:{folder}/s"
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM if scheme == "tcp" else socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return f"{scheme}:127.0.0.1:{probe.getsockname()[1]}"


class Desk:
    """A receiver in a thread of its own, and what came of it."""

    def __init__(self, dest: str, kind: str) -> None:
        self.dest = dest
        self.told: list[str] = []
        self.chunks: list[bytes] = []
        self.idle = 0
        self.listening = listen(dest)
        self.receiver = Receiver(self.listening, kind, self.told.append)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        for found in self.receiver.rows():
            if found is None:
                self.idle += 1
            else:
                self.chunks.append(found[0])

    def counters(self) -> list[int]:
        return [row.record_counter for chunk in list(self.chunks) for row in Envelope.FromString(chunk).row]

    def wait(self, rows: int) -> list[int]:
        """The counters once there are so many."""
        until(lambda: len(self.counters()) >= rows, f"{rows} rows; told: {self.told}")
        return self.counters()

    def finish(self) -> None:
        """The thread ends by itself within the time that is promised."""
        self.receiver.stop()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()

    def close(self) -> None:
        self.finish()
        self.receiver.close()
        self.listening.close()

    def sink(self, kind: str) -> Sink:
        """The destination of the daemon, connected."""
        target: Target = registry.parse(self.dest)
        return registry.find(target.scheme).open(replace(target, preamble=marshaller(kind).preamble))

    def raw(self) -> socket.socket:
        """A connection of ours, to do wrong."""
        scheme, _, where = self.dest.partition(":")
        if scheme == "unix":
            sock = socket.socket(socket.AF_UNIX)
            sock.connect(where)
            return sock
        return socket.create_connection(("127.0.0.1", int(where.rpartition(":")[2])))


def until(condition: Callable[[], object], what: str) -> None:
    """Waits for a real event, at most PATIENCE seconds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.005)


@contextmanager
def desk(scheme: str, folder: Path, kind: str = "protobufList") -> Iterator[Desk]:
    """In the end nothing is left: no descriptor, no thread, no file."""
    before = len(list(Path("/proc/self/fd").iterdir()))
    made = Desk(address(scheme, folder), kind)
    try:
        yield made
    finally:
        made.close()
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    assert list(folder.iterdir()) == []


def test_a_signal_that_wakes_nobody(tmp_path: Path) -> None:
    """It comes to another thread, or right before the wait: its handler, which asks for the end, runs all the same."""
    listening = listen(address("unix", tmp_path))
    receiver = Receiver(listening, "protobufList", lambda _: None)
    before = signal.signal(signal.SIGUSR1, lambda *_: receiver.stop())
    timer = threading.Timer(0.2, lambda: signal.pthread_kill(threading.get_ident(), signal.SIGUSR1))
    timer.start()
    try:
        assert list(receiver.rows()) == [None]
    finally:
        timer.join()
        signal.signal(signal.SIGUSR1, before)
        receiver.close()
        listening.close()


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_from_the_daemons_destinations(scheme: str, kind: str, tmp_path: Path) -> None:
    """What a destination sends in any format comes out as the same rows, each once and in order, a new connection after the first too."""
    with desk(scheme, tmp_path, kind) as made:
        for first in (0, 50):
            sink, format_ = made.sink(kind), marshaller(kind)
            for number in range(first, first + 50, 5):
                sink.send(format_.encode(sealed(range(number, number + 5))))
            sink.close()
            assert made.wait(first + 50) == list(range(first + 50))
        made.finish()
        assert (made.receiver.torn, made.receiver.bad, made.told) == (0, 0, [])
        assert made.receiver.connections == (2 if scheme in ("tcp", "unix") else 0)
        if scheme != "tcp" or kind in ("protobufList", "protoJson", "msgpack"):
            assert made.receiver.payloads == 20
        assert made.idle


@pytest.mark.parametrize("scheme", ["tcp", "unix"])
def test_many_connections(scheme: str, tmp_path: Path) -> None:
    """A hundred senders at once, their frames cut anywhere and in turns: nothing is mixed up."""
    encoded = [marshaller("protobufList").encode(sealed([number, 1000 + number])) for number in range(100)]
    with desk(scheme, tmp_path) as made:
        socks = [made.raw() for _ in range(100)]
        for at in range(0, 60, 7):
            for sock, payload in zip(socks, encoded, strict=True):
                stream = (varint(len(payload)) + payload if scheme == "unix" else payload) * 2
                sock.sendall(stream[at : at + 7] if at < 56 else stream[at:])
        assert sorted(made.wait(400)) == sorted([*range(100), *range(1000, 1100)] * 2)
        for sock in socks:
            sock.close()
        made.finish()
        assert (made.receiver.connections, made.receiver.payloads, made.receiver.torn) == (100, 200, 0)


@pytest.mark.parametrize("kind", ["protobufList", "protoJson", "msgpack"])
@pytest.mark.parametrize("scheme", ["tcp", "unix"])
def test_a_torn_frame(scheme: str, kind: str, tmp_path: Path) -> None:
    """A connection that ends within a payload is told and counted, and none of that payload's rows are taken: they come again, whole."""
    payload = marshaller(kind).encode(sealed(range(10)))
    stream = varint(len(payload)) + payload if scheme == "unix" else payload
    with desk(scheme, tmp_path, kind) as made:
        with made.raw() as sock:
            sock.sendall(stream + stream[:-5])
        until(lambda: made.told, "the torn frame")
        sink = made.sink(kind)
        sink.send(payload)
        sink.close()
        assert made.wait(20) == [*range(10), *range(10)]
        made.finish()
        assert (made.receiver.torn, made.receiver.bad, made.receiver.connections) == (1, 0, 2)
        (line,) = made.told
        assert line.startswith("connection 1 " + ("from 127.0.0.1 port" if scheme == "tcp" else "ended: the last frame is cut off"))
        assert "is cut off" in line
        assert f"(at byte {len(stream)})" in line


def test_a_reset(tmp_path: Path) -> None:
    """A connection that is broken off is like one that ended: what was whole is there, what was not is torn."""
    payload = marshaller("protobufList").encode(sealed(range(3)))
    with desk("tcp", tmp_path) as made:
        sock = made.raw()
        sock.sendall(payload + payload[:4])
        made.wait(3)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        sock.close()
        until(lambda: made.receiver.torn, "the reset")
        assert made.counters() == [0, 1, 2]


@pytest.mark.parametrize("scheme", ["tcp", "unix"])
def test_a_bad_frame(scheme: str, tmp_path: Path) -> None:
    """It closes its own connection, with a message; the others go on, and the good rows before it are there."""
    payload = marshaller("protobufList").encode(sealed([1]))
    good = varint(len(payload)) + payload if scheme == "unix" else payload
    bad = b"\x02\x01\xff" if scheme == "unix" else b"\x01\xff"
    with desk(scheme, tmp_path) as made, made.raw() as other, made.raw() as wrong:
        other.sendall(good[:3])
        wrong.sendall(good + bad + good)
        wrong.settimeout(PATIENCE)
        with suppress(ConnectionResetError):
            assert wrong.recv(1) == b""
        other.sendall(good[3:])
        assert made.wait(2) == [1, 1]
        assert (made.receiver.bad, made.receiver.torn) == (1, 0)
        assert len(made.told) == 1
        assert "an Envelope holds nothing but rows, and here stands something else" in made.told[0]
        assert made.told[0].endswith(": closed")


def test_a_payload_that_ends_within_a_frame(tmp_path: Path) -> None:
    """By unix: the length outside and the one inside must agree."""
    payload = marshaller("protobufList").encode(sealed([1]))
    with desk("unix", tmp_path) as made, made.raw() as wrong:
        wrong.sendall(varint(len(payload) - 1) + payload[:-1])
        until(lambda: made.told, "the lie")
        assert f"a payload ends within a frame (at byte {len(payload)})" in made.told[0]
        assert made.counters() == []


def test_another_format(tmp_path: Path) -> None:
    """A sender of another format than -from is told, with a guess at what it is."""
    with desk("tcp", tmp_path) as made, made.raw() as wrong:
        wrong.sendall(marshaller("jsonl").encode(sealed([1])))
        until(lambda: made.told, "the wrong format")
        assert "(it looks like jsonl: -from jsonl): closed" in made.told[0]


@pytest.mark.parametrize("scheme", ["udp", "unixgram"])
def test_bad_datagrams(scheme: str, tmp_path: Path) -> None:
    """Each stands alone: a bad one is told and counted, a cut one too, an empty one is nothing; after twenty they are only counted."""
    payload = marshaller("protobufList").encode(sealed([1]))
    with desk(scheme, tmp_path) as made:
        sink = made.sink("protobufList")
        for wrong in (b"\x01\xff", payload[:-1], marshaller("jsonl").encode(sealed([1])), b""):
            sink.send(wrong)
        sink.send(payload)
        made.wait(1)
        assert made.receiver.bad == 3
        assert ["2 bytes: an Envelope" in made.told[0], "is cut off" in made.told[1], "-from jsonl" in made.told[2]] == [True] * 3
        for _ in range(MOST_TOLD):
            sink.send(b"\x01\xff")
        sink.send(payload)
        made.wait(2)
        sink.close()
        assert made.receiver.bad == 3 + MOST_TOLD
        assert len(made.told) == MOST_TOLD
        assert made.told[-1].endswith("; further ones are only counted")


def test_a_datagram_beyond_all_bounds(tmp_path: Path) -> None:
    """One that is larger than what is taken is not taken for whole."""
    with desk("unixgram", tmp_path) as made, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.setsockopt(socket.SOL_SOCKET, 32, 16 << 20)  # SO_SNDBUFFORCE
        sender.sendto(bytes((1 << 22) + 1), str(tmp_path / "s"))
        until(lambda: made.told, "the datagram")
        assert "it has 4194305 bytes, more than the 4194304 that are taken" in made.told[0]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_has_come_is_read_at_the_end(scheme: str, tmp_path: Path) -> None:
    """Rows that are in the kernel's queues when it is told to end are still taken, from connections that were not yet accepted too."""
    listening = listen(address(scheme, tmp_path))
    try:
        receiver = Receiver(listening, "protobufList", lambda _: None)
        target = registry.parse(listening.where)
        sinks = [registry.find(scheme).open(target) for _ in range(3)]
        for number, sink in enumerate(sinks):
            sink.send(marshaller("protobufList").encode(sealed([number])))
        receiver.stop()
        assert sum(found[1] for found in receiver.rows() if found) == 3
        for sink in sinks:
            sink.close()
        receiver.close()
    finally:
        listening.close()


def test_a_sender_without_end(tmp_path: Path) -> None:
    """One that goes on and on does not keep it from ending."""
    payload = marshaller("protobufList").encode(sealed(range(20))) * 50
    with desk("tcp", tmp_path) as made, made.raw() as sock:
        over = threading.Event()

        def pour() -> None:
            while not over.is_set():
                try:
                    sock.sendall(payload)
                except OSError:
                    return

        sock.settimeout(0.2)
        pouring = threading.Thread(target=pour)
        pouring.start()
        until(lambda: made.chunks, "the first rows")
        begun = time.monotonic()
        made.finish()
        assert time.monotonic() - begun < LAST_SECONDS + 2
        over.set()
        pouring.join()


def test_a_connection_open_at_the_end(tmp_path: Path) -> None:
    """What it had sent of a payload is told as torn: its sender will have to send it again."""
    payload = marshaller("protobufList").encode(sealed([1]))
    with desk("tcp", tmp_path) as made, made.raw() as sock, made.raw() as idle:
        sock.sendall(payload + payload[:3])
        made.wait(1)
        idle.sendall(payload)
        made.wait(2)
        made.finish()
        assert (made.receiver.torn, made.receiver.connections, made.receiver.payloads) == (1, 2, 2)


def test_out_of_descriptors(tmp_path: Path) -> None:
    """When no more can be had, the connections that are there go on, and the next are taken when one has gone."""
    payload = marshaller("protobufList").encode(sealed([1]))
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with desk("tcp", tmp_path) as made, made.raw() as first, made.raw() as second:
        first.sendall(payload)
        made.wait(1)
        until(lambda: made.receiver.connections == 2, "both")
        third = made.raw()
        until(lambda: made.receiver.connections == 3, "the third")
        fourth = socket.socket()
        highest = max(int(path.name) for path in Path("/proc/self/fd").iterdir())
        fillers = []
        while (filler := os.dup(0)) < highest:
            fillers.append(filler)
        resource.setrlimit(resource.RLIMIT_NOFILE, (filler + 1, hard))
        try:
            fourth.connect(third.getpeername())
            until(lambda: made.told, "the end of descriptors")
            first.sendall(payload)
            made.wait(2)
            second.close()
            fourth.sendall(payload)
            until(lambda: len(made.chunks) == 3, "the fourth")
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
            for one in (*fillers, filler):
                os.close(one)
            third.close()
            fourth.close()
        assert "no further connections for now: EMFILE" in made.told[0]
