"""In the guest: runs the job, says what it prints, sends back a folder, and says how it ended, on a channel of its own (vm/channel.py).

Nothing of the project is imported here: it has to answer also when the project is broken.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import struct
import subprocess
import sys
import tarfile
import threading
import time
from pathlib import Path
from typing import IO, Any

PORT = "xtcp-ebpf.result"
PROJECT = "/project"
LONGEST = 1 << 16
GRACE_S = 10.0


class Channel:
    """The way out; several threads use it."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._lock = threading.Lock()

    def say(self, kind: bytes, payload: bytes) -> None:
        data = memoryview(struct.pack(">cI", kind, len(payload)) + payload)
        with self._lock:
            while data:
                data = data[os.write(self._descriptor, data) :]

    def write(self, data: bytes) -> int:
        """For tarfile."""
        for start in range(0, len(data), LONGEST):
            self.say(b"T", data[start : start + LONGEST])
        return len(data)


def opened() -> Channel:
    """The port of that name."""
    for entry in Path("/sys/class/virtio-ports").iterdir():
        if (entry / "name").read_text().strip() == PORT:
            return Channel(os.open(f"/dev/{entry.name}", os.O_WRONLY | os.O_CLOEXEC))
    raise SystemExit(f"no virtio port {PORT}")


def forward(channel: Channel, kind: bytes, source: IO[bytes]) -> None:
    while data := os.read(source.fileno(), LONGEST):
        channel.say(kind, data)


def run(channel: Channel, job: dict[str, Any]) -> dict[str, Any]:
    """The command, to its end or to the end of its time."""
    began = time.monotonic()
    environment = {**os.environ, **job["environment"]}
    try:
        process = subprocess.Popen(
            job["command"], cwd=PROJECT, env=environment, stdin=subprocess.DEVNULL, stdout=-1, stderr=-1, start_new_session=True
        )
    except OSError as error:
        channel.say(b"E", f"{job['command'][0]}: {error}\n".encode())
        return {"code": 127, "seconds": 0.0, "late": False}
    assert process.stdout
    assert process.stderr
    threads = [
        threading.Thread(target=forward, args=(channel, *way), daemon=True) for way in ((b"O", process.stdout), (b"E", process.stderr))
    ]
    for thread in threads:
        thread.start()
    late = False
    try:
        code = process.wait(job["seconds"])
    except subprocess.TimeoutExpired:
        late = True
        os.killpg(process.pid, signal.SIGKILL)
        code = process.wait()
    for thread, stream in zip(threads, (process.stdout, process.stderr), strict=True):
        thread.join(GRACE_S)
        if not thread.is_alive():  # else a child that it left behind holds the pipe
            stream.close()
    return {"code": code, "seconds": round(time.monotonic() - began, 3), "late": late}


def main() -> None:
    channel = opened()
    job = json.loads(Path("/job.json").read_text())
    uname = os.uname()
    up = float(Path("/proc/uptime").read_text().split()[0])
    channel.say(b"H", json.dumps({"release": uname.release, "version": uname.version, "python": sys.version.split()[0], "up": up}).encode())
    with socket.create_server(("127.0.0.1", 0)):  # every host has a socket or two
        result = run(channel, job)
    if any(Path("/out").iterdir()):
        with tarfile.open(fileobj=channel, mode="w|") as tar:  # type: ignore[call-overload]  # it only writes
            tar.add("/out", arcname=".")
    channel.say(b"R", json.dumps(result).encode())


if __name__ == "__main__":
    main()
