"""Gets and the running kernel: what they answer is what a dump shows, for every kind of socket; and the numbers of /proc agree."""

from __future__ import annotations

import errno
import socket
import struct
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from kernel.dumps import messages
from kernel.real_namespaces import Spaces
from made_bodies import best
from made_states import States

from xtcp_ebpf.abc import Namespace, Stamp, Transport
from xtcp_ebpf.exact.bodies import ANY_COOKIE, BODY_BYTES, Counts, each, without
from xtcp_ebpf.exact.counts import total, verdict
from xtcp_ebpf.exact.fetching import Fetched, slices
from xtcp_ebpf.exact.gets import Gets
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.wire import request, uapi
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.groups import KNOWN
from xtcp_ebpf.wire.layout import layout

pytestmark = pytest.mark.kernel

EXT = 0xFF
BOUND_SECONDS = 20.0
ENGINE = choose("auto", layout(frozenset(KNOWN)))[0]


@dataclass
class Read:
    """Rows by cookie, and what else came of it."""

    rows: dict[bytes, bytes]
    decoded: set[bytes]
    """Each row alone, as a record with counter 0."""
    bodies: bytes
    counts: Counts
    gone: tuple[int, ...] = ()


def decoded(message: bytes) -> bytes:
    """The row of one message."""
    found = ENGINE.decode(message, None, None, Stamp(b"", b"", b""), lambda _: 0)
    assert (found.rows, found.trouble) == (1, None)
    return found.chunk


def split(datagram: bytes) -> list[bytes]:
    """Its messages."""
    out, at = [], 0
    while at < len(datagram):
        (length,) = struct.unpack_from("=I", datagram, at)
        out.append(datagram[at : at + length])
        at += length + 3 & ~3
    return out


def dump(gets: Gets, diag: Transport, states: int = uapi.ALL_STATES) -> Read:
    """A dump of all, or of some states."""
    diag.send(request.legacy(1, EXT, states))
    rows, bodies, counts, ended = dict[bytes, bytes](), b"", [], False
    decodings = set()
    while not ended:
        datagram = bytes(diag.receive(5.0))
        bodies += gets.bodies(datagram, 1, diag.portid, EXT)
        counts.append(gets.counts(datagram, 1, diag.portid))
        for one in split(datagram):
            if messages(one)[0][0] == uapi.NLMSG_DONE:
                ended = True
            else:
                rows[one[60:68]] = one[16:]
                decodings.add(decoded(one))
    return Read(rows, decodings, bodies, total(counts))


def fetch(gets: Gets, diag: Transport, bodies: bytes, size: int = 1 << 16) -> Read:
    """All of them, slice by slice."""
    area = bytearray(size)

    def ask(seq: int, some: bytes | bytearray | memoryview) -> Fetched:
        return gets.fetch(diag.fd, diag.portid, seq, some, area, 2000)

    read, at = Read({}, set(), b"", Counts(0, 0, 0, 0)), 0
    for got in slices(ask, 2**32 - 5, bodies):
        assert (got.doubt, got.late) == ("", 0)
        raw = bytes(area[: got.size])
        whole = ENGINE.decode(raw, None, diag.portid, Stamp(b"", b"", b""), lambda _: 1)
        assert (whole.rows, whole.end, whole.trouble) == (got.rows, None, None)
        for one in split(raw):
            read.rows[one[60:68]] = one[16:]
            read.decoded.add(decoded(one))
        assert gets.counts(raw, None, diag.portid) == got.counts
        read.bodies += gets.bodies(raw, None, diag.portid, EXT)
        read.counts = total([read.counts, got.counts])
        read.gone += tuple(at + n for n in got.gone)
        at += got.asked
    return read


@pytest.fixture
def place(spaces: Spaces) -> Namespace:
    """A namespace with a loopback."""
    made = spaces.make("a")
    spaces.loopback(made)
    return made


@pytest.fixture
def gate() -> Iterator[Gate]:
    """A way in."""
    made = Gate(bytearray(32768))
    yield made
    made.close()


@pytest.fixture
def states(place: Namespace, spaces: Spaces) -> Iterator[States]:
    """All states are there."""
    made = States()
    try:
        spaces.inside(place, made.make_all)
        yield made
    finally:
        made.close()


def test_rows_of_gets_are_rows_of_dumps(gets: Gets, gate: Gate, place: Namespace, states: States) -> None:
    """Every state of both families, IPv4-mapped, bound to a device, shared port, MPTCP: byte for byte, clocks in them too (tried until no
    clock tick falls between the two). With the dump of the listeners the numbers are those of /proc; what is half open is left aside."""
    diag = gate.open(place)
    deadline = time.monotonic() + BOUND_SECONDS
    while True:
        whole = dump(gets, diag)
        one_by_one = fetch(gets, diag, whole.bodies)
        listeners = dump(gets, diag, uapi.LISTEN_ONLY)
        presence = gate.look(place)
        missing = {cookie: row for cookie, row in whole.rows.items() if cookie not in one_by_one.rows and cookie not in listeners.rows}
        both = {**one_by_one.rows, **listeners.rows}
        same = all(both[cookie] == row for cookie, row in whole.rows.items() if cookie not in missing)
        if same and not one_by_one.gone:
            break
        assert time.monotonic() < deadline, [(r[:3], both.get(c, b"")[:3]) for c, r in whole.rows.items() if both.get(c) != r]
    diag.close()
    assert {row[1] for row in missing.values()} == {3}, "only half-open ones are not remembered"
    assert one_by_one.decoded <= whole.decoded
    assert verdict(total([one_by_one.counts, listeners.counts]), presence) == ("", "")
    assert total([one_by_one.counts, listeners.counts])[:3] == whole.counts[:3]
    assert one_by_one.bodies == whole.bodies, "what a read gave is what there is to remember"
    found = {(row[0], row[1]) for row in one_by_one.rows.values()}
    assert found >= {(family, state) for family in (2, 10) for state in (1, 4, 5, 6, 8, 9, 11)} | {(2, 2)}
    assert any(row[1] == 5 and row[2] == 3 for row in one_by_one.rows.values()), "FIN_WAIT2 that the kernel counts as TIME_WAIT"
    assert any(row[0] == 10 and row[8:20] == bytes(10) + b"\xff\xff" for row in one_by_one.rows.values()), "IPv4-mapped"
    bound = {body for body in each(whole.bodies) if body[44:48] != bytes(4)}
    assert len(bound) >= 2, "bound to a device"
    ports = [body[8:10] for body in each(whole.bodies)]
    assert max(map(ports.count, ports)) >= 4, "one port of several"
    if "mptcp" in states.kinds:
        ulp = [row for row in one_by_one.rows.values() if b"mptcp\0" in row]
        assert len(ulp) >= 2


def test_a_socket_that_is_gone(gets: Gets, gate: Gate, place: Namespace, spaces: Spaces) -> None:
    """Told by its number, and the others' rows stay; another socket at the same address has another cookie and is not taken for it."""
    made = States()
    spaces.inside(place, lambda: [made.pair(made.listener()) for _ in range(3)])
    diag = gate.open(place)
    bodies = dump(gets, diag).bodies
    listener, client, server = made.held[3:6]
    address, target = client.getsockname(), listener.getsockname()
    for sock in (client, server):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        sock.close()
    read = fetch(gets, diag, bodies)
    assert (len(read.gone), len(read.rows)) == (2, 4)
    assert read.bodies == without(bodies, read.gone)
    assert {body[8:10] + body[10:12] for n, body in enumerate(each(bodies)) if n in read.gone} == {
        struct.pack(">HH", *ports) for ports in ((address[1], target[1]), (target[1], address[1]))
    }

    def again() -> None:
        sock = socket.socket()
        made.held.append(sock)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(address)
        sock.connect(target)
        made.held.append(listener.accept()[0])

    spaces.inside(place, again)
    after = fetch(gets, diag, bodies)
    assert (after.gone, after.rows.keys()) == (read.gone, read.rows.keys())
    anybody = b"".join(body[:-8] + ANY_COOKIE for body in each(bodies))
    assert not fetch(gets, diag, anybody).gone, "with any cookie it is the one that has the address now"
    for sock in made.held:
        sock.close()
    diag.close()


def test_a_listener_does_not_answer_for_a_connection(gets: Gets, gate: Gate, place: Namespace, spaces: Spaces) -> None:
    """Asked by address alone, the kernel goes on to the listeners when no connection has it: it is gone all the same."""
    made = States()
    spaces.inside(place, lambda: made.pair(made.listener()))
    diag = gate.open(place)
    bodies = b"".join(body[:-8] + ANY_COOKIE for body in each(dump(gets, diag).bodies))
    assert len(fetch(gets, diag, bodies).rows) == 2
    for sock in made.held[1:]:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        sock.close()
    read = fetch(gets, diag, bodies)
    assert (read.gone, read.rows) == ((0, 1), {})
    made.close()
    diag.close()


def test_many_sockets_in_a_small_receive_buffer(gets: Gets, gate: Gate, place: Namespace, spaces: Spaces) -> None:
    """Never more under way than fit: with the smallest buffer that a socket can have nothing is lost, in areas of any size."""
    made = States()
    spaces.inside(place, lambda: [made.pair(listener) for listener in [made.listener()] for _ in range(100)])
    diag = gate.open(place)
    bodies = dump(gets, diag).bodies
    sock = socket.socket(fileno=diag.fd)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
    sock.detach()
    for size in (2048, 10_000, 1 << 17):
        read = fetch(gets, diag, bodies, size)
        assert (len(read.rows), read.gone, read.counts) == (200, (), Counts(200, 0, 0, 0))
    made.close()
    diag.close()


def test_dropped_replies_are_a_doubt(gets: Gets, gate: Gate, place: Namespace, spaces: Spaces) -> None:
    """ENOBUFS, from requests whose answers nobody read: told, with the errno."""
    made = States()
    spaces.inside(place, lambda: made.pair(made.listener()))
    diag = gate.open(place)
    bodies = dump(gets, diag).bodies
    requests = b"".join(request.NLMSGHDR.pack(72, 20, 1, 9, 0) + bodies[:BODY_BYTES] for _ in range(500))
    diag.send(requests)
    got = gets.fetch(diag.fd, diag.portid, 10_000, bodies, bytearray(1 << 16), 1000)
    assert (got.doubt, got.errno) == ("overrun", errno.ENOBUFS)
    made.close()
    diag.close()


def test_both_ways_give_the_same(gate: Gate, place: Namespace, states: States) -> None:
    """Dump by the one, gets by the other: the same bodies, the same numbers."""
    from xtcp_ebpf.exact.gets import PythonGets

    diag = gate.open(place)
    for _ in range(20):
        one, other, third = (dump(gets, diag) for gets in (best(), PythonGets(), best()))
        if (one.bodies, one.counts) == (third.bodies, third.counts):  # no timer went off meanwhile
            break
    assert sorted(each(one.bodies)) == sorted(each(other.bodies))
    assert one.counts == other.counts
    assert fetch(best(), diag, one.bodies).rows.keys() == fetch(PythonGets(), diag, one.bodies).rows.keys()
    assert len(states.held) > 40
    diag.close()
