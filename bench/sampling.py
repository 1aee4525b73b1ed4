"""What `ss` says inside one namespace, held against the rows of the daemon's next poll."""

from __future__ import annotations

import ipaddress
import random
import re
import subprocess
from collections.abc import Sequence

from bench.judge import Judge, Life, Sock
from bench.many import PLACE

_STATES = {"ESTAB": 1, "LISTEN": 10}
"""What neither side of a connection is about to leave."""
_COOKIE = re.compile(r" sk:([0-9a-f]+)")
_TIMEOUT_SECONDS = 10.0


def ask(name: str) -> set[Sock]:
    """Established and listening sockets of the namespace of that name."""
    command = ["nsenter", f"--net={PLACE / name}", "ss", "-tanHe"]
    return parse(subprocess.run(command, check=True, capture_output=True, text=True, timeout=_TIMEOUT_SECONDS).stdout)


def parse(text: str) -> set[Sock]:
    """Lines of `ss -tanHe`. Raises ValueError for one that is none."""
    found = set()
    for line in text.splitlines():
        words = line.split()
        if (state := _STATES.get(words[0])) is None:
            continue
        cookie = _COOKIE.search(line)
        if cookie is None or len(words) < 5:
            raise ValueError(f"not a line of ss -tanHe: {line!r}")
        found.add((int(cookie[1], 16), state, *_end(words[3]), *_end(words[4])))
    return found


def _end(text: str) -> tuple[bytes, int]:
    host, _, port = text.rpartition(":")
    host = host.strip("[]").partition("%")[0]
    return ipaddress.ip_address("::" if host == "*" else host).packed, 0 if port == "*" else int(port)


class Sampling:
    """One namespace after the other, each asked before and after a dump of it: what comes or goes meanwhile may be in the rows or not."""

    def __init__(self, judge: Judge, seed: int) -> None:
        self.asked = 0
        """Comparisons made."""
        self.sockets = 0
        """Sockets compared."""
        self.differences: list[str] = []
        """Of each comparison that failed."""
        self._judge = judge
        self._random = random.Random(seed)
        self._life: Life | None = None
        self._before: set[Sock] = set()

    @property
    def name(self) -> str:
        """The namespace that must not die now; empty: none."""
        return self._life.name if self._life else ""

    def begin(self, candidates: Sequence[Life], now: float) -> None:
        """Ask one of them, unless a comparison is under way."""
        if self._life or not candidates:
            return
        life = self._random.choice(candidates)
        before = ask(life.name)
        self._life, self._before = life, before
        self._judge.want(life.cookie, now)

    def end(self) -> None:
        """Compare, when the dump has come."""
        if self._life is None or (dump := self._judge.wanted(self._life.cookie)) is None:
            return
        after = ask(self._life.name)
        rows = {sock for sock in dump.sockets.values() if sock[1] in _STATES.values()}
        if difference := compare(self._before, rows, after):
            self.differences.append(f"{self._life.name}: {difference}")
        self.asked += 1
        self.sockets += len(rows)
        self._life = None


def compare(before: set[Sock], rows: set[Sock], after: set[Sock]) -> str:
    """Empty: they agree."""
    missing, strange = (before & after) - rows, rows - (before | after)
    words = [f"{len(socks)} {what}, one is {_text(min(socks))}" for socks, what in ((missing, "missing"), (strange, "not in ss")) if socks]
    return "; ".join(words)


def _text(sock: Sock) -> str:
    _, state, source, port, destination, other = sock
    return f"{ipaddress.ip_address(source)} {port} -> {ipaddress.ip_address(destination)} {other} in state {state}"
