"""Every flag and environment name of the predecessor, typed here by hand: it works, is refused by name, or is taken with one warning."""

from __future__ import annotations

import pytest

from xtcp_ebpf.config import load
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knob import Knob
from xtcp_ebpf.knobs import TABLE
from xtcp_ebpf.values import shown

WORKS = {
    ("nltimeout", "NLTIMEOUTMS"): ("250", 250),
    ("frequency", "POLL_FREQUENCY"): ("1m30s", 90.0),
    ("timeout", "POLL_TIMEOUT"): ("1500ms", 1.5),
    ("maxLoops", "MAX_LOOPS"): ("3", 3),
    ("netlinkers", "NETLINKERS"): ("7", 7),
    ("nlmsgSeq", "NLMSQSEQ"): ("42", 42),
    ("packetSize", "PACKET_SIZE"): ("8192", 8192),
    ("packetSizeMply", "PACKETSIZEMPLY"): ("4", 4),
    ("writeFiles", "WRITEFILES"): ("5", 5),
    ("capturePath", "CAPTUREPATH"): ("/tmp/cap-", "/tmp/cap-"),
    ("modulus", "MODULUS"): ("2000", 2000),
    ("marshal", "MARSHAL"): ("jsonl", "jsonl"),
    ("columns", ""): ("hostname, netns", ("hostname", "netns")),
    ("envelopeFlushBytes", "ENVELOPE_FLUSH_BYTES"): ("1000000", 1000000),
    ("envelopeFlushRows", "ENVELOPE_FLUSH_ROWS"): ("500", 500),
    ("pollJitterPct", "POLL_JITTER_PCT"): ("0", 0),
    ("dest", "DEST"): ("udp:127.0.0.1:13000", ("udp:127.0.0.1:13000",)),
    ("destWriteFiles", "DEST_WRITE_FILES"): ("9", 9),
    ("label", "LABEL"): ("blue", "blue"),
    ("tag", "TAG"): ("a=b", "a=b"),
    ("location", "LOCATION"): ("rack 7", "rack 7"),
    ("hostname", "XTCP_HOSTNAME"): ("h1", "h1"),
    ("deserializers", "DESERIALIZERS"): ("info,cong", "info,cong"),
    ("reconcileBeforePoll", "RECONCILE_BEFORE_POLL"): ("false", False),
    ("reconcileFrequency", "RECONCILE_FREQUENCY"): ("1h", 3600.0),
    ("populateNsid", "POPULATE_NSID"): ("true", True),
    ("topic", "TOPIC"): ("tcp", "tcp"),
    ("xtcpProtoFile", "XTCP_PROTO_FILE"): ("/x.proto", "/x.proto"),
    ("kafkaSchemaUrl", "KAFKA_SCHEMA_URL"): ("https://r:8081", "https://r:8081"),
    ("produceTimeout", "KAFKA_PRODUCE_TIMEOUT"): ("3s", 3.0),
    ("kafkaCompression", "KAFKA_COMPRESSION"): ("lz4", "lz4"),
    ("s3Endpoint", "S3_ENDPOINT"): ("http://s3:9000", "http://s3:9000"),
    ("s3Bucket", "S3_BUCKET"): ("rows", "rows"),
    ("s3Prefix", "S3_PREFIX"): ("tcp/", "tcp/"),
    ("s3AccessKey", "S3_ACCESS_KEY"): ("AK", "AK"),
    ("s3SecretKey", "S3_SECRET_KEY"): ("SK", "SK"),
    ("s3Region", "S3_REGION"): ("eu-west-1", "eu-west-1"),
    ("s3SkipBucketProbe", "S3_SKIP_BUCKET_PROBE"): ("true", True),
    ("s3ParquetFlushBytes", "S3_PARQUET_FLUSH_BYTES"): ("1000000", 1000000),
    ("s3FlushInterval", "S3_FLUSH_INTERVAL"): ("5m", 300.0),
    ("s3FlushJitterPct", "S3_FLUSH_JITTER_PCT"): ("7", 7),
    ("s3FlushThresholdJitterPct", "S3_FLUSH_THRESHOLD_JITTER_PCT"): ("8", 8),
    ("s3UploadMaxAttempts", "S3_UPLOAD_MAX_ATTEMPTS"): ("3", 3),
    ("s3UploadBackoffCap", "S3_UPLOAD_BACKOFF_CAP"): ("4s", 4.0),
    ("promListen", "PROM_LISTEN"): (":9089", ":9089"),
    ("promPath", "PROM_PATH"): ("/m", "/m"),
    ("promTcpStats", "PROM_TCP_STATS"): ("true", True),
    ("promTcpStatsNamespaces", "PROM_TCP_STATS_NAMESPACES"): ("5", 5),
    ("grpcPort", "GRPC_PORT"): ("8890", 8890),
    ("healthcheck", ""): ("true", True),
    ("profile.mode", ""): ("cpu", "cpu"),
    ("pyroscopeUrl", "PYROSCOPE_URL"): ("http://p:4040", "http://p:4040"),
    ("pyroscopeAppName", "PYROSCOPE_APP_NAME"): ("app", "app"),
    ("pyroscopeSampleHz", ""): ("50", 50),
    ("pyroscopeUploadSec", ""): ("30", 30),
    ("ipv4Ttl", "IPV4_TTL"): ("3", 3),
    ("ipv6HopLimit", "IPV6_HOP_LIMIT"): ("4", 4),
    ("v", ""): ("true", None),
    ("conf", ""): ("true", None),
    ("d", "DEBUG_LEVEL"): ("111", 111),
    ("", "XTCP_CONFIG_JSON"): ('{"label": "blue"}', None),
}
"""(flag, variable) -> a value as written, and as read (None: an action)."""

LATER = {
    "enrichment": (
        "resolveContainerId CONTAINER_ID_RESOLVE|enrichContainer ENRICH_CONTAINER|dockerSocket DOCKER_SOCKET|enrichLldp ENRICH_LLDP"
        "|lldpdSocket LLDPD_SOCKET|lldpdVersionHint LLDPD_VERSION_HINT|enrichNic ENRICH_NIC|uplinkCount UPLINK_COUNT"
        "|uplinkInterfaces UPLINK_INTERFACES"
    ),
}
MEANINGLESS = "goMaxProcs GOMAXPROCS|maxThreads|ioUring|ioUringRecvBatch|ioUringCqeBatch| NETLINKERS_DONE_CHAN_SIZE"
OURS = {
    ("reads", "XTCP_READS"): ("exact", "exact"),
    ("exactSockets", "XTCP_EXACT_SOCKETS"): ("1000", 1000),
    ("closed", "XTCP_CLOSED"): ("true", True),
    ("closedBufferBytes", "XTCP_CLOSED_BUFFER_BYTES"): ("1000000", 1000000),
    ("closedRate", "XTCP_CLOSED_RATE"): ("5000", 5000),
    ("pprof", "XTCP_PPROF"): ("true", True),
    ("privsep", "XTCP_PRIVSEP"): ("true", True),
    ("acceptOffers", "XTCP_ACCEPT_OFFERS"): ("/run/x", "/run/x"),
    ("acceptOffersFrom", "XTCP_ACCEPT_OFFERS_FROM"): ("65534", ("65534",)),
    ("grpcListen", "GRPC_LISTEN"): ("127.0.0.1:9,unix:/g", ("127.0.0.1:9", "unix:/g")),
    ("grpcControl", "GRPC_CONTROL"): ("open", "open"),
    ("grpcTokenFile", "GRPC_TOKEN_FILE"): ("/t", "/t"),
    ("grpcReadTokenFile", "GRPC_READ_TOKEN_FILE"): ("/r", "/r"),
    ("grpcTlsCert", "GRPC_TLS_CERT"): ("/c", "/c"),
    ("grpcTlsKey", "GRPC_TLS_KEY"): ("/k", "/k"),
    ("grpcClientCa", "GRPC_CLIENT_CA"): ("/a", "/a"),
    ("grpcControlNames", "GRPC_CONTROL_NAMES"): ("ops,root", ("ops", "root")),
    ("grpcStreams", "GRPC_STREAMS"): ("5", 5),
    ("grpcQueueBytes", "GRPC_QUEUE_BYTES"): ("100000", 100000),
    ("grpcRate", "GRPC_RATE"): ("7", 7),
    ("s3AccessKeyFile", "S3_ACCESS_KEY_FILE"): ("/a", "/a"),
    ("s3SecretKeyFile", "S3_SECRET_KEY_FILE"): ("/b", "/b"),
    ("", "S3_SESSION_TOKEN"): ("ST", "ST"),
    ("s3SessionTokenFile", "S3_SESSION_TOKEN_FILE"): ("/c", "/c"),
    ("spoolDir", "SPOOL_DIR"): ("/var/spool/x", "/var/spool/x"),
    ("spoolBytes", "SPOOL_BYTES"): ("100000000", 100000000),
    ("spoolSync", "SPOOL_SYNC"): ("0", 0.0),
    ("destUser", "DEST_USER"): ("u", "u"),
    ("", "DEST_PASSWORD"): ("p w", "p w"),
    ("destPasswordFile", "DEST_PASSWORD_FILE"): ("/p", "/p"),
    ("", "DEST_TOKEN"): ("t", "t"),
    ("destTokenFile", "DEST_TOKEN_FILE"): ("/t", "/t"),
    ("destTls", "DEST_TLS"): ("true", True),
    ("destCa", "DEST_CA"): ("/ca", "/ca"),
    ("destCert", "DEST_CERT"): ("/crt", "/crt"),
    ("destKey", "DEST_KEY"): ("/key", "/key"),
    ("destVerify", "DEST_VERIFY"): ("false", False),
    ("kafkaSasl", "KAFKA_SASL"): ("PLAIN", "PLAIN"),
    ("kafkaKey", "KAFKA_KEY"): ("hostname", "hostname"),
    ("kafkaMaxBytes", "KAFKA_MAX_BYTES"): ("2000", 2000),
    ("kafkaIdempotence", "KAFKA_IDEMPOTENCE"): ("false", False),
    ("kafkaFraming", "KAFKA_FRAMING"): ("confluent", "confluent"),
    ("kafkaSchemaFailure", "KAFKA_SCHEMA_FAILURE"): ("raw", "raw"),
    ("natsJetstream", "NATS_JETSTREAM"): ("true", True),
    ("natsCreds", "NATS_CREDS"): ("/c", "/c"),
    ("valkeyStream", "VALKEY_STREAM"): ("true", True),
    ("valkeyMaxlen", "VALKEY_MAXLEN"): ("9", 9),
    ("httpHeadersFile", "HTTP_HEADERS_FILE"): ("/h", "/h"),
    ("httpCompression", "HTTP_COMPRESSION"): ("gzip", "gzip"),
    ("fileRotateBytes", "FILE_ROTATE_BYTES"): ("1000", 1000),
    ("fileRotateInterval", "FILE_ROTATE_INTERVAL"): ("1h", 3600.0),
    ("fileKeep", "FILE_KEEP"): ("5", 5),
    ("queueBytes", "QUEUE_BYTES"): ("2000000", 2000000),
    ("drainTimeout", "DRAIN_TIMEOUT"): ("0", 0.0),
    ("engine", "XTCP_ENGINE"): ("python", "python"),
    ("namespaces", "XTCP_NAMESPACES"): ("own", "own"),
    ("netnsDirs", "NETNS_DIRS"): ("/run/netns,/x/*", ("/run/netns", "/x/*")),
    ("bpf", "XTCP_BPF"): ("require", "require"),
    ("bpfSource", "XTCP_BPF_SOURCE"): ("tracepoints", "tracepoints"),
    ("bpfLoader", "XTCP_BPF_LOADER"): ("bcc", "bcc"),
    ("bpfMapSize", "XTCP_BPF_MAP_SIZE"): ("100", 100),
    ("keepCapabilities", "XTCP_KEEP_CAPABILITIES"): ("CAP_DAC_OVERRIDE,net_bind_service", ("CAP_DAC_OVERRIDE", "net_bind_service")),
    ("skip", "XTCP_SKIP"): ("none", "none"),
    ("maxStale", "XTCP_MAX_STALE"): ("3", 3),
    ("scanDescriptors", "SCAN_DESCRIPTORS"): ("true", True),
    ("logFormat", "XTCP_LOG_FORMAT"): ("json", "json"),
    ("help", ""): ("true", None),
}


def names(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """(flag, variables) of each entry."""
    return [(entry.split(" ")[0], tuple(entry.split(" ")[1:])) for entry in text.split("|")]


LATER_NAMES = [(part, flag, variable) for part, text in LATER.items() for flag, variables in names(text) for variable in variables or ("",)]
VALUES = [(flag, variable, *value) for (flag, variable), value in {**WORKS, **OURS}.items() if value[1] is not None]


def row(flag: str, variable: str) -> Knob:
    """The knob of that flag, or of that variable where it has none."""
    return next(knob for knob in TABLE if (knob.flag == flag if flag else variable in knob.env))


def read(flag: str, variable: str, knobs: object) -> object:
    """The attribute that holds it."""
    return getattr(knobs, row(flag, variable).attribute)


def test_the_table_is_complete_and_has_nothing_else() -> None:
    """Flag, variables and status of each row are those of the lists above, no more and no fewer."""
    expected = {(flag, tuple(filter(None, [variable])), "works") for flag, variable in {**WORKS, **OURS}}
    expected |= {(flag, variables, "later") for text in LATER.values() for flag, variables in names(text)}
    expected |= {(flag, variables, "meaningless") for flag, variables in names(MEANINGLESS)}
    assert {(knob.flag, knob.env, knob.status) for knob in TABLE} == expected
    assert len(TABLE) == len(expected)


@pytest.mark.parametrize("dashes", ["-", "--"])
@pytest.mark.parametrize(("flag", "variable", "text", "value"), [v for v in VALUES if v[0]], ids=[v[0] for v in VALUES if v[0]])
def test_a_working_flag_sets_its_value(flag: str, variable: str, text: str, value: object, dashes: str) -> None:
    """One dash or two, value behind a space or behind =, no warning, and the source is told as written."""
    joined = [f"{dashes}{flag}={text}"]
    for argv in (joined, joined if is_switch(flag) else [dashes + flag, text]):
        loaded = load(argv, {variable or "UNUSED": ""})
        assert (read(flag, variable, loaded.knobs), loaded.warnings, loaded.wants) == (value, (), "run")
        assert list(loaded.sources.values()) == [dashes + flag]


@pytest.mark.parametrize(("flag", "variable", "text", "value"), [v for v in VALUES if v[1]], ids=[v[1] for v in VALUES if v[1]])
def test_a_working_variable_sets_its_value_and_a_flag_beats_it(flag: str, variable: str, text: str, value: object) -> None:
    """The environment counts, and gives way to the command line."""
    loaded = load([], {variable: text})
    assert (read(flag, variable, loaded.knobs), loaded.warnings) == (value, ())
    assert list(loaded.sources.values()) == [variable]
    if not flag:  # a secret that has no flag
        return
    knob = row(flag, variable)
    usual = read(flag, variable, load([], {}).knobs)
    beaten = load([f"-{flag}={shown(knob, usual)}"], {variable: text})
    assert beaten.sources == {knob.attribute: f"-{flag}"}
    assert read(flag, variable, beaten.knobs) == usual != value


@pytest.mark.parametrize(("part", "flag", "variable"), LATER_NAMES, ids=[f or v for _, f, v in LATER_NAMES])
def test_a_later_one_is_refused_by_name(part: str, flag: str, variable: str) -> None:
    """The answer names the flag or the variable, and the part that brings it; the value, which may be a secret, is not told."""
    given = "true" if is_switch(flag) else "s3cr3t"
    tries: list[tuple[list[str], dict[str, str], str]] = [([f"-{flag}={given}"], {}, f"-{flag}")] if flag else []
    tries += [([], {variable: given}, variable)] if variable else []
    for argv, environ, where in tries:
        with pytest.raises(BadFlag) as caught:
            load(argv, environ)
        assert caught.value.where == where
        assert "does not have it yet" in caught.value.problem
        assert part in caught.value.problem
        assert "s3cr3t" not in str(caught.value)


def is_switch(flag: str) -> bool:
    """Whether the flag takes no value."""
    return any(knob.flag == flag and knob.kind == "bool" for knob in TABLE)


@pytest.mark.parametrize("knob", [k for k in TABLE if k.status == "later" and k.kind == "bool"], ids=lambda k: k.name)
def test_a_later_switch_that_asks_for_nothing_passes(knob: Knob) -> None:
    """Off, or what is so anyway, needs no part that is not built: an operator's -enrichNic=false is no error."""
    loaded = load([f"{knob.name}={str(knob.default).lower()}"], {})
    assert loaded.warnings == ()


@pytest.mark.parametrize(("flag", "variables"), names(MEANINGLESS), ids=lambda v: v if isinstance(v, str) else "")
def test_a_meaningless_one_is_taken_with_one_warning(flag: str, variables: tuple[str, ...]) -> None:
    """Given once, twice, or by both ways: one warning that names it; its value is not even read."""
    tries: list[tuple[list[str], dict[str, str]]] = [
        ([f"-{flag}={value}"] * 2, dict.fromkeys(variables, "junk")) for value in ("true", "junk") if flag
    ]
    for argv, environ in [*tries, ([], dict.fromkeys(variables, "5"))]:
        if argv or environ:
            (warning,) = load(argv, environ).warnings
            assert warning.startswith((f"-{flag}:", *(f"{name}:" for name in variables)))
            assert "has no meaning here" in warning
