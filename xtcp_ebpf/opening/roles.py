"""What the processes are for that keep rights which the daemon gives up, and which of them each keeps.

daemon --+-- openers  hires the others, one by one, and does nothing else     (supervisor.py, hirer.py)
         +-- visit    enters a namespace: a diag socket, or the counters      (visitor.py, remote_gate.py), one for each reader
         +-- search   looks for namespaces                                    (searcher.py, remote_search.py)
         +-- load     brings BPF programs into the kernel, and ends           (loader.py)
"""

from __future__ import annotations

import enum
from typing import Final


class Role(enum.IntEnum):
    """One byte of the request."""

    VISIT = 1
    SEARCH = 2
    LOAD = 3


class Kind(enum.IntEnum):
    """Of the frames that every role knows."""

    READY = 1
    """The first of a process that was hired. Its body is the role's own."""
    REFUSED = 2
    """Instead: why not, as text."""
    ASK = 3
    ANSWER = 4
    MORE = 5
    """An answer that goes on in the next frame."""


RIGHTS: Final = {
    Role.VISIT: {
        "CAP_SYS_ADMIN": "enters network namespaces (setns)",
        "CAP_SYS_PTRACE": "opens /proc/<pid>/ns/net of other processes",
        "CAP_DAC_READ_SEARCH": "reaches namespaces that are mounted in closed folders",
        "CAP_NET_ADMIN": "opens sockets to which the kernel tells socket marks, TCP MD5 keys and all of the ULP info",
    },
    Role.SEARCH: {
        "CAP_SYS_ADMIN": "asks whether a namespace lives, by its file handle",
        "CAP_SYS_PTRACE": "reads /proc/<pid>/ns/net and /proc/<pid>/fd of other processes",
        "CAP_DAC_READ_SEARCH": "reads closed folders in which namespaces are mounted",
    },
    Role.LOAD: {
        "CAP_SYS_ADMIN": "loads BPF programs",
    },
}
"""What each keeps of what the daemon was started with, and why."""
EVERY: Final = frozenset(name for rights in RIGHTS.values() for name in rights)
"""What the one that hires them has to keep."""
LOCKED_MEMORY: Final = "CAP_SYS_RESOURCE"
"""Beside these, to load, on kernels that count BPF maps as locked memory (before 5.11)."""
