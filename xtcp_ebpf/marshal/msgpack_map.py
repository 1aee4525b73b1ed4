"""msgpack: the Envelope as the predecessor's Go structs: {"Row": [{field: value, ...}, ...]}, every field in every row."""

from __future__ import annotations

import re

import msgpack  # type: ignore[import-untyped]  # the package ships no types

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.marshal.rows import FIELDS, getter, rows


def go_name(field: str) -> str:
    """The name that protoc-gen-go gives a field: `TcpInfoRttVar` for `tcp_info_rtt_var`, `Md5SigCount` for `md5sig_count`."""
    return re.sub(r"(?:^|_|(?<=[0-9]))([a-z])", lambda found: found[1].upper(), field)


class Msgpack:
    """One map for each batch. Integers are as short as msgpack allows, bytes are bin."""

    name = "msgpack"
    content_type = "application/octet-stream"
    preamble = b""

    def __init__(self) -> None:
        self._keys = [go_name(field.name) for field in FIELDS]
        self._values = getter(FIELDS)
        self._packer = msgpack.Packer(use_bin_type=True)

    def encode(self, sealed: Sealed) -> bytes:
        """The packed map; several of them may follow one another in a stream."""
        pack = self._packer.pack
        packed = [pack(dict(zip(self._keys, self._values(row), strict=True))) for row in rows(sealed)]
        head = self._packer.pack_map_header(1) + pack("Row") + self._packer.pack_array_header(len(packed))
        return b"".join((head, *packed))
