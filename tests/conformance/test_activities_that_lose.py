"""The suite of all sources of marks with BPF, part two: no room, programs detached, descriptors gone."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest
from activity.sources_to_try import WITH_BPF, opened
from conformance.activities import PATIENCE, Open, at_rest, born, openings, refuse, talk
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import NamespaceId
from xtcp_ebpf.activity import bpf, map_layout
from xtcp_ebpf.activity.tracepoints import Tracepoints
from xtcp_ebpf.activity.walk import Walk

pytestmark = pytest.mark.kernel

FEW = 16
MOST = 200
"""Namespaces that a test makes."""
TRACEPOINTS = [name for name in WITH_BPF if name.startswith("tracepoints")]
WALKS = [name for name in WITH_BPF if name.startswith("walk")]


@pytest.fixture
def fresh() -> Iterator[Open]:
    """Opens one of those with BPF that the test may damage; it is closed when the test ends."""
    with openings() as open_one:
        yield open_one


@pytest.mark.parametrize("name", TRACEPOINTS)
def test_a_map_that_is_full(name: str, fresh: Open, spaces: Spaces) -> None:
    """More busy namespaces than room: it is said, those without room are not known to be at rest, and to forget others makes room."""
    source = fresh(name, FEW)
    made = [born(spaces, f"n{n}") for n in range(FEW + 4)]
    for namespace in made:
        talk(spaces, namespace)
    marks = source.read()
    assert marks.lost == "map_full"
    assert "-bpfMapSize" in marks.text
    assert len(marks.by_number) == FEW
    assert marks.otherwise is None
    without = [n for n in made if marks.of(n) is None]
    assert len(without) >= 4
    until = time.monotonic() + PATIENCE
    while (later := source.read()).lost:  # others on this host may go on
        assert time.monotonic() < until
        time.sleep(0.01)
    assert later.otherwise == map_layout.UNMARKED, "nothing was lost since the last reading"
    talk(spaces, without[0])
    assert source.read().of(without[0]) is None
    source.forget(NamespaceId(n.inode, n.cookie) for n in made if n not in without)
    before = at_rest(source, *without)
    talk(spaces, without[0])
    assert source.read().of(without[0]) not in (None, before.of(without[0]))


@pytest.mark.parametrize("name", WALKS)
def test_more_namespaces_than_room(name: str, spaces: Spaces) -> None:
    """It is said; those beyond are not known to be at rest, and those within are as ever; with fewer namespaces all is well again."""
    made = [born(spaces, f"n{n}") for n in range(2)]
    source = opened(name, namespaces() + FEW)
    try:
        while not (marks := source.read()).lost:
            assert len(made) < MOST
            made.append(born(spaces, f"n{len(made)}"))
        assert (marks.lost, marks.whole) == ("no_room", False)
        assert "-bpfMapSize" in marks.text
        within = [n for n in made if marks.of(n) is not None]
        assert made[-1] not in within
        talk(spaces, within[0])
        after = source.read()
        assert [n for n in within if after.of(n) != marks.of(n)] == within[:1]
        for namespace in made[1:]:
            spaces.remove(namespace)
        until = time.monotonic() + PATIENCE
        while source.read().lost:
            assert time.monotonic() < until
            time.sleep(0.01)
        assert source.read().whole
    finally:
        source.close()


@pytest.mark.parametrize("name", WALKS)
def test_more_namespaces_than_room_from_the_start(name: str, fresh: Open, spaces: Spaces) -> None:
    """A host that has too many already is walked as far as there is room, and it is said what to do."""
    made = [born(spaces, f"n{n}") for n in range(FEW + 4)]
    source = fresh(name, FEW)
    marks = source.read()
    assert marks.lost == "no_room"
    assert "-bpfMapSize" in marks.text
    assert any(marks.of(n) is None for n in made)


def test_the_dead_leave_the_map(spaces: Spaces) -> None:
    """Namespaces that come and go between two walks, more than there is room for marks: nothing is ever lost."""
    room = namespaces() + 4 * FEW
    source = opened("walk-libbpf-tp_btf", room)
    try:
        for n in range(min(2 * room, MOST)):
            namespace = born(spaces, f"n{n}")
            talk(spaces, namespace)
            spaces.remove(namespace)
            if n % 5 == 4:
                assert source.read().lost == ""
    finally:
        source.close()


def namespaces() -> int:
    """How many there are on this host."""
    source = opened("walk-libbpf-tp_btf")
    try:
        return len(source.read().seen)
    finally:
        source.close()


def nothing_there(descriptor: int) -> None:
    """Take what the descriptor stands for away, as if somebody had closed it; the number stays taken."""
    nowhere = os.open("/dev/null", os.O_RDONLY | os.O_CLOEXEC)
    os.dup2(nowhere, descriptor, inheritable=False)
    os.close(nowhere)


@pytest.mark.parametrize("name", WITH_BPF)
def test_detached(name: str, fresh: Open, spaces: Spaces) -> None:
    """A link that is gone is noticed at the next reading, which doubts all marks; from then on the program runs again."""
    source = fresh(name)
    namespace = born(spaces, "a")
    for tracepoint, link in list(source._hooks._links.items()):
        os.close(link)
        marks = source.read()
        assert (marks.lost, marks.doubted) == ("detached", True)
        assert tracepoint in marks.text
        marks = at_rest(source, namespace)
        assert (marks.lost, marks.doubted) == ("", False)
        talk(spaces, namespace)
        assert source.read().of(namespace) != marks.of(namespace)


@pytest.mark.parametrize("name", ["walk-libbpf-tp_btf", "tracepoints-libbpf-raw_tp"])
def test_detached_for_longer(name: str, fresh: Open, spaces: Spaces, monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as the kernel refuses to attach it again, nothing is known of any namespace; then all is well."""
    source = fresh(name)
    namespace = born(spaces, "a")
    link = source._hooks._links["inet_sock_set_state"]
    nothing_there(link)
    with monkeypatch.context() as patch:
        patch.setattr(bpf, "attach", refuse)
        for _ in range(3):
            marks = source.read()
            assert marks.of(namespace) is None
            assert marks.lost
    os.close(link)
    assert source.read().lost == "detached"
    marks = at_rest(source, namespace)
    talk(spaces, namespace)
    assert source.read().of(namespace) != marks.of(namespace)


UNREADABLE = [name for name in WITH_BPF if name != "tracepoints-bcc-no_bell"]  # half a second for each of its descriptors


@pytest.mark.parametrize("name", UNREADABLE)
def test_unreadable(name: str, spaces: Spaces) -> None:
    """Whatever descriptor is lost, nothing raises, and no namespace is said to be at rest that was not."""
    namespace, lost, left = born(spaces, "a"), set(), [("", "")]
    while left:
        source = opened(name)
        assert isinstance(source, Walk | Tracepoints)
        try:
            held = {"maps": source._hooks.objects.maps, "programs": source._hooks.objects.programs}
            left = [(kind, key) for kind in held for key in held[kind]] if left == [("", "")] else left
            before = at_rest(source, namespace)
            kind, key = left.pop()
            nothing_there(held[kind][key])
            talk(spaces, namespace)
            marks = source.read()
            assert marks.of(namespace) is None or marks.of(namespace) != before.of(namespace)
            if marks.lost:
                assert (marks.lost, marks.otherwise, marks.whole) == ("unreadable", None, False)
                assert marks.text
                lost.add(key)
            source.forget([NamespaceId(namespace.inode, namespace.cookie)])
            source.hush()
            assert "bpf_runs" in source.cost()
        finally:
            source.close()
    assert "inet_sock_set_state" in lost
    assert ("walk" if source.name == "walk" else "marks") in lost
