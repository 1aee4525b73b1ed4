"""-healthcheck against real listeners: ready, not ready, nobody, and some that are none of ours."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from xtcp_ebpf.cli import healthcheck
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.metrics.daemon_facts import Facts
from xtcp_ebpf.metrics.dump_times import DumpTimes
from xtcp_ebpf.metrics.health import Health
from xtcp_ebpf.metrics.listen_address import Address
from xtcp_ebpf.metrics.serving import Serving, Sources
from xtcp_ebpf.tally import Tally


@contextmanager
def daemon(readers: int = 1, stopping: bool = False, where: Address = Address("127.0.0.1", 0)) -> Iterator[str]:  # noqa: B008  a frozen value
    """Its address."""
    now = Health(stopping, 1, 0, 1.0, 50.0, readers, False, ())
    serving = Serving(where, "/metrics", Sources(Tally(), lambda: Facts("1", "c"), list, lambda: now, DumpTimes()), SystemClock())
    yield str(serving.address)
    serving.close()


@contextmanager
def saying(words: bytes | None) -> Iterator[str]:
    """One that says this to whoever comes, whatever it is asked; None: nothing at all."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def talk() -> None:
            sock = listening.accept()[0]
            with sock:
                if words is not None:
                    sock.recv(1024)
                    sock.sendall(words)
                else:
                    sock.settimeout(10)
                    while sock.recv(1024):
                        pass

        thread = threading.Thread(target=talk)
        thread.start()
        yield f"127.0.0.1:{listening.getsockname()[1]}"
        thread.join()


def test_ready(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """0 and one word, by port and by Unix socket; `:PORT`, as it may be configured, is asked on loopback."""
    with daemon() as listen:
        assert healthcheck.main(listen) == 0
        assert healthcheck.main(f":{listen.rpartition(':')[2]}") == 0
    with daemon(where=Address("", 0, str(tmp_path / "s"))) as listen:
        assert healthcheck.main(listen) == 0
    assert capsys.readouterr().out == "ready\n" * 3


def test_not_ready(capsys: pytest.CaptureFixture[str]) -> None:
    """1 and the reasons, on one line."""
    with daemon(readers=0, stopping=True) as listen:
        assert healthcheck.main(listen) == 1
    assert capsys.readouterr().out == "not ready: it is about to end; no reader is alive\n"


def test_nobody(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """1 and why: nobody listens there, no such socket, no listener at all."""
    with daemon() as listen:
        pass
    assert [healthcheck.main(listen), healthcheck.main(f"unix:{tmp_path}/none"), healthcheck.main("")] == [1, 1, 1]
    first, second, third = capsys.readouterr().out.splitlines()
    assert first.startswith(f"not ready: {listen}: ECONNREFUSED")
    assert second.startswith(f"not ready: unix:{tmp_path}/none: ENOENT")
    assert third == "not ready: with -promListen= nothing listens"


@pytest.mark.parametrize(
    "words",
    [b"", b"\xff\0\r\n", b"HTTP/1.1 404 Not Found\r\n\r\nx", b"HTTP/1.1 503 Busy\r\n\r\n<html>", b"x" * (1 << 17)],
    ids=["nothing", "garbage", "404", "another's 503", "endless"],
)
def test_somebody_else(capsys: pytest.CaptureFixture[str], words: bytes) -> None:
    """Whatever another program answers, it is 1 and one line."""
    with saying(words) as listen:
        assert healthcheck.main(listen) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"not ready: {listen}")
    assert out.count("\n") == 1


def test_one_that_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """It is waited for so long and no longer."""
    with saying(None) as listen:
        assert healthcheck.main(listen, seconds=0.2) == 1
    assert capsys.readouterr().out == f"not ready: {listen}: no answer within 0.2 s\n"
