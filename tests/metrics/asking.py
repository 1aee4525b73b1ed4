"""A daemon's facts, and a client that says what it likes: for tests of the pages."""

from __future__ import annotations

import socket

from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.delivery.backlog import Held
from xtcp_ebpf.delivery.sender import Status
from xtcp_ebpf.metrics.daemon_facts import Destination, Facts
from xtcp_ebpf.metrics.dump_times import DumpTimes
from xtcp_ebpf.metrics.health import Health, health
from xtcp_ebpf.metrics.listen_address import Address
from xtcp_ebpf.metrics.polls import LastPoll
from xtcp_ebpf.metrics.serving import Sources
from xtcp_ebpf.tally import Tally

PATIENCE = 10.0


def destination(name: str = "null:", state: str = "sending", waiting: int = 0, failures: int = 0, **counts: int) -> Destination:
    """One with so many rows waiting, each of 100 bytes. `dropped_rows__queue_full` stands for dropped_rows:queue_full."""
    held = Held(waiting, waiting * 100)
    return Destination(Status(name, state, held, held, failures), {key.replace("__", ":"): value for key, value in counts.items()})


def well(destinations: list[Destination], polls: int = 1) -> Health:
    """All is as it should be, but for these destinations and the number of polls."""
    last = LastPoll(ended=polls, ended_at=100.0)
    return health(last, destinations, 101.0, frequency=10.0, timeout=5.0, readers_alive=2, spooled=False, stopping=False)


def sources(destinations: list[Destination] | None = None, facts: Facts | None = None, polls: int = 1) -> Sources:
    """Of a daemon with these destinations; its tally and its times may be bumped."""
    there = [destination()] if destinations is None else destinations
    told = facts or Facts("0.1.0", "c", readers=2)
    return Sources(Tally(), lambda: told, lambda: there, lambda: well(there, polls), DumpTimes())


ANYWHERE = Address("127.0.0.1", 0)
CLOCK = SystemClock()


def connected(where: Address) -> socket.socket:
    """A TCP or Unix connection."""
    if not where.path:
        return socket.create_connection((where.host, where.port), PATIENCE)
    sock = socket.socket(socket.AF_UNIX)
    sock.settimeout(PATIENCE)
    sock.connect(where.sun_path)
    return sock


def heard(sock: socket.socket) -> bytes:
    """All until the other side has finished; nothing, when it broke off."""
    parts = []
    try:
        while data := sock.recv(1 << 16):
            parts.append(data)
    except ConnectionResetError:
        return b""
    return b"".join(parts)


def said(where: Address, words: bytes) -> bytes:
    """The whole answer to anything."""
    with connected(where) as sock:
        sock.sendall(words)
        return heard(sock)


def get(where: Address, path: str, *headers: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    """Status, headers by lower-case names, body."""
    answer = said(where, "\r\n".join([f"{method} {path} HTTP/1.1", "Host: x", *headers, "", ""]).encode())
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *rest = head.decode().split("\r\n")
    return int(first.split()[1]), {name.lower(): value for name, _, value in (line.partition(": ") for line in rest)}, body
