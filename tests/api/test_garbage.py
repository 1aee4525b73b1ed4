"""Bytes of all kinds at the listener: whatever they are, the next call is served, and the log does not grow."""

from __future__ import annotations

import random
import socket
import struct
from collections.abc import Iterator

import pytest
from api.open_api import CONFIG, World, code, opened
from servers import authority

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
SETTINGS = b"\0\0\0\x04\0\0\0\0\0"
CONNECTIONS = 150
SEED = 8889


def frame(random_: random.Random) -> bytes:
    """One of HTTP/2 that is wrong in some way, or right by chance."""
    body = random_.randbytes(random_.choice((0, 1, 4, 8, 9, 40)))
    length = len(body) if random_.random() < 0.8 else random_.randrange(1 << 24)
    head = struct.pack(">I", length)[1:] + bytes((random_.randrange(12), random_.randrange(256)))
    return head + struct.pack(">I", random_.choice((0, 1, 2, 3, 1 << 31, random_.randrange(1 << 32)))) + body


def garbage(random_: random.Random) -> Iterator[bytes]:
    """What one connection says, piece by piece."""
    kind = random_.randrange(5)
    if kind == 0:
        yield random_.randbytes(random_.randrange(1, 300))
    elif kind == 1:
        yield b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
    elif kind == 2:  # a TLS ClientHello, cut off or damaged
        yield b"\x16\x03\x01" + struct.pack(">H", random_.randrange(1, 600)) + random_.randbytes(random_.randrange(300))
    elif kind == 3:
        yield PREFACE[: random_.randrange(len(PREFACE))]
    else:
        yield PREFACE + SETTINGS
        for _ in range(random_.randrange(1, 8)):
            yield frame(random_)


def throw(port: int, random_: random.Random) -> None:
    """One connection: says it, hears what there is to hear at once, and goes in one of two ways."""
    with socket.create_connection(("127.0.0.1", port), 5) as sock:
        try:
            for piece in garbage(random_):
                sock.sendall(piece)
            sock.setblocking(False)
            sock.recv(4096)
        except (BlockingIOError, ConnectionError):
            pass
        if random_.random() < 0.5:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # by a reset


def thrown(world: World, channel_code: str) -> None:
    random_ = random.Random(SEED)
    for _ in range(CONNECTIONS):
        throw(world.api.addresses[0].port, random_)
    assert channel_code == "OK"
    assert (world.daemon.changes, world.daemon.triggers, world.daemon.bursts) == (0, 0, 0)


@pytest.mark.parametrize("tls", [False, True])
def test_garbage(tls: bool, caplog: pytest.LogCaptureFixture) -> None:
    """To a listener in clear and to one of TLS: a connection that was there before goes on, a new one is taken."""
    import grpc

    papers = authority()
    knobs = {"grpc_tls_cert": str(papers.server_cert), "grpc_tls_key": str(papers.server_key)} if tls else {}
    credentials = grpc.ssl_channel_credentials(papers.ca.read_bytes()) if tls else None
    with opened(**knobs) as world:
        before = world.channel("", credentials)
        assert code(before, f"{CONFIG}Get") == "OK"
        caplog.clear()
        thrown(world, code(before, f"{CONFIG}Get"))
        assert code(before, f"{CONFIG}Get") == "OK"
        assert code(world.channel("", credentials, use_local_subchannel_pool=1), f"{CONFIG}Get") == "OK"
        assert len(caplog.records) <= 2
        assert world.tally["grpc_ended:INTERNAL"] == 0
