"""Rows as the decoders write them, for the tests of streams and filters."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address
from typing import Any

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord


def address(text: str) -> bytes:
    """As the kernel fills it in: 16 bytes, of which IPv4 takes the first four."""
    return ip_address(text).packed.ljust(16, b"\0")


def record(number: int = 0, source: str = "192.0.2.1", destination: str = "198.51.100.23", **changes: Any) -> XtcpFlatRecord:
    """A connection; `number` tells it from others."""
    values: dict[str, Any] = {
        "schema_version": 1,
        "hostname": "web-1",
        "netns": "default",
        "record_counter": number,
        "inet_diag_msg_family": 10 if ":" in source else 2,
        "inet_diag_msg_state": 1,
        "inet_diag_msg_socket_source_port": 443,
        "inet_diag_msg_socket_destination_port": 51514,
        "inet_diag_msg_socket_source": address(source),
        "inet_diag_msg_socket_destination": address(destination),
        "tcp_info_rtt": 35_120,
        "poll_number": 1,
    }
    return XtcpFlatRecord(**(values | changes))


def chunk(records: Iterable[XtcpFlatRecord]) -> bytes:
    """Their rows, framed."""
    return Envelope(row=list(records)).SerializeToString()


def sealed(records: Iterable[XtcpFlatRecord], per_chunk: int = 3) -> Sealed:
    """As a batch seals them."""
    records = list(records)
    chunks = tuple(chunk(records[at : at + per_chunk]) for at in range(0, len(records), per_chunk))
    return Sealed(chunks, len(records), sum(map(len, chunks)), "rows")


def numbered(first: int, count: int, **changes: Any) -> list[XtcpFlatRecord]:
    """So many, one after the other."""
    return [record(number, **changes) for number in range(first, first + count)]
