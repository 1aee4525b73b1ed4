"""Payloads over TLS, with OpenSSL at both ends."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

import pytest
from servers.certificates import Certificates

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _tls, _tls_stream
from xtcp_ebpf.destinations._tls_stream import TlsStreamSink
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.knobs import Knobs

Serve = Callable[[ssl.SSLSocket], object]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("papers"))


@contextmanager
def served(context: ssl.SSLContext | None, serve: Serve) -> Iterator[socket.socket]:
    """The near end of a connection to a server that shakes hands, if it has a context, and then does `serve`."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        near = socket.create_connection(server.getsockname())
        far = server.accept()[0]

    def run() -> None:
        try:
            with context.wrap_socket(far, server_side=True) if context else far as peer:
                serve(peer)  # type: ignore[arg-type]  # who gives no context uses nothing of it
        except OSError:
            far.close()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield near
    finally:
        near.close()
        thread.join()


def target(papers: Certificates, preamble: bytes = b"") -> Target:
    return Target("tcp", "127.0.0.1:1", preamble, knobs=Knobs(dest_ca=str(papers.ca)))


def framed(size: int) -> bytes:
    return b"<%d>" % size


def read_all(into: list[bytes]) -> Serve:
    def serve(peer: ssl.SSLSocket) -> None:
        while data := peer.recv(65536):
            into.append(data)
        into.append(b"the end, said properly")
        peer.unwrap()

    return serve


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_frame_preamble_payload(papers: Certificates, version: ssl.TLSVersion) -> None:
    """What was sent arrives whole, in order, parts joined, and the receiver can tell the end from a cut."""
    context, got = papers.server_context(), list[bytes]()
    context.maximum_version = version
    context.num_tickets = 2
    with served(context, read_all(got)) as near:
        sink = _tls_stream.wrap(near, "localhost", target(papers, b"head\n"), framed)
        sink.send(b"x" * 3_000_000)
        sink.send_parts((b"a", b"", b"b"))
        sink.close()
    assert b"".join(got) == b"<3000005>head\n" + b"x" * 3_000_000 + b"<2>ab" + b"the end, said properly"


def test_a_receiver_that_says_nothing_first_is_waited_for(papers: Certificates) -> None:
    """A server without session tickets is taken after the wait for its first word; what it says later is nothing to us."""
    context, heard = papers.server_context(), list[bytes]()
    context.num_tickets = 0
    waiting = threading.Event()

    def serve(peer: ssl.SSLSocket) -> None:
        heard.append(peer.recv(1))
        peer.sendall(b"hello" * 1000)
        waiting.set()
        heard.append(peer.recv(1))

    with served(context, serve) as near:
        plain = _tls.context(target(papers)).wrap_socket(near, server_hostname="localhost")
        sink = TlsStreamSink(plain, "tcp:h:1", b"", lambda _: b"", first_word=0.01)
        sink.send(b"1")
        assert waiting.wait(5)
        sink.send(b"2")
        sink.close()
    assert heard == [b"1", b"2"]


def test_who_refuses_our_certificate_gets_nothing(papers: Certificates) -> None:
    """In TLS 1.3 a server refuses after the handshake: no payload counts as sent before that is known."""
    with served(papers.server_context(mutual=True), lambda _peer: None) as near, pytest.raises(SendError, match="it refuses us") as refused:
        _tls_stream.wrap(near, "localhost", target(papers), framed)
    assert (refused.value.reason, refused.value.retry) == ("tls", True)


@pytest.mark.parametrize("goodbye", [True, False])
def test_a_cut_is_noticed_before_the_next_payload(papers: Certificates, goodbye: bool) -> None:
    """Whether the receiver says goodbye or not."""
    gone = threading.Event()

    def serve(peer: ssl.SSLSocket) -> None:
        assert peer.recv(10) == b"1"
        if goodbye:
            peer.settimeout(0.01)
            with suppress(OSError):
                peer.unwrap()
        socket.socket.shutdown(peer, socket.SHUT_RDWR)
        gone.set()

    with served(papers.server_context(), serve) as near:
        sink = _tls_stream.wrap(near, "localhost", target(papers), lambda _: b"")
        sink.send(b"1")
        assert gone.wait(5)
        with pytest.raises(SendError) as cut:
            sink.send(b"2")
        sink.close()
    assert (cut.value.reason, cut.value.retry, cut.value.unconfirmed_bytes) == ("closed", True, 0)


def test_a_receiver_that_takes_nothing(papers: Certificates) -> None:
    """It times out, with retry; the bytes of earlier payloads that are still here are in doubt, this one's are not."""
    done = threading.Event()
    with served(papers.server_context(), lambda _peer: done.wait(10)) as near:
        near.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
        wrapped = _tls.context(target(papers)).wrap_socket(near, server_hostname="localhost")
        sink = TlsStreamSink(wrapped, "tcp:h:1", b"", lambda _: b"", patience=0.05)
        with pytest.raises(SendError) as stuck:
            sink.send(bytes(40_000_000))
        assert stuck.value.reason == "timeout"
        assert stuck.value.unconfirmed_bytes < 1 << 19  # what TLS adds to the payload is not told apart
        done.set()
        sink.close()


def test_wrap_closes_what_it_was_given(papers: Certificates) -> None:
    """Whatever goes wrong, the socket is closed: a file that is missing, a receiver that shuts the door, one that speaks no TLS."""
    where = target(papers)
    broken = replace(where, knobs=Knobs(dest_ca="/nonexistent"))
    cases: list[tuple[Target, Serve, str]] = [
        (broken, lambda _peer: None, "tls"),
        (where, lambda _peer: None, "closed reset"),
        (where, lambda peer: (peer.sendall(b"220 hello\r\n"), peer.recv(1000)), "tls"),
    ]
    for given, serve, reasons in cases:
        with served(None, serve) as near:
            with pytest.raises(SendError) as wrong:
                _tls_stream.wrap(near, "localhost", given, framed)
            assert wrong.value.reason in reasons.split()
            assert near.fileno() == -1
