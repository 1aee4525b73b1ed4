"""`xtcp-ebpf kafka-client`, reading a real Apache Kafka, in this process and as a process of its own."""

from __future__ import annotations

import fcntl
import io
import json
import os
import signal
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from conformance.kafka_world import World, payload, world
from conformance.peers import counters, until
from servers.schema_registry import SchemaRegistry

from xtcp_ebpf.abc import Target
from xtcp_ebpf.cli.kafka_client import main
from xtcp_ebpf.destinations import kafka

COMMAND = (sys.executable, "-c", "import os, sys; from xtcp_ebpf.cli.kafka_client import main; sys.exit(main(sys.argv[1:], os.environ))")


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(tmp_path_factory)


def run(target: Target, *argv: str, **environ: str) -> tuple[int, bytes, str]:
    """(exit code, stdout, stderr)."""
    out, err = io.BytesIO(), io.StringIO()
    code = main(("-brokers", target.address, "-topic", target.knobs.topic, *argv), environ, out, err)
    return code, out.getvalue(), err.getvalue()


def send(target: Target, *payloads: bytes) -> None:
    sink = kafka.open(target)
    try:
        assert not any(sink.send_all(payloads))
    finally:
        sink.close()


def numbers(out: bytes) -> list[int]:
    return [int(json.loads(line)["recordCounter"]) for line in out.splitlines()]


@contextmanager
def process(target: Target, *argv: str, **more: Any) -> Iterator[subprocess.Popen[str]]:
    words = (*COMMAND, "-brokers", target.address, "-topic", target.knobs.topic, *argv)
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more) as child:
        try:
            yield child
        finally:
            child.kill()


def test_both_framings(there: World) -> None:
    """Raw and confluent messages of one topic are the same rows; -count ends it at that row, in the middle of a message."""
    target = there.target()
    with SchemaRegistry() as registry:
        framed = there.target(topic=target.knobs.topic, kafka_framing="confluent", kafka_schema_url=registry.url)
        send(target, payload(1, 10))
        send(framed, payload(11, 10))
    code, out, err = run(target, "-fromBeginning", "-count", "15")
    assert (code, numbers(out)) == (0, list(range(1, 16)))
    said = err.splitlines()
    assert said[0] == f"xtcp-ebpf kafka-client: reading {target.knobs.topic}, 1 partition"
    assert said[1:] == ["xtcp-ebpf kafka-client: 15 rows of 2 messages, 1 with a schema's id"]


def test_any_format(there: World) -> None:
    """csv with its header once, columns as asked for; protobufList comes out as it went in; MARSHAL of a daemon is not ours."""
    target = there.target()
    send(target, payload(1, 2), payload(3, 2))
    flags = ("-fromBeginning", "-count=4")
    assert run(target, *flags, "-marshal", "csv", "-columns", "recordCounter")[1] == b"recordCounter\n1\n2\n3\n4\n"
    assert counters(run(target, *flags, "-marshal", "protobufList")[1]) == [1, 2, 3, 4]
    assert numbers(run(target, *flags, MARSHAL="csv")[1]) == [1, 2, 3, 4]


def test_ends_when_nothing_comes(there: World) -> None:
    """-consumeTimeout: what is there, and no more; an empty topic still has the header of csv."""
    target = there.target()
    there.make_topic(target.knobs.topic)
    code, out, err = run(target, "-consumeTimeout", "500ms", "-marshal", "csv", "-columns", "hostname")
    assert (code, out) == (0, b"hostname\n")
    assert "0 rows of 0 messages" in err


def test_messages_that_are_none_of_ours(there: World) -> None:
    """Told by partition and offset, passed over, and the exit code is 1."""
    target = there.target(marshal="jsonl")
    send(target, b'{"a":1}\n', payload(1, 1))
    code, out, err = run(target, "-fromBeginning", "-count", "1")
    assert (code, numbers(out)) == (1, [1])
    assert "partition 0, offset 0: no Envelope of records: " in err
    assert "1 message passed over" in err


def test_a_group(there: World) -> None:
    """The second run goes on where the first has ended."""
    target = there.target()
    send(target, payload(1, 3), payload(4, 3))
    flags = ("-group", f"g-{target.knobs.topic}", "-fromBeginning", "-count", "3")
    assert [numbers(run(target, *flags)[1]) for _ in range(2)] == [[1, 2, 3], [4, 5, 6]]


def test_tls_and_credentials(there: World) -> None:
    """As the daemon's flags and variables have them; a wrong password is told, not shown."""
    target = there.target(there.server.sasl_tls_port)
    plain = there.target(topic=target.knobs.topic)
    send(plain, payload(1, 3))
    tls = there.certificates
    flags = ("-destTls", "-destCa", str(tls.ca), "-destCert", str(tls.client_cert), "-destKey", str(tls.client_key))
    flags += ("-kafkaSasl", "SCRAM-SHA-512", "-destUser", there.server.user, "-fromBeginning", "-count", "3")
    assert numbers(run(target, *flags, DEST_PASSWORD=there.server.password)[1]) == [1, 2, 3]
    code, _, err = run(target, *flags, DEST_PASSWORD="hush-hush")
    assert code == 1
    assert "uthentication failed" in err
    assert "hush" not in err


def test_what_cannot_be_read(there: World) -> None:
    """Nobody there, or no such topic: exit code 1 and one line; a wrong flag: 2."""
    target = there.target()
    code, _, err = run(target)
    assert (code, err.count("\n")) == (1, 1)
    assert "there is no such topic" in err
    nobody = Target("kafka", "127.0.0.1:1", knobs=target.knobs)
    code, _, err = run(nobody)
    assert (code, err.count("\n")) == (1, 1)
    assert err.startswith("xtcp-ebpf kafka-client: 127.0.0.1:1: ")
    for argv, text in (
        (("-brokers", "h"), "the port is missing"),
        (("-count", "x"), "-count: 'x' is no whole number"),
        (("-consumeTimeout", "5"), "-consumeTimeout: '5' is no duration"),
        (("-consumeTimeout", "-5s"), "-consumeTimeout: '-5s' is below 0"),
        (("-kafkaSasl", "PLAIN"), "needs -destUser"),
        (("-topic", "a b"), "is no topic of Kafka"),
        (("-marshal", "x"), "there is no format 'x'"),
        (("-dest", "null"), "means nothing to kafka-client"),
    ):
        code, out, err = run(target, *argv)
        assert (code, out) == (2, b""), err
        assert text in err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["INT", "TERM"])
def test_signal_ends_it(there: World, number: signal.Signals) -> None:
    """It reads until it is stopped; then what has come is written, summed up, and the exit code is 0."""
    target = there.target()
    send(target, payload(1, 5))
    with process(target, "-fromBeginning") as child:
        assert child.stdout
        lines = [child.stdout.readline() for _ in range(5)]
        child.send_signal(number)
        rest, err = child.communicate(timeout=20)
    assert (child.returncode, rest) == (0, "")
    assert [int(json.loads(line)["recordCounter"]) for line in lines] == [1, 2, 3, 4, 5]
    assert err.endswith("5 rows of 1 message, 0 with a schema's id\n")


def test_reader_leaves(there: World) -> None:
    """`| head`: it ends with 0 and without a word of it."""
    target = there.target()
    send(target, payload(1, 5000))
    with process(target, "-fromBeginning") as child:
        assert child.stdout
        assert child.stderr
        child.stdout.readline()
        child.stdout.close()
        sender = threading.Thread(target=send, args=(target, payload(5001, 5000)))
        sender.start()
        assert child.wait(20) == 0
        sender.join()
        assert child.stderr.read().count("\n") == 1


def test_stdout_that_is_not_read(there: World) -> None:
    """A second signal does not wait for a reader that has stopped: exit code 1."""
    target = there.target(kafka_max_bytes=500_000)
    send(target, *(payload(first, 20_000) for first in (1, 20_001)))
    read, write = os.pipe()
    with subprocess.Popen(
        (*COMMAND, "-brokers", target.address, "-topic", target.knobs.topic, "-fromBeginning"),
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        os.close(write)
        try:
            assert child.stderr
            child.stderr.readline()
            until(lambda: _held(read) >= 65536, "the pipe is full")
            child.send_signal(signal.SIGINT)
            child.send_signal(signal.SIGTERM)
            assert child.wait(20) == 1
        finally:
            child.kill()
            os.close(read)


def _held(pipe: int) -> int:
    """Bytes that wait in it."""
    (size,) = struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)))
    return int(size)
