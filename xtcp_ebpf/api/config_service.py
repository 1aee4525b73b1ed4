"""ConfigService: what is in effect, changes to it, polls on demand, how the daemon stands. It translates; the daemon does.

Every change reads what is in effect and hands over the new under one lock, so that of two at a time neither undoes the other. Who may
call is settled before a call comes here.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Any, Final

import grpc

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.api.answering import No, answer, refused
from xtcp_ebpf.api.control import Control, TooLate
from xtcp_ebpf.api.status_message import duration, status
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.config import check, settled
from xtcp_ebpf.config_fields import WHERE, nanoseconds
from xtcp_ebpf.config_message import ReadConfig, from_message, to_message
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.pb import xtcp_config_pb2 as pb
from xtcp_ebpf.pb.xtcp_config_pb2_grpc import ConfigServiceServicer
from xtcp_ebpf.targets import outputs
from xtcp_ebpf.values import duration_text

LONGEST_WAIT_SECONDS: Final = 15.0
"""For a change to be taken up, whatever the caller's deadline."""
PART_OF_DEADLINE: Final = 0.8
"""What of the caller's deadline the wait may take: the change itself, and the answer, come after it."""
BURST: Final = (1, 1000)
BURST_INTERVAL_SECONDS: Final = (1.0, 3600.0)


class ConfigService(ConfigServiceServicer):
    """Any number of threads may call. The clock is the daemon's."""

    def __init__(self, control: Control, clock: Clock | None = None) -> None:
        self._control = control
        self._clock = clock or SystemClock()
        self._changing = threading.Lock()

    def Get(self, request: pb.GetRequest, context: grpc.ServicerContext) -> pb.GetResponse:  # noqa: ARG002, N802  # gRPC's names
        return answer(context, lambda: pb.GetResponse(config=to_message(self._control.knobs())))

    def Set(self, request: pb.SetRequest, context: grpc.ServicerContext) -> pb.SetResponse:  # noqa: N802  # gRPC's name
        def work() -> pb.SetResponse:
            if not request.HasField("config"):
                raise No(grpc.StatusCode.INVALID_ARGUMENT, "config: is required")
            only = frozenset(request.only.paths) or None
            if strange := sorted((only or frozenset()) - set(pb.XtcpConfig.DESCRIPTOR.fields_by_name)):
                raise refused(BadFlag("only", f"{name[:80]!r} is no field of the config") for name in strange)
            return pb.SetResponse(config=self._change(context, request.config, only))

        return answer(context, work)

    def SetPollFrequency(  # noqa: N802  # gRPC's name
        self, request: pb.SetPollFrequencyRequest, context: grpc.ServicerContext
    ) -> pb.SetPollFrequencyResponse:
        config = pb.XtcpConfig(poll_frequency=request.poll_frequency, poll_timeout=request.poll_timeout)  # absent is 0, and refused
        both = ("poll_frequency", "poll_timeout")
        return answer(context, lambda: pb.SetPollFrequencyResponse(config=self._change(context, config, both)))

    def TriggerPoll(self, request: pb.TriggerPollRequest, context: grpc.ServicerContext) -> pb.TriggerPollResponse:  # noqa: ARG002, N802  # gRPC's names
        def work() -> pb.TriggerPollResponse:
            self._control.trigger()
            return pb.TriggerPollResponse()

        return answer(context, work)

    def TriggerPollBurst(  # noqa: N802  # gRPC's name
        self, request: pb.TriggerPollBurstRequest, context: grpc.ServicerContext
    ) -> pb.TriggerPollBurstResponse:
        def work() -> pb.TriggerPollBurstResponse:
            problems = []
            if not BURST[0] <= request.count <= BURST[1]:
                problems.append(BadFlag("count", f"{request.count} is out of range: {BURST[0]} to {BURST[1]}"))
            try:
                interval, problem = nanoseconds(request.interval) / 1e9, ""
            except ValueError as error:
                interval, problem = 0.0, str(error)
            low, high = BURST_INTERVAL_SECONDS
            poll_timeout = self._control.knobs().timeout
            if not problem and not low <= interval <= high:
                problem = f"{duration_text(interval)} is out of range: {duration_text(low)} to {duration_text(high)}"
            elif not problem and interval <= poll_timeout:
                problem = f"{duration_text(interval)} must be longer than {WHERE['timeout']}, which is {duration_text(poll_timeout)}"
            if problem:
                problems.append(BadFlag("interval", problem))
            if problems:
                raise refused(problems)
            self._control.burst(request.count, interval)
            return pb.TriggerPollBurstResponse(count=request.count, interval=duration(interval))

        return answer(context, work)

    def SetS3Upload(self, request: pb.SetS3UploadRequest, context: grpc.ServicerContext) -> pb.SetS3UploadResponse:  # noqa: N802  # gRPC's name
        def work() -> pb.SetS3UploadResponse:
            return pb.SetS3UploadResponse(config=self._change_some(context, request, _takes_uploads))

        return answer(context, work)

    def SetActivity(self, request: pb.SetActivityRequest, context: grpc.ServicerContext) -> pb.SetActivityResponse:  # noqa: N802  # gRPC's name
        return answer(context, lambda: pb.SetActivityResponse(config=self._change_some(context, request)))

    def Status(self, request: pb.StatusRequest, context: grpc.ServicerContext) -> pb.StatusResponse:  # noqa: ARG002, N802  # gRPC's names
        return answer(context, lambda: status(self._control.standing(), self._clock.monotonic()))

    def _change_some(
        self, context: grpc.ServicerContext, request: Any, allowed: Callable[[Knobs, Knobs], None] | None = None
    ) -> pb.XtcpConfig:
        """Of the config the fields that are set in a request of the same fields."""
        given = request.ListFields()
        if not given:
            raise No(grpc.StatusCode.INVALID_ARGUMENT, f"one is required: {', '.join(field.name for field in request.DESCRIPTOR.fields)}")
        names = [field.name for field, _value in given]
        return self._change(context, pb.XtcpConfig(**{field.name: value for field, value in given}), names, allowed)

    def _change(
        self,
        context: grpc.ServicerContext,
        config: pb.XtcpConfig,
        only: Iterable[str] | None,
        allowed: Callable[[Knobs, Knobs], None] | None = None,
    ) -> pb.XtcpConfig:
        """Have the daemon go on with it; answers what is in effect then."""
        due, late = self._due(context)
        if not self._changing.acquire(timeout=max(due - self._clock.monotonic(), 0.0)):
            raise No(late, "another change is under way, and took too long; nothing was changed")
        try:
            before = self._control.knobs()
            wanted = _right(from_message(config, before, None if only is None else frozenset(only)))
            if allowed:
                allowed(before, wanted)
            if wanted == before:
                return to_message(before)
            try:
                return to_message(self._control.change(wanted, max(due - self._clock.monotonic(), 0.0)))
            except TooLate as error:
                raise No(late, str(error)) from error
        finally:
            self._changing.release()

    def _due(self, context: grpc.ServicerContext) -> tuple[float, grpc.StatusCode]:
        """Until when a change is waited for, and what it is to say that it was in vain."""
        left = context.time_remaining()
        wait = LONGEST_WAIT_SECONDS if left is None else min(left * PART_OF_DEADLINE, LONGEST_WAIT_SECONDS)
        late = grpc.StatusCode.UNAVAILABLE if wait == LONGEST_WAIT_SECONDS else grpc.StatusCode.DEADLINE_EXCEEDED
        return self._clock.monotonic() + wait, late


def _right(made: ReadConfig) -> Knobs:
    """The knobs, each right alone and all of them together. Raises No."""
    knobs = settled(made.knobs, WHERE)
    problems = made.problems + check(knobs, WHERE, made.unread)
    if problems:
        raise refused(problems)
    return knobs


def _takes_uploads(before: Knobs, after: Knobs) -> None:
    """Somebody must be there whom it concerns. Raises No."""
    if not any(output.target.scheme == "s3parquet" for output in outputs(before)):
        raise No(grpc.StatusCode.FAILED_PRECONDITION, "no destination is s3parquet: there is nothing to be uploaded")
    now = [output.target.knobs for output in outputs(after) if output.target.scheme == "s3parquet"]
    for attribute in ("s3_flush_interval", "s3_parquet_flush_bytes"):
        wanted = getattr(after, attribute)
        if wanted != getattr(before, attribute) and all(getattr(knobs, attribute) != wanted for knobs in now):
            raise No(
                grpc.StatusCode.FAILED_PRECONDITION, f"{WHERE[attribute]}: each s3parquet destination has its own: change that in dest"
            )
