"""What the knobs say of one Kafka cluster, checked, and the same in the words of librdkafka."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _address, _schema_registry, _tls
from xtcp_ebpf.destinations._secret import secret
from xtcp_ebpf.errors import BadAddress, SendError

PRODUCE_SECONDS = 10.0
OVERHEAD_BYTES = 256
"""What one message adds to its value on the wire, its batch's head included, and then some: a header and a key come on top."""

TOPIC = re.compile(r"[a-zA-Z0-9._-]{1,249}")

Settings = dict[str, str | int | float | bool]
"""What librdkafka calls its configuration."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the knobs say of one destination."""

    brokers: str
    """As librdkafka takes them: HOST:PORT,HOST:PORT; IPv6 in brackets."""
    topic: str
    patience: float
    """Seconds until a message must be confirmed."""
    compression: str
    sasl: str
    """The mechanism; empty: none."""
    key: bytes | None
    max_bytes: int
    """Of one message, with all that the wire adds."""
    idempotence: bool
    confluent: bool
    """Behind a header with the schema's number."""
    wait_for_schema: bool

    @classmethod
    def of(cls, target: Target) -> Options:
        """Raises BadAddress."""
        knobs = target.knobs
        if not TOPIC.fullmatch(knobs.topic) or knobs.topic in (".", ".."):
            raise _bad(target, f"-topic {knobs.topic!r} is no topic of Kafka: 1 to 249 letters, digits, dots, dashes and underscores")
        _check_access(target)
        if knobs.kafka_framing == "confluent":
            if knobs.marshal not in ("", "protobufList"):
                raise _bad(target, f"-kafkaFraming confluent carries protobufList, not -marshal {knobs.marshal}")
            _schema_registry.check(target)
        return cls(
            brokers=",".join(_brokers(target)),
            topic=knobs.topic,
            patience=knobs.produce_timeout or PRODUCE_SECONDS,
            compression="zstd" if knobs.kafka_compression in ("", "auto") else knobs.kafka_compression,
            sasl=knobs.kafka_sasl,
            key=knobs.hostname.encode() if knobs.kafka_key == "hostname" else None,
            max_bytes=knobs.kafka_max_bytes,
            idempotence=knobs.kafka_idempotence,
            confluent=knobs.kafka_framing == "confluent",
            wait_for_schema=knobs.kafka_schema_failure == "wait",
        )

    @property
    def max_payload(self) -> int:
        """The largest payload whose message has at most max_bytes, uncompressed."""
        return self.max_bytes - OVERHEAD_BYTES - len(self.key or b"")

    def producer(self) -> Settings:
        """What only one who sends is told."""
        return {
            "acks": "all",
            "enable.idempotence": self.idempotence,
            "compression.type": self.compression,
            "message.max.bytes": self.max_bytes,
            # A message is a batch of its own: it is large enough, and what the broker refuses then costs no other.
            "batch.num.messages": 1,
            "linger.ms": 0,
            "max.in.flight.requests.per.connection": 5,
            # The sink has a deadline of its own, at which it takes back what is not confirmed.
            "message.timeout.ms": 0,
            "partitioner": "murmur2_random",  # a key goes to the same partition as from a client in Java
        }


def connection(target: Target, options: Options) -> Settings:
    """How the brokers are reached and entered: for one who sends, and for one who reads. Raises SendError for a secret or a file."""
    knobs = target.knobs
    found: Settings = {
        "bootstrap.servers": options.brokers,
        "client.id": "xtcp-ebpf",
        "security.protocol": ("sasl_" if options.sasl else "") + ("ssl" if knobs.dest_tls else "plaintext"),
        "socket.keepalive.enable": True,
        "socket.connection.setup.timeout.ms": 5000,
        "reconnect.backoff.ms": 200,
        "reconnect.backoff.max.ms": 2000,
    }
    if options.sasl:
        password = secret(target, "dest_password")
        if not password:
            raise SendError("secret", f"{target.where}: -kafkaSasl {options.sasl} needs a password: -destPasswordFile", retry=False)
        found |= {"sasl.mechanism": options.sasl, "sasl.username": knobs.dest_user, "sasl.password": password}
    if knobs.dest_tls:
        _tls.context(target)  # says which of the files is wrong, where librdkafka has but a number
        if knobs.dest_ca:
            found["ssl.ca.location"] = knobs.dest_ca
        if knobs.dest_cert:
            found |= {"ssl.certificate.location": knobs.dest_cert, "ssl.key.location": knobs.dest_key or knobs.dest_cert}
        found["enable.ssl.certificate.verification"] = knobs.dest_verify
    return found


def _brokers(target: Target) -> list[str]:
    if "@" in target.address:
        raise _bad(target, "a password does not stand in the address: write -kafkaSasl, -destUser and -destPasswordFile")
    found = []
    for one in target.address.split(","):
        alone = replace(target, address=one)
        try:
            host, port = _address.host_port(alone)
        except BadAddress as error:
            raise _bad(target, str(error).removeprefix(f"-dest {alone.where}: ")) from None
        found.append(f"[{host}]:{port}" if ":" in host else f"{host}:{port}")
    return found


def _check_access(target: Target) -> None:
    knobs = target.knobs
    if knobs.kafka_sasl and not knobs.dest_user:
        raise _bad(target, f"-kafkaSasl {knobs.kafka_sasl} needs -destUser and a password (-destPasswordFile)")
    if knobs.dest_user and not knobs.kafka_sasl and not knobs.kafka_framing == "confluent":
        raise _bad(target, "-destUser needs -kafkaSasl: PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512")
    _tls.check(target)


def _bad(target: Target, problem: str) -> BadAddress:
    return BadAddress(f"-dest {target.where}: {problem}")
