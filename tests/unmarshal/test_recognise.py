from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_rows import a_row, records
from reading_back import written

from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.marshal.delimited import Delimited
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.unmarshal.readers import READERS
from xtcp_ebpf.unmarshal.recognise import PCAP, recognise
from xtcp_ebpf.wire import pcap
from xtcp_ebpf.wire.framing import varint

TOP = Path(__file__).resolve().parents[2]
NAMES = {name: "jsonl" if name == "humanize" else name for name in READERS}


def first(data: bytes) -> str:
    """What is known as soon as anything is, when the bytes come one by one."""
    for size in range(len(data)):
        if found := recognise(data[:size], ended=False):
            return found
    return recognise(data, ended=True)


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=20)
@given(made=st.lists(records(), min_size=1, max_size=3))
def test_every_format(name: str, made: list[XtcpFlatRecord]) -> None:
    """By its first bytes alone, however few come at a time; a row that is all zero may look like an Envelope without rows."""
    data = written(name, made)
    if NAMES[name] == "jsonl" and data.startswith(b"{}"):
        return
    assert recognise(data, ended=True) == NAMES[name]
    assert recognise(data[:5000], ended=False) == NAMES[name]


@pytest.mark.parametrize("name", READERS)
def test_as_the_bytes_come(name: str) -> None:
    """The same byte by byte: nothing else is taken for it on the way."""
    assert first(written(name, [a_row()])) == NAMES[name]


def test_captures() -> None:
    """Both kinds, in both byte orders, in microseconds and nanoseconds."""
    for magic in ("d4c3b2a1", "a1b2c3d4", "4d3cb2a1", "a1b23c4d", "0a0d0d0a"):
        assert recognise(bytes.fromhex(magic) + bytes(20), ended=False) == PCAP
    assert first(pcap.header()) == PCAP
    assert all(recognise(path.read_bytes()[:64], ended=False) == PCAP for path in (TOP / "pcaps").glob("*/*.pcap"))


def test_few_columns() -> None:
    """A header of any columns tells; one column is csv."""
    assert recognise(Delimited("tsv", "", "\t", ["nsid", "label"]).preamble, ended=False) == "tsv"
    assert recognise(Delimited("csv", "", ",", ["nsid", "label"]).preamble, ended=False) == "csv"
    assert recognise(b"nsid\n", ended=False) == "csv"
    assert recognise(b"nsid,label\r\n", ended=False) == "csv"


def test_spaces_before_json() -> None:
    """JSON of others has spaces."""
    assert recognise(b' \n{ "nsid" : 1}', ended=False) == "jsonl"
    assert recognise(b'{ "row" : [', ended=False) == "protoJson"
    assert recognise(b"{}\n", ended=False) == "protoJson"


def test_a_short_stream_does_not_wait() -> None:
    """A frame of a few bytes is known at once, though no other follows."""
    assert recognise(written("protobufList", [XtcpFlatRecord(nsid=1)]), ended=False) == "protobufList"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "this is empty"),
        (b"\x1f\x8b\x08\0", "gzip: unpack it first"),
        (b"\x28\xb5\x2f\xfd\0", "zstd: unpack it first"),
        (b"PAR1....", "Parquet"),
        (b"NETNS    STATE  LOCAL\n", "nothing reads it back"),
        (varint(5) + b"\x04\x52\x02\x08\x01", "each payload has a second length before it"),
        (b"State Recv-Q\n", "nothing tells what this is: it starts with 53 74 61 74; -from FORMAT says it (pcap, protobufList, jsonl"),
        (b"\xff" * 100, "nothing tells what this is"),
        (b"nsid,colour\n", "nothing tells what this is"),
        (b"nsid", "nothing tells what this is"),
        (b'{"ns', "nothing tells what this is"),
        (b"\x81\xa3Ro", "nothing tells what this is"),
    ],
)
def test_nothing_of_ours(data: bytes, said: str) -> None:
    """What is none is told as well as can be, with its place."""
    with pytest.raises(CaptureError, match=r"\(at byte 0\)$") as raised:
        recognise(data, ended=True)
    assert said in str(raised.value)


def test_a_line_that_does_not_end() -> None:
    """One does not look for ever."""
    assert recognise(b"x" * 1000, ended=False) == ""
    with pytest.raises(CaptureError):
        recognise(b"x" * (1 << 16), ended=False)
    with pytest.raises(CaptureError):
        recognise(b"\xe9" * 20, ended=False)
