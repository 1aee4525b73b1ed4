"""nsqd, the daemon of NSQ, built from its Go module."""

from __future__ import annotations

import json
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from servers.cache import go_program
from servers.certificates import Certificates
from servers.http_sink import Answer, HttpSink, Request
from servers.process import HOST, Server, free_port, listening

VERSION = "1.2.1"
MOVED = "replace github.com/judwhite/go-svc => github.com/mreiferson/go-svc v1.2.2-0.20210815184239-7a96e00010f6\n"
"""The module that it names is gone from the proxy; this is where NSQ's author keeps it."""


def obtain() -> Path:
    """The program. Raises CannotMake."""
    return go_program("nsqd", "github.com/nsqio/nsq", f"v{VERSION}", "apps/nsqd", MOVED)


class Nsqd(Server):
    """`port` takes clients, `http_port` answers questions without TLS.

    It writes each message to disk, but confirms a moment before: kill -9 loses what is not `on_disk`.

    `tls`: connections are upgraded after IDENTIFY, and must be (`tls-required`); `mutual`: clients must show a certificate.
    `secret`: clients must send it with AUTH; an auth server of ours, as nsqd wants one, knows that secret only.
    `settings` are further flags.
    """

    def __init__(
        self, folder: Path, secret: str = "", tls: Certificates | None = None, mutual: bool = False, settings: Sequence[str] = ()
    ) -> None:
        super().__init__(folder)
        self._program = obtain()
        self.http_port = free_port()
        (self.folder / "data").mkdir(exist_ok=True)
        flags = {"tcp-address": self.address, "http-address": f"{HOST}:{self.http_port}", "data-path": str(self.folder / "data")}
        flags |= {"mem-queue-size": "0", "sync-every": "1", "broadcast-address": HOST}
        if tls:
            flags |= {"tls-cert": str(tls.server_cert), "tls-key": str(tls.server_key), "tls-required": "tcp-https"}
            if mutual:
                flags |= {"tls-root-ca-file": str(tls.ca), "tls-client-auth-policy": "require-verify"}
        self._secret = secret
        self._auth = HttpSink() if secret else None
        if self._auth:
            self._auth.answer = self._authorise
            flags["auth-http-address"] = self._auth.address
        self._flags = [f"-{name}={value}" for name, value in flags.items()] + list(settings)

    def _authorise(self, request: Request) -> Answer:
        allowed = {"topic": ".*", "channels": [".*"], "permissions": ["publish", "subscribe"]}
        # nsqd takes no 403 for a no, but an answer without rights.
        rights = [allowed] if request.query.get("secret") == self._secret else []
        state = {"ttl": 3600, "identity": "test", "identity_url": "", "authorizations": rights}
        return Answer(200, json.dumps(state).encode(), {"Content-Type": "application/json"})

    def start(self) -> None:
        if self._auth and not self._auth.running:
            self._auth.start()
        super().start()

    def stop(self) -> None:
        super().stop()
        if self._auth:
            self._auth.stop()

    def command(self) -> list[str]:
        return [str(self._program), *self._flags]

    def answers(self) -> bool:
        return self.asked("/ping") == b"OK" and listening(self.port)

    def asked(self, path: str, method: str = "GET", body: bytes = b"") -> bytes:
        """What its HTTP interface answers; b"" unless that is a 200. Raises OSError."""
        connection = HTTPConnection(HOST, self.http_port, timeout=5)
        try:
            connection.request(method, path, body)
            answer = connection.getresponse()
            return answer.read() if answer.status == 200 else b""
        finally:
            connection.close()

    def depth(self, topic: str) -> int:
        """How many messages it has of a topic that nobody has taken yet, and over all its channels."""
        stats: dict[str, Any] = json.loads(self.asked(f"/stats?format=json&topic={topic}"))
        return sum(one["depth"] + sum(channel["depth"] for channel in one["channels"]) for one in stats["topics"])

    def on_disk(self, topic: str) -> int:
        """The same, of what would survive kill -9."""
        files = (self.folder / "data").glob(f"{topic}[.:]*meta.dat")
        return sum(int(path.read_text().partition("\n")[0]) for path in files)
