"""Rows to stdout in the format that was asked for: what the commands that show records have in common."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import BinaryIO

from xtcp_ebpf.abc import Marshaller, Sealed
from xtcp_ebpf.errors import SendError, errno_text
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.marshal.formats import create

MARSHAL_DEFAULT = "table on a terminal, else jsonl"


class Writer:
    """Envelopes in the format of `knobs` to `out`."""

    def __init__(self, knobs: Knobs, out: BinaryIO) -> None:
        width = os.get_terminal_size(out.fileno()).columns or 80 if out.isatty() else None
        self._marshaller: Marshaller = create(knobs.marshal or ("jsonl" if width is None else "table"), knobs.columns, width)
        self._out = out
        self._begun = False

    def deliver(self, sealed: Sealed) -> None:
        """Raises SendError, and BrokenPipeError when the reader has gone."""
        self._write(self._marshaller.encode(sealed))

    def end(self) -> None:
        """What a stream without rows still has: the first line of a csv file."""
        if not self._begun:
            self._write(b"")

    def _write(self, payload: bytes) -> None:
        try:
            if not self._begun:
                self._all(self._marshaller.preamble)
                self._begun = True
            self._all(payload)
            self._out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise SendError("write", f"cannot write to stdout: {errno_text(error.errno or 0)}") from error

    def _all(self, payload: bytes) -> None:
        """Without a buffer of Python's (python -u), a write that a signal interrupts takes only a part."""
        left = memoryview(payload)
        while left:
            taken = self._out.write(left)
            if taken is None:
                raise BlockingIOError(errno.EAGAIN, "")
            left = left[taken:]


def leave_stdout() -> None:
    """The interpreter flushes stdout once more when it ends: it would complain of a reader that went away, and wait for one that hangs."""
    os.dup2(os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC), sys.stdout.fileno())


def flags_help(flags: Mapping[str, tuple[str, str, str]]) -> Iterator[str]:
    """Lines of -help: flag -> (what it takes, what it does, default)."""
    for flag, (takes, text, default) in flags.items():
        lines = wrap(f"{text} ({default})", 66, break_on_hyphens=False)
        yield f"  -{flag} {takes}".ljust(30) + lines[0]
        yield from (" " * 30 + line for line in lines[1:])


def count(number: int, thing: str) -> str:
    """`1 row`, `2 rows`."""
    return f"{number} {thing}{'' if number == 1 else 's'}"
