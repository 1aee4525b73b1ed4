"""protobufList: varint(length of the Envelope), the Envelope. ClickHouse reads it as ProtobufList with the row's message as schema."""

from __future__ import annotations

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.wire.framing import varint


class ProtobufList:
    """One length-delimited Envelope for each batch, joined without looking inside."""

    name = "protobufList"
    content_type = "application/octet-stream"
    preamble = b""

    def encode(self, sealed: Sealed) -> bytes:
        """The frame; several of them may follow one another in a stream."""
        return b"".join(self.parts(sealed))

    def parts(self, sealed: Sealed) -> tuple[bytes, ...]:
        """The same, not joined."""
        return (varint(sealed.size), *sealed.chunks)
