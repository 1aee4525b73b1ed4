"""What stays void is not gone through again, and is gone through at once when anything may be other. Courses: simulated_host.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from xtcp_ebpf import scheduler
from xtcp_ebpf.abc import Namespace, NamespaceKey
from xtcp_ebpf.marks import Marks
from xtcp_ebpf.scheduler import NEVER, Past, Policy, Sorted
from xtcp_ebpf.sorting import Sorting

SPACES = tuple(Namespace(n, f"n{n}", f"/netns/n{n}", "mount", cookie=n + 100 if n else 0) for n in range(6))
IDLE = Policy("idle")
QUIET = Marks({n.cookie or n.inode: b"a" for n in SPACES}, None, {n.inode: n.cookie for n in SPACES}, True)


class Counting(dict[NamespaceKey, Past]):
    """What is known of the namespaces; tells of which it was asked."""

    def __init__(self) -> None:
        super().__init__({n.key: Past(sockets=1 if n.inode == 5 else 0, mark=b"a", poll=1) for n in SPACES})
        self.asked: list[int] = []

    def get(self, key: NamespaceKey, default: Past = NEVER) -> Past:  # type: ignore[override]  # as narrow as its one caller
        self.asked.append(key[0])
        return super().get(key, default)


class Polls:
    """Two quiet polls of one host: five namespaces are void and one is at rest."""

    def __init__(self) -> None:
        self.sorting, self.pasts = Sorting(), Counting()
        for _ in range(2):
            self.pasts.asked.clear()
            self.sort()

    def sort(self, marks: Marks = QUIET, spaces: tuple[Namespace, ...] = SPACES, policy: Policy = IDLE) -> Sorted:
        """Checked against what is sorted out from nothing."""
        found = self.sorting.sort_out(3, spaces, self.pasts, 50.0, policy, marks)
        asked = list(self.pasts.asked)
        afresh = scheduler.sort_out(3, spaces, self.pasts, 50.0, policy, marks.of, marks.doubted and not policy.counters)
        assert found._replace(void=[]) == afresh._replace(void=[])
        assert sorted(n.inode for n in found.void) == sorted(n.inode for n in afresh.void)
        self.pasts.asked = asked
        return found


def test_what_stays_void_is_not_asked_about() -> None:
    """Only of the one with sockets, whose age is counted. All are in the answer all the same."""
    polls = Polls()
    assert polls.pasts.asked == [5]
    assert [n.inode for n in polls.sort().void] == [0, 1, 2, 3, 4]
    assert polls.sort().at_rest == [(2, SPACES[5])]


def test_marks_of_others_change_nothing() -> None:
    """Traffic where there are sockets does not make the void be gone through."""
    polls = Polls()
    polls.pasts.asked.clear()
    found = polls.sort(QUIET._replace(by_number=QUIET.by_number | {105: b"b"}, seen=dict(QUIET.seen)))
    assert (polls.pasts.asked, found.to_dump, len(found.void)) == ([5], [SPACES[5]], 5)


REASONS: dict[str, Callable[[Polls], Sorted]] = {
    "mark": lambda polls: polls.sort(QUIET._replace(by_number=QUIET.by_number | {103: b"b"})),
    "mark of an inode": lambda polls: polls.sort(QUIET._replace(by_number=QUIET.by_number | {0: b"b"})),
    "mark gone": lambda polls: polls.sort(QUIET._replace(by_number={n: b"a" for n in QUIET.by_number if n != 103})),
    "all others": lambda polls: polls.sort(QUIET._replace(otherwise=b"a")),
    "seen": lambda polls: polls.sort(QUIET._replace(seen={**QUIET.seen, 0: 7})),
    "doubted": lambda polls: polls.sort(QUIET._replace(doubted=True)),
    "policy": lambda polls: polls.sort(policy=Policy("empty")),
    "namespaces": lambda polls: polls.sort(spaces=SPACES[1:]),
    "a namespace": lambda polls: polls.sort(spaces=(*SPACES[:5], replace(SPACES[5], name="other"))),
}


@pytest.mark.parametrize("reason", REASONS)
def test_all_are_asked_about_when_anything_may_be_other(reason: str) -> None:
    """And are void again afterwards, unless something was: what is remembered has not suffered."""
    polls = Polls()
    polls.pasts.asked.clear()
    REASONS[reason](polls)
    assert {1, 2, 3, 4} <= set(polls.pasts.asked)
    assert len(polls.sort().void) == 5
    polls.pasts.asked.clear()
    polls.sort()
    assert polls.pasts.asked == [5]


def test_other_knowledge_of_them_is_heeded() -> None:
    """As when the source of marks is another one: none of the marks that are remembered compares any more."""
    polls = Polls()
    polls.pasts = Counting()
    polls.pasts[SPACES[2].key] = Past(sockets=0, mark=None)
    assert [n.inode for n in polls.sort().to_look] == [2]


def test_what_becomes_void_later_is_left_alone_from_then_on() -> None:
    """A namespace whose look found none."""
    polls = Polls()
    stirred = QUIET._replace(by_number=QUIET.by_number | {103: b"b"})
    assert [n.inode for n in polls.sort(stirred).to_look] == [3]
    polls.pasts[SPACES[3].key] = Past(sockets=0, mark=b"b", poll=3)
    assert len(polls.sort(stirred).void) == 5
    polls.pasts.asked.clear()
    assert len(polls.sort(stirred).void) == 5
    assert polls.pasts.asked == [5]
