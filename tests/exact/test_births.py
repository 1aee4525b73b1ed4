"""What is told reaches what is known, or the reading that goes on; what is lost makes nothing certain."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_bodies import best
from scripted_watch import ScriptedWatch, Told

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.exact.births import Births
from xtcp_ebpf.exact.bodies import BODY_BYTES
from xtcp_ebpf.exact.known import Known

ONE = Namespace(11, "one", "/one", "mount", cookie=101)
TWO = Namespace(12, "two", "/two", "mount", cookie=102)


def body(number: int) -> bytes:
    """Of a socket with that cookie."""
    return bytes([2, 6, 0, 0]) + b"\xff" * 4 + number.to_bytes(40, "little") + number.to_bytes(8, "little")


@pytest.fixture
def watch() -> ScriptedWatch:
    """It tells nothing yet."""
    return ScriptedWatch()


@pytest.fixture
def births(watch: ScriptedWatch) -> Births:
    """Of two namespaces; the first is known."""
    gets = best()
    made = Births(watch, Known(gets, 100), gets)
    made.watch([ONE, TWO])
    assert made.settle(made.begin(ONE.key), body(1))
    return made


def test_between_readings(births: Births, watch: ScriptedWatch) -> None:
    """Births are added to what is known, in their order; those of a namespace that is not known, or not watched, are nobody's."""
    watch.next = Told({101: body(2) + body(3), 102: body(4), 103: body(5)})
    assert births.drain() == {}
    assert births.known.bodies(ONE.key) == body(1) + body(2) + body(3)
    assert births.known.bodies(TWO.key) is None


def test_during_a_reading(births: Births, watch: ScriptedWatch) -> None:
    """They are told to it, and known when it ends, with what it found, or with what was known before."""
    for end in ("settle", "keep"):
        before = births.known.bodies(ONE.key)
        assert before is not None
        under = births.begin(ONE.key)
        assert under.packed == before
        assert births.told(under) == b""
        drains = watch.drains
        assert births.told(under) == b""
        assert watch.drains == drains, "nothing waited"
        watch.next = Told({101: body(7)})
        assert births.told(under) == body(7) == births.told(under)
        assert births.known.bodies(ONE.key) == before
        if end == "settle":
            assert births.settle(under, body(6) + body(7))
            assert births.known.bodies(ONE.key) == body(6) + body(7), "once"
        else:
            births.keep_known(under)
            assert births.known.bodies(ONE.key) == before


def test_a_reading_that_came_to_nothing(births: Births) -> None:
    """Then nothing is known; one that was given up and ends late changes nothing."""
    late = births.begin(ONE.key)
    births.abandon(births.begin(ONE.key))
    assert births.known.bodies(ONE.key) is None
    assert not births.settle(late, body(1))
    births.keep_known(late)
    births.abandon(late)
    assert births.known.bodies(ONE.key) is None


def test_lost(births: Births, watch: ScriptedWatch) -> None:
    """Births that were lost, anywhere: nothing is known any more, and no reading that goes on makes anything known."""
    under = births.begin(TWO.key)
    watch.next = Told(lost=True, reasons=(("ring_full", "full"),))
    births.told(under)
    assert under.lost
    assert births.known.sockets == 0
    assert not births.settle(under, body(4))
    assert births.known.bodies(TWO.key) is None
    assert births.drain() == {"ring_full": "full"}, "told in the middle, and said at the next poll"
    assert births.drain() == {}


def test_half_open(births: Births, watch: ScriptedWatch) -> None:
    """From the mark on until a dump shows none; a dump that fails leaves the mark."""
    watch.next = Told(half_open=frozenset({101, 999}))
    births.drain()
    assert births.half_open(ONE.key)
    assert not births.half_open(TWO.key)
    births.abandon(births.begin(ONE.key))
    assert births.half_open(ONE.key)
    assert births.settle(births.begin(ONE.key), body(1), half_open=1)
    assert births.half_open(ONE.key)
    under = births.begin(ONE.key)
    watch.next = Told(half_open=frozenset({101}))
    births.told(under)
    assert under.half_open
    assert births.settle(under, body(1))
    assert births.half_open(ONE.key), "marked while it was dumped"
    assert births.settle(births.begin(ONE.key), body(1))
    assert not births.half_open(ONE.key)


def test_watching(births: Births, watch: ScriptedWatch) -> None:
    """Only those with a cookie, and only as many as there is room for; another cookie is another namespace; what is gone is forgotten."""
    assert watch.watched == {101, 102}
    births.watch([Namespace(13, "none", "/none", "mount")])
    assert watch.watched == {101, 102}
    watch.room = 2
    three = Namespace(14, "three", "/three", "mount", cookie=104)
    births.watch([three])
    assert not births.watches(three)
    watch.room = 100
    fresh = replace(ONE, cookie=105)
    assert not births.watches(fresh)
    births.watch([fresh])
    assert births.watches(fresh)
    assert not births.watches(ONE)
    births.keep({TWO.key})
    assert births.watches(TWO)
    assert 105 not in watch.watched
    assert births.known.bodies(ONE.key) is None
    births.close()
    assert (watch.closed, len(births.known)) == (1, 0)


def test_room(births: Births) -> None:
    """In bytes, for who packs them."""
    assert births.most_bytes == 100 * BODY_BYTES
    assert births.cost() == {"socket_births": 0}
