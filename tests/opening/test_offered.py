"""What is offered and what is found are one list, each namespace in it once, and each opened by whoever can."""

from __future__ import annotations

import os
import select
from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel.dumps import rows, source_port
from kernel.real_namespaces import Spaces
from opening.hiring import until
from opening.offering_here import offering, served

from xtcp_ebpf.abc import Namespace, NamespaceId
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.kernel.discovery.search import Discovery, Found
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.opening.offered import OfferedSearch, OfferGate
from xtcp_ebpf.opening.offers import Offers
from xtcp_ebpf.tally import Tally

pytestmark = pytest.mark.kernel
OWN = Path("/proc/self/ns/net").stat().st_ino


@pytest.fixture
def offers(tmp_path: Path) -> Iterator[Offers]:
    """A daemon's."""
    made = Offers(str(tmp_path / "offers"), {os.geteuid()}, SystemClock(), Tally())
    yield made
    made.close()


class Finds(Discovery):
    """Finds its own namespace, and what the test says."""

    def __init__(self, *others: Namespace) -> None:
        super().__init__(own_only=True)
        self.others = others

    def find(self, thorough: bool = False, descriptors: bool = False) -> Found:
        own = super().find(thorough, descriptors)
        return Found((*own.namespaces, *self.others), own.notes)

    @property
    def unopenable(self) -> frozenset[NamespaceId]:
        return frozenset(NamespaceId(n.inode, n.cookie) for n in self.others)


def found(search: OfferedSearch, inode: int) -> Namespace | None:
    return next((n for n in search.find().namespaces if n.inode == inode), None)


def test_a_namespace_that_nothing_shows(offers: Offers, spaces: Spaces) -> None:
    """It comes with the offer, is opened and looked at by it, and goes with it; the wait for changes hears of both."""
    namespace = spaces.known(spaces.make("a"))
    ports = spaces.listen(namespace, 2)
    search = OfferedSearch(Discovery(own_only=True), offers, enters=False)
    assert [n.inode for n in search.find().namespaces] == [OWN]
    gate = OfferGate(bytearray(32768), Gate, offers)
    with offering(spaces, namespace, Path(offers._path), "pod") as stop:
        until(lambda: select.select(search.fds, [], [], 0.1)[0] and search.current() and offers.namespaces)
        told = found(search, namespace.inode)
        assert told
        assert (told.name, told.cookie, told.found_by) == ("pod", namespace.cookie, "offer")
        assert search.find().namespaces is search.find().namespaces
        diag = gate.open(told)
        assert sorted(source_port(row) for row in rows(diag)) == sorted(ports)
        diag.close()
        assert gate.look(told).tcp == 2
        own = next(n for n in search.find().namespaces if n.inode == OWN)
        gate.open(own).close()
        assert gate.look(own).used
        stop.set()
        until(lambda: select.select(search.fds, [], [], 0.1)[0] and search.current() and not offers.namespaces)
    assert found(search, namespace.inode) is None
    with pytest.raises(OpenError) as caught:
        gate.open(told)
    assert caught.value.reason == "gone"
    gate.close()
    search.close()


@pytest.mark.parametrize("enters", [True, False])
def test_found_and_offered(offers: Offers, spaces: Spaces, enters: bool) -> None:
    """It is one: with the name by which it was found, entered by whoever may, else asked for; one without a name gets the offer's."""
    made = spaces.known(spaces.make("a"))
    nameless = Namespace(made.inode, f"netns:[{made.inode}]", "/proc/1/ns/net", "proc", first_seen=5.0)
    with offering(spaces, made, Path(offers._path), "pod"):
        served(offers, lambda: offers.namespaces)
        for known, name in ((made, "a"), (nameless, nameless.name if enters else "pod")):
            told = found(OfferedSearch(Finds(known), offers, enters), made.inode)
            assert told
            assert (told.name, told.found_by, told.key) == (name, known.found_by if enters else "offer", known.key)
        before = Namespace(made.inode, "before", "/x", "mount", made.cookie + 1)
        told = found(OfferedSearch(Finds(before), offers, enters), made.inode)
        assert told
        assert (told.name, told.cookie) == ("pod", made.cookie)


def test_what_is_offered_can_be_opened(offers: Offers, spaces: Spaces) -> None:
    """What BPF has seen and nobody finds is not told as such when somebody offers it; learning and forgetting are no trouble."""
    made, other = spaces.known(spaces.make("a")), spaces.known(spaces.make("b"))
    search = OfferedSearch(Finds(made, other), offers, enters=False)
    assert len(search.unopenable) == 2
    with offering(spaces, made, Path(offers._path)):
        served(offers, lambda: offers.namespaces)
        assert search.unopenable == {NamespaceId(other.inode, other.cookie)}
        assert search.dead == frozenset()
        for namespace in search.find().namespaces:
            search.learned(namespace, namespace.cookie)
            search.forget(namespace)
        assert search.seen({}, False, names=True).namespaces


def test_our_own_namespace_offered(offers: Offers, tmp_path: Path) -> None:
    """A sidecar that shares ours offers what is here already: ours it stays."""
    spaces = Spaces(tmp_path / "own")
    with offering(spaces, Namespace(OWN, "own", "/proc/self/ns/net", "own"), Path(offers._path), "pod"):
        served(offers, lambda: offers.namespaces)
        search = OfferedSearch(Discovery(own_only=True), offers, enters=False)
        assert [(n.inode, n.name, n.found_by) for n in search.find().namespaces] == [(OWN, "default", "own")]
