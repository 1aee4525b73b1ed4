"""A client and a server process that say 64 bytes to each other over loopback, as fast as they can: what programs on TCP cost such traffic.

Both share one CPU, which is theirs. On two CPUs the rate is that of waking the other one up, four times lower, and scatters ten times more.

    python -m bench.echo CPU       in the namespace where it is started; says `0 0` when it is ready, then answers order by order:
    trips SECONDS                  round trips, and the nanoseconds that they took
    births SECONDS                 connections made and reset, and the nanoseconds
    lost COUNT                     so many connections are asked for where nobody answers: each sends again after a second
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

from bench import many
from xtcp_ebpf.churn.traffic import connect

MESSAGE_BYTES = 64
_BETWEEN_LOOKS = 20
"""Round trips between two looks at the clock."""
_WARM_SECONDS = 0.005
"""Before what counts: the parent has just attached or detached something, and slept."""
_END_SECONDS = 10.0
_HERE, _NOBODY = "192.0.2.2", "192.0.2.77"
"""Documentation addresses. What is sent to the second comes back by lo, and is dropped as it is nobody's."""


class Echo:
    """`with Echo("echo", 1) as echo: echo.trips(0.05)`: both processes, in the namespace of that name, on that CPU."""

    def __init__(self, name: str, cpu: int) -> None:
        command = [sys.executable, "-m", "bench.echo", str(cpu)]
        self._child = many.inside(name, lambda: subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
        self._answer()

    def __enter__(self) -> Echo:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            self._child.communicate(timeout=_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()

    def trips(self, seconds: float, meanwhile: Callable[[], None] = lambda: None) -> float:
        """Round trips a second."""
        self._order(f"trips {seconds}")
        meanwhile()
        trips, nanoseconds = self._answer()
        return trips / nanoseconds * 1e9

    def births(self, seconds: float) -> None:
        """Connections are made and reset, one after the other."""
        self._order(f"births {seconds}")
        self._answer()

    def lose(self, count: int) -> None:
        """So many connections are asked for in vain from now on, instead of those before."""
        self._order(f"lost {count}")
        self._answer()

    def _order(self, order: str) -> None:
        assert self._child.stdin
        self._child.stdin.write(order + "\n")
        self._child.stdin.flush()

    def _answer(self) -> tuple[int, int]:
        assert self._child.stdout
        words = self._child.stdout.readline().split()
        if len(words) != 2:
            raise SystemExit(f"bench: the client of the loopback has ended (exit {self._child.wait()}): its message is above")
        return int(words[0]), int(words[1])


def serve(door: socket.socket) -> None:
    """Say back what is said, until the other end is closed."""
    server = door.accept()[0]
    server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    while said := server.recv(MESSAGE_BYTES):
        server.sendall(said)


class Client:
    """What the first child does, order by order."""

    def __init__(self, address: tuple[str, int]) -> None:
        self._socket = socket.create_connection(address)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._lost: list[socket.socket] = []

    def obey(self, order: str) -> tuple[int, int]:
        verb, number = order.split()
        if verb == "lost":
            return self.lose(int(number)), 0
        work = {"trips": self._trips, "births": self._births}[verb]
        self._for(_WARM_SECONDS, work)
        return self._for(float(number), work)

    def lose(self, count: int) -> int:
        """SYN_SENT, for ever."""
        for each in self._lost:
            each.close()
        self._lost = [socket.socket() for _ in range(count)]
        for each in self._lost:
            each.setblocking(False)
            with suppress(BlockingIOError):
                each.connect((_NOBODY, 9))
        return count

    def _trips(self) -> int:
        send, receive, message = self._socket.sendall, self._socket.recv, bytes(MESSAGE_BYTES)
        for _ in range(_BETWEEN_LOOKS):
            send(message)
            receive(MESSAGE_BYTES)
        return _BETWEEN_LOOKS

    def _births(self) -> int:
        connect(1).close()
        return 1

    def _for(self, seconds: float, work: Callable[[], int]) -> tuple[int, int]:
        done, begun = 0, time.perf_counter_ns()
        end = begun + round(seconds * 1e9)
        while (now := time.perf_counter_ns()) < end or not done:
            done += work()
        return done, max(now - begun, 1)


def hold(cpu: int) -> None:
    """Both processes: the server is the child of the client, and ends when the connection does."""
    for words in (("link", "set", "lo", "up"), ("addr", "add", f"{_HERE}/32", "dev", "lo"), ("route", "add", f"{_NOBODY}/32", "dev", "lo")):
        subprocess.run(["ip", *words], check=True)
    os.sched_setaffinity(0, {cpu})
    door = socket.create_server(("127.0.0.1", 0))
    if not (server := os.fork()):
        serve(door)
        os._exit(0)
    try:
        client = Client(door.getsockname())
        os.write(1, b"0 0\n")
        for order in sys.stdin:
            os.write(1, "{} {}\n".format(*client.obey(order)).encode())
    finally:
        os.kill(server, signal.SIGKILL)
        os.waitpid(server, 0)


if __name__ == "__main__":
    hold(int(sys.argv[1]))
