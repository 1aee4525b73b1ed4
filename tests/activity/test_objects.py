"""What a loader hands over."""

from __future__ import annotations

import os

import pytest

from xtcp_ebpf.activity.objects import Objects


def test_close_closes_all() -> None:
    """Maps and programs alike; nothing stays open."""
    ends = [*os.pipe(), *os.pipe()]
    Objects("libbpf", "tp_btf", {"a": ends[0], "b": ends[1]}, {"c": ends[2], "d": ends[3]}).close()
    for end in ends:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(end)
