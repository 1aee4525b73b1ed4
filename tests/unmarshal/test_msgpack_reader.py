from __future__ import annotations

import msgpack
import pytest
from made_rows import a_row
from reading_back import problem, read, written

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.unmarshal import msgpack_reader
from xtcp_ebpf.unmarshal.msgpack_reader import MsgpackReader


def batch(*rows: object) -> bytes:
    return bytes(msgpack.packb({"Row": list(rows)}))


def test_rows_of_others() -> None:
    """Fields that are left out, and nil, are zero; any width of integer is read."""
    assert read(MsgpackReader(), batch({"Nsid": 5, "Hostname": None}, {})) == ([XtcpFlatRecord(nsid=5), XtcpFlatRecord()], None)
    wide = b"\xde\0\1\xd9\3Row\xdd\0\0\0\1\x81\xa4Nsid\xcf" + bytes(7) + b"\7"
    assert read(MsgpackReader(), wide) == ([XtcpFlatRecord(nsid=7)], None)
    reader = MsgpackReader()
    assert read(reader, batch() + batch({})) == ([XtcpFlatRecord()], None)
    assert reader.frames == 2


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (msgpack.packb([1]), "no row in msgpack"),
        (msgpack.packb({"Rows": []}), "a batch is a map with one key, Row"),
        (msgpack.packb({"Row": [], "More": 1}), "a batch is a map with one key, Row"),
        (msgpack.packb({"Row": 5}), "no row in msgpack"),
        (batch(5), "a row is a map"),
        (batch({"Colour": 1}), "there is no field 'Colour'"),
        (batch({"Nsid": "x"}), "nsid: "),
        (batch({"Nsid": 2**32}), "nsid: "),
        (batch({"Nsid": [1]}), "no row in msgpack"),
        (batch({5: 1}), "no row in msgpack"),
        (batch({"Hostname": "x" * (1 << 20 | 1)}), "no row in msgpack"),
        (b"\x81\xa3Row\x91\x81\xa8Hostname\xa1\xff", "no row in msgpack"),
        (b"\xc1", "no row in msgpack"),
    ],
)
def test_no_batch(wrong: bytes, said: str) -> None:
    """What is no batch of rows is told with its place; the batch before it is there."""
    good = batch({"Nsid": 1})
    rows, error = read(MsgpackReader(), good + wrong)
    assert rows == [XtcpFlatRecord(nsid=1)]
    assert said in str(error)
    assert error
    assert len(good) <= error.offset <= len(good) + 16


def test_rows_before_a_wrong_one() -> None:
    """In the same map they are good."""
    rows, error = read(MsgpackReader(), batch({"Nsid": 1}, {"Nsid": 2}, 3))
    assert [row.nsid for row in rows] == [1, 2]
    assert "a row is a map (at byte 20)" in str(error)


def test_a_cut_map() -> None:
    """Its whole rows come out at its end and not before; where the map began is told."""
    first, stream = batch({"Nsid": 9}), written("msgpack", [a_row(), a_row()])
    reader = MsgpackReader()
    (only,) = reader.feed(first + stream[:-100])
    assert only[1] == 1
    assert reader.pending == len(stream) - 100
    rows, error = read(MsgpackReader(), first + stream[:-100])
    assert rows[1:] == [a_row()]
    assert str(error) == f"the last map is cut off (at byte {len(first)})"


def test_an_announcement_takes_no_memory() -> None:
    """Four thousand million rows that are only announced are just a cut map."""
    assert "cut off" in problem(MsgpackReader, b"\x81\xa3Row\xdd\xff\xff\xff\xff")
    assert "no row in msgpack" in problem(MsgpackReader, b"\x81\xa3Row\x91\xdf\xff\xff\xff\xff")


def test_a_map_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is held of it is bounded; its rows until then come out."""
    reader = MsgpackReader()
    monkeypatch.setattr(msgpack_reader, "LONGEST", 100)
    rows, error = read(reader, b"\x81\xa3Row\xdd\xff\xff\xff\xff" + bytes(msgpack.packb({"Nsid": 5})) * 50)
    assert len(rows) == 21
    assert "a batch has no more than 100 bytes" in str(error)
