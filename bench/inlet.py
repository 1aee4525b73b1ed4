"""Where the daemon's rows come in: protobufList over a Unix stream socket, read by a thread as they come."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterable
from typing import Protocol

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.wire.framing import read_varint

_READ_BYTES = 1 << 18
_LONGEST_VARINT = 10


class Taker(Protocol):
    """Who gets the rows."""

    def take(self, rows: Iterable[XtcpFlatRecord], now: float) -> None: ...


class Inlet:
    """Listens at an abstract address of its own network namespace, for one connection. Holds one payload at a time."""

    def __init__(self, name: str, taker: Taker) -> None:
        self.dest = f"unix:@{name}"
        """For -dest."""
        self.connected = threading.Event()
        self.failed: BaseException | None = None
        """What ended it before its time."""
        self._taker = taker
        self._door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._door.bind(f"\0{name}")
        self._door.listen(1)
        self._thread = threading.Thread(target=self._run, name="inlet", daemon=True)
        self._thread.start()

    def finish(self, seconds: float) -> bool:
        """Wait for the end of what is sent; False: it does not come."""
        if not self.connected.is_set():
            return False
        self._thread.join(seconds)
        self._door.close()
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            stream = self._door.accept()[0]
            self.connected.set()
            with stream:
                self._read(stream)
        except BaseException as error:
            self.failed = error

    def _read(self, stream: socket.socket) -> None:
        held = bytearray()
        while data := stream.recv(_READ_BYTES):
            held += data
            while (end := _whole(held)) is not None:
                payload = bytes(memoryview(held)[end[0] : end[1]])
                del held[: end[1]]
                self._open(payload)
        if held:
            raise EOFError(f"the stream ended {len(held)} bytes into a payload")

    def _open(self, payload: bytes) -> None:
        """One payload or more: behind the destination's frame each envelope has the format's."""
        at = 0
        while at < len(payload):
            size, at = read_varint(payload, at)
            self._taker.take(Envelope.FromString(payload[at : at + size]).row, time.time())
            at += size


def _whole(held: bytearray) -> tuple[int, int] | None:
    """Where the first payload begins and ends; None when it is not all there."""
    try:
        size, start = read_varint(bytes(held[:_LONGEST_VARINT]), 0)
    except ValueError:
        if len(held) >= _LONGEST_VARINT:
            raise
        return None
    return (start, start + size) if len(held) >= start + size else None
