"""`xtcp-ebpf ns`: what it says of real namespaces, in both forms, once and again and again."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from end_to_end.street import COMMAND, environment, run
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import DumpReport, Namespace, NamespaceId
from xtcp_ebpf.cli.ns import entries, lined, tabulated
from xtcp_ebpf.poller import Outcome
from xtcp_ebpf.scheduler import Past

OWN = Path("/proc/self/ns/net").stat().st_ino
ID = "a1" * 32


@pytest.fixture
def spaces(tmp_path: Path) -> Iterator[Spaces]:
    """Two of them: `xt-full` has two listeners, `xt-void` has nothing."""
    made = Spaces(tmp_path / "netns")
    try:
        made.listen(made.make("xt-full"), 2)
        made.make("xt-void")
        yield made
    finally:
        made.remove_all()


def jsonl(text: str) -> dict[str, dict[str, object]]:
    """Name -> entry."""
    found = [json.loads(line) for line in text.splitlines()]
    assert len({entry["inode"] for entry in found}) == len(found)
    return {entry["name"]: entry for entry in found}


@pytest.mark.kernel
def test_real_namespaces(spaces: Spaces) -> None:
    """Inode, cookie, name, way, pid, sockets, state and cost of each, those of other processes included."""
    sleeper = subprocess.Popen(["unshare", "--net", "sleep", "60"])
    try:
        end = time.monotonic() + 10
        while (theirs := Path(f"/proc/{sleeper.pid}/ns/net").stat().st_ino) == OWN:
            assert time.monotonic() < end
            time.sleep(0.005)
        done = run("ns", "-netnsDirs", str(spaces.directory))
    finally:
        sleeper.kill()
        sleeper.wait()
    assert (done.returncode, done.stderr) == (0, done.stderr)
    found = jsonl(done.stdout)
    full, void, process, own = found["xt-full"], found["xt-void"], found[f"netns:[{theirs}]"], found["default"]
    assert full["inode"] == (spaces.directory / "xt-full").stat().st_ino
    assert (full["state"], full["sockets"], full["foundBy"], full["path"]) == ("dumped", 2, "mount", str(spaces.directory / "xt-full"))
    assert 0 < float(str(full["lastDumpCpuSeconds"])) <= 1
    assert (void["state"], void["sockets"], "lastDumpAgo" in void) == ("empty", 0, False)
    assert (process["foundBy"], process["pid"], process["state"]) == ("proc", sleeper.pid, "empty")
    assert (own["inode"], own["foundBy"], "path" in own) == (OWN, "own", False)
    cookies = {entry["cookie"] for entry in found.values() if entry["state"] == "dumped"}
    with socket.socket() as mine:
        assert int.from_bytes(mine.getsockopt(socket.SOL_SOCKET, 71, 8), "little") in cookies


@pytest.mark.kernel
def test_skip_none_dumps_the_empty_too(spaces: Spaces) -> None:
    """Then every namespace has a cost."""
    done = run("ns", "-netnsDirs", str(spaces.directory), "-skip", "none")
    void = jsonl(done.stdout)["xt-void"]
    assert (void["state"], void["sockets"]) == ("dumped", 0)
    assert "lastDumpCpuSeconds" in void


@pytest.mark.kernel
def test_own(spaces: Spaces) -> None:
    """-namespaces own: one namespace, and no right is needed for it."""
    before = ("setpriv", "--reuid=65534", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all")
    done = run("ns", "-namespaces", "own", "-netnsDirs", str(spaces.directory), before=before)
    assert done.returncode == 0, done.stderr
    assert list(jsonl(done.stdout)) == ["default"]


@pytest.mark.kernel
def test_watch_shows_a_new_one_at_once(spaces: Spaces) -> None:
    """-watch goes on; a mount that appears is shown within moments although the next look is far away; SIGINT ends it with 0."""
    command = [*COMMAND, "ns", "-watch", "-frequency", "60s", "-marshal", "jsonl", "-netnsDirs", str(spaces.directory)]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            assert any('"xt-void"' in process.stdout.readline() for _ in range(100))
            spaces.make("xt-new")
            assert any('"xt-new"' in process.stdout.readline() for _ in range(200))
            process.send_signal(signal.SIGINT)
            assert process.wait(10) == 0
        finally:
            process.kill()


@pytest.mark.kernel
def test_a_table_on_a_terminal(spaces: Spaces) -> None:
    """On a terminal it is a table of that terminal's width, sums at the end."""
    controller, terminal = pty.openpty()
    text = b""
    with subprocess.Popen(
        [*COMMAND, "ns", "-netnsDirs", str(spaces.directory)], env=environment(), stdout=terminal, stderr=subprocess.DEVNULL
    ) as process:
        os.close(terminal)
        with contextlib.suppress(OSError):  # EIO: the other end has closed
            while piece := os.read(controller, 65536):
                text += piece
        os.close(controller)
        assert process.wait(10) == 0
    lines = text.decode().splitlines()
    assert lines[0].split()[:2] == ["NAME", "INODE"]
    assert any(line.startswith("xt-full") for line in lines)
    assert "namespaces: " in lines[-1]
    assert all(len(line) <= 80 for line in lines[:-1])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-marshal", "csv"), "-marshal: 'csv' is none of table, jsonl"),
        (("-dest", "null"), "-dest: means nothing to ns"),
        (("-whatch",), "-whatch: there is no such flag"),
        (("-namespaces", "some"), "-namespaces: 'some' is none of all, own"),
    ],
)
def test_wrong_flags(words: tuple[str, ...], said: str) -> None:
    """Named, with exit code 2."""
    done = run("ns", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_help_names_every_flag_that_it_takes() -> None:
    """And what the columns mean."""
    done = run("ns", "-help")
    assert done.returncode == 0
    for word in ("-watch", "-skip", "-netnsDirs", "-namespaces", "-scanDescriptors", "HASH", "COST"):
        assert word in done.stdout


def made() -> tuple[Outcome, dict[tuple[int, float], Past]]:
    """One of each state."""
    full = Namespace(5, "full", "/run/netns/full", "mount", cookie=0, pid=7, container=ID, first_seen=90.0)
    void = Namespace(6, "void", "/run/netns/void", "mount", cookie=66, first_seen=90.0)
    bad = Namespace(7, "bad", "/proc/9/ns/net", "proc", pid=9, first_seen=95.0)
    good = DumpReport(full, 99.0, 0.25, 3, 3, True, seen=NamespaceId(5, 55), cpu=0.002)
    failed = DumpReport(bad, 99.5, 0.0, 0, 0, False, "permission", "namespace bad: no")
    outcome = Outcome((full, void, bad), [good, failed], {"empty": [void]})
    return outcome, {
        full.key: Past(99.0, 3, own_hash=1024, last=good),
        void.key: Past(sockets=0),
        bad.key: Past(99.5, failures=1, last=failed),
    }


def test_entries() -> None:
    """Ages and costs in seconds; the cookie that the dump told; what is not known is left out of jsonl."""
    outcome, pasts = made()
    full, void, bad = (json.loads(line) for line in lined(list(entries(outcome, pasts, 100.0))))
    assert full == {
        "name": "full",
        "inode": 5,
        "cookie": 55,
        "foundBy": "mount",
        "path": "/run/netns/full",
        "pid": 7,
        "container": ID,
        "sockets": 3,
        "state": "dumped",
        "firstSeenAgo": 10.0,
        "lastDumpAgo": 1.0,
        "lastDumpSeconds": 0.25,
        "lastDumpCpuSeconds": 0.002,
        "ownHashBuckets": 1024,
    }
    assert (void["state"], void["sockets"], void["cookie"], "lastDumpAgo" in void) == ("empty", 0, 66, False)
    assert (bad["state"], bad["error"], "sockets" in bad) == ("permission", "namespace bad: no", False)


def test_the_table() -> None:
    """Most sockets first, sums and errors below; a narrow one says what does not fit."""
    outcome, pasts = made()
    lines = list(tabulated(list(entries(outcome, pasts, 100.0)), 160))
    assert [line.split()[0] for line in lines[:4]] == ["NAME", "full", "bad", "void"]
    assert lines[1].split() == ["full", "5", "55", "mount", "7", ID[:12], "3", "dumped", "1.0s", "2.00ms", "1024", "/run/netns/full"]
    assert lines[4:] == ["3 namespaces: 1 dumped, 1 empty, 1 permission; 3 sockets", "  namespace bad: no"]
    narrow = list(tabulated(list(entries(outcome, pasts, 100.0)), 60))
    assert "too narrow for" in narrow[4]
    assert all(len(line) <= 60 for line in narrow[:4])
