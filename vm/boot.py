"""One guest, from its start to its answer: bounded in time and memory, and gone when we are gone."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import select
import selectors
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Final

from vm import cpio, images, machine, project, store
from vm.channel import Answer, NoAnswer, Reader
from vm.kernels import Kernel
from vm.userspace import userspace

UP_S: Final = 90.0
"""So long a guest may take until it says hello."""
GRACE_S: Final = 20.0
"""Beyond its command's time, for sending back and switching off."""
TRIES: Final = 2
"""Guests that never came up are started so often: no command has run in them yet."""
MEMORY_MB: Final = 1536
NICE: Final = 10
LACKS: Final = "XTCP_GUEST_LACKS"
"""Environment of every command in a guest: what its kernel is known to lack."""
_PR_SET_PDEATHSIG: Final = 1
_TAIL: Final = 25
_libc = ctypes.CDLL(None)

Said = Callable[[str, bytes], None]


class TimeUp(NoAnswer):
    """Neither hello nor result within its time."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a guest is to do."""

    command: Sequence[str]
    seconds: float
    """For the command alone; twice that and more where a kernel is emulated is normal."""
    environment: Mapping[str, str] = field(default_factory=dict)
    memory_mb: int = MEMORY_MB
    append: str = ""
    """More words for the kernel's command line."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went."""

    code: int
    """Exit code; below 0: ended by that signal."""
    late: bool
    """Its time was up, and it was killed."""
    release: str
    """As uname -r and -v say it."""
    up_s: float
    """From the start of QEMU to hello."""
    seconds: float
    """Of the command."""
    tar: bytes
    """What it left in /out."""
    accel: str


class Ready:
    """A kernel, the userspace and the project, all there: boots any number of guests."""

    def __init__(self, kernel: Kernel, top: Path, work: Path, image: Path | None = None) -> None:
        """`top`: the project; `work`: a folder that outlives it; `image`: the project's, if it was made already. Raises Unavailable."""
        self.kernel = kernel
        self.accel = machine.accelerator()
        self._program = store.tool(machine.PROGRAM, machine.PACKAGE)
        self._work = work
        self._files = images.image(kernel)
        self._space = userspace(top)
        self._project = image or project.project(top, work)
        self._init = (top / "vm/guest/init").read_bytes()

    def run(self, job: Job, said: Said) -> Outcome:
        """Boot a guest and let it do the job. Raises NoAnswer with the console's last lines."""
        for left in range(TRIES - 1, -1, -1):
            try:
                return self._once(job, said)
            except NoAnswer as error:
                if not left or "never came up" not in str(error):
                    raise
                store.say(f"{self.kernel.name}: {str(error).splitlines()[0]}: once more")
        raise AssertionError("not reached")

    def _once(self, job: Job, said: Said) -> Outcome:
        with TemporaryDirectory(prefix="guest-", dir=self._work) as folder:
            place = Path(folder)
            guest = machine.Guest(
                self._files.vmlinuz,
                place / "initrd",
                (self._space.root, self._project),
                place / "answer",
                place / "console",
                job.memory_mb,
                job.append,
            )
            guest.initrd.write_bytes(self._initrd(job))
            guest.console.touch()
            with socket.socket(socket.AF_UNIX) as listener:
                listener.bind(str(guest.answer))
                listener.listen(1)
                began = time.monotonic()
                with (place / "qemu").open("wb") as words:
                    line = machine.command(guest, self.accel, self._program)
                    process = subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=words, stderr=words, preexec_fn=_ends_with_us)
                try:
                    answer, up_s = converse(listener, process.pid, job.seconds, said)
                    code = answer.code()
                except NoAnswer as error:
                    raise type(error)(f"{error}\n{_last_words(place / 'qemu', guest.console)}") from error
                finally:
                    process.kill()
                    process.wait()
            hello, result = answer.hello or {}, answer.result or {}
            release = f"{hello.get('release')} {hello.get('version')}"
            return Outcome(code, bool(result["late"]), release, up_s, time.monotonic() - began - up_s, bytes(answer.tar), self.accel)

    def _initrd(self, job: Job) -> bytes:
        environment = {LACKS: ",".join(sorted(self.kernel.lacks)), **job.environment}
        told = {"command": [*job.command], "seconds": job.seconds, "environment": environment}
        entries = [
            cpio.Entry("init", self._init, True),
            cpio.Entry("busybox", self._space.busybox.read_bytes(), True),
            cpio.Entry("job.json", json.dumps(told).encode()),
        ]
        return self._files.modules.read_bytes() + cpio.archive(entries)


def converse(listener: socket.socket, pid: int, seconds: float, said: Said) -> tuple[Answer, float]:
    """(what it said, seconds until its hello), when it has said its result, or has closed the channel, or is gone. Raises NoAnswer.

    The process `pid` connects to `listener`, and ends when the guest is switched off.
    """
    began = time.monotonic()
    reader, up_s, until = Reader(said), 0.0, began + UP_S
    with selectors.DefaultSelector() as selector, contextlib.ExitStack() as stack:
        gone = os.pidfd_open(pid)
        stack.callback(os.close, gone)
        selector.register(gone, selectors.EVENT_READ)
        selector.register(listener, selectors.EVENT_READ)
        connected = False
        while reader.answer.result is None:
            left = until - time.monotonic()
            if left <= 0:
                what = (
                    "the guest gave no result in its time" if reader.answer.hello else f"the guest never came up: no hello in {UP_S:.0f} s"
                )
                raise TimeUp(what)
            for key, _ in selector.select(left):
                if key.fileobj is listener:
                    channel = stack.enter_context(listener.accept()[0])
                    selector.unregister(listener)
                    selector.register(channel, selectors.EVENT_READ)
                    connected = True
                elif key.fileobj == gone:
                    if not connected and not select.select([listener], [], [], 0)[0]:
                        return reader.answer, up_s
                    selector.unregister(gone)  # what it said before is still to be read, to the end
                elif data := channel.recv(1 << 16):
                    reader.feed(data)
                else:
                    return reader.answer, up_s
                if reader.answer.hello and not up_s:
                    up_s = time.monotonic() - began
                    until = time.monotonic() + seconds + GRACE_S
    return reader.answer, up_s


def _last_words(qemu: Path, console: Path) -> str:
    """What QEMU and the kernel said in the end."""
    lines = (qemu.read_bytes() + console.read_bytes()).decode(errors="replace").splitlines()
    return "\n".join(lines[-_TAIL:]) or "its console is empty"


def _ends_with_us() -> None:
    os.nice(NICE)
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def to(out: IO[bytes], err: IO[bytes]) -> Said:
    """Passes on what the guest's command prints, as it comes."""

    def said(kind: str, data: bytes) -> None:
        stream = out if kind == "O" else err
        stream.write(data)
        stream.flush()

    return said
