"""Keys and values of the BPF maps: bpf/activity.h, seen from user space. Pure."""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

KEY: Final = struct.Struct("=QI4x")
"""struct namespace_key: cookie, inode."""
MARK_BYTES: Final = 8
"""struct mark: two epochs."""
UNMARKED: Final = bytes(MARK_BYTES)
"""Of a namespace that was never marked."""
CONTROL: Final = struct.Struct("=IxxxxQQQ")
"""struct control: epoch, lost, created, unrung."""
RECENT_SLOTS: Final = 4096
WALKED: Final = struct.Struct("=QI4x16s")
"""struct walked: cookie, inode, and what is compared: the sum of the counters with the mark."""
OUTCOME: Final = struct.Struct("=III4x")
"""struct outcome: listed, whole, full."""
CONSTANTS: Final = struct.Struct("=II")
"""struct constants: rings, cpus."""
MAX_CPUS: Final = 1024
BELL_BYTES: Final = 4096


class Control(NamedTuple):
    """struct control of bpf/activity.h."""

    epoch: int
    lost: int
    """Marks that found no place."""
    created: int
    """Namespaces that were marked for the first time."""
    unrung: int
    """Those of which the bell could not tell."""
