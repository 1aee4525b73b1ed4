"""What s3parquet: does before a store answers, and with one that answers as it is told."""

from __future__ import annotations

import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from parquet_world import payloads
from s3_world import Quick, answered, refused, target
from servers.process import HOST, free_port

from xtcp_ebpf.destinations import s3parquet
from xtcp_ebpf.errors import BadAddress


class Fickle(http.server.BaseHTTPRequestHandler):
    """An S3 of a few lines that answers as it is told, and keeps what it was asked."""

    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, dict[str, str]]]
    status: int

    def answer(self) -> None:
        type(self).asked.append((f"{self.command} {self.path}", {name.lower(): value for name, value in self.headers.items()}))
        code = {403: "AccessDenied", 500: "InternalError", 503: "SlowDown"}[self.status]
        body = f"<Error><Code>{code}</Code><Message>m</Message></Error>".encode()
        self.send_response(self.status)
        self.send_header("Content-Length", "0" if self.command == "HEAD" else str(len(body)))
        self.end_headers()
        self.wfile.write(b"" if self.command == "HEAD" else body)

    do_HEAD = do_POST = do_PUT = answer  # noqa: N815  http.server calls them so

    def log_message(self, *_: Any) -> None: ...


@contextmanager
def fickle(status: int) -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    """Its URL and what it was asked."""
    handler = type("Handler", (Fickle,), {"asked": [], "status": status})
    with http.server.ThreadingHTTPServer((HOST, 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_port}", handler.asked  # type: ignore[attr-defined]  # made by type()
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("attempts", [1, 4])
def test_tries_of_one_upload(attempts: int) -> None:
    """So many as -s3UploadMaxAttempts says, with the same key; then it is the sender's turn: nothing is dropped for it."""
    with fickle(503) as (url, asked):
        error = answered(target(url, s3_upload_max_attempts=attempts, s3_skip_bucket_probe=True), payloads(0, 2, 2))
        assert error.reason == "busy"
        assert len(asked) == attempts
        assert len({request for request, _ in asked}) == 1


def test_tries_end_within_seconds() -> None:
    """However many are allowed. The clock of this test runs ten times as fast."""
    with fickle(500) as (url, asked):
        where = target(url, s3_upload_max_attempts=100, s3_upload_backoff_cap=0.5, s3_skip_bucket_probe=True)
        sink = s3parquet.open(where, Quick())
        began = time.monotonic()
        (answer,) = sink.send_all(payloads(0, 2, 1))
        assert answer and (answer.reason, answer.retry) == ("server", True)
        assert 0.2 < time.monotonic() - began < 3
        assert 5 < len(asked) < 100


def test_session_token() -> None:
    """It goes with each request, in its own header (versitygw knows no such tokens; what AWS would do with it is not tried here)."""
    with fickle(403) as (url, asked):
        error = answered(target(url, s3_session_token="t0ken", s3_skip_bucket_probe=True), payloads(0, 2, 1))
        assert error.reason == "denied" and "t0ken" not in str(error)
        assert {headers.get("x-amz-security-token") for _, headers in asked} == {"t0ken"}
        assert len(asked) == 1


def test_the_bucket_is_not_asked_for() -> None:
    """-s3SkipBucketProbe: opening it sends nothing, to an address where nobody listens too."""
    s3parquet.open(target(f"{HOST}:{free_port()}", s3_skip_bucket_probe=True)).close()


def test_no_such_host() -> None:
    """A name that does not resolve may do so later."""
    error = refused(target("http://no-such-host.invalid:9000"))
    assert (error.reason, error.retry) == ("resolve", True)


@pytest.mark.parametrize(
    ("address", "knobs", "problem"),
    [
        ("h:9000", {"s3_bucket": ""}, "a bucket is missing"),
        ("h:9000", {"s3_bucket": "ab"}, "-s3Bucket"),
        ("h:9000", {"s3_bucket": "a/b"}, "-s3Bucket"),
        ("s3://h", {}, "not s3://"),
        ("http://", {}, "no HOST:PORT"),
        ("h:x", {}, "no HOST:PORT"),
        ("h h", {}, "no HOST:PORT"),
        ("http://h:9000/bucket", {}, "has no path"),
        ("http://h:9000?x=1", {}, "has no path"),
        ("http://key:s3cret@h:9000", {}, "keys do not stand in the endpoint"),
        ("http://h:9000", {"dest_tls": True}, "contradict"),
        ("https://h:9000", {"dest_verify": False}, "-destCa"),
        ("h:9000", {"dest_cert": "/c"}, "-destCert"),
        ("h:9000", {"s3_secret_key": ""}, "goes with -s3SecretKeyFile"),
        ("h:9000", {"s3_access_key": ""}, "goes with -s3AccessKey"),
        ("h:9000", {"s3_access_key": "", "s3_secret_key": "", "s3_session_token": "t"}, "session token"),
        ("h:9000", {"s3_prefix": "../x"}, "-s3Prefix"),
    ],
)
def test_what_cannot_be_meant(address: str, knobs: dict[str, Any], problem: str) -> None:
    """Refused before anything is touched, by a message that names what to write and no secret."""
    with pytest.raises(BadAddress) as wrong:
        s3parquet.check(target(address, **knobs))
    assert str(wrong.value).startswith("-dest s3parquet:")
    assert problem in str(wrong.value)
    assert "s3cret" not in str(wrong.value)


@pytest.mark.parametrize("address", ["", "h", "h:9000", "http://h", "https://h:1/", "[::1]:9000", "http://[::1]:9000"])
def test_what_can_be_meant(address: str) -> None:
    """An endpoint by name or address, with or without scheme and port; none: AWS."""
    s3parquet.check(target(address))
    assert s3parquet.Options.of(target("")).where == "s3parquet:https://AWS, bucket rows"
