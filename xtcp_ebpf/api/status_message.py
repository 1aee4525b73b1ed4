"""How the daemon stands, as a message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from google.protobuf.duration_pb2 import Duration
from google.protobuf.timestamp_pb2 import Timestamp

from xtcp_ebpf.api.control import Standing
from xtcp_ebpf.mask import masked
from xtcp_ebpf.metrics.daemon_facts import Destination
from xtcp_ebpf.metrics.polls import LastPoll
from xtcp_ebpf.pb.xtcp_config_pb2 import (
    ActivityStatus,
    DestinationStatus,
    EngineStatus,
    NamespaceCounts,
    PollStatus,
    StatusResponse,
)


def status(standing: Standing, monotonic: float) -> StatusResponse:
    """The whole of it; `monotonic`: what that clock says at standing.now_ns, for the times of polls."""
    facts, stuck = standing.facts, _stuck(standing.polls)
    return StatusResponse(
        version=facts.version,
        now=_timestamp(standing.now_ns),
        started=_timestamp(standing.started_ns),
        ready=standing.ready,
        not_ready_reasons=standing.not_ready,
        engine=EngineStatus(name=facts.engine, remark=standing.engine_remark),
        activity=ActivityStatus(source=facts.source, loader=facts.loader, refused=facts.refused, remark=standing.source_remark),
        namespaces=NamespaceCounts(known=facts.known, dumped=facts.dumped, failed=facts.failed, skipped=facts.skipped),
        destinations=[_destination(one, stuck.get(place, 0)) for place, one in enumerate(standing.destinations)],
        polls=[_poll(poll, standing.now_ns - round((monotonic - poll.ended_at) * 1e9)) for poll in standing.polls],
        spool_bytes=facts.spool_bytes,
        readers=facts.readers,
    )


def _stuck(polls: Sequence[LastPoll]) -> Mapping[int, int]:
    return dict(enumerate(polls[0].stuck)) if polls else {}


def _destination(destination: Destination, stuck_polls: int) -> DestinationStatus:
    now, counts = destination

    def by_reason(noun: str) -> dict[str, int]:
        return {name.partition(":")[2]: number for name, number in counts.items() if name.partition(":")[0] == noun}

    return DestinationStatus(
        name=masked(now.name),
        state=now.state,
        waiting_rows=now.waiting.rows,
        waiting_bytes=now.waiting.bytes,
        in_memory_rows=now.in_memory.rows,
        in_memory_bytes=now.in_memory.bytes,
        failures_in_a_row=now.failures,
        stuck_polls=stuck_polls,
        sent_rows=counts.get("sent_rows", 0),
        sent_bytes=counts.get("sent_bytes", 0),
        retries=counts.get("retries", 0),
        dropped_rows=by_reason("dropped_rows"),
        dropped_bytes=by_reason("dropped_bytes"),
        send_errors=by_reason("send_errors"),
    )


def _poll(poll: LastPoll, ended_ns: int) -> PollStatus:
    return PollStatus(
        number=poll.ended,
        ended=_timestamp(ended_ns),
        took=duration(poll.seconds),
        namespaces=NamespaceCounts(known=poll.known, dumped=poll.dumped, failed=poll.failed, skipped=poll.skipped),
        failed_in_a_row=poll.failed_in_a_row,
    )


def duration(seconds: float) -> Duration:
    """Seconds as protobuf has them."""
    made = Duration()
    made.FromNanoseconds(round(seconds * 1e9))
    return made


def _timestamp(epoch_ns: int) -> Any:
    made = Timestamp()
    made.FromNanoseconds(epoch_ns)
    return made
