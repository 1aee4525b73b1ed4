"""Whole payloads over TLS. As _stream, but for what TLS does on its own: it joins, it talks back, it says goodbye."""

from __future__ import annotations

import contextlib
import socket
import ssl
from collections.abc import Callable

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _tls
from xtcp_ebpf.destinations._stream import SEND_SECONDS, StreamSink
from xtcp_ebpf.errors import SendError

PIECE_BYTES = 1 << 18
"""What is encrypted at once: a slow receiver has the patience for each."""

FIRST_WORD_SECONDS = 1.0
"""How long the receiver may take for its first word. Servers send session tickets at once; some send nothing."""


class TlsStreamSink(StreamSink):
    """Owns `sock`, whose handshake is done. Its bytes in flight are those of TLS, a little more than the payloads'.

    Raises SendError `tls` when the receiver refuses our certificate: in TLS 1.3 it says so after the handshake.
    """

    def __init__(
        self,
        sock: ssl.SSLSocket,
        where: str,
        preamble: bytes,
        frame: Callable[[int], bytes],
        patience: float = SEND_SECONDS,
        first_word: float = FIRST_WORD_SECONDS,
    ) -> None:
        super().__init__(sock, where, preamble, frame, patience)
        self._tls = sock
        # Without this, the first payload on each connection is lost to a receiver that refuses us.
        if sock.version() == "TLSv1.3" and self._poll.poll(first_word * 1000):
            try:
                here = self._hear()
            except OSError as error:
                raise _tls.failure(where, error) from error
            if not here:
                raise SendError("closed", f"{where}: the receiver has closed the connection")

    def _write(self, parts: tuple[bytes, ...]) -> None:
        waiting = memoryview(b"".join(parts))
        while waiting:
            sent = self._tls.send(waiting[:PIECE_BYTES])
            self._taken += sent
            waiting = waiting[sent:]

    def _hear(self) -> bool:
        self._sock.settimeout(0)
        try:
            return bool(self._sock.recv(65536))
        except ssl.SSLWantReadError:  # a ticket or a new key: nothing for us
            return True
        finally:
            self._sock.settimeout(self._patience)

    def _failure(self, error: OSError) -> SendError:
        return _tls.failure(self._where, error)

    def close(self) -> None:
        """Says goodbye, for a receiver that would take the end for a cut; does not wait for its answer."""
        with contextlib.suppress(OSError, ValueError):
            self._sock.settimeout(0)
            self._tls.unwrap()
        super().close()


def wrap(sock: socket.socket, host: str, target: Target, frame: Callable[[int], bytes]) -> TlsStreamSink:
    """Does the handshake. Raises SendError; `sock` is closed then."""
    try:
        wrapped = _tls.context(target).wrap_socket(sock, server_hostname=host)
    except OSError as error:
        sock.close()
        raise _tls.failure(target.where, error) from error
    except SendError:
        sock.close()
        raise
    try:
        return TlsStreamSink(wrapped, target.where, target.preamble, frame)
    except SendError:
        wrapped.close()
        raise
