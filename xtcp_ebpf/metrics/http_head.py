"""The head of an HTTP request, and an answer as bytes. Bytes in, bytes out; whatever comes, it answers or refuses by number."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Final, NamedTuple

MOST_HEAD_BYTES: Final = 8192
MOST_LINE_BYTES: Final = 2048
MOST_HEADERS: Final = 64
TEXT: Final = "text/plain; charset=utf-8"
_END = re.compile(rb"\r?\n\r?\n")
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


class Request(NamedTuple):
    """A GET or HEAD."""

    method: str
    path: str
    """Without the query."""
    headers: Mapping[str, str]
    """By lower-case names; of one that came twice both values, with a comma between."""
    query: str = ""
    """Without its question mark, as it came."""


class Refused(Exception):
    """It is none that is answered. The text is for whoever sent it."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status = status


class Answer(NamedTuple):
    """What goes back."""

    status: int
    body: bytes
    content_type: str = TEXT
    headers: Mapping[str, str] = {}

    def wire(self, with_body: bool = True) -> bytes:
        """With length and without the connection staying open. Without body it still says how long that is."""
        lines = [
            f"HTTP/1.1 {self.status} {HTTPStatus(self.status).phrase}",
            f"Content-Type: {self.content_type}",
            f"Content-Length: {len(self.body)}",
            "Connection: close",
            "Cache-Control: no-store",
            "X-Content-Type-Options: nosniff",
            *(f"{name}: {value}" for name, value in self.headers.items()),
        ]
        return "\r\n".join([*lines, "", ""]).encode("latin-1") + (self.body if with_body else b"")


class Slow(NamedTuple):
    """An answer that takes its time: the server has it made by another thread, one at a time."""

    seconds: float
    """How long it may take, at most."""
    make: Callable[[Callable[[float], bool]], Answer]
    """Is given what it waits with: so many seconds, or less and with True when nobody wants the answer any more. May raise Refused."""


def head(received: bytes | bytearray) -> bytes | None:
    """The whole head, once it is there. Raises Refused when it is longer than any may be."""
    found = _END.search(received)
    if found and found.end() <= MOST_HEAD_BYTES:
        return bytes(received[: found.start()])
    line_end = received.find(b"\n")
    if (line_end if line_end >= 0 else len(received)) > MOST_LINE_BYTES:
        raise Refused(HTTPStatus.REQUEST_URI_TOO_LONG, f"the first line is longer than {MOST_LINE_BYTES} bytes")
    if found or len(received) > MOST_HEAD_BYTES:
        raise Refused(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, f"the head is longer than {MOST_HEAD_BYTES} bytes")
    return None


def parse(head: bytes) -> Request:
    """Raises Refused."""
    line, *rest = head.decode("latin-1").replace("\r\n", "\n").split("\n")
    if len(line) > MOST_LINE_BYTES:
        raise Refused(HTTPStatus.REQUEST_URI_TOO_LONG, f"the first line is longer than {MOST_LINE_BYTES} bytes")
    words = line.split(" ")
    if len(words) != 3 or not all(words) or _CONTROL.search(line) or not _TOKEN.fullmatch(words[0]) or not words[2].startswith("HTTP/"):
        raise Refused(HTTPStatus.BAD_REQUEST, "this is no HTTP request")
    method, target, version = words
    if version not in ("HTTP/1.0", "HTTP/1.1"):
        raise Refused(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, "HTTP/1.0 and HTTP/1.1 are understood")
    if method not in ("GET", "HEAD"):
        raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, "only GET and HEAD")
    if target.lower().startswith(("http://", "https://")):
        target = "/" + target.partition("://")[2].partition("/")[2]
    if not target.startswith("/"):
        raise Refused(HTTPStatus.BAD_REQUEST, "a path begins with a slash")
    path, _, query = target.partition("#")[0].partition("?")
    return Request(method, path, _headers(rest), query)


def _headers(lines: list[str]) -> dict[str, str]:
    if len(lines) > MOST_HEADERS:
        raise Refused(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, f"more than {MOST_HEADERS} headers")
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or not _TOKEN.fullmatch(name) or _CONTROL.search(value):
            raise Refused(HTTPStatus.BAD_REQUEST, "a header is no header")
        key, value = name.lower(), value.strip(" \t")
        headers[key] = f"{headers[key]}, {value}" if key in headers else value
    return headers


def accepts(header: str, wanted: str) -> bool:
    """Does an Accept or Accept-Encoding name it, and not with q=0?"""
    for one in header.lower().split(","):
        name, *parameters = (part.strip() for part in one.split(";"))
        if name == wanted:
            return not any(re.fullmatch(r"q\s*=\s*0(\.0*)?", parameter) for parameter in parameters)
    return False
