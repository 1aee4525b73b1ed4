"""A closed room to measure in: network, mount and process namespaces of its own, which end with the process that made them.

The sockets of the run are the only ones in it, and the daemon finds no other namespace: what else lives on the host is neither dumped
nor touched. Nothing has to be removed: the kernel takes away everything with the room's first process, however that ends.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType

_INSIDE = "BENCH_ROOM"
_TOOLS = ("setpriv", "unshare", "ip", "mount")
_MOUNTS = ("/run/netns", "/run/docker/netns")
_GRACE_SECONDS = 0.5


def inside() -> bool:
    """Whether this process is in a room already."""
    return _INSIDE in os.environ


def run(module: str, words: list[str]) -> int:
    """Run `python -m module words` in a new room; its exit code. SystemExit says what is missing on this host."""
    if os.geteuid() != 0:
        raise SystemExit("bench: making a network namespace takes root: run it with sudo")
    if missing := [tool for tool in _TOOLS if shutil.which(tool) is None]:
        raise SystemExit(f"bench: not found: {', '.join(missing)}; install util-linux and iproute2")
    # The room dies with `unshare`, which dies with this process, even when that is killed.
    room = ("setpriv", "--pdeathsig", "KILL", "unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc")
    previous = signal.signal(signal.SIGTERM, _interrupt)
    process = subprocess.Popen([*room, sys.executable, "-m", module, *words], env={**os.environ, _INSIDE: "1"})
    try:
        return process.wait()
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    finally:
        _end(process)
        signal.signal(signal.SIGTERM, previous)


def furnish() -> None:
    """First thing inside: loopback, ports enough, no sight of the host's namespaces."""
    for place in _MOUNTS:
        if Path(place).is_dir():
            subprocess.run(["mount", "-t", "tmpfs", "bench", place], check=True)
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    Path("/proc/sys/net/ipv4/ip_local_port_range").write_text("1024 65000")


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        # Ctrl-C reached the whole process group: what is inside is ending by itself.
        process.wait(_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
