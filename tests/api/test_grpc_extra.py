"""Without the extra the message says what to install; with it nothing but our own words reaches stderr."""

from __future__ import annotations

import subprocess
import sys

import pytest

from xtcp_ebpf.api import grpc_extra
from xtcp_ebpf.errors import UsageError

GARBAGE = """
import os, socket, sys
from xtcp_ebpf.api.grpc_extra import load
load()
import grpc
from concurrent.futures import ThreadPoolExecutor
server = grpc.server(ThreadPoolExecutor(1))
cert, key = (open(path, "rb").read() for path in sys.argv[1:])
port = server.add_secure_port("127.0.0.1:0", grpc.ssl_server_credentials([(key, cert)]))
server.start()
for _ in range(5):
    with socket.create_connection(("127.0.0.1", port)) as sock:
        sock.sendall(b"GET / HTTP/1.1\\r\\n\\r\\n")
        sock.recv(100)
server.stop(0).wait()
"""


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The module, and the extra that has it."""
    monkeypatch.setitem(sys.modules, "grpc_health.v1.health", None)
    with pytest.raises(
        UsageError, match=r"^-grpcListen: the Python module grpc_health.v1.health cannot be loaded .*pip install 'xtcp-ebpf\[grpc\]'"
    ):
        grpc_extra.load()


def test_the_library_writes_nothing_of_its_own() -> None:
    """Its core would write a line for each failed handshake, past the log."""
    from servers import authority

    papers = authority()
    command = [sys.executable, "-c", GARBAGE, str(papers.server_cert), str(papers.server_key)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_the_operator_says_to_the_library_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """GRPC_VERBOSITY is his, where he sets it."""
    monkeypatch.setenv("GRPC_VERBOSITY", "debug")
    monkeypatch.delenv("GRPC_ENABLE_FORK_SUPPORT", raising=False)
    grpc_extra.load()
    import os

    assert (os.environ["GRPC_VERBOSITY"], os.environ["GRPC_ENABLE_FORK_SUPPORT"]) == ("debug", "0")
