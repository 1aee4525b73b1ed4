"""TLS files as an operator names them: real handshakes before and after they change."""

from __future__ import annotations

import logging
import shutil
import subprocess
from pathlib import Path

import grpc
import pytest
from api.open_api import CONFIG, World, code, opened
from servers.certificates import Certificates

from xtcp_ebpf.api.certificates import Papers
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.knobs import Knobs


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """Of another authority."""
    return Certificates(tmp_path_factory.mktemp("others"))


def trusting(ca: Path, cert: Path | None = None, key: Path | None = None) -> grpc.ChannelCredentials:
    return grpc.ssl_channel_credentials(ca.read_bytes(), key.read_bytes() if key else None, cert.read_bytes() if cert else None)


def knobs(papers: Certificates, mutual: bool = False) -> dict[str, str]:
    found = {"grpc_tls_cert": str(papers.server_cert), "grpc_tls_key": str(papers.server_key)}
    return found | ({"grpc_client_ca": str(papers.ca)} if mutual else {})


def ends(world: World, credentials: grpc.ChannelCredentials | None) -> str:
    """A call by a connection of its own; without wait_for_ready, so that a handshake that fails is told."""
    channel = world.channel("", credentials, use_local_subchannel_pool=1)
    try:
        channel.unary_unary(f"{CONFIG}Get")(b"", timeout=10)
    except grpc.RpcError as error:
        return str(error.code().name)
    return "OK"


def test_tls(papers: Certificates, others: Certificates) -> None:
    """Who trusts the authority is served; who does not refuses us; clear text is not understood."""
    with opened(**knobs(papers)) as world:
        assert ends(world, trusting(papers.ca)) == "OK"
        assert ends(world, trusting(others.ca)) == "UNAVAILABLE"
        assert ends(world, None) == "UNAVAILABLE"


def test_a_renewed_certificate_is_shown(papers: Certificates, others: Certificates, tmp_path: Path) -> None:
    """The files are replaced under the running listeners: each of them shows the new one from the next connection on."""
    cert, key = (Path(shutil.copy(path, tmp_path)) for path in (papers.server_cert, papers.server_key))
    with opened(grpc_listen=("127.0.0.1:0", "[::1]:0"), grpc_tls_cert=str(cert), grpc_tls_key=str(key)) as world:
        assert ends(world, trusting(papers.ca)) == "OK"
        shutil.copy(others.server_cert, cert)
        shutil.copy(others.server_key, key)
        for address in world.api.addresses:
            channel = world.channel(str(address), trusting(others.ca), use_local_subchannel_pool=1)
            assert code(channel, f"{CONFIG}Get") == "OK"
        assert ends(world, trusting(papers.ca)) == "UNAVAILABLE"


def test_a_wrong_renewal_is_told_and_not_used(papers: Certificates, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The old certificate stays, one line says why however many connect, and the right one is taken later."""
    cert, key = (Path(shutil.copy(path, tmp_path)) for path in (papers.server_cert, papers.server_key))
    with opened(grpc_tls_cert=str(cert), grpc_tls_key=str(key)) as world:
        cert.write_text("nothing")
        for _ in range(3):
            assert ends(world, trusting(papers.ca)) == "OK"
        key.unlink()
        assert ends(world, trusting(papers.ca)) == "OK"
    lines = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert len(lines) == 1
    assert lines[0].startswith(f"-grpcTlsCert {cert}, -grpcTlsKey {key}: no certificate with its key in PEM form")
    assert lines[0].endswith("the certificate that was there before stays in use")


def test_client_certificates(papers: Certificates, others: Certificates) -> None:
    """With -grpcClientCa a connection takes one that those authorities signed: none, and one of others, come to nothing."""
    with opened(**knobs(papers, mutual=True)) as world:
        assert ends(world, trusting(papers.ca, papers.client_cert, papers.client_key)) == "OK"
        assert ends(world, trusting(papers.ca)) == "UNAVAILABLE"
        assert ends(world, trusting(papers.ca, others.client_cert, others.client_key)) == "UNAVAILABLE"
        assert world.tally["grpc_calls:Get"] == 1


def test_files_that_are_wrong_are_named(papers: Certificates, tmp_path: Path) -> None:
    """A missing file, one without a certificate, a key of another, a key with a passphrase: each names flag and path."""
    text, locked, none = tmp_path / "text", tmp_path / "locked.key", tmp_path / "none"
    text.write_text("hello\n")
    subprocess.run(["openssl", "pkey", "-in", papers.server_key, "-aes128", "-passout", "pass:abcd", "-out", locked], check=True)
    cert, key = papers.server_cert, papers.server_key

    def both(one: Path, other: Path) -> str:
        return f"-grpcTlsCert {one}, -grpcTlsKey {other}: "

    for files, words in (
        ((none, key, ""), f"-grpcTlsCert {none}: ENOENT"),
        ((cert, none, ""), f"-grpcTlsKey {none}: ENOENT"),
        ((cert, key, none), f"-grpcClientCa {none}: ENOENT"),
        ((text, key, ""), both(text, key) + "no certificate with its key in PEM form"),
        ((cert, papers.client_key, ""), both(cert, papers.client_key) + "the key is not that of the certificate"),
        ((cert, locked, ""), both(cert, locked) + "the key has a passphrase: give one without"),
        ((cert, key, text), f"-grpcClientCa {text}: there is no certificate in PEM form in it"),
    ):
        with pytest.raises(UsageError) as wrong:
            Papers(Knobs(grpc_tls_cert=str(files[0]), grpc_tls_key=str(files[1]), grpc_client_ca=str(files[2])), SystemClock())
        assert str(wrong.value).startswith(words)
