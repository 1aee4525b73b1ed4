"""The gate before every call, seen by real clients: rights, rates, slots, outcomes, and what the log and the counters say."""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import Any

import grpc
import pytest
from api.open_api import CONFIG, READ_TOKEN, RECORDS, SECONDS, TOKEN, World, ask, code, opened, told
from hypothesis import given, settings
from hypothesis import strategies as st
from servers import authority
from servers.process import until

from xtcp_ebpf.api import gate
from xtcp_ebpf.api.access import METHODS, Right

CONTROLS = [path for path, method in METHODS.items() if method.right is Right.CONTROL]


@pytest.fixture
def token_files(tmp_path: Path) -> dict[str, str]:
    found = {}
    for attribute, token in (("grpc_token_file", TOKEN), ("grpc_read_token_file", READ_TOKEN)):
        path = tmp_path / attribute
        path.write_text(token + "\n")
        path.chmod(0o600)
        found[attribute] = str(path)
    return found


def certified(name: str = "client") -> grpc.ChannelCredentials:
    papers = authority()
    cert, key = (papers.client_cert, papers.client_key) if name == "client" else (papers.server_cert, papers.server_key)
    return grpc.ssl_channel_credentials(papers.ca.read_bytes(), key.read_bytes(), cert.read_bytes())


def tls(mutual: bool = False) -> dict[str, Any]:
    papers = authority()
    found = {"grpc_tls_cert": str(papers.server_cert), "grpc_tls_key": str(papers.server_key)}
    return found | ({"grpc_client_ca": str(papers.ca)} if mutual else {})


def changed(world: World) -> tuple[int, int, int]:
    """What control has done."""
    return world.daemon.changes, world.daemon.triggers, world.daemon.bursts


def test_on_loopback_anyone_reads_and_nobody_controls_without_a_proof(token_files: dict[str, str]) -> None:
    """Each control is refused without and with a wrong token, and has changed nothing; the right token lets it through."""
    with opened(**token_files) as world:
        channel = world.channel()
        assert code(channel, f"{CONFIG}Get") == code(channel, f"{CONFIG}Status") == code(channel, f"{CONFIG}Get", token="wrong") == "OK"
        for path in CONTROLS:
            assert code(channel, path) == code(channel, path, token="wrong") == "UNAUTHENTICATED"
            assert code(channel, path, token=READ_TOKEN) == "PERMISSION_DENIED"
        assert changed(world) == (0, 0, 0)
        assert code(channel, f"{CONFIG}TriggerPoll", token=TOKEN) == "OK"
        assert changed(world) == (0, 1, 0)
        assert world.tally["grpc_refused:nothing_shown"] == world.tally["grpc_refused:token_wrong"] == len(CONTROLS)
        assert world.tally["grpc_refused:not_enough"] == len(CONTROLS)


def test_from_far_reading_takes_a_token(token_files: dict[str, str]) -> None:
    """On all addresses: nothing without one, reflection neither; health is told to all."""
    with opened(grpc_listen=(":0",), **tls(), **token_files) as world:
        trusting = grpc.ssl_channel_credentials(authority().ca.read_bytes())
        channel = world.channel(str(world.api.addresses[0]._replace(host="127.0.0.1")), trusting)
        assert code(channel, "/grpc.health.v1.Health/Check") == "OK"
        reading = [path for path, method in METHODS.items() if method.right is Right.READ and ".v1.ServerReflection" not in path]
        for path in reading:
            assert code(channel, path) == code(channel, path, token="wrong") == "UNAUTHENTICATED", path
        assert code(channel, f"{CONFIG}Get", token=READ_TOKEN) == code(channel, f"{CONFIG}Get", token=TOKEN) == "OK"
        assert code(channel, f"{CONFIG}TriggerPoll", token=READ_TOKEN) == "PERMISSION_DENIED"
        assert code(channel, f"{CONFIG}TriggerPoll", token=TOKEN) == "OK"


def test_the_unix_socket_controls(tmp_path: Path) -> None:
    """Whoever can open the file; an abstract one only reads."""
    with opened(grpc_listen=(f"unix:{tmp_path}/s", f"unix:@xtcp-{tmp_path.name}")) as world:
        assert code(world.channel(), f"{CONFIG}TriggerPoll") == "OK"
        abstract = world.channel(f"unix-abstract:xtcp-{tmp_path.name}")
        assert code(abstract, f"{CONFIG}Get") == "OK"
        assert told(lambda: ask(abstract, f"{CONFIG}TriggerPoll")) == ("UNAUTHENTICATED", "to control takes the Unix socket, as root")


def test_a_certificate_controls() -> None:
    """Any that the authorities signed; with -grpcControlNames only those named, by common name or alternative name."""
    with opened(**tls(mutual=True)) as world:
        assert code(world.channel(credentials=certified()), f"{CONFIG}TriggerPoll") == "OK"
    for names, by_client, by_server in ((("client",), "OK", "PERMISSION_DENIED"), (("127.0.0.1",), "PERMISSION_DENIED", "OK")):
        with opened(grpc_control_names=names, **tls(mutual=True)) as world:
            for name, wanted in (("client", by_client), ("server", by_server)):
                channel = world.channel(credentials=certified(name), use_local_subchannel_pool=1)
                assert code(channel, f"{CONFIG}TriggerPoll") == wanted
                assert code(channel, f"{CONFIG}Get") == "OK"


def test_open_and_off(token_files: dict[str, str], tmp_path: Path) -> None:
    """`open` trusts whoever reaches the listener, `off` nobody, not even root."""
    with opened(grpc_listen=(":0",), grpc_control="open") as world:
        assert code(world.channel(str(world.api.addresses[0]._replace(host="127.0.0.1"))), f"{CONFIG}TriggerPoll") == "OK"
    with opened(grpc_listen=(f"unix:{tmp_path}/s",), grpc_control="off", **token_files) as world:
        assert code(world.channel(), f"{CONFIG}Get") == "OK"
        assert code(world.channel(), f"{CONFIG}TriggerPoll", token=TOKEN) == "PERMISSION_DENIED"


def test_who_controls_is_in_the_log_and_no_token_is(token_files: dict[str, str], caplog: pytest.LogCaptureFixture) -> None:
    """Each control that was done has its line; refusals have one for each reason, however many there are."""
    caplog.set_level(logging.DEBUG)
    with opened(**token_files) as world:
        channel = world.channel()
        for _ in range(3):
            ask(channel, f"{CONFIG}TriggerPoll", token=TOKEN)
            code(channel, f"{CONFIG}TriggerPoll", token="wrong-secret")
    lines = [record.getMessage() for record in caplog.records if record.name == gate.__name__]
    assert lines.count("gRPC: TriggerPoll by ipv4:127.0.0.1, control token: OK") == 3
    assert len(lines) == 4
    assert not [line for line in caplog.messages if TOKEN in line or "wrong-secret" in line]


def test_a_defect_is_told_as_such(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """INTERNAL, without the text of what went wrong; the log has that, once."""
    from xtcp_ebpf.api.config_service import ConfigService

    def broken(*_: object) -> None:
        raise ValueError("secret inside")

    monkeypatch.setattr(ConfigService, "Get", broken)
    with opened() as world:
        channel = world.channel()
        answers = {told(lambda: ask(channel, f"{CONFIG}Get")) for _ in range(5)}
        assert answers == {("INTERNAL", "a defect: the daemon's log says where")}
        assert code(channel, f"{CONFIG}Status") == "OK"
        assert world.tally["grpc_ended:INTERNAL"] == 5
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.getMessage() == "gRPC: Get could not be answered"


def test_the_rate_of_all(token_files: dict[str, str]) -> None:
    """Beyond -grpcRate it is RESOURCE_EXHAUSTED at once; who shows nothing leaves room for who does; refusals do not count."""
    with opened(grpc_rate=20, **token_files) as world:
        channel = world.channel()
        for _ in range(100):
            assert code(channel, f"{CONFIG}TriggerPoll", token="wrong") == "UNAUTHENTICATED"
        codes = [code(channel, f"{CONFIG}Get") for _ in range(60)]
        assert set(codes) == {"OK", "RESOURCE_EXHAUSTED"}
        assert codes[:10] == ["OK"] * 10
        refused = world.tally["grpc_refused:rate"] + world.tally["grpc_refused:client_rate"]
        assert refused == codes.count("RESOURCE_EXHAUSTED")
        assert code(channel, f"{CONFIG}Get", token=TOKEN) == "OK"
        assert "RESOURCE_EXHAUSTED" in [code(channel, "/grpc.health.v1.Health/Check") for _ in range(60)]


def test_the_rate_of_one_client(token_files: dict[str, str]) -> None:
    """One that is known has three quarters of it, and leaves the rest to another."""
    with opened(grpc_rate=40, **token_files) as world:
        channel = world.channel()
        codes = [code(channel, f"{CONFIG}Get", token=TOKEN) for _ in range(120)]
        assert world.tally["grpc_refused:client_rate"] > 0
        assert codes.count("OK") >= 30
        assert code(channel, f"{CONFIG}Get", token=READ_TOKEN) == "OK"


def test_slow_requests_hold_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Calls that never send their request have a few slots and not all threads, and are ended when others come after their time."""
    monkeypatch.setattr(gate, "REQUEST_SECONDS", 0.5)
    with opened() as world:
        held = world.channel(use_local_subchannel_pool=1)
        release = threading.Event()

        def never() -> Any:
            release.wait(SECONDS)
            yield b""

        calls = [held.stream_stream(f"{CONFIG}Get")(never(), timeout=SECONDS) for _ in range(30)]
        until(lambda: world.tally["grpc_refused:short_taken"] >= 1, "the refusals")
        channel = world.channel(use_local_subchannel_pool=1)
        until(lambda: code(channel, f"{CONFIG}Get") == "OK", "the end of the slow ones")
        assert world.tally["grpc_refused:slow"] >= 1
        release.set()
        assert {"CANCELLED", "RESOURCE_EXHAUSTED"} <= {told(lambda call=call: list(call))[0] for call in calls}


def test_slots_are_given_back() -> None:
    """Streams that end, that are cancelled and that fail: after many of them there is still room."""
    with opened(grpc_streams=2) as world:
        channel = world.channel()
        for number in range(12):
            stream = channel.unary_stream(f"{RECORDS}FlatRecords")(b"\xff" if number % 2 else b"", timeout=SECONDS)
            if number % 2:
                assert told(lambda stream=stream: list(stream))[0] == "INVALID_ARGUMENT"
            else:
                assert stream.initial_metadata() is not None
                stream.cancel()
                until(lambda: not +world_slots(world), "the end of the stream")
        until(lambda: not +world_slots(world), "the end of all")


def world_slots(world: World) -> Any:
    """What is taken, of all listeners."""
    return world.api._desk.slots._taken


def test_too_many_streams() -> None:
    """One above -grpcStreams is told so at once; on loopback one address may have all."""
    with opened(grpc_streams=3) as world:
        channel = world.channel()
        streams = [channel.unary_stream(f"{RECORDS}FlatRecords")(b"", timeout=SECONDS) for _ in range(3)]
        for stream in streams:
            stream.initial_metadata()
        fourth = channel.unary_stream(f"{RECORDS}FlatRecords")(b"", timeout=SECONDS)
        ended, text = told(lambda: list(fourth))
        assert (ended, "3 (-grpcStreams)" in text) == ("RESOURCE_EXHAUSTED", True)
        assert code(channel, f"{CONFIG}Get") == "OK"
        for stream in streams:
            stream.cancel()


def test_a_trigger_of_readers_is_shared(token_files: dict[str, str], tmp_path: Path) -> None:
    """PollFlatRecords without the right to control: many requests are one poll now and one a second later; with it each counts."""
    with opened(grpc_listen=("127.0.0.1:0", f"unix:{tmp_path}/s"), **token_files) as world:
        for where, least, most in ((world.where, 1, 2), (f"unix:{tmp_path}/s", 6, 100)):
            before, asked, more = world.daemon.triggers, world.tally["grpc_polls_asked"], threading.Event()

            def requests(more: threading.Event = more) -> Any:
                for _ in range(6):
                    yield b""
                more.wait(SECONDS)

            stream = world.channel(where).stream_stream(f"{RECORDS}PollFlatRecords")(requests(), timeout=SECONDS)
            until(lambda asked=asked: world.tally["grpc_polls_asked"] >= asked + 6, "six requests")
            assert least <= world.daemon.triggers - before <= most
            more.set()
            stream.cancel()


@settings(max_examples=150, deadline=None)
@given(path=st.sampled_from(sorted(METHODS)) | st.text(st.characters(codec="ascii"), max_size=40).map("/".__add__), request=st.binary())
def test_no_bytes_do_harm(garbage_world: World, path: str, request: bytes) -> None:
    """Any path and any bytes, without a proof: an answer in time, nothing changed, no defect, and the next call is served."""
    stream = garbage_world.channel_kept.unary_stream(path)(request, timeout=SECONDS)
    if METHODS.get(path) and METHODS[path].room in ("records", "watch"):
        told(lambda: stream.initial_metadata())
        stream.cancel()
    else:
        assert told(lambda: list(stream))[0] not in ("DEADLINE_EXCEEDED", "INTERNAL", "UNAVAILABLE")
    assert (garbage_world.daemon.changes, garbage_world.daemon.bursts) == (0, 0)
    assert garbage_world.tally["grpc_ended:INTERNAL"] == 0


class GarbageWorld(World):
    """With one channel for all examples."""

    def __init__(self) -> None:
        super().__init__(grpc_rate=100000)
        self.channel_kept = self.channel()


@pytest.fixture(scope="module")
def garbage_world() -> Any:
    world = GarbageWorld()
    yield world
    world.close()
