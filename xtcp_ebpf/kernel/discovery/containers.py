"""Which container a process is in."""

from __future__ import annotations

import os
import re

from xtcp_ebpf.kernel.discovery.note import EXHAUSTED

_CONTAINER = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_LONGEST = 65536


def container_of(root: int, pid: str, link: str) -> str | None:
    """The container id (64 hex digits) in the cgroup path of a process whose ns/net reads `link`; empty when it is in none.

    `root` is a descriptor of procfs. None: the pid is another process's by now, or the process has moved. Raises OSError only when
    descriptors or memory have run out.
    """
    try:
        descriptor = os.open(f"{pid}/cgroup", os.O_RDONLY | os.O_CLOEXEC, dir_fd=root)
        try:
            lines = os.read(descriptor, _LONGEST).decode(errors="replace").splitlines()
        finally:
            os.close(descriptor)
        if os.readlink(f"{pid}/ns/net", dir_fd=root) != link:
            return None
    except OSError as error:
        if error.errno in EXHAUSTED:
            raise
        return ""
    # In a path of nested containers the last is the one that the process is in.
    return next((ids[-1] for line in lines if (ids := _CONTAINER.findall(line))), "")
