"""One poll after the other over a search and gates that a test scripts: who is looked at, dumped, skipped, searched again, and said.

With marks: test_poller_marks.py, test_poller_search.py, test_poller_live.py.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace

import pytest
from collector.doors import space
from polled_world import KNOBS, Remembering, World

from xtcp_ebpf.kernel.discovery.search import Note


@pytest.fixture
def worlds() -> Iterator[list[World]]:
    """Those in it are ended with the test."""
    made: list[World] = []
    yield made
    for world in made:
        world.close()


def test_the_empty_are_looked_at_the_others_dumped(worlds: list[World]) -> None:
    """New: looked at. With sockets: dumped, without a look from then on. Emptied: dumped once more, then looked at only."""
    worlds.append(world := World(space(0), space(1)))
    world.sockets["n1"] = 0
    assert (world.dumped(), sorted(world.looked)) == ({"n0": ""}, ["n0", "n1"])
    assert (world.dumped(), world.looked) == ({"n0": ""}, ["n1"])
    world.sockets |= {"n0": 0, "n1": 3}
    assert (world.dumped(), world.looked, world.rows.counted) == ({"n0": "", "n1": ""}, ["n1"], 3)
    outcome = world.poll()
    assert ([r.namespace.name for r in outcome.reports], world.looked) == (["n1"], ["n0"])
    assert outcome.skipped == {"empty": [space(0)]}
    assert (world.tally["dumps_skipped:empty"], world.tally["dumps"]) == (3, 5)


def test_skip_none_dumps_everything(worlds: list[World]) -> None:
    """No look, every namespace, and the change takes effect with the next poll."""
    worlds.append(world := World(space(0), space(1), knobs=replace(KNOBS, skip="none")))
    world.sockets["n1"] = 0
    for _ in range(2):
        assert (world.dumped(), world.looked) == ({"n0": "", "n1": ""}, [])
    world.poller.knobs = KNOBS
    assert (world.dumped(), world.looked) == ({"n0": ""}, ["n1"])


def test_gone_is_searched_for_again(worlds: list[World]) -> None:
    """What held it ended between search and dump: it is searched for once more in the same poll, and dumped by another way."""
    worlds.append(world := World(space(0), space(1)))
    other = replace(space(1), name="n1-by-another-process", path="/proc/2/ns/net")

    def ends() -> None:
        if world.known.asked == ["find thorough"]:
            del world.sockets["n1"]
            world.sockets[other.name] = 2
        else:
            world.known.namespaces = (space(0), other)

    world.known.each = ends
    outcome = world.poll()
    assert sorted((r.namespace.name, r.reason) for r in outcome.reports) == [("n0", ""), ("n1", "gone"), (other.name, "")]
    assert (world.known.forgotten, world.known.asked) == (["n1"], ["find thorough", "find"])
    assert world.tally["searches_again"] == 1
    assert sorted(row.record_counter for row in world.rows.records) == [1, 2, 3, 4]
    assert set(outcome.namespaces) == {space(0), other}


def test_what_is_dead_is_searched_for_once(worlds: list[World]) -> None:
    """One more search in the poll in which it died, none after."""
    worlds.append(world := World(space(0), space(1)))
    world.poll()
    del world.sockets["n1"]
    world.known.each = lambda: setattr(world.known, "namespaces", (space(0),) if len(world.known.asked) > 1 else world.known.namespaces)
    assert world.dumped() == {"n0": "", "n1": "gone"}
    assert world.known.asked == ["find", "find"]
    assert (world.dumped(), world.known.asked) == ({"n0": ""}, ["find"])
    assert set(world.poller.pasts) == {space(0).key}


def test_a_cookie_is_told(worlds: list[World]) -> None:
    """What the diag socket says of a namespace whose cookie was not known goes to the search; what is known already does not."""
    worlds.append(world := World(space(0), replace(space(1), cookie=99)))
    assert world.dumped() == {"n0": "", "n1": ""}
    assert world.known.told == []  # the fake gates know no cookies


def test_errors_are_said_once_and_tried_less_and_less(worlds: list[World], caplog: pytest.LogCaptureFixture) -> None:
    """One line when it begins, none while it is left alone or fails again, one line when it fails anew after it worked."""
    caplog.set_level(logging.WARNING)
    worlds.append(world := World(space(0), space(1)))
    world.sockets["n1"] = -1
    tried = []
    for _ in range(9):
        tried.append("n1" in world.dumped())
        world.clock.ahead += 1.0
    assert tried == [True, True, False, True, False, False, False, True, False]
    assert world.tally["dumps_skipped:backoff"] == 5
    assert [m for m in caplog.messages if "missing" in m] == ["poll 1: missing or in part (permission): n1: n1 may not be entered"]
    world.sockets["n1"] = 2
    world.clock.ahead += 60
    assert world.dumped() == {"n0": "", "n1": ""}
    world.sockets["n1"] = -1
    world.dumped()
    assert [m.split(":")[0] for m in caplog.messages if "missing" in m] == ["poll 1", "poll 11"]


def test_when_it_searches(worlds: list[World]) -> None:
    """Thoroughly at the start and at -reconcileFrequency; before each poll, or not; descriptors where asked for."""
    worlds.append(world := World(space(0), knobs=replace(KNOBS, reconcile_frequency=10.0, scan_descriptors=True)))
    asked = []
    for step in (0, 5, 5, 5):
        world.clock.ahead += step
        world.poll()
        asked += world.known.asked
    assert asked == ["find thorough descriptors", "find", "find thorough descriptors", "find"]
    world.poller.knobs = replace(KNOBS, reconcile_before_poll=False, reconcile_frequency=0.0)
    world.clock.ahead += 1e6
    world.poll()
    assert world.known.asked == ["current"]


def test_nsids_are_looked_up_before_the_dumps(worlds: list[World]) -> None:
    """For all that were found, anew with the thorough search."""
    nsids = Remembering()
    worlds.append(world := World(space(0), space(1), nsids=nsids))
    world.poll()
    world.poll()
    assert nsids.asked == [(["n0", "n1"], True), (["n0", "n1"], False)]


def test_notes_are_said_once(worlds: list[World], caplog: pytest.LogCaptureFixture) -> None:
    """Whether the search of a poll or the watch between polls met them."""
    worlds.append(world := World(space(0)))
    world.known.notes = (Note("stale", "/run/netns/x"),)
    world.poller.watch()
    world.poll()
    world.poll()
    assert [m for m in caplog.messages if "/run/netns/x" in m] == [Note("stale", "/run/netns/x").text()]


def test_a_look_that_fails_is_a_dump_that_fails(worlds: list[World]) -> None:
    """It is reported with its reason, and not dumped in that poll."""
    worlds.append(world := World(space(0)))
    world.sockets["n0"] = -1
    assert (world.dumped(), world.looked) == ({"n0": "permission"}, ["n0"])
    assert world.tally["looks_failed:permission"] == 1


def test_out_of_time(worlds: list[World]) -> None:
    """A poll without time says so, searches not again, and what it left out comes first in the next."""
    worlds.append(world := World(space(0), space(1), knobs=replace(KNOBS, timeout=-1.0)))
    outcome = world.poll()
    assert outcome.late
    assert {r.reason for r in outcome.reports} == {"poll_timeout"}
    world.poller.knobs = KNOBS
    assert world.dumped() == {"n0": "", "n1": ""}
