"""How namespaces are read: by the cost model, by what is known of them, and by how their last reads went."""

from __future__ import annotations

import logging

import pytest
from exact.made_bodies import best
from scripted_watch import ScriptedWatch, Told

from xtcp_ebpf.abc import DumpReport, Manner, Namespace, NamespaceKey, Plan
from xtcp_ebpf.exact.births import Births
from xtcp_ebpf.exact.bodies import BODY_BYTES
from xtcp_ebpf.exact.cost import Cost
from xtcp_ebpf.exact.known import Known
from xtcp_ebpf.reads import MOST_AT_ONCE, Reads
from xtcp_ebpf.scheduler import Past
from xtcp_ebpf.tally import Tally

HOST = Namespace(1, "default", "", "own", cookie=1)
SMALL = Namespace(2, "small", "/small", "mount", cookie=2)
NEW = Namespace(3, "new", "/new", "mount", cookie=3)
NAMELESS = Namespace(4, "nameless", "/nameless", "mount")
PASTS = {HOST.key: Past(sockets=100_000, own_hash=262_144), SMALL.key: Past(sockets=50)}


class World:
    """Reads over a watch that the test scripts."""

    def __init__(self, mode: str = "auto", most: int = 1_000_000) -> None:
        self.watch, self.tally, self.cost = ScriptedWatch(), Tally(), Cost()
        gets = best()
        self.births = Births(self.watch, Known(gets, most), gets)
        self.reads = Reads(mode, self.births, self.tally, self.cost)
        self.pasts: dict[NamespaceKey, Past] = dict(PASTS)
        self.poll = 0

    def manners(self, *namespaces: Namespace) -> list[Manner]:
        """Of the next poll."""
        self.poll += 1
        plan = self.reads.arrange(Plan(self.poll, namespaces, 10.0), self.pasts)
        return [plan.manners.get(n.key, Manner()) for n in namespaces]

    def know(self, namespace: Namespace, sockets: int) -> None:
        """As after a dump."""
        assert self.births.settle(self.births.begin(namespace.key), bytes(BODY_BYTES * sockets))

    def report(self, namespace: Namespace, **more: object) -> None:
        """How a reading went."""
        said = {"sockets": 50, "rows": 50, "complete": True, "cpu": 1e-3, **more}
        self.reads.learn(self.poll, [DumpReport(namespace, 0.0, 0.1, **said)], self.pasts)  # type: ignore[arg-type]  # of any kind


def test_watched_and_dumped_then_exact() -> None:
    """A namespace is watched before the dump that is remembered; when its sockets are known and gets are cheaper it is read exactly."""
    world = World()
    assert world.manners(SMALL, NEW) == [Manner(remember=True)] * 2
    assert world.watch.watched == {2, 3}
    world.know(SMALL, 50)
    assert world.manners(SMALL, NEW) == [Manner("exact", True), Manner(remember=True)]
    assert world.manners(NAMELESS) == [Manner()], "it has no cookie yet, by which it could be watched"


def test_gets_that_are_dearer() -> None:
    """Many sockets beside few others: a dump. It is remembered where that may change, and else not even watched."""
    world = World()
    world.pasts = {HOST.key: Past(sockets=300, own_hash=262_144), SMALL.key: Past(sockets=300)}
    assert world.manners(SMALL) == [Manner(remember=True)]
    world.know(SMALL, 300)
    assert world.manners(SMALL) == [Manner("dump", True)]
    world.pasts[SMALL.key] = Past(sockets=900, own_hash=1024)
    for _ in range(300):
        world.cost.fetched(2e-2, 900)
    assert world.manners(SMALL) == [Manner()]
    assert (world.watch.watched, world.births.known.bodies(SMALL.key)) == (set(), None)
    assert world.tally.read()["exact_unwatched"] == 1


def test_too_many_to_remember_or_to_hold() -> None:
    """Neither is tried."""
    world = World(most=49)
    assert world.manners(SMALL) == [Manner()]
    world = World("exact")
    world.pasts[SMALL.key] = Past(sockets=MOST_AT_ONCE + 1)
    assert world.manners(SMALL) == [Manner()]


def test_dump_and_exact_by_name() -> None:
    """`exact` does not ask the cost model, `dump` nobody; without births it is `dump`."""
    world = World("exact")
    world.pasts = {HOST.key: Past(sockets=300), SMALL.key: Past(sockets=300)}
    world.manners(SMALL)
    world.know(SMALL, 300)
    assert world.manners(SMALL) == [Manner("exact", True)]
    assert World("dump").manners(SMALL) == [Manner()]
    alone = Reads("exact", None, Tally())
    assert alone.mode == "dump"
    alone.drain()
    alone.learn(1, [], {})
    alone.keep([])
    alone.count()
    alone.close()
    plan = Plan(1, (SMALL,), 1.0)
    assert alone.arrange(plan, {}) is plan


def test_half_open_ones_are_dumped() -> None:
    """For as long as they are marked, whatever is wanted."""
    for mode in ("auto", "exact"):
        world = World(mode)
        world.manners(SMALL)
        world.know(SMALL, 50)
        world.watch.next = Told(half_open=frozenset({2}))
        world.reads.drain()
        assert world.manners(SMALL) == [Manner("dump", True)]
        world.know(SMALL, 50)
        assert world.manners(SMALL) == [Manner("exact", True)]


def test_rests_after_doubts() -> None:
    """The second doubt in a row costs a poll, the third three; an exact read that agreed makes good for all. `exact` does not rest."""
    world = World()
    world.manners(SMALL)
    world.know(SMALL, 50)
    ways = []
    for _ in range(14):
        (manner,) = world.manners(SMALL)
        ways.append(manner.way[0])
        world.report(SMALL, doubt="fewer" if manner.way == "exact" else "", tries=2)
    assert "".join(ways) == "eededddedddddd"
    world.report(SMALL, way="exact", asked=50)
    world.know(SMALL, 50)
    assert [manner.way for manner in world.manners(SMALL)] == ["exact"]
    world = World("exact")
    world.manners(SMALL)
    world.know(SMALL, 50)
    for _ in range(5):
        world.report(SMALL, doubt="fewer", tries=2)
        assert world.manners(SMALL)[0].way == "exact"


def test_what_is_learned() -> None:
    """Whole reads at the first try alone; the host's own hash is the shared one, whatever its size."""
    world = World()
    world.report(SMALL)
    world.report(HOST, sockets=100_000, cpu=0.2)
    world.report(SMALL, way="exact", asked=50)
    assert [line.measured for line in (world.cost.shared, world.cost.own, world.cost.gets)] == [2, 0, 1]
    world.report(SMALL, complete=False, reason="gone")
    world.report(SMALL, doubt="more", tries=2)
    world.report(SMALL, cpu=0.0)
    assert [line.measured for line in (world.cost.shared, world.cost.own, world.cost.gets)] == [2, 0, 1]
    world.pasts[SMALL.key] = Past(sockets=50, own_hash=1024)
    world.report(SMALL)
    assert world.cost.own.measured == 1


def test_what_is_lost_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    """Counted each time, and said until it is over; then anew."""
    world = World()
    with caplog.at_level(logging.WARNING):
        for lost in (True, True, False, True):
            world.watch.next = Told(lost=lost, reasons=(("ring_full", "no room"),) if lost else ())
            world.reads.drain()
    assert [record.getMessage() for record in caplog.records] == ["single sockets: no room"] * 2
    assert world.tally.read()["births_lost:ring_full"] == 3


def test_what_is_no_more_is_forgotten() -> None:
    """Watch, sockets and doubts; where the kernel does not let go it takes room, no more."""
    world = World()
    world.manners(SMALL, NEW)
    world.know(SMALL, 50)
    world.report(SMALL, doubt="fewer", tries=2)
    world.reads.keep([NEW])
    assert world.watch.watched == {3}
    assert (world.births.known.sockets, world.reads._doubts, world.reads._before.keys()) == (0, {}, {NEW.key})
    world.watch.broken = True
    world.reads.keep([])
    world.reads.count()
    world.watch.broken = False
    world.watch.drain()
    world.reads.count()
    assert world.tally.read()["socket_births"] == world.watch.drains
    world.reads.close()
    assert world.watch.closed == 1
