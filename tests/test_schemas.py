"""The .proto files that the package brings along: what tools/generate_schemas.py makes of the one in proto/."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import DESCRIPTOR, Envelope, XtcpFlatRecord

TOP = Path(__file__).resolve().parent.parent
FILES = {"plain": ("xtcp_flat_record.proto",), "nested": ("clickhouse", "xtcp_flat_record.proto")}


def compiled(which: str, tmp_path: Path) -> descriptor_pb2.FileDescriptorProto:
    """As protoc reads it."""
    (tmp_path / "schema.proto").write_text(files("xtcp_ebpf.pb").joinpath(*FILES[which]).read_text())
    command = [sys.executable, "-m", "grpc_tools.protoc", "-I.", "--descriptor_set_out=set", "schema.proto"]
    subprocess.run(command, cwd=tmp_path, check=True)
    (file,) = descriptor_pb2.FileDescriptorSet.FromString((tmp_path / "set").read_bytes()).file
    for message in file.message_type:
        for record in (message, *message.nested_type):
            for field in record.field:
                field.ClearField("json_name")  # which a compiled module does not tell
    return file


def test_they_are_fresh() -> None:
    """The tool would write what is there."""
    done = subprocess.run([sys.executable, TOP / "tools" / "generate_schemas.py", "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("which", FILES)
def test_they_say_that_they_are_written(which: str) -> None:
    """In the first line, with what is to be changed instead."""
    first = files("xtcp_ebpf.pb").joinpath(*FILES[which]).read_text().partition("\n")[0]
    assert first == (
        "// Written by tools/generate_schemas.py from proto/xtcp_flat_record/v1/xtcp_flat_record.proto: change that, then `make generate`."
    )


def test_plain_is_what_the_program_speaks(tmp_path: Path) -> None:
    """Its descriptor is the compiled one, field by field."""
    ours = descriptor_pb2.FileDescriptorProto()
    DESCRIPTOR.CopyToProto(ours)
    theirs = compiled("plain", tmp_path)
    ours.name = theirs.name = ""
    assert theirs == ours


def test_nested_is_the_same_on_the_wire(tmp_path: Path) -> None:
    """The record stands within Envelope, with the same fields; what one writes the other reads, every field set."""
    file = compiled("nested", tmp_path)
    assert [message.name for message in file.message_type] == ["Envelope"]
    (record,) = file.message_type[0].nested_type
    ours = descriptor_pb2.DescriptorProto()
    XtcpFlatRecord.DESCRIPTOR.CopyToProto(ours)
    assert record == ours

    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    nested = message_factory.GetMessageClass(pool.FindMessageTypeByName("xtcp_flat_record.v1.Envelope"))
    row = XtcpFlatRecord()
    for field in XtcpFlatRecord.DESCRIPTOR.fields:
        value = {field.CPPTYPE_STRING: "x", field.CPPTYPE_BOOL: True}.get(field.cpp_type, 1)
        setattr(row, field.name, b"x" if field.type == field.TYPE_BYTES else value)
    written = Envelope(row=[row, row]).SerializeToString()
    read = nested.FromString(written)
    assert len(read.row) == 2
    assert read.SerializeToString() == written
    assert str(read.row[0]) == str(row)
