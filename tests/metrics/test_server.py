"""Slow, huge, garbage, many, half closed: whatever clients do, the next one is answered. Real sockets."""

from __future__ import annotations

import os
import resource
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import pytest
from asking import ANYWHERE, CLOCK, PATIENCE, connected, get, heard, said
from servers.process import until

from xtcp_ebpf.metrics.http_head import MOST_HEAD_BYTES, Answer, Refused, Request, Slow
from xtcp_ebpf.metrics.listen_address import Address
from xtcp_ebpf.metrics.listener import Listener
from xtcp_ebpf.metrics.server import MOST_CONNECTIONS, Server

LARGE = b"x" * (8 << 20)
"""More than the kernel's buffers of a connection hold."""


GO_ON = threading.Event()
"""What /slow waits for."""


def until_told(wait: Callable[[float], bool]) -> Answer:
    while not GO_ON.is_set():
        if wait(0.01):
            return Answer(200, b"given up")
    return Answer(200, b"in the end")


ENDLESS = Slow(60.0, lambda wait: Answer(200, b"given up" if wait(3600) else b""))


def answer(request: Request) -> Answer | Slow:
    if request.path == "/slow":
        return Slow(60.0, until_told)
    if request.path == "/endless":
        return ENDLESS
    if request.path == "/late":
        return ENDLESS._replace(seconds=0.3)
    if request.path == "/large":
        return Answer(200, LARGE)
    if request.path == "/defect":
        raise RuntimeError("a defect")
    if request.path == "/none":
        raise Refused(HTTPStatus.NOT_FOUND, "none")
    return Answer(200, request.path.encode())


def descriptors() -> list[int]:
    """Of this process, the one for this look among them."""
    return [int(entry.name) for entry in Path("/proc/self/fd").iterdir()]


@contextmanager
def serving(patience_seconds: float = PATIENCE, most_connections: int = MOST_CONNECTIONS) -> Iterator[tuple[Address, Server]]:
    """Where it listens, and itself; afterwards as many descriptors are open as before."""
    before = descriptors()
    listener = Listener(ANYWHERE, "-promListen")
    server = Server(listener.sockets, answer, CLOCK, patience_seconds=patience_seconds, most_connections=most_connections)
    server.start()
    try:
        yield listener.address, server
    finally:
        server.close()
        listener.close()
    assert len(descriptors()) == len(before)


@pytest.fixture(autouse=True)
def _nothing_is_slow() -> None:
    GO_ON.set()


def test_requests() -> None:
    """A GET, its HEAD, and what is refused; each connection is closed behind its answer."""
    with serving() as (where, server):
        status, headers, body = get(where, "/a?b")
        assert (status, body, headers["connection"], headers["content-length"]) == (200, b"/a", "close", "2")
        assert get(where, "/large", method="HEAD")[1:] == ({**headers, "content-length": str(len(LARGE))}, b"")
        assert get(where, "/none")[0::2] == (404, b"none\n")
        refused = get(where, "/a", method="DELETE")
        assert (refused[0], refused[1]["allow"]) == (405, "GET, HEAD")
        assert get(where, "/large")[2] == LARGE
        assert server.outcomes() == {"200": 3, "404": 1, "405": 1}


def test_a_defect_is_told_and_costs_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    """500, one traceback in the log, and the next request is answered."""
    with serving() as (where, _):
        assert [get(where, "/defect")[0], get(where, "/defect")[0], get(where, "/a")[0]] == [500, 500, 200]
    assert len(caplog.records) == 1


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(2100), b"414"),
        (b"\0\xff\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nA: " + b"b" * MOST_HEAD_BYTES, b"431"),
        (b"GET /a HTTP/1.1\r\n\r\n" + b"z" * 100000, b"200"),
        (b"GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n", b"200"),
    ],
    ids=["TLS", "garbage", "huge head", "a body", "a second request"],
)
def test_garbage(words: bytes, status: bytes) -> None:
    """It gets a number, even when more comes than was asked for, and others get their answers."""
    with serving() as (where, _):
        assert said(where, words).split()[1] == status
        assert get(where, "/a")[0] == 200


def test_bytes_one_by_one() -> None:
    """A request may come in any pieces."""
    with serving() as (where, _), connected(where) as sock:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in b"GET /a HTTP/1.1\r\nHost: x\r\n\r\n":
            sock.sendall(bytes([byte]))
        assert heard(sock).endswith(b"\r\n\r\n/a")


def test_the_slow_are_left() -> None:
    """One that says nothing, one that goes on for ever, one that does not take its answer: closed when their time is over."""
    with serving(patience_seconds=0.3) as (where, server):
        silent, dripping, deaf = connected(where), connected(where), connected(where)
        dripping.sendall(b"GET / HTTP")
        deaf.sendall(b"GET /large HTTP/1.1\r\n\r\n")
        assert get(where, "/a")[0] == 200
        assert heard(silent) == heard(dripping) == b""
        until(lambda: server.outcomes().get("slow") == 3, "three that are slow", PATIENCE)
        assert get(where, "/a")[0] == 200
        assert len(heard(deaf)) < len(LARGE)
        for sock in (silent, dripping, deaf):
            sock.close()


def test_many_that_say_nothing_keep_nobody_out() -> None:
    """With all places taken the oldest goes for the next, which is answered at once."""
    with serving(most_connections=4) as (where, server):
        idle = [connected(where) for _ in range(20)]
        began = time.monotonic()
        assert [get(where, "/a")[0] for _ in range(5)] == [200] * 5
        assert time.monotonic() - began < PATIENCE / 2
        assert server.outcomes()["crowded"] >= 16
        for sock in idle:
            sock.close()


def test_those_who_leave() -> None:
    """Closed before, in, and behind the request, with and without a reset: nothing stays."""
    with serving() as (where, server):
        for words in (b"", b"GET /", b"GET /large HTTP/1.1\r\n\r\n"):
            for reset in (False, True):
                sock = connected(where)
                sock.sendall(words)
                if reset:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                sock.close()
        until(lambda: server.outcomes().get("broken", 0) >= 6, "six that left", PATIENCE)
        assert get(where, "/a")[0] == 200


def test_a_half_closed_client_is_answered() -> None:
    """It has said all that it will, and listens."""
    with serving() as (where, _), connected(where) as sock:
        sock.sendall(b"GET /a HTTP/1.0\r\n\r\n")
        sock.shutdown(socket.SHUT_WR)
        assert heard(sock).endswith(b"/a")


def test_without_descriptors_it_waits() -> None:
    """When no connection can be taken it does not spin, says so in its counts, and goes on when there are some again."""
    with serving() as (where, server):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        sock = socket.socket()
        sock.settimeout(PATIENCE)
        highest = max(descriptors())
        resource.setrlimit(resource.RLIMIT_NOFILE, (highest, hard))
        held = []
        try:
            while True:
                try:
                    held.append(os.dup(0))
                except OSError:
                    break
            sock.connect((where.host, where.port))
            began = time.process_time()
            until(lambda: server.outcomes().get("no_descriptor"), "no descriptors", PATIENCE)
            assert server.outcomes()["no_descriptor"] <= 2
            assert time.process_time() - began < 0.5
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
            for each in held:
                os.close(each)
        sock.sendall(b"GET /a HTTP/1.0\r\n\r\n")
        assert heard(sock).endswith(b"/a")
        sock.close()


def test_the_end_comes_at_once() -> None:
    """close() waits for no client, and who was in the middle is cut off."""
    with serving() as (where, server), connected(where) as sock:
        sock.sendall(b"GET /large HTTP/1.1\r\n\r\n")
        until(lambda: server.outcomes(), "the request is seen", PATIENCE)
        began = time.monotonic()
        server.close()
        assert time.monotonic() - began < PATIENCE / 2
        assert len(heard(sock)) < len(LARGE)


def asking(where: Address, path: str) -> socket.socket:
    """A connection that has asked."""
    sock = connected(where)
    sock.sendall(f"GET {path} HTTP/1.1\r\n\r\n".encode())
    return sock


def busy(where: Address) -> bool:
    """Something is being made; if not, then what this asks for."""
    return get(where, "/slow")[0] == 429


def test_what_takes_its_time_keeps_nobody_waiting() -> None:
    """Others are answered meanwhile, longer than a request's patience; a second one of its kind is told to come again."""
    GO_ON.clear()
    with serving(patience_seconds=0.5) as (where, server), asking(where, "/slow") as slow:
        began = time.monotonic()
        until(lambda: time.monotonic() > began + 0.6, "longer than a request may take", PATIENCE)
        assert get(where, "/a")[0] == 200
        status, headers, body = get(where, "/slow")
        assert (status, headers["retry-after"]) == (429, "10")
        assert b"one at a time" in body
        GO_ON.set()
        answered = heard(slow)
        assert answered.startswith(b"HTTP/1.1 200 ")
        assert answered.endswith(b"\r\n\r\nin the end")
        assert get(where, "/slow")[2] == b"in the end"
        assert get(where, "/slow", method="HEAD")[0::2] == (200, b"")
        assert server.outcomes() == {"200": 4, "429": 1}


def test_nobody_waits_for_it_any_more() -> None:
    """It is given up when the client leaves, with and without a reset, and when its time is over; then the next may ask."""
    with serving() as (where, server):
        for count, reset in enumerate((False, True), 1):
            sock = asking(where, "/endless")
            until(lambda: busy(where), "the request is seen", PATIENCE)
            if reset:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            sock.close()
            until(lambda: not busy(where), "it is given up", PATIENCE)
            assert server.outcomes()["broken"] == count
        with asking(where, "/late") as late:
            assert heard(late) == b""
        until(lambda: server.outcomes().get("slow") == 1, "its time is over", PATIENCE)
        until(lambda: not busy(where), "it is given up", PATIENCE)


def test_who_waits_for_it_goes_for_no_other() -> None:
    """With all places taken, the oldest of the others goes."""
    GO_ON.clear()
    with serving(most_connections=3) as (where, server), asking(where, "/slow") as slow:
        until(lambda: busy(where), "the request is seen", PATIENCE)
        idle = [connected(where) for _ in range(8)]
        until(lambda: server.outcomes().get("crowded", 0) >= 5, "five that had to go", PATIENCE)
        GO_ON.set()
        assert heard(slow).endswith(b"in the end")
        for sock in idle:
            sock.close()


def test_who_waits_may_talk() -> None:
    """A little is not listened to; one that does not stop is left."""
    GO_ON.clear()
    with serving() as (where, server), asking(where, "/slow") as slow:
        until(lambda: busy(where), "the request is seen", PATIENCE)
        slow.sendall(b"x" * 1000)
        GO_ON.set()
        assert heard(slow).endswith(b"in the end")
        with asking(where, "/endless") as endless, pytest.raises(ConnectionError):
            while True:
                endless.sendall(b"x" * 100000)
        until(lambda: server.outcomes().get("broken") == 1, "it is left", PATIENCE)


def test_the_end_gives_it_up() -> None:
    """close() ends what is being made, and its thread."""
    with serving() as (where, server), asking(where, "/endless") as endless:
        until(lambda: busy(where), "the request is seen", PATIENCE)
        began = time.monotonic()
        server.close()
        assert time.monotonic() - began < PATIENCE / 2
        assert heard(endless) == b""
        assert not [thread for thread in threading.enumerate() if thread.name in ("http", "profile")]
