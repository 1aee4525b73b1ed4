"""`python -m bench.switching SECONDS FLAG...`: the daemon, but every SECONDS another source tells it which namespaces were busy."""

from __future__ import annotations

import itertools
import logging
import sys
import threading
from dataclasses import replace
from typing import Any

from xtcp_ebpf import daemon
from xtcp_ebpf.cli.main import main

log = logging.getLogger(__name__)

LONGEST_POLL_SECONDS = 60.0
WAYS: tuple[dict[str, Any], ...] = (
    {"bpf": "auto", "bpf_source": "walk", "skip": "idle"},
    {"bpf": "auto", "bpf_source": "tracepoints", "skip": "idle"},
    {"bpf": "off", "skip": "idle"},
    {"bpf": "auto", "bpf_source": "walk", "skip": "empty"},
    {"bpf": "off", "skip": "empty"},
)
"""One after the other, and again; they need no load that takes longer than a beat (bcc compiles for half a second)."""


class Switching(daemon.Daemon):
    """Changes its source while it runs, from another thread, as an operator would."""

    seconds = 15.0

    def run(self) -> int:
        ended = threading.Event()

        def switch() -> None:
            for way in itertools.cycle(WAYS):
                if ended.wait(self.seconds):
                    return
                log.warning("switching to %s", " ".join(f"{name}={value}" for name, value in way.items()))
                self.change(replace(self.knobs(), **way), LONGEST_POLL_SECONDS)

        thread = threading.Thread(target=switch, name="switch", daemon=True)
        thread.start()
        try:
            return super().run()
        finally:
            ended.set()
            thread.join()


if __name__ == "__main__":
    Switching.seconds = float(sys.argv.pop(1))
    daemon.Daemon = Switching  # type: ignore[misc]  # the command builds it
    sys.exit(main())
