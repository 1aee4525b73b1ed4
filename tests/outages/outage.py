"""One outage: the daemon writes to a file, which is the truth, and to a server that is killed for a while; both are read and compared."""

from __future__ import annotations

import io
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq
from conformance.peers import Peer, frames

from xtcp_ebpf.knobs import TABLE, Knobs
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope
from xtcp_ebpf.values import shown

PAIRS = 300
FREQUENCY = 1.0
"""Seconds. Longer than a settled moment: nothing may be under way when a server is killed that confirms nothing."""
LITTLE = 3_000_000
"""-queueBytes with a spool: an outage of seconds does not fit into it."""
CALM_SECONDS = 0.3
PATIENCE_SECONDS = 60.0

Row = tuple[int, int, int]
"""timestamp_ns, netns_inode, socket cookie: no two rows of a run have the same."""


class Outcome(NamedTuple):
    """What came of it."""

    made: int
    lost: int
    twice: int
    gap: float
    """The longest time between two polls, seconds."""
    code: int
    said: str
    """The daemon's log."""

    @property
    def good(self) -> bool:
        return not self.lost and self.made > 8 * PAIRS and self.gap < 2 * FREQUENCY and self.code == 0 and "Traceback" not in self.said


def options(knobs: Knobs) -> str:
    """What stands in front of the destination so that its knobs are these."""
    usual = Knobs()
    differing = [knob for knob in TABLE if knob.each and getattr(knobs, knob.attribute) != getattr(usual, knob.attribute)]
    return "".join(f"{knob.flag}={shown(knob, getattr(knobs, knob.attribute))}," for knob in differing)


def rows(stream: bytes) -> Iterator[Row]:
    """Those of whole frames, or of a Parquet file."""
    if stream.startswith(b"PAR1"):
        columns = ["timestamp_ns", "netns_inode", "inet_diag_msg_socket_cookie"]
        read = pq.ParquetFile(io.BytesIO(stream)).read(columns)
        yield from zip(*(read[name].to_pylist() for name in columns), strict=True)
        return
    for body in frames(stream)[0]:
        for row in Envelope.FromString(body).row:
            yield row.timestamp_ns, row.netns_inode, row.inet_diag_msg_socket_cookie


def received(peer: Peer) -> Counter[Row]:
    """All that it has."""
    return Counter(row for stream in peer.streams() for row in rows(stream))


@contextmanager
def pairs(count: int) -> Iterator[None]:
    """So many connections on loopback, so that there is something to tell."""
    with ExitStack() as held:
        server = held.enter_context(socket.create_server(("127.0.0.1", 0), backlog=count))
        for _ in range(count):
            held.enter_context(socket.create_connection(server.getsockname()))
            held.enter_context(server.accept()[0])
        yield


def settle(peer: Peer) -> None:
    """Until nothing more has come for a moment: then no byte of a payload is under way, and no protocol can lose it."""
    seen, since = -1, time.monotonic()
    while time.monotonic() - since < CALM_SECONDS:
        time.sleep(0.05)
        size = sum(map(len, peer.streams()))
        if size != seen:
            seen, since = size, time.monotonic()


def run(peer: Peer, seconds: float, spool: bool, folder: Path) -> Outcome:
    """The whole of it. The peer listens in the end."""
    truth = folder / "truth"
    dest = options(peer.knobs) + peer.dest
    command = [sys.executable, "-m", "xtcp_ebpf", "-dest", f"file:{truth}", "-dest", dest, "-marshal", "protobufList", "-bpf", "off"]
    command += ["-skip", "none", "-frequency", f"{FREQUENCY}s", "-timeout", "900ms", "-pollJitterPct", "0", "-drainTimeout", "30s"]
    command += ["-spoolDir", str(folder / "spool"), "-queueBytes", str(LITTLE), "-envelopeFlushBytes", "100000"] if spool else []
    peer.listen()
    with (
        pairs(PAIRS),
        (folder / "log").open("wb+") as log,
        subprocess.Popen(command, stderr=log, stdout=subprocess.DEVNULL, env={**os.environ, "DEST": ""}) as daemon,
    ):
        try:
            _wait(daemon, 2.5)
            settle(peer)
            peer.shut()
            _wait(daemon, seconds)
            peer.listen()
            _wait(daemon, 4)
            asked = time.time()
            daemon.send_signal(signal.SIGTERM)
            code = daemon.wait(PATIENCE_SECONDS)
        finally:
            daemon.kill()
        log.seek(0)
        said = log.read().decode()
    made = Counter(rows(truth.read_bytes()))
    end = time.monotonic() + PATIENCE_SECONDS
    while (made - (got := received(peer))) and time.monotonic() < end:
        time.sleep(0.2)
        if code == 0 and time.monotonic() > end - PATIENCE_SECONDS + 5:
            break
    polls = sorted({stamp for stamp, _, _ in made})
    gaps = [later - earlier for earlier, later in zip(polls, [*polls[1:], int(asked * 1e9)], strict=True)]
    return Outcome(made.total(), (made - got).total(), (got - made).total(), max(gaps) / 1e9, code, said)


def _wait(daemon: subprocess.Popen[bytes], seconds: float) -> None:
    try:
        code = daemon.wait(seconds)
    except subprocess.TimeoutExpired:
        return
    raise AssertionError(f"the daemon ended with {code}")
