"""A process that Pyroscope's library looks at, to its end. Says as JSON what became of it.

Argument: JSON with `url`, and maybe `hz`, `flags` (a daemon runs with these, its rights given up), `stderr`. Without flags it spends CPU
time until its stdin ends.
"""

from __future__ import annotations

import fcntl
import json
import logging
import sys
import threading
import time
from pathlib import Path
from typing import Any

from xtcp_ebpf.config import load
from xtcp_ebpf.kernel import privileges
from xtcp_ebpf.kernel.discovery.search import Discovery, Found
from xtcp_ebpf.profiles.continuous import Continuous


def spending(enough: threading.Event) -> None:
    """Spends CPU time."""
    while not enough.is_set():
        for _ in range(2000):
            pass


def inherited() -> list[str]:
    """Descriptors that a child would get, but for the first three."""
    found = []
    for number in [int(entry.name) for entry in Path("/proc/self/fd").iterdir()]:
        try:
            if number > 2 and not fcntl.fcntl(number, fcntl.F_GETFD) & fcntl.FD_CLOEXEC:
                found.append(str(Path(f"/proc/self/fd/{number}").readlink()))
        except OSError:
            pass  # closed meanwhile; the listing's own is one of them
    return found


def threads() -> list[tuple[str, str, str]]:
    """Name, namespace and capabilities in effect of each."""
    found = []
    for task in Path("/proc/self/task").iterdir():
        rights = next(line for line in (task / "status").read_text().splitlines() if line.startswith("CapEff"))
        found.append(((task / "comm").read_text().strip(), str((task / "ns/net").readlink()), rights))
    return found


def main(given: dict[str, Any]) -> dict[str, Any]:
    """What became of it."""
    said: list[str] = []
    log = logging.Handler()
    log.emit = lambda record: said.append(f"{record.levelname} {record.getMessage()}")  # type: ignore[method-assign]  # all that it does
    logging.basicConfig(level=logging.INFO, handlers=[log])
    answer: dict[str, Any] = {"said": said}
    flags = given.get("flags")
    knobs = load(["-pollJitterPct", "0", *(flags or ())], {}).knobs
    if flags:
        privileges.settle(knobs, control=False)
    continuous = Continuous(given["url"], "app", given.get("hz", 100), 1, {"host": "here", "none": ""}, stderr=given.get("stderr", False))
    if flags:
        from xtcp_ebpf.daemon import Daemon

        class Watched(Discovery):
            """Tells of the threads and descriptors between two dumps."""

            def find(self, thorough: bool = False, descriptors: bool = False) -> Found:
                answer["threads"], answer["inherited"] = threads(), inherited()
                return super().find(thorough, descriptors)

        daemon = Daemon(knobs, discovery=Watched(directories=knobs.netns_dirs))
        answer["code"] = daemon.run()
        answer["counters"] = dict(daemon.tally.read())
    else:
        enough = threading.Event()
        thread = threading.Thread(target=spending, args=(enough,), name="spender")
        thread.start()
        sys.stdin.read()
        enough.set()
        thread.join()
    began = time.monotonic()
    answer["ended"] = continuous.close()
    answer["seconds"] = time.monotonic() - began
    answer["again"] = continuous.close()
    return answer


if __name__ == "__main__":
    print(json.dumps(main(json.loads(sys.argv[1]))), flush=True)  # noqa: T201  the answer
