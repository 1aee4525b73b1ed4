"""What the services ask of the daemon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from xtcp_ebpf.errors import BadFlag, XtcpError
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.metrics.daemon_facts import Destination, Facts
from xtcp_ebpf.metrics.polls import LastPoll


class Refused(XtcpError):
    """A change that cannot be made; nothing was changed. `problems`: one for each bad knob, `where` being its flag."""

    def __init__(self, problems: Sequence[BadFlag]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = tuple(problems)


class TooLate(XtcpError):
    """A change that was not taken up in time, and was taken back; nothing was changed."""


class Busy(XtcpError):
    """Another burst of polls is under way."""


class Standing(NamedTuple):
    """How the daemon stands, as plain values."""

    facts: Facts
    destinations: Sequence[Destination]
    polls: Sequence[LastPoll]
    """The last ones, the newest first; at most polls.KEPT."""
    ready: bool
    not_ready: Sequence[str]
    """Why not; empty when it is."""
    started_ns: int
    """Epoch."""
    now_ns: int
    engine_remark: str = ""
    """Why it is not the C engine; empty: it is, or Python was asked for."""
    source_remark: str = ""
    """Why marks do not come from BPF, or not from the better source; empty: they do."""


class Control(Protocol):
    """The daemon, as the services see it. Any thread may call."""

    def knobs(self) -> Knobs:
        """In effect now, secrets included: whoever shows them hides those."""
        ...

    def change(self, knobs: Knobs, timeout: float) -> Knobs:
        """Go on with these, which are right each alone; returns, when it is done, what is in effect then.

        Between two polls, and whole or not at all. Raises Refused; TooLate when it was not begun within `timeout` seconds.
        """
        ...

    def trigger(self) -> None:
        """Poll soon. Asked for several times before that poll begins, it is one poll."""
        ...

    def burst(self, count: int, interval: float) -> None:
        """Poll `count` times, `interval` seconds apart, the first soon. Returns at once. Raises Busy."""
        ...

    def standing(self) -> Standing:
        """How it stands now."""
        ...
