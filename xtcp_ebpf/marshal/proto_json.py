"""protoJson: the whole Envelope as one protojson object on one line."""

from __future__ import annotations

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.marshal.json_object import JsonObject
from xtcp_ebpf.marshal.rows import FIELDS, rows


class ProtoJson:
    """`{"row":[...]}` and LF for each batch."""

    name = "protoJson"
    content_type = "application/json"
    preamble = b""

    def __init__(self) -> None:
        self._object = JsonObject(FIELDS)

    def encode(self, sealed: Sealed) -> bytes:
        """One line; an Envelope without rows is `{}`, as protojson has it."""
        objects = [self._object.text(row).encode() for row in rows(sealed)]
        return b'{"row":[' + b",".join(objects) + b"]}\n" if objects else b"{}\n"
