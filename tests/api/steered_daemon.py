"""The other side of Control, small: it holds knobs, changes them when it is told to, and remembers what was asked."""

from __future__ import annotations

import threading

from xtcp_ebpf.api.control import Busy, Refused, Standing, TooLate
from xtcp_ebpf.delivery.backlog import Held
from xtcp_ebpf.delivery.sender import Status
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.metrics.daemon_facts import Destination, Facts
from xtcp_ebpf.metrics.polls import LastPoll

STARTED_NS, NOW_NS = 1_700_000_000 * 10**9, 1_700_000_100 * 10**9
STANDING = Standing(
    Facts("0.1.0", "c", "walk", "libbpf", "old_kernel", 7, 4, 1, {"idle": 2}, 0.5, 4, 4096),
    [
        Destination(
            Status("http://u:s3cret@h/", "retrying", Held(9, 900), Held(5, 500), 3),
            {
                "sent_rows": 70,
                "sent_bytes": 7000,
                "retries": 2,
                "dropped_rows:queue_full": 6,
                "dropped_bytes:queue_full": 60,
                "send_errors:refused": 3,
            },
        ),
        Destination(Status("null", "sending", Held(0, 0), Held(0, 0), 0), {}),
    ],
    [
        LastPoll(ended=12, ended_at=40.0, seconds=0.25, known=7, dumped=4, failed=1, skipped={"idle": 2}, stuck=(2, 0)),
        LastPoll(ended=11, ended_at=30.0, seconds=0.75, known=6, dumped=6, failed_in_a_row=1, stuck=(1, 0)),
    ],
    False,
    ["http: retrying for 2 polls"],
    STARTED_NS,
    NOW_NS,
    "no C engine was built",
    "the walk needs Linux 5.19",
)


class Steered:
    """Changes are made at once, unless `free` is clear: then one is too late when its time is over. `late`: each is, at once."""

    def __init__(self, knobs: Knobs) -> None:
        self.start_anew(knobs)

    def start_anew(self, knobs: Knobs) -> None:
        """As if nothing had been."""
        self.now = knobs
        self.waits: list[float] = []
        self.polls: list[tuple[int, float]] = []
        self.refuses: list[BadFlag] = []
        self.fails: Exception | None = None
        self.late = False
        self.free = threading.Event()
        self.free.set()
        self.entered = threading.Event()

    def knobs(self) -> Knobs:
        if self.fails:
            raise self.fails
        return self.now

    def change(self, knobs: Knobs, timeout: float) -> Knobs:
        self.waits.append(timeout)
        self.entered.set()
        if self.late or not self.free.wait(timeout):
            raise TooLate("a poll is under way; nothing was changed")
        if self.refuses:
            raise Refused(self.refuses)
        self.now = knobs
        return knobs

    def trigger(self) -> None:
        self.polls.append((1, 0.0))

    def burst(self, count: int, interval: float) -> None:
        if self.polls:
            raise Busy("a burst is under way, 5 polls of it are to come")
        self.polls.append((count, interval))

    def standing(self) -> Standing:
        return STANDING
