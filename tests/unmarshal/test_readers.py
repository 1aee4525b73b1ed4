"""All formats through the same questions: exact, however the stream is cut; a prefix when it ends early; never another error than ours."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_rows import a_row, records
from reading_back import read, written

from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.marshal.formats import FORMATS
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.unmarshal.readers import READERS, check, create

sys.path.insert(0, str(Path(__file__).parents[1] / "fuzz"))

from mutate import mutate

FOR_PEOPLE = ("csv", "tsv", "humanize")


def as_the_kernel_has_it(row: XtcpFlatRecord) -> XtcpFlatRecord:
    """An IPv4 address is four bytes of sixteen: formats for people show no others."""
    for name in ("inet_diag_msg_socket_source", "inet_diag_msg_socket_destination"):
        raw = getattr(row, name)
        if row.inet_diag_msg_family == 2 and len(raw) >= 4:
            setattr(row, name, raw[:4] + bytes(12))
    return row


def test_every_format_but_one_is_read() -> None:
    """Whatever -marshal writes, -from reads, but for the table."""
    assert set(FORMATS) - set(READERS) == {"table"}


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=20)
@given(st.data())
def test_reads_back(name: str, data: st.DataObject) -> None:
    """Any rows in any batches come back exactly, wherever the stream is cut into pieces, and nothing is left over."""
    batches = data.draw(st.lists(st.lists(records(), min_size=1, max_size=3), max_size=3))
    if name in FOR_PEOPLE:
        batches = [[as_the_kernel_has_it(row) for row in batch] for batch in batches]
    stream = written(name, *batches)
    cuts = data.draw(st.lists(st.integers(0, len(stream)), max_size=6))
    reader = create(name)
    assert read(reader, stream, cuts) == ([row for batch in batches for row in batch], None)
    assert reader.pending == reader.strange == 0


@pytest.mark.parametrize("name", READERS)
def test_byte_by_byte(name: str) -> None:
    """A stream that comes in single bytes gives the same rows, each batch as soon as its last byte is there."""
    reader, rows, stream = create(name), [a_row(), a_row(record_counter=8)], b""
    for batch in ([rows[0]], [rows[1]]):
        piece = written(name, batch)
        stream += piece if not stream else piece[len(written(name)) :]
    assert read(reader, stream, range(len(stream))) == (rows, None)
    whole = create(name)
    first = written(name, [rows[0]])
    assert sum(number for _, number in whole.feed(first)) == 1


@pytest.mark.parametrize("name", READERS)
def test_an_end_anywhere(name: str) -> None:
    """A stream that is cut at any byte gives the rows before the cut and no others, and says that it is cut unless nothing is missing."""
    batches = [[a_row(record_counter=number) for number in (3 * batch, 3 * batch + 1)] for batch in range(3)]
    rows = [row for batch in batches for row in batch]
    stream = written(name, *batches)
    whole = {len(written(name, *batches[:number])) for number in range(4)}
    for end in range(0, len(stream), 1 if len(stream) < 4000 else 7):
        got, said = read(create(name), stream[:end])
        assert got == rows[: len(got)]
        assert said or end in whole or name in ("jsonl", "humanize", "protoJson", "protoText", "csv", "tsv")
        if said:
            assert "cut off" in str(said)
            assert said.offset <= end
    assert max(whole) == len(stream)


@pytest.mark.parametrize("name", READERS)
def test_damage(name: str) -> None:
    """Bytes changed anywhere: at worst a CaptureError that names a place within the stream, and all that stood before it is there."""
    random = Random(7)
    batches = [[a_row(record_counter=number, label=f"l{number}")] for number in range(4)]
    rows = [row for batch in batches for row in batch]
    stream = written(name, *batches)
    ends = [len(written(name, *batches[: number + 1])) for number in range(len(batches))]
    for _ in range(250):
        at = random.randrange(len(stream))
        wounded = stream[:at] + mutate(random, stream[at : at + 200], stream) + stream[at + 200 :]
        got, said = read(create(name), wounded, [random.randrange(len(wounded) + 1)])
        before = sum(end <= at for end in ends)
        assert got[:before] == rows[:before]
        assert said is None or 0 <= said.offset <= len(wounded)


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=40)
@given(junk=st.binary(max_size=300))
def test_junk(name: str, junk: bytes) -> None:
    """What was never ours ends in a CaptureError at most."""
    read(create(name), junk)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("table", "-from: a table is for eyes"),
        ("JSONL", "did you mean jsonl?"),
        ("pcap", "there is no format 'pcap'"),
        ("x", "what can be read is protobufList, jsonl, protoJson, msgpack, csv, tsv, humanize, protoText"),
    ],
)
def test_names(name: str, said: str) -> None:
    """A name that is none is answered with the list, and a guess where there is one."""
    with pytest.raises(BadFlag, match="-from: ") as raised:
        create(name)
    assert said in str(raised.value)


def test_other_names() -> None:
    """A command may know more inputs than there are formats."""
    check("pcap", "pcap")
    check("csv", "pcap")
    with pytest.raises(BadFlag, match=r"pcapp.*did you mean pcap\?.*pcap, protobufList"):
        check("pcapp", "pcap")
