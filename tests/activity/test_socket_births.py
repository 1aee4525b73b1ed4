"""Births and half-open connections, as the live kernel has them, one kind after the other."""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from activity.exact_gets import LISTEN, SYN_RECV, Diag
from activity.watched import HERE, PATIENCE, THERE, Watched
from activity.watched_sockets import EXTENSIONS, born, cookie, many, requests
from kernel.real_namespaces import Spaces

from xtcp_ebpf.activity import sockets_layout, sockets_loading
from xtcp_ebpf.activity.sockets import SocketWatch
from xtcp_ebpf.activity.sockets_loading import Wanted

pytestmark = pytest.mark.kernel

IPPROTO_MPTCP = 262
FIN_WAIT1, TIME_WAIT = 4, 6
TCP_REPAIR = 19
MSG_FASTOPEN = 0x20000000


def connected(world: Watched, family: int, here: str, there: str = "", **how: int) -> None:
    """A listener at `here`, and a connection to it."""
    listener, near = world.socket(family, how.get("protocol", 0)), world.socket(family, how.get("protocol", 0))
    if how.get("bound"):
        for sock in (listener, near):
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, b"lo")
    listener.bind((here, 0))
    listener.listen()
    near.connect((there or here, listener.getsockname()[1]))
    world.spaces.keep(listener.accept()[0])


def mapped(world: Watched) -> None:
    """IPv4 between sockets of IPv6."""
    connected(world, socket.AF_INET6, "::", "::ffff:127.0.0.1")


def reuseport(world: Watched) -> None:
    """Two listeners at one address."""
    listeners = [world.socket() for _ in range(2)]
    at = ("127.0.0.1", 0)
    for listener in listeners:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        listener.bind(at)
        listener.listen()
        at = listener.getsockname()
    for _ in range(8):
        world.socket().connect(at)


def syncookies(world: Watched) -> None:
    """No half-open connection is ever remembered by the listener."""
    world.set("net.ipv4.tcp_syncookies", 2)
    connected(world, socket.AF_INET, "127.0.0.1")


def fast_open(world: Watched) -> None:
    """Data in the SYN: the child is there before the handshake is over."""
    world.set("net.ipv4.tcp_fastopen", 0x607)
    listener, near = world.listener(), world.socket()
    near.sendto(b"x", MSG_FASTOPEN, listener.getsockname())
    far = listener.accept()[0]
    world.spaces.keep(far)
    assert far.recv(1) == b"x"


def simultaneous(world: Watched) -> None:
    """A socket that is connected to itself: both ends open, so it comes by SYN_SENT and SYN_RECV."""
    alone = world.socket()
    alone.bind(("127.0.0.1", 0))
    alone.connect(alone.getsockname())


def repaired(world: Watched) -> None:
    """A connection that is put up without a segment, as by a checkpoint that is restored."""
    alone = world.socket()
    alone.setsockopt(socket.SOL_TCP, TCP_REPAIR, 1)
    alone.bind(("127.0.0.1", 0))
    alone.connect(("127.0.0.1", 9))


BIRTHS: dict[str, tuple[int, Callable[[Watched], object]]] = {
    "ipv4": (2, lambda world: connected(world, socket.AF_INET, "127.0.0.1")),
    "ipv6": (2, lambda world: connected(world, socket.AF_INET6, "::1")),
    "mapped": (2, mapped),
    "ipv4 to a listener of ipv6": (2, lambda world: (world.set("net.ipv6.bindv6only", 0), mapped(world))),
    "bound to a device": (2, lambda world: connected(world, socket.AF_INET, "127.0.0.1", bound=1)),
    "ipv6 bound to a device": (2, lambda world: connected(world, socket.AF_INET6, "::1", bound=1)),
    "reuseport": (16, reuseport),
    "mptcp": (2, lambda world: connected(world, socket.AF_INET, "127.0.0.1", protocol=IPPROTO_MPTCP)),
    "mptcp of ipv6": (2, lambda world: connected(world, socket.AF_INET6, "::1", protocol=IPPROTO_MPTCP)),
    "syncookies": (2, syncookies),
    "fast open": (2, fast_open),
    "simultaneous open": (1, simultaneous),
    "repair": (1, repaired),
}


@pytest.mark.parametrize("how", BIRTHS)
def test_each_birth_is_told_as_the_request_that_finds_the_socket(either: SocketWatch, world: Watched, how: str) -> None:
    """What is told is, byte for byte, the id of each row of a dump that is no listener; sent as it is, it finds that socket."""
    count, act = BIRTHS[how]
    diag = Diag(world.spaces, world.namespace)
    assert either.watch([world.namespace.cookie]) == {world.namespace.cookie}
    act(world)
    told = born(either, world.namespace, count)
    assert {request[:8] for request in told} <= {struct.pack("=BBBBI", family, 6, EXTENSIONS, 0, 0xFFFFFFFF) for family in (2, 10)}
    gets = [diag.get(request) for request in told]  # before the dump, which gives each socket a cookie
    rows = {row.cookie: row for row in diag.dump() if row.state != LISTEN}
    assert {row.cookie for row in gets if row} == rows.keys()
    assert len(rows) == count
    for request, got in zip(told, gets, strict=True):
        assert got
        row = rows[got.cookie]
        assert (request[0], request[8:48], got.id) == (row.family, row.id[:40], row.id)
        no_cookie = either.kind == "raw_tp" and request[48:] == sockets_layout.ANY_COOKIE
        assert request[48:] == row.id[40:] or no_cookie
    diag.close()


def test_one_that_has_ended_is_found_in_time_wait_and_no_other_in_its_place(watch: SocketWatch, world: Watched) -> None:
    """The same request finds what remains of the socket; with a cookie that is another's, nothing."""
    diag = Diag(world.spaces, world.namespace)
    watch.watch([world.namespace.cookie])
    near, far = world.pair()
    mine = next(request for request in born(watch, world.namespace, 2) if struct.unpack_from("<Q", request, 48)[0] == cookie(near))
    near.close()
    far.close()
    until = time.monotonic() + PATIENCE
    while not (row := diag.get(mine)) or row.state != TIME_WAIT:
        assert time.monotonic() < until, row
        time.sleep(0.005)  # a bounded poll
    other = bytearray(mine)
    other[48] ^= 1
    assert diag.get(bytes(other)) is None
    diag.close()


def test_a_fast_open_child_that_is_closed_before_it_is_established(watch: SocketWatch, world: Watched) -> None:
    """From SYN_RECV it goes to FIN_WAIT1 without ever being ESTABLISHED: a birth too."""
    world.set("net.ipv4.tcp_fastopen", 0x607)
    other = world.joined("peer")
    listener = world.listener(HERE)
    world.spaces.inside(other, lambda: Path("/proc/sys/net/ipv4/tcp_fastopen").write_text("5"))
    near = world.socket(namespace=other)
    watch.watch([world.namespace.cookie])
    diag = Diag(world.spaces, world.namespace)
    world.ip(world.namespace, f"neigh replace {THERE} lladdr 02:00:00:00:00:01 dev cable nud permanent")
    near.setblocking(False)
    near.sendto(b"x", MSG_FASTOPEN, listener.getsockname())
    far = listener.accept()[0]
    assert [row.state for row in diag.dump() if row.state != LISTEN] == [SYN_RECV]
    assert world.namespace.cookie not in watch.drain().births
    assert far.recv(1) == b"x"
    far.close()
    told = requests(watch.drain().births.get(world.namespace.cookie, b""))
    rows = {row.id: row.state for row in diag.dump() if row.state not in (LISTEN, SYN_RECV)}
    assert list(rows.values()) == [FIN_WAIT1]
    assert rows.keys() == {request[8:] for request in told}
    diag.close()


def test_ten_thousand_births(watch: SocketWatch, world: Watched) -> None:
    """Each of them told once, with a cookie of its own, in one drain; the ring is empty then."""
    watch.watch([world.namespace.cookie])
    before = watch.cost()
    many(world, 5000)
    drained = watch.drain()
    told = requests(drained.births[world.namespace.cookie])
    assert (len(told), drained.lost) == (10_000, False)
    assert len({request[48:] for request in told}) == 10_000
    assert watch.cost()["socket_births"] == before["socket_births"] + 10_000
    assert watch.drain().births == {}


def test_a_ring_that_is_full_loses_births_and_says_so(world: Watched) -> None:
    """What found room is whole; that something is missing is told once; from then on all is told again, past the ring's end too."""
    wanted = Wanted(ring_bytes=1)
    found = SocketWatch(sockets_loading.load(wanted, "tp_btf"), wanted)
    try:
        found.watch([world.namespace.cookie])
        many(world, 40)
        drained = found.drain()
        told = requests(drained.births[world.namespace.cookie])
        assert drained.lost
        assert drained.active is None, "marks were not asked for"
        assert [reason for reason, _ in drained.reasons] == ["ring_full"]
        assert (80 - len(told), len(told)) == (found.cost()["socket_births_lost"], wanted.ring // sockets_layout.RECORD.size)
        for _ in range(4):
            many(world, 20)
            assert len(born(found, world.namespace, 40)) == 40
    finally:
        found.close()


def test_half_open(watch: SocketWatch, world: Watched, tmp_path: Path) -> None:
    """A second after its SYN, when the SYN-ACK is sent again, and not before; not where nobody watches; it is told once for each repeat
    or run of repeats; when the handshake is completed at last, its birth is told."""
    spaces = Spaces(tmp_path / "more")
    unwatched = Watched(spaces, {}, "unwatched")
    diag = Diag(world.spaces, world.namespace)
    watch.watch([world.namespace.cookie])
    watch.drain()
    started = time.monotonic()
    attempts = []
    for each in (unwatched, world):
        other = each.joined("peer")
        listener = each.listener(HERE)
        each.silence()
        attempts.append(each.socket(namespace=other))
        attempts[-1].setblocking(False)
        attempts[-1].connect_ex(listener.getsockname())
    try:
        until = time.monotonic() + PATIENCE
        while SYN_RECV not in (states := [row.state for row in diag.dump()]):
            assert time.monotonic() < until, states
        marked: frozenset[int] = frozenset()
        while not marked:
            assert time.monotonic() < until, "never marked"
            time.sleep(0.01)  # a bounded poll
            drained = watch.drain()
            marked = drained.half_open
            assert not drained.births
        assert marked == {world.namespace.cookie}
        assert time.monotonic() - started > 0.7
        assert SYN_RECV in [row.state for row in diag.dump()]
        while watch.drain().half_open:  # the SYN is sent again too, and answered; then there is peace for two seconds
            assert time.monotonic() < until
        world.ip(world.namespace, f"neigh del {THERE} dev cable")
        (told,) = born(watch, world.namespace, 1)
        assert diag.get(told)
    finally:
        diag.close()
        unwatched.close()
        spaces.remove_all()
