"""How a daemon stands, as a person reads it."""

from __future__ import annotations

import pytest
from api.steered_daemon import STANDING

from xtcp_ebpf.api.status_message import status
from xtcp_ebpf.cli.ctl_status import text
from xtcp_ebpf.pb.xtcp_config_pb2 import StatusResponse


def test_everything() -> None:
    """The whole text, of a daemon in trouble."""
    assert text(status(STANDING, 50.0), 160).splitlines() == [
        "0.1.0, since 2023-11-14 22:13:20Z (1m40s)",
        "not ready: http: retrying for 2 polls",
        "engine: c (no C engine was built), 4 readers",
        "activity: walk by libbpf (the walk needs Linux 5.19)",
        "namespaces: 7 known, 4 dumped, 1 failed, skipped: 2 idle",
        "spool: 4.1kB",
        "",
        "DESTINATION      STATE     WAITING  BYTES  SENT  DROPPED  ERRORS  FAILURES  STUCK",
        "http://u:***@h/  retrying        9    900    70        6       3         3      2",
        "null             sending         0      0     0        0       0         0      0",
        "  http://u:***@h/: rows dropped: 6 queue_full",
        "  http://u:***@h/: send errors: 3 refused",
        "",
        "POLL  ENDED                  TOOK  NAMESPACES  DUMPED  FAILED  SKIPPED",
        "  12  2023-11-14 22:14:50Z  250ms           7       4       1  2 idle",
        "  11  2023-11-14 22:14:40Z  750ms           6       6       0  -",
    ]


@pytest.mark.parametrize("width", [1, 20, 80])
def test_narrow(width: int) -> None:
    """Tables are cut where the terminal ends."""
    lines = text(status(STANDING, 50.0), width).splitlines()
    tables = [line for line in lines[lines.index("") :] if not line.startswith("  http")]
    assert max(map(len, tables)) <= width


def test_nothing() -> None:
    """A daemon that has just begun, and one that is not ours to trust: no control characters."""
    assert "not ready: " in text(StatusResponse(), 80)
    assert "\x1b" not in text(StatusResponse(version="\x1b[2J", not_ready_reasons=["a\nb"]), 80)
