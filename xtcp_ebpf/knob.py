"""What one knob is: a row of the table in knobs.py, and how such rows are written.

A knob `works`; or it waits for a `later` part and is refused by name; or it is `meaningless` here and is taken with one warning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["string", "int", "duration", "bool", "size", "list", "repeated"]
"""`list`: one text, with commas between; `repeated`: the flag may be given several times, the variable has spaces between."""
Status = Literal["works", "later", "meaningless"]
Secret = Literal["", "whole", "within"]
"""`within`: an address that may hold a password."""
Value = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Knob:
    """One row of the table."""

    flag: str
    """Without a dash; empty when only the environment has it."""
    env: tuple[str, ...]
    kind: Kind
    default: Value
    status: Status
    group: str
    """The heading in -help; for `later` the part that brings it."""
    text: str
    """One line of help; for `meaningless` the reason."""
    low: int | float = 0
    """The least number, or the least length of a text."""
    high: int | float | None = None
    """The greatest number, or the greatest length of a text in characters; None: no bound."""
    unit: str = ""
    words: str = ""
    """The default in words, where its value does not say it."""
    choices: tuple[str, ...] = ()
    takes: str = ""
    """How -help writes the value; empty: by kind."""
    live: bool = False
    """May change while the daemon runs; else at start only."""
    each: bool = False
    """May stand in front of a destination, for that one alone."""
    secret: Secret = ""
    differs: str = ""
    """Where the predecessor has another default, or another meaning."""
    attribute: str = ""

    @property
    def name(self) -> str:
        """`-frequency`, or the environment variable where there is no flag."""
        return f"-{self.flag}" if self.flag else self.env[0]


def attribute(name: str) -> str:
    """`poll_jitter_pct` for pollJitterPct, `profile_mode` for profile.mode."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).replace(".", "_").lower()


def works(default: Value, flag: str, env: str, kind: Kind, group: str, text: str, **more: Any) -> Any:
    names = tuple(env.split())
    return field(default=default, metadata={"knob": Knob(flag, names, kind, default, "works", group, text, **more)})


def later(default: Value, flag: str, env: str, kind: Kind, part: str, text: str, secret: Secret = "") -> Any:
    names = tuple(env.split())
    return field(default=default, metadata={"knob": Knob(flag, names, kind, default, "later", part, text, secret=secret)})


def meaningless(default: Value, flag: str, env: str, kind: Kind, why: str) -> Any:
    names = tuple(env.split())
    return field(default=default, metadata={"knob": Knob(flag, names, kind, default, "meaningless", "", why)})
