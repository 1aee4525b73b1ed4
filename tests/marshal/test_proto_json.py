from __future__ import annotations

import json

from google.protobuf import json_format
from hypothesis import given
from hypothesis import strategies as st
from made_rows import records, sealed

from xtcp_ebpf.marshal.proto_json import ProtoJson
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord


@given(st.lists(records(), max_size=4))
def test_the_envelope_as_protojson(made: list[XtcpFlatRecord]) -> None:
    """One line, equal to what Google's JSON writer makes of the Envelope, and read back by its parser."""
    text = ProtoJson().encode(sealed(made))
    assert text.endswith(b"\n")
    assert text.count(b"\n") == 1
    assert json.loads(text) == json_format.MessageToDict(Envelope(row=made))
    assert json_format.Parse(text, Envelope()) == Envelope(row=made)


def test_exact() -> None:
    """The rows stand in an array under `row`, without space between; no row, no key."""
    row = XtcpFlatRecord(schema_version=1)
    assert ProtoJson().encode(sealed([row, row, row])) == b'{"row":[{"schemaVersion":1},{"schemaVersion":1},{"schemaVersion":1}]}\n'
    assert ProtoJson().encode(sealed([])) == b"{}\n"
