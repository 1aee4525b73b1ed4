"""What happens to a connection that is kept between payloads, and to answers that are broken, early, endless or late."""

from __future__ import annotations

import select
import socket
import struct
import threading
from collections.abc import Iterator

import pytest
from posting import refused, target
from servers.certificates import Certificates
from servers.http_sink import HANG_UP, Answer, HttpSink

from xtcp_ebpf.destinations import http
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.knobs import Knobs


@pytest.fixture
def server() -> Iterator[HttpSink]:
    with HttpSink() as sink:
        yield sink


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("papers"))


@pytest.mark.parametrize("secured", [False, True])
def test_a_connection_closed_while_idle_is_no_failure(papers: Certificates, secured: bool) -> None:
    """A server that was restarted between two payloads gets the second by a new connection, without an error."""
    server = HttpSink(papers if secured else None)
    with server:
        sink = http.open(target(server.url, knobs=Knobs(dest_ca=str(papers.ca))))
        server.restart()
        sink.send(b"1")
        server.restart()
        sink.send(b"2")
        sink.close()
    assert server.bodies() == [b"1", b"2"]


def test_a_reset_while_idle_is_no_failure(papers: Certificates) -> None:
    """A load balancer that forgot the connection resets it: by TLS too the next payload goes by a new one."""
    got: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            first = papers.server_context().wrap_socket(listener.accept()[0], server_side=True)
            first.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            first.close()
            with papers.server_context().wrap_socket(listener.accept()[0], server_side=True) as second:
                while not b"".join(got).endswith(b"body"):
                    got.append(second.recv(10000))
                second.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")

        thread = threading.Thread(target=serve)
        thread.start()
        sink = http.open(target(f"https://127.0.0.1:{listener.getsockname()[1]}/", knobs=Knobs(dest_ca=str(papers.ca))))
        poll = select.poll()
        poll.register(sink._connection.sock, select.POLLRDHUP)
        assert poll.poll(5000)
        sink.send(b"body")
        thread.join()
        sink.close()


def test_session_tickets_are_no_news(papers: Certificates) -> None:
    """What TLS 1.3 sends after its handshake does not make a new connection look closed."""
    with HttpSink(papers) as server:
        sink = http.open(target(server.url, knobs=Knobs(dest_ca=str(papers.ca))))
        connection = sink._connection.sock
        assert select.select([connection], [], [], 5)[0]
        for number in range(3):
            sink.send(b"%d" % number)
        assert sink._connection.sock is connection
        sink.close()
    assert server.bodies() == [b"0", b"1", b"2"]


def test_a_connection_closed_under_way_is_tried_once_more(server: HttpSink) -> None:
    """A server that hangs up on a kept connection may have been about to: once more by a new one. On a new one it is an error."""
    sink = http.open(target(server.url))
    sink.send(b"1")
    server.script(HANG_UP)
    sink.send(b"2")
    assert server.bodies() == [b"1", b"2", b"2"]
    server.script(HANG_UP, HANG_UP)
    with pytest.raises(SendError, match="the server closed the connection without an answer") as twice:
        sink.send(b"3")
    assert (twice.value.reason, twice.value.retry) == ("closed", True)
    sink.close()
    server.script(HANG_UP)
    assert refused(target(server.url)).reason == "closed"


def test_a_server_that_ends_each_connection(server: HttpSink) -> None:
    """Connection: close is obeyed, and the next payload goes by a new one."""
    server.answer = lambda _request: Answer(headers={"Connection": "close"})
    sink = http.open(target(server.url))
    for number in range(3):
        sink.send(b"%d" % number)
    sink.close()
    assert server.bodies() == [b"0", b"1", b"2"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"220 mail.example ESMTP\r\n", "protocol"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ncut", "protocol"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "protocol"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n", "protocol"),
        (b"", "closed"),
    ],
)
def test_half_an_answer_confirms_nothing(answer: bytes, reason: str) -> None:
    """What is no HTTP, and what breaks off before its end, status or not, is an error with retry."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with listener.accept()[0] as peer:
                while not peer.recv(10000).endswith(b"body"):
                    pass
                peer.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        problem = refused(target(f"http://127.0.0.1:{listener.getsockname()[1]}/"), b"body")
        thread.join()
    assert (problem.reason, problem.retry) == (reason, True)


def test_an_answer_before_the_end_of_the_body() -> None:
    """A server that refuses a large body unread and closes is understood, not taken for one that broke off."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with listener.accept()[0] as peer:
                peer.recv(100)
                peer.sendall(b"HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

        thread = threading.Thread(target=serve)
        thread.start()
        problem = refused(target(f"http://127.0.0.1:{listener.getsockname()[1]}/"), bytes(30_000_000))
        thread.join()
    assert (problem.reason, problem.retry) == ("too_large", True)


def test_an_endless_answer_is_not_read(server: HttpSink) -> None:
    """Of a long body the beginning is kept, and the connection is given up rather than read to its end."""
    server.script(Answer(200, bytes(5_000_000)), Answer(500, b"first line\n" + bytes(5_000_000)))
    sink = http.open(target(server.url))
    sink.send(b"1")
    assert sink._connection.sock is None
    with pytest.raises(SendError, match="first line"):
        sink.send(b"2")
    sink.close()


@pytest.mark.parametrize("size", [1, 40_000_000])
def test_a_server_that_does_not_answer(server: HttpSink, size: int) -> None:
    """It is given up after -produceTimeout, with retry, whether the body had gone out or not."""
    server.freeze()
    problem = refused(target(server.url, knobs=Knobs(produce_timeout=0.1)), bytes(size))
    assert (problem.reason, problem.retry) == ("timeout", True)
