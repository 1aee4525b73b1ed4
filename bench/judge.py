"""Rows held against the truth: which namespaces there were, from when to when, and how many sockets each had.

Rows come poll after poll, as the daemon sends them; a poll is judged when the first row of the next one is there. Only the dumps of the
latest poll are kept, and of the dead only those of the last half minute: its memory does not grow with the run.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord

TOLERANCE_SECONDS = 0.5
REMEMBERED_SECONDS = 30.0
"""The dead, for rows that come too late."""
_PATIENCE_SECONDS = 3.0
"""Rows of a newborn may be here before we have been told of it; and its dump comes with the end of its poll only."""
_EXAMPLES = 3
_IPV4 = 2
_STEADY = (1, 10)
"""Established and listening: what its makers leave alone."""

Sock = tuple[int, int, bytes, int, bytes, int]
"""(cookie, state, source, port, destination, port); an IPv4 address has 4 bytes."""


@dataclass(slots=True)
class Life:
    """One namespace, as its maker tells."""

    name: str
    inode: int
    cookie: int
    born: float
    """Epoch seconds at which all its sockets were there."""
    sockets: int
    dying: bool = False
    """From just before its end on: what is missing then is no fault."""
    died: float | None = None
    seen: bool = False
    """With all its sockets, since its birth."""
    unseen: bool = False
    """Told as late already."""
    absent: int = 0
    """Polls in a row without it."""


@dataclass(slots=True)
class Dump:
    """The rows of one namespace in one poll."""

    name: str
    inode: int
    when: float
    """Epoch seconds of its timestamp."""
    arrived: float
    sockets: dict[int, Sock] = field(default_factory=dict)
    rows: int = 0

    def steady(self) -> int:
        return sum(sock[1] in _STEADY for sock in self.sockets.values())


@dataclass(slots=True)
class Verdict:
    """What has been seen so far."""

    rows: int = 0
    polls: int = 0
    births: int = 0
    """Of which all sockets were seen."""
    slowest: float = 0.0
    """Seconds from a birth to the dump that has all its sockets."""
    slowest_arrival: float = 0.0
    """... to the arrival of that dump's last row."""
    faults: dict[str, int] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)


class Judge:
    """Is told of the life of every namespace whose name begins with `prefix`. `period`: seconds between polls. Thread-safe.

    `may_rest`: polls in a row that may leave one out because nothing happened there (-skip idle).
    With BPF the daemon also sees the host's other namespaces; what they are called is not known here, only that it is nothing of ours.
    """

    def __init__(self, period: float, prefix: str, may_rest: int = 0) -> None:
        self._prefix = prefix
        self._may_rest = may_rest
        self.verdict = Verdict()
        self._period = period
        self._lock = threading.Lock()
        self._lives: dict[int, Life] = {}
        self._homes: dict[int, int] = {}
        self._poll = 0
        self._dumps: dict[int, Dump] = {}
        self._strangers: dict[int, Dump] = {}
        self._wanted: dict[int, float] = {}
        self._samples: dict[int, Dump] = {}

    def born(self, life: Life) -> None:
        with self._lock:
            self._lives[life.cookie] = life
            if (dump := self._strangers.pop(life.cookie, None)) is not None:
                self._weigh(life.cookie, dump)

    def dying(self, cookie: int) -> None:
        with self._lock:
            self._lives[cookie].dying = True

    def dead(self, cookie: int, when: float) -> None:
        with self._lock:
            self._lives[cookie].died = when

    def held(self) -> int:
        """How much is remembered, in namespaces and sockets."""
        with self._lock:
            unknown = len(self._strangers) + len(self._wanted) + len(self._samples)
            return len(self._lives) + len(self._homes) + len(self._dumps) + unknown

    def want(self, cookie: int, after: float) -> None:
        """Keep the first dump of this namespace that is made after that moment."""
        with self._lock:
            self._samples.pop(cookie, None)
            self._wanted[cookie] = after

    def wanted(self, cookie: int) -> Dump | None:
        """It, once; None: not yet."""
        with self._lock:
            return self._samples.pop(cookie, None)

    def take(self, rows: Iterable[XtcpFlatRecord], now: float) -> None:
        """Rows in the order in which they came, at `now` (epoch seconds)."""
        with self._lock:
            for row in rows:
                if row.poll_number != self._poll:
                    self._turn(now)
                    self._poll = row.poll_number
                self._add(row, now)

    def finish(self, now: float) -> Verdict:
        """No more rows will come. The last poll may have been cut: what it lacks is not asked."""
        with self._lock:
            for cookie, dump in self._dumps.items():
                self._weigh(cookie, dump)
            self._dumps = {}
            for cookie, dump in self._strangers.items():
                self._fault("unknown", f"{dump.name} net:[{dump.inode}] cookie {cookie}")
            self._strangers = {}
            self._late(now)
            return self.verdict

    def _add(self, row: XtcpFlatRecord, now: float) -> None:
        self.verdict.rows += 1
        cookie, sock = row.netns_cookie, _sock(row)
        dump = self._dumps.get(cookie)
        if dump is None:
            dump = self._dumps[cookie] = Dump(row.netns, row.netns_inode, row.timestamp_ns / 1e9, now)
        elif (dump.name, dump.inode) != (row.netns, row.netns_inode):
            self._fault("misnamed", f"{row.netns} net:[{row.netns_inode}] and {dump.name} net:[{dump.inode}] in one dump")
        dump.arrived = now
        dump.rows += 1
        dump.sockets[sock[0]] = sock

    def _turn(self, now: float) -> None:
        """A poll is complete."""
        if self._poll:
            self.verdict.polls += 1
        for cookie, dump in self._dumps.items():
            self._weigh(cookie, dump)
        for cookie, life in self._lives.items():
            life.absent = life.absent + 1 if life.seen and not life.dying and cookie not in self._dumps else 0
            if life.absent > self._may_rest:
                self._fault("left_out", f"{life.name} in poll {self._poll}")
        self._dumps = {}
        self._late(now)
        for cookie in [c for c, life in self._lives.items() if life.died is not None and now - life.died > REMEMBERED_SECONDS]:
            del self._lives[cookie]
        self._homes = {sock: home for sock, home in self._homes.items() if home in self._lives}
        for cookie in [c for c, dump in self._strangers.items() if now - dump.arrived > _PATIENCE_SECONDS]:
            dump = self._strangers.pop(cookie)
            self._fault("unknown", f"{dump.name} net:[{dump.inode}] cookie {cookie}")

    def _weigh(self, cookie: int, dump: Dump) -> None:
        life = self._lives.get(cookie)
        if life is None:
            if dump.name.startswith(self._prefix):
                self._strangers.setdefault(cookie, dump)
            for sock in dump.sockets.keys() & self._homes.keys():
                self._fault("misplaced", f"socket {sock} in {dump.name}")
            return
        self._named(life, dump)
        if dump.rows != len(dump.sockets):
            self._fault("twice", f"{dump.rows} rows of {len(dump.sockets)} sockets in {dump.name}")
        if life.died is not None and dump.when > life.died + self._period:
            self._fault("posthumous", f"{life.name}, {dump.when - life.died:.2f} s after its death")
        for sock in dump.sockets:
            if self._homes.setdefault(sock, cookie) != cookie:
                self._fault("misplaced", f"socket {sock} in {dump.name}")
        self._complete(life, dump)
        if dump.when > self._wanted.get(cookie, float("inf")):
            del self._wanted[cookie]
            self._samples[cookie] = dump

    def _complete(self, life: Life, dump: Dump) -> None:
        if life.dying or dump.when < life.born:
            return
        if dump.steady() < life.sockets:
            self._fault("short", f"{dump.steady()} of {life.sockets} sockets of {life.name}, {dump.when - life.born:.2f} s after its birth")
        elif not life.seen:
            life.seen = True
            took = dump.when - life.born
            self.verdict.births += 1
            self.verdict.slowest = max(self.verdict.slowest, took)
            self.verdict.slowest_arrival = max(self.verdict.slowest_arrival, dump.arrived - life.born)
            if took > self._period + TOLERANCE_SECONDS and not life.unseen:
                self._fault("late", f"{life.name} after {took:.2f} s")

    def _late(self, now: float) -> None:
        for life in self._lives.values():
            waited = now - life.born
            if not (life.seen or life.unseen or life.dying) and waited > self._period + TOLERANCE_SECONDS + _PATIENCE_SECONDS:
                life.unseen = True
                self._fault("late", f"{life.name} not within {waited:.2f} s")

    def _named(self, life: Life, dump: Dump) -> None:
        if (life.name, life.inode) != (dump.name, dump.inode):
            self._fault("misnamed", f"{dump.name} net:[{dump.inode}] is {life.name} net:[{life.inode}]")

    def _fault(self, kind: str, example: str) -> None:
        self.verdict.faults[kind] = self.verdict.faults.get(kind, 0) + 1
        examples = self.verdict.examples.setdefault(kind, [])
        if len(examples) < _EXAMPLES:
            examples.append(example)


def _sock(row: XtcpFlatRecord) -> Sock:
    size = 4 if row.inet_diag_msg_family == _IPV4 else 16
    return (
        row.inet_diag_msg_socket_cookie,
        row.inet_diag_msg_state,
        row.inet_diag_msg_socket_source[:size],
        row.inet_diag_msg_socket_source_port,
        row.inet_diag_msg_socket_destination[:size],
        row.inet_diag_msg_socket_destination_port,
    )
