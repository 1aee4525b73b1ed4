"""humanize: jsonl with sorted keys, in which six fields are as people read them."""

from __future__ import annotations

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.marshal.json_object import JsonObject
from xtcp_ebpf.marshal.rows import FIELDS, rows


class Humanize:
    """Each row a line of JSON: both addresses, both states, congestion control and time in words, the rest as in jsonl."""

    name = "humanize"
    content_type = "application/octet-stream"
    preamble = b""

    def __init__(self) -> None:
        self._object = JsonObject(sorted(FIELDS, key=lambda field: field.json_name), humanised=True)

    def encode(self, sealed: Sealed) -> bytes:
        """As many lines as rows, each ended by LF."""
        return b"".join([self._object.text(row).encode() + b"\n" for row in rows(sealed)])
