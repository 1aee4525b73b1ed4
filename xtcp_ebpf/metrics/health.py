"""Is it ready? A frozen value of facts, and a pure function from it to an answer with reasons."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from xtcp_ebpf.metrics.daemon_facts import Destination
from xtcp_ebpf.metrics.polls import LastPoll, is_open

POLLS: Final = 3
"""So many polls in a row that failed, or in which a destination stood still, or that are overdue, and it is no longer ready."""


@dataclass(frozen=True, slots=True)
class DestinationHealth:
    """One destination."""

    name: str
    state: str
    """Of Status."""
    opened: bool
    """Open at least once."""
    stuck_polls: int
    """In a row, up to the last."""


@dataclass(frozen=True, slots=True)
class Health:
    """What readiness depends on."""

    stopping: bool
    polls_ended: int
    failed_in_a_row: int
    since_poll_seconds: float
    """Since the last one ended, or failed."""
    overdue_seconds: float
    """When that is too long."""
    readers_alive: int
    spooled: bool
    """There is a spool: rows are safe although a destination has not been open yet."""
    destinations: tuple[DestinationHealth, ...]


def health(
    last: LastPoll,
    destinations: Sequence[Destination],
    now: float,
    *,
    frequency: float,
    timeout: float,
    readers_alive: int,
    spooled: bool,
    stopping: bool,
) -> Health:
    """Times in seconds, `now` monotonic; `destinations` in the order in which Polls got them."""
    return Health(
        stopping,
        last.ended,
        last.failed_in_a_row,
        now - last.ended_at,
        POLLS * frequency * 1.5 + timeout,  # -pollJitterPct makes an interval at most half longer
        readers_alive,
        spooled,
        tuple(
            DestinationHealth(
                each.status.name,
                each.status.state,
                place in last.opened or is_open(each),
                last.stuck[place] if place < len(last.stuck) else 0,
            )
            for place, each in enumerate(destinations)
        ),
    )


class Verdict(NamedTuple):
    """The answer."""

    status: int
    """Of HTTP: 200, or 503 when it is not ready."""
    reasons: tuple[str, ...]
    """Why it is not; empty when it is."""

    def text(self) -> str:
        """`ready`, or `not ready` and a line for each reason."""
        return "".join(f"{line}\n" for line in ("not ready" if self.reasons else "ready", *self.reasons))

    def json(self) -> str:
        """The same for programs."""
        return json.dumps({"ready": not self.reasons, "reasons": self.reasons}) + "\n"


def readiness(health: Health) -> Verdict:
    """Ready: polls work, readers live, and each destination has been open, or a spool keeps its rows; and none of them stands still."""
    reasons = []
    if health.stopping:
        reasons.append("it is about to end")
    if not health.polls_ended:
        reasons.append("no poll has ended yet")
    elif health.since_poll_seconds > health.overdue_seconds:
        reasons.append(f"no poll has ended for {health.since_poll_seconds:.0f} s")
    if health.failed_in_a_row >= POLLS:
        reasons.append(f"the last {health.failed_in_a_row} polls failed")
    if not health.readers_alive:
        reasons.append("no reader is alive")
    for each in health.destinations:
        if each.state == "gone":
            reasons.append(f"{each.name} is gone for good")
        elif not each.opened and not health.spooled:
            reasons.append(f"{each.name} has not been open yet")
        elif each.stuck_polls >= POLLS:
            reasons.append(f"{each.name} has taken nothing for {each.stuck_polls} polls")
    return Verdict(503 if reasons else 200, tuple(reasons))
