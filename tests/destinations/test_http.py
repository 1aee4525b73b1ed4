"""POSTs to a real server: what goes out, and what confirms it."""

from __future__ import annotations

import base64
import os
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from posting import refused, target
from servers.certificates import Certificates
from servers.http_sink import Answer, HttpSink

from xtcp_ebpf.destinations import http
from xtcp_ebpf.errors import BadAddress, SendError
from xtcp_ebpf.knobs import Knobs


@pytest.fixture
def server() -> Iterator[HttpSink]:
    with HttpSink() as sink:
        yield sink


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("papers"))


def kept(path: Path, text: str) -> str:
    path.write_text(text)
    path.chmod(0o600)
    return str(path)


def test_a_post(server: HttpSink) -> None:
    """Method, path with its query taken whole, type, host and length; each body begins with the preamble, one connection carries all."""
    sink = http.open(target(f"{server.url}/a b?query=INSERT INTO t, FORMAT=x&y=%20", b"head\n"))
    sink.send(b"1\n")
    connection = sink._connection.sock
    sink.send(b"2\n")
    assert sink._connection.sock is connection
    assert not os.get_inheritable(connection.fileno())
    sink.close()
    assert server.bodies() == [b"head\n1\n", b"head\n2\n"]
    request = server.requests[0]
    assert (request.method, request.target) == ("POST", "/a%20b?query=INSERT%20INTO%20t,%20FORMAT=x&y=%20")
    assert request.headers["content-type"] == "application/x-ndjson"
    assert request.headers["content-length"] == "7"
    assert request.headers["host"] == server.address
    assert request.headers["user-agent"].startswith("xtcp-ebpf/")
    assert not {"authorization", "content-encoding", "transfer-encoding"} & set(request.headers)


def test_by_ipv6_and_for_nobody_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    """An IPv6 address works in brackets; a proxy that the environment names is not used."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1/")
    got: list[bytes] = []
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as listener:

        def serve() -> None:
            with listener.accept()[0] as peer:
                got.append(peer.recv(10000))
                while not got[0].endswith(b"body"):
                    got[0] += peer.recv(10000)
                peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                got.append(peer.recv(1))

        thread = threading.Thread(target=serve)
        thread.start()
        port = listener.getsockname()[1]
        sink = http.open(target(f"http://[::1]:{port}/"))
        sink.send(b"body")
        sink.close()
        thread.join()
    assert got[0].startswith(b"POST / HTTP/1.1\r\nHost: [::1]:%d\r\n" % port)
    assert got[0].endswith(b"\r\n\r\nbody")


@pytest.mark.parametrize("kind", ["gzip", "zstd"])
def test_compression(server: HttpSink, kind: str) -> None:
    """Bodies are smaller on the way, and the same at the far end."""
    sink = http.open(target(server.url, b"head\n", Knobs(http_compression=kind)))
    sink.send(b"x" * 100_000)
    sink.send(b"")
    sink.close()
    assert server.bodies() == [b"head\n" + b"x" * 100_000, b"head\n"]
    assert server.requests[0].headers["content-encoding"] == kind
    assert len(server.requests[0].raw) < 1000


def test_zstd_without_its_library(server: HttpSink, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is said, with the flag that asks for it."""
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(SendError, match=r"-httpCompression zstd: .*pip install 'xtcp-ebpf\[zstd\]'") as missing:
        http.open(target(server.url, knobs=Knobs(http_compression="zstd")))
    assert (missing.value.reason, missing.value.retry) == ("missing_extra", False)


def test_logins(server: HttpSink, tmp_path: Path) -> None:
    """A token is a Bearer, user and password Basic, from knobs, files or the URL, which beats the others; files are read anew."""
    password, token = tmp_path / "password", tmp_path / "token"
    kept(password, "pä:ss\n")
    kept(token, "t0ken\n")
    with_file = Knobs(dest_user="us er", dest_password_file=str(password))
    cases = [
        (server.url, with_file, "Basic " + base64.b64encode("us er:pä:ss".encode()).decode()),
        (server.url, Knobs(dest_token_file=str(token)), "Bearer t0ken"),
        (server.url, Knobs(dest_token="other"), "Bearer other"),
        (server.url.replace("//", "//u:p%40@"), Knobs(dest_token="other"), "Basic " + base64.b64encode(b"u:p@").decode()),
        (server.url.replace("//", "//u@"), with_file, "Basic " + base64.b64encode(b"u:").decode()),
    ]
    for url, knobs, _ in cases:
        sink = http.open(target(url, knobs=knobs))
        sink.send(b"x")
        sink.close()
    assert [request.headers["authorization"] for request in server.requests] == [login for _, _, login in cases]
    kept(token, "changed")
    sink = http.open(target(server.url, knobs=Knobs(dest_token_file=str(token))))
    sink.send(b"x")
    sink.close()
    assert server.requests[-1].headers["authorization"] == "Bearer changed"


def test_two_logins(server: HttpSink, tmp_path: Path) -> None:
    """Which of two is meant is not guessed; a token that would forge a header is refused and not shown."""
    with pytest.raises(BadAddress, match="there are two logins"):
        http.check(target(server.url, knobs=Knobs(dest_user="u", dest_token="t")))
    headers = kept(tmp_path / "headers", "Authorization: Bearer x\n")
    with pytest.raises(SendError, match="and there is another login: leave one out") as twice:
        http.open(target(server.url, knobs=Knobs(dest_token="t", http_headers_file=headers)))
    assert (twice.value.reason, twice.value.retry) == ("headers", False)
    with pytest.raises(SendError, match="a character that no token may hold") as forged:
        http.open(target(server.url, knobs=Knobs(dest_token="a\r\nX: y")))
    assert (forged.value.reason, forged.value.retry, "X: y" in str(forged.value)) == ("secret", False, False)


def test_headers_of_a_file(server: HttpSink, tmp_path: Path) -> None:
    """They are on each request and beat ours of the same name; the file is read at each opening."""
    headers = kept(tmp_path / "headers", "X-Scope: a\ncontent-type: application/x-protobuf\nAuthorization: ApiKey k\n")
    knobs = Knobs(http_headers_file=headers)
    sink = http.open(target(server.url, knobs=knobs))
    sink.send(b"x")
    sink.close()
    kept(tmp_path / "headers", "X-Scope: b\n")
    sink = http.open(target(server.url, knobs=knobs))
    sink.send(b"x")
    sink.close()
    first, second = (request.headers for request in server.requests)
    assert (first["x-scope"], first["content-type"], first["authorization"]) == ("a", "application/x-protobuf", "ApiKey k")
    assert (second["x-scope"], second["content-type"]) == ("b", "application/x-ndjson")


def test_statuses(server: HttpSink) -> None:
    """The answer's status, its first line and its Retry-After are in the error; after it the same payload is taken by a new sink."""
    where = target(server.url)
    server.script(Answer(503, b"Code: 999. Keeper\nmore", {"Retry-After": "3"}), Answer(301, b"", {"Location": "/there"}))
    busy = refused(where)
    assert (busy.reason, busy.retry, busy.after_seconds) == ("busy", True, 3.0)
    assert str(busy) == f"{server.url}: 503 Service Unavailable: Code: 999. Keeper"
    assert f"write -dest {server.url}/there" in str(refused(where))
    sink = http.open(where)
    sink.send(b"x")
    server.script(400)
    with pytest.raises(SendError) as poisoned:
        sink.send(b"y")
    assert (poisoned.value.reason, poisoned.value.retry) == ("rejected", False)
    sink.close()
    server.script(400)
    assert refused(where).retry  # the second in a row: it is not the payload


def test_too_large_teaches_a_limit(server: HttpSink) -> None:
    """After a 413 the next sink of this URL says how large a payload may be; another URL knows nothing of it."""
    where = target(f"{server.url}/limited", b"head\n")
    server.answer = lambda request: Answer(413 if len(request.body) > 30_000 else 200)
    assert refused(where, bytes(99_995)).reason == "too_large"
    for limit, where_to in ((50_000, where), (None, target(server.url))):
        sink = http.open(where_to)
        assert sink.max_payload == limit
        sink.close()
    assert refused(where, bytes(49_995)).reason == "too_large"
    sink = http.open(where)
    assert sink.max_payload == 25_000
    sink.send(bytes(24_995))
    sink.close()


def test_no_secret_is_in_a_message(server: HttpSink, tmp_path: Path) -> None:
    """A server that repeats what it was told does not bring it into our log: logins, values of headers, passwords in the URL."""
    headers = kept(tmp_path / "headers", "X-Api-Key: k3y-value\n")
    server.answer = lambda request: Answer(500, f"you said {dict(request.headers)} {request.target} {tell}".encode())
    for url, knobs, tell in [
        (f"{server.url}/?user=u&password=hunter2", Knobs(dest_user="u", dest_password="hunter3"), "hunter2 hunter3"),
        (f"{server.url}/".replace("//", "//u:hunter4@"), Knobs(http_headers_file=headers), "hunter4 k3y-value"),
        (server.url, Knobs(dest_token="hunter5"), "hunter5 \x1b[2J"),
    ]:
        text = str(refused(target(url, knobs=knobs)))
        assert "you said" in text
        assert "***" in text
        login = next((value for name, value in server.requests[-1].headers.items() if name == "authorization"), "none")
        for secret in (*tell.split(), login.split()[-1]):
            assert secret not in text


def test_nobody_there(server: HttpSink) -> None:
    """It is told when the sink is opened, with the address without its password."""
    where = target(f"{server.url}/".replace("//", "//u:hunter2@"))
    server.stop()
    with pytest.raises(SendError, match=r"ECONNREFUSED .*: nobody listens there") as nobody:
        http.open(where)
    assert (nobody.value.reason, nobody.value.retry) == ("refused", True)
    assert str(nobody.value).startswith(f"http://u:***@{server.address}/: ")


def test_https(papers: Certificates) -> None:
    """Certificates are verified and shown as the knobs say; a server that is not trusted gets nothing."""
    with HttpSink(papers, mutual=True) as server:
        trusting = {"dest_ca": str(papers.ca)}
        ours = Knobs(**trusting, dest_cert=str(papers.client_cert), dest_key=str(papers.client_key))
        sink = http.open(target(server.url, knobs=ours))
        sink.send(b"1")
        sink.close()
        with pytest.raises(SendError, match="its certificate is not trusted") as stranger:
            http.open(target(server.url))
        assert (stranger.value.reason, stranger.value.retry) == ("tls", True)
        nameless = refused(target(server.url, knobs=Knobs(**trusting)))
        assert (nameless.reason, "it refuses us" in str(nameless)) == ("tls", True)
    assert server.bodies() == [b"1"]


def test_https_where_there_is_none_and_the_other_way(server: HttpSink, papers: Certificates) -> None:
    """Both mistakes are told: TLS to a plain port, and plain HTTP to one of TLS."""
    with pytest.raises(SendError, match="what listens there does not speak TLS"):
        http.open(target(server.url.replace("http", "https")))
    with HttpSink(papers) as secured:
        assert refused(target(secured.url.replace("https", "http"))).reason in ("closed", "protocol", "reset")


def test_check_touches_nothing() -> None:
    """Addresses and knobs that cannot be meant are refused before anything is opened."""
    http.check(target("http://nobody.invalid:1/"))
    with pytest.raises(BadAddress, match="a URL is written"):
        http.check(target("http:h"))
    with pytest.raises(BadAddress, match="-destKey needs -destCert"):
        http.check(target("https://h", knobs=Knobs(dest_key="/k")))
