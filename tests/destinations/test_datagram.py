"""What udp: and unixgram: share: one payload in each datagram, the preamble in front."""

from __future__ import annotations

import socket

import pytest

from xtcp_ebpf.destinations._datagram import DatagramSink
from xtcp_ebpf.errors import SendError


def test_each_datagram_has_the_preamble_and_one_payload() -> None:
    """Two payloads are two datagrams, and each can be read by itself."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    with theirs:
        sink = DatagramSink(ours, "unixgram:pair", b"head\n", 100)
        sink.send(b"one")
        sink.send(b"two")
        assert (theirs.recv(100), theirs.recv(100)) == (b"head\none", b"head\ntwo")
        assert sink.max_payload == 100
        sink.close()


def test_a_full_receiver_is_waited_for_and_then_told() -> None:
    """Patience has an end: SendError that is worth another try, with the destination's name in it."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    with theirs:
        sink = DatagramSink(ours, "unixgram:pair", b"", 100, patience=0.05)
        with pytest.raises(SendError, match="unixgram:pair") as error:
            for _ in range(5000):
                sink.send(b"x")
        assert error.value.retry
        sink.close()


def test_a_receiver_that_left_is_an_error() -> None:
    """Nothing is sent into the void."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    sink = DatagramSink(ours, "unixgram:pair", b"", 100)
    theirs.close()
    with pytest.raises(SendError, match="unixgram:pair"):
        sink.send(b"x")
    sink.close()
