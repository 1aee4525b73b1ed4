"""A topic read back: what kafka-client shows. The options are those of the destination kafka."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations._extra import need
from xtcp_ebpf.destinations._kafka_failure import Heard, failure
from xtcp_ebpf.destinations._kafka_meeting import meet
from xtcp_ebpf.destinations._kafka_options import Options, Settings, connection
from xtcp_ebpf.errors import SendError

if TYPE_CHECKING:
    from confluent_kafka import Consumer, Message

TURN_SECONDS = 0.2
PASSING = frozenset({"refused", "resolve", "unreachable", "timeout", "reset", "closed", "busy"})
"""Errors of a consumer that librdkafka tries to mend itself, for ever."""


class Got(NamedTuple):
    """One message."""

    value: bytes
    partition: int
    offset: int


class Topic:
    """Owns the consumer. With a group the broker deals out the partitions and remembers what was read; without, all are read."""

    def __init__(self, target: Target, group: str = "", from_beginning: bool = False) -> None:
        """Raises SendError, and BadAddress."""
        options = Options.of(target)
        kafka = need("confluent_kafka", "kafka")
        start = "earliest" if from_beginning else "latest"
        settings: Settings = {
            **connection(target, options),
            "group.id": group or f"xtcp-ebpf-{uuid.uuid4()}",
            "auto.offset.reset": start,
            "enable.auto.commit": bool(group),
            "enable.auto.offset.store": False,
        }
        self._heard = Heard(target.where)
        self._refusal: type[Exception] = kafka.KafkaException
        try:
            self._consumer: Consumer = kafka.Consumer({**settings, "error_cb": self._heard.error}, logger=self._heard)
        except self._refusal as error:
            raise SendError("setting", f"{target.where}: librdkafka refuses: {error.args[0].str()}", retry=False) from error
        self._group = group
        self._latest: Message | None = None
        try:
            found = meet(self._consumer, options.topic, self._heard, self._refusal)
            self.partitions = len(found.partitions)
            if group:
                self._consumer.subscribe([options.topic])
            else:
                at = kafka.OFFSET_BEGINNING if from_beginning else kafka.OFFSET_END
                self._consumer.assign([kafka.TopicPartition(options.topic, number, at) for number in found.partitions])
        except BaseException:
            self.close()
            raise

    def messages(self, ended: Callable[[], bool]) -> Iterator[Got | None]:
        """Each as it comes; None when nothing has come for a moment. A message counts as read when the next is asked for.

        Raises SendError for what waiting does not mend.
        """
        while not ended():
            self._read()
            try:
                message = self._consumer.poll(TURN_SECONDS)
            except self._refusal as error:
                raise failure(self._heard.where, error.args[0]) from error
            if message is None:
                if self._heard.locked_out and (worst := self._heard.worst()):
                    raise worst
                yield None
            elif (told := message.error()) is not None:
                problem = failure(self._heard.where, told)
                if problem.reason not in PASSING:
                    raise problem
            else:
                self._heard.forget()
                self._latest = message
                yield Got(message.value() or b"", message.partition() or 0, message.offset() or 0)
        self._read()

    def _read(self) -> None:
        if self._group and self._latest is not None:
            self._consumer.store_offsets(self._latest)
        self._latest = None

    def trouble(self) -> SendError | None:
        """What is wrong with the connections since the last message."""
        return self._heard.worst()

    def close(self) -> None:
        """What was read is told to the group. Never raises."""
        self._consumer.close()
