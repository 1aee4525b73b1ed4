"""Apache Kafka for the conformance suite."""

from __future__ import annotations

import uuid
from pathlib import Path

from conformance.frozen import Freezing
from conformance.kafka_topic import BACK_SOON, messages
from conformance.peers import Peer
from servers.kafka import Kafka

from xtcp_ebpf.destinations._kafka_options import OVERHEAD_BYTES
from xtcp_ebpf.knobs import Knobs


class KafkaPeer(Peer):
    """One broker for all tests of a run, as a JVM is slow to start; a topic for each. It is killed with kill -9."""

    limit: int = 200_000
    too_large = "-kafkaMaxBytes"
    wrong = (
        "kafka",
        "kafka:",
        "kafka:h",
        "kafka::9092",
        "kafka://h:9092",
        "kafka:h:9092,",
        "kafka:h:9092,g",
        "kafka:h:9092,::1:9092",
        "kafka:h:0",
        "kafka:user@h:9092",
    )
    _shared: Kafka | None = None

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        if KafkaPeer._shared is None:
            KafkaPeer._shared = Kafka(folder / "kafka", settings=BACK_SOON)
        self._server = KafkaPeer._shared
        self._topic = f"t{uuid.uuid4().hex}"
        self.flow = Freezing(self._server)
        self.dest = f"kafka:{self._server.address}"
        self.knobs = Knobs(topic=self._topic, produce_timeout=1.0, kafka_max_bytes=self.limit + OVERHEAD_BYTES)

    def listen(self) -> None:
        if not self._server.running:
            self._server.start()

    def rest(self) -> None:
        """It stays for the next test, as a JVM is slow to start: it ends with the process that started it."""

    def shut(self) -> None:
        self._server.kill()

    def streams(self) -> list[bytes]:
        """One for each message."""
        if self._server.running:
            self.pieces = [message.value for message in messages(self._server, self._topic)]
        return list(self.pieces)
