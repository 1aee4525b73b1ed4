"""A topic read back, from a real Apache Kafka."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from conformance.kafka_world import World, world
from conformance.peers import counters, sealed, until

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import kafka
from xtcp_ebpf.destinations._kafka_consumer import Got, Topic
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.marshal.protobuf_list import ProtobufList


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(tmp_path_factory)


def send(target: Target, *firsts: int) -> None:
    sink = kafka.open(target)
    try:
        assert not any(sink.send_all([ProtobufList().encode(sealed(first, 5)) for first in firsts]))
    finally:
        sink.close()


def read(topic: Topic, wanted: int, idle: Callable[[], None] = lambda: None) -> list[Got]:
    """So many messages, and then to the end, as a command does it."""
    found: list[Got] = []
    end = time.monotonic() + 20
    for message in topic.messages(lambda: len(found) >= wanted or time.monotonic() > end):
        if message:
            found.append(message)
        idle()
    return found


def rows(found: list[Got]) -> list[int]:
    return [number for message in found for number in counters(message.value)]


def test_from_the_beginning(there: World) -> None:
    """All partitions, from their first message."""
    target = there.target(kafka_key="none")
    there.make_topic(target.knobs.topic, partitions=3)
    send(target, *range(1, 101, 5))
    topic = Topic(target, from_beginning=True)
    try:
        assert topic.partitions == 3
        found = read(topic, 20)
    finally:
        topic.close()
    assert sorted(rows(found)) == list(range(1, 101))
    assert {message.partition for message in found} <= {0, 1, 2}


def test_only_what_comes_now(there: World) -> None:
    """Without fromBeginning the messages of before are passed over."""
    target = there.target()
    send(target, 1)
    topic = Topic(target)
    sent: list[int] = []

    def idle() -> None:
        if not sent:
            sent.append(6)
            send(target, 6)

    try:
        assert rows(read(topic, 1, idle)) == [6, 7, 8, 9, 10]
    finally:
        topic.close()


def test_a_group_goes_on_where_it_was(there: World) -> None:
    """What one member has read the next does not see; what it had not finished is read again."""
    target = there.target()
    send(target, 1, 6, 11)
    for wanted, numbers in ((1, [1, 2, 3, 4, 5]), (2, list(range(6, 16)))):
        topic = Topic(target, f"g-{target.knobs.topic}", from_beginning=True)
        try:
            assert rows(read(topic, wanted)) == numbers
        finally:
            topic.close()
    send(target, 16)
    for _ in range(2):
        topic = Topic(target, f"g-{target.knobs.topic}", from_beginning=True)
        try:
            for message in topic.messages(lambda: False):
                if message:
                    assert counters(message.value) == list(range(16, 21))
                    break  # as after an error in writing: it was not read
        finally:
            topic.close()


def test_no_such_topic(there: World) -> None:
    """One who reads makes no topic, and is told at once."""
    with pytest.raises(SendError, match="there is no such topic") as error:
        Topic(there.target())
    assert error.value.reason == "missing"


def test_wrong_credentials_and_address(there: World) -> None:
    """As the destination tells it."""
    with pytest.raises(SendError) as error:
        Topic(there.login(there.target(there.server.sasl_port), "SCRAM-SHA-256", "wrong"))
    assert error.value.reason == "auth"
    with pytest.raises(SendError) as error:
        Topic(replace(there.target(), address="127.0.0.1:1"))
    assert error.value.reason == "refused"


@pytest.mark.long
def test_broker_that_goes_and_comes_back(there: World) -> None:
    """Reading goes on by itself; meanwhile it can be told what is wrong."""
    target = there.target()
    send(target, 1)
    topic = Topic(target, from_beginning=True)
    told: list[str] = []

    def idle() -> None:
        if (problem := topic.trouble()) and not told:
            told.append(problem.reason)
            there.server.start()
            send(target, 6)

    try:
        assert rows(read(topic, 1)) == [1, 2, 3, 4, 5]
        there.server.kill()
        assert rows(read(topic, 1, idle)) == [6, 7, 8, 9, 10]
    finally:
        topic.close()
        if not there.server.running:
            there.server.start()
    assert told
    until(lambda: topic.trouble() is None, "it is well again")
