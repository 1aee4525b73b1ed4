"""What waits for one destination, oldest first: in memory up to a bound, and with a spool what is beyond it on disk.

put -> waiting (memory) -> take -> under way -> settle, oldest first -> confirmed
          |  full: the oldest are dropped; with a spool the newest stay on disk until their turn
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from xtcp_ebpf.abc import Sealed


class Held(NamedTuple):
    """What has not been settled."""

    rows: int
    bytes: int


class Cursor(Protocol):
    """One destination's place in the spool. Positions are those of Envelopes, from 0 upwards."""

    position: int
    """The first that is not confirmed."""

    def end(self) -> int:
        """The position that the next Envelope will have."""
        ...

    def size(self, position: int) -> int:
        """Bytes of the Envelope that stands there; 0: it is no longer there."""
        ...

    def hold(self, position: int) -> None:
        """Memory has this one: its fate is no longer the spool's."""
        ...

    def read(self, position: int) -> Sealed | None:
        """Held from here on. None: it is no longer there; its loss is counted."""
        ...

    def confirm(self, position: int) -> None:
        """All before `position` are settled, whatever becomes of this process."""
        ...

    def waiting(self) -> tuple[int, int]:
        """(rows, bytes) not confirmed."""
        ...


@dataclass(slots=True, eq=False)
class Item:
    """An Envelope on its way."""

    sealed: Sealed
    position: int | None
    """In the spool; None: it is not there."""
    since: float
    """Monotonic seconds at which it was taken in."""
    left: Held = field(init=False)
    """Not settled yet."""

    def __post_init__(self) -> None:
        self.left = Held(self.sealed.rows, self.sealed.size)


class Backlog:
    """Not safe for several threads: the sender's lock guards all but fetch(), which reads the disk and is the sender's thread's alone.

    `most_bytes` bounds what memory holds; only a single one from the spool that is itself larger may pass it. Order is that of offering,
    but for an Envelope that the spool could not take: it goes before those that wait on disk alone.
    """

    def __init__(self, most_bytes: int, cursor: Cursor | None) -> None:
        self._most_bytes = most_bytes
        self._cursor = cursor
        self._waiting: deque[Item] = deque()
        self._under_way: deque[Item] = deque()
        self._held = Held(0, 0)
        self._next = cursor.position if cursor else 0
        """The first position that neither memory nor a batch has had."""
        self._on_disk = cursor is not None and self._next < cursor.end()
        self._expected = 0
        """Bytes of what is being read from the spool."""

    @property
    def held(self) -> Held:
        """What memory holds, the batch under way included."""
        return self._held

    @property
    def on_disk(self) -> bool:
        """The oldest that are not in memory wait in the spool."""
        return self._on_disk

    def unsettled(self) -> Held:
        """Memory and spool together."""
        if self._cursor is None:
            return self._held
        loose = self._loose()
        rows, size = self._cursor.waiting()
        return Held(rows + loose.rows, size + loose.bytes)

    def oldest(self) -> float | None:
        """When the first that waits in memory was taken in."""
        return self._waiting[0].since if self._waiting else None

    def put(self, sealed: Sealed, position: int | None, now: float) -> list[Sealed]:
        """Take it in. What had to go for it is returned: never anything that the spool has."""
        if self._cursor is not None and position is not None:
            if not self._on_disk and position == self._next and self._fits(sealed):
                self._next = position + 1
                self._cursor.hold(position)
                self._append(Item(sealed, position, now))
            elif position >= self._next:
                self._on_disk = True
            return []
        while not self._fits(sealed) and self._hand_back():
            pass
        gone: list[Sealed] = []
        while not self._fits(sealed) and (oldest := self._oldest_loose()) is not None:
            self._waiting.remove(oldest)
            self._release(oldest.left.rows, oldest.left.bytes)
            gone.append(oldest.sealed)
        if self._fits(sealed):
            self._append(Item(sealed, None, now))
        else:
            gone.append(sealed)
        return gone

    def take(self, most_bytes: int) -> list[Item]:
        """The oldest in memory, at least one if there is one, and no more than `most_bytes` of them if there are several."""
        taken: list[Item] = []
        size = 0
        while self._waiting and (not taken or size + self._waiting[0].sealed.size <= most_bytes):
            taken.append(self._waiting.popleft())
            size += taken[-1].sealed.size
        self._under_way.extend(taken)
        return taken

    def wanted(self) -> int | None:
        """The position to fetch next; None: nothing waits on disk alone, or there is no room for it beside what memory holds."""
        if self._on_disk and self._cursor is not None:
            self._next = max(self._next, self._cursor.position)  # what the spool lost meanwhile is passed over at once
            self._on_disk = self._next < self._cursor.end()
        if not self._on_disk or self._cursor is None:
            return None
        size = self._cursor.size(self._next)
        if self._held.bytes and self._held.bytes + size > self._most_bytes:
            return None
        self._expected = size
        return self._next

    def fetch(self, position: int) -> Sealed | None:
        """What stands there in the spool; slow."""
        return self._cursor.read(position) if self._cursor else None

    def fetched(self, position: int, sealed: Sealed | None, now: float) -> Item | None:
        """What fetch() gave is under way; None: it is lost, and counted as such."""
        self._expected = 0
        self._next = position + 1
        if sealed is None:
            return None
        item = Item(sealed, position, now)
        self._under_way.append(item)
        self._held = Held(self._held.rows + sealed.rows, self._held.bytes + sealed.size)
        return item

    def settle(self, item: Item, piece: Sealed) -> None:
        """A piece of it was sent or dropped. What is settled from the oldest on is confirmed to the spool."""
        item.left = Held(item.left.rows - piece.rows, item.left.bytes - piece.size)
        self._release(piece.rows, piece.size)
        self._confirm()

    def abandon(self) -> Held:
        """Forget all; what no spool has is lost, and returned."""
        lost = self._loose()
        self._waiting.clear()
        self._under_way.clear()
        self._held = Held(0, 0)
        return lost

    def _confirm(self) -> None:
        done = None
        while self._under_way and not self._under_way[0].left.rows:
            item = self._under_way.popleft()
            done = item.position if item.position is not None else done
        if self._cursor is not None and not self._under_way and not self._waiting:
            done = self._next - 1
        if self._cursor is not None and done is not None and done >= self._cursor.position:
            self._cursor.confirm(done + 1)

    def _fits(self, sealed: Sealed) -> bool:
        return self._held.bytes + self._expected + sealed.size <= self._most_bytes

    def _loose(self) -> Held:
        """What no spool has."""
        if self._cursor is None:
            return self._held
        left = [item.left for item in (*self._waiting, *self._under_way) if item.position is None]
        return Held(sum(one.rows for one in left), sum(one.bytes for one in left))

    def _oldest_loose(self) -> Item | None:
        return next((item for item in self._waiting if item.position is None), None)

    def _hand_back(self) -> bool:
        """The newest in memory that the spool has waits there alone again; False: there is none."""
        item = next((item for item in reversed(self._waiting) if item.position is not None), None)
        if item is None or item.position is None:
            return False
        self._waiting.remove(item)
        self._release(item.left.rows, item.left.bytes)
        self._next, self._on_disk = item.position, True
        return True

    def _append(self, item: Item) -> None:
        self._waiting.append(item)
        self._held = Held(self._held.rows + item.sealed.rows, self._held.bytes + item.sealed.size)

    def _release(self, rows: int, size: int) -> None:
        self._held = Held(self._held.rows - rows, self._held.bytes - size)
