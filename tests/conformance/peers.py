"""What the conformance suite of the destinations stands on: a real receiver for each kind, and a sender that is quick to try again.

A new destination adds a Peer, here or in a peers_NAME.py, and one line to all_peers.py.
"""

from __future__ import annotations

import os
import select
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.destinations import registry
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire.framing import ROW_TAG, read_varint, varint

TICK = 0.01
PATIENCE = 8.0


class QuickClock(SystemClock):
    """The real clock with a jitter that makes waits 50 times shorter."""

    def random(self) -> float:
        return 0.02


def sealed(first: int, count: int, hostname: str = "h") -> Sealed:
    """An Envelope of rows whose record_counter goes up from `first`."""
    chunks = []
    for number in range(first, first + count):
        row = XtcpFlatRecord(record_counter=number, hostname=hostname).SerializeToString()
        chunks.append(bytes([ROW_TAG]) + varint(len(row)) + row)
    return Sealed(tuple(chunks), count, sum(map(len, chunks)), "rows")


def until(condition: Callable[[], object], what: str) -> None:
    """Waits for a real event, at most PATIENCE seconds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(TICK)


def frames(stream: bytes) -> tuple[list[bytes], bytes]:
    """What stands behind each varint length, and the cut-off rest."""
    out, at = [], 0
    while at < len(stream):
        try:
            size, start = read_varint(stream, at)
        except ValueError:
            break
        if start + size > len(stream):
            break
        out.append(stream[start : start + size])
        at = start + size
    return out, stream[at:]


def counters(stream: bytes) -> list[int]:
    """The record_counter of each row of a stream of protobufList frames."""
    return [row.record_counter for body in frames(stream)[0] for row in Envelope.FromString(body).row]


class Peer:
    """A receiver. `dest` is its address as an operator writes it."""

    dest = ""
    keeps = True
    """What it received can be looked at."""
    returns = True
    """It can go and come back."""
    waits = True
    """The sender notices when it is not there or takes nothing."""
    confirms = True
    """Nothing is lost while it is away."""
    limit: int | None = None
    """The largest payload."""
    only_protobuf_list = False
    """It is made of that format."""
    too_large = "EMSGSIZE"
    """What is said of one byte more."""
    wrong: tuple[str, ...] = ()
    """Addresses that cannot be meant."""
    knobs = Knobs()
    """The daemon's, for this destination."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.flow = threading.Event()
        self.flow.set()
        self.pieces: list[bytes] = []

    def listen(self) -> None: ...

    def shut(self) -> None: ...

    def rest(self) -> None:
        """The end of a test."""
        self.shut()

    def streams(self) -> list[bytes]:
        """What a reader saw: one per connection, file or datagram, without the transport's framing."""
        return list(self.pieces)

    def counters(self) -> list[int]:
        return [number for stream in self.streams() for number in counters(stream)]


class NullPeer(Peer):
    dest = "null:"
    keeps = returns = waits = False
    wrong = ("null:x",)


class FilePeer(Peer):
    waits = False
    wrong = ("file:", "file:/tmp/", "file:..", "file:a\0b", "file")

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._path = self.folder / "out"
        self.dest = f"file:{self._path}"

    def listen(self) -> None:
        if self._path.is_dir():
            self._path.rmdir()

    def shut(self) -> None:
        if self._path.is_file():
            self.pieces.append(self._path.read_bytes())
            self._path.unlink()
        self._path.mkdir(exist_ok=True)

    def streams(self) -> list[bytes]:
        return [*self.pieces, *([self._path.read_bytes()] if self._path.is_file() else [])]


class PipePeer(Peer):
    """A pipe in the place of this process's own stdout or stderr."""

    returns = False
    scheme, number = "stdout", 1
    wrong: tuple[str, ...] = ("stdout:x",)

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.dest = f"{self.scheme}:"
        self._kept = -1
        self._thread: threading.Thread | None = None

    def listen(self) -> None:
        self._kept = os.dup(self.number)
        self._read, write = os.pipe()
        os.dup2(write, self.number)
        os.close(write)
        self.pieces.append(b"")
        self._stop = False
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        while True:
            self.flow.wait(TICK)
            if self.flow.is_set() and select.select([self._read], [], [], TICK)[0]:
                self.pieces[-1] += os.read(self._read, 65536)
            elif self._stop:
                break
        os.close(self._read)

    def leave(self) -> None:
        """Close the reading end."""
        self._stop = True
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def shut(self) -> None:
        if self._kept >= 0:
            self.leave()
            os.dup2(self._kept, self.number)
            os.close(self._kept)
            self._kept = -1


class StderrPeer(PipePeer):
    scheme, number = "stderr", 2
    wrong = ("stderr:1",)


class SocketPeer(Peer):
    """A server in a thread of its own; `shut` closes all that it has."""

    family: int = socket.AF_INET
    kind: int = socket.SOCK_STREAM
    host = "127.0.0.1"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._path = self.folder / "s"
        self._port = 0
        self._thread: threading.Thread | None = None
        scheme = {socket.SOCK_STREAM: ("unix", "tcp"), socket.SOCK_DGRAM: ("unixgram", "udp")}[socket.SocketKind(self.kind)]
        if self.family == socket.AF_UNIX:
            self.dest = f"{scheme[0]}:{self._path}"
            return
        with socket.socket(self.family, self.kind) as probe:
            probe.bind((self.host, 0))
            self._port = probe.getsockname()[1]
        self.dest = f"{scheme[1]}:{f'[{self.host}]' if ':' in self.host else self.host}:{self._port}"

    def listen(self) -> None:
        server = socket.socket(self.family, self.kind)
        if self.family == socket.AF_UNIX:
            self._path.unlink(missing_ok=True)
            server.bind(str(self._path))
        else:
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            server.bind((self.host, self._port))
        if self.kind == socket.SOCK_STREAM:
            server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
            server.listen()
        else:
            server.setsockopt(socket.SOL_SOCKET, 33, 16 << 20)  # SO_RCVBUFFORCE: what UDP drops is not the sender's doing
        self._stop = False
        self._thread = threading.Thread(target=self._run, args=(server,))
        self._thread.start()

    def _run(self, server: socket.socket) -> None:
        open_ = {server: -1}
        while not self._stop:
            self.flow.wait(TICK)
            if not self.flow.is_set():
                continue
            for sock in select.select(list(open_), [], [], TICK)[0]:
                if self.kind == socket.SOCK_DGRAM:
                    self.pieces.append(sock.recv(1 << 20))
                elif sock is server:
                    connection = server.accept()[0]
                    open_[connection] = len(self.pieces)
                    self.pieces.append(b"")
                else:
                    data = sock.recv(65536)
                    self.pieces[open_[sock]] += data
                    if not data:
                        del open_[sock]
                        sock.close()
        for sock in open_:
            sock.close()

    def shut(self) -> None:
        if self._thread is not None:
            self._stop = True
            self._thread.join()
            self._thread = None


class TcpPeer(SocketPeer):
    wrong = ("tcp", "tcp:", "tcp:localhost", "tcp::9000", "tcp:h:0", "tcp:h:65536", "tcp:h:x", "tcp://h:9", "tcp:::1:9", "tcp:[::1]9")


class Tcp6Peer(TcpPeer):
    family = socket.AF_INET6
    host = "::1"


class UdpPeer(SocketPeer):
    kind = socket.SOCK_DGRAM
    waits = confirms = False
    limit = 65507
    wrong = ("udp", "udp:h", "udp:h:", "udp:::1:9000", "udp:[1.2.3.4]:9", "udp:a b:9")


class Udp6Peer(UdpPeer):
    family = socket.AF_INET6
    host = "::1"
    limit = 65527


class UnixPeer(SocketPeer):
    family = socket.AF_UNIX
    wrong = ("unix", "unix:", "unix:/tmp/", "unix:/" + "x" * 107)

    def streams(self) -> list[bytes]:
        return [b"".join(frames(stream)[0]) for stream in self.pieces]


class UnixgramPeer(SocketPeer):
    family = socket.AF_UNIX
    kind = socket.SOCK_DGRAM
    limit = 212960
    wrong = ("unixgram:", "unixgram:.", "unixgram:/" + "ü" * 60)


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


class Road:
    """A sender and the peer at its end."""

    def __init__(self, peer: Peer, queue_bytes: int, marshal: str, columns: tuple[str, ...]) -> None:
        self.peer = peer
        self.tally = Tally()
        target = registry.parse(peer.dest, peer.knobs)
        marshaller = formats.create(marshal, columns)
        self.sender = Sender(target, registry.find(target.scheme), marshaller, self.tally, QuickClock(), queue_bytes)

    def dropped(self) -> int:
        return sum(n for name, n in self.tally.read().items() if name.startswith("dropped_rows:"))

    def balanced(self) -> bool:
        """Every row that was offered is sent or dropped for a reason."""
        return self.tally["offered_rows"] == self.tally["sent_rows"] + self.dropped()


@contextmanager
def road(peer: Peer, queue_bytes: int = 1 << 26, marshal: str = "protobufList", columns: tuple[str, ...] = ()) -> Iterator[Road]:
    """Started, and in the end closed: no row unaccounted for, no thread left, no descriptor left."""
    before = descriptors()
    way = Road(peer, queue_bytes, marshal, columns)
    way.sender.start()
    try:
        yield way
    finally:
        peer.flow.set()
        way.sender.close(PATIENCE)
        until(lambda: not [t for t in threading.enumerate() if t.name.startswith("send-")], "the sender's thread ends")
    assert way.balanced(), way.tally.read()
    peer.rest()
    assert descriptors() <= before
