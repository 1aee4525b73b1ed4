"""`kafka:HOST:PORT[,HOST:PORT...]`: one message for each payload, without key and headers, confirmed by all replicas that are in sync.

What is under way when the deadline (-produceTimeout) comes is taken back from librdkafka and given to the sender as not sent: then it may
arrive twice. With -kafkaFraming confluent the Envelope stands behind the number that its schema has in the registry, instead of its length.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any

from xtcp_ebpf.abc import Batching, Target
from xtcp_ebpf.destinations._extra import need
from xtcp_ebpf.destinations._kafka_failure import Heard, failure
from xtcp_ebpf.destinations._kafka_meeting import meet
from xtcp_ebpf.destinations._kafka_options import Options, connection
from xtcp_ebpf.destinations._kafka_schema import ConfluentFraming
from xtcp_ebpf.errors import SendError

if TYPE_CHECKING:
    from confluent_kafka import KafkaError, Producer

TURN_SECONDS = 0.25
PURGE_SECONDS = 5.0
SMALLEST_BYTES = 1024
"""A message that is refused though it is no larger has another fault."""

Framing = Callable[[bytes], bytes]

_limits: dict[tuple[str, str], int] = {}
"""What is left of -kafkaMaxBytes where a topic has refused such a message: cluster and topic -> bytes."""


class KafkaSink:
    """Owns the producer."""

    batching = Batching()

    def __init__(self, kafka: ModuleType, heard: Heard, framing: Framing, target: Target, options: Options) -> None:
        settings = {**connection(target, options), **options.producer(), "error_cb": heard.error}
        self._refusal: type[Exception] = kafka.KafkaException
        try:
            self._producer: Producer = kafka.Producer(settings, logger=heard)
        except self._refusal as error:
            raise SendError("setting", f"{target.where}: librdkafka refuses: {error.args[0].str()}", retry=False) from error
        self._cluster = (target.address, options.topic)
        self.max_payload: int | None = _limits.get(self._cluster, options.max_payload)
        self._heard = heard
        self._framing = framing
        self._where = target.where
        self._preamble = target.preamble
        self._options = options

    def send(self, payload: bytes) -> None:
        """Raises SendError; without retry when no message can be so large."""
        (problem,) = self.send_all((payload,))
        if problem is not None:
            raise problem

    def send_all(self, payloads: Sequence[bytes]) -> Sequence[SendError | None]:
        """Returns when each is confirmed or given up; of one that is given up librdkafka keeps nothing."""
        self._heard.forget()
        answers: dict[int, SendError | None] = {}
        for at, payload in enumerate(payloads):
            try:
                self._produce(payload, self._settling(answers, at, len(payload)))
            except SendError as error:
                answers[at] = error
        fatal = self._await(lambda: len(answers) == len(payloads), self._options.patience)
        if len(answers) < len(payloads):
            self._producer.purge()
            self._await(lambda: len(answers) == len(payloads), PURGE_SECONDS)
        late = fatal or self._too_late()
        found = (answers.get(at, late) for at in range(len(payloads)))
        return [late if problem is not None and problem.reason == "timeout" else problem for problem in found]

    def _produce(self, payload: bytes, settle: Callable[[KafkaError | None, Any], None]) -> None:
        size = len(self._preamble) + len(payload)
        if size > self._options.max_payload:
            raise SendError(
                "too_large", f"{self._where}: a message of {size} bytes; -kafkaMaxBytes allows {self._options.max_payload}", False
            )
        value = self._framing(self._preamble + payload if self._preamble else payload)
        try:
            self._producer.produce(self._options.topic, value, self._options.key, on_delivery=settle)
        except self._refusal as error:
            raise failure(self._where, error.args[0]) from error
        except BufferError as error:
            raise SendError("busy", f"{self._where}: librdkafka's queue is full") from error

    def _settling(self, answers: dict[int, SendError | None], at: int, size: int) -> Callable[[KafkaError | None, Any], None]:
        def settle(error: KafkaError | None, _message: Any) -> None:
            answers[at] = None if error is None else self._weighed(failure(self._where, error), size)

        return settle

    def _weighed(self, problem: SendError, size: int) -> SendError:
        """The topic may take less than -kafkaMaxBytes, and does not tell how much: half of what it refused is tried from now on."""
        if problem.reason != "too_large":
            return problem
        limit = max(SMALLEST_BYTES, (len(self._preamble) + size) // 2)
        _limits[self._cluster] = min(limit, _limits.get(self._cluster, limit))
        text = f"{size} bytes are more than this topic takes (its max.message.bytes): from now on messages are split to {limit} bytes"
        return SendError("too_large", f"{problem}: {text}", retry=size > limit)

    def _await(self, settled: Callable[[], bool], patience: float) -> SendError | None:
        """Serves librdkafka until it is so, or the time is over, or trying on is of no use; then answers why, if it is known."""
        end = time.monotonic() + patience
        try:
            while not settled() and (left := end - time.monotonic()) > 0:
                self._producer.poll(min(left, TURN_SECONDS))
                if self._heard.locked_out:
                    return self._heard.worst()
        except self._refusal as error:
            return failure(self._where, error.args[0])
        return None

    def _too_late(self) -> SendError:
        text = f"not confirmed within {self._options.patience:g} s (-produceTimeout)"
        worst = self._heard.worst()
        return SendError("timeout", f"{self._where}: {text}") if worst is None else SendError(worst.reason, f"{worst}; {text}")

    def meet(self) -> None:
        """Raises SendError."""
        meet(self._producer, self._options.topic, self._heard, self._refusal, made=True)

    def close(self) -> None:
        """Never raises, and never waits for a broker: nothing is under way."""
        self._producer.purge()
        self._producer.close()


def check(target: Target) -> None:
    """Raises BadAddress. Names are not resolved."""
    Options.of(target)


def open(target: Target) -> KafkaSink:
    """Raises SendError, worth another try unless a file, a setting or the client library is missing or wrong."""
    options = Options.of(target)
    framing: Framing = ConfluentFraming(target, options) if options.confluent else bytes
    sink = KafkaSink(need("confluent_kafka", "kafka"), Heard(target.where), framing, target, options)
    try:
        sink.meet()
        if isinstance(framing, ConfluentFraming):
            framing.head()
    except BaseException:
        sink.close()
        raise
    return sink
