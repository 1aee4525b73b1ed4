"""Active sockets, as the live kernel has them, one kind of event after the other."""

from __future__ import annotations

import random
import socket
import struct
import threading
import time
from array import array

import pytest
from activity.watched import PATIENCE, Watched
from activity.watched_sockets import active, cookie, rested, until_active

from xtcp_ebpf.activity import sockets_loading
from xtcp_ebpf.activity.sockets import SocketWatch
from xtcp_ebpf.activity.sockets_loading import Wanted

pytestmark = pytest.mark.kernel


def test_active_sockets(either: SocketWatch, world: Watched) -> None:
    """Of three connections at rest, only those marks come that had something happen to them, in order, each once however much it was."""
    either.watch([world.namespace.cookie])
    (near, far), (second, third), _ = (world.pair() for _ in range(3))
    rested(either, world)
    near.send(b"x" * 100)
    until_active(either, world.namespace, {cookie(near), cookie(far)})
    rested(either, world)
    assert far.recv(100) == b"x" * 100
    assert set(active(either, world.namespace)) == {cookie(far)}, "reading changes its queue, and sends nothing"
    for _ in range(50):
        near.send(b"x")
        far.recv(1)
        second.send(b"x")
        third.recv(1)
    found = active(either, world.namespace)
    assert found == array("Q", sorted(map(cookie, (near, far, second, third))))
    rested(either, world)
    third.close()  # the other end goes to CLOSE_WAIT, then this to FIN_WAIT2
    assert cookie(second) in active(either, world.namespace)


def test_marks_begin_anew_after_each_drain_and_stay_without_one(watch: SocketWatch, world: Watched) -> None:
    """The same socket is marked again in the next epoch; a drain that does not ask for marks leaves them."""
    watch.watch([world.namespace.cookie])
    near, far = world.pair()
    rested(watch, world)
    for _ in range(3):
        near.send(b"x")
        assert far.recv(1) == b"x"
        assert watch.drain(active=False).active is None
        assert cookie(far) in active(watch, world.namespace)


def received(sock: socket.socket) -> int:
    """Bytes, as a row has them (tcpi_bytes_received)."""
    return int(struct.unpack_from("=Q", sock.getsockopt(socket.SOL_TCP, socket.TCP_INFO, 232), 128)[0])


def test_a_socket_is_always_read_again_after_its_last_segment(watch: SocketWatch, world: Watched) -> None:
    """Sockets under traffic are read only when they are marked, each poll after its drain: in the end what was read of each is true."""
    seed = random.randrange(1 << 32)
    watch.watch([world.namespace.cookie])
    pairs = [world.pair() for _ in range(40)]
    by_cookie = {cookie(far): far for _, far in pairs}
    watch.drain()
    ended = threading.Event()

    def send() -> None:
        chosen = random.Random(seed)
        while not ended.is_set():
            for near, _ in chosen.sample(pairs, 3):
                near.send(b"x")

    sender = threading.Thread(target=send)
    sender.start()
    read: dict[int, int] = dict.fromkeys(by_cookie, 0)
    polls = 0
    until = time.monotonic() + 0.5
    while not ended.is_set() or polls < 1:
        if time.monotonic() > until:
            ended.set()
            sender.join()
        read.update((each, received(by_cookie[each])) for each in active(watch, world.namespace) if each in by_cookie)
        polls += 1
    assert read == {each: received(far) for each, far in by_cookie.items()}, f"seed {seed}, {polls} polls"
    assert polls > 3
    assert all(read.values())


def test_a_namespace_that_is_watched_from_now_on(watch: SocketWatch, world: Watched) -> None:
    """What was known of its sockets, that they need no mark, does not hold any more: the very next segment marks."""
    near, far = world.pair()
    rested(watch, world)
    for _ in range(3):
        near.send(b"x")
        assert far.recv(1) == b"x"
    watch.watch([world.namespace.cookie])
    near.send(b"x")
    assert far.recv(1) == b"x"
    assert cookie(far) in active(watch, world.namespace)


def test_a_sender_whose_peer_is_silent(watch: SocketWatch, world: Watched) -> None:
    """Nothing comes back, and the first retransmission marks it."""
    watch.watch([world.namespace.cookie])
    near, _ = world.pair(beside=world.joined("peer"))
    world.silence()
    rested(watch, world)
    near.send(b"x" * 100)
    until_active(watch, world.namespace, {cookie(near)})


def test_more_active_sockets_than_there_is_room_for(world: Watched) -> None:
    """Then nothing is known, and it is said why; the next time it is known again."""
    wanted = Wanted(marks=True, sockets=4)
    found = SocketWatch(sockets_loading.load(wanted, "tp_btf"), wanted)
    try:
        found.watch([world.namespace.cookie])
        pairs = [world.pair() for _ in range(4)]
        cookies = [cookie(sock) for pair in pairs for sock in pair]
        found.drain()
        for near, far in pairs:
            near.send(b"x")
            far.recv(1)
        assert found.drain(active=False).active is None
        drained = found.drain()
        assert (drained.active, drained.lost) == (None, False)
        pairs[0][0].send(b"x")
        until = time.monotonic() + PATIENCE
        marks = None
        while not marks:  # delayed acknowledgements may fill it once more
            assert time.monotonic() < until
            marks = found.drain().active
        assert set(marks[world.namespace.cookie]) <= set(cookies)
        assert found.cost()["socket_marks_unplaced"] >= 4
    finally:
        found.close()
