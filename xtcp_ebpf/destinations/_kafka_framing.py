"""The two ways in which an Envelope is the value of a Kafka message.

    raw        varint(length of the Envelope)  Envelope
    confluent  00  schema id (32 bits, big-endian)  message indexes  Envelope

The indexes say which message of the registered .proto it is: how many levels deep, then a number for each, all zigzag varints; the first
message of the file, [0], is the single byte 00. So the order of the messages in the .proto is a part of the format.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

from xtcp_ebpf.wire.framing import read_varint, varint

MAGIC = 0
MESSAGE = "Envelope"
HEAD = struct.Struct(">bI")

_TOKEN = re.compile(r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[A-Za-z_][A-Za-z0-9_.]*|[{};]""", re.DOTALL)


class Value(NamedTuple):
    """What a message carried."""

    envelope: bytes
    schema_id: int | None
    """None: raw."""


def confluent_head(schema_id: int, index: int) -> bytes:
    """What goes before the Envelope; `index`: its place among the messages at the top of the .proto."""
    indexes = b"\0" if index == 0 else varint(2) + varint(index << 1)
    return HEAD.pack(MAGIC, schema_id) + indexes


def bare(payload: bytes) -> memoryview:
    """The Envelope of a protobufList payload, without its length. Raises ValueError when it is not exactly one."""
    view = memoryview(payload)
    size, start = read_varint(view, 0)
    if size != len(view) - start:
        raise ValueError(f"a length of {size} before {len(view) - start} bytes: not one protobufList Envelope")
    return view[start:]


def value(message: bytes) -> Value:
    """The Envelope of a message of either kind. Raises ValueError when it is neither."""
    if len(message) <= 1 or message[0] != MAGIC:  # a lone 00 is an Envelope without rows
        return Value(bytes(bare(message)), None)
    if len(message) < HEAD.size + 1:
        raise ValueError(f"{len(message)} bytes: cut off in the header of the schema registry")
    _magic, schema_id = HEAD.unpack_from(message)
    levels, at = read_varint(message, HEAD.size)
    for _level in range(levels >> 1):
        _index, at = read_varint(message, at)
    return Value(message[at:], schema_id)


def message_index(proto: str, message: str = MESSAGE) -> int:
    """The place of a message among those at the top of a .proto. Raises ValueError when it is not there."""
    try:
        return [name for word, name in _top(proto) if word == "message"].index(message)
    except ValueError:
        raise ValueError(f"there is no message {message} at its top") from None


def imports(proto: str) -> list[str]:
    """The files that a .proto imports, but those of google/protobuf, which every registry knows."""
    found = [name[1:-1] for word, name in _top(proto) if word == "import"]
    return [name for name in found if not name.startswith("google/protobuf/")]


def _top(proto: str) -> Iterator[tuple[str, str]]:
    """Of each statement at the top: its first word, and the last name or text before its brace or semicolon."""
    depth = 0
    words: list[str] = []
    for found in _TOKEN.finditer(proto):
        token = found[0]
        if token.startswith(("//", "/*")):
            continue
        if token in "{};":
            if depth == 0 and len(words) > 1:
                yield words[0], words[-1]
            depth += {"{": 1, "}": -1, ";": 0}[token]
            words = []
        elif depth == 0:
            words.append(token)
