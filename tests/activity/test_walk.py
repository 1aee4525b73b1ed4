"""The walk along the kernel's own list of namespaces. What every source promises is in tests/conformance/test_activities.py."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces, in_thread, where

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.activity import bpf, libbpf, map_layout
from xtcp_ebpf.activity.walk import Walk
from xtcp_ebpf.kernel import nsfs, presence

pytestmark = pytest.mark.kernel
SLOTS = 16384


@pytest.fixture
def walk() -> Iterator[Walk]:
    """Attached."""
    found = Walk(libbpf.load("walk", "tp_btf", SLOTS, True), SLOTS)
    yield found
    found.close()


def talk(count: int) -> Callable[[], None]:
    """A connection over loopback and so many messages."""

    def go() -> None:
        with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
            peer = server.accept()[0]
            for _ in range(count):
                client.sendall(b"x")
                peer.recv(9)
            peer.close()

    return go


def segments_of(mark: object) -> int:
    """The counters' sum in a mark of the walk."""
    assert isinstance(mark, bytes)
    return int.from_bytes(mark[:8], "little")


def test_what_it_lists_is_what_there_is(walk: Walk, spaces: Spaces) -> None:
    """Inode and cookie of each namespace, this one included, whoever holds them; one that is gone is not listed."""
    made = [spaces.known(spaces.make(name)) for name in "abc"]
    seen = walk.read()
    assert seen.whole
    assert {space.inode: space.cookie for space in made}.items() <= seen.seen.items()
    own = int(re.findall(r"\d+", where())[0])
    handle = nsfs.handle_of("/proc/self/ns/net")
    assert handle is None or seen.seen[own] == handle.cookie
    spaces.remove(made[0])
    for _ in range(1000):  # the kernel takes it down in its own time
        if made[0].inode not in walk.read().seen:
            break
        os.sched_yield()
    assert made[1].inode in walk.read().seen


def test_the_sum_is_that_of_proc(walk: Walk, spaces: Spaces) -> None:
    """To the digit, over all CPUs, after traffic on more than one of them."""
    space = spaces.known(spaces.make("a"))
    spaces.loopback(space)
    cpus = sorted(os.sched_getaffinity(0))
    for cpu in cpus:

        def on_it(cpu: int = cpu) -> None:
            os.sched_setaffinity(0, {cpu})
            talk(50)()

        spaces.inside(space, on_it)
    snmp = spaces.inside(space, lambda: Path("/proc/thread-self/net/snmp").read_bytes())
    assert segments_of(walk.read().of(space)) == presence.segments(snmp) > 200


def test_any_thread_may_walk(walk: Walk, spaces: Spaces) -> None:
    """The walk starts in whatever namespace the caller is, and comes back to it."""
    space = spaces.make("a")
    assert spaces.inside(space, lambda: walk.read().seen) == in_thread(lambda: walk.read().seen)


def test_a_listener_shows_though_no_counter_counts_it(walk: Walk, spaces: Spaces) -> None:
    """listen() sends nothing; inet_sock_set_state marks it."""
    space = spaces.known(spaces.make("a"))
    before = walk.read().of(space)
    spaces.listen(space)
    after = walk.read().of(space)
    assert before != after
    assert segments_of(before) == segments_of(after)
    assert walk.read().of(space) == after


def test_more_namespaces_than_room(spaces: Spaces) -> None:
    """Those listed are known, of the others it is said that anything may have happened, and which flag helps; it starts all the same."""
    made = [spaces.known(spaces.make(f"n{n}")) for n in range(20)]
    small = Walk(libbpf.load("walk", "tp_btf", 16, True), 16)
    try:
        marks = small.read()
        assert (marks.whole, marks.lost, len(marks.seen)) == (False, "no_room", 16)
        assert "-bpfMapSize" in marks.text
        left_out = [space for space in made if space.inode not in marks.seen]
        assert left_out
        assert all(marks.of(space) is None for space in left_out)
    finally:
        small.close()


def test_it_walks_as_far_as_the_map_reaches(walk: Walk) -> None:
    """How many steps it may take follows -bpfMapSize: with fewer than there are namespaces it says that it did not come round."""
    assert bpf.run(walk._program, 20000) == 1
    assert bpf.run(walk._program, 1) == 0


def test_marks_of_the_dead_are_swept_out(spaces: Spaces) -> None:
    """Namespaces that came and went between two readings leave no mark for ever: the map does not fill with them."""
    walk = Walk(libbpf.load("walk", "tp_btf", SLOTS, True), SLOTS)
    try:
        marks = walk._hooks.objects.maps["marks"]
        for n in range(100):
            bpf.update(marks, map_layout.KEY.pack((1 << 39) + n, n), bytes(8))
        space = spaces.known(spaces.make("a"))
        spaces.listen(space)
        walk.read()
        batch = bpf.Batch(marks, map_layout.KEY.size, map_layout.MARK_BYTES, SLOTS)
        assert len(batch.read()[0]) > 100 * map_layout.KEY.size
        walk._swept = -SLOTS  # as if so many had been created since
        walk.read()
        left = {cookie for cookie, _ in map_layout.KEY.iter_unpack(batch.read()[0])}
        assert space.cookie in left
        assert not any(cookie >= 1 << 39 for cookie in left)
    finally:
        walk.close()


def test_a_full_map_of_marks_dumps_what_is_not_in_it(spaces: Spaces) -> None:
    """A state change that finds no place: every namespace without a mark may have had one, those with a mark are known."""
    walk = Walk(libbpf.load("walk", "tp_btf", SLOTS, True), SLOTS)
    try:
        known: Namespace = spaces.known(spaces.make("known"))
        spaces.listen(known)
        quiet = spaces.known(spaces.make("quiet"))
        assert walk.read().of(quiet) is not None
        walk._hooks._seen = walk._hooks.control()._replace(lost=-1)
        marks = walk.read()
        assert marks.lost == "map_full"
        assert marks.whole
        assert marks.of(known) is not None
        assert marks.of(quiet) is None
        assert walk.read().lost == ""
    finally:
        walk.close()
