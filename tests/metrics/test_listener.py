"""Real listening sockets: addresses, hop limits, sockets that were left behind."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.metrics.listen_address import Address
from xtcp_ebpf.metrics.listener import Listener

LOOPBACK = Address("127.0.0.1", 0)


def listener(address: Address, ttl: int = 0, hop_limit: int = 0) -> Listener:
    return Listener(address, "-promListen", ttl, hop_limit)


def accepted(sock: socket.socket, where: tuple[str, int]) -> socket.socket:
    """The server's side of a connection."""
    with socket.create_connection(where, 5):
        sock.settimeout(5)
        return sock.accept()[0]


def test_the_port_that_it_really_is() -> None:
    """Port 0 is the kernel's choice, and told; nothing is inherited, nothing blocks."""
    made = listener(LOOPBACK)
    assert made.address.port
    assert not made.sockets[0].get_inheritable()
    assert not made.sockets[0].getblocking()
    made.close()
    made.close()
    with socket.socket() as again:
        again.bind(("127.0.0.1", made.address.port))


def test_all_addresses() -> None:
    """`:PORT` is one socket for IPv4 and IPv6, as the predecessor's."""
    made = listener(Address("", 0))
    assert len(made.sockets) == 1
    accepted(made.sockets[0], ("127.0.0.1", made.address.port)).close()
    accepted(made.sockets[0], ("::1", made.address.port)).close()
    made.close()


def test_ipv6_alone() -> None:
    """An IPv6 address does not listen on IPv4."""
    made = listener(Address("::1", 0))
    assert made.sockets[0].getsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY) == 1
    made.close()


def test_hops() -> None:
    """-ipv4Ttl and -ipv6HopLimit hold for what the connections send, on a socket for both families too."""
    for address, name, level, option, wanted in (
        (LOOPBACK, "127.0.0.1", socket.IPPROTO_IP, socket.IP_TTL, 3),
        (Address("::1", 0), "::1", socket.IPPROTO_IPV6, socket.IPV6_UNICAST_HOPS, 5),
        (Address("", 0), "127.0.0.1", socket.IPPROTO_IP, socket.IP_TTL, 3),
        (Address("", 0), "::1", socket.IPPROTO_IPV6, socket.IPV6_UNICAST_HOPS, 5),
    ):
        made = listener(address, 3, 5)
        with accepted(made.sockets[0], (name, made.address.port)) as one:
            assert one.getsockopt(level, option) == wanted
        made.close()


def test_what_cannot_be_had() -> None:
    """A port that is taken, an address of another host, no such host: named, with the flag, and nothing stays open."""
    first = listener(LOOPBACK)
    with pytest.raises(UsageError, match=rf"-promListen {first.address}: EADDRINUSE .*another daemon, has it"):
        listener(first.address)
    first.close()
    with pytest.raises(UsageError, match=r"-promListen 192\.0\.2\.1:0: EADDRNOTAVAIL"):
        listener(Address("192.0.2.1", 0))
    with pytest.raises(UsageError, match="no such host"):
        listener(Address("no-such-host.invalid", 0))


def test_a_unix_socket(tmp_path: Path) -> None:
    """A second one is refused while the first lives; what a killed one left is replaced; each takes only its own away."""
    path = tmp_path / "s"
    first = listener(Address("", 0, str(path)))
    with pytest.raises(UsageError, match="EADDRINUSE"):
        listener(first.address)
    assert path.is_socket()
    for each in first.sockets:
        each.close()  # as a kill does
    second = listener(first.address)
    second.close()
    assert not path.exists()
    path.write_text("a file of somebody")
    with pytest.raises(UsageError, match="EADDRINUSE"):
        listener(first.address)
    assert path.read_text() == "a file of somebody"


def test_an_abstract_name() -> None:
    """`unix:@name` has no file; its name is free again afterwards."""
    address = Address("", 0, "@xtcp-test-listener")
    for _ in range(2):
        made = listener(address)
        with pytest.raises(UsageError, match="EADDRINUSE"):
            listener(address)
        made.close()
