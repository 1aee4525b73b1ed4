"""The other end of an offer: a process in a namespace that hands a diag socket of it to a daemon, each time that the daemon asks."""

from __future__ import annotations

import errno
import logging
import os
import socket
from pathlib import Path
from typing import Final, Protocol

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.errors import OpenError, errno_text
from xtcp_ebpf.kernel.alarm import SIGNAL_SECONDS
from xtcp_ebpf.kernel.diag_socket import connected
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.opening import offer_frames
from xtcp_ebpf.opening.handover import Frame, Handover, close_all
from xtcp_ebpf.opening.offer_frames import Kind

log = logging.getLogger(__name__)

AGAIN_SECONDS: Final = 1.0
"""Between two tries to reach the daemon; it may not be there yet, or start anew."""
REFUSED_SECONDS: Final = 10.0
"""... when it has refused."""

LAST_WORD_SECONDS: Final = 1.0


class Stop(Protocol):
    """kernel.alarm.Alarm."""

    def is_set(self) -> bool: ...

    def wait(self, timeout: float | None = None) -> bool: ...

    def watch(self, seconds: float, descriptors: tuple[int, ...]) -> tuple[int, ...]: ...


class Offering:
    """Offers the namespace of the calling thread at that socket file, under that name, until `stop` is set."""

    def __init__(self, path: str, name: str, stop: Stop, again: float = AGAIN_SECONDS, refused: float = REFUSED_SECONDS) -> None:
        self._path = path
        self._name = name
        self._stop = stop
        self._rests = again, refused
        self._own = Namespace(Path("/proc/thread-self/ns/net").stat().st_ino, "own", "", "own")
        self._gate = Gate(bytearray(0))
        self._said = ""

    def run(self) -> None:
        """Connect, serve, connect again."""
        try:
            while not self._stop.is_set():
                refused = False
                try:
                    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_CLOEXEC) as sock:
                        sock.connect(self._path)
                        refused = self._serve_to_the_last_word(Handover(sock))
                except OSError as error:
                    self._say(f"nobody takes offers at {self._path} now: {errno_text(error.errno or 0)}")
                self._stop.wait(self._rests[refused])
        finally:
            self._gate.close()

    def _serve_to_the_last_word(self, connection: Handover) -> bool:
        """As _serve. A daemon that refuses before it has read what we say is heard all the same: its word waits behind the error."""
        try:
            return self._serve(connection)
        except (ConnectionResetError, BrokenPipeError):
            connection.within(LAST_WORD_SECONDS)
            return self._is_refused(connection.receive())

    def _serve(self, connection: Handover) -> bool:
        """Until one of both ends it; True: it was refused. Raises OSError."""
        diag, _, _ = connected()
        try:
            connection.send(Kind.HELLO, 0, offer_frames.hello(self._name), (diag.fileno(),))
        finally:
            diag.close()
        while not self._stop.is_set():
            if not self._stop.watch(SIGNAL_SECONDS, (connection.fileno(),)):
                continue
            frame = connection.receive()
            close_all(frame.descriptors)
            if self._is_refused(frame):
                return True
            if frame.kind == Kind.WELCOME:
                self._say(f"net:[{self._own.inode}] is offered at {self._path}", logging.INFO)
            else:
                self._answer(connection, frame)
        return False

    def _is_refused(self, frame: Frame) -> bool:
        if frame.kind == Kind.REFUSED:
            self._say(f"the daemon at {self._path} refuses the offer: {offer_frames.printable(frame.body)}")
        return frame.kind == Kind.REFUSED

    def _answer(self, connection: Handover, frame: Frame) -> None:
        """Open, or look; nothing is kept of either."""
        try:
            if frame.kind == Kind.OPEN:
                diag = self._gate.open(self._own)
                try:
                    connection.send(Kind.SOCKET, frame.number, b"", (diag.fd,))
                finally:
                    diag.close()
            elif frame.kind == Kind.LOOK:
                seen = self._gate.look(self._own, frame.body == b"\1")
                connection.send(Kind.PRESENCE, frame.number, offer_frames.pack_presence(seen))
            else:
                raise ConnectionAbortedError(errno.EBADMSG, os.strerror(errno.EBADMSG))
        except OpenError as error:
            connection.send(Kind.FAILED, frame.number, offer_frames.pack_failure(error))

    def _say(self, what: str, level: int = logging.WARNING) -> None:
        """Each once, until it is something else."""
        if what != self._said:
            self._said = what
            log.log(level, "%s", what)
