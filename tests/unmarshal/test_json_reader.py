from __future__ import annotations

import json

import pytest
from google.protobuf import json_format
from hypothesis import given, settings
from made_rows import a_row, records
from reading_back import problem, read, written

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.unmarshal.json_reader import JsonReader


def rows_reader() -> JsonReader:
    return JsonReader(envelopes=False)


def envelopes_reader() -> JsonReader:
    return JsonReader(envelopes=True)


@settings(max_examples=15)
@given(records())
def test_what_protojson_writes(row: XtcpFlatRecord) -> None:
    """Google's own writer, with its own idea of spaces and with all fields, is read too."""
    for full in (False, True):
        text = json_format.MessageToJson(row, indent=None, always_print_fields_with_no_presence=full)
        assert read(rows_reader(), text.encode() + b"\n") == ([row], None)
        text = json_format.MessageToJson(Envelope(row=[row, row]), indent=None)
        assert read(envelopes_reader(), text.encode() + b"\n") == ([row, row], None)


def test_lines() -> None:
    """Empty lines and CR do not matter, nor whether the last line has its end; a frame is a line with something on it."""
    reader = rows_reader()
    assert [row.nsid for row in read(reader, b'{"nsid":1}\r\n\n  \n{"nsid":"2"}')[0]] == [1, 2]
    assert reader.frames == 2


def test_empty_objects() -> None:
    """A row of which all is zero; and an Envelope without rows."""
    assert read(rows_reader(), b"{}\n") == ([XtcpFlatRecord()], None)
    reader = envelopes_reader()
    assert read(reader, b'{}\n{"row":[]}\n { "row" : [ { } , {"nsid":3} ] } \n') == ([XtcpFlatRecord(), XtcpFlatRecord(nsid=3)], None)
    assert reader.frames == 3


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"[]", "a row is an object"),
        (b"nsid: 3", "Expecting value at its character 1"),
        (b'{"nsid":1}{"nsid":2}', "Extra data"),
        (b'{"nsid":1,"nsid":2}', "a name stands twice"),
        (b'{"nsid":4294967296}', "nsid: "),
        (b'{"nsid":1.5}', "nsid: 1.5 is no whole number"),
        (b'{"nsid":NaN}', "nsid: nan is no whole number"),
        (b'{"colour":1}', "there is no field 'colour'"),
        (b'{"row":[]}', "this is protoJson"),
        (b'{"hostname":"\\ud800"}', "hostname: "),
        (b'{"timestampNs":"yesterday"}', "timestampNs: 'yesterday' is no whole number"),
        (b"{" + b'"label":' + b"[" * 100_000, "nested too deeply"),
        (b'{"label":"\xff"}', "not UTF-8"),
        (b"9" * 5000, "this line is no row"),
    ],
)
def test_no_row(line: bytes, said: str) -> None:
    """What is no row is told with its reason and the place of its line; the row before it is there."""
    good = b'{"nsid":7}\n'
    rows, error = read(rows_reader(), good + line + b"\n" + good)
    assert rows == [XtcpFlatRecord(nsid=7)]
    assert said in str(error)
    assert error
    assert error.offset - len(good) in (0, 10)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"nsid":1}', 'it does not begin with {"row":['),
        (b'{"row":[{"nsid":1} {"nsid":2}]}', "Expecting ',' delimiter at its character 20"),
        (b'{"row":[{"nsid":1}],"more":1}', "Expecting ',' delimiter at its character 19"),
        (b'{"row":[{"nsid":1},]}', "Expecting value"),
        (b'{"row":[{"nsid":1},5]}', "a row is an object"),
    ],
)
def test_no_envelope(line: bytes, said: str) -> None:
    """The same of an Envelope; rows before the damage are good."""
    rows, error = read(envelopes_reader(), line + b"\n")
    assert len(rows) == line.startswith(b'{"row"')
    assert said in str(error)


def test_a_cut_envelope() -> None:
    """Its whole rows come out at its end, and it is told."""
    stream = written("protoJson", [a_row(), a_row(), a_row()])
    reader = envelopes_reader()
    assert list(reader.feed(stream[: len(stream) // 2])) == []
    assert reader.pending == len(stream) // 2
    rows, error = read(envelopes_reader(), stream[: len(stream) // 2])
    assert rows == [a_row()]
    assert str(error) == "the last line is cut off (at byte 0)"


def test_a_cut_row() -> None:
    """A line that ends within its object is told, with its place."""
    line = written("jsonl", [a_row()])
    assert problem(rows_reader, line + line[:-2]) == f"the last line is cut off (at byte {len(line)})"


def test_members_of_humanize() -> None:
    """What is written for people, by other names and other looks, comes to the same values."""
    text = json.dumps({"inetDiagMsgState": "LISTEN", "inetDiagMsgSocketSource": "::1", "congestionAlgorithmEnum": "BBR1"})
    (row,), _ = read(rows_reader(), text.encode())
    assert (row.inet_diag_msg_state, row.inet_diag_msg_socket_source, row.congestion_algorithm_enum) == (10, bytes(15) + b"\1", 5)
