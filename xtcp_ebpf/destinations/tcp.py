"""`tcp:HOST:PORT`: one connection, the payloads one after the other, nothing between them; the preamble first on each connection.

Reconnects, and resolves the name anew each time. A receiver that shuts down its sending side counts as gone.
"""

from __future__ import annotations

import errno
import socket

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _address
from xtcp_ebpf.destinations._failure import failure
from xtcp_ebpf.destinations._stream import CONNECT_SECONDS, SEND_SECONDS, StreamSink

OPTIONS = (
    (socket.TCP_KEEPIDLE, 30),
    (socket.TCP_KEEPINTVL, 10),
    (socket.TCP_KEEPCNT, 3),
    (socket.TCP_USER_TIMEOUT, int(SEND_SECONDS * 1000)),
)
"""A receiver whose machine vanished is noticed within a minute, between polls too."""


def check(target: Target) -> None:
    """Raises BadAddress. Names are not resolved."""
    _address.host_port(target)


def open(target: Target) -> StreamSink:
    """Tries each address of the name in turn. Raises SendError, always worth another try."""
    where = _address.where(target)
    try:
        sock = socket.create_connection(_address.host_port(target), CONNECT_SECONDS)
    except OSError as error:
        raise failure(where, error) from error
    try:
        if sock.getsockname() == sock.getpeername():
            # A local port in the ephemeral range that nobody listens on may meet its own connect.
            raise ConnectionRefusedError(errno.ECONNREFUSED, "connected to itself")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for option, value in OPTIONS:
            sock.setsockopt(socket.IPPROTO_TCP, option, value)
    except OSError as error:
        sock.close()
        raise failure(where, error) from error
    return StreamSink(sock, where, target.preamble, lambda _size: b"")
