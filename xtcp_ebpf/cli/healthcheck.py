"""`xtcp-ebpf -healthcheck`: is the daemon that listens there ready? For containers and units: exit code 0 or 1, and one line."""

from __future__ import annotations

import socket
import time

from xtcp_ebpf.errors import errno_text
from xtcp_ebpf.metrics import listen_address
from xtcp_ebpf.metrics.listen_address import READYZ

SECONDS = 3.0
MOST_BYTES = 1 << 16


def main(listen: str, seconds: float = SECONDS) -> int:
    """`listen` is -promListen. 0: ready; 1: it is not, or does not answer, or does not listen."""
    if not listen:
        print("not ready: with -promListen= nothing listens")
        return 1
    where = listen_address.read(listen).reached_at
    try:
        answer = ask(where, seconds)
    except OSError as error:
        why = f"no answer within {seconds:g} s" if isinstance(error, TimeoutError) else errno_text(error.errno or 0)
        print(f"not ready: {where}: {why}")
        return 1
    head, _, body = answer.partition(b"\r\n\r\n")
    status = head.split(b"\r\n")[0].split(b" ")[1:2]
    lines = "".join(c if c.isprintable() else " " for c in body.decode(errors="replace")[:1000].replace("\n", "; ")).strip("; ")
    if status == [b"200"]:
        print("ready")
        return 0
    if status == [b"503"] and lines.startswith("not ready"):
        print(lines.replace("; ", ": ", 1))
    else:
        print(f"not ready: {where} answers, and not as this program does")
    return 1


def ask(where: listen_address.Address, seconds: float) -> bytes:
    """All that comes back from READYZ, within so many seconds in all. Raises OSError, TimeoutError."""
    end = time.monotonic() + seconds
    with _connected(where, seconds) as sock:
        sock.sendall(f"GET {READYZ} HTTP/1.1\r\nHost: {where if where.port else 'localhost'}\r\nConnection: close\r\n\r\n".encode())
        answer = bytearray()
        while len(answer) < MOST_BYTES:
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutError
            sock.settimeout(left)
            data = sock.recv(4096)
            if not data:
                break
            answer += data
    return bytes(answer)


def _connected(where: listen_address.Address, seconds: float) -> socket.socket:
    if not where.path:
        return socket.create_connection((where.host, where.port), seconds)
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
    try:
        sock.settimeout(seconds)
        sock.connect(where.sun_path)
    except OSError:
        sock.close()
        raise
    return sock
