from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.unmarshal.stream_pieces import Ended, Frames
from xtcp_ebpf.wire.framing import varint


def fed(pieces: Frames | Ended, data: bytes, cuts: list[int]) -> list[tuple[int, bytes]]:
    edges = (0, *sorted(min(cut, len(data)) for cut in cuts), len(data))
    return [piece for start, end in pairwise(edges) for piece in pieces.feed(data[start:end])]


@given(st.lists(st.binary(max_size=300), max_size=5), st.lists(st.integers(0, 1600), max_size=5))
def test_frames(bodies: list[bytes], cuts: list[int]) -> None:
    """Each body, with its place in the stream, however the stream is cut."""
    data = b"".join(varint(len(body)) + body for body in bodies)
    frames = Frames()
    found = fed(frames, data, cuts)
    assert [body for _, body in found] == bodies
    assert all(data[at : at + len(body)] == body for at, body in found)
    assert frames.pending == 0


@given(st.lists(st.binary(max_size=50).filter(lambda line: b"\r\n" not in line + b"\r\n"[:1]), max_size=5), st.lists(st.integers(0, 260)))
def test_ended(lines: list[bytes], cuts: list[int]) -> None:
    """The same by what stands behind, of one byte or of two that are cut apart."""
    for end in (b"\n", b"\r\n"):
        wanted = [line.replace(b"\n", b"") for line in lines]
        data = b"".join(line + end for line in wanted)
        ended = Ended(end, "a line")
        found = fed(ended, data, cuts)
        assert [line for _, line in found] == wanted
        assert all(data[at : at + len(line)] == line for at, line in found)
        assert ended.rest() == (len(data), b"")


def test_a_frame_that_is_cut() -> None:
    """What there is of it, and what there is to say."""
    frames = Frames()
    assert list(frames.feed(b"\x01a" + varint(300)[:1])) == [(1, b"a")]
    assert str(frames.torn()) == "the last frame is cut off: not even its length is there (at byte 2)"
    assert frames.begun() == (3, b"")
    assert list(frames.feed(varint(300)[1:] + b"xyz")) == []
    assert frames.pending == 5
    assert frames.begun() == (4, b"xyz")
    assert str(frames.torn()) == "the last frame is cut off: 3 of its 300 bytes are there (at byte 2)"


def test_a_length_that_cannot_be() -> None:
    """Nothing is held for it: the frames before it come out, then its place is told."""
    frames = Frames(longest=100)
    found = frames.feed(b"\x01a" + varint(101))
    assert next(found) == (1, b"a")
    with pytest.raises(CaptureError, match=r"a frame of 101 bytes is announced: there is none above 100 \(at byte 2\)"):
        next(found)
    with pytest.raises(CaptureError, match=r"this is no length of a frame \(at byte 0\)"):
        list(Frames().feed(b"\xff" * 10))
    assert list(Frames().feed(b"\xff" * 9)) == []


def test_a_line_without_an_end() -> None:
    """It is held up to a bound."""
    lines = Ended(b"\n", "a line", longest=10)
    assert list(lines.feed(b"ab\n" + b"x" * 10)) == [(0, b"ab")]
    assert (lines.pending, lines.rest()) == (10, (3, b"x" * 10))
    with pytest.raises(CaptureError, match=r"a line of more than 10 bytes \(at byte 3\)"):
        list(lines.feed(b"x"))


def test_long_lines_are_searched_once() -> None:
    """Each byte is looked at once, though a line comes in many pieces: the end may be cut apart."""
    ended = Ended(b"\n}\n", "a row")
    assert [list(ended.feed(piece)) for piece in (b"abc\n", b"}", b"\nd\n}\n\n}")] == [[], [], [(0, b"abc"), (6, b"d")]]
    assert ended.rest() == (10, b"\n}")
