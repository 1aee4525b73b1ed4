"""What sockstat says is what a dump would show: the text by itself, and the live kernel in each state that a socket can be in."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dumps import rows
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import Namespace, Presence
from xtcp_ebpf.kernel import presence
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.kernel.presence import parse, segments

SIX = b"TCP6: inuse 3\nUDP6: inuse 9\nUDPLITE6: inuse 0\nRAW6: inuse 1\nFRAG6: inuse 0 memory 0\n"
FOUR = b"sockets: used 12\nTCP: inuse 5 orphan 1 tw 7 alloc 9 mem 489\nUDP: inuse 2 mem 0\nRAW: inuse 0\n"
ESTABLISHED, SYN_SENT, SYN_RECV, FIN_WAIT1, TIME_WAIT, CLOSE_WAIT, LISTEN = 1, 2, 3, 4, 6, 8, 10
FIN_WAIT2 = 5
TCP_REPAIR, TCP_DEFER_ACCEPT = 19, 9


def test_numbers() -> None:
    """Each number stands where the kernel has it, and the order of reading is such that none falls between the files."""
    assert parse(SIX, FOUR) == Presence(5, 7, 3, 12, 0)
    assert parse(SIX, FOUR, b"1024\n").own_hash == 1024
    assert parse(SIX, FOUR, b"-262144\n").own_hash == 0
    assert presence.FILES == (b"sockstat6", b"sockstat")


def test_a_kernel_without_ipv6() -> None:
    """No sockstat6 is no IPv6, and no sockets of it."""
    assert parse(None, FOUR) == Presence(5, 7, 0, 12, 0)


@pytest.mark.parametrize(
    ("six", "four", "hash_entries", "said"),
    [
        (SIX, None, None, "/proc/net/sockstat is not there"),
        (SIX, b"", None, "/proc/net/sockstat does not hold"),
        (SIX, FOUR.replace(b"tw 7 ", b""), None, "/proc/net/sockstat does not hold"),
        (SIX, FOUR.replace(b"used", b"made"), None, "/proc/net/sockstat does not hold"),
        (SIX, FOUR.replace(b"inuse 5", b"inuse five"), None, "/proc/net/sockstat does not hold"),
        (SIX, FOUR[:24], None, "/proc/net/sockstat does not hold"),
        (b"", FOUR, None, "/proc/net/sockstat6 does not hold"),
        (SIX.replace(b"TCP6: inuse 3", b"TCP6: inuse"), FOUR, None, "/proc/net/sockstat6 does not hold"),
        (SIX, FOUR, b"many", "invalid literal"),
    ],
)
def test_what_is_not_said_is_not_zero(six: bytes, four: bytes | None, hash_entries: bytes | None, said: str) -> None:
    """A file that is missing, cut or unknown is an error that names it, never an empty namespace."""
    with pytest.raises(ValueError, match=said):
        parse(six, four, hash_entries)


NAMES = (
    b"RtoAlgorithm RtoMin RtoMax MaxConn ActiveOpens PassiveOpens AttemptFails EstabResets CurrEstab"
    b" InSegs OutSegs RetransSegs InErrs OutRsts InCsumErrors"
)
SNMP = (
    b"Ip: Forwarding\nIp: 1\nTcp: " + NAMES + b"\nTcp: 1 200 120000 -1 1 2 4 8 1000000 16 32 64 128 256 512\nUdp: InDatagrams\nUdp: 4096\n"
)


def test_segments() -> None:
    """The sum of all TCP counters but the four that are settings and the one that can shrink; those that newer kernels add count too."""
    assert segments(SNMP) == 1023
    assert segments(SNMP.replace(b" 512\n", b" 512 1024\n")) == 2047
    assert segments(SNMP.replace(b" 512\n", b"\n")) == 511
    assert segments(SNMP.replace(b" -1 ", b" 500 ")) == 1023


@pytest.mark.parametrize("snmp", [None, b"", SNMP[:120], SNMP.replace(b"Tcp: 1", b"Tcp: one")])
def test_counters_that_are_not_there(snmp: bytes | None) -> None:
    """A file that is missing, cut or unknown is an error that names it, never counters that stand still."""
    with pytest.raises(ValueError, match=r"/proc/net/snmp (is not there|does not hold)"):
        segments(snmp)


def test_mark() -> None:
    """Counters, and how many sockets there are of each family and in TIME_WAIT: any difference shows. None where nobody asked for them."""
    seen = Presence(5, 7, 3, 12, 1024, 99)
    assert seen.mark == (99, 5, 7, 3)
    assert seen._replace(segments=0).mark == (0, 5, 7, 3)
    assert seen._replace(segments=None).mark is None
    assert seen._replace(used=13, own_hash=0).mark == seen.mark
    for member in ("tcp", "time_wait", "tcp6", "segments"):
        assert seen._replace(**{member: 50}).mark != seen.mark


@pytest.fixture
def place(spaces: Spaces) -> Namespace:
    """A namespace with a loopback."""
    namespace = spaces.make("a")
    spaces.loopback(namespace)
    return namespace


@pytest.fixture
def gate() -> Iterator[Gate]:
    """The test's own."""
    made = Gate(bytearray(32768))
    yield made
    made.close()


def states(gate: Gate, namespace: Namespace) -> Counter[int]:
    """How many rows of each state a dump shows."""
    diag = gate.open(namespace)
    try:
        return Counter(row[1] for row in rows(diag))
    finally:
        diag.close()


class Traffic:
    """TCP sockets where the thread is."""

    def __init__(self, spaces: Spaces, family: int = socket.AF_INET, host: str = "") -> None:
        self._spaces = spaces
        self._family = family
        self._host = host or ("127.0.0.1" if family == socket.AF_INET else "::1")
        self.listener = self._made()
        self.listener.bind(("", 0) if host else (self._host, 0))
        self.listener.listen(1)
        self.address = (self._host, self.listener.getsockname()[1])

    def _made(self) -> socket.socket:
        made = socket.socket(self._family, socket.SOCK_STREAM)
        self._spaces.keep(made)
        return made

    def connect(self) -> socket.socket:
        client = self._made()
        client.connect(self.address)
        return client

    def pair(self) -> tuple[socket.socket, socket.socket]:
        client = self.connect()
        server = self.listener.accept()[0]
        self._spaces.keep(server)
        return client, server


def vanish(sock: socket.socket) -> None:
    """Close without a word to the peer."""
    sock.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR, 1)
    sock.close()


def listening(traffic: Traffic) -> None:
    """Nothing but the listener."""


def established(traffic: Traffic) -> None:
    """Two ends, one of which was not accepted yet."""
    traffic.connect()


def syn_sent(traffic: Traffic) -> None:
    """A backlog that is full: further connections wait."""
    for _ in range(4):
        client = traffic._made()
        client.setblocking(False)
        client.connect_ex(traffic.address)


def half_open(traffic: Traffic) -> None:
    """A handshake that the listener holds back, whose client is no more: SYN_RECV and the listener."""
    traffic.listener.setsockopt(socket.IPPROTO_TCP, TCP_DEFER_ACCEPT, 30)
    vanish(traffic.connect())


def time_wait_only(traffic: Traffic) -> None:
    """All are closed."""
    client, server = traffic.pair()
    client.close()
    server.close()
    traffic.listener.close()


def orphan(traffic: Traffic) -> None:
    """Closed with data that the other end does not read."""
    client, _ = traffic.pair()
    client.setblocking(False)
    try:
        while True:
            client.send(bytes(65536))
    except BlockingIOError:
        client.close()
    traffic.listener.close()


def close_wait(traffic: Traffic) -> None:
    """Closed by the other end, which keeps FIN_WAIT2 as a TIME_WAIT."""
    client, _ = traffic.pair()
    client.close()
    traffic.listener.close()


@pytest.mark.kernel
@pytest.mark.parametrize(
    ("make", "found"),
    [
        (listening, {LISTEN: 1}),
        (established, {LISTEN: 1, ESTABLISHED: 2}),
        (syn_sent, {LISTEN: 1, SYN_SENT: 2, ESTABLISHED: 4}),
        (half_open, {LISTEN: 1, SYN_RECV: 1}),
        (time_wait_only, {TIME_WAIT: 1}),
        (orphan, {FIN_WAIT1: 1, ESTABLISHED: 1}),
        (close_wait, {FIN_WAIT2: 1, CLOSE_WAIT: 1}),
    ],
)
@pytest.mark.parametrize(
    ("family", "host"), [(socket.AF_INET, ""), (socket.AF_INET6, ""), (socket.AF_INET6, "::ffff:127.0.0.1")], ids=["v4", "v6", "mapped"]
)
def test_every_row_is_counted(
    spaces: Spaces, place: Namespace, gate: Gate, make: Callable[[Traffic], None], found: dict[int, int], family: int, host: str
) -> None:
    """In each state and family the numbers are those of the dump, but for SYN_RECV, whose listener is counted; so it is never empty."""
    spaces.inside(place, lambda: make(Traffic(spaces, family, host)))
    deadline = time.monotonic() + 5
    while (dump := states(gate, place)) != found and time.monotonic() < deadline:
        time.sleep(0.005)
    assert dump == found
    seen = gate.look(place)
    assert not seen.empty
    waiting = found.get(TIME_WAIT, 0) + found.get(FIN_WAIT2, 0)
    assert seen.time_wait == waiting
    assert (seen.tcp if family == socket.AF_INET else seen.tcp6) == sum(found.values()) - waiting - found.get(SYN_RECV, 0)
    assert (seen.tcp6 if family == socket.AF_INET else seen.tcp) == 0


@pytest.mark.kernel
def test_this_kernel_has_these_counters(spaces: Spaces, place: Namespace) -> None:
    """In the order in which they are taken: what is left out is settings and CurrEstab."""
    lines = spaces.inside(place, lambda: Path("/proc/thread-self/net/snmp").read_bytes()).splitlines()
    names, values = (line.split()[1:] for line in lines if line.startswith(b"Tcp:"))
    assert names[: len(NAMES.split())] == NAMES.split()
    growing = [int(value) for name, value in zip(names, values, strict=True) if name not in (*NAMES.split()[:4], b"CurrEstab")]
    assert segments(b"\n".join(lines)) == sum(growing)


@pytest.mark.kernel
@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6], ids=["v4", "v6"])
def test_what_happens_shows_in_the_mark(spaces: Spaces, place: Namespace, gate: Gate, family: int) -> None:
    """A listener, a connection, data either way, the end of each. What was counted is never counted less."""
    marks: list[tuple[int, ...] | None] = []

    def look() -> None:
        marks.append(gate.look(place, counters=True).mark)

    look()
    traffic = spaces.inside(place, lambda: Traffic(spaces, family))
    look()
    client, server = spaces.inside(place, traffic.pair)
    look()
    for sender, receiver in ((client, server), (server, client)):
        sender.send(b"x")
        receiver.recv(1)
        look()
    for end in (client, server, traffic.listener):
        end.close()
        look()
    assert None not in marks
    assert len(set(marks)) == len(marks) == 8
    counted = [mark[0] for mark in marks if mark]
    assert counted == sorted(counted)


@pytest.mark.kernel
def test_to_look_and_to_dump_are_no_activity(spaces: Spaces, place: Namespace, gate: Gate) -> None:
    """Neither shows in the mark, nor do UDP and Unix sockets."""
    spaces.listen(place)
    before = gate.look(place, counters=True).mark
    assert before
    assert states(gate, place) == {LISTEN: 1}
    for family in (socket.AF_INET, socket.AF_UNIX):
        spaces.inside(place, lambda family=family: spaces.keep(socket.socket(family, socket.SOCK_DGRAM)))  # type: ignore[misc]  # a lambda's default
    assert gate.look(place, counters=True).mark == before
    assert gate.look(place).mark is None


@pytest.mark.kernel
def test_the_one_exception(spaces: Spaces, place: Namespace, gate: Gate) -> None:
    """A half-open connection whose listener has just closed is in a dump and in no count, for at most a moment."""

    def orphaned() -> None:
        traffic = Traffic(spaces)
        half_open(traffic)
        traffic.listener.close()

    spaces.inside(place, orphaned)
    begun = time.monotonic()
    assert states(gate, place) == {SYN_RECV: 1}
    assert gate.look(place).empty
    while states(gate, place) and time.monotonic() < begun + 10:
        time.sleep(0.02)
    assert not states(gate, place)
    assert time.monotonic() - begun < 3


@pytest.mark.kernel
def test_other_sockets_are_no_rows(spaces: Spaces, place: Namespace, gate: Gate) -> None:
    """UDP, Unix and TCP sockets that are in no state that a dump shows: used, and empty."""

    def others() -> None:
        for family, kind in (
            (socket.AF_INET, socket.SOCK_DGRAM),
            (socket.AF_UNIX, socket.SOCK_STREAM),
            (socket.AF_INET, socket.SOCK_STREAM),
        ):
            spaces.keep(socket.socket(family, kind))

    spaces.inside(place, others)
    seen = gate.look(place)
    assert seen.used >= 3
    assert seen.empty
    assert not states(gate, place)


@pytest.mark.kernel
def test_never_empty_under_churn(spaces: Spaces, place: Namespace, gate: Gate) -> None:
    """One listener that stays, thousands of sockets that come and go beside it on all processors: no look takes it for empty."""
    spaces.listen(place)
    ended = threading.Event()
    made = Counter[int]()

    def churn() -> None:
        while not ended.is_set():
            for family in (socket.AF_INET, socket.AF_INET6):
                with socket.socket(family, socket.SOCK_STREAM) as sock:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    sock.listen()
            made[threading.get_ident()] += 2

    threads = [threading.Thread(target=lambda: spaces.inside(place, churn)) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        deadline = time.monotonic() + 2
        looks = empty = 0
        while time.monotonic() < deadline:
            empty += gate.look(place).empty
            looks += 1
    finally:
        ended.set()
        for thread in threads:
            thread.join()
    assert empty == 0
    assert looks > 100
    assert sum(made.values()) > 500
