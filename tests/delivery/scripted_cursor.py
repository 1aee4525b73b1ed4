"""A place in a spool that lives in memory and does what the test says."""

from __future__ import annotations

from xtcp_ebpf.abc import Sealed


class ScriptedCursor:
    """A place in a list: what the real one does, without a disk."""

    def __init__(self, log: list[Sealed], position: int = 0) -> None:
        self.log = log
        self.position = position
        self.held: set[int] = set()
        self.gone: set[int] = set()
        """No longer on disk."""
        self.lost: set[int] = set()
        """Counted as such."""
        self.reads: list[int] = []

    def end(self) -> int:
        return len(self.log)

    def size(self, position: int) -> int:
        return 0 if position in self.gone else self.log[position].size

    def hold(self, position: int) -> None:
        assert position not in self.lost
        self.held.add(position)

    def read(self, position: int) -> Sealed | None:
        self.reads.append(position)
        if not self.position <= position < len(self.log) or position in self.lost:
            return None
        if position in self.gone:
            self._lose(position)
            return None
        self.held.add(position)
        return self.log[position]

    def confirm(self, position: int) -> None:
        assert self.position < position <= len(self.log)
        self.position = position
        self._advance()

    def waiting(self) -> tuple[int, int]:
        left = [self.log[n] for n in range(self.position, len(self.log)) if n not in self.lost]
        return sum(one.rows for one in left), sum(one.size for one in left)

    def make_room(self, until: int) -> None:
        """The oldest go from the disk; what memory has is not lost by that."""
        self.gone |= set(range(until))
        for position in range(self.position, until):
            if position not in self.held | self.lost:
                self._lose(position)

    def _lose(self, position: int) -> None:
        self.lost.add(position)
        self._advance()

    def _advance(self) -> None:
        while self.position in self.lost:
            self.position += 1


def pieces(sealed: Sealed) -> list[Sealed]:
    """One for each row."""
    body, share = sealed.body(), sealed.size // sealed.rows
    cuts = [body[n * share : (n + 1) * share if n + 1 < sealed.rows else None] for n in range(sealed.rows)]
    return [Sealed((cut,), 1, len(cut), "split") for cut in cuts]
