"""The daemon from end to end, to a file: both modes have the same rows, and namespaces that come and go are followed."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from vm.guest import paths  # noqa: F401  for the next line

from end_to_end.street import Street, by_namespace, cookies, environment, once, quiet_rows, records, ss_cookies  # isort: skip

PATIENCE_S: Final = 45.0
POLL_S: Final = 1.5
ROUNDS, SPACES, PAIRS = 2, 8, 3
HOLD: Final = f"""
import socket, sys
kept = []
for family, host in ((2, "127.0.0.1"), (10, "::1")):
    listener = socket.socket(family)
    listener.bind((host, 0))
    listener.listen()
    kept.append(listener)
    for _ in range({PAIRS}):
        near = socket.socket(family)
        near.connect(listener.getsockname()[:2])
        far, _ = listener.accept()
        near.send(b"x" * 50)
        far.recv(50)
        kept += [near, far]
print("ready", flush=True)
sys.stdin.read()
"""


def modes(lacks: frozenset[str]) -> str:
    """700 sockets and the zoo: plain mode, BPF by each source, and by look, have every socket once, with the same values."""
    street = Street()
    try:
        names = street.add(3)
        for name, kinds in zip(names, ({"v4": 200}, {"v6": 150}, {"zoo": 1}), strict=True):
            street.hold(name, **kinds)
        wanted = {name: ss_cookies(name) for name in names}
        ways = {"off": ("-bpf", "off", "-skip", "none"), "empty": ("-bpf", "off", "-skip", "empty")}
        ways["tracepoints"] = ("-bpf", "require", "-bpfSource", "tracepoints")
        if "walk" not in lacks:
            ways["walk"] = ("-bpf", "require", "-bpfSource", "walk")
        seen = {}
        with TemporaryDirectory() as folder:
            for way, flags in ways.items():
                rows = by_namespace(once(Path(folder, way), "-deserializers", "all", *flags))
                for name in names:
                    assert cookies(rows[name]) == wanted[name], f"{way}: {name} has other sockets than ss says"
                seen[way] = {name: quiet_rows(rows[name]) for name in names}
        for way, found in seen.items():
            for name in names:
                assert found[name] == seen["off"][name], f"{way}: {name} has other values than plain mode"
        return f"{sum(map(len, wanted.values()))} sockets alike in {', '.join(ways)}"
    finally:
        street.close()


class Followed:
    """A daemon that runs, and what it has written so far."""

    def __init__(self, folder: Path, *flags: str) -> None:
        self._out = folder / "rows"
        line = ("-dest", f"file:{self._out}", "-marshal", "protobufList", "-frequency", f"{POLL_S}s", "-timeout", f"{POLL_S - 0.1:.1f}s")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "xtcp_ebpf", *line, "-pollJitterPct", "0", *flags],
            env=environment(),
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
        )

    def rows(self) -> dict[str, dict[int, list[str]]]:
        """Name -> poll -> cookies of its sockets, sorted, as far as the file is whole."""
        try:
            found = records(self._out)
        except (AssertionError, FileNotFoundError):  # an envelope is being written
            return {}
        sorted_: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        for row in found:
            sorted_[row.netns][row.poll_number].append(f"{row.inet_diag_msg_socket_cookie:x}")
        return {name: {poll: sorted(each) for poll, each in polls.items()} for name, polls in sorted_.items()}

    def end(self) -> str:
        """What it said. Raises AssertionError when it did not end well."""
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=PATIENCE_S)
        assert self.process.returncode == 0, said
        assert " ERROR " not in said, said
        return str(said)


def churn(lacks: frozenset[str]) -> str:
    """Namespaces with sockets come and go under a running daemon: each is dumped whole and exactly, and none lives on because of us."""
    ways = [("-bpf", "off"), ("-bpf", "require", "-bpfSource", "tracepoints", "-skip", "idle")]
    if "walk" not in lacks:
        ways.append(("-bpf", "require", "-bpfSource", "walk", "-skip", "idle"))
    for flags in ways:
        with TemporaryDirectory() as folder:
            daemon = Followed(Path(folder), *flags)
            try:
                for number in range(ROUNDS):
                    _round(daemon, number)
            finally:
                if daemon.process.poll() is None:
                    daemon.end()
    return f"{ROUNDS * SPACES} namespaces came and went under each of {len(ways)} modes"


def _round(daemon: Followed, number: int) -> None:
    names = [f"churn-{number}-{space}" for space in range(SPACES)]
    for name in names:
        _ip(f"netns add {name}")
    holders = []
    try:
        for name in names:
            _ip(f"-n {name} link set lo up")
            line = ["ip", "netns", "exec", name, sys.executable, "-c", HOLD]
            holders.append(subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
        for holder in holders:
            assert holder.stdout
            assert holder.stdout.readline() == "ready\n"
        wanted = {name: ss_cookies(name) for name in names}
        assert {len(found) for found in wanted.values()} == {2 * (1 + 2 * PAIRS)}
        _until(lambda: all(wanted[name] in daemon.rows().get(name, {}).values() for name in names), "rows are not what ss says", daemon)
        for name, polls in daemon.rows().items():
            for poll, found in polls.items() if name in wanted else ():
                assert len(set(found)) == len(found), f"{name}, poll {poll}: a socket is there twice"
    finally:
        for holder in holders:
            holder.communicate(timeout=PATIENCE_S)
        inodes = {Path("/run/netns", name).stat().st_ino for name in names}
        for name in names:
            _ip(f"netns del {name}")
    _until(lambda: not inodes & _living(), "the daemon keeps a dead namespace", daemon)


def _living() -> set[int]:
    """Inodes of all namespaces that some descriptor or thread of the daemon's kind could hold."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            for link in (*(entry / "fd").glob("*"), entry / "ns/net"):
                try:
                    text = str(link.readlink())
                except OSError:
                    continue
                if text.startswith("net:["):
                    found.add(int(text[5:-1]))
    return found


def _ip(line: str) -> None:
    subprocess.run(["ip", *line.split()], check=True, capture_output=True, text=True)


def _until(holds: Callable[[], bool], what: str, daemon: Followed) -> None:
    until = time.monotonic() + PATIENCE_S
    while not holds():
        assert daemon.process.poll() is None, f"the daemon has ended: {daemon.process.communicate()}"
        assert time.monotonic() < until, what
        time.sleep(0.2)
