"""What polls leave for those who look."""

from __future__ import annotations

import pytest
from asking import destination
from scripted_destination import FakeClock

from xtcp_ebpf.metrics.daemon_facts import Destination
from xtcp_ebpf.metrics.polls import Polls, stands_still


@pytest.mark.parametrize(
    ("before", "now", "still"),
    [
        (destination(), destination(), False),
        (destination(sent_rows=1), destination(waiting=9, sent_rows=1), False),
        (destination(sent_rows=1), destination(waiting=9, sent_rows=2, state="retrying"), False),
        (destination(sent_rows=1), destination(waiting=9, sent_rows=1, state="retrying"), True),
        (None, destination(waiting=9, state="connecting"), True),
        (destination(), destination(waiting=9, dropped_rows__queue_full=5), True),
        (destination(dropped_rows__queue_full=5), destination(waiting=9, dropped_rows__queue_full=5), False),
    ],
    ids=["nothing waits", "gathers", "gets on", "retries", "never open", "drops", "has dropped earlier"],
)
def test_what_stands_still(before: Destination | None, now: Destination, still: bool) -> None:
    """Rows wait and none is sent: that alone is how one works that makes large objects; not to be open, or to drop, is not."""
    assert stands_still(now, before) is still


def test_polls_add_up() -> None:
    """Numbers are those of the last, polls in a row are counted, and one that was open once stays so."""
    clock = FakeClock()
    polls = Polls(clock)
    assert polls.read().ended == 0
    clock.time = 7.0
    polls.ended(0.5, 10, 8, 1, {"idle": 1}, [destination(), destination(state="connecting", waiting=1)])
    last = polls.read()
    assert (last.ended, last.ended_at, last.known, last.dumped, last.failed, last.skipped) == (1, 7.0, 10, 8, 1, {"idle": 1})
    assert (last.stuck, last.opened, last.failed_in_a_row) == ((0, 1), {0}, 0)
    polls.ended(0.5, 10, 0, 9, {}, [destination(state="retrying", waiting=1), destination(state="connecting", waiting=2)])
    polls.failed()
    last = polls.read()
    assert (last.ended, last.stuck, last.opened, last.failed_in_a_row) == (2, (1, 2), {0}, 2)
    polls.ended(0.5, 10, 1, 9, {}, [destination(sent_rows=1), destination(state="retrying", sent_rows=2)])
    last = polls.read()
    assert (last.ended, last.stuck, last.opened, last.failed_in_a_row) == (3, (0, 0), {0, 1}, 0)


def test_nothing_to_dump_is_no_failure() -> None:
    """A poll that left all namespaces out did what it should."""
    polls = Polls(FakeClock())
    polls.ended(0.1, 5, 0, 0, {"idle": 5}, [])
    assert polls.read().failed_in_a_row == 0
