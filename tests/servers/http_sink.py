"""A real HTTP or HTTPS server in threads of this process: it keeps every request and answers what a test wants.

    sink = HttpSink()
    sink.start()
    sink.script(503, HANG_UP, 200)    # the next three requests; the rest is answered by `sink.answer`, 200 unless set
    sink.requests[0].body

It starts, stops, is killed, frozen and started again as the servers that are processes (process.py).
"""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from servers.certificates import Certificates
from servers.process import HOST, free_port

SILENCE = 20.0
"""Seconds after which a connection that says nothing is closed."""


@dataclass(frozen=True)
class Request:
    """One request, whole. Names of headers are in lower case."""

    method: str
    target: str
    """Path and query as they came."""
    headers: Mapping[str, str]
    raw: bytes
    """The body as it came, `body` without its Content-Encoding."""
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        """The last value of each."""
        return {name: values[-1] for name, values in parse_qs(urlsplit(self.target).query, keep_blank_values=True).items()}


@dataclass(frozen=True)
class Answer:
    """`after` seconds; status 0 closes the connection and says nothing."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    after: float = 0.0


HANG_UP = Answer(0)


def decoded(body: bytes, encoding: str) -> bytes:
    """Without its Content-Encoding. Raises ValueError."""
    if encoding in ("", "identity"):
        return body
    if encoding == "gzip":
        return gzip.decompress(body)
    if encoding == "zstd":
        import pyarrow  # only when somebody sends zstd: it is large

        return bytes(pyarrow.CompressedInputStream(pyarrow.BufferReader(body), "zstd").read())
    raise ValueError(f"Content-Encoding {encoding}")


class HttpSink:
    """`tls`: HTTPS; `mutual`: clients must show a certificate. `answer` is asked for each request that `script` does not settle."""

    def __init__(self, tls: Certificates | None = None, mutual: bool = False) -> None:
        self.port = free_port()
        self.requests: list[Request] = []
        self.refused: list[str] = []
        """Why TLS handshakes failed."""
        self.answer: Callable[[Request], Answer] = lambda _request: Answer()
        self.flow = threading.Event()
        self.flow.set()
        self.ended = threading.Event()
        self.context = tls.server_context(mutual) if tls else None
        self._script: deque[Answer] = deque()
        self._server: _Listener | None = None
        self._thread: threading.Thread | None = None

    @property
    def address(self) -> str:
        """HOST:PORT."""
        return f"{HOST}:{self.port}"

    @property
    def url(self) -> str:
        """Without a path."""
        return f"{'https' if self.context else 'http'}://{self.address}"

    @property
    def running(self) -> bool:
        return self._server is not None

    def script(self, *answers: int | Answer) -> None:
        """What the next requests get, one each; a number is a status."""
        self._script.extend(Answer(one) if isinstance(one, int) else one for one in answers)

    def take(self, request: Request) -> Answer:
        """Keeps a request, and knows what to answer."""
        self.requests.append(request)
        return self._script.popleft() if self._script else self.answer(request)

    def bodies(self) -> list[bytes]:
        """Of all requests."""
        return [request.body for request in self.requests]

    def start(self) -> None:
        """Listens, on the same port each time."""
        assert not self.running, "the sink runs already"
        self.ended.clear()
        self._server = _Listener(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="http-sink", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Closes every connection at once, as the kernel does for a process that ended; what was kept stays."""
        server, self._server = self._server, None
        if server is None:
            return
        self.ended.set()
        self.flow.set()
        server.shutdown()
        server.cut()
        server.server_close()
        assert self._thread is not None
        self._thread.join()

    kill = stop

    def restart(self) -> None:
        self.stop()
        self.start()

    def freeze(self) -> None:
        """From now on nothing is read and nothing answered; connections stay."""
        self.flow.clear()

    def thaw(self) -> None:
        self.flow.set()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()


class _Listener(ThreadingHTTPServer):
    daemon_threads = True  # a sink that nobody stopped does not keep the process
    request_queue_size = 64

    def __init__(self, sink: HttpSink) -> None:
        self.sink = sink
        self._open: dict[threading.Thread, socket.socket] = {}
        self._lock = threading.Lock()
        super().__init__((HOST, sink.port), _Handler)

    def finish_request(self, request: Any, client_address: Any) -> None:
        me = threading.current_thread()
        request.settimeout(SILENCE)
        with self._lock:
            self._open[me] = request
        try:
            # In the connection's own thread: a client that is slow to shake hands delays nobody.
            if self.sink.context:
                request = self._shaken(self.sink.context, request)
                with self._lock:
                    self._open[me] = request
            if not self.sink.ended.is_set():
                super().finish_request(request, client_address)
        except OSError:
            pass  # the client went, or we did
        finally:
            with self._lock:
                del self._open[me]
            request.close()

    def _shaken(self, context: ssl.SSLContext, request: socket.socket) -> ssl.SSLSocket:
        try:
            return context.wrap_socket(request, server_side=True)
        except OSError as error:
            self.sink.refused.append(str(error))
            raise

    def cut(self) -> None:
        """Closes all connections, and waits for their threads."""
        with self._lock:
            left = list(self._open)
            for one in self._open.values():
                with suppress(OSError):  # the client was quicker
                    socket.socket.shutdown(one, socket.SHUT_RDWR)  # TLS too: without a good-bye
        for thread in left:
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Listener

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):
            return self._do
        raise AttributeError(name)

    def _do(self) -> None:
        sink = self.server.sink
        sink.flow.wait()
        raw = self._body()
        headers = {name.lower(): value for name, value in self.headers.items()}
        try:
            body = decoded(raw, headers.get("content-encoding", ""))
        except (ValueError, OSError, EOFError) as error:
            self._say(Answer(400, str(error).encode()))
            return
        answer = sink.take(Request(self.command, self.path, headers, raw, body))
        sink.flow.wait()
        if answer.after:
            sink.ended.wait(answer.after)
        self._say(answer)

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self._exactly(int(self.headers.get("Content-Length", 0)))
        pieces = []
        while size := int(self.rfile.readline().partition(b";")[0], 16):
            pieces.append(self._exactly(size))
            self.rfile.readline()
        while self.rfile.readline() not in (b"\r\n", b"\n", b""):
            pass
        return b"".join(pieces)

    def _exactly(self, size: int) -> bytes:
        data = self.rfile.read(size)
        if len(data) < size:
            raise ConnectionError("cut off")
        return data

    def _say(self, answer: Answer) -> None:
        if not answer.status or self.server.sink.ended.is_set():
            self.close_connection = True
            return
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        bodiless = answer.status in (204, 304)
        if not bodiless:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if not bodiless and self.command != "HEAD":
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: Any) -> None:
        pass
