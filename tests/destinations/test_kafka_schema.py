"""kafka: behind the header of a schema registry. Kafka is real; the registry is the tests' own, written from the public API."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conformance.kafka_topic import messages
from conformance.kafka_world import World, opened, payload, refused, sending, world
from conformance.peers import counters, sealed, until
from servers.schema_registry import SchemaRegistry

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _kafka_schema
from xtcp_ebpf.destinations._schema_registry import Registry
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(tmp_path_factory)


@pytest.fixture(autouse=True)
def forgetful() -> None:
    """Each test is a process of its own to what is remembered of registries."""
    _kafka_schema._heads.clear()


def confluent(there: World, registry: SchemaRegistry, **knobs: Any) -> Target:
    return there.target(kafka_framing="confluent", kafka_schema_url=registry.url, **knobs)


def test_header_of_a_registry_written_from_the_public_api(there: World) -> None:
    """confluent: 00, the id under which the .proto is registered, 00 for its first message, and the Envelope without its length."""
    with SchemaRegistry() as registry:
        target = confluent(there, registry)
        with opened(target) as sink:
            sink.send(payload(1, 3))
        with opened(target) as sink:
            sink.send(payload(4, 2))
        subject = f"{target.knobs.topic}-value"
        assert [request.target for request in registry.requests] == [f"/subjects/{subject}{end}" for end in ("", "/versions", "")]
        number = Registry(target).latest(subject).id
    for message, wanted in zip(messages(there.server, target.knobs.topic), ([1, 2, 3], [4, 5]), strict=True):
        assert message.value[:6] == bytes([0]) + number.to_bytes(4, "big") + bytes([0])
        assert [row.record_counter for row in Envelope.FromString(message.value[6:]).row] == wanted


def test_without_a_registry_the_rows_wait(there: World) -> None:
    """-kafkaSchemaFailure wait: nothing goes out until the registry answers; then all of it, framed."""
    registry = SchemaRegistry()
    target = confluent(there, registry)
    problem = refused(target)
    assert (problem.reason, problem.retry) == ("refused", True)
    assert str(problem).startswith(f"-kafkaSchemaUrl {registry.url}: ")
    with sending(target) as sender:
        sender.offer(sealed(1, 4))
        until(lambda: sender.tally["retries"] > 1, "it tries")
        assert sender.tally["sent_rows"] == 0
        with registry:
            assert sender.close(10).rows == 0
    (message,) = messages(there.server, target.knobs.topic)
    assert message.value[0] == 0
    assert len(Envelope.FromString(message.value[6:]).row) == 4


def test_without_a_registry_messages_go_out_raw(there: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """-kafkaSchemaFailure raw: without the header, with one warning; with it as soon as the registry has answered."""
    monkeypatch.setattr(_kafka_schema, "ASK_AGAIN_SECONDS", 0.0)
    registry = SchemaRegistry()
    target = confluent(there, registry, kafka_schema_failure="raw")
    with opened(target) as sink:
        sink.send(payload(1, 2))
        with registry:
            sink.send(payload(3, 2))
    raw, framed = messages(there.server, target.knobs.topic)
    assert counters(raw.value) == [1, 2]
    assert framed.value[0] == 0
    assert [row.record_counter for row in Envelope.FromString(framed.value[6:]).row] == [3, 4]
    assert [record.levelname for record in caplog.records if "schema registry" in record.getMessage()] == ["WARNING"]


def test_proto_without_an_envelope(there: World, tmp_path: Path) -> None:
    """An -xtcpProtoFile without the message is refused before anything is sent."""
    (tmp_path / "other.proto").write_text('syntax = "proto3"; message Other {}')
    with SchemaRegistry() as registry:
        problem = refused(confluent(there, registry, xtcp_proto_file=str(tmp_path / "other.proto")))
    assert (problem.reason, problem.retry) == ("schema", False)
    assert "there is no message Envelope" in str(problem)
