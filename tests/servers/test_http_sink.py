"""The HTTP server of the tests: what it keeps, what it answers, how it goes and comes back."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPSConnection, RemoteDisconnected

import pyarrow
import pytest

from servers import authority
from servers.http_sink import HANG_UP, Answer, HttpSink, Request
from servers.process import HOST, until


@pytest.fixture
def sink() -> Iterator[HttpSink]:
    """Listening."""
    with HttpSink() as made:
        yield made


def post(sink: HttpSink, body: bytes | Iterator[bytes], path: str = "/", **headers: str) -> tuple[int, bytes]:
    """Status and body of the answer to one request of its own connection."""
    connection = HTTPConnection(HOST, sink.port, timeout=5)
    try:
        connection.request("POST", path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def gone(sock: socket.socket) -> bool:
    """The other side has closed, or reset where something was unread."""
    try:
        return sock.recv(99) == b""
    except ConnectionResetError:
        return True


def test_keeps_what_it_was_sent(sink: HttpSink) -> None:
    """Method, path, query, headers and body, over connections that stay."""
    connection = HTTPConnection(HOST, sink.port, timeout=5)
    for number in range(3):
        connection.request("POST", "/a/b?query=INSERT%20INTO&empty=", b"%d" % number, {"X-Kind": "rows"})
        assert connection.getresponse().read() == b""
    connection.close()
    assert sink.bodies() == [b"0", b"1", b"2"]
    first = sink.requests[0]
    assert (first.method, first.path, first.query) == ("POST", "/a/b", {"query": "INSERT INTO", "empty": ""})
    assert first.headers["x-kind"] == "rows"


def test_knows_bodies_that_are_coded(sink: HttpSink) -> None:
    """gzip, zstd and chunks; what is damaged or not known is a 400 and not kept."""
    plain = b"rows " * 10_000
    squeezed = pyarrow.BufferOutputStream()
    with pyarrow.CompressedOutputStream(squeezed, "zstd") as out:
        out.write(plain)
    zstd = squeezed.getvalue().to_pybytes()
    assert post(sink, gzip.compress(plain), Content_Encoding="gzip")[0] == 200
    assert post(sink, zstd, Content_Encoding="zstd")[0] == 200
    assert post(sink, iter([plain[:7], plain[7:]]))[0] == 200
    assert sink.bodies() == [plain] * 3
    assert len(sink.requests[1].raw) == len(zstd)
    for body, encoding in ((plain, "gzip"), (gzip.compress(plain)[:-9], "gzip"), (b"x", "zstd"), (plain, "br")):
        assert post(sink, body, Content_Encoding=encoding)[0] == 400
    assert len(sink.requests) == 3


def test_answers_what_it_is_told(sink: HttpSink) -> None:
    """First what was scripted, then what `answer` says; a refusal may be silence."""
    sink.script(503, HANG_UP, Answer(429, b"later", {"Retry-After": "1"}))
    sink.answer = lambda request: Answer(413 if len(request.body) > 3 else 201)
    assert post(sink, b"1")[0] == 503
    with pytest.raises(RemoteDisconnected):
        post(sink, b"2")
    assert post(sink, b"3") == (429, b"later")
    assert [post(sink, b"4")[0], post(sink, b"long")[0]] == [201, 413]
    assert len(sink.requests) == 5


def test_goes_and_comes_back_on_its_port(sink: HttpSink) -> None:
    """Open connections end at once, nobody listens, and then it goes on and has what it had."""
    post(sink, b"1")
    with socket.create_connection((HOST, sink.port), 5) as idle:
        idle.sendall(b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n12")
        sink.kill()
        assert gone(idle)
    with pytest.raises(ConnectionRefusedError):
        post(sink, b"2")
    sink.start()
    post(sink, b"3")
    assert sink.bodies() == [b"1", b"3"]
    assert sum(thread.name == "http-sink" for thread in threading.enumerate()) == 1


def test_frozen_or_slow_it_answers_later(sink: HttpSink) -> None:
    """A frozen sink reads nothing until it is thawed; an answer can be told to take its time, and stop() does not wait for it."""
    sink.freeze()
    answers: list[tuple[int, bytes]] = []
    client = threading.Thread(target=lambda: answers.append(post(sink, b"1")))
    client.start()
    client.join(0.1)
    assert (answers, sink.requests) == ([], [])
    sink.thaw()
    client.join(5)
    assert answers == [(200, b"")]
    sink.script(Answer(200, after=60))
    with socket.create_connection((HOST, sink.port), 5) as waiting:
        waiting.sendall(b"POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\n2")
        until(lambda: len(sink.requests) == 2, "the second request")
        sink.stop()
        assert gone(waiting)


def https(sink: HttpSink, context: ssl.SSLContext) -> HTTPSConnection:
    return HTTPSConnection(HOST, sink.port, timeout=5, context=context)


def test_https_shows_and_wants_certificates() -> None:
    """Who trusts it and shows a certificate of the authority gets in; the others do not, and it is known why."""
    with HttpSink(authority(), mutual=True) as sink:
        assert sink.url.startswith("https://")
        right = https(sink, authority().client_context(with_certificate=True))
        right.request("POST", "/", b"rows")
        assert right.getresponse().status == 200
        right.close()
        for wrong in (authority().client_context(), ssl.create_default_context(cafile=authority().stranger)):
            with pytest.raises(OSError, match=r"(?i)certificate|reset|closed|eof|pipe"), closing(https(sink, wrong)) as refused:
                refused.request("GET", "/")
                refused.getresponse()
        until(lambda: len(sink.refused) == 2, "both refusals")
        assert sink.bodies() == [b"rows"]


def test_requests_compare_by_what_they_hold() -> None:
    """The last of several values of a query counts."""
    assert Request("GET", "/p?a=1&a=2", {}, b"", b"").query == {"a": "2"}
