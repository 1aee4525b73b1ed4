"""Unix datagram sockets, beyond what the conformance suite asks of every destination."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import unixgram
from xtcp_ebpf.destinations._datagram import DatagramSink
from xtcp_ebpf.errors import SendError


def test_a_receiver_that_stays_full_times_out(tmp_path: Path) -> None:
    """A queue that stays full is waited for as long as the patience is, and then worth another try."""
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as server:
        server.bind(path)
        near = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        near.connect(path)
        sink = DatagramSink(near, "unixgram:s", b"", 1000, patience=0.02)
        with pytest.raises(SendError) as full:
            for _ in range(10_000):
                sink.send(b"x")
        assert (full.value.reason, full.value.retry) == ("timeout", True)
        server.recv(10)
        sink.send(b"y")
        sink.close()


def test_receiver_gone(tmp_path: Path) -> None:
    """A receiver that closed is refused at once, so that nothing goes into nowhere."""
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as server:
        server.bind(path)
        sink = unixgram.open(Target("unixgram", path))
        assert not os.get_inheritable(sink._sock.fileno())
    with pytest.raises(SendError) as gone:
        sink.send(b"x")
    assert (gone.value.reason, gone.value.retry) == ("refused", True)
    sink.close()


def test_a_socket_of_another_type(tmp_path: Path) -> None:
    """A stream socket at the path is an error that says which scheme is right, without retry."""
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        server.listen()
        with pytest.raises(SendError, match="unix: wants a stream socket") as wrong:
            unixgram.open(Target("unixgram", path))
    assert (wrong.value.reason, wrong.value.retry) == ("wrong_type", False)
