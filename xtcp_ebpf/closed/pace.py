"""-closedRate: how many closed records may be made in a second. Pure."""

from __future__ import annotations


class Pace:
    """`rate` records a second, those of one second at once; 0: any number."""

    def __init__(self, rate: int, now: float) -> None:
        self._rate = rate
        self._left = float(rate)
        self._at = now

    def allow(self, wanted: int, now: float) -> int:
        """How many of these may be made at this moment (monotonic seconds)."""
        if not self._rate:
            return wanted
        self._left = min(float(self._rate), self._left + (now - self._at) * self._rate)
        self._at = now
        allowed = min(wanted, int(self._left))
        self._left -= allowed
        return allowed
