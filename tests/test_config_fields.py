"""Fields and knobs: the predecessor's names, numbers and types as typed here by hand, and a field for each knob."""

from __future__ import annotations

from typing import Any

import pytest
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.duration_pb2 import Duration

from xtcp_ebpf.config_fields import (
    DEFAULT_FOR_ZERO,
    FIELDS,
    FURTHER,
    NAMES,
    NOT_IN_THE_MESSAGE,
    OURS,
    RENAMED,
    REQUIRED,
    VERSION,
    WHERE,
    ConfigField,
    nanoseconds,
    said,
)
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knobs import BY_ATTRIBUTE, TABLE, Knobs
from xtcp_ebpf.pb import xtcp_config_pb2 as pb
from xtcp_ebpf.values import shown

THEIRS = """
nl_timeout_milliseconds 10 uint64
poll_frequency 20 google.protobuf.Duration
poll_timeout 30 google.protobuf.Duration
max_loops 40 uint64
netlinkers 50 uint32
netlinkers_done_chan_size 51 uint32
nlmsg_seq 60 uint32
packet_size 70 uint64
packet_size_mply 80 uint32
write_files 90 uint32
capture_path 100 string
modulus 110 uint64
marshal_to 120 string
envelope_flush_threshold_bytes 122 uint32
envelope_flush_threshold_rows 123 uint32
kafka_compression 124 string
s3_endpoint 125 string
s3_bucket 126 string
s3_prefix 127 string
s3_access_key 128 string
s3_secret_key 129 string
s3_parquet_flush_threshold_bytes 132 uint32
s3_region 133 string
s3_skip_bucket_probe 134 bool
pyroscope_url 136 string
pyroscope_app_name 137 string
pyroscope_sample_hz 138 uint32
pyroscope_upload_interval_sec 139 uint32
dest 130 string
dest_write_files 135 uint32
topic 140 string
xtcp_proto_file 143 string
kafka_schema_url 145 string
kafka_produce_timeout 150 google.protobuf.Duration
debug_level 160 uint32
label 170 string
tag 180 string
location 181 string
hostname 182 string
daemon_version 186 string
resolve_container_id 183 bool
ipv4_ttl 184 uint32
ipv6_hop_limit 185 uint32
grpc_port 190 uint32
enabled_deserializers 200 xtcp_config.v1.EnabledDeserializers
io_uring 210 bool
io_uring_recv_batch_size 211 uint32
io_uring_cqe_batch_size 212 uint32
csv_columns 220 string
poll_jitter_pct 221 uint32
s3_flush_interval 222 google.protobuf.Duration
s3_flush_jitter_pct 223 uint32
s3_flush_threshold_jitter_pct 224 uint32
s3_upload_max_attempts 225 uint32
s3_upload_backoff_cap 226 google.protobuf.Duration
reconcile_frequency 227 google.protobuf.Duration
reconcile_before_poll 228 bool
enrich_container_enable 230 bool
docker_socket_path 231 string
enrich_lldp_enable 232 bool
lldpd_socket_path 233 string
lldpd_version_hint 234 string
enrich_nic_enable 235 bool
uplink_count 236 uint32
uplink_interfaces 237 repeated string
populate_nsid 238 bool
"""

MESSAGES = {
    "GetRequest": "",
    "GetResponse": "config 1 xtcp_config.v1.XtcpConfig",
    "SetRequest": "config 1 xtcp_config.v1.XtcpConfig",
    "SetResponse": "config 1 xtcp_config.v1.XtcpConfig",
    "SetPollFrequencyRequest": "poll_frequency 20 google.protobuf.Duration\npoll_timeout 30 google.protobuf.Duration",
    "SetPollFrequencyResponse": "config 1 xtcp_config.v1.XtcpConfig",
    "TriggerPollRequest": "",
    "TriggerPollResponse": "",
    "TriggerPollBurstRequest": "count 10 uint32\ninterval 20 google.protobuf.Duration",
    "TriggerPollBurstResponse": "count 10 uint32\ninterval 20 google.protobuf.Duration",
    "SetS3UploadRequest": "s3_flush_interval 10 google.protobuf.Duration\ns3_parquet_flush_threshold_bytes 20 uint32",
    "SetS3UploadResponse": "config 1 xtcp_config.v1.XtcpConfig",
    "EnabledDeserializers": "enabled 1 repeated xtcp_config.v1.EnabledDeserializers.EnabledEntry",
    "XtcpConfig": THEIRS,
}
METHODS = ("Get", "Set", "SetPollFrequency", "TriggerPoll", "TriggerPollBurst", "SetS3Upload")
OURS_TOO = ("SetActivity", "Status")
SCALARS = {
    FieldDescriptor.TYPE_UINT32: "uint32",
    FieldDescriptor.TYPE_UINT64: "uint64",
    FieldDescriptor.TYPE_STRING: "string",
    FieldDescriptor.TYPE_BOOL: "bool",
}


def kind(field: Any) -> str:
    """As a .proto writes it."""
    named = field.message_type.full_name if field.message_type else SCALARS[field.type]
    return f"repeated {named}" if field.is_repeated else named


@pytest.mark.parametrize("name", MESSAGES)
def test_the_predecessors_fields(name: str) -> None:
    """Name, number and type of each, and no other below 300; none of them tells absent from zero where the predecessor's does not."""
    wanted = {tuple(line.split(None, 2)) for line in MESSAGES[name].strip().splitlines()}
    fields = [field for field in pb.DESCRIPTOR.message_types_by_name[name].fields if field.number < OURS]
    assert {(field.name, str(field.number), kind(field)) for field in fields} == wanted
    assert not [field.name for field in fields if field.has_presence and not field.message_type]


def test_the_predecessors_methods() -> None:
    """Package, service, methods, and what each takes and answers; none of them streams."""
    service = pb.DESCRIPTOR.services_by_name["ConfigService"]
    assert service.full_name == "xtcp_config.v1.ConfigService"
    assert [method.name for method in service.methods] == [*METHODS, *OURS_TOO]
    for method in service.methods:
        assert (method.input_type.name, method.output_type.name) == (f"{method.name}Request", f"{method.name}Response")
        assert not method.client_streaming
        assert not method.server_streaming


def test_a_map_of_text_to_bool() -> None:
    """enabled of EnabledDeserializers."""
    entry: Any = pb.EnabledDeserializers.DESCRIPTOR.fields_by_name["enabled"].message_type
    assert entry.GetOptions().map_entry
    assert [kind(field) for field in entry.fields] == ["string", "bool"]


def test_every_knob_is_in_the_message() -> None:
    """Under one name, or with the reason why not; a knob that is new needs a field in xtcp_config.proto."""
    fields = {field.name for field in pb.XtcpConfig.DESCRIPTOR.fields}
    assert {knob.attribute for knob in TABLE} == NAMES.keys() | NOT_IN_THE_MESSAGE.keys()
    assert not NAMES.keys() & NOT_IN_THE_MESSAGE.keys()
    assert {*NAMES.values(), FURTHER, VERSION} == fields
    assert len(set(NAMES.values())) == len(NAMES)
    assert fields >= REQUIRED | DEFAULT_FOR_ZERO | RENAMED.keys()


def test_our_fields_can_be_absent() -> None:
    """An old client, which does not know them, changes none of them; and each has its knob's name."""
    for field in pb.XtcpConfig.DESCRIPTOR.fields:
        if field.number >= OURS:
            assert field.has_presence, field.name
            assert field.name == FURTHER or NAMES[field.name] == field.name


def test_every_value_of_a_knob_fits() -> None:
    """But for what the predecessor's number is too small for, which the .proto says."""
    small = {
        field.name
        for field in FIELDS
        if pb.XtcpConfig.DESCRIPTOR.fields_by_name[field.name].type == FieldDescriptor.TYPE_UINT32 and (field.knob.high or 0) >= 2**32
    }
    assert small == {"s3_parquet_flush_threshold_bytes"}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_default_comes_back_as_text(field: ConfigField) -> None:
    """Put into a message and taken out again, each knob's default is what a flag would take."""
    message, value = pb.XtcpConfig(), getattr(Knobs(), field.knob.attribute)
    assert field.given(message) != field.ours
    field.put(message, value)
    assert field.given(message)
    assert field.text(message, value) == shown(field.knob, value)


@pytest.mark.parametrize(("seconds", "nanos"), [(0, 10**9), (0, -(10**9)), (1, -1), (-1, 1)])
def test_durations_that_contradict_themselves(seconds: int, nanos: int) -> None:
    """protobuf does not check them."""
    with pytest.raises(ValueError, match="is no duration"):
        nanoseconds(Duration(seconds=seconds, nanos=nanos))


def test_durations_in_nanoseconds() -> None:
    """Exact, with either sign."""
    assert nanoseconds(Duration(seconds=3, nanos=7)) == 3_000_000_007
    assert nanoseconds(Duration(seconds=-3, nanos=-7)) == -3_000_000_007


def test_a_problem_says_the_field_too() -> None:
    """What names only the flag gets the field's name; what has it, or is no flag, stays."""
    assert str(said(BadFlag("-frequency", "x"))) == "poll_frequency (-frequency): x"
    assert str(said(BadFlag("DEST_TOKEN", "x"))) == "dest_token (DEST_TOKEN): x"
    assert str(said(BadFlag("only", "x"))) == "only: x"
    assert str(said(BadFlag(WHERE["timeout"], "x"))) == "poll_timeout (-timeout): x"
    assert set(WHERE) == set(NAMES) <= set(BY_ATTRIBUTE)
