"""Sockets to listen on, real ones: what is made, what is replaced, what is left alone."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from xtcp_ebpf.errors import BadAddress, UsageError
from xtcp_ebpf.receiving.listening import RECEIVE_BUFFER, SCHEMES, listen

UNIX = {"unix": socket.SOCK_STREAM, "unixgram": socket.SOCK_DGRAM}


def free_port(kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("address", ["127.0.0.1", "[::1]", "localhost", "0.0.0.0"])
@pytest.mark.parametrize("scheme", ["tcp", "udp"])
def test_internet(scheme: str, address: str) -> None:
    """Addresses of both families, and names; what is connected there arrives, and after close() the port is free."""
    dest = f"{scheme}:{address}:{free_port()}"
    for _ in range(2):
        found = listen(dest)
        assert found.sock.getsockname()[1] == int(dest.rpartition(":")[2])
        assert found.sock.gettimeout() == 0
        assert not found.sock.get_inheritable()
        found.close()


def test_receive_buffer() -> None:
    """UDP gets all the room that this process may ask for."""
    found = listen(f"udp:127.0.0.1:{free_port(socket.SOCK_DGRAM)}")
    most = int(Path("/proc/sys/net/core/rmem_max").read_text())
    assert found.sock.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF) >= 2 * min(RECEIVE_BUFFER, most)
    found.close()


WITHOUT_RIGHTS = """
import os, socket, sys
from xtcp_ebpf.receiving.listening import listen
listen(sys.argv[1]).close()  # now all is imported that another user may not read
os.setgroups([]); os.setgid(65534); os.setuid(65534)
found = listen(sys.argv[1])
print(found.sock.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF))
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="has no right to drop")
def test_receive_buffer_without_the_right(tmp_path: Path) -> None:
    """Without CAP_NET_ADMIN it is as much as the host allows to everybody."""
    dest = f"udp:127.0.0.1:{free_port(socket.SOCK_DGRAM)}"
    done = subprocess.run([sys.executable, "-c", WITHOUT_RIGHTS, dest], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == 2 * min(RECEIVE_BUFFER, int(Path("/proc/sys/net/core/rmem_max").read_text()))


@pytest.mark.parametrize("scheme", UNIX)
def test_a_path(scheme: str, tmp_path: Path) -> None:
    """The socket is for its owner only, whatever the umask, which stays; close() removes it."""
    path = tmp_path / "s"
    before = os.umask(0)
    try:
        found = listen(f"{scheme}:{path}")
        assert os.umask(0) == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    found.close()
    assert not path.exists()


@pytest.mark.parametrize("scheme", UNIX)
def test_a_stale_socket(scheme: str, tmp_path: Path) -> None:
    """One on which nobody listens any more is replaced, of whichever type it was."""
    path = tmp_path / "s"
    for kind in UNIX.values():
        with socket.socket(socket.AF_UNIX, kind) as left:
            left.bind(str(path))
        stale = path.stat().st_ino
        found = listen(f"{scheme}:{path}")
        assert path.stat().st_ino != stale or path.stat().st_mode & 0o777 == 0o600
        found.close()


@pytest.mark.parametrize("scheme", UNIX)
def test_somebody_listens(scheme: str, tmp_path: Path) -> None:
    """A socket in use is left alone, of whichever type it is; a full queue is use too."""
    path = tmp_path / "s"
    for kind in UNIX.values():
        with socket.socket(socket.AF_UNIX, kind) as theirs, socket.socket(socket.AF_UNIX, kind) as caller:
            theirs.bind(str(path))
            if kind == socket.SOCK_STREAM:
                theirs.listen(0)
                caller.connect(str(path))
            inode = path.stat().st_ino
            with pytest.raises(UsageError, match=r"cannot listen on .*/s: somebody listens there"):
                listen(f"{scheme}:{path}")
            assert path.stat().st_ino == inode
        path.unlink()


@pytest.mark.parametrize("scheme", UNIX)
def test_something_else_is_there(scheme: str, tmp_path: Path) -> None:
    """A file, or a link, is never removed."""
    for path in (tmp_path / "file", tmp_path / "link"):
        if path.name == "file":
            path.write_text("kept")
        else:
            path.symlink_to("nowhere")
        with pytest.raises(UsageError, match="something that is no socket; it is left alone"):
            listen(f"{scheme}:{path}")
        assert path.is_symlink() or path.read_text() == "kept"


@pytest.mark.parametrize("scheme", UNIX)
def test_another_took_the_place(scheme: str, tmp_path: Path) -> None:
    """What is not ours any more is not removed at the end; nor does it matter when it is gone."""
    path = tmp_path / "s"
    found = listen(f"{scheme}:{path}")
    path.unlink()
    path.write_text("theirs")
    found.close()
    assert path.read_text() == "theirs"
    path.unlink()
    found = listen(f"{scheme}:{path}")
    path.unlink()
    found.close()


@pytest.mark.parametrize("scheme", UNIX)
def test_an_abstract_name(scheme: str) -> None:
    """@NAME leaves no file, and is taken once."""
    name = f"{scheme}:@xtcp-listening-{os.getpid()}"
    found = listen(name)
    assert found.sock.getsockname() == name.partition("@")[2].join(("\0", "")).encode()
    with pytest.raises(UsageError, match=r"EADDRINUSE"):
        listen(name)
    found.close()
    listen(name).close()


@pytest.mark.parametrize(
    ("dest", "said"),
    [
        ("", "write tcp:ADDRESS, udp:ADDRESS, unix:ADDRESS, unixgram:ADDRESS"),
        ("kafka:b:9092", "write tcp:ADDRESS"),
        ("tcp", "tcp:: an address is missing"),
        ("tcp:h", "tcp:h: the port is missing"),
        ("udp::9", "udp::9: the host is missing"),
        ("unix:", "unix:: a path is missing"),
        ("unixgram:/" + "x" * 200, "at most 107 bytes"),
    ],
)
def test_wrong_addresses(dest: str, said: str) -> None:
    """They are told as for -dest, without naming a flag that is not there."""
    with pytest.raises(BadAddress) as raised:
        listen(dest)
    assert said in str(raised.value)
    assert "-dest" not in str(raised.value)


def test_what_the_system_says(tmp_path: Path) -> None:
    """An address in use, one that is not ours, a name that does not resolve, a folder that is not there."""
    port = free_port()
    taken = listen(f"tcp:127.0.0.1:{port}")
    for dest, said in (
        (f"tcp:127.0.0.1:{port}", "EADDRINUSE"),
        ("udp:192.0.2.1:9", "EADDRNOTAVAIL"),
        ("tcp:name.invalid:9", "cannot listen on tcp:name.invalid:9: "),
        (f"unix:{tmp_path}/none/s", "ENOENT"),
    ):
        with pytest.raises(UsageError, match=said):
            listen(dest)
    taken.close()


def test_drops_are_counted() -> None:
    """What the kernel had no room for is known to the last datagram, before any is read."""
    port = free_port(socket.SOCK_DGRAM)
    found = listen(f"udp:127.0.0.1:{port}")
    found.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    assert found.dropped == 0
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        for _ in range(50):
            sender.sendto(bytes(1000), ("127.0.0.1", port))
    came = 0
    while True:
        try:
            found.sock.recv(2000)
        except BlockingIOError:
            break
        came += 1
    assert 0 < came < 50
    assert found.dropped == 50 - came
    found.close()


def test_schemes() -> None:
    """All destinations that are sockets of this kind have their other end here."""
    assert set(SCHEMES) == {"tcp", "udp", "unix", "unixgram"}
