from __future__ import annotations

import pytest
from made_rows import a_row, sealed, v4
from reading_back import problem, read, written

from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.marshal.delimited import Delimited
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.unmarshal.delimited_reader import DelimitedReader


def comma() -> DelimitedReader:
    return DelimitedReader(",")


def test_columns() -> None:
    """Only what has a column is there; an address needs no column for its family."""
    made = Delimited("csv", "text/csv", ",", ["label", "inetDiagMsgSocketSource", "timestampNs", "recordKind"])
    data = made.preamble + made.encode(sealed([a_row()]))
    row = XtcpFlatRecord(label='a "b", c', inet_diag_msg_socket_source=v4("192.0.2.1"), timestamp_ns=a_row().timestamp_ns, record_kind=1)
    assert read(comma(), data) == ([row], None)


def test_a_single_text_column() -> None:
    """Its empty cells are rows, and a row that looks like the header is one."""
    assert [row.label for row in read(comma(), b'label\n""\nlabel\nx\n')[0]] == ["", "label", "x"]


def test_files_joined() -> None:
    """A header that comes again is no row where a number would stand."""
    file = written("csv", [a_row()])
    assert read(comma(), file + file) == ([a_row(), a_row()], None)


def test_cells_over_several_lines() -> None:
    """A line end in quotes belongs to the cell, also where the stream is cut there; the frames are counted."""
    rows = [a_row(label='one\ntwo\n\n"three"\r\n', tag="\n"), a_row()]
    for name, separator in (("csv", ","), ("tsv", "\t")):
        data = written(name, rows)
        reader = DelimitedReader(separator)
        assert read(reader, data, range(len(written(name)), len(data))) == (rows, None)
        assert reader.frames == 2


def test_line_ends_of_others() -> None:
    """CR LF, and empty lines, do not matter."""
    assert [row.nsid for row in read(comma(), b"nsid,label\r\n\r\n1,a\r\n\n2,b\r\n")[0]] == [1, 2]


def test_nothing_but_a_header() -> None:
    """No rows, and nothing wrong; nor with nothing at all."""
    assert read(comma(), written("csv")) == ([], None)
    assert read(comma(), b"") == ([], None)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"1", "the header has 2 columns, this line 1"),
        (b"1,a,b", "the header has 2 columns, this line 3"),
        (b"x,a", "nsid: 'x' is no whole number"),
        (b",a", "nsid: '' is no whole number"),
        (b"-1,a", "nsid: "),
        (b'1,"a"b', "this line is no row"),
        (b"1,\xff", "not UTF-8"),
        (b"1,a\rb", "this line is no row"),
    ],
)
def test_no_row(line: bytes, said: str) -> None:
    """What does not fit the header is told with its place; the row before it is there."""
    start = b"nsid,label\n7,good\n"
    rows, error = read(comma(), start + line + b"\n8,more\n")
    assert rows == [XtcpFlatRecord(nsid=7, label="good")]
    assert said in str(error)
    assert error
    assert error.offset - len(start) in (0, 2)


def test_no_header() -> None:
    """A first line that names no columns is told as such."""
    assert problem(comma, b"nsid,colour\n") == "this line is no header: there is no column 'colour' (at byte 0)"


def test_a_cut_line() -> None:
    """A last line without its end may have lost digits: it is told, not taken."""
    start = b"nsid,label\n7,good\n"
    assert read(comma(), start + b"8,mo")[0] == [XtcpFlatRecord(nsid=7, label="good")]
    assert problem(comma, start + b"8,mo") == f"the last line is cut off: it has no line end (at byte {len(start)})"
    assert problem(comma, start + b'8,"mo\nre\n') == f"the last line is cut off: it has no line end (at byte {len(start)})"


def test_a_quote_without_its_twin() -> None:
    """It holds up to the bound, and no more."""
    reader = comma()
    line = b"x" * (1 << 20) + b"\n"
    assert list(reader.feed(b'nsid,label\n1,"')) == []
    for _ in range(63):
        assert list(reader.feed(line)) == []
    with pytest.raises(CaptureError, match=r"a quoted cell of more than 67108864 bytes \(at byte 11\)"):
        list(reader.feed(line))
