"""What a thousand bad requests a second cost the daemon, and what they take from a thread that is busy in it meanwhile.

    python -m bench.bad_requests [--seconds 2] [--rate 1000] [--only KIND]

The gRPC server stands in a process of its own with a thread that counts in Python as fast as it can: that stands for the collection, and
is a harder case, as most of the collection's work needs no interpreter. Kind by kind, this process sends; both say what they have done.

    python -m bench.bad_requests serve      the server: says its ports, then at each line its CPU, its count, the longest pause of the count
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple

from xtcp_ebpf.api import grpc_extra

grpc_extra.load()
import grpc  # noqa: E402  it reads its environment once, when it is loaded

CONFIG: Final = "/xtcp_config.v1.ConfigService/"
TICK: Final = 0.01
SLICE: Final = 0.25
NICE: Final = 19
"""Of the process that sends: on a real host it is elsewhere."""
STEP: Final = 200
"""What the busy thread counts between two looks at the clock."""
HUGE_BYTES: Final = (1 << 20) + 1
PREFACE: Final = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0"
HELLO: Final = b"\x16\x03\x01\x01\x00\x01\x00\x00\xfc\x03\x03"
"""The first bytes of a ClientHello of TLS; the rest never comes."""
HELD: Final = 300
"""Connections that a flood keeps."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Of the server, since its start."""

    cpu: float
    """Seconds, of all its threads but the one that counts."""
    count: int
    pause: float
    """The longest between two steps since the last sample, in seconds."""
    answered: int
    """Calls."""


class Totals(NamedTuple):
    """Of some slices of time."""

    seconds: float = 0.0
    cpu: float = 0.0
    count: int = 0
    pause: float = 0.0
    """The longest."""
    sent: int = 0

    def __add__(self, other: object) -> Totals:
        assert isinstance(other, Totals)
        both = (mine + its for mine, its in zip(self, other, strict=True))
        return Totals(*both)._replace(pause=max(self.pause, other.pause))


class Row(NamedTuple):
    """Of the table. `cpu` is in seconds a second, `lost` the part of the count, pauses are in seconds."""

    kind: str
    sent: float
    cpu: float
    lost: float
    quiet_pause: float
    pause: float
    answered: int


class Attacked:
    """The server's process."""

    def __init__(self, folder: str) -> None:
        command = [sys.executable, "-m", "bench.bad_requests", "serve", folder]
        self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.clear, self.tls = (int(word) for word in self._line().split())

    def sample(self) -> Sample:
        assert self._child.stdin
        self._child.stdin.write("\n")
        self._child.stdin.flush()
        return Sample(**json.loads(self._line()))

    def close(self) -> None:
        self._child.communicate(timeout=20)

    def _line(self) -> str:
        assert self._child.stdout
        line = self._child.stdout.readline()
        if not line:
            raise SystemExit(f"bench: the server has ended (exit {self._child.wait()}): its message is above")
        return line


def serve(folder: str) -> None:
    """What the child does, until its standard input ends."""
    from xtcp_ebpf.api.control import Control
    from xtcp_ebpf.api.grpc_server import Api
    from xtcp_ebpf.api.subscribers import Subscribers
    from xtcp_ebpf.clock import SystemClock
    from xtcp_ebpf.knobs import Knobs
    from xtcp_ebpf.tally import Tally

    class Nobody:
        """No bad request reaches a daemon."""

        def trigger(self) -> None: ...

    tally, clock = Tally(), SystemClock()
    knobs = replace(Knobs(), grpc_listen=("127.0.0.1:0",), grpc_token_file=f"{folder}/token")
    nobody: Control = Nobody()  # type: ignore[assignment]  # all that is asked of it
    subscribers = Subscribers(1 << 20, tally, clock)
    clear = Api(knobs, nobody, subscribers, tally, clock, written=True)
    knobs = replace(knobs, grpc_tls_cert=f"{folder}/cert", grpc_tls_key=f"{folder}/key")
    tls = Api(knobs, nobody, subscribers, tally, clock, written=True)
    count, pause, own = 0, 0.0, 0.0

    def work() -> None:
        nonlocal count, pause, own
        before = time.perf_counter()
        while True:
            for _ in range(STEP):
                count += 1
            now, own = time.perf_counter(), time.thread_time()
            pause, before = max(pause, now - before), now

    def ended() -> int:
        return sum(n for name, n in tally.read().items() if name.startswith("grpc_ended"))

    threading.Thread(target=work, daemon=True).start()
    os.write(1, f"{clear.addresses[0].port} {tls.addresses[0].port}\n".encode())
    for _ in sys.stdin:
        answer, pause = json.dumps({"cpu": time.process_time() - own, "count": count, "pause": pause, "answered": ended()}), 0.0
        os.write(1, f"{answer}\n".encode())
    clear.close(0.0)
    tls.close(0.0)


class Sender:
    """One kind of bad request."""

    def __init__(self, world: Attacked) -> None:
        self._world = world
        self._channel = grpc.insecure_channel(f"127.0.0.1:{world.clear}", [("grpc.max_send_message_length", -1)])
        self._held: list[socket.socket] = []
        self._under_way: list[Any] = []
        self._huge = bytes(HUGE_BYTES)

    def kinds(self) -> dict[str, Callable[[], None]]:
        return {
            "nothing": lambda: None,
            "wrong token": lambda: self._call(f"{CONFIG}TriggerPoll", token="wrong"),
            "no token": lambda: self._call(f"{CONFIG}Set"),
            "above the rate": lambda: self._call("/grpc.health.v1.Health/Check"),
            "no such method": lambda: self._call("/no.Such/Method"),
            "no message": lambda: self._call(f"{CONFIG}Get", b"\xff\xff"),
            "garbage": lambda: self._bytes(self._world.clear, b"\xff" * 100),
            "broken HTTP/2": lambda: self._bytes(self._world.clear, PREFACE + b"\xff" * 30),
            "garbage to TLS": lambda: self._bytes(self._world.tls, b"GET / HTTP/1.1\r\n\r\n"),
            "half a handshake": lambda: self._hold(self._world.tls, HELLO),
            "silent connections": lambda: self._hold(self._world.clear, b""),
            "too large": lambda: self._call(f"{CONFIG}Get", self._huge),
        }

    def finish(self) -> None:
        for call in self._under_way:
            with suppress(grpc.RpcError):
                call.result(timeout=10)
        self._under_way.clear()
        for sock in self._held:
            sock.close()
        self._held.clear()

    def close(self) -> None:
        self.finish()
        self._channel.close()

    def _call(self, path: str, request: bytes = b"", token: str = "") -> None:
        metadata = (("authorization", f"Bearer {token}"),) if token else ()
        if len(self._under_way) >= 50:
            with suppress(grpc.RpcError):
                self._under_way.pop(0).result(timeout=10)
        self._under_way.append(self._channel.unary_unary(path).future(request, timeout=10, metadata=metadata))

    def _bytes(self, port: int, said: bytes) -> None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 5) as sock:
            sock.sendall(said)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # no TIME_WAIT: they would be thousands

    def _hold(self, port: int, said: bytes) -> None:
        with suppress(OSError):
            sock = socket.create_connection(("127.0.0.1", port), 5)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self._held.append(sock)
            sock.sendall(said)
        if len(self._held) > HELD:
            self._held.pop(0).close()


def pace(send: Callable[[], None], seconds: float, rate: int) -> int:
    """How many were sent: so many a second, or as many as this process can."""
    begun, sent = time.perf_counter(), 0
    while (now := time.perf_counter() - begun) < seconds:
        while sent < now * rate and time.perf_counter() - begun < seconds:
            send()
            sent += 1
        time.sleep(TICK)
    return sent


def measure(folder: str, seconds: float, rate: int, only: str = "") -> Iterator[Row]:
    """Each kind in turn: a slice without, a slice with, and so on, as the machine has other things to do as well."""
    world = Attacked(folder)
    os.nice(NICE)
    sender = Sender(world)
    try:
        for kind, send in sender.kinds().items():
            if only not in kind:
                continue
            quiet = attacked = Totals()
            begun = world.sample().answered
            while attacked.seconds < seconds:
                quiet += _slice(world, lambda: None, rate)
                attacked += _slice(world, send, rate)
                sender.finish()
            cpu = attacked.cpu / attacked.seconds - quiet.cpu / quiet.seconds
            lost = 1 - attacked.count / attacked.seconds / (quiet.count / quiet.seconds)
            answered = world.sample().answered - begun
            yield Row(kind, attacked.sent / attacked.seconds, cpu, lost, quiet.pause, attacked.pause, answered)
    finally:
        sender.close()
        world.close()


def _slice(world: Attacked, send: Callable[[], None], rate: int) -> Totals:
    before, begun = world.sample(), time.perf_counter()
    sent = pace(send, SLICE, rate)
    after, took = world.sample(), time.perf_counter() - begun
    return Totals(took, after.cpu - before.cpu, after.count - before.count, after.pause, sent)


def papers(folder: Path) -> None:
    """A token, a certificate and its key, for an hour."""
    (folder / "token").write_text("right")
    (folder / "token").chmod(0o600)
    new = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "1",
        "-subj",
        "/CN=localhost",
    ]
    subprocess.run([*new, "-keyout", folder / "key", "-out", folder / "cert"], check=True, capture_output=True)


def main(words: list[str]) -> int:
    """The exit code."""
    if words[:1] == ["serve"]:
        serve(words[1])
        return 0
    parser = argparse.ArgumentParser(prog="python -m bench.bad_requests", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=2.0, help="for each kind (2)")
    parser.add_argument("--rate", type=int, default=1000, help="requests or connections a second (1000)")
    parser.add_argument("--only", default="", help="kinds that have this in their name (all)")
    asked = parser.parse_args(words)
    print(f"{'kind':<20} {'sent/s':>7} {'CPU':>7} {'us each':>8} {'lost':>7} {'pause ms':>9} {'quiet':>6} {'answered':>9}")
    with TemporaryDirectory() as folder:
        papers(Path(folder))
        for row in measure(folder, asked.seconds, asked.rate, asked.only):
            each = f"{max(row.cpu, 0) / row.sent * 1e6:.0f}" if row.kind != "nothing" else "-"
            pauses = f"{row.pause * 1000:>9.1f} {row.quiet_pause * 1000:>6.1f}"
            print(f"{row.kind:<20} {row.sent:>7.0f} {row.cpu:>7.1%} {each:>8} {row.lost:>7.1%} {pauses} {row.answered:>9}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
