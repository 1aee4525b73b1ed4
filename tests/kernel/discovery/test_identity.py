"""Which are the same as before: by cookie, by birth, by having been there all the time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scripted_destination import FakeClock

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.kernel.discovery.identity import Claim, Known
from xtcp_ebpf.tally import Tally

CLAIM = Claim("mount", "a", "/run/netns/a", 0, 0, 0, "")


class World:
    """Inode 5, claimed again and again."""

    def __init__(self) -> None:
        self.clock, self.tally = FakeClock(), Tally()
        self.known = Known(self.clock, self.tally)

    def settle(self, claim: Claim | None) -> Namespace | None:
        self.clock.time += 1
        self.known.settle({5: claim} if claim else {})
        return self.known.namespaces[0] if self.known.namespaces else None

    def same(self, first: Claim, second: Claim | None) -> bool:
        """Is what the second claim finds the namespace of the first?"""
        one, other = self.settle(first), self.settle(second)
        assert one
        assert other
        return one.key == other.key


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ({}, {}, True),
        ({"cookie": 7}, {"cookie": 7}, True),
        ({"cookie": 7}, {"cookie": 8}, False),
        ({"cookie": 7, "pid": 1}, {"cookie": 7, "pid": 2, "name": "b"}, True),
        ({"born": 7}, {"born": 7}, True),
        ({"born": 7}, {"born": 8}, False),
        ({"found_by": "proc"}, {"born": 8}, True),
        ({"born": 7}, {"found_by": "proc"}, True),
    ],
)
def test_the_same_or_another(first: dict[str, int], second: dict[str, int], same: bool) -> None:
    """A cookie decides, else the birth of the mounted file; without either, one that was there all the time is the same."""
    world = World()
    assert world.same(CLAIM._replace(**first), CLAIM._replace(**second)) == same
    assert world.tally["namespaces_gone"] == int(not same)


def test_what_was_away_is_another_unless_its_cookie_says_no() -> None:
    """Inode numbers are used again: an absence between two searches makes a new one."""
    world = World()
    one = world.settle(CLAIM)
    assert world.settle(None) is None
    other = world.settle(CLAIM)
    assert one
    assert other
    assert one.key != other.key
    assert (world.tally["namespaces_appeared:mount"], world.tally["namespaces_gone"]) == (2, 1)


def test_a_cookie_that_is_learned() -> None:
    """It stays with the namespace; another one says that it is not what it was taken for."""
    world = World()
    one = world.settle(CLAIM)
    assert one
    assert world.known.learned(one, 7)
    assert world.known.namespaces == (replace(one, cookie=7),)
    assert world.known.learned(one, 7)
    assert not world.known.learned(one, 8)
    assert world.settle(CLAIM._replace(pid=3)) == replace(one, cookie=7, pid=3)


def test_doubt() -> None:
    """Without a proof one that was doubted is another; with the same cookie, or the same birth, it is the same."""
    for claim, same in ((CLAIM, False), (CLAIM._replace(cookie=7), True), (CLAIM._replace(born=7), True)):
        world = World()
        one = world.settle(claim)
        assert one
        assert one in world.known
        world.known.doubt(one)
        other = world.settle(claim)
        assert other
        assert (one.key == other.key) == same
        assert (one in world.known) == same


def test_the_clock_stands_still() -> None:
    """Two that follow each other within one tick have different keys all the same."""
    clock = FakeClock()
    known = Known(clock, Tally())
    known.settle({5: CLAIM._replace(cookie=1)})
    (one,) = known.namespaces
    known.settle({5: CLAIM._replace(cookie=2)})
    (other,) = known.namespaces
    assert one.key != other.key


def test_was_it_there() -> None:
    """By its cookie; without cookies one that had a mount and has none now is taken for another."""
    world = World()
    assert not world.known.has(5, 7)
    world.settle(CLAIM._replace(cookie=7))
    assert (world.known.has(5, 7), world.known.has(5, 8), world.known.has(6, 7), world.known.has(5, 0)) == (True, False, False, False)
    world.settle(CLAIM._replace(cookie=7, found_by="proc"))
    assert world.known.has(5, 0)
