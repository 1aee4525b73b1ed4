"""How the daemon stands, as a message."""

from __future__ import annotations

from steered_daemon import NOW_NS, STANDING, STARTED_NS

from xtcp_ebpf.api.status_message import duration, status
from xtcp_ebpf.pb.xtcp_config_pb2 import DestinationStatus, EngineStatus, NamespaceCounts


def test_all_that_is_known_is_said() -> None:
    """Each value in its place, the reasons by word, no password."""
    said = status(STANDING, 42.0)
    assert (said.version, said.ready, list(said.not_ready_reasons)) == ("0.1.0", False, ["http: retrying for 2 polls"])
    assert (said.started.ToNanoseconds(), said.now.ToNanoseconds()) == (STARTED_NS, NOW_NS)
    assert said.engine == EngineStatus(name="c", remark="no C engine was built")
    activity = said.activity
    assert (activity.source, activity.loader, activity.refused, activity.remark) == (
        "walk",
        "libbpf",
        "old_kernel",
        "the walk needs Linux 5.19",
    )
    counts = NamespaceCounts(known=7, dumped=4, failed=1, skipped={"idle": 2})
    assert said.namespaces == counts
    assert (said.spool_bytes, said.readers) == (4096, 4)
    assert said.destinations[0] == DestinationStatus(
        name="http://u:***@h/",
        state="retrying",
        waiting_rows=9,
        waiting_bytes=900,
        in_memory_rows=5,
        in_memory_bytes=500,
        failures_in_a_row=3,
        stuck_polls=2,
        sent_rows=70,
        sent_bytes=7000,
        retries=2,
        dropped_rows={"queue_full": 6},
        dropped_bytes={"queue_full": 60},
        send_errors={"refused": 3},
    )
    assert said.destinations[1] == DestinationStatus(name="null", state="sending")
    newest, before = said.polls
    assert (newest.number, newest.took.ToNanoseconds(), newest.namespaces) == (12, 250_000_000, counts)
    assert (before.number, before.failed_in_a_row, dict(before.namespaces.skipped)) == (11, 1, {})


def test_times_of_polls_are_times_of_day() -> None:
    """Reckoned from the clock that only goes forward."""
    newest, before = status(STANDING, 42.0).polls
    assert newest.ended.ToNanoseconds() == NOW_NS - 2 * 10**9
    assert before.ended.ToNanoseconds() == NOW_NS - 12 * 10**9


def test_before_the_first_poll_and_without_a_spool() -> None:
    """Nothing is made up."""
    said = status(STANDING._replace(polls=[], facts=STANDING.facts._replace(spool_bytes=None)), 42.0)
    assert not said.polls
    assert not said.HasField("spool_bytes")
    assert said.destinations[0].stuck_polls == 0


def test_durations() -> None:
    """To the nanosecond."""
    assert duration(1.5).ToNanoseconds() == 1_500_000_000
    assert duration(1e-9).ToNanoseconds() == 1
