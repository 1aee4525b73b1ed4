"""Offered namespaces among those that are found, and the way into them: by whoever offers them.

A namespace that is found otherwise too is one namespace, under the name by which it was found. It is entered where the daemon may enter
namespaces, and asked for where it may not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from xtcp_ebpf.abc import Namespace, NamespaceId, Opener, Presence, Transport
from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.kernel.diag_socket import DiagSocket
from xtcp_ebpf.kernel.discovery.search import Discovery, Found
from xtcp_ebpf.opening.offers import Offer, Offers


class OfferedSearch(Discovery):
    """As Discovery: what `search` finds, and what is offered. One thread uses it. The offers outlive it; the search does not.

    `enters`: the daemon may enter what it finds.
    """

    def __init__(self, search: Discovery, offers: Offers, enters: bool) -> None:
        super().__init__(own_only=True)
        self._inner = search
        self._offers = offers
        self._enters = enters
        self._before: tuple[tuple[Namespace, ...], int] | None = None
        self._merged: tuple[Namespace, ...] = ()

    @property
    def fds(self) -> tuple[int, ...]:
        return (*self._inner.fds, self._offers.fd)

    @property
    def unopenable(self) -> frozenset[NamespaceId]:
        offered = {NamespaceId(n.inode, n.cookie) for n in self._offers.namespaces}
        return self._inner.unopenable - offered

    @property
    def dead(self) -> frozenset[NamespaceId]:
        return self._inner.dead

    def find(self, thorough: bool = False, descriptors: bool = False) -> Found:
        self._offers.serve()
        return self._with_offers(self._inner.find(thorough, descriptors))

    def current(self) -> Found:
        self._offers.serve()
        return self._with_offers(self._inner.current())

    def seen(self, seen: Mapping[int, int], whole: bool, names: bool) -> Found:
        self._offers.serve()
        return self._with_offers(self._inner.seen(seen, whole, names))

    def learned(self, namespace: Namespace, cookie: int) -> None:
        self._inner.learned(namespace, cookie)

    def forget(self, namespace: Namespace) -> None:
        self._inner.forget(namespace)

    def close(self) -> None:
        self._inner.close()
        super().close()

    def _with_offers(self, found: Found) -> Found:
        state = found.namespaces, self._offers.generation
        if state != self._before:
            self._before = state
            merged = {n.inode: n for n in found.namespaces}
            for offered in self._offers.namespaces:
                merged[offered.inode] = self._one(merged.get(offered.inode), offered)
            self._merged = tuple(sorted(merged.values(), key=lambda n: (n.name, n.inode)))
        return Found(self._merged, found.notes)

    def _one(self, found: Namespace | None, offered: Namespace) -> Namespace:
        if found is None or (found.cookie and offered.cookie and found.cookie != offered.cookie):
            return offered  # what was found had the inode before
        if self._enters or found.found_by == "own":
            return found
        nameless = found.name == f"netns:[{found.inode}]"
        return replace(found, found_by="offer", path=offered.path, cookie=offered.cookie, name=offered.name if nameless else found.name)


class OfferGate:
    """Opener of abc.py for one thread: offered namespaces by those who offer them, all others by the gate that it is made with."""

    def __init__(self, buffer: bytearray, make_gate: Callable[[bytearray], Opener], offers: Offers) -> None:
        self._gate = make_gate(buffer)
        self._buffer = memoryview(buffer)
        self._offers = offers

    def open(self, namespace: Namespace) -> Transport:
        if namespace.found_by != "offer":
            return self._gate.open(namespace)
        taken = self._offer(namespace).open()
        return DiagSocket.adopt(taken.descriptor, taken.portid, taken.namespace, self._buffer)

    def look(self, namespace: Namespace, counters: bool = False) -> Presence:
        if namespace.found_by != "offer":
            return self._gate.look(namespace, counters)
        return self._offer(namespace).look(counters)

    def close(self) -> None:
        self._gate.close()

    def _offer(self, namespace: Namespace) -> Offer:
        offer = self._offers.find(namespace)
        if offer is None or offer.gone:
            raise OpenError("gone", f"namespace {namespace.name} net:[{namespace.inode}] is offered no more")
        return offer
