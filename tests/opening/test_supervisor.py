"""The process that keeps the rights starts others, ends them, and goes when the daemon goes; each has exactly its rights."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from opening.hiring import PATIENCE, alive, children, hired, rights, status, stop, until

from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.opening.handover import Handover
from xtcp_ebpf.opening.hirer import Openers
from xtcp_ebpf.opening.roles import EVERY, RIGHTS, Kind, Role

pytestmark = pytest.mark.kernel


def wait(connection: Handover) -> None:
    """Be there, and answer."""
    connection.send(Kind.READY, 0, str(os.getpid()).encode())
    while True:
        frame = connection.receive()
        connection.send(Kind.ANSWER, frame.number, frame.body)


WORK = dict.fromkeys(Role, wait)


def hire(openers: Openers, role: Role = Role.VISIT) -> tuple[Handover, int]:
    connection, ready = openers.hire(role, 0, PATIENCE)
    return connection, int(ready.body)


def test_each_has_its_rights_and_no_other() -> None:
    """In effect, permitted and in the bounding set; no_new_privs; nothing of the starter's descriptors; no signal meant for it ends it."""
    with hired(WORK) as openers, Path("/proc/self/status").open() as mine:
        hire(openers)[0].close()  # by then it has given up what it does not need
        assert rights(openers.pid) == EVERY
        assert status(openers.pid)["Name"] == "xtcp-openers"
        for role in Role:
            connection, pid = hire(openers, role)
            for which in ("CapEff", "CapPrm"):
                assert rights(pid, which) == RIGHTS[role].keys(), role
            assert rights(pid, "CapBnd") == EVERY
            assert rights(pid, "CapInh") == rights(pid, "CapAmb") == set()
            assert status(pid)["NoNewPrivs"] == "1"
            held = {entry.name: os.readlink(entry) for entry in Path(f"/proc/{pid}/fd").iterdir()}  # noqa: PTH115  no path, but what it is
            assert held.pop("0") == held.pop("1") == os.devnull
            held.pop("2")
            assert len(held) == 1, held
            assert next(iter(held.values())).startswith("socket:")
            assert mine.name not in held.values()
            connection.close()
            until(lambda pid=pid: not alive(pid))


def test_signals_for_the_daemon_end_nobody() -> None:
    """A terminal and a service manager send them to all processes: those that keep rights end with the daemon, not before."""
    with hired(WORK) as openers:
        connection, pid = hire(openers)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1, signal.SIGUSR2):
            os.kill(openers.pid, number)
            os.kill(pid, number)
        connection.send(Kind.ASK, 5, b"there?")
        assert connection.receive().body == b"there?"
        hire(openers)[0].close()
        connection.close()


def test_who_is_not_waited_for_is_ended() -> None:
    """One that hangs, whatever the reason, is gone when its connection is closed; one that ends by itself is noticed."""
    with hired(WORK) as openers:
        hanging, pid = hire(openers)
        stop(pid)
        hanging.close()
        until(lambda: not alive(pid))
        ending, pid = hire(openers)
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(ConnectionResetError):
            ending.receive()
        ending.close()
        until(lambda: not children(openers.pid))


def test_a_bound() -> None:
    """No more than so many at one time; the next one is refused with the reason, and comes when there is room."""
    with hired(WORK, most=2) as openers:
        both = [hire(openers) for _ in range(2)]
        with pytest.raises(OpenError, match="there are 2 already"):
            hire(openers)
        both[0][0].close()
        until(lambda: len(children(openers.pid)) == 1)
        hire(openers)[0].close()
        both[1][0].close()


def test_junk_is_not_hired() -> None:
    """What is no request is left, whatever it brings; no descriptor stays, and the next request is heard."""
    with hired({Role.VISIT: wait}) as openers:
        hire(openers)[0].close()
        until(lambda: not children(openers.pid))
        before = len(list(Path(f"/proc/{openers.pid}/fd").iterdir()))
        control = openers._control
        for kind, numbers in ((Role.VISIT, ()), (Role.SEARCH, (0,)), (99, (0,)), (Role.VISIT, (0, 0, 0))):
            control.send(kind, 0, b"?" * 99, numbers)
        control._socket.send(b"x")
        hire(openers)[0].close()
        until(lambda: not children(openers.pid))
        assert len(list(Path(f"/proc/{openers.pid}/fd").iterdir())) == before


def test_a_defect_is_told_and_ends_only_itself(capfd: pytest.CaptureFixture[str]) -> None:
    """What a process raises stands on standard error; the next one can be hired."""

    def fail(connection: Handover) -> None:
        connection.send(Kind.READY)
        raise LookupError("a defect, on purpose")

    with hired({Role.VISIT: wait, Role.LOAD: fail}) as openers:
        connection, _ = openers.hire(Role.LOAD, 0, PATIENCE)
        with pytest.raises(ConnectionResetError):
            connection.receive()
        connection.close()
        hire(openers)[0].close()
    assert "LookupError: a defect, on purpose" in capfd.readouterr().err


DAEMON = """
import os, sys, time
from opening.test_supervisor import WORK, hire
from opening.hiring import start, stop
openers = start(WORK)
pids = [openers.pid, *(hire(openers)[1] for _ in range(2))]
held = [hire(openers) for _ in range(2)]
stop(held[0][1])
print(*pids[:1], *(pid for _, pid in held), flush=True)
time.sleep(60)
"""


def test_the_daemon_is_killed() -> None:
    """By kill -9: all that it had started ends, one that hangs too."""
    path = os.pathsep.join(sys.path)
    with subprocess.Popen(
        [sys.executable, "-c", DAEMON], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path}
    ) as daemon:
        assert daemon.stdout
        pids = [int(word) for word in daemon.stdout.readline().split()]
        assert len(pids) == 3
        assert all(map(alive, pids))
        daemon.kill()
        until(lambda: not any(map(alive, pids)))


def test_the_one_that_hires_is_killed() -> None:
    """Nobody with rights outlives it, one that hangs included."""
    with hired(WORK) as openers:
        held = [hire(openers) for _ in range(2)]
        stop(held[0][1])
        os.kill(openers.pid, signal.SIGKILL)
        until(lambda: not any(alive(pid) for _, pid in held))
        for connection, _ in held:
            connection.close()
