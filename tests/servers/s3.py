"""S3 by versitygw over a folder of files, built from its Go module."""

from __future__ import annotations

import os
from collections.abc import Sequence
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

from servers.cache import go_program
from servers.certificates import Certificates
from servers.process import HOST, Server

VERSION = "1.8.0"


def obtain() -> Path:
    """The program. Raises CannotMake."""
    return go_program("versitygw", "github.com/versity/versitygw", f"v{VERSION}", "cmd/versitygw")


class S3(Server):
    """`bucket` is there; `files` is where its objects are, as plain files named by their keys. `tls`: HTTPS.

    `settings` are further flags.
    """

    access_key = "xtcptests"
    secret_key = "tests/secret+key"
    region = "us-east-1"
    bucket = "rows"

    def __init__(self, folder: Path, tls: Certificates | None = None, settings: Sequence[str] = ()) -> None:
        super().__init__(folder)
        self._program = obtain()
        self._context = tls.client_context() if tls else None
        self._flags = ["--port", self.address, "--region", self.region, "--health", "/health", *settings]
        if tls:
            self._flags += ["--cert", str(tls.server_cert), "--key", str(tls.server_key)]
        self._root = self.folder / "data"
        self.files = self._root / self.bucket
        self.files.mkdir(parents=True, exist_ok=True)

    @property
    def url(self) -> str:
        """The endpoint."""
        return f"{'https' if self._context else 'http'}://{self.address}"

    def command(self) -> list[str]:
        return [str(self._program), *self._flags, "posix", str(self._root)]

    def environment(self) -> dict[str, str]:
        return {**os.environ, "ROOT_ACCESS_KEY": self.access_key, "ROOT_SECRET_KEY": self.secret_key}

    def answers(self) -> bool:
        connection = (
            HTTPSConnection(HOST, self.port, timeout=5, context=self._context)
            if self._context
            else HTTPConnection(HOST, self.port, timeout=5)
        )
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status == 200
        finally:
            connection.close()

    def objects(self) -> list[str]:
        """The keys of what the bucket has, sorted."""
        found = (path.relative_to(self.files) for path in self.files.rglob("*") if path.is_file())
        return sorted(str(path) for path in found if not path.parts[0].startswith("."))
