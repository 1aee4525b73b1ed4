"""The far end of a destination, in a process of its own so that its CPU does not count: takes everything and keeps nothing.

python -m bench.sinks tcp|http|udp|unix|unixgram [PATH]      prints its address, ends with its standard input
"""

from __future__ import annotations

import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PIECE = 1 << 20


class _Sink(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        left = int(self.headers["Content-Length"])
        while left:
            left -= len(self.rfile.read(min(left, PIECE)))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None: ...


def _drain(sock: socket.socket) -> None:
    buffer = bytearray(PIECE)
    while sock.recv_into(buffer):
        pass


def _accept(server: socket.socket) -> None:
    while True:
        threading.Thread(target=_drain, args=(server.accept()[0],), daemon=True).start()


def listen(scheme: str, path: str) -> str:
    """Start to take; the address as -dest has it."""
    if scheme == "http":
        server = ThreadingHTTPServer(("127.0.0.1", 0), _Sink)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"
    family = socket.AF_UNIX if scheme.startswith("unix") else socket.AF_INET
    datagrams = scheme in ("udp", "unixgram")
    sock = socket.socket(family, socket.SOCK_DGRAM if datagrams else socket.SOCK_STREAM)
    sock.bind(path if family == socket.AF_UNIX else ("127.0.0.1", 0))
    if not datagrams:
        sock.listen()
    threading.Thread(target=_drain if datagrams else _accept, args=(sock,), daemon=True).start()
    return f"{scheme}:{path}" if family == socket.AF_UNIX else f"{scheme}:127.0.0.1:{sock.getsockname()[1]}"


if __name__ == "__main__":
    print(listen(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""), flush=True)
    sys.stdin.read()
