"""What BPF has seen, set beside what a search found: by itself, and within Discovery over real namespaces."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator

import pytest
from kernel.real_namespaces import Spaces, in_thread, left_to_its_sockets, without

from xtcp_ebpf.abc import Namespace, NamespaceId
from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.discovery.identity import Claim
from xtcp_ebpf.kernel.discovery.listed import Listed
from xtcp_ebpf.kernel.discovery.search import NAMING_SEARCHES, Discovery, Found
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.tally import Tally

NSFS_FILE = "/proc/thread-self/ns/net"
OWN = 1
CAP_SYS_ADMIN = 21

kernel = pytest.mark.kernel
with_handles = pytest.mark.skipif(not nsfs.handle_of(NSFS_FILE), reason="no nsfs file handles before Linux 6.18")


def claim(cookie: int = 0) -> Claim:
    """What a search says of a mounted one."""
    return Claim("mount", "a", "/run/netns/a", cookie, 0, 0, "")


CLAIMS = {OWN: Claim("own", "default", "", 0, 0, 0, ""), 5: claim(), 6: claim(66), 7: claim(77)}


def test_it_tells_what_is_new() -> None:
    """The same list again is nothing new; another namespace, another cookie at the same inode, or that there are no others, is."""
    listed = Listed("/nowhere")
    assert not listed.take({}, False)
    for seen, whole, new in (
        ({5: 55}, False, True),
        ({5: 55}, False, False),
        ({5: 55}, True, True),
        ({5: 56}, True, True),
        ({}, True, True),
    ):
        assert listed.take(seen, whole) == new


def test_marks_take_nothing_away() -> None:
    """They tell of some namespaces: what they do not tell of may be there as well, and so may what has another cookie at its inode."""
    listed = Listed("/nowhere")
    listed.take({5: 55, 6: 1}, False)
    assert listed.settle(CLAIMS, OWN) == CLAIMS
    assert (listed.unopenable, listed.dead) == (frozenset(), frozenset())


def test_the_whole_list_is_right() -> None:
    """What is not in it, or has another cookie there, is no more, whatever a mount says; cookies are completed; we ourselves are there."""
    listed = Listed("/nowhere")
    listed.take({5: 55, 6: 66, 7: 78}, True)
    assert listed.settle(CLAIMS, OWN) == {OWN: CLAIMS[OWN], 5: claim(55), 6: claim(66)}
    assert listed.unopenable == {NamespaceId(7, 78)}
    listed.take({}, True)
    assert listed.settle(CLAIMS, OWN) == {OWN: CLAIMS[OWN]}


def test_what_no_handle_opens() -> None:
    """Is claimed only when a search finds it; until then it is unopenable, and nobody says that it is dead."""
    listed = Listed("/nowhere")
    assert not listed.handles
    for whole in (False, True):
        listed.take({OWN: 11, 5: 55, 8: 0}, whole)
        assert listed.settle({OWN: CLAIMS[OWN]}, OWN).keys() == {OWN}
        assert listed.unopenable == {NamespaceId(5, 55), NamespaceId(8, 0)}
        assert listed.settle({OWN: CLAIMS[OWN], 5: claim(), 8: claim()}, OWN).keys() == {OWN, 5, 8}
        assert (listed.unopenable, listed.dead) == (frozenset(), frozenset())


@kernel
@with_handles
@pytest.mark.parametrize("unheld", [True, False], ids=["up to 6.18", "from 6.19"])
def test_what_a_handle_opens(monkeypatch: pytest.MonkeyPatch, unheld: bool) -> None:
    """Of a whole list everything is claimed, under its inode, or only what opens; of marks what lives, and what does not is dead."""
    monkeypatch.setattr(nsfs, "opens_unheld", lambda _: unheld)
    listed = Listed(NSFS_FILE)
    assert listed.handles
    listed.take({5: 55}, True)
    assert listed.settle({}, OWN) == ({5: Claim("bpf", "netns:[5]", "", 55, 0, 0, "")} if unheld else {})
    assert (listed.dead, listed.unopenable) == (frozenset(), frozenset() if unheld else frozenset({NamespaceId(5, 55)}))
    listed.take({5: 55}, False)
    assert listed.settle({}, OWN) == {}
    assert (listed.dead, listed.unopenable) == (frozenset({NamespaceId(5, 55)}), frozenset())


def gone(namespace: Namespace) -> None:
    """Wait until the kernel has taken it apart."""
    deadline = time.monotonic() + 10
    while nsfs.lives(NSFS_FILE, namespace.cookie, namespace.inode):
        assert time.monotonic() < deadline
        time.sleep(0.01)


@kernel
@with_handles
def test_what_lives_is_asked_once(spaces: Spaces) -> None:
    """Until somebody doubts it, or it is not seen any more: one question for each namespace, not for each search."""
    listed = Listed(NSFS_FILE)
    namespace = spaces.known(spaces.make("a"))
    seen = {namespace.inode: namespace.cookie}
    listed.take(seen, False)
    assert listed.settle({}, OWN).keys() == seen.keys()
    spaces.remove(namespace)
    gone(namespace)
    assert listed.settle({}, OWN).keys() == seen.keys()
    listed.doubt(namespace.inode + 1)
    assert listed.settle({}, OWN).keys() == seen.keys()
    listed.doubt(namespace.inode)
    assert (listed.settle({}, OWN), listed.dead) == ({}, frozenset({NamespaceId(namespace.inode, namespace.cookie)}))
    listed.take({}, False)
    assert (listed.settle({}, OWN), listed.dead) == ({}, frozenset())


@pytest.fixture
def held(spaces: Spaces) -> Iterator[tuple[Namespace, socket.socket]]:
    """A namespace that nothing but a listening socket holds."""
    namespace = spaces.known(spaces.make("a"))
    spaces.listen(namespace)
    holder = spaces._sockets[-1]
    left_to_its_sockets(spaces, namespace)
    yield namespace, holder
    holder.close()


class Search:
    """A search on this host."""

    def __init__(self, spaces: Spaces) -> None:
        self.tally = Tally()
        self.discovery = Discovery(directories=[str(spaces.directory)], tally=self.tally)

    def seen(self, namespace: Namespace, whole: bool = False, names: bool = False) -> Namespace | None:
        """That one is seen; as the whole list, beside all that a search finds."""
        others = {n.inode: n.cookie for n in self.discovery.find().namespaces} if whole else {}
        return self.of(self.discovery.seen(others | {namespace.inode: namespace.cookie}, whole, names), namespace)

    @staticmethod
    def of(found: Found, namespace: Namespace) -> Namespace | None:
        """What is found of it."""
        return next((n for n in found.namespaces if n.inode == namespace.inode), None)


@pytest.fixture
def search(spaces: Spaces) -> Iterator[Search]:
    """The test's own."""
    made = Search(spaces)
    yield made
    made.discovery.close()


@kernel
@with_handles
@pytest.mark.parametrize("whole", [False, True])
def test_what_only_a_socket_holds_is_found_and_opened(search: Search, held: tuple[Namespace, socket.socket], whole: bool) -> None:
    """No mount, no process, no descriptor of it: BPF has seen it, its handle opens it, and when the socket is closed it is dead.

    From Linux 6.19 on it does not: what the kernel's own list has is told as unopenable; without the list it is taken for dead."""
    namespace, sock = held
    assert search.of(search.discovery.find(), namespace) is None
    found = search.seen(namespace, whole)
    if not nsfs.opens_unheld(os.uname().release):
        its = {NamespaceId(namespace.inode, namespace.cookie)}
        assert (found, search.discovery.unopenable, search.discovery.dead) == (None, its if whole else set(), set() if whole else its)
        return
    assert found
    assert (found.name, found.path, found.found_by, found.cookie) == (f"netns:[{namespace.inode}]", "", "bpf", namespace.cookie)

    def look() -> int:
        gate = Gate(bytearray(32768))
        try:
            return gate.look(found).tcp
        finally:
            gate.close()

    assert in_thread(look) == 1
    assert (search.discovery.dead, search.discovery.unopenable) == (frozenset(), frozenset())
    sock.close()
    gone(namespace)
    search.discovery.forget(found)
    if whole:  # and the next list has it no more
        search.discovery.seen({n.inode: n.cookie for n in search.discovery.current().namespaces if n != found}, True, False)
    assert search.of(search.discovery.find(), namespace) is None
    assert search.discovery.dead == (set() if whole else {NamespaceId(namespace.inode, namespace.cookie)})


@kernel
def test_what_cannot_be_opened(spaces: Spaces, held: tuple[Namespace, socket.socket]) -> None:
    """Without the right to use handles it is unopenable, until a mount shows it."""
    namespace, _ = held

    def work() -> None:
        search = Search(spaces)
        try:
            assert search.seen(namespace) is None
            assert search.discovery.unopenable == {NamespaceId(namespace.inode, namespace.cookie)}
            assert search.discovery.dead == set()
        finally:
            search.discovery.close()

    without(CAP_SYS_ADMIN, work=work)


@kernel
@with_handles
def test_a_name_is_searched_for_when_there_is_time(spaces: Spaces, search: Search) -> None:
    """A new namespace is known at once by its handle; the next polls search for its name, so often and no more."""
    search.discovery.find()
    before = search.tally["searches"]
    later = spaces.known(spaces.make("later"))
    seen = {later.inode: later.cookie}
    assert search.of(search.discovery.seen(seen, False, False), later)
    assert search.tally["searches"] == before
    for turn in range(NAMING_SEARCHES + 3):
        found = search.of(search.discovery.seen(seen, False, True), later)
        assert found
        assert (found.name, found.found_by, found.path) == ("later", "mount", later.path)
        assert search.tally["searches"] == before + min(turn + 1, NAMING_SEARCHES)


@kernel
@with_handles
def test_a_list_without_it_takes_a_mounted_one_away(spaces: Spaces, search: Search) -> None:
    """A mount of what the kernel's own list does not hold is of a dead one; with a list that is not whole it is believed again."""
    namespace = spaces.known(spaces.make("a"))
    every = {n.inode: n.cookie for n in search.discovery.find().namespaces}
    assert namespace.inode in every
    assert search.of(search.discovery.seen(every, True, False), namespace)
    others = {inode: cookie for inode, cookie in every.items() if inode != namespace.inode}
    assert search.of(search.discovery.seen(others, True, False), namespace) is None
    assert search.of(search.discovery.seen(others, False, False), namespace)


def test_alone_it_is_told_nothing() -> None:
    """-namespaces own: whatever BPF has seen, there is our own namespace and no other, and nothing is unopenable."""
    discovery = Discovery(own_only=True)
    found = discovery.seen({5: 55}, False, True)
    assert [n.name for n in found.namespaces] == ["default"]
    assert (discovery.unopenable, discovery.dead) == (frozenset(), frozenset())
    discovery.close()
