"""Requests taken apart, whatever they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.metrics.http_head import MOST_HEAD_BYTES, MOST_HEADERS, MOST_LINE_BYTES, Answer, Refused, Request, accepts, head, parse


def test_a_request() -> None:
    """Method, path, query, headers by lower-case names; a whole address as a proxy sends it."""
    assert parse(b"GET /metrics?x=1#y HTTP/1.1\r\nHost: a\r\nAccept:  b \r\nACCEPT: c") == Request(
        "GET", "/metrics", {"host": "a", "accept": "b, c"}, "x=1"
    )
    assert parse(b"HEAD http://h:1/readyz HTTP/1.0") == Request("HEAD", "/readyz", {})
    assert parse(b"GET http://h HTTP/1.0").path == "/"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (b"", 400),
        (b"GET", 400),
        (b"GET  HTTP/1.1", 400),
        (b"GET / HTTP/1.1 x", 400),
        (b"GET metrics HTTP/1.1", 400),
        (b"G(T / HTTP/1.1", 400),
        (b"GET /\0 HTTP/1.1", 400),
        (b"GET / SIP/2.0", 400),
        (b"GET / HTTP/1.1\r\nno header", 400),
        (b"GET / HTTP/1.1\r\n folded: x", 400),
        (b"GET / HTTP/1.1\r\na: \x01", 400),
        (b"POST / HTTP/1.1", 405),
        (b"GET /" + b"a" * MOST_LINE_BYTES + b" HTTP/1.1", 414),
        (b"GET / HTTP/1.1" + b"\r\na: b" * (MOST_HEADERS + 1), 431),
        (b"GET / HTTP/2.0", 505),
    ],
)
def test_what_is_refused(words: bytes, status: int) -> None:
    """By the number that HTTP has for it."""
    with pytest.raises(Refused) as caught:
        parse(words)
    assert caught.value.status == status


def test_a_head_is_waited_for_but_not_for_ever() -> None:
    """Until its empty line; a line or a head that is too long is refused before it ends."""
    assert head(b"GET / HTTP/1.1\r\nHost: x\r\n") is None
    assert head(b"GET / HTTP/1.1\r\nHost: x\r\n\r\nrest") == b"GET / HTTP/1.1\r\nHost: x"
    assert head(b"GET / HTTP/1.0\n\n") == b"GET / HTTP/1.0"
    for words, status in ((b"x" * (MOST_LINE_BYTES + 1), 414), (b"GET / HTTP/1.1\r\n" + b"y" * MOST_HEAD_BYTES, 431)):
        with pytest.raises(Refused) as caught:
            head(words)
        assert caught.value.status == status


@given(st.binary(max_size=300))
def test_anything_is_taken_or_refused(words: bytes) -> None:
    """No bytes make it fail in another way."""
    try:
        whole = head(words)
        request = parse(whole if whole is not None else words)
        assert request.path.startswith("/")
    except Refused as refused:
        assert 400 <= refused.status < 600


@pytest.mark.parametrize(
    ("header", "answer"),
    [("gzip", True), ("br, GZIP;q=0.5", True), ("gzip;q=0", False), ("gzip; q=0.000", False), ("", False), ("xgzip", False)],
)
def test_accepts(header: str, answer: bool) -> None:
    """Named, in any case, and not with q=0."""
    assert accepts(header, "gzip") is answer


def test_an_answer_on_the_wire() -> None:
    """Its length is told, with the body or without."""
    answer = Answer(200, b"ok\n", headers={"X": "y"})
    assert answer.wire().startswith(b"HTTP/1.1 200 OK\r\n")
    assert answer.wire().endswith(b"\r\nX: y\r\n\r\nok\n")
    assert answer.wire(with_body=False) == answer.wire().removesuffix(b"ok\n")
    assert b"Content-Length: 3\r\n" in answer.wire()
