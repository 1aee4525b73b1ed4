"""A process that holds sockets of many kinds in its namespace until its stdin ends. Started by street.py, with the kinds as JSON."""

from __future__ import annotations

import json
import socket
import sys

NOBODY = "192.0.2.77"
"""Routed to lo, and nobody's: what is sent there is never answered."""

kept: list[socket.socket] = []


def pairs(family: int, address: str, count: int, connect_to: str = "") -> None:
    """Established connections, both ends; `connect_to` where it is another address than the listener's."""
    with socket.socket(family) as listener:
        listener.bind((address, 0))
        listener.listen(128)
        port = listener.getsockname()[1]
        for _ in range(count):
            near = socket.socket(socket.AF_INET if connect_to else family)
            near.connect((connect_to or address, port))
            far, _ = listener.accept()
            near.send(b"x" * 100)
            far.recv(200)
            kept.extend((near, far))


def listen(family: int, address: str, v6only: int | None = None) -> socket.socket:
    """One that is only waited at."""
    listener = socket.socket(family)
    kept.append(listener)
    if v6only is not None:
        listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, v6only)
    listener.bind((address, 0))
    listener.listen(7)
    return listener


def half_closed() -> None:
    """FIN_WAIT2 and CLOSE_WAIT."""
    pairs(socket.AF_INET, "127.0.0.1", 1)
    kept[-2].shutdown(socket.SHUT_WR)


def time_wait() -> None:
    """A socket that no process has any more."""
    pairs(socket.AF_INET, "127.0.0.1", 1)
    far, near = kept.pop(), kept.pop()
    near.close()
    far.recv(1)
    far.close()


def syn_sent() -> None:
    """A connection that is never answered."""
    asking = socket.socket()
    kept.append(asking)
    asking.setblocking(False)
    asking.connect_ex((NOBODY, 9))


def syn_recv() -> None:
    """A request socket: with TCP_DEFER_ACCEPT it stays one until data come."""
    listener = listen(socket.AF_INET, "127.0.0.1")
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, 60)
    kept.append(socket.create_connection(listener.getsockname()))


def zoo() -> None:
    """One or two of each kind."""
    pairs(socket.AF_INET, "127.0.0.1", 2)
    pairs(socket.AF_INET6, "::1", 2)
    pairs(socket.AF_INET6, "::", 2, connect_to="127.0.0.1")
    listen(socket.AF_INET, "0.0.0.0")
    listen(socket.AF_INET6, "::", v6only=0)
    listen(socket.AF_INET6, "::", v6only=1)
    half_closed()
    time_wait()
    syn_sent()
    syn_recv()


for kind, count in json.loads(sys.argv[1]).items():
    if kind == "v4":
        pairs(socket.AF_INET, "127.0.0.1", count)
    elif kind == "v6":
        pairs(socket.AF_INET6, "::1", count)
    elif kind == "listen":
        for _ in range(count):
            listen(socket.AF_INET, "127.0.0.1")
    else:
        zoo()
sys.stdout.write("ready\n")
sys.stdout.flush()
sys.stdin.read()
