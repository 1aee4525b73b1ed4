"""One namespace whose sockets are watched, read by dumps and socket by socket, for the tests of exact reads."""

from __future__ import annotations

import time
from collections.abc import Callable

from activity.full_dumps import compared
from activity.watched import Watched
from collector.doors import Rows, engine, stamp
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import DumpReport, Manner, Namespace, Presence, Transport
from xtcp_ebpf.activity import probe
from xtcp_ebpf.activity.sockets import SocketWatch
from xtcp_ebpf.activity.sockets_loading import Wanted
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collector.exact_reading import ExactReading
from xtcp_ebpf.collector.pool import GrowingDoor
from xtcp_ebpf.collector.reading import Poll, Reading
from xtcp_ebpf.exact import gets
from xtcp_ebpf.exact.births import Births
from xtcp_ebpf.exact.bodies import BODY_BYTES
from xtcp_ebpf.exact.known import Known
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.record.stamp import Numbering
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire.groups import DEFAULT, idiag_ext

REMEMBER, EXACT = Manner(remember=True), Manner("exact", remember=True)
ALL = (1 << 41) - 1
EXT = idiag_ext(frozenset(DEFAULT))


class ActingDoor:
    """A door that lets something happen before a look."""

    def __init__(self) -> None:
        self._door = GrowingDoor(Gate, 32768)
        self.before_look: list[Callable[[], object]] = []
        """One for each look, as long as there are any."""

    def opens_by_path(self) -> None:
        """As on kernels whose namespaces have no handles."""
        self._door._gate._handles = False  # type: ignore[attr-defined]  # a Gate's

    def open(self, namespace: Namespace) -> Transport:
        return self._door.open(namespace)

    def look(self, namespace: Namespace, counters: bool) -> Presence:
        if self.before_look:
            self.before_look.pop(0)()
        return self._door.look(namespace, counters)

    def grow(self, needed: int) -> None:
        self._door.grow(needed)

    def close(self) -> None:
        self._door.close()


class Exactly(Watched):
    """Closed by who made it. `most`: sockets that are remembered."""

    def __init__(self, spaces: Spaces, most: int = 100_000) -> None:
        super().__init__(spaces, {})
        self.tally, self.clock, self.door = Tally(), SystemClock(), ActingDoor()
        self.watcher = SocketWatch.open(Wanted(extensions=EXT, ring_bytes=1 << 14), probe.collect(ALL))
        chosen = gets.choose()[0]
        self.births = Births(self.watcher, Known(chosen, most), chosen)
        self.reading = Reading(engine(), stamp, self.clock, self.tally, ext=EXT)
        self.reading.exact = ExactReading(chosen, self.births, EXT)
        self.births.watch([self.namespace])
        self._polls = 0

    def read(self, manner: Manner = EXACT) -> tuple[DumpReport, dict[int, XtcpFlatRecord]]:
        """The report, and rows by cookie."""
        self._polls += 1
        rows = Rows()
        poll = Poll(self._polls, Numbering().reserve, self.clock.monotonic() + 10, rows)
        report = self.reading.read(self.door, self.namespace, 0, poll, None, manner)
        records = rows.records
        assert len({row.inet_diag_msg_socket_cookie for row in records}) == len(records), "no socket twice"
        assert len({(row.timestamp_ns, row.poll_number, row.socket_fd) for row in records}) <= 1, "one stamp"
        return report, {row.inet_diag_msg_socket_cookie: row for row in records}

    def polled(self, manner: Manner = EXACT) -> tuple[DumpReport, dict[int, XtcpFlatRecord]]:
        """As a poll does: what was told is taken in first."""
        self.births.drain()
        return self.read(manner)

    def remembered(self) -> DumpReport:
        """A dump whose sockets are known from then on."""
        report, rows = self.polled(REMEMBER)
        assert (report.complete, report.way) == (True, "dump")
        assert report.rows == len(rows)
        return report

    def same(self, but: frozenset[int] = frozenset(), young: bool = False) -> DumpReport:
        """An exact read that is used, and whose rows are those of the dumps around it, but for clocks; tried until no socket comes or goes.

        What a row says may change meanwhile (a SYN is sent again): then it is that of neither, and not compared. `young`: what is half-open
        is taken for younger than a second, however long this machine takes.
        """
        until = time.monotonic() + 10
        while True:
            before = self.rows()
            if young:
                self.births._half_open.clear()
            report, rows = self.polled()
            after = self.rows()
            if before.keys() == after.keys() and not (young and report.doubt == "half_open"):
                break
            assert time.monotonic() < until, "never at rest"
        assert (report.way, report.doubt, report.complete) == ("exact", "", True), report
        wanted = {cookie: row for cookie, row in after.items() if row.inet_diag_msg_state not in but}
        assert rows.keys() == wanted.keys()
        steady = {cookie: row for cookie, row in wanted.items() if before[cookie] == row}
        assert len(steady) * 4 >= len(wanted) * 3
        assert {cookie: compared(rows[cookie]) for cookie in steady} == steady
        return report

    @property
    def known(self) -> int | None:
        """How many sockets are."""
        packed = self.births.known.bodies(self.namespace.key)
        return None if packed is None else len(packed) // BODY_BYTES

    def close(self) -> None:
        self.door.close()
        self.births.close()
        super().close()
