"""The process that keeps the rights when the daemon gives them up, and does nothing but start others that use them.

It is forked before there is a second thread, has one thread for all its life, and starts each of the others by a fork. What it reads of
the daemon is one frame of one byte and one descriptor: the other end of a connection, for a process of that role. Everything else goes
over that connection, so whoever dies or hangs is one namespace's trouble, and the next one is hired.

It ends, and all the others with it, when the daemon's end is closed: when the daemon has ended, however that came. If it is killed, they
are too, and the daemon, which can have no others, says at each namespace that it has to be restarted.
"""

from __future__ import annotations

import ctypes
import gc
import os
import select
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from xtcp_ebpf.kernel import privileges
from xtcp_ebpf.opening.handover import Frame, Handover, close_all
from xtcp_ebpf.opening.roles import EVERY, RIGHTS, Kind, Role

Serve = Callable[[Handover], None]
"""What a process of one role does until it ends; ConnectionError ends it in order."""

_PR_SET_PDEATHSIG, _PR_SET_NAME = 1, 15
_IGNORED: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM)
"""They are meant for the daemon: a terminal and a service manager send them to all of us."""
_NAMES: Final = {Role.VISIT: b"xtcp-opener", Role.SEARCH: b"xtcp-searcher", Role.LOAD: b"xtcp-loader"}

_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True, slots=True)
class _Hired:
    pid: int
    end: int
    """A copy of its end of the connection: hung up when the daemon's end is closed."""


def become(control: socket.socket, work: Mapping[Role, Serve], most: int, also: Collection[str] = ()) -> None:
    """Be that process, for good: the calling one was forked for it. `most`: how many it may have started at one time; `also`: what
    loading BPF programs takes beside RIGHTS."""
    code = 1
    try:
        os.set_blocking(control.fileno(), True)
        _settle(b"xtcp-openers", {control.fileno()})
        privileges.drop({*EVERY, *also})
        Supervisor(control, work, most, also).run()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


class Supervisor:
    """The loop."""

    def __init__(self, control: socket.socket, work: Mapping[Role, Serve], most: int, also: Collection[str] = ()) -> None:
        self._also = also
        self._pid = os.getpid()
        self._control = Handover(control, 1)
        self._work = work
        self._most = most
        self._hired: dict[int, _Hired] = {}
        """By `end`."""
        self._poll = select.poll()
        self._poll.register(control.fileno(), select.POLLIN)
        self._ended, self._tell = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        self._poll.register(self._ended, select.POLLIN)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._tell, warn_on_full_buffer=False)

    def run(self) -> None:
        """Until the daemon is gone; then none of the others is left."""
        try:
            while True:
                for descriptor, _ in self._poll.poll():
                    if descriptor == self._control.fileno():
                        self._take()
                    elif descriptor == self._ended:
                        os.read(self._ended, 4096)
                        self._reap()
                    elif hired := self._hired.get(descriptor):
                        self._dismiss(hired)
        except ConnectionResetError:
            pass  # the daemon is gone
        finally:
            for hired in self._hired.values():
                os.kill(hired.pid, signal.SIGKILL)
            with suppress(ChildProcessError):
                while True:  # the daemon waits for us, and then nobody with rights is left
                    os.waitpid(-1, 0)

    def _take(self) -> None:
        try:
            frame = self._control.receive()
        except ConnectionResetError:
            raise
        except OSError:
            return  # what cannot be meant, or no descriptor left to take it with: nobody is hired, and the daemon sees that
        try:
            self._hire(frame)
        finally:
            close_all(frame.descriptors)

    def _hire(self, frame: Frame) -> None:
        if len(frame.descriptors) != 1 or frame.kind not in self._work:
            return
        end = frame.descriptors[0]
        if len(self._hired) >= self._most:
            _refuse(end, f"there are {self._most} already, and none has ended")
            return
        try:
            kept = os.dup(end)
            pid = os.fork()
        except OSError as error:  # a limit of processes or descriptors
            _refuse(end, f"cannot be started: {os.strerror(error.errno or 0)}")
            return
        if pid == 0:
            role = Role(frame.kind)
            _be(role, end, self._work[role], self._pid, {*RIGHTS[role], *(self._also if role == Role.LOAD else ())})
        self._hired[kept] = _Hired(pid, kept)
        self._poll.register(kept, 0)  # a hangup is told unasked

    def _dismiss(self, hired: _Hired) -> None:
        """Nobody waits for it any more: if it hangs, it hangs in vain. It is gone from the list when it has ended."""
        self._poll.unregister(hired.end)
        os.kill(hired.pid, signal.SIGKILL)

    def _reap(self) -> None:
        by_pid = {hired.pid: hired for hired in self._hired.values()}
        while True:
            try:
                pid, _ = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if not pid:
                return
            hired = by_pid[pid]
            with suppress(KeyError):
                self._poll.unregister(hired.end)
            del self._hired[hired.end]
            os.close(hired.end)  # the last copy on this side: from here on the daemon knows


def _be(role: Role, end: int, serve: Serve, parent: int, rights: Collection[str]) -> None:
    """Be a process of that role, for good."""
    code = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        _settle(_NAMES[role], {end})
        privileges.drop(rights)
        _libc.prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)  # nobody with rights outlives the one that would end it
        if os.getppid() != parent:
            return
        connection = Handover(socket.socket(fileno=end))
        ended: list[int] = []

        def work() -> None:
            try:
                with suppress(ConnectionError):
                    serve(connection)
                ended.append(0)
            except BaseException:
                traceback.print_exc()

        # Not in the first thread, which is what /proc/<pid>/ns/net tells of: whoever searches there shall not take us for somebody
        # who lives in the namespace that is being visited.
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        code = 0 if ended else 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _settle(name: bytes, kept: set[int]) -> None:
    """A process that was just forked: its own name, no signals meant for others, no descriptors but stderr and these."""
    gc.freeze()  # nothing that was made before the fork is finalised here: it belongs to the other
    for number in _IGNORED:
        signal.signal(number, signal.SIG_IGN)
    _libc.prctl(_PR_SET_NAME, name, 0, 0, 0)
    sys.stderr = os.fdopen(2, "w", buffering=1, closefd=False)  # whatever took its place in the other
    nowhere = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    for descriptor in [int(entry.name) for entry in Path("/proc/self/fd").iterdir()]:
        if descriptor > 2 and descriptor not in kept:
            with suppress(OSError):  # that of the listing itself
                os.close(descriptor)


def _refuse(end: int, why: str) -> None:
    with socket.socket(fileno=os.dup(end)) as sock, suppress(OSError):
        sock.setblocking(False)
        Handover(sock).send(Kind.REFUSED, 0, why.encode())
