"""-ipv4Ttl and -ipv6HopLimit for a listener that a library has opened and does not show.

What is accepted inherits both from the socket that listens. Its descriptor is found where all of ours are, in /proc/self/fd, by its
address.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path


def limit(host: str, port: int, ttl: int, hop_limit: int) -> int:
    """On each socket of this process that listens there; 0: the system's stays. Answers on how many."""
    count = 0
    for sock in listening(host, port):
        six = sock.family == socket.AF_INET6
        if hop_limit and six:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_UNICAST_HOPS, hop_limit)
        if ttl and (not six or not sock.getsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY)):
            sock.setsockopt(socket.IPPROTO_IP, socket.IP_TTL, ttl)
        count += 1
    return count


def listening(host: str, port: int) -> Iterator[socket.socket]:
    """A copy of each, closed when the next one is asked for: the socket is the same, the descriptor is ours."""
    for entry in list(Path("/proc/self/fd").iterdir()):
        with suppress(OSError):  # closed meanwhile
            if str(entry.readlink()).startswith("socket:"):  # a copy of a file would give up its locks when it is closed
                with socket.socket(fileno=os.dup(int(entry.name))) as sock:
                    if _listens(sock, host, port):
                        yield sock


def _listens(sock: socket.socket, host: str, port: int) -> bool:
    if sock.family not in (socket.AF_INET, socket.AF_INET6) or not sock.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
        return False
    name = sock.getsockname()
    if int(name[1]) != port:
        return False
    here, wanted = _plain(str(name[0])), _plain(host)
    return here == wanted or (host == "::" and here == _plain("0.0.0.0"))  # so it is where there is no IPv6


def _plain(host: str) -> IPv4Address | IPv6Address:
    """The library opens 127.0.0.1 as ::ffff:127.0.0.1, where there is IPv6."""
    found = ip_address(host.partition("%")[0])
    return found.ipv4_mapped or found if isinstance(found, IPv6Address) else found
