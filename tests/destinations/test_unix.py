"""Unix stream sockets, beyond what the conformance suite asks of every destination."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import unix
from xtcp_ebpf.errors import SendError


def test_frames_as_the_predecessor_does() -> None:
    """Each payload stands behind its length as a varint; a name in the abstract namespace works."""
    name = f"@xtcp-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0" + name[1:])
        server.listen()
        sink = unix.open(Target("unix", name))
        sink.send(b"x" * 300)
        assert not os.get_inheritable(sink._sock.fileno())
        sink.close()
        with server.accept()[0] as far:
            assert far.recv(1000, socket.MSG_WAITALL) == b"\xac\x02" + b"x" * 300


def test_a_socket_of_another_type(tmp_path: Path) -> None:
    """A datagram socket at the path is an error that says which scheme is right, without retry."""
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as server:
        server.bind(path)
        with pytest.raises(SendError, match="unixgram: a datagram socket") as wrong:
            unix.open(Target("unix", path))
    assert (wrong.value.reason, wrong.value.retry) == ("wrong_type", False)


def test_nobody_there(tmp_path: Path) -> None:
    """A path that does not exist yet, and one that a dead server left behind, are worth another try."""
    path = str(tmp_path / "s")
    with pytest.raises(SendError) as missing:
        unix.open(Target("unix", path))
    assert (missing.value.reason, missing.value.retry) == ("missing", True)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
    with pytest.raises(SendError) as refused:
        unix.open(Target("unix", path))
    assert (refused.value.reason, refused.value.retry) == ("refused", True)


def test_a_full_backlog_is_busy(tmp_path: Path) -> None:
    """A server that accepts nobody is `busy`, at once, and worth another try."""
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        server.listen(0)
        first = unix.open(Target("unix", path))
        with pytest.raises(SendError) as busy:
            unix.open(Target("unix", path))
        assert (busy.value.reason, busy.value.retry) == ("busy", True)
        first.close()
