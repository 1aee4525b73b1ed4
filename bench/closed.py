"""What -closed hears, held against what really happened, and what it costs.

    python -m bench.closed [--connections 10000] [--rate 500] [--milliseconds 5] [--exact] [--json]     as root, in a room of its own

Connections of some milliseconds between two polls, a fifth of them cut off with RST, half of these by each side. Every end is known by its
socket's cookie: it must have one record, with the bytes that it sent and received.
"""

from __future__ import annotations

import argparse
import json
import socket
import struct
import subprocess
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench import many, room
from bench.table import Row, Section
from bench.watched import Watched
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import RECORD_KIND_CLOSED, Envelope, XtcpFlatRecord
from xtcp_ebpf.wire.framing import read_varint

SPACE = "ends"
FLAGS = ("-closed", "-frequency", "1000s", "-timeout", "5s", "-promListen", "", "-grpcListen", "")
START_SECONDS, END_SECONDS = 20.0, 20.0
SETTLE_SECONDS = 1.5
TOLD_SECONDS = 0.3
"""Within which the kernel has told of all."""
BURST = 4000
SO_COOKIE = 57


class End(NamedTuple):
    """What one end of a connection has done."""

    sent: int
    received: int


class Verdict(NamedTuple):
    """The records of a run, held against its ends."""

    right: int
    wrong: int
    missing: int
    twice: int


def cut(sock: socket.socket) -> None:
    """Close it with a RST."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()


def cookie(sock: socket.socket) -> int:
    """The socket's number."""
    return int.from_bytes(sock.getsockopt(socket.SOL_SOCKET, SO_COOKIE, 8), sys.byteorder)


def connect(door: socket.socket, number: int, ends: dict[int, End]) -> tuple[socket.socket, socket.socket]:
    """A connection on which both sides have sent something that the other has read."""
    near = socket.create_connection(door.getsockname())
    far = door.accept()[0]
    there, back = number % 1000 + 1, number % 77
    near.sendall(bytes(there))
    far.recv(there, socket.MSG_WAITALL)
    if back:
        far.sendall(bytes(back))
        near.recv(back, socket.MSG_WAITALL)
    ends[cookie(near)], ends[cookie(far)] = End(there, back), End(back, there)
    return near, far


def close(pair: tuple[socket.socket, socket.socket], number: int) -> None:
    """Every tenth is cut off by the one side, every tenth by the other."""
    first, second = pair if number % 10 != 1 else pair[::-1]
    if number % 10 < 2:
        cut(first)
    else:
        first.close()
    second.close()


def traffic(count: int, rate: int, seconds: float) -> dict[int, End]:
    """So many connections, `rate` a second (0: one after the other), each open for so long; their ends by cookie."""
    ends: dict[int, End] = {}
    open_ones: deque[tuple[float, int, tuple[socket.socket, socket.socket]]] = deque()
    with socket.create_server(("127.0.0.1", 0), backlog=128) as door:
        start = time.monotonic()
        for number in range(count):
            due = start + number / rate if rate else 0.0
            while (now := time.monotonic()) < due or (open_ones and open_ones[0][0] <= now):
                if open_ones and open_ones[0][0] <= now:
                    _, which, pair = open_ones.popleft()
                    close(pair, which)
                else:
                    time.sleep(min(due, open_ones[0][0] if open_ones else due) - now)
            pair = connect(door, number, ends)
            if rate:
                open_ones.append((time.monotonic() + seconds, number, pair))
            else:
                close(pair, number)
        for ends_at, which, pair in open_ones:
            time.sleep(max(0.0, ends_at - time.monotonic()))  # each lives as long as the others did
            close(pair, which)
    return ends


def judge(rows: list[XtcpFlatRecord], ends: dict[int, End]) -> Verdict:
    """Each end has one record that is right. A FIN that was received in time counts as a byte: so the kernel does it."""
    times = Counter(row.inet_diag_msg_socket_cookie for row in rows)
    right = 0
    for row in rows:
        end = ends.get(row.inet_diag_msg_socket_cookie)
        right += bool(
            end
            and row.tcp_info_bytes_sent == end.sent
            and row.tcp_info_bytes_received - end.received in (0, 1)
            and row.inet_diag_msg_socket_destination_port
        )
    missing = sum(number not in times for number in ends)
    return Verdict(right, len(rows) - right, missing, sum(count > 1 for count in times.values()))


def rows_in(path: Path) -> list[XtcpFlatRecord]:
    """Closed connections of the namespace, from a file of protobufList."""
    data, at, found = path.read_bytes(), 0, []
    while at < len(data):
        size, at = read_varint(data, at)
        envelope = Envelope.FromString(data[at : at + size])
        found += [row for row in envelope.row if row.record_kind == RECORD_KIND_CLOSED and row.netns == SPACE]
        at += size
    return found


@contextmanager
def hearing(*flags: str) -> Iterator[Watched]:
    """A daemon that has found the namespace."""
    with Watched(*FLAGS, *flags) as daemon:
        end = time.monotonic() + START_SECONDS
        while not daemon.said().polls or "nsid" not in listed():
            if time.monotonic() > end or not daemon.running:
                raise SystemExit(f"bench: the daemon does not hear of {SPACE}: {daemon.tail()}")
            time.sleep(0.05)
        yield daemon


def listed() -> str:
    """Ids that there are in the room."""
    return subprocess.run(["ip", "netns", "list-id"], capture_output=True, text=True, check=True).stdout


def cpu(daemon: Watched) -> float:
    """Seconds of the daemon so far, all threads, the kernel's part included."""
    tasks = Path(f"/proc/{daemon.process.pid}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9


def exact(count: int, rate: int, seconds: float, bpf: str) -> Row:
    """Records held against ends."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rows")
        with hearing("-bpf", bpf, "-dest", f"file:{path}", "-marshal", "protobufList") as daemon:
            ends = many.inside(SPACE, lambda: traffic(count, rate, seconds))
            time.sleep(TOLD_SECONDS)  # nothing says that the last message has come
            daemon.stop()
            verdict = judge(rows_in(path), ends)
    return (f"-bpf {bpf}", len(ends), *verdict)


def cost(bpf: str, count: int, rate: int, seconds: float) -> Row:
    """CPU of the whole daemon for each record, at no destination. With BPF it also finds what namespaces the host makes meanwhile."""
    name = f"{f'{rate} a second' if rate else 'one after another'}, -bpf {bpf}"
    with hearing("-bpf", bpf, "-dest", "null", "-marshal", "protobufList") as daemon:
        time.sleep(SETTLE_SECONDS)
        before = cpu(daemon)
        time.sleep(1.0)  # of rest: what it takes with nothing to hear
        idle = cpu(daemon) - before
        begun, before = time.monotonic(), cpu(daemon)
        ends = many.inside(SPACE, lambda: traffic(count, rate, seconds))
        time.sleep(SETTLE_SECONDS)
        used, took = cpu(daemon) - before, time.monotonic() - begun
    return name, len(ends), used / len(ends) * 1e6, max(0.0, used - idle * took) / len(ends) * 1e6, idle * 1e3


def host(count: int) -> list[Row]:
    """What a connection takes from connect() to close(), with nobody hearing and with the daemon."""

    def each() -> float:
        begun = time.monotonic()
        traffic(count, 0, 0.0)
        return (time.monotonic() - begun) / count * 1e6

    def least() -> float:
        return min(many.inside(SPACE, each) for _ in range(3))

    found: list[Row] = [("nobody hears", least())]
    with hearing("-bpf", "off", "-dest", "null", "-marshal", "protobufList"):
        found.append(("-closed", least()))
    return found


def measure(options: argparse.Namespace) -> list[Section]:
    """All of it."""
    count, rate, seconds = options.connections, options.rate, options.milliseconds / 1e3
    title = f"-closed: {count} connections of {options.milliseconds} ms, {rate} a second, a fifth of them cut off (RST); ends of both sides"
    found = [exact(count, rate, seconds, "auto"), exact(min(count, 1000), rate, seconds, "off")]
    sections = [Section("closed", title, ("ends", "right", "wrong", "missing", "twice"), found)]
    if options.exact:
        return sections
    paced, crowd = (min(count, rate * 4), rate, seconds), (min(count, BURST), 0, 0.0)
    costs = [cost(bpf, *how) for bpf in ("off", "auto") for how in (paced, crowd)]
    columns = ("ends", "us each", "us, idle off", "idle ms/s")
    sections.append(Section("closed_cost", "-closed: CPU of the whole daemon for each record", columns, costs))
    rows = host(min(count, 2000))
    sections.append(Section("closed_host", "-closed: a connection from connect() to close(), 2 cores, best of 3", ("us",), rows))
    return sections


def main(words: list[str]) -> int:
    """Exit code 1 when any end has no record, a wrong one or two (with BPF)."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.closed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--connections", type=int, default=10000)
    parser.add_argument("--rate", type=int, default=500)
    parser.add_argument("--milliseconds", type=float, default=5.0)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--exact", action="store_true", help="only whether the records are right, not what they cost")
    options = parser.parse_args(words)
    if not room.inside():
        return room.run("bench.closed", words)
    room.furnish()
    many.place()
    many.Many(print).make(SPACE)
    subprocess.run(["ip", "-n", SPACE, "link", "set", "lo", "up"], check=True)
    sections = measure(options)
    print(json.dumps({one.key: one.plain() for one in sections}) if options.json else "\n\n".join(one.text() for one in sections))
    ends, right, wrong, missing, twice = sections[0].rows[0][1:]
    return int(bool(wrong or missing or twice or ends != right))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
