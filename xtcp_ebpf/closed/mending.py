"""A connection that was cut off: what its last message says wrongly is taken out of it, and what was saved before is put in. Pure.

tcp_disconnect (net/ipv4/tcp.c) sets counters to 0, times and windows to what a new socket has, and forgets the peer's port, and our own
address unless it was bound to. Sequence numbers are set apart, so that what is computed from them is any number.
"""

from __future__ import annotations

import struct
from typing import Final

from xtcp_ebpf.activity.closing import Saved
from xtcp_ebpf.closed.messages import DPORT_AT, info_of
from xtcp_ebpf.wire import uapi
from xtcp_ebpf.wire.layout import WIDTHS, placed

_PLACES = {p.member.name: (p.offset, WIDTHS[p.member.kind]) for p in placed() if p.struct.path in ((), (uapi.INET_DIAG["INFO"],))}
_FORMS: Final = {2: "=H", 4: "=I", 8: "=Q"}
_COOKIE = struct.Struct("=II")

UNTRUE: Final = ("tcpi_rto", "tcpi_ato", "tcpi_rcv_mss", "tcpi_last_data_recv", "tcpi_rttvar", "tcpi_snd_ssthresh", "tcpi_snd_cwnd")
"""Members of tcp_info that say what a new socket has, or nothing at all; tcpi_notsent_bytes too."""
COUNTERS: Final = {
    "tcpi_bytes_acked": "bytes_acked",
    "tcpi_bytes_received": "bytes_received",
    "tcpi_bytes_sent": "bytes_sent",
    "tcpi_bytes_retrans": "bytes_retrans",
    "tcpi_segs_out": "segs_out",
    "tcpi_segs_in": "segs_in",
    "tcpi_data_segs_out": "data_segs_out",
    "tcpi_data_segs_in": "data_segs_in",
    "tcpi_delivered": "delivered",
    "tcpi_delivered_ce": "delivered_ce",
    "tcpi_total_retrans": "total_retrans",
    "tcpi_dsack_dups": "dsack_dups",
    "tcpi_reord_seen": "reord_seen",
    "tcpi_rcv_ooopack": "rcv_ooopack",
    "tcpi_snd_cwnd": "snd_cwnd",
    "tcpi_snd_ssthresh": "snd_ssthresh",
    "tcpi_rcv_mss": "rcv_mss",
    "tcpi_total_rto": "total_rto",
    "tcpi_total_rto_recoveries": "total_rto_recoveries",
    "tcpi_total_rto_time": "total_rto_time",
}
"""Member of tcp_info -> where it was saved."""


def cookie_of(messages: bytearray, at: int) -> int:
    """The socket's number, in the message that begins at `at`."""
    low, high = _COOKIE.unpack_from(messages, at + uapi.NLMSG_HDRLEN + _PLACES["idiag_cookie"][0])
    return int(high << 32 | low)


def mend(messages: bytearray, at: int, saved: Saved | None) -> None:
    """Mend the message that begins at `at`. Without what was saved, fields stay empty."""
    head = at + uapi.NLMSG_HDRLEN
    _put(messages, head, "idiag_rqueue", saved.rqueue if saved else 0)
    _put(messages, head, "idiag_wqueue", saved.wqueue if saved else 0)
    info, length = info_of(messages, at)
    values = dict.fromkeys((*UNTRUE, "tcpi_notsent_bytes"), 0)
    if saved:
        messages[at + DPORT_AT : at + DPORT_AT + 2] = saved.dport
        for name, address in (("idiag_src", saved.source), ("idiag_dst", saved.destination)):
            start = head + _PLACES[name][0]
            messages[start : start + 16] = address
        values |= {member: getattr(saved, name) for member, name in COUNTERS.items()}
        values |= {"tcpi_rtt": saved.srtt_us >> 3, "tcpi_rttvar": saved.mdev_us >> 2}
    for member, value in values.items():
        offset, width = _PLACES[member]
        if offset + width <= length:
            _put(messages, info, member, value)


def _put(messages: bytearray, start: int, member: str, value: int) -> None:
    offset, width = _PLACES[member]
    struct.pack_into(_FORMS[width], messages, start + offset, value)
