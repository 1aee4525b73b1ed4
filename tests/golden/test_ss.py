"""The oracle itself: what it reads, what it refuses, and that it sees each difference."""

from __future__ import annotations

import pytest
import ss

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord

FIXED = "ESTAB 0 5 127.0.0.1%lo:80 127.0.0.1:1234"
DETAILS = 'users:(("a (b) c",pid=1,fd=2),("d",pid=3,fd=4)) timer:(on,200ms,3) uid:7 ino:9 sk:1f cgroup:/x <-> tos:0x48'
INFO = "skmem:(r0,rb1) ts sack cubic send 8000bps pacing_rate 16bps/24bps app_limited inet-sockopt: ( is_icsk mc_all)"


def test_layouts() -> None:
    """One line, or two with a header: the same words."""
    one = ss.parse(f"{FIXED} {DETAILS} {INFO}\n")
    two = ss.parse(f"State Recv-Q Send-Q Local Address:Port Peer Address:Port Process\n{FIXED} {DETAILS}  \n\t {INFO}   \n")
    assert one == two
    assert one[0] == {
        "state": "ESTAB",
        "recv-q": "0",
        "send-q": "5",
        "local": "127.0.0.1%lo:80",
        "peer": "127.0.0.1:1234",
        "users": '(("a (b) c",pid=1,fd=2),("d",pid=3,fd=4))',
        "timer": "(on,200ms,3)",
        "uid": "7",
        "ino": "9",
        "sk": "1f",
        "cgroup": "/x",
        "shutdown": "<->",
        "tos": "0x48",
        "skmem": "(r0,rb1)",
        "ts": "yes",
        "sack": "yes",
        "congestion": "cubic",
        "send": "8000bps",
        "pacing_rate": "16bps/24bps",
        "app_limited": "yes",
        "inet-sockopt": "is_icsk mc_all",
    }


def test_what_ss_prints_twice() -> None:
    """The cgroup, which it prints twice, is taken; two values for one word are refused."""
    assert ss.parse(f"{FIXED} cgroup:/x cgroup:/x")[0]["cgroup"] == "/x"
    with pytest.raises(ValueError, match="mss twice"):
        ss.parse(f"{FIXED} mss:1 mss:2")


@pytest.mark.parametrize("word", ["newfield:3", "newflag", "hystart", "sending 5bps", "send", "users:x", "<>"])
def test_an_unknown_word_is_refused(word: str) -> None:
    """What the oracle does not know must not go uncompared."""
    with pytest.raises(ValueError, match="does not know this word"):
        ss.parse(f"{FIXED} ts {word}")


def test_what_is_no_socket_is_refused() -> None:
    """A line that does not begin as a socket's does."""
    with pytest.raises(ValueError, match="no socket of ss"):
        ss.parse("Cannot open netlink socket: Protocol not supported\n")


@pytest.mark.parametrize(
    ("ms", "text"),
    [
        (0, ""),
        (7, "007ms"),
        (200, "200ms"),
        (4011, "4.011ms"),
        (9000, "9sec"),
        (12_345, "12sec"),
        (111_500, "1min51sec"),
        (7_199_000, "119min"),
    ],
)
def test_timers(ms: int, text: str) -> None:
    """ss has its own way with milliseconds."""
    row = XtcpFlatRecord(inet_diag_msg_family=2, inet_diag_msg_timer=1, inet_diag_msg_expires=ms, inet_diag_msg_socket_source=bytes(16))
    row.inet_diag_msg_socket_destination = bytes(16)
    assert ss.words(row)["timer"] == f"(on,{text},0)"


@pytest.mark.parametrize(
    "field", [*ss.PLAIN.values(), "tcp_info_retrans", "tcp_info_rtt", "tcp_info_busy_time", "mark", "inet_diag_msg_uid"]
)
def test_a_wrong_value_is_seen(field: str) -> None:
    """A value that is off by one, or stands where ss printed nothing, is a difference."""
    row = XtcpFlatRecord(inet_diag_msg_state=1, inet_diag_msg_family=2, tcp_info_bytes=280, c_group=1)
    row.inet_diag_msg_socket_source = row.inet_diag_msg_socket_destination = bytes(16)
    printed = ss.words(row)
    assert ss.differences(printed, row) == []
    setattr(row, field, 1_000)
    once = ss.words(row)
    assert ss.differences(printed, row)
    setattr(row, field, 2_001)
    assert ss.differences(once, row)


def test_a_missing_cgroup_is_seen() -> None:
    """Its path cannot be compared with a number, but that there is one can."""
    row = XtcpFlatRecord(inet_diag_msg_state=1, inet_diag_msg_family=2)
    row.inet_diag_msg_socket_source = row.inet_diag_msg_socket_destination = bytes(16)
    assert ss.differences({**ss.words(row), "cgroup": "/a"}, row) == ["cgroup: ss True, record False"]
