"""Pools over fake gates, for the tests of the readers."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from doors import BUFFER, FakeGate, reading, space
from fake_kernel import Replies, dump, seq_of

from xtcp_ebpf.abc import Clock, Datagram, DumpReport, Namespace, Opener, Plan
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collector.pool import MakeGate, Pool
from xtcp_ebpf.tally import Tally

Answer = Callable[[Namespace], Replies]


def sockets(count: int = 5, *, base: int = 1000) -> Answer:
    """Namespace n has so many sockets, with cookies from n * base on."""
    return lambda namespace: lambda request: dump(seq_of(request), count, first=(namespace.inode - space().inode) * base)


@contextmanager
def running(
    answer: Answer | None = None,
    readers: int = 2,
    *,
    tally: Tally | None = None,
    clock: Clock | None = None,
    make_gate: MakeGate | None = None,
    buffer_size: int = BUFFER,
    taps: tuple[Callable[[Datagram, bool], None], ...] = (),
) -> Iterator[Pool]:
    """A pool over fake gates, whose threads are gone at the end."""
    tally, clock = tally or Tally(), clock or SystemClock()

    def fake(buffer: bytearray) -> Opener:
        return FakeGate(buffer, answer or sockets())

    pool = Pool(readers, reading(tally, clock), make_gate or fake, clock, tally, buffer_size=buffer_size, taps=taps)
    try:
        yield pool
    finally:
        pool.close()
        assert not readers_alive()


def readers_alive() -> list[str]:
    """The threads of any pool."""
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("reader-")]


def plan(namespaces: int, seconds: float = 10.0, poll: int = 1) -> Plan:
    """A poll of n0, n1, ... that ends so much later."""
    return Plan(poll, tuple(space(n) for n in range(namespaces)), time.monotonic() + seconds)


def by_name(reports: list[DumpReport]) -> dict[str, str]:
    """Namespace -> reason."""
    assert len({report.namespace for report in reports}) == len(reports)
    return {report.namespace.name: report.reason for report in reports}
