"""Metrics and gRPC open together, move one by one, and close together."""

from __future__ import annotations

import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.api.subscribers import Subscribers
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.config import load
from xtcp_ebpf.daemon import Daemon
from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.listeners import Listeners
from xtcp_ebpf.metrics.serving import Sources


def free() -> int:
    """A port that nobody had a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def knobs(*flags: str) -> Knobs:
    """As the command line has them."""
    return load(["-bpf", "off", "-namespaces", "own", "-dest", "null", *flags], {}).knobs


class Opened:
    """Listeners of a daemon that was built and does not poll."""

    def __init__(self, wanted: Knobs) -> None:
        clock: Clock = SystemClock()
        self.daemon = Daemon(wanted)
        sight = self.daemon._sight
        sources = Sources(self.daemon.tally, sight.facts, sight.destinations, sight.health, sight.dump_times)
        self.subscribers = Subscribers(1 << 20, self.daemon.tally, clock)
        try:
            self.listeners = Listeners(wanted, self.daemon, sources, self.subscribers, clock)
        except BaseException:
            self._end()
            raise

    def close(self) -> None:
        """All of it."""
        self.subscribers.close()
        self.listeners.close()
        self._end()

    def _end(self) -> None:
        self.daemon._collection.close()
        self.daemon._outlets.close(0.0)


@pytest.fixture
def opened() -> Iterator[Any]:
    """Opens, and closes in the end."""
    those: list[Opened] = []

    def make(*flags: str) -> Opened:
        those.append(Opened(knobs(*flags)))
        return those[-1]

    yield make
    for each in those:
        each.close()


def serving(target: str) -> str:
    """What grpc.health.v1 says there; empty: nobody listens."""
    with grpc.insecure_channel(target) as channel:
        try:
            answer = health_pb2_grpc.HealthStub(channel).Check(health_pb2.HealthCheckRequest(), timeout=5)
        except grpc.RpcError as error:
            assert error.code() is grpc.StatusCode.UNAVAILABLE, error
            return ""
        return health_pb2.HealthCheckResponse.ServingStatus.Name(answer.status)


def scraped(port: int) -> bool:
    """Do metrics come from there?"""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
            return b"xtcp_" in answer.read()
    except urllib.error.URLError:
        return False


def test_both_answer_until_they_are_closed(opened: Any) -> None:
    """grpc.health.v1 says what the daemon says."""
    metrics, port = free(), free()
    made = opened("-promListen", f"127.0.0.1:{metrics}", "-grpcListen", f"127.0.0.1:{port}")
    assert scraped(metrics)
    assert serving(f"127.0.0.1:{port}") == "NOT_SERVING"
    made.listeners.set_ready(True)
    assert serving(f"127.0.0.1:{port}") == "SERVING"
    made.listeners.close()
    assert (scraped(metrics), serving(f"127.0.0.1:{port}")) == (False, "")


def test_one_that_cannot_be_had_leaves_none(opened: Any) -> None:
    """gRPC at a port that is taken: the metrics that were there already are closed, and the error names the flag."""
    metrics = free()
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="-grpcListen"):
        opened("-promListen", f"127.0.0.1:{metrics}", "-grpcListen", f"127.0.0.1:{taken.getsockname()[1]}")
    assert not scraped(metrics)


def test_metrics_move_at_once(opened: Any) -> None:
    """To another port, to another path at the same one, to nowhere; gRPC is not touched."""
    first, second, port = free(), free(), free()
    flags = ("-grpcListen", f"127.0.0.1:{port}")
    made = opened("-promListen", f"127.0.0.1:{first}", *flags)
    made.listeners.change(knobs("-promListen", f"127.0.0.1:{second}", *flags))()
    assert (scraped(first), scraped(second)) == (False, True)
    made.listeners.change(knobs("-promListen", f"127.0.0.1:{second}", "-promPath", "/m", *flags))()
    assert not scraped(second)
    with urllib.request.urlopen(f"http://127.0.0.1:{second}/m", timeout=5) as answer:
        assert b"xtcp_" in answer.read()
    made.listeners.change(knobs("-promListen", "", *flags))()
    assert not scraped(second)
    assert serving(f"127.0.0.1:{port}") == "NOT_SERVING"


def test_metrics_that_cannot_move_stay(opened: Any) -> None:
    """The error names the flag, and they answer where they were."""
    first = free()
    made = opened("-promListen", f"127.0.0.1:{first}", "-grpcListen", "")
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="-promListen"):
        made.listeners.change(knobs("-promListen", f"127.0.0.1:{taken.getsockname()[1]}", "-grpcListen", ""))
    assert scraped(first)


def test_grpc_moves_when_it_is_told(opened: Any) -> None:
    """Who asked is answered first: until the answer is called it serves where it was; same port or another."""
    first, second = free(), free()
    flags = ("-promListen", "")
    made = opened("-grpcListen", f"127.0.0.1:{first}", *flags)
    then = made.listeners.change(knobs("-grpcListen", f"127.0.0.1:{second}", *flags))
    assert (serving(f"127.0.0.1:{first}"), serving(f"127.0.0.1:{second}")) == ("NOT_SERVING", "")
    then()
    assert (serving(f"127.0.0.1:{first}"), serving(f"127.0.0.1:{second}")) == ("", "NOT_SERVING")
    made.listeners.change(knobs("-grpcListen", f"127.0.0.1:{second}", "-grpcRate", "50", *flags))()
    assert serving(f"127.0.0.1:{second}") == "NOT_SERVING"


@pytest.mark.parametrize(
    "flags",
    [("-grpcListen", "127.0.0.1:TAKEN"), ("-grpcTlsCert", "/no/cert", "-grpcTlsKey", "/no/key"), ("-grpcTokenFile", "/no/token")],
    ids=lambda flags: flags[0],
)
def test_grpc_that_could_not_move_is_refused(opened: Any, flags: tuple[str, ...]) -> None:
    """Before anything is answered or has changed, metrics too; the error names the flag."""
    first, metrics, other = free(), free(), free()
    made = opened("-grpcListen", f"127.0.0.1:{first}", "-promListen", f"127.0.0.1:{metrics}")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        wanted = [flag.replace("TAKEN", str(taken.getsockname()[1])) for flag in flags]
        with pytest.raises(UsageError, match=flags[0]):
            made.listeners.change(knobs("-grpcListen", f"127.0.0.1:{first}", "-promListen", f"127.0.0.1:{other}", *wanted))
    assert (scraped(metrics), scraped(other)) == (True, False)
    assert serving(f"127.0.0.1:{first}") == "NOT_SERVING"


def test_grpc_takes_a_wider_address_at_its_own_port(opened: Any) -> None:
    """That is taken by nobody but itself."""
    first = free()
    made = opened("-grpcListen", f"127.0.0.1:{first}", "-promListen", "")
    made.listeners.change(knobs("-grpcListen", f"localhost:{first}", "-promListen", ""))()
    assert serving(f"127.0.0.1:{first}") == "NOT_SERVING"


def test_grpc_that_cannot_move_is_said(opened: Any, caplog: pytest.LogCaptureFixture) -> None:
    """Where its place was taken after it was asked for, nobody is there any more to hear of it but the log; it answers where it was."""
    first, second = free(), free()
    made = opened("-grpcListen", f"127.0.0.1:{first}", "-promListen", "")
    then = made.listeners.change(knobs("-grpcListen", f"127.0.0.1:{second}", "-promListen", ""))
    with socket.create_server(("127.0.0.1", second)):
        then()
    assert any("gRPC stays where it was" in message for message in caplog.messages)
    assert serving(f"127.0.0.1:{first}") == "NOT_SERVING"
