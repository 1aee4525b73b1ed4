"""Connections in several namespaces, held by a process of their own that lets them talk when it is told to: its CPU is not in ours.

python -m bench.busy CONNECTIONS NAME...       says `ready`, then `done` after each line that it reads; ends with standard input
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from types import TracebackType

from bench import many
from xtcp_ebpf.churn.traffic import Bundle, connect

QUIET_SECONDS = 0.05
"""After the last byte: the longest that an acknowledgement is put off (TCP_DELACK_MIN is 40 ms)."""
_END_SECONDS = 10.0
_TALK_SECONDS = 10.0


class Busy:
    """`with Busy(names, 50) as busy: busy.talk()`: so many connections in each of these namespaces."""

    def __init__(self, names: Sequence[str], connections: int) -> None:
        command = [sys.executable, "-m", "bench.busy", str(connections), *names]
        self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._expect(b"ready\n")

    def __enter__(self) -> Busy:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            self._child.communicate(timeout=_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()

    def talk(self) -> None:
        """Each connection says a byte and has an answer."""
        assert self._child.stdin
        self._child.stdin.write(b"talk\n")
        self._child.stdin.flush()
        self._expect(b"done\n")

    def _expect(self, line: bytes) -> None:
        assert self._child.stdout
        if self._child.stdout.readline() != line:
            raise SystemExit(f"bench: the process that lets namespaces talk has ended (exit {self._child.wait()}): its message is above")


def touch(names: Sequence[str]) -> None:
    """A listener comes and goes in each: a namespace that BPF has marked once stays in its map."""

    def run() -> None:
        for name in names:
            _enter(name)
            with socket.socket() as door:
                door.listen()

    many.in_thread(run)


def hold(connections: int, names: Sequence[str]) -> None:
    """What the child does."""
    bundles: list[Bundle] = []
    for name in names:
        _enter(name)
        subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
        bundles.append(connect(connections))
    pairs = [pair for bundle in bundles for pair in bundle.pairs]
    for end in (end for pair in pairs for end in pair):
        end.settimeout(_TALK_SECONDS)
    os.write(1, b"ready\n")
    for _ in sys.stdin:
        for client, server in pairs:
            _say(client, server)
            _say(server, client)
        os.write(1, b"done\n")
    for bundle in bundles:
        bundle.close()


def _say(one: socket.socket, other: socket.socket) -> None:
    one.sendall(b"!")
    other.recv(1)


def _enter(name: str) -> None:
    """This thread goes there, and stays."""
    descriptor = os.open(many.PLACE / name, os.O_RDONLY | os.O_CLOEXEC)
    try:
        many.enter(descriptor)
    finally:
        os.close(descriptor)


if __name__ == "__main__":
    hold(int(sys.argv[1]), sys.argv[2:])
