"""jsonl: one protojson object a line."""

from __future__ import annotations

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.marshal.json_object import JsonObject
from xtcp_ebpf.marshal.rows import FIELDS, rows


class Jsonl:
    """Each row a line that protojson would read back."""

    name = "jsonl"
    content_type = "application/x-ndjson"
    preamble = b""

    def __init__(self) -> None:
        self._object = JsonObject(FIELDS)

    def encode(self, sealed: Sealed) -> bytes:
        """As many lines as rows, each ended by LF."""
        return b"".join([self._object.text(row).encode() + b"\n" for row in rows(sealed)])
