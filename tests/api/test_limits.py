"""Rates, slots, patience and triggers, with a clock that the test turns."""

from __future__ import annotations

import pytest
from api.turned_clock import Turned
from servers.process import until

from xtcp_ebpf.api import limits
from xtcp_ebpf.api.limits import LONG_CALLS, MOST_CLIENTS, SHORT_CALLS, Limits, Patience, SharedTrigger, Slots, client_of
from xtcp_ebpf.clock import SystemClock


def test_a_rate_is_kept_over_time() -> None:
    """After a second of rest as many at once as a second has; then no more than the rate, however often one asks."""
    clock = Turned()
    made = Limits(100, clock)
    assert sum(made.admit(True) for _ in range(1000)) == 100
    allowed = 0
    for _ in range(1000):
        clock.at += 0.01
        allowed += sum(made.admit(True) for _ in range(10))
    assert 998 <= allowed <= 1001
    clock.at += 3600
    assert sum(made.admit(True) for _ in range(1000)) == 100


def test_who_shows_nothing_cannot_use_up_all() -> None:
    """All unknown ones together have three quarters; what is left is for those who are known."""
    made = Limits(100, Turned())
    assert sum(made.admit(False) for _ in range(1000)) == 75
    assert sum(made.admit(True) for _ in range(1000)) == 25
    assert not made.admit(False)


def test_no_client_can_use_up_all() -> None:
    """One has three quarters, and what it is refused is not taken from the others."""
    clock = Turned()
    made = Limits(100, clock)
    for _ in range(20):
        assert sum(made.admit(True) and made.admit_client("a") for _ in range(500)) <= 75
        assert sum(made.admit(True) and made.admit_client("b") for _ in range(25)) == 25
        clock.at += 1.0


def test_the_smallest_rate_lets_one_through() -> None:
    """A second, whoever it is."""
    clock = Turned()
    made = Limits(1, clock)
    for _ in range(3):
        assert made.admit(False)
        assert made.admit_client("a")
        assert not made.admit(False)
        clock.at += 1.01


def test_clients_are_forgotten() -> None:
    """Those that were quiet for longest: memory is bounded."""
    made = Limits(100000, Turned())
    for number in range(3 * MOST_CLIENTS):
        made.admit_client(str(number))
    assert len(made._clients) == MOST_CLIENTS


def test_slots() -> None:
    """Each kind of call has its own; a client has its share of them, or all where it stands for many."""
    slots = Slots(4)
    assert [slots.take("records", "a") for _ in range(5)] == [True, True, True, False, False]
    assert slots.take("records", "b")
    assert not slots.take("records", "c")
    slots.give_back("records", "a")
    assert slots.take("records", "b")
    assert sum(slots.take("short", "a") for _ in range(100)) == SHORT_CALLS * 3 // 4
    assert sum(slots.take("watch", "a", shared=False) for _ in range(100)) == LONG_CALLS
    assert slots.take("reflection", "a")
    assert Slots(1).take("records", "a")


def test_slots_leave_nothing_behind() -> None:
    """Who has given back all is not remembered."""
    slots = Slots(4)
    for number in range(100):
        assert slots.take("short", str(number))
        slots.give_back("short", str(number))
    assert not +slots._taken


class Call:
    """Knows whether it was cancelled."""

    cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


def test_patience() -> None:
    """Whoever is late is ended when somebody else comes, and nobody before that or twice."""
    clock = Turned()
    patience = Patience(10.0, clock)
    first, second, third = Call(), Call(), Call()
    patience.begin(first)
    patience.begin(second)
    clock.at = 5.0
    patience.begin(third)
    patience.end(second)
    assert patience.sweep() == 0
    clock.at = 10.0
    assert patience.sweep() == 1
    assert (first.cancelled, second.cancelled, third.cancelled) == (True, False, False)
    patience.end(first)
    clock.at = 15.0
    assert (patience.sweep(), patience.sweep()) == (1, 0)


def test_a_shared_trigger(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first at once; those that come too soon are one, a little later, and none is forgotten."""
    monkeypatch.setattr(limits, "TRIGGER_SECONDS", 0.2)
    triggered: list[float] = []
    clock = SystemClock()
    trigger = SharedTrigger(lambda: triggered.append(clock.monotonic()), clock)
    for _ in range(50):
        trigger()
    assert len(triggered) == 1
    until(lambda: len(triggered) == 2, "the one that was put off")
    assert triggered[1] - triggered[0] >= 0.19
    trigger()
    trigger.close()
    trigger()
    assert len(triggered) == 2


@pytest.mark.parametrize(
    ("peer", "client"),
    [
        ("ipv4:192.0.2.7:4711", "ipv4:192.0.2.7"),
        ("ipv6:%5B2001:db8:1:2:3:4:5:6%5D:4711", "ipv6:2001:db8:1:2::"),
        ("ipv6:[2001:db8:1:2::9]:1", "ipv6:2001:db8:1:2::"),
        ("ipv6:%5B::1%5D:9", "ipv6:::1"),
        ("ipv6:%5B::ffff:192.0.2.7%5D:9", "ipv6:192.0.2.7"),
        ("ipv6:%5Bfe80::1%25eth0%5D:9", "ipv6:fe80::"),
        ("ipv6:what", "ipv6:"),
        ("unix:", "unix"),
        ("unix-abstract:xtcp", "unix-abstract"),
    ],
)
def test_clients(peer: str, client: str) -> None:
    """Who connects again is the same one, and so is his neighbour in an IPv6 network."""
    assert client_of(peer) == client
