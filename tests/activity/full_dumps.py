"""What the kernel really has: full dumps of single namespaces, made past the scheduler, and how two rows of one socket are compared."""

from __future__ import annotations

from typing import Final

from collector.doors import Rows, engine, stamp

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collector.pool import GrowingDoor
from xtcp_ebpf.collector.reading import Poll, Reading
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.record.stamp import Numbering
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire.groups import DEFAULT, idiag_ext

WHOSE_DUMP: Final = frozenset({"timestamp_ns", "record_counter", "socket_fd", "netlinker_id", "poll_number"})
"""Say which dump it was, and nothing of the socket."""
DAEMON: Final = frozenset({"schema_version", "daemon_version", "hostname", "netns", "boot_id", "record_kind"})
"""The same in all rows of a daemon."""
CLOCKS: Final = {
    "inet_diag_msg_expires": "time until the running timer fires",
    "tcp_info_last_data_sent": "time since then",
    "tcp_info_last_data_recv": "time since then",
    "tcp_info_last_ack_recv": "time since then",
    "tcp_info_last_ack_sent": "time since then",
}
"""Fields that run by themselves, and why: in two dumps of a socket that nobody touches they differ."""
IGNORED: Final = WHOSE_DUMP | DAEMON | CLOCKS.keys()

Sockets = dict[int, XtcpFlatRecord]
"""By socket cookie."""


def compared(row: XtcpFlatRecord) -> XtcpFlatRecord:
    """What is compared of a row."""
    kept = XtcpFlatRecord()
    kept.CopyFrom(row)
    for name in IGNORED:
        kept.ClearField(name)  # type: ignore[arg-type]  # names of fields
    return kept


def differing(before: XtcpFlatRecord, now: XtcpFlatRecord) -> dict[str, tuple[object, object]]:
    """Fields of which the two say something else: name -> (before, now)."""
    if before == now:
        return {}
    names = (field.name for field in XtcpFlatRecord.DESCRIPTOR.fields)
    return {name: (getattr(before, name), getattr(now, name)) for name in names if getattr(before, name) != getattr(now, name)}


class FullDumps:
    """Dumps namespaces in the thread that made it."""

    def __init__(self) -> None:
        self._clock = SystemClock()
        self._door = GrowingDoor(Gate, 32768)
        self._reading = Reading(engine(), stamp, self._clock, Tally(), ext=idiag_ext(frozenset(DEFAULT)))

    def of(self, namespace: Namespace) -> Sockets:
        """All its sockets now, without what is not compared."""
        rows = Rows()
        poll = Poll(1, Numbering().reserve, self._clock.monotonic() + 10, rows)
        report = self._reading.read(self._door, namespace, 0, poll)
        assert report.complete, report
        return {row.inet_diag_msg_socket_cookie: compared(row) for row in rows.records}

    def close(self) -> None:
        self._door.close()
