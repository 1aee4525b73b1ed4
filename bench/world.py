"""Real, quiet TCP connections in the namespace where we are, held by several processes.

A process may hold some 20,000 descriptors only, and a connection over loopback takes two. Every fourth pair is IPv6, congestion controls
go in turn, and each pair has exchanged some bytes. A holder ends when its standard input does.
"""

from __future__ import annotations

import os
import resource
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

PAIRS_PER_HOLDER = 9000
SETTLE_SECONDS = "0.3"
_END_SECONDS = 10.0
_LARGE = 16384


def congestion_controls() -> list[str]:
    """What the kernel has."""
    return Path("/proc/sys/net/ipv4/tcp_available_congestion_control").read_text().split()


class World:
    """`with World() as world: world.grow(20000)`. Grows only."""

    def __init__(self) -> None:
        self.sockets = 0
        """Ends of connections; each holder has two listeners besides."""
        self._holders: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> World:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for holder in self._holders:
            if holder.stdin:
                with suppress(BrokenPipeError):
                    holder.stdin.close()
        for holder in self._holders:
            try:
                holder.wait(_END_SECONDS)
            except subprocess.TimeoutExpired:
                holder.kill()
                holder.wait()

    def grow(self, sockets: int) -> None:
        """Make as many more as are missing to this number. SystemExit when the host cannot hold them."""
        missing = (sockets - self.sockets) // 2
        started = []
        while missing > 0:
            pairs = min(missing, PAIRS_PER_HOLDER)
            command = [sys.executable, "-m", "bench.world", str(pairs)]
            started.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
            self._holders.append(started[-1])
            missing -= pairs
            self.sockets += 2 * pairs
        for holder in started:
            if holder.stdout is None or holder.stdout.readline() != b"ready\n":
                raise SystemExit(f"bench: a holder of sockets ended before it had them (exit {holder.wait()}): its message is above")


def hold(pairs: int) -> None:
    """Make the pairs, say `ready`, and keep them until standard input ends."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    names = [name.encode() for name in congestion_controls()]
    doors = [_door(socket.AF_INET, "127.0.0.1"), _door(socket.AF_INET6, "::1")]
    kept = [_pair(doors[i % 4 == 3], i, names[i % len(names)]) for i in range(pairs)]
    subprocess.run(["sleep", SETTLE_SECONDS], check=True)  # delayed acknowledgements
    os.write(1, b"ready\n")
    sys.stdin.read()
    del kept


def _door(family: int, host: str) -> socket.socket:
    door = socket.socket(family)
    door.bind((host, 0))
    door.listen(64)
    return door


def _pair(door: socket.socket, number: int, congestion: bytes) -> tuple[socket.socket, socket.socket]:
    client = socket.socket(door.family)
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, congestion)
    client.connect(door.getsockname())
    server = door.accept()[0]
    _send(client, server, _LARGE if number % 10 == 0 else number % 97 + 1)
    if number % 3 == 0:
        _send(server, client, number % 31 + 1)
    return client, server


def _send(one: socket.socket, other: socket.socket, size: int) -> None:
    one.sendall(bytes(size))
    while size:
        size -= len(other.recv(size))


if __name__ == "__main__":
    hold(int(sys.argv[1]))
