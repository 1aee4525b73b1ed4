"""A clock that a test turns."""

from __future__ import annotations

from xtcp_ebpf.clock import SystemClock


class Turned(SystemClock):
    """`at` in monotonic seconds. Everything else is the system's."""

    def __init__(self) -> None:
        self.at = 0.0

    def monotonic(self) -> float:  # type: ignore[override]  # there it is a static one
        return self.at
