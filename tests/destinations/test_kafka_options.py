"""What the knobs say of a Kafka cluster, and what librdkafka is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from confluent_kafka import Producer

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations._kafka_options import Options, connection
from xtcp_ebpf.errors import BadAddress, SendError
from xtcp_ebpf.knobs import Knobs


def target(address: str = "h:9092", **knobs: Any) -> Target:
    return Target("kafka", address, knobs=Knobs(**knobs))


def wrong(address: str = "h:9092", **knobs: Any) -> str:
    with pytest.raises(BadAddress) as error:
        Options.of(target(address, **knobs))
    text = str(error.value)
    assert text.startswith("-dest kafka:")
    return text


def test_brokers() -> None:
    """Several, IPv6 in brackets, as librdkafka takes them."""
    assert Options.of(target("a:9092,[::1]:9093,10.0.0.1:1")).brokers == "a:9092,[::1]:9093,10.0.0.1:1"


def test_each_broker_is_checked() -> None:
    """What is wrong with one of them is told for the whole address; a password in it is not repeated."""
    assert wrong("a:9092,b") == "-dest kafka:a:9092,b: the port is missing: write kafka:b:PORT"
    assert "-dest kafka:a:9092,: " in wrong("a:9092,")
    text = wrong("user:hush@h:9092")
    assert "-destPasswordFile" in text
    assert "hush" not in text


@pytest.mark.parametrize("topic", ["a b", "", "..", "x" * 250, "ü"])
def test_topics(topic: str) -> None:
    """What Kafka cannot have as a topic is refused at the start."""
    assert "is no topic of Kafka" in wrong(topic=topic)


def test_credentials_belong_together() -> None:
    """A user without a mechanism, and a mechanism without a user, are refused; a key without its certificate too."""
    assert "-destUser needs -kafkaSasl" in wrong(dest_user="u")
    assert "-kafkaSasl PLAIN needs -destUser" in wrong(kafka_sasl="PLAIN")
    assert "-destKey needs -destCert" in wrong(dest_key="/k")


def test_framing_and_format() -> None:
    """The header of a registry goes with protobufList alone, and with a URL that can be one."""
    assert "not -marshal jsonl" in wrong(kafka_framing="confluent", marshal="jsonl")
    assert "write http://HOST:PORT" in wrong(kafka_framing="confluent", kafka_schema_url="localhost:8081")
    assert Options.of(target(kafka_framing="confluent")).confluent
    assert not Options.of(target(kafka_schema_url="nonsense")).confluent


def test_a_message_of_the_largest_payload_fits() -> None:
    """Header, key and all that the wire adds are taken off what the broker takes."""
    plain, keyed = Options.of(target(kafka_max_bytes=5000)), Options.of(target(kafka_max_bytes=5000, kafka_key="hostname", hostname="host"))
    assert plain.max_payload == keyed.max_payload + 4
    assert 4500 < plain.max_payload < 5000


@pytest.mark.parametrize(
    ("knobs", "protocol"),
    [
        ({}, "plaintext"),
        ({"dest_tls": True}, "ssl"),
        ({"kafka_sasl": "PLAIN", "dest_user": "u", "dest_password": "p"}, "sasl_plaintext"),
        ({"kafka_sasl": "SCRAM-SHA-512", "dest_user": "u", "dest_password": "p", "dest_tls": True}, "sasl_ssl"),
    ],
)
def test_librdkafka_takes_every_setting(knobs: dict[str, Any], protocol: str) -> None:
    """Each way to enter is one of its protocols, and it knows all the settings that it is given."""
    where = target(**knobs)
    options = Options.of(where)
    settings = {**connection(where, options), **options.producer()}
    assert settings["security.protocol"] == protocol
    Producer(settings).close()


def test_smallest_message() -> None:
    """The least -kafkaMaxBytes still leaves room for a row, and librdkafka takes it."""
    options = Options.of(target(kafka_max_bytes=1024))
    assert options.max_payload > 700
    Producer({"bootstrap.servers": "h:1", **options.producer()}).close()


def test_password_from_a_file(tmp_path: Path) -> None:
    """It is read when the connection is made; none at all is told with the flag to give."""
    (tmp_path / "p").write_text("hush\n")
    (tmp_path / "p").chmod(0o600)
    access = {"kafka_sasl": "PLAIN", "dest_user": "u"}
    where = target(**access, dest_password_file=str(tmp_path / "p"))
    assert connection(where, Options.of(where))["sasl.password"] == "hush"
    where = target(**access)
    with pytest.raises(SendError, match="-destPasswordFile") as error:
        connection(where, Options.of(where))
    assert (error.value.reason, error.value.retry) == ("secret", False)
