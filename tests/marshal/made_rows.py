"""Records for the tests of the formats: random ones with any field, and one made by hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord

_FIELDS = XtcpFlatRecord.DESCRIPTOR.fields
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["%s %d", 'say "hi"', " lead", "a,b", "a\tb", "line\nend", "cr\r", "\\.", "\u2028", "\x1b[31m", "日本", "e\u0301"]
)
_KINDS = {
    _FIELDS[0].TYPE_UINT32: st.integers(0, 2**32 - 1),
    _FIELDS[0].TYPE_UINT64: st.integers(0, 2**64 - 1),
    _FIELDS[0].TYPE_INT64: st.integers(-(2**63), 2**63 - 1),
    _FIELDS[0].TYPE_ENUM: st.integers(0, 9),
    _FIELDS[0].TYPE_BYTES: st.binary(max_size=20) | st.binary(min_size=16, max_size=16),
    _FIELDS[0].TYPE_STRING: _TEXT,
}
_FIELD_VALUES: dict[str, st.SearchStrategy[Any]] = {field.name: _KINDS[field.type] for field in _FIELDS}
_FIELD_VALUES["inet_diag_msg_family"] = st.sampled_from([0, 2, 10]) | st.integers(0, 2**32 - 1)
_FIELD_VALUES["inet_diag_msg_state"] = st.integers(0, 14)


@st.composite
def records(draw: st.DrawFn) -> XtcpFlatRecord:
    """Any fields, any values that the wire allows."""
    names = draw(st.lists(st.sampled_from(sorted(_FIELD_VALUES)), unique=True, max_size=40) | st.just(sorted(_FIELD_VALUES)))
    return XtcpFlatRecord(**{name: draw(_FIELD_VALUES[name]) for name in names})


def sealed(rows: Iterable[XtcpFlatRecord], per_chunk: int = 2) -> Sealed:
    """As a batch seals them: some rows to a chunk."""
    rows = list(rows)
    parts = [rows[at : at + per_chunk] for at in range(0, len(rows), per_chunk)]
    chunks = tuple(Envelope(row=part).SerializeToString() for part in parts)
    return Sealed(chunks, len(rows), sum(map(len, chunks)), "rows")


def v4(text: str) -> bytes:
    """An IPv4 address as the kernel fills it in: four bytes of sixteen."""
    return bytes(int(part) for part in text.split(".")) + bytes(12)


def a_row(**changes: Any) -> XtcpFlatRecord:
    """An established IPv4 connection of 6.18, with `changes`."""
    values: dict[str, Any] = {
        "schema_version": 1,
        "timestamp_ns": 1_763_696_542_120_000_000,
        "hostname": "web-1",
        "netns": "default",
        "netns_inode": 4026531840,
        "label": 'a "b", c',
        "record_counter": 7,
        "inet_diag_msg_family": 2,
        "inet_diag_msg_state": 1,
        "inet_diag_msg_socket_source_port": 443,
        "inet_diag_msg_socket_destination_port": 51514,
        "inet_diag_msg_socket_source": v4("192.0.2.1"),
        "inet_diag_msg_socket_destination": v4("198.51.100.23"),
        "inet_diag_msg_socket_cookie": 2**60 + 1,
        "inet_diag_msg_wqueue": 1448,
        "tcp_info_state": 1,
        "tcp_info_rtt": 35_120,
        "tcp_info_snd_cwnd": 10,
        "tcp_info_retrans": 2,
        "tcp_info_total_retrans": 17,
        "tcp_info_bytes_sent": 1_234_567,
        "tcp_info_bytes_received": 999,
        "tcp_info_delivery_rate": 1_175_000,
        "congestion_algorithm_string": "cubic",
        "congestion_algorithm_enum": 1,
        "record_kind": 1,
        "kernel_attributes": 1 << 2,
        "tcp_info_bytes": 280,
    }
    return XtcpFlatRecord(**(values | changes))
