"""NATS: who is let in, and over what."""

from __future__ import annotations

import base64
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nkeys
import pytest
from conformance.far_ends import NatsEnd
from nats_opened import as_before, refused, target
from servers.certificates import Certificates
from servers.nats import Nats

from xtcp_ebpf.destinations import nats
from xtcp_ebpf.errors import SendError


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    with as_before():
        yield


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


def test_user_and_token(tmp_path: Path) -> None:
    """The right ones are let in; wrong ones and none are refused with what to do."""
    (file := tmp_path / "password").write_text("s3cret\n")
    file.chmod(0o600)
    with Nats(tmp_path / "a", user="me", password="s3cret") as server:
        nats.open(target(server, dest_user="me", dest_password_file=str(file))).close()
        wrong = [{}, {"dest_user": "me", "dest_password": "s3cretly"}, {"dest_token": "s3cret"}]
        for error in (refused(target(server, **knobs)) for knobs in wrong):
            assert (error.reason, error.retry) == ("auth", True)
            assert "Authorization Violation" in str(error)
            assert "-destUser" in str(error)
    with Nats(tmp_path / "b", token="s3cret") as server:
        nats.open(target(server, dest_token="s3cret")).close()
        assert refused(target(server, dest_token="s3cretly")).reason == "auth"


RIGHTS = """
authorization {{ users: [
  {{ user: admin, password: s3cret }},
  {{ user: me, password: s3cret, permissions: {{ publish: {publish}, subscribe: ["{inbox}"] }} }} ] }}
"""


def test_may_not_publish(tmp_path: Path) -> None:
    """A message that the server threw away for want of a right is not counted as sent."""
    with Nats(tmp_path / "nats", settings=RIGHTS.format(publish='["other"]', inbox="_INBOX.>")) as server:
        NatsEnd(server, "admin", "s3cret").make_stream("xtcp")
        for jetstream in (False, True):
            sink = nats.open(target(server, dest_user="me", dest_password="s3cret", nats_jetstream=jetstream))
            (answer,) = sink.send_all([b"x"])
            assert answer is not None
            assert (answer.reason, answer.retry) == ("denied", True)
            assert 'permissions violation for publish to "xtcp"' in str(answer)
            sink.close()


def test_may_not_hear_the_answer(tmp_path: Path) -> None:
    """Without the right to an inbox no acknowledgement could come: that is said at the opening."""
    with Nats(tmp_path / "nats", settings=RIGHTS.format(publish='["xtcp"]', inbox="other")) as server:
        error = refused(target(server, dest_user="me", dest_password="s3cret", nats_jetstream=True))
    assert (error.reason, error.retry) == ("denied", True)
    assert "permissions violation for subscription" in str(error)


def test_may_only_publish(tmp_path: Path) -> None:
    """Who may not ask JetStream for its streams can publish to them all the same."""
    with Nats(tmp_path / "nats", settings=RIGHTS.format(publish='["xtcp"]', inbox="_INBOX.>")) as server:
        end = NatsEnd(server, "admin", "s3cret")
        end.make_stream("xtcp", max_msg_size=100)
        sink = nats.open(target(server, dest_user="me", dest_password="s3cret", nats_jetstream=True))
        sink.send(b"x")
        with pytest.raises(SendError) as caught:
            sink.send(bytes(101))
        assert (caught.value.reason, caught.value.retry) == ("too_large", False)
        sink.close()
        assert end.messages() == [b"x"]


def test_tls(tmp_path: Path, certificates: Certificates) -> None:
    """With the right authority messages arrive; with another, or without one's own certificate where that is asked for, nothing does."""
    client = {"dest_cert": str(certificates.client_cert), "dest_key": str(certificates.client_key)}
    for mutual in (False, True):
        with Nats(tmp_path / f"nats{mutual}", tls=certificates, mutual=mutual) as server:
            mine = client if mutual else {}
            sink = nats.open(target(server, dest_tls=True, dest_ca=str(certificates.ca), **mine))
            sink.send(b"x" * 100_000)
            sink.close()
            nats.open(target(server, dest_tls=True, dest_verify=False, **mine)).close()
            for knobs in ({"dest_tls": True, "dest_ca": str(certificates.stranger), **mine}, mine):
                error = refused(target(server, **knobs))
                assert (error.reason, error.retry) == ("tls", True)
                assert "its certificate is not trusted" in str(error)
            if mutual:
                error = refused(target(server, dest_tls=True, dest_ca=str(certificates.ca)))
                assert (error.reason, error.retry) == ("tls", True)
                assert "-destCert" in str(error)


def test_tls_that_is_frozen(tmp_path: Path, certificates: Certificates) -> None:
    """A TLS connection whose other side takes nothing is closed as quickly as any."""
    with Nats(tmp_path / "nats", tls=certificates) as server:
        sink = nats.open(target(server, dest_tls=True, dest_ca=str(certificates.ca), produce_timeout=0.3))
        server.freeze()
        began = time.monotonic()
        assert sink.send_all([bytes(1 << 20)] * 8)[0] is not None
        sink.close()
        assert time.monotonic() - began < 2.5
        server.thaw()


def signed(kind: str, name: str, subject: nkeys.KeyPair, issuer: nkeys.KeyPair, **claims: Any) -> str:
    """A JWT of NATS."""
    wanted = {"jti": name, "iat": int(time.time()), "iss": issuer.public_key.decode(), "name": name, "sub": subject.public_key.decode()}
    parts = {"typ": "JWT", "alg": "ed25519-nkey"}, wanted | {"nats": {"type": kind, "version": 2, **claims}}
    text = ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts)
    return f"{text}.{base64.urlsafe_b64encode(issuer.sign(text.encode())).decode().rstrip('=')}"


def keys(prefix: int) -> nkeys.KeyPair:
    return nkeys.from_seed(nkeys.encode_seed(os.urandom(32), prefix))


def test_credentials_file(tmp_path: Path) -> None:
    """A file of -natsCreds lets us in where accounts are kept by an operator; one of another account does not, and no file is said."""
    operator, user = keys(nkeys.PREFIX_BYTE_OPERATOR), keys(nkeys.PREFIX_BYTE_USER)
    account, system, stranger = (keys(nkeys.PREFIX_BYTE_ACCOUNT) for _ in range(3))
    no_limit = {"subs": -1, "data": -1, "payload": -1}
    all_of_it = no_limit | {"imports": -1, "exports": -1, "wildcards": True, "conn": -1, "leaf": -1}
    accounts = {one.public_key.decode(): signed("account", "some", one, operator, limits=all_of_it) for one in (account, system)}
    settings = f"""
        operator: {signed("operator", "operator", operator, operator)}
        system_account: {system.public_key.decode()}
        resolver: MEMORY
        resolver_preload: {json.dumps(accounts)}
        """
    for issuer in (account, stranger):
        token = signed("user", "user", user, issuer, **no_limit)
        text = f"-----BEGIN NATS USER JWT-----\n{token}\n------END NATS USER JWT------\n\n"
        text += f"-----BEGIN USER NKEY SEED-----\n{user.seed.decode()}\n------END USER NKEY SEED------\n"
        (tmp_path / ("good" if issuer is account else "bad")).write_text(text)
    with Nats(tmp_path / "nats", settings=settings) as server:
        sink = nats.open(target(server, nats_creds=str(tmp_path / "good")))
        sink.send(b"x")
        sink.close()
        assert refused(target(server, nats_creds=str(tmp_path / "bad"))).reason == "auth"
        error = refused(target(server, nats_creds=str(tmp_path / "none")))
        assert (error.reason, error.retry) == ("secret", False)
        assert f"-natsCreds {tmp_path / 'none'}: ENOENT" in str(error)
        (tmp_path / "empty").write_text("nothing of the kind\n")
        error = refused(target(server, nats_creds=str(tmp_path / "empty")))
        assert (error.reason, error.retry) == ("secret", False)
        assert "this is no credentials file of NATS" in str(error)
        (tmp_path / "empty").write_text((tmp_path / "good").read_text().replace(user.seed.decode(), "SUAWRONG"))
        assert refused(target(server, nats_creds=str(tmp_path / "empty"))).reason == "secret"
