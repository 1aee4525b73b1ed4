"""TLS contexts of what an operator names, and the words for what goes wrong, with OpenSSL on both sides."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from pathlib import Path

import pytest
from servers.certificates import Certificates

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _tls
from xtcp_ebpf.errors import BadAddress, SendError
from xtcp_ebpf.knobs import Knobs


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("papers"))


def target(verify: bool = True, **paths: Path | str) -> Target:
    return Target("tcp", "h:1", knobs=Knobs(dest_verify=verify, **{name: str(path) for name, path in paths.items()}))


def shaken(server: ssl.SSLContext | None, client: ssl.SSLContext, name: str = "localhost") -> SendError | None:
    """What the client says of a handshake and the first word of a server with this context; None: of one that does not speak TLS."""
    near, far = socket.socketpair()

    def serve() -> None:
        try:
            if server is None:
                far.recv(1)
                far.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            else:
                with server.wrap_socket(far, server_side=True) as wrapped:
                    wrapped.sendall(b"hello")
        except OSError:
            pass
        finally:
            far.close()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        near.settimeout(5)
        with client.wrap_socket(near, server_hostname=name) as wrapped:
            assert wrapped.recv(5) == b"hello"
    except OSError as error:
        return _tls.failure("tcp:h:1", error)
    finally:
        near.close()
        thread.join()
    return None


def test_the_named_authority_is_trusted_and_no_other(papers: Certificates) -> None:
    """With -destCa its servers are trusted, by their names; those of another, and of the system's, are not."""
    assert shaken(papers.server_context(), _tls.context(target(dest_ca=papers.ca))) is None
    for paths in ({"dest_ca": papers.stranger}, {}):
        problem = shaken(papers.server_context(), _tls.context(target(**paths)))
        assert problem is not None
        assert (problem.reason, problem.retry) == ("tls", True)
        assert "tcp:h:1: TLS: its certificate is not trusted: " in str(problem)
        assert "-destCa" in str(problem)
    problem = shaken(papers.server_context(), _tls.context(target(dest_ca=papers.ca)), "example.org")
    assert "Hostname mismatch" in str(problem)


def test_without_verification_everybody_is_trusted(papers: Certificates) -> None:
    """-destVerify=false takes any certificate under any name."""
    assert shaken(papers.server_context(), _tls.context(target(verify=False)), "example.org") is None


def test_our_certificate_is_shown(papers: Certificates) -> None:
    """A server that asks for one takes ours; without one it refuses us, and the text says what may be missing. One file may hold both."""
    both = papers.folder / "both.pem"
    both.write_text(papers.client_cert.read_text() + papers.client_key.read_text())
    mutual = papers.server_context(mutual=True)
    ours = _tls.context(target(dest_ca=papers.ca, dest_cert=papers.client_cert, dest_key=papers.client_key))
    assert shaken(mutual, ours) is None
    assert shaken(mutual, _tls.context(target(dest_ca=papers.ca, dest_cert=both))) is None
    refused = shaken(mutual, _tls.context(target(dest_ca=papers.ca)))
    assert "it refuses us: " in str(refused)
    assert "-destCert" in str(refused)


def test_no_tls_there(papers: Certificates) -> None:
    """A server that speaks something else is told as such."""
    assert "what listens there does not speak TLS" in str(shaken(None, _tls.context(target(dest_ca=papers.ca))))


def test_old_protocols_are_refused(papers: Certificates) -> None:
    """TLS 1.2 is the least."""
    assert _tls.context(target(dest_ca=papers.ca)).minimum_version == ssl.TLSVersion.TLSv1_2


def test_an_end_without_a_word_is_closed() -> None:
    """A connection that ends inside TLS is `closed`; what TLS says nothing special of is told in its own words."""
    assert _tls.failure("tcp:h:1", ssl.SSLEOFError(8, "EOF")).reason == "closed"
    other = _tls.failure("tcp:h:1", ssl.SSLError(1, "something new"))
    assert (other.reason, "something new" in str(other)) == ("tls", True)
    assert _tls.failure("tcp:h:1", ConnectionRefusedError(111, "")).reason == "refused"


def test_files_that_are_wrong_are_named(papers: Certificates, tmp_path: Path) -> None:
    """A missing file, one without a certificate, a key of another, a key with a passphrase: each names flag and path, without retry."""
    text, locked = tmp_path / "text", tmp_path / "locked.key"
    text.write_text("hello\n")
    subprocess.run(["openssl", "pkey", "-in", papers.client_key, "-aes128", "-passout", "pass:abcd", "-out", locked], check=True)
    cert, none = papers.client_cert, tmp_path / "none"
    cases: list[tuple[dict[str, Path], str]] = [
        ({"dest_ca": none}, f"-destCa {none}: ENOENT"),
        ({"dest_ca": text}, f"-destCa {text}: there is no certificate in PEM form in it"),
        ({"dest_cert": none}, f"-destCert {none}: ENOENT"),
        ({"dest_cert": cert, "dest_key": none}, f"-destKey {none}: ENOENT"),
        ({"dest_cert": text}, f"-destCert {text}: no certificate with its key in PEM form"),
        ({"dest_cert": cert}, f"-destCert {cert}: no certificate with its key in PEM form"),
        ({"dest_cert": cert, "dest_key": papers.server_key}, f"-destCert {cert}, -destKey {papers.server_key}: the key is not that of the"),
        ({"dest_cert": cert, "dest_key": locked}, f"-destCert {cert}, -destKey {locked}: the key has a passphrase"),
    ]
    for paths, words in cases:
        with pytest.raises(SendError) as wrong:
            _tls.context(target(**paths))
        assert str(wrong.value).startswith(f"tcp:h:1: {words}")
        assert (wrong.value.reason, wrong.value.retry) == ("tls", False)


def test_a_key_without_its_certificate() -> None:
    """That is refused before anything is opened."""
    with pytest.raises(BadAddress, match=r"^-dest tcp:h:1: -destKey needs -destCert"):
        _tls.check(target(dest_key="/k"))
    _tls.check(target(dest_key="/k", dest_cert="/c"))
