"""Who may offer a namespace can, and nobody else; what is offered is asked for afresh each time, and nothing is held between."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from kernel.dumps import rows, source_port
from kernel.real_namespaces import Spaces, descriptors
from opening.offering_here import connect, offering, served

from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.errors import OpenError, UsageError
from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.diag_socket import DiagSocket, connected
from xtcp_ebpf.opening import offers as offers_module
from xtcp_ebpf.opening.handover import Handover
from xtcp_ebpf.opening.offer_frames import Kind, hello
from xtcp_ebpf.opening.offers import MODE, MOST_NEW, Offers
from xtcp_ebpf.tally import Tally

pytestmark = pytest.mark.kernel
ME = frozenset({os.geteuid()})


class Ahead(SystemClock):
    """Time that a test may set ahead."""

    seconds = 0.0

    def monotonic(self) -> float:  # type: ignore[override]  # a method in place of a function
        return time.monotonic() + self.seconds


@pytest.fixture
def offers(tmp_path: Path) -> Iterator[Offers]:
    """A daemon's."""
    made = Offers(str(tmp_path / "offers"), ME, Ahead(), Tally())
    yield made
    made.close()


@pytest.fixture
def path(offers: Offers) -> Path:
    """Where they are taken."""
    return Path(offers._path)


def offered(sock: socket.socket, name: str = "x") -> Handover:
    """A stranger's offer, of the namespace of the test."""
    connection = Handover(sock)
    diag = connected()[0]
    connection.send(Kind.HELLO, 0, hello(name), (diag.fileno(),))
    diag.close()
    return connection


def test_an_offer_is_dumped_and_looked_at(offers: Offers, path: Path, spaces: Spaces) -> None:
    """By sockets that its owner opens: the rows are those of that namespace; identity and name are as the kernel and the owner say."""
    namespace = spaces.known(spaces.make("a"))
    ports = spaces.listen(namespace, 3)
    with offering(spaces, namespace, path, "pod/web 1") as stop:
        served(offers, lambda: offers.namespaces)
        (found,) = offers.namespaces
        assert (found.inode, found.cookie, found.name, found.found_by) == (namespace.inode, namespace.cookie, "pod/web_1", "offer")
        offer = offers.find(found)
        assert offer
        before = descriptors()
        for _ in range(3):
            taken = offer.open()
            assert taken.namespace == offer.id
            diag = DiagSocket.adopt(taken.descriptor, taken.portid, taken.namespace, bytearray(32768))
            assert sorted(source_port(row) for row in rows(diag)) == sorted(ports)
            diag.close()
            assert offer.look(False)[:3] == (3, 0, 0)
            assert offer.look(True).segments is not None
        assert descriptors() <= before
        stop.set()
        served(offers, lambda: not offers.namespaces)
    with pytest.raises(OpenError, match="gone") as caught:
        offer.open()
    assert caught.value.reason == "gone"
    assert offers._tally.read() == {"offers_taken": 1, "offers_gone": 1}


def test_nothing_is_held(offers: Offers, path: Path, spaces: Spaces) -> None:
    """A namespace that was offered and dumped dies when its owner leaves it: as soon as the daemon has heard that the connection ended."""
    namespace = spaces.known(spaces.make("a"))
    with offering(spaces, namespace, path):
        served(offers, lambda: offers.namespaces)
        offer = offers.find(offers.namespaces[0])
        assert offer
        os.close(offer.open().descriptor)
        spaces.remove(namespace)
        assert offer.look(False).empty
    if nsfs.opens_handles("/proc/self/ns/net"):
        served(offers, lambda: not nsfs.lives("/proc/self/ns/net", namespace.cookie, namespace.inode))


def test_whose_offers_are_taken(tmp_path: Path) -> None:
    """Those of the users that were named; others are told who, and counted. The file is for its owner and group."""
    offers = Offers(str(tmp_path / "o"), {54321}, SystemClock(), Tally())
    try:
        assert (tmp_path / "o").stat().st_mode & 0o777 == MODE
        with connect(tmp_path / "o") as sock:
            served(offers, lambda: offers._tally["offers_refused:user"])
            assert b"offers of user 0 are not taken, only of 54321" in Handover(sock).receive().body
            with pytest.raises(ConnectionResetError):
                Handover(sock).receive()
    finally:
        offers.close()


def test_junk(offers: Offers, path: Path) -> None:
    """No greeting, another kind, another version, no socket, two sockets: refused, closed, counted."""
    before = descriptors()
    frames: list[tuple[int, bytes, int]] = [
        (Kind.HELLO, b"", 1),
        (Kind.OPEN, hello("x"), 1),
        (Kind.HELLO, hello("x"), 0),
        (99, b"x" * 999, 2),
    ]
    for turn, (kind, body, brought) in enumerate(frames, 1):
        with connect(path) as sock:
            Handover(sock).send(kind, 0, body, (0,) * brought)
            served(offers, lambda turn=turn: offers._tally["offers_refused:junk"] == turn)
    with connect(path) as sock:
        sock.send(b"\xff")
        served(offers, lambda: offers._tally["offers_refused:junk"] == 5)
    with connect(path) as sock:
        Handover(sock).send(Kind.HELLO, 0, hello("x"), (0,))
        served(offers, lambda: offers._tally["offers_refused:not_a_diag_socket"])
    assert descriptors() <= before
    assert offers.namespaces == ()


def test_the_same_namespace_twice(offers: Offers, path: Path) -> None:
    """The second is refused, and taken when the first is gone, even if both is seen at once."""
    with connect(path) as first, connect(path) as second:
        offered(first)
        served(offers, lambda: offers.namespaces)
        offered(second)
        served(offers, lambda: offers._tally["offers_refused:twice"])
        assert b"offered by somebody else" in Handover(second).receive().body
        with connect(path) as third:
            served(offers, lambda: len(offers._new) == 1)
            first.close()
            offered(third)
            served(offers, lambda: offers._tally["offers_taken"] == 2)


def test_who_says_nothing(offers: Offers, path: Path) -> None:
    """It is let go after a while; and there is a bound to those that may be silent at one time."""
    silent = [connect(path) for _ in range(MOST_NEW)]
    try:
        served(offers, lambda: len(offers._new) == MOST_NEW)
        with connect(path) as sock:
            served(offers, lambda: offers._tally["offers_refused:full"])
            assert b"said nothing yet" in Handover(sock).receive().body
        clock = offers._clock
        assert isinstance(clock, Ahead)
        clock.seconds = offers_module.HELLO_SECONDS + 1
        served(offers, lambda: not offers._new)
        assert offers._tally["offers_refused:silent"] == MOST_NEW
    finally:
        for sock in silent:
            sock.close()


def test_a_bound(offers: Offers, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There are no more offers than so many."""
    monkeypatch.setattr(offers_module, "MOST_OFFERS", 1)
    with connect(path) as first, connect(path):
        offered(first)
        served(offers, lambda: offers.namespaces)
        with connect(path):
            served(offers, lambda: offers._tally["offers_refused:full"])


def test_an_owner_that_hangs(offers: Offers, path: Path) -> None:
    """Its namespace fails by name when the time is up; an answer that comes late is thrown away, and the next one taken."""
    with connect(path) as sock:
        connection = offered(sock)
        served(offers, lambda: offers.namespaces)
        offer = offers.find(offers.namespaces[0])
        assert offer
        offer.connection.within(0.05)
        with pytest.raises(OpenError) as caught:
            offer.open()
        assert caught.value.reason == "offer_timeout"
        before = descriptors()
        assert connection.receive().kind == Kind.WELCOME

        def answer() -> None:
            for _ in range(2):
                frame = connection.receive()
                diag = connected()[0]
                connection.send(Kind.SOCKET, frame.number, b"", (diag.fileno(),))
                diag.close()

        thread = threading.Thread(target=answer)
        thread.start()
        offer.connection.within(10.0)
        os.close(offer.open().descriptor)
        thread.join()
        assert descriptors() <= before
        assert offers.namespaces


@pytest.mark.parametrize(
    ("kind", "body", "brought", "reason"),
    [
        (Kind.SOCKET, b"", 0, "gone"),
        (Kind.SOCKET, b"", 1, "not_a_diag_socket"),
        (Kind.PRESENCE, b"x" * 48, 0, "gone"),
        (Kind.FAILED, b"", 0, "gone"),
        (Kind.FAILED, b"\x18\0no descriptor", 0, "offer_failed"),
        (77, b"x", 1, "gone"),
    ],
)
def test_an_answer_that_is_none(offers: Offers, path: Path, kind: int, body: bytes, brought: int, reason: str) -> None:
    """Junk ends the offer; what its owner could not do is told in its words; what was brought is closed."""
    with connect(path) as sock:
        connection = offered(sock)
        served(offers, lambda: offers.namespaces)
        offer = offers.find(offers.namespaces[0])
        assert offer
        before = descriptors()
        connection.send(kind, 1, body, (0,) * brought)
        with pytest.raises(OpenError) as caught:
            offer.open()
        assert caught.value.reason == reason
        assert descriptors() <= before
        if reason == "gone":
            served(offers, lambda: not offers.namespaces)


def test_answers_to_what_nobody_asked(offers: Offers, path: Path) -> None:
    """Whoever sends them without end holds no reader up: the offer ends."""
    with connect(path) as sock:
        connection = offered(sock)
        served(offers, lambda: offers.namespaces)
        offer = offers.find(offers.namespaces[0])
        assert offer

        def chatter() -> None:
            with suppress(OSError):
                while True:
                    connection.send(Kind.SOCKET, 77)

        thread = threading.Thread(target=chatter)
        thread.start()
        with pytest.raises(OpenError, match="nobody asked") as caught:
            offer.open()
        assert caught.value.reason == "gone"
        served(offers, lambda: not offers.namespaces)
        thread.join()


def test_the_file(tmp_path: Path) -> None:
    """What a daemon that was killed left is replaced; one that is in use, or no socket, is not; at the end it is taken away."""
    path = tmp_path / "o"
    left = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    left.bind(str(path))
    left.close()
    offers = Offers(str(path), ME, SystemClock(), Tally())
    with pytest.raises(UsageError, match=r"-acceptOffers .*EADDRINUSE"):
        Offers(str(path), ME, SystemClock(), Tally())
    offers.close()
    assert not path.exists()
    path.touch()
    with pytest.raises(UsageError, match="EADDRINUSE"):
        Offers(str(path), ME, SystemClock(), Tally())
