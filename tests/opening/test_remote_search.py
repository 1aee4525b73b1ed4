"""What another process finds is what a search finds here, and outlives that process."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from kernel.real_namespaces import Spaces, descriptors
from opening.hiring import alive, children, hired, stop, until

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.kernel.discovery.search import Discovery
from xtcp_ebpf.opening import searcher
from xtcp_ebpf.opening.hirer import Openers
from xtcp_ebpf.opening.remote_search import RemoteSearch
from xtcp_ebpf.opening.roles import Role
from xtcp_ebpf.tally import Tally

pytestmark = pytest.mark.kernel


@pytest.fixture
def openers(spaces: Spaces) -> Iterator[Openers]:
    """With a searcher that looks at the namespaces of the test."""

    def make(tally: Tally) -> Discovery:
        return Discovery(directories=[str(spaces.directory)], tally=tally)

    with hired({Role.SEARCH: partial(searcher.serve, make_search=make)}) as made:
        yield made


@pytest.fixture
def search(openers: Openers) -> Iterator[RemoteSearch]:
    """As the daemon has it."""
    made = RemoteSearch(openers, 10.0)
    yield made
    made.close()


def bare(namespaces: tuple[Namespace, ...]) -> list[Namespace]:
    """Without when they were found, and by which of the processes that live there."""
    return [replace(n, first_seen=0.0) for n in namespaces]


def ours(found: tuple[Namespace, ...], spaces: Spaces) -> dict[str, Namespace]:
    return {n.name: n for n in found if n.path.startswith(str(spaces.directory))}


def test_the_same_as_here(search: RemoteSearch, spaces: Spaces, openers: Openers) -> None:
    """Names, paths, cookies, ways, our own process in our own namespace; what the searcher counts is counted here."""
    for name in ("a", "b", "c d"):
        spaces.make(name)
    here = Discovery(directories=[str(spaces.directory)])
    assert bare(search.find().namespaces) == bare(here.find().namespaces)
    here.close()
    again = search.find(thorough=True, descriptors=True)
    assert search.find().namespaces is again.namespaces
    counts = openers.tally.read()
    assert (counts["searches"], counts["namespaces_appeared:own"]) == (3, 1)


def test_a_mount_is_heard_of(search: RemoteSearch, spaces: Spaces) -> None:
    """Between two searches: what is to be waited for is readable here, and the answer has it."""
    search.find()
    assert search.fds
    made = spaces.make("new")
    assert select.select(search.fds, [], [], 5.0)[0]
    assert ours(search.current().namespaces, spaces)["new"].inode == made.inode


def test_the_searcher_dies(search: RemoteSearch, spaces: Spaces, openers: Openers) -> None:
    """Another one is asked; namespaces that have cookies stay what they were, so that nothing is dumped anew for that."""
    spaces.make("a")
    before = search.find().namespaces
    open_before = descriptors()
    for ask in (search.find, search.current, lambda: search.seen({}, False, names=False)):
        (pid,) = children(openers.pid)
        os.kill(pid, signal.SIGKILL)
        until(lambda pid=pid: not alive(pid))
        assert ask().namespaces == before
    assert [n.key for n in search.find().namespaces] == [n.key for n in before]
    assert descriptors() <= open_before
    assert openers.tally["openers_lost:search:gone"] == 3
    gone = ours(before, spaces)["a"]
    spaces.remove(gone)
    search.forget(gone)
    assert not ours(search.find().namespaces, spaces)


def test_nobody_can_search(search: RemoteSearch, spaces: Spaces, openers: Openers) -> None:
    """What was known is answered, with a note; the first time it is an error."""
    spaces.make("a")
    known = search.find()
    os.kill(openers.pid, signal.SIGKILL)
    until(lambda: not openers.alive)
    found = search.find()
    assert found.namespaces == known.namespaces
    assert [note.reason for note in found.notes if note not in known.notes] == ["blind"]
    assert "nobody can search" in found.notes[-1].text()
    search.forget(known.namespaces[0])
    other = RemoteSearch(openers, 1.0)
    with pytest.raises(OpenError, match="restart it"):
        other.find()
    other.close()


def test_a_searcher_that_hangs(spaces: Spaces, openers: Openers) -> None:
    """It is ended when the time is up; what was known is answered, and the next search is another's."""
    search = RemoteSearch(openers, 0.3)
    made = spaces.make("a")
    search.find()
    (pid,) = children(openers.pid)
    stop(pid)
    found = search.find()
    assert ours(found.namespaces, spaces)["a"].inode == made.inode
    assert found.notes[-1].reason == "blind"
    until(lambda: not alive(pid))
    assert "blind" not in [note.reason for note in search.find().notes]
    assert openers.tally["openers_lost:search:hung"] == 1
    search.close()


def test_what_bpf_has_seen(search: RemoteSearch, spaces: Spaces, openers: Openers) -> None:
    """A whole list puts right what was found: one that is not in it is no more; a new searcher is told the list again."""
    a, b = spaces.known(spaces.make("a")), spaces.known(spaces.make("b"))
    own = next(n for n in search.find().namespaces if n.found_by == "own")
    seen = {own.inode: own.cookie, a.inode: a.cookie, **{n: n for n in range(1, 3500)}}
    for _ in range(2):
        found = search.seen(seen, True, names=True).namespaces
        assert ours(found, spaces).keys() == {"a"}
        (pid,) = children(openers.pid)
        os.kill(pid, signal.SIGKILL)
        until(lambda pid=pid: not alive(pid))
    seen[b.inode] = b.cookie
    assert ours(search.seen(seen, True, names=True).namespaces, spaces).keys() == {"a", "b"}


def test_a_cookie_that_was_learned(search: RemoteSearch, spaces: Spaces) -> None:
    """One that is not what it was taken for is doubted: the next search finds what is there."""
    made = spaces.make("a")
    known = ours(search.find().namespaces, spaces)["a"]
    search.learned(known, known.cookie or 77)
    assert ours(search.find().namespaces, spaces)["a"].inode == made.inode
