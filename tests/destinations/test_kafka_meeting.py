"""The first word with a cluster, where a test of the destination cannot show it."""

from __future__ import annotations

import socket
import time

import pytest
from confluent_kafka import KafkaException, Producer
from conformance.kafka_world import World, world

from xtcp_ebpf.destinations import _kafka_meeting
from xtcp_ebpf.destinations._kafka_failure import Heard
from xtcp_ebpf.destinations._kafka_meeting import meet
from xtcp_ebpf.errors import SendError


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(tmp_path_factory)


def met(address: str, topic: str, **settings: object) -> SendError:
    heard = Heard(f"kafka:{address}")
    client = Producer({"bootstrap.servers": address, "error_cb": heard.error, **settings}, logger=heard)
    try:
        with pytest.raises(SendError) as error:
            meet(client, topic, heard, KafkaException, made=True)
        return error.value
    finally:
        client.close()


def test_a_topic_is_made(there: World) -> None:
    """A broker that makes topics is given the time for it: the answer has its partitions."""
    heard = Heard("kafka")
    topic = there.target().knobs.topic
    client = Producer({"bootstrap.servers": there.server.address, "error_cb": heard.error}, logger=heard)
    try:
        assert list(meet(client, topic, heard, KafkaException, made=True).partitions) == [0]
    finally:
        client.close()


def test_a_topic_that_cannot_be(there: World) -> None:
    """The broker's own no comes at once."""
    began = time.monotonic()
    problem = met(there.server.address, "no topic at all!")
    assert (problem.reason, problem.retry) == ("broker", True)
    assert time.monotonic() - began < 3


def test_somebody_who_says_nothing() -> None:
    """A listener that is no Kafka, or a frozen one: told as no answer, when the connection was given up."""
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"127.0.0.1:{mute.getsockname()[1]}"
        problem = met(address, "t", **{"socket.connection.setup.timeout.ms": 1000})
    assert (problem.reason, problem.retry) == ("timeout", True)
    assert "no broker has answered" in str(problem)


def test_patience_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """With nothing heard at all it ends by its own clock."""
    monkeypatch.setattr(_kafka_meeting, "MEET_SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        began = time.monotonic()
        problem = met(f"127.0.0.1:{mute.getsockname()[1]}", "t")
        assert time.monotonic() - began < 3
    assert str(problem).endswith("no broker has answered: 0.5 s are over")
