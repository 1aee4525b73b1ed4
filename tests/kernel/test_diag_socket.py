"""A diag socket gives whole datagrams of the kernel, and a name to everything else."""

from __future__ import annotations

import errno
import os
import select
import signal
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import fake_kernel
import pytest
from dumps import attributes, messages, rows, several, source_port
from fake_kernel import FakeTransport
from kernel.real_namespaces import Spaces

from xtcp_ebpf import abc, errors
from xtcp_ebpf.kernel import diag_socket
from xtcp_ebpf.kernel.diag_socket import NETLINK_INET_DIAG, SO_NETNS_COOKIE, DiagSocket, netns_cookie
from xtcp_ebpf.wire import request, uapi

pytestmark = pytest.mark.kernel

INODE = 4026531840


@pytest.fixture
def diag() -> Iterator[DiagSocket]:
    """A diag socket in our own namespace."""
    made = DiagSocket(INODE, bytearray(32768))
    yield made
    made.close()


@pytest.mark.parametrize("size", [8192, 32768])
def test_whole_dump(spaces: Spaces, size: int) -> None:
    """A dump of many datagrams comes whole, both families, whatever the size of the buffer."""
    namespace = spaces.make("a")
    ports = spaces.listen(namespace, 300) + spaces.listen(namespace, 200, socket.AF_INET6)
    diag = spaces.inside(namespace, lambda: DiagSocket(namespace.inode, bytearray(size)))
    try:
        assert sorted(source_port(row) for row in rows(diag)) == sorted(ports)
    finally:
        diag.close()


def test_identity(diag: DiagSocket) -> None:
    """It says where it was opened, under which port id, and is close-on-exec."""
    with socket.socket() as other:
        try:
            cookie = struct.unpack("=Q", other.getsockopt(socket.SOL_SOCKET, SO_NETNS_COOKIE, 8))[0]
        except OSError as error:
            assert error.errno == errno.ENOPROTOOPT  # before Linux 5.14
            cookie = 0
    assert diag.namespace == abc.NamespaceId(INODE, cookie)
    assert diag.portid > 0
    assert not os.get_inheritable(diag.fd)


def test_adopted(diag: DiagSocket) -> None:
    """A descriptor that is a diag socket already becomes one; what cannot be taken over is closed."""
    opened, portid, cookie = diag_socket.connected()
    assert cookie == diag.namespace.cookie
    place = abc.NamespaceId(INODE, cookie)
    adopted = DiagSocket.adopt(opened.detach(), portid, place, bytearray(32768))
    assert (adopted.portid, adopted.namespace) == (portid, place)
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert server.getsockname()[1] in {source_port(row) for row in rows(adopted, states=uapi.LISTEN_ONLY)}
    adopted.close()
    plain = os.open("/dev/null", os.O_RDONLY)
    with pytest.raises(OSError, match=r"non-socket"):
        DiagSocket.adopt(plain, 1, place, bytearray(100))
    with pytest.raises(OSError, match="Bad file"):
        os.fstat(plain)


def test_two_dumps_on_one_socket(diag: DiagSocket) -> None:
    """A socket carries one dump after another, each under its own sequence number."""
    keep = [socket.create_server(("127.0.0.1", 0))]
    try:
        port = keep[0].getsockname()[1]
        for seq in (7, 8):
            assert port in {source_port(row) for row in rows(diag, states=uapi.LISTEN_ONLY, seq=seq)}
    finally:
        keep[0].close()


def test_forged_datagram_is_refused(diag: DiagSocket) -> None:
    """Another root process cannot put a datagram into our socket, though it can into one that is not connected to the kernel."""
    forged = fake_kernel.done(1)
    with _netlink() as forger, _netlink() as open_to_all:
        portid = open_to_all.getsockname()[0]
        forger.sendto(forged, (portid, 0))
        assert open_to_all.recv(100, socket.MSG_DONTWAIT) == forged
        with pytest.raises(ConnectionRefusedError):
            forger.sendto(forged, (diag.portid, 0))
    with pytest.raises(errors.ReplyTimeout):
        diag.receive(0.01)


def test_timeout(diag: DiagSocket) -> None:
    """Without an answer a receive ends when its time is over, at once when it has none."""
    for timeout in (0.0, -1.0, 0.05):
        begun = time.monotonic()
        with pytest.raises(errors.ReplyTimeout) as caught:
            diag.receive(timeout)
        assert max(timeout, 0.0) * 0.9 <= time.monotonic() - begun < 2.0
        assert caught.value.reason == "timeout"


def test_late_answer_is_waited_for(diag: DiagSocket) -> None:
    """A datagram that comes while the receive waits is had."""
    timer = threading.Timer(0.05, diag.send, [request.legacy(3, 0, uapi.LISTEN_ONLY)])
    timer.start()
    try:
        assert messages(diag.receive(5.0))[0][1] == 3
    finally:
        timer.join()


def test_signals_do_not_end_a_wait(diag: DiagSocket) -> None:
    """A signal in mid-wait (EINTR) neither ends nor prolongs it."""
    calls = []

    def handler(_number: int, _frame: FrameType | None) -> None:
        calls.append(time.monotonic())

    before = signal.signal(signal.SIGALRM, handler)
    begun = time.monotonic()
    signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
    try:
        with pytest.raises(errors.ReplyTimeout):
            diag.receive(0.15)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert calls
    assert 0.14 <= time.monotonic() - begun < 2.0


def test_truncation_is_seen() -> None:
    """A datagram larger than the buffer is never taken for a whole one; the error says how large it was."""
    diag = DiagSocket(INODE, bytearray(64))
    keep = socket.create_server(("127.0.0.1", 0))
    try:
        diag.send(request.legacy(1, 0, uapi.LISTEN_ONLY))
        with pytest.raises(errors.ReplyTruncated) as caught:
            diag.receive(1.0)
        assert caught.value.needed >= 16 + 72
        assert caught.value.reason == "truncated"
    finally:
        keep.close()
        diag.close()


def test_overrun_is_seen() -> None:
    """When the kernel had to drop messages (ENOBUFS) the receive says so, once; provoked with the messages about closed sockets."""
    diag = DiagSocket(INODE, bytearray(32768))
    handle = socket.socket(fileno=os.dup(diag.fd))
    try:
        handle.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        handle.setsockopt(270, 1, 1)  # SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, SKNLGRP_INET_TCP_DESTROY
        with socket.create_server(("127.0.0.1", 0)) as server:
            for _ in range(20):
                client = socket.create_connection(server.getsockname())
                server.accept()[0].close()
                client.close()
            deadline = time.monotonic() + 5
            while not _drops(diag.portid) and time.monotonic() < deadline:
                time.sleep(0.005)  # the kernel sends these messages from a worker of its own
        with pytest.raises(errors.ReplyOverrun) as caught:
            diag.receive(1.0)
        assert caught.value.reason == "overrun"
        assert diag.receive(1.0)
    finally:
        handle.close()
        diag.close()


def test_the_buffer_is_the_callers() -> None:
    """Datagrams stand in the caller's buffer, and the next one overwrites the last."""
    buffer = bytearray(32768)
    diag = DiagSocket(INODE, buffer)
    try:
        for seq in (1, 2):
            diag.send(request.legacy(seq, 0, 1 << 30))
            datagram = diag.receive(1.0)
            assert datagram.obj is buffer
            assert messages(datagram)[0][1] == struct.unpack_from("=I", buffer, 8)[0] == seq
    finally:
        diag.close()


def test_readable_and_nothing_there(diag: DiagSocket) -> None:
    """A wait that is told of a datagram which then is not there goes on, and ends when its time is over."""
    diag._poll = select.poll()
    with Path("/dev/zero").open("rb") as always:
        diag._poll.register(always, select.POLLIN)
        begun = time.monotonic()
        with pytest.raises(errors.ReplyTimeout):
            diag.receive(0.02)
    assert time.monotonic() - begun >= 0.02


def test_half_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket that fails while it is made is closed: no descriptor keeps the namespace."""

    def refuse(_: object) -> int:
        raise OSError(errno.EPERM, "refused")

    monkeypatch.setattr(diag_socket, "netns_cookie", refuse)
    before = sorted(os.listdir("/proc/self/fd"))  # noqa: PTH208  names, not paths
    with pytest.raises(OSError, match="refused"):
        DiagSocket(INODE, bytearray(100))
    assert sorted(os.listdir("/proc/self/fd")) == before  # noqa: PTH208  names, not paths


def test_closed() -> None:
    """After close every use is a ReplyError that names the errno; closing again is nothing."""
    diag = DiagSocket(INODE, bytearray(100))
    diag.close()
    diag.close()
    with pytest.raises(errors.ReplyError, match="EBADF"):
        diag.send(b"")
    with pytest.raises(errors.ReplyError, match="EBADF"):
        diag.receive(1.0)
    with pytest.raises(errors.ReplyError, match="EBADF"):
        diag.receive_several(1.0, memoryview(bytearray(100)))


def test_kernel_without_cookies() -> None:
    """A kernel that has no SO_NETNS_COOKIE gives cookie 0; any other failure is not taken for that."""

    class Refusing(socket.SocketType):
        number = errno.ENOPROTOOPT

        def getsockopt(self, *_: object) -> bytes:  # type: ignore[override]  # stands for each of its overloads
            raise OSError(self.number, "refused")

    old = Refusing()
    try:
        assert netns_cookie(old) == 0
        old.number = errno.EBADF
        with pytest.raises(OSError, match="refused"):
            netns_cookie(old)
    finally:
        old.close()


def test_the_fake_kernels_rows_are_the_kernels(diag: DiagSocket) -> None:
    """tests/fake_kernel.py builds, from the values of real sockets, the bytes that the kernel sent for them."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        found = rows(diag, seq=9)
        assert found
        for row in found:
            family, state, timer, retrans, sport, dport = struct.unpack_from(">BBBBHH", row)
            interface, low, high, *tail = struct.unpack_from("=IIIIIIII", row, 40)
            width = 4 if family == socket.AF_INET else 16
            built = fake_kernel.row(
                9,
                portid=diag.portid,
                family=family,
                state=state,
                timer=timer,
                retrans=retrans,
                source=(socket.inet_ntop(family, row[8 : 8 + width]), sport),
                destination=(socket.inet_ntop(family, row[24 : 24 + width]), dport),
                interface=interface,
                cookie=high << 32 | low,
                **dict(zip(("expires", "rqueue", "wqueue", "uid", "inode"), tail, strict=True)),
                attributes=list(attributes(row).items()),
            )
            assert messages(built) == [(18, 9, diag.portid, row)]


def _fake() -> FakeTransport:
    return FakeTransport(lambda sent: fake_kernel.dump(fake_kernel.seq_of(sent), 130))


@pytest.mark.parametrize("make", [_fake, lambda: DiagSocket(INODE, bytearray(32768))], ids=["fake", "real"])
def test_transports_behave_alike(make: Callable[[], abc.Transport]) -> None:
    """What tests use for a kernel keeps the promises of the real one: a dump to its end, then nothing, and close twice."""
    transport = make()
    assert transport.namespace.inode
    rows(transport, seq=5)
    assert several(transport, memoryview(bytearray(131072)))
    assert several(transport, memoryview(bytearray(100)))
    with pytest.raises(errors.ReplyTimeout):
        transport.receive(0.01)
    transport.close()
    transport.close()


def _netlink() -> socket.socket:
    made = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_INET_DIAG)
    made.bind((0, 0))
    return made


def _drops(portid: int) -> int:
    """How many messages for this diag socket the kernel has dropped."""
    for line in Path("/proc/net/netlink").read_text().splitlines()[1:]:
        _, protocol, its_portid, _, _, _, _, _, drops, _ = line.split()
        if (int(protocol), int(its_portid)) == (NETLINK_INET_DIAG, portid):
            return int(drops)
    return 0
