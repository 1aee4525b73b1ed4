"""Each server for real: it takes what it is given, keeps it over kill -9, wants the credentials that it was told, and shows who it is."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nats as nats_client
import pytest
from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition
from pyarrow import fs

from servers import authority, shared
from servers.kafka import Kafka
from servers.nats import Nats
from servers.nsqd import Nsqd
from servers.process import HOST, Server, free_port, until
from servers.s3 import S3
from servers.valkey import Valkey

pytestmark = pytest.mark.long

MESSAGES = 20
TOPIC = "rows"


def produce(server: Kafka, port: int = 0, **more: str) -> None:
    """MESSAGES, all confirmed."""
    answers: list[object] = []
    dotted = {name.replace("_", "."): value for name, value in more.items()}
    producer = Producer({"bootstrap.servers": f"{HOST}:{port or server.port}", "message.timeout.ms": 8000, "log_level": 0, **dotted})
    for number in range(MESSAGES):
        producer.produce(TOPIC, b"%d" % number, on_delivery=lambda error, _message: answers.append(error))
    if producer.flush(10) or any(answers):
        raise ConnectionError(str(answers))


def end_of_topic(server: Kafka) -> int:
    """How many it has."""
    consumer = Consumer({"bootstrap.servers": server.address, "group.id": "tests", "log_level": 0})
    try:
        return int(consumer.get_watermark_offsets(TopicPartition(TOPIC, 0), timeout=10)[1])
    finally:
        consumer.close()


async def nobody_cares(_error: Exception) -> None: ...


def with_nats(server: Nats, act: Callable[[Any], Any]) -> Any:
    """What `act` makes of a connected client."""

    async def session() -> Any:
        client = await nats_client.connect(f"nats://{server.address}", error_cb=nobody_cares)
        try:
            return await act(client)
        finally:
            await client.close()

    return asyncio.run(session())


def to_jetstream(server: Nats) -> None:
    """MESSAGES into a stream, each acknowledged."""

    async def act(client: Any) -> None:
        stream = client.jetstream()
        await stream.add_stream(name=TOPIC, subjects=[TOPIC])
        for number in range(MESSAGES):
            await stream.publish(TOPIC, b"%d" % number)

    with_nats(server, act)


def in_jetstream(server: Nats) -> int:
    async def act(client: Any) -> int:
        return int((await client.jetstream().stream_info(TOPIC)).state.messages)

    return int(with_nats(server, act))


def to_stream(server: Valkey) -> None:
    for number in range(MESSAGES):
        assert server.asked("XADD", TOPIC, "*", "row", str(number)).startswith(b"$")


def to_topic(server: Nsqd) -> None:
    for number in range(MESSAGES):
        assert server.asked(f"/pub?topic={TOPIC}", "POST", b"%d" % number) == b"OK"
    until(lambda: server.on_disk(TOPIC) == server.depth(TOPIC), "all on disk")


def bucket(server: S3, secret: str = "", ca: str = "") -> fs.S3FileSystem:
    """The client that the daemon uses."""
    return fs.S3FileSystem(
        access_key=server.access_key,
        secret_key=secret or server.secret_key,
        region=server.region,
        endpoint_override=server.url,
        tls_ca_file_path=ca or None,
        connect_timeout=3,
        request_timeout=5,
        retry_strategy=fs.AwsStandardS3RetryStrategy(max_attempts=1),
    )


def to_bucket(server: S3) -> None:
    files, first = bucket(server), len(server.objects())
    for number in range(first, first + MESSAGES):
        with files.open_output_stream(f"{server.bucket}/day=1/{number}") as out:
            out.write(b"%d" % number)


def in_bucket(server: S3) -> int:
    found = bucket(server).get_file_info(fs.FileSelector(server.bucket, recursive=True))
    keys = [one.path for one in found if one.type == fs.FileType.File]
    assert sorted(keys) == sorted(f"{server.bucket}/{key}" for key in server.objects())
    return len(keys)


@dataclass
class Case:
    """How a server is filled with MESSAGES more, and how many it then has."""

    kind: type[Server]
    fill: Callable[[Any], None]
    count: Callable[[Any], int]


CASES = (
    Case(Kafka, produce, end_of_topic),
    Case(Nats, to_jetstream, in_jetstream),
    Case(Nsqd, to_topic, lambda server: server.depth(TOPIC)),
    Case(Valkey, to_stream, lambda server: int(server.asked("XLEN", TOPIC)[1:])),
    Case(S3, to_bucket, in_bucket),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.kind.__name__)
def test_killed_and_started_again_it_has_what_it_confirmed(case: Case, tmp_path: Path) -> None:
    """kill -9 loses nothing; it comes back on its port and takes more; a polite stop too; and nothing of it is left running."""
    with case.kind(tmp_path / "a folder's name") as server:
        port, first = server.port, server.pid
        case.fill(server)
        server.kill()
        assert not server.running
        with pytest.raises(ConnectionRefusedError), socket.create_connection((HOST, port)):
            pass
        server.start()
        assert (server.port, case.count(server)) == (port, MESSAGES)
        case.fill(server)
        server.stop()
        server.start()
        assert case.count(server) == 2 * MESSAGES
        second = server.pid
    assert not Path(f"/proc/{first}").exists()
    assert not Path(f"/proc/{second}").exists()


@pytest.mark.parametrize("case", CASES[1:], ids=lambda case: case.kind.__name__)
def test_frozen_it_takes_nothing_and_thawed_it_goes_on(case: Case, tmp_path: Path) -> None:
    """A slow server: connections stay, nobody answers, until it goes on."""
    with case.kind(tmp_path) as server:
        server.freeze()
        filled = threading.Thread(target=case.fill, args=(server,))
        filled.start()
        filled.join(0.2)
        assert filled.is_alive()
        server.thaw()
        filled.join(10)
        assert case.count(server) == MESSAGES


def test_a_frozen_server_can_be_killed(tmp_path: Path) -> None:
    """Nobody has to remember to thaw it."""
    with Valkey(tmp_path) as server:
        server.freeze()
        server.restart()
        assert server.asked("PING") == b"+PONG\r\n"
        server.freeze()


@pytest.mark.parametrize("mechanism", ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"])
def test_kafka_takes_the_right_password_only(mechanism: str) -> None:
    """By each mechanism, without and with TLS."""
    broker = shared(Kafka, sasl=True, tls=authority())
    who = {"sasl_mechanism": mechanism, "sasl_username": broker.user}
    produce(broker, broker.sasl_port, security_protocol="SASL_PLAINTEXT", sasl_password=broker.password, **who)
    ca = str(authority().ca)
    produce(broker, broker.sasl_tls_port, security_protocol="SASL_SSL", ssl_ca_location=ca, sasl_password=broker.password, **who)
    with pytest.raises((ConnectionError, KafkaException)):
        produce(broker, broker.sasl_port, security_protocol="SASL_PLAINTEXT", sasl_password="x", message_timeout_ms="1000", **who)


def test_kafka_shows_its_certificate() -> None:
    """Who trusts another authority does not trust it; its other listeners are as they were."""
    broker = shared(Kafka, sasl=True, tls=authority())
    produce(broker, broker.tls_port, security_protocol="SSL", ssl_ca_location=str(authority().ca))
    with pytest.raises((ConnectionError, KafkaException)):
        produce(broker, broker.tls_port, security_protocol="SSL", ssl_ca_location=str(authority().stranger), message_timeout_ms="1000")
    before = end_of_topic(broker)
    produce(broker)
    assert end_of_topic(broker) == before + MESSAGES


def nats_says(server: Nats, credentials: dict[str, str], context: ssl.SSLContext | None = None) -> bytes:
    """What it answers to a client that shows these. nats-py leaves its socket open when it is refused."""
    with socket.create_connection((HOST, server.port), 5) as plain:
        assert plain.recv(1 << 16).startswith(b"INFO ")
        with context.wrap_socket(plain, server_hostname=HOST) if context else plain as sock:
            sock.sendall(f"CONNECT {json.dumps({'verbose': False, **credentials})}\r\nPING\r\n".encode())
            return sock.recv(1 << 16)


def test_nats_wants_its_credentials() -> None:
    """User and password, or a token, or a certificate; the wrong ones are refused."""
    named = shared(Nats, user="u", password="p{'", max_payload=5000)
    assert named.info()["max_payload"] == 5000
    assert nats_says(named, {"user": "u", "pass": "p{'"}) == b"PONG\r\n"
    token = shared(Nats, token="t")
    assert nats_says(token, {"auth_token": "t"}) == b"PONG\r\n"
    for said in (nats_says(named, {"user": "u", "pass": "x"}), nats_says(token, {"auth_token": "x"})):
        assert said.startswith(b"-ERR 'Authorization Violation'")
    mutual = shared(Nats, tls=authority(), mutual=True)
    assert nats_says(mutual, {}, authority().client_context(with_certificate=True)) == b"PONG\r\n"
    with pytest.raises(ssl.SSLError, match=r"(?i)certificate required"):
        nats_says(mutual, {}, authority().client_context())


def secured(server: Server, with_certificate: bool) -> ssl.SSLSocket:
    """A connection after its handshake."""
    context = authority().client_context(with_certificate)
    return context.wrap_socket(socket.create_connection((HOST, server.port), 5), server_hostname=HOST)


def test_valkey_wants_its_credentials() -> None:
    """A password over TLS with a certificate; without either it says no."""
    server = shared(Valkey, password="x y", tls=authority(), mutual=True)
    assert server.asked("PING") == b"+PONG\r\n"
    with secured(server, with_certificate=True) as sock:
        sock.sendall(b"PING\r\n")
        assert sock.recv(99).startswith(b"-NOAUTH")
    with secured(server, with_certificate=False) as sock, pytest.raises(ssl.SSLError, match=r"(?i)certificate required"):
        sock.recv(99)  # TLS 1.3 says it with the first answer


def nsq_frame(sock: socket.socket) -> tuple[int, bytes]:
    """Type and content of one frame."""
    size, kind = struct.unpack(">ii", exactly(sock, 8))
    return kind, exactly(sock, size - 4)


def exactly(sock: socket.socket, size: int) -> bytes:
    """No byte more: the next one may be TLS."""
    data = b""
    while len(data) < size:
        if not (piece := sock.recv(size - len(data))):
            raise ConnectionError("closed")
        data += piece
    return data


def identified(server: Nsqd, **features: object) -> tuple[socket.socket, dict[str, Any]]:
    """A connection after IDENTIFY, and what it answered."""
    sock = socket.create_connection((HOST, server.port), 5)
    said = json.dumps({"feature_negotiation": True, **features}).encode()
    sock.sendall(b"  V2IDENTIFY\n" + struct.pack(">i", len(said)) + said)
    return sock, json.loads(nsq_frame(sock)[1])


def nsq_say(sock: socket.socket, command: bytes, body: bytes) -> tuple[int, bytes]:
    sock.sendall(command + b"\n" + struct.pack(">i", len(body)) + body)
    return nsq_frame(sock)


def test_nsqd_wants_its_secret() -> None:
    """AUTH with the secret may publish; another may not."""
    server = shared(Nsqd, secret="s")
    for secret, answer in ((b"s", (0, b"OK")), (b"x", (1, b"E_UNAUTHORIZED"))):
        sock, said = identified(server)
        with sock:
            assert said["auth_required"] is True
            auth = nsq_say(sock, b"AUTH", secret)
            got = nsq_say(sock, b"PUB rows", b"row") if not auth[0] else auth
            assert (got[0], got[1].split()[0]) == answer
    assert server.depth("rows") == 1


def test_nsqd_wants_tls() -> None:
    """After IDENTIFY the connection is upgraded, and a client without a certificate of the authority gets no further."""
    server = shared(Nsqd, tls=authority(), mutual=True)
    sock, said = identified(server, tls_v1=True)
    with sock:
        assert said["tls_v1"] is True
        with authority().client_context(with_certificate=True).wrap_socket(sock, server_hostname=HOST) as secure:
            assert nsq_frame(secure) == (0, b"OK")
            assert nsq_say(secure, b"PUB rows", b"row") == (0, b"OK")
    sock, _ = identified(server, tls_v1=True)
    with sock, pytest.raises(OSError), authority().client_context().wrap_socket(sock, server_hostname=HOST) as secure:
        nsq_frame(secure)
    sock, _ = identified(server)
    with sock:
        assert nsq_say(sock, b"PUB rows", b"row")[0] == 1


def test_s3_wants_its_credentials_and_shows_its_certificate() -> None:
    """The right secret over HTTPS; another secret, and another authority, are errors."""
    server = shared(S3, tls=authority())
    right = bucket(server, ca=str(authority().ca))
    with right.open_output_stream(f"{server.bucket}/one") as out:
        out.write(b"x" * 100_000)
    assert (server.files / "one").stat().st_size == 100_000
    with pytest.raises(OSError, match=r"(?i)signature|access|denied|forbidden"):
        bucket(server, secret="x", ca=str(authority().ca)).open_output_stream(f"{server.bucket}/two").close()
    with pytest.raises(OSError, match=r"(?i)ssl|certificate|curl"):
        bucket(server, ca=str(authority().stranger)).open_output_stream(f"{server.bucket}/two").close()
    with pytest.raises(ssl.SSLError), socket.create_connection((HOST, server.port)) as sock:
        ssl.create_default_context(cafile=authority().stranger).wrap_socket(sock, server_hostname=HOST)


def test_ports_are_free_and_no_clients() -> None:
    """Each is given once, and none is of those from which clients connect."""
    ports = [free_port() for _ in range(50)]
    lowest = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    assert len(set(ports)) == 50
    assert max(ports) < lowest
