"""What a gate adds to visits: its own thread, second looks, hashes told once. What all ways share: conformance/test_openers.py."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from dumps import rows, source_port
from kernel.real_namespaces import Spaces, descriptors, few_descriptors, in_thread, where

from xtcp_ebpf import errors
from xtcp_ebpf.abc import Namespace, Presence
from xtcp_ebpf.kernel import netns
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.kernel.visit import Home, Visit, visit

pytestmark = pytest.mark.kernel

EMPTY = (b"TCP6: inuse 0\n", b"sockets: used 0\nTCP: inuse 0 orphan 0 tw 0 alloc 1 mem 0\n")
USED = (EMPTY[0], EMPTY[1].replace(b"used 0", b"used 2"))
FULL = (EMPTY[0], USED[1].replace(b"inuse 0", b"inuse 1"))


@pytest.fixture
def gate() -> Iterator[Gate]:
    """A gate of the test's own thread, which must be home when the test ends."""
    home = where()
    made = Gate(bytearray(32768))
    yield made
    made.close()
    assert where() == home


def own() -> Namespace:
    """The namespace of the tests, as Discovery gives it."""
    return Namespace(Path("/proc/self/ns/net").stat().st_ino, "default", "", "own")


@pytest.mark.parametrize("links", ["/proc/self/ns", "/dev/null"])
def test_elsewhere(spaces: Spaces, links: str) -> None:
    """Where no cookie is known, nothing is opened unless /proc confirms the place; with one it is the socket that tells."""
    namespace = spaces.make("a")

    def work() -> errors.OpenError:
        gate = Gate(bytearray(32768))
        false_links = os.open(links, os.O_RDONLY)
        os.dup2(false_links, gate._home.links)  # the main thread's, which does not move with this one; or nothing that has links
        os.close(false_links)
        before = descriptors()
        with pytest.raises(errors.OpenError, match="setns led to") as caught:
            gate.open(namespace)
        assert where() == f"net:[{own().inode}]"
        assert descriptors() == before
        if (known := spaces.known(namespace)).cookie:  # Linux 5.14
            gate.open(known).close()
        gate.close()
        return caught.value

    error = in_thread(work)
    assert error.reason == "elsewhere"
    assert not isinstance(error, errors.Stranded)


@pytest.mark.parametrize("free", [0, 1, 2])
def test_no_descriptor_for_a_gate(free: int) -> None:
    """A gate that cannot be made says why, and leaves nothing open."""
    with few_descriptors(free), pytest.raises(errors.OpenError, match=r"/proc/thread-self/n.*EMFILE") as caught:
        Gate(bytearray(32768))
    assert caught.value.reason == "descriptors"


def test_a_gate_is_its_threads(gate: Gate) -> None:
    """Another thread that uses it would not move, or be moved unseen: refused."""
    for act in (gate.open, gate.look):
        with pytest.raises(RuntimeError, match="another thread"):
            in_thread(lambda act=act: act(own()))  # type: ignore[misc]  # mypy does not see the type of a lambda's default


def test_a_gate_gives_all_back() -> None:
    """What it holds is close-on-exec, and closed with it."""
    before = descriptors()
    gate = Gate(bytearray(32768))
    assert not any(os.get_inheritable(fd) for fd in (gate._home.descriptor, gate._home.links, gate._home.net))
    gate.close()
    assert descriptors() == before


def test_many_threads(spaces: Spaces) -> None:
    """Threads that enter namespaces at the same time do not disturb each other: every socket is where it was asked for."""
    places = [spaces.make(str(n)) for n in range(4)]
    ports = {p.name: spaces.listen(p, int(p.name) + 1) for p in places}
    barrier = threading.Barrier(4)
    wrong: list[str] = []

    def work(first: int) -> None:
        gate = Gate(bytearray(32768))
        barrier.wait()
        for turn in range(25):
            place = places[(first + turn) % 4]
            diag = gate.open(place)
            found = sorted(source_port(row) for row in rows(diag, states=1 << 10))
            diag.close()
            if found != sorted(ports[place.name]) or gate.look(place).tcp != len(found):
                wrong.append(place.name)
        gate.close()

    threads = [threading.Thread(target=work, args=[n]) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


class Counting:
    """Visits of which the kernel's counts are these, one after the other."""

    def __init__(self, *counts: tuple[bytes, ...]) -> None:
        self.counts = list(counts)
        self.asked: list[tuple[bytes, ...]] = []

    def __call__(
        self,
        home: Home,
        path: bytes | None,
        handle: bytes | None,
        inode: int,
        files: tuple[bytes, ...] = (),
        diag: bool = False,
        confirm: bool = False,
    ) -> Visit:
        self.asked.append(files)
        answer = visit(home, path, handle, inode, files, diag, confirm)
        counts = self.counts.pop(0)
        first = files.index(b"sockstat6") if len(counts) == 2 else 0
        return answer._replace(files=answer.files[:first] + counts + answer.files[first + len(counts) :])


@pytest.mark.parametrize(
    ("counts", "looks", "tcp"),
    [([EMPTY], 1, 0), ([FULL], 1, 1), ([USED, USED], 2, 0), ([USED, FULL], 2, 1), ([USED, EMPTY], 2, 0)],
    ids=["no sockets", "sockets", "others", "hidden once", "others end"],
)
def test_empty_is_believed_twice(spaces: Spaces, counts: list[tuple[bytes, ...]], looks: int, tcp: int) -> None:
    """No TCP sockets are believed when there are no others either, or when a second look says so too."""
    kernel = Counting(*counts)
    gate = Gate(bytearray(32768), kernel)
    seen = gate.look(spaces.make("a"))
    gate.close()
    assert (len(kernel.asked), seen.tcp, seen.empty) == (looks, tcp, tcp == 0)


def test_counts_that_make_no_sense(spaces: Spaces) -> None:
    """What is not understood is an error that names the namespace and the file, never an empty namespace."""
    gate = Gate(bytearray(32768), Counting((b"", b"nonsense")))
    with pytest.raises(errors.OpenError, match=r"namespace a .*cannot tell how many sockets .*/proc/net/sockstat does not") as caught:
        gate.look(spaces.make("a"))
    gate.close()
    assert caught.value.reason == "system"


def test_counters_are_read_first(spaces: Spaces) -> None:
    """snmp before sockstat, so that what happens in between is new at the next look. A second look is at the sockets alone."""
    namespace = spaces.make("a")
    for counts, asked in (([USED, FULL], 2), ([FULL], 1)):
        kernel = Counting(*counts)
        gate = Gate(bytearray(32768), kernel)
        seen = gate.look(namespace, counters=True)
        gate.close()
        assert kernel.asked[0][:3] == (b"snmp", b"sockstat6", b"sockstat")
        assert kernel.asked[1:] == [(b"sockstat6", b"sockstat")] * (asked - 1)
        assert (seen.tcp, seen.segments, seen.mark) == (1, 0, (0, 1, 0, 0))


def test_the_counters_are_those_of_before_the_first_look(spaces: Spaces, gate: Gate) -> None:
    """A second look does not make them newer than the number of sockets that they came with; without being asked for there are none."""
    snmp = b"Tcp: 1 200 120000 -1 1 2 4 8 100 16 32 64 128 256 512\n"
    twice = Counting((snmp, *USED), FULL)
    other = Gate(bytearray(32768), twice)
    assert other.look(spaces.make("a"), counters=True).segments == 1023
    other.close()
    assert gate.look(own()).segments is None
    assert gate.look(own(), counters=True).segments is not None


@pytest.mark.parametrize("snmp", [b"nonsense", b""])
def test_counters_that_make_no_sense(spaces: Spaces, snmp: bytes) -> None:
    """What is not understood is an error that names the namespace and the file, never counters that stand still."""
    gate = Gate(bytearray(32768), Counting((snmp, *FULL)))
    with pytest.raises(errors.OpenError, match=r"namespace a .*/proc/net/snmp does not hold") as caught:
        gate.look(spaces.make("a"), counters=True)
    gate.close()
    assert caught.value.reason == "system"


@pytest.mark.skipif(
    not Path("/proc/sys/net/ipv4/tcp_child_ehash_entries").exists(), reason="no namespace has a hash of its own before Linux 6.1"
)
def test_own_hash(spaces: Spaces, gate: Gate) -> None:
    """Its size is told at the first look, the second reading of that look included; a namespace that shares the host's has none."""
    parent = spaces.make("parent")

    def child() -> Namespace:
        Path("/proc/sys/net/ipv4/tcp_child_ehash_entries").write_text("1024")
        return spaces.make("child")

    namespace = spaces.known(spaces.inside(parent, child))
    assert [gate.look(namespace).own_hash for _ in range(2)] == [1024, 0]
    assert gate.look(replace(namespace, first_seen=1.0)).own_hash == 1024
    assert gate.look(parent).own_hash == 0
    sharing = Counting(USED, USED)
    other = Gate(bytearray(32768), sharing)
    assert other.look(namespace) == Presence(0, 0, 0, 2, 1024)
    other.close()


def test_what_is_remembered_is_bounded(spaces: Spaces, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    """A gate that has looked at very many namespaces forgets whose hash it has told."""
    monkeypatch.setattr(netns, "_REMEMBERED", 3)
    namespace = spaces.make("a")
    for turn in range(10):
        gate.look(replace(namespace, first_seen=float(turn)))
        assert 1 <= len(gate._told) <= 3
