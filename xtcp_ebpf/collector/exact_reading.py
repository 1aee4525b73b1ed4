"""How a namespace whose sockets are known is read without a dump: listeners, gets of all others, those born meanwhile; then it is counted.

listeners -> gets -> look -> was something born? gets of it, and look again -> as many as the kernel counts, class by class?
                                                                               yes: rows; no: Doubt, and the namespace is dumped
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from xtcp_ebpf.abc import Datagram, Engine, NamespaceKey, Presence, Reserve, Stamp, Transport
from xtcp_ebpf.exact.births import Births, Under
from xtcp_ebpf.exact.bodies import ANY_COOKIE, BODY_BYTES, COOKIE_BYTES, Counts, Raw, each
from xtcp_ebpf.exact.counts import total, verdict
from xtcp_ebpf.exact.fetching import Fetched, slices
from xtcp_ebpf.exact.gets import Gets
from xtcp_ebpf.wire import uapi
from xtcp_ebpf.wire.dump import Dump

AREA_BYTES: Final = 256 << 10
"""Of each reader, into which gets are answered: some 400 rows at a time."""
HOLD_BYTES: Final = 16 << 20
"""What came is held until it is counted, and only then decoded. A namespace with more is dumped."""
ROUNDS: Final = 4
"""So often what was born meanwhile is asked for: where births do not end, it is dumped."""
ADDRESS_AT: Final = 8
"""In a body: what comes before says how it is asked for, what comes from there on whom."""
UNFINISHED: Final = "unfinished"

Tap = Callable[[Datagram, bool], None]


class Doubt(Exception):
    """What was read may not be all. `word`: a word for counters."""

    def __init__(self, word: str, text: str = "") -> None:
        super().__init__(text or word)
        self.word = word


@dataclass(slots=True)
class Terms:
    """What the reader lends for one namespace."""

    key: NamespaceKey
    transport: Transport
    engine: Engine
    stamp: Stamp
    reserve: Reserve
    modulus: int
    requests: Callable[[int], Sequence[tuple[int, bytes]]]
    """Sequence numbers and requests of a dump of these states."""
    take_seqs: Callable[[int], int]
    """The first of so many sequence numbers."""
    left: Callable[[], float]
    """How many seconds the next reply may take. Raises ReplyTimeout when the poll is over."""
    look: Callable[[], Presence]
    """Raises OpenError."""
    tap: Tap | None = None


@dataclass(slots=True)
class Found:
    """What an exact read that agreed gave."""

    chunks: list[tuple[bytes, int]] = field(default_factory=list)
    sockets: int = 0
    rows: int = 0
    asked: int = 0
    """Sockets that were asked for one by one."""
    parts: list[Dump] = field(default_factory=list)
    """Of which it is made; their troubles are to be told."""


class ExactReading:
    """One for all readers."""

    def __init__(self, gets: Gets, births: Births, ext: int, restless: int = 0) -> None:
        self.gets = gets
        self.births = births
        self._ext = ext
        self._restless = restless
        """States, as bits: sockets in them are to be read at each poll, with -skip quiet. 0: nobody wants to know."""
        self._areas = threading.local()

    def begin(self, key: NamespaceKey, portid: int) -> Noting:
        """A dump begins whose sockets are to be remembered."""
        return Noting(self.gets, self.births, self.births.begin(key), portid, self._ext, self._restless)

    def read(self, terms: Terms) -> Found:
        """All sockets. Raises Doubt, ReplyError, OpenError: then nothing of it is to be used, and nothing is known of the namespace."""
        under = self.births.begin(terms.key)
        try:
            return self._read(terms, under)
        except BaseException:
            self.births.abandon(under)
            raise

    def read_some(self, terms: Terms, bodies: bytes) -> Found:
        """These and no others. Raises as read() does."""
        under = self.births.begin(terms.key)
        try:
            if under.packed is None:
                raise Doubt("unknown", "its sockets are not known any more")
            work = self._work(terms)
            work.ask(bodies)
            read = work.decoded()
        except BaseException:
            self.births.abandon(under)
            raise
        found = b"".join(work.again) if ANY_COOKIE in bodies else b""
        self.births.keep_known(under, work.gone_from(bodies, under.packed), found, b"".join(work.restless))
        return read

    def _work(self, terms: Terms) -> _Work:
        return _Work(self.gets, terms, self._area(), self._ext, self._restless)

    def _read(self, terms: Terms, under: Under) -> Found:
        if under.packed is None:
            raise Doubt("unknown", "its sockets are not known any more")
        work = self._work(terms)
        work.listeners()
        work.ask(under.packed)
        presence = self._with_births(work, terms, under)
        said = verdict(total(work.counts), presence)
        if not said.agreed:
            raise Doubt(said.reason, said.text)
        found = work.decoded()
        if work.gone or work.born or ANY_COOKIE in under.packed:
            self.births.settle(under, b"".join(work.again), restless=b"".join(work.restless))
        else:
            self.births.keep_known(under, restless=b"".join(work.restless))
        return found

    def _with_births(self, work: _Work, terms: Terms, under: Under) -> Presence:
        """What the kernel counts, when all that was told by then has been asked for."""
        assert under.packed is not None
        for _ in range(ROUNDS):
            presence = terms.look()
            told = self.births.told(under)  # after the look: what that has counted, and was born, is among it
            if under.lost:
                raise Doubt("births_lost", "births may not have been told")
            if under.half_open or under.marked_before:
                raise Doubt("half_open", "it has connections that are half-open")
            fresh = unasked(told, under.packed, work.born)
            if not fresh:
                return presence
            work.ask(fresh)
            work.born += fresh
        raise Doubt("births", "its sockets are born faster than they are asked for")

    def _area(self) -> bytearray:
        try:
            area: bytearray = self._areas.area
        except AttributeError:
            area = self._areas.area = bytearray(AREA_BYTES)
        return area


class Noting:
    """A dump whose sockets are noted as they pass by."""

    def __init__(self, gets: Gets, births: Births, under: Under, portid: int, ext: int, restless: int) -> None:
        self._restless_states = restless
        self._restless: list[bytes] = []
        self._gets = gets
        self._births = births
        self._under = under
        self._portid = portid
        self._ext = ext
        self._noted: list[bytes] = []
        self._size = 0
        self._half_open = 0

    def note(self, datagram: Datagram, seq: int) -> None:
        """A datagram of it."""
        self._half_open += self._gets.counts(datagram, seq, self._portid).half_open
        if self._size <= self._births.most_bytes:
            self._noted.append(self._gets.bodies(datagram, seq, self._portid, self._ext))
            self._size += len(self._noted[-1])
            if self._restless_states:
                self._restless.append(self._gets.bodies(datagram, seq, self._portid, self._ext, self._restless_states))

    def settle(self) -> bool:
        """The dump was whole. False: its sockets are not known all the same."""
        if self._size > self._births.most_bytes:
            self.abandon()
            return False
        self._births.known.forget(self._under.key)  # so that never more than two copies of its sockets are there
        return self._births.settle(self._under, b"".join(self._noted), self._half_open, b"".join(self._restless))

    def abandon(self) -> None:
        """It came to nothing."""
        self._noted.clear()
        self._births.abandon(self._under)


def unasked(told: Raw, *asked: Raw) -> bytes:
    """Those births that are in none of `asked`, each once."""
    found: dict[bytes, bytes] = {}
    for body in each(told):
        cookie = body[-COOKIE_BYTES:]
        what = body[8:-COOKIE_BYTES] if cookie == ANY_COOKIE else cookie
        if not any(what in packed for packed in asked):
            found[what] = body
    return b"".join(found.values())


def place_of(body: bytes, packed: bytes) -> int | None:
    """Its number among packed bodies; None: it is none of them."""
    which = body[ADDRESS_AT:]
    at = packed.find(which)
    while at >= 0 and at % BODY_BYTES != ADDRESS_AT:
        at = packed.find(which, at + 1)
    return at // BODY_BYTES if at >= 0 else None


class _Work:
    """One read, up to its count."""

    def __init__(self, gets: Gets, terms: Terms, area: bytearray, ext: int, restless: int) -> None:
        self.restless: list[bytes] = []
        """Of those that are in such a state."""
        self._restless_states = restless
        self.counts: list[Counts] = []
        self.again: list[bytes] = []
        """Bodies of those that are there."""
        self.gone: list[int] = []
        """Numbers among all that were asked for, in order."""
        self.born = b""
        self.found = Found()
        self._raw: list[tuple[int | None, bytes]] = []
        """Sequence number of the dump, or None, and what came, which waits until it is seen to be all."""
        self._size = 0
        self._gets = gets
        self._terms = terms
        self._area = area
        self._ext = ext

    def listeners(self) -> None:
        """By a dump of them alone: several may share an address."""
        terms = self._terms
        for seq, message in terms.requests(uapi.LISTEN_ONLY):
            dump = Dump(terms.engine, seq, terms.transport.portid, terms.stamp, _nobodys)
            if terms.tap:
                terms.tap(message, True)
            terms.transport.send(message)
            while not dump.ended:
                datagram = terms.transport.receive(terms.left())
                if terms.tap:
                    terms.tap(datagram, False)
                self.counts.append(self._gets.counts(datagram, seq, terms.transport.portid))
                dump.feed(datagram)
                self._keep(seq, datagram)
            if dump.reason:
                raise Doubt(dump.reason, dump.explain())

    def ask(self, bodies: Raw) -> None:
        """For each of these."""
        terms, gets = self._terms, self._gets
        portid, view = terms.transport.portid, memoryview(self._area)

        def ask(seq: int, some: Raw) -> Fetched:
            return gets.fetch(terms.transport.fd, portid, seq, some, view, int(terms.left() * 1000))

        count = len(bodies) // BODY_BYTES
        at = self.found.asked
        for got in slices(ask, terms.take_seqs(count), bodies):
            if got.doubt:
                raise Doubt(got.doubt)
            rows = view[: got.size]
            if terms.tap:
                terms.tap(rows, False)
            self._keep(None, rows)
            self.again.append(gets.bodies(rows, None, portid, self._ext))
            if self._restless_states:
                self.restless.append(gets.bodies(rows, None, portid, self._ext, self._restless_states))
            self.counts.append(got.counts)
            self.gone += [at + number for number in got.gone]
            at += got.asked
        self.found.asked += count

    def decoded(self) -> Found:
        """What came of it, now that it will be used: record counters are taken, and no number is left out for a read that is not."""
        terms, found = self._terms, self.found
        for seq, part in groupby(self._raw, key=lambda one: one[0]):
            dump = Dump(terms.engine, seq, terms.transport.portid, terms.stamp, terms.reserve, terms.modulus, found.sockets)
            found.parts.append(dump)
            for _, raw in part:
                chunk, rows = dump.feed(raw)
                if rows:
                    found.chunks.append((chunk, rows))
            if dump.reason not in ("", UNFINISHED):  # nobody says that gets are done
                raise Doubt(dump.reason, dump.explain())
            found.sockets += dump.sockets
            found.rows += dump.rows
        return found

    def gone_from(self, asked: bytes, packed: bytes) -> list[int]:
        """Numbers in `packed` of those that are gone, which rise."""
        gone = (asked[number * BODY_BYTES : (number + 1) * BODY_BYTES] for number in self.gone)
        places = (place_of(body, packed) for body in gone)
        return sorted({place for place in places if place is not None})

    def _keep(self, seq: int | None, datagram: Datagram) -> None:
        self._raw.append((seq, bytes(datagram)))
        self._size += len(datagram)
        if self._size > HOLD_BYTES:
            raise Doubt("large", f"what the kernel says of its sockets is more than {HOLD_BYTES} bytes")


def _nobodys(_count: int) -> int:
    """Record counters of rows that are decoded only to find the end of a dump."""
    return 1
