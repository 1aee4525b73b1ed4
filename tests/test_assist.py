"""The source that runs, over sources that a test scripts: what is said once, what is opened anew, what is counted."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from scripted_activity import Scripted

from xtcp_ebpf.abc import DumpReport, Namespace, NamespaceId
from xtcp_ebpf.activity.always import Always
from xtcp_ebpf.assist import UNREADABLE_IN_A_ROW, Assist
from xtcp_ebpf.errors import AssistUnavailable
from xtcp_ebpf.marks import UNKNOWN, Activity, Marks
from xtcp_ebpf.tally import Tally

WELL = Marks({7: b"a"}, b"", {5: 7}, False)
FULL = WELL._replace(otherwise=None, lost="map_full", text="no room")
UNREADABLE = UNKNOWN._replace(lost="unreadable", text="the marks cannot be read: EPERM")
ONE, OTHER = NamespaceId(5, 7), NamespaceId(6, 8)


class Sources:
    """Gives them one after the other; an exception is raised. The last for ever."""

    def __init__(self, *sources: Activity | AssistUnavailable) -> None:
        self._sources = list(sources)
        self.opened = 0

    def __call__(self) -> Activity:
        self.opened += 1
        source = self._sources[0] if len(self._sources) == 1 else self._sources.pop(0)
        if isinstance(source, AssistUnavailable):
            raise source
        return source


def refuse() -> Activity:
    """A source that cannot be had."""
    raise AssistUnavailable("lockdown", "this kernel takes no BPF")


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """The warnings and errors since the last time."""
    caplog.set_level(logging.WARNING)

    def take() -> list[str]:
        messages = list(caplog.messages)
        caplog.clear()
        return messages

    return take


def test_it_begins_with_the_source_that_it_is_given() -> None:
    """Which is counted by name; BPF is what has a loader; its bell is what to wait for. What cannot be had is its opener's to tell."""
    tally = Tally()
    assist = Assist(lambda: Scripted(bell=9), tally)
    assert (assist.bpf, assist.fds, tally["assist_opened:scripted"]) == (True, (9,), 1)
    plain = Assist(Always, tally)
    assert (plain.bpf, plain.fds, tally["assist_opened:always"]) == (False, (), 1)
    with pytest.raises(AssistUnavailable):
        Assist(refuse, tally)


def test_the_bell_is_hushed_before_the_reading() -> None:
    """What rings after that is not in this reading, and must ring on."""
    source = Scripted(WELL)
    assert Assist(lambda: source, Tally()).read() is WELL
    assert source.log == ["hush", "read"]


def test_a_loss_is_told_once_and_counted_each_time(said: Callable[[], list[str]]) -> None:
    """Again when it is another, and when it was over in between; the marks are handed on as they are."""
    source, tally = Scripted(), Tally()
    assist = Assist(lambda: source, tally)
    doubted = WELL._replace(doubted=True, lost="missed", text="3 runs left out")
    for marks, told in ((FULL, True), (FULL, False), (doubted, True), (FULL, True), (WELL, False), (FULL, True), (FULL, False)):
        source.marks = marks
        assert assist.read() is marks
        assert said() == ([f"scripted: {marks.text}"] if told else [])
    assert (tally["marks_lost:map_full"], tally["marks_lost:missed"]) == (5, 1)


def test_unreadable_three_times_is_opened_anew(said: Callable[[], list[str]]) -> None:
    """In a row: one reading that works begins the count again. The old one is closed, and only when the new one is there."""
    old, fresh, tally = Scripted(UNREADABLE), Scripted(WELL), Tally()
    sources = Sources(old, fresh)
    assist = Assist(sources, tally)
    for marks in (UNREADABLE, UNREADABLE, WELL, UNREADABLE, UNREADABLE, FULL, UNREADABLE, UNREADABLE):
        old.marks = marks
        assist.read()
    assert (assist.source, sources.opened) == (old, 1)
    assert len(said()) == 4
    old.marks = UNREADABLE
    assert assist.read() is UNREADABLE
    assert (assist.source, old.closed, tally["assist_opened:scripted"], UNREADABLE_IN_A_ROW) == (fresh, 1, 2, 3)
    fresh.marks = UNREADABLE
    for _ in range(2):
        assist.read()
    assert (assist.source, sources.opened) == (fresh, 2)
    assert said() == [f"scripted: {UNREADABLE.text}"]
    assert tally["marks_lost:unreadable"] == 9


def test_what_cannot_be_opened_anew_is_given_up(said: Callable[[], list[str]]) -> None:
    """Told as an error; from then on nothing is known of any namespace, and that is no loss."""
    old = Scripted(UNREADABLE)
    assist = Assist(Sources(old, AssistUnavailable("lockdown", "this kernel takes no BPF")), Tally())
    for _ in range(3):
        assist.read()
    assert said()[-1] == "scripted is given up, and every namespace is dumped: this kernel takes no BPF"
    assert (assist.source.name, assist.bpf, assist.fds, old.closed) == ("always", False, (), 1)
    assert assist.read() is UNKNOWN
    assert said() == []


def test_another_source_while_it_runs(said: Callable[[], list[str]]) -> None:
    """The new one is opened first; then the old one is closed, its last counts are taken, and the new one's are counted from nothing."""
    old, fresh, again, tally = Scripted(FULL), Scripted(FULL, name="other"), Scripted(), Tally()
    old.costs, fresh.costs = {"bpf_runs": 10}, {"bpf_runs": 4}
    assist = Assist(lambda: old, tally)
    assist.read()

    def opens() -> Activity:
        if old.closed:
            return again
        return fresh

    assist.reopen(opens)
    assert (assist.source, old.closed, fresh.closed, tally["bpf_runs"]) == (fresh, 1, 0, 10)
    assist.read()
    assert said() == ["scripted: no room", "other: no room"]
    assist.count()
    assert (tally["bpf_runs"], tally["assist_opened:other"]) == (14, 1)
    fresh.marks = UNREADABLE
    for _ in range(3):
        assist.read()
    assert assist.source is again, "opened anew in the way that it was opened last"


def test_a_source_that_cannot_be_had_changes_nothing() -> None:
    """The old one runs on, and is what is opened anew when that is needed."""
    old, again, tally = Scripted(UNREADABLE), Scripted(WELL), Tally()
    assist = Assist(Sources(old, again), tally)
    with pytest.raises(AssistUnavailable, match="takes no BPF"):
        assist.reopen(refuse)
    assert (assist.source, old.closed, tally["assist_opened:scripted"]) == (old, 0, 1)
    for _ in range(3):
        assist.read()
    assert (assist.source, old.closed) == (again, 1)


def test_counts_are_of_what_was_added() -> None:
    """Totals of the source become increments; what it has counted last is taken when it is closed."""
    source, tally = Scripted(), Tally()
    assist = Assist(lambda: source, tally)
    for total in (5, 5, 9):
        source.costs = {"bpf_runs": total, "bpf_run_time_ns": 100 * total}
        assist.count()
    assert (tally["bpf_runs"], tally["bpf_run_time_ns"]) == (9, 900)
    source.costs = {"bpf_runs": 11, "bpf_run_time_ns": 900, "bpf_bells_lost": 2}
    assist.close()
    assert (tally["bpf_runs"], tally["bpf_run_time_ns"], tally["bpf_bells_lost"], source.closed) == (11, 900, 2, 1)


def test_what_cannot_be_opened_is_named_once(said: Callable[[], list[str]]) -> None:
    """The first by number, how many more, and what to do; again only when it was away in between."""
    source, tally = Scripted(), Tally()
    assist = Assist(lambda: source, tally)
    marks = [Marks({7: bytes([n]), 8: bytes([n])}, b"", {}, False) for n in range(9)]
    for number, hidden in enumerate(({OTHER, ONE}, {OTHER, ONE}, {ONE}, {OTHER, ONE}, set(), {ONE})):
        assist.unopenable(frozenset(hidden), marks[number])
    first, second, third = said()
    assert first.startswith("namespace net:[5] and 1 more had TCP activity")
    assert "-netnsDirs" in first
    assert "-scanDescriptors" in first
    assert (second[:19], third[:19]) == ("namespace net:[6] h", "namespace net:[5] h")
    assert tally["namespaces_unopenable"] == 4
    assert source.forgotten == []


def test_what_cannot_be_opened_and_rests_is_forgotten() -> None:
    """As it may be no more: its mark is the one of the reading before. Where the kernel has no cookies, by its inode."""
    source = Scripted()
    assist = Assist(lambda: source, Tally())
    bare = NamespaceId(9, 0)
    unmarked = NamespaceId(4, 40)
    hidden = frozenset({ONE, OTHER, bare, unmarked})
    assist.unopenable(hidden, Marks({7: b"a", 8: b"a", 9: b"a"}, b"", {}, False))
    assert source.forgotten == []
    assist.unopenable(hidden, Marks({7: b"a", 8: b"b", 9: b"b"}, b"", {}, False))
    assert set(source.forgotten) == {ONE, unmarked}
    assist.unopenable(hidden, Marks({7: b"b", 8: b"a", 9: b"b", 40: b"a"}, b"", {}, False))
    assert source.forgotten[2:] == [bare]


def test_what_is_saved_is_what_it_cost_last() -> None:
    """CPU of the last dumps of those left out; one that was never dumped counts nothing."""
    tally = Tally()
    namespace = Namespace(5, "a", "", "own")
    reports = [DumpReport(namespace, 0.0, 1.0, 3, 3, True, cpu=cpu) for cpu in (0.001, 0.0005)]
    Assist(Always, tally).saved([reports[0], None, reports[1]])
    assert tally["dumps_saved_cpu_us"] == 1500


def test_nothing_to_forget_asks_nothing() -> None:
    """The dead are handed on; when there are none, the source is left alone."""
    source = Scripted()
    assist = Assist(lambda: source, Tally())
    assist.forget([ONE])
    source.forget = None  # type: ignore[assignment,method-assign]  # so that a call would fail
    assist.forget([])
    assert source.forgotten == [ONE]
