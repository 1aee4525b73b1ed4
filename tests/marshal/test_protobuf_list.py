from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
from made_rows import records, sealed

from xtcp_ebpf.marshal.protobuf_list import ProtobufList
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.wire.framing import read_varint


@given(st.lists(st.lists(records(), max_size=3), max_size=3))
def test_a_stream_of_frames_reads_back(batches: list[list[XtcpFlatRecord]]) -> None:
    """Frames that follow one another are taken apart by their lengths alone, and each is the Envelope."""
    marshaller = ProtobufList()
    stream = b"".join(marshaller.encode(sealed(batch)) for batch in batches)
    at, found = 0, []
    while at < len(stream):
        size, start = read_varint(stream, at)
        found.append(list(Envelope.FromString(stream[start : start + size]).row))
        at = start + size
    assert (at, found) == (len(stream), batches)


def test_bytes() -> None:
    """Length, tag 0x52 (field 10), row length, row: nothing before, between or behind."""
    row = XtcpFlatRecord(schema_version=1)
    assert ProtobufList().encode(sealed([row, row])) == bytes.fromhex("08 5202 0801 5202 0801")
    assert ProtobufList().encode(sealed([])) == b"\0"


def test_it_carries_no_other_format() -> None:
    """A daemon that ships protobufList has neither JSON, text nor msgpack machinery in memory."""
    program = (
        "import sys; from xtcp_ebpf.marshal.formats import create; create('protobufList');"
        "print([m for m in ('google.protobuf.json_format', 'msgpack', 'xtcp_ebpf.marshal.rows') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
