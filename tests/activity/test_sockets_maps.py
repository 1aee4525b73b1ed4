"""A ring and a hash map of the kernel's, filled and emptied."""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Iterator

import pytest

from xtcp_ebpf.activity import bpf, sockets_loading
from xtcp_ebpf.activity.objects import Objects
from xtcp_ebpf.activity.sockets_loading import Wanted
from xtcp_ebpf.activity.sockets_maps import Emptied, Ring

pytestmark = pytest.mark.kernel


@pytest.fixture(scope="module")
def objects() -> Iterator[Objects]:
    """Maps of the right kinds; nothing is attached."""
    found = sockets_loading.load(Wanted(marks=True, sockets=1000, ring_bytes=1), "tp_btf")
    yield found
    found.close()


@pytest.mark.parametrize("at_once", [16, 64, 2000])
def test_all_is_taken_however_much_comes_at_once(objects: Objects, at_once: int) -> None:
    """Each key with its value, once; then there is nothing any more."""
    descriptor = objects.maps["active"]
    held = {7 * n + 2**40: n for n in range(1000)}
    for key, value in held.items():
        bpf.update(descriptor, struct.pack("=Q", key), struct.pack("=Q", value))
    map_ = Emptied(descriptor, 8, at_once)
    keys, values = map_.take()
    assert dict(zip(keys, struct.unpack(f"={len(keys)}Q", values), strict=True)) == held
    assert len(keys) == len(held)
    assert map_.take() == (type(keys)("Q"), b"")


def test_what_the_kernel_refuses(objects: Objects) -> None:
    """An error is handed on, not taken for the end."""

    def refuse(_command: int, _attr: ctypes.Array[ctypes.c_char]) -> int:
        raise OSError(errno.EFAULT, os.strerror(errno.EFAULT))

    with pytest.raises(OSError, match="Bad address"):
        Emptied(objects.maps["active"], 8, command=refuse).take()


def test_an_untouched_ring_is_empty_and_leaves_no_mapping(objects: Objects) -> None:
    """What was read is passed, and stays passed for whoever maps it next. Filled rings: test_sockets.py."""
    ring = Ring(objects.maps["births"], Wanted(ring_bytes=1).ring)
    assert len(ring.unread()) == 0
    ring.passed(0)
    ring.close()
    with pytest.raises(ValueError, match="released"):
        ring.unread()
