"""table: a batch as a person at a terminal wants to see it. Plain text; its look may change, so nothing should parse it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache

from google.protobuf.descriptor import FieldDescriptor

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.marshal import people
from xtcp_ebpf.marshal.grid import Column, elide, render
from xtcp_ebpf.marshal.rows import BY_COLUMN, rows
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.wire import layout, schema

WIDTH = 120
"""Places, when nobody says how wide the terminal is."""

STATES = (10, 1, 2, 3, 12, 8, 4, 5, 11, 9, 7, 6)
"""States in the order of the table: who listens, who talks, who begins, who ends; TIME_WAIT, the most and the least telling, last."""
_RANK = {state: rank for rank, state in enumerate(STATES)}

_OWN_NAMESPACE = "default"

Cell = Callable[[XtcpFlatRecord], str]


@lru_cache
def _ends() -> dict[str, int]:
    """Field -> how long struct tcp_info must be to have it."""
    return {p.member.field: p.offset + layout.WIDTHS[p.member.kind] for p in layout.placed() if p.struct is schema.TCP_INFO}


def _of_tcp_info(field: str, show: Callable[[int], str]) -> Cell:
    """A cell that tells a zero from what this kernel did not send."""
    end = _ends()[field]

    def cell(row: XtcpFlatRecord) -> str:
        value: int = getattr(row, field)
        return show(value) if value or row.tcp_info_bytes >= end else "-"

    return cell


def _known(field: str, show: Callable[[int], str]) -> Cell:
    """A cell for a value that is never really zero."""
    return lambda row: show(value) if (value := getattr(row, field)) else "-"


def _local(row: XtcpFlatRecord) -> str:
    return people.endpoint(
        row.inet_diag_msg_family,
        row.inet_diag_msg_socket_source,
        row.inet_diag_msg_socket_source_port,
        row.inet_diag_msg_socket_interface,
    )


def _peer(row: XtcpFlatRecord) -> str:
    return people.endpoint(row.inet_diag_msg_family, row.inet_diag_msg_socket_destination, row.inet_diag_msg_socket_destination_port)


def _retrans(row: XtcpFlatRecord) -> str:
    total = _total_retrans(row)
    return f"{row.tcp_info_retrans}/{total}" if row.tcp_info_retrans else total


_total_retrans = _of_tcp_info("tcp_info_total_retrans", people.amount)


def _congestion(row: XtcpFlatRecord) -> str:
    name = row.congestion_algorithm_string or people.congestion(row.congestion_algorithm_enum).lower()
    return people.printable(name) or "-"


def _netns(row: XtcpFlatRecord) -> str:
    return people.printable(row.netns) or (str(row.netns_inode) if row.netns_inode else "-")


DEFAULT: tuple[tuple[Column, Cell], ...] = (
    (Column("NETNS", least=8), _netns),
    (Column("STATE"), lambda row: people.state(row.inet_diag_msg_state)),
    (Column("LOCAL", least=26, middle=True), _local),
    (Column("PEER", least=26, middle=True), _peer),
    (Column("RECV-Q", right=True), lambda row: people.amount(row.inet_diag_msg_rqueue)),
    (Column("SEND-Q", right=True), lambda row: people.amount(row.inet_diag_msg_wqueue)),
    (Column("RTT", right=True), _known("tcp_info_rtt", people.duration)),
    (Column("CWND", right=True), _known("tcp_info_snd_cwnd", people.amount)),
    (Column("RETRANS", right=True), _retrans),
    (Column("RATE", right=True), _of_tcp_info("tcp_info_delivery_rate", lambda octets: f"{people.amount(octets * 8)}bps")),
    (Column("SENT", right=True), _of_tcp_info("tcp_info_bytes_sent", people.amount)),
    (Column("RECEIVED", right=True), _of_tcp_info("tcp_info_bytes_received", people.amount)),
    (Column("CC"), _congestion),
)
"""The most telling first: what does not fit is left out from the end. RETRANS is all, or on their way/all; RATE is the delivery rate."""


def _chosen(field: FieldDescriptor) -> tuple[Column, Cell]:
    """A column that the operator asked for: the exact value, as csv has it; "-" for zero and empty."""
    name = field.name
    if name in people.NUMBERS:
        return Column(field.json_name), lambda row: people.NUMBERS[name](getattr(row, name)) if getattr(row, name) else "-"
    if name in people.ADDRESSES:
        return Column(
            field.json_name, least=26, middle=True
        ), lambda row: people.address(row.inet_diag_msg_family, getattr(row, name)) or "-"
    if field.type == FieldDescriptor.TYPE_STRING:
        return Column(field.json_name, least=12), lambda row: people.printable(getattr(row, name)) or "-"
    return Column(field.json_name, right=True), lambda row: str(getattr(row, name) or "-")


def _place(row: XtcpFlatRecord) -> tuple[object, ...]:
    """Where the row stands: our own namespace first, then by name, state, local and peer's address."""
    return (
        row.netns != _OWN_NAMESPACE,
        row.netns,
        row.netns_inode,
        _RANK.get(row.inet_diag_msg_state, len(STATES)),
        row.inet_diag_msg_family,
        row.inet_diag_msg_socket_source,
        row.inet_diag_msg_socket_source_port,
        row.inet_diag_msg_socket_destination,
        row.inet_diag_msg_socket_destination_port,
    )


def _plural(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _summary(ordered: Sequence[XtcpFlatRecord], left_out: Sequence[str]) -> str:
    spaces = len({(row.netns_inode, row.netns_cookie, row.netns) for row in ordered})
    states = Counter(row.inet_diag_msg_state for row in ordered)
    text = f"{_plural(len(ordered), 'socket')}, {_plural(spaces, 'namespace')}"
    if states:
        known = sorted(states, key=lambda state: (_RANK.get(state, len(STATES)), state))
        text += ": " + ", ".join(f"{states[state]} {people.state(state)}" for state in known)
    return text + (f" (too narrow for {' '.join(left_out)})" if left_out else "")


class Table:
    """A header, a line for each socket, a summary and an empty line, none wider than `width` places."""

    name = "table"
    content_type = "text/plain; charset=utf-8"
    preamble = b""

    def __init__(self, columns: Sequence[str] = (), width: int | None = None) -> None:
        chosen = [_chosen(BY_COLUMN[column]) for column in columns] or list(DEFAULT)
        self._columns = [column for column, _ in chosen]
        self._cells = [cell for _, cell in chosen]
        self._width = WIDTH if width is None else max(width, 1)

    def encode(self, sealed: Sealed) -> bytes:
        """The whole table of this batch, in UTF-8."""
        ordered = sorted(rows(sealed), key=_place)
        text, left_out = render(self._columns, [[cell(row) for cell in self._cells] for row in ordered], self._width)
        text.append(elide(_summary(ordered, left_out), self._width))
        return ("\n".join(text) + "\n\n").encode()
