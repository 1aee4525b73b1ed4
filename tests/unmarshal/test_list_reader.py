from __future__ import annotations

import pytest
from made_rows import a_row
from reading_back import problem, read, written

from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.unmarshal.list_reader import ListReader
from xtcp_ebpf.unmarshal.reader import framed
from xtcp_ebpf.wire.framing import ROW_TAG, varint


def frame(*parts: bytes) -> bytes:
    body = b"".join(parts)
    return varint(len(body)) + body


def test_rows_are_handed_on_byte_for_byte() -> None:
    """An Envelope's bytes are not made anew: what a later version has put in stays, and is counted."""
    newer = a_row().SerializeToString() + b"\xfa\xff\x01\x03new"
    row = bytes((ROW_TAG,)) + varint(len(newer)) + newer
    reader = ListReader()
    assert list(reader.feed(frame(framed(a_row()), row))) == [(framed(a_row()) + row, 2)]
    assert (reader.frames, reader.strange) == (1, 1)


def test_an_envelope_without_rows() -> None:
    """It is a frame, and nothing comes of it."""
    reader = ListReader()
    assert read(reader, b"\0" + written("protobufList", [a_row()])) == ([a_row()], None)
    assert reader.frames == 2


def test_rows_before_a_wrong_one() -> None:
    """In an Envelope with something that is no row, the rows before it are good; its place is told."""
    good = framed(a_row())
    for wrong, said in (
        (b"\x0a\x01x", "holds nothing but rows"),
        (b"\x52\x02\xff\xff", "no XtcpFlatRecord"),
        (b"\x52\xff\x7f", "nothing but rows"),
    ):
        reader = ListReader()
        rows, error = read(reader, frame(good) + frame(good, wrong, good))
        assert (len(rows), reader.frames) == (2, 1)
        assert said in str(error)
        assert error
        assert error.offset == len(frame(good)) + 2 + len(good)


def test_text_that_is_no_utf_8() -> None:
    """A record whose text cannot be text is damage, not a crash of the format that comes after."""
    assert "no XtcpFlatRecord" in problem(ListReader, frame(b"\x52\x05\xa2\x01\x02\xff\xfe"))


def test_a_cut_frame() -> None:
    """Its rows that are whole come out at the end, and not before: they may come again, whole, on another connection."""
    stream = written("protobufList", [a_row(record_counter=number) for number in range(5)])
    reader = ListReader()
    assert list(reader.feed(stream[: len(stream) // 2])) == []
    end = reader.end()
    chunk, rows = next(end)
    assert [row.record_counter for row in Envelope.FromString(chunk).row] == list(range(rows))
    assert rows == 2
    with pytest.raises(CaptureError, match=r"the last frame is cut off: \d+ of its \d+ bytes are there \(at byte 0\)"):
        next(end)


def test_the_largest_frame() -> None:
    """64 MiB may be announced, a byte more not: what is damaged does not take all memory."""
    assert "cut off" in problem(ListReader, varint(64 << 20) + b"\x52")
    assert "67108865 bytes is announced" in problem(ListReader, varint((64 << 20) + 1) + b"\x52")


def test_a_zero_row() -> None:
    """A record of which all is zero has no bytes, and is a row."""
    assert read(ListReader(), frame(framed(XtcpFlatRecord()))) == ([XtcpFlatRecord()], None)


def test_what_is_no_envelope_is_not_waited_for() -> None:
    """A text whose first byte would be a length is told by its second, however short it is."""
    with pytest.raises(CaptureError, match=r"nothing but rows.*\(at byte 1\)"):
        list(ListReader().feed(b'{"'))
    assert list(ListReader().feed(b"{R")) == []
