"""Which namespaces are watched, what is said when something was lost, and what remains: nothing."""

from __future__ import annotations

import os
import socket
import struct
import time
from pathlib import Path

import pytest
from activity.watched import PATIENCE, Watched
from activity.watched_sockets import born, cookie

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.activity import bpf, probe, sockets_loading
from xtcp_ebpf.activity.sockets import Drained, SocketWatch
from xtcp_ebpf.activity.sockets_loading import Wanted
from xtcp_ebpf.errors import AssistUnavailable

pytestmark = pytest.mark.kernel

ALL = (1 << 41) - 1
GET_BY_ID = {"prog": 13, "map": 14, "link": 30}
"""bpf(2): a descriptor of what has this number."""


def test_nothing_from_namespaces_that_are_not_watched(watch: SocketWatch, world: Watched) -> None:
    """Beside a watched one, before it is watched, and no longer when it is not."""
    other = world.another("other")

    def pair(namespace: Namespace) -> tuple[socket.socket, socket.socket]:
        listener, near = world.listener(namespace=namespace), world.socket(namespace=namespace)
        near.connect(listener.getsockname())
        far = listener.accept()[0]
        world.spaces.keep(far)
        return near, far

    def act(namespace: Namespace) -> None:
        near, far = pair(namespace)
        assert cookie(near) != cookie(far)
        near.send(b"x")
        assert far.recv(1) == b"x"

    act(world.namespace)
    watch.watch([world.namespace.cookie])
    act(other)
    act(world.namespace)
    drained = watch.drain()
    assert drained.births.keys() == {world.namespace.cookie}
    assert drained.active is not None
    assert drained.active.keys() == {world.namespace.cookie}
    watch.unwatch([world.namespace.cookie])
    act(world.namespace)
    assert watch.drain()[:4] == ({}, False, frozenset(), {})


def test_a_namespace_for_which_there_is_no_room() -> None:
    """It is not among those that are watched, and the caller knows."""
    wanted = Wanted(namespaces=1)
    found = SocketWatch(sockets_loading.load(wanted, "tp_btf"), wanted)
    try:
        assert found.watch([1, 2]) == {1}
        assert found.watch([1]) == {1}, "again is no more"
        found.unwatch([1, 3])
        assert found.watch([2]) == {2}
    finally:
        found.close()


@pytest.mark.parametrize(("name", "lost", "unknown"), [("tcp_probe", False, True), ("inet_sock_set_state", True, True)])
def test_a_run_that_the_kernel_left_out(watch: SocketWatch, name: str, lost: bool, unknown: bool) -> None:
    """Only what that program tells is doubted, and only once."""
    watch.drain()
    watch._missed[name] -= 1
    drained = watch.drain(active=False)
    assert (drained.lost, drained.reasons[0][0]) == (lost, "missed")
    assert (watch.drain().active is None) == unknown, "remembered until marks are asked for"
    assert watch.drain() == Drained({}, False, frozenset(), watch.drain().active)


def test_a_program_that_lost_its_tracepoint(world: Watched) -> None:
    """Told, put back, and it works again."""
    wanted = Wanted(marks=True)
    found = SocketWatch(sockets_loading.load(wanted, "tp_btf"), wanted)
    try:
        found.watch([world.namespace.cookie])
        os.close(found._hooks._links["inet_sock_set_state"])
        world.pair()
        drained = found.drain()
        assert (drained.births, drained.lost, drained.active, drained.reasons[0][0]) == ({}, True, None, "detached")
        world.pair()
        assert len(born(found, world.namespace, 2)) == 2
    finally:
        found.close()


def test_maps_that_cannot_be_read_any_more() -> None:
    """No exception: all is doubted, with the errno."""
    found = SocketWatch.open(Wanted(), probe.collect(ALL))
    found._half_open._descriptor = 0x7FFFFFFF
    drained = found.drain()
    found.close()
    assert drained[:4] == ({}, True, frozenset(), None)
    assert drained.reasons[0][0] == "unreadable"
    assert "EBADF" in drained.reasons[0][1]


def gone(kind: str, number: int) -> bool:
    """Has the kernel nothing of this number any more?"""
    try:
        os.close(bpf.bpf(GET_BY_ID[kind], bpf._attr(struct.pack("=I", number))))
    except FileNotFoundError:
        return True
    return False


def mappings() -> int:
    """How many parts of BPF maps this process has in its memory."""
    return Path("/proc/self/maps").read_text().count("bpf-map")


def test_close_leaves_nothing_in_the_kernel() -> None:
    """No program, no map, no link, no descriptor and no mapping."""
    before, mapped_before = sorted(os.listdir("/proc/self/fd")), mappings()  # noqa: PTH208  the list as it is
    found = SocketWatch.open(Wanted(marks=True), probe.collect(ALL))
    objects, links = found._hooks.objects, found._hooks._links
    numbers = [("prog", objects.programs[name], 4) for name in objects.programs]
    numbers += [("map", descriptor, 4) for descriptor in objects.maps.values()] + [("link", link, 4) for link in links.values()]
    held = [(kind, int.from_bytes(bpf.info(descriptor)[at : at + 4], "little")) for kind, descriptor, at in numbers]
    assert len(held) == 5 + 5 + 5
    assert not any(gone(*each) for each in held)
    found.close()
    until = time.monotonic() + PATIENCE
    while left := [each for each in held if not gone(*each)]:  # the kernel waits for programs that still run
        assert time.monotonic() < until, left
        time.sleep(0.01)  # a bounded poll
    assert sorted(os.listdir("/proc/self/fd")) == before  # noqa: PTH208  the list as it is
    assert mappings() == mapped_before


def test_where_it_cannot_be_had(tmp_path: Path) -> None:
    """Refused with a word and with what to do; a damaged object with what libbpf says of it."""
    with pytest.raises(AssistUnavailable, match="CAP_BPF") as refused:
        SocketWatch.open(Wanted(), probe.collect(0))
    assert refused.value.reason == "no_capability"
    with pytest.raises(AssistUnavailable, match=r"clang") as refused:
        SocketWatch.open(Wanted(), probe.collect(ALL), tmp_path)
    assert refused.value.reason == "no_objects"
    (tmp_path / "sockets.bpf.o").write_bytes(b"no object")
    with pytest.raises(AssistUnavailable, match=r"libbpf says") as refused:
        SocketWatch.open(Wanted(), probe.collect(ALL), tmp_path)
    assert refused.value.reason == "object"
