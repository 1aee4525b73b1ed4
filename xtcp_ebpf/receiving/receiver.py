"""What comes in on a listening socket, as rows: many connections at once, each with a reader of its own, all in one thread.

Nothing is read while what was read is not taken: a slow reader of ours slows the senders, but for UDP, where the kernel then drops.
"""

from __future__ import annotations

import errno
import os
import selectors
import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

from xtcp_ebpf.errors import CaptureError, errno_text
from xtcp_ebpf.kernel.alarm import SIGNAL_SECONDS
from xtcp_ebpf.receiving.listening import STREAMS, Listening
from xtcp_ebpf.unmarshal.reader import Reader, Rows
from xtcp_ebpf.unmarshal.readers import READERS, create
from xtcp_ebpf.unmarshal.recognise import recognise
from xtcp_ebpf.unmarshal.stream_pieces import Frames

LAST_SECONDS = 1.0
"""How long what has come already is still read when it is to end."""
MOST_TOLD = 20
"""So many damages are told one by one; then they are only counted."""

_AT_ONCE = 1 << 18
_DATAGRAM = 1 << 22
"""Bytes: a UDP datagram has less than 64 KiB, a Unix one as much as its sender's buffer."""
_DATAGRAMS_AT_ONCE = 64
_KEEPALIVE = ((socket.TCP_KEEPIDLE, 30), (socket.TCP_KEEPINTVL, 10), (socket.TCP_KEEPCNT, 3))
_TOO_MANY = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)


class _Connection:
    """One stream of payloads."""

    def __init__(self, sock: socket.socket, who: str, reader: Reader, lengths: bool) -> None:
        self.sock = sock
        self.who = who
        self._reader = reader
        self._payloads = Frames() if lengths else None
        self._count = 0

    @property
    def payloads(self) -> int:
        """How many were whole; where nothing marks them, the frames of their format."""
        return self._count if self._payloads else self._reader.frames

    @property
    def first(self) -> bool:
        """No frame has come that was whole."""
        return not self._reader.frames

    def feed(self, data: bytes) -> Iterator[Rows]:
        """Raises CaptureError."""
        if self._payloads is None:
            yield from self._reader.feed(data)
            return
        for at, payload in self._payloads.feed(data):
            self._count += 1
            yield from self._reader.feed(payload)
            if self._reader.pending:
                raise CaptureError("a payload ends within a frame", at + len(payload))

    def end(self) -> list[Rows]:
        """What is left. Raises CaptureError when it is torn: then nothing, as the sender sends all of that payload again."""
        if self._payloads and self._payloads.pending:
            raise self._payloads.torn()
        return list(self._reader.end())


class Receiver:
    """Reads `listening`, which stays the caller's, in the format `kind`: with a reader for each connection or datagram.

    `tell`: a line for a person.
    """

    def __init__(self, listening: Listening, kind: str, tell: Callable[[str], None]) -> None:
        self._listening = listening
        self._kind = kind
        self._tell = tell
        self._bell = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._bell, selectors.EVENT_READ)
        self._stream = listening.scheme in STREAMS
        self._buffer = memoryview(b"" if self._stream else bytearray(_DATAGRAM))
        self._accept(True)
        self._open: set[_Connection] = set()
        self._last = float("inf")
        self._told = 0
        self._gone_payloads = 0
        self.connections = 0
        """Accepted so far."""
        self.torn = 0
        """Connections that ended within a frame."""
        self.bad = 0
        """Connections closed, and datagrams given up, for what was in them."""
        self.cut_short = False
        """More was there when it had to end."""

    @property
    def payloads(self) -> int:
        """Whole payloads so far, bad ones too; by tcp the format's frames: nothing else marks where a payload ends."""
        return self._gone_payloads + sum(one.payloads for one in self._open)

    def stop(self) -> None:
        """Read what has come by now, and end. For signal handlers too."""
        self._last = min(self._last, time.monotonic() + LAST_SECONDS)
        os.eventfd_write(self._bell, 1)

    def rows(self) -> Iterator[Rows | None]:
        """Rows as they come; None whenever nothing more is there. Ends after stop(). Iterate once."""
        told = False
        while True:
            events = [key for key, _ in self._selector.select(0) if key.fd != self._bell]
            if not events:
                if not told:
                    yield None
                told = True
                if self._last < float("inf"):
                    break
                events = [key for key, _ in self._selector.select(SIGNAL_SECONDS) if key.fd != self._bell]
            if time.monotonic() > self._last:
                self.cut_short = True
                break
            for key in events:
                told = False
                yield from self._take(key.data)
        for one in list(self._open):
            yield from self._end(one)

    def close(self) -> None:
        """Give back all but the listening socket."""
        for one in self._open:
            one.sock.close()
        self._selector.close()
        os.close(self._bell)

    def _take(self, one: Any) -> Iterator[Rows]:
        if one is not None:
            return self._from_connection(one)
        return self._from_new() if self._stream else self._from_datagrams()

    def _accept(self, more: bool) -> None:
        if more:
            self._selector.register(self._listening.sock, selectors.EVENT_READ, None)
        else:
            self._selector.unregister(self._listening.sock)

    def _from_new(self) -> Iterator[Rows]:
        try:
            sock, address = self._listening.sock.accept()
        except OSError as error:
            if error.errno in _TOO_MANY:
                self._report(f"no further connections for now: {errno_text(error.errno or 0)}")
                self._accept(False)
            return iter(())
        sock.setblocking(False)
        if self._listening.scheme == "tcp":
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            for option, value in _KEEPALIVE:
                sock.setsockopt(socket.IPPROTO_TCP, option, value)
        self.connections += 1
        who = f"connection {self.connections}" + (f" from {address[0]} port {address[1]}" if isinstance(address, tuple) else "")
        one = _Connection(sock, who, create(self._kind), self._listening.scheme == "unix")
        self._open.add(one)
        self._selector.register(sock, selectors.EVENT_READ, one)
        return iter(())

    def _from_connection(self, one: _Connection) -> Iterator[Rows]:
        try:
            data = one.sock.recv(_AT_ONCE)
        except BlockingIOError:
            return
        except OSError:  # broken off: the end, as for what it brought
            data = b""
        if not data:
            yield from self._end(one)
            return
        try:
            yield from one.feed(data)
        except CaptureError as error:
            self.bad += 1
            self._report(f"{one.who}: {error}{self._meant(data) if one.first else ''}: closed")
            self._forget(one)

    def _end(self, one: _Connection) -> Iterator[Rows]:
        try:
            yield from one.end()
        except CaptureError as error:
            self.torn += 1
            self._report(f"{one.who} ended: {error}")
        self._forget(one)

    def _forget(self, one: _Connection) -> None:
        self._gone_payloads += one.payloads
        self._open.remove(one)
        self._selector.unregister(one.sock)
        one.sock.close()
        if self._listening.sock not in self._selector.get_map():
            self._accept(True)

    def _from_datagrams(self) -> Iterator[Rows]:
        for _ in range(_DATAGRAMS_AT_ONCE):
            try:
                size = self._listening.sock.recv_into(self._buffer, 0, socket.MSG_TRUNC)
            except BlockingIOError:
                return
            reader = create(self._kind)
            try:
                if size > len(self._buffer):
                    raise CaptureError(f"it has {size} bytes, more than the {len(self._buffer)} that are taken", len(self._buffer))
                self._gone_payloads += 1
                yield from reader.feed(bytes(self._buffer[:size]))
                yield from reader.end()
            except CaptureError as error:
                self.bad += 1
                self._report(f"a datagram of {size} bytes: {error}{self._meant(bytes(self._buffer[:size]))}")

    def _report(self, text: str) -> None:
        self._told += 1
        if self._told <= MOST_TOLD:
            self._tell(text + ("; further ones are only counted" if self._told == MOST_TOLD else ""))

    def _meant(self, data: bytes) -> str:
        """A guess at what a sender sends that was misunderstood."""
        try:
            name = recognise(data, ended=True)
        except CaptureError:
            return ""
        return f" (it looks like {name}: -from {name})" if name in READERS and name != self._kind else ""
