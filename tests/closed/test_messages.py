"""What is taken from the socket, in C and in Python alike."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from closed.heard import crowd_here, cut, listener, pair, talk, until
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.closed import messages
from xtcp_ebpf.closed.hearing import Hearing
from xtcp_ebpf.closed.messages import OWN, Receive, Received, in_python, info_of, path_mtu, receive, starts
from xtcp_ebpf.closed.nsids import Nsids
from xtcp_ebpf.tally import Tally

pytestmark = pytest.mark.kernel

BOTH = pytest.mark.parametrize("take", [receive, in_python], ids=["c", "python"])


@contextmanager
def hearings(count: int = 1, size: int = 1 << 20) -> Iterator[list[Hearing]]:
    """So many that hear the same."""
    made = [Hearing(size, everywhere=True) for _ in range(count)]
    try:
        yield made
    finally:
        for each in made:
            each.close()


def everything(hearing: Hearing, take: Receive) -> list[Received]:
    """All that is there."""
    found = [take(hearing.socket)]
    while found[-1].datagrams:
        found.append(take(hearing.socket))
    return found


def test_the_c_one_is_there() -> None:
    """Where compilers are it is what runs: the tests below compare it with the other."""
    assert receive is not in_python


def test_both_say_the_same(spaces: Spaces, space: Namespace) -> None:
    """The same messages of several namespaces give the same groups, in order and cut off, listeners left out."""
    other = spaces.make("other")
    spaces.loopback(other)
    nsids = Nsids(Tally())
    nsids.refresh((space, other))
    numbers = [nsids.known(namespace) for namespace in (space, other)]
    with hearings(2) as (first, second):
        for namespace in (space, other, space):
            spaces.inside(namespace, lambda: crowd_here(20))
        crowd_here(3)
        one, two = (of(numbers, 120, hearing, take) for hearing, take in ((first, receive), (second, in_python)))
    assert one == two
    assert [len(list(starts(each))) - 1 for each in one[0].values()] == [80, 40]
    assert one[1] > 10
    nsids.close()


def of(numbers: list[int], rows: int, hearing: Hearing, take: Receive) -> tuple[dict[int, bytes], int]:
    """(messages by nsid, how many of them were cut off) of these namespaces, when all are there; besides, our own has some."""
    found, cut_off, seen, left_out = dict.fromkeys(numbers, b""), 0, set(), 0

    def whole() -> bool:
        nonlocal cut_off, left_out
        received = take(hearing.socket)
        left_out += received.unconnected
        for group in received.groups:
            seen.add(group.nsid)
            assert len(list(starts(group.messages))) - 1 == group.rows
            if group.nsid in found:
                found[group.nsid] += group.messages
                cut_off += len(group.cut_off)
                ports = [struct.unpack_from("=H", group.messages, at + messages.DPORT_AT)[0] for at in group.cut_off]
                assert not any(ports)
        return sum(len(list(starts(each))) - 1 for each in found.values()) >= rows and OWN in seen and left_out >= 3

    until(whole, "not all")
    return found, cut_off


@BOTH
def test_nothing_there(take: Receive) -> None:
    """It does not wait."""
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 4) as silent:
        silent.bind((0, 0))
        assert take(silent) == Received((), 0, 0, 0, False)


@BOTH
def test_a_broken_socket(take: Receive) -> None:
    """An error is raised, with its errno."""
    broken = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    with broken, pytest.raises(OSError, match=r"Errno 22|Errno 107"):
        take(broken)


@BOTH
def test_an_overrun(take: Receive) -> None:
    """It is told; and what the buffer had is there all the same."""
    with hearings(1, 8192) as (hearing,):
        crowd_here(30)
        until(hearing.dropped, "no overrun")
        found = everything(hearing, take)
        found += everything(hearing, take)
        assert sum(r.overrun for r in found) == 1
        assert sum(group.rows for r in found for group in r.groups) >= 2


@BOTH
def test_what_others_send(take: Receive) -> None:
    """A datagram of a process, one cut short, one too large: counted, and in no group."""
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 4) as hears, socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 4) as forger:
        hears.bind((0, 0))
        address = hears.getsockname()[0], 0
        for size in (200, 10, 3000):
            forger.sendto(struct.pack("=IHHII", size, 20, 0, 0, 0)[:size].ljust(size, b"\1"), address)
        assert take(hears) == Received((), 3, 0, 3, False)


def test_where_things_stand(space: Namespace, spaces: Spaces) -> None:
    """In a message of the kernel: struct tcp_info, the path MTU, and where each message of a group begins."""
    with hearings() as (hearing,):
        nsids = Nsids(Tally())
        nsids.refresh((space,))

        def act() -> None:
            with listener() as waiting:
                near, far = pair(waiting)
                talk(near, far)
                cut(near)
                far.close()

        spaces.inside(space, act)
        groups: list[messages.Group] = []

        def told() -> int:
            groups.extend(group for group in receive(hearing.socket).groups if group.nsid == nsids.known(space))
            return sum(group.rows for group in groups) >= 2

        until(told, "not told")
        nsids.close()
    for group in groups:
        *begins, end = starts(group.messages)
        assert (len(begins), end) == (group.rows, len(group.messages))
        for at in begins:
            offset, length = info_of(group.messages, at)
            assert length >= 192
            assert group.messages[offset] == 7
            assert path_mtu(group.messages[at:]) == 65535


def test_a_message_without_tcp_info() -> None:
    """There is none, also where a length is a lie."""
    plain = struct.pack("=IHHII", 88, 20, 0, 0, 0) + bytes(72)
    for rest in (b"", b"\2\0\2\0", b"\xff\0\2\0aaaa", struct.pack("=HHI", 8, 10, 6), b"\4"):
        message = struct.pack("=I", 88 + len(rest)) + plain[4:] + rest
        assert info_of(message) == (0, 0)
        assert path_mtu(message) == 0


def test_an_offset_that_is_none() -> None:
    """The C one refuses places outside of a message."""
    from xtcp_ebpf.closed import _messages

    for places in ((-1, 60), (500, 60), (22, -1), (22, 5000)):
        with pytest.raises(ValueError, match="no such place"):
            _messages.receive(0, *places)


def test_without_the_c_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's takes its place."""
    import sys

    import xtcp_ebpf.closed

    monkeypatch.setitem(sys.modules, "xtcp_ebpf.closed._messages", None)
    monkeypatch.delattr(xtcp_ebpf.closed, "_messages", raising=False)
    assert messages.choose() is in_python
