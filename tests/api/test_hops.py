"""TTL and hop limit of a listener that the library opened, seen at what it accepted."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from api.open_api import opened
from servers.process import until

from xtcp_ebpf.api import hops


@contextmanager
def accepted(where: tuple[str, int]) -> Iterator[socket.socket]:
    """The server's side of a connection, which the library holds: a copy of its descriptor."""
    with socket.create_connection(where, 5) as client:
        found: list[socket.socket] = []

        def look() -> bool:
            for entry in list(Path("/proc/self/fd").iterdir()):
                try:
                    if not str(entry.readlink()).startswith("socket:"):
                        continue
                    sock = socket.socket(fileno=socket.dup(int(entry.name)))
                except OSError:
                    continue
                same = sock.family in (socket.AF_INET, socket.AF_INET6) and _peer(sock)[1:2] == client.getsockname()[1:2]
                if same:
                    found.append(sock)
                else:
                    sock.close()
            return bool(found)

        until(look, "the accepted connection")
        try:
            yield found[0]
        finally:
            for each in found:
                each.close()


def _peer(sock: socket.socket) -> tuple[str, ...]:
    try:
        return tuple(sock.getpeername())
    except OSError:
        return ()


@pytest.mark.parametrize(
    ("listen", "host", "level", "option", "wanted"),
    [
        ("127.0.0.1:0", "127.0.0.1", socket.IPPROTO_IP, socket.IP_TTL, 3),
        ("[::1]:0", "::1", socket.IPPROTO_IPV6, socket.IPV6_UNICAST_HOPS, 5),
        (":0", "127.0.0.1", socket.IPPROTO_IP, socket.IP_TTL, 3),
        (":0", "::1", socket.IPPROTO_IPV6, socket.IPV6_UNICAST_HOPS, 5),
    ],
)
def test_accepted_connections_have_them(listen: str, host: str, level: int, option: int, wanted: int) -> None:
    """-ipv4Ttl and -ipv6HopLimit, on a listener for both families too."""
    with opened(grpc_listen=(listen,), ipv4_ttl=3, ipv6_hop_limit=5) as world, accepted((host, world.api.addresses[0].port)) as sock:
        assert sock.getsockopt(level, option) == wanted


def test_only_that_listener() -> None:
    """Others keep theirs, also one on the same port of another address, and no descriptor is left."""
    with socket.create_server(("127.0.0.1", 0)) as one:
        port = one.getsockname()[1]
        with socket.create_server(("127.0.0.2", port)) as other:
            system = other.getsockopt(socket.IPPROTO_IP, socket.IP_TTL)
            before = len(list(Path("/proc/self/fd").iterdir()))
            assert hops.limit("127.0.0.1", port, 7, 7) == 1
            assert len(list(Path("/proc/self/fd").iterdir())) == before
            assert one.getsockopt(socket.IPPROTO_IP, socket.IP_TTL) == 7
            assert other.getsockopt(socket.IPPROTO_IP, socket.IP_TTL) == system
            assert hops.limit("127.0.0.3", port, 7, 7) == 0
