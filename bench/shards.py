"""One namespace in parts: is its dump quicker or cheaper when several readers each ask for a range of source ports?

A range is the kernel's bytecode (struct inet_diag_bc_op, INET_DIAG_REQ_BYTECODE): every reader's walk passes all sockets of the host, and
fills a reply for its own.
"""

from __future__ import annotations

import socket
import statistics
import struct
import threading
import time
from collections.abc import Sequence
from itertools import pairwise

from bench import floor
from bench.engines import STAMP, engine
from bench.table import Row, Section
from xtcp_ebpf.record.stamp import Numbering
from xtcp_ebpf.wire.dump import Dump

READERS = (1, 2, 4)
_BYTECODE = 1
_S_GE, _S_LE = 2, 3
_PORT_AT = 16 + 4
"""Of the source port, from the start of a struct inet_diag_msg's message."""

Range = tuple[int, int]


def request(ports: Range) -> bytes:
    """Both families, the sockets with these source ports."""
    low, high = ports
    # Two comparisons, each with its port in the op behind it: on, or beyond the end, which refuses the socket.
    code = struct.pack("=BBHBBH", _S_GE, 8, 20, 0, 0, low) + struct.pack("=BBHBBH", _S_LE, 8, 12, 0, 0, high)
    attribute = struct.pack("=HH", 4 + len(code), _BYTECODE) + code
    whole = floor.REQUEST + attribute
    return struct.pack("=I", len(whole)) + whole[4:]


def ranges(datagrams: Sequence[bytes], parts: int) -> list[Range]:
    """As many sockets in each, as far as a port does not have too many: they are disjoint, and all ports are in one of them."""
    ports = []
    for datagram in datagrams:
        at = 0
        while at < len(datagram):
            length, kind = struct.unpack_from("=IH", datagram, at)
            if kind in (18, 20):
                ports.append(struct.unpack_from("!H", datagram, at + _PORT_AT)[0])
            at += length + 3 & ~3
    ports.sort()
    edges = sorted({0, 65536, *(ports[len(ports) * part // parts] for part in range(1, parts))})
    return [(low, high - 1) for low, high in pairwise(edges)]


class Reader:
    """Dumps and decodes one part, as a reader of the daemon does: on a socket of its own, in a buffer of its own."""

    def __init__(self, message: bytes, decode: bool) -> None:
        self._message = message
        self._decode = decode
        self._buffer = bytearray(floor.RECEIVE_BYTES)
        self.cpu = 0.0
        self.rows = 0

    def run(self) -> None:
        """`cpu` seconds and `rows` of it."""
        start = time.thread_time_ns()
        with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, floor.NETLINK_INET_DIAG) as diag:
            diag.send(self._message)
            self.rows = self._rows(diag) if self._decode else self._discarded(diag)
        self.cpu = (time.thread_time_ns() - start) / 1e9

    def _rows(self, diag: socket.socket) -> int:
        dump = Dump(engine("auto"), None, None, STAMP, Numbering().reserve)
        view = memoryview(self._buffer)
        while not dump.ended:
            dump.feed(view[: diag.recv_into(self._buffer)])
        return dump.rows

    def _discarded(self, diag: socket.socket) -> int:
        while True:
            diag.recv_into(self._buffer)
            (kind,) = struct.unpack_from("=H", self._buffer, 4)
            if kind in (2, 3):
                return 0


def once(parts: Sequence[Range], decode: bool) -> tuple[float, float, int]:
    """(seconds, CPU seconds of all readers, rows)."""
    readers = [Reader(request(part), decode) for part in parts]
    threads = [threading.Thread(target=reader.run) for reader in readers]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start, sum(reader.cpu for reader in readers), sum(reader.rows for reader in readers)


def section(sockets: int, rounds: int) -> Section:
    """Where we are, in so many parts at once: as the kernel alone does it, and with every row decoded."""
    datagrams = floor.datagrams()
    rows: list[Row] = []
    for decode in (False, True):
        first: tuple[float, float] | None = None
        for parts in (ranges(datagrams, readers) for readers in READERS):
            taken = [once(parts, decode) for _ in range(rounds)]
            if len({found for _, _, found in taken}) != 1:
                raise SystemExit("bench: the parts of a dump have not the same sockets each time")
            seconds, cpu = (statistics.median(one[at] for one in taken) for at in (0, 1))
            first = first or (seconds, cpu)
            name = f"{'decoded' if decode else 'kernel'}, {len(parts)} part{'s' * (len(parts) > 1)}"
            rows.append((name, seconds * 1e3, cpu * 1e3, first[0] / seconds, cpu / first[1], float(taken[0][2])))
    columns = ("ms", "CPU ms", "x sooner", "x CPU", "rows")
    return Section("shards", f"One namespace of {sockets} sockets, its dump in parts at once", columns, rows)
