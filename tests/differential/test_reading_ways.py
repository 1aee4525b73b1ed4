"""The differential test of -reads itself: short runs with fixed seeds are clean and mostly exact, and it finds a socket that is missing."""

from __future__ import annotations

import pytest
from differential.reading_ways import Differs, run_ways

from xtcp_ebpf.activity import sockets_layout
from xtcp_ebpf.exact.counts import Verdict

pytestmark = [pytest.mark.kernel, pytest.mark.long]

STEPS = 5
SECONDS = 30.0
"""A limit for slow hosts."""


@pytest.mark.parametrize("seed", [2, 3])
def test_a_short_run(seed: int) -> None:
    """Every way has the same rows at each quiet point, and `exact` reads most namespaces exactly."""
    found = run_ways(seed, SECONDS, STEPS, 16)
    assert found.counts["compared"] > 5 * STEPS, found.line()
    assert found.counts["restless"] < 3 * STEPS, found.line()
    exact, dump = found.read("exact"), found.read("dump")
    assert exact["exact_reads"] > exact["dumps"], found.line()
    assert "exact_reads" not in dump


def test_births_that_nobody_tells_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were births not told, and exact reads believed without a count: the first socket that is missing is a difference. With the count
    there is none: what is not told makes a dump."""
    real = sockets_layout.births
    monkeypatch.setattr(sockets_layout, "births", lambda unread: ({}, real(unread)[1]))
    found = run_ways(2, SECONDS, STEPS, 16)
    assert found.read("exact")["exact_doubts:fewer"] > 0
    monkeypatch.setattr("xtcp_ebpf.collector.exact_reading.verdict", lambda *_: Verdict("", ""))
    with pytest.raises(Differs, match=r"(exact|auto), seed 2, step \d+, poll \d+, namespace n\d+: missing"):
        run_ways(2, SECONDS, STEPS, 16)
