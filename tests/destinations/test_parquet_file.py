"""Payloads as one Parquet file: its schema, its values, its row groups, and what cannot go in."""

from __future__ import annotations

import io
import logging
import sys
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from parquet_world import as_columns, damaged, payload, payloads, rows

from xtcp_ebpf import marshal
from xtcp_ebpf.destinations import _parquet_file
from xtcp_ebpf.destinations._parquet_file import Encoder
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.marshal.columns import PythonReader
from xtcp_ebpf.marshal.rows import FIELDS
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord


def read(data: Any) -> pq.ParquetFile:
    return pq.ParquetFile(io.BytesIO(data.to_pybytes()), page_checksum_verification=True)


def test_schema() -> None:
    """Every field of the record is a column, required, its number the field id, of the predecessor's type; event_date comes last."""
    schema = read(Encoder("w").encode(payloads(0, 3, 1)).data).schema
    columns = [schema.column(at) for at in range(len(schema))]
    assert [column.name for column in columns] == [*(field.name for field in FIELDS), "event_date"]
    assert all(column.max_definition_level == 0 for column in columns)
    types = {column.name: (column.physical_type, str(column.logical_type)) for column in columns}
    assert types["timestamp_ns"] == ("INT64", "None")
    assert types["tcp_info_rtt"] == ("INT32", "Int(bitWidth=32, isSigned=false)")
    assert types["netns_inode"] == ("INT64", "Int(bitWidth=64, isSigned=false)")
    assert types["congestion_algorithm_enum"] == ("INT32", "None")
    assert types["hostname"] == types["event_date"] == ("BYTE_ARRAY", "String")
    assert types["inet_diag_msg_socket_source"] == ("BYTE_ARRAY", "None")
    text = str(schema)
    assert all(f" field_id={field.number} {field.name}" in text for field in FIELDS)


def test_values() -> None:
    """Each cell is the record's value, the largest and the negative ones, text, bytes and enums included; the day is UTC's."""
    largest = XtcpFlatRecord(
        timestamp_ns=-1, netns_inode=2**64 - 1, tcp_info_rtt=2**32 - 1, congestion_algorithm_enum=99, netns="日本", ulp_name=""
    )
    wanted = [*rows(0, 50), largest, XtcpFlatRecord()]
    found = read(Encoder("w").encode([payload(wanted[:20]), payload(wanted[20:])]).data).read().to_pylist()
    days = [row.pop("event_date") for row in found]
    assert found == as_columns(wanted)
    assert days == ["2025-11-21"] * 50 + ["1969-12-31", "1970-01-01"]


def test_readers_make_the_same_file() -> None:
    """The reader in Python and the one in C: not one byte differs."""
    sent = payloads(0, 40, 3)
    assert Encoder("w").encode(sent).data == Encoder("w", PythonReader()).encode(sent).data


def test_row_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are of one size, whatever the envelopes' size was, and hold the rows in order; zstd in all columns."""
    monkeypatch.setattr(_parquet_file, "GROUP_ROWS", 64)
    file = read(Encoder("w").encode(payloads(0, 50, 5)).data)
    sizes = [file.metadata.row_group(at).num_rows for at in range(file.metadata.num_row_groups)]
    assert sizes == [64, 64, 64, 58]
    assert file.read(["record_counter"])["record_counter"].to_pylist() == list(range(250))
    assert {file.metadata.row_group(0).column(at).compression for at in range(len(FIELDS) + 1)} == {"ZSTD"}


def test_dictionaries_where_they_pay() -> None:
    """A name that repeats is in a dictionary; of numbers that do not repeat most are not."""
    file = read(Encoder("w").encode(payloads(0, 20000, 1)).data)
    columns = {file.metadata.row_group(0).column(at).path_in_schema: file.metadata.row_group(0).column(at) for at in range(len(FIELDS))}
    assert "PLAIN" not in columns["hostname"].encodings[1:]
    assert columns["hostname"].total_compressed_size < 200
    assert "RLE_DICTIONARY" in columns["netns"].encodings
    assert columns["inet_diag_msg_socket_cookie"].total_uncompressed_size < 20000 * 8 + _parquet_file.DICTIONARY_BYTES * 2


def test_a_damaged_payload_is_refused_alone() -> None:
    """It alone is answered with an error without retry that names its place and offset; the file has all the others, each once."""
    good = payloads(0, 10, 3)
    made = Encoder("w").encode([good[0], damaged(), good[1], good[2][:-1], b"", good[2], b"\x80"])
    assert sorted(made.refused) == [1, 3, 4, 6]
    assert made.rows == 30
    assert read(made.data).read(["record_counter"])["record_counter"].to_pylist() == list(range(30))
    for place, error in made.refused.items():
        assert (error.reason, error.retry) == ("damaged", False)
        assert f"envelope {place}" in str(error) and "at byte 0" in str(error)


def test_nothing_to_write() -> None:
    """Without a row there is no file."""
    made = Encoder("w").encode([b"\x00", damaged()])
    assert (made.data, made.rows, sorted(made.refused)) == (None, 0, [1])


def test_no_memory() -> None:
    """It is worth another try, when there is more."""

    class Poor(PythonReader):
        def read(self, *_: Any) -> list[bytes]:
            raise MemoryError

    with pytest.raises(SendError, match="no memory for an object of 2 envelopes") as error:
        Encoder("w", Poor()).encode(payloads(0, 1, 2))
    assert (error.value.reason, error.value.retry) == ("memory", True)


def test_without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(SendError, match=r"pip install 'xtcp-ebpf\[s3\]'") as error:
        Encoder("w")
    assert (error.value.reason, error.value.retry) == ("missing_extra", False)


def test_without_the_part_in_c(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """The same file, slower; the log says so and names the destination."""
    sent = payloads(0, 3, 1)
    usual = Encoder("w").encode(sent).data
    monkeypatch.delattr(marshal, "_columns", raising=False)
    monkeypatch.setitem(sys.modules, "xtcp_ebpf.marshal._columns", None)
    with caplog.at_level(logging.WARNING):
        slow = Encoder("parquet:/data")
    assert "parquet:/data: columns are read in Python" in caplog.text
    assert slow.encode(sent).data == usual


def test_memory_is_given_back() -> None:
    """What Arrow holds after a file is nothing of it."""
    encoder = Encoder("w")
    sent = payloads(0, 20000, 2)
    before = pa.total_allocated_bytes()
    made = encoder.encode(sent)
    assert pa.total_allocated_bytes() > before
    del made
    encoder.release()
    assert pa.total_allocated_bytes() <= before
