"""The index of a segment file: as it was written, and from its headers after damage."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spooling import envelope

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.delivery.spool_entry import HEAD_BYTES, MAGIC, Head, Mark, checksum, pack
from xtcp_ebpf.delivery.spool_segment import Segment, load, read, write

BEFORE = Mark(100, 5000, 700_000)


def image(envelopes: list[Sealed], start: Mark = BEFORE) -> bytes:
    """What a file with these holds."""
    out, at = b"", start
    for sealed in envelopes:
        head = Head(at, sealed.rows, sealed.size, checksum(sealed.chunks))
        out += pack(head) + sealed.body()
        at = head.after
    return out


@pytest.fixture
def file(tmp_path: Path) -> Iterator[int]:
    """An empty one."""
    fd = os.open(tmp_path / "file", os.O_RDWR | os.O_CREAT)
    yield fd
    os.close(fd)


def index(data: bytes, fd: int, first: int = BEFORE.position, before: Mark = BEFORE) -> Segment | None:
    """Of a file with these bytes."""
    os.ftruncate(fd, 0)
    os.pwrite(fd, data, 0)
    return load(fd, first, before)


def marks(segment: Segment) -> list[Mark]:
    return [segment.mark(position) for position in range(segment.start.position, segment.end.position + 1)]


def body(segment: Segment, fd: int, position: int) -> bytes | None:
    found = read(fd, segment.offset(position), position)
    return found[1] if found else None


THREE = [envelope(1, 50, 3), envelope(2, 0, 0), envelope(3, 70, 5)]
SIZES = [HEAD_BYTES + sealed.size for sealed in THREE]


def test_as_it_was_written(file: int) -> None:
    """The index that writing made and the one from the file are the same; every Envelope comes back."""
    written = Segment(BEFORE)
    for sealed in THREE:
        written.add(sealed.rows, sealed.size)
    found = index(image(THREE), file)
    assert found is not None
    assert (marks(found), found.size, found.file_bytes) == (marks(written), written.size, written.file_bytes)
    assert marks(found) == [BEFORE, Mark(101, 5003, 700_050), Mark(102, 5003, 700_050), Mark(103, 5008, 700_120)]
    assert found.name == "00000000000000000100.seg"
    assert [body(found, file, 100 + n) for n in range(3)] == [sealed.body() for sealed in THREE]


def test_taking_back_the_last(file: int) -> None:
    """After pop() the segment ends where the one before ends."""
    segment = index(image(THREE), file)
    assert segment is not None
    segment.pop()
    assert (segment.end, segment.size) == (Mark(102, 5003, 700_050), sum(SIZES[:2]))


@pytest.mark.parametrize("end", range(sum(SIZES)))
def test_cut_off_anywhere(file: int, end: int) -> None:
    """Of a file that ends at any byte, the Envelopes that are there whole are known, and no other."""
    segment = index(image(THREE)[:end], file)
    whole = sum(sum(SIZES[: n + 1]) <= end for n in range(3))
    assert (segment.end.position - 100 if segment else 0) == whole
    assert segment is None or (segment.size, segment.file_bytes) == (sum(SIZES[:whole]), end)


@pytest.mark.parametrize("offset", range(sum(SIZES)))
def test_every_changed_byte(file: int, offset: int) -> None:
    """Changing any byte costs the Envelope in which it stands and no other, and what it costs is known unless it was the last."""
    damaged = bytearray(image(THREE))
    damaged[offset] ^= 0x40
    segment = index(bytes(damaged), file)
    hit = next(n for n in range(3) if offset < sum(SIZES[: n + 1]))
    assert segment is not None
    got = [body(segment, file, position) for position in range(100, segment.end.position)]
    expected: list[bytes | None] = [None if n == hit else sealed.body() for n, sealed in enumerate(THREE)]
    in_header = offset < sum(SIZES[:hit]) + HEAD_BYTES
    assert got == (expected[:2] if hit == 2 and in_header else expected)
    assert segment.mark(100 + min(hit, 2)).rows == 5000 + sum(sealed.rows for sealed in THREE[:hit])
    if len(got) == 3:
        assert segment.end == Mark(103, 5008, 700_120)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 9)), min_size=1, max_size=12), st.data())
def test_any_damage(shapes: list[tuple[int, int]], data: st.DataObject) -> None:
    """Any stretch of zeroes or noise: what is given out is what was written, in order, and rows and bytes of all places stay right."""
    envelopes = [envelope(n, size, rows) for n, (size, rows) in enumerate(shapes)]
    whole = image(envelopes)
    at = data.draw(st.integers(0, len(whole)))
    noise = data.draw(st.one_of(st.integers(0, 300).map(bytes), st.binary(max_size=300)))
    fd = os.memfd_create("segment")
    try:
        damaged = (whole[:at] + noise + whole[at + len(noise) :])[: len(whole)]
        segment = index(damaged, fd)
        known = [BEFORE]
        for sealed in envelopes:
            known.append(Mark(known[-1].position + 1, known[-1].rows + sealed.rows, known[-1].bytes + sealed.size))
        starts = [sum(HEAD_BYTES + sealed.size for sealed in envelopes[:n]) for n in range(len(envelopes) + 1)]
        untouched = {n for n in range(len(envelopes)) if damaged[starts[n] : starts[n + 1]] == whole[starts[n] : starts[n + 1]]}
        if segment is None:
            assert not untouched
            return
        assert segment.end in known
        for position in range(100, segment.end.position):
            got = body(segment, fd, position)
            assert (got is not None) == (position - 100 in untouched)
            if got is not None:
                assert got == envelopes[position - 100].body()
                assert (segment.mark(position), segment.mark(position + 1)) == (known[position - 100], known[position - 99])
        assert untouched <= set(range(segment.end.position - 100))
    finally:
        os.close(fd)


def test_what_the_first_ones_held_is_known_from_the_segment_before(file: int) -> None:
    """With the first header gone its rows are the difference to the end of the segment before; without that they count as none."""
    data = bytes(SIZES[0]) + image(THREE)[SIZES[0] :]
    segment = index(data, file)
    assert segment is not None
    assert marks(segment)[:2] == [BEFORE, Mark(101, 5003, 700_050)]
    alone = index(data, file, before=Mark(90, 4000, 600_000))
    assert alone is not None
    assert marks(alone)[:2] == [Mark(100, 5003, 700_000), Mark(101, 5003, 700_050)]


def test_a_header_inside_an_envelope_is_not_believed(file: int) -> None:
    """Whole headers in the body of an Envelope whose own header is damaged are passed over: they do not stand where they say."""
    fakes = b"".join(pack(Head(Mark(100 + n, 5000, 700_000 + m), 1, 0, 0)) for n in range(3) for m in (0, 44, 99)) + MAGIC
    trap = Sealed((fakes,), 1, len(fakes), "rows")
    after = envelope(9)
    data = bytearray(image([THREE[0], trap, after]))
    data[SIZES[0] + 3] ^= 1
    segment = index(bytes(data), file)
    assert segment is not None
    assert [body(segment, file, position) for position in range(100, segment.end.position)] == [THREE[0].body(), None, after.body()]


@pytest.mark.parametrize("first", [99, 101, 103])
def test_a_file_under_another_name(file: int, first: int) -> None:
    """Headers that do not fit the position in the file's name are not believed."""
    assert index(image(THREE[:1]), file, first) is None


def test_a_large_damaged_stretch_is_searched(file: int) -> None:
    """The next header is found behind more zeroes than one read takes, also where the magic lies across two reads."""
    for size in (3 << 20, (1 << 20) - HEAD_BYTES - 2, (1 << 20) - HEAD_BYTES - 1, (1 << 20) - HEAD_BYTES):
        big, after = Sealed((bytes(size),), 7, size, "rows"), envelope(9)
        segment = index(bytes(HEAD_BYTES) + image([big, after])[HEAD_BYTES:], file)
        assert segment is not None
        assert (segment.mark(101).rows, body(segment, file, 101)) == (5007, after.body())


@pytest.mark.parametrize("count", [1, 1023, 1024, 1025, 5000])
def test_many_small_chunks(file: int, count: int) -> None:
    """More parts than one system call takes are written in several."""
    parts = [b"%d," % n for n in range(count)]
    write(file, [b"", *parts], 7)
    assert os.pread(file, 1 << 20, 0) == bytes(7) + b"".join(parts)


def test_a_write_that_gets_short(file: int) -> None:
    """When only a part could be written the rest is tried, and its error is the answer."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            write(file, [bytes(600)] * 3, 0)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert os.fstat(file).st_size == 1000
