"""The header of an Envelope on disk."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.delivery.spool_entry import HEAD_BYTES, MAGIC, Head, Mark, checksum, pack, unpack

u32, u64 = st.integers(0, 2**32 - 1), st.integers(0, 2**64 - 1)
HEAD = Head(Mark(7, 1000, 90_000), 12, 3456, 0xDEADBEEF)


@given(st.builds(Head, st.builds(Mark, u64, u64, u64), u32, u32, u32))
def test_a_header_comes_back(head: Head) -> None:
    """Whatever stands in it, in 44 bytes."""
    raw = pack(head)
    assert len(raw) == HEAD_BYTES
    assert unpack(raw) == head


@pytest.mark.parametrize("offset", range(HEAD_BYTES))
def test_every_changed_byte_is_noticed(offset: int) -> None:
    """Each byte of a header, changed to each other value, makes it none."""
    raw = bytearray(pack(HEAD))
    for mask in range(1, 256):
        raw[offset] ^= mask
        assert unpack(bytes(raw)) is None
        raw[offset] ^= mask


@pytest.mark.parametrize("raw", [b"", pack(HEAD)[:-1], pack(HEAD) + b"\0", bytes(HEAD_BYTES), b"XSP2" + pack(HEAD)[4:]])
def test_what_is_no_header(raw: bytes) -> None:
    """Too short, too long, zeroes, another version's."""
    assert unpack(raw) is None


def test_the_layout_stays() -> None:
    """The bytes that the docstring promises: a spool outlives the daemon that wrote it."""
    fields = MAGIC + bytes.fromhex("0c000000 800d0000 0700000000000000 e803000000000000 905f010000000000 efbeadde")
    assert pack(HEAD) == fields + zlib.crc32(fields).to_bytes(4, "little")


def test_the_place_behind_it() -> None:
    """One position, its rows and its bytes further."""
    assert HEAD.after == Mark(8, 1012, 93_456)


@given(st.lists(st.binary(max_size=50)))
def test_checksum_of_chunks(chunks: list[bytes]) -> None:
    """That of the joined bytes."""
    assert checksum(chunks) == zlib.crc32(b"".join(chunks))
