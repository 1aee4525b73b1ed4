"""Namespaces survive being told, however many and however named."""

from __future__ import annotations

import os

import pytest

from xtcp_ebpf.opening.handover import MOST_BODY
from xtcp_ebpf.opening.search_frames import pack_pairs, pieces, read_pairs, read_pieces


@pytest.mark.parametrize("count", [0, 1, 3000, 20000])
def test_what_bpf_has_seen(count: int) -> None:
    """Inodes and cookies, in as many frames as it takes."""
    seen = {4026531840 + n: (1 << 63) + n for n in range(count)}
    parts = list(pack_pairs(seen))
    assert all(len(part) <= MOST_BODY for part in parts)
    found: dict[int, int] = {}
    for part in parts:
        found |= read_pairs(part)
    assert found == seen
    with pytest.raises(ValueError, match="half"):
        read_pairs(b"\6" + b"x" * 15)


def test_an_answer_in_pieces() -> None:
    """Names in bytes that are no UTF-8, numbers of 64 bits and times come as they were."""
    answer = {"namespaces": [[n, os.fsdecode(b"/run/\xff\xfe" + b"x" * 40), (1 << 64) - n, 1234.000001 * n] for n in range(3000)]}
    parts = pieces(answer)
    assert len(parts) > 2
    assert all(len(part) <= MOST_BODY for part in parts)
    assert read_pieces(parts) == answer
    with pytest.raises(ValueError):
        read_pieces(parts[1:])
