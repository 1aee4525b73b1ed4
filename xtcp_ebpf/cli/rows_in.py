"""Our own output becomes rows again: the part of `xtcp-ebpf decode` that knows of formats."""

from __future__ import annotations

import io
import select
from collections.abc import Iterator

from xtcp_ebpf.cli.rows_out import count
from xtcp_ebpf.record.batch import Batch
from xtcp_ebpf.unmarshal.reader import Reader
from xtcp_ebpf.unmarshal.recognise import recognise

_AT_ONCE = 1 << 18
_FIRST = 1 << 12


class Ahead:
    """An input of which the first bytes may be looked at before they are read."""

    def __init__(self, file: io.BufferedIOBase) -> None:
        self._file = file
        self._head = b""

    def kind(self) -> str:
        """What it is, by its first bytes. Raises CaptureError when nothing tells."""
        ended = False
        while not (found := recognise(self._head, ended)):
            more = self._file.read1(_FIRST)
            self._head += more
            ended = not more
        return found

    def read(self, size: int) -> bytes:
        """The next so many bytes, fewer only at the end."""
        taken, self._head = self._head[:size], self._head[size:]
        return taken + self._file.read(size - len(taken)) if len(taken) < size else taken

    def some(self) -> bytes:
        """The next bytes that are there, at least one; nothing at the end."""
        head, self._head = self._head, b""
        return head or self._file.read1(_AT_ONCE)

    def waits(self) -> bool:
        """No more bytes are there now."""
        try:
            return not select.select([self._file], [], [], 0)[0]
        except (OSError, ValueError):  # nothing that could be waited for
            return False


class RowsIn:
    """Bytes in, rows into the batch, which is handed on whenever the input lets one wait."""

    def __init__(self, ahead: Ahead, reader: Reader, kind: str, batch: Batch) -> None:
        self._ahead = ahead
        self._reader = reader
        self._kind = kind
        self._batch = batch
        self._rows = 0

    @property
    def met(self) -> bool:
        """There was a row."""
        return self._rows > 0

    def run(self) -> None:
        """To the end of the input. Raises CaptureError where it is damaged."""
        while data := self._ahead.some():
            self._add(self._reader.feed(data))
            if self._ahead.waits():
                self._batch.flush("poll_end")
        self._add(self._reader.end())

    def _add(self, found: Iterator[tuple[bytes, int]]) -> None:
        for chunk, rows in found:
            self._batch.add([(chunk, rows)])
            self._rows += rows

    def summary(self) -> Iterator[str]:
        """What there is to say in the end."""
        yield f"{count(self._rows, 'row')} of {count(self._reader.frames, 'whole frame')} of {self._kind}"
        if self._reader.strange:
            yield f"{count(self._reader.strange, 'row')} with fields that this version does not know, which only protobufList hands on"
