"""protoText: the Envelope in protobuf's text format. For eyes and for small batches; it is by far the slowest."""

from __future__ import annotations

from google.protobuf import text_format

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.marshal.rows import rows
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope


class ProtoText:
    """Multi-line text for each batch, with an empty line behind it."""

    name = "protoText"
    content_type = "text/plain; charset=utf-8"
    preamble = b""

    def encode(self, sealed: Sealed) -> bytes:
        """Text that text_format parses back; several batches joined parse as one Envelope."""
        return (text_format.MessageToString(Envelope(row=rows(sealed)), as_utf8=True) + "\n").encode()
