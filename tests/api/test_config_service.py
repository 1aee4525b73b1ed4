"""ConfigService over a real channel: each call and each refusal; any message; calls at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import grpc
import pytest
from any_config import BASE, SECRET, configs
from google.protobuf.duration_pb2 import Duration
from google.protobuf.field_mask_pb2 import FieldMask
from hypothesis import given, settings
from hypothesis import strategies as st
from steered_daemon import STANDING, Steered

from xtcp_ebpf.api.config_service import LONGEST_WAIT_SECONDS, ConfigService
from xtcp_ebpf.config_message import to_message
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.pb import xtcp_config_pb2 as pb
from xtcp_ebpf.pb.xtcp_config_pb2_grpc import ConfigServiceStub, add_ConfigServiceServicer_to_server

SECONDS = 10.0
WRONG = grpc.StatusCode.INVALID_ARGUMENT
S3 = replace(BASE, dest=("null", f"s3Bucket=rows,s3SecretKey={SECRET},s3parquet:http://s3:9000"))

DAEMON = Steered(BASE)


@pytest.fixture(scope="module")
def channel() -> Iterator[grpc.Channel]:
    """To a server on loopback with the service, for all tests of this file."""
    with ThreadPoolExecutor(12) as threads:
        server = grpc.server(threads)
        add_ConfigServiceServicer_to_server(ConfigService(DAEMON), server)  # type: ignore[no-untyped-call]  # generated
        port = server.add_insecure_port("127.0.0.1:0")
        server.start()
        with grpc.insecure_channel(f"127.0.0.1:{port}") as channel:
            yield channel
        server.stop(0).wait()


@pytest.fixture
def daemon() -> Steered:
    """As if it had just begun."""
    DAEMON.start_anew(BASE)
    return DAEMON


@pytest.fixture
def stub(channel: grpc.Channel, daemon: Steered) -> Any:
    """A client of it."""
    assert daemon.now is BASE
    return ConfigServiceStub(channel)  # type: ignore[no-untyped-call]  # generated


def refusal(call: Any, request: Any, seconds: float | None = SECONDS) -> tuple[grpc.StatusCode, str]:
    """How a call is refused; no secret is in it."""
    with pytest.raises(grpc.RpcError) as caught:
        call(request, timeout=seconds)
    error: Any = caught.value
    assert SECRET not in str(error)
    return error.code(), error.details()


def test_get(stub: Any) -> None:
    """What is in effect, without secrets."""
    answer = stub.Get(pb.GetRequest(), timeout=SECONDS)
    assert answer.config == to_message(BASE)
    assert SECRET.encode() not in answer.SerializeToString()


def test_set(stub: Any, daemon: Steered) -> None:
    """What Get answered, with another label and another destination beside: that is changed, and secrets stay."""
    config = stub.Get(pb.GetRequest(), timeout=SECONDS).config
    config.label = "green"
    config.further_dest.item.append("stderr")
    answer = stub.Set(pb.SetRequest(config=config), timeout=SECONDS)
    assert daemon.now == replace(BASE, label="green", dest=(*BASE.dest, "stderr"))
    assert answer.config == to_message(daemon.now)
    assert SECRET.encode() not in answer.SerializeToString()


def test_set_nothing_new(stub: Any, daemon: Steered) -> None:
    """The daemon is not asked."""
    stub.Set(pb.SetRequest(config=to_message(BASE)), timeout=SECONDS)
    assert not daemon.waits


def test_set_only(stub: Any, daemon: Steered) -> None:
    """With `only` the other fields do not count."""
    only = FieldMask(paths=["label", "skip"])
    stub.Set(pb.SetRequest(config=pb.XtcpConfig(label="x", tag="y", skip="none"), only=only), timeout=SECONDS)
    assert daemon.now == replace(BASE, label="x", skip="none")
    only = FieldMask(paths=["label", "labels", "enabled_deserializers.enabled"])
    told = refusal(stub.Set, pb.SetRequest(config=pb.XtcpConfig(label="z"), only=only))
    assert told == (WRONG, "only: 'enabled_deserializers.enabled' is no field of the config; only: 'labels' is no field of the config")


def test_set_what_stands_for_a_default(stub: Any, daemon: Steered) -> None:
    """It is filled in, as with flags: no reader ever meets the zero."""
    config = to_message(BASE)
    config.packet_size = config.envelope_flush_threshold_rows = 0
    config.hostname = ""
    config.max_loops = 0
    stub.Set(pb.SetRequest(config=config), timeout=SECONDS)
    assert (daemon.now.packet_size, daemon.now.envelope_flush_rows, daemon.now.max_loops) == (BASE.packet_size, 10000, 0)
    assert daemon.now.hostname == BASE.hostname


def test_a_refused_set_names_each_bad_field(stub: Any, daemon: Steered) -> None:
    """Alone, against each other, and what other rooms know; and nothing is changed."""
    config = to_message(BASE)
    config.label = "x" * 41
    config.bpf = "on"
    config.poll_timeout.FromSeconds(11)
    config.further_dest.item.append("mqtt:x")
    code, text = refusal(stub.Set, pb.SetRequest(config=config))
    assert code is WRONG
    assert [problem.split(": ")[0] for problem in text.split("; ") if "(-" in problem.split(": ")[0]] == [
        "label (-label)",
        "bpf (-bpf)",
        "poll_timeout (-timeout)",
        "dest (-dest)",
    ]
    assert "a poll must be over before the next begins (poll_timeout (-timeout) 11s, poll_frequency (-frequency) 10s)" in text
    assert daemon.now is BASE
    assert not daemon.waits
    assert refusal(stub.Set, pb.SetRequest()) == (WRONG, "config: is required")


def test_an_empty_config_is_refused(stub: Any, daemon: Steered) -> None:
    """All of the required fields are named, and it fits the header."""
    code, text = refusal(stub.Set, pb.SetRequest(config=pb.XtcpConfig()))
    assert code is WRONG
    assert text.count("is required") == 13
    assert daemon.now is BASE


def test_what_the_daemon_refuses(stub: Any, daemon: Steered) -> None:
    """Its words, with the field's name."""
    daemon.refuses = [BadFlag("-logFormat", "is settled when the daemon starts")]
    request = pb.SetRequest(config=pb.XtcpConfig(log_format="json"), only=FieldMask(paths=["log_format"]))
    assert refusal(stub.Set, request) == (WRONG, "log_format (-logFormat): is settled when the daemon starts")


def test_set_poll_frequency(stub: Any, daemon: Steered) -> None:
    """Both at once, and nothing else; the answer has no key, as the predecessor's has."""
    request = pb.SetPollFrequencyRequest(poll_frequency=Duration(seconds=60), poll_timeout=Duration(seconds=20))
    answer = stub.SetPollFrequency(request, timeout=SECONDS)
    assert daemon.now == replace(BASE, frequency=60.0, timeout=20.0)
    assert answer.config == to_message(daemon.now)
    assert SECRET.encode() not in answer.SerializeToString()


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        ((None, None), "poll_frequency (-frequency): is required; poll_timeout (-timeout): is required"),
        ((10, None), "poll_timeout (-timeout): is required"),
        ((0, 0), "poll_frequency (-frequency): is required; poll_timeout (-timeout): is required"),
        ((-1, 1), "poll_frequency (-frequency): '-1s' is out of range: 10ms to 168h"),
        ((8 * 86400, 1), "poll_frequency (-frequency): '192h' is out of range: 10ms to 168h"),
        ((2**40, 1), "poll_frequency (-frequency): '305419896h36m16s' is out of range: 10ms to 168h"),
        (
            (5, 5),
            "poll_timeout (-timeout): a poll must be over before the next begins"
            " (poll_timeout (-timeout) 5s, poll_frequency (-frequency) 5s)",
        ),
    ],
)
def test_set_poll_frequency_refused(stub: Any, daemon: Steered, seconds: tuple[int | None, int | None], text: str) -> None:
    """Both are required, 0 to 7 days, the timeout the shorter one."""
    both = [None if one is None else Duration(seconds=one) for one in seconds]
    request = pb.SetPollFrequencyRequest(poll_frequency=both[0], poll_timeout=both[1])
    code, told = refusal(stub.SetPollFrequency, request)
    assert code is WRONG
    assert told == text
    assert daemon.now is BASE


def test_polls_on_demand(stub: Any, daemon: Steered) -> None:
    """One; a burst; and another burst is refused while one is under way."""
    assert stub.TriggerPoll(pb.TriggerPollRequest(), timeout=SECONDS) == pb.TriggerPollResponse()
    assert daemon.polls == [(1, 0.0)]
    daemon.polls.clear()
    request = pb.TriggerPollBurstRequest(count=6, interval=Duration(seconds=10, nanos=500))
    answer = stub.TriggerPollBurst(request, timeout=SECONDS)
    assert (answer.count, answer.interval) == (6, request.interval)
    assert daemon.polls == [(6, 10.0000005)]
    told = refusal(stub.TriggerPollBurst, request)
    assert told == (grpc.StatusCode.RESOURCE_EXHAUSTED, "a burst is under way, 5 polls of it are to come")


@pytest.mark.parametrize(
    ("count", "interval", "text"),
    [
        (0, 10, "count: 0 is out of range: 1 to 1000"),
        (1001, 10, "count: 1001 is out of range: 1 to 1000"),
        (5, 0, "interval: 0s is out of range: 1s to 1h"),
        (5, 3601, "interval: 1h1s is out of range: 1s to 1h"),
        (5, -10, "interval: -10s is out of range: 1s to 1h"),
        (5, 4, "interval: 4s must be longer than poll_timeout (-timeout), which is 4s"),
        (0, 0, "count: 0 is out of range: 1 to 1000; interval: 0s is out of range: 1s to 1h"),
    ],
)
def test_bursts_refused(stub: Any, daemon: Steered, count: int, interval: int, text: str) -> None:
    """Out of range, or shorter than a poll may take; no poll is asked for."""
    assert refusal(stub.TriggerPollBurst, pb.TriggerPollBurstRequest(count=count, interval=Duration(seconds=interval))) == (WRONG, text)
    assert not daemon.polls


def test_a_burst_of_nonsense(stub: Any) -> None:
    """A duration that contradicts itself, and none."""
    code, text = refusal(stub.TriggerPollBurst, pb.TriggerPollBurstRequest(count=1, interval=Duration(seconds=5, nanos=-1)))
    assert (code, text.split(",")[0]) == (WRONG, "interval: is no duration: nanos go to 999999999")
    assert refusal(stub.TriggerPollBurst, pb.TriggerPollBurstRequest(count=1)) == (WRONG, "interval: 0s is out of range: 1s to 1h")


def test_set_s3_upload(stub: Any, daemon: Steered) -> None:
    """Either or both; an interval of 0 stands for the default, as with the flag."""
    daemon.now = S3
    stub.SetS3Upload(pb.SetS3UploadRequest(s3_flush_interval=Duration(seconds=60)), timeout=SECONDS)
    assert daemon.now == replace(S3, s3_flush_interval=60.0)
    answer = stub.SetS3Upload(
        pb.SetS3UploadRequest(s3_flush_interval=Duration(), s3_parquet_flush_threshold_bytes=1 << 20), timeout=SECONDS
    )
    assert daemon.now == replace(S3, s3_flush_interval=0.0, s3_parquet_flush_bytes=1 << 20)
    assert SECRET.encode() not in answer.SerializeToString()


def test_set_s3_upload_refused(stub: Any, daemon: Steered) -> None:
    """Nothing given; nobody whom it concerns; out of range."""
    minute = pb.SetS3UploadRequest(s3_flush_interval=Duration(seconds=60))
    state = grpc.StatusCode.FAILED_PRECONDITION
    assert refusal(stub.SetS3Upload, minute) == (state, "no destination is s3parquet: there is nothing to be uploaded")
    daemon.now = S3
    wanted = "one is required: s3_flush_interval, s3_parquet_flush_threshold_bytes"
    assert refusal(stub.SetS3Upload, pb.SetS3UploadRequest()) == (WRONG, wanted)
    code, text = refusal(stub.SetS3Upload, pb.SetS3UploadRequest(s3_flush_interval=Duration(seconds=-60)))
    assert (code, text) == (WRONG, "s3_flush_interval (-s3FlushInterval): '-1m' is out of range: 0s to 168h")
    assert daemon.now is S3
    daemon.now = replace(S3, dest=("s3FlushInterval=5m,s3Bucket=rows,s3parquet:http://s3:9000",))
    text = "s3_flush_interval (-s3FlushInterval): each s3parquet destination has its own: change that in dest"
    assert refusal(stub.SetS3Upload, minute) == (state, text)


def test_set_activity(stub: Any, daemon: Steered) -> None:
    """Those that are set, and the others stay."""
    stub.SetActivity(pb.SetActivityRequest(bpf="off", max_stale=3), timeout=SECONDS)
    assert daemon.now == replace(BASE, bpf="off", max_stale=3)
    stub.SetActivity(pb.SetActivityRequest(bpf_source="tracepoints", bpf_loader="bcc", skip="idle"), timeout=SECONDS)
    assert daemon.now == replace(BASE, bpf="off", max_stale=3, bpf_source="tracepoints", bpf_loader="bcc", skip="idle")


def test_set_activity_refused(stub: Any, daemon: Steered) -> None:
    """Nothing set; a word that is none; what does not go together."""
    wanted = "one is required: bpf, bpf_source, bpf_loader, skip, max_stale"
    assert refusal(stub.SetActivity, pb.SetActivityRequest()) == (WRONG, wanted)
    told = refusal(stub.SetActivity, pb.SetActivityRequest(bpf="", max_stale=0))
    assert told == (WRONG, "bpf (-bpf): '' is none of off, auto, require; max_stale (-maxStale): '0' is out of range: 1 to 1000000 polls")
    code, text = refusal(stub.SetActivity, pb.SetActivityRequest(bpf_source="walk", bpf_loader="bcc"))
    assert (code, text.split(":")[0]) == (WRONG, "bpf_loader (-bpfLoader)")
    assert daemon.now is BASE


def test_status(stub: Any) -> None:
    """How it stands: the whole is tested with status_message."""
    answer = stub.Status(pb.StatusRequest(), timeout=SECONDS)
    assert answer.version == STANDING.facts.version
    assert [poll.number for poll in answer.polls] == [12, 11]
    assert SECRET.encode() not in answer.SerializeToString()


def test_what_was_not_meant(stub: Any, daemon: Steered) -> None:
    """An error of the daemon's own ends the call with INTERNAL, and its text stays here."""
    daemon.fails = ValueError(f"of {SECRET}")
    assert refusal(stub.Get, pb.GetRequest()) == (grpc.StatusCode.INTERNAL, "ValueError in the daemon: its log says where")


def test_a_change_that_is_too_late_says_so(stub: Any, daemon: Steered) -> None:
    """It is waited for less long than its caller waits, so that the daemon's words arrive; the next change is made."""
    daemon.free.clear()
    told = refusal(stub.SetActivity, pb.SetActivityRequest(bpf="off"), 3.0)
    assert told == (grpc.StatusCode.DEADLINE_EXCEEDED, "a poll is under way; nothing was changed")
    assert 0 < daemon.waits[0] < 2.7
    daemon.free.set()
    stub.SetActivity(pb.SetActivityRequest(bpf="auto", skip="none"), timeout=SECONDS)
    assert daemon.now == replace(BASE, skip="none")


@pytest.mark.parametrize("seconds", [3600, None])
def test_a_change_is_not_waited_for_without_end(stub: Any, daemon: Steered, seconds: float | None) -> None:
    """15 s at most, whatever the caller's deadline; then it is UNAVAILABLE, since the caller's time is not over."""
    stub.SetActivity(pb.SetActivityRequest(max_stale=3), timeout=seconds)
    assert LONGEST_WAIT_SECONDS - 5 < daemon.waits[0] <= LONGEST_WAIT_SECONDS
    daemon.late = True
    told = refusal(stub.SetActivity, pb.SetActivityRequest(max_stale=4), seconds)
    assert told == (grpc.StatusCode.UNAVAILABLE, "a poll is under way; nothing was changed")
    assert daemon.now == replace(BASE, max_stale=3)


def test_a_change_behind_another_that_takes_long(stub: Any, daemon: Steered) -> None:
    """It is told that it waited for another, and the other is made."""
    daemon.free.clear()
    first = stub.SetActivity.future(pb.SetActivityRequest(bpf="off"), timeout=60)
    assert daemon.entered.wait(SECONDS)
    told = refusal(stub.SetActivity, pb.SetActivityRequest(skip="none"), 2.0)
    assert told == (grpc.StatusCode.DEADLINE_EXCEEDED, "another change is under way, and took too long; nothing was changed")
    daemon.free.set()
    first.result(SECONDS)
    assert daemon.now == replace(BASE, bpf="off")


def test_no_change_is_lost(stub: Any, daemon: Steered) -> None:
    """Many at a time, each of other fields, of several calls: in the end all are in effect."""
    go = threading.Barrier(8)

    def change(number: int) -> None:
        go.wait(SECONDS)
        for round_ in range(1, 11):
            if number == 0:
                both = pb.SetPollFrequencyRequest(poll_frequency=Duration(seconds=100 + round_), poll_timeout=Duration(seconds=round_))
                stub.SetPollFrequency(both, timeout=60)
            elif number == 1:
                stub.SetActivity(pb.SetActivityRequest(max_stale=round_), timeout=60)
            else:
                name = ("tag", "label", "location", "topic", "s3_prefix", "s3_region")[number - 2]
                value: Any = f"{number}-{round_}"
                config = pb.XtcpConfig(**{name: value})
                stub.Set(pb.SetRequest(config=config, only=FieldMask(paths=[name])), timeout=60)

    with ThreadPoolExecutor(8) as callers:
        list(callers.map(change, range(8)))
    wanted = replace(BASE, frequency=110.0, timeout=10.0, max_stale=10, tag="2-10", label="3-10", location="4-10", topic="5-10")
    assert daemon.now == replace(wanted, s3_prefix="6-10", s3_region="7-10")
    assert len(daemon.waits) == 80


@settings(deadline=None)
@given(configs(), st.booleans())
def test_any_config(channel: grpc.Channel, message: pb.XtcpConfig, whole: bool) -> None:
    """It is in effect as a whole or refused as a whole; what is answered can be set again, and has no secret."""
    DAEMON.start_anew(BASE)
    stub: Any = ConfigServiceStub(channel)  # type: ignore[no-untyped-call]  # generated
    only = None if whole else FieldMask(paths=[field.name for field, _ in message.ListFields()][:3])
    try:
        answer = stub.Set(pb.SetRequest(config=message, only=only), timeout=SECONDS)
    except grpc.RpcError as error:
        refused: Any = error
        assert refused.code() is WRONG, refused.details()
        assert SECRET not in refused.details()
        assert DAEMON.now is BASE
        assert not DAEMON.waits
    else:
        assert SECRET.encode() not in answer.SerializeToString()
        after = DAEMON.now
        assert stub.Set(pb.SetRequest(config=answer.config), timeout=SECONDS) == pb.SetResponse(config=answer.config)
        assert DAEMON.now == after


@settings(deadline=None)
@given(
    st.sampled_from(["SetPollFrequency", "TriggerPollBurst", "SetS3Upload", "SetActivity", "Set", "Get", "Status", "TriggerPoll"]),
    st.binary(max_size=60),
)
def test_any_bytes(channel: grpc.Channel, method: str, sent: bytes) -> None:
    """Whatever is sent as a request, the answer is an answer or a refusal that is meant, and no secret is in it."""
    DAEMON.start_anew(S3)
    call: Any = channel.unary_unary(f"/xtcp_config.v1.ConfigService/{method}")
    try:
        answer = call(sent, timeout=SECONDS)
    except grpc.RpcError as error:
        refused: Any = error
        meant = {WRONG, grpc.StatusCode.FAILED_PRECONDITION}
        unreadable = refused.code() is grpc.StatusCode.INTERNAL and refused.details() == "Exception deserializing request!"
        assert refused.code() in meant or unreadable
        assert DAEMON.now is S3
    else:
        assert SECRET.encode() not in answer
