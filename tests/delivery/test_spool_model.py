"""The spool against a model of plain lists and sets."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from spooling import envelope, segments

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.delivery.spool import Spool
from xtcp_ebpf.delivery.spool_cursor import Cursor
from xtcp_ebpf.delivery.spool_entry import HEAD_BYTES
from xtcp_ebpf.tally import Tally


class Place:
    """What a cursor should know, said with plain sets."""

    def __init__(self, begin: int) -> None:
        self.confirmed = begin
        self.held: set[int] = set()
        self.lost: set[int] = set()
        self.lost_rows = 0

    def lose(self, positions: set[int], rows: list[int]) -> None:
        self.lost |= positions
        self.lost_rows += sum(rows[n] for n in positions)
        while self.confirmed in self.lost:
            self.confirmed += 1


class AgainstAList(RuleBasedStateMachine):
    """A spool with two cursors beside a list of all that was ever appended. Where the oldest segment begins is read off the files."""

    MOST = 3000

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name)
        self.all: list[Sealed] = []
        self.rows: list[int] = []
        self.places: dict[str, Place] = {}
        self.cursors: dict[str, Cursor] = {}
        self.tallies = {"a": Tally(), "b": Tally()}
        self.general = Tally()
        self.open()

    def open(self) -> None:
        self.spool = Spool(str(self.path), self.MOST, 0.0, self.general)
        for name in ("a", "b"):
            self.join(name)

    def join(self, name: str) -> None:
        self.cursors[name] = self.spool.cursor(name, name, self.tallies[name])
        place = self.places.setdefault(name, Place(len(self.all)))
        place.held.clear()
        place.lost.clear()
        place.lose(set(range(place.confirmed, self.floor())), self.rows)

    def floor(self) -> int:
        return int(found[0].stem) if (found := segments(self.path)) else len(self.all)

    @rule(size=st.integers(0, 700), rows=st.integers(1, 9))
    def append(self, size: int, rows: int) -> None:
        sealed = envelope(len(self.all), size, rows)
        before = self.floor()
        assert self.spool.append(sealed) == len(self.all)
        self.all.append(sealed)
        self.rows.append(rows)
        for place in self.places.values():
            place.lose(set(range(place.confirmed, self.floor())) - place.held - place.lost, self.rows)
        gone = sum(one.size + HEAD_BYTES for one in self.all[before : self.floor()])
        assert self.floor() == before or gone + self.spool.used_bytes() > self.MOST or self.floor() <= self.least(), "dropped too early"

    def least(self) -> int:
        return min(place.confirmed for place in self.places.values())

    @rule(name=st.sampled_from("ab"), ahead=st.integers(0, 12))
    def read(self, name: str, ahead: int) -> None:
        place, position = self.places[name], self.cursors[name].position + ahead
        sealed = self.cursors[name].read(position)
        if position >= len(self.all) or position in place.lost:
            assert sealed is None
        elif position < self.floor():
            assert sealed is None
            place.held.discard(position)
            place.lose({position}, self.rows)
        else:
            assert sealed is not None
            assert (sealed.body(), sealed.rows) == (self.all[position].body(), self.rows[position])
            place.held.add(position)

    @rule(name=st.sampled_from("ab"))
    def hold(self, name: str) -> None:
        if self.all and len(self.all) - 1 >= self.places[name].confirmed:
            self.cursors[name].hold(len(self.all) - 1)
            self.places[name].held.add(len(self.all) - 1)

    @rule(name=st.sampled_from("ab"), ahead=st.integers(0, 12))
    def confirm(self, name: str, ahead: int) -> None:
        place = self.places[name]
        position = min(place.confirmed + ahead, len(self.all))
        settled = set(range(place.confirmed, position))
        if not settled <= place.held | place.lost | set(range(self.floor(), len(self.all))):
            return  # nobody confirms what he never had
        self.cursors[name].confirm(position)
        place.confirmed = position
        place.held -= settled
        place.lose(set(), self.rows)

    @rule()
    def reopen(self) -> None:
        self.spool.close()
        self.open()

    @precondition(lambda self: len(self.all) > 3)
    @rule(name=st.sampled_from("ab"))
    def leave_and_come_back(self, name: str) -> None:
        """A destination that was removed and configured again is a new one."""
        waiting = self.cursors[name].waiting()[0]
        before = self.general["spool_forgotten_rows"]
        self.spool.forget_others({"a", "b"} - {name})
        assert self.general["spool_forgotten_rows"] - before == waiting
        del self.places[name]
        self.join(name)
        assert self.cursors[name].position == len(self.all)

    @invariant()
    def all_is_accounted_for(self) -> None:
        assert self.spool.used_bytes() <= self.MOST
        for name, place in self.places.items():
            cursor = self.cursors[name]
            assert (cursor.position, cursor.end()) == (place.confirmed, len(self.all))
            waiting = set(range(place.confirmed, len(self.all))) - place.lost
            assert cursor.waiting() == (sum(self.rows[n] for n in waiting), sum(self.all[n].size for n in waiting))

    def teardown(self) -> None:
        self.spool.close()
        for tally in self.tallies.values():
            assert tally["dropped_rows:spool_damaged"] == 0
        for name, place in self.places.items():
            assert self.tallies[name]["dropped_rows:spool_full"] >= place.lost_rows
        self.folder.cleanup()


AgainstAList.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestAgainstAList = AgainstAList.TestCase
TestAgainstAList.__doc__ = "Whatever is done in whatever order, the spool gives out and counts what a list and sets would."
