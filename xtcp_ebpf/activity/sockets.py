"""Watching the single sockets of chosen namespaces: which were born, which were active, and where connections are half-open.

Order of things, for a namespace whose sockets are to be known: watch it, then dump it. What is born before the dump comes to it is in the
dump, and may be told too; what is born later is told. So nothing is missed, and what is told twice has the same cookie.

What is told of births: each socket that leaves SYN_SENT or SYN_RECV and lives. Not told, because it cannot be found by its addresses yet
or is not remembered: a socket in SYN_SENT, a listener, a connection that is half-open, and a TCP Fast Open child until it is established.
They show in the kernel's counts, except half-open ones (request sockets), which are counted nowhere. Of those a namespace is marked at the
first SYN-ACK that is sent again, after a second; one that waits for data (TCP_DEFER_ACCEPT) is marked only when its time runs out.

What marks a socket: a segment that came in ESTABLISHED, a segment that was sent again, a change of state, an application that has read.
What does not: data that were queued or sent and that nothing has answered yet (the answer does, or the first retransmission), probes into
a closed window and keepalives that nobody answers, socket options, reading by a BPF socket map. And see sockets_layout.MARKED_STATES.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from xtcp_ebpf.activity import bpf, sockets_layout, sockets_loading, sockets_probe, sockets_rules
from xtcp_ebpf.activity.bpf_object import BUILT
from xtcp_ebpf.activity.hooks import Hooks
from xtcp_ebpf.activity.objects import Objects
from xtcp_ebpf.activity.probe import Facts
from xtcp_ebpf.activity.sockets_loading import LoadSockets, Wanted
from xtcp_ebpf.activity.sockets_maps import Emptied, Ring
from xtcp_ebpf.errors import AssistUnavailable, errno_text

_KEY: Final = struct.Struct("=Q")
_TELLING: Final = frozenset(sockets_rules.TRACEPOINTS)
_MARKING: Final = frozenset(("inet_sock_set_state", *sockets_rules.MARKING))
UNREADABLE: Final = "what the BPF programs have seen of sockets cannot be read: {why}; all watched namespaces are dumped"
DETACHED: Final = "BPF programs had lost their tracepoint ({names}) and were attached again; all watched namespaces are dumped"
MISSED: Final = "the kernel left out runs of BPF programs ({names}): {what}"
RING_FULL: Final = "{n} births of sockets found no room in a ring of {size} bytes; all watched namespaces are dumped"
MAP_FULL: Final = "more than {slots} sockets were active since the last poll; all are read"
_DUMPED: Final = "all watched namespaces are dumped"
_READ: Final = "all sockets are read"


class Drained(NamedTuple):
    """What has happened in the watched namespaces since the last drain."""

    births: Mapping[int, bytes]
    """Cookie of the namespace -> requests of 56 bytes each, one behind the other, oldest first."""
    lost: bool
    """There were births, or half-open connections, that are not told here, in any of the watched namespaces."""
    half_open: frozenset[int]
    """Cookies of namespaces that have, or had, connections half-open for longer than a second."""
    active: Mapping[int, array[int]] | None
    """Cookie of the namespace -> cookies of sockets that were active, in order; newborn ones are not among them. None: not known, so any
    may have been, or not asked for."""
    reasons: tuple[tuple[str, str], ...] = ()
    """What went wrong: words for counters, and texts for a person."""


class SocketWatch:
    """Programs on tracepoints, until close(). One thread uses it. Raises OSError."""

    def __init__(self, objects: Objects, wanted: Wanted) -> None:
        self.kind = objects.kind
        self._wanted = wanted
        self._ring: Ring | None = None
        self._told = self._unplaced = 0
        self._unknown = False
        """Active sockets since the last time that marks were taken are not known."""
        self._counted: Mapping[str, bpf.Runs] = {}
        self._hooks = Hooks(objects, sockets_loading.tracepoints(wanted.marks))
        try:
            self._ring = Ring(objects.maps["births"], wanted.ring)
            self._half_open = Emptied(objects.maps["half_open"], len(sockets_layout.WATCHED_VALUE), 64)
            self._active = Emptied(objects.maps["active"], sockets_layout.WORD_BYTES) if wanted.marks else None
            self._missed = {name: runs.missed for name, runs in self._runs().items()}
        except BaseException:
            self.close()
            raise

    @classmethod
    def open(cls, wanted: Wanted, facts: Facts, built: Path = BUILT, load: LoadSockets | None = None) -> SocketWatch:
        """On this host, as probe.py found it. `load`: by whom; None: by ourselves. Raises AssistUnavailable with what weighs most, and what
        to do about it."""
        choice = sockets_rules.choose(sockets_probe.widened(facts, objects=built), wanted.marks, wanted.namespaces)
        if not choice.kinds:
            first = choice.ruled_out[0]
            raise AssistUnavailable(first.reason, f"{first.text}; {first.fix}")
        load = load or partial(sockets_loading.load, built=built)
        failures: list[AssistUnavailable] = []
        for kind in choice.kinds:
            try:
                return cls(load(wanted, kind), wanted)
            except AssistUnavailable as error:
                failures.append(error)
            except OSError as error:
                text = f"the kernel took the programs and refused to run them: {errno_text(error.errno or 0)}"
                failures.append(AssistUnavailable("attach", text))
        raise failures[0]

    @property
    def waiting(self) -> bool:
        """Are there births that were not drained? Costs no system call."""
        return bool(self._ring and len(self._ring.unread()))

    def watch(self, networks: Iterable[int]) -> frozenset[int]:
        """From now on these namespaces (cookies) too: those that found room. Dump them after that, not before."""
        found = []
        for network in networks:
            try:
                bpf.update(self._hooks.objects.maps["watched"], _KEY.pack(network), sockets_layout.WATCHED_VALUE)
            except OSError:  # E2BIG, ENOMEM: it is not watched, and the caller is told
                continue
            found.append(network)
        self._hooks.next_epoch()  # what is remembered of their sockets, that they need no mark, is no longer so
        return frozenset(found)

    def unwatch(self, networks: Iterable[int]) -> None:
        """These no longer; what has happened there may still come with the next drain. Raises OSError."""
        for network in networks:
            bpf.delete(self._hooks.objects.maps["watched"], _KEY.pack(network))

    def drain(self, active: bool = True) -> Drained:
        """Take what there is. Read active sockets after it, not before. Never raises: what may be missing is in the answer.

        `active`: False leaves the marks where they are, for another time: what is left is cheap.
        """
        try:
            return self._drain(active and self._active is not None)
        except OSError as error:
            self._unknown = True
            text = UNREADABLE.format(why=errno_text(error.errno or 0))
            return Drained({}, True, frozenset(), None, (("unreadable", text),))

    def _drain(self, active: bool) -> Drained:
        assert self._ring
        reasons: list[tuple[str, str]] = []
        half_open = frozenset(self._half_open.take()[0])
        births, taken = sockets_layout.births(self._ring.unread())
        self._ring.passed(taken)
        marks: Mapping[int, array[int]] | None = None
        if active and self._active:
            sockets, networks = self._active.take()
            self._hooks.next_epoch()
            marks = sockets_layout.by_namespace(sockets, array("Q", networks))
        lost = self._doubts(reasons)
        if active:
            marks = None if self._unknown else marks
            self._unknown = False
        return Drained(births, lost, half_open, marks, tuple(reasons))

    def _doubts(self, reasons: list[tuple[str, str]]) -> bool:
        """Were births lost? Notes whether marks were, and says why."""
        hooks, control = self._hooks, self._hooks.control()
        told, self._told = control.unrung - self._told, control.unrung
        unplaced, self._unplaced = control.lost - self._unplaced, control.lost
        missed = {name for name, runs in self._runs().items() if runs.missed != self._missed[name]}
        self._missed.update((name, runs.missed) for name, runs in self._counted.items())
        detached = set(hooks.detached())
        if detached:
            hooks.attach_again()
            reasons.append(("detached", DETACHED.format(names=", ".join(sorted(detached)))))
        lost = bool(told or (missed | detached) & _TELLING)
        if missed:
            reasons.append(("missed", MISSED.format(names=", ".join(sorted(missed)), what=_DUMPED if lost else _READ)))
        if told:
            reasons.append(("ring_full", RING_FULL.format(n=told, size=self._wanted.ring)))
        if unplaced:
            reasons.append(("map_full", MAP_FULL.format(slots=self._wanted.sockets)))
        if unplaced or (missed | detached) & _MARKING:
            self._unknown = True
        return lost

    def _runs(self) -> Mapping[str, bpf.Runs]:
        self._counted = {name: bpf.runs(program) for name, program in self._hooks.objects.programs.items()}
        return self._counted

    def cost(self) -> Mapping[str, int]:
        """Run time and runs of all programs (while kernel.bpf_stats_enabled is 1), runs left out, births told, what was lost: totals,
        those of the programs as of the last drain."""
        counted = self._counted
        control = self._hooks.control()
        return {
            "socket_bpf_run_time_ns": sum(c.nanoseconds for c in counted.values()),
            "socket_bpf_runs": sum(c.runs for c in counted.values()),
            "socket_bpf_runs_missed": sum(c.missed for c in counted.values()),
            "socket_births": control.created,
            "socket_births_lost": control.unrung,
            "socket_marks_unplaced": control.lost,
        }

    def close(self) -> None:
        """Leave nothing in the kernel."""
        if self._ring:
            self._ring.close()
            self._ring = None
        self._hooks.close()
