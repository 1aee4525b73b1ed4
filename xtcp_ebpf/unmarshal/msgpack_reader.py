"""msgpack read back: maps {"Row": [{field: value, ...}, ...]}, one after another. Read row by row: only one is in memory as objects."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import Any

import msgpack  # type: ignore[import-untyped]  # the package ships no types

from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.marshal.msgpack_map import go_name
from xtcp_ebpf.marshal.rows import FIELDS
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.unmarshal.field_values import record
from xtcp_ebpf.unmarshal.reader import LONGEST, Rows, framed

_MOST_FIELDS = 4096
_MOST_TEXT = 1 << 20
_STEP = 1 << 20
_NAMES = {go_name(field.name): field.name for field in FIELDS}

Steps = Generator[None, None, Any]
"""Yields when it needs more bytes."""


class MsgpackReader:
    """A frame is a map."""

    def __init__(self) -> None:
        self._unpacker = msgpack.Unpacker(
            max_buffer_size=LONGEST,
            max_map_len=_MOST_FIELDS,
            max_array_len=0,
            max_str_len=_MOST_TEXT,
            max_bin_len=_MOST_TEXT,
            max_ext_len=0,
        )
        self._item_at = self._map_at = self._fed = 0
        self._held: list[bytes] = []
        self._size = 0
        self._ready: list[Rows] = []
        self._steps = self._maps()
        self.frames = 0
        self.strange = 0

    @property
    def pending(self) -> int:
        return self._fed - self._map_at

    def feed(self, data: bytes) -> Iterator[Rows]:
        self._fed += len(data)
        for at in range(0, len(data), _STEP):
            try:
                self._unpacker.feed(data[at : at + _STEP])
                next(self._steps)
            except (ValueError, TypeError, msgpack.UnpackException) as error:
                yield from self._whole()
                yield from self._begun()
                raise CaptureError(f"this is no row in msgpack: {error}", self._item_at) from error
            yield from self._whole()

    def end(self) -> Iterator[Rows]:
        if self.pending:
            yield from self._begun()
            raise CaptureError("the last map is cut off", self._map_at)

    def _whole(self) -> list[Rows]:
        ready, self._ready = self._ready, []
        return ready

    def _begun(self) -> list[Rows]:
        """The rows of the map that is not whole yet."""
        held, self._held, self._size = self._held, [], 0
        return [(b"".join(held), len(held))] if held else []

    def _item(self, read: Callable[[], Any]) -> Steps:
        self._item_at = self._unpacker.tell()
        while True:
            try:
                return read()
            except msgpack.OutOfData:
                yield

    def _maps(self) -> Steps:
        while True:
            keys = yield from self._item(self._unpacker.read_map_header)
            if keys != 1 or (yield from self._item(self._unpacker.unpack)) != "Row":
                raise ValueError("a batch is a map with one key, Row")
            for _ in range((yield from self._item(self._unpacker.read_array_header))):
                row = framed(_record((yield from self._item(self._unpacker.unpack))))
                self._held.append(row)
                self._size += len(row)
                if self._size > LONGEST:
                    raise ValueError(f"a batch has no more than {LONGEST} bytes")
            self._ready += self._begun()
            self.frames += 1
            self._map_at = self._unpacker.tell()


def _record(value: object) -> XtcpFlatRecord:
    if not isinstance(value, dict):
        raise ValueError("a row is a map")
    values = {}
    for key, item in value.items():
        if key not in _NAMES:
            raise ValueError(f"there is no field {key!r:.60}")
        values[_NAMES[key]] = item
    return record(values)
