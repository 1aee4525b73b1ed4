"""What is done and said while a destination does not take payloads: how long to wait, and one line at each end of it."""

from __future__ import annotations

import logging

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.errors import SendError

log = logging.getLogger(__name__)

RETRY_BASE_SECONDS = 0.25
RETRY_CAP_SECONDS = 10.0


def backoff(failures: int, random: float, cap: float = RETRY_CAP_SECONDS) -> float:
    """Seconds to wait after so many failures in a row (from 1), full jitter: anything below the doubled base, up to the cap."""
    return random * min(cap, RETRY_BASE_SECONDS * 2.0 ** min(failures - 1, 60))


class Outage:
    """What is said of trouble: one line when it begins, one when it is over, however often it comes back in between.

    It is over when a payload goes out at the first try: one that needed a second may be the luck of a flapping connection.
    """

    def __init__(self, clock: Clock, name: str) -> None:
        self._clock = clock
        self._name = name
        self._began: float | None = None
        self._healed: float | None = None
        self._failures = 0
        self._lost_before = 0

    def failed(self, error: SendError, lost_rows: int) -> None:
        """`lost_rows`: the rows dropped in all, before what this error may cost."""
        if self._began is None:
            self._began = self._clock.monotonic()
            self._failures = 0
            self._lost_before = lost_rows
            log.warning("sending is interrupted: %s", error)
        self._failures += 1
        self._healed = None

    def worked(self, first_try: bool, lost_rows: int) -> None:
        if self._began is not None:
            if self._healed is None:
                self._healed = self._clock.monotonic()
            if first_try:
                self.finish(lost_rows)

    def finish(self, lost_rows: int) -> None:
        """Says that it works again, if it does: also when nothing more will be sent."""
        if self._began is not None and self._healed is not None:
            seconds, lost = self._healed - self._began, lost_rows - self._lost_before
            log.warning("sending works again: %s: after %.1f s, %d failures, %d rows dropped", self._name, seconds, self._failures, lost)
            self._began = self._healed = None
