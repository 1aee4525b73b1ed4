"""What the tests of Parquet stand on: rows as payloads, and Parquet files as rows."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.marshal.rows import FIELDS
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.wire.framing import varint

START_NS = 1_763_696_542_120_000_000
KEY = r"host=web-1/date=\d{4}-\d\d-\d\d/hour=\d\d/\d{10}_[0-9a-f]{8}\.parquet"


class SetClock(SystemClock):
    """A clock that stands, and a jitter that is what it is told to be."""

    def __init__(self, ns: int = START_NS, jitter: float = 0.5) -> None:
        self.ns = ns
        self.jitter = jitter

    def now_ns(self) -> int:
        return self.ns

    def random(self) -> float:
        return self.jitter


def rows(first: int, count: int, **more: Any) -> list[XtcpFlatRecord]:
    """Rows whose record_counter goes up from `first`."""
    return [
        XtcpFlatRecord(
            **{
                "schema_version": 1,
                "timestamp_ns": START_NS + number,
                "hostname": "web-1",
                "netns": f"pod-{number % 7}",
                "netns_inode": 4026531840 + number % 7,
                "record_counter": number,
                "inet_diag_msg_family": 2,
                "inet_diag_msg_state": 1,
                "inet_diag_msg_socket_destination": bytes((198, 51, 100, number % 5)) + bytes(12),
                "inet_diag_msg_socket_cookie": 2**64 - 1 - number,
                "tcp_info_rtt": 1000 + number * 37 % 5000,
                "congestion_algorithm_enum": number % 9,
            }
            | more
        )
        for number in range(first, first + count)
    ]


def payload(records: Iterable[XtcpFlatRecord]) -> bytes:
    """As protobufList marshals them."""
    body = Envelope(row=records).SerializeToString()
    return varint(len(body)) + body


def payloads(first: int, each: int, count: int, **more: Any) -> list[bytes]:
    return [payload(rows(first + at * each, each, **more)) for at in range(count)]


def damaged() -> bytes:
    """A row that no parser takes."""
    return b"\x05\x52\x03\x08\xff\xff"


def table(path: Path) -> list[dict[str, Any]]:
    """The rows of one file, which must be whole."""
    found: list[dict[str, Any]] = pq.ParquetFile(io.BytesIO(path.read_bytes()), page_checksum_verification=True).read().to_pylist()
    return found


def as_columns(records: Sequence[XtcpFlatRecord]) -> list[dict[str, Any]]:
    """What a file of these records holds, but for event_date."""
    return [{field.name: getattr(record, field.name) for field in FIELDS} for record in records]


def counters(folder: Path) -> list[int]:
    """The record_counter of all rows of all files below, oldest file first; those of one tick of the kernel's clock by their rows."""
    found = [(path.stat().st_mtime_ns, [row["record_counter"] for row in table(path)]) for path in folder.rglob("*.parquet")]
    return [number for _, numbers in sorted(found) for number in numbers]
