"""A frame comes whole, with its descriptors, or is refused whole; nothing that was refused stays open."""

from __future__ import annotations

import errno
import os
import random
import socket
import struct
import time
from collections.abc import Iterator

import pytest
from kernel.real_namespaces import descriptors, few_descriptors

from xtcp_ebpf.opening.handover import MOST_BODY, MOST_DESCRIPTORS, Frame, Handover, close_all

Pair = tuple[Handover, Handover]


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    """A connection."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with ours, theirs:
        yield ours, theirs


@pytest.fixture
def pair(ends: tuple[socket.socket, socket.socket]) -> Pair:
    """Two that trust each other with two descriptors."""
    return Handover(ends[0], 2), Handover(ends[1], 2)


def rights(*numbers: int) -> list[tuple[int, int, bytes]]:
    return [(socket.SOL_SOCKET, socket.SCM_RIGHTS, struct.pack(f"@{len(numbers)}i", *numbers))]


@pytest.mark.parametrize("body", [b"", b"x", b"\0" * 1000, b"y" * MOST_BODY])
def test_a_frame_comes_as_it_was_sent(pair: Pair, body: bytes) -> None:
    """Kind, number, body; the descriptors are of the same files, others than the sender's, and close-on-exec."""
    pair[0].send(7, 0xFFFFFFFE, body)
    assert pair[1].receive() == Frame(7, 0xFFFFFFFE, body, ())
    reading, writing = os.pipe()
    pair[0].send(7, 1, body, (reading, writing))
    close_all((reading, writing))
    frame = pair[1].receive()
    os.write(frame.descriptors[1], b"through")
    assert os.read(frame.descriptors[0], 100) == b"through"
    assert not any(map(os.get_inheritable, frame.descriptors))
    close_all(frame.descriptors)


@pytest.mark.parametrize(
    ("raw", "brought"),
    [
        (b"x", 0),
        (b"x" * 7, 1),
        (struct.pack("=BBHI", 1, 0, 5, 0) + b"four", 0),
        (struct.pack("=BBHI", 1, 0, 5, 0) + b"sixsix", 2),
        (struct.pack("=BBHI", 1, 0, 0, 0), 1),
        (struct.pack("=BBHI", 1, 2, 0, 0), 1),
        (struct.pack("=BBHI", 1, 3, 0, 0), 3),
        (struct.pack("=BBHI", 1, 200, 0, 0), 2),
        (b"z" * (MOST_BODY + 100), 1),
    ],
)
def test_junk(ends: tuple[socket.socket, socket.socket], pair: Pair, raw: bytes, brought: int) -> None:
    """A frame that is too short or too long, or that lies about itself, ends the connection; what it brought is closed."""
    before = descriptors()
    ends[0].sendmsg([raw], rights(*[0] * brought) if brought else [])
    with pytest.raises(OSError) as caught:
        pair[1].receive()
    assert isinstance(caught.value, ConnectionAbortedError) or caught.value.errno == errno.EMFILE
    assert descriptors() <= before


def test_any_bytes_at_all(ends: tuple[socket.socket, socket.socket], pair: Pair) -> None:
    """Random datagrams are frames or junk, and never anything else."""
    dice = random.Random(7)
    kinds = set()
    for _ in range(2000):
        raw = bytearray(struct.pack("=BBHI", 1, 0, 20, 9) + dice.randbytes(20))
        for _ in range(dice.randrange(3)):
            raw[dice.randrange(len(raw))] = dice.randrange(256)
        ends[0].send(raw[: dice.choice((28, 28, dice.randrange(1, 28)))])
        try:
            kinds.add(type(pair[1].receive()))
        except ConnectionAbortedError:
            kinds.add(ConnectionAbortedError)
        except OSError as error:
            assert error.errno == errno.EMFILE  # it says that it brings a descriptor, and none came
    assert kinds == {Frame, ConnectionAbortedError}


def test_the_other_end_is_gone(pair: Pair) -> None:
    """That is told as such, at both calls."""
    pair[0].close()
    with pytest.raises(ConnectionResetError):
        pair[1].receive()
    with pytest.raises(BrokenPipeError):
        pair[1].send(1)


def test_time_is_up(pair: Pair) -> None:
    """A wait ends when it was said; then the connection is as good as before."""
    pair[1].within(0.05)
    began = time.monotonic()
    with pytest.raises(BlockingIOError):
        pair[1].receive()
    assert 0.04 < time.monotonic() - began < 5
    pair[0].within(0.05)
    with pytest.raises(BlockingIOError):
        while True:
            pair[0].send(1, 0, b"x" * MOST_BODY)
    assert pair[1].receive().kind == 1


def test_no_descriptor_left(pair: Pair) -> None:
    """One that cannot be taken in is told by its errno, not as junk; the next frame is read."""
    pair[0].send(1, 0, b"", (0,))
    with few_descriptors(0), pytest.raises(OSError) as caught:
        pair[1].receive()
    assert caught.value.errno == errno.EMFILE
    pair[0].send(2)
    assert pair[1].receive().kind == 2


def test_what_is_not_sent(pair: Pair) -> None:
    """A frame that nobody would take is refused where it is made."""
    for body, numbers in ((b"x" * (MOST_BODY + 1), ()), (b"", (0,) * (MOST_DESCRIPTORS + 1))):
        with pytest.raises(ValueError, match="too large"):
            pair[0].send(1, 0, body, numbers)
