"""One Kafka for all tests of a run that need no broker of their own, with every kind of listener; and what is asked of it beside."""

from __future__ import annotations

import atexit
import struct
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from confluent_kafka import Producer
from confluent_kafka.admin import (
    AclBinding,
    AclOperation,
    AclPermissionType,
    AdminClient,
    NewTopic,
    ResourcePatternType,
    ResourceType,
)
from conformance.kafka_topic import BACK_SOON
from conformance.peers import QuickClock, sealed, until
from servers.certificates import Certificates
from servers.kafka import Kafka
from servers.process import HOST

from xtcp_ebpf.abc import Target
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.destinations import kafka
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.marshal.protobuf_list import ProtobufList
from xtcp_ebpf.tally import Tally

SETTINGS = {
    "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
    "super.users": "User:ANONYMOUS",
    "allow.everyone.if.no.acl.found": "true",
    "listener.name.sasl_ssl.ssl.client.auth": "required",
    **BACK_SOON,
}
CODECS = ("none", "gzip", "snappy", "lz4", "zstd")


class Stored(NamedTuple):
    """A batch as the broker has it on disk."""

    codec: str
    idempotent: bool
    messages: int


class World:
    """Who is not logged in may do everything; `alice` all but what an access list forbids."""

    def __init__(self, folder: Path) -> None:
        self.certificates = Certificates(folder / "tls")
        self.server = Kafka(folder / "kafka", sasl=True, tls=self.certificates, settings=SETTINGS)
        self.server.start()
        atexit.register(self.server.stop)
        self._wake()
        self._passwords = folder
        (folder / "right").write_text(self.server.password + "\n")
        (folder / "wrong").write_text("not alice's secret\n")
        for name in ("right", "wrong"):
            (folder / name).chmod(0o600)

    def _wake(self) -> None:
        """The first who wants to write with idempotence waits longer than the others: let it be none of the tests."""
        first = Producer({"bootstrap.servers": self.server.address, "enable.idempotence": True})
        first.produce("first", b"x")
        assert first.flush(30) == 0
        first.close()

    def target(self, port: int = 0, **knobs: Any) -> Target:
        """A -dest for this broker, with a topic of its own unless one is named."""
        told = Knobs(**{"topic": f"t{uuid.uuid4().hex}", "marshal": "protobufList", "produce_timeout": 5.0} | knobs)
        return Target("kafka", f"{HOST}:{port or self.server.port}", knobs=told)

    def login(self, target: Target, mechanism: str, password: str = "right") -> Target:
        """The same as alice; `password`: right or wrong."""
        access = {"kafka_sasl": mechanism, "dest_user": self.server.user, "dest_password_file": str(self._passwords / password)}
        return replace(target, knobs=replace(target.knobs, **access))

    def over_tls(self, target: Target, **knobs: Any) -> Target:
        """The same over TLS."""
        told: dict[str, Any] = {"dest_tls": True, "dest_ca": str(self.certificates.ca)} | knobs
        return replace(target, knobs=replace(target.knobs, **told))

    def admin(self) -> AdminClient:
        """May do everything."""
        return AdminClient({"bootstrap.servers": self.server.address})

    def make_topic(self, topic: str, partitions: int = 1, **config: str) -> None:
        """`config` with _ for its dots."""
        told = {name.replace("_", "."): text for name, text in config.items()}
        admin = self.admin()  # held until it is done: what it asked for dies with it
        admin.create_topics([NewTopic(topic, partitions, 1, config=told)])[topic].result(20)

    def forbid(self, topic: str, shown: bool) -> None:
        """Nobody who is logged in may write there; `shown`: they may know of it."""
        deny = (AclOperation.WRITE, AclPermissionType.DENY)
        allow = (AclOperation.DESCRIBE, AclPermissionType.ALLOW)
        rules = [
            AclBinding(ResourceType.TOPIC, topic, ResourcePatternType.LITERAL, "User:*", "*", *rule)
            for rule in ((deny, allow) if shown else (deny,))
        ]
        admin = self.admin()
        for made in admin.create_acls(rules).values():
            made.result(20)

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """The broker takes nothing meanwhile."""
        self.server.freeze()
        until(self._stands, "each of its threads stands still")
        try:
            yield
        finally:
            self.server.thaw()

    def _stands(self) -> bool:
        states = [task.joinpath("stat").read_text().rpartition(") ")[2][0] for task in Path(f"/proc/{self.server.pid}/task").iterdir()]
        return set(states) == {"T"}

    def stored(self, topic: str) -> list[Stored]:
        """The batches of partition 0, read from the broker's own file."""
        data = (self.server.folder / "data" / f"{topic}-0" / f"{0:020}.log").read_bytes()
        found, at = [], 0
        while at + 61 <= len(data):
            size, _epoch, _magic, _crc, attributes = struct.unpack_from(">iibIh", data, at + 8)
            producer, _, _, count = struct.unpack_from(">qhii", data, at + 43)
            if size <= 0:  # the rest of the file is set aside
                break
            found.append(Stored(CODECS[attributes & 7], producer >= 0, count))
            at += 12 + size
        return found


_worlds: list[World] = []


def world(factory: pytest.TempPathFactory) -> World:
    """The same for all; started by the first."""
    if not _worlds:
        _worlds.append(World(factory.mktemp("kafka-world")))
    return _worlds[0]


def payload(first: int, count: int) -> bytes:
    """A protobufList."""
    return ProtobufList().encode(sealed(first, count))


@contextmanager
def opened(target: Target) -> Iterator[kafka.KafkaSink]:
    """Closed in the end."""
    sink = kafka.open(target)
    try:
        yield sink
    finally:
        sink.close()


@contextmanager
def sending(target: Target) -> Iterator[Sender]:
    """A started sender, quick to try again; in the end closed, and its thread gone."""
    sender = Sender(target, kafka, ProtobufList(), Tally(), QuickClock(), 1 << 26)
    sender.start()
    try:
        yield sender
    finally:
        sender.close(20)
        until(lambda: not [t for t in threading.enumerate() if t.name.startswith("send-")], "the sender's thread ends")


def refused(target: Target) -> SendError:
    """What opening says."""
    with pytest.raises(SendError) as error:
        kafka.open(target)
    return error.value
