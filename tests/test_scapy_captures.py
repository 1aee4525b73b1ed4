"""tools/scapy_captures.py: scapy, which knows nothing of ours, reads the same sockets, addresses and attributes out of our captures."""

from __future__ import annotations

import io
import subprocess
import sys
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from xtcp_ebpf.abc import Namespace, NamespaceId
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.record.stamp import Identity, Numbering
from xtcp_ebpf.wire import framing
from xtcp_ebpf.wire.layout import layout
from xtcp_ebpf.wire.pcap import Capture
from xtcp_ebpf.wire.reference import PythonEngine

TOP = Path(__file__).resolve().parents[1]
TOOL = TOP / "tools" / "scapy_captures.py"
FOLDERS = sorted(path for path in (TOP / "pcaps").iterdir() if path.is_dir())
SOME = 3
"""Captures of each kernel: scapy takes a millisecond for a socket."""
STAMP = Identity("h", "v").stamp(Namespace(3, "n", "", "own"), NamespaceId(3, 4), 5, poll=6, socket_fd=7, reader=8)

pytestmark = pytest.mark.skipif(not find_spec("scapy"), reason="no scapy here (group `scapy`)")
if TYPE_CHECKING or find_spec("scapy"):
    sys.path.insert(0, str(TOOL.parent))
    import scapy_captures
    from scapy.utils import rdpcap

Read = list[tuple[Any, ...]]


def by_us(path: Path) -> Read:
    """Family, state, ports, addresses, cookie, inode, bits of the attributes, and the bytes of tcp_info."""
    found: Read = []
    engine, numbering = PythonEngine(layout()), Numbering()
    for packet in Capture(io.BytesIO(path.read_bytes()).read):
        chunk = engine.decode(bytes(packet.data), None, None, STAMP, numbering.reserve).chunk
        for record in framing.records(chunk):
            row = XtcpFlatRecord.FromString(bytes(record))
            size = 4 if row.inet_diag_msg_family == 2 else 16
            ends = [str(ip_address(end[:size])) for end in (row.inet_diag_msg_socket_source, row.inet_diag_msg_socket_destination)]
            ports = row.inet_diag_msg_socket_source_port, row.inet_diag_msg_socket_destination_port
            who = row.inet_diag_msg_socket_cookie, row.inet_diag_msg_inode, row.kernel_attributes, row.tcp_info_bytes
            found.append((row.inet_diag_msg_family, row.inet_diag_msg_state, *ports, *ends, *who))
    return found


def by_scapy(path: Path) -> Read:
    """The same."""
    found: Read = []
    for packet in rdpcap(str(path)):
        for message in scapy_captures.sockets(packet):
            four = message.idiag_family == 2
            ends = (message.src4, message.dst4) if four else (message.src6, message.dst6)
            bits = sum(1 << kind for kind in {each.rta_type for each in message.attributes})
            info = len(message.value("INFO") or b"")
            ports = message.idiag_sport, message.idiag_dport
            read = (message.idiag_family, message.idiag_state, *ports, *(str(ip_address(end)) for end in ends))
            found.append((*read, message.cookie, message.idiag_inode, bits, info))
    return found


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_same_sockets(folder: Path) -> None:
    """The smaller captures of every kernel: as many, in the same order, with the same values."""
    captures = sorted(folder.glob("*.pcap"), key=lambda path: path.stat().st_size)[:SOME]
    assert captures
    for path in captures:
        assert by_scapy(path) == by_us(path), path.name


def test_the_command() -> None:
    """A line for each socket, and their number."""
    path = min(FOLDERS[0].glob("*.pcap"), key=lambda path: path.stat().st_size)
    done = subprocess.run([sys.executable, TOOL, path], capture_output=True, text=True, timeout=60, check=True)
    *lines, last = done.stdout.splitlines()
    assert len(lines) == len(by_us(path))
    assert last.startswith(f"{len(lines)} sockets, ")
