"""What the program saves of a connection just before the kernel forgets it."""

from __future__ import annotations

import os
import re
import socket
import struct
from pathlib import Path

import pytest
from kernel.real_namespaces import without

from xtcp_ebpf.activity import bpf, closing
from xtcp_ebpf.activity.closing import Closing, Saved
from xtcp_ebpf.errors import AssistUnavailable

pytestmark = pytest.mark.kernel

SO_COOKIE = 57
CAP_SYS_ADMIN, CAP_BPF = 21, 39
TOP = Path(__file__).resolve().parents[2]


def cookie(sock: socket.socket) -> int:
    """The socket's number."""
    return int.from_bytes(sock.getsockopt(socket.SOL_SOCKET, SO_COOKIE, 8), "little")


def cut(sock: socket.socket) -> int:
    """Close it with a RST; its cookie."""
    number = cookie(sock)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()
    return number


def pair(waiting: socket.socket) -> tuple[socket.socket, socket.socket]:
    """An established connection."""
    near = socket.create_connection(waiting.getsockname()[:2])
    return near, waiting.accept()[0]


def test_the_structure_is_the_programs() -> None:
    """Member by member, in its order."""
    text = (TOP / "bpf/closing.h").read_text()
    members = re.findall(r"^\t__u\d+ (\w+)(?:\[16\])?;", text, re.MULTILINE)
    assert tuple(members) == Saved._fields


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_cut_off(family: int, host: str) -> None:
    """Counters as TCP_INFO told them a moment before; addresses and port; once, and then no more."""
    made = Closing()
    try:
        with socket.create_server((host, 0), family=family) as waiting:
            near, far = pair(waiting)
            with far:
                near.sendall(b"x" * 3000)
                assert len(far.recv(3000, socket.MSG_WAITALL)) == 3000
                far.sendall(b"y" * 70)
                assert len(near.recv(70, socket.MSG_WAITALL)) == 70
                far.sendall(b"z" * 5)  # not read
                assert len(near.recv(5, socket.MSG_PEEK | socket.MSG_WAITALL)) == 5
                info = near.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 280)
                saved = made.take(number := cut(near))
                assert saved is not None
                assert made.take(number) is None
                acked, received, out, in_ = struct.unpack_from("=QQII", info, 120)
                rtt, rttvar = struct.unpack_from("=II", info, 68)
                assert (saved.bytes_acked, saved.bytes_received, saved.segs_out, saved.segs_in) == (acked, received, out, in_)
                assert (saved.srtt_us >> 3, saved.mdev_us >> 2) == (rtt, rttvar)
                assert (saved.bytes_sent, saved.rqueue, saved.wqueue, saved.family) == (3000, 5, 0, family)
                assert saved.dport == struct.pack(">H", waiting.getsockname()[1])
                address = socket.inet_pton(family, host).ljust(16, b"\0")
                assert saved.source == saved.destination == address
    finally:
        made.close()


def test_what_is_not_saved() -> None:
    """An orderly end, of which the kernel forgets nothing; a listener; a socket that lives; one that there never was."""
    made = Closing()
    try:
        with socket.create_server(("127.0.0.1", 0)) as waiting:
            near, far = pair(waiting)
            numbers = [cookie(near), cookie(far), cookie(waiting), 2**60]
            near.close()
            assert far.recv(1) == b""
            assert made.take(numbers[0]) is None
            far.close()
        assert [made.take(number) for number in numbers] == [None] * 4
    finally:
        made.close()


def test_the_oldest_make_room() -> None:
    """The map never holds more than its slots, and the newest is there."""
    made = Closing(slots=64)
    try:
        with socket.create_server(("127.0.0.1", 0)) as waiting:
            numbers = []
            for _ in range(200):
                near, far = pair(waiting)
                numbers.append(cut(near))
                far.close()
        kept = [number for number in numbers if made.take(number)]
        assert 0 < len(kept) <= 64
        assert numbers[-1] in kept
    finally:
        made.close()


def test_nothing_stays() -> None:
    """Closed, it has no descriptor open, and a second one may run beside it."""
    before = len(list(Path("/proc/self/fd").iterdir()))
    first, second = Closing(), Closing()
    held = list(Path("/proc/self/fd").iterdir())
    assert len(held) == before + 6
    assert not any(os.get_inheritable(fd) for fd in (first._link, second._link))
    first.close()
    second.close()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_without_the_right() -> None:
    """It says so."""
    with pytest.raises(AssistUnavailable) as caught:
        without(CAP_SYS_ADMIN, CAP_BPF, work=Closing)
    assert caught.value.reason == "permission"


def test_a_program_that_cannot_be_attached(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its maps and programs are given back."""

    def refuse(*_: object) -> int:
        raise OSError(1, "refused")

    before = len(list(Path("/proc/self/fd").iterdir()))
    monkeypatch.setattr(bpf, "attach", refuse)
    with pytest.raises(OSError, match="refused"):
        Closing()
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    assert closing.SLOTS >= 1000
