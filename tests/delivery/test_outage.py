"""How long is waited after a failure, and what is said of an outage."""

from __future__ import annotations

import logging

from hypothesis import given
from hypothesis import strategies as st
from scripted_destination import FakeClock

from xtcp_ebpf.delivery.outage import RETRY_BASE_SECONDS, Outage, backoff
from xtcp_ebpf.errors import SendError


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True), st.floats(0.1, 100))
def test_backoff_is_full_jitter_with_a_cap(failures: int, random: float, cap: float) -> None:
    """A wait is a uniform share of the doubled base, never above the cap, however many failures there were."""
    top = backoff(failures, 1.0, cap)
    assert 0 <= backoff(failures, random, cap) == random * top <= cap
    assert top == (
        RETRY_BASE_SECONDS * 2 ** (failures - 1) if failures < 5 and RETRY_BASE_SECONDS * 2 ** (failures - 1) < cap else min(top, cap)
    )


def test_outage_says_how_long() -> None:
    """The line at the end says how long it lasted until the first success, and what it cost; in between nothing is said."""
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]  # a handler of one line
    logger = logging.getLogger("xtcp_ebpf.delivery.outage")
    logger.addHandler(handler)
    clock = FakeClock()
    outage = Outage(clock, "box:x")
    try:
        outage.worked(True, 0)
        for second in range(5):
            clock.time = 100.0 + second
            outage.failed(SendError("refused", "box:x: no"), 10)
            outage.worked(False, 10)
        clock.time = 200.0
        outage.worked(True, 40)
        outage.finish(40)
    finally:
        logger.removeHandler(handler)
    assert lines == ["sending is interrupted: box:x: no", "sending works again: box:x: after 4.0 s, 5 failures, 30 rows dropped"]
