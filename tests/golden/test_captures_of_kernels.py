"""What the captures of every kernel show (`make pcaps` makes them); that their values are those of ss is test_captures.py's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from socket import AF_INET, AF_INET6

import pytest
from test_captures import OWN, dumps, rows

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord

Rows = list[XtcpFlatRecord]

SYN_SENT, SYN_RECV, FIN_WAIT1, FIN_WAIT2, TIME_WAIT, CLOSE, CLOSE_WAIT, LAST_ACK, LISTEN, CLOSING = range(2, 12)
BOTH = {AF_INET, AF_INET6}
SCENES = {
    *("legacy", "by_family", "bare", "destroyed", "congestion", "ipv6", "listeners", "handshakes", "time_wait", "half_closed"),
    *("mptcp", "ktls", "marks", "cgroups"),
}
LACKING = {"5_10": {"ktls", "mptcp"}}
"""Line of kernels -> scenes for which they have nothing: Debian's 5.10 for virtual machines has neither TLS nor MPTCP."""
FOLDERS = sorted({path.parent for path in OWN.glob("*/congestion.pcap")})
LENGTHS = {"5_10": 232, "6_1": 232, "6_12": 248, "6_16": 248, "6_17": 248}
"""Line of kernels -> bytes of its tcp_info; 280 in all that are newer."""


def line(folder: Path) -> str:
    """6_1 of 6_1_192."""
    return "_".join(folder.name.split("_")[:2])


def states(found: Rows) -> set[tuple[int, int]]:
    """(family, state)."""
    return {(row.inet_diag_msg_family, row.inet_diag_msg_state) for row in found}


def congestion(found: Rows) -> bool:
    names = {row.congestion_algorithm_string for row in found}
    told = (
        any(row.bbr_info_bw_lo for row in found),
        any(row.dctcp_info_enabled for row in found),
        any(row.vegas_info_enabled for row in found),
    )
    return names >= {"bbr", "cubic", "dctcp", "reno", "vegas"} and len(names) >= 17 and all(told)


def ipv6(found: Rows) -> bool:
    mapped = any(row.inet_diag_msg_socket_source.startswith(bytes(10) + b"\xff\xff") for row in found)
    far = any(row.inet_diag_msg_socket_destination.startswith(b"\x20\x01\x0d\xb8") for row in found)
    only = {row.skv6only for row in found if row.inet_diag_msg_state == LISTEN}
    return mapped and far and only == {0, 1} and {row.traffic_class for row in found} >= {0, 0x20, 0xB8}


def listeners(found: Rows) -> bool:
    queues = {(row.inet_diag_msg_family, row.inet_diag_msg_wqueue) for row in found if row.inet_diag_msg_state == LISTEN}
    waiting = {row.inet_diag_msg_family for row in found if row.inet_diag_msg_state == LISTEN and row.inet_diag_msg_rqueue >= 2}
    return queues >= {(family, length) for family in BOTH for length in (0, 1, 5, 4096)} and waiting == BOTH


def handshakes(found: Rows) -> bool:
    return states(found) >= {(family, state) for family in BOTH for state in (SYN_SENT, SYN_RECV)}


def time_wait(found: Rows) -> bool:
    return states(found) >= {(family, state) for family in BOTH for state in (TIME_WAIT, FIN_WAIT2)}


def half_closed(found: Rows) -> bool:
    wanted = (FIN_WAIT1, FIN_WAIT2, CLOSE_WAIT, LAST_ACK, CLOSING)
    return states(found) >= {(family, state) for family in BOTH for state in wanted} and {row.shutdown_state for row in found} >= {1, 2}


def mptcp(found: Rows) -> bool:
    connected = [row for row in found if row.mptcp_token_loc]
    return len(connected) == 8 and {row.ulp_name for row in found} == {"mptcp"} and all(row.mptcp_flags for row in connected)


def ktls(found: Rows) -> bool:
    tls = [row for row in found if row.ulp_name == "tls"]
    seen = {(row.tls_version, row.tls_cipher, row.tls_tx_conf, row.tls_rx_conf) for row in tls}
    assert {row.tls_tx_max_payload_len for row in tls} in ({0}, {16384})  # Linux 6.19 and later tell it
    return seen == {(version, 51, 2, receiving) for version in (0x0303, 0x0304) for receiving in (1, 2)}


def marks(found: Rows) -> bool:
    return {row.mark for row in found} >= {0, 1, 0xBEEF, 0xC0DE, 0xFFFFFFFF} and {row.type_of_service for row in found} >= {
        0x10,
        0x28,
        0xB8,
    }


def cgroups(found: Rows) -> bool:
    return {len({row.c_group for row in found if row.inet_diag_msg_family == family}) for family in BOTH} == {3}


def destroyed(found: Rows) -> bool:
    return states(found) == {(family, CLOSE) for family in BOTH} and all(
        row.inet_diag_protocol == 6 and row.tcp_info_bytes for row in found
    )


SHOWN: dict[str, Callable[[Rows], bool]] = {
    check.__name__: check
    for check in (congestion, ipv6, listeners, handshakes, time_wait, half_closed, mptcp, ktls, marks, cgroups, destroyed)
}


def test_there_are_kernels() -> None:
    """From the oldest that is promised to one with AccECN: an empty folder is a failure."""
    lines = {line(folder) for folder in FOLDERS}
    assert {"5_10", "6_1", "6_12"} <= lines
    assert lines - LENGTHS.keys()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_scene(folder: Path) -> None:
    """Each is there but for what the kernel lacks, and shows what it is for; tcp_info has this kernel's length in all."""
    there = {path.stem for path in folder.glob("*.pcap")}
    assert there == SCENES - LACKING.get(line(folder), set())
    lengths = set()
    for name in sorted(there):
        found = rows(folder / f"{name}.pcap")
        lengths |= {row.tcp_info_bytes for row in found}
        assert name not in SHOWN or SHOWN[name](found), name
    assert lengths - {0} == {LENGTHS.get(line(folder), 280)}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_both_requests(folder: Path) -> None:
    """One walk for both families, or one for each: the same sockets."""
    (one,), two = dumps(folder / "legacy.pcap"), dumps(folder / "by_family.pcap")
    assert len(two) == 2
    assert {row.inet_diag_msg_family for row in two[0].records} == {AF_INET}
    cookies = [sorted(row.inet_diag_msg_socket_cookie for row in found) for found in (one.records, two[0].records + two[1].records)]
    assert cookies[0] == cookies[1]


def test_they_are_small() -> None:
    """All captures together, with their text: below 20 MB."""
    assert sum(path.stat().st_size for path in OWN.rglob("*") if path.is_file()) < 20_000_000
