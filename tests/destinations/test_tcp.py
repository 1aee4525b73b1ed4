"""TCP, beyond what the conformance suite asks of every destination."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import tcp
from xtcp_ebpf.errors import SendError


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
