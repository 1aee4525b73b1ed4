"""What a consumer of a Kafka topic reads, all of it; and how a broker is soon back."""

from __future__ import annotations

import uuid
from typing import NamedTuple

from confluent_kafka import OFFSET_BEGINNING, Consumer, TopicPartition
from servers.kafka import Kafka

BACK_SOON = {"broker.session.timeout.ms": "500", "broker.heartbeat.interval.ms": "100"}
"""After kill -9 a broker waits until its former session is over."""


class Read(NamedTuple):
    """A message at the far end."""

    key: bytes | None
    value: bytes
    headers: int
    """How many it has."""


def messages(server: Kafka, topic: str) -> list[Read]:
    """All that the topic holds, of one partition after the other. Empty when there is no topic."""
    client = Consumer({"bootstrap.servers": server.address, "group.id": f"far-{uuid.uuid4()}", "enable.auto.commit": False})
    found: list[Read] = []
    try:
        for number in client.list_topics(topic, timeout=10).topics[topic].partitions:
            _, end = client.get_watermark_offsets(TopicPartition(topic, number), timeout=10)
            client.assign([TopicPartition(topic, number, OFFSET_BEGINNING)])
            offset = 0
            while offset < end:
                message = client.poll(10)
                assert message is not None, f"{topic} is silent at {offset} of {end}"
                assert message.error() is None, message.error()
                found.append(Read(message.key(), message.value() or b"", len(message.headers() or ())))
                offset = (message.offset() or 0) + 1
    finally:
        client.close()
    return found
