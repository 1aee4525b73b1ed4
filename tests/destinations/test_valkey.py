"""Valkey, channels and streams, against valkey-server."""

from __future__ import annotations

import logging
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import valkey as client
from conformance.insisting import insist
from servers.certificates import Certificates
from servers.process import HOST
from servers.valkey import Valkey

from xtcp_ebpf.abc import BatchingSink, Target
from xtcp_ebpf.destinations import valkey
from xtcp_ebpf.errors import BadAddress, SendError
from xtcp_ebpf.knobs import Knobs


def target(server: Valkey, preamble: bytes = b"", db: str = "", stream: bool = True, **knobs: Any) -> Target:
    return Target("valkey", server.address + db, preamble, knobs=Knobs(valkey_stream=stream, **knobs))


def refused(where: Target) -> SendError:
    """What opening it says. No secret is in it."""
    with pytest.raises(SendError) as caught:
        valkey.open(where).close()
    assert "s3cret" not in str(caught.value)
    return caught.value


def answered(where: Target, payload: bytes) -> SendError:
    """What sending it says."""
    sink = valkey.open(where)
    (answer,) = sink.send_all([payload])
    sink.close()
    assert answer is not None
    return answer


@contextmanager
def asking(server: Valkey, **options: Any) -> Iterator[client.Valkey]:
    with client.Valkey(HOST, server.port, **options) as asked:
        yield asked


def entries(server: Valkey, db: int = 0) -> list[bytes]:
    with asking(server, db=db) as asked:
        return [fields[b"envelope"] for _, fields in asked.xrange("xtcp")]


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """No descriptor more than before."""
    before = descriptors()
    yield
    assert descriptors() == before


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Valkey]:
    with Valkey(tmp_path / "valkey") as server:
        yield server


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


def test_stream(server: Valkey) -> None:
    """Each payload is one entry behind the preamble, in order, whether they come alone or together, in the database that was named."""
    sink = valkey.open(target(server, b"head\n", db="/3"))
    assert isinstance(sink, BatchingSink)
    assert sink.max_payload == 512 << 20
    sink.send(b"first")
    assert sink.send_all([b"%d" % n for n in range(300)]) == [None] * 300
    sink.close()
    assert entries(server, db=3) == [b"head\nfirst", *(b"head\n%d" % n for n in range(300))]
    assert entries(server) == []


def test_stream_is_bounded(server: Valkey) -> None:
    """-valkeyMaxlen holds, about: the server cuts whole nodes, never below it."""
    sink = valkey.open(target(server, valkey_maxlen=500))
    assert not any(sink.send_all([b"%d" % n for n in range(5000)]))
    sink.close()
    kept = entries(server)
    assert 500 <= len(kept) < 1000
    assert kept[-1] == b"4999"


def test_channel(server: Valkey, caplog: pytest.LogCaptureFixture) -> None:
    """A subscriber gets each payload; that nobody is subscribed is said once, each time that it comes to be so."""
    with asking(server) as asked, asked.pubsub() as channel, caplog.at_level(logging.WARNING):
        sink = valkey.open(target(server, b"head\n", stream=False))
        sink.send(b"lost")
        sink.send(b"lost")
        assert [record.message for record in caplog.records] == [
            f"valkey:{server.address}: nobody is subscribed to the channel xtcp: what is published meanwhile reaches no one"
        ]
        channel.subscribe("xtcp")
        assert (channel.get_message(timeout=5) or {})["type"] == "subscribe"
        assert sink.send_all([b"1", b"2"]) == [None, None]
        assert [(channel.get_message(timeout=5) or {})["data"] for _ in range(2)] == [b"head\n1", b"head\n2"]
        channel.unsubscribe("xtcp")
        assert (channel.get_message(timeout=5) or {})["type"] == "unsubscribe"
        sink.send(b"lost")
        assert len(caplog.records) == 2
        sink.close()


def test_killed_and_started_again(server: Valkey) -> None:
    """kill -9 in mid-stream and a new start on the same port: all that was confirmed and all that was sent again is in the stream."""
    payloads = [b"%06d" % n * 2000 for n in range(400)]
    restarting = threading.Thread(target=server.restart)
    errors = insist(valkey, target(server, produce_timeout=3.0), payloads, restarting.start)
    restarting.join()
    assert errors
    assert {error.reason for error in errors} <= {"closed", "refused", "reset", "busy"}
    assert set(entries(server)) == set(payloads)


@pytest.mark.parametrize("stream", [False, True], ids=["channel", "stream"])
def test_many_small_ones(server: Valkey, stream: bool) -> None:
    """So many at once that all their answers would fill the sockets: nobody waits for the other for ever."""
    sink = valkey.open(target(server, stream=stream, valkey_maxlen=100, produce_timeout=5.0))
    assert not any(sink.send_all([b"x"] * 20_000))
    sink.close()


def test_frozen(server: Valkey) -> None:
    """A server that takes nothing is given up after -produceTimeout, and closing does not wait for it."""
    sink = valkey.open(target(server, produce_timeout=0.3))
    server.freeze()
    began = time.monotonic()
    answers = sink.send_all([bytes(1 << 20)] * 8)
    sink.close()
    assert time.monotonic() - began < 2
    assert {answer and (answer.reason, answer.retry) for answer in answers} == {("timeout", True)}
    assert refused(target(server, produce_timeout=0.3)).reason == "timeout"
    server.thaw()


def test_nobody_there() -> None:
    """Is worth another try, and said with the address."""
    with socket.create_server((HOST, 0)) as free:
        port = free.getsockname()[1]
    error = refused(Target("valkey", f"{HOST}:{port}/1"))
    assert (error.reason, error.retry) == ("refused", True)
    assert f"valkey:{HOST}:{port}/1: ECONNREFUSED (Connection refused): nobody listens there" in str(error)


def test_server_that_goes_is_noticed(server: Valkey) -> None:
    """The first send after it went says so."""
    sink = valkey.open(target(server))
    server.kill()
    with pytest.raises(SendError) as gone:
        sink.send(b"x")
    assert gone.value.retry
    assert gone.value.reason in ("closed", "reset")
    sink.close()


def test_not_valkey() -> None:
    """Something else that listens there is found out at the opening."""
    with socket.create_server((HOST, 0)) as listener:

        def answer() -> None:
            peer, _ = listener.accept()
            peer.recv(4096)
            peer.sendall(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
            peer.close()

        thread = threading.Thread(target=answer)
        thread.start()
        error = refused(Target("valkey", f"{HOST}:{listener.getsockname()[1]}"))
        thread.join()
    assert (error.reason, error.retry) == ("broker", True)
    assert "Protocol Error" in str(error)


def test_too_large(tmp_path: Path) -> None:
    """What the server told is the limit, to the byte."""
    with Valkey(tmp_path / "valkey", settings=["--proto-max-bulk-len", "1mb"]) as server:
        sink = valkey.open(target(server, b"head"))
        assert sink.max_payload == 1 << 20
        sink.send(bytes((1 << 20) - 4))
        sink.close()
        assert list(map(len, entries(server))) == [1 << 20]


def test_what_the_server_refuses(server: Valkey) -> None:
    """A full memory, a key that is no stream, a replica, no such database: each has its word, and is waited for."""
    where = target(server)
    with asking(server) as asked:
        asked.set("xtcp", "taken")
        error = answered(where, b"x")
        assert (error.reason, error.retry) == ("wrong_type", True)
        assert "the key that -topic names is no stream" in str(error)
        asked.delete("xtcp")
        asked.config_set("maxmemory", "1")
        assert (answered(where, b"x").reason, answered(where, b"x").retry) == ("full", True)
        asked.config_set("maxmemory", "0")
        asked.replicaof(HOST, "1")
        error = answered(where, b"x")
        assert (error.reason, error.retry) == ("read_only", True)
        assert "name the primary" in str(error)
        asked.replicaof("NO", "ONE")
        error = refused(target(server, db="/99"))
        assert (error.reason, error.retry) == ("missing", True)
        assert "there is no such database" in str(error)


def test_answers_are_told_apart(server: Valkey) -> None:
    """Of several payloads at once, those that were taken are confirmed and the others are not."""
    sink = valkey.open(target(server))
    with asking(server) as asked:
        assert sink.send_all([b"1", b"2"]) == [None, None]
        asked.config_set("maxmemory", "1")
        assert [answer and answer.reason for answer in sink.send_all([b"3", b"4"])] == ["full", "full"]
        asked.config_set("maxmemory", "0")
        assert sink.send_all([b"5"]) == [None]
    sink.close()
    assert entries(server) == [b"1", b"2", b"5"]


def test_password(tmp_path: Path) -> None:
    """The right one is let in; a wrong one and none are refused with what to do."""
    (file := tmp_path / "password").write_text("s3cret\n")
    file.chmod(0o600)
    with Valkey(tmp_path / "valkey", password="s3cret") as server:
        for user in ("", "default"):
            sink = valkey.open(target(server, dest_user=user, dest_password_file=str(file)))
            sink.send(b"x")
            sink.close()
        for knobs in ({"dest_password": "s3cretly"}, {"dest_user": "me", "dest_password": "s3cret"}):
            error = refused(target(server, **knobs))
            assert (error.reason, error.retry) == ("auth", True)
            assert "-destPasswordFile" in str(error)
        error = refused(target(server))
        assert (error.reason, error.retry) == ("auth", True)


def test_user_with_few_rights(server: Valkey) -> None:
    """Who may do nothing but add to the stream can do that; who may not is told so."""
    with asking(server) as asked:
        asked.acl_setuser("me", enabled=True, passwords=["+s3cret"], keys=["xtcp"], commands=["+xadd"])
        where = target(server, dest_user="me", dest_password="s3cret")
        sink = valkey.open(where)
        assert sink.max_payload == 512 << 20
        sink.send(b"x")
        sink.close()
        asked.acl_setuser("me", enabled=True, passwords=["+s3cret"], keys=["xtcp"], commands=["-xadd"])
        error = answered(where, b"x")
    assert (error.reason, error.retry) == ("denied", True)
    assert "s3cret" not in str(error)


def test_tls(tmp_path: Path, certificates: Certificates) -> None:
    """With the right authority payloads arrive; with another, with the system's alone, or without a certificate asked for, nothing does."""
    shown = {"dest_cert": str(certificates.client_cert), "dest_key": str(certificates.client_key)}
    for mutual in (False, True):
        with Valkey(tmp_path / f"valkey{mutual}", tls=certificates, mutual=mutual) as server:
            mine = shown if mutual else {}
            sink = valkey.open(target(server, dest_tls=True, dest_ca=str(certificates.ca), **mine))
            assert sink.send_all([b"x" * 900_000] * 3) == [None] * 3
            sink.close()
            assert server.asked("XLEN", "xtcp") == b":3\r\n"
            valkey.open(target(server, dest_tls=True, dest_verify=False, **mine)).close()
            for knobs in ({"dest_ca": str(certificates.stranger)}, {}):
                error = refused(target(server, dest_tls=True, **knobs, **mine))
                assert (error.reason, error.retry) == ("tls", True)
                assert "its certificate is not trusted" in str(error)
            assert refused(target(server)).reason in ("closed", "reset", "broker")
            if mutual:
                error = refused(target(server, dest_tls=True, dest_ca=str(certificates.ca)))
                assert error.reason in ("tls", "closed", "reset")


def test_no_tls_there(server: Valkey, certificates: Certificates) -> None:
    """-destTls is never spoken without TLS."""
    error = refused(target(server, dest_tls=True, dest_ca=str(certificates.ca), dest_password="s3cret", produce_timeout=0.3))
    assert error.retry
    assert error.reason in ("tls", "closed", "reset", "timeout")


@pytest.mark.parametrize("address", ["", "h", "h:0", "//h:6379", "h:1/", "h:1/x", "h:1/-1", "h:1/1/2", "h/1", "h:1,h:2"])
def test_addresses_that_cannot_be_meant(address: str) -> None:
    """HOST:PORT, and a number behind a slash; the message shows the whole address."""
    with pytest.raises(BadAddress) as caught:
        valkey.check(Target("valkey", address))
    assert str(caught.value).startswith(f"-dest valkey:{address}: ")


def test_options() -> None:
    """The database, and what is said to the server."""
    options = valkey.Options.of(Target("valkey", "[::1]:6379/7", knobs=Knobs(topic="a b")))
    assert (options.host, options.port, options.db, options.patience) == ("::1", 6379, 7, valkey.ANSWER_SECONDS)
    assert options.command == ("PUBLISH", "a b")
    stream = valkey.Options.of(Target("valkey", "h:1", knobs=Knobs(valkey_stream=True, valkey_maxlen=9)))
    assert stream.command == ("XADD", "xtcp", "MAXLEN", "~", 9, "*", "envelope")


def test_missing_client(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the client library the message says what to install."""
    monkeypatch.setitem(sys.modules, "valkey.connection", None)
    with pytest.raises(SendError, match=r"pip install 'xtcp-ebpf\[valkey\]'") as caught:
        valkey.open(Target("valkey", "h:1"))
    assert (caught.value.reason, caught.value.retry) == ("missing_extra", False)
