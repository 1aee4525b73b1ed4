"""What a dump and gets cost on this host, learned from its own reads; and which of them is cheaper. Pure.

    dump:  a + b x sockets of the host + c x sockets of the namespace     (it walks the host's hash)
    dump:  a' + c' x sockets of the namespace                             (the namespace has a hash of its own)
    gets:  d + e x sockets asked for                                      (with the dump of the listeners)

Each is a line with a Kalman filter: the coefficients may wander slowly, one measurement that is far off moves them little, and none of them
is ever below 0. Measurements are relative (a read of 10 us and one of 100 ms count alike), because their noise is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

Way = Literal["dump", "exact"]

SHARED_PRIOR: Final = (0.5e-3, 0.13e-6, 1.7e-6)
"""Seconds of CPU: the host's 262,144 empty buckets, each socket of the host, each of the namespace (decoding included)."""
OWN_PRIOR: Final = (100e-6, 1.7e-6)
GETS_PRIOR: Final = (350e-6, 3.8e-6)

LEAST_ASKED: Final = 16
"""A read of fewer sockets teaches nothing: it costs less than the line says, and would draw it down where the other way is near."""
HYSTERESIS: Final = 0.03
"""The other way must be cheaper by so much, or a namespace at the crossover would change its way at each poll."""
TRY_WITHIN: Final = 3.0
TRY_EVERY: Final = 64
"""Each so-many-th choice goes the other way where that is thought to cost at most TRY_WITHIN times as much: what is never done is never
measured, and a wrong first guess would stay."""

_NOISE: Final = 0.15
"""Relative standard deviation of one measurement."""
_WANDERING: Final = 2e-5
"""Variance that each coefficient gains with each measurement: some 300 of them are remembered."""
_UNSURE: Final = 0.5
"""Relative standard deviation of the priors; never less sure than this."""
_FAR: Final = 2.5
"""Standard deviations beyond which a measurement counts as if it were there."""
_LEAST_SECONDS: Final = 1e-6


class Line:
    """Seconds as the sum of coefficients times quantities. The coefficients are kept as multiples of their priors."""

    def __init__(self, prior: Sequence[float]) -> None:
        self._prior = tuple(prior)
        self._by = [1.0] * len(prior)
        n = range(len(prior))
        self._variance = [[_UNSURE**2 if row == column else 0.0 for column in n] for row in n]
        self.measured = 0

    @property
    def coefficients(self) -> tuple[float, ...]:
        """As they are now, in the units of the prior."""
        return tuple(by * prior for by, prior in zip(self._by, self._prior, strict=True))

    def seconds(self, *quantities: float) -> float:
        """What it will cost. Above 0."""
        cost = sum(by * prior * quantity for by, prior, quantity in zip(self._by, self._prior, quantities, strict=True))
        return max(cost, _LEAST_SECONDS)

    def learn(self, seconds: float, *quantities: float) -> None:
        """What it did cost."""
        expected = self.seconds(*quantities)
        weights = [prior * quantity / expected for prior, quantity in zip(self._prior, quantities, strict=True)]
        n = range(len(weights))
        for i in n:
            self._variance[i][i] = self._variance[i][i] + _WANDERING
        gains = [sum(self._variance[i][j] * weights[j] for j in n) for i in n]
        spread = sum(weights[i] * gains[i] for i in n) + _NOISE**2
        off = seconds / expected - 1.0
        far = _FAR * spread**0.5
        off = min(max(off, -far), far)
        for i in n:
            self._by[i] = max(0.0, self._by[i] + gains[i] / spread * off)
        for i in n:
            for j in n:
                self._variance[i][j] -= gains[i] * gains[j] / spread
        self._bound()
        self.measured += 1

    def _bound(self) -> None:
        """What has not been measured for long is not less sure than the prior was."""
        n = range(len(self._by))
        for i in n:
            if self._variance[i][i] > _UNSURE**2:
                scale = _UNSURE / self._variance[i][i] ** 0.5
                for j in n:
                    self._variance[i][j] *= scale
                    self._variance[j][i] *= scale


class Cost:
    """The three lines. Not for several threads. Seconds are of CPU, the kernel's included, from the opening to the last row."""

    def __init__(self) -> None:
        self.shared = Line(SHARED_PRIOR)
        self.own = Line(OWN_PRIOR)
        self.gets = Line(GETS_PRIOR)
        self._choices = 0

    def dumped(self, seconds: float, sockets: int, host_sockets: int, own_hash: bool) -> None:
        """A complete dump, at the first try."""
        if own_hash:
            self.own.learn(seconds, 1.0, sockets)
        else:
            self.shared.learn(seconds, 1.0, host_sockets, sockets)

    def fetched(self, seconds: float, asked: int) -> None:
        """An exact read that agreed, without the time of a dump."""
        if asked >= LEAST_ASKED:
            self.gets.learn(seconds, 1.0, asked)

    def dump_seconds(self, sockets: int, host_sockets: int, own_hash: bool) -> float:
        return self.own.seconds(1.0, sockets) if own_hash else self.shared.seconds(1.0, host_sockets, sockets)

    def exact_seconds(self, asked: int) -> float:
        return self.gets.seconds(1.0, asked)

    def choose(self, asked: int, sockets: int, host_sockets: int, own_hash: bool, before: Way | None = None) -> Way:
        """How to read a namespace of which `asked` sockets are wanted and `sockets` would be dumped; `before`: how it was read last."""
        dump, exact = self.dump_seconds(sockets, host_sockets, own_hash), self.exact_seconds(asked)
        margin = 1.0 if before is None else 1.0 + HYSTERESIS if before == "exact" else 1.0 - HYSTERESIS
        way: Way = "exact" if exact < dump * margin else "dump"
        self._choices += 1
        if self._choices % TRY_EVERY == 0 and max(dump, exact) <= TRY_WITHIN * min(dump, exact):
            return "dump" if way == "exact" else "exact"
        return way
