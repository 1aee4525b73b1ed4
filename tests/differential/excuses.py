"""What a source is known not to see (tests/activity/test_sees.py): changes that -skip idle delivers late, and no others."""

from __future__ import annotations

from typing import Final

from activity.full_dumps import differing

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord

ESTABLISHED, FIN_WAIT1, FIN_WAIT2, TIME_WAIT, CLOSE_WAIT, LAST_ACK, LISTEN, CLOSING = 1, 4, 5, 6, 8, 9, 10, 11
HALF_CLOSED: Final = frozenset({FIN_WAIT1, FIN_WAIT2, CLOSE_WAIT, LAST_ACK, CLOSING})
TIMER_TIME_WAIT: Final = 3
READING: Final = frozenset(
    {"inet_diag_msg_rqueue", "sk_mem_info_rmem_alloc", "sk_mem_info_fwd_alloc", "sk_mem_info_rcv_buf", "tcp_info_rcv_space"}
)
"""What recv() changes without a segment."""
ACCEPTING: Final = frozenset({"inet_diag_msg_rqueue", "tcp_info_unacked"})
"""What accept() changes of its listener."""
ACCEPTED: Final = frozenset({"inet_diag_msg_inode"})
"""What accept() changes of the connection: a process holds it now."""


def excuse(source: str, before: XtcpFlatRecord | None, now: XtcpFlatRecord | None, as_many: bool = False) -> str:
    """Why this source does not see that the row is another one, new or gone; empty: it has to see it.

    `as_many`: the namespace has as many listeners as it had.
    """
    if before is None or now is None:
        row = before or now
        if source == "counters" and as_many and row and row.inet_diag_msg_state == LISTEN:
            return "listener_for_another"
    if before is None:
        return ""
    if now is None:
        runs_out = before.inet_diag_msg_timer == TIMER_TIME_WAIT
        return "time_wait_ran_out" if runs_out and source != "counters" else ""
    fields = differing(before, now).keys()
    state = before.inet_diag_msg_state
    if state != now.inet_diag_msg_state:
        return ""
    if state == LISTEN:
        return "accept" if fields <= ACCEPTING else ""
    if fields <= READING | ACCEPTED:
        return "read_or_accepted"
    if source == "tracepoints" and state in HALF_CLOSED:
        return "half_closed"
    return ""
