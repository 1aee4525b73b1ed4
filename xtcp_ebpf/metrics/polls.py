"""What polls leave for those who look: written by the thread that polls, read by any thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.metrics.daemon_facts import Destination

KEPT = 10
"""How many polls recent() tells of."""


@dataclass(frozen=True, slots=True)
class LastPoll:
    """The last poll that ended, and what the ones before it have come to."""

    ended: int = 0
    """How many have."""
    ended_at: float = 0.0
    """Monotonic seconds."""
    seconds: float = 0.0
    known: int = 0
    """Namespaces."""
    dumped: int = 0
    failed: int = 0
    skipped: Mapping[str, int] = field(default_factory=dict)
    rows: int = 0
    failed_in_a_row: int = 0
    """Polls that found no namespaces, or dumped none of those that they wanted to."""
    stuck: tuple[int, ...] = ()
    """For each destination, how many polls in a row it has stood still: see `stands_still`."""
    opened: frozenset[int] = frozenset()
    """Places of the destinations that have been open at least once."""


def is_open(destination: Destination) -> bool:
    """Open now, or it must have been, since it has taken something."""
    return destination.status.state == "sending" or destination.counts.get("sent_rows", 0) > 0


def stands_still(now: Destination, before: Destination | None) -> bool:
    """Rows wait, none was sent since `before`, and it is not one that merely gathers them: it is not open, or it has dropped some."""
    if not now.status.waiting.rows or (before and now.counts.get("sent_rows", 0) > before.counts.get("sent_rows", 0)):
        return False
    return now.status.state != "sending" or _dropped(now) > (_dropped(before) if before else 0)


def _dropped(destination: Destination) -> int:
    return sum(rows for name, rows in destination.counts.items() if name.startswith("dropped_rows"))


class Polls:
    """Keeps one value, replaced as a whole, and some before it. `ended` and `failed` are called by the thread that polls."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = LastPoll()
        self._recent: tuple[LastPoll, ...] = ()
        self._before: Sequence[Destination] = ()

    def read(self) -> LastPoll:
        """Any thread may ask."""
        return self._last

    def recent(self) -> tuple[LastPoll, ...]:
        """Those that ended last, the newest first. Any thread may ask."""
        return self._recent

    def other_destinations(self) -> None:
        """They are others from now on: what is known of their places holds no more."""
        self._before = ()
        self._last = replace(self._last, stuck=(), opened=frozenset())

    def ended(
        self,
        seconds: float,
        known: int,
        dumped: int,
        failed: int,
        skipped: Mapping[str, int],
        destinations: Sequence[Destination],
        rows: int = 0,
    ) -> None:
        """A poll is over. `dumped` are whole, `failed` are missing or in part; `destinations` always in the same order."""
        before, stuck = self._last, []
        for place, now in enumerate(destinations):
            earlier = self._before[place] if place < len(self._before) else None
            still = stands_still(now, earlier)
            stuck.append((before.stuck[place] if place < len(before.stuck) else 0) + 1 if still else 0)
        self._before = tuple(destinations)
        self._last = LastPoll(
            before.ended + 1,
            self._clock.monotonic(),
            seconds,
            known,
            dumped,
            failed,
            dict(skipped),
            rows,
            before.failed_in_a_row + 1 if failed and not dumped else 0,
            tuple(stuck),
            before.opened | {place for place, now in enumerate(destinations) if is_open(now)},
        )
        self._recent = (self._last, *self._recent[: KEPT - 1])

    def failed(self) -> None:
        """A poll found no namespaces at all."""
        before = self._last
        self._last = replace(before, ended_at=self._clock.monotonic(), failed_in_a_row=before.failed_in_a_row + 1)
