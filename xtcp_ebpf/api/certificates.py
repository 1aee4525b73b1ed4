"""The server's certificate, its key, and the authorities of clients: read at the start, and anew when they have changed.

A renewed certificate is shown from the next connection on. One that is wrong is told in the log, and the old one stays.
"""

from __future__ import annotations

import logging
import os
import ssl
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.api.rare import Rare
from xtcp_ebpf.errors import UsageError, errno_text
from xtcp_ebpf.knobs import Knobs

if TYPE_CHECKING:
    import grpc

log = logging.getLogger(__name__)

Version = tuple[tuple[int, int, int, int], ...]


class Papers:
    """All of -grpcTlsCert, -grpcTlsKey, -grpcClientCa. Raises UsageError when they do not make a server."""

    def __init__(self, knobs: Knobs, clock: Clock) -> None:
        self._cert = Path(knobs.grpc_tls_cert)
        self._key = Path(knobs.grpc_tls_key)
        self._ca = Path(knobs.grpc_client_ca) if knobs.grpc_client_ca else None
        self._rare = Rare(log, clock)
        self._version, self._made = self._look(), self._read()
        self._number = 1
        """Of times that they were read and were right."""
        self._lock = threading.Lock()

    def credentials(self) -> grpc.ServerCredentials:
        """For one port: the library remembers for each what it was given last."""
        import grpc

        # With authorities whoever shows no certificate of theirs gets no connection: the library cannot ask for one and do without.
        return grpc.dynamic_ssl_server_credentials(
            self._made,
            self._newer(),  # type: ignore[arg-type]  # the stubs do not know that it may answer None
            require_client_authentication=self._ca is not None,
        )

    def _newer(self) -> Callable[[], grpc.ServerCertificateConfiguration | None]:
        given = self._number

        def newer() -> grpc.ServerCertificateConfiguration | None:
            """Called by the library's threads for each connection; None: nothing has changed."""
            nonlocal given
            with self._lock:
                self._renew()
                if given == self._number:
                    return None
                given = self._number
                return self._made

        return newer

    def _renew(self) -> None:
        try:
            version = self._look()
            if version == self._version:
                return
            self._made = self._read()
            self._version = version
            self._number += 1
            log.info("gRPC: the certificate %s is shown from now on, as its files have changed", self._cert)
        except UsageError as error:
            self._rare.say(logging.ERROR, "papers", f"{error}: the certificate that was there before stays in use")

    def _look(self) -> Version:
        found = []
        for flag, path in self._files():
            try:
                one = path.stat()
            except OSError as error:
                raise UsageError(f"{flag} {path}: {errno_text(error.errno or 0)}") from error
            found.append((one.st_mtime_ns, one.st_ctime_ns, one.st_ino, one.st_size))
        return tuple(found)

    def _files(self) -> list[tuple[str, Path]]:
        files = [("-grpcTlsCert", self._cert), ("-grpcTlsKey", self._key)]
        return files + ([("-grpcClientCa", self._ca)] if self._ca else [])

    def _read(self) -> grpc.ServerCertificateConfiguration:
        import grpc

        contents = []
        for flag, path in self._files():
            try:
                with os.fdopen(os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY), "rb") as file:
                    contents.append(file.read())
            except OSError as error:
                raise UsageError(f"{flag} {path}: {errno_text(error.errno or 0)}") from error
        self._check()
        return grpc.ssl_server_certificate_configuration([(contents[1], contents[0])], contents[2] if self._ca else None)

    def _check(self) -> None:
        """The library would only say no, and at the first connection."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        named = f"-grpcTlsCert {self._cert}, -grpcTlsKey {self._key}"

        def encrypted() -> str:
            raise UsageError(f"{named}: the key has a passphrase: give one without")  # else OpenSSL asks at the terminal

        try:
            context.load_cert_chain(self._cert, self._key, encrypted)
        except (ssl.SSLError, OSError) as error:
            mismatch = getattr(error, "reason", "") == "KEY_VALUES_MISMATCH"
            why = "the key is not that of the certificate" if mismatch else f"no certificate with its key in PEM form ({error})"
            raise UsageError(f"{named}: {why}") from error
        if self._ca:
            try:
                context.load_verify_locations(self._ca)
            except (ssl.SSLError, OSError) as error:
                raise UsageError(f"-grpcClientCa {self._ca}: there is no certificate in PEM form in it") from error
