"""Knobs as a message and back: what is kept, what is read, what is refused; and that no secret is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from any_config import BASE, SECRET, configs
from google.protobuf.duration_pb2 import Duration
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.config_fields import FIELDS, REQUIRED
from xtcp_ebpf.config_message import from_message, to_message
from xtcp_ebpf.knobs import BY_ATTRIBUTE, Knobs
from xtcp_ebpf.pb.xtcp_config_pb2 import EnabledDeserializers, TextList, XtcpConfig
from xtcp_ebpf.wire.groups import KNOWN

LATER = "this version does not have it yet: it comes with the enrichment part"


def changed(base: Knobs = BASE, **fields: Any) -> tuple[dict[str, Any], list[str]]:
    """What a whole message with these fields other than Get answers them changes, and what is wrong with it."""
    message = to_message(base)
    for name, value in fields.items():
        message.ClearField(name)
        message.MergeFrom(XtcpConfig(**{name: value}))
    made = from_message(message, base)
    assert bool(made.problems) == bool(made.unread)
    after = {name: getattr(made.knobs, name) for name in BY_ATTRIBUTE}
    told = [str(problem) for problem in made.problems]
    assert SECRET not in "".join(told)
    return {name: value for name, value in after.items() if value != getattr(base, name)}, told


@pytest.mark.parametrize("base", [Knobs(), BASE, replace(BASE, s3_parquet_flush_bytes=2**40, deserializers="info,mark", frequency=0.1)])
def test_what_get_answers_changes_nothing(base: Knobs) -> None:
    """Also with masked addresses, secrets left out, a number that does not fit, and knobs at zero that are required."""
    for show in (False, True):
        assert from_message(to_message(base, show), base) == (base, [], frozenset())


def test_a_message_with_secrets_is_the_whole_of_it() -> None:
    """From one daemon to another nothing is lost, but for what stands for a default."""
    made = from_message(to_message(BASE, show_secrets=True), Knobs())
    assert made == (BASE, [], frozenset())


def test_no_secret_in_an_answer() -> None:
    """Neither keys nor passwords in addresses."""
    answer = to_message(BASE)
    assert SECRET.encode() not in answer.SerializeToString()
    assert (answer.dest, list(answer.further_dest.item)) == ("http://u:***@h/", ["https://w:***@v/", "null"])
    assert answer.kafka_schema_url == "http://u:***@registry:8081"
    assert not answer.s3_secret_key
    assert not answer.HasField("dest_password")
    assert SECRET.encode() in to_message(BASE, show_secrets=True).SerializeToString()


@pytest.mark.parametrize(
    ("fields", "after"),
    [
        ({"poll_frequency": Duration(seconds=90)}, {"frequency": 90.0}),
        ({"poll_frequency": Duration(seconds=90, nanos=1)}, {"frequency": 90.000000001}),
        ({"label": "blau"}, {"label": "blau"}),
        ({"label": ""}, {"label": ""}),
        ({"debug_level": 0}, {"d": 0}),
        ({"max_loops": 0}, {"max_loops": 0}),
        ({"csv_columns": "hostname, netns"}, {"columns": ("hostname", "netns")}),
        ({"reconcile_frequency": Duration()}, {"reconcile_frequency": 0.0}),
        ({"s3_secret_key": "other"}, {"s3_secret_key": "other"}),
        ({"s3_secret_key": ""}, {}),
        ({"dest_password": ""}, {}),
        ({"dest_token": "other"}, {"dest_token": "other"}),
        ({"netns_dirs": TextList(item=["/a", "/b/*"])}, {"netns_dirs": ("/a", "/b/*")}),
        ({"netns_dirs": TextList()}, {"netns_dirs": ()}),
        ({"bpf": "off"}, {"bpf": "off"}),
        ({"queue_bytes": 2**33}, {"queue_bytes": 2**33}),
        ({"kafka_schema_url": "http://u:p@other"}, {"kafka_schema_url": "http://u:p@other"}),
        ({"io_uring": True, "io_uring_recv_batch_size": 1, "netlinkers_done_chan_size": 0, "daemon_version": "xtcp 9"}, {}),
        ({"uplink_count": 0, "docker_socket_path": ""}, {}),
        ({"uplink_count": 2, "docker_socket_path": "/run/docker.sock", "lldpd_version_hint": ""}, {}),
        ({"dest": "tcp:h:1"}, {"dest": ("tcp:h:1", *BASE.dest[1:])}),
        ({"further_dest": TextList()}, {"dest": BASE.dest[:1]}),
        ({"further_dest": TextList(item=["null", "https://w:***@v/"])}, {"dest": (BASE.dest[0], "null", BASE.dest[1])}),
        ({"dest": "https://w:***@v/", "further_dest": TextList(item=["null"])}, {"dest": BASE.dest[1:]}),
        ({"dest": "http://u:new@h/"}, {"dest": ("http://u:new@h/", *BASE.dest[1:])}),
    ],
)
def test_what_differs_is_read(fields: dict[str, Any], after: dict[str, Any]) -> None:
    """That, and nothing else; zero is a value where the predecessor takes it; a destination is known again wherever it stands."""
    assert changed(**fields) == (after, [])


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"poll_timeout": Duration(seconds=8 * 86400)}, "poll_timeout (-timeout): '192h' is out of range: 1ms to 168h"),
        ({"poll_timeout": Duration(seconds=-1)}, "poll_timeout (-timeout): '-1s' is out of range: 1ms to 168h"),
        (
            {"poll_timeout": Duration(seconds=1, nanos=-1)},
            "poll_timeout (-timeout): is no duration: nanos go to 999999999, with the sign of the seconds",
        ),
        ({"netlinkers": 101}, "netlinkers (-netlinkers): '101' is out of range: 0 to 100 threads"),
        ({"netlinkers": 0}, "netlinkers (-netlinkers): is required"),
        ({"marshal_to": ""}, "marshal_to (-marshal): is required"),
        ({"dest": ""}, "dest (-dest): is required"),
        ({"further_dest": TextList(item=[""])}, "further_dest (-dest): has an empty item"),
        ({"dest": "tcp:\0:1"}, "dest (-dest): 'tcp:\\x00:1' has a NUL character in it"),
        ({"label": "a\0b"}, "label (-label): has a NUL character in it"),
        ({"label": "x" * 41}, f"label (-label): '{'x' * 41}' is out of range: at most 40 characters"),
        ({"bpf": "on"}, "bpf (-bpf): 'on' is none of off, auto, require"),
        ({"docker_socket_path": "/x"}, f"docker_socket_path (-dockerSocket): {LATER}"),
        ({"enrich_nic_enable": True}, f"enrich_nic_enable (-enrichNic): {LATER}"),
        ({"uplink_interfaces": ["eth0"]}, f"uplink_interfaces (-uplinkInterfaces): {LATER}"),
        (
            {"netns_dirs": TextList(item=["/a,/b"])},
            "netns_dirs (-netnsDirs): is a list with '/a,/b' in it: no item is empty, has a comma, or blanks around it",
        ),
        (
            {"enabled_deserializers": EnabledDeserializers(enabled={"ccid": True})},
            f"enabled_deserializers (-deserializers): has 'ccid' on, which is none of {', '.join(KNOWN)}",
        ),
        (
            {"dest": "http://u:***@other/"},
            "dest (-dest): *** stands for a secret of the address that is in effect: write the secret of this one",
        ),
        (
            {"kafka_schema_url": "http://u:***@other/"},
            "kafka_schema_url (-kafkaSchemaUrl): *** stands for a secret of the address that is in effect: write the secret of this one",
        ),
        (
            {"kafka_schema_url": f"http://u:{SECRET}@h{'x' * 1000}"},
            "kafka_schema_url (-kafkaSchemaUrl): 'http://u:***@h" + "x" * 63 + "...' is out of range: 1 to 1000 characters",
        ),
    ],
)  # fmt: skip  # a table reads better
def test_what_is_refused(fields: dict[str, Any], problem: str) -> None:
    """With the field's name and the flag's; nothing changes."""
    assert changed(**fields) == ({}, [problem])


def test_an_empty_message_is_refused_field_by_field() -> None:
    """Whoever sets but one field of the predecessor's without the others is told, and resets nothing; of ours none is named."""
    made = from_message(XtcpConfig(label="x"), replace(Knobs(), netlinkers=4, marshal="csv", packet_size=4096))
    named = {problem.where.split()[0] for problem in made.problems}
    assert named == REQUIRED
    assert all(problem.problem == "is required" for problem in made.problems)


@given(st.sets(st.sampled_from([field.name for field in FIELDS] + ["dest", "further_dest"]), min_size=1), configs())
def test_only_those_named_count(names: set[str], message: XtcpConfig) -> None:
    """What is not named in `only` is kept, whatever stands there; one of ours that is named must have a value."""
    made = from_message(message, BASE, names)
    knobs = {"dest" if name == "further_dest" else next((f.knob.attribute for f in FIELDS if f.name == name), name) for name in names}
    assert {name for name in BY_ATTRIBUTE if getattr(made.knobs, name) != getattr(BASE, name)} <= knobs
    assert {problem.where.split()[0] for problem in made.problems} <= names
    assert made.unread <= knobs


def test_only_without_a_value() -> None:
    """Nothing is no value of our knobs; a secret is kept."""
    made = from_message(XtcpConfig(), BASE, ["bpf", "further_dest", "dest_password"])
    assert [str(problem) for problem in made.problems] == ["bpf (-bpf): has no value", "further_dest (-dest): has no value"]


def test_groups_of_an_old_client() -> None:
    """It does not know the groups that are ours: they stay as they are, until somebody says false; its own are off when absent."""
    base = replace(Knobs(), deserializers="info,mark,ulp")
    theirs = to_message(base).enabled_deserializers
    assert {name for name, on in theirs.enabled.items() if on} == {"info", "mark", "ulp"}
    assert set(theirs.enabled) == set(KNOWN)
    assert changed(base, enabled_deserializers=EnabledDeserializers(enabled={"cong": True})) == ({"deserializers": "cong,mark,ulp"}, [])
    off = EnabledDeserializers(enabled={"cong": True, "mark": False, "ulp": False, "gone": False})
    assert changed(base, enabled_deserializers=off) == ({"deserializers": "cong"}, [])
    none = EnabledDeserializers(enabled=dict.fromkeys(KNOWN, False))
    assert changed(base, enabled_deserializers=none) == ({"deserializers": "none"}, [])
    every = EnabledDeserializers(enabled=dict.fromkeys(KNOWN, True))
    assert changed(base, enabled_deserializers=every) == ({"deserializers": "all"}, [])
    every.enabled["meminfo"] = False
    assert changed(base, enabled_deserializers=every) == ({"deserializers": "default"}, [])


def test_fields_of_a_later_version() -> None:
    """With a number of ours somebody wanted something that this version cannot do; the predecessor's are passed over."""
    message = to_message(BASE)
    message.MergeFromString(b"\xd8\x76\x01")  # 1899, varint
    made = from_message(message, BASE)
    assert [str(problem) for problem in made.problems] == ["field 1899: is not known to this version"]
    message = to_message(BASE)
    message.MergeFromString(b"\xd0\x0f\x01")  # 250, varint
    assert from_message(message, BASE) == (BASE, [], frozenset())


def varint(number: int) -> bytes:
    """As protobuf writes it."""
    return bytes([number & 127 | 128]) + varint(number >> 7) if number > 127 else bytes([number])


def test_bytes_of_the_predecessors_client() -> None:
    """Encoded here by its numbers: every required field and one of each kind arrive in the right knob."""

    def number(field: int, value: int) -> bytes:
        return varint(field << 3) + varint(value)

    def text(field: int, value: bytes) -> bytes:
        return varint(field << 3 | 2) + varint(len(value)) + value

    sent = b"".join(
        (
            number(10, 1500), text(20, number(1, 30)), text(30, number(1, 7) + number(2, 500_000_000)), number(40, 9), number(50, 3),
            number(51, 100), number(60, 666), number(70, 8192), number(80, 8), text(100, b"./"), number(110, 1), text(120, b"csv"),
            number(122, 700000), number(123, 500), text(124, b"lz4"), text(126, b"rows"), text(128, b"AK"), text(129, b"SK"),
            number(132, 1 << 20), number(134, 1), text(130, b"kafka:redpanda-0:9092"), number(135, 10), text(140, b"tcp"),
            text(143, b"/x.proto"), text(145, b"http://r:8081"), text(150, number(1, 3)), number(160, 111), text(170, b"l"),
            text(182, b"h"), text(186, b"xtcp"), number(190, 8890), text(200, text(1, text(1, b"info") + number(2, 1))), number(210, 1),
            number(211, 64), text(220, b"netns"), number(221, 7), text(222, number(1, 60)), number(225, 3), number(228, 1), number(236, 2),
            number(238, 1),
        )
    )  # fmt: skip  # a table reads better
    made = from_message(XtcpConfig.FromString(sent), Knobs())
    assert not made.problems
    wanted: dict[str, Any] = {
        "nltimeout": 1500, "frequency": 30.0, "timeout": 7.5, "max_loops": 9, "netlinkers": 3, "nlmsg_seq": 666, "packet_size": 8192,
        "packet_size_mply": 8, "marshal": "csv", "envelope_flush_bytes": 700000, "envelope_flush_rows": 500, "kafka_compression": "lz4",
        "s3_bucket": "rows", "s3_access_key": "AK", "s3_secret_key": "SK", "s3_parquet_flush_bytes": 1 << 20, "s3_skip_bucket_probe": True,
        "dest": ("kafka:redpanda-0:9092",), "dest_write_files": 10, "topic": "tcp", "xtcp_proto_file": "/x.proto",
        "kafka_schema_url": "http://r:8081", "produce_timeout": 3.0, "d": 111, "label": "l", "hostname": "h", "grpc_port": 8890,
        "deserializers": "info,protocol,skv6only,mark,md5sig,ulp", "columns": ("netns",), "poll_jitter_pct": 7, "s3_flush_interval": 60.0,
        "s3_upload_max_attempts": 3, "populate_nsid": True, "reconcile_frequency": 0.0, "s3_flush_jitter_pct": 0,
        "s3_flush_threshold_jitter_pct": 0,
    }  # fmt: skip  # a table reads better
    groups = wanted.pop("deserializers")
    assert set(str(groups).split(",")) == set(made.knobs.deserializers.split(","))
    assert made.knobs == replace(Knobs(), deserializers=made.knobs.deserializers, **wanted)


@given(configs())
def test_any_message_is_knobs_or_complaints(message: XtcpConfig) -> None:
    """Never an error of another kind; each problem names a field and its knob; what is right changes only its own; no secret is told."""
    made = from_message(message, BASE)
    told = " ".join(map(str, made.problems))
    assert SECRET not in told
    assert all(problem.where.count("(") == 1 for problem in made.problems)
    assert all(getattr(made.knobs, name) == getattr(BASE, name) for name in made.unread)
    assert SECRET.encode() not in to_message(made.knobs).SerializeToString()
    if not made.problems:
        assert from_message(to_message(made.knobs), made.knobs).knobs == made.knobs
