from __future__ import annotations

import json

from google.protobuf import json_format
from hypothesis import given
from hypothesis import strategies as st
from made_rows import a_row, records, sealed

from xtcp_ebpf.marshal.jsonl import Jsonl
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord


@given(st.lists(records(), max_size=4))
def test_each_line_is_a_row(made: list[XtcpFlatRecord]) -> None:
    """As many lines as rows, each ended by LF, each equal to what protojson makes of its row."""
    text = Jsonl().encode(sealed(made))
    assert text.count(b"\n") == len(made)
    assert [json.loads(line) for line in text.split(b"\n")[:-1]] == [json_format.MessageToDict(row) for row in made]


def test_exact_line() -> None:
    """The conventions on one line: 64 bits as strings, addresses as base64 of 16 bytes, full enum names, zeros left out."""
    row = XtcpFlatRecord(
        timestamp_ns=5,
        nsid=0,
        inet_diag_msg_family=2,
        inet_diag_msg_socket_source=a_row().inet_diag_msg_socket_source,
        tcp_info_rtt=7,
        congestion_algorithm_enum="CONGESTION_ALGORITHM_CUBIC",
        c_group=2**64 - 1,
    )
    assert Jsonl().encode(sealed([row])) == (
        b'{"timestampNs":"5","inetDiagMsgFamily":2,"inetDiagMsgSocketSource":"wAACAQAAAAAAAAAAAAAAAA==","tcpInfoRtt":7,'
        b'"congestionAlgorithmEnum":"CONGESTION_ALGORITHM_CUBIC","cGroup":"18446744073709551615"}\n'
    )
