"""`unix:PATH`: a Unix stream socket, each payload behind its length as a varint; the first of a connection begins with the preamble."""

from __future__ import annotations

import socket

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _address
from xtcp_ebpf.destinations._failure import failure
from xtcp_ebpf.destinations._stream import CONNECT_SECONDS, StreamSink
from xtcp_ebpf.wire.framing import varint


def check(target: Target) -> None:
    """Raises BadAddress when the path is empty, too long or plainly a directory. The file system is not looked at."""
    _address.socket_path(target)


def open(target: Target) -> StreamSink:
    """Raises SendError; worth another try unless the socket there is of another type."""
    path, where = _address.socket_path(target), target.where
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        sock.settimeout(CONNECT_SECONDS)
        sock.connect(path)
    except OSError as error:
        sock.close()
        raise failure(where, error) from error
    return StreamSink(sock, where, target.preamble, varint)
