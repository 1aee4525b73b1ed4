"""From a sealed Envelope to parsed records, and what the formats need to know of the record's fields."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Any, cast

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import DecodeError

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.errors import XtcpError
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord

FIELDS: tuple[FieldDescriptor, ...] = tuple(cast("Sequence[FieldDescriptor]", XtcpFlatRecord.DESCRIPTOR.fields))
"""In the order in which the .proto declares them."""

BY_COLUMN = {field.json_name: field for field in FIELDS}
"""lowerCamelCase name -> field."""

INTEGER_64 = (FieldDescriptor.TYPE_INT64, FieldDescriptor.TYPE_UINT64)


def rows(sealed: Sealed) -> Iterator[XtcpFlatRecord]:
    """Each record of the Envelope.

    Chunk by chunk: each is an Envelope of its own, so that never more than one datagram's rows are in memory as objects.
    Raises XtcpError when a chunk is not one.
    """
    for number, chunk in enumerate(sealed.chunks):
        try:
            envelope = Envelope.FromString(chunk)
        except DecodeError as cause:
            raise XtcpError(f"chunk {number} of {len(sealed.chunks)} ({len(chunk)} bytes) is not a valid Envelope: {cause}") from cause
        yield from envelope.row


def getter(fields: Sequence[FieldDescriptor]) -> Callable[[XtcpFlatRecord], tuple[Any, ...]]:
    """A function that gives the values of these fields (at least two), zero or empty for those that are absent."""
    return attrgetter(*(field.name for field in fields))


def base64_text(raw: bytes) -> str:
    """Standard alphabet, padded, as protojson writes bytes."""
    return base64.b64encode(raw).decode("ascii")


def enum_names(field: FieldDescriptor) -> dict[int, str]:
    """Number -> full name."""
    return {value.number: value.name for value in field.enum_type.values} if field.enum_type else {}
