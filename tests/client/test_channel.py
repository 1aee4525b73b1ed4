"""Connections to a real server: TLS, client certificates, tokens, Unix sockets, and files that are wrong."""

from __future__ import annotations

import os
from pathlib import Path

import grpc
import pytest
from client.record_server import RecordServer, server_credentials
from servers.certificates import Certificates

from xtcp_ebpf.client import channel, server_address
from xtcp_ebpf.client.call_failed import CallFailed, failure
from xtcp_ebpf.client.channel import Connection
from xtcp_ebpf.client.reach import Access
from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.pb import xtcp_flat_record_service_pb2 as pb


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("tls"))


def access(server: RecordServer, **how: object) -> Access:
    return Access(server_address.read(server.target, 0), **{name: str(value) for name, value in how.items()})  # type: ignore[arg-type]  # texts


def asked(how: Access, server: RecordServer) -> dict[str, str]:
    """Opens a stream, and leaves it: what the server saw beside the request."""
    server.refusal = (grpc.StatusCode.CANCELLED, "seen")
    with Connection(how) as connection:
        call = connection.channel.unary_stream("/xtcp_flat_record.v1.XTCPFlatRecordService/Envelopes")
        stream = call(pb.EnvelopesRequest().SerializeToString(), metadata=connection.metadata, timeout=10)
        try:
            server.refusal = (grpc.StatusCode.CANCELLED, "seen")
            next(stream)
        except grpc.RpcError as error:
            if (failed := failure(connection.where, error)).code != "CANCELLED":
                raise failed from error
    return server.metadata[-1]


@pytest.mark.parametrize("address", ["127.0.0.1:0", "unix:{}/s", "unix:@{}"])
def test_in_clear(address: str, tmp_path: Path) -> None:
    """By TCP, by a Unix socket with a file, and by one without."""
    where = address.format(tmp_path)
    with RecordServer(where.replace("unix:@", "unix-abstract:")) as server:
        server.target = server.target if where.startswith("127") else where
        assert "authorization" not in asked(access(server), server)


def test_a_token(tmp_path: Path) -> None:
    """It is read anew for each connection, without its line end."""
    file = tmp_path / "token"
    with RecordServer() as server:
        for word in ("first", "second"):
            file.write_text(f"{word}\n")
            assert asked(access(server, token_file=file), server)["authorization"] == f"Bearer {word}"


def test_tls(tls: Certificates) -> None:
    """With its authority it is trusted, with another not; the message says what to name."""
    with RecordServer(credentials=server_credentials(tls.server_cert, tls.server_key)) as server:
        asked(access(server, ca=tls.ca), server)
        with pytest.raises(CallFailed, match=r"TLS: its certificate is not trusted: name its authority with -ca"):
            asked(access(server, ca=tls.stranger), server)
        with pytest.raises(CallFailed) as caught:
            asked(access(server), server)
        assert caught.value.code == "UNAVAILABLE"
        assert "-tls" in str(caught.value)


def test_client_certificates(tls: Certificates, tmp_path: Path) -> None:
    """Shown with its key beside it or in one file; without it the server does not let us in."""
    both = tmp_path / "both.pem"
    both.write_text(tls.client_cert.read_text() + tls.client_key.read_text())
    with RecordServer(credentials=server_credentials(tls.server_cert, tls.server_key, tls.ca)) as server:
        asked(access(server, ca=tls.ca, cert=tls.client_cert, key=tls.client_key), server)
        asked(access(server, ca=tls.ca, cert=both), server)
        with pytest.raises(CallFailed) as caught:
            asked(access(server, ca=tls.ca), server)
        assert caught.value.code == "UNAVAILABLE"


def test_no_tls_there(tls: Certificates) -> None:
    """It is told, not tried as something else."""
    with RecordServer() as server, pytest.raises(CallFailed, match="does not speak TLS"):
        asked(access(server, ca=tls.ca), server)


def test_nobody_there() -> None:
    """In a few words."""
    with RecordServer() as server:
        pass
    with pytest.raises(CallFailed, match=r"^127\.0\.0\.1:\d+: Connection refused$"):
        asked(access(server), server)


def test_files(tls: Certificates, tmp_path: Path) -> None:
    """Each wrong one is named with its flag, and what is in it is not shown."""
    with RecordServer() as server:
        empty, secret = tmp_path / "empty", tmp_path / "secret"
        empty.write_text("\n")
        secret.write_text("hush hush")
        large = tmp_path / "large"
        with large.open("wb") as file:
            os.truncate(file.fileno(), channel.MOST_FILE_BYTES + 1)
        for how, text in (
            ({"token_file": tmp_path / "none"}, r"^-tokenFile .*none: ENOENT"),
            ({"token_file": empty}, r"^-tokenFile .*: the file is empty"),
            ({"token_file": secret}, r"^-tokenFile .*: it is no token: ASCII without spaces$"),
            ({"token_file": large}, r"^-tokenFile .*: it has more than \d+ bytes"),
            ({"ca": tls.server_key}, r"^-ca .*: there is no certificate in PEM form"),
            ({"ca": tmp_path}, r"^-ca .*: EISDIR"),
            ({"cert": tls.client_cert}, r"^-cert .*: there is no private key in PEM form"),
            ({"cert": tls.client_cert, "key": tls.ca}, r"^-key .*: there is no private key in PEM form"),
        ):
            with pytest.raises(UsageError, match=text) as caught:
                Connection(access(server, **how))
            assert "hush" not in str(caught.value)
