from __future__ import annotations

import json

import pytest
from google.protobuf import json_format
from hypothesis import given
from made_rows import a_row, records

from xtcp_ebpf.marshal.json_object import JsonObject
from xtcp_ebpf.marshal.rows import FIELDS
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord

PLAIN = JsonObject(FIELDS)


@given(records())
def test_equals_protojson(row: XtcpFlatRecord) -> None:
    """Any record is the object that Google's own JSON writer makes of it: same keys in the same order, same values, same types."""
    found = json.loads(PLAIN.text(row))
    oracle = json_format.MessageToDict(row)
    assert found == oracle
    assert list(found) == list(oracle)


@given(records())
def test_protojson_reads_it_back(row: XtcpFlatRecord) -> None:
    """A program that reads protojson gets the record itself."""
    assert json_format.Parse(PLAIN.text(row), XtcpFlatRecord()) == row


def test_one_line() -> None:
    """Line ends and control characters inside texts are escaped, so that one object is one line; UTF-8 stays as it is."""
    text = PLAIN.text(XtcpFlatRecord(label="a\nb\r\x00", tag="größe %s"))
    assert text == r'{"label":"a\nb\r\u0000","tag":"größe %s"}'


def test_nothing_present() -> None:
    """A record of zeros is an empty object."""
    assert PLAIN.text(XtcpFlatRecord()) == "{}"


@pytest.mark.parametrize("humanised", [False, True])
def test_keys_follow_the_fields(humanised: bool) -> None:
    """The order of the keys is the caller's."""
    backwards = JsonObject(FIELDS[::-1], humanised)
    assert list(json.loads(backwards.text(a_row()))) == list(json.loads(PLAIN.text(a_row())))[::-1]
