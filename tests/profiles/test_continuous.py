"""Pyroscope's library, by the bytes that arrive at a server of its protocol."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from kernel.real_namespaces import Spaces
from profiles import profiled
from profiles.pyroscope_receiver import PUSH, Receiver
from servers.process import until

import xtcp_ebpf
from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.profiles.continuous import CLOSE_SECONDS, Continuous, Server, read

PATIENCE = 30.0
needs_library = pytest.mark.skipif(not find_spec("pyroscope"), reason="no pyroscope-io here (extra `pyroscope`, group `clients`)")


@contextmanager
def process(**given: Any) -> Iterator[subprocess.Popen[str]]:
    """profiled.py, which is ended with the block when it has not ended by itself."""
    tests, package = Path(profiled.__file__).parents[1], Path(xtcp_ebpf.__file__).parents[1]
    path = os.pathsep.join([str(tests), str(package), *filter(None, [os.environ.get("PYTHONPATH")])])
    line = [sys.executable, "-W", "error", profiled.__file__, json.dumps(given)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(line, env={**os.environ, "PYTHONPATH": path, "NO_PROXY": "*"}, text=True, **pipes) as child:  # type: ignore[call-overload]  # the keywords of Popen, by name
        try:
            yield child
        finally:
            child.kill()


def answer(child: subprocess.Popen[str]) -> tuple[dict[str, Any], str]:
    """What it says, and its stderr, when its stdin has ended; it must end well, too."""
    out, err = child.communicate(timeout=PATIENCE)
    assert child.returncode == 0, err
    return json.loads(out), err


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("http://h:4040", ("http://h:4040", "", "")),
        ("https://u:p%40w@h/base/", ("https://h/base", "u", "p@w")),
        ("http://[::1]:4040/", ("http://[::1]:4040", "", "")),
        ("http://token@h", ("http://h", "token", "")),
    ],
)
def test_urls(url: str, server: tuple[str, str, str]) -> None:
    """The login is taken out of it, and unquoted."""
    assert read(url) == Server(*server)


@pytest.mark.parametrize(
    "url", ["", "h:4040", "ftp://h", "http://", "http://:4040", "http://h:0", "http://h:x", "http://h:99999", "http://h o", "http://[::1"]
)
def test_what_is_no_url(url: str) -> None:
    """It says how to write one, and repeats nothing of it."""
    with pytest.raises(ValueError, match="write http://HOST:4040"):
        read(url)
    with pytest.raises(ValueError, match=r"neither \? nor #"):
        read("http://h/?a=b")


def test_a_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setitem(sys.modules, "pyroscope", None)
    with pytest.raises(UsageError, match=r"^-pyroscopeUrl: .*: pip install 'xtcp-ebpf\[pyroscope\]'$"):
        Continuous("http://h:4040", "app", 100, 15)


@needs_library
def test_what_arrives() -> None:
    """Name, tags, login and path as they were given, and the stack that spends with the name of its thread; it ends at once."""
    with Receiver() as receiver, process(url=f"http://user:p%20w@127.0.0.1:{receiver.port}/base/") as child:
        until(receiver.samples, "samples", PATIENCE)
        said, err = answer(child)
        push = receiver.pushes[0]
        assert push.path == f"/base{PUSH}"
        assert b64decode(push.headers["authorization"].removeprefix("Basic ")) == b"user:p w"
        assert {"__name__": "process_cpu", "service_name": "app", "host": "here"}.items() <= push.labels.items()
        assert "none" not in push.labels
        spent = [seen for seen in receiver.samples() if seen.thread == "spender"]
        assert any("spending" in seen.stack for seen in spent)
        assert sum(seen.value for seen in spent) > 100_000_000
    assert (said["ended"], said["again"], err) == (True, True, "")
    assert said["seconds"] < CLOSE_SECONDS
    assert said["said"] == [f"INFO profiles: 100 looks a second to http://127.0.0.1:{receiver.port}/base as app, every 1 s"]


@pytest.mark.long
@needs_library
def test_a_server_that_never_answers() -> None:
    """It takes the connection and says nothing: the end waits two seconds for it and no more, is told, and the process goes."""
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        deaf.settimeout(PATIENCE)
        with process(url=f"http://127.0.0.1:{deaf.getsockname()[1]}") as child:
            connection, _ = deaf.accept()
            with connection:
                assert connection.recv(100).startswith(b"POST ")
                began = time.monotonic()
                said, _ = answer(child)
                assert time.monotonic() - began < CLOSE_SECONDS + 5
    assert (said["ended"], said["again"]) == (False, True)
    assert CLOSE_SECONDS <= said["seconds"] < CLOSE_SECONDS + 2
    assert said["said"][1:] == ["WARNING -pyroscopeUrl: the server does not answer; the last profile is lost"]


@needs_library
def test_no_server() -> None:
    """Nothing stops for that. What could not be sent is said on stderr where that is wanted, without the login."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        with process(url=f"http://user:secret@127.0.0.1:{taken.getsockname()[1]}", stderr=True) as child:
            lines: list[str] = []
            assert child.stderr
            reader = threading.Thread(target=lambda: lines.extend(child.stderr or ()))
            reader.start()
            until(lambda: any("Failed to send session" in line for line in lines), "a word of it", PATIENCE)
            assert child.stdin
            assert child.stdout
            child.stdin.close()
            said = json.loads(child.stdout.read())
            assert child.wait(PATIENCE) == 0
            reader.join()
    assert said["ended"]
    assert not [line for line in lines if "secret" in line or "ERROR" not in line]


@needs_library
@pytest.mark.kernel
def test_beside_readers_without_rights(tmp_path: Path) -> None:
    """1,000 looks a second at a daemon that has given up its rights and enters namespaces: no dump fails, its own threads are at home,
    have no more rights than the others, leave no descriptor to a child, and what it does arrives."""
    spaces = Spaces(tmp_path / "netns")
    try:
        made = [spaces.make(f"ns{number}") for number in range(3)]
        for each in made:
            spaces.loopback(each)
            spaces.listen(each, 3)
        flags = ["-netnsDirs", str(spaces.directory), "-frequency", "100ms", "-timeout", "95ms", "-maxLoops", "16", "-netlinkers", "2"]
        flags += ["-skip", "none", "-bpf", "off", "-dest", "null", "-promListen", ""]
        with Receiver() as receiver, process(url=f"http://127.0.0.1:{receiver.port}", hz=1000, flags=flags) as child:
            said, _ = answer(child)
            until(receiver.samples, "samples", PATIENCE)
            names = {name for seen in receiver.samples() for name in seen.stack}
    finally:
        spaces.remove_all()
    counters = said["counters"]
    assert (said["code"], said["ended"], counters["polls"]) == (0, True, 16)
    assert counters["dumps"] >= 8 * len(made)  # on a busy machine some polls end too early
    assert not {
        name: n
        for name, n in counters.items()
        if name.split(":")[0] in ("dumps_failed", "looks_failed", "readers_stranded") and not name.endswith(":poll_timeout") and n
    }
    assert len({namespace for _, namespace, _ in said["threads"]}) == 1
    assert len({rights for _, _, rights in said["threads"]}) == 1
    assert len(said["threads"]) >= 5
    assert said["inherited"] == []
    assert any(name.startswith(("Poller.", "Reading.")) for name in names), names
