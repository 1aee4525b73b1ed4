"""A real server as a child process: on loopback ports of its own, started, stopped, killed, frozen, started again where it was.

    with Valkey(tmp_path / "valkey") as server:
        server.kill()      # kill -9
        server.start()     # the same port, the same data

A server dies with the test process that started it, however that ends (PR_SET_PDEATHSIG).
"""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

HOST = "127.0.0.1"
TICK = 0.02
PATIENCE = 60.0
"""Seconds for a server to answer or to go: a JVM on a busy machine takes its time."""
LAST_LINES = 30

_given: set[int] = set()
_starter = ThreadPoolExecutor(1, "servers")
"""The kernel ends a server with the *thread* that started it: so that is one which stays."""


class NotRunning(RuntimeError):
    """A server ended, or never answered. Its last words are in the message."""


def free_port() -> int:
    """A loopback port that nobody has, below those that the kernel gives to clients.

    One of theirs could be taken while a killed server is away, even by a client that connects to itself.
    """
    highest = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    while True:
        port = random.randrange(10240, max(highest, 20000))
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if port not in _given and probe.connect_ex((HOST, port)):
                try:
                    probe.bind((HOST, port))
                except OSError:
                    continue
                _given.add(port)
                return port


def listening(port: int) -> bool:
    """Somebody accepts connections there."""
    try:
        socket.create_connection((HOST, port), 1).close()
    except OSError:
        return False
    return True


def until(condition: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Waits for a real event. Raises TimeoutError."""
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {patience:.0f} s in vain: {what}")
        time.sleep(TICK)


class Server:
    """What all servers have in common. `folder` is made and holds data, settings and log; it is the caller's to remove."""

    def __init__(self, folder: Path) -> None:
        self.name = type(self).__name__
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self._log = self.folder / "log"
        self._child: subprocess.Popen[bytes] | None = None

    def command(self) -> list[str]:
        """What to run. Asked at each start."""
        raise NotImplementedError

    def environment(self) -> dict[str, str] | None:
        """Of the child; None: ours."""
        return None

    def answers(self) -> bool:
        """It is ready. Called until it is so, or PATIENCE is over; an OSError is a no."""
        return listening(self.port)

    @property
    def address(self) -> str:
        """HOST:PORT."""
        return f"{HOST}:{self.port}"

    @property
    def pid(self) -> int:
        """Raises NotRunning."""
        if self._child is None or self._child.poll() is not None:
            raise NotRunning(f"{self.name} does not run")
        return self._child.pid

    @property
    def running(self) -> bool:
        """It was started and has not ended."""
        return self._child is not None and self._child.poll() is None

    def start(self) -> None:
        """Starts it, where it was and with the data that it had, and waits until it answers. Raises NotRunning."""
        assert not self.running, f"{self.name} runs already"
        _starter.submit(self._spawn).result()
        end = time.monotonic() + PATIENCE
        while not self._ready():
            assert self._child is not None
            if (code := self._child.poll()) is not None:
                raise NotRunning(f"{self.name} ended with {code} before it answered on {self.address}:\n{self.last_words()}")
            if time.monotonic() > end:
                self.kill()
                raise NotRunning(f"{self.name} did not answer on {self.address} in {PATIENCE:.0f} s:\n{self.last_words()}")
            time.sleep(TICK)

    def _spawn(self) -> None:
        # setpriv, not preexec_fn: that is not safe beside threads, and newer Pythons warn of it.
        command = ["setpriv", "--pdeathsig", "KILL", "--", *self.command()]
        with self._log.open("ab") as log:
            self._child = subprocess.Popen(
                command, cwd=self.folder, env=self.environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )

    def _ready(self) -> bool:
        try:
            return self.answers()
        except OSError:
            return False

    def stop(self) -> None:
        """Asks it to end (SIGTERM) and waits; one that does not is killed. Nothing happens to one that is not there."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """kill -9: what it had not written is gone."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self._child is None:
            return
        if self.running:
            self._child.send_signal(how)
            self._child.send_signal(signal.SIGCONT)  # a frozen one takes no other signal
        try:
            self._child.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        self._child = None

    def restart(self) -> None:
        """kill -9 and start."""
        self.kill()
        self.start()

    def freeze(self) -> None:
        """It stays connected and takes nothing (SIGSTOP)."""
        os.kill(self.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on where it was."""
        os.kill(self.pid, signal.SIGCONT)

    def log(self) -> str:
        """All that it said, over all its starts."""
        return self._log.read_text(errors="replace") if self._log.exists() else ""

    def last_words(self) -> str:
        """The end of that."""
        return "\n".join(self.log().splitlines()[-LAST_LINES:])

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()
