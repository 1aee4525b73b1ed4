"""-profile.mode: a profile of the whole run, written to a file of the current folder at its end."""

from __future__ import annotations

import io
import logging
import math
import os
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.errors import UsageError, errno_text
from xtcp_ebpf.profiles.profile import Profile

log = logging.getLogger(__name__)

FLAG: Final = "-profile.mode"
FILES: Final = {"cpu": "cpu.pprof", "mem": "mem.pprof", "memheap": "mem.pprof", "goroutine": "threads.txt"}
"""By mode. `mem` and `memheap` are one: Python counts what is in use. Threads are what Python has for goroutines."""
NONE_OF_PYTHON: Final = {
    "mutex": "Python does not count how long its locks are waited for",
    "block": "Python does not count how long its threads wait",
    "trace": "Python has no execution trace",
}


def check(mode: str) -> None:
    """Raises ValueError, which says why not and what there is."""
    if mode not in FILES:
        why = f"is not to be had: {NONE_OF_PYTHON[mode]}" if mode in NONE_OF_PYTHON else "is no mode"
        raise ValueError(f"{why}; there are {', '.join(FILES)}")


class OnFile:
    """Profiles from start() to finish(). Raises UsageError when the file cannot be made."""

    def __init__(self, mode: str, clock: Clock, folder: Path | None = None) -> None:
        self._mode = mode
        self._clock = clock
        self.path = (folder or Path()) / FILES[mode]
        self._began_ns, self._began = 0, 0.0
        self._enough = threading.Event()
        self._profile: Callable[[], Profile] | None = None
        self._tracing = ExitStack()
        self._thread: threading.Thread | None = None
        try:
            # Not through a link: the folder may be one in which others write.
            descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        except OSError as error:
            where = self.path.absolute()
            raise UsageError(f"{FLAG} {mode}: {where}: {errno_text(error.errno or 0)}; start it in a folder where it may write") from error
        self._file = io.FileIO(descriptor, "w")

    def start(self) -> None:
        """From a thread that is at home: threads are born into the namespace of their parent."""
        self._began_ns, self._began = self._clock.now_ns(), self._clock.monotonic()
        if self._mode == "cpu":
            self._thread = threading.Thread(target=self._sample, name="profile", daemon=True)
            self._thread.start()
        elif self._mode in ("mem", "memheap"):
            from xtcp_ebpf.profiles import heap

            self._tracing.enter_context(heap.tracing())

    def finish(self) -> None:
        """Write it. A second time does nothing. A file that takes no more is told in the log, and stops nothing."""
        if self._file.closed:
            return
        self._enough.set()
        if self._thread:
            self._thread.join()
        try:
            self._write(self._content())
            log.info("%s %s: %s", FLAG, self._mode, self.path.absolute())
        except OSError as error:
            log.error("%s %s: %s: %s; the profile is lost", FLAG, self._mode, self.path.absolute(), errno_text(error.errno or 0))
        finally:
            self._tracing.close()
            self._file.close()

    def _sample(self) -> None:
        from xtcp_ebpf.profiles import cpu

        profile = cpu.sample(math.inf, self._enough.wait, self._clock)
        self._profile = lambda: profile

    def _content(self) -> bytes:
        from xtcp_ebpf.profiles import heap, pprof, threads

        if self._mode == "goroutine":
            return threads.dump().encode()
        if self._mode != "cpu":
            self._profile = heap.taken(self._began_ns, int((self._clock.monotonic() - self._began) * 1e9))
            self._tracing.close()
        return pprof.encode(self._profile()) if self._profile else b""

    def _write(self, content: bytes) -> None:
        left = memoryview(content)
        while left:
            left = left[self._file.write(left) or 0 :]
