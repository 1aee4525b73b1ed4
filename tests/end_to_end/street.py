"""The whole street for tests: the command as an operator runs it, real namespaces full of real sockets, and what `ss` says of them."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from xtcp_ebpf.knobs import TABLE
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.wire.framing import read_varint

COMMAND = (sys.executable, "-m", "xtcp_ebpf")
ONCE = ("-maxLoops", "1", "-pollJitterPct", "0", "-frequency", "30s", "-timeout", "20s")
PATIENCE = 30.0
BPF = os.environ.get("XTCP_TEST_BPF", "auto")
"""-bpf of all commands that do not say it: XTCP_TEST_BPF=off runs the same tests without BPF."""
HOLDER = Path(__file__).parent / "holder.py"
_numbers = itertools.count()

Records = list[XtcpFlatRecord]


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's without what the daemon would read, and with the sources of this project."""
    ours = {name for knob in TABLE for name in knob.env}
    top = str(Path(__file__).resolve().parents[2])
    return {name: value for name, value in os.environ.items() if name not in ours} | {"PYTHONPATH": top, "XTCP_BPF": BPF} | dict(more or {})


def run(*arguments: str, env: Mapping[str, str] | None = None, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Run the command to its end; `before` is what stands before it on the line (setpriv, say)."""
    return subprocess.run(
        [*before, *COMMAND, *arguments],
        env=environment(env),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def run_raw(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """The same, with its output as bytes."""
    line = [*COMMAND, *arguments]
    return subprocess.run(line, env=environment(), capture_output=True, timeout=PATIENCE, check=False, stdin=subprocess.DEVNULL)


@contextlib.contextmanager
def running(*arguments: str, stdout: int = subprocess.PIPE, env: Mapping[str, str] | None = None) -> Iterator[subprocess.Popen[str]]:
    """The command in the background, ended when the test is."""
    process = subprocess.Popen(
        [*COMMAND, *arguments], env=environment(env), stdout=stdout, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=PATIENCE)


def envelopes(data: bytes) -> list[Records]:
    """A stream of protobufList."""
    found, at = [], 0
    while at < len(data):
        size, at = read_varint(data, at)
        assert at + size <= len(data), "an envelope is cut off"
        found.append(list(Envelope.FromString(data[at : at + size]).row))
        at += size
    return found


def records(path: Path) -> Records:
    """All rows of a file of protobufList."""
    return [row for envelope in envelopes(path.read_bytes()) for row in envelope]


def once(path: Path, *arguments: str) -> Records:
    """The rows of one poll; whatever was logged beside the usual is a failure."""
    done = run("-dest", f"file:{path}", "-marshal", "protobufList", *ONCE, *arguments)
    assert done.returncode == 0, done.stderr
    assert not [line for line in done.stderr.splitlines() if " ERROR " in line], done.stderr
    return records(path)


def by_namespace(rows: Records) -> dict[str, Records]:
    """Name -> rows."""
    found = defaultdict(list)
    for row in rows:
        found[row.netns].append(row)
    return found


def cookies(rows: Records) -> list[str]:
    """As ss writes them, sorted; duplicates stay."""
    return sorted(f"{row.inet_diag_msg_socket_cookie:x}" for row in rows)


def ss(namespace: str, *flags: str) -> str:
    """What ss prints of every TCP socket there, one line a socket."""
    line = ["ip", "netns", "exec", namespace, "ss", "-tanHOe", *flags]
    return subprocess.run(line, capture_output=True, text=True, timeout=PATIENCE, check=True).stdout


def ss_cookies(namespace: str) -> list[str]:
    """Sorted."""
    return sorted(word[3:] for word in ss(namespace).split() if word.startswith("sk:"))


def quiet(row: XtcpFlatRecord) -> bytes:
    """The row without what differs between two dumps of a socket that nobody touches: whose dump it was, and clocks that run."""
    copy = XtcpFlatRecord.FromString(row.SerializeToString())
    for name in (
        *("timestamp_ns", "record_counter", "socket_fd", "netlinker_id", "poll_number", "inet_diag_msg_expires"),
        *("tcp_info_last_data_sent", "tcp_info_last_data_recv", "tcp_info_last_ack_recv", "tcp_info_last_ack_sent"),
    ):
        copy.ClearField(name)  # type: ignore[arg-type]  # a name from the list above
    return copy.SerializeToString(deterministic=True)


def quiet_rows(rows: Records) -> Counter[bytes]:
    """A dump that can be compared with another; sockets whose retransmission timers run are left out."""
    return Counter(quiet(row) for row in rows if row.inet_diag_msg_state not in (2, 3))


class Street:
    """Namespaces with a prefix of this process, and the processes that hold sockets in them."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._holders: list[subprocess.Popen[str]] = []

    def add(self, count: int = 1) -> list[str]:
        """So many namespaces with loopback up."""
        made = [f"xt-{os.getpid()}-{next(_numbers)}" for _ in range(count)]
        self._ip("".join(f"netns add {name}\n" for name in made))
        self.names += made
        return made

    def ip(self, name: str, *lines: str) -> None:
        """`ip -n name` with each of these."""
        batch = "".join(f"{line}\n" for line in lines)
        subprocess.run(["ip", "-n", name, "-batch", "-"], input=batch, text=True, check=True, capture_output=True)

    def hold(self, name: str, **kinds: int) -> subprocess.Popen[str]:
        """A process with sockets there (holder.py), when it has them all."""
        self.ip(name, "link set lo up", "addr add 192.0.2.2/32 dev lo", "route add 192.0.2.77/32 dev lo")
        line = ["ip", "netns", "exec", name, sys.executable, str(HOLDER), json.dumps(kinds)]
        holder = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._holders.append(holder)
        assert holder.stdout
        assert holder.stdout.readline() == "ready\n"
        if "zoo" in kinds:
            self._settle(name)
        return holder

    def _settle(self, name: str) -> None:
        """Wait for acknowledgements that are on their way: a timer runs at the sender until they come."""
        deadline = time.monotonic() + PATIENCE
        while "timer:(on" in ss(name, "state", "connected", "exclude", "syn-sent", "exclude", "syn-recv"):
            assert time.monotonic() < deadline
            time.sleep(0.01)

    def remove(self, name: str) -> None:
        """`ip netns del`."""
        self.names.remove(name)
        self._ip(f"netns del {name}\n")

    def close(self) -> None:
        """End the holders, remove the namespaces."""
        for holder in self._holders:
            holder.communicate(timeout=PATIENCE)
        self._ip("".join(f"netns del {name}\n" for name in self.names))
        self.names.clear()

    def _ip(self, batch: str) -> None:
        if batch:
            subprocess.run(["ip", "-batch", "-"], input=batch, text=True, check=True, capture_output=True)
