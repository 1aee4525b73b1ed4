"""What waits for one destination against a model: nothing lost, nothing twice, in order, within its bound; scripted and real spool."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from typing import Any

from delivery.scripted_cursor import ScriptedCursor, pieces
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from spooling import envelope

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.delivery.backlog import Backlog, Cursor, Held, Item
from xtcp_ebpf.delivery.spool import Spool
from xtcp_ebpf.tally import Tally

ROOMY = 1 << 30


class Scripted:
    """A spool in memory, kept over restarts."""

    def __init__(self) -> None:
        self._log: list[Sealed] = []
        self.cursor = ScriptedCursor(self._log)

    def append(self, sealed: Sealed) -> int:
        self._log.append(sealed)
        return len(self._log) - 1

    def restart(self) -> None:
        before = self.cursor
        self.cursor = ScriptedCursor(self._log, before.position)
        self.cursor.lost = before.lost
        self.cursor.make_room(max(before.gone, default=-1) + 1)

    def end(self) -> None: ...


class OnDisk:
    """The real one."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._open()

    def _open(self) -> None:
        self._spool = Spool(self._folder.name, ROOMY, 0.0, Tally())
        self.cursor: Cursor = self._spool.cursor("a", "tcp:a", Tally())

    def append(self, sealed: Sealed) -> int | None:
        return self._spool.append(sealed)

    def restart(self) -> None:
        self._spool.close()
        self._open()

    def end(self) -> None:
        self._spool.close()
        self._folder.cleanup()


class Waiting(RuleBasedStateMachine):
    """Offers, batches, answers in any order and size, failures of the spool, restarts: at any moment, in any order."""

    make: Callable[[], Any]

    def __init__(self) -> None:
        super().__init__()
        self.spool = self.make()
        self.offered: list[Sealed] = []
        self.places: dict[int, int] = {}
        """Number of an Envelope -> its position in the spool."""
        self.done: set[int] = set()
        """Settled to the last row, in whichever life."""
        self.let_go: set[int] = set()
        """Dropped for room, or lost with the process that alone had it."""
        self.fetching: int | None = None

    @initialize(bound=st.integers(1, 600))
    def begin(self, bound: int) -> None:
        self.bound = bound
        self._live()

    def _live(self) -> None:
        self.backlog = Backlog(self.bound, self.spool.cursor)
        self.out: list[tuple[int, Item, list[Sealed]]] = []
        """Under way: number, and the pieces that are not settled."""
        self.handed: list[int] = []
        self.waits: list[int] = []
        """Of those that no spool has: in memory."""
        self.fetching = None

    def teardown(self) -> None:
        try:
            if hasattr(self, "backlog"):
                self._drain()
        finally:
            self.spool.end()

    def _drain(self) -> None:
        """To the end: nothing waits, and each Envelope came out or is accounted for."""
        if self.fetching is not None:
            self.finish_fetching()
        while True:
            self.settle_all()
            self.take(1)
            if not self.out:
                self.begin_fetching()
                if self.fetching is None:
                    break
                self.finish_fetching()
        assert self.backlog.held == self.backlog.unsettled() == Held(0, 0)
        assert not self.backlog.on_disk
        assert self.spool.cursor.position == self.spool.cursor.end()
        lost = {number for number, place in self.places.items() if place in getattr(self.spool.cursor, "lost", ())}
        assert self.done | self.let_go | lost == set(range(len(self.offered)))
        assert not self.done & self.let_go

    @rule(size=st.integers(4, 300), rows=st.integers(1, 3), spooled=st.sampled_from([True, True, True, False]))
    def offer(self, size: int, rows: int, spooled: bool) -> None:
        number = len(self.offered)
        sealed = envelope(number, size, rows)
        self.offered.append(sealed)
        position = self.spool.append(sealed) if spooled else None
        if position is not None:
            self.places[number] = position
        gone = [self.offered.index(one) for one in self.backlog.put(sealed, position, float(number))]
        assert gone == sorted(gone)
        assert all(one not in self.places for one in gone), "the spool had it"
        self.let_go |= set(gone)
        self.waits = [one for one in [*self.waits, *([number] if position is None else [])] if one not in gone]

    @rule(most=st.integers(1, 700))
    def take(self, most: int) -> None:
        before = self.backlog.held
        items = self.backlog.take(most)
        assert self.backlog.held == before
        assert len(items) <= 1 or sum(item.sealed.size for item in items) <= most
        for item in items:
            self._hand_out(item)

    @precondition(lambda self: self.fetching is None and self.backlog.oldest() is None)
    @rule()
    def begin_fetching(self) -> None:
        self.fetching = self.backlog.wanted()

    @precondition(lambda self: self.fetching is not None)
    @rule()
    def finish_fetching(self) -> None:
        assert self.fetching is not None
        sealed = self.backlog.fetch(self.fetching)
        item = self.backlog.fetched(self.fetching, sealed, 0.0)
        self.fetching = None
        assert (item is None) == (sealed is None)
        if item is not None:
            self._hand_out(item)

    def _hand_out(self, item: Item) -> None:
        number = next(n for n, one in enumerate(self.offered) if one.body() == item.sealed.body())
        assert self.places.get(number) == item.position
        assert number not in self.handed, "twice in one life"
        spooled = [self.places[n] for n in self.handed if n in self.places]
        assert item.position is None or item.position > max(spooled, default=-1), "out of order"
        assert item.position is not None or number > max((n for n in self.handed if n not in self.places), default=-1)
        self.handed.append(number)
        self.out.append((number, item, pieces(item.sealed)))

    @precondition(lambda self: self.out)
    @rule(data=st.data())
    def settle_some(self, data: st.DataObject) -> None:
        """A piece of any of them: answers of a batch come in any order."""
        self._settle(data.draw(st.integers(0, len(self.out) - 1)))

    @rule()
    def settle_all(self) -> None:
        while self.out:
            self._settle(0)

    def _settle(self, index: int) -> None:
        number, item, left = self.out[index]
        self.backlog.settle(item, left.pop(0))
        if not left:
            self.done.add(number)
            del self.out[index]

    @rule()
    def restart(self) -> None:
        """kill -9, or the end: what no spool has is lost, and told."""
        loose = self.waits_left()
        assert self.backlog.abandon() == loose
        self.let_go |= {n for n in self.waits if n not in self.done}
        assert self.backlog.held == Held(0, 0)
        self.spool.restart()
        self._live()

    @precondition(lambda self: isinstance(self.spool, Scripted))
    @rule(until=st.integers(0, 40))
    def make_room(self, until: int) -> None:
        self.spool.cursor.make_room(min(until, self.spool.cursor.end()))

    def waits_left(self) -> Held:
        """What is left of those that no spool has."""
        under_way = {number: left for number, _, left in self.out}
        left = [piece for n in self.waits if n not in self.done for piece in under_way.get(n, [self.offered[n]])]
        return held(left)

    @invariant()
    def within_its_bound(self) -> None:
        if hasattr(self, "backlog"):
            now = self.backlog.held
            if now.bytes > self.bound:
                assert [item.sealed.size > self.bound for _, item, _ in self.out] == [True]
                assert self.backlog.oldest() is None
            under_way = held(piece for _, _, left in self.out for piece in left)
            assert now.rows >= under_way.rows
            assert now.bytes >= under_way.bytes

    @invariant()
    def confirms_only_what_is_settled(self) -> None:
        if hasattr(self, "backlog"):
            lost = getattr(self.spool.cursor, "lost", set())
            ahead = {n for n, place in self.places.items() if place < self.spool.cursor.position and place not in lost}
            assert ahead <= self.done
            rows, size = self.spool.cursor.waiting()
            loose = self.waits_left()
            assert self.backlog.unsettled() == Held(rows + loose.rows, size + loose.bytes)


def held(pieces: Iterable[Sealed]) -> Held:
    kept = list(pieces)
    return Held(sum(one.rows for one in kept), sum(one.size for one in kept))


class OnScript(Waiting):
    make = Scripted


class OnSpool(Waiting):
    make = OnDisk


TestOnScript = OnScript.TestCase
TestOnScript.settings = settings(max_examples=150, stateful_step_count=50, deadline=None)
TestOnSpool = OnSpool.TestCase
TestOnSpool.settings = settings(max_examples=50, stateful_step_count=50, deadline=None)
