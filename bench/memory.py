"""Peak resident memory of the daemon at different numbers of sockets."""

from __future__ import annotations

from bench import runs
from bench.rivals import interval_for
from bench.table import Section

POLLS = 8
INTERVAL_SECONDS = 0.1


class Peaks:
    """Collects one figure for each size that the world has had."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, float]] = []

    def take(self, sockets: int) -> None:
        """Run the daemon for some polls on the sockets that are there now."""
        self._rows.append((sockets, runs.daemon(POLLS, interval_for(sockets, INTERVAL_SECONDS)).peak_mib))

    def section(self) -> Section:
        """The ratio is to the first, smallest size."""
        least = self._rows[0][1]
        rows = [(f"{sockets} sockets", peak, peak / least) for sockets, peak in self._rows]
        return Section("memory", f"Peak memory of the daemon (null destination, {POLLS} polls)", ("MiB", "x least"), rows)
