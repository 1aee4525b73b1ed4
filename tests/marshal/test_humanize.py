from __future__ import annotations

import json

from google.protobuf import json_format
from hypothesis import given
from made_rows import a_row, records, sealed

from xtcp_ebpf.marshal import people
from xtcp_ebpf.marshal.humanize import Humanize
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord


def test_exact_line() -> None:
    """Keys sorted, six of them in words, the rest as in jsonl."""
    assert Humanize().encode(sealed([a_row()])).decode() == (
        '{"congestionAlgorithmEnum":"CUBIC","congestionAlgorithmString":"cubic","hostname":"web-1","inetDiagMsgFamily":2,'
        '"inetDiagMsgSocketCookie":"1152921504606846977","inetDiagMsgSocketDestination":"198.51.100.23",'
        '"inetDiagMsgSocketDestinationPort":51514,"inetDiagMsgSocketSource":"192.0.2.1","inetDiagMsgSocketSourcePort":443,'
        '"inetDiagMsgState":"ESTABLISHED","inetDiagMsgWqueue":1448,"kernelAttributes":"4","label":"a \\"b\\", c","netns":"default",'
        '"netnsInode":"4026531840","recordCounter":"7","recordKind":"RECORD_KIND_SNAPSHOT","schemaVersion":1,"tcpInfoBytes":280,'
        '"tcpInfoBytesReceived":"999","tcpInfoBytesSent":"1234567","tcpInfoDeliveryRate":"1175000","tcpInfoRetrans":2,'
        '"tcpInfoRtt":35120,"tcpInfoSndCwnd":10,"tcpInfoState":"ESTABLISHED","tcpInfoTotalRetrans":17,'
        '"timestampNs":"2025-11-21T03:42:22.12Z"}\n'
    )


@given(records())
def test_only_six_keys_differ_from_protojson(row: XtcpFlatRecord) -> None:
    """For any record: the keys of protojson, sorted, and its values but for the six, which are overwritten only where present."""
    line = Humanize().encode(sealed([row]))
    found = json.loads(line)
    expected = json_format.MessageToDict(row)
    shown = {
        "inetDiagMsgState": people.state(row.inet_diag_msg_state),
        "tcpInfoState": people.state(row.tcp_info_state),
        "congestionAlgorithmEnum": people.congestion(row.congestion_algorithm_enum),
        "timestampNs": people.timestamp(row.timestamp_ns),
        "inetDiagMsgSocketSource": people.address(row.inet_diag_msg_family, row.inet_diag_msg_socket_source),
        "inetDiagMsgSocketDestination": people.address(row.inet_diag_msg_family, row.inet_diag_msg_socket_destination),
    }
    assert found == expected | {key: value for key, value in shown.items() if key in expected}
    assert list(found) == sorted(found)
    assert line.count(b"\n") == 1
