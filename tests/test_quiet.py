"""Of a namespace that is known only what may have changed is read; with any doubt about that all of it is."""

from __future__ import annotations

from array import array

import pytest
from exact.made_bodies import best, body
from scripted_watch import ScriptedWatch, Told

from xtcp_ebpf.abc import DumpReport, Manner, Namespace, Plan
from xtcp_ebpf.exact.births import Births
from xtcp_ebpf.exact.known import Known
from xtcp_ebpf.reads import Reads
from xtcp_ebpf.scheduler import Past
from xtcp_ebpf.tally import Tally

ONE = Namespace(11, "one", "/one", "mount", cookie=101)
TWO = Namespace(12, "two", "/two", "mount", cookie=102)
WHOLE = Manner("dump", remember=True)


class World:
    """-skip quiet over a watch that the test scripts; `ONE` has four sockets and is known."""

    def __init__(self, mode: str = "dump", max_stale: int = 100) -> None:
        self.watch = ScriptedWatch()
        gets = best()
        self.births = Births(self.watch, Known(gets, 1000), gets)
        self.births.note_dues()
        self.reads = Reads(mode, self.births, Tally(), quiet=True)
        self.max_stale = max_stale
        self.number = 0
        self.pasts = {n.key: Past(sockets=4, poll=1) for n in (ONE, TWO)}
        assert self.poll(None, ONE) == {"one": WHOLE}
        self.know(b"".join(body(n, port=n) for n in range(1, 5)))

    def know(self, packed: bytes, restless: bytes = b"") -> None:
        """As after a whole read."""
        assert self.births.settle(self.births.begin(ONE.key), packed, restless=restless)

    def poll(self, told: Told | None, *namespaces: Namespace) -> dict[str, Manner | None]:
        """By name; None: nothing is read there."""
        self.number += 1
        self.watch.next = told
        self.reads.drain()
        plan = self.reads.arrange(Plan(self.number, namespaces, 10.0), self.pasts, self.max_stale)
        assert {n.name for n in namespaces} == {n.name for n in (*plan.dumps, *plan.skipped.get("quiet", ()))}
        return {n.name: plan.manners.get(n.key, Manner()) if n in plan.dumps else None for n in namespaces}


def active(**more: object) -> Told:
    """Nothing was active, but for this."""
    return Told(**{"active": {}, **more})  # type: ignore[arg-type]  # of any kind


def some(*numbers: int) -> Manner:
    """These sockets alone."""
    return Manner("active", True, b"".join(body(n, port=n) for n in numbers))


@pytest.mark.parametrize("mode", ["auto", "dump", "exact"])
def test_only_what_was_active(mode: str) -> None:
    """Nothing, two sockets, nothing again: each is read once."""
    world = World(mode)
    assert world.poll(active(), ONE) == {"one": None}
    assert world.poll(active(active={101: array("Q", [2, 4]), 999: array("Q", [1])}), ONE) == {"one": some(2, 4)}
    assert world.poll(active(), ONE) == {"one": None}


def test_what_was_born_and_what_is_restless() -> None:
    """Births are read, once; sockets in a state without marks at each poll, for as long as they are in it; none of them twice."""
    world = World()
    world.know(b"".join(body(n, port=n) for n in range(1, 5)), restless=body(3, port=3))
    found = world.poll(active(births={101: body(5, port=5)}, active={101: array("Q", [3])}), ONE)["one"]
    assert found
    assert found.way == "active"
    assert sorted(found.bodies[at : at + 56] for at in range(0, len(found.bodies), 56)) == [body(3, port=3), body(5, port=5)]
    under = world.births.begin(ONE.key)
    world.births.keep_known(under, restless=body(3, port=3))
    assert world.poll(active(), ONE) == {"one": some(3)}
    world.births.keep_known(world.births.begin(ONE.key), gone=[2])
    assert world.poll(active(), ONE) == {"one": None}
    assert world.births.known.bodies(ONE.key) == b"".join(body(n, port=n) for n in (1, 2, 4, 5))


def test_all_of_it() -> None:
    """Where an active socket is not known, marks are lost, a connection is half-open, or the last read failed."""
    for told in (active(active={101: array("Q", [77])}), Told(active=None, births={101: b""}), active(half_open=frozenset({101}))):
        assert World().poll(told, ONE) == {"one": WHOLE}
    world = World()
    world.reads.learn(1, [DumpReport(ONE, 0.0, 0.0, 0, 0, False, "poll_timeout")], world.pasts)
    assert world.poll(active(), ONE) == {"one": WHOLE}
    world = World()
    assert world.poll(active(lost=True), ONE) == {"one": WHOLE}, "not known any more"
    assert world.poll(active(), TWO) == {"two": WHOLE}, "never known"
    assert World().poll(active(), Namespace(13, "none", "/none", "mount")) == {"none": Manner()}, "cannot be watched"


def test_what_is_due_waits() -> None:
    """For as long as its namespace is not read."""
    world = World()
    assert world.poll(active(active={101: array("Q", [2])}), TWO)["two"] == WHOLE
    assert world.poll(active(active={101: array("Q", [1, 2])}), ONE) == {"one": some(1, 2)}


def test_the_bound() -> None:
    """A namespace is read as a whole before its last whole read is staler than -maxStale."""
    world = World(max_stale=4)
    ways = [world.poll(active(), ONE)["one"] for _ in range(4)]
    assert WHOLE in ways
    assert ways[0] is None


def test_a_rest_does_not_lose_marks_of_others() -> None:
    """What is not watched any more has no dues."""
    world = World()
    world.births.keep(set())
    world.births.watch([ONE])
    assert world.births.due(ONE.key).active == array("Q")
