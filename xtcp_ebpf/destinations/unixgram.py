"""`unixgram:PATH`: a Unix datagram socket, one datagram for each payload, split to what the socket's send buffer can hold.

A receiver whose queue is full is waited for; one that has gone is connected to anew when it is back.
"""

from __future__ import annotations

import socket

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _address
from xtcp_ebpf.destinations._datagram import DatagramSink
from xtcp_ebpf.destinations._failure import failure

OVERHEAD = 32
"""What unix_dgram_sendmsg keeps back of the send buffer for one datagram."""


def check(target: Target) -> None:
    """Raises BadAddress when the path is empty, too long or plainly a directory. The file system is not looked at."""
    _address.socket_path(target)


def open(target: Target) -> DatagramSink:
    """Raises SendError; worth another try unless the socket there is of another type."""
    path, where = _address.socket_path(target), target.where
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    try:
        sock.connect(path)
    except OSError as error:
        sock.close()
        raise failure(where, error) from error
    return DatagramSink(sock, where, target.preamble, sock.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) - OVERHEAD)
