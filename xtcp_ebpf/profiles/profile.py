"""A profile: how much was spent by which stack of calls. What the samplers make and the formats write. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

Wait = Callable[[float], bool]
"""Waits so many seconds; at once and with True when nobody wants the profile any more, or it is to end now."""


class Frame(NamedTuple):
    """One call on a stack."""

    name: str
    file: str = ""
    line: int = 0
    """Where it was; 0: not known."""
    first_line: int = 0


Stack = tuple[Frame, ...]
"""The innermost call first."""


class Kind(NamedTuple):
    """What a number of a sample counts, as pprof says it: `cpu` in `nanoseconds`."""

    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class Profile:
    """Each sample has one number for each kind; the last kind is what is shown unless another is asked for."""

    kinds: tuple[Kind, ...]
    samples: Mapping[tuple[str, Stack], tuple[int, ...]]
    """By thread (empty: it is not known) and stack."""
    began_ns: int
    """Epoch."""
    duration_ns: int
    period_ns: int = 0
    """Time between samples; 0: everything was counted."""
    remarks: tuple[str, ...] = ()
    """For whoever reads it."""

    def total(self, kind: str) -> int:
        """The sum over all samples."""
        at = [each.name for each in self.kinds].index(kind)
        return sum(values[at] for values in self.samples.values())
