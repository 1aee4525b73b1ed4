"""`udp:HOST:PORT`: one datagram for each payload, split to what a datagram can carry. Names resolve at each opening.

UDP confirms nothing: what is counted as sent was taken by the kernel. When the receiver's machine says that nobody listens, the
kernel tells it to the next send: that is counted (send_errors:refused) and that payload goes out once more; the one before is lost.
"""

from __future__ import annotations

import socket

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _address
from xtcp_ebpf.destinations._datagram import DatagramSink
from xtcp_ebpf.destinations._failure import failure

MAX_V4 = 65507
"""65535 less the IPv4 header (20) and the UDP header (8)."""
MAX_V6 = 65527
"""65535 less the UDP header: an IPv6 length does not count its own header."""


def check(target: Target) -> None:
    """Raises BadAddress. Names are not resolved."""
    _address.host_port(target)


def open(target: Target) -> DatagramSink:
    """Takes the first address of the name to which there is a route. Raises SendError, always worth another try."""
    where = target.where
    last = OSError()
    try:
        found = socket.getaddrinfo(*_address.host_port(target), type=socket.SOCK_DGRAM)
    except OSError as error:
        raise failure(where, error) from error
    for family, kind, protocol, _name, address in found:
        sock = socket.socket(family, kind, protocol)
        try:
            sock.connect(address)
        except OSError as error:
            sock.close()
            last = error
            continue
        v6 = family == socket.AF_INET6 and not str(address[0]).startswith("::ffff:")  # a mapped address travels as IPv4
        return DatagramSink(sock, where, target.preamble, MAX_V6 if v6 else MAX_V4)
    raise failure(where, last) from last
