"""What one stream of records can have when nothing else goes on: messages and rows a second, CPU of a message, and what
is left of that beside a thread that wants the interpreter all the time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final

import grpc

from bench import table
from bench.delivery import envelopes
from bench.subscribed import Clients
from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.api.record_service import RecordService
from xtcp_ebpf.api.subscribers import Subscribers
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.tally import Tally

PASSES: Final = {"records": 1, "envelopes": 20}
"""How often the same rows are offered: one a message takes that much longer."""
SHARE: Final = 5
"""A fifth of the rows of a poll."""
PATIENCE_SECONDS: Final = 60.0


class Counting:
    """A thread that only counts, and gives up the interpreter when it must."""

    def __init__(self) -> None:
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def beside(self, work: Callable[[], None]) -> float:
        """The seconds that the work takes beside it."""
        self._thread.start()
        start = time.monotonic()
        try:
            work()
            return time.monotonic() - start
        finally:
            self._over.set()
            self._thread.join()

    def _run(self) -> None:
        over = self._over.is_set
        while not over():
            for _ in range(100):
                pass


def _poll(hub: Subscribers, sealed: Sequence[Sealed], count: int) -> None:
    """Offer one poll, and wait until all of its rows are sent."""
    before = hub.tally["grpc_rows_sent"]
    hub.poll_began(1)
    for one in sealed:
        hub.offer(one)
    hub.poll_ended(1)
    end = time.monotonic() + PATIENCE_SECONDS
    while hub.tally["grpc_rows_sent"] - before < count:
        if time.monotonic() > end:
            raise SystemExit("bench: the stream does not end")
        time.sleep(0.002)  # a bounded poll


def section(rows: int) -> table.Section:
    """Each kind of stream alone, and beside a thread that counts."""
    lines: list[table.Row] = []
    for name, passes in PASSES.items():
        sealed = envelopes(rows // SHARE) * passes
        count = sum(one.rows for one in sealed)
        tally = Tally()
        hub = Subscribers(1 << 34, tally, SystemClock())
        server = grpc.server(ThreadPoolExecutor(2))
        RecordService(hub, lambda _context: None).add_to(server)
        address = f"127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}"
        server.start()
        clients = Clients(address, [name])

        work = partial(_poll, hub, sealed, count)
        try:
            work()
            start, cpu, messages = time.monotonic(), time.process_time(), tally["grpc_messages_sent"]
            work()
            seconds, cpu, messages = time.monotonic() - start, time.process_time() - cpu, tally["grpc_messages_sent"] - messages
            beside = Counting().beside(work)
        finally:
            clients.close()
            hub.close()
            server.stop(1).wait()
        lines.append((name, messages / seconds, count / seconds / 1000, cpu / messages * 1e6, messages / beside))
    heads = ("messages/s", "1,000 rows/s", "us CPU each", "beside one")
    return table.Section("alone", "One stream alone; and its messages/s beside a thread that only counts", heads, lines)
