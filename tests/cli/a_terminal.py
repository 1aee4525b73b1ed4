"""A terminal of which a test is the other end: what was drawn, as it would be seen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from typing import Any

from conformance.peers import PATIENCE


class Terminal:
    """`slave` is what a program has; the size is (width, height)."""

    def __init__(self, width: int = 100, height: int = 12) -> None:
        self.master, self.slave = pty.openpty()
        self.out = os.fdopen(os.dup(self.slave), "wb")
        self.resize(width, height)
        self.drawn = b""

    def resize(self, width: int, height: int) -> None:
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def type(self, text: str) -> None:
        os.write(self.master, text.encode())

    def read(self, seconds: float = 0.0) -> bytes:
        """What has been drawn so far."""
        while select.select([self.master], [], [], seconds)[0]:
            try:
                self.drawn += os.read(self.master, 1 << 16)
            except OSError:  # the last program has closed it
                break
            seconds = 0.0
        return self.drawn

    def until(self, text: str) -> None:
        """Waits for it to be seen."""
        end = time.monotonic() + PATIENCE
        while text not in "\n".join(self.seen()):
            assert time.monotonic() < end, f"{text!r} is not seen in {self.seen()}"
            self.read(0.1)

    def seen(self) -> list[str]:
        """The lines of the last picture."""
        picture = self.read().decode().rpartition("\x1b[H")[2].partition("\x1b[J")[0]
        return [line.removesuffix("\r") for line in picture.replace("\x1b[K", "").replace("\r\r\n", "\r\n").split("\n")][:-1]

    def close(self) -> None:
        self.out.close()
        for descriptor in (self.master, self.slave):
            os.close(descriptor)


def in_front(terminal: Terminal, words: Sequence[str], **more: Any) -> subprocess.Popen[Any]:
    """A process whose terminal it is, in the foreground: of a new session it is the first that opens one."""
    shell = 'exec 0<"$0"; exec "$@"'
    return subprocess.Popen(["sh", "-c", shell, os.ttyname(terminal.slave), *words], start_new_session=True, **more)
