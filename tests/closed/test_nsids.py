"""Which namespace has which id, as namespaces and ids come and go."""

from __future__ import annotations

import errno
import itertools
import logging
import os
import socket
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from closed.heard import until
from kernel.real_namespaces import Spaces, in_thread, refuse, without

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.closed import nsids
from xtcp_ebpf.closed.nsids import FIRST_GIVEN, NONE, Nsids
from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.kernel.nsid import open_namespace
from xtcp_ebpf.tally import Tally

pytestmark = pytest.mark.kernel

CAP_NET_ADMIN = 12
_numbers = itertools.count(FIRST_GIVEN + 1000 * (os.getpid() % 1000), 50)
"""Of each test its own: an id is free again only when the kernel has buried its namespace."""


@pytest.fixture
def table() -> Iterator[Nsids]:
    """One that knows nothing yet."""
    made = Nsids(Tally())
    made._next = next(_numbers)
    yield made
    made.close()


def give(table: Nsids, namespace: Namespace, number: int) -> None:
    """As `ip netns set` does."""
    descriptor = open_namespace(namespace)
    try:
        table._request(nsids.RTM_NEWNSID, 4, (3, descriptor), (1, number))
    finally:
        os.close(descriptor)


def test_given_and_found(table: Nsids, spaces: Spaces) -> None:
    """One that has an id keeps it; others get one; `ip` shows them; our own has none."""
    first, second, third = (spaces.make(name) for name in "abc")
    third = spaces.known(third)
    number = next(_numbers) + 40
    give(table, second, number)
    own = Namespace(Path("/proc/self/ns/net").stat().st_ino, "default", "", "own")
    table.refresh((own, first, second, third))
    known = [table.known(n) for n in (own, first, second, third)]
    assert known[0] == 0
    assert known[2] == number
    assert FIRST_GIVEN <= known[1] < known[3]
    assert [table.place(nsid) for nsid in known[1:]] == [first, second, third]
    assert table._tally["nsids_given"] == 2
    shown = subprocess.run(["ip", "netns", "list-id"], capture_output=True, text=True, check=True).stdout
    assert all(f"nsid {nsid}" in shown for nsid in known[1:])
    other = Nsids(Tally())
    other.refresh((third, second, first))
    assert [other.known(n) for n in (first, second, third)] == known[1:]
    other.close()


def test_found_by_bpf(table: Nsids, spaces: Spaces) -> None:
    """One without a path is opened by its handle."""
    known = spaces.known(spaces.make("a"))
    table.refresh((replace(known, path="", found_by="bpf"),))
    assert table.known(known)


def test_found_anew(table: Nsids, spaces: Spaces) -> None:
    """The same namespace under another key, name and way is never in doubt."""
    namespace = spaces.make("a")
    table.refresh((namespace,))
    number = table.known(namespace)
    again = replace(spaces.known(namespace), name="b", first_seen=5.0)
    table.refresh((again,))
    assert (table.known(again), table.place(number)) == (number, again)


def test_a_number_that_is_taken(table: Nsids, spaces: Spaces) -> None:
    """The next one is tried."""
    first, second = spaces.make("a"), spaces.make("b")
    table.refresh((first,))
    table._next = table.known(first)
    table.refresh((first, second))
    assert table.known(second) > table.known(first)


def test_no_number_left(table: Nsids, spaces: Spaces, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is given up, and counted."""
    first, second = spaces.make("a"), spaces.make("b")
    table.refresh((first,))
    monkeypatch.setattr(nsids, "_TRIES", 1)
    table._next = table.known(first)
    table.refresh((first, second))
    assert table.known(second) == 0
    assert table._tally["nsids_failed:system"] == 1


def test_without_the_right(spaces: Spaces, caplog: pytest.LogCaptureFixture) -> None:
    """It is said once which namespace is not heard, and counted for each; tried again with the next list."""
    first, second = spaces.make("a"), spaces.make("b")

    def attempt() -> Tally:
        table = Nsids(Tally())
        table.refresh((first, second))
        assert table.known(first) == 0
        table.close()
        return table._tally

    tally = without(CAP_NET_ADMIN, work=attempt)
    assert tally["nsids_failed:permission"] == 2
    assert len([record for record in caplog.records if "can be given no id: EPERM" in record.message]) == 1


def test_one_that_is_gone(table: Nsids, spaces: Spaces) -> None:
    """No id, no error; it is tried again with the next list, as its reason may pass."""
    gone = spaces.make("a")
    spaces.remove(gone)
    table.refresh((gone,))
    assert (table.known(gone), table._ids[gone.key]) == (0, NONE)


def test_an_id_that_goes(table: Nsids, spaces: Spaces) -> None:
    """Messages that wait are still placed; after that the id is nobody's."""
    namespace = spaces.make("a")
    table.refresh((namespace,))
    number = table.known(namespace)
    spaces.remove(namespace)
    dying: frozenset[int] = frozenset()
    until(lambda: number in table.heed(), "the kernel does not bury it")
    dying = table.heed()
    assert table.place(number) == namespace
    table.settle(dying)
    assert table.place(number) is None


def test_an_id_that_passes_on(table: Nsids, spaces: Spaces) -> None:
    """While messages of both may wait it is nobody's; then it is the heir's."""
    first, second = spaces.make("a"), spaces.make("b")
    table.refresh((first,))
    number = table.known(first)
    spaces.remove(first)
    until(lambda: number in table.heed(), "the kernel does not bury it")
    give(table, second, number)
    dying = table.heed()
    assert table.place(number) is None
    table.refresh((second,))
    assert (table.known(second), table.place(number)) == (number, None)
    table.settle(dying)
    assert table.place(number) == second


def test_an_heir_before_the_death_is_told(table: Nsids, spaces: Spaces) -> None:
    """The new one is met before the end of the old one was heard of: in doubt until that is settled."""
    first, second = spaces.make("a"), spaces.make("b")
    table.refresh((first,))
    number = table.known(first)
    spaces.remove(first)

    def taken() -> bool:
        try:
            give(table, second, number)
        except OSError as error:
            assert error.errno == errno.EEXIST
            return False
        return True

    until(taken, "the kernel does not bury it")
    table.refresh((second,))
    assert table.place(number) is None
    table.settle(table.heed())
    assert table.place(number) == second


def test_told_late_of_another(table: Nsids, spaces: Spaces) -> None:
    """The end of an earlier owner of the id does not take it from the one that has it."""
    namespace = spaces.make("a")
    table.refresh((namespace,))
    number = table.known(namespace)
    table._dying.add(number)
    table.settle(table.heed())
    assert table.place(number) == namespace


def test_news_that_were_lost(table: Nsids, spaces: Spaces) -> None:
    """When the kernel drops news of ids, all are in doubt until they have been asked for again."""
    table._told.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
    made = [spaces.make(f"n{number}") for number in range(12)]
    table.refresh(made)
    numbers = [table.known(n) for n in made]
    dying = table.heed()
    assert table.stale
    assert [table.place(number) for number in numbers] == [None] * 12
    table.refresh(made)
    table.settle(dying)
    assert not table.stale
    assert [table.place(number) for number in numbers] == made


def test_nothing_stays(spaces: Spaces) -> None:
    """No descriptor, and no namespace is held by it."""
    before = len(list(Path("/proc/self/fd").iterdir()))
    table = Nsids(Tally())
    table.refresh((spaces.make("a"),))
    assert len(list(Path("/proc/self/fd").iterdir())) == before + 2
    table.close()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


@pytest.mark.parametrize("working", [0, 1])
def test_no_rtnetlink(working: int) -> None:
    """It says so, and leaves nothing open."""
    before = len(list(Path("/proc/self/fd").iterdir()))

    def attempt() -> None:
        made: list[socket.socket] = []
        if not working:
            refuse("socket", 2, 0, errno.EPROTONOSUPPORT)
        else:
            refuse("socket", 0, socket.AF_NETLINK, errno.EMFILE)
        try:
            Nsids(Tally())
        finally:
            for each in made:
                each.close()

    with pytest.raises(OpenError, match="no rtnetlink socket"):
        in_thread(attempt)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_messages_that_are_none() -> None:
    """What is cut short or of another kind has no ids; a length of 0 does not hang it."""
    header = struct.pack("=IHHII", 16, 3, 0, 0, 0)
    assert list(nsids._ids_in(b"")) == list(nsids._ids_in(header)) == list(nsids._ids_in(header[:9])) == []
    assert list(nsids._ids_in(struct.pack("=IHHII", 0, nsids.RTM_NEWNSID, 0, 0, 0) * 3)) == []
    whole = struct.pack("=IHHII", 28, nsids.RTM_DELNSID, 0, 0, 0) + bytes(4) + struct.pack("=HHi", 8, 1, 7)
    assert list(nsids._ids_in(header + whole + whole)) == [(nsids.RTM_DELNSID, 7)] * 2


def test_a_debug_line(table: Nsids, caplog: pytest.LogCaptureFixture) -> None:
    """What cannot be opened is told at the lowest level only: its dump says more."""
    caplog.set_level(logging.DEBUG)
    table.refresh((Namespace(1, "strange", "/nowhere", "mount"),))
    assert "no nsid of namespace strange" in caplog.text
