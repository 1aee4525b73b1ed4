import datetime

from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import field_mask_pb2 as _field_mask_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetResponse(_message.Message):
    __slots__ = ("config",)
    CONFIG_FIELD_NUMBER: _ClassVar[int]
    config: XtcpConfig
    def __init__(self, config: _Optional[_Union[XtcpConfig, _Mapping]] = ...) -> None: ...

class SetRequest(_message.Message):
    __slots__ = ("config", "only")
    CONFIG_FIELD_NUMBER: _ClassVar[int]
    ONLY_FIELD_NUMBER: _ClassVar[int]
    config: XtcpConfig
    only: _field_mask_pb2.FieldMask
    def __init__(self, config: _Optional[_Union[XtcpConfig, _Mapping]] = ..., only: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ...) -> None: ...

class SetResponse(_message.Message):
    __slots__ = ("config",)
    CONFIG_FIELD_NUMBER: _ClassVar[int]
    config: XtcpConfig
    def __init__(self, config: _Optional[_Union[XtcpConfig, _Mapping]] = ...) -> None: ...

class SetPollFrequencyRequest(_message.Message):
    __slots__ = ("poll_frequency", "poll_timeout")
    POLL_FREQUENCY_FIELD_NUMBER: _ClassVar[int]
    POLL_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    poll_frequency: _duration_pb2.Duration
    poll_timeout: _duration_pb2.Duration
    def __init__(self, poll_frequency: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., poll_timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class SetPollFrequencyResponse(_message.Message):
    __slots__ = ("config",)
    CONFIG_FIELD_NUMBER: _ClassVar[int]
    config: XtcpConfig
    def __init__(self, config: _Optional[_Union[XtcpConfig, _Mapping]] = ...) -> None: ...

class TriggerPollRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class TriggerPollResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class TriggerPollBurstRequest(_message.Message):
    __slots__ = ("count", "interval")
    COUNT_FIELD_NUMBER: _ClassVar[int]
    INTERVAL_FIELD_NUMBER: _ClassVar[int]
    count: int
    interval: _duration_pb2.Duration
    def __init__(self, count: _Optional[int] = ..., interval: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class TriggerPollBurstResponse(_message.Message):
    __slots__ = ("count", "interval")
    COUNT_FIELD_NUMBER: _ClassVar[int]
    INTERVAL_FIELD_NUMBER: _ClassVar[int]
    count: int
    interval: _duration_pb2.Duration
    def __init__(self, count: _Optional[int] = ..., interval: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class SetS3UploadRequest(_message.Message):
    __slots__ = ("s3_flush_interval", "s3_parquet_flush_threshold_bytes")
    S3_FLUSH_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    S3_PARQUET_FLUSH_THRESHOLD_BYTES_FIELD_NUMBER: _ClassVar[int]
    s3_flush_interval: _duration_pb2.Duration
    s3_parquet_flush_threshold_bytes: int
    def __init__(self, s3_flush_interval: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., s3_parquet_flush_threshold_bytes: _Optional[int] = ...) -> None: ...

class SetS3UploadResponse(_message.Message):
    __slots__ = ("config",)
    CONFIG_FIELD_NUMBER: _ClassVar[int]
    config: XtcpConfig
    def __init__(self, config: _Optional[_Union[XtcpConfig, _Mapping]] = ...) -> None: ...

class SetActivityRequest(_message.Message):
    __slots__ = ("bpf", "bpf_source", "bpf_loader", "skip", "max_stale")
    BPF_FIELD_NUMBER: _ClassVar[int]
    BPF_SOURCE_FIELD_NUMBER: _ClassVar[int]
    BPF_LOADER_FIELD_NUMBER: _ClassVar[int]
    SKIP_FIELD_NUMBER: _ClassVar[int]
    MAX_STALE_FIELD_NUMBER: _ClassVar[int]
    bpf: str
    bpf_source: str
    bpf_loader: str
    skip: str
    max_stale: int
    def __init__(self, bpf: _Optional[str] = ..., bpf_source: _Optional[str] = ..., bpf_loader: _Optional[str] = ..., skip: _Optional[str] = ..., max_stale: _Optional[int] = ...) -> None: ...

class SetActivityResponse(_message.Message):
    __slots__ = ("config",)
    CONFIG_FIELD_NUMBER: _ClassVar[int]
    config: XtcpConfig
    def __init__(self, config: _Optional[_Union[XtcpConfig, _Mapping]] = ...) -> None: ...

class EnabledDeserializers(_message.Message):
    __slots__ = ("enabled",)
    class EnabledEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: bool
        def __init__(self, key: _Optional[str] = ..., value: bool = ...) -> None: ...
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    enabled: _containers.ScalarMap[str, bool]
    def __init__(self, enabled: _Optional[_Mapping[str, bool]] = ...) -> None: ...

class TextList(_message.Message):
    __slots__ = ("item",)
    ITEM_FIELD_NUMBER: _ClassVar[int]
    item: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, item: _Optional[_Iterable[str]] = ...) -> None: ...

class XtcpConfig(_message.Message):
    __slots__ = ("nl_timeout_milliseconds", "poll_frequency", "poll_timeout", "max_loops", "netlinkers", "netlinkers_done_chan_size", "nlmsg_seq", "packet_size", "packet_size_mply", "write_files", "capture_path", "modulus", "marshal_to", "envelope_flush_threshold_bytes", "envelope_flush_threshold_rows", "kafka_compression", "s3_endpoint", "s3_bucket", "s3_prefix", "s3_access_key", "s3_secret_key", "dest", "s3_parquet_flush_threshold_bytes", "s3_region", "s3_skip_bucket_probe", "dest_write_files", "pyroscope_url", "pyroscope_app_name", "pyroscope_sample_hz", "pyroscope_upload_interval_sec", "topic", "xtcp_proto_file", "kafka_schema_url", "kafka_produce_timeout", "debug_level", "label", "tag", "location", "hostname", "resolve_container_id", "ipv4_ttl", "ipv6_hop_limit", "daemon_version", "grpc_port", "enabled_deserializers", "io_uring", "io_uring_recv_batch_size", "io_uring_cqe_batch_size", "csv_columns", "poll_jitter_pct", "s3_flush_interval", "s3_flush_jitter_pct", "s3_flush_threshold_jitter_pct", "s3_upload_max_attempts", "s3_upload_backoff_cap", "reconcile_frequency", "reconcile_before_poll", "enrich_container_enable", "docker_socket_path", "enrich_lldp_enable", "lldpd_socket_path", "lldpd_version_hint", "enrich_nic_enable", "uplink_count", "uplink_interfaces", "populate_nsid", "further_dest", "queue_bytes", "spool_dir", "spool_bytes", "spool_sync", "drain_timeout", "dest_user", "dest_password", "dest_password_file", "dest_token", "dest_token_file", "dest_tls", "dest_ca", "dest_cert", "dest_key", "dest_verify", "kafka_sasl", "kafka_key", "kafka_max_bytes", "kafka_idempotence", "kafka_framing", "kafka_schema_failure", "nats_jetstream", "nats_creds", "valkey_stream", "valkey_maxlen", "http_headers_file", "http_compression", "file_rotate_bytes", "file_rotate_interval", "file_keep", "s3_access_key_file", "s3_secret_key_file", "s3_session_token", "s3_session_token_file", "engine", "namespaces", "netns_dirs", "scan_descriptors", "bpf", "bpf_source", "bpf_loader", "bpf_map_size", "skip", "max_stale", "log_format", "keep_capabilities", "profile_mode", "grpc_listen", "grpc_control", "grpc_token_file", "grpc_read_token_file", "grpc_tls_cert", "grpc_tls_key", "grpc_client_ca", "grpc_control_names", "grpc_streams", "grpc_queue_bytes", "grpc_rate", "prom_listen", "prom_path", "prom_tcp_stats", "prom_tcp_stats_namespaces", "pprof", "privsep", "accept_offers", "accept_offers_from", "closed", "closed_buffer_bytes", "closed_rate", "reads", "exact_sockets")
    NL_TIMEOUT_MILLISECONDS_FIELD_NUMBER: _ClassVar[int]
    POLL_FREQUENCY_FIELD_NUMBER: _ClassVar[int]
    POLL_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    MAX_LOOPS_FIELD_NUMBER: _ClassVar[int]
    NETLINKERS_FIELD_NUMBER: _ClassVar[int]
    NETLINKERS_DONE_CHAN_SIZE_FIELD_NUMBER: _ClassVar[int]
    NLMSG_SEQ_FIELD_NUMBER: _ClassVar[int]
    PACKET_SIZE_FIELD_NUMBER: _ClassVar[int]
    PACKET_SIZE_MPLY_FIELD_NUMBER: _ClassVar[int]
    WRITE_FILES_FIELD_NUMBER: _ClassVar[int]
    CAPTURE_PATH_FIELD_NUMBER: _ClassVar[int]
    MODULUS_FIELD_NUMBER: _ClassVar[int]
    MARSHAL_TO_FIELD_NUMBER: _ClassVar[int]
    ENVELOPE_FLUSH_THRESHOLD_BYTES_FIELD_NUMBER: _ClassVar[int]
    ENVELOPE_FLUSH_THRESHOLD_ROWS_FIELD_NUMBER: _ClassVar[int]
    KAFKA_COMPRESSION_FIELD_NUMBER: _ClassVar[int]
    S3_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    S3_BUCKET_FIELD_NUMBER: _ClassVar[int]
    S3_PREFIX_FIELD_NUMBER: _ClassVar[int]
    S3_ACCESS_KEY_FIELD_NUMBER: _ClassVar[int]
    S3_SECRET_KEY_FIELD_NUMBER: _ClassVar[int]
    DEST_FIELD_NUMBER: _ClassVar[int]
    S3_PARQUET_FLUSH_THRESHOLD_BYTES_FIELD_NUMBER: _ClassVar[int]
    S3_REGION_FIELD_NUMBER: _ClassVar[int]
    S3_SKIP_BUCKET_PROBE_FIELD_NUMBER: _ClassVar[int]
    DEST_WRITE_FILES_FIELD_NUMBER: _ClassVar[int]
    PYROSCOPE_URL_FIELD_NUMBER: _ClassVar[int]
    PYROSCOPE_APP_NAME_FIELD_NUMBER: _ClassVar[int]
    PYROSCOPE_SAMPLE_HZ_FIELD_NUMBER: _ClassVar[int]
    PYROSCOPE_UPLOAD_INTERVAL_SEC_FIELD_NUMBER: _ClassVar[int]
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    XTCP_PROTO_FILE_FIELD_NUMBER: _ClassVar[int]
    KAFKA_SCHEMA_URL_FIELD_NUMBER: _ClassVar[int]
    KAFKA_PRODUCE_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    DEBUG_LEVEL_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    TAG_FIELD_NUMBER: _ClassVar[int]
    LOCATION_FIELD_NUMBER: _ClassVar[int]
    HOSTNAME_FIELD_NUMBER: _ClassVar[int]
    RESOLVE_CONTAINER_ID_FIELD_NUMBER: _ClassVar[int]
    IPV4_TTL_FIELD_NUMBER: _ClassVar[int]
    IPV6_HOP_LIMIT_FIELD_NUMBER: _ClassVar[int]
    DAEMON_VERSION_FIELD_NUMBER: _ClassVar[int]
    GRPC_PORT_FIELD_NUMBER: _ClassVar[int]
    ENABLED_DESERIALIZERS_FIELD_NUMBER: _ClassVar[int]
    IO_URING_FIELD_NUMBER: _ClassVar[int]
    IO_URING_RECV_BATCH_SIZE_FIELD_NUMBER: _ClassVar[int]
    IO_URING_CQE_BATCH_SIZE_FIELD_NUMBER: _ClassVar[int]
    CSV_COLUMNS_FIELD_NUMBER: _ClassVar[int]
    POLL_JITTER_PCT_FIELD_NUMBER: _ClassVar[int]
    S3_FLUSH_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    S3_FLUSH_JITTER_PCT_FIELD_NUMBER: _ClassVar[int]
    S3_FLUSH_THRESHOLD_JITTER_PCT_FIELD_NUMBER: _ClassVar[int]
    S3_UPLOAD_MAX_ATTEMPTS_FIELD_NUMBER: _ClassVar[int]
    S3_UPLOAD_BACKOFF_CAP_FIELD_NUMBER: _ClassVar[int]
    RECONCILE_FREQUENCY_FIELD_NUMBER: _ClassVar[int]
    RECONCILE_BEFORE_POLL_FIELD_NUMBER: _ClassVar[int]
    ENRICH_CONTAINER_ENABLE_FIELD_NUMBER: _ClassVar[int]
    DOCKER_SOCKET_PATH_FIELD_NUMBER: _ClassVar[int]
    ENRICH_LLDP_ENABLE_FIELD_NUMBER: _ClassVar[int]
    LLDPD_SOCKET_PATH_FIELD_NUMBER: _ClassVar[int]
    LLDPD_VERSION_HINT_FIELD_NUMBER: _ClassVar[int]
    ENRICH_NIC_ENABLE_FIELD_NUMBER: _ClassVar[int]
    UPLINK_COUNT_FIELD_NUMBER: _ClassVar[int]
    UPLINK_INTERFACES_FIELD_NUMBER: _ClassVar[int]
    POPULATE_NSID_FIELD_NUMBER: _ClassVar[int]
    FURTHER_DEST_FIELD_NUMBER: _ClassVar[int]
    QUEUE_BYTES_FIELD_NUMBER: _ClassVar[int]
    SPOOL_DIR_FIELD_NUMBER: _ClassVar[int]
    SPOOL_BYTES_FIELD_NUMBER: _ClassVar[int]
    SPOOL_SYNC_FIELD_NUMBER: _ClassVar[int]
    DRAIN_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    DEST_USER_FIELD_NUMBER: _ClassVar[int]
    DEST_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    DEST_PASSWORD_FILE_FIELD_NUMBER: _ClassVar[int]
    DEST_TOKEN_FIELD_NUMBER: _ClassVar[int]
    DEST_TOKEN_FILE_FIELD_NUMBER: _ClassVar[int]
    DEST_TLS_FIELD_NUMBER: _ClassVar[int]
    DEST_CA_FIELD_NUMBER: _ClassVar[int]
    DEST_CERT_FIELD_NUMBER: _ClassVar[int]
    DEST_KEY_FIELD_NUMBER: _ClassVar[int]
    DEST_VERIFY_FIELD_NUMBER: _ClassVar[int]
    KAFKA_SASL_FIELD_NUMBER: _ClassVar[int]
    KAFKA_KEY_FIELD_NUMBER: _ClassVar[int]
    KAFKA_MAX_BYTES_FIELD_NUMBER: _ClassVar[int]
    KAFKA_IDEMPOTENCE_FIELD_NUMBER: _ClassVar[int]
    KAFKA_FRAMING_FIELD_NUMBER: _ClassVar[int]
    KAFKA_SCHEMA_FAILURE_FIELD_NUMBER: _ClassVar[int]
    NATS_JETSTREAM_FIELD_NUMBER: _ClassVar[int]
    NATS_CREDS_FIELD_NUMBER: _ClassVar[int]
    VALKEY_STREAM_FIELD_NUMBER: _ClassVar[int]
    VALKEY_MAXLEN_FIELD_NUMBER: _ClassVar[int]
    HTTP_HEADERS_FILE_FIELD_NUMBER: _ClassVar[int]
    HTTP_COMPRESSION_FIELD_NUMBER: _ClassVar[int]
    FILE_ROTATE_BYTES_FIELD_NUMBER: _ClassVar[int]
    FILE_ROTATE_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    FILE_KEEP_FIELD_NUMBER: _ClassVar[int]
    S3_ACCESS_KEY_FILE_FIELD_NUMBER: _ClassVar[int]
    S3_SECRET_KEY_FILE_FIELD_NUMBER: _ClassVar[int]
    S3_SESSION_TOKEN_FIELD_NUMBER: _ClassVar[int]
    S3_SESSION_TOKEN_FILE_FIELD_NUMBER: _ClassVar[int]
    ENGINE_FIELD_NUMBER: _ClassVar[int]
    NAMESPACES_FIELD_NUMBER: _ClassVar[int]
    NETNS_DIRS_FIELD_NUMBER: _ClassVar[int]
    SCAN_DESCRIPTORS_FIELD_NUMBER: _ClassVar[int]
    BPF_FIELD_NUMBER: _ClassVar[int]
    BPF_SOURCE_FIELD_NUMBER: _ClassVar[int]
    BPF_LOADER_FIELD_NUMBER: _ClassVar[int]
    BPF_MAP_SIZE_FIELD_NUMBER: _ClassVar[int]
    SKIP_FIELD_NUMBER: _ClassVar[int]
    MAX_STALE_FIELD_NUMBER: _ClassVar[int]
    LOG_FORMAT_FIELD_NUMBER: _ClassVar[int]
    KEEP_CAPABILITIES_FIELD_NUMBER: _ClassVar[int]
    PROFILE_MODE_FIELD_NUMBER: _ClassVar[int]
    GRPC_LISTEN_FIELD_NUMBER: _ClassVar[int]
    GRPC_CONTROL_FIELD_NUMBER: _ClassVar[int]
    GRPC_TOKEN_FILE_FIELD_NUMBER: _ClassVar[int]
    GRPC_READ_TOKEN_FILE_FIELD_NUMBER: _ClassVar[int]
    GRPC_TLS_CERT_FIELD_NUMBER: _ClassVar[int]
    GRPC_TLS_KEY_FIELD_NUMBER: _ClassVar[int]
    GRPC_CLIENT_CA_FIELD_NUMBER: _ClassVar[int]
    GRPC_CONTROL_NAMES_FIELD_NUMBER: _ClassVar[int]
    GRPC_STREAMS_FIELD_NUMBER: _ClassVar[int]
    GRPC_QUEUE_BYTES_FIELD_NUMBER: _ClassVar[int]
    GRPC_RATE_FIELD_NUMBER: _ClassVar[int]
    PROM_LISTEN_FIELD_NUMBER: _ClassVar[int]
    PROM_PATH_FIELD_NUMBER: _ClassVar[int]
    PROM_TCP_STATS_FIELD_NUMBER: _ClassVar[int]
    PROM_TCP_STATS_NAMESPACES_FIELD_NUMBER: _ClassVar[int]
    PPROF_FIELD_NUMBER: _ClassVar[int]
    PRIVSEP_FIELD_NUMBER: _ClassVar[int]
    ACCEPT_OFFERS_FIELD_NUMBER: _ClassVar[int]
    ACCEPT_OFFERS_FROM_FIELD_NUMBER: _ClassVar[int]
    CLOSED_FIELD_NUMBER: _ClassVar[int]
    CLOSED_BUFFER_BYTES_FIELD_NUMBER: _ClassVar[int]
    CLOSED_RATE_FIELD_NUMBER: _ClassVar[int]
    READS_FIELD_NUMBER: _ClassVar[int]
    EXACT_SOCKETS_FIELD_NUMBER: _ClassVar[int]
    nl_timeout_milliseconds: int
    poll_frequency: _duration_pb2.Duration
    poll_timeout: _duration_pb2.Duration
    max_loops: int
    netlinkers: int
    netlinkers_done_chan_size: int
    nlmsg_seq: int
    packet_size: int
    packet_size_mply: int
    write_files: int
    capture_path: str
    modulus: int
    marshal_to: str
    envelope_flush_threshold_bytes: int
    envelope_flush_threshold_rows: int
    kafka_compression: str
    s3_endpoint: str
    s3_bucket: str
    s3_prefix: str
    s3_access_key: str
    s3_secret_key: str
    dest: str
    s3_parquet_flush_threshold_bytes: int
    s3_region: str
    s3_skip_bucket_probe: bool
    dest_write_files: int
    pyroscope_url: str
    pyroscope_app_name: str
    pyroscope_sample_hz: int
    pyroscope_upload_interval_sec: int
    topic: str
    xtcp_proto_file: str
    kafka_schema_url: str
    kafka_produce_timeout: _duration_pb2.Duration
    debug_level: int
    label: str
    tag: str
    location: str
    hostname: str
    resolve_container_id: bool
    ipv4_ttl: int
    ipv6_hop_limit: int
    daemon_version: str
    grpc_port: int
    enabled_deserializers: EnabledDeserializers
    io_uring: bool
    io_uring_recv_batch_size: int
    io_uring_cqe_batch_size: int
    csv_columns: str
    poll_jitter_pct: int
    s3_flush_interval: _duration_pb2.Duration
    s3_flush_jitter_pct: int
    s3_flush_threshold_jitter_pct: int
    s3_upload_max_attempts: int
    s3_upload_backoff_cap: _duration_pb2.Duration
    reconcile_frequency: _duration_pb2.Duration
    reconcile_before_poll: bool
    enrich_container_enable: bool
    docker_socket_path: str
    enrich_lldp_enable: bool
    lldpd_socket_path: str
    lldpd_version_hint: str
    enrich_nic_enable: bool
    uplink_count: int
    uplink_interfaces: _containers.RepeatedScalarFieldContainer[str]
    populate_nsid: bool
    further_dest: TextList
    queue_bytes: int
    spool_dir: str
    spool_bytes: int
    spool_sync: _duration_pb2.Duration
    drain_timeout: _duration_pb2.Duration
    dest_user: str
    dest_password: str
    dest_password_file: str
    dest_token: str
    dest_token_file: str
    dest_tls: bool
    dest_ca: str
    dest_cert: str
    dest_key: str
    dest_verify: bool
    kafka_sasl: str
    kafka_key: str
    kafka_max_bytes: int
    kafka_idempotence: bool
    kafka_framing: str
    kafka_schema_failure: str
    nats_jetstream: bool
    nats_creds: str
    valkey_stream: bool
    valkey_maxlen: int
    http_headers_file: str
    http_compression: str
    file_rotate_bytes: int
    file_rotate_interval: _duration_pb2.Duration
    file_keep: int
    s3_access_key_file: str
    s3_secret_key_file: str
    s3_session_token: str
    s3_session_token_file: str
    engine: str
    namespaces: str
    netns_dirs: TextList
    scan_descriptors: bool
    bpf: str
    bpf_source: str
    bpf_loader: str
    bpf_map_size: int
    skip: str
    max_stale: int
    log_format: str
    keep_capabilities: TextList
    profile_mode: str
    grpc_listen: TextList
    grpc_control: str
    grpc_token_file: str
    grpc_read_token_file: str
    grpc_tls_cert: str
    grpc_tls_key: str
    grpc_client_ca: str
    grpc_control_names: TextList
    grpc_streams: int
    grpc_queue_bytes: int
    grpc_rate: int
    prom_listen: str
    prom_path: str
    prom_tcp_stats: bool
    prom_tcp_stats_namespaces: int
    pprof: bool
    privsep: bool
    accept_offers: str
    accept_offers_from: TextList
    closed: bool
    closed_buffer_bytes: int
    closed_rate: int
    reads: str
    exact_sockets: int
    def __init__(self, nl_timeout_milliseconds: _Optional[int] = ..., poll_frequency: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., poll_timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., max_loops: _Optional[int] = ..., netlinkers: _Optional[int] = ..., netlinkers_done_chan_size: _Optional[int] = ..., nlmsg_seq: _Optional[int] = ..., packet_size: _Optional[int] = ..., packet_size_mply: _Optional[int] = ..., write_files: _Optional[int] = ..., capture_path: _Optional[str] = ..., modulus: _Optional[int] = ..., marshal_to: _Optional[str] = ..., envelope_flush_threshold_bytes: _Optional[int] = ..., envelope_flush_threshold_rows: _Optional[int] = ..., kafka_compression: _Optional[str] = ..., s3_endpoint: _Optional[str] = ..., s3_bucket: _Optional[str] = ..., s3_prefix: _Optional[str] = ..., s3_access_key: _Optional[str] = ..., s3_secret_key: _Optional[str] = ..., dest: _Optional[str] = ..., s3_parquet_flush_threshold_bytes: _Optional[int] = ..., s3_region: _Optional[str] = ..., s3_skip_bucket_probe: bool = ..., dest_write_files: _Optional[int] = ..., pyroscope_url: _Optional[str] = ..., pyroscope_app_name: _Optional[str] = ..., pyroscope_sample_hz: _Optional[int] = ..., pyroscope_upload_interval_sec: _Optional[int] = ..., topic: _Optional[str] = ..., xtcp_proto_file: _Optional[str] = ..., kafka_schema_url: _Optional[str] = ..., kafka_produce_timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., debug_level: _Optional[int] = ..., label: _Optional[str] = ..., tag: _Optional[str] = ..., location: _Optional[str] = ..., hostname: _Optional[str] = ..., resolve_container_id: bool = ..., ipv4_ttl: _Optional[int] = ..., ipv6_hop_limit: _Optional[int] = ..., daemon_version: _Optional[str] = ..., grpc_port: _Optional[int] = ..., enabled_deserializers: _Optional[_Union[EnabledDeserializers, _Mapping]] = ..., io_uring: bool = ..., io_uring_recv_batch_size: _Optional[int] = ..., io_uring_cqe_batch_size: _Optional[int] = ..., csv_columns: _Optional[str] = ..., poll_jitter_pct: _Optional[int] = ..., s3_flush_interval: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., s3_flush_jitter_pct: _Optional[int] = ..., s3_flush_threshold_jitter_pct: _Optional[int] = ..., s3_upload_max_attempts: _Optional[int] = ..., s3_upload_backoff_cap: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., reconcile_frequency: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., reconcile_before_poll: bool = ..., enrich_container_enable: bool = ..., docker_socket_path: _Optional[str] = ..., enrich_lldp_enable: bool = ..., lldpd_socket_path: _Optional[str] = ..., lldpd_version_hint: _Optional[str] = ..., enrich_nic_enable: bool = ..., uplink_count: _Optional[int] = ..., uplink_interfaces: _Optional[_Iterable[str]] = ..., populate_nsid: bool = ..., further_dest: _Optional[_Union[TextList, _Mapping]] = ..., queue_bytes: _Optional[int] = ..., spool_dir: _Optional[str] = ..., spool_bytes: _Optional[int] = ..., spool_sync: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., drain_timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., dest_user: _Optional[str] = ..., dest_password: _Optional[str] = ..., dest_password_file: _Optional[str] = ..., dest_token: _Optional[str] = ..., dest_token_file: _Optional[str] = ..., dest_tls: bool = ..., dest_ca: _Optional[str] = ..., dest_cert: _Optional[str] = ..., dest_key: _Optional[str] = ..., dest_verify: bool = ..., kafka_sasl: _Optional[str] = ..., kafka_key: _Optional[str] = ..., kafka_max_bytes: _Optional[int] = ..., kafka_idempotence: bool = ..., kafka_framing: _Optional[str] = ..., kafka_schema_failure: _Optional[str] = ..., nats_jetstream: bool = ..., nats_creds: _Optional[str] = ..., valkey_stream: bool = ..., valkey_maxlen: _Optional[int] = ..., http_headers_file: _Optional[str] = ..., http_compression: _Optional[str] = ..., file_rotate_bytes: _Optional[int] = ..., file_rotate_interval: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., file_keep: _Optional[int] = ..., s3_access_key_file: _Optional[str] = ..., s3_secret_key_file: _Optional[str] = ..., s3_session_token: _Optional[str] = ..., s3_session_token_file: _Optional[str] = ..., engine: _Optional[str] = ..., namespaces: _Optional[str] = ..., netns_dirs: _Optional[_Union[TextList, _Mapping]] = ..., scan_descriptors: bool = ..., bpf: _Optional[str] = ..., bpf_source: _Optional[str] = ..., bpf_loader: _Optional[str] = ..., bpf_map_size: _Optional[int] = ..., skip: _Optional[str] = ..., max_stale: _Optional[int] = ..., log_format: _Optional[str] = ..., keep_capabilities: _Optional[_Union[TextList, _Mapping]] = ..., profile_mode: _Optional[str] = ..., grpc_listen: _Optional[_Union[TextList, _Mapping]] = ..., grpc_control: _Optional[str] = ..., grpc_token_file: _Optional[str] = ..., grpc_read_token_file: _Optional[str] = ..., grpc_tls_cert: _Optional[str] = ..., grpc_tls_key: _Optional[str] = ..., grpc_client_ca: _Optional[str] = ..., grpc_control_names: _Optional[_Union[TextList, _Mapping]] = ..., grpc_streams: _Optional[int] = ..., grpc_queue_bytes: _Optional[int] = ..., grpc_rate: _Optional[int] = ..., prom_listen: _Optional[str] = ..., prom_path: _Optional[str] = ..., prom_tcp_stats: bool = ..., prom_tcp_stats_namespaces: _Optional[int] = ..., pprof: bool = ..., privsep: bool = ..., accept_offers: _Optional[str] = ..., accept_offers_from: _Optional[_Union[TextList, _Mapping]] = ..., closed: bool = ..., closed_buffer_bytes: _Optional[int] = ..., closed_rate: _Optional[int] = ..., reads: _Optional[str] = ..., exact_sockets: _Optional[int] = ...) -> None: ...

class StatusRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class StatusResponse(_message.Message):
    __slots__ = ("version", "now", "started", "ready", "not_ready_reasons", "engine", "activity", "namespaces", "destinations", "polls", "spool_bytes", "readers")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    NOW_FIELD_NUMBER: _ClassVar[int]
    STARTED_FIELD_NUMBER: _ClassVar[int]
    READY_FIELD_NUMBER: _ClassVar[int]
    NOT_READY_REASONS_FIELD_NUMBER: _ClassVar[int]
    ENGINE_FIELD_NUMBER: _ClassVar[int]
    ACTIVITY_FIELD_NUMBER: _ClassVar[int]
    NAMESPACES_FIELD_NUMBER: _ClassVar[int]
    DESTINATIONS_FIELD_NUMBER: _ClassVar[int]
    POLLS_FIELD_NUMBER: _ClassVar[int]
    SPOOL_BYTES_FIELD_NUMBER: _ClassVar[int]
    READERS_FIELD_NUMBER: _ClassVar[int]
    version: str
    now: _timestamp_pb2.Timestamp
    started: _timestamp_pb2.Timestamp
    ready: bool
    not_ready_reasons: _containers.RepeatedScalarFieldContainer[str]
    engine: EngineStatus
    activity: ActivityStatus
    namespaces: NamespaceCounts
    destinations: _containers.RepeatedCompositeFieldContainer[DestinationStatus]
    polls: _containers.RepeatedCompositeFieldContainer[PollStatus]
    spool_bytes: int
    readers: int
    def __init__(self, version: _Optional[str] = ..., now: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., started: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., ready: bool = ..., not_ready_reasons: _Optional[_Iterable[str]] = ..., engine: _Optional[_Union[EngineStatus, _Mapping]] = ..., activity: _Optional[_Union[ActivityStatus, _Mapping]] = ..., namespaces: _Optional[_Union[NamespaceCounts, _Mapping]] = ..., destinations: _Optional[_Iterable[_Union[DestinationStatus, _Mapping]]] = ..., polls: _Optional[_Iterable[_Union[PollStatus, _Mapping]]] = ..., spool_bytes: _Optional[int] = ..., readers: _Optional[int] = ...) -> None: ...

class EngineStatus(_message.Message):
    __slots__ = ("name", "remark")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REMARK_FIELD_NUMBER: _ClassVar[int]
    name: str
    remark: str
    def __init__(self, name: _Optional[str] = ..., remark: _Optional[str] = ...) -> None: ...

class ActivityStatus(_message.Message):
    __slots__ = ("source", "loader", "refused", "remark")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    LOADER_FIELD_NUMBER: _ClassVar[int]
    REFUSED_FIELD_NUMBER: _ClassVar[int]
    REMARK_FIELD_NUMBER: _ClassVar[int]
    source: str
    loader: str
    refused: str
    remark: str
    def __init__(self, source: _Optional[str] = ..., loader: _Optional[str] = ..., refused: _Optional[str] = ..., remark: _Optional[str] = ...) -> None: ...

class NamespaceCounts(_message.Message):
    __slots__ = ("known", "dumped", "failed", "skipped")
    class SkippedEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    KNOWN_FIELD_NUMBER: _ClassVar[int]
    DUMPED_FIELD_NUMBER: _ClassVar[int]
    FAILED_FIELD_NUMBER: _ClassVar[int]
    SKIPPED_FIELD_NUMBER: _ClassVar[int]
    known: int
    dumped: int
    failed: int
    skipped: _containers.ScalarMap[str, int]
    def __init__(self, known: _Optional[int] = ..., dumped: _Optional[int] = ..., failed: _Optional[int] = ..., skipped: _Optional[_Mapping[str, int]] = ...) -> None: ...

class DestinationStatus(_message.Message):
    __slots__ = ("name", "state", "waiting_rows", "waiting_bytes", "in_memory_rows", "in_memory_bytes", "failures_in_a_row", "stuck_polls", "sent_rows", "sent_bytes", "retries", "dropped_rows", "dropped_bytes", "send_errors")
    class DroppedRowsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    class DroppedBytesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    class SendErrorsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    WAITING_ROWS_FIELD_NUMBER: _ClassVar[int]
    WAITING_BYTES_FIELD_NUMBER: _ClassVar[int]
    IN_MEMORY_ROWS_FIELD_NUMBER: _ClassVar[int]
    IN_MEMORY_BYTES_FIELD_NUMBER: _ClassVar[int]
    FAILURES_IN_A_ROW_FIELD_NUMBER: _ClassVar[int]
    STUCK_POLLS_FIELD_NUMBER: _ClassVar[int]
    SENT_ROWS_FIELD_NUMBER: _ClassVar[int]
    SENT_BYTES_FIELD_NUMBER: _ClassVar[int]
    RETRIES_FIELD_NUMBER: _ClassVar[int]
    DROPPED_ROWS_FIELD_NUMBER: _ClassVar[int]
    DROPPED_BYTES_FIELD_NUMBER: _ClassVar[int]
    SEND_ERRORS_FIELD_NUMBER: _ClassVar[int]
    name: str
    state: str
    waiting_rows: int
    waiting_bytes: int
    in_memory_rows: int
    in_memory_bytes: int
    failures_in_a_row: int
    stuck_polls: int
    sent_rows: int
    sent_bytes: int
    retries: int
    dropped_rows: _containers.ScalarMap[str, int]
    dropped_bytes: _containers.ScalarMap[str, int]
    send_errors: _containers.ScalarMap[str, int]
    def __init__(self, name: _Optional[str] = ..., state: _Optional[str] = ..., waiting_rows: _Optional[int] = ..., waiting_bytes: _Optional[int] = ..., in_memory_rows: _Optional[int] = ..., in_memory_bytes: _Optional[int] = ..., failures_in_a_row: _Optional[int] = ..., stuck_polls: _Optional[int] = ..., sent_rows: _Optional[int] = ..., sent_bytes: _Optional[int] = ..., retries: _Optional[int] = ..., dropped_rows: _Optional[_Mapping[str, int]] = ..., dropped_bytes: _Optional[_Mapping[str, int]] = ..., send_errors: _Optional[_Mapping[str, int]] = ...) -> None: ...

class PollStatus(_message.Message):
    __slots__ = ("number", "ended", "took", "namespaces", "failed_in_a_row")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ENDED_FIELD_NUMBER: _ClassVar[int]
    TOOK_FIELD_NUMBER: _ClassVar[int]
    NAMESPACES_FIELD_NUMBER: _ClassVar[int]
    FAILED_IN_A_ROW_FIELD_NUMBER: _ClassVar[int]
    number: int
    ended: _timestamp_pb2.Timestamp
    took: _duration_pb2.Duration
    namespaces: NamespaceCounts
    failed_in_a_row: int
    def __init__(self, number: _Optional[int] = ..., ended: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., took: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., namespaces: _Optional[_Union[NamespaceCounts, _Mapping]] = ..., failed_in_a_row: _Optional[int] = ...) -> None: ...
