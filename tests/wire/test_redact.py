"""Captures carry no TCP-MD5 key."""

from __future__ import annotations

import struct

from fake_kernel import row
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.wire.redact import without_keys

KEY = b"\x02\x20\x00\x06" + bytes(16) + b"secret" + bytes(74)


def test_keys_are_zeroed_and_nothing_else():
    """Both keys of a socket are gone, their number can still be told, and every other byte is as it was."""
    made = row(1, attributes=[(15, struct.pack("=I", 7)), (18, KEY * 2), (4, b"cubic\0")])
    cleaned = without_keys(made)
    assert cleaned == made.replace(KEY * 2, bytes(200))
    assert b"secret" in made
    assert b"secret" not in cleaned


@given(st.binary(max_size=300))
def test_any_bytes_keep_their_length(data):
    """Whatever comes, it ends, and the length is the same: a capture of damaged replies can still be made."""
    assert len(without_keys(data)) == len(data)
