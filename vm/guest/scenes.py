"""Scenes of sockets, each in two namespaces of its own with a cable between them: what is captured of every kernel.

Built of tools/capture.py, which has the street and most of what happens in it.
"""

from __future__ import annotations

import os
import socket
import struct
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from vm.guest import paths  # noqa: F401  for the next line

import capture  # isort: skip
from capture import FAR4, FAR6, LOCAL4, LOCAL6, MAPPED, V4, V6, Street, option, talk

TLS_TX, TLS_RX, TCP_ULP, SOL_TLS = 1, 2, 31, 282
AES_GCM_128: Final = 51
CGROUPS: Final = Path("/sys/fs/cgroup")
SETTLE_S: Final = 0.5
"""Delayed acknowledgements are sent after 40 ms."""
WHOLE_SETTLE_S: Final = 3.0
"""For retransmissions, and timers that differ."""

Scene = Callable[[Street], None]


def congestion(street: Street) -> None:
    """A connection with data for each congestion control that this kernel has, over IPv4 and IPv6, one with ECN for dctcp."""
    names = Path("/proc/sys/net/ipv4/tcp_available_congestion_control").read_text().split()
    capture.sysctl("tcp_ecn", "1")
    for family, host in ((V4, LOCAL4), (V6, LOCAL6)):
        for name in names:
            listener = street.listen(family, host)
            chosen = option(socket.IPPROTO_TCP, socket.TCP_CONGESTION, name.encode())
            chosen(listener)
            talk(street.pair(listener, setup=chosen), size=20_000)


def ipv6(street: Street) -> None:
    """IPv6 only, both families on one socket, IPv4 mapped into IPv6, over loopback and over the cable, with traffic classes."""
    six, dual, only = street.listen(V6, LOCAL6), street.listen(V6, "::", v6only=False), street.listen(V6, "::", v6only=True)
    for listener, host in ((six, LOCAL6), (dual, LOCAL6), (dual, LOCAL4), (dual, MAPPED), (only, LOCAL6)):
        talk(street.pair(listener, host))
    for traffic_class in (0x20, 0xB8):
        talk(street.pair(six, setup=option(socket.IPPROTO_IPV6, socket.IPV6_TCLASS, traffic_class)))
    talk(street.away(FAR6), size=20_000)


def listeners(street: Street) -> None:
    """Listeners of both families with short and long queues; one whose queue is full, and those who wait in it."""
    for family, hosts in ((V4, (LOCAL4, "0.0.0.0")), (V6, (LOCAL6, "::"))):
        for host in hosts:
            for backlog in (0, 5, 4096):
                street.listen(family, host, backlog=backlog, v6only=True if family == V6 else None)
        full = street.listen(family, hosts[0], backlog=1)
        for _ in range(4):
            made = socket.socket(family)
            made.setblocking(False)
            made.connect_ex(full.getsockname()[:2])
            street.keep(made)


def handshakes(street: Street) -> None:
    """SYN_SENT to a host that is not there; SYN_RECV, by TCP_DEFER_ACCEPT, and by a last acknowledgement that never comes."""
    listening = [street.listen(V4, capture.NEAR4), street.listen(V6, capture.NEAR6)]
    for listener in (street.listen(V4, LOCAL4), street.listen(V6, LOCAL6)):
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, 60)
        made = socket.socket(listener.family)
        made.connect(listener.getsockname()[:2])
        street.keep(made)
    for host in (FAR4, FAR6):  # the neighbours know each other now
        street.away(host)
    street.cut()
    for family, host in ((V4, FAR4), (V6, FAR6)):
        made = socket.socket(family)
        made.setblocking(False)
        made.connect_ex((host, 9))
        street.keep(made)
    with street.inside(street.far):
        for listener in listening:
            made = socket.socket(listener.family)
            made.setblocking(False)
            made.connect_ex(listener.getsockname()[:2])
            street.keep(made)


def time_wait(street: Street) -> None:
    """Both families, with and without a mark; and a FIN_WAIT2 that is an orphan."""
    for family, host in ((V4, LOCAL4), (V6, LOCAL6)):
        listener = street.listen(family, host)
        for mark in (0, 7):
            client, server = street.pair(listener, setup=option(socket.SOL_SOCKET, socket.SO_MARK, mark))
            talk((client, server), turns=1)
            client.close()
            server.close()
        street.pair(listener)[0].close()


def half_closed(street: Street) -> None:
    """FIN_WAIT1, FIN_WAIT2, CLOSE_WAIT, LAST_ACK and CLOSING, and a side that is shut for reading."""
    for family, host in ((V4, LOCAL4), (V6, LOCAL6)):
        listener = street.listen(family, host)
        street.pair(listener)[0].shutdown(socket.SHUT_WR)
        street.pair(listener)[1].shutdown(socket.SHUT_RD)
        full = [street.pair(listener) for _ in range(3)]
        for near, _ in full:
            _fill(near)
        full[0][0].shutdown(socket.SHUT_WR)  # FIN_WAIT1
        full[1][0].shutdown(socket.SHUT_WR)
        full[1][1].shutdown(socket.SHUT_WR)  # CLOSING
        full[2][1].shutdown(socket.SHUT_WR)
        full[2][0].shutdown(socket.SHUT_WR)  # LAST_ACK


def mptcp(street: Street) -> None:
    """Listeners and connections of both families, with data."""
    capture.sysctl("../mptcp/enabled", "1")
    for family, host in ((V4, LOCAL4), (V6, LOCAL6)):
        listener = street.listen(family, host, protocol=capture.IPPROTO_MPTCP)
        for size in (400, 20_000):
            talk(street.pair(listener), size=size)


def ktls(street: Street) -> None:
    """Versions 1.2 and 1.3, the kernel encrypts one way or both."""
    for family, host in ((V4, LOCAL4), (V6, LOCAL6)):
        for version in (0x0303, 0x0304):
            for ways in ((TLS_TX,), (TLS_TX, TLS_RX)):
                client, _ = street.pair(street.listen(family, host))
                client.setsockopt(socket.IPPROTO_TCP, TCP_ULP, b"tls")
                for way in ways:
                    client.setsockopt(
                        SOL_TLS, way, struct.pack("=HH8s16s4s8s", version, AES_GCM_128, b"\1" * 8, b"\2" * 16, b"\3" * 4, b"\4" * 8)
                    )


def marks(street: Street) -> None:
    """SO_MARK, SO_PRIORITY and TOS in several values, one of each alone, then all together."""
    listener = street.listen(V4, LOCAL4)
    for mark in (1, 0xBEEF, 0xFFFFFFFF):
        packed = struct.pack("=I", mark)
        talk(street.pair(listener, setup=option(socket.SOL_SOCKET, socket.SO_MARK, packed)), turns=1)
    for priority in (1, 6):
        talk(street.pair(listener, setup=option(socket.SOL_SOCKET, socket.SO_PRIORITY, priority)), turns=1)
    for tos in (0x10, 0xB8):
        talk(street.pair(listener, setup=option(socket.IPPROTO_IP, socket.IP_TOS, tos)), turns=1)

    def all_of_them(made: socket.socket) -> None:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_MARK, 0xC0DE)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_PRIORITY, 5)
        made.setsockopt(socket.IPPROTO_IP, socket.IP_TOS, 0x28)

    talk(street.pair(listener, setup=all_of_them), turns=1)


def cgroups(street: Street) -> None:
    """Sockets that were made in three cgroups, one within another: a socket keeps the one in which it was born."""
    folders = [CGROUPS, CGROUPS / "xtcp-a", CGROUPS / "xtcp-a" / "b"]
    try:
        for folder in folders:
            folder.mkdir(exist_ok=True)
            (folder / "cgroup.procs").write_text(str(os.getpid()))
            for family, host in ((V4, LOCAL4), (V6, LOCAL6)):
                talk(street.pair(street.listen(family, host)), turns=1)
    finally:
        (CGROUPS / "cgroup.procs").write_text(str(os.getpid()))


def _fill(made: socket.socket) -> None:
    made.setblocking(False)
    while True:
        try:
            made.send(bytes(65536))
        except BlockingIOError:
            return


def whole(street: Street) -> None:
    """Everything at once: tools/capture.py's scenes."""
    for make in (capture.ordinary, capture.special, capture.ending, capture.lost):
        make(street)


SCENES: Final[dict[str, Scene]] = {
    scene.__name__: scene for scene in (congestion, ipv6, listeners, handshakes, time_wait, half_closed, mptcp, ktls, marks, cgroups)
}
NEEDS: Final = {"mptcp": "mptcp", "ktls": "tls"}
"""Scene -> what a kernel has to have for it."""


def allow_all() -> None:
    """In the initial namespace, before any other: every congestion control is for everybody."""
    sysctls = Path("/proc/sys/net/ipv4")
    (sysctls / "tcp_allowed_congestion_control").write_text((sysctls / "tcp_available_congestion_control").read_text())


class Played(Street):
    """A street in which a scene has happened, and which has settled. Its sockets live until `close`."""

    def __init__(self, scene: Scene) -> None:
        """In a process of its own: there is no way home."""
        allow_all()
        super().__init__()
        scene(self)
        time.sleep(SETTLE_S if scene.__name__ in SCENES else WHOLE_SETTLE_S)

    def close(self) -> None:
        for made in self.held:
            made.close()
