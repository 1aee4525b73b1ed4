from __future__ import annotations

from google.protobuf import text_format
from hypothesis import given
from hypothesis import strategies as st
from made_rows import records, sealed

from xtcp_ebpf.marshal.proto_text import ProtoText
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord


@given(st.lists(records(), max_size=2), st.lists(records(), max_size=2))
def test_batches_read_back(first: list[XtcpFlatRecord], second: list[XtcpFlatRecord]) -> None:
    """Two batches, joined, parse as one Envelope with the rows of both."""
    marshaller = ProtoText()
    text = marshaller.encode(sealed(first)) + marshaller.encode(sealed(second))
    assert text_format.Parse(text, Envelope()) == Envelope(row=first + second)


def test_exact() -> None:
    """A field a line, and an empty line behind the batch."""
    made = ProtoText().encode(sealed([XtcpFlatRecord(schema_version=1, label="größe", record_kind="RECORD_KIND_SNAPSHOT")]))
    assert made.decode() == 'row {\n  schema_version: 1\n  label: "größe"\n  record_kind: RECORD_KIND_SNAPSHOT\n}\n\n'
