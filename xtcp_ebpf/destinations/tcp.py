"""`tcp:HOST:PORT`: one connection, the payloads one after the other, nothing between them; the preamble first on each connection.

Reconnects, and resolves the name anew each time. A receiver that shuts down its sending side counts as gone. With -destTls the same
inside TLS; its library is imported only then.
"""

from __future__ import annotations

import errno
import socket
from dataclasses import dataclass

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _address
from xtcp_ebpf.destinations._failure import failure
from xtcp_ebpf.destinations._stream import CONNECT_SECONDS, StreamSink, keep_alive


@dataclass(frozen=True, slots=True)
class Options:
    host: str
    port: int
    tls: bool

    @classmethod
    def of(cls, target: Target) -> Options:
        """Raises BadAddress."""
        host, port = _address.host_port(target)
        return cls(host, port, target.knobs.dest_tls)


def check(target: Target) -> None:
    """Raises BadAddress. Names are not resolved."""
    if Options.of(target).tls:
        from xtcp_ebpf.destinations import _tls

        _tls.check(target)


def open(target: Target) -> StreamSink:
    """Tries each address of the name in turn. Raises SendError, worth another try unless -destCa, -destCert or -destKey is wrong."""
    options = Options.of(target)
    try:
        sock = socket.create_connection((options.host, options.port), CONNECT_SECONDS)
    except OSError as error:
        raise failure(target.where, error) from error
    try:
        if sock.getsockname() == sock.getpeername():
            # A local port in the ephemeral range that nobody listens on may meet its own connect.
            raise ConnectionRefusedError(errno.ECONNREFUSED, "connected to itself")
        keep_alive(sock)
    except OSError as error:
        sock.close()
        raise failure(target.where, error) from error
    if options.tls:
        from xtcp_ebpf.destinations import _tls_stream

        return _tls_stream.wrap(sock, options.host, target, unframed)
    return StreamSink(sock, target.where, target.preamble, unframed)


def unframed(_size: int) -> bytes:
    """Nothing goes before a payload."""
    return b""
