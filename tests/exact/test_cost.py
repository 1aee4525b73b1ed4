"""The cost model on simulated hosts: it finds the crossover, forgets slowly, bears outliers, and is never negative."""

from __future__ import annotations

import random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xtcp_ebpf.exact.cost import GETS_PRIOR, HYSTERESIS, LEAST_ASKED, OWN_PRIOR, SHARED_PRIOR, TRY_EVERY, Cost, Line, Way


class Host(NamedTuple):
    """What reads really cost there, in seconds."""

    a: float = 0.4e-3
    b: float = 0.09e-6
    c: float = 1.5e-6
    d: float = 80e-6
    e: float = 3.0e-6
    sockets: int = 50_000

    @property
    def crossover(self) -> float:
        return (self.a + self.b * self.sockets - self.d) / (self.e - self.c)

    def read(self, way: Way, sockets: int) -> float:
        return self.a + self.b * self.sockets + self.c * sockets if way == "dump" else self.d + self.e * sockets


def polls(host: Host, cost: Cost, sizes: list[int], count: int, chance: random.Random) -> None:
    """So many polls of namespaces of these sizes, as the daemon would make them; times with noise, one in fifty far too long."""
    before: dict[int, Way] = {}
    for _ in range(count):
        for number, size in enumerate(sizes):
            way = before[number] = cost.choose(size, size, host.sockets, False, before.get(number))
            seconds = host.read(way, size) * max(0.3, chance.gauss(1.0, 0.1)) * (chance.uniform(2, 10) if chance.random() < 0.02 else 1)
            if way == "dump":
                cost.dumped(seconds, size, host.sockets, False)
            else:
                cost.fetched(seconds, size)


def crossover(cost: Cost, host: Host) -> int:
    """The size up to which gets are thought to be cheaper."""
    low, high = 1, 10**7
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if cost.exact_seconds(middle) < cost.dump_seconds(middle, host.sockets, False) else (low, middle)
    return low


def sizes(host: Host, chance: random.Random, count: int = 24) -> list[int]:
    """Namespaces below and above the crossover."""
    return [max(5, int(host.crossover * 10 ** chance.uniform(-1.5, 0.6))) for _ in range(count)]


@settings(deadline=None, max_examples=30, derandomize=True)
@given(
    st.floats(0.4, 2.5),
    st.floats(0.4, 2.5),
    st.floats(0.6, 1.8),
    st.floats(0.5, 3),
    st.floats(1.6, 3),
    st.integers(10_000, 300_000),
    st.integers(0, 99),
)
def test_the_crossover_is_found(a: float, b: float, c: float, d: float, e: float, sockets: int, seed: int) -> None:
    """Within 20 % of the true one after forty polls, on hosts that are up to 2.5 times slower or faster than the first guess."""
    host = Host(0.4e-3 * a, 0.09e-6 * b, 1.5e-6 * c, 80e-6 * d, 1.5e-6 * c * e, sockets)
    chance, cost = random.Random(seed), Cost()
    polls(host, cost, sizes(host, chance), 40, chance)
    assert 0.8 * host.crossover < crossover(cost, host) < 1.2 * host.crossover


def test_a_wrong_first_guess_is_found_out() -> None:
    """Gets that are really cheap are tried now and then, though the guess says that they are not; and the other way round."""
    for host in (Host(c=3e-6, e=4e-6, sockets=2_000), Host(e=12e-6, sockets=10_000)):
        cost, chance = Cost(), random.Random(3)
        polls(host, cost, sizes(host, chance), 60, chance)
        assert cost.gets.measured > 20
        assert cost.shared.measured > 20
        assert 0.8 * host.crossover < crossover(cost, host) < 1.2 * host.crossover


def test_a_host_that_changes_is_followed() -> None:
    """Slowly: ten reads of a host that is twice as slow move little, some hundreds all the way."""
    host, cost, chance = Host(), Cost(), random.Random(5)
    polls(host, cost, sizes(host, chance), 40, chance)
    before = cost.exact_seconds(1000)
    slower = host._replace(d=host.d * 2, e=host.e * 2)
    for _ in range(10):
        cost.fetched(slower.read("exact", 1000), 1000)
    assert cost.exact_seconds(1000) < before * 1.7
    for _ in range(500):
        cost.fetched(slower.read("exact", 1000), 1000)
    assert cost.exact_seconds(1000) == pytest.approx(slower.read("exact", 1000), rel=0.05)


def test_one_that_is_far_off_moves_little() -> None:
    """A read that was held up a hundred times as long as usual."""
    cost = Cost()
    for _ in range(100):
        cost.fetched(3.08e-3, 1000)
    before = cost.exact_seconds(1000)
    cost.fetched(0.308, 1000)
    assert cost.exact_seconds(1000) < before * 1.15


def test_the_smallest_reads_teach_nothing() -> None:
    """They cost less than the line says, and are far from where the other way is near."""
    cost = Cost()
    for asked in (0, 1, LEAST_ASKED - 1):
        cost.fetched(1e-6, asked)
    assert cost.gets.coefficients == GETS_PRIOR
    cost.fetched(1e-6, LEAST_ASKED)
    assert cost.gets.coefficients < GETS_PRIOR


def test_a_hash_of_its_own_has_a_line_of_its_own() -> None:
    """The sockets of the host are nothing to it."""
    cost = Cost()
    assert cost.dump_seconds(50, 10**6, True) == cost.dump_seconds(50, 10, True) == pytest.approx(OWN_PRIOR[0] + 50 * OWN_PRIOR[1])
    for _ in range(300):
        cost.dumped(800e-6, 50, 10**6, True)
    assert cost.dump_seconds(50, 0, True) == pytest.approx(800e-6, rel=0.05)
    assert cost.shared.coefficients == SHARED_PRIOR
    assert cost.choose(50, 50, 10**6, True) == "exact"
    assert Cost().choose(50, 50, 10**6, True) == "dump"


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.floats(0, 10), st.integers(0, 10**6), st.integers(0, 10**7)), max_size=60))
def test_nothing_is_ever_negative(measured: list[tuple[float, int, int]]) -> None:
    """Whatever was measured, times of 0 and absurd ones too: no coefficient and no cost; and all stay numbers."""
    line = Line(SHARED_PRIOR)
    for seconds, sockets, host in measured:
        line.learn(seconds, 1.0, host, sockets)
        assert all(0 <= one < float("inf") for one in line.coefficients)
        assert 0 < line.seconds(1.0, host, sockets) < float("inf")
    assert line.measured == len(measured)


def test_at_the_crossover_it_stays_with_what_it_did() -> None:
    """The other way must be cheaper by the hysteresis; without a past the cheaper one is taken."""
    cost = Cost()
    low = next(n for n in range(1, 10**6) if cost.exact_seconds(n) >= cost.dump_seconds(n, 10_000, False) * (1 - HYSTERESIS))
    high = next(n for n in range(low, 10**6) if cost.exact_seconds(n) >= cost.dump_seconds(n, 10_000, False) * (1 + HYSTERESIS))
    assert high > low + 2
    for n in (low, (low + high) // 2, high - 1):
        assert cost.choose(n, n, 10_000, False, "exact") == "exact"
        assert cost.choose(n, n, 10_000, False, "dump") == "dump"
    assert cost.choose(high, high, 10_000, False, "exact") == "dump"
    assert cost.choose(low - 1, low - 1, 10_000, False, "dump") == "exact"
    assert cost.choose(low - 1, low - 1, 10_000, False) == "exact"


def test_a_few_of_many_are_asked_for() -> None:
    """-skip quiet: what is asked for counts for gets, all sockets for the dump; far from the crossover nothing is tried."""
    cost = Cost()
    assert {cost.choose(1000, 100_000, 200_000, False) for _ in range(3 * TRY_EVERY)} == {"exact"}
    assert {cost.choose(100_000, 100_000, 100_000, True) for _ in range(TRY_EVERY - 1)} == {"dump"}
    assert cost.exact_seconds(0) == pytest.approx(GETS_PRIOR[0])
