"""Known sockets read one by one on the live kernel: the rows of a dump, and with any doubt a dump in the same poll."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from activity.watched_sockets import ABORT, many
from collector.doors import Rows, poll
from collector.exactly import EXACT, REMEMBER, Exactly
from exact.made_states import MAPPED, States
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import Datagram
from xtcp_ebpf.collector import exact_reading
from xtcp_ebpf.collector.exact_reading import unasked
from xtcp_ebpf.exact.bodies import ANY_COOKIE, BODY_BYTES

pytestmark = pytest.mark.kernel

SYN_RECV = 3
HALF_OPEN = frozenset({SYN_RECV})


@pytest.fixture
def world(tmp_path: Path) -> Iterator[Exactly]:
    """A namespace that is watched."""
    spaces = Spaces(tmp_path / "netns")
    made = Exactly(spaces)
    try:
        yield made
    finally:
        made.close()
        spaces.remove_all()


@pytest.fixture
def states() -> Iterator[States]:
    """Makes sockets, where it is told to."""
    made = States()
    yield made
    made.close()


def connect(world: Exactly, states: States, count: int = 1) -> list[tuple[socket.socket, socket.socket]]:
    """So many connections to one listener."""
    return world.spaces.inside(world.namespace, lambda: [states.pair(states.listener()) for _ in range(count)])


def cut(*socks: socket.socket) -> None:
    """End them with resets."""
    for sock in socks:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
        sock.close()


def test_every_state_of_both_families(world: Exactly, states: States) -> None:
    """REUSEPORT, TIME_WAIT, FIN_WAIT, IPv4-mapped, bound to a device, MPTCP: the rows of a dump, field for field. A connection that is
    half-open, which nobody remembers and nobody counts, is what makes it a dump, until there is none."""
    world.spaces.inside(world.namespace, states.make_all)
    report = world.remembered()
    assert world.births.half_open(world.namespace.key), "the dump showed one"
    assert world.known and world.known < report.sockets
    doubted, rows = world.polled()
    assert (doubted.way, doubted.doubt, doubted.complete) == ("dump", "half_open", True)
    assert SYN_RECV in {row.inet_diag_msg_state for row in rows.values()}
    world.same(but=HALF_OPEN, young=True)


def test_half_open_is_over(world: Exactly, states: States) -> None:
    """A dump that shows none any more, and the next read is exact."""
    held = world.spaces.inside(world.namespace, lambda: states.listener(TCP_DEFER_ACCEPT=30))
    near = world.spaces.inside(world.namespace, lambda: socket.create_connection(held.getsockname()))
    world.remembered()
    assert world.births.half_open(world.namespace.key)
    near.send(b"x")
    states.held.append(held.accept()[0])
    world.remembered()
    assert not world.births.half_open(world.namespace.key)
    world.same()
    near.close()


def test_ends_and_births_between_two_polls(world: Exactly, states: States) -> None:
    """What is gone is gone, in TIME_WAIT is still there, what was born is there, whichever family: with nothing dumped."""
    first, second, third = connect(world, states, 3)
    world.remembered()
    assert world.same().asked == 6
    for sock in first:
        sock.close()  # to TIME_WAIT, one end
    cut(*second)
    connect(world, states, 2)
    world.spaces.inside(world.namespace, lambda: states.pair(states.listener("::", family=socket.AF_INET6, IPV6_V6ONLY=0), MAPPED))
    report = world.same()
    assert report.asked >= 6
    assert world.known == 2 + 4 + 2 + 1, "of the first pair one end is left, of the second none"
    assert world.tally.read().get("dumps", 0) == 1
    assert third


def test_born_while_it_is_read(world: Exactly, states: States) -> None:
    """Before the sockets are counted: they are asked for, and the read is used."""
    connect(world, states)
    world.remembered()
    world.door.before_look = [lambda: connect(world, states, 2)]
    report, rows = world.polled()
    # Their listeners were born too, after the listeners were dumped: the count says so.
    assert (report.way, report.doubt) == ("dump", "fewer")
    listener = world.spaces.inside(world.namespace, states.listener)
    world.remembered()

    def one() -> None:
        states.pair(listener)

    world.door.before_look = [lambda: world.spaces.inside(world.namespace, one)]
    report, rows = world.polled()
    assert (report.way, report.doubt, report.sockets) == ("exact", "", len(world.rows()))
    assert rows.keys() == world.rows().keys()
    assert world.same().sockets == report.sockets


def test_births_that_do_not_end(world: Exactly, states: States, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some rounds it is dumped."""
    monkeypatch.setattr(exact_reading, "ROUNDS", 2)
    listener = world.spaces.inside(world.namespace, states.listener)
    world.remembered()
    world.door.before_look = [lambda: world.spaces.inside(world.namespace, lambda: states.pair(listener))] * 2
    report, rows = world.polled()
    assert (report.way, report.doubt, report.complete) == ("dump", "births", True)
    assert len(rows) == 5
    world.same()


def test_gone_while_it_is_read(world: Exactly, states: States) -> None:
    """One that was read and is no more when they are counted: more rows than sockets, and it is dumped in the same poll."""
    pair, *_ = connect(world, states, 2)
    world.remembered()
    world.door.before_look = [lambda: cut(*pair)]
    report, rows = world.polled()
    assert (report.way, report.doubt, report.complete) == ("dump", "more", True)
    assert rows.keys() == world.rows().keys()
    assert report.tries == 2
    assert world.tally.read()["exact_doubts:more"] == 1
    assert "dump_retries:more" not in world.tally.read()
    world.same()


def test_not_told(world: Exactly, states: States) -> None:
    """A socket in SYN_SENT is not told at its birth: the count differs, and it is dumped; from then on it is known."""
    connect(world, states)
    world.remembered()
    world.spaces.inside(world.namespace, states._syn_sent)
    report, rows = world.polled()
    assert (report.way, report.doubt) == ("dump", "fewer")
    assert rows.keys() == world.rows().keys()
    world.births._half_open.clear()
    world.same(but=HALF_OPEN)


def test_births_that_are_lost(world: Exactly, states: States) -> None:
    """More than the ring holds between two polls: nothing is known any more; while it is read: a dump, and known again."""
    connect(world, states)
    world.remembered()
    many(world, 200)  # 400 births of 72 bytes, in 16 KiB
    report, _ = world.polled()
    assert (report.way, report.doubt) == ("dump", "unknown")
    world.remembered()
    world.door.before_look = [lambda: many(world, 200)]
    report, rows = world.polled()
    assert (report.way, report.doubt, report.complete) == ("dump", "births_lost", True)
    assert rows.keys() >= {row.inet_diag_msg_socket_cookie for row in world.rows().values() if row.inet_diag_msg_state == 1}
    assert "ring_full" in world.births.drain()
    world.remembered()
    world.same()


def test_a_dump_during_which_births_are_lost_teaches_nothing(world: Exactly, states: States) -> None:
    """It may have passed by where they are."""
    connect(world, states)
    under = world.births.begin(world.namespace.key)
    many(world, 200)
    world.births.drain()
    assert not world.births.settle(under, bytes(BODY_BYTES))
    assert world.known is None


def test_more_than_may_be_remembered(tmp_path: Path) -> None:
    """It is dumped each time, and counted; below the bound it is known again."""
    spaces = Spaces(tmp_path / "few")
    world, states = Exactly(spaces, most=4), States()
    try:
        pairs = connect(world, states, 3)
        world.remembered()
        assert (world.known, world.tally.read()["exact_forgotten"]) == (None, 1)
        assert world.polled()[0].doubt == "unknown"
        cut(*pairs[0])
        world.remembered()
        assert world.known == 4
        world.same()
        connect(world, states)
        world.births.drain()
        assert world.known is None
    finally:
        states.close()
        world.close()
        spaces.remove_all()


def test_too_many_rows_to_hold(world: Exactly, states: States, monkeypatch: pytest.MonkeyPatch) -> None:
    """They would have to be held until they are counted: dumped, and nothing comes twice."""
    connect(world, states, 4)
    world.remembered()
    monkeypatch.setattr(exact_reading, "HOLD_BYTES", 500)
    report, rows = world.polled()
    assert (report.way, report.doubt, len(rows)) == ("dump", "large", report.rows)


def test_no_record_counter_is_left_out(world: Exactly, states: States) -> None:
    """Neither by a read that is used, nor by one that is not: the dump in its place begins where it would have begun."""
    pairs = connect(world, states, 3)
    world.remembered()
    for before in ([], [lambda: cut(*pairs[0])]):
        world.door.before_look = list(before)
        report, rows = world.polled()
        assert report.way == ("dump" if before else "exact")
        assert sorted(row.record_counter for row in rows.values()) == [*range(1, len(rows) + 1)]


def test_another_namespace_has_its_place(world: Exactly, states: States) -> None:
    """Where namespaces are opened by path (before Linux 6.18): the cookie is another, nothing that was known is asked for there, and
    nothing of it is remembered."""
    world.door.opens_by_path()
    connect(world, states)
    world.remembered()
    known = world.births.known.bodies(world.namespace.key)
    world.spaces.remove(world.namespace)
    assert world.spaces.make(world.namespace.name).path == world.namespace.path
    report, rows = world.read()
    assert (report.doubt, report.way, rows) == ("recycled", "dump", {})
    assert world.read(REMEMBER)[0].complete
    assert world.births.known.bodies(world.namespace.key) is known, "of what it stood for before; the search forgets it"


def test_one_that_is_dead(world: Exactly, states: States) -> None:
    """It cannot be opened: reported as any dump of it would be, and not tried again."""
    world.door.opens_by_path()
    connect(world, states)
    world.remembered()
    world.spaces.remove(world.namespace)
    report, rows = world.polled()
    assert (report.complete, report.reason, report.tries, rows) == (False, "gone", 1, {})
    world.births.keep(set())
    assert world.known is None
    assert not world.births.watches(world.namespace)


def test_the_time_is_over(world: Exactly, states: States) -> None:
    """Nothing is read, and nothing is dumped after it."""
    connect(world, states)
    world.remembered()
    real = world.clock.monotonic()
    world.reading.clock = type("Late", (), {"monotonic": lambda _: real + 99, "cpu": lambda _: 0.0, "now_ns": lambda _: 1})()  # type: ignore[assignment]  # a clock
    report, rows = world.read()
    assert (report.reason, rows) == ("poll_timeout", {})
    assert world.known == 2


def test_what_was_asked_for_already() -> None:
    """By cookie; where a birth came without, by its address. Each once."""
    known = bytes(range(BODY_BYTES))
    other = known[:8] + bytes(40) + b"othercoo"
    anyone = known[:-8] + ANY_COOKIE
    stranger = known[:8] + bytes([7]) * 40 + ANY_COOKIE
    assert unasked(known + other + anyone + stranger + other, known) == other + stranger
    assert unasked(other, known, other) == b""
    assert unasked(b"", known) == b""


def test_a_tap_sees_the_answers(world: Exactly, states: States) -> None:
    """-writeFiles: the rows of gets are in the capture, and the dump of the listeners with its request."""
    connect(world, states)
    world.remembered()
    seen: list[tuple[bytes, bool]] = []

    def tap(datagram: Datagram, is_request: bool) -> None:
        seen.append((bytes(datagram), is_request))

    world.births.drain()
    assert world.reading.read(world.door, world.namespace, 0, poll(Rows(), world.clock.monotonic() + 10), tap, EXACT).way == "exact"
    assert [is_request for _, is_request in seen][:2] == [True, False]
    gets = world.births.gets
    assert sum(sum(gets.counts(datagram, None, None)) for datagram, is_request in seen if not is_request) == len(world.rows())
