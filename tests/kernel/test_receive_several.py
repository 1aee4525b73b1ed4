"""Several datagrams in one receive: all that one by one gives, in fewer calls, in C and without it."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterator

import pytest
from dumps import messages, several, source_port
from kernel.real_namespaces import Spaces

from xtcp_ebpf import errors
from xtcp_ebpf.kernel import diag_socket
from xtcp_ebpf.kernel.diag_socket import DiagSocket
from xtcp_ebpf.wire import request, uapi

pytestmark = pytest.mark.kernel

INODE = 4026531840


@pytest.fixture
def diag() -> Iterator[DiagSocket]:
    """A diag socket in our own namespace."""
    made = DiagSocket(INODE, bytearray(32768))
    yield made
    made.close()


@pytest.fixture(params=["c", "python"])
def receiving(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With several datagrams in one call of C, and where that was not built."""
    kind: str = request.param
    if kind == "python":
        monkeypatch.setattr(diag_socket, "_receive", None)
    return kind


def test_several_datagrams(spaces: Spaces, receiving: str) -> None:
    """All sockets, in a fraction of the calls, and the message that ends the dump; then there is nothing more."""
    namespace = spaces.make("a")
    ports = spaces.listen(namespace, 300) + spaces.listen(namespace, 200, socket.AF_INET6)
    diag = spaces.inside(namespace, lambda: DiagSocket(namespace.inode, bytearray(8192)))
    try:
        found = several(diag, memoryview(bytearray(65536)))
        sockets = [payload for part in found for kind, _, _, payload in messages(part) if kind == 18]
        assert sorted(map(source_port, sockets)) == sorted(ports)
        assert any(len(part) > 8192 for part in found) == (receiving == "c")
        assert all(len(part) <= 65536 for part in found)
        with pytest.raises(errors.ReplyTimeout):
            diag.receive_several(0.01, memoryview(bytearray(65536)))
    finally:
        diag.close()


def test_no_longer_than_there_is_time(spaces: Spaces) -> None:
    """Without time it is one datagram; and with an area that is too small for two."""
    namespace = spaces.make("a")
    spaces.listen(namespace, 300)
    diag = spaces.inside(namespace, lambda: DiagSocket(namespace.inode, bytearray(8192)))
    try:
        for seconds, room in ((0.0, 65536), (5.0, 15000), (5.0, 100)):
            diag.send(request.legacy(7, 0xFF))
            assert 0 < len(diag.receive_several(seconds, memoryview(bytearray(room)))) <= 8192
            while messages(diag.receive(5.0))[-1][0] != 3:
                pass
    finally:
        diag.close()


def test_several_of_them_truncated(receiving: str) -> None:
    """What came before one that is too large is given first; then the error is told, once, and how large it was."""
    diag = DiagSocket(INODE, bytearray(64))
    keep = [socket.create_server(("127.0.0.1", 0))]
    area = memoryview(bytearray(1024))
    try:
        diag.send(request.legacy(1, 0, 1 << 30))  # no socket has this state: NLMSG_DONE alone
        assert messages(diag.receive_several(1.0, area))[0][0] == 3
        diag.send(request.legacy(2, 0, uapi.LISTEN_ONLY))
        with pytest.raises(errors.ReplyTruncated) as caught:
            diag.receive_several(1.0, area)
        assert caught.value.needed >= 16 + 72
    finally:
        keep.pop().close()
        diag.close()
    assert receiving


@pytest.mark.parametrize("way", ["several", "one"])
@pytest.mark.parametrize(
    ("number", "needed", "error"),
    [
        (errno.ENOBUFS, 0, errors.ReplyOverrun),
        (errno.EMSGSIZE, 40000, errors.ReplyTruncated),
        (errno.ECONNRESET, 0, errors.ReplyError),
    ],
    ids=["overrun", "truncated", "other"],
)
def test_what_ended_a_receive_is_told_by_the_next(
    diag: DiagSocket, monkeypatch: pytest.MonkeyPatch, way: str, number: int, needed: int, error: type[errors.ReplyError]
) -> None:
    """By whichever, and once: the datagrams before it are not lost with it. Without any before it, it is told at once."""
    area = memoryview(bytearray(65536))
    answers = [(16, number, needed), (0, number, needed), (0, errno.EAGAIN, 0)]
    monkeypatch.setattr(diag_socket, "_receive", lambda *_: answers.pop(0))
    assert len(diag.receive_several(1.0, area)) == 16
    with pytest.raises(error):
        diag.receive_several(1.0, area) if way == "several" else diag.receive(1.0)
    with pytest.raises(error):
        diag.receive_several(1.0, area)
    with pytest.raises(errors.ReplyTimeout):
        diag.receive_several(0.01, area)


def test_an_area_without_room() -> None:
    """The part in C checks what it is given, and writes nowhere else."""
    assert diag_socket._receive
    with pytest.raises(ValueError, match="no room for one datagram"):
        diag_socket._receive(0, bytearray(10), 11, 1.0)
    with pytest.raises(ValueError, match="no room for one datagram"):
        diag_socket._receive(0, bytearray(10), 0, 1.0)
    with pytest.raises((TypeError, BufferError)):
        diag_socket._receive(0, b"not to be written to", 10, 1.0)  # type: ignore[arg-type]  # which is what is tried


def test_several_in_c_stay_inside_the_area() -> None:
    """Datagrams of all lengths, aligned or not, through a pair of sockets: each byte where it belongs, none beyond the room."""
    assert diag_socket._receive
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    with here, there:
        for sizes, fill in (([16, 20, 8, 5, 12], 49), ([20, 20, 20, 20], 60), ([0, 8], 0), ([20, 24], 20)):
            for size in sizes:
                there.send(bytes([size]) * size)
            area = bytearray(68)
            size, number, needed = diag_socket._receive(here.fileno(), memoryview(area)[:64], 20, 1.0)
            assert size == fill
            assert (number, needed) == ((errno.EMSGSIZE, 24) if 24 in sizes else (0, 0))
            assert area[64:] == bytes(4)
            while diag_socket._receive(here.fileno(), bytearray(64), 20, 1.0)[1] != errno.EAGAIN:
                pass
