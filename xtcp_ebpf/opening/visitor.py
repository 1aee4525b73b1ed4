"""The process that enters namespaces for the daemon: role `visit`. It trusts nobody.

It opens network namespaces and nothing else: a path is first had without being opened (O_PATH), and only a file of nsfs is opened then. It
reads the four files that say how many sockets there are and how much has happened. What cannot be meant ends it.
"""

from __future__ import annotations

import errno
import os
from typing import Final

from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.kernel.visit import Step, Visit, Visiting, visit
from xtcp_ebpf.opening.handover import Handover, close_all
from xtcp_ebpf.opening.roles import Kind
from xtcp_ebpf.opening.visit_frames import Asked, pack_answer, read_ask

HANDLES: Final = b"\1"
"""In the body of READY: namespaces can be opened by their numbers."""
NO_HANDLES: Final = b"\0"


def serve(connection: Handover, way: Visiting = visit) -> None:
    """Visit for whoever is at the other end, until it closes it. Raises ConnectionError then, and when it sends what cannot be meant."""
    visitor = Visitor(way)
    connection.send(Kind.READY, 0, HANDLES if visitor.handles else NO_HANDLES)
    while True:
        frame = connection.receive()
        try:
            if frame.kind != Kind.ASK:
                raise ValueError("no question")
            asked = read_ask(frame.body)
        except ValueError as error:
            raise ConnectionAbortedError(errno.EBADMSG, str(error)) from error
        found = visitor.go(asked)
        opened = (found.fd,) if found.fd >= 0 else ()
        try:
            connection.send(Kind.ANSWER, frame.number, pack_answer(found), opened)
        finally:
            close_all(opened)
        if found.step in (Step.BACK, Step.AT_HOME):
            return  # stranded, or soon to be: whoever is not at home visits nobody any more


class Visitor(Gate):
    """A Gate's home, and ways to go from there that are checked once more."""

    def __init__(self, way: Visiting) -> None:
        super().__init__(bytearray(0), way)

    @property
    def handles(self) -> bool:
        return self._handles

    def go(self, asked: Asked) -> Visit:
        """As Visiting, with the rule that a handle that fails otherwise than by ESTALE gives way to the path."""
        rest = asked.inode, asked.files, asked.diag, asked.confirm
        if asked.handle is not None:
            found = self._visit(self._home, None, asked.handle, *rest)
            if found.step != Step.OPEN or found.errno == errno.ESTALE or asked.path is None:
                return found
        assert asked.path is not None
        try:
            place = os.open(asked.path, os.O_PATH | os.O_CLOEXEC)
        except OSError as error:
            return _ended(Step.OPEN, error.errno or 0)
        try:
            status = os.fstat(place)
            if status.st_dev != self._home.nsfs:
                return _ended(Step.KIND, 0, status.st_ino)
            return self._visit(self._home, b"/proc/self/fd/%d" % place, None, *rest)
        finally:
            os.close(place)


def _ended(step: Step, number: int, inode: int = 0) -> Visit:
    return Visit(step, number, inode, 0, (), -1, 0, 0)
