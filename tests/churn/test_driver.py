"""Births and deaths, and nothing left whatever ends them."""

from __future__ import annotations

import os
import resource
import time
from pathlib import Path

import pytest
from end_to_end.street import run

from xtcp_ebpf.churn import driver, spaces
from xtcp_ebpf.churn.driver import Born, Churn, clean, room_for
from xtcp_ebpf.errors import UsageError, XtcpError

pytestmark = pytest.mark.kernel

PREFIX = f"xd{os.getpid() % 10000}"


def descriptors() -> int:
    """Of this process."""
    return len(list(Path("/proc/self/fd").iterdir()))


def test_born_live_and_die() -> None:
    """Each is another namespace, with the sockets that it says, seen by ss; a death takes one; the end takes all."""
    before = descriptors()
    with Churn(PREFIX, conns=2, seed=1) as churn:
        born = [churn.birth() for _ in range(4)]
        assert churn.live == {one.name: one for one in born}
        assert len({one.inode for one in born}) == len({one.cookie for one in born}) == 4
        assert all(one.inode == (spaces.PLACE / one.name).stat().st_ino and abs(time.time() - one.born) < 10 for one in born)
        assert seen(born[0]) == born[0].sockets == 6
        assert len(born[0].ports) == 2
        dead = churn.death(born[1].name)
        assert (dead, len(churn.live)) == (born[1], 3)
        assert not (spaces.PLACE / dead.name).exists()
        assert churn.death().name not in churn.live
        with pytest.raises(KeyError):
            churn.death("nobody")
        assert churn.connections == 8
    assert spaces.leftovers(PREFIX) == []
    assert descriptors() == before


def seen(born: Born) -> int:
    """How many sockets the daemon's own search finds there."""
    done = run("ns", "-skip", "none")
    return next(int(line.split('"sockets":')[1].split(",")[0]) for line in done.stdout.splitlines() if f'"name":"{born.name}"' in line)


def test_links_go_too() -> None:
    """With links each has a pair, and none stays."""
    with Churn(PREFIX[:6], conns=0, links=True) as churn:
        churn._number = 998  # links beyond 999 births have names too
        names = [churn.birth().name for _ in range(2)]
        ends = [Path("/sys/class/net") / spaces.host_end(name) for name in names]
        assert all(end.exists() for end in ends)
        churn.death(names[0])
        until = time.monotonic() + 5
        while ends[0].exists():
            assert time.monotonic() < until
            time.sleep(0.005)
    assert not [end for end in ends if end.exists()]


def test_a_block_that_fails_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error inside the block, or in the middle of a birth."""
    with pytest.raises(ZeroDivisionError), Churn(PREFIX) as churn:
        churn.birth()
        raise ZeroDivisionError
    assert spaces.leftovers(PREFIX) == []

    def fails(_count: int) -> None:
        raise OSError(24, "no descriptor")

    monkeypatch.setattr(driver, "connect", fails)
    with Churn(PREFIX) as churn:
        with pytest.raises(OSError, match="no descriptor"):
            churn.birth()
        assert spaces.leftovers(PREFIX) == []
        assert churn.live == {}


def test_a_name_that_is_taken() -> None:
    """The birth fails and says what to do; whose name it is lives on, and the next birth is well."""
    taken = f"{PREFIX}-{os.getpid()}-1"
    inode = spaces.make(taken, lambda: None)[0]
    try:
        with Churn(PREFIX, conns=0) as churn:
            with pytest.raises(FileExistsError, match=r"nstest -clean.*" + taken):
                churn.birth()
            assert churn.live == {}
            assert churn.birth().name == f"{PREFIX}-{os.getpid()}-2"
        assert (spaces.PLACE / taken).stat().st_ino == inode
    finally:
        spaces.remove(taken)


def test_what_cannot_be_removed_is_named() -> None:
    """Where somebody put a directory, all others are removed, and it is named: at the end of the block, and by clean."""
    stuck = f"{PREFIX}-{os.getpid()}-1"
    try:
        with pytest.raises(XtcpError, match=f"could not be removed: {stuck}; try"), Churn(PREFIX) as churn:
            for _ in range(3):
                churn.birth()
            spaces.remove(stuck)
            (spaces.PLACE / stuck).mkdir()
            churn.death(stuck)
        spaces.make(f"{PREFIX}-{os.getpid()}-9", lambda: None)
        with pytest.raises(XtcpError, match=rf"could not be removed: {stuck}: EISDIR.*by hand"):
            clean(PREFIX)
        assert spaces.leftovers(PREFIX) == [stuck]
    finally:
        (spaces.PLACE / stuck).rmdir()


def test_fast_enough() -> None:
    """A birth is no child process: forty of them, and their deaths, in much less than the second that is asked of it."""
    with Churn(PREFIX, traffic=False) as churn:
        for _ in range(40):
            churn.birth()
        assert churn.slowest_birth < 1.0


def test_clean() -> None:
    """What stands there under the prefix is removed and named, and nothing else."""
    spaces.make(f"{PREFIX}-7", lambda: None)
    (spaces.PLACE / f"{PREFIX}-8").touch()  # killed between the file and the mount
    others = (f"{PREFIX}x-7", f"{PREFIX}-other", f"{PREFIX}-other-7")
    for name in others:
        spaces.make(name, lambda: None)
    try:
        assert clean(PREFIX) == [f"{PREFIX}-7", f"{PREFIX}-8"]
        assert clean(PREFIX) == []
        assert all((spaces.PLACE / name).exists() for name in others)
    finally:
        for name in others:
            spaces.remove(name)


def test_room_for() -> None:
    """The limit is raised as far as it goes; what does not fit is said in numbers."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        room_for(10, 2)
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == before[1]
        with pytest.raises(UsageError, match="9000000 namespaces with 2 connections take 54000064 descriptors, the limit is"):
            room_for(9_000_000, 2)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
