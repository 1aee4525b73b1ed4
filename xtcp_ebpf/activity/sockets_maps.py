"""Taking out what the programs of sockets.bpf.c have put in: a ring buffer that is read in place, and hash maps that are emptied."""

from __future__ import annotations

import ctypes
import mmap
import struct
from array import array
from collections.abc import Callable
from typing import Final

from xtcp_ebpf.activity import bpf

_MAP_LOOKUP_AND_DELETE_BATCH: Final = 25
_BATCH: Final = struct.Struct("=QQQQIIQQ")
"""As in bpf.py: in_batch, out_batch, keys, values, count, map_fd, elem_flags, flags."""
_AT_ONCE: Final = 8192
"""Elements that one call takes."""


class Ring:
    """A ring buffer, mapped, until close(). Raises OSError."""

    def __init__(self, descriptor: int, size: int) -> None:
        page = mmap.PAGESIZE
        self._size = size
        # Ours to write: how far it was read. Then how far it was written, and what is in it, twice, so that nothing is ever in two pieces.
        self._ours = memoryview(mmap.mmap(descriptor, page, mmap.MAP_SHARED, mmap.PROT_READ | mmap.PROT_WRITE, offset=0))
        self._theirs = memoryview(mmap.mmap(descriptor, page + 2 * size, mmap.MAP_SHARED, mmap.PROT_READ, offset=page))
        self._read_up_to = self._ours.cast("Q")  # whole words: the programs never see half of one
        self._written_up_to = self._theirs[:8].cast("Q")
        self._data = self._theirs[page:]

    def unread(self) -> memoryview:
        """What was written and not read yet; it stands there until it is passed."""
        at = self._read_up_to[0]
        start = at & self._size - 1
        return self._data[start : start + self._written_up_to[0] - at]

    def passed(self, size: int) -> None:
        """So many bytes have been read: the programs may write there."""
        self._read_up_to[0] += size

    def close(self) -> None:
        for view in (self._read_up_to, self._written_up_to, self._data, self._ours, self._theirs):
            view.release()


class Emptied:
    """A hash map whose keys, and maybe values, are words of 64 bits, and which is emptied when it is read (Linux 5.6)."""

    def __init__(
        self,
        descriptor: int,
        value_bytes: int,
        at_once: int = _AT_ONCE,
        command: Callable[[int, ctypes.Array[ctypes.c_char]], int] = bpf.bpf,
    ) -> None:
        self._descriptor = descriptor
        self._command = command
        self._at_once = at_once
        self._keys = ctypes.create_string_buffer(8 * at_once)
        self._values = ctypes.create_string_buffer(value_bytes * at_once)
        self._value_bytes = value_bytes
        self._cursor = ctypes.create_string_buffer(16)
        self._attr = ctypes.create_string_buffer(128)

    def take(self) -> tuple[array[int], bytes]:
        """All keys, and their values packed in the same order; the map is empty then, but for what came meanwhile. Raises OSError."""
        keys, values = array("Q"), bytearray()
        cursor = ctypes.addressof(self._cursor)
        before, more = 0, True
        while more:
            fields = (before, cursor, ctypes.addressof(self._keys), ctypes.addressof(self._values), self._at_once, self._descriptor, 0, 0)
            _BATCH.pack_into(self._attr, 0, *fields)
            try:
                self._command(_MAP_LOOKUP_AND_DELETE_BATCH, self._attr)
            except FileNotFoundError:  # says that the end was reached
                more = False
            count = _BATCH.unpack_from(self._attr)[4]
            keys.frombytes(memoryview(self._keys)[: 8 * count])
            values += memoryview(self._values)[: self._value_bytes * count]
            before = cursor
        return keys, bytes(values)
