"""How a daemon stands, for a person. Pure; its look may change, -format json is for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xtcp_ebpf.cli.rows_out import count
from xtcp_ebpf.marshal.grid import Column, render
from xtcp_ebpf.marshal.people import amount, printable
from xtcp_ebpf.pb.xtcp_config_pb2 import ActivityStatus, DestinationStatus, NamespaceCounts, PollStatus, StatusResponse
from xtcp_ebpf.values import duration_text

_DESTINATIONS = (
    Column("DESTINATION", least=20, middle=True),
    Column("STATE"),
    Column("WAITING", right=True),
    Column("BYTES", right=True),
    Column("SENT", right=True),
    Column("DROPPED", right=True),
    Column("ERRORS", right=True),
    Column("FAILURES", right=True),
    Column("STUCK", right=True),
)
_POLLS = (
    Column("POLL", right=True),
    Column("ENDED"),
    Column("TOOK", right=True),
    Column("NAMESPACES", right=True),
    Column("DUMPED", right=True),
    Column("FAILED", right=True),
    Column("SKIPPED"),
)


def text(status: StatusResponse, width: int) -> str:
    """Lines of at most `width` places where it is a table."""
    return "\n".join(_lines(status, width)) + "\n"


def activity(status: ActivityStatus) -> str:
    """Where marks come from, and why not from elsewhere."""
    loader = f" by {printable(status.loader)}" if status.loader else ""
    return f"activity: {printable(status.source)}{loader}{_remark(status.remark or status.refused)}"


def _lines(status: StatusResponse, width: int) -> Iterator[str]:
    up = status.now.seconds - status.started.seconds
    yield f"{printable(status.version)}, since {_time(status.started.ToJsonString())} ({duration_text(max(up, 0))})"
    yield "ready" if status.ready else "not ready: " + "; ".join(map(printable, status.not_ready_reasons))
    yield f"engine: {printable(status.engine.name)}{_remark(status.engine.remark)}, {count(status.readers, 'reader')}"
    yield activity(status.activity)
    yield f"namespaces: {_namespaces(status.namespaces)}"
    if status.HasField("spool_bytes"):
        yield f"spool: {amount(status.spool_bytes)}B"
    if status.destinations:
        yield from ("", *_table(_DESTINATIONS, [_destination(one) for one in status.destinations], width))
        for one in status.destinations:
            yield from _reasons(one)
    if status.polls:
        yield from ("", *_table(_POLLS, [_poll(one) for one in status.polls], width))


def _table(columns: tuple[Column, ...], lines: list[tuple[str, ...]], width: int) -> list[str]:
    return render(columns, lines, width)[0]


def _namespaces(counts: NamespaceCounts) -> str:
    skipped = _by_reason(counts.skipped)
    return f"{counts.known} known, {counts.dumped} dumped, {counts.failed} failed, " + (
        f"skipped: {skipped}" if skipped else "none skipped"
    )


def _destination(one: DestinationStatus) -> tuple[str, ...]:
    return (
        printable(one.name),
        printable(one.state),
        amount(one.waiting_rows),
        amount(one.waiting_bytes),
        amount(one.sent_rows),
        amount(sum(one.dropped_rows.values())),
        amount(sum(one.send_errors.values())),
        str(one.failures_in_a_row),
        str(one.stuck_polls),
    )


def _reasons(one: DestinationStatus) -> Iterator[str]:
    for what, reasons in (("rows dropped", one.dropped_rows), ("send errors", one.send_errors)):
        if told := _by_reason(reasons):
            yield f"  {printable(one.name)}: {what}: {told}"


def _by_reason(reasons: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {printable(reason)}" for reason, number in sorted(reasons.items()) if number)


def _poll(one: PollStatus) -> tuple[str, ...]:
    counts = one.namespaces
    took = duration_text(round(one.took.ToNanoseconds() / 1e9, 4))
    numbers = (str(number) for number in (counts.known, counts.dumped, counts.failed))
    return (str(one.number), _time(one.ended.ToJsonString()), took, *numbers, _by_reason(counts.skipped) or "-")


def _time(text: str) -> str:
    """To the second."""
    return text.partition(".")[0].removesuffix("Z").replace("T", " ") + "Z"


def _remark(text: str) -> str:
    return f" ({printable(text)})" if text else ""
