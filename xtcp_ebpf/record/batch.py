"""Chunks become Envelopes: sealed at a number of rows, a number of bytes, or the end of a poll. Nothing is ever dropped here."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.wire.framing import rows as framed_rows


class Batch:
    """Collects the chunks of all readers and hands over an Envelope whenever one is full.

    A sealed Envelope has at most `max_rows` rows and at most `max_bytes` bytes, but for a single row that is larger than that.
    `deliver` is called under the lock, in the order of sealing; it must not block.
    """

    def __init__(self, max_rows: int, max_bytes: int, deliver: Callable[[Sealed], None]) -> None:
        self._max_rows = max_rows
        self._max_bytes = max_bytes
        self._deliver = deliver
        self._lock = threading.Lock()
        self._chunks: list[bytes] = []
        self._rows = 0
        self._size = 0

    def add(self, chunks: Sequence[tuple[bytes, int]]) -> None:
        """Take chunks, each with its number of rows."""
        with self._lock:
            for chunk, rows in chunks:
                if rows > self._max_rows or len(chunk) > self._max_bytes:
                    for row in framed_rows(chunk):
                        self._append(bytes(row), 1)
                elif rows:
                    self._append(chunk, rows)

    def flush(self, reason: str) -> None:
        """Seal what is there, if anything is."""
        with self._lock:
            self._seal(reason)

    def _append(self, chunk: bytes, rows: int) -> None:
        if self._rows + rows > self._max_rows:
            self._seal("rows")
        elif self._size + len(chunk) > self._max_bytes:
            self._seal("bytes")
        self._chunks.append(chunk)
        self._rows += rows
        self._size += len(chunk)
        if self._rows == self._max_rows:
            self._seal("rows")

    def _seal(self, reason: str) -> None:
        if not self._chunks:
            return
        sealed = Sealed(tuple(self._chunks), self._rows, self._size, reason)
        self._chunks, self._rows, self._size = [], 0, 0
        self._deliver(sealed)
