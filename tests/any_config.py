"""Any XtcpConfig there can be, right or wrong, for property tests; and knobs with a secret wherever there can be one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.duration_pb2 import Duration
from hypothesis import strategies as st

from xtcp_ebpf.config import settled
from xtcp_ebpf.config_fields import NOT_IN_THE_MESSAGE
from xtcp_ebpf.config_message import to_message
from xtcp_ebpf.knobs import TABLE, Knobs
from xtcp_ebpf.pb.xtcp_config_pb2 import EnabledDeserializers, TextList, XtcpConfig
from xtcp_ebpf.wire.groups import KNOWN

SECRET = "s3cret"
_WHOLE: dict[str, Any] = {
    knob.attribute: f"{SECRET}-{knob.attribute}"
    for knob in TABLE
    if knob.secret == "whole" and knob.status == "works" and knob.attribute not in NOT_IN_THE_MESSAGE
}
BASE = settled(
    replace(
        Knobs(),
        **_WHOLE,
        dest=(f"http://u:{SECRET}@h/", f"https://w:{SECRET}@v/", "null"),
        marshal="protobufList",
        kafka_schema_url=f"http://u:{SECRET}@registry:8081",
        label="blue",
        d=111,
        max_loops=7,
        timeout=4.0,
    ),
    {"timeout": "-timeout"},
)

_TEXTS = st.one_of(
    st.sampled_from(sorted({choice for knob in TABLE for choice in knob.choices})),
    st.sampled_from(
        ["", "stdout", "null", "tcp:h:1", "http://u:***@h/", "http://u:***@x/", "s3parquet:", "x" * 50, "a\nb", "a\0b", "csv", "***"]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
)


def _numbers(most: int) -> st.SearchStrategy[int]:
    return st.one_of(st.integers(0, 10), st.integers(0, most))


_DURATIONS = st.one_of(
    st.builds(Duration, seconds=st.integers(0, 1000)),
    st.builds(Duration, seconds=st.integers(-(2**63), 2**63 - 1), nanos=st.integers(-(2**31), 2**31 - 1)),
)
_MESSAGES: dict[str, st.SearchStrategy[Any]] = {
    "Duration": _DURATIONS,
    "TextList": st.builds(TextList, item=st.lists(_TEXTS, max_size=4)),
    "EnabledDeserializers": st.builds(
        EnabledDeserializers, enabled=st.dictionaries(st.one_of(st.sampled_from(KNOWN), _TEXTS), st.booleans(), max_size=5)
    ),
}
_SCALARS: dict[int, st.SearchStrategy[Any]] = {
    FieldDescriptor.CPPTYPE_UINT32: _numbers(2**32 - 1),
    FieldDescriptor.CPPTYPE_UINT64: _numbers(2**64 - 1),
    FieldDescriptor.CPPTYPE_BOOL: st.booleans(),
    FieldDescriptor.CPPTYPE_STRING: _TEXTS,
}


def values(field: Any) -> st.SearchStrategy[Any]:
    """What a field can hold."""
    if field.message_type:
        return _MESSAGES[field.message_type.name]
    one = _SCALARS[field.cpp_type]
    return st.lists(one, max_size=3) if field.is_repeated else one


_FIELDS: list[Any] = list(XtcpConfig.DESCRIPTOR.fields)


@st.composite
def configs(draw: st.DrawFn) -> XtcpConfig:
    """A few fields, alone or over what Get answers for BASE."""
    message = to_message(BASE) if draw(st.booleans()) else XtcpConfig()
    for field in draw(st.lists(st.sampled_from(_FIELDS), max_size=6, unique_by=lambda field: field.name)):
        message.ClearField(field.name)
        message.MergeFrom(XtcpConfig(**{field.name: draw(values(field))}))
    return message
