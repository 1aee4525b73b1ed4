"""A Poller over a search, gates and a source of marks that a test scripts; readers, pool and scheduler are real."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from collector.doors import FakeGate, Rows, reading, space
from fake_kernel import Replies, dump, seq_of
from scripted_activity import Scripted

from xtcp_ebpf.abc import Namespace, NamespaceId, Presence
from xtcp_ebpf.activity.always import Always
from xtcp_ebpf.assist import Assist
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collector.pool import Pool
from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.kernel.discovery.search import Discovery, Found, Note
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.marks import Activity, Marks
from xtcp_ebpf.poller import Nsids, Outcome, Poller
from xtcp_ebpf.tally import Tally

KNOBS = replace(Knobs(), frequency=1.0, timeout=5.0, netlinkers=2)
IDLE = replace(KNOBS, skip="idle", max_stale=1000)
N0, N1, N2 = space(0), space(1), space(2)


def marks(*seen: Namespace, whole: bool = False, later: Namespace | None = None, lost: str = "") -> Marks:
    """Something happened in these, in one of them `later` once more; nothing in others. The kernel has no cookies."""
    by_number = {n.inode: b"b" if n is later else b"a" for n in seen}
    return Marks(by_number, None if whole else b"", dict.fromkeys(by_number, 0), whole, lost=lost, text=lost)


class Known(Discovery):
    """Finds what the test says, and remembers what it was asked and told."""

    def __init__(self, *namespaces: Namespace) -> None:
        super().__init__(own_only=True)
        self.namespaces = namespaces
        self.notes: tuple[Note, ...] = ()
        self.asked: list[str] = []
        self.told: list[tuple[str, int]] = []
        self.forgotten: list[str] = []
        self.each: Callable[[], None] = lambda: None
        self.by_bpf: tuple[Namespace, ...] = ()
        """What it finds when it is told what BPF has seen, besides all others."""
        self.hidden: frozenset[NamespaceId] = frozenset()
        self.died: frozenset[NamespaceId] = frozenset()

    @property
    def unopenable(self) -> frozenset[NamespaceId]:
        return self.hidden

    @property
    def dead(self) -> frozenset[NamespaceId]:
        return self.died

    def find(self, thorough: bool = False, descriptors: bool = False) -> Found:
        self.asked.append("find" + " thorough" * thorough + " descriptors" * descriptors)
        self.each()
        return Found(self.namespaces, self.notes)

    def current(self) -> Found:
        self.asked.append("current")
        return Found(self.namespaces, self.notes)

    def seen(self, seen: Mapping[int, int], whole: bool, names: bool) -> Found:
        self.asked.append("seen" + " whole" * whole + " names" * names)
        self.each()
        self.namespaces += tuple(n for n in self.by_bpf if n.inode in seen and n not in self.namespaces)
        return Found(self.namespaces, self.notes)

    def learned(self, namespace: Namespace, cookie: int) -> None:
        self.told.append((namespace.name, cookie))

    def forget(self, namespace: Namespace) -> None:
        self.forgotten.append(namespace.name)


class Later(SystemClock):
    """The real time, and as much more as the test says."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def monotonic(self) -> float:
        return SystemClock.monotonic() + self.ahead


class Told(FakeGate):
    """Tells counters only when it is asked for them, as the real one does."""

    def look(self, namespace: Namespace, counters: bool = False) -> Presence:
        found = super().look(namespace, counters)
        return found if counters else found._replace(segments=None)


class World:
    """A poller over fake gates. `sockets`: name -> how many it has; -1: it cannot be opened; missing: it is gone.

    `segments`: name -> what its counters say. `done`: `look`, `dump`, and what the test adds, in its order.
    """

    def __init__(self, *namespaces: Namespace, knobs: Knobs = KNOBS, nsids: Nsids | None = None, source: Activity | None = None) -> None:
        self.known = Known(*namespaces)
        self.sockets = {n.name: 2 for n in namespaces}
        self.segments = dict.fromkeys(self.sockets, 0)
        self.clock, self.tally, self.rows = Later(), Tally(), Rows()
        self.pool = Pool(2, reading(self.tally, self.clock), self._gate, self.clock, self.tally)
        self.assist = Assist(lambda: source or Always(), self.tally)
        self.poller = Poller(knobs, self.known, self.pool, self.assist, self.clock, self.tally, nsids)
        self.looked: list[str] = []
        self.opened: list[tuple[str, float]] = []
        """Name and monotonic time."""
        self.done: list[str] = []
        self.number = 0

    def poll(self) -> Outcome:
        """The next one; `rows`, `looked`, `opened` and what the search was asked are those of this poll."""
        self.number += 1
        self.rows = Rows()
        self.looked.clear()
        self.opened.clear()
        self.known.asked.clear()
        outcome = self.poller.poll(self.number, self.rows)
        self.poller.tell(self.number, outcome.reports)
        return outcome

    def dumped(self) -> dict[str, str]:
        """The next poll: name -> reason of its dumps."""
        return {report.namespace.name: report.reason for report in self.poll().reports}

    def skipped(self) -> dict[str, str]:
        """The next poll: name -> why it was left out."""
        return {n.name: reason for reason, left_out in self.poll().skipped.items() for n in left_out}

    def close(self) -> None:
        self.pool.close()
        self.assist.close()
        self.known.close()

    def _gate(self, buffer: bytearray) -> Told:
        return Told(buffer, self._answer, self._see)

    def _count(self, namespace: Namespace) -> int:
        count = self.sockets.get(namespace.name)
        if count is None:
            raise OpenError("gone", f"{namespace.name} is gone")
        if count < 0:
            raise OpenError("permission", f"{namespace.name} may not be entered")
        return count

    def _answer(self, namespace: Namespace) -> Replies:
        self.done.append("dump")
        count = self._count(namespace)
        self.opened.append((namespace.name, SystemClock.monotonic()))
        return lambda request: dump(seq_of(request), count)

    def _see(self, namespace: Namespace) -> Presence:
        self.done.append("look")
        self.looked.append(namespace.name)
        count = self._count(namespace)
        return Presence(count, 0, 0, count, 0, self.segments.get(namespace.name, 0))


class Worlds:
    """Makes worlds of three namespaces, of which the second has no sockets, polled with -skip idle; ends them all."""

    def __init__(self) -> None:
        self._made: list[World] = []

    def __call__(self, first: Marks | None = None, *, loader: str = "test") -> tuple[World, Scripted]:
        """With a source whose readings begin with this one. Without a loader it is no BPF."""
        source = Scripted(first if first is not None else marks(), loader=loader)
        self._made.append(world := World(N0, N1, N2, knobs=IDLE, source=source))
        world.sockets["n1"] = 0
        return world, source

    def close(self) -> None:
        for world in self._made:
            world.close()


class Remembering:
    """Nsids of poller.py: what it is to look up."""

    def __init__(self) -> None:
        self.asked: list[tuple[list[str], bool]] = []

    def refresh(self, namespaces: Sequence[Namespace], thorough: bool) -> None:
        self.asked.append(([n.name for n in namespaces], thorough))
