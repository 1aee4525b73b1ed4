"""What a consumer of the real servers reads, without the clients that xtcp_ebpf uses where that is little work: here NATS and NSQ."""

from __future__ import annotations

import json
import socket
import struct
from typing import Any

from servers.nats import Nats
from servers.nsqd import Nsqd
from servers.process import HOST

INBOX = "_INBOX.far"
QUIET = 0.05
"""Seconds without a message after which all that is there has been read."""


class NatsEnd:
    """JetStream, spoken to in NATS' own protocol. Streams also keep what core NATS publishes."""

    def __init__(self, server: Nats, user: str = "", password: str = "") -> None:
        self._server = server
        self._login = {"user": user, "pass": password} if user else {}

    def make_stream(self, *subjects: str, name: str = "FAR", **config: Any) -> None:
        """A stream on disk for these subjects."""
        wanted = {"name": name, "subjects": subjects, "allow_direct": True, "storage": "file", **config}
        _, body = self._ask(f"$JS.API.STREAM.CREATE.{name}", wanted, 1)[0]
        assert "error" not in json.loads(body), body

    def update_stream(self, *subjects: str, name: str = "FAR", **config: Any) -> None:
        """Other settings for it."""
        wanted = {"name": name, "subjects": subjects, "allow_direct": True, "storage": "file", **config}
        _, body = self._ask(f"$JS.API.STREAM.UPDATE.{name}", wanted, 1)[0]
        assert "error" not in json.loads(body), body

    def messages(self, name: str = "FAR") -> list[bytes]:
        """All that the stream holds."""
        answers = self._ask(f"$JS.API.DIRECT.GET.{name}", {"seq": 1, "batch": 100000, "max_bytes": 1 << 30}, 100001)
        return [body for head, body in answers if b"\r\nNats-Sequence:" in head]

    def _ask(self, subject: str, question: dict[str, Any], most: int) -> list[tuple[bytes, bytes]]:
        """(headers, body) of up to `most` answers; one without a sequence number is the last."""
        text = json.dumps(question).encode()
        login = json.dumps({"verbose": False, "headers": True, "no_responders": True, **self._login}).encode()
        found: list[tuple[bytes, bytes]] = []
        with socket.create_connection((HOST, self._server.port), 5) as sock, sock.makefile("rb") as stream:
            sock.sendall(b"CONNECT %b\r\nSUB %b 1\r\n" % (login, INBOX.encode()))
            sock.sendall(b"PUB %b %b %d\r\n%b\r\n" % (subject.encode(), INBOX.encode(), len(text), text))
            while len(found) < most:
                kind, *words = stream.readline().split()
                assert kind != b"-ERR", words
                if kind not in (b"MSG", b"HMSG"):
                    continue
                head_size = int(words[-2]) if kind == b"HMSG" else 0
                head, body = stream.read(head_size), stream.read(int(words[-1]) - head_size)
                stream.readline()
                found.append((head, body))
                if b"\r\nNats-Sequence:" not in head:
                    break
        return found


class NsqEnd:
    """A consumer of one topic. What it has read it has finished, and keeps, in the order of publishing."""

    def __init__(self, server: Nsqd, topic: str = "xtcp") -> None:
        self._server = server
        self._topic = topic
        self._sock: socket.socket | None = None
        self._read: dict[bytes, tuple[int, bytes]] = {}

    def messages(self) -> list[bytes]:
        """All until now. A server that is away has no more to say."""
        try:
            self._take()
        except TimeoutError:
            pass
        except OSError:
            self.close()
        return [body for _, body in sorted(self._read.values())]

    def _take(self) -> None:
        if self._sock is None:
            self._sock = socket.create_connection((HOST, self._server.port), 5)
            self._sock.sendall(b"  V2SUB %b far\nRDY 2500\n" % self._topic.encode())
        while True:
            self._sock.settimeout(QUIET)
            size = self._exactly(4)
            self._sock.settimeout(5)
            frame = self._exactly(struct.unpack(">I", size)[0])
            kind, text = frame[:4], frame[4:]
            assert kind != b"\0\0\0\1", text
            if kind == b"\0\0\0\2":
                self._read[text[10:26]] = struct.unpack(">Q", text[:8])[0], text[26:]
                self._sock.sendall(b"FIN %b\n" % text[10:26])
            elif text == b"_heartbeat_":
                self._sock.sendall(b"NOP\n")

    def _exactly(self, size: int) -> bytes:
        assert self._sock is not None
        data = b""
        while len(data) < size:
            more = self._sock.recv(size - len(data))
            if not more:
                raise ConnectionResetError
            data += more
        return data

    def close(self) -> None:
        """What was read stays."""
        if self._sock is not None:
            self._sock.close()
            self._sock = None
