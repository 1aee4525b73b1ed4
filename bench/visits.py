"""What it costs to find namespaces, to look into one and to open one, in this process; and what one empty dump costs."""

from __future__ import annotations

import os
import socket
import statistics
import struct
import threading
import time
from collections.abc import Callable, Sequence

from bench import floor, many
from bench.table import Section
from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.kernel.discovery.search import Discovery
from xtcp_ebpf.kernel.netns import Gate

THREADS = (1, 2, 4)
_VISITS = 1000
_DUMPS = 10
_FAMILIES = (socket.AF_INET, socket.AF_INET6)


def _by_family(family: int) -> bytes:
    """struct inet_diag_req_v2, type 20: one family, every attribute and state."""
    return struct.pack("=IHHIIBBBBI48x", 72, 20, 0x301, 1, 0, family, socket.IPPROTO_TCP, 0xFF, 0, 0x1FFF)


_REQUESTS = tuple(_by_family(family) for family in _FAMILIES)


def dump_by_family(buffer: bytearray) -> None:
    """Both families, one dump after the other, thrown away. OSError when the kernel refuses one."""
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, floor.NETLINK_INET_DIAG) as diag:
        for request in _REQUESTS:
            diag.send(request)
            while True:
                diag.recv_into(buffer)
                (kind,) = struct.unpack_from("=H", buffer, 4)
                if kind == 3:
                    break
                if kind == 2:
                    number = -struct.unpack_from("=i", buffer, 16)[0]
                    raise OSError(number, f"the kernel refuses the dump: {os.strerror(number)}")


def every_namespace(paths: Sequence[str]) -> float:
    """CPU seconds to enter each and dump it by family, nothing decoded: what any collector without an economy pays at least."""

    def run() -> float:
        buffer = bytearray(floor.RECEIVE_BYTES)
        home = os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC)
        start = time.thread_time_ns()
        for path in paths:
            descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
            many.enter(descriptor)
            os.close(descriptor)
            dump_by_family(buffer)
            many.enter(home)
        spent = time.thread_time_ns() - start
        os.close(home)
        return spent / 1e9

    return many.in_thread(run)


def empty_dumps(rounds: int, names: Sequence[tuple[str, str]]) -> Section:
    """(title, name of an empty namespace) -> ms of one dump of it, in one walk and by family."""

    def once(dump: Callable[[], None]) -> float:
        start = time.thread_time_ns()
        for _ in range(_DUMPS):
            dump()
        return (time.thread_time_ns() - start) / _DUMPS / 1e6

    def both() -> tuple[float, float]:
        buffer = bytearray(floor.RECEIVE_BYTES)
        return once(lambda: floor.discard(buffer)), once(lambda: dump_by_family(buffer))

    rows = []
    for title, name in names:
        taken = [many.inside(name, both) for _ in range(rounds)]
        rows.append((title, *(statistics.median(each) for each in zip(*taken, strict=True))))
    return Section("dump", "CPU of one dump of an empty namespace", ("one walk, ms", "by family, ms"), rows)


def search(discovery: Discovery, rounds: int) -> tuple[float, float]:
    """CPU ms of a full search, and of asking for what is known when nothing changed."""

    def once(ask: Callable[[], object]) -> float:
        start = time.thread_time_ns()
        ask()
        return (time.thread_time_ns() - start) / 1e6

    discovery.find()
    return statistics.median(once(discovery.find) for _ in range(rounds)), statistics.median(once(discovery.current) for _ in range(rounds))


def looks_and_opens(rounds: int, namespaces: Sequence[Namespace]) -> Section:
    """us of CPU for each, by how many threads do it at once."""

    def look(gate: Gate, namespace: Namespace) -> None:
        gate.look(namespace)

    def open_and_close(gate: Gate, namespace: Namespace) -> None:
        gate.open(namespace).close()

    visits = [namespaces[number % len(namespaces)] for number in range(_VISITS)]
    rows = []
    for threads in THREADS:
        taken = [(_visit(threads, look, visits), _visit(threads, open_and_close, visits)) for _ in range(rounds)]
        title = f"{threads} thread{'s' if threads > 1 else ''}"
        rows.append((title, *(statistics.median(each) for each in zip(*taken, strict=True))))
    return Section("visit", "CPU of one visit to a namespace", ("look, us", "open, us"), rows)


def _visit(threads: int, do: Callable[[Gate, Namespace], None], visits: Sequence[Namespace]) -> float:
    """us of CPU, the whole process's, for one of the visits, which are spread over so many threads."""
    ready = threading.Barrier(threads + 1)
    failed: list[BaseException] = []

    def run(share: Sequence[Namespace]) -> None:
        gate = Gate(bytearray(floor.RECEIVE_BYTES))
        ready.wait()
        try:
            for namespace in share:
                do(gate, namespace)
        except BaseException as error:
            failed.append(error)
        finally:
            ready.wait()
            gate.close()

    workers = [threading.Thread(target=run, args=(visits[number::threads],)) for number in range(threads)]
    for worker in workers:
        worker.start()
    ready.wait()
    start = time.process_time_ns()
    ready.wait()
    spent = time.process_time_ns() - start
    for worker in workers:
        worker.join()
    if failed:
        raise failed[0]
    return spent / len(visits) / 1e3
