"""Ready or not, and why."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from asking import destination, well

from xtcp_ebpf.metrics.health import POLLS, DestinationHealth, health, readiness
from xtcp_ebpf.metrics.polls import LastPoll

GOOD = well([destination("tcp:a:1"), destination("null:")])


def but(**of_the_first: object) -> tuple[DestinationHealth, ...]:
    """The destinations, the first of them other than it should be."""
    return (replace(GOOD.destinations[0], **of_the_first), GOOD.destinations[1])  # type: ignore[arg-type]  # names from the tests below


def test_ready() -> None:
    """200 and no reasons, as text and as JSON."""
    verdict = readiness(GOOD)
    assert (verdict.status, verdict.reasons, verdict.text()) == (200, (), "ready\n")
    assert json.loads(verdict.json()) == {"ready": True, "reasons": []}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"stopping": True}, "it is about to end"),
        ({"polls_ended": 0}, "no poll has ended yet"),
        ({"since_poll_seconds": 51.0}, "no poll has ended for 51 s"),
        ({"failed_in_a_row": POLLS}, "the last 3 polls failed"),
        ({"readers_alive": 0}, "no reader is alive"),
        ({"destinations": but(opened=False, state="retrying")}, "tcp:a:1 has not been open yet"),
        ({"destinations": but(state="gone")}, "tcp:a:1 is gone for good"),
        ({"destinations": but(stuck_polls=POLLS)}, "tcp:a:1 has taken nothing for 3 polls"),
        ({"destinations": but(stuck_polls=POLLS, opened=False), "spooled": True}, "tcp:a:1 has taken nothing for 3 polls"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_not_ready(changes: dict[str, object], reason: str) -> None:
    """Each thing that is amiss alone gives 503 and its reason."""
    verdict = readiness(replace(GOOD, **changes))  # type: ignore[arg-type]  # names from the table above
    assert (verdict.status, verdict.reasons) == (503, (reason,))
    assert verdict.text() == f"not ready\n{reason}\n"
    assert json.loads(verdict.json()) == {"ready": False, "reasons": [reason]}


@pytest.mark.parametrize(
    "changes",
    [
        {"failed_in_a_row": POLLS - 1},
        {"since_poll_seconds": 49.0},
        {"destinations": but(stuck_polls=POLLS - 1, state="retrying")},
        {"destinations": but(opened=False, state="retrying"), "spooled": True},
    ],
    ids=["polls", "late", "retrying", "spooled"],
)
def test_what_may_pass(changes: dict[str, object]) -> None:
    """A short trouble does not make it unready, nor a destination that was never there when a spool keeps the rows."""
    assert readiness(replace(GOOD, **changes)).status == 200  # type: ignore[arg-type]  # as above


def test_from_polls_to_health() -> None:
    """Places in LastPoll are those of the destinations; one that is open now, or has taken rows, has been open."""
    last = LastPoll(ended=4, ended_at=50.0, stuck=(0, 2), opened=frozenset({0}))
    there = [destination(state="retrying"), destination(state="retrying"), destination(), destination(state="retrying", sent_rows=1)]
    now = health(last, there, 60.0, frequency=10.0, timeout=5.0, readers_alive=2, spooled=False, stopping=False)
    assert [each.opened for each in now.destinations] == [True, False, True, True]
    assert [each.stuck_polls for each in now.destinations] == [0, 2, 0, 0]
    assert (now.since_poll_seconds, now.overdue_seconds) == (10.0, 50.0)
