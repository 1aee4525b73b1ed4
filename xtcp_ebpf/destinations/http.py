"""`http://...` and `https://...`: a POST for each payload, on one connection that is kept; the preamble first in each body.

The URL is taken whole, with its query, so that ClickHouse can be written to straight away:

    -dest 'http://HOST:8123/?query=INSERT INTO xtcp FORMAT ProtobufList&format_schema=xtcp_flat_record:XtcpFlatRecord'

A payload is confirmed by a status of 2xx and the whole answer; what other statuses mean stands in _http_answer.py. Redirects are not
followed, and proxies that the environment names are not used. A connection that the server closed while nothing was under way is opened
anew without a word.
"""

from __future__ import annotations

import base64
import http.client
import select
import socket
import ssl
import sys
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from xtcp_ebpf.abc import Clock, Target
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.destinations import _http_headers, _tls, _url
from xtcp_ebpf.destinations._extra import need
from xtcp_ebpf.destinations._http_answer import Answer, Learnt, judge
from xtcp_ebpf.destinations._secret import secret
from xtcp_ebpf.destinations._stream import CONNECT_SECONDS, keep_alive
from xtcp_ebpf.errors import BadAddress, SendError
from xtcp_ebpf.mask import masked, visible, without_secrets
from xtcp_ebpf.version import program

ANSWER_SECONDS = 10.0
"""How long one answer may take, unless -produceTimeout says."""
MOST_OF_A_BODY = 1 << 20
"""Of an answer; with a longer one the connection is given up."""
KEPT_OF_A_BODY = 1 << 16
LEVEL = 1
"""Of gzip and of zstd: higher ones cost three times as much and save a sixth."""

_learnt: dict[str, Learnt] = {}
"""By URL: a sink lives no longer than its connection."""


@dataclass(frozen=True, slots=True)
class Options:
    url: _url.Url
    tls: bool
    timeout: float
    """Seconds."""
    compression: str

    @classmethod
    def of(cls, target: Target) -> Options:
        """Raises BadAddress."""
        knobs = target.knobs
        url = _url.parse(target)
        if not url.user and (knobs.dest_user and (knobs.dest_token or knobs.dest_token_file)):
            raise BadAddress(f"-dest {target.where}: there are two logins, -destUser and a token: leave one out")
        return cls(url, target.scheme == "https", knobs.produce_timeout or ANSWER_SECONDS, knobs.http_compression)


class HttpSink:
    """Owns `connection`, which is connected. `secrets` are kept out of messages; `encode` makes a body of a payload."""

    def __init__(
        self,
        connection: http.client.HTTPConnection,
        target: Target,
        options: Options,
        headers: dict[str, str],
        secrets: tuple[str, ...],
        encode: Callable[[bytes], bytes],
        clock: Clock,
    ) -> None:
        self._connection = connection
        self._target = target
        self._options = options
        self._headers = headers
        self._secrets = secrets
        self._encode = encode
        self._clock = clock
        self._learnt = _learnt.setdefault(f"{target.scheme}:{target.address}", Learnt())
        self._used = False
        self.max_payload: int | None = self._learnt.limit

    def send(self, payload: bytes) -> None:
        """Returns when the server has confirmed it. Raises SendError, after which this connection is of no use."""
        document = self._target.preamble + payload
        try:
            answer = self._exchange(self._encode(document))
        except http.client.RemoteDisconnected as error:
            raise SendError("closed", f"{self._target.where}: the server closed the connection without an answer") from error
        except http.client.HTTPException as error:
            text = f"its answer is cut off or no HTTP: {self._visible(str(error) or type(error).__name__)}"
            raise SendError("protocol", f"{self._target.where}: {text}") from error
        except OSError as error:
            raise _tls.failure(self._target.where, error) from error
        problem = judge(self._target, answer, self._learnt, len(document), self._clock.now_ns() / 1e9, self._visible)
        if problem is not None:
            raise problem

    def _exchange(self, body: bytes) -> Answer:
        if self._stale():
            connect(self._connection, self._options)
            self._used = False
        try:
            response = self._ask(body)
        except (ConnectionError, ssl.SSLEOFError):
            if not self._used:
                raise
            # The server closed the kept connection while this was on its way, as servers do.
            connect(self._connection, self._options)
            response = self._ask(body)
        self._used = True
        return self._read(response)

    def _stale(self) -> bool:
        """Whether the server has closed the connection, or said something unasked, which is mostly that it is about to."""
        sock = self._connection.sock
        if sock is None:
            return True
        if not _poll(sock):
            return False
        if not isinstance(sock, ssl.SSLSocket):
            return True
        try:
            sock.settimeout(0)
            sock.recv(1)
        except ssl.SSLWantReadError:  # tickets, which TLS keeps to itself
            return False
        except OSError:
            return True
        finally:
            sock.settimeout(self._options.timeout)
        return True

    def _ask(self, body: bytes) -> http.client.HTTPResponse:
        try:
            self._connection.request("POST", self._options.url.path, body, self._headers)
        except OSError:
            # A server that reads no more has mostly said why.
            if self._connection.sock is None or not _poll(self._connection.sock) & select.POLLIN:
                raise
        return self._connection.getresponse()

    def _read(self, response: http.client.HTTPResponse) -> Answer:
        body, size = b"", 0
        while size < MOST_OF_A_BODY and (piece := response.read(65536)):
            body += piece[: KEPT_OF_A_BODY - len(body)]
            size += len(piece)
        if size >= MOST_OF_A_BODY:
            self._connection.close()
        elif response.length:
            raise http.client.IncompleteRead(body, response.length)
        return Answer(response.status, response.reason, response.headers, body)

    def _visible(self, text: str) -> str:
        for word in self._secrets:
            text = text.replace(word, "***")
        return visible(masked(without_secrets(text, f"{self._target.scheme}:{self._target.address}")))

    def close(self) -> None:
        self._connection.close()


def check(target: Target) -> None:
    """Raises BadAddress. Names are not resolved, files are not looked at."""
    Options.of(target)
    _tls.check(target)


def open(target: Target) -> HttpSink:
    """Connects; reads the files with headers and secrets. Raises SendError, without retry where only the operator can mend it."""
    options = Options.of(target)
    encode, encoding = _compressor(target, options.compression)
    headers, secrets = _headers(target, options, encoding)
    url = options.url
    if options.tls:
        context = _tls.context(target)
        context.set_alpn_protocols(["http/1.1"])
        connection: http.client.HTTPConnection = http.client.HTTPSConnection(url.host, url.port, context=context)
    else:
        connection = http.client.HTTPConnection(url.host, url.port)
    try:
        connect(connection, options)
    except OSError as error:
        connection.close()
        raise _tls.failure(target.where, error) from error
    return HttpSink(connection, target, options, headers, secrets, encode, SystemClock())


def connect(connection: http.client.HTTPConnection, options: Options) -> None:
    """Anew. Raises OSError."""
    connection.close()
    connection.timeout = min(CONNECT_SECONDS, options.timeout)
    connection.connect()
    connection.sock.settimeout(options.timeout)
    keep_alive(connection.sock)


def _poll(sock: socket.socket) -> int:
    poll = select.poll()
    poll.register(sock, select.POLLIN | select.POLLRDHUP)
    return sum(events for _fd, events in poll.poll(0))


def _headers(target: Target, options: Options, encoding: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Those of each request, and what of them must not be shown, the longest first."""
    own = _http_headers.read(target)
    names = {name.lower() for name in own}
    login, secrets = _login(target, options)
    if login and "authorization" in names:
        text = f"Authorization stands in -httpHeadersFile {target.knobs.http_headers_file}, and there is another login: leave one out"
        raise SendError("headers", f"{target.where}: {text}", retry=False)
    usual = {"User-Agent": program().replace(" ", "/", 1), "Content-Type": target.content_type, "Authorization": login}
    sent = {name: value for name, value in usual.items() if value and name.lower() not in names} | own
    if encoding:
        sent["Content-Encoding"] = encoding
    hidden = {*secrets, *(value for value in own.values() if len(value) > 5)}
    return sent, tuple(sorted(hidden, key=len, reverse=True))


def _login(target: Target, options: Options) -> tuple[str, tuple[str, ...]]:
    """The Authorization, and the words in it that must not be shown. A login in the URL beats the others."""
    user, password = options.url.user, options.url.password
    if not user and (token := secret(target, "dest_token")):
        if not (token.isascii() and token.isprintable()) or " " in token:
            raise SendError("secret", f"{target.where}: the token has a character that no token may hold", retry=False)
        return f"Bearer {token}", (token,)
    if not user:
        user, password = target.knobs.dest_user, secret(target, "dest_password")
    if not user:
        return "", ()
    basic = base64.b64encode(f"{user}:{password}".encode()).decode()
    return f"Basic {basic}", (basic, *([password] if password else []))


def _compressor(target: Target, kind: str) -> tuple[Callable[[bytes], bytes], str]:
    """What makes a body of a payload, and the Content-Encoding; empty: none."""
    if kind == "gzip":
        return lambda data: zlib.compress(data, LEVEL, 31), kind
    if kind == "zstd":
        if sys.version_info >= (3, 14):
            library = need("compression.zstd", "zstd")
            return lambda data: library.compress(data, LEVEL), kind
        try:
            compressor = need("zstandard", "zstd").ZstdCompressor(level=LEVEL)
        except SendError as error:
            raise SendError(error.reason, f"{target.where}: -httpCompression zstd: {error}", retry=False) from error
        return compressor.compress, kind
    return bytes, ""
