"""What the collector and the page of readiness are told, as plain values: the daemon makes them when it is asked."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from xtcp_ebpf.delivery.sender import Status

LONGEST_NAME: Final = 80
"""Characters of a destination in a label: it stands on some twenty series."""
_NONE: Final[Mapping[str, int]] = MappingProxyType({})


class Destination(NamedTuple):
    """One destination now."""

    status: Status
    counts: Mapping[str, int]
    """Tally.read() of its sender."""


class Facts(NamedTuple):
    """The daemon now, but for its counters. Numbers of namespaces are those of the last poll that ended."""

    version: str
    engine: str
    source: str = "always"
    """Of activity marks: `walk`, `tracepoints`, `always`."""
    loader: str = ""
    refused: str = ""
    """Why it is not BPF, or not the best: a word; empty: it is."""
    known: int = 0
    """Namespaces."""
    dumped: int = 0
    failed: int = 0
    """Not dumped, or not wholly."""
    skipped: Mapping[str, int] = _NONE
    """By reason."""
    poll_seconds: float = 0.0
    readers: int = 0
    """Threads that are alive."""
    spool_bytes: int | None = None
    """On disk; None: there is no spool."""


class Own(NamedTuple):
    """What this process takes of the host."""

    cpu_seconds: float
    """User and system, all threads."""
    resident_bytes: int | None
    """None: there is no procfs that tells."""


def own(statm: Path = Path("/proc/self/statm")) -> Own:
    """This process now."""
    try:
        resident = int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        resident = None
    return Own(time.process_time(), resident)


def labels(names: list[str]) -> list[str]:
    """A label for each destination: its name, not too long; of several that read alike the later ones have a number."""
    taken: set[str] = set()
    answer = []
    for name in names:
        short = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 3] + "..."
        label, number = short, 1
        while label in taken:
            number += 1
            label = f"{short} #{number}"
        taken.add(label)
        answer.append(label)
    return answer
