"""-grpcListen: read, resolved, and bound by the real library."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import grpc
import pytest

from xtcp_ebpf.api import doors as doors_module
from xtcp_ebpf.api.access import Trust
from xtcp_ebpf.api.doors import Bound, doors
from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.metrics.listen_address import Address, with_port


@pytest.fixture
def server() -> Iterator[grpc.Server]:
    made = grpc.server(ThreadPoolExecutor(1), options=[("grpc.so_reuseport", 0)])
    yield made
    made.stop(0).wait(5)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("127.0.0.1", Address("127.0.0.1", 8889)),
        ("127.0.0.1:1", Address("127.0.0.1", 1)),
        ("[::1]", Address("::1", 8889)),
        ("[::1]:1", Address("::1", 1)),
        ("a.example", Address("a.example", 8889)),
        (":1", Address("", 1)),
        ("unix:/run/x", Address("", 0, "/run/x")),
        ("unix:@x", Address("", 0, "@x")),
    ],
)
def test_an_address_is_read(text: str, address: Address) -> None:
    """As -promListen's; one without a port has that of -grpcPort."""
    assert with_port(text, 8889) == address


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("::1", r"without brackets: write \[::1\] or \[::1\]:8889"),
        ("::", r"without brackets: write \[::\] or"),
        ("h:x", "is no address: write HOST:PORT"),
        ("h:70000", "is no address"),
        ("h h", "names no host"),
        ("[x]", "is no address|names no host"),
        ("unix:", "is no Unix socket"),
    ],
)
def test_what_is_no_address(text: str, problem: str) -> None:
    """The text says how to write it right; doors() names the flag."""
    with pytest.raises(ValueError, match=problem):
        with_port(text, 8889)
    with pytest.raises(UsageError, match=r"^-grpcListen "):
        doors([text], 8889)


def test_trust() -> None:
    """A file is root's, loopback and abstract names are this machine's, all else is far; a name is what all its addresses are."""
    found = doors(["127.0.0.9:1", "[::1]:1", "localhost:2", ":3", "0.0.0.0:4", "192.0.2.1:1", "unix:/run/x", "unix:@x"], 8889)
    local, far = Trust.LOCAL, Trust.FAR
    assert [door.trust for door in found] == [local, local, local, far, far, far, Trust.UNIX, local]
    assert [door.encrypted for door in found] == [True] * 6 + [False] * 2
    assert {address.host for address in found[2].addresses} <= {"127.0.0.1", "::1"}
    assert found[3].addresses == (Address("::", 3),)


def test_a_unix_path_does_not_depend_on_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is made whole where it is read."""
    monkeypatch.chdir(tmp_path)
    assert doors(["unix:x"], 1)[0].addresses[0].path == str(tmp_path / "x")


def test_names_and_twins() -> None:
    """A host that nobody knows, and the same address twice, are named."""
    with pytest.raises(UsageError, match=r"^-grpcListen no-such-host.invalid: no such host"):
        doors(["no-such-host.invalid"], 1)
    with pytest.raises(UsageError, match=r"^-grpcListen 127.0.0.1:8889: it is the same as 127.0.0.1: name it once"):
        doors(["127.0.0.1", "127.0.0.1:8889"], 8889)
    assert doors([""], 1) == ()


def test_a_taken_port_is_an_error(server: grpc.Server) -> None:
    """Although the library would share it by SO_REUSEPORT: with flag, address and errno; of an address of others too."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=rf"^-grpcListen 127.0.0.1:{port}: EADDRINUSE .*another daemon, has it"):
            Bound(doors([f"127.0.0.1:{port}"], 1)[0], server, None)
    first = Bound(doors(["127.0.0.1:0"], 1)[0], server, None)
    other = grpc.server(ThreadPoolExecutor(1), options=[("grpc.so_reuseport", 0)])
    with pytest.raises(UsageError, match="EADDRINUSE"):
        Bound(doors([str(first.addresses[0])], 1)[0], other, None)
    other.stop(0).wait(5)
    with pytest.raises(UsageError, match=r"^-grpcListen 192.0.2.1:1: EADDRNOTAVAIL"):
        Bound(doors(["192.0.2.1:1"], 1)[0], server, None)


def test_an_abstract_socket(server: grpc.Server) -> None:
    """It is had, and no second time."""
    name = f"unix:@xtcp-test-{id(server)}"
    bound = Bound(doors([name], 1)[0], server, None)
    assert [str(address) for address in bound.addresses] == [name]
    with socket.socket(socket.AF_UNIX) as client:
        client.connect("\0" + name.removeprefix("unix:@"))
    other = grpc.server(ThreadPoolExecutor(1))
    with pytest.raises(UsageError, match=f"^-grpcListen {name}: EADDRINUSE"):
        Bound(doors([name], 1)[0], other, None)
    other.stop(0).wait(5)


def test_what_a_name_has_not_is_left_out(server: grpc.Server) -> None:
    """Of several addresses of a name those count that this host has; with none it is an error."""
    here, gone = Address("127.0.0.1", 0), Address("192.0.2.1", 1)
    bound = Bound(doors_module.Door("name:1", (gone, here), Trust.FAR), server, None)
    assert [address.host for address in bound.addresses] == ["127.0.0.1"]
    with pytest.raises(UsageError, match="EADDRNOTAVAIL"):
        Bound(doors_module.Door("name:1", (gone,), Trust.FAR), server, None)


def test_a_unix_socket_comes_and_goes(server: grpc.Server, tmp_path: Path) -> None:
    """Its file is there, for nobody else, until it is closed."""
    path = tmp_path / "s"
    bound = Bound(doors([f"unix:{path}"], 1)[0], server, None)
    assert path.stat().st_mode & 0o777 == 0o600
    bound.close()
    assert not list(tmp_path.iterdir())
