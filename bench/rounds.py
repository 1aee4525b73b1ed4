"""The rate of round trips over loopback with a source attached and without, in turn, in many short rounds: median of the ratios."""

from __future__ import annotations

import os
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import NamedTuple

from bench.echo import MESSAGE_BYTES, Echo
from bench.loaded import Loaded
from bench.table import Row, Section

ROUND_SECONDS = 0.05
NOTHING = "nothing (A/A)"
"""With nothing attached in either half: what these rounds can tell apart at all."""
HOW = (
    f"loopback: {MESSAGE_BYTES} bytes there and back, client and server on CPU {{cpu}}, the walk once in each half from another CPU where "
    "there is one: polls are some 200 times further apart"
)
SHARE = 0.95
_RESAMPLES = 2000
_SEED = 1
_TELL_ROUNDS = 50


class Interval(NamedTuple):
    """Where the median of all rounds that might have been lies."""

    low: float
    high: float


def interval(ratios: Sequence[float], share: float = SHARE, resamples: int = _RESAMPLES, seed: int = _SEED) -> Interval:
    """Bootstrap: the middle `share` of the medians of samples drawn from these, with replacement, as many as they are."""
    draw = random.Random(seed).choices
    medians = sorted(statistics.median(draw(ratios, k=len(ratios))) for _ in range(resamples))
    outside = round((1 - share) / 2 * resamples)
    return Interval(medians[outside], medians[-1 - outside])


def measure(rounds: int, echo: Echo, loaded: Sequence[Loaded], say: Callable[[str], None]) -> Section:
    """Loss of rate in percent, by source. In each round each source has its two halves, which come first by chance.

    The sources' programs are loaded all the time. The walk goes along all namespaces once in its half, from another CPU if there is one.
    """
    chance = random.Random(_SEED)
    sources: list[Loaded | None] = [None, *loaded]
    rates: list[list[tuple[float, float]]] = [[] for _ in sources]
    for number in range(rounds):
        if number and number % _TELL_ROUNDS == 0:
            say(f"{number} rounds")
        for index in chance.sample(range(len(sources)), len(sources)):
            halves = [False, True]
            chance.shuffle(halves)
            rate = {attached: _half(echo, sources[index] if attached else None) for attached in halves}
            rates[index].append((rate[False], rate[True]))
    rows = [_row(source.source.title if source else NOTHING, taken) for source, taken in zip(sources, rates, strict=True)]
    title = f"Loss of rate of {rounds} times {ROUND_SECONDS * 1000:.0f} ms of round trips over loopback, source attached"
    columns = ("trips/s without", "loss %", "95 %, from", "to", "sd, a round")
    return Section("loopback", title, columns, rows)


def _half(echo: Echo, source: Loaded | None) -> float:
    def meanwhile() -> None:
        time.sleep(ROUND_SECONDS / 2)
        if source:
            source.walk()

    with source.attached() if source else nullcontext():
        return echo.trips(ROUND_SECONDS, meanwhile)


def _row(title: str, rates: Sequence[tuple[float, float]]) -> Row:
    ratios = [attached / without for without, attached in rates]
    low, high = interval(ratios)
    loss, least, most = ((1 - ratio) * 100 for ratio in (statistics.median(ratios), high, low))
    return title, statistics.median(without for without, _ in rates), loss, least, most, statistics.pstdev(ratios) * 100


@contextmanager
def apart() -> Iterator[int]:
    """A CPU that this process keeps off meanwhile, if it has another one."""
    before = os.sched_getaffinity(0)
    kept = max(before)
    os.sched_setaffinity(0, before - {kept} or before)
    try:
        yield kept
    finally:
        os.sched_setaffinity(0, before)
