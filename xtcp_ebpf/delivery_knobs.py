"""The knobs of delivery: where the records go, in which form, and what is done so that none is lost.

Those marked `each` may stand in front of a destination and hold for that one alone: -dest topic=a,kafka:HOST:PORT.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xtcp_ebpf.knob import Kind, Value, works

MIB = 1 << 20
GIB = 1 << 30
WEEK = 7 * 86400.0

OUT = "Where the records go"
SAFE = "What is done so that none is lost"
ACCESS = "How a destination is entered"
BROKERS = "Brokers and HTTP"
OBJECTS = "Files, and Parquet in object stores"


def _each(default: Value, flag: str, env: str, kind: Kind, group: str, text: str, **more: Any) -> Any:
    return works(default, flag, env, kind, group, text, each=True, **more)


_DEST = (
    "As often as wanted: null, stdout, stderr, file:PATH, tcp:, udp:, unix:, unixgram:, http:, https:, kafka:, nats:, nsq:, valkey:,"
    " s3parquet:, parquet:DIR."
)
_MARSHAL = "Format: table, jsonl, csv, tsv, humanize, protobufList, protoJson, protoText, msgpack."
_MARSHAL_DEFAULT = "table on a terminal, jsonl on a pipe; protobufList with -dest"
_COLUMNS = "Columns of csv, tsv and table, by their lowerCamelCase field names."
_QUEUE = "Most that may wait in memory for a slow destination; beyond it the rows wait in -spoolDir, or the oldest go, counted."
_QUEUE_DEFAULT = "64 MiB; parquet twice an object more"
_SPOOL = "Folder in which every envelope is kept until each destination has it, over restarts and kill -9."
_SYNC = "How often the spool is forced to disk: what a power cut may cost; 0: at each 8 MiB and at the end only."
_FIRST = "Write the first N payloads to files at -capturePath too."
_SCHEMA_FAILURE = "Without the registry: wait (rows are kept and tried again), or raw (send without the header)."
_TOKEN_FILE = "File with a token: http (Bearer), nats, nsq."
_SASL = "SASL of kafka: PLAIN, SCRAM-SHA-256, SCRAM-SHA-512; with -destUser and its password."
_OBJECT = "Uncompressed bytes after which a Parquet object is closed; 0: the default."
_OBJECT_AGE = "Age at which a Parquet object is closed; 0: the default."
_OBJECT_AGE_DEFAULT = "-frequency, at least 30m"
_CAP = "Longest wait between tries of an upload; 0: the default."


@dataclass(frozen=True, slots=True)
class DeliveryKnobs:
    """The part of Knobs that delivery reads."""

    dest: tuple[str, ...] = works(
        (),
        "dest",
        "DEST",
        "repeated",
        OUT,
        _DEST,
        high=4096,
        words="stdout",
        takes="SCHEME:ADDRESS",
        secret="within",
        differs="a Kafka broker, and one only",
    )
    marshal: str = _each(
        "", "marshal", "MARSHAL", "string", OUT, _MARSHAL, high=40, words=_MARSHAL_DEFAULT, takes="FORMAT", differs="protobufList"
    )
    columns: tuple[str, ...] = _each((), "columns", "", "list", OUT, _COLUMNS, words="all", takes="A,B,...")
    envelope_flush_rows: int = works(
        10000,
        "envelopeFlushRows",
        "ENVELOPE_FLUSH_ROWS",
        "int",
        OUT,
        "Rows after which an envelope is sent; 0: the default.",
        high=2**32 - 1,
        unit="rows",
        live=True,
    )
    envelope_flush_bytes: int = works(
        786432,
        "envelopeFlushBytes",
        "ENVELOPE_FLUSH_BYTES",
        "size",
        OUT,
        "Bytes after which an envelope is sent; 0: the default.",
        high=2**31 - 1,
        unit="bytes",
        live=True,
    )
    dest_write_files: int = works(
        0, "destWriteFiles", "DEST_WRITE_FILES", "int", OUT, _FIRST, high=1000, words="none", differs="10, without effect"
    )

    queue_bytes: int = _each(
        64 * MIB, "queueBytes", "QUEUE_BYTES", "size", SAFE, _QUEUE, low=1, high=2**40, words=_QUEUE_DEFAULT, unit="bytes"
    )
    spool_dir: str = works("", "spoolDir", "SPOOL_DIR", "string", SAFE, _SPOOL, high=4096, words="no spool", takes="DIR")
    spool_bytes: int = works(
        GIB,
        "spoolBytes",
        "SPOOL_BYTES",
        "size",
        SAFE,
        "Most that the spool may hold; beyond it the oldest rows go, counted.",
        low=16 * MIB,
        high=2**50,
        words="1 GiB",
        unit="bytes",
    )
    spool_sync: float = works(1.0, "spoolSync", "SPOOL_SYNC", "duration", SAFE, _SYNC, high=3600)
    drain_timeout: float = works(
        5.0, "drainTimeout", "DRAIN_TIMEOUT", "duration", SAFE, "How long the end waits for the destinations to take the rest.", high=600
    )

    dest_user: str = _each("", "destUser", "DEST_USER", "string", ACCESS, "Name to log in with: http, kafka, nats, valkey.", high=255)
    dest_password: str = _each("", "", "DEST_PASSWORD", "string", ACCESS, "Its password.", high=4096, secret="whole")
    dest_password_file: str = _each(
        "", "destPasswordFile", "DEST_PASSWORD_FILE", "string", ACCESS, "File with its password.", high=4096, takes="PATH"
    )
    dest_token: str = _each("", "", "DEST_TOKEN", "string", ACCESS, "A token in its stead.", high=16384, secret="whole")
    dest_token_file: str = _each("", "destTokenFile", "DEST_TOKEN_FILE", "string", ACCESS, _TOKEN_FILE, high=4096, takes="PATH")
    dest_tls: bool = _each(False, "destTls", "DEST_TLS", "bool", ACCESS, "Speak TLS: kafka, nats, nsq, valkey, tcp (https does anyway).")
    dest_ca: str = _each(
        "", "destCa", "DEST_CA", "string", ACCESS, "File with the authorities to trust.", high=4096, words="the system's", takes="PATH"
    )
    dest_cert: str = _each(
        "", "destCert", "DEST_CERT", "string", ACCESS, "Our certificate, where one is asked for.", high=4096, takes="PATH"
    )
    dest_key: str = _each("", "destKey", "DEST_KEY", "string", ACCESS, "Its key.", high=4096, words="in -destCert", takes="PATH")
    dest_verify: bool = _each(
        True, "destVerify", "DEST_VERIFY", "bool", ACCESS, "Check whose certificate the destination shows.", words="on"
    )

    topic: str = _each("xtcp", "topic", "TOPIC", "string", BROKERS, "Topic, subject, channel or stream.", low=1, high=249)
    produce_timeout: float = _each(
        0.0,
        "produceTimeout",
        "KAFKA_PRODUCE_TIMEOUT",
        "duration",
        BROKERS,
        "Longest wait for one answer of a broker or an HTTP server.",
        high=600,
        words="10s",
    )
    kafka_compression: str = _each(
        "",
        "kafkaCompression",
        "KAFKA_COMPRESSION",
        "string",
        BROKERS,
        "Compression of batches.",
        choices=("", "auto", "zstd", "lz4", "snappy", "gzip", "none"),
        words="zstd",
    )
    kafka_sasl: str = _each(
        "", "kafkaSasl", "KAFKA_SASL", "string", BROKERS, _SASL, choices=("", "PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"), words="none"
    )
    kafka_key: str = _each("none", "kafkaKey", "KAFKA_KEY", "string", BROKERS, "Key of each message.", choices=("none", "hostname"))
    kafka_max_bytes: int = _each(
        1000000,
        "kafkaMaxBytes",
        "KAFKA_MAX_BYTES",
        "size",
        BROKERS,
        "Largest message that the broker takes; envelopes are split to it.",
        low=1024,
        high=2**30,
        unit="bytes",
    )
    kafka_idempotence: bool = _each(
        True, "kafkaIdempotence", "KAFKA_IDEMPOTENCE", "bool", BROKERS, "No message twice within one connection's life.", words="on"
    )
    kafka_framing: str = _each(
        "raw",
        "kafkaFraming",
        "KAFKA_FRAMING",
        "string",
        BROKERS,
        "raw: as ClickHouse reads it; confluent: behind a header with the schema's number in the registry.",
        choices=("raw", "confluent"),
    )
    kafka_schema_url: str = _each(
        "http://localhost:18081",
        "kafkaSchemaUrl",
        "KAFKA_SCHEMA_URL",
        "string",
        BROKERS,
        "The schema registry.",
        low=1,
        high=1000,
        secret="within",
    )
    kafka_schema_failure: str = _each(
        "wait", "kafkaSchemaFailure", "KAFKA_SCHEMA_FAILURE", "string", BROKERS, _SCHEMA_FAILURE, choices=("wait", "raw")
    )
    xtcp_proto_file: str = _each(
        "",
        "xtcpProtoFile",
        "XTCP_PROTO_FILE",
        "string",
        BROKERS,
        "The .proto for the registry.",
        high=4096,
        words="the one that comes with the program",
        takes="PATH",
        differs="/xtcp_flat_record.proto",
    )
    nats_jetstream: bool = _each(
        False, "natsJetstream", "NATS_JETSTREAM", "bool", BROKERS, "Publish to a JetStream stream: each envelope is acknowledged."
    )
    nats_creds: str = _each("", "natsCreds", "NATS_CREDS", "string", BROKERS, "Credentials file of nats.", high=4096, takes="PATH")
    valkey_stream: bool = _each(
        False, "valkeyStream", "VALKEY_STREAM", "bool", BROKERS, "XADD to a stream, which keeps them, rather than PUBLISH."
    )
    valkey_maxlen: int = _each(
        0,
        "valkeyMaxlen",
        "VALKEY_MAXLEN",
        "int",
        BROKERS,
        "Envelopes that the stream keeps, about.",
        high=2**40,
        words="all",
        unit="envelopes",
    )
    http_headers_file: str = _each(
        "",
        "httpHeadersFile",
        "HTTP_HEADERS_FILE",
        "string",
        BROKERS,
        "File with headers for each request, Name: value.",
        high=4096,
        takes="PATH",
    )
    http_compression: str = _each(
        "none", "httpCompression", "HTTP_COMPRESSION", "string", BROKERS, "Compression of bodies.", choices=("none", "gzip", "zstd")
    )

    file_rotate_bytes: int = _each(
        0,
        "fileRotateBytes",
        "FILE_ROTATE_BYTES",
        "size",
        OBJECTS,
        "Size at which file: begins a new file; SIGHUP opens it anew too.",
        high=2**50,
        words="never",
        unit="bytes",
    )
    file_rotate_interval: float = _each(
        0.0,
        "fileRotateInterval",
        "FILE_ROTATE_INTERVAL",
        "duration",
        OBJECTS,
        "And so often, counted from 1970: 1h is each full hour.",
        high=366 * 86400.0,
        words="never",
    )
    file_keep: int = _each(
        0, "fileKeep", "FILE_KEEP", "int", OBJECTS, "Rotated files that are kept.", high=1000000, words="all", unit="files"
    )
    s3_endpoint: str = _each(
        "", "s3Endpoint", "S3_ENDPOINT", "string", OBJECTS, "Object store, where -dest s3parquet: names none.", high=1000
    )
    s3_bucket: str = _each("", "s3Bucket", "S3_BUCKET", "string", OBJECTS, "Bucket; it must exist.", high=255)
    s3_prefix: str = _each("", "s3Prefix", "S3_PREFIX", "string", OBJECTS, "What the keys begin with.", high=512)
    s3_access_key: str = _each("", "s3AccessKey", "S3_ACCESS_KEY", "string", OBJECTS, "Access key.", high=1024, secret="whole")
    s3_access_key_file: str = _each(
        "", "s3AccessKeyFile", "S3_ACCESS_KEY_FILE", "string", OBJECTS, "File with it.", high=4096, takes="PATH"
    )
    s3_secret_key: str = _each("", "s3SecretKey", "S3_SECRET_KEY", "string", OBJECTS, "Secret key.", high=4096, secret="whole")
    s3_secret_key_file: str = _each(
        "", "s3SecretKeyFile", "S3_SECRET_KEY_FILE", "string", OBJECTS, "File with it.", high=4096, takes="PATH"
    )
    s3_session_token: str = _each("", "", "S3_SESSION_TOKEN", "string", OBJECTS, "Token of keys that end.", high=16384, secret="whole")
    s3_session_token_file: str = _each(
        "", "s3SessionTokenFile", "S3_SESSION_TOKEN_FILE", "string", OBJECTS, "File with it.", high=4096, takes="PATH"
    )
    s3_region: str = _each("", "s3Region", "S3_REGION", "string", OBJECTS, "Region.", high=100, words="us-east-1")
    s3_skip_bucket_probe: bool = _each(
        False,
        "s3SkipBucketProbe",
        "S3_SKIP_BUCKET_PROBE",
        "bool",
        OBJECTS,
        "Do not ask for the bucket first: for keys that may only write.",
    )
    s3_parquet_flush_bytes: int = _each(
        63 * MIB, "s3ParquetFlushBytes", "S3_PARQUET_FLUSH_BYTES", "size", OBJECTS, _OBJECT, high=2**40, words="63 MiB", unit="bytes"
    )
    s3_flush_interval: float = _each(
        0.0, "s3FlushInterval", "S3_FLUSH_INTERVAL", "duration", OBJECTS, _OBJECT_AGE, high=WEEK, words=_OBJECT_AGE_DEFAULT
    )
    s3_flush_jitter_pct: int = _each(
        20,
        "s3FlushJitterPct",
        "S3_FLUSH_JITTER_PCT",
        "int",
        OBJECTS,
        "Jitter of that age, half of it either way.",
        high=100,
        unit="percent",
    )
    s3_flush_threshold_jitter_pct: int = _each(
        20,
        "s3FlushThresholdJitterPct",
        "S3_FLUSH_THRESHOLD_JITTER_PCT",
        "int",
        OBJECTS,
        "Jitter of that size, downward.",
        high=100,
        unit="percent",
    )
    s3_upload_max_attempts: int = _each(
        10,
        "s3UploadMaxAttempts",
        "S3_UPLOAD_MAX_ATTEMPTS",
        "int",
        OBJECTS,
        "Tries of an upload before the connection is made anew; nothing is dropped for their number.",
        low=1,
        high=100,
        differs="then the object is dropped",
    )
    s3_upload_backoff_cap: float = _each(
        0.0, "s3UploadBackoffCap", "S3_UPLOAD_BACKOFF_CAP", "duration", OBJECTS, _CAP, high=3600, words="10s"
    )
