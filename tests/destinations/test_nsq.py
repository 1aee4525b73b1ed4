"""NSQ, against nsqd."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conformance.far_ends import NsqEnd
from conformance.insisting import insist
from servers.certificates import Certificates
from servers.nsqd import Nsqd
from servers.process import HOST

from xtcp_ebpf.abc import BatchingSink, Target
from xtcp_ebpf.destinations import nsq
from xtcp_ebpf.errors import BadAddress, SendError
from xtcp_ebpf.knobs import Knobs


def target(server: Nsqd, preamble: bytes = b"", **knobs: Any) -> Target:
    return Target("nsq", server.address, preamble, knobs=Knobs(**knobs))


def refused(where: Target) -> SendError:
    """What opening it says. No secret is in it."""
    with pytest.raises(SendError) as caught:
        nsq.open(where).close()
    assert "s3cret" not in str(caught.value)
    return caught.value


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """No descriptor more than before."""
    before = descriptors()
    yield
    assert descriptors() == before


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Nsqd]:
    with Nsqd(tmp_path / "nsqd") as server:
        yield server


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


def arrived(server: Nsqd, count: int) -> list[bytes]:
    """The messages of a consumer that waits for so many."""
    end, until = NsqEnd(server), time.monotonic() + 10
    while len(found := end.messages()) < count:
        assert time.monotonic() < until, len(found)
    end.close()
    return found


def test_delivers(server: Nsqd) -> None:
    """Each payload is one message behind the preamble, in order, whether they come alone or together."""
    sink = nsq.open(target(server, b"head\n"))
    assert isinstance(sink, BatchingSink)
    assert sink.max_payload == 1 << 20
    sink.send(b"first")
    assert sink.send_all([b"%d" % n for n in range(300)]) == [None] * 300
    sink.close()
    assert arrived(server, 301) == [b"head\nfirst", *(b"head\n%d" % n for n in range(300))]


def test_killed_and_started_again(server: Nsqd) -> None:
    """kill -9 in mid-stream and a new start on the same port: all that was confirmed and all that was sent again is there.

    All but one: nsqd says OK before it notes on disk that it has the message, even with -sync-every=1.
    """
    payloads = [b"%06d" % n * 2000 for n in range(400)]
    restarting = threading.Thread(target=server.restart)
    errors = insist(nsq, target(server, produce_timeout=3.0), payloads, restarting.start)
    restarting.join()
    assert errors
    assert {error.reason for error in errors} <= {"closed", "refused", "reset"}
    assert len(set(payloads) - set(arrived(server, 399))) <= 1


def test_many_small_ones(server: Nsqd) -> None:
    """So many messages at once that all their answers would fill the sockets: nobody waits for the other for ever."""
    sink = nsq.open(target(server, topic="many#ephemeral", produce_timeout=5.0))
    assert not any(sink.send_all([b"x"] * 30_000))
    sink.close()


def test_frozen(server: Nsqd) -> None:
    """An nsqd that takes nothing is given up after -produceTimeout, and closing does not wait for it."""
    sink = nsq.open(target(server, produce_timeout=0.3))
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
    error = refused(Target("nsq", f"{HOST}:{port}"))
    assert (error.reason, error.retry) == ("refused", True)
    assert f"nsq:{HOST}:{port}: ECONNREFUSED" in str(error)


def test_server_that_goes_is_noticed(server: Nsqd) -> None:
    """The first send after it went says so."""
    sink = nsq.open(target(server))
    server.kill()
    with pytest.raises(SendError) as gone:
        sink.send(b"x")
    assert gone.value.retry
    assert gone.value.reason in ("closed", "reset")
    sink.close()


@pytest.mark.parametrize("excess", [1, 900_000])
def test_too_large(tmp_path: Path, excess: int) -> None:
    """nsqd tells its limit only when it refuses: then it is known to each new connection, and what came before is confirmed."""
    with Nsqd(tmp_path / "nsqd", settings=["-max-msg-size=100000"]) as server:
        where = target(server, b"head")
        sink = nsq.open(where)
        answers = sink.send_all([b"x" * 99_996, b"y" * (99_996 + excess), b"z"])
        sink.close()
        assert answers[0] is None
        assert (answers[1] and (answers[1].reason, answers[1].retry)) == ("too_large", True)
        assert "from now on messages are split to 100000 bytes" in str(answers[1])
        assert (answers[2] and answers[2].retry) is True
        sink = nsq.open(where)
        assert sink.max_payload == 100_000
        sink.send(b"x" * 99_996)
        sink.close()
        assert list(map(len, arrived(server, 2))) == [100_000, 100_000]


def test_secret(tmp_path: Path) -> None:
    """With the right one messages arrive; a wrong one and none are refused with what to do. Nobody is told one who does not ask."""
    (file := tmp_path / "token").write_text("s3cret\n")
    file.chmod(0o600)
    with Nsqd(tmp_path / "a", secret="s3cret") as server:
        sink = nsq.open(target(server, dest_token_file=str(file)))
        sink.send(b"x")
        sink.close()
        assert server.depth("xtcp") == 1
        error = refused(target(server))
        assert (error.reason, error.retry) == ("auth", True)
        assert "asks for a secret: give it with -destTokenFile" in str(error)
        error = refused(target(server, dest_token="s3cretly"))
        assert error.reason in ("auth", "denied")
        assert "nsqd says E_" in str(error)
    with Nsqd(tmp_path / "b") as server:
        nsq.open(target(server, dest_token="s3cret")).close()


def test_tls(tmp_path: Path, certificates: Certificates) -> None:
    """With the right authority messages arrive; with another, without TLS, or without a certificate that is asked for, nothing does."""
    client = {"dest_cert": str(certificates.client_cert), "dest_key": str(certificates.client_key)}
    for mutual in (False, True):
        with Nsqd(tmp_path / f"nsqd{mutual}", tls=certificates, mutual=mutual) as server:
            mine = client if mutual else {}
            sink = nsq.open(target(server, dest_tls=True, dest_ca=str(certificates.ca), **mine))
            assert sink.send_all([b"x" * 900_000] * 3) == [None] * 3
            sink.close()
            assert server.depth("xtcp") == 3
            nsq.open(target(server, dest_tls=True, dest_verify=False, **mine)).close()
            error = refused(target(server, dest_tls=True, dest_ca=str(certificates.stranger), **mine))
            assert (error.reason, error.retry) == ("tls", True)
            assert "its certificate is not trusted" in str(error)
            sink = nsq.open(target(server))
            with pytest.raises(SendError, match="speak TLS with -destTls") as caught:
                sink.send(b"x")
            assert (caught.value.reason, caught.value.retry) == ("tls", True)
            sink.close()
            if mutual:
                assert refused(target(server, dest_tls=True, dest_ca=str(certificates.ca))).reason in ("tls", "closed", "reset")


def test_no_tls_there(server: Nsqd, certificates: Certificates) -> None:
    """-destTls is never spoken without TLS."""
    error = refused(target(server, dest_tls=True, dest_ca=str(certificates.ca), dest_token="s3cret"))
    assert (error.reason, error.retry) == ("tls", True)
    assert "offers no TLS" in str(error)


def frame(kind: int, text: bytes) -> bytes:
    return struct.pack(">II", len(text) + 4, kind) + text


@pytest.mark.parametrize(
    ("said", "reason", "words"),
    [
        (b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n", "protocol", "this is no nsqd"),
        (frame(0, b"OK"), "protocol", "this is no nsqd: it answered b'OK' to IDENTIFY"),
        (b"", "closed", "nsqd has closed the connection"),
        (frame(1, b"E_INVALID odd"), "protocol", "nsqd says E_INVALID odd"),
    ],
)
def test_not_nsqd(said: bytes, reason: str, words: str) -> None:
    """Something else that listens there is found out at the opening."""
    with socket.create_server((HOST, 0)) as listener:

        def answer() -> None:
            peer, _ = listener.accept()
            peer.recv(4096)
            peer.sendall(said)
            peer.close()

        thread = threading.Thread(target=answer)
        thread.start()
        error = refused(Target("nsq", f"{HOST}:{listener.getsockname()[1]}"))
        thread.join()
    assert (error.reason, error.retry) == (reason, True)
    assert words in str(error)


def test_heartbeats() -> None:
    """They are declined; one that comes nonetheless is answered and is no answer to a message."""
    near, far = socket.socketpair()
    connection = nsq.Connection(near, "nsq:h:1")
    far.sendall(frame(0, b"_heartbeat_") + frame(0, b"OK"))
    assert connection.answer() == b"OK"
    assert far.recv(100) == b"NOP\n"
    connection.close()
    far.close()


@pytest.mark.parametrize("address", ["", "h", "h:0", "//h:4150", "h:1,h:2"])
def test_addresses_that_cannot_be_meant(address: str) -> None:
    """One nsqd is HOST:PORT."""
    with pytest.raises(BadAddress) as caught:
        nsq.check(Target("nsq", address))
    assert str(caught.value).startswith(f"-dest nsq:{address}: ")


@pytest.mark.parametrize("topic", ["a b", "x" * 65, "a\n", "ü", "a#b"])
def test_topics_that_cannot_be_meant(topic: str) -> None:
    """What nsqd would refuse is refused before anything is opened."""
    with pytest.raises(BadAddress, match="is no topic of NSQ"):
        nsq.check(Target("nsq", "h:4150", knobs=Knobs(topic=topic)))


def test_options() -> None:
    """The name under which nsqd shows us, and the default of -produceTimeout."""
    assert nsq.Options.of(Target("nsq", "[::1]:4150", knobs=Knobs(hostname="me"))).client == "me"
    options = nsq.Options.of(Target("nsq", "h:4150", knobs=Knobs(topic="a.b-c#ephemeral")))
    assert (options.client, options.patience) == (socket.gethostname(), nsq.ANSWER_SECONDS)


def test_message_that_fits_and_is_refused() -> None:
    """What nsqd calls too big for a limit that it keeps can never be taken: it is not tried for ever."""
    near, far = socket.socketpair()
    where = Target("nsq", "h:4151")
    sink = nsq.NsqSink(nsq.Connection(near, where.where), where, nsq.Options.of(where))
    far.sendall(frame(1, b"E_BAD_MESSAGE PUB message too big 3 > 100"))
    with pytest.raises(SendError) as caught:
        sink.send(b"abc")
    assert (caught.value.reason, caught.value.retry) == ("too_large", False)
    sink.close()
    far.close()
