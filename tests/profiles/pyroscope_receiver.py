"""The other end of Pyroscope's ingest protocol, as its clients speak it: push.v1.PusherService/Push, at a real HTTP server on loopback."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import NamedTuple, Self

from xtcp_ebpf.pb.pprof_pb2 import PprofProfile
from xtcp_ebpf.wire.framing import read_varint

PUSH = "/push.v1.PusherService/Push"


class Push(NamedTuple):
    """One upload."""

    path: str
    headers: Mapping[str, str]
    labels: Mapping[str, str]
    profiles: list[PprofProfile]


def fields(message: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and content of each field of a protobuf message that has only texts and messages."""
    at = 0
    while at < len(message):
        tag, at = read_varint(message, at)
        assert tag & 7 == 2, f"field {tag >> 3} is neither text nor message"
        length, at = read_varint(message, at)
        yield tag >> 3, message[at : at + length]
        at += length


def decoded(body: bytes) -> tuple[dict[str, str], list[PprofProfile]]:
    """Labels and profiles of a PushRequest: series = 1 {labels = 1 {name = 1, value = 2}, samples = 2 {raw_profile = 1}}."""
    labels, profiles = {}, []
    for _, series in fields(body):
        for number, content in fields(series):
            if number == 1:
                pair = dict(fields(content))
                labels[pair[1].decode()] = pair[2].decode()
            else:
                raw = dict(fields(content))[1]
                profiles.append(PprofProfile.FromString(gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw))
    return labels, profiles


@dataclass
class Seen:
    """One sample."""

    stack: list[str]
    thread: str
    value: int


def samples(profile: PprofProfile) -> list[Seen]:
    """In words."""
    texts = profile.string_table
    functions = {function.id: texts[function.name] for function in profile.function}
    locations = {location.id: [functions[line.function_id] for line in location.line] for location in profile.location}
    seen = []
    for sample in profile.sample:
        labels = {texts[label.key]: texts[label.str] for label in sample.label}
        stack = [name for number in sample.location_id for name in locations[number]]
        seen.append(Seen(stack, labels.get("thread_name", ""), sample.value[0]))
    return seen


class Receiver:
    """Takes what comes, from the start of the block to its end."""

    def __init__(self) -> None:
        self.pushes: list[Push] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if self.headers.get("Content-Encoding") == "gzip":
                    body = gzip.decompress(body)
                headers = {name.lower(): value for name, value in self.headers.items()}
                receiver.pushes.append(Push(self.path, headers, *decoded(body)))
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None: ...

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="receiver")

    def samples(self) -> list[Seen]:
        """Of all that came."""
        return [seen for push in list(self.pushes) for profile in push.profiles for seen in samples(profile)]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
