"""What a poll takes, put together: discovery, readers, poller. The daemon has one, and so has `ns`."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from xtcp_ebpf.abc import Clock, Namespace
from xtcp_ebpf.activity.start import start
from xtcp_ebpf.assist import Assist
from xtcp_ebpf.collector.capture import Capture
from xtcp_ebpf.collector.exact_reading import ExactReading
from xtcp_ebpf.collector.pool import Pool
from xtcp_ebpf.collector.reading import Reading
from xtcp_ebpf.exact.births import Births
from xtcp_ebpf.kernel.discovery.search import Discovery
from xtcp_ebpf.kernel.host import boot_id
from xtcp_ebpf.kernel.nsid import NsidTable
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.marks import Activity
from xtcp_ebpf.opening.ways import Ways
from xtcp_ebpf.poller import Poller
from xtcp_ebpf.reads import Reads
from xtcp_ebpf.reads_start import RESTLESS_STATES, open_watch, reads_of
from xtcp_ebpf.reads_start import start as start_reads
from xtcp_ebpf.record.stamp import Identity
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.version import program
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.groups import groups, idiag_ext
from xtcp_ebpf.wire.layout import layout

log = logging.getLogger(__name__)


class _Refusal:
    """Keeps the last one that it was told. It knows nobody: what tells it is held by what the collection holds."""

    def __init__(self) -> None:
        self.last = ("", "")

    def tell(self, reason: str, text: str) -> None:
        self.last = reason, text


class Collection:
    """Raises UsageError, EngineUnavailable, AssistUnavailable, OpenError when it cannot be built.

    `assist`: one that runs already, as these knobs want it; else it gets its own. `ways`: how namespaces are entered and looked for.
    `nsid`: who else knows their ids.
    """

    def __init__(
        self,
        knobs: Knobs,
        clock: Clock,
        tally: Tally,
        discovery: Discovery | None = None,
        assist: Assist | None = None,
        ways: Ways | None = None,
        nsid: Callable[[Namespace], int] | None = None,
    ) -> None:
        self._ways = ways = ways or Ways()
        enabled = groups(knobs.deserializers)
        engine, remark = choose(knobs.engine, layout(enabled))
        if remark:
            log.warning("%s", remark)
        self.engine = engine.name
        self.engine_remark = remark
        """Why it is not the C engine; empty: it is, or Python was asked for."""
        self._nsids = nsids = NsidTable() if knobs.populate_nsid else None
        self.decoder = engine
        self.identity = identity = Identity(
            knobs.hostname,
            program(),
            boot_id(),
            knobs.location,
            knobs.label,
            knobs.tag,
            nsid=nsid or (nsids.known if nsids else None),
        )
        self._reading = reading = Reading(
            engine,
            identity.stamp,
            clock,
            tally,
            ext=idiag_ext(enabled),
            modulus=knobs.modulus,
            reply_timeout=knobs.nltimeout / 1000,
            first_seq=knobs.nlmsg_seq,
        )
        self._taps = [
            Capture(knobs.capture_path, knobs.write_files, index, clock, tally)
            for index in range(knobs.netlinkers if knobs.write_files else 0)
        ]
        self.discovery = discovery or ways.search(knobs, clock, tally)
        size = knobs.packet_size * knobs.packet_size_mply
        self.pool = Pool(knobs.netlinkers, reading, ways.make_gate, clock, tally, buffer_size=size, taps=self._taps)
        self._tally = tally
        self._refusal = _Refusal()
        try:
            births = self._watch(knobs)
            try:
                self.assist = assist or Assist(self._starter(knobs), tally)
            except BaseException:
                if births:
                    births.close()
                raise
        except BaseException:
            self.pool.close()
            self.discovery.close()
            raise
        self.poller = Poller(knobs, self.discovery, self.pool, self.assist, clock, tally, nsids, self._reads(knobs, births))

    def change(self, knobs: Knobs) -> None:
        """Go on with these: between two polls. Raises AssistUnavailable when they require what cannot be had; then all stays as it was."""
        before, fresh = self.poller.knobs, reads_of(knobs) != reads_of(self.poller.knobs)
        births = self._watch(knobs) if fresh else None
        try:
            if assist_of(knobs) != assist_of(before):
                self.assist.reopen(self._starter(knobs))
                self.poller.compare_anew()
        except BaseException:
            if births:
                births.close()
            raise
        if fresh:
            old, self.poller.reads = self.poller.reads, self._reads(knobs, births)
            old.close()
        self.poller.knobs = knobs

    def _watch(self, knobs: Knobs) -> Births | None:
        return start_reads(knobs, self._reading.ext, self._ways.effective, self._tally, partial(open_watch, load=self._ways.load_sockets))

    def _reads(self, knobs: Knobs, births: Births | None) -> Reads:
        """By whom it is decided how namespaces are read; and the readers are told."""
        quiet = knobs.skip == "quiet"
        restless = RESTLESS_STATES if quiet else 0
        self._reading.exact = ExactReading(births.gets, births, self._reading.ext, restless) if births else None
        return Reads(knobs.reads, births, self._tally, quiet=quiet)

    def _starter(self, knobs: Knobs) -> partial[Activity]:
        return partial(start, *assist_of(knobs), self._ways.effective, self._tally, self._refusal.tell, self._ways.loaders)

    @property
    def refused(self) -> tuple[str, str]:
        """Why marks do not come from BPF, or not from the best source: a word, and a text with what to do; both empty: they do."""
        return self._refusal.last

    def close(self, but_assist: bool = False) -> None:
        """End the readers, give back what is held; `but_assist`: another one has that now."""
        self.pool.close()
        self.poller.reads.close()
        if not but_assist:
            self.assist.close()
        self.discovery.close()
        if self._nsids:
            self._nsids.close()
        for tap in self._taps:
            tap.close()


def assist_of(knobs: Knobs) -> tuple[str, str, str, int]:
    """What the source of marks depends on."""
    return knobs.bpf, knobs.bpf_source, knobs.bpf_loader, knobs.bpf_map_size
