"""A process that gives its rights up as the daemon does, those of the test too, and collects for real. Says as JSON what became of it.

Argument: JSON with `flags`, and maybe `without` (capabilities that go too), `places`, `ports`, `all` (gives nothing up), `control`,
`switch` (knobs that change after the first poll), `child` (a program is started after).
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from xtcp_ebpf import errors
from xtcp_ebpf.config import load
from xtcp_ebpf.kernel import privileges
from xtcp_ebpf.kernel.discovery.search import Discovery, Found
from xtcp_ebpf.receiving import listening

STATUS = "import re; print(re.findall(r'(Cap\\w+|NoNewPrivs):\\s*(\\w+)', open('/proc/self/status').read()))"


def threads() -> dict[str, dict[str, str]]:
    """Of each thread: the lines of its status that are about rights."""
    found = {}
    for task in Path("/proc/self/task").iterdir():
        with suppress(FileNotFoundError, ProcessLookupError):  # one that ended meanwhile
            lines = dict(line.split(":\t") for line in (task / "status").read_text().splitlines() if ":\t" in line)
            found[lines["Name"] + task.name] = {name: lines[name] for name in lines if name.startswith("Cap") or name == "NoNewPrivs"}
    return found


def main(given: dict[str, Any]) -> dict[str, Any]:
    """What became of it."""
    said: list[str] = []
    log = logging.Handler()
    log.emit = lambda record: said.append(f"{record.levelname} {record.getMessage()}")  # type: ignore[method-assign]  # all that it does
    logging.basicConfig(level=logging.INFO, handlers=[log])
    answer: dict[str, Any] = {"said": said}
    knobs = load(["-pollJitterPct", "0", "-netlinkers", "2", *given["flags"]], {}).knobs
    facts = privileges.look([privileges.Place(*place) for place in given.get("places", ())], given.get("ports", ()))
    why = privileges.reasons(knobs, facts, control=given.get("control", True))
    answer["kept"] = sorted(set(why) - set(given.get("without", ())))
    if not given.get("all"):
        privileges.drop(answer["kept"], child=given.get("child", False))
    if "child" in given:
        answer["child"] = subprocess.run([sys.executable, "-c", STATUS], capture_output=True, text=True, check=True).stdout
        return answer
    from xtcp_ebpf.daemon import Daemon

    class Watched(Discovery):
        """Tells of the threads that run while a search is made."""

        def find(self, thorough: bool = False, descriptors: bool = False) -> Found:
            answer["threads"] = threads()
            if change := given.pop("switch", None):
                # This thread is the one that will change it.
                threading.Thread(target=lambda: daemon.change(replace(daemon.knobs(), **change), 10.0), daemon=True).start()
            return super().find(thorough, descriptors)

    try:
        for port in given.get("ports", ()):
            listening.listen(f"tcp:127.0.0.1:{port}").close()
        daemon = Daemon(knobs, discovery=Watched(directories=knobs.netns_dirs, own_only=knobs.namespaces == "own"))
        answer["code"] = daemon.run()
        answer["counters"] = dict(daemon.tally.read())
    except errors.XtcpError as error:
        answer["error"] = f"{type(error).__name__}: {error}"
    return answer


if __name__ == "__main__":
    print(json.dumps(main(json.loads(sys.argv[1]))))  # noqa: T201  the answer
