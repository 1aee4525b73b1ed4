"""Which rows become a picture: those of a whole dump, all of them, and of nothing else."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass, field
from types import MappingProxyType

import pytest
from counted_rows import chunk, report, row, seen, space
from pools import plan, running, sockets

from xtcp_ebpf import tcp_stats
from xtcp_ebpf.abc import DumpReport, Namespace, NamespaceId
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.tcp_stats.picture import EMPTY, sockets_of
from xtcp_ebpf.tcp_stats.pictures import NOTHING, Chunks, draw

A, B = space(1), space(2)


@dataclass
class Done:
    """Outcome of poller.py, as far as it is read here."""

    namespaces: tuple[Namespace, ...]
    reports: list[DumpReport] = field(default_factory=list)
    skipped: dict[str, list[Namespace]] = field(default_factory=dict)


class World:
    """Pictures, and what they passed on."""

    def __init__(self) -> None:
        self.passed: list[tuple[bytes, int]] = []
        self.tally = Tally()
        self.pictures = draw(self.tally)
        self.deliver = self.pictures.before(self.passed.extend)

    def dumped(self, namespace: Namespace, rows: int, groups: int = 1) -> None:
        """So many rows pass by, in so many groups."""
        for _ in range(groups):
            self.deliver([chunk([row(namespace)] * rows)])

    def ended(self, *reports: DumpReport, known: tuple[Namespace, ...] = (A, B), **skipped: list[Namespace]) -> None:
        self.pictures.ended(Done(known, list(reports), skipped))

    def told(self) -> dict[str, tuple[int, bool]]:
        """Name -> sockets, and whether that is old."""
        found = self.pictures.read()
        by_key = {n.key: n.name for n in found.namespaces}
        return {by_key[key]: (sockets_of(one.array), one.old) for key, one in found.pictures.items()}


@pytest.fixture
def world() -> World:
    return World()


def test_a_whole_dump_is_a_picture(world: World) -> None:
    """In any number of groups, of several namespaces among each other, and all rows are passed on as they came."""
    assert world.pictures.read() == NOTHING
    world.dumped(A, 3)
    world.dumped(B, 2)
    world.dumped(A, 1, groups=2)
    assert world.told() == {}
    world.ended(report(A, 5), report(B, 2))
    assert world.told() == {"n1": (5, False), "n2": (2, False)}
    assert world.passed == [chunk([row(A)] * 3), chunk([row(B)] * 2), chunk([row(A)]), chunk([row(A)])]
    assert world.tally.read() == {}


def test_a_dump_that_stayed_incomplete_leaves_the_picture_before_it(world: World) -> None:
    """It is told to be old, until a whole one comes; a namespace that never had a whole one has none."""
    world.dumped(A, 3)
    world.ended(report(A, 3))
    world.dumped(A, 2)
    world.dumped(B, 2)
    world.ended(report(A, 2, "interrupted"), report(B, 2, "timeout"))
    assert world.told() == {"n1": (3, True)}
    world.ended(backoff=[A, B])
    assert world.told() == {"n1": (3, True)}
    world.dumped(A, 1)
    world.ended(report(A, 1))
    assert world.told() == {"n1": (1, False)}


def test_one_that_was_skipped_keeps_its_picture(world: World) -> None:
    """As idle; one seen to be empty has an empty picture, whatever it had."""
    world.dumped(A, 3)
    world.dumped(B, 3)
    world.ended(report(A, 3), report(B, 3))
    world.ended(idle=[A], empty=[B])
    assert world.told() == {"n1": (3, False), "n2": (0, False)}
    before = world.pictures.read()
    known = before.namespaces
    world.ended(known=known, idle=[A, B])
    assert world.pictures.read() is before, "a poll in which nothing happened costs nothing"


def test_one_that_is_gone_has_no_picture(world: World) -> None:
    """Nor has one that was born with its inode."""
    world.dumped(A, 3)
    world.ended(report(A, 3))
    reborn = Namespace(A.inode, A.name, "", "mount", cookie=77, first_seen=9.0)
    world.ended(known=(reborn, B))
    assert world.told() == {}
    assert world.pictures.read().namespaces == (reborn, B)


def test_a_dump_without_sockets_is_a_picture_of_none(world: World) -> None:
    """No row passes by."""
    world.dumped(A, 3)
    world.ended(report(A, 3))
    world.ended(report(A, 0), report(B, 0))
    assert world.told() == {"n1": (0, False), "n2": (0, False)}
    assert {one.array for one in world.pictures.read().pictures.values()} == {EMPTY}


def test_rows_that_do_not_make_up_the_dump_are_no_picture(world: World) -> None:
    """Fewer, more, or another namespace's: the one before stays, and it is counted."""
    world.dumped(A, 3)
    world.ended(report(A, 3))
    for rows, told in ((2, report(A, 3)), (4, report(A, 3)), (3, report(A, 3, seen_as=NamespaceId(1, 2)))):
        world.dumped(A, rows)
        world.ended(told)
        assert world.told() == {"n1": (3, True)}
    assert world.tally.read() == {"tcp_pictures_torn": 3}


def test_two_reports_of_one_namespace_are_no_picture(world: World) -> None:
    """Found under two names in one poll: it cannot be told which rows are whose."""
    world.dumped(A, 3, groups=2)
    world.ended(report(A, 3), report(B, 3, seen_as=seen(A)))
    assert world.told() == {}
    assert world.tally["tcp_pictures_torn"] == 2


def test_a_poll_that_broke_off_leaves_nothing(world: World) -> None:
    """Its rows do not stand in the next one's picture."""
    world.dumped(A, 3)
    world.pictures.failed()
    world.dumped(A, 2)
    world.ended(report(A, 2))
    assert world.told() == {"n1": (2, False)}


def test_rows_that_cannot_be_read_are_passed_on_all_the_same(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """Counting disturbs nobody: it is counted, told once, and no picture is made of the others."""
    with caplog.at_level(logging.ERROR):
        for _ in range(2):
            world.dumped(A, 1)
            world.deliver([(b"\x52\x01\xff", 1), (b"\x52\x01\xff", 1)])
            world.ended(report(A, 3))
    assert world.told() == {}
    assert len(world.passed) == 6
    assert world.tally.read() == {"tcp_pictures_torn": 2, "tcp_rows_uncounted": 4}
    assert len([m for m in caplog.messages if "-promTcpStats" in m]) == 1


def test_what_is_shown_is_never_changed(world: World) -> None:
    """A scrape reads it while a poll ends."""
    world.dumped(A, 3)
    world.ended(report(A, 3))
    before = world.pictures.read()
    copy = dict(before.pictures)
    world.dumped(A, 4)
    world.ended(report(A, 4), known=(A,))
    assert before.pictures == copy
    assert before is not world.pictures.read()
    assert isinstance(NOTHING.pictures, MappingProxyType)


def test_the_rows_of_a_real_pool() -> None:
    """Two readers among each other, whose reports say how many rows each namespace has, and which namespace the socket was in."""
    made: list[Chunks] = []
    tally = Tally()
    pictures = draw(tally)
    with running(sockets(150), readers=2) as pool:
        for poll in (1, 2):
            the_plan = plan(40, poll=poll)
            reports = pool.poll(the_plan, pictures.before(made.append))
            pictures.ended(Done(the_plan.dumps, list(reports)))
            found = pictures.read().pictures
            assert {key: sockets_of(one.array) for key, one in found.items()} == {n.key: 150 for n in the_plan.dumps}
            assert not any(one.old for one in found.values())
    assert tally.read() == {}
    assert sum(rows for chunks in made for _, rows in chunks) == 2 * 40 * 150


def test_without_the_part_in_c_it_is_said(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Once, at the start, and rows are counted all the same."""
    monkeypatch.delattr(tcp_stats, "_accumulate", raising=False)
    monkeypatch.setitem(sys.modules, "xtcp_ebpf.tcp_stats._accumulate", None)
    world = World()
    world.dumped(A, 3)
    world.ended(report(A, 3))
    assert world.told() == {"n1": (3, False)}
    assert [record.levelname for record in caplog.records if "C compiler" in record.getMessage()] == ["WARNING"]
