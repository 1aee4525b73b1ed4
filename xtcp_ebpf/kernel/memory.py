"""How the C library keeps memory: what a poll gives back, the next poll needs again."""

from __future__ import annotations

import ctypes
from typing import Final

_M_TRIM_THRESHOLD: Final = -1
_M_MMAP_THRESHOLD: Final = -3
_M_ARENA_MAX: Final = -8


def keep(block_bytes: int = 4 << 20, spare_bytes: int = 16 << 20) -> bool:
    """Keep freed memory up to `spare_bytes`, and blocks up to `block_bytes` on the heap; answers whether the C library can (glibc).

    Otherwise each Envelope is mapped, faulted in page by page, and unmapped: a quarter of all that is spent in user space.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except AttributeError:
        return False
    return bool(mallopt(_M_MMAP_THRESHOLD, block_bytes) and mallopt(_M_TRIM_THRESHOLD, spare_bytes) and mallopt(_M_ARENA_MAX, 1))
