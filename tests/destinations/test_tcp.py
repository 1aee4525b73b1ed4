"""TCP, beyond what the conformance suite asks of every destination."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from servers.certificates import Certificates

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import tcp
from xtcp_ebpf.errors import BadAddress, SendError
from xtcp_ebpf.knobs import Knobs


def test_socket_options() -> None:
    """The connection is close-on-exec, keeps itself alive and gives up unacknowledged data after ten seconds."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        sink = tcp.open(Target("tcp", f"127.0.0.1:{server.getsockname()[1]}"))
        sock = sink._sock
        assert not os.get_inheritable(sock.fileno())
        assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        assert sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 10_000
        sink.close()


def test_refused() -> None:
    """Nobody listening is an error worth another try, and the message says where."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(SendError, match=f"tcp:127.0.0.1:{port}: ECONNREFUSED .*: nobody listens there") as refused:
        tcp.open(Target("tcp", f"127.0.0.1:{port}"))
    assert (refused.value.reason, refused.value.retry) == ("refused", True)


ALONE = """
import sys
from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import tcp, udp
from xtcp_ebpf.errors import SendError
try:
    {"tcp": tcp, "udp": udp}[sys.argv[1]].open(Target(sys.argv[1], sys.argv[2]))
except SendError as error:
    print(error.reason, error.retry, error)
"""


def alone(scheme: str, address: str) -> str:
    """What opening says in a network namespace with nothing but loopback, whose one local port is 40000."""
    prepare = 'ip link set lo up; echo 40000 40000 > /proc/sys/net/ipv4/ip_local_port_range; exec "$@"'
    command = ["unshare", "-n", "sh", "-c", prepare, "sh", sys.executable, "-c", ALONE, scheme, address]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.kernel
@pytest.mark.parametrize("scheme", ["tcp", "udp"])
def test_a_name_that_does_not_resolve(scheme: str) -> None:
    """A name that the resolver does not know is worth another try: names come and go."""
    assert alone(scheme, "nobody.invalid:9").startswith(f"resolve True {scheme}:nobody.invalid:9: the name does not resolve: ")


@pytest.mark.kernel
@pytest.mark.parametrize("scheme", ["tcp", "udp"])
def test_no_route(scheme: str) -> None:
    """An address without a route is worth another try."""
    assert alone(scheme, "192.0.2.1:9").startswith(f"unreachable True {scheme}:192.0.2.1:9: ENETUNREACH")


@pytest.mark.kernel
def test_no_connection_to_itself() -> None:
    """Connecting to a free local port never ends in a connection with oneself, where the kernel can choose no other local port."""
    assert alone("tcp", "127.0.0.1:40000").startswith("refused True tcp:127.0.0.1:40000: ECONNREFUSED")


def test_inside_tls(tmp_path: Path) -> None:
    """With -destTls the same bytes go through TLS, verified by name; without it no TLS library is loaded."""
    papers = Certificates(tmp_path)
    got: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with papers.server_context().wrap_socket(server.accept()[0], server_side=True) as peer:
                while data := peer.recv(100):
                    got.append(data)

        thread = threading.Thread(target=serve)
        thread.start()
        target = Target("tcp", f"localhost:{server.getsockname()[1]}", b"head\n", knobs=Knobs(dest_tls=True, dest_ca=str(papers.ca)))
        tcp.check(target)
        sink = tcp.open(target)
        sink.send(b"1\n")
        sink.send(b"2\n")
        sink.close()
        thread.join()
    assert b"".join(got) == b"head\n1\n2\n"
    program = "import sys; from xtcp_ebpf.destinations import tcp; sys.exit('ssl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0


def test_files_of_tls_are_named_at_the_opening() -> None:
    """A key without a certificate is refused by check(), a file that is missing by open(), without retry and with nothing left open."""
    with pytest.raises(BadAddress, match=r"^-dest tcp:h:1: -destKey needs -destCert"):
        tcp.check(Target("tcp", "h:1", knobs=Knobs(dest_tls=True, dest_key="/k")))
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(SendError, match=r"-destCa /nonexistent: ENOENT") as wrong:
            tcp.open(Target("tcp", address, knobs=Knobs(dest_tls=True, dest_ca="/nonexistent")))
        assert (wrong.value.reason, wrong.value.retry) == ("tls", False)
        with server.accept()[0] as far:
            assert far.recv(1) == b""
