"""What each command of ctl asks of a daemon, and says of the answer. What was given is checked before anything is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from google.protobuf.duration_pb2 import Duration
from google.protobuf.json_format import MessageToJson

from xtcp_ebpf.cli import ctl_change, ctl_status
from xtcp_ebpf.cli.ctl_change import Change
from xtcp_ebpf.cli.ctl_flags import Asked
from xtcp_ebpf.cli.rows_out import count
from xtcp_ebpf.config_json import as_json
from xtcp_ebpf.errors import BadFlag, UsageError, errno_text
from xtcp_ebpf.knob import Knob
from xtcp_ebpf.knobs import BY_FLAG
from xtcp_ebpf.pb import xtcp_config_pb2 as pb
from xtcp_ebpf.values import duration, duration_text, quoted
from xtcp_ebpf.values import read as value

if TYPE_CHECKING:  # it imports grpc
    from xtcp_ebpf.client.config_calls import ConfigCalls

MOST_BYTES = 4_000_000
"""Of a configuration: servers take no more."""

Work = Callable[["ConfigCalls"], Iterator[str]]
Prepare = Callable[[Asked, BinaryIO, int], Work]
"""Checks what was given, then does it. Raises BadFlag before anything is asked."""


def _get(_asked: Asked, _stdin: BinaryIO, _width: int) -> Work:
    def work(calls: ConfigCalls) -> Iterator[str]:
        yield as_json(calls.config())

    return work


def _set(asked: Asked, _stdin: BinaryIO, _width: int) -> Work:
    return _changing(ctl_change.from_words(asked.words))


def _reconfigure(asked: Asked, stdin: BinaryIO, _width: int) -> Work:
    path = asked.flags.get("file", "-")
    where = "stdin" if path == "-" else path
    try:
        if path == "-":
            content = stdin.read(MOST_BYTES + 1)
        else:
            with Path(path).open("rb") as file:
                content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"-file {path}: {errno_text(error.errno or 0)}") from error
    if len(content) > MOST_BYTES:
        raise BadFlag("-file", f"{where} has more than {MOST_BYTES} bytes: it is no configuration")
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise BadFlag("-file", f"{where} is not UTF-8 text") from None
    return _changing(ctl_change.from_json(text, where))


def _changing(change: Change) -> Work:
    def work(calls: ConfigCalls) -> Iterator[str]:
        before = calls.config()
        answer: pb.SetResponse = calls.ask("Set", change.request(before))
        yield from _told(before, answer.config)

    return work


def _told(before: pb.XtcpConfig, after: pb.XtcpConfig) -> list[str]:
    return list(ctl_change.differences(before, after)) or ["nothing that `ctl get` shows has changed"]


def _set_poll_frequency(asked: Asked, _stdin: BinaryIO, _width: int) -> Work:
    given = {flag: _duration(flag, asked.flags[flag]) for flag in ("frequency", "timeout") if flag in asked.flags}
    if not given:
        raise BadFlag(asked.verb, "needs -frequency, -timeout or both")

    def work(calls: ConfigCalls) -> Iterator[str]:
        before = calls.config()
        request = pb.SetPollFrequencyRequest(
            poll_frequency=given.get("frequency", before.poll_frequency), poll_timeout=given.get("timeout", before.poll_timeout)
        )
        yield from _told(before, calls.ask("SetPollFrequency", request).config)

    return work


def _trigger_poll(_asked: Asked, _stdin: BinaryIO, _width: int) -> Work:
    def work(calls: ConfigCalls) -> Iterator[str]:
        calls.ask("TriggerPoll", pb.TriggerPollRequest())
        yield "a poll is asked for"

    return work


def _poll_burst(asked: Asked, _stdin: BinaryIO, _width: int) -> Work:
    interval = _duration("interval", asked.flags.get("interval", "10s"))
    request = pb.TriggerPollBurstRequest(count=_whole("count", asked.flags.get("count", "6"), 2**32 - 1), interval=interval)

    def work(calls: ConfigCalls) -> Iterator[str]:
        answer: pb.TriggerPollBurstResponse = calls.ask("TriggerPollBurst", request)
        yield f"{count(answer.count, 'poll')}, {duration_text(answer.interval.ToNanoseconds() / 1e9)} apart"

    return work


def _set_s3(asked: Asked, _stdin: BinaryIO, _width: int) -> Work:
    request = pb.SetS3UploadRequest()
    if "flush-interval" in asked.flags:
        request.s3_flush_interval.CopyFrom(_duration("flush-interval", asked.flags["flush-interval"]))
    if "threshold-bytes" in asked.flags:
        request.s3_parquet_flush_threshold_bytes = _whole("threshold-bytes", asked.flags["threshold-bytes"], 2**32 - 1)
    if not request.HasField("s3_flush_interval") and not request.s3_parquet_flush_threshold_bytes:
        raise BadFlag(asked.verb, "needs -flush-interval, -threshold-bytes (not 0) or both")
    return _asking("SetS3Upload", request)


def _bpf(asked: Asked, _stdin: BinaryIO, _width: int) -> Work:
    request = pb.SetActivityRequest(bpf=_word(BY_FLAG["bpf"], asked.verb, asked.words[0]))
    if "source" in asked.flags:
        request.bpf_source = _word(BY_FLAG["bpfSource"], "-source", asked.flags["source"])
    if "loader" in asked.flags:
        request.bpf_loader = _word(BY_FLAG["bpfLoader"], "-loader", asked.flags["loader"])
    change = _asking("SetActivity", request)

    def work(calls: ConfigCalls) -> Iterator[str]:
        yield from change(calls)
        status: pb.StatusResponse = calls.ask("Status", pb.StatusRequest())
        yield ctl_status.activity(status.activity)  # with `auto` what is asked for is not yet what is had

    return work


def _skip(asked: Asked, _stdin: BinaryIO, _width: int) -> Work:
    request = pb.SetActivityRequest(skip=_word(BY_FLAG["skip"], asked.verb, asked.words[0]))
    if "maxStale" in asked.flags:
        request.max_stale = int(_word(BY_FLAG["maxStale"], "-maxStale", asked.flags["maxStale"]))
    return _asking("SetActivity", request)


def _asking(method: str, request: pb.SetActivityRequest | pb.SetS3UploadRequest) -> Work:
    def work(calls: ConfigCalls) -> Iterator[str]:
        before = calls.config()
        yield from _told(before, calls.ask(method, request).config)

    return work


def _status(asked: Asked, _stdin: BinaryIO, width: int) -> Work:
    if (shape := asked.flags.get("format", "table")) not in ("table", "json"):
        raise BadFlag("-format", f"{quoted(shape)} is none of table, json")

    def work(calls: ConfigCalls) -> Iterator[str]:
        status: pb.StatusResponse = calls.ask("Status", pb.StatusRequest())
        if shape == "json":
            yield MessageToJson(status, always_print_fields_with_no_presence=True, indent=2)
        else:
            yield ctl_status.text(status, width).rstrip("\n")

    return work


PREPARE: Mapping[str, Prepare] = {
    "get": _get,
    "set": _set,
    "set-poll-frequency": _set_poll_frequency,
    "trigger-poll": _trigger_poll,
    "poll-burst": _poll_burst,
    "set-s3": _set_s3,
    "bpf": _bpf,
    "skip": _skip,
    "status": _status,
    "reconfigure": _reconfigure,
}


def _duration(flag: str, text: str) -> Duration:
    try:
        seconds = duration(text)
        if seconds < 0:
            raise ValueError("is below 0")
    except ValueError as error:
        raise BadFlag(f"-{flag}", f"{quoted(text)} {error}") from None
    made = Duration()
    try:
        made.FromNanoseconds(round(seconds * 1e9))
    except ValueError:
        raise BadFlag(f"-{flag}", f"{quoted(text)} is too long") from None
    return made


def _whole(flag: str, text: str, most: int) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 18 or int(text) > most:
        raise BadFlag(f"-{flag}", f"{quoted(text)} is no whole number from 0 to {most}")
    return int(text)


def _word(knob: Knob, where: str, text: str) -> str:
    return str(value(knob, where, text))
