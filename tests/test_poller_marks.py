"""Polls with marks that a test scripts: what rests is left alone, and what may have been missed is dumped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from polled_world import IDLE, N0, N1, N2, Worlds, marks
from scripted_activity import Scripted

from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.marks import UNKNOWN
from xtcp_ebpf.poller import SETTLING_SECONDS
from xtcp_ebpf.scheduler import Policy


@pytest.fixture
def make() -> Iterator[Worlds]:
    """Makes worlds, which end with the test."""
    made = Worlds()
    yield made
    made.close()


def test_what_rests_is_left_alone(make: Worlds) -> None:
    """First all: then neither dumps nor looks, until a mark says that something happened there: then that one."""
    world, source = make()
    assert (world.dumped(), sorted(world.looked)) == ({"n0": "", "n2": ""}, ["n0", "n1", "n2"])
    outcome = world.poll()
    assert (outcome.reports, outcome.skipped, world.looked) == ([], {"idle": [N1, N0, N2]}, [])
    source.marks = marks(N1, N2)
    assert (world.dumped(), world.looked) == ({"n2": ""}, ["n1"])
    assert (world.dumped(), world.looked) == ({}, [])
    world.sockets["n1"] = 1
    source.marks = marks(N1, N2, later=N1)
    assert (world.dumped(), world.looked) == ({"n1": ""}, ["n1"])
    assert (world.tally["dumps"], world.tally["dumps_skipped:idle"], world.tally["dumps_skipped:empty"]) == (4, 9, 2)


def test_a_reading_comes_before_everything(make: Worlds) -> None:
    """Before the search, which comes before the looks, which come before the dumps: what happens after it shows in the next one."""
    world, source = make()
    source.each = lambda: world.done.append("read")
    world.known.each = lambda: world.done.append("search")
    world.poll()
    assert world.done == ["read", "search", "look", "look", "look", "dump", "dump"]


def test_what_happens_after_the_reading_shows_in_the_next(make: Worlds) -> None:
    """Whenever in a poll it happens: its dump may or may not have seen it, so it is dumped once more."""
    world, source = make(marks(N0))
    world.known.each = lambda: setattr(source, "marks", marks(N0, N2, later=N0))
    world.poll()
    world.known.each = lambda: None
    assert sorted(world.dumped()) == ["n0", "n2"]
    assert world.dumped() == {}


def test_dumps_wait_until_the_kernel_is_done(make: Worlds) -> None:
    """A mark may be there before what it tells of is: a moment lies between the reading and the first dump, with -skip idle only."""
    world, source = make()
    read: list[float] = []
    source.each = lambda: read.append(SystemClock.monotonic())
    world.poll()
    assert min(when for _, when in world.opened) - read[-1] >= SETTLING_SECONDS


def test_an_unknown_mark_is_no_mark(make: Worlds) -> None:
    """What the source cannot tell of is dumped at each poll, or looked at where it had no sockets."""
    world, source = make(UNKNOWN)
    for _ in range(2):
        assert sorted(world.dumped()) == ["n0", "n2"]
        assert "n1" in world.looked
    source.marks = marks(N0)._replace(otherwise=None)
    world.poll()
    assert (sorted(world.dumped()), world.looked) == (["n2"], ["n1"])


def test_a_doubt_is_a_poll_of_everything(make: Worlds) -> None:
    """Once, when the source doubts its own reading."""
    world, source = make()
    world.poll()
    source.marks = marks(lost="missed")._replace(doubted=True)
    assert (sorted(world.dumped()), world.looked) == (["n0", "n2"], ["n1"])
    source.marks = marks()
    assert (world.dumped(), world.looked) == ({}, [])


def test_a_loss_between_polls_is_doubted_in_the_next(make: Worlds) -> None:
    """The bell's reading is told of a loss, and so the poll's is not: that poll dumps what may have been missed, the next one not."""
    world, source = make()
    world.poll()
    source.marks = marks(lost="map_full")
    world.poller.answer()
    source.marks = marks()
    world.poller.answer()
    assert (sorted(world.dumped()), world.looked) == (["n0", "n2"], ["n1"])
    assert world.dumped() == {}


def test_a_doubt_outlives_a_poll_that_found_nothing(make: Worlds) -> None:
    """The search fails, so nothing was dumped: the poll after it doubts instead."""
    world, source = make()
    world.poll()
    source.marks = marks(lost="missed")._replace(doubted=True)

    def no_proc() -> None:
        raise OpenError("no_proc", "is procfs mounted?")

    world.known.each = no_proc
    with pytest.raises(OpenError):
        world.poll()
    world.known.each = lambda: None
    source.marks = marks()
    assert (sorted(world.dumped()), world.looked) == (["n0", "n2"], ["n1"])
    assert world.dumped() == {}


def test_a_look_that_failed_in_doubt_is_made_again(make: Worlds) -> None:
    """What could not be looked at when it had to be is not taken for what it was before."""
    world, source = make()
    world.poll()
    source.marks = marks(lost="missed")._replace(doubted=True)
    world.sockets["n1"] = -1
    assert world.dumped()["n1"]
    world.sockets["n1"] = 1
    source.marks = marks()
    world.clock.ahead += 1000.0
    assert (world.dumped(), world.looked) == ({"n1": ""}, ["n1"])


def test_max_stale(make: Worlds) -> None:
    """Everything with sockets is dumped so often, whatever the marks say, and it may be changed while it runs."""
    world, _ = make()
    world.poller.knobs = replace(IDLE, max_stale=3)
    polls = [sorted(world.dumped()) for _ in range(10)]
    assert polls[0] == ["n0", "n2"]
    assert all({name for poll in polls[at : at + 3] for name in poll} == {"n0", "n2"} for at in range(8))
    assert max(map(len, polls[1:])) == 1
    world.poller.knobs = replace(IDLE, max_stale=1)
    assert sorted(world.dumped()) == ["n0", "n2"]


def test_what_it_saved_is_what_the_last_dumps_cost(make: Worlds) -> None:
    """CPU of the last dump of each that is left alone, poll by poll; those without sockets cost nothing."""
    world, _ = make()
    cpu = sum(report.cpu for report in world.poll().reports)
    assert cpu > 0
    world.poll()
    world.poll()
    assert abs(world.tally["dumps_saved_cpu_us"] - 2e6 * cpu) <= 2


def test_a_failed_dump_has_no_mark(make: Worlds) -> None:
    """It is tried again although nothing happened, as soon as its backoff allows."""
    world, _ = make()
    world.sockets["n0"] = -1
    assert world.dumped() == {"n0": "permission", "n2": ""}
    world.sockets["n0"] = 2
    assert world.dumped() == {"n0": ""}
    assert world.dumped() == {}


def test_policy(make: Worlds) -> None:
    """auto: idle by BPF, else empty. What is asked for is done; idle without BPF takes the counters."""
    world, _ = make()
    plain, _ = make(loader="")
    said = {}
    for skip in ("auto", "none", "empty", "idle"):
        for each in (world, plain):
            each.poller.knobs = replace(IDLE, skip=skip, max_stale=7)
        said[skip] = world.poller.policy, plain.poller.policy
    assert said == {
        "auto": (Policy("idle", 7), Policy("empty", 7)),
        "none": (Policy("none", 7), Policy("none", 7)),
        "empty": (Policy("empty", 7), Policy("empty", 7)),
        "idle": (Policy("idle", 7), Policy("idle", 7, counters=True)),
    }


def test_counters(make: Worlds) -> None:
    """Without BPF each is looked at, and dumped when its counters, or the number of its sockets, are others than before its last dump."""
    world, _ = make(UNKNOWN, loader="")
    assert (sorted(world.dumped()), sorted(world.looked)) == (["n0", "n2"], ["n0", "n1", "n2"])
    outcome = world.poll()
    assert (outcome.reports, {r: {n.name for n in some} for r, some in outcome.skipped.items()}) == (
        [],
        {"empty": {"n1"}, "idle": {"n0", "n2"}},
    )
    assert sorted(world.looked) == ["n0", "n1", "n2"]
    world.segments["n0"] += 1
    assert world.dumped() == {"n0": ""}
    world.sockets["n2"] += 1
    assert world.dumped() == {"n2": ""}
    world.sockets["n2"] = 0
    assert world.dumped() == {"n2": ""}
    assert world.skipped() == {"n0": "idle", "n1": "empty", "n2": "empty"}
    world.segments["n1"] += 1  # something came and went
    assert world.dumped() == {}


def test_switched_while_it_runs(make: Worlds) -> None:
    """-skip alone: marks go on to compare. To another source and back: each time one poll over everything."""
    world, source = make()
    world.poll()
    for skip, dumped in (("none", ["n0", "n1", "n2"]), ("idle", []), ("empty", ["n0", "n2"]), ("idle", [])):
        world.poller.knobs = replace(IDLE, skip=skip)
        assert sorted(world.dumped()) == dumped
    plain = Scripted(UNKNOWN, loader="")
    others = iter((plain, source))
    for _ in range(2):
        world.assist.reopen(lambda: next(others))
        world.poller.compare_anew()
        assert all(past.mark is None for past in world.poller.pasts.values())
        assert sorted(world.dumped()) == ["n0", "n2"]
        assert world.dumped() == {}


def test_a_source_that_breaks_down(make: Worlds) -> None:
    """While it cannot be read everything is dumped, and when it is opened anew, whose marks compare with none of the old ones, too."""
    world, source = make()
    world.poll()
    source.marks = UNKNOWN._replace(lost="unreadable", text="no")
    opened = world.tally["assist_opened:scripted"]
    for _ in range(3):
        assert sorted(world.dumped()) == ["n0", "n2"]
    assert world.tally["assist_opened:scripted"] == opened + 1
    source.marks = marks()
    assert sorted(world.dumped()) == ["n0", "n2"]
    assert world.dumped() == {}
