"""What fuzzing starts from: real datagrams of every capture there is, and made ones for what no capture holds."""

from __future__ import annotations

import os
import struct
from pathlib import Path

from fake_kernel import NLM_F_DUMP_INTR, done, error, noop, overrun, row
from messages import ATTRIBUTE, SEQ, ULP, cut_row, first_rows, nested, one, pattern

from xtcp_ebpf.wire.pcap import Capture
from xtcp_ebpf.wire.schema import STRUCTS, TCP_INFO_LENGTHS

TOP = Path(__file__).resolve().parents[2]
ROWS = 2
"""Of a captured datagram so many are taken: small inputs are fast, and the rows of a dump are much alike."""


def captured() -> list[bytes]:
    """The first rows of each datagram of the project's captures, and of those in $XTCP_PCAPS or ../shared/pcaps."""
    others = Path(os.environ.get("XTCP_PCAPS") or TOP.parent / "shared" / "pcaps")
    found: dict[bytes, None] = {}
    for path in sorted([*(TOP / "pcaps").glob("*/*.pcap"), *others.glob("*/*.pcap")]):
        with path.open("rb") as file:
            for packet in Capture(file.read):
                found[first_rows(bytes(packet.data), ROWS)] = None
    return list(found)


def made() -> list[bytes]:
    """Each attribute alone, each tcp_info length, nested attributes, and every message that is no socket."""
    tls = nested((1, b"\4\3"), (2, struct.pack("=H", 52)), (3, b"\2\0"), (5, b""))
    mptcp = nested(*((number, pattern(8)[: 8 if number == 4 else 4]) for number in range(1, 12)))
    return [
        *(one((s.path[0], pattern(32))) for s in STRUCTS if len(s.path) == 1),
        *(one((ATTRIBUTE["tcp_info"], pattern(length))) for length in (*TCP_INFO_LENGTHS, 300)),
        one((ULP, nested((1, b"tls\0"), (2, tls))), (ATTRIBUTE["INET_DIAG_CONG"], b"cubic\0")),
        one((ULP, nested((1, b"mptcp\0"), (3, mptcp))), (ATTRIBUTE["INET_DIAG_CONG"], b"bbr\0")),
        row(SEQ) + done(SEQ),
        row(SEQ, flags=NLM_F_DUMP_INTR) + overrun(SEQ) + noop(SEQ) + error(SEQ, 0) + error(SEQ, 1),
        row(SEQ + 1) + row(SEQ, portid=1) + done(SEQ, 4),
        cut_row(b"\3\0\2\0"),
    ]
