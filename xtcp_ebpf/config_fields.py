"""Which field of XtcpConfig is which knob: the one table, and how a value stands in a field.

A field from 300 on has its knob's name. The predecessor's have names of their own where RENAMED says so. `dest` alone has two fields,
the first destination and the further ones: config_message.py takes care of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from google.protobuf.descriptor import FieldDescriptor

from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knob import Knob
from xtcp_ebpf.knobs import BY_ATTRIBUTE
from xtcp_ebpf.pb.xtcp_config_pb2 import XtcpConfig
from xtcp_ebpf.values import duration_text
from xtcp_ebpf.wire.groups import DEFAULT, KNOWN, groups

OURS: Final = 300
"""The first number that is not the predecessor's."""
FURTHER: Final = "further_dest"
VERSION: Final = "daemon_version"
RENAMED: Final = MappingProxyType(
    {
        "nl_timeout_milliseconds": "nltimeout",
        "poll_frequency": "frequency",
        "poll_timeout": "timeout",
        "marshal_to": "marshal",
        "envelope_flush_threshold_bytes": "envelope_flush_bytes",
        "envelope_flush_threshold_rows": "envelope_flush_rows",
        "s3_parquet_flush_threshold_bytes": "s3_parquet_flush_bytes",
        "pyroscope_upload_interval_sec": "pyroscope_upload_sec",
        "kafka_produce_timeout": "produce_timeout",
        "debug_level": "d",
        "enabled_deserializers": "deserializers",
        "io_uring_recv_batch_size": "io_uring_recv_batch",
        "io_uring_cqe_batch_size": "io_uring_cqe_batch",
        "csv_columns": "columns",
        "enrich_container_enable": "enrich_container",
        "docker_socket_path": "docker_socket",
        "enrich_lldp_enable": "enrich_lldp",
        "lldpd_socket_path": "lldpd_socket",
        "enrich_nic_enable": "enrich_nic",
    }
)
"""Field -> attribute of the knob."""
REQUIRED: Final = frozenset(
    (
        *("nl_timeout_milliseconds", "poll_frequency", "poll_timeout", "netlinkers", "nlmsg_seq", "capture_path", "modulus", "marshal_to"),
        *("dest", "topic", "kafka_schema_url", "grpc_port", "s3_upload_max_attempts"),
    )
)
"""Fields that the predecessor refuses when they are 0, empty or absent; also -netlinkers 0 and no -marshal, which the flags take."""
DEFAULT_FOR_ZERO: Final = frozenset(
    (
        *("pyroscope_app_name", "pyroscope_sample_hz", "pyroscope_upload_interval_sec"),
        *("docker_socket_path", "lldpd_socket_path", "uplink_count"),
    )
)
"""Fields of which 0, or nothing, is the default, and not one of the knob's values."""
NOT_IN_THE_MESSAGE: Final = MappingProxyType(
    {
        "conf": "an action of the command line",
        "v": "an action of the command line",
        "help": "an action of the command line",
        "healthcheck": "an action of the command line",
        "xtcp_config_json": "it is such a message",
        "go_max_procs": "has no meaning here, and the predecessor's message does not have it",
        "max_threads": "has no meaning here, and the predecessor's message does not have it",
    }
)
"""Attribute of a knob -> why no field is it."""
_PREDECESSORS_GROUPS: Final = frozenset(
    ("meminfo", "info", "vegas", "cong", "tos", "tc", "skmem", "shut", "dctcp", "bbr", "classid", "cgroup", "sockopt")
)
_GREATEST: Final = {FieldDescriptor.CPPTYPE_UINT32: 2**32 - 1, FieldDescriptor.CPPTYPE_UINT64: 2**64 - 1}


@dataclass(frozen=True, slots=True)
class ConfigField:
    """One field and its knob."""

    name: str
    knob: Knob
    ours: bool
    """Absent, it is kept."""
    put: Callable[[XtcpConfig, Any], None]
    """A knob's value into a message."""
    text: Callable[[XtcpConfig, Any], str]
    """What stands in a message, as the flag takes it; the other is the value in effect. Raises ValueError, saying what it is not."""

    def given(self, message: XtcpConfig) -> bool:
        """Whether it says anything."""
        return not self.ours or message.HasField(self.name)

    @property
    def where(self) -> str:
        """For a person who knows the one name or the other."""
        return WHERE[self.knob.attribute]


def _field(field: Any) -> ConfigField:
    name, knob = field.name, BY_ATTRIBUTE[RENAMED.get(field.name, field.name)]
    put, text = _ways(field, knob)
    return ConfigField(name, knob, field.number >= OURS, put, text)


def _ways(field: Any, knob: Knob) -> tuple[Callable[[XtcpConfig, Any], None], Callable[[XtcpConfig, Any], str]]:
    """How a value comes into this field, and out of it."""
    name = field.name
    kind = field.message_type.name if field.message_type else ""
    if kind == "Duration":
        return (
            lambda message, value: getattr(message, name).FromNanoseconds(round(value * 1e9)),
            lambda message, _: duration_text(nanoseconds(getattr(message, name)) / 1e9),
        )
    if kind == "TextList":
        return (
            lambda message, value: _fill(getattr(message, name), value),
            lambda message, _: _joined(getattr(message, name).item),
        )
    if kind == "EnabledDeserializers":
        return _put_groups, _groups_text
    if field.is_repeated:
        return lambda message, value: getattr(message, name).extend(value), lambda message, _: _joined(getattr(message, name))
    if knob.kind == "list":
        return lambda message, value: setattr(message, name, ",".join(value)), lambda message, _: _plain(getattr(message, name))
    if knob.kind == "bool":
        return lambda message, value: setattr(message, name, value), lambda message, _: "true" if getattr(message, name) else "false"
    if field.cpp_type in _GREATEST:
        greatest = _GREATEST[field.cpp_type]
        return lambda message, value: setattr(message, name, min(value, greatest)), lambda message, _: str(getattr(message, name))
    return lambda message, value: setattr(message, name, value), lambda message, _: _plain(getattr(message, name))


def nanoseconds(duration: Any) -> int:
    """Of a google.protobuf.Duration. Raises ValueError for one whose parts contradict each other."""
    if abs(duration.nanos) > 999_999_999 or duration.seconds * duration.nanos < 0:
        raise ValueError("is no duration: nanos go to 999999999, with the sign of the seconds")
    return int(duration.seconds * 10**9 + duration.nanos)


def _plain(text: str) -> str:
    if "\0" in text:
        raise ValueError("has a NUL character in it")
    return text


def _fill(items: Any, value: tuple[str, ...]) -> None:
    items.SetInParent()
    items.item.extend(value)


def _joined(items: Any) -> str:
    if wrong := [item for item in items if not item.strip() or item != item.strip() or "," in item]:
        raise ValueError(f"is a list with {wrong[0][:80]!r} in it: no item is empty, has a comma, or blanks around it")
    return _plain(",".join(items))


def _put_groups(message: XtcpConfig, value: str) -> None:
    on = groups(value)
    for name in KNOWN:
        message.enabled_deserializers.enabled[name] = name in on


def _groups_text(message: XtcpConfig, in_effect: Any) -> str:
    enabled = message.enabled_deserializers.enabled
    if unknown := sorted(name for name, on in enabled.items() if on and name not in KNOWN):
        raise ValueError(f"has {unknown[0][:80]!r} on, which is none of {', '.join(KNOWN)}")
    before = groups(in_effect)
    on = frozenset(name for name in KNOWN if enabled.get(name, name not in _PREDECESSORS_GROUPS and name in before))
    for word, those in (("default", DEFAULT), ("all", frozenset(KNOWN)), ("none", frozenset[str]())):
        if on == those:
            return word
    return ",".join(name for name in KNOWN if name in on)


FIELDS: Final = tuple(_field(field) for field in XtcpConfig.DESCRIPTOR.fields if field.name not in ("dest", FURTHER, VERSION))
"""Those that are one knob each."""
NAMES: Final = {**{field.knob.attribute: field.name for field in FIELDS}, "dest": "dest"}
"""Attribute of a knob -> its field."""
WHERE: Final = {attribute: f"{name} ({BY_ATTRIBUTE[attribute].name})" for attribute, name in NAMES.items()}
"""The same for a person who knows the one name or the other; as the sources of config.check and config.settled."""
_BY_FLAG: Final = {BY_ATTRIBUTE[attribute].name: where for attribute, where in WHERE.items()}


def said(problem: BadFlag) -> BadFlag:
    """The same with the field's name beside the flag's, where it has only that."""
    return BadFlag(_BY_FLAG.get(problem.where, problem.where), problem.problem)
