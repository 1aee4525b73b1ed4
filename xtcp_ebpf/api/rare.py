"""Log lines that do not grow with what others do: one for each reason in a minute."""

from __future__ import annotations

import logging
import threading
from typing import Final

from xtcp_ebpf.abc import Clock

REST_SECONDS: Final = 60.0
MOST_REASONS: Final = 1000
"""There are some ten; but none shall be able to make us remember more."""


class Rare:
    """What has been said, and how often it was not. Any thread may call."""

    def __init__(self, log: logging.Logger, clock: Clock) -> None:
        self._log = log
        self._clock = clock
        self._said: dict[str, tuple[float, int]] = {}
        """Reason -> when it was said, how often it came since."""
        self._lock = threading.Lock()

    def say(self, level: int, reason: str, text: str, *, trace: bool = False) -> None:
        """`trace`: with the exception that is being handled."""
        now = self._clock.monotonic()
        with self._lock:
            said, more = self._said.get(reason, (now - REST_SECONDS, 0))
            if now - said < REST_SECONDS:
                self._said[reason] = said, more + 1
                return
            if reason not in self._said and len(self._said) >= MOST_REASONS:
                return
            self._said[reason] = now, 0
        self._log.log(level, "%s%s", text, f" ({more} more like it since the last such line)" if more else "", exc_info=trace)
