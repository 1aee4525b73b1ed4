from __future__ import annotations

import pytest
from made_rows import a_row
from reading_back import problem, read, written

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.unmarshal.text_reader import TextReader


def test_rows() -> None:
    """A frame is a row; a row of which all is zero is one."""
    reader = TextReader()
    rows = [a_row(label="}\n}\n", tag="row {"), XtcpFlatRecord()]
    assert read(reader, written("protoText", rows, rows)) == (rows * 2, None)
    assert reader.frames == 4


def test_without_the_last_line_end() -> None:
    """As an editor leaves it."""
    assert read(TextReader(), b"row {\n  nsid: 3\n}\n\nrow {\n  nsid: 4\n}")[0] == [XtcpFlatRecord(nsid=3), XtcpFlatRecord(nsid=4)]


@pytest.mark.parametrize("line", [b"colour: 3", b"nsid: x", b'label: "\xff"', b'label: "\\/"', b"}", b"row {"])
def test_no_row(line: bytes) -> None:
    """What the text format does not know is told with its place; the row before it is there."""
    good = b"row {\n  nsid: 3\n}\n"
    rows, error = read(TextReader(), good + b"row {\n  " + line + b"\n}\n" + good)
    assert rows == [XtcpFlatRecord(nsid=3)]
    assert "this is no row in text format" in str(error)
    assert error
    assert error.offset == len(good)


def test_a_cut_row() -> None:
    """It is told, with where it began."""
    assert problem(TextReader, b"row {\n  nsid: 3\n}\nrow {\n  nsid: 3") == "the last row is cut off (at byte 18)"
