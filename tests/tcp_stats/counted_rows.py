"""Rows and pictures for the tests of the counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from made_rows import a_row

from xtcp_ebpf.abc import DumpReport, Namespace, NamespaceId
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.tcp_stats.picture import EVER, LOSING, PLACES, RETRANSMITTING, RTT, RTT_SUM_US, SEGMENTS, STATES, TIMEOUTS, array
from xtcp_ebpf.tcp_stats.pictures import Kept, Shown


def space(number: int, name: str = "") -> Namespace:
    """Inode 1000 + number."""
    return Namespace(1000 + number, name or f"n{number}", "", "mount", cookie=number, first_seen=1.0)


def seen(namespace: Namespace) -> NamespaceId:
    return NamespaceId(namespace.inode, namespace.cookie)


def row(namespace: Namespace | None = None, **changes: Any) -> XtcpFlatRecord:
    """An established connection there, with `changes`."""
    where = namespace or space(1)
    return a_row(netns=where.name, netns_inode=where.inode, netns_cookie=where.cookie, **changes)


def chunk(rows: Iterable[XtcpFlatRecord]) -> tuple[bytes, int]:
    """As it is delivered."""
    these = list(rows)
    return Envelope(row=these).SerializeToString(), len(these)


def report(namespace: Namespace, rows: int, reason: str = "", seen_as: NamespaceId | None = None) -> DumpReport:
    """Of a dump with so many rows; a reason: it stayed incomplete."""
    return DumpReport(namespace, 1.0, 0.1, rows, rows, not reason, reason, "", seen_as or seen(namespace))


def numbers(rows: Sequence[XtcpFlatRecord], bounds: Sequence[int]) -> list[int]:
    """What an accumulator should come to, by the plain meaning of the fields."""
    found = [0] * PLACES
    for one in rows:
        found[one.inet_diag_msg_state if one.inet_diag_msg_state < 14 else 0] += 1
        found[SEGMENTS] += one.tcp_info_total_retrans
        found[EVER] += bool(one.tcp_info_total_retrans)
        found[TIMEOUTS] += bool(one.tcp_info_retransmits)
        found[RETRANSMITTING] += bool(one.tcp_info_retrans)
        found[LOSING] += bool(one.tcp_info_lost)
        if one.inet_diag_msg_state == 1 and one.tcp_info_rtt:
            found[RTT_SUM_US] += one.tcp_info_rtt
            found[RTT + sum(one.tcp_info_rtt > bound for bound in bounds)] += 1
    return found


def kept(old: bool = False, **by_place: int) -> Kept:
    """An array with these numbers: `s1=3` three sockets in state 1, `p16=9` nine in place 16."""
    found = [0] * PLACES
    for place, number in by_place.items():
        found[int(place[1:])] = number
    return Kept(array(found), old)


def shown(*pairs: tuple[Namespace, Kept | None]) -> Shown:
    """Namespaces with what is known of them; None: nothing."""
    return Shown(tuple(n for n, _ in pairs), {n.key: one for n, one in pairs if one is not None})


assert STATES == SEGMENTS == 16
