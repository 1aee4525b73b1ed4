"""Values of the record's fields out of what the formats write: numbers, and the conventions of marshal/people.py backwards.

Each convention can be told from the plain value by its look, so that one function reads both: an address has a point or a colon, which
base64 has not; a state or an algorithm is a name or a number; a time has dashes.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from socket import AF_INET, AF_INET6, inet_pton
from typing import Any

from google.protobuf.descriptor import FieldDescriptor

from xtcp_ebpf.marshal.rows import FIELDS, enum_names
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.wire.uapi import TCP_STATES

FromText = Callable[[str], Any]

_INTEGER = re.compile(r"-?[0-9]{1,20}", re.ASCII)
_TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STATES = {name: number for number, name in TCP_STATES.items()}
_STATE_FIELDS = ("inet_diag_msg_state", "tcp_info_state")


def integer(text: str) -> int:
    """Raises ValueError. The range is for the record to check."""
    if not _INTEGER.fullmatch(text):
        raise ValueError(f"{text[:40]!r} is no whole number")
    return int(text)


@lru_cache(maxsize=4096)
def address(text: str) -> bytes:
    """16 bytes of a dotted quad or an IPv6 address, as the kernel fills them in; else base64. Raises ValueError."""
    try:
        if ":" in text:
            return inet_pton(AF_INET6, text)
        return inet_pton(AF_INET, text) + bytes(12) if "." in text else base64.b64decode(text, validate=True)
    except (OSError, ValueError):
        raise ValueError(f"{text[:60]!r} is neither an address nor base64") from None


@lru_cache(maxsize=64)
def timestamp(text: str) -> int:
    """Nanoseconds since 1970 of RFC 3339 in UTC, or of a number. Raises ValueError."""
    found = _TIME.fullmatch(text)
    if not found:
        return integer(text)
    since = datetime.fromisoformat(found[1]).replace(tzinfo=UTC) - _EPOCH
    return (since.days * 86400 + since.seconds) * 1_000_000_000 + int((found[2] or "").ljust(9, "0"))


def _named(names: dict[str, int]) -> FromText:
    return lambda text: number if (number := names.get(text)) is not None else integer(text)


def _from_text(field: FieldDescriptor) -> FromText:
    if field.name == "timestamp_ns":
        return timestamp
    if field.name in _STATE_FIELDS:
        return _named(_STATES)
    if field.type == FieldDescriptor.TYPE_STRING:
        return str
    if field.type == FieldDescriptor.TYPE_BYTES:
        return address
    if field.type == FieldDescriptor.TYPE_ENUM:
        full = {name: number for number, name in enum_names(field).items()}
        prefix = next(name for name, number in full.items() if number == 0).removesuffix("UNSPECIFIED")
        return _named({"": 0} | full | {name.removeprefix(prefix): number for name, number in full.items()})
    return integer


FROM_TEXT: dict[str, FromText] = {field.name: _from_text(field) for field in FIELDS}
"""Field -> what reads its value in csv, tsv and humanize, or within quotes in JSON. Raises ValueError."""

_TEXTS = frozenset(field.name for field in FIELDS if field.type in (FieldDescriptor.TYPE_STRING, FieldDescriptor.TYPE_BYTES))


def from_json(name: str, value: object) -> Any:
    """The value of the field `name` as JSON has it; null is its zero. Raises ValueError."""
    if isinstance(value, str):
        return FROM_TEXT[name](value)
    if value is None or (type(value) is int and name not in _TEXTS):
        return value
    raise ValueError(f"{value!r:.40} is no {'text' if name in _TEXTS else 'whole number'}")


def record(values: dict[str, Any]) -> XtcpFlatRecord:
    """The record with these values; None leaves a field out. Raises ValueError when one does not fit its field."""
    try:
        return XtcpFlatRecord(**values)
    except (TypeError, ValueError) as error:
        raise ValueError(next(_misfits(values), str(error))) from error


def _misfits(values: dict[str, Any]) -> Iterator[str]:
    for name, value in values.items():
        try:
            XtcpFlatRecord(**{name: value})
        except (TypeError, ValueError) as error:
            yield f"{name}: {error}"
