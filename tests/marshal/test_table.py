from __future__ import annotations

import ipaddress
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_rows import a_row, records, sealed, v4

from xtcp_ebpf.marshal.grid import places
from xtcp_ebpf.marshal.table import STATES, Table
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.wire.uapi import TCP_STATES

V6_LOCAL = ipaddress.IPv6Address("2001:db8:85a3:1234:5678:8a2e:370:7334").packed
V6_PEER = ipaddress.IPv6Address("2001:db8:85a3:1234:5678:8a2e:370:7335").packed
LONG_NAME = "cni-12345678-1234-1234-1234-123456789012"

NO_TCP_INFO = {
    **{field.name: 0 for field in XtcpFlatRecord.DESCRIPTOR.fields if field.name.startswith("tcp_info_")},
    "congestion_algorithm_string": "",
    "congestion_algorithm_enum": 0,
}

LISTENER = a_row(
    inet_diag_msg_state=10,
    inet_diag_msg_socket_source=bytes(16),
    inet_diag_msg_socket_source_port=22,
    inet_diag_msg_socket_destination=bytes(16),
    inet_diag_msg_socket_destination_port=0,
    inet_diag_msg_wqueue=128,
    **(NO_TCP_INFO | {"tcp_info_bytes": 280, "tcp_info_snd_cwnd": 10, "congestion_algorithm_string": "cubic"}),
)
WAITING = a_row(inet_diag_msg_state=6, inet_diag_msg_wqueue=0, **NO_TCP_INFO)
SIX = a_row(
    inet_diag_msg_family=10,
    inet_diag_msg_socket_source=V6_LOCAL,
    inet_diag_msg_socket_destination=V6_PEER,
    netns=LONG_NAME,
    netns_inode=4026532000,
    tcp_info_retrans=0,
)


def lines(rows: list[XtcpFlatRecord], columns: tuple[str, ...] = (), width: int | None = None) -> list[str]:
    return Table(columns, width).encode(sealed(rows)).decode().split("\n")


def test_exact() -> None:
    """The whole table, at the width that shows everything."""
    assert lines([WAITING, a_row(), LISTENER], width=160) == [
        "NETNS    STATE        LOCAL          PEER                 RECV-Q  SEND-Q     RTT  CWND  RETRANS     RATE  SENT  RECEIVED  CC",
        "default  LISTEN       0.0.0.0:22     0.0.0.0:*                 0     128       -    10        0     0bps     0         0  cubic",
        "default  ESTABLISHED  192.0.2.1:443  198.51.100.23:51514       0    1.4k  35.1ms    10     2/17  9.4Mbps  1.2M       999  cubic",
        "default  TIME_WAIT    192.0.2.1:443  198.51.100.23:51514       0       0       -     -        -        -     -         -  -",
        "3 sockets, 1 namespace: 1 LISTEN, 1 ESTABLISHED, 1 TIME_WAIT",
        "",
        "",
    ]


def test_narrow() -> None:
    """At 80 places, with long IPv6 addresses: both ends are there, their ports whole, and the summary names what there was no room for."""
    assert lines([SIX], width=80) == [
        "NETNS     STATE        LOCAL                          PEER",
        "cni-123…  ESTABLISHED  [2001:db8:85a3…:370:7334]:443  [2001:db8:85…0:7335]:51514",
        "1 socket, 1 namespace: 1 ESTABLISHED (too narrow for RECV-Q SEND-Q RTT CWND RET…",
        "",
        "",
    ]


def test_wide() -> None:
    """With room enough nothing is elided."""
    text = lines([SIX], width=300)
    assert "[2001:db8:85a3:1234:5678:8a2e:370:7334]:443  [2001:db8:85a3:1234:5678:8a2e:370:7335]:51514" in text[1]
    assert text[1].startswith(LONG_NAME)
    assert "…" not in "".join(text)


def test_default_width_is_120() -> None:
    """Without a width no line is wider than 120, and the table uses most of that."""
    widest = max(map(places, lines([SIX, a_row()])))
    assert 100 < widest <= 120


@given(st.lists(records(), max_size=6), st.integers(1, 200))
def test_any_record_fits(made: list[XtcpFlatRecord], width: int) -> None:
    """Whatever the records hold, the lines are as many as they should be, none is too wide and none can steer a terminal."""
    text = lines(made, width=width)
    assert len(text) == len(made) + 4
    assert all(places(line) <= width and line.isprintable() for line in text)


@given(
    st.lists(records(), max_size=3),
    st.lists(st.sampled_from([f.json_name for f in XtcpFlatRecord.DESCRIPTOR.fields]), min_size=1, max_size=9),
)
def test_any_columns_fit(made: list[XtcpFlatRecord], columns: list[str]) -> None:
    """The same holds for any choice of columns."""
    text = lines(made, tuple(columns), 100)
    assert len(text) == len(made) + 4
    assert all(places(line) <= 100 and line.isprintable() for line in text)


def test_chosen_columns() -> None:
    """Chosen columns show exact values under their own names, in the order asked for; zero and empty are a dash."""
    columns = ("tcpInfoRtt", "netns", "timestampNs", "inetDiagMsgSocketSource", "tcpInfoState", "recordKind", "hostname")
    assert lines([a_row(), XtcpFlatRecord(netns="z")], columns)[:3] == [
        "tcpInfoRtt  netns    timestampNs              inetDiagMsgSocketSource  tcpInfoState  recordKind  hostname",
        "     35120  default  2025-11-21T03:42:22.12Z  192.0.2.1                ESTABLISHED            1  web-1",
        "         -  z        -                        -                        -                      -  -",
    ]


def test_order() -> None:
    """Our own namespace first, then by name; in each: state, then local address and port as numbers, then the peer's, however they came."""
    ordered = [
        LISTENER,
        a_row(inet_diag_msg_socket_source=v4("9.0.0.1"), inet_diag_msg_socket_source_port=1000),
        a_row(inet_diag_msg_socket_source=v4("10.0.0.1"), inet_diag_msg_socket_source_port=80),
        a_row(inet_diag_msg_socket_source=v4("10.0.0.1"), inet_diag_msg_socket_source_port=443),
        a_row(inet_diag_msg_state=8),
        WAITING,
        a_row(inet_diag_msg_state=13),
        a_row(netns="alpha", netns_inode=2),
        a_row(netns="beta", netns_inode=1, inet_diag_msg_state=10),
        a_row(netns="beta", netns_inode=1),
    ]
    mixed = ordered[:]
    random.Random(5).shuffle(mixed)
    assert lines(mixed, width=200) == lines(ordered, width=200)
    shown = [line.split()[:3] for line in lines(mixed, width=200)[1:-3]]
    assert [(netns, state) for netns, state, _ in shown[:7]] == [
        ("default", "LISTEN"),
        ("default", "ESTABLISHED"),
        ("default", "ESTABLISHED"),
        ("default", "ESTABLISHED"),
        ("default", "CLOSE_WAIT"),
        ("default", "TIME_WAIT"),
        ("default", "13"),
    ]
    assert [local for _, _, local in shown[1:4]] == ["9.0.0.1:1000", "10.0.0.1:80", "10.0.0.1:443"]
    assert [netns for netns, _, _ in shown[7:]] == ["alpha", "beta", "beta"]


def test_every_state_has_its_place() -> None:
    """No state of the kernel was forgotten in the order."""
    assert sorted(STATES) == sorted(TCP_STATES)


@pytest.mark.parametrize(("length", "sent"), [(192, "-"), (207, "-"), (208, "0"), (280, "0")])
def test_old_kernels(length: int, sent: str) -> None:
    """A zero is a zero where the kernel's tcp_info reaches that far, and a dash where it does not."""
    row = a_row(tcp_info_bytes=length, tcp_info_bytes_sent=0)
    cells = dict(zip(*(line.split() for line in lines([row], width=200)[:2]), strict=True))
    assert (cells["SENT"], cells["RECEIVED"]) == (sent, "999")


def test_records_that_do_not_say_what_the_kernel_sent() -> None:
    """Values of a producer that has no tcp_info_bytes are shown; only its zeros are dashes."""
    cells = dict(zip(*(line.split() for line in lines([a_row(tcp_info_bytes=0, tcp_info_bytes_received=0)], width=200)[:2]), strict=True))
    assert (cells["SENT"], cells["RECEIVED"], cells["RETRANS"]) == ("1.2M", "-", "2/17")


def test_congestion_by_number_only() -> None:
    """The predecessor's records have the number of the algorithm and no name."""
    assert lines([a_row(congestion_algorithm_string="", congestion_algorithm_enum=5)], width=200)[1].endswith("  bbr1")


def test_names_cannot_steer_the_terminal() -> None:
    """An escape sequence in a namespace's name comes out as question marks."""
    assert lines([a_row(netns="\x1b[2Jx", netns_inode=9)])[1].startswith("?[2Jx  ")


def test_namespace_without_a_name() -> None:
    """It is shown by its inode, or as a dash."""
    assert lines([a_row(netns="", netns_inode=77)])[1].startswith("77 ")
    assert lines([a_row(netns="", netns_inode=0)])[1].startswith("- ")


def test_no_rows() -> None:
    """An empty batch is a header and a count of nothing."""
    text = lines([], width=200)
    assert " ".join(text[0].split()) == "NETNS STATE LOCAL PEER RECV-Q SEND-Q RTT CWND RETRANS RATE SENT RECEIVED CC"
    assert text[1:] == ["0 sockets, 0 namespaces", "", ""]


def test_summary_counts_namespaces_by_identity() -> None:
    """Two namespaces of one name are two."""
    rows = [a_row(netns="x", netns_inode=1), a_row(netns="x", netns_inode=2), a_row(netns="x", netns_inode=2, inet_diag_msg_state=10)]
    assert lines(rows)[-3].startswith("3 sockets, 2 namespaces: 1 LISTEN, 2 ESTABLISHED")
