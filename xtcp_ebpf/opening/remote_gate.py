"""A reader's gate whose visits are made by an opener: Opener of abc.py for a daemon that may not enter namespaces itself.

What comes back of a visit is what the visit of kernel/visit.py would have brought, so all that is above it, errors and their words
included, is the same. Its own namespace the thread dumps and looks at itself: that takes no right.
"""

from __future__ import annotations

import errno
from typing import Final

from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.kernel.visit import Home, Step, Visit, visit
from xtcp_ebpf.opening.handover import Frame, Handover, close_all
from xtcp_ebpf.opening.hirer import Openers
from xtcp_ebpf.opening.roles import Kind, Role
from xtcp_ebpf.opening.visit_frames import Asked, pack_ask, read_answer
from xtcp_ebpf.opening.visitor import HANDLES

VISIT_SECONDS: Final = 2.0
"""How long a visit may take: then its opener hangs, and is ended. A visit is some 20 us, and waits for nothing but the processor."""


class Visits:
    """Visiting of visit.py, by an opener. One thread uses it. Raises OpenError beside what a Visit tells: `opener_gone`, `opener_hung`."""

    def __init__(self, openers: Openers, seconds: float = VISIT_SECONDS) -> None:
        self._openers = openers
        self._seconds = seconds
        self._number = 0
        self._connection: Handover | None = None
        self.handles = False
        """Can the opener open namespaces by their numbers?"""
        self._hire()

    def __call__(
        self,
        home: Home,
        path: bytes | None,
        handle: bytes | None,
        inode: int,
        files: tuple[bytes, ...] = (),
        diag: bool = False,
        confirm: bool = False,
    ) -> Visit:
        if path is None and handle is None:
            return visit(home, None, None, inode, files, diag, confirm)
        body = pack_ask(Asked(path, handle, inode, files, diag, confirm))
        try:
            found = self._ask(body)
        except ConnectionError as error:
            # It may have been ended while nobody asked it anything, and to ask another does no harm.
            self._lose(error)
            try:
                found = self._ask(body)
            except OSError as again:
                raise self._lose(again) from again
        except OSError as error:
            raise self._lose(error) from error
        if found.step in (Step.BACK, Step.AT_HOME):
            self.close()  # it has ended itself; this thread was nowhere but at home
            self._openers.tally.add("openers_lost:visit:stranded")
            what = "the opener could not go home from there, and has ended: another is started"
            raise OpenError("opener_stranded", f"{_named(path, handle)}: {what}", found.errno)
        return found

    def close(self) -> None:
        """The opener ends."""
        if self._connection:
            self._connection.close()
            self._connection = None

    def _hire(self) -> Handover:
        self._connection, ready = self._openers.hire(Role.VISIT, 1, self._seconds)
        self.handles = ready.body == HANDLES
        return self._connection

    def _lose(self, error: OSError) -> OpenError:
        """What it means. Only where no descriptor was left is the opener as good as before."""
        if error.errno not in (errno.EMFILE, errno.ENFILE):
            self.close()
        return self._openers.lost(Role.VISIT, error)

    def _ask(self, body: bytes) -> Visit:
        connection = self._connection or self._hire()
        self._number = self._number + 1 & 0xFFFFFFFF
        connection.send(Kind.ASK, self._number, body)
        return self._read(connection.receive())

    def _read(self, frame: Frame) -> Visit:
        try:
            if (frame.kind, frame.number) != (Kind.ANSWER, self._number):
                raise ValueError("an answer to another question")
            return read_answer(frame.body, frame.descriptors)
        except ValueError as error:
            close_all(frame.descriptors)
            raise ConnectionAbortedError(errno.EBADMSG, str(error)) from error


class RemoteGate(Gate):
    """Opener of abc.py for one thread; see Gate. Raises OpenError when no opener can be had."""

    def __init__(self, buffer: bytearray, openers: Openers, seconds: float = VISIT_SECONDS) -> None:
        self._visits = Visits(openers, seconds)
        try:
            super().__init__(buffer, self._visits)
        except BaseException:
            self._visits.close()
            raise
        self._handles = self._visits.handles

    def close(self) -> None:
        super().close()
        self._visits.close()


def _named(path: bytes | None, handle: bytes | None) -> str:
    return f"the namespace at {path.decode(errors='replace')}" if path else f"the namespace of handle {(handle or b'').hex()}"
