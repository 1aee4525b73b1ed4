"""A daemon without the rights to enter namespaces delivers the rows of one that has them, and outlives those that have them for it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces
from opening.hiring import alive, children, rights, status
from street import COMMAND, PATIENCE, Records, Street, by_namespace, cookies, environment, once, quiet_rows, records, running, ss_cookies

from xtcp_ebpf.opening.roles import EVERY, RIGHTS, Role

pytestmark = pytest.mark.kernel
BEAT = ("-frequency", "100ms", "-timeout", "90ms", "-pollJitterPct", "0", "-netlinkers", "2", "-skip", "none", "-marshal", "protobufList")


@pytest.fixture(scope="module")
def full(street: Street) -> Iterator[list[str]]:
    """Three quiet namespaces."""
    names = street.add(3)
    for name, kinds in zip(names, ({"v4": 400}, {"v6": 300}, {"zoo": 1}), strict=True):
        street.hold(name, **kinds)
    yield names


def rows_of(path: Path) -> Records:
    """So far; a last envelope that is not there whole is left."""
    try:
        return records(path)
    except (AssertionError, FileNotFoundError, IndexError):
        return []


def until(true: Callable[[], object], daemon: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert daemon.poll() is None, daemon.communicate()[1]
        assert time.monotonic() < deadline
        time.sleep(0.02)  # a bounded poll


@contextmanager
def daemon(out: Path, *flags: str) -> Iterator[subprocess.Popen[str]]:
    """It has polled at least once."""
    with running("-privsep", "-dest", f"file:{out}", *BEAT, *flags) as process:
        until(lambda: rows_of(out), process)
        yield process


def fresh(out: Path, names: list[str]) -> Callable[[], bool]:
    """Have there come rows of all of these that were not there now?"""
    before = max((row.poll_number for row in rows_of(out)), default=0)

    def come() -> bool:
        found = {row.netns for row in rows_of(out) if row.poll_number > before + 1}
        return found.issuperset(names)

    return come


def named(pid: int) -> dict[str, list[int]]:
    """The processes of a daemon beside it, by name."""
    (first,) = children(pid)
    found: dict[str, list[int]] = {"xtcp-openers": [first]}
    for each in children(first):
        found.setdefault(status(each)["Name"].strip(), []).append(each)
    return found


@pytest.mark.parametrize("bpf", ["off", "require"])
def test_the_same_rows(full: list[str], tmp_path: Path, bpf: str) -> None:
    """Every field but the clocks of every socket is as in plain mode, and each is there once, as ss shows them."""
    plain = by_namespace(once(tmp_path / "plain", "-bpf", bpf))
    apart = by_namespace(once(tmp_path / "apart", "-bpf", bpf, "-privsep"))
    for name in full:
        assert cookies(apart[name]) == ss_cookies(name)
        assert quiet_rows(apart[name]) == quiet_rows(plain[name])
    assert {"default", *full} <= apart.keys() & plain.keys()


@pytest.mark.parametrize("flags", [("-reads", "exact"), ("-skip", "quiet", "-maxStale", "2")], ids=" ".join)
def test_single_sockets(full: list[str], tmp_path: Path, flags: tuple[str, ...]) -> None:
    """Their programs are loaded by who may; what is read socket by socket is what ss shows."""
    out = tmp_path / "rows"
    with daemon(out, "-d", "111", *flags) as process:
        for _ in range(3):
            until(fresh(out, full), process)
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, said
    assert "reads: single sockets" in said
    rows = rows_of(out)
    last = max(row.poll_number for row in rows) - 1
    for name in full[:2]:  # the zoo has connections that stay half-open, and is dumped
        if "exact" in flags:
            assert re.search(rf"namespace {name}: \d+ sockets, \d+ rows \(exact\)", said)
        else:
            assert len({row.poll_number for row in rows if row.netns == name}) < last, "it is at rest, and read in some of the polls only"
    for name in full:
        found = {row.inet_diag_msg_socket_cookie for row in rows if row.netns == name and last - 3 < row.poll_number <= last}
        assert sorted(f"{cookie:x}" for cookie in found) == ss_cookies(name)


def test_who_keeps_which_right(full: list[str], tmp_path: Path) -> None:
    """The daemon has CAP_NET_ADMIN and nothing else, in none of its threads; the others what their roles take, and nothing else."""
    out = tmp_path / "rows"
    with daemon(out, "-bpf", "require") as process:
        for task in Path(f"/proc/{process.pid}/task").iterdir():
            for which in ("CapEff", "CapPrm", "CapBnd"):
                assert rights(int(task.name), which) == {"CAP_NET_ADMIN"}
        others = named(process.pid)
        assert {name: len(pids) for name, pids in others.items()} == {"xtcp-openers": 1, "xtcp-opener": 2, "xtcp-searcher": 1}
        assert rights(others["xtcp-openers"][0]) == EVERY
        assert rights(others["xtcp-searcher"][0]) == RIGHTS[Role.SEARCH].keys()
        for pid in others["xtcp-opener"]:
            assert rights(pid) == RIGHTS[Role.VISIT].keys()
        until(fresh(out, full), process)
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, said
        assert "source walk" in said or "source tracepoints" in said
    assert not any(alive(pid) for pids in others.values() for pid in pids)


def test_those_with_rights_die(full: list[str], tmp_path: Path) -> None:
    """One after the other is killed, readers and searcher: others take their places, and every namespace goes on being dumped."""
    out = tmp_path / "rows"
    with daemon(out) as process:
        for _ in range(3):
            for pids in named(process.pid).values():
                for pid in pids:
                    if pid not in children(process.pid):
                        os.kill(pid, signal.SIGKILL)
            until(fresh(out, full), process)
        others = named(process.pid)
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, said
    assert not any(alive(pid) for pids in others.values() for pid in pids)


def test_the_daemon_dies(full: list[str], tmp_path: Path) -> None:
    """Killed, it leaves nobody who has rights."""
    out = tmp_path / "rows"
    with daemon(out) as process:
        until(fresh(out, full), process)
        others = [pid for pids in named(process.pid).values() for pid in pids]
        process.kill()
        process.wait(PATIENCE)
    deadline = time.monotonic() + PATIENCE
    while any(map(alive, others)):
        assert time.monotonic() < deadline
        time.sleep(0.01)  # a bounded poll


def test_a_namespace_that_it_could_not_enter(tmp_path: Path) -> None:
    """Offered from inside, it is dumped by a daemon without CAP_SYS_ADMIN; gone with whoever offers it, it comes back with the next."""
    spaces = Spaces(tmp_path / "netns")
    out, path = tmp_path / "rows", tmp_path / "offers"
    namespace = spaces.make("pod")
    ports = spaces.listen(namespace, 4)
    offer = [*COMMAND, "offer", "-socket", str(path), "-name", "pod-1"]

    def started() -> subprocess.Popen[str]:
        return subprocess.Popen(offer, env=environment(), stderr=subprocess.DEVNULL, text=True)

    flags = ("-namespaces", "own", "-bpf", "off", "-acceptOffers", str(path), "-dest", f"file:{out}", *BEAT)
    held = ["setpriv", "--bounding-set=-all,+net_admin", "--inh-caps=-all,+net_admin", "--ambient-caps=-all", sys.executable, *COMMAND[1:]]
    process = subprocess.Popen([*held, *flags], env=environment(), stderr=subprocess.PIPE, text=True)
    try:
        for _ in range(2):
            with spaces.inside(namespace, started) as offering:
                until(fresh(out, ["pod-1"]), process)
                assert rights(process.pid) <= {"CAP_NET_ADMIN"}
                offering.kill()
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, said
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
        spaces.remove_all()
    assert said.count("is offered by process") == 2
    polls: dict[int, list[int]] = {}
    for row in records(out):
        if row.netns == "pod-1":
            assert row.netns_inode == namespace.inode
            polls.setdefault(row.poll_number, []).append(row.inet_diag_msg_socket_source_port)
    assert {tuple(sorted(found)) for found in polls.values()} == {tuple(sorted(ports))}
    assert not path.exists()
