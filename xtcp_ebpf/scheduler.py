"""What to dump and when: pure functions of what is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xtcp_ebpf.abc import Namespace, Plan


def plan(poll: int, now: float, timeout: float, namespaces: Sequence[Namespace], dumped: Mapping[int, float]) -> Plan:
    """Everything is dumped. Those never dumped come first, then those whose last dump began longest ago.

    So a poll that runs out of time leaves out others than the poll before it. `dumped`: inode -> monotonic seconds when the last dump
    began; one that time cut off counts, or a namespace too large for the timeout would be first for ever and keep all others out.
    `timeout` in seconds from `now`.
    """
    order = sorted(namespaces, key=lambda n: (dumped.get(n.inode, float("-inf")), n.name, n.inode))
    return Plan(poll, tuple(order), now + timeout)


def first_delay(frequency: float, jitter_pct: int, random: float) -> float:
    """Seconds before the first poll: anything up to the jitter's share of the interval, so that a fleet does not poll in step."""
    return frequency * jitter_pct / 100 * random


def next_start(due: float, now: float, frequency: float, jitter_pct: int, random: float) -> float:
    """When the poll after the one that was due at `due` starts: an interval later, half the jitter's share up or down.

    A poll that overran its interval is followed at once, and the beats that it missed are not made up for.
    """
    return max(now, due + frequency * (1 + jitter_pct / 100 * (random - 0.5)))
