"""The verdict on an exact read: its rows against the kernel's own numbers."""

from __future__ import annotations

import pytest

from xtcp_ebpf.abc import Presence
from xtcp_ebpf.exact.bodies import Counts
from xtcp_ebpf.exact.counts import NONE, total, verdict

THERE = Presence(tcp=5, time_wait=2, tcp6=3, used=99, own_hash=0)


def test_equal_numbers_agree() -> None:
    """Half-open rows count nowhere, as with the kernel."""
    assert verdict(Counts(5, 3, 2, 0), THERE).agreed
    assert verdict(Counts(5, 3, 2, 7), THERE) == ("", "")


@pytest.mark.parametrize(
    ("rows", "reason", "text"),
    [
        (Counts(4, 3, 2, 0), "fewer", "tcp 4 read, 5 there"),
        (Counts(5, 0, 2, 9), "fewer", "tcp6 0 read, 3 there"),
        (Counts(5, 3, 3, 0), "more", "tw 3 read, 2 there"),
        (Counts(4, 3, 3, 0), "moved", "tcp 4 read, 5 there; tw 3 read, 2 there"),
        (NONE, "fewer", "tcp 0 read, 5 there; tcp6 0 read, 3 there; tw 0 read, 2 there"),
    ],
)
def test_any_difference_is_a_doubt(rows: Counts, reason: str, text: str) -> None:
    """One more here and one less there too: it may be that one has gone and another was missed."""
    found = verdict(rows, THERE)
    assert (found.reason, found.text, found.agreed) == (reason, text, False)


def test_slices_add_up() -> None:
    """Of gets and of the dump of the listeners."""
    assert total([Counts(1, 2, 3, 4), NONE, Counts(4, 1, 0, 0)]) == Counts(5, 3, 3, 4)
    assert total([]) == NONE
