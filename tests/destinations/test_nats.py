"""NATS and JetStream, against nats-server."""

from __future__ import annotations

import json
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conformance.far_ends import NatsEnd
from conformance.insisting import insist
from nats_opened import as_before, refused, target
from servers.nats import Nats
from servers.process import HOST

from xtcp_ebpf.abc import BatchingSink, Target
from xtcp_ebpf.destinations import _nats, nats
from xtcp_ebpf.errors import BadAddress, SendError
from xtcp_ebpf.knobs import Knobs

INFO = {"server_id": "x", "version": "2.10.0", "max_payload": 1048576, "headers": True}


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    with as_before():
        yield


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Nats]:
    """With a stream for the subject."""
    with Nats(tmp_path / "nats") as server:
        NatsEnd(server).make_stream("xtcp")
        yield server


def arrived(server: Nats, last: bytes) -> None:
    """Core NATS hands on a moment after it answered."""
    end = time.monotonic() + 5
    while last not in NatsEnd(server).messages():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.parametrize("jetstream", [False, True], ids=["core", "jetstream"])
def test_delivers(server: Nats, jetstream: bool) -> None:
    """Each payload is one message behind the preamble, in order, whether they come alone or together."""
    sink = nats.open(target(server, b"head\n", nats_jetstream=jetstream))
    assert isinstance(sink, BatchingSink)
    assert sink.max_payload == 1 << 20
    sink.send(b"first")
    assert sink.send_all([b"%d" % n for n in range(300)]) == [None] * 300
    sink.close()
    arrived(server, b"head\n299")
    assert NatsEnd(server).messages() == [b"head\nfirst", *(b"head\n%d" % n for n in range(300))]


@pytest.mark.parametrize("jetstream", [False, True], ids=["core", "jetstream"])
def test_killed_and_started_again(server: Nats, jetstream: bool) -> None:
    """kill -9 in mid-stream and a new start on the same port: it goes on, and JetStream has all that it acknowledged.

    What core NATS had taken and not handed on when it was killed is lost.
    """
    payloads = [b"%06d" % n * 2000 for n in range(400)]
    restarting = threading.Thread(target=server.restart)
    errors = insist(nats, target(server, nats_jetstream=jetstream, produce_timeout=3.0), payloads, restarting.start)
    restarting.join()
    assert errors
    assert {error.reason for error in errors} <= {"closed", "refused", "reset", "timeout", "no_stream", "protocol"}
    arrived(server, payloads[-1])
    if jetstream:
        assert set(NatsEnd(server).messages()) == set(payloads)


class Recorder:
    """A listener that says INFO as nats-server does, answers pings and writes down all that it hears."""

    def __init__(self, first: bytes = b"INFO " + json.dumps(INFO).encode() + b"\r\n") -> None:
        self.heard = b""
        self._first = first
        self._listener = socket.create_server((HOST, 0))
        self.address = f"{HOST}:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        self.peer, _ = self._listener.accept()
        self.peer.sendall(self._first)
        while data := self.peer.recv(1 << 20):
            self.heard += data
            self.peer.sendall(b"PONG\r\n" * data.count(b"PING\r\n"))
        self.peer.close()

    def until(self, words: bytes) -> None:
        end = time.monotonic() + 5
        while words not in self.heard:
            assert time.monotonic() < end, self.heard
            time.sleep(0.01)

    def close(self) -> None:
        self._listener.close()
        self._thread.join()


@contextmanager
def recorder(*first: bytes) -> Iterator[Recorder]:
    made = Recorder(*first)
    try:
        yield made
    finally:
        made.close()


def test_confirmed_means_behind_the_message() -> None:
    """The last ping that is waited for stands behind the last message on the wire: its answer says that the server took that."""
    with recorder() as peer:
        sink = nats.open(Target("nats", peer.address))
        sink.send_all([b"one", b"two"])
        assert peer.heard.rindex(b"PING\r\n") > peer.heard.rindex(b"two\r\n")
        sink.close()


def test_answers_pings_between_sends() -> None:
    """An idle connection answers the server, which would close it otherwise."""
    with recorder() as peer:
        sink = nats.open(Target("nats", peer.address))
        peer.peer.sendall(b"PING\r\n")
        peer.until(b"PONG\r\n")
        sink.close()


def test_no_password_without_tls() -> None:
    """Where TLS was asked for and the server does not offer it, nothing is said that it could overhear."""
    with recorder() as peer:
        knobs = Knobs(dest_tls=True, dest_user="me", dest_password="s3cret", dest_token="s3cret")
        error = refused(Target("nats", peer.address, knobs=knobs))
    assert (error.reason, error.retry) == ("tls", True)
    assert "the server offers no TLS" in str(error)
    assert b"s3cret" not in peer.heard


def test_not_nats() -> None:
    """Something else that listens there is no reason to wait for long, nor to be silent."""
    with recorder(b"HTTP/1.1 400 Bad Request\r\n\r\n") as peer:
        error = refused(Target("nats", peer.address))
    assert (error.reason, error.retry) == ("protocol", True)
    assert "this is no NATS server" in str(error)


@pytest.mark.parametrize("jetstream", [False, True], ids=["core", "jetstream"])
def test_frozen(server: Nats, jetstream: bool) -> None:
    """A server that takes nothing is given up after -produceTimeout, and closing does not wait for it."""
    sink = nats.open(target(server, nats_jetstream=jetstream, produce_timeout=0.3))
    server.freeze()
    began = time.monotonic()
    answers = sink.send_all([bytes(1 << 20)] * 8)
    sink.close()
    assert time.monotonic() - began < 2.5
    assert {answer and (answer.reason, answer.retry) for answer in answers} == {("timeout", True)}
    assert "no answer within 0.3 s" in str(answers[0])
    server.thaw()


def test_wrong_address(server: Nats) -> None:
    """Nobody there is said for each server of the list; one that is there is enough, wherever it stands."""
    with socket.create_server((HOST, 0)) as free:
        nobody = f"{HOST}:{free.getsockname()[1]}"
    error = refused(Target("nats", f"{nobody},localhost:{nobody.rpartition(':')[2]}"))
    assert (error.reason, error.retry) == ("refused", True)
    assert str(error).count("ECONNREFUSED (Connection refused): nobody listens there") == 2
    assert f"({nobody})" in str(error)
    for _ in range(4):
        nats.open(Target("nats", f"{nobody},{server.address}")).close()


def test_server_that_goes_is_noticed(server: Nats) -> None:
    """The first send after it went says so at once."""
    sink = nats.open(target(server))
    server.kill()
    began = time.monotonic()
    with pytest.raises(SendError, match=f"nats:{server.address}: .*the server has closed the connection") as gone:
        sink.send(b"x")
    assert (gone.value.reason, gone.value.retry) == ("closed", True)
    assert time.monotonic() - began < 2
    sink.close()


@pytest.mark.parametrize("jetstream", [False, True], ids=["core", "jetstream"])
def test_too_large(tmp_path: Path, jetstream: bool) -> None:
    """What the server told is the limit, to the byte; more is never tried again."""
    with Nats(tmp_path / "nats", max_payload=5000) as server:
        NatsEnd(server).make_stream("xtcp")
        sink = nats.open(target(server, b"head", nats_jetstream=jetstream))
        assert sink.max_payload == 5000
        sink.send(b"x" * 4996)
        with pytest.raises(SendError) as caught:
            sink.send(b"x" * 4997)
        assert (caught.value.reason, caught.value.retry) == ("too_large", False)
        sink.close()


def test_stream_with_a_limit(server: Nats) -> None:
    """A stream's own limit is one too; when it sinks, a new connection knows of it."""
    end = NatsEnd(server)
    end.update_stream("xtcp", max_msg_size=3000)
    sink = nats.open(target(server, nats_jetstream=True))
    assert sink.max_payload == 3000
    end.update_stream("xtcp", max_msg_size=2000)
    good, bad = sink.send_all([b"x", b"x" * 3000])
    assert good is None
    assert bad is not None
    assert (bad.reason, bad.retry) == ("too_large", True)
    sink.close()
    sink = nats.open(target(server, nats_jetstream=True))
    assert sink.max_payload == 2000
    sink.close()


def test_streams_that_do_not_take_it(tmp_path: Path) -> None:
    """No stream, one that acknowledges nothing, one that is full: each is said, and waited for."""
    with Nats(tmp_path / "nats") as server:
        where, end = target(server, nats_jetstream=True), NatsEnd(server)
        error = refused(where)
        assert (error.reason, error.retry) == ("no_stream", True)
        assert str(error).endswith("no JetStream stream takes the subject xtcp: make one, such as by: nats stream add XTCP --subjects xtcp")
        end.make_stream("xtcp", no_ack=True)
        assert "the stream FAR acknowledges nothing" in str(refused(where))
        end.update_stream("xtcp", no_ack=False, max_msgs=2, discard="new")
        sink = nats.open(where)
        answers = sink.send_all([b"1", b"2", b"3"])
        assert answers[:2] == [None, None]
        assert (answers[2] and (answers[2].reason, answers[2].retry)) == ("broker", True)
        assert "JetStream says: maximum messages exceeded" in str(answers[2])
        end.update_stream("other")
        (answer,) = sink.send_all([b"4"])
        assert answer is not None
        assert answer.reason == "no_stream"
        sink.close()


class Plain(Nats):
    """Without JetStream."""

    def answers(self) -> bool:
        return bool(self.info())


def test_jetstream_is_off(tmp_path: Path) -> None:
    """A server without JetStream says so at the opening."""
    with Plain(tmp_path / "nats", settings="jetstream: false\n") as server:
        error = refused(target(server, nats_jetstream=True))
    assert (error.reason, error.retry) == ("no_stream", True)
    assert "JetStream" in str(error)


@pytest.mark.parametrize("address", ["", "h", "h:0", "//h:4222", "h:1,", ",h:1", "h:1,[::1]", "h:1,::1:2"])
def test_addresses_that_cannot_be_meant(address: str) -> None:
    """Each server of the list must be HOST:PORT; the message shows the whole address."""
    with pytest.raises(BadAddress) as caught:
        nats.check(Target("nats", address))
    assert str(caught.value).startswith(f"-dest nats:{address}: ")


@pytest.mark.parametrize("topic", ["a b", "a.", ".a", "a..b", "a.*", ">", "a\n"])
def test_subjects_that_cannot_be_meant(topic: str) -> None:
    """What is not a subject, or one for many, is refused before anything is opened."""
    with pytest.raises(BadAddress, match=r"-topic .* is no subject to publish to"):
        nats.check(Target("nats", "h:4222", knobs=Knobs(topic=topic)))


def test_options() -> None:
    """IPv6 and several servers, and the default of -produceTimeout."""
    options = nats.Options.of(Target("nats", "[::1]:1,h:2", knobs=Knobs(topic="a.b*")))
    assert options.servers == (("::1", 1), ("h", 2))
    assert options.patience == nats.ANSWER_SECONDS


@pytest.mark.parametrize("module", ["nats.aio.client", "nkeys"])
def test_missing_client(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    """Without the client library the message says what to install."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(SendError, match=r"pip install 'xtcp-ebpf\[nats\]'") as caught:
        nats.open(Target("nats", "h:4222", knobs=Knobs(nats_creds="x")))
    assert (caught.value.reason, caught.value.retry) == ("missing_extra", False)


def test_words_of_errors() -> None:
    """What has no word of its own keeps the client's."""
    assert _nats.trouble("nats:h:1", RuntimeError("odd")).reason == "broker"
    assert "RuntimeError: odd" in str(_nats.trouble("nats:h:1", RuntimeError("odd")))
