"""Real sockets of a real namespace, dumped by real polls: what a scrape says is what `ss` says."""

from __future__ import annotations

import socket
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from doors import Rows, reading
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.activity.always import Always
from xtcp_ebpf.assist import Assist
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collector.pool import Pool
from xtcp_ebpf.kernel.discovery.search import Discovery
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.poller import Poller
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.tcp_stats.families import TcpCollector
from xtcp_ebpf.tcp_stats.pictures import draw

pytestmark = pytest.mark.kernel

PATIENCE = 10.0
NOBODY = "192.0.2.1"
"""No machine has this address (RFC 5737)."""
OF_SS = {
    "ESTAB": "ESTABLISHED",
    "SYN-SENT": "SYN_SENT",
    "SYN-RECV": "SYN_RECV",
    "FIN-WAIT-1": "FIN_WAIT1",
    "FIN-WAIT-2": "FIN_WAIT2",
    "TIME-WAIT": "TIME_WAIT",
    "UNCONN": "CLOSE",
    "CLOSE-WAIT": "CLOSE_WAIT",
    "LAST-ACK": "LAST_ACK",
    "LISTEN": "LISTEN",
    "CLOSING": "CLOSING",
}


class Live:
    """Polls of this host, whose rows pass through pictures."""

    def __init__(self, spaces: Spaces) -> None:
        self.tally, self.rows, clock = Tally(), Rows(), SystemClock()
        self._discovery = Discovery(directories=[str(spaces.directory)], tally=self.tally)
        self._pool = Pool(2, reading(self.tally, clock), Gate, clock, self.tally)
        knobs = replace(Knobs(), frequency=1.0, timeout=5.0, netlinkers=2, skip="none")
        self._poller = Poller(knobs, self._discovery, self._pool, Assist(Always, self.tally), clock, self.tally)
        self.pictures = draw(self.tally)
        self._collector = TcpCollector(self.pictures.read, 1000)

    def scrape(self) -> dict[tuple[str, tuple[str, ...]], float]:
        """Of a poll made for it: metric and values of its labels, their names in order."""
        self.pictures.ended(self._poller.poll(1, self.pictures.before(self.rows)))
        samples = [sample for family in self._collector.collect() for sample in family.samples]
        return {(s.name, tuple(s.labels[name] for name in sorted(s.labels))): s.value for s in samples}

    def close(self) -> None:
        self._pool.close()
        self._discovery.close()


@pytest.fixture
def live(spaces: Spaces) -> Iterator[Live]:
    made = Live(spaces)
    yield made
    made.close()


def states(found: dict[tuple[str, tuple[str, ...]], float], name: str) -> dict[str, int]:
    """By the kernel's words, of one namespace, those without sockets left out."""
    return {words[1]: int(n) for (metric, words), n in found.items() if metric == "xtcp_tcp_sockets" and words[0] == name and n}


def ss(namespace: Namespace, *flags: str) -> list[str]:
    """A line for each socket there."""
    line = ["nsenter", f"--net={namespace.path}", "ss", "-tanHO", *flags]
    return subprocess.run(line, capture_output=True, text=True, timeout=PATIENCE, check=True).stdout.splitlines()


def ss_states(namespace: Namespace) -> dict[str, int]:
    """As states() has them."""
    return Counter(OF_SS[line.split()[0]] for line in ss(namespace))


def until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, "it does not come about"
        time.sleep(0.02)


def furnish(spaces: Spaces, namespace: Namespace) -> None:
    """Listeners, connections of both families, and ends of them in several states."""
    spaces.loopback(namespace)

    def run() -> None:
        for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
            door = socket.socket(family)
            door.bind((host, 0))
            door.listen(64)
            spaces.keep(door)
            for number in range(12):
                near, far = socket.socket(family), None
                near.connect(door.getsockname())
                far, _ = door.accept()
                near.sendall(b"x" * 2000)
                if number < 3:  # TIME_WAIT: both ends have closed
                    near.close()
                    assert far.recv(4000)
                    far.close()
                elif number < 5:  # FIN_WAIT2 and CLOSE_WAIT
                    near.shutdown(socket.SHUT_WR)
                for end in (near, far):
                    spaces.keep(end)

    spaces.inside(namespace, run)


def test_states_are_those_of_ss(spaces: Spaces, live: Live) -> None:
    """Of two namespaces at once, each its own; and as many are in a histogram as are established."""
    full, plain = spaces.make("tcp-stats-full"), spaces.make("tcp-stats-plain")
    furnish(spaces, full)
    spaces.listen(plain, 3)
    until(lambda: set(ss_states(full)) == {"LISTEN", "ESTABLISHED", "TIME_WAIT", "FIN_WAIT2", "CLOSE_WAIT"})
    truth = ss_states(full)
    found = live.scrape()
    assert states(found, full.name) == truth == ss_states(full)
    assert states(found, plain.name) == {"LISTEN": 3}
    assert found["xtcp_tcp_rtt_seconds_gcount", (full.name,)] == truth["ESTABLISHED"]
    assert found["xtcp_tcp_rtt_seconds_bucket", ("3.0", full.name)] == truth["ESTABLISHED"]
    assert 0 < found["xtcp_tcp_rtt_seconds_gsum", (full.name,)] < 3.0 * truth["ESTABLISHED"]
    assert found["xtcp_tcp_rtt_seconds_gcount", (plain.name,)] == 0
    assert len(live.rows.records) == live.rows.counted, "all rows went on"
    assert not [name for name in live.tally.read() if name.startswith("tcp_")]
    spaces.remove_all()
    assert not {full.name, plain.name} & {word for _, words in live.scrape() for word in words}


def test_losses_are_those_of_ss(spaces: Spaces, live: Live) -> None:
    """A connection that nobody answers has timed out and retransmitted; when it is closed, its segments are gone from the sum."""
    namespace = spaces.make("tcp-stats-lossy")
    spaces.loopback(namespace)
    subprocess.run(["nsenter", f"--net={namespace.path}", "ip", "route", "add", f"{NOBODY}/32", "dev", "lo"], check=True)
    unanswered: list[socket.socket] = []

    def knock() -> None:
        for _ in range(3):
            sock = socket.socket()
            sock.setblocking(False)
            sock.connect_ex((NOBODY, 9))
            spaces.keep(sock)
            unanswered.append(sock)

    spaces.inside(namespace, knock)
    found = live.scrape()
    assert states(found, namespace.name) == {"SYN_SENT": 3}
    assert found["xtcp_tcp_retransmitted_segments", (namespace.name,)] == 0
    until(lambda: all("retrans:" in line for line in ss(namespace, "-i")))
    found = live.scrape()
    assert found["xtcp_tcp_sockets_unrecovered", (namespace.name, "timeout")] == 3
    assert found["xtcp_tcp_sockets_unrecovered", (namespace.name, "retransmitting")] == 3
    assert found["xtcp_tcp_sockets_retransmitted", (namespace.name,)] == 3
    assert found["xtcp_tcp_retransmitted_segments", (namespace.name,)] >= 3
    assert found["xtcp_tcp_rtt_seconds_gcount", (namespace.name,)] == 0
    for sock in unanswered:
        sock.close()
    assert live.scrape()["xtcp_tcp_retransmitted_segments", (namespace.name,)] == 0
