from __future__ import annotations

import msgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_rows import records, sealed

from xtcp_ebpf.marshal.msgpack_map import Msgpack, go_name
from xtcp_ebpf.marshal.rows import FIELDS
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("inet_diag_msg_family", "InetDiagMsgFamily"),
        ("tcp_info_rtt_var", "TcpInfoRttVar"),
        ("uplink1_nic_pci_vendor", "Uplink1NicPciVendor"),
        ("c_group", "CGroup"),
        ("tcp_info_delivered_e1_bytes", "TcpInfoDeliveredE1Bytes"),
        ("skv6only", "Skv6Only"),
        ("md5sig_count", "Md5SigCount"),
        ("a_1b", "A_1B"),
    ],
)
def test_go_names(field: str, name: str) -> None:
    """Names are those of protoc-gen-go: a letter behind an underscore or a digit is large."""
    assert go_name(field) == name


@given(st.lists(records(), max_size=3))
def test_reads_back(made: list[XtcpFlatRecord]) -> None:
    """One map with the rows, each with all its fields, zeros too; text is str, bytes are bin, enums are numbers."""
    found = msgpack.unpackb(Msgpack().encode(sealed(made)))
    assert found == {"Row": [{go_name(field.name): getattr(row, field.name) for field in FIELDS} for row in made]}
    for row in found["Row"]:
        assert isinstance(row["InetDiagMsgSocketSource"], bytes)
        assert isinstance(row["Hostname"], str)


def test_batches_follow_one_another() -> None:
    """A stream of batches is read by a streaming reader, nothing between them."""
    marshaller = Msgpack()
    unpacker = msgpack.Unpacker()
    for kind in (1, 0):
        unpacker.feed(marshaller.encode(sealed([XtcpFlatRecord(record_kind=kind)])))
    assert [batch["Row"][0]["RecordKind"] for batch in unpacker] == [1, 0]
