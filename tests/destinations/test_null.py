"""The destination that keeps nothing."""

from __future__ import annotations

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import null


def test_takes_everything() -> None:
    """Any payload is taken, of any size, and nothing is held."""
    null.check(Target("null", ""))
    sink = null.open(Target("null", ""))
    assert sink.max_payload is None
    sink.send(b"x" * 1000)
    sink.send_parts((b"x", b"y"))
    sink.close()
