"""The daemon's end: hires processes that have the rights which it gave up."""

from __future__ import annotations

import errno
import os
import signal
import socket
import threading
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import Final

from xtcp_ebpf import errors
from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.kernel import caps
from xtcp_ebpf.opening.handover import Frame, Handover
from xtcp_ebpf.opening.roles import Kind, Role
from xtcp_ebpf.opening.supervisor import Serve, become
from xtcp_ebpf.tally import Tally

READY_SECONDS: Final = 5.0
"""How long a process may take to be there: a fork, on a host that has other things to do."""
END_SECONDS: Final = 5.0
GONE: Final = "the process that keeps the rights (-privsep) is gone; the daemon has none of its own: restart it"


class Openers:
    """Any thread may hire. Counts openers_started:ROLE and openers_lost:ROLE:REASON in `tally`, which may be replaced at any time.

    `effective`: the capabilities that were in effect when it was started, as a bit mask.
    """

    def __init__(self, control: socket.socket, pid: int, effective: int) -> None:
        self.tally = Tally()
        self.effective = effective
        self.pid = pid
        self._control = Handover(control)
        self._control.within(READY_SECONDS)
        self._lock = threading.Lock()

    def hire(self, role: Role, most_descriptors: int, seconds: float) -> tuple[Handover, Frame]:
        """A connection to a new process of that role, and the first it said. A frame of it brings at most so many descriptors, and
        comes within so many seconds. Raises OpenError: `opener_gone`, `opener_hung`, `descriptors`."""
        ours, theirs = _pair()
        connection = Handover(ours, most_descriptors)
        try:
            with theirs, self._lock:
                self._control.send(role, 0, b"", (theirs.fileno(),))
            connection.within(READY_SECONDS)
            said = connection.receive()
            connection.within(seconds)
        except OSError as error:
            connection.close()
            raise self.lost(role, error) from error
        except BaseException:
            connection.close()
            raise
        if said.kind != Kind.READY:
            connection.close()
            raise OpenError("opener_gone", f"no process to {role.name.lower()} with rights: {said.body.decode(errors='replace')}")
        self.tally.add(f"openers_started:{role.name.lower()}")
        return connection, said

    def lost(self, role: Role, error: OSError) -> OpenError:
        """What such an error of a connection means. It is counted, but for want of descriptors, which is our own trouble."""
        number = error.errno or 0
        name = role.name.lower()
        if number in (errno.EMFILE, errno.ENFILE):
            return OpenError("descriptors", "no file descriptor left: raise the limit (ulimit -n, LimitNOFILE=)", number)
        if number == errno.EAGAIN:
            self.tally.add(f"openers_lost:{name}:hung")
            return OpenError(
                "opener_hung", f"the process to {name} with rights did not answer in time: it is ended, and another is started"
            )
        self.tally.add(f"openers_lost:{name}:gone")
        if not self.alive:
            return OpenError("opener_gone", GONE)
        return OpenError("opener_gone", f"the process to {name} with rights has ended: another is started", number)

    @property
    def alive(self) -> bool:
        """Can anybody be hired? As far as one can tell without a wait."""
        try:
            return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
        except ChildProcessError:
            return False

    def close(self) -> None:
        """End it, and with it all that were hired."""
        self._control.close()
        with suppress(ChildProcessError):
            _ended(self.pid)


def start(work: Mapping[Role, Serve], most: int, also: Collection[str] = ()) -> Openers:
    """Fork the process that keeps the rights: to be called before there is a second thread, and before the rights are given up.

    `work`: what the processes of each role do; `most`: how many of them there may be at one time; `also`: what loading takes beside
    RIGHTS of roles.py. Raises UsageError when it cannot be had.
    """
    effective = caps.read("/proc/thread-self/status").effective
    ours, theirs = _pair()
    try:
        pid = os.fork()
    except OSError as error:
        ours.close()
        theirs.close()
        raise errors.UsageError(f"-privsep: no second process can be had: {errors.errno_text(error.errno or 0)}") from error
    if pid == 0:
        become(theirs, work, most, also)
    theirs.close()
    return Openers(ours, pid, effective)


def _pair() -> tuple[socket.socket, socket.socket]:
    try:
        return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    except OSError as error:
        raise OpenError("descriptors", "no connection can be had", error.errno or 0) from error


def _ended(pid: int) -> None:
    """Wait for it; what does not end in time, as its connection was closed, is killed."""
    alarm = threading.Timer(END_SECONDS, os.kill, (pid, signal.SIGKILL))
    alarm.daemon = True
    alarm.start()
    try:
        os.waitpid(pid, 0)
    finally:
        alarm.cancel()
