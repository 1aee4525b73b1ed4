"""A watch over single sockets that tells what a test says."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass
class Told:
    """Drained of exact/births.py."""

    births: Mapping[int, bytes] = field(default_factory=dict)
    lost: bool = False
    half_open: frozenset[int] = frozenset()
    active: Mapping[int, array[int]] | None = None
    reasons: tuple[tuple[str, str], ...] = ()


class ScriptedWatch:
    """Watch of exact/births.py. `next` is told by the next drain, and then nothing."""

    def __init__(self, room: int = 100) -> None:
        self.next: Told | None = None
        self.watched: set[int] = set()
        self.room = room
        self.drains = 0
        self.closed = 0
        self.broken = False
        """Unwatching and costs fail."""

    @property
    def waiting(self) -> bool:
        return self.next is not None

    def watch(self, networks: Iterable[int]) -> frozenset[int]:
        found = frozenset(sorted(networks)[: self.room - len(self.watched)])
        self.watched |= found
        return found

    def unwatch(self, networks: Iterable[int]) -> None:
        if self.broken:
            raise OSError(9, "broken")
        self.watched -= set(networks)

    def drain(self, active: bool = True) -> Told:
        self.drains += 1
        told, self.next = self.next or Told(active={} if active else None), None
        return told

    def cost(self) -> Mapping[str, int]:
        if self.broken:
            raise OSError(9, "broken")
        return {"socket_births": self.drains}

    def close(self) -> None:
        self.closed += 1
