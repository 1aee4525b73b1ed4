"""A terminal that shows one picture, drawn anew in its place; q ends it."""

from __future__ import annotations

import os
import select
import sys
import termios
import tty
from typing import Any, BinaryIO

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.marshal.formats import create
from xtcp_ebpf.marshal.grid import elide

_HOME, _LINE_END, _BELOW, _CLEAR = "\x1b[H", "\x1b[K\r\n", "\x1b[J", "\x1b[2J"
_USUAL = (80, 24)
_NOTE_PICTURES = 3
"""A note is shown with so many."""


class Screen:
    """Draws to `out`, a terminal; listens to `keys`, if it is one whose foreground we have."""

    def __init__(self, out: BinaryIO, columns: tuple[str, ...], title: str, keys: int | None = None) -> None:
        """Raises BadFlag for a column that does not exist."""
        self._out = out
        self._columns = columns
        self._title = title
        create("table", columns)
        self._keys = keys if keys is not None and _ours(keys) else None
        self._before: list[Any] | None = None
        self._size = self._measured()
        self._sealed: Sealed | None = None
        self._about = "waiting for the end of a poll"
        self._note = ""
        self._note_left = 0
        if self._keys is not None:
            self._before = termios.tcgetattr(self._keys)
            tty.setcbreak(self._keys)
        self._write(_CLEAR)
        self._draw()

    def show(self, sealed: Sealed, about: str) -> None:
        """A new picture: a poll's rows, and a few words for the first line. Raises OSError."""
        self._sealed, self._about = sealed, about
        self._note_left -= 1
        if self._note_left <= 0:
            self._note = ""
        self._draw()

    def note(self, text: str) -> None:
        """A line above the picture, for some pictures."""
        self._note, self._note_left = " ".join(text.split()), _NOTE_PICTURES
        self._draw()

    def tick(self) -> bool:
        """Looks whether the terminal has another size now, and whether q was typed: then False."""
        if (size := self._measured()) != self._size:
            self._size = size
            self._write(_CLEAR)
            self._draw()
        if self._keys is None or not select.select([self._keys], [], [], 0)[0]:
            return True
        typed = os.read(self._keys, 64)
        if not typed:  # the terminal is gone
            self._keys = None
        return b"q" not in typed.lower()

    def close(self) -> None:
        """The picture stays, the terminal is as it was."""
        if self._before is not None and self._keys is not None:
            termios.tcsetattr(self._keys, termios.TCSADRAIN, self._before)
            self._before = None

    def _measured(self) -> tuple[int, int]:
        width, height = os.get_terminal_size(self._out.fileno())
        return width or _USUAL[0], height or _USUAL[1]

    def _draw(self) -> None:
        width, height = self._size
        ends = "q ends" if self._keys is not None else "Ctrl-C ends"
        lines = [elide(f"{self._title}  {self._about}  ({ends})", width)]
        if self._note:
            lines.append(elide(self._note, width))
        if self._sealed is not None:
            lines += self._table(width, height - len(lines) - 1)
        self._write(_HOME + _LINE_END.join([*lines, ""]) + _BELOW)

    def _table(self, width: int, height: int) -> list[str]:
        """Header, what fits, how much does not, sums."""
        assert self._sealed is not None
        text = create("table", self._columns, width).encode(self._sealed).decode().rstrip("\n").split("\n")
        header, *rows, sums = text
        room = max(height - 2, 0)
        if len(rows) > room:
            hidden = len(rows) - max(room - 1, 0)
            rows = [*rows[: max(room - 1, 0)], elide(f"... {hidden} more that do not fit here", width)]
        return [header, *rows, sums]

    def _write(self, text: str) -> None:
        left = memoryview(text.encode())
        while left:
            left = left[self._out.write(left) or 0 :]
        self._out.flush()


def keyboard() -> int | None:
    """The descriptor of stdin when it is a terminal."""
    try:
        return sys.stdin.fileno() if sys.stdin is not None and sys.stdin.isatty() else None
    except (OSError, ValueError):
        return None


def _ours(keys: int) -> bool:
    """A job in the background would be stopped for changing the terminal."""
    try:
        return os.tcgetpgrp(keys) == os.getpgrp()
    except OSError:
        return False
