"""kafka: against a real Apache Kafka. Behind the header of a schema registry: test_kafka_schema.py."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from conformance.kafka_topic import messages
from conformance.kafka_world import World, opened, payload, refused, sending, world
from conformance.peers import counters, descriptors, sealed, until

from xtcp_ebpf.abc import BatchingSink, Target
from xtcp_ebpf.destinations import kafka
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.knobs import Knobs


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(tmp_path_factory)


@pytest.fixture(autouse=True)
def forgetful() -> None:
    """Each test is a process of its own to what is remembered of topics."""
    kafka._limits.clear()


def arrived(there: World, topic: str) -> list[int]:
    return [number for message in messages(there.server, topic) for number in counters(message.value)]


def test_one_envelope_is_one_message(there: World) -> None:
    """The value is the payload, byte for byte; no key, no header; one batch each, written with idempotence, all at once."""
    target = there.target()
    sent = [payload(first, 50) for first in range(1, 1001, 50)]
    with opened(target) as sink:
        assert isinstance(sink, BatchingSink)
        assert sink.send_all(sent) == [None] * 20
    found = messages(there.server, target.knobs.topic)
    assert [message.value for message in found] == sent
    assert {(message.key, message.headers) for message in found} == {(None, 0)}
    assert {(batch.idempotent, batch.messages) for batch in there.stored(target.knobs.topic)} == {(True, 1)}


def test_preamble_in_each_message(there: World) -> None:
    """A csv header stands in every message, as each is read alone."""
    target = replace(there.target(marshal="csv"), preamble=b"a,b\n")
    with opened(target) as sink:
        sink.send(b"1,2\n")
        sink.send(b"3,4\n")
    assert [message.value for message in messages(there.server, target.knobs.topic)] == [b"a,b\n1,2\n", b"a,b\n3,4\n"]


@pytest.mark.parametrize(
    ("told", "codec"),
    [("", "zstd"), ("auto", "zstd"), ("zstd", "zstd"), ("lz4", "lz4"), ("snappy", "snappy"), ("gzip", "gzip"), ("none", "none")],
)
def test_compression(there: World, told: str, codec: str) -> None:
    """The broker's own file has the batches in the codec that was asked for; nothing said is zstd."""
    target = there.target(kafka_compression=told)
    with opened(target) as sink:
        sink.send(payload(1, 100))
    assert [batch.codec for batch in there.stored(target.knobs.topic)] == [codec]
    assert arrived(there, target.knobs.topic) == list(range(1, 101))


def test_without_idempotence(there: World) -> None:
    """-kafkaIdempotence=false: the batches have no number of a producer."""
    target = there.target(kafka_idempotence=False)
    with opened(target) as sink:
        sink.send(payload(1, 1))
    assert [batch.idempotent for batch in there.stored(target.knobs.topic)] == [False]


def test_key_is_the_hostname(there: World) -> None:
    """-kafkaKey hostname: that is the key of each message, and all go to one partition of several."""
    target = there.target(kafka_key="hostname", hostname="web-1")
    there.make_topic(target.knobs.topic, partitions=4)
    with opened(target) as sink:
        assert sink.send_all([payload(first, 1) for first in range(1, 13)]) == [None] * 12
    found = messages(there.server, target.knobs.topic)
    assert {message.key for message in found} == {b"web-1"}
    assert [number for message in found for number in counters(message.value)] == list(range(1, 13))


@pytest.mark.long
def test_broker_killed_in_mid_stream(there: World) -> None:
    """kill -9 while envelopes come and go, and the broker back on its port: every row is there, both ends counted; none is dropped."""
    target = there.target(produce_timeout=1.0)
    topic = target.knobs.topic
    with sending(target) as sender:
        for first in range(1, 2001, 20):
            sender.offer(sealed(first, 20))
        until(lambda: sender.tally["sent_rows"] >= 200, "the first rows")
        there.server.kill()
        for first in range(2001, 4001, 20):
            sender.offer(sealed(first, 20))
        until(lambda: sender.tally["retries"] > 0, "the sender notices")
        there.server.start()
        for first in range(4001, 5001, 20):
            sender.offer(sealed(first, 20))
        assert sender.close(20).rows == 0
        told = sender.tally.read()
        assert (told["offered_rows"], told["sent_rows"]) == (5000, 5000)
    found = arrived(there, topic)
    assert set(found) == set(range(1, 5001))
    assert max(Counter(found).values()) <= 1 + told["retries"]


def test_frozen_broker(there: World) -> None:
    """A broker that takes nothing: the answer comes with the deadline, nothing stays in librdkafka, and the next try delivers."""
    target = there.target(produce_timeout=0.5)
    with opened(target) as sink:
        sink.send(payload(1, 1))
        with there.frozen():
            problems = sink.send_all([payload(2, 10), payload(12, 10)])
        assert [(problem.reason, problem.retry) for problem in problems if problem] == [("timeout", True)] * 2
        assert "not confirmed within 0.5 s (-produceTimeout)" in str(problems[0])
        assert len(sink._producer) == 0
    patient = replace(target, knobs=replace(target.knobs, produce_timeout=10.0))  # the broker has to come back to its cluster first
    with opened(patient) as sink:
        assert sink.send_all([payload(2, 10), payload(12, 10)]) == [None, None]
    assert set(arrived(there, target.knobs.topic)) == set(range(1, 22))


def test_close_with_data_in_flight(there: World) -> None:
    """close() keeps its deadline while the broker takes nothing, and says what remained; the thread that it leaves ends by itself."""
    target = there.target(produce_timeout=1.0)
    with sending(target) as sender:
        sender.offer(sealed(1, 5))
        until(lambda: sender.tally["sent_rows"] == 5, "the first rows")
        with there.frozen():
            sender.offer(sealed(6, 10))
            left = sender.close(0.2)
        assert left.rows == sender.tally["dropped_rows:shutdown"] == 10


def test_envelopes_are_split_to_the_largest_message(there: World) -> None:
    """-kafkaMaxBytes holds for the message with all that the wire adds; a payload that is larger is refused without a try."""
    target = there.target(kafka_max_bytes=20_000, kafka_compression="none")
    there.make_topic(target.knobs.topic, max_message_bytes="20000")
    with opened(target) as sink:
        assert sink.max_payload is not None
        assert 19_000 < sink.max_payload < 20_000
        sink.send(os.urandom(sink.max_payload))
        with pytest.raises(SendError, match="-kafkaMaxBytes allows") as problem:
            sink.send(bytes(sink.max_payload + 1))
        assert (problem.value.reason, problem.value.retry) == ("too_large", False)
    target = there.target(kafka_max_bytes=20_000, kafka_compression="none")
    with sending(target) as sender:
        sender.offer(sealed(1, 5000))
        assert sender.close(10).rows == 0
        assert sender.tally["send_errors:too_large"] == 0
    assert arrived(there, target.knobs.topic) == list(range(1, 5001))


def test_topic_takes_less_than_it_was_told(there: World) -> None:
    """A topic's own smaller limit costs no row: the message that it refuses is split further, others of the same batch are taken."""
    target = there.target(kafka_compression="none")
    there.make_topic(target.knobs.topic, max_message_bytes="5000")
    with opened(target) as sink:
        small, huge = payload(1, 5), bytes([0x52]) + os.urandom(30_000)
        first, second, third = sink.send_all([small, huge, small])
        assert first is third is None
        assert second is not None
        assert (second.reason, second.retry) == ("too_large", True)
        assert "max.message.bytes): from now on messages are split to 15000 bytes" in str(second)
    with sending(target) as sender:
        sender.offer(sealed(6, 3000))
        assert sender.close(10).rows == 0
        assert sender.tally["sent_rows"] == 3000
        assert sender.tally["send_errors:too_large"] in (1, 2, 3)
    assert set(arrived(there, target.knobs.topic)) == set(range(1, 3006))


@pytest.mark.parametrize("mechanism", ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"])
def test_credentials(there: World, mechanism: str) -> None:
    """Each mechanism lets in who knows the password; who does not is told so, without the password."""
    target = there.target(there.server.sasl_port)
    with opened(there.login(target, mechanism)) as sink:
        sink.send(payload(1, 3))
    assert arrived(there, target.knobs.topic) == [1, 2, 3]
    problem = refused(there.login(target, mechanism, "wrong"))
    assert (problem.reason, problem.retry) == ("auth", True)
    assert "uthentication failed" in str(problem)
    assert "secret" not in str(problem)


def test_password_that_changes_is_read_anew(there: World) -> None:
    """Credentials that were wrong are right at the next opening when the file was mended: the sender delivers what waited."""
    target = there.login(there.target(there.server.sasl_port), "SCRAM-SHA-256", "wrong")
    path = Path(target.knobs.dest_password_file)
    wrong = path.read_text()
    try:
        with sending(target) as sender:
            sender.offer(sealed(1, 7))
            until(lambda: sender.tally["send_errors:auth"], "it is refused")
            mended = path.with_name("mended")
            mended.write_text(there.server.password)
            mended.replace(path)  # at once: it may be read at any moment
            assert sender.close(15).rows == 0
    finally:
        path.write_text(wrong)
    assert arrived(there, target.knobs.topic) == list(range(1, 8))


def test_tls(there: World) -> None:
    """With the authority named it delivers; without it, or with another, the certificate is not trusted, unless nobody looks."""
    target = there.target(there.server.tls_port)
    with opened(there.over_tls(target)) as sink:
        sink.send(payload(1, 2))
    with opened(there.over_tls(target, dest_ca="", dest_verify=False)) as sink:
        sink.send(payload(3, 2))
    assert arrived(there, target.knobs.topic) == [1, 2, 3, 4]
    for authority in ("", str(there.certificates.stranger)):
        problem = refused(there.over_tls(target, dest_ca=authority))
        assert (problem.reason, problem.retry) == ("tls", True)
        assert "-destCa" in str(problem)


def test_tls_with_a_certificate_of_ours_and_credentials(there: World) -> None:
    """A listener that asks for our certificate gets it, and the password inside; without it the broker lets nobody in."""
    target = there.login(there.over_tls(there.target(there.server.sasl_tls_port)), "SCRAM-SHA-512")
    shown = {"dest_cert": str(there.certificates.client_cert), "dest_key": str(there.certificates.client_key)}
    with opened(there.over_tls(target, **shown)) as sink:
        sink.send(payload(1, 2))
    assert arrived(there, target.knobs.topic) == [1, 2]
    problem = refused(target)
    assert problem.reason == "tls"
    assert "-destCert" in str(problem)


def test_files_that_are_not_there(there: World) -> None:
    """A missing authority, or password file, is named with its flag, and not tried again at the start."""
    missing = refused(there.over_tls(there.target(), dest_ca="/nowhere/ca.pem"))
    assert (missing.reason, missing.retry) == ("tls", False)
    assert "-destCa /nowhere/ca.pem" in str(missing)
    secret = refused(there.login(there.target(), "PLAIN", "nowhere"))
    assert (secret.reason, secret.retry) == ("secret", False)


def test_listener_of_another_kind(there: World) -> None:
    """Speaking plainly where TLS or credentials are wanted, TLS where it is not, credentials where none are: each has its hint."""
    for port in (there.server.tls_port, there.server.sasl_port):
        problem = refused(there.target(port))
        assert problem.reason == "protocol"
        assert "-destTls" in str(problem)
        assert "-kafkaSasl" in str(problem)
    assert "-destTls" in str(refused(there.over_tls(there.target())))
    assert refused(there.login(there.target(), "PLAIN")).reason == "auth"


def test_wrong_address(there: World) -> None:
    """Nobody there, and a name that does not resolve, are told within a second or two; one broker of several is enough."""
    nobody = refused(replace(there.target(), address="127.0.0.1:1"))
    assert (nobody.reason, nobody.retry) == ("refused", True)
    assert str(nobody).startswith("kafka:127.0.0.1:1: ")
    assert "nobody listens there" in str(nobody)
    assert refused(replace(there.target(), address="[::1]:1")).reason == "refused"
    assert refused(replace(there.target(), address="no-such-host.invalid:9092")).reason == "resolve"
    target = there.target()
    with opened(replace(target, address=f"127.0.0.1:1,{target.address}")) as sink:
        sink.send(payload(1, 1))
    assert arrived(there, target.knobs.topic) == [1]


@pytest.mark.parametrize("shown", [False, True], ids=["hidden", "shown"])
def test_topic_that_is_forbidden(there: World, shown: bool) -> None:
    """Who may not write to the topic is told so, at the opening or with the first message; the rows are kept."""
    target = there.login(there.target(there.server.sasl_port), "PLAIN")
    there.make_topic(target.knobs.topic)
    there.forbid(target.knobs.topic, shown)
    with pytest.raises(SendError, match="this user has no right to the topic") as problem, opened(target) as sink:
        sink.send(payload(1, 1))
    assert (problem.value.reason, problem.value.retry) == ("denied", True)


def test_nothing_is_left(there: World) -> None:
    """After close(), and after an opening that failed: no descriptor, no thread of librdkafka, nothing on stderr."""
    target = there.target()
    with opened(target) as sink:
        sink.send(payload(1, 1))
    gc.collect()
    before = descriptors(), len(list(Path("/proc/self/task").iterdir()))
    for _ in range(3):
        with opened(target) as sink:
            sink.send(payload(2, 1))
        refused(replace(target, address="127.0.0.1:1"))
    del sink
    gc.collect()
    assert (descriptors(), len(list(Path("/proc/self/task").iterdir()))) <= before


def test_log_of_the_library(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    """Its lines are ours at debug, each once however often it says it; stderr stays clean."""
    caplog.set_level(logging.DEBUG)
    refused(Target("kafka", "127.0.0.1:1", knobs=Knobs()))
    lines = [record.getMessage() for record in caplog.records if record.name.endswith("_kafka_failure")]
    assert lines
    assert len(lines) == len(set(lines))
    assert all(record.levelno == logging.DEBUG for record in caplog.records)
    assert capfd.readouterr().err == ""


def test_library_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without confluent-kafka it says what to install, and is not tried again."""
    monkeypatch.setitem(sys.modules, "confluent_kafka", None)
    problem = refused(Target("kafka", "127.0.0.1:9092", knobs=Knobs()))
    assert (problem.reason, problem.retry) == ("missing_extra", False)
    assert "pip install 'xtcp-ebpf[kafka]'" in str(problem)
