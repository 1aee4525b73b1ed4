"""How this daemon gets into namespaces, put together: by itself, by openers that have the rights, by those who offer theirs."""

from __future__ import annotations

import logging
import os
import pwd
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from xtcp_ebpf.abc import Clock, Opener
from xtcp_ebpf.activity import sockets_loading
from xtcp_ebpf.activity.objects import Loader
from xtcp_ebpf.activity.sockets_loading import LoadSockets
from xtcp_ebpf.activity.sources import LOADERS
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.kernel import caps, privileges
from xtcp_ebpf.kernel.discovery.search import Discovery
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.opening import hirer, loader, searcher, visitor
from xtcp_ebpf.opening.hirer import Openers
from xtcp_ebpf.opening.offered import OfferedSearch, OfferGate
from xtcp_ebpf.opening.offers import Offers
from xtcp_ebpf.opening.remote_gate import RemoteGate
from xtcp_ebpf.opening.remote_search import RemoteSearch
from xtcp_ebpf.opening.roles import EVERY, LOCKED_MEMORY, Role
from xtcp_ebpf.opening.supervisor import Serve
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

MOST_OPENERS: Final = 256
"""At one time: one for each reader, twice while a buffer grows, one searcher, one loader, and those that hang."""
CAP_SYS_ADMIN: Final = 21

MakeGate = Callable[[bytearray], Opener]


@dataclass(frozen=True, slots=True)
class Ways:
    """For as long as the daemon runs, whatever is made anew meanwhile."""

    openers: Openers | None = None
    """None: it has its rights itself."""
    offers: Offers | None = None
    loaders: Mapping[str, Loader] = field(default_factory=lambda: LOADERS)
    """Of BPF programs that tell which namespaces were busy."""
    load_sockets: LoadSockets = sockets_loading.load
    """... and of those that watch single sockets."""

    def search(self, knobs: Knobs, clock: Clock, tally: Tally) -> Discovery:
        """Whoever takes it closes it."""
        if self.openers:
            self.openers.tally = tally
        found = RemoteSearch(self.openers) if self.openers else make_search(knobs, tally, clock)
        return OfferedSearch(found, self.offers, self.enters) if self.offers else found

    def make_gate(self, buffer: bytearray) -> Opener:
        """For the calling thread."""
        way: MakeGate = partial(RemoteGate, openers=self.openers) if self.openers else Gate
        return OfferGate(buffer, way, self.offers) if self.offers else way(buffer)

    @property
    def effective(self) -> int:
        """The capabilities with which BPF programs are loaded."""
        return self.openers.effective if self.openers else caps.read().effective

    @property
    def enters(self) -> bool:
        """Are namespaces entered that somebody else is in?"""
        return bool(self.effective >> CAP_SYS_ADMIN & 1)

    def close(self) -> None:
        """When nothing is used any more that came from here."""
        if self.offers:
            self.offers.close()
        if self.openers:
            self.openers.close()


def make_search(knobs: Knobs, tally: Tally, clock: Clock | None = None) -> Discovery:
    """The search of whoever may look himself."""
    return Discovery(directories=knobs.netns_dirs, own_only=knobs.namespaces == "own", clock=clock, tally=tally)


def start_openers(knobs: Knobs) -> Openers:
    """To be called before there is a second thread, and before rights are given up. Raises UsageError."""
    work: dict[Role, Serve] = {
        Role.VISIT: visitor.serve,
        Role.SEARCH: partial(searcher.serve, make_search=partial(make_search, knobs)),
        Role.LOAD: loader.serve,
    }
    made = hirer.start(work, MOST_OPENERS, (LOCKED_MEMORY,) if privileges.look().locked_memory else ())
    log.info("rights: process %d and those that it starts keep %s, for the daemon", made.pid, ", ".join(sorted(EVERY)))
    return made


def ways_of(knobs: Knobs, openers: Openers | None, clock: Clock, tally: Tally) -> Ways:
    """Those of a daemon that is told this. Raises UsageError."""
    if openers and knobs.populate_nsid:
        raise BadFlag("-populateNsid", "does not go with -privsep: who asks for the id of a namespace has to open it")
    if openers and knobs.closed:
        raise BadFlag("-closed", "does not go with -privsep: the daemon itself has to hear of other namespaces (CAP_NET_BROADCAST)")
    if openers and knobs.bpf_loader == "bcc":
        raise BadFlag("-bpfLoader", "bcc does not go with -privsep, where only prebuilt programs are loaded: libbpf, or auto")
    offers = Offers(knobs.accept_offers, users(knobs.accept_offers_from), clock, tally) if knobs.accept_offers else None
    if not openers:
        return Ways(None, offers)
    return Ways(openers, offers, {"libbpf": loader.remote(openers)}, loader.remote_sockets(openers))


def users(named: Sequence[str]) -> frozenset[int]:
    """Root, our own user, and these, by number or name. Raises BadFlag."""
    found = {0, os.geteuid()}
    for name in named:
        try:
            found.add(int(name) if name.isdecimal() else pwd.getpwnam(name).pw_uid)
        except KeyError:
            raise BadFlag("-acceptOffersFrom", f"there is no user {name!r} here") from None
    return frozenset(found)
