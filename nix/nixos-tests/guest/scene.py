# ruff: noqa: T201  these are commands: they print
"""In the guest: two named namespaces and one that only a process holds, each with a listener and one connection to it, until it is ended.

/run/scene.json, or SCENE, says what there is, when all is there; expect_rows.py holds rows against it. SCENE_PREFIX: before the names.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

TOLD = Path("/run/scene.json")
PORTS = {"blue": 4711, "green": 4712, "": 4713}
"""Namespace -> port; "" is the one without a name."""


def hold(port: int) -> None:
    """The sockets of one namespace: tell its number, then wait for the end of stdin."""
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    here = ("127.0.0.1", port)
    with socket.create_server(here) as server, socket.create_connection(here) as client, server.accept()[0] as accepted:
        about = {"inode": Path("/proc/self/ns/net").stat().st_ino, "listens": port, "connected": client.getsockname()[1]}
        client.sendall(b"x" * 1000)
        assert accepted.recv(1000, socket.MSG_WAITALL) == b"x" * 1000
        print(json.dumps(about), flush=True)
        sys.stdin.read()


def lay(told: Path, prefix: str) -> None:
    """All of it, until SIGTERM or SIGINT; then it takes everything away."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    holders, made, scene = [], [], []
    try:
        for name, port in PORTS.items():
            title = f"{prefix}{name}" if name else ""
            if title:
                subprocess.run(["ip", "netns", "add", title], check=True)
                made.append(title)
            inside = ["ip", "netns", "exec", title] if title else ["unshare", "--net"]
            line = [*inside, sys.executable, __file__, "hold", str(port)]
            holder = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            holders.append(holder)
            assert holder.stdout
            scene.append({"name": title, **json.loads(holder.stdout.readline())})
        part = told.with_suffix(".part")
        part.write_text(json.dumps(scene))
        part.replace(told)
        print("all is there", flush=True)
        signal.pause()
    except KeyboardInterrupt:
        pass
    finally:
        told.unlink(missing_ok=True)
        for holder in holders:
            holder.communicate()
        for title in made:
            subprocess.run(["ip", "netns", "delete", title], check=False)


if __name__ == "__main__":
    if sys.argv[1:2] == ["hold"]:
        hold(int(sys.argv[2]))
    else:
        lay(Path(os.environ.get("SCENE", TOLD)), os.environ.get("SCENE_PREFIX", ""))
