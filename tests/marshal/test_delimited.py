from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_rows import a_row, records, sealed

from xtcp_ebpf.marshal import people
from xtcp_ebpf.marshal.delimited import Delimited
from xtcp_ebpf.marshal.rows import BY_COLUMN, FIELDS
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord


def comma(*columns: str) -> Delimited:
    return Delimited("csv", "text/csv", ",", columns)


def tab(*columns: str) -> Delimited:
    return Delimited("tsv", "text/tab-separated-values", "\t", columns)


def cell(row: XtcpFlatRecord, name: str) -> str:
    """What the conventions say of one cell, said a second time and slowly."""
    value = getattr(row, name)
    if name in people.ADDRESSES:
        return people.address(row.inet_diag_msg_family, value)
    if name == "timestamp_ns" and not value:
        return "0"
    if name in people.NUMBERS:
        return people.NUMBERS[name](value)
    return str(value)


@pytest.mark.parametrize(("make", "separator"), [(comma, ","), (tab, "\t")])
@given(made=st.lists(records(), max_size=3))
def test_a_csv_reader_gets_every_cell(make: Callable[[], Delimited], separator: str, made: list[XtcpFlatRecord]) -> None:
    """Header and rows, read by an ordinary reader, have all columns and the values of the conventions, odd texts included."""
    marshaller = make()
    text = (marshaller.preamble + marshaller.encode(sealed(made))).decode()
    header, *lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    assert header == list(BY_COLUMN)
    assert lines == [[cell(row, field.name) for field in FIELDS] for row in made]


def test_exact_csv() -> None:
    """Chosen columns stand in the order in which they were asked for; quotes only where Go would put them."""
    marshaller = comma(
        "timestampNs",
        "label",
        "inetDiagMsgSocketSource",
        "inetDiagMsgState",
        "tcpInfoState",
        "congestionAlgorithmEnum",
        "recordKind",
        "nsid",
    )
    assert marshaller.preamble == (
        b"timestampNs,label,inetDiagMsgSocketSource,inetDiagMsgState,tcpInfoState,congestionAlgorithmEnum,recordKind,nsid\n"
    )
    assert marshaller.encode(sealed([a_row(), XtcpFlatRecord()])) == (
        b'2025-11-21T03:42:22.12Z,"a ""b"", c",192.0.2.1,ESTABLISHED,ESTABLISHED,CUBIC,1,0\n'  # a kind is a number: no name in csv
        b"0,,,0,0,,0,0\n"
    )


def test_exact_tsv() -> None:
    """A tab is quoted where a comma need not be."""
    rows = [XtcpFlatRecord(label="a,b", tag="a\tb", nsid=3)]
    assert tab("label", "tag", "nsid").encode(sealed(rows)) == b'a,b\t"a\tb"\t3\n'
    assert comma("label", "tag", "nsid").encode(sealed(rows)) == b'"a,b",a\tb,3\n'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain", "plain"),
        ("", ""),
        ("two words ", "two words "),
        (" lead", '" lead"'),
        ("\u00a0lead", '"\u00a0lead"'),
        ("\x1fno space to Go", "\x1fno space to Go"),
        ('say "hi"', '"say ""hi"""'),
        ("a\nb", '"a\nb"'),
        ("a\rb", '"a\rb"'),
        ("\\.", '"\\."'),
        ("\\.x", "\\.x"),
        ("%d", "%d"),
    ],
)
def test_quoting_is_that_of_go(text: str, written: str) -> None:
    """Quotes around a separator, a quote, CR, LF, a leading space and a lone `\\.`; nowhere else."""
    assert comma("label", "nsid").encode(sealed([XtcpFlatRecord(label=text)])).decode() == f"{written},0\n"


def test_a_single_empty_cell_is_still_a_record() -> None:
    """One empty column does not make an empty line, which readers would pass over."""
    text = comma("label").encode(sealed([XtcpFlatRecord(), XtcpFlatRecord(label="x")]))
    assert text == b'""\nx\n'
    assert list(csv.reader(io.StringIO(text.decode()))) == [[""], ["x"]]


def test_address_without_its_family_column() -> None:
    """Addresses are read by the record's family whether or not that is a column; a column may come twice."""
    assert (
        comma("inetDiagMsgSocketDestination", "inetDiagMsgSocketDestination").encode(sealed([a_row()])) == b"198.51.100.23,198.51.100.23\n"
    )
