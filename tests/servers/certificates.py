"""A throw-away authority, with a certificate for a server on loopback and one for a client, all in PEM."""

from __future__ import annotations

import ssl
from pathlib import Path

from servers.cache import run, tool

DAYS = "2"
NAMES = "subjectAltName=IP:127.0.0.1,IP:::1,DNS:localhost"


class Certificates:
    """Made in `folder`. `stranger` is another authority, which signed nothing: who trusts only it must refuse the server."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._openssl = tool("openssl", "apt-get install openssl")
        self.ca, self._ca_key = self._authority("authority")
        self.stranger, _ = self._authority("stranger")
        self.server_cert, self.server_key = self._signed("server", "localhost", NAMES)
        self.client_cert, self.client_key = self._signed("client", "client", "extendedKeyUsage=clientAuth")

    def _authority(self, name: str) -> tuple[Path, Path]:
        cert, key = self._paths(name)
        self._request(
            key, f"xtcp-ebpf tests' {name}", "-x509", "-days", DAYS, "-out", str(cert), "-addext", "keyUsage=critical,keyCertSign,cRLSign"
        )
        return cert, key

    def _signed(self, name: str, subject: str, extension: str) -> tuple[Path, Path]:
        cert, key = self._paths(name)
        request, extensions = self.folder / f"{name}.csr", self.folder / f"{name}.ext"
        self._request(key, subject, "-out", str(request))
        extensions.write_text(f"{extension}\nbasicConstraints=critical,CA:FALSE\n")
        by = ["-CA", str(self.ca), "-CAkey", str(self._ca_key), "-set_serial", str(len(name))]
        run(
            [self._openssl, "x509", "-req", "-in", str(request), *by, "-days", DAYS, "-extfile", str(extensions), "-out", str(cert)],
            self.folder,
        )
        return cert, key

    def _paths(self, name: str) -> tuple[Path, Path]:
        return self.folder / f"{name}.pem", self.folder / f"{name}.key"

    def _request(self, key: Path, subject: str, *more: str) -> None:
        # PKCS#8 elliptic curve keys: quick to make, and what Kafka reads without a keytool.
        command = [self._openssl, "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        run([*command, "-keyout", str(key), "-subj", f"/CN={subject}", *more], self.folder)

    def joined(self) -> Path:
        """The server's key and certificate in one file."""
        path = self.folder / "server-both.pem"
        path.write_text(self.server_key.read_text() + self.server_cert.read_text())
        return path

    def client_context(self, with_certificate: bool = False) -> ssl.SSLContext:
        """For a client that trusts this authority."""
        context = ssl.create_default_context(cafile=self.ca)
        if with_certificate:
            context.load_cert_chain(self.client_cert, self.client_key)
        return context

    def server_context(self, mutual: bool = False) -> ssl.SSLContext:
        """For a server in Python; `mutual` asks clients for a certificate of this authority."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.server_cert, self.server_key)
        if mutual:
            context.load_verify_locations(self.ca)
            context.verify_mode = ssl.CERT_REQUIRED
        return context
