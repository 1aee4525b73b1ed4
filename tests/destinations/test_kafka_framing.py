"""The two framings of a Kafka message, held against protobuf's own parser and against Confluent's description of theirs."""

from __future__ import annotations

import struct

import pytest
from conformance.peers import sealed
from google.protobuf import descriptor_pb2
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations._kafka_framing import Value, bare, confluent_head, imports, message_index, value
from xtcp_ebpf.destinations._schema_registry import Source
from xtcp_ebpf.marshal.protobuf_list import ProtobufList
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import DESCRIPTOR, Envelope

NUMBERS = st.integers(0, 2**32 - 1)


def zigzag(data: bytes) -> tuple[int, bytes]:
    """As confluent_kafka reads one, by hand: (value, rest)."""
    raw = shift = 0
    for at, byte in enumerate(data):
        raw |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return raw >> 1 ^ -(raw & 1), data[at + 1 :]
    raise AssertionError("cut off")


@given(NUMBERS, st.integers(0, 300))
def test_header(number: int, index: int) -> None:
    """Read back by hand: magic 0, the id big-endian, and a list of indexes, of which [0] is shortened to one byte."""
    head = confluent_head(number, index)
    magic, told = struct.unpack_from(">bI", head)
    assert (magic, told) == (0, number)
    count, rest = zigzag(head[5:])
    assert (count, rest) == (0, b"") if index == 0 else (count == 1 and zigzag(rest) == (index, b""))


@given(st.integers(0, 40), NUMBERS, st.integers(0, 300))
def test_both_framings_come_back(rows: int, number: int, index: int) -> None:
    """What goes out raw or framed is told apart, and is the same Envelope, which protobuf reads."""
    envelope = sealed(1, rows).body()
    raw = ProtobufList().encode(sealed(1, rows))
    assert bytes(bare(raw)) == envelope
    assert value(raw) == Value(envelope, None)
    assert value(confluent_head(number, index) + envelope) == Value(envelope, number)
    assert len(Envelope.FromString(value(raw).envelope).row) == rows


def test_nested_indexes() -> None:
    """A message deep in a .proto of others has several indexes: they are passed over."""
    assert value(bytes([0, 0, 0, 0, 9, 6, 2, 0, 4]) + b"R\0") == Value(b"R\0", 9)


@pytest.mark.parametrize("message", [b"", b"\0\0\0", b"\0\0\0\0\1\x80", b"{}", b'{"row":[]}\n', b"\5R", b"\x81" * 11])
def test_neither(message: bytes) -> None:
    """What is cut off, or another format, is an error and no guess."""
    with pytest.raises(ValueError, match=r"."):
        value(message)


def test_two_envelopes_are_not_one() -> None:
    """ClickHouse does not read two in one message, and we neither write nor pass them on."""
    raw = ProtobufList().encode(sealed(1, 2))
    with pytest.raises(ValueError, match="not one protobufList Envelope"):
        bare(raw + raw)


def test_place_of_the_envelope_is_protobufs() -> None:
    """In the .proto that is shipped it is where the compiled descriptor has it."""
    file = descriptor_pb2.FileDescriptorProto()
    DESCRIPTOR.CopyToProto(file)
    names = [message.name for message in file.message_type]
    shipped = Source.of(Target("kafka", "h:1")).text
    assert [message_index(shipped, name) for name in names] == list(range(len(names)))
    assert names[0] == "Envelope"


def test_messages_of_a_proto() -> None:
    """Only those at the top count; comments, texts, options and nesting are no messages."""
    proto = """
        syntax = "proto3"; // message Comment {}
        /* message Other {} */
        option java_package = "message Text {";
        message First { message Envelope {} enum E { A = 0; } oneof o { string s = 1; } }
        enum Kind { NONE = 0; }
        message Envelope{repeated First row=10;}
    """
    assert message_index(proto, "First") == 0
    assert message_index(proto) == 1
    with pytest.raises(ValueError, match="no message Kind at its top"):
        message_index(proto, "Kind")


def test_imports() -> None:
    """Public and plain ones, but not those that each registry brings along."""
    proto = """
        syntax = 'proto3';
        import "a/b.proto";
        import public 'c.proto'; // import "d.proto";
        import "google/protobuf/timestamp.proto";
    """
    assert imports(proto) == ["a/b.proto", "c.proto"]
    assert imports(Source.of(Target("kafka", "h:1")).text) == []
